"""All feeds in one file that a reader's program can take in: OPML 2.0, whole and unit by unit.

Rules: opml.org/spec2.opml and the W3C feed validator. The validator and some programs take names
for HTML, others for plain text, so a name is written to be read alike by both.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime
from functools import partial

from lxml import etree

from wardnews import addresses
from wardnews.listings import find_newest
from wardnews.model import Listing
from wardnews.outputs import Output, digest
from wardnews.site_context import Site
from wardnews.subscriptions import FeedGroup, UnitFeeds, group_feeds, name_feed

# Neither is markup in HTML: an ampersand before a space, and the small angle quotes.
_READABLE = str.maketrans({"<": "‹", ">": "›"})


def render_outlines(site: Site) -> Iterator[Output]:
    """The outline of all feeds, and each unit's pack: its own feeds and the ward's."""
    section = site.newsroom.registers.ward.section
    groups = group_feeds(site.listings)
    everything = next(group for group in groups if group.id == "tat-ca")
    whole = everything.listings[0]
    newest = find_newest(whole.articles, whole.gone)
    yield _plan(site, addresses.OUTLINES, f"{section}: tất cả nguồn tin", groups, newest)
    for group in groups:
        for feeds in group.units:
            title = f"{section}: gói nguồn tin của {feeds.unit.name}"
            pack = (everything, FeedGroup(id=group.id, title=group.title, units=(feeds,)))
            path = addresses.unit_outlines(feeds.unit)
            newest = find_newest(feeds.whole.articles, feeds.whole.gone)
            yield _plan(site, path, title, pack, newest)


def _plan(
    site: Site, path: str, title: str, groups: tuple[FeedGroup, ...], modified: datetime | None
) -> Output:
    """Names and addresses follow from the registers alone, so items change only the date."""
    return Output(
        path=path,
        key=digest(site.base, "opml", path, modified.isoformat() if modified else ""),
        make=partial(_render, site, title, groups, modified),
    )


def _render(
    site: Site, title: str, groups: tuple[FeedGroup, ...], modified: datetime | None
) -> bytes:
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = make_readable(title)
    if modified:
        etree.SubElement(head, "dateModified").text = format_datetime(modified)
    owner = site.newsroom.registers.ward.governing_body
    etree.SubElement(head, "ownerName").text = make_readable(owner)
    body = etree.SubElement(root, "body")
    for group in groups:
        outline = etree.SubElement(body, "outline", text=group.title)
        for listing in group.listings:
            _add_feed(outline, listing, site)
        for feeds in group.units:
            _add_unit(outline, feeds, site)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _add_unit(parent: etree._Element, feeds: UnitFeeds, site: Site) -> None:
    outline = etree.SubElement(parent, "outline", text=make_readable(feeds.unit.name))
    for listing in (feeds.whole, *feeds.parts):
        _add_feed(outline, listing, site)


def _add_feed(parent: etree._Element, listing: Listing, site: Site) -> None:
    name = name_feed(listing, site.newsroom.registers.ward)
    etree.SubElement(
        parent,
        "outline",
        text=make_readable(listing.title),
        title=make_readable(name),
        type="rss",
        version="RSS2",
        xmlUrl=site.url + addresses.feed(listing.address),
        htmlUrl=site.url + listing.address,
        language="vi",
        description=make_readable(listing.description),
    )


def make_readable(text: str) -> str:
    """The text so that it is the same read as HTML and as plain text: "TH & THCS Mẫu D"."""
    return " & ".join(part.strip() for part in text.split("&")).strip().translate(_READABLE)
