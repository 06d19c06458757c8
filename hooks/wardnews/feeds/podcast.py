"""What podcast apps need in a feed beside RSS: the fields that Apple and Podcasting 2.0 require.

Sources: Apple's "A podcaster's guide to RSS", PSP-1, and the namespace podcastindex.org.
"""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from lxml import etree

from wardnews.feeds.channel import Channel
from wardnews.feeds.entries import Entry

_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
NAMESPACES = {"itunes": _ITUNES, "podcast": _PODCAST}
_GUIDS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # the namespace that podcast:guid names
_PLAYED = (".mp3", ".m4a", ".mp4")  # what podcast apps play, of what an item may carry

_DURATION = re.compile("[0-9]+(:[0-5][0-9]){0,2}")


def is_episode(entry: Entry) -> bool:
    """Has the entry a sound or a film that podcast apps can play?"""
    return entry.enclosure is not None and entry.enclosure.url.lower().endswith(_PLAYED)


def add_show(channel_element: etree._Element, channel: Channel) -> None:
    """The show: who makes it, its picture, its category, and an id that outlives its address."""
    ward = channel.ward
    _add(channel_element, _ITUNES, "author", ward.governing_body)
    _add(channel_element, _ITUNES, "type", "episodic")
    _add(channel_element, _ITUNES, "explicit", "false")
    _add(channel_element, _ITUNES, "category", text="Education")
    _add(channel_element, _ITUNES, "image", href=channel.artwork)
    if ward.contact.email:
        owner = _add(channel_element, _ITUNES, "owner")
        _add(owner, _ITUNES, "name", ward.governing_body)
        _add(owner, _ITUNES, "email", ward.contact.email)
    _add(channel_element, _PODCAST, "guid", str(uuid5(_GUIDS, channel.id)))
    _add(channel_element, _PODCAST, "locked", "no")
    _add(channel_element, _PODCAST, "medium", "podcast")


def add_episode(item: etree._Element, entry: Entry) -> None:
    """One episode; its words are on its page."""
    _add(item, _ITUNES, "episodeType", "full")
    _add(item, _ITUNES, "explicit", "false")
    if _DURATION.fullmatch(entry.duration):
        _add(item, _ITUNES, "duration", entry.duration)
    _add(item, _PODCAST, "transcript", url=entry.url, type="text/html")


def _add(
    parent: etree._Element, space: str, name: str, content: str = "", **attributes: str
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{space}}}{name}", attributes)
    element.text = content or None
    return element
