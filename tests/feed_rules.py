"""What the W3C feed validator says of a feed at level AAA, as far as a feed of ours could draw it.

The validator is no package, so the rules of its program (src/feedvalidator of w3c/feedvalidator)
are told here in other words, each under the name of the message that it draws. The tables say of
what our feeds are made: an element that is not in them is an UndefinedElement until somebody looks
up the validator's rules for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from feed_text_rules import CHECKS, DATES, check_letters

_PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss/": "media",
}
_FOREIGN = {
    "http://purl.org/atompub/tombstones/1.0": "UnknownNamespace",
    "https://podcastindex.org/namespace/1.0": "UnsupportedNamespace",
}
# How often each may stand in its parent: "!" once, "?" at most once, "*" at will.
_CHILDREN = {
    "rss": "channel!",
    "channel": "title! link! description! language! atom:link* copyright? docs? generator?"
    " lastBuildDate? pubDate? ttl? fh:archive? itunes:author? itunes:type? itunes:explicit?"
    " itunes:category? itunes:image? itunes:owner? item*",
    "item": "title! link? description? content:encoded? guid! pubDate? enclosure? category*"
    " dc:creator* atom:updated? media:content* itunes:episodeType? itunes:explicit?"
    " itunes:duration?",
    "media:content": "media:description? media:credit*",
    "itunes:owner": "itunes:name? itunes:email!",
    "feed": "id! title! updated! author* link* generator? rights? subtitle? entry*",
    "entry": "id! title! updated! author* published? link* summary? content? category*",
    "author": "name!",
}
_ATTRIBUTES = {
    "rss": "version",
    "guid": "isPermaLink",
    "enclosure": "url length type",
    "media:content": "url type medium fileSize width height",
    "media:description": "type",
    "itunes:category": "text",
    "itunes:image": "href",
    "feed": "lang",
    "link": "rel href type length",
    "atom:link": "rel href type",
    "content": "type",
    "category": "term label",
}
_ONCE = {"guid": "DuplicateValue", "id": "DuplicateEntries", "updated": "DuplicateUpdated"}
_SHOW = ("itunes:category", "itunes:explicit", "itunes:owner")  # "itunes:owner" for its address
_PLAYED = (".m4a", ".mp3", ".mov", ".mp4", ".m4v", ".pdf", ".epub")
_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>", re.DOTALL)
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Message:
    """The validator's name of a message, what it is about, and what stood there."""

    name: str
    place: str
    text: str = ""


def judge(document: bytes, address: str, now: datetime) -> list[Message]:
    """All that the validator says of a document that it fetches from `address` at `now`."""
    root = etree.fromstring(document)
    head = root[0] if root.tag == "rss" else root
    elements = [(_name(element), element) for element in root.iter(etree.Element)]
    own = [(name, element) for name, element in elements if not name.startswith("?")]
    return [
        *_judge_bytes(document),
        *_judge_namespaces(root),
        *_judge_head(head, address),
        *(message for name, element in own for message in _judge_children(name, element)),
        *(message for name, element in own for message in _judge_order(name, element)),
        *(message for name, element in own for message in _judge_values(name, element)),
        *(message for name, element in own for message in _judge_date(name, element, now)),
        *_judge_repetition(own),
    ]


def _name(element: etree._Element) -> str:
    """With the usual prefix of its namespace, but for Atom's own documents; "?" if unknown."""
    name = etree.QName(element)
    if not name.namespace:
        return name.localname
    prefix = _PREFIXES.get(name.namespace, "?")
    in_atom = prefix == "atom" and element.getroottree().getroot().tag != "rss"
    return name.localname if in_atom else f"{prefix}:{name.localname}"


def _names(parent: etree._Element) -> list[str]:
    names = [_name(child) for child in parent.iterchildren(etree.Element)]
    return [name for name in names if not name.startswith("?")]


def _judge_bytes(document: bytes) -> Iterator[Message]:
    if not re.search(b"<(rss|feed)", document[:512]):
        yield Message("NonSpecificMediaType", "document")  # where it is served as application/xml
    if re.search(b"&(lt|amp);", _CDATA.sub(b"", document)):
        yield Message("CharacterData", "document")  # the RSS profile asks for &#x3C; and &#x26;


def _judge_namespaces(root: etree._Element) -> Iterator[Message]:
    for prefix, space in root.nsmap.items():
        if space in _FOREIGN:
            yield Message(_FOREIGN[space], space)
        elif prefix != _PREFIXES.get(space) and (prefix or _name(root) != "feed"):
            yield Message("NonstdPrefix", space, str(prefix))


def _judge_head(head: etree._Element, address: str) -> Iterator[Message]:
    """The feed's own address and language, and what a show must have."""
    links = [link for link in head if _name(link).endswith("link") and link.get("rel") == "self"]
    if not links:
        yield Message("MissingSelf", _name(head))
    elif [link.get("href") for link in links] != [address]:
        yield Message("SelfDoesntMatchLocation", _name(head), address)
    if _name(head) == "feed" and not head.get(_LANGUAGE):
        yield Message("MissingDCLanguage", "feed")
    names = _names(head)
    if any(name.startswith("itunes:") for name in names):
        yield from (Message("MissingItunesElement", name) for name in _SHOW if name not in names)


def _judge_children(name: str, element: etree._Element) -> Iterator[Message]:
    rules = {rule[:-1]: rule[-1] for rule in _CHILDREN.get(name, "").split()}
    there = Counter(_names(element))
    yield from (Message("UndefinedElement", name, child) for child in there if child not in rules)
    for child, often in rules.items():
        if often == "!" and not there[child]:
            yield Message("MissingElement", name, child)
        if often != "*" and there[child] > 1:
            yield Message("DuplicateElement", name, child)


def _judge_order(name: str, element: etree._Element) -> Iterator[Message]:
    """What is said of the whole stands before the items, the summary before the full text."""
    names = _names(element)
    for first, message in (("item", "MisplacedItem"), ("entry", "MisplacedMetadata")):
        if first in names and {*names[names.index(first) :]} != {first}:
            yield Message(message, name)
    summary_first = ["description", "content:encoded"]
    if [child for child in names if child in summary_first] == summary_first[::-1]:
        yield Message("NeedDescriptionBeforeContent", name)
    if "enclosure" in names and any(child.startswith("itunes:") for child in names):
        address = element.find("enclosure").get("url", "")
        if not address.endswith(_PLAYED):
            yield Message("UnsupportedItunesFormat", name, address)


def _judge_values(name: str, element: etree._Element) -> Iterator[Message]:
    """The text of an element that has no children, and its attributes."""
    parent = element.getparent()
    inside = f"{_name(parent)}/{name}" if parent is not None else name
    if name not in _CHILDREN:
        yield from _check(inside if inside in CHECKS else name, (element.text or "").strip())
    for key, value in element.items():
        attribute = etree.QName(str(key)).localname
        if attribute not in _ATTRIBUTES.get(name, "").split():
            yield Message("UnexpectedAttribute", name, attribute)
        yield from _check(f"{name}@{attribute}", str(value))


def _check(place: str, text: str) -> Iterator[Message]:
    for check in (check_letters, *CHECKS.get(place, ())):
        yield from (Message(message, place, text) for message in check(text))


def _judge_date(name: str, element: etree._Element, now: datetime) -> Iterator[Message]:
    if read := DATES.get(name):
        try:
            if read(element.text or "") > now:
                yield Message("ImplausibleDate", name, element.text or "")
        except ValueError:
            yield Message("InvalidDate", name, element.text or "")


def _judge_repetition(elements: list[tuple[str, etree._Element]]) -> Iterator[Message]:
    """What no two items share; and an Atom document has one page of a type, as has an entry."""
    for name, message in _ONCE.items():
        texts = Counter(
            element.text
            for own, element in elements
            if own == name and _name(element.getparent()) in ("item", "entry")
        )
        yield from (Message(message, name, str(text)) for text in texts if texts[text] > 1)
    for name, element in elements:
        links = [child for child in element if _name(child) == "link"]
        types = [link.get("type") for link in links if link.get("rel") == "alternate"]
        if len(types) > len({*types}):
            yield Message("DuplicateAtomLink", name)
