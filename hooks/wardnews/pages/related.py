"""Which other items stand beside an item: before, after, on its theme, an exemplar.

Neighbours in time are chosen, never "the newest", so that a new item changes a handful of
pages and not every page of its theme.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from wardnews import addresses
from wardnews.model import Article, Listing

SAME_THEME = 3
OTHER_EXEMPLARS = 2
OTHER_ANSWERS = 3
ANSWERS = addresses.kind_by_id("giai-dap")


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """The items beside an item; `same` are of its theme, or of its kind for a giải đáp."""

    older: Article | None
    newer: Article | None
    same: tuple[Article, ...]
    exemplars: tuple[Article, ...]


class Neighbours:
    """Answers for any item what stands beside it, from the listings of one site."""

    def __init__(self, listings: Sequence[Listing]) -> None:
        by_address = {listing.address: listing.articles for listing in listings}
        self._by_address = by_address
        self._places = {
            listing.address: {item.path: place for place, item in enumerate(listing.articles)}
            for listing in listings
            if listing.kind == "theme" or listing.address == ANSWERS
        }
        self._exemplars = by_address.get(addresses.EXEMPLARS, ())
        self._exemplar_ages = [-item.date.timestamp() for item in self._exemplars]

    def of(self, article: Article) -> Related:
        theme = addresses.theme(article.theme)
        items = self._by_address.get(theme, ())
        place = self._places.get(theme, {}).get(article.path)
        older = items[place + 1] if place is not None and place + 1 < len(items) else None
        newer = items[place - 1] if place else None
        if article.exemplar:
            return Related(
                older=older, newer=newer, same=(), exemplars=self._others(article, OTHER_EXEMPLARS)
            )
        same = (
            self._around(ANSWERS, article, OTHER_ANSWERS)
            if article.answer
            else self._around(theme, article, SAME_THEME, skip=2)
        )
        return Related(older=older, newer=newer, same=same, exemplars=self._others(article, 1))

    def _around(
        self, address: str, article: Article, count: int, skip: int = 1
    ) -> tuple[Article, ...]:
        """The next older items of a listing, and at its end the newer ones nearest in time."""
        items = self._by_address.get(address, ())
        place = self._places.get(address, {}).get(article.path)
        if place is None:
            return items[:count]
        older = items[place + skip : place + skip + count]
        missing = count - len(older)
        return items[max(0, place - missing - skip + 1) : max(0, place - skip + 1)] + older

    def _others(self, article: Article, count: int) -> tuple[Article, ...]:
        """The exemplars that are not newer than the item, or failing those the oldest ones."""
        start = bisect_left(self._exemplar_ages, -article.date.timestamp())
        start = max(0, min(start, len(self._exemplars) - count - 1))
        near = self._exemplars[start : start + count + 1]
        return tuple(item for item in near if item.path != article.path)[:count]
