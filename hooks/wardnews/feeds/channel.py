"""What a feed says of itself: a title that names its choice, where it is, and its entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

from wardnews import addresses
from wardnews.feeds.documents import FeedDocument
from wardnews.feeds.entries import (
    WARD_WIDE,
    Entry,
    clean,
    find_newest,
    make_entry,
    make_withdrawal,
)
from wardnews.model import Listing
from wardnews.site_context import Site
from wardnews.subscriptions import name_feed
from wardnews.text.dates import MORNING, show_month
from wardnews.ward import Unit, Ward

_NO_ENTRIES_YET = datetime(2026, 1, 1, tzinfo=UTC)  # never the clock: same input, same bytes


@dataclass(frozen=True, kw_only=True)
class Channel:
    """A feed ready to be written: all addresses are absolute, all texts plain."""

    id: str  # a tag URI: a new domain is no new feed
    title: str
    description: str
    home: str  # the page of the listing
    rss: str  # where this document stands in each format; an archive is RSS only
    atom: str
    json: str
    current: str  # the RSS feed that goes on
    previous: str  # the archives before and after, or ""
    following: str
    is_archive: bool
    is_podcast: bool
    ward: Ward
    stylesheet: str
    artwork: str  # the square picture that podcast apps show
    updated: datetime
    entries: tuple[Entry, ...]


def make_channel(document: FeedDocument, site: Site) -> Channel:
    """Bring a document's entries together with what stands above them."""
    listing, ward = document.listing, site.newsroom.registers.ward
    archives = {
        month: site.url + addresses.archive(listing.address, month) if month else ""
        for month in (document.previous, document.following)
    }
    entries = _make_entries(document, site)
    title = name_feed(listing, ward)
    if document.month:
        title += f", {show_month(*document.month.split('-')).lower()}"
    return Channel(
        id=f"tag:{ward.feed_authority}:feed/{listing.address}",
        title=clean(title),
        description=clean(_describe(document, site)),
        home=site.url + listing.address,
        rss=site.url + document.address,
        atom=site.url + addresses.atom(listing.address),
        json=site.url + addresses.json_feed(listing.address),
        current=site.url + addresses.feed(listing.address),
        previous=archives[document.previous],
        following=archives[document.following],
        is_archive=bool(document.month),
        is_podcast=document.is_podcast,
        ward=ward,
        stylesheet=site.url + addresses.FEED_STYLE,
        artwork=site.url + addresses.PODCAST_ARTWORK,
        updated=(find_newest(entries) or _NO_ENTRIES_YET).astimezone(site.now.tzinfo),
        entries=entries,
    )


def _make_entries(document: FeedDocument, site: Site) -> tuple[Entry, ...]:
    entries = [
        make_withdrawal(article, site)
        if article.status == "go"
        else make_entry(article, site, is_ward_wide=article.path in document.ward_wide)
        for article in document.articles
    ]
    if document.farewell and document.farewell.active_until:  # else nobody knows since when
        entries.append(_make_farewell(document.listing, document.farewell, site))
        entries.sort(key=lambda entry: entry.published, reverse=True)
    return tuple(entries)


def _make_farewell(listing: Listing, unit: Unit, site: Site) -> Entry:
    """The entry that tells a closed school's readers where to go on: few see a description."""
    ward = site.newsroom.registers.ward
    assert unit.active_until
    day_after = datetime.combine(unit.active_until, MORNING, site.now.tzinfo) + timedelta(days=1)
    what, words, address = _say_farewell(unit, site)
    return Entry(
        guid=f"tag:{ward.feed_authority}:feed/{listing.address}moved",
        url=address,
        title=clean(what),
        summary=clean(words),
        html=f"<p>{escape(clean(words))}</p>",
        published=day_after,
        updated=day_after,
        author=clean(ward.section),
        categories=(WARD_WIDE,),
    )


def _say_farewell(unit: Unit, site: Site) -> tuple[str, str, str]:
    """What became of a closed unit, the same in full, and the address where its readers go on."""
    heir = _find_heir(unit, site.newsroom.registers.units)
    address = site.url + (addresses.unit(heir) if heir else addresses.HOME)
    what = f"{unit.name} đã " + (f"sáp nhập vào {heir.name}" if heir else "ngừng hoạt động")
    words = f"{what}. Nguồn tin này vẫn dùng được; tin mới có tại {address}"
    return what, words, address


def _find_heir(unit: Unit, units: tuple[Unit, ...]) -> Unit | None:
    """The unit that carries on, however often schools merged."""
    by_id = {each.id: each for each in units}
    heir, seen = by_id.get(unit.merged_into), {unit.id}
    while heir and heir.merged_into in by_id and heir.id not in seen:
        seen.add(heir.id)
        heir = by_id[heir.merged_into]
    return heir


def _describe(document: FeedDocument, site: Site) -> str:
    """What is in the feed, what became of a closed unit, and where to read how to subscribe."""
    parts = [f"{document.listing.description.rstrip('.')}."]
    if document.farewell:
        parts.append(_say_farewell(document.farewell, site)[1])
    parts.append(f"Cách đăng ký nhận tin: {site.url}{addresses.SUBSCRIBE}")
    return " ".join(parts)
