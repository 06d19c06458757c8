"""Reads and judges a whole content folder: what may be built, and every Problem in it.

The editor's command, the build and CI all ask here, so that nothing passes one and fails another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from wardnews import addresses
from wardnews.cache import Cache
from wardnews.content.manuscripts import Manuscript
from wardnews.content.personal_data import check_attached_text
from wardnews.content.reader import LARGEST, ContentReading, read_content
from wardnews.content.tree_rules import check_tree
from wardnews.formats import FileFault
from wardnews.listings import (
    is_shown,
    list_listings,
    list_notices,
    order_articles,
)
from wardnews.model import Article, Listing, Newsroom, Problem
from wardnews.pictures import CleanPicture, clean_pictures, digest_files
from wardnews.progress import Progress, keep_silent
from wardnews.references import References, Surroundings, find_use, resolve_references
from wardnews.ward import Registers

_LEAD_WIDTH = 1200  # pixels
_TRIES = 5  # a folder in which files vanish each time is at work, and no site can be made of it
# A Problem about a register makes these fields unreadable in every item: one cause, one message.
_FIELDS_OF = {
    "units.yml": ("unit", "replicated_by"),
    "themes.yml": ("theme",),
    "lists.yml": ("kind", "audiences", "tags", "channels"),
    "documents.yml": ("documents",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A content folder after judging. When `refused` nothing of it may be published."""

    newsroom: Newsroom  # without the items that have errors
    listings: tuple[Listing, ...]
    notices: tuple[Article, ...]
    references: Mapping[str, References]  # by item's path
    digests: Mapping[str, tuple[bytes, bytes]]  # by item's path, of its file and its header
    pictures: Mapping[str, CleanPicture]  # by path in the content folder
    files: Mapping[str, bytes]  # by path, the digests of the other files that items use
    problems: tuple[Problem, ...]  # by path and line
    refused: bool
    read: int  # items that were not kept from an earlier time


def judge_content(
    content: Path,
    *,
    standing: Collection[str],
    now: datetime,
    workers: int,
    cache: Cache,
    preview: bool = False,
    progress: Progress = keep_silent,
) -> Judgement:
    """Read and judge the folder; `standing` are the addresses of the standing pages of docs/.

    A file that vanishes meanwhile is not there: everything is read anew.
    """
    judge = partial(
        _judge_once,
        content,
        standing=standing,
        now=now,
        workers=workers,
        cache=cache,
        preview=preview,
        progress=progress,
    )
    for _ in range(_TRIES - 1):
        try:
            return judge()
        except FileNotFoundError as error:
            if not Path(error.filename or "").is_relative_to(content):
                raise
    return judge()


def _judge_once(
    content: Path,
    *,
    standing: Collection[str],
    now: datetime,
    workers: int,
    cache: Cache,
    preview: bool,
    progress: Progress,
) -> Judgement:
    reading = read_content(content, workers=workers, cache=cache, progress=progress)
    read = {m.path: m.article for m in reading.manuscripts if m.article is not None}
    newsroom = _newsroom(reading, read.values())
    listings = list_listings(newsroom, now, preview=preview)
    around = Surroundings(
        files=reading.files,
        items=read,
        paths={addresses.article(article): path for path, article in read.items()},
        open=frozenset(_open_paths(newsroom, now, preview=preview)),
        pages=frozenset(_pages(newsroom.registers, listings, standing)),
    )
    references = {m.path: resolve_references(m, around) for m in reading.manuscripts}
    attached = [each for found in references.values() for each in found.files.values()]
    pictures = clean_pictures(
        (each.file for each in attached if not each.media_type),
        content=content,
        workers=workers,
        cache=cache,
        progress=progress,
    )
    files = digest_files(
        (each.file for each in attached if each.media_type), content=content, cache=cache
    )
    problems = _silence_consequences(
        [
            *reading.problems,
            *reading.registers.problems,
            *(problem for m in reading.manuscripts for problem in m.problems),
            *(problem for found in references.values() for problem in found.problems),
            *check_tree(reading.manuscripts, standing=standing, now=now),
            *_tell_faults(reading.manuscripts, references, {**pictures, **files}),
            *_tell_small_leads(reading.manuscripts, references, pictures),
            *_check_texts(reading.manuscripts, references, reading.registers.registers),
        ],
        reading.registers.broken,
    )
    faulty = {problem.path for problem in problems if problem.level == "error"}
    drafts = {m.path for m in reading.manuscripts if not m.stops_build}
    if faulty & read.keys():
        newsroom = _newsroom(reading, (a for path, a in read.items() if path not in faulty))
        listings = list_listings(newsroom, now, preview=preview)
    return Judgement(
        newsroom=newsroom,
        listings=listings,
        notices=list_notices(newsroom, now),
        references=references,
        digests={m.path: (m.digest, m.card) for m in reading.manuscripts},
        pictures={p: made for p, made in pictures.items() if isinstance(made, CleanPicture)},
        files={path: key for path, key in files.items() if isinstance(key, bytes)},
        problems=tuple(sorted(problems, key=lambda p: (p.path, p.line, p.code, p.field))),
        refused=bool(faulty - drafts),
        read=reading.read,
    )


def _newsroom(reading: ContentReading, articles: Iterable[Article]) -> Newsroom:
    return Newsroom(registers=reading.registers.registers, articles=order_articles(list(articles)))


def _open_paths(newsroom: Newsroom, now: datetime, *, preview: bool) -> Iterator[str]:
    """The items that have a page, if only a notice."""
    shown = (a for a in newsroom.articles if is_shown(a, now, preview=preview))
    yield from (article.path for article in shown)
    yield from (article.path for article in list_notices(newsroom, now))


def _pages(
    registers: Registers, listings: Iterable[Listing], standing: Collection[str]
) -> Iterator[str]:
    """The address of every page, feed and file of the site that is not an item's page."""
    yield from standing
    yield from (addresses.DATA, addresses.DATA_JSON, addresses.DATA_CSV, addresses.DATA_SCHEMA)
    yield from (addresses.UNITS, addresses.ARCHIVE, addresses.DOCUMENTS)
    yield from (addresses.SUBSCRIBE, addresses.OUTLINES, addresses.EMBEDS)
    yield from (addresses.SITE_MAP, addresses.SEARCH)
    yield from map(addresses.document, registers.documents)
    yield from map(addresses.unit_outlines, registers.units)
    for listing in listings:
        if listing.kind == "all":
            yield from _item_files(listing.articles)
        yield listing.address
        if listing.has_feed:
            yield addresses.feed(listing.address)
            yield addresses.atom(listing.address)
            yield addresses.json_feed(listing.address)
        if listing.has_embed:
            yield addresses.embed(listing.address)
            yield addresses.fragment(listing.address)


def _item_files(articles: Iterable[Article]) -> Iterator[str]:
    """What the site itself makes of an item beside its page."""
    for article in articles:
        yield addresses.plain_text(article)
        if article.has_appointment:
            yield addresses.calendar(article)


def _tell_faults(
    manuscripts: tuple[Manuscript, ...],
    references: Mapping[str, References],
    made: Mapping[str, CleanPicture | bytes | FileFault],
) -> Iterator[Problem]:
    """A picture or file that cannot be shown is told to every item that uses it."""
    for manuscript in manuscripts:
        for target, attached in references[manuscript.path].files.items():
            fault = made.get(attached.file.path)
            if isinstance(fault, FileFault) and manuscript.article:
                name, line = find_use(manuscript.article, target)
                yield manuscript.problem(name, fault.code, fault.message, fault.remedy, line=line)


def _tell_small_leads(
    manuscripts: tuple[Manuscript, ...],
    references: Mapping[str, References],
    pictures: Mapping[str, CleanPicture | FileFault],
) -> Iterator[Problem]:
    for manuscript in manuscripts:
        yield from _tell_small_lead(manuscript, references[manuscript.path], pictures)


def _check_texts(
    manuscripts: tuple[Manuscript, ...], references: Mapping[str, References], registers: Registers
) -> Iterator[Problem]:
    """What an item gives to download as text obeys the rules of its own text."""
    for manuscript in manuscripts:
        for target, attached in references[manuscript.path].files.items():
            if manuscript.article and attached.media_type.startswith("text/"):
                with attached.file.real.open("rb") as stream:
                    text = stream.read(LARGEST).decode("utf-8", "replace")
                yield from check_attached_text(
                    manuscript, target, text, find_use(manuscript.article, target), registers
                )


def _tell_small_lead(
    manuscript: Manuscript,
    found: References,
    pictures: Mapping[str, CleanPicture | FileFault],
) -> Iterator[Problem]:
    """A lead photo is shown across the page; drawings (PNG, SVG) stay sharp enough."""
    article = manuscript.article
    lead = found.files.get(article.image.file) if article and article.image else None
    picture = pictures.get(lead.file.path) if lead else None
    if isinstance(picture, CleanPicture) and picture.is_photo and picture.width < _LEAD_WIDTH:
        name = lead.file.path.rpartition("/")[2] if lead else ""
        yield manuscript.problem(
            "image.file",
            "A209",
            f'Ảnh chính "{name}" chỉ rộng {picture.width} điểm ảnh, trên màn hình lớn sẽ mờ.',
            f"Dùng ảnh gốc trong máy chụp, rộng ít nhất {_LEAD_WIDTH} điểm ảnh; "
            "gửi qua Zalo thì chọn gửi ảnh HD. Không có ảnh lớn hơn thì vẫn đăng được.",
            level="warning",
        )


def _silence_consequences(problems: list[Problem], broken: Collection[str]) -> list[Problem]:
    """Leave out the "no such unit" of every item when it is units.yml that is broken."""
    unreadable = {name for register in broken for name in _FIELDS_OF.get(register, ())}
    return [
        problem
        for problem in problems
        if problem.code != "T102" or problem.field.partition(".")[0] not in unreadable
    ]
