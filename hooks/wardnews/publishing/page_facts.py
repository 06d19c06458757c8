"""What a page leads to and what can be jumped to in it, read from its HTML and kept by its hash."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import etree, html

from wardnews import addresses
from wardnews.cache import Cache
from wardnews.outputs import digest
from wardnews.publishing.manifest import FileFact
from wardnews.workers import map_forked

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_LINKS = ("href", "src", "poster", "action", "data")
_PARSER = html.HTMLParser(encoding="utf-8", huge_tree=True)


@dataclass(frozen=True, kw_only=True)
class PageFacts:
    """What must hold of one page; no slots, so that thousands are read from the cache at once."""

    targets: frozenset[tuple[str, str]]  # path of a file of the site, and a place in it or ""
    places: frozenset[str]  # ids that can be jumped to
    address: str  # the address that it gives itself; "" when it gives none
    is_hidden: bool  # not for search engines


def read_pages(
    site: Path, files: Mapping[str, FileFact], url: str, *, cache: Cache, workers: int
) -> dict[str, PageFacts]:
    """The facts of every HTML file, by its path; `url` is the site's address, ending with "/"."""
    name = f"publishing/pages-{digest(str(site.resolve()), url).hex()}"
    known: dict[str, tuple[str, PageFacts]] = cache.load(name) or {}
    wanted = {path: fact.sha256 for path, fact in files.items() if path.endswith(".html")}
    stale = [p for p, sha256 in wanted.items() if p not in known or known[p][0] != sha256]

    def read(number: int) -> PageFacts:
        return read_page((site / stale[number]).read_bytes(), stale[number], url)

    fresh = dict(zip(stale, map_forked(read, len(stale), workers), strict=True))
    facts = {path: fresh.get(path) or known[path][1] for path in wanted}
    if stale or known.keys() != wanted.keys():
        cache.save(name, {path: (wanted[path], found) for path, found in facts.items()})
    return facts


def read_page(content: bytes, path: str, url: str) -> PageFacts:
    """The facts of the page at `path`."""
    try:
        root = html.document_fromstring(content, parser=_PARSER)
    except (etree.ParserError, etree.XMLSyntaxError):  # nothing in it
        root = html.Element("html")
    found = (locate(link, path, url) for link in _list_links(root))
    return PageFacts(
        targets=frozenset(target for target in found if target),
        places=frozenset(_list_places(root)),
        address=next((str(e.get("href")) for e in root.iterfind(".//link[@rel='canonical']")), ""),
        is_hidden=any(
            "noindex" in str(e.get("content")) for e in root.iterfind(".//meta[@name='robots']")
        ),
    )


def _list_links(root: html.HtmlElement) -> Iterator[str]:
    """Every address that a page makes a browser, a reader or another site ask for."""
    for element in root.iter(etree.Element):
        for name in _LINKS:
            if (value := element.get(name)) is not None:
                yield value
        for choice in (element.get("srcset") or "").split(","):
            yield from choice.split()[:1]
        if element.tag == "meta" and (value := element.get("content") or "").startswith("http"):
            yield value


def _list_places(root: html.HtmlElement) -> Iterator[str]:
    for element in root.iter(etree.Element):
        if place := element.get("id"):
            yield place
        if element.tag == "a" and (place := element.get("name")):
            yield place


def locate(link: str, path: str, url: str) -> tuple[str, str] | None:
    """The file of the site that a link in the file at `path` leads to, and the place in it.

    None for what lies elsewhere. A file outside the root comes out as "../…", which is none.
    """
    link = link.strip()
    if link.startswith(url):
        link, path = link[len(url) :], ""
    elif _SCHEME.match(link):
        return None
    elif link.startswith("/"):
        root = urlsplit(url).path
        if not link.startswith(root):
            return None
        link, path = link[len(root) :], ""
    rest, _, place = link.partition("#")
    rest = rest.partition("?")[0]
    if not rest:
        return (path or addresses.file("")), unquote(place)
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(rest)))
    if rest.endswith(("/", "/.", "/..")) or rest in (".", ".."):
        target = "" if target == "." else f"{target}/"
    return addresses.file(target), unquote(place)
