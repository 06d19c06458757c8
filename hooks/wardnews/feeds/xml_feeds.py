"""A channel as RSS 2.0 and as Atom 1.0, through feedgen 1.0.0, which is met in this file only.

Rules: RSS Advisory Board profile, RFC 4287 (Atom), RFC 5005 (archives), RFC 6721 (tombstones),
Media RSS. Traps of feedgen that decide the order of calls: entries are prepended unless told
otherwise, dates that are not given become the present moment, the last `link` becomes the
channel's link, and Atom entries' links lose their relation, type and length.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cached_property, lru_cache, partial
from html import escape

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from wardnews.feeds import podcast
from wardnews.feeds.channel import Channel
from wardnews.feeds.entries import KEPT, Entry, File

Element = etree._Element
_ATOM = "http://www.w3.org/2005/Atom"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_HISTORY = "http://purl.org/syndication/history/1.0"
_MEDIA = "http://search.yahoo.com/mrss/"
_TOMBSTONE = "http://purl.org/atompub/tombstones/1.0"
_MINUTES_BETWEEN_LOOKS = 60
_DECLARATION = b"?>\n"
_CDATA = b"<![CDATA["


def render_rss(channel: Channel) -> bytes:
    """One feed, or one archive of it, as RSS 2.0."""
    feed = _begin(channel, _name_rss_spaces(channel), partial(_extend_channel, channel=channel))
    feed.description(channel.description)
    feed.copyright(channel.ward.reuse)
    feed.ttl(_MINUTES_BETWEEN_LOOKS)
    feed.lastBuildDate(channel.updated)
    feed.pubDate(max((e.published for e in channel.entries), default=channel.updated))
    feed.link(href=channel.rss, rel="self", type="application/rss+xml")
    feed.link(href=channel.home, rel="alternate")
    for entry in channel.entries:
        feed.add_entry(_write_item(entry, is_podcast=channel.is_podcast), order="append")
    return _finish(feed.rss_str(pretty=True), channel)


def render_atom(channel: Channel) -> bytes:
    """One feed as Atom 1.0, its withdrawn items also as tombstones."""
    spaces = {"at": _TOMBSTONE} if any(e.is_withdrawn for e in channel.entries) else {}
    feed = _begin(channel, spaces, partial(_add_tombstones, channel=channel))
    feed.id(channel.id)
    feed.subtitle(channel.description)
    feed.rights(channel.ward.reuse)
    feed.updated(channel.updated)
    feed.author(name=channel.ward.governing_body)
    feed.link(href=channel.home, rel="alternate", type="text/html")  # NukeViet takes the first link
    feed.link(href=channel.atom, rel="self", type="application/atom+xml")
    for entry in channel.entries:
        feed.add_entry(_write_entry(entry), order="append")
    return _finish(feed.atom_str(pretty=True), channel)


class _Extension(BaseExtension):  # type: ignore[misc]
    """feedgen's way of letting others add what it cannot write, above the entries."""

    spaces: dict[str, str]
    extend: Callable[[Element], None]

    def extend_ns(self) -> dict[str, str]:
        return self.spaces

    def extend_rss(self, root: Element) -> None:
        self.extend(root)

    extend_atom = extend_rss


class _EntryExtension(BaseEntryExtension):  # type: ignore[misc]
    """The same within one entry."""

    extend: Callable[[Element], None]

    def extend_rss(self, root: Element) -> None:
        self.extend(root)

    extend_atom = extend_rss


def _begin(
    channel: Channel, spaces: dict[str, str], extend: Callable[[Element], None]
) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("own", _Extension)  # entries bring their own, see _begin_entry
    feed.own.spaces, feed.own.extend = spaces, extend
    feed.title(channel.title)
    feed.language("vi")
    feed.generator("Tin Phường")
    return feed


class _KeptEntry(FeedEntry):  # type: ignore[misc]
    """An entry whose element is made once; each feed is given a copy, as it moves into the feed."""

    @cached_property
    def _item(self) -> Element:
        made: Element = super().rss_entry()
        return made

    @cached_property
    def _entry(self) -> Element:
        made: Element = super().atom_entry()
        return made

    def rss_entry(self, extensions: bool = True) -> Element:
        return deepcopy(self._item)

    def atom_entry(self, extensions: bool = True) -> Element:
        return deepcopy(self._entry)


def _begin_entry(entry: Entry, extend: Callable[[Element], None]) -> _KeptEntry:
    written = _KeptEntry()
    written.register_extension("own", _EntryExtension)
    written.own.extend = extend
    written.guid(entry.guid, permalink=False)
    written.title(entry.title)
    written.link(href=entry.url, rel="alternate")
    written.published(entry.published)
    return written


def _finish(document: bytes, channel: Channel) -> bytes:
    """Name the style sheet, and write < and & as the profile asks: some readers unescape twice."""
    style = f'<?xml-stylesheet type="text/css" href="{escape(channel.stylesheet)}"?>\n'.encode()
    first, *others = document.replace(_DECLARATION, _DECLARATION + style, 1).split(_CDATA)
    parts = [_write_numbers(first)]
    for other in others:
        content, end, after = other.partition(b"]]>")
        parts.append(content + end + _write_numbers(after))
    return _CDATA.join(parts)


def _write_numbers(markup: bytes) -> bytes:
    return markup.replace(b"&lt;", b"&#x3C;").replace(b"&amp;", b"&#x26;")


# --- RSS ---------------------------------------------------------------------------------------


def _name_rss_spaces(channel: Channel) -> dict[str, str]:
    spaces = {"dc": _DUBLIN_CORE, "media": _MEDIA}
    if channel.is_archive:
        spaces["fh"] = _HISTORY
    return spaces | (podcast.NAMESPACES if channel.is_podcast else {})


@lru_cache(maxsize=KEPT)
def _write_item(entry: Entry, *, is_podcast: bool) -> _KeptEntry:
    extend = partial(_extend_item, entry=entry, is_podcast=is_podcast)
    written = _begin_entry(entry, extend)
    # A description is HTML to every reader that shows it.
    written.description(escape(entry.summary, quote=False))
    written.content(entry.html, type="CDATA")
    written.category([{"term": term} for term in entry.categories])
    if entry.enclosure and (not is_podcast or podcast.is_episode(entry)):
        file = entry.enclosure
        written.enclosure(file.url, str(file.size), file.media_type)
    return written


def _extend_channel(root: Element, channel: Channel) -> None:
    element = root[0]
    if channel.is_archive:
        etree.SubElement(element, f"{{{_HISTORY}}}archive")
    links = {
        "current": channel.current if channel.is_archive else "",
        "prev-archive": channel.previous,
        "next-archive": channel.following,
    }
    for relation, address in links.items():
        if address:
            etree.SubElement(element, f"{{{_ATOM}}}link", rel=relation, href=address)
    if channel.is_podcast:
        podcast.add_show(element, channel)


def _extend_item(element: Element, entry: Entry, *, is_podcast: bool) -> None:
    etree.SubElement(element, f"{{{_DUBLIN_CORE}}}creator").text = entry.author
    if entry.updated != entry.published:
        etree.SubElement(element, f"{{{_ATOM}}}updated").text = entry.updated.isoformat()
    if entry.picture:
        _add_picture(element, entry.picture)
    if is_podcast and podcast.is_episode(entry):
        podcast.add_episode(element, entry)


def _add_picture(element: Element, picture: File) -> None:
    """One media:content, not in a group: a group is for several forms of one thing."""
    facts = {
        "url": picture.url,
        "type": picture.media_type,
        "medium": "image",
        "fileSize": str(picture.size),
        "width": str(picture.width or ""),
        "height": str(picture.height or ""),
    }
    content = etree.SubElement(
        element, f"{{{_MEDIA}}}content", {name: value for name, value in facts.items() if value}
    )
    etree.SubElement(content, f"{{{_MEDIA}}}description", type="plain").text = picture.alt
    if picture.credit:
        etree.SubElement(content, f"{{{_MEDIA}}}credit").text = picture.credit


# --- Atom --------------------------------------------------------------------------------------


@lru_cache(maxsize=KEPT)
def _write_entry(entry: Entry) -> _KeptEntry:
    written = _begin_entry(entry, partial(_extend_entry, entry=entry))
    written.updated(entry.updated)
    written.author(name=entry.author)
    written.summary(entry.summary)
    written.content(entry.html, type="html")
    written.category([{"term": term, "label": term} for term in entry.categories])
    return written


def _add_tombstones(root: Element, channel: Channel) -> None:
    for entry in channel.entries:
        if entry.is_withdrawn:
            facts = {"ref": entry.guid, "when": entry.updated.isoformat()}
            etree.SubElement(root, f"{{{_TOMBSTONE}}}deleted-entry", facts)


def _extend_entry(element: Element, entry: Entry) -> None:
    """Complete what feedgen 1.0.0 wrote of an entry: it drops what its links lead to."""
    link = element.find("link")
    assert link is not None
    link.set("rel", "alternate")
    if file := entry.enclosure:
        facts = {"type": file.media_type, "length": str(file.size), "href": file.url}
        link.addnext(etree.Element("link", {"rel": "enclosure", **facts}))
    content = element.find("content")
    if content is not None and content.text and "]]>" not in content.text:
        content.text = etree.CDATA(content.text)  # shorter, and a person can read it
