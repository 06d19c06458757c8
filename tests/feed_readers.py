"""Other people's feed readers, asked what they make of our feeds: one process for many files."""

from __future__ import annotations

import html
import itertools
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import threading
import unicodedata
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import feedparser
import pytest
from lxml import etree

ROOT = Path(__file__).parent.parent
PROGRAMS = ROOT / "tests" / "readers"
FORMS = ("feed.xml", "atom.xml", "feed.json")
OUTLINES = ("feeds.opml",)
_NODE = PROGRAMS / "node_readers.mjs"


@dataclass(frozen=True, slots=True)
class Item:
    """What a reader shows of an item; None is what it does not know."""

    id: str | None
    title: str
    link: str | None
    date: datetime | None
    summary: str | None


def run(*command: str | Path, **environment: str) -> str:
    """What a program prints; a missing program is a failure that says where it comes from."""
    assert shutil.which(command[0]), f"no {command[0]}: scripts/run_tests.py installs it"
    done = subprocess.run(
        list(map(str, command)),
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{command[0]}: {done.stdout[-1000:]}{done.stderr[-1000:]}"
    return done.stdout


def _ask(*command: str | Path, files: Sequence[Path]) -> list[list[Item]]:
    assert (ROOT / ".readers").is_dir(), "no .readers: scripts/run_tests.py fills it"
    return [
        [Item(**{**item, "date": _moment(item["date"])}) for item in items]
        for items in json.loads(run(*command, *files))
    ]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _ask_feedparser(files: Sequence[Path]) -> list[list[Item]]:
    return [
        list(map(_of_feedparser, feedparser.parse(file.read_bytes()).entries)) for file in files
    ]


def _of_feedparser(entry: feedparser.FeedParserDict) -> Item:
    date = datetime(*entry.published_parsed[:6], tzinfo=UTC)
    return Item(entry.id, entry.title, entry.link, date, entry.summary)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


def _ask_newsboat(files: Sequence[Path]) -> list[list[Item]]:
    """Newsboat fetches over HTTP, and keeps an id once: so each feed has a cache of its own."""
    top = Path(os.path.commonpath([file.parent for file in files]))
    handler = partial(_Quiet, directory=str(top))
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), handler) as server,
        TemporaryDirectory() as home,
        ThreadPoolExecutor(4) as pool,
    ):
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_address[1]}/"
        addresses = [base + file.relative_to(top).as_posix() for file in files]
        folders = [Path(home) / str(number) for number in range(len(files))]
        found = list(pool.map(fetch_with_newsboat, addresses, folders))
        server.shutdown()
    return found


def fetch_with_newsboat(address: str, folder: Path) -> list[Item]:
    """What newsboat shows of the feed at an address; `folder` is new, and its home."""
    folder.mkdir()
    urls, cache = folder / "urls", folder / "cache.db"
    urls.write_text(address + "\n")
    files = ("-u", urls, "-c", cache, "-C", os.devnull)
    run("newsboat", *files, "-x", "reload", HOME=str(folder), LANG="C.UTF-8")
    with closing(sqlite3.connect(cache)) as database:
        rows = database.execute(  # the order in which newsboat itself takes them out
            "SELECT guid, title, url, pubDate FROM rss_item ORDER BY pubDate DESC, id DESC"
        ).fetchall()
    return [
        Item(guid, title, url, datetime.fromtimestamp(date, UTC), None)
        for guid, title, url, date in rows
    ]


def import_outlines(file: Path) -> dict[str, set[str]]:
    """The addresses that readers subscribe to when they are handed an OPML document."""

    def walk(outlines: list[dict]) -> set[str]:  # type: ignore[type-arg]
        found = {each["xmlUrl"] for each in outlines if "xmlUrl" in each}
        return found.union(*(walk(each.get("outlines", [])) for each in outlines))

    (parsed,) = json.loads(run("node", _NODE, "opml", file))
    with TemporaryDirectory() as home:
        urls, cache = Path(home) / "urls", Path(home) / "cache.db"
        urls.touch()
        run("newsboat", "-u", urls, "-c", cache, "-C", os.devnull, "-i", file, HOME=home)
        lines = urls.read_text("utf-8").splitlines()
    return {"feedsmith": walk(parsed), "newsboat": {shlex.split(line)[0] for line in lines}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A reader: which of our forms it takes, and what is peculiar about what it shows."""

    name: str
    ask: Callable[[Sequence[Path]], list[list[Item]]]
    forms: frozenset[str] = frozenset({"feed.xml", "atom.xml"})
    knows_ids: bool = True
    titles_are_html: bool = False  # its titles are meant for a page: unescaped once they are text
    loses_tags: bool = False  # from titles too, and all that follows "<b" when no ">" comes
    shows_summaries: bool = True
    shows_changes: bool = False  # of Atom it shows when an item was changed, not when it appeared
    # SimplePie's comparison never calls two dates equal: in PHP 8 items of the same moment come
    # out in another order than they stand in.
    mixes_equals: bool = False


def compare(reader: Reader, file: Path, shown: Sequence[Item]) -> tuple[list[Item], list[Item]]:
    """What a reader shows of a document, and what stands there; summaries are left out."""
    there = [_as_shown(item, reader) for item in read_plainly(file, changes=reader.shows_changes)]
    found = [_as_text(item, reader) for item in shown]
    return (_calm(found), _calm(there)) if reader.mixes_equals else (found, there)


def read_summaries(shown: Sequence[Item]) -> dict[str | None, str]:
    """What a reader of RSS shows of each item beside its title, as text: it is given HTML."""
    return {item.link: html.unescape(item.summary or "") for item in shown}


def _as_shown(item: Item, reader: Reader) -> Item:
    title = re.sub(r"<(?=\S)[^>]*>?", "", item.title) if reader.loses_tags else item.title
    return Item(item.id if reader.knows_ids else None, title, item.link, item.date, None)


def _as_text(item: Item, reader: Reader) -> Item:
    title = html.unescape(item.title) if reader.titles_are_html else item.title
    return Item(item.id, unicodedata.normalize("NFC", title), item.link, item.date, None)


def _calm(items: list[Item]) -> list[Item]:
    """Items of the same moment in the order of their ids; all others stay where they are."""
    moments = itertools.groupby(items, key=_date_of)
    return [item for _, same in moments for item in sorted(same, key=lambda each: each.id)]


def _date_of(item: Item) -> datetime:
    return item.date


def _program(name: str, *arguments: str | Path) -> Callable[[Sequence[Path]], list[list[Item]]]:
    return lambda files: _ask(name, *arguments, files=files)


READERS = (
    Reader(
        name="WordPress",
        ask=_program("php", PROGRAMS / "simplepie.php"),
        titles_are_html=True,
        mixes_equals=True,
    ),
    Reader(
        name="NukeViet",
        ask=_program("php", PROGRAMS / "nukeviet.php"),
        knows_ids=False,
        loses_tags=True,
        shows_changes=True,
    ),
    Reader(
        name="Joomla",
        ask=_program("php", PROGRAMS / "joomla.php"),
        loses_tags=True,
        shows_changes=True,
    ),
    Reader(
        name="feedsmith",
        ask=_program("node", _NODE, "feedsmith"),
        forms=frozenset({"feed.xml", "atom.xml", "feed.json"}),
    ),
    Reader(name="rss-parser", ask=_program("node", _NODE, "rss-parser")),
    Reader(name="newsboat", ask=_ask_newsboat, shows_summaries=False),
    Reader(name="feedparser", ask=_ask_feedparser),
)
TELLERS = [reader for reader in READERS if reader.shows_summaries]
PAIRS = [
    pytest.param(reader, form, id=f"{reader.name}-{form}")
    for reader in READERS
    for form in FORMS
    if form in reader.forms
]


def read_plainly(file: Path, *, changes: bool = False) -> list[Item]:
    """What stands in a document, read by nothing but an XML or JSON parser.

    With `changes` the dates of Atom and JSON Feed are those of the last change.
    """
    if file.suffix == ".json":
        date = "date_modified" if changes else "date_published"
        return [
            Item(each["id"], each["title"], each["url"], _utc(each[date]), each["summary"])
            for each in json.loads(file.read_bytes())["items"]
        ]
    root = etree.parse(file).getroot()
    if root.tag == "rss":
        return [
            Item(
                item.findtext("guid"),
                item.findtext("title"),
                item.findtext("link"),
                parsedate_to_datetime(item.findtext("pubDate")).astimezone(UTC),
                item.findtext("description"),
            )
            for item in root.iterfind("channel/item")
        ]
    atom, date = "{http://www.w3.org/2005/Atom}", "updated" if changes else "published"
    return [
        Item(
            entry.findtext(atom + "id"),
            entry.findtext(atom + "title"),
            entry.find(atom + "link").get("href"),
            _utc(entry.findtext(atom + date)),
            entry.findtext(atom + "summary"),
        )
        for entry in root.iterfind(atom + "entry")
    ]


def _utc(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
