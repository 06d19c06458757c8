"""What the W3C feed validator says of a text or an attribute in a feed of ours, by itself.

Each check yields the names of the messages that a value draws. Where the validator allows more
than we ever write, the check is stricter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import lru_cache, partial
from html import unescape

import html5lib
from html5lib.html5parser import ParseError

# The tags and attributes of bodies, all of which readers let through; role is none of these.
_TAGS = frozenset(
    "h2 h3 h4 p br hr ul ol li blockquote pre code em strong b i u s del ins sub sup small mark"
    " abbr dl dt dd a img figure figcaption table thead tbody tfoot tr th td caption div".split()
)
_KNOWN = frozenset("alt class colspan height href id rowspan scope src start title width".split())
_LINK = re.compile(r'<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"')
_URL_SAFE = r"\w;/?:@&=+$.!~*'(),%#-"
_FORMS = {
    "InvalidFullLink": rf"https?://(?!/)[{_URL_SAFE}]+",
    "InvalidURLAttribute": rf"https?://([\w-]+\.)+[\w-]+(:\d+)?(/[{_URL_SAFE}]*)?",
    "InvalidTAG": rf"tag:[a-z0-9.-]+,\d{{4}}(-\d\d){{0,2}}:[{_URL_SAFE}]*",
    "InvalidMIMEType": r"[\w.+-]+/[\w.+-]+",
    "InvalidContact": r"[\w+.'-]+@([\w-]+\.)+[\w-]+",
    "InvalidPositiveInteger": r"0*[1-9]\d*",
    "InvalidNonNegativeInteger": r"\d+",
    "InvalidDuration": r"\d+(:[0-5]\d){0,2}",
    "InvalidLanguage": "vi",
    "InvalidPermalink": "false",
    "InvalidTrueFalse": "true|false",
    "InvalidMediaMedium": "image|audio|video|document",
    "InvalidTextType": "text|html|plain",
    "UnregisteredAtomLinkRel": "alternate|self|enclosure|current|prev-archive|next-archive",
}


def check_letters(text: str) -> Iterator[str]:
    """Nothing that only a mistaken encoding leaves: \ufffd, C1 controls, "Ã©" for "é"."""
    if re.search("[\x80-\x9f\ufffd]", text) or any(map(_was_twice_encoded, text.split("\n"))):
        yield "BadCharacters"


def _was_twice_encoded(line: str) -> bool:
    try:
        return not line.isascii() and bool(line.encode("latin-1").decode("utf-8"))
    except UnicodeError:
        return False


def check_plain(text: str) -> Iterator[str]:
    if re.search(r"</\w+>", text):
        yield "ContainsHTML"


def check_filled(text: str) -> Iterator[str]:
    if not text:
        yield "NotBlank"


def check_length(text: str) -> Iterator[str]:
    if len(text) > 255:
        yield "TooLong"


def check_person(text: str) -> Iterator[str]:
    if re.search(r"<[^<>\s]+@[^<>\s]+>", text):
        yield "ContainsEmail"


@lru_cache(maxsize=10_000)  # the same text stands in many feeds
def check_html(text: str) -> tuple[str, ...]:
    """It parses without a fault, holds nothing that readers take out, and links from anywhere."""
    try:
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text)
    except ParseError:
        return ("NotHtml",)
    found = []
    if not {element.tag for element in tree.iter()} <= {*_TAGS, "DOCUMENT_FRAGMENT"}:
        found.append("SecurityRisk")
    if not {name for element in tree.iter() for name in element.attrib} <= _KNOWN:
        found.append("SecurityRiskAttr")
    links = map(unescape, _LINK.findall(text))
    if not all(re.match(r"\w+:", link) and link.isascii() for link in links):
        found.append("ContainsRelRef")
    return tuple(found)


def read_rfc822(text: str) -> datetime:
    """The moment of an RSS date; ValueError if its form, its zone or its weekday is wrong."""
    moment = parsedate_to_datetime(text)
    if format_datetime(moment) != text:
        raise ValueError(text)
    return moment


def read_rfc3339(text: str) -> datetime:
    """The moment of an Atom date; ValueError if its form is wrong or it has no zone."""
    moment = datetime.fromisoformat(text)
    if moment.isoformat() != text or moment.tzinfo is None:
        raise ValueError(text)
    return moment


def _check_form(message: str, text: str) -> Iterator[str]:
    if not re.fullmatch(_FORMS[message], text, re.ASCII):
        yield message


Check = Callable[[str], Iterator[str] | tuple[str, ...]]
_ADDRESS, _FETCHED, _MIME, _POSITIVE, _FLAG = (
    partial(_check_form, message)
    for message in (
        "InvalidFullLink", "InvalidURLAttribute", "InvalidMIMEType", "InvalidPositiveInteger",
        "InvalidTrueFalse",
    )
)  # fmt: skip
# By element, parent/element or element@attribute.
CHECKS: dict[str, tuple[Check, ...]] = {
    "title": (check_plain, check_filled),
    "channel/description": (check_plain,),
    "item/description": (check_html,),
    "content:encoded": (check_html,),
    "subtitle": (check_plain, check_filled),
    "summary": (check_plain, check_filled),
    "content": (check_html, check_filled),
    "content@type": (partial(_check_form, "InvalidTextType"),),
    "copyright": (check_plain,),
    "rights": (check_plain, check_filled),
    "name": (check_plain, check_filled, check_person),
    "category@term": (check_filled,),
    "category@label": (check_plain,),
    "item/category": (check_plain, check_filled),
    "channel/link": (_ADDRESS,),
    "item/link": (_ADDRESS,),
    "link@href": (_ADDRESS,),
    "link@rel": (partial(_check_form, "UnregisteredAtomLinkRel"),),
    "link@type": (_MIME,),
    "link@length": (partial(_check_form, "InvalidNonNegativeInteger"),),
    "atom:link@href": (_ADDRESS,),
    "atom:link@rel": (partial(_check_form, "UnregisteredAtomLinkRel"),),
    "docs": (_ADDRESS,),
    "id": (partial(_check_form, "InvalidTAG"),),
    "guid@isPermaLink": (partial(_check_form, "InvalidPermalink"),),
    "language": (partial(_check_form, "InvalidLanguage"),),
    "ttl": (_POSITIVE,),
    "enclosure@url": (_FETCHED,),
    "enclosure@length": (partial(_check_form, "InvalidNonNegativeInteger"),),
    "enclosure@type": (_MIME,),
    "media:content@url": (_ADDRESS,),
    "media:content@type": (_MIME,),
    "media:content@medium": (partial(_check_form, "InvalidMediaMedium"),),
    "media:content@fileSize": (_POSITIVE,),
    "media:content@width": (_POSITIVE,),
    "media:content@height": (_POSITIVE,),
    "media:description": (check_plain,),
    "itunes:author": (check_plain, check_length),
    "itunes:name": (check_plain, check_length),
    "itunes:email": (partial(_check_form, "InvalidContact"),),
    "itunes:image@href": (_FETCHED,),
    "itunes:explicit": (_FLAG,),
    "itunes:duration": (partial(_check_form, "InvalidDuration"),),
}
DATES: dict[str, Callable[[str], datetime]] = {
    "pubDate": read_rfc822,
    "lastBuildDate": read_rfc822,
    "updated": read_rfc3339,
    "atom:updated": read_rfc3339,
    "published": read_rfc3339,
}
