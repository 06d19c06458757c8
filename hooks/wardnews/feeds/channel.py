"""What a feed says of itself: a title that names its choice, where it is, and its entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape

from wardnews import addresses
from wardnews.farewells import closing_time, say_farewell
from wardnews.feeds.documents import FeedDocument
from wardnews.feeds.entries import Enter, Entry, clean, make_withdrawal
from wardnews.listings import find_newest, month_of
from wardnews.model import Listing
from wardnews.padding import WARD_WIDE
from wardnews.site_context import Site
from wardnews.subscriptions import name_feed
from wardnews.text.dates import show_month
from wardnews.ward import Unit, Ward


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


def make_channel(document: FeedDocument, site: Site, enter: Enter) -> Channel:
    """Bring a document's entries together with what stands above them."""
    listing, ward = document.listing, site.newsroom.registers.ward
    archives = {
        month: site.url + addresses.archive(listing.address, month) if month else ""
        for month in (document.previous, document.following)
    }
    entries = _make_entries(document, site, enter)
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
        updated=_date_channel(document, entries, site),
        entries=entries,
    )


def _make_entries(document: FeedDocument, site: Site, enter: Enter) -> tuple[Entry, ...]:
    entries = [
        make_withdrawal(article, site)
        if article.status == "go"
        else enter(article.path, article.path in document.ward_wide)
        for article in document.articles
    ]
    unit = document.farewell
    if unit and (closed := closing_time(unit, site.now)):  # else nobody knows since when
        what, words, address = _say_farewell(unit, site)
        entries.append(_make_notice("moved", what, words, address, closed, document.listing, site))
        entries.sort(key=lambda entry: entry.published, reverse=True)
    if not entries and not document.month:
        what = "Chưa có bài nào ở mục này"
        words = f"{what}. Bài đầu tiên sẽ hiện ở đây."
        address = site.url + document.listing.address
        when = _begin_of_time(site)
        entries.append(_make_notice("empty", what, words, address, when, document.listing, site))
    return tuple(entries)


def _make_notice(
    name: str, what: str, words: str, url: str, when: datetime, listing: Listing, site: Site
) -> Entry:
    """An entry that is no item, but tells a feed's readers of the feed: few see a description."""
    ward = site.newsroom.registers.ward
    return Entry(
        guid=f"tag:{ward.feed_authority}:feed/{listing.address}{name}",
        url=url,
        title=clean(what),
        summary=clean(words),
        html=f"<p>{escape(clean(words))}</p>",
        published=when,
        updated=when,
        author=clean(ward.section),
        categories=(WARD_WIDE,),
    )


def _date_channel(document: FeedDocument, entries: tuple[Entry, ...], site: Site) -> datetime:
    """The moment of the newest change, be it that an item left; never the clock."""
    gone = (a for a in document.listing.gone if document.month in ("", month_of(a)))
    moments = (*(entry.updated for entry in entries), find_newest((), gone))
    return max(filter(None, moments), default=_begin_of_time(site)).astimezone(site.now.tzinfo)


def _begin_of_time(site: Site) -> datetime:
    """The year in which the ward chose its feed authority, before which nothing was published."""
    year = int(site.newsroom.registers.ward.feed_authority.partition(",")[2][:4])
    return datetime(year, 1, 1, tzinfo=site.now.tzinfo)


def _say_farewell(unit: Unit, site: Site) -> tuple[str, str, str]:
    """What became of a closed unit, the same in full, and the address where its readers go on."""
    said = say_farewell(unit, site)
    words = f"{said.what}. Nguồn tin này vẫn dùng được; tin mới có tại {said.url}"
    return said.what, words, said.url


def _describe(document: FeedDocument, site: Site) -> str:
    """What is in the feed, what became of a closed unit, and where to read how to subscribe."""
    parts = [f"{document.listing.description.rstrip('.')}."]
    if document.farewell:
        parts.append(_say_farewell(document.farewell, site)[1])
    parts.append(f"Cách đăng ký nhận tin: {site.url}{addresses.SUBSCRIBE}")
    return " ".join(parts)
