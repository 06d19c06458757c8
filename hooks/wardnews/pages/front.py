"""What the home page shows, chosen from the listings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from wardnews import addresses
from wardnews.listings import is_closed
from wardnews.model import Article, Listing
from wardnews.pages.related import ANSWERS as ANSWERS_ADDRESS
from wardnews.site_context import Site
from wardnews.ward import Registers, Theme, Unit

FRONT = 6  # so many of the newest items stand on the front; page 2 begins with the others
NOTICES = 5
ANSWERS = 2
EXEMPLARS = 3
PER_THEME = 3
MEDIA = 3
UNITS = 8
MEDIA_KINDS = ("video", "podcast", "infographic")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontPage:
    """The parts of the home page, each possibly empty."""

    lead: Article | None
    beside: tuple[Article, ...]
    below: tuple[Article, ...]  # the older ones, as links
    notices: tuple[Article, ...]
    answers: tuple[Article, ...]
    exemplars: tuple[Article, ...]
    themes: tuple[tuple[Theme, tuple[Article, ...]], ...]
    media: tuple[Article, ...]
    units: tuple[tuple[Unit, int], ...]
    article_count: int
    exemplar_count: int
    unit_count: int
    more: bool  # there is a second page


def split_front(
    articles: Sequence[Article], now: datetime
) -> tuple[tuple[Article, ...], tuple[Article, ...]]:
    """The newest items for the front, and all others for the pages after it.

    A notice that is over stands among the others, wherever it is in time.
    """
    front = _newest(articles, FRONT, now)
    chosen = {item.path for item in front}
    return front, tuple(item for item in articles if item.path not in chosen)


def choose_front(site: Site, by_address: Mapping[str, Listing]) -> FrontPage:
    """Choose the home page from the listings that stand in the site."""
    registers = site.newsroom.registers
    articles = _articles(by_address, addresses.HOME)
    exemplars = _articles(by_address, addresses.EXEMPLARS)
    newest, others = split_front(articles, site.now)
    lead = _choose_lead(articles, newest, site.now)
    notices = _choose_notices(articles, site.now)
    rest = [item for item in newest if item is not lead]
    beside = 3 if notices and len(rest) > 3 else len(rest)
    units = _count_units(by_address, registers, site.now)
    return FrontPage(
        lead=lead,
        beside=tuple(rest[:beside]),
        below=tuple(rest[beside:]),
        notices=notices,
        answers=_articles(by_address, ANSWERS_ADDRESS)[:ANSWERS],
        exemplars=exemplars[:EXEMPLARS],
        themes=tuple(
            (theme, _newest(_articles(by_address, addresses.theme(theme)), PER_THEME, site.now))
            for theme in registers.themes
        ),
        media=tuple(_newest_media(by_address)),
        units=units[:UNITS],
        article_count=len(articles),
        exemplar_count=len(exemplars),
        unit_count=len(units),
        more=bool(others),
    )


def _articles(by_address: Mapping[str, Listing], address: str) -> tuple[Article, ...]:
    listing = by_address.get(address)
    return listing.articles if listing else ()


def _is_over(item: Article, now: datetime) -> bool:
    """Whether a notice is past its deadline: then it leaves the home page."""
    return item.deadline is not None and item.deadline <= now


def _newest(articles: Sequence[Article], count: int, now: datetime) -> tuple[Article, ...]:
    return tuple(islice((item for item in articles if not _is_over(item, now)), count))


def _choose_lead(
    articles: tuple[Article, ...], newest: tuple[Article, ...], now: datetime
) -> Article | None:
    """The newest pinned item, else the newest with a picture among the newest, else the newest."""
    for item in articles:
        if item.pinned_until and item.pinned_until > now and not _is_over(item, now):
            return item
    return next((item for item in newest if item.image), newest[0] if newest else None)


def _choose_notices(articles: tuple[Article, ...], now: datetime) -> tuple[Article, ...]:
    """The notices that are still to be answered, the most pressing first."""
    dated = [(item.deadline, item.path, item) for item in articles if item.deadline]
    pressing = sorted((row for row in dated if row[0] > now), key=lambda row: row[:2])
    return tuple(item for _, _, item in pressing[:NOTICES])


def _newest_media(by_address: Mapping[str, Listing]) -> list[Article]:
    found = [
        item
        for kind in MEDIA_KINDS
        for item in _articles(by_address, addresses.kind_by_id(kind))[:MEDIA]
    ]
    found.sort(key=lambda item: item.path)
    found.sort(key=lambda item: item.date, reverse=True)
    return found[:MEDIA]


def _count_units(
    by_address: Mapping[str, Listing], registers: Registers, now: datetime
) -> tuple[tuple[Unit, int], ...]:
    """The units of today that have items, in the register's order."""
    living = (unit for unit in registers.units if not is_closed(unit, now))
    counted = ((unit, len(_articles(by_address, addresses.unit(unit)))) for unit in living)
    return tuple((unit, count) for unit, count in counted if count)
