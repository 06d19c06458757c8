"""A listing as RSS 2.0, through feedgen 1.0.0, which is met in this file only.

Traps of feedgen that decide the order of calls: entries are prepended unless told otherwise, dates
that are not given become the present moment, and the last `link` becomes the channel's link.
Rules: RSS Advisory Board profile; guid as a tag URI (RFC 4151) that survives a new domain.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from html import escape

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from wardnews import addresses
from wardnews.bodies import fill_body
from wardnews.model import Article, Listing, Reference
from wardnews.outputs import Output, digest
from wardnews.site_context import Asset, Site
from wardnews.text.dates import show_moment_short

NEWEST = 30
FEWEST = 5  # WordPress calls an empty feed "down": a short one is filled up with ward-wide items
_MINUTES_BETWEEN_LOOKS = 60
_NO_ITEMS_YET = datetime(2026, 1, 1, tzinfo=UTC)  # never the clock: same input, same bytes


def render_feeds(site: Site) -> Iterator[Output]:
    """The RSS feed of every listing that has one."""
    for listing in site.listings:
        if listing.has_feed:
            items = list_feed_items(listing, site)
            yield Output(
                path=addresses.feed(listing.address),
                key=digest(site.base, "rss", *(site.keys[item.path] for item in items)),
                make=partial(_render_feed, listing, items, site),
            )


def _render_feed(listing: Listing, items: tuple[Article, ...], site: Site) -> bytes:
    """One listing's feed: its newest items, never empty while the ward has any."""
    ward = site.newsroom.registers.ward
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(listing.title if listing.kind == "all" else f"{ward.section}: {listing.title}")
    feed.description(listing.description)
    feed.language("vi")
    feed.copyright(ward.reuse)
    feed.ttl(_MINUTES_BETWEEN_LOOKS)
    feed.link(href=site.url + addresses.feed(listing.address), rel="self")
    feed.link(href=site.url + listing.address, rel="alternate")
    newest = max((item.modified for item in items), default=_NO_ITEMS_YET)
    feed.lastBuildDate(newest)
    feed.pubDate(max((item.date for item in items), default=newest))
    for item in items:
        _add_entry(feed.add_entry(order="append"), item, site)
    document: bytes = feed.rss_str(pretty=True)
    return document


def list_feed_items(listing: Listing, site: Site) -> tuple[Article, ...]:
    """The newest items of a listing, filled up with the ward's newest when there are few."""
    own = tuple(article for article in listing.articles if article.id)[:NEWEST]
    if len(own) >= FEWEST:
        return own
    everything = next(each for each in site.listings if each.kind == "all").articles
    others = (article for article in everything if article.id and article not in own)
    return own + tuple(
        article for article, _ in zip(others, range(FEWEST - len(own)), strict=False)
    )


def make_guid(article: Article, authority: str) -> str:
    """The item's tag URI, from its permanent id and the ward's feed authority only."""
    return f"tag:{authority}:{article.id}"


def _add_entry(entry: FeedEntry, item: Article, site: Site) -> None:
    address = site.url + addresses.article(item)
    entry.title(item.title)
    entry.link(href=address)
    entry.guid(make_guid(item, site.newsroom.registers.ward.feed_authority), permalink=False)
    entry.description(item.summary)
    entry.content(render_content(item, site), type="CDATA")
    entry.pubDate(item.date)
    entry.category([{"term": term} for term in _categories(item)])
    entry.dc.dc_creator(item.author or item.unit.name)
    picture = item.image and site.assets[item.path].get(item.image.file)
    if picture:
        entry.enclosure(site.url + picture.address, str(picture.size), picture.media_type)


def _categories(item: Article) -> tuple[str, ...]:
    theme = f"{item.theme.numeral}. {item.theme.name}"
    return (item.unit.name, theme, item.kind.label)


def render_content(item: Article, site: Site) -> str:
    """The whole item as HTML with absolute addresses, the lead picture first."""
    assets, links = site.assets[item.path], site.links[item.path]

    def attribute(_: int, reference: Reference) -> str:
        asset = assets.get(reference.target)
        if reference.kind == "picture":
            return _picture(asset, site) if asset else 'src=""'
        target = asset.address if asset else links.get(reference.target)
        return "" if target is None else f'href="{escape(_absolute(target, site))}"'

    parts = []
    if item.image and (asset := assets.get(item.image.file)):
        parts.append(f'<p><img {_picture(asset, site)} alt="{escape(item.image.alt)}"></p>')
    for correction in item.corrections:
        when = show_moment_short(correction.date)
        parts.append(f"<p><strong>Đính chính lúc {when}.</strong> {escape(correction.text)}</p>")
    if item.answer:
        parts.append(f"<p><strong>{escape(item.answer.answer)}</strong></p>")
    parts.append(fill_body(item.body, attribute))
    return "\n".join(parts)


def _picture(asset: Asset, site: Site) -> str:
    size = f' width="{asset.width}" height="{asset.height}"' if asset.width else ""
    return f'src="{escape(site.url + asset.address)}"{size}'


def _absolute(target: str, site: Site) -> str:
    inside = ":" not in target.partition("/")[0]
    return site.url + target if inside else target
