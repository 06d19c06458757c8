"""What stands in a feed: its entries and files, read without the library that wrote it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from wardnews.cache import Cache
from wardnews.outputs import digest
from wardnews.publishing.manifest import FileFact

_FEED = re.compile(r"(?:.*/)?(?:feed(?:-\d{4}-\d\d)?\.xml|atom\.xml|feed\.json)")
_ATOM = "{http://www.w3.org/2005/Atom}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True, kw_only=True)
class FeedFacts:
    """What must hold of one feed; `fault` says why it cannot be read."""

    entries: tuple[tuple[str, str], ...] = ()  # guid and URL, in the feed's order
    urls: tuple[str, ...] = ()  # of the entries' files
    fault: str = ""


def is_feed(path: str) -> bool:
    """RSS, Atom, JSON Feed, and the archive of a month."""
    return _FEED.fullmatch(path) is not None


def read_feeds(site: Path, files: Mapping[str, FileFact], cache: Cache) -> dict[str, FeedFacts]:
    """The facts of every feed by its path, read again only when its bytes have changed."""
    name = f"publishing/feeds-{digest(str(site.resolve())).hex()}"
    known: dict[str, tuple[str, FeedFacts]] = cache.load(name) or {}
    fresh = {}
    for path in filter(is_feed, files):
        sha256 = files[path].sha256
        kept = known.get(path)
        facts = kept[1] if kept and kept[0] == sha256 else read_feed(site / path)
        fresh[path] = (sha256, facts)
    if fresh != known:
        cache.save(name, fresh)
    return {path: facts for path, (_, facts) in fresh.items()}


def read_feed(path: Path) -> FeedFacts:
    """One feed, in whichever of the three formats its name tells."""
    try:
        if path.suffix == ".json":
            return _read_json(json.loads(path.read_bytes()))
        root = etree.parse(str(path), _PARSER).getroot()
    except (etree.XMLSyntaxError, ValueError, KeyError, TypeError) as error:
        return FeedFacts(fault=str(error))
    items, read = (
        (root.iter("item"), _read_item)
        if root.tag == "rss"
        else (root.iter(f"{_ATOM}entry"), _read_entry)
    )
    if root.tag not in ("rss", f"{_ATOM}feed"):
        return FeedFacts(fault=f"<{root.tag}>")
    return _collect(read(item) for item in items)


def _collect(read: Iterator[tuple[str, str, list[str]]]) -> FeedFacts:
    rows = list(read)
    if any(not guid or not url for guid, url, _ in rows):
        return FeedFacts(fault="có mục thiếu mã hoặc địa chỉ")
    return FeedFacts(
        entries=tuple((guid, url) for guid, url, _ in rows),
        urls=tuple(url for _, _, urls in rows for url in urls),
    )


def _read_item(item: etree._Element) -> tuple[str, str, list[str]]:
    found = [str(enclosure.get("url")) for enclosure in item.iter("enclosure")]
    return item.findtext("guid", ""), item.findtext("link", ""), found


def _read_entry(entry: etree._Element) -> tuple[str, str, list[str]]:
    links = [(link.get("rel", "alternate"), link.get("href", "")) for link in
             entry.iter(f"{_ATOM}link")]  # fmt: skip
    url = next((href for rel, href in links if rel == "alternate"), "")
    return entry.findtext(f"{_ATOM}id", ""), url, [h for rel, h in links if rel == "enclosure"]


def _read_json(feed: dict[str, list[dict[str, object]]]) -> FeedFacts:
    return _collect(
        (str(item["id"]), str(item["url"]), _list_files(item)) for item in feed["items"]
    )


def _list_files(item: dict[str, object]) -> list[str]:
    attachments = item.get("attachments") or []
    assert isinstance(attachments, list)
    image = item.get("image")
    return [str(a["url"]) for a in attachments] + ([str(image)] if image else [])
