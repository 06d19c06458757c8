"""When the site will change by itself, though nobody edits anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from wardnews.farewells import closing_time
from wardnews.listings import RECALL, YEAR
from wardnews.model import Article, Newsroom


def find_next_change(newsroom: Newsroom, now: datetime) -> datetime:
    """The first moment after `now` at which anything takes effect; `now` is in the ward's zone.

    At the latest it is the first of the next month, when a month's archives are closed.
    """
    return min(moment for moment in _list_moments(newsroom, now) if moment > now)


def _list_moments(newsroom: Newsroom, now: datetime) -> Iterator[datetime]:
    yield (now.replace(day=1, hour=0, minute=0, second=0, microsecond=0) + timedelta(31)).replace(
        day=1
    )
    yield from _list_closings(newsroom, now)
    for article in newsroom.articles:
        if article.status == "da-duyet":
            yield from _list_moments_of(article)
        elif article.withdrawn:
            yield article.withdrawn.on + RECALL


def _list_closings(newsroom: Newsroom, now: datetime) -> Iterator[datetime]:
    yield from filter(None, (closing_time(unit, now) for unit in newsroom.registers.units))


def _list_moments_of(article: Article) -> Iterator[datetime]:
    """It appears, it is no longer pinned, over, or in the documents of the last twelve months."""
    yield from (article.date, article.date + YEAR)
    yield from _known((article.expires, article.pinned_until, article.deadline))
    yield from (correction.date + RECALL for correction in article.corrections)


def _known(moments: Iterable[datetime | None]) -> Iterator[datetime]:
    return (moment for moment in moments if moment is not None)
