"""Which other items stand beside an item: before, after, on its theme, of its unit, an exemplar.

Neighbours in time are chosen, never "the newest", so that a new item changes a handful of
pages and not every page of its theme.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wardnews import addresses
from wardnews.model import Article, Listing

SAME_THEME = 3
SAME_UNIT = 2
OTHER_EXEMPLARS = 2
OTHER_ANSWERS = 3
ANSWERS = addresses.kind_by_id("giai-dap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The items beside an item; `same` are of its theme, or of its kind for a giải đáp."""

    older: Article | None
    newer: Article | None
    same: tuple[Article, ...]
    unit: tuple[Article, ...]  # of its unit, none of the others
    exemplars: tuple[Article, ...]


class Neighbours:
    """Answers for any item what stands beside it, from the listings of one site."""

    def __init__(self, listings: Sequence[Listing]) -> None:
        by_address = {listing.address: listing.articles for listing in listings}
        self._by_address = by_address
        self._places = {
            listing.address: {item.path: place for place, item in enumerate(listing.articles)}
            for listing in listings
            if listing.kind in ("theme", "unit") or listing.address == ANSWERS
        }
        self._exemplars = by_address.get(addresses.EXEMPLARS, ())
        self._exemplar_dates = [item.date for item in reversed(self._exemplars)]

    def of(self, article: Article) -> Related:
        theme = addresses.theme(article.theme)
        items = self._by_address.get(theme, ())
        place = self._places.get(theme, {}).get(article.path)
        older = items[place + 1] if place is not None and place + 1 < len(items) else None
        newer = items[place - 1] if place else None
        beside = tuple(item for item in (older, newer) if item)
        same: tuple[Article, ...] = ()
        if article.answer:
            same = self._around(ANSWERS, article, OTHER_ANSWERS)
        elif not article.exemplar:
            same = self._around(theme, article, SAME_THEME, without=beside)
        exemplars = self._others(article, OTHER_EXEMPLARS if article.exemplar else 1)
        shown = (*beside, *same, *exemplars)
        unit = self._around(addresses.unit(article.unit), article, SAME_UNIT, without=shown)
        return Related(older=older, newer=newer, same=same, unit=unit, exemplars=exemplars)

    def _around(
        self, address: str, article: Article, count: int, without: Sequence[Article] = ()
    ) -> tuple[Article, ...]:
        """The next older items of a listing, and at its end the newer ones nearest in time."""
        items = self._by_address.get(address, ())
        place = self._places.get(address, {}).get(article.path)
        if place is None:
            return items[:count]
        shown, reach = {item.path for item in without}, count + len(without)
        after = items[place + 1 : place + 1 + reach]
        older = tuple([item for item in after if item.path not in shown][:count])
        if len(older) == count:
            return older
        before = reversed(items[max(0, place - reach) : place])
        newer = [item for item in before if item.path not in shown][: count - len(older)]
        return (*reversed(newer), *older)

    def _others(self, article: Article, count: int) -> tuple[Article, ...]:
        """The exemplars that are not newer than the item, or failing those the oldest ones."""
        newer = len(self._exemplars) - bisect_right(self._exemplar_dates, article.date)
        start = max(0, min(newer, len(self._exemplars) - count - 1))
        near = self._exemplars[start : start + count + 1]
        return tuple(item for item in near if item.path != article.path)[:count]
