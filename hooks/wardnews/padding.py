"""What fills up a listing with few items of its own, the same in its feeds and its embeds."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import chain, islice

from wardnews import addresses
from wardnews.farewells import closing_time
from wardnews.listings import is_closed
from wardnews.model import Article, Listing

FEWEST = 5  # WordPress calls an empty feed "down": a short one is filled up with ward-wide items
WARD_WIDE = "Tin chung của phường"  # what readers are told of those


def needs_padding(listing: Listing, own: tuple[Article, ...]) -> bool:
    """Are these too few? Never of a podcast: nothing else can be played."""
    return len(own) < FEWEST and listing.address != addresses.PODCAST


def choose_padding(
    listing: Listing, own: tuple[Article, ...], by_address: Mapping[str, Listing], now: datetime
) -> tuple[Article, ...]:
    """Ward-wide items that bring a listing's own, newest first, up to the fewest.

    They come from the nearest listing first, and older than what is there: readers like WordPress
    sort by date, and newer ones would push the listing's own out of a short block. Only when
    there are no more of those, newer ones are taken.
    """
    if not needs_padding(listing, own):
        return ()
    before = [own[-1].date] if own else []
    if (
        listing.unit
        and is_closed(listing.unit, now)
        and (closed := closing_time(listing.unit, now))
    ):
        before.append(closed)
    pools = [by_address[address] for address in _where_to_take_from(listing)]
    return _take(own, pools, FEWEST - len(own), min(before, default=None))


def _where_to_take_from(listing: Listing) -> Iterator[str]:
    """What is nearest first: a school's news on a theme is filled up with others' on that theme."""
    if listing.theme:
        yield addresses.theme(listing.theme)
    if listing.kind == "unit-exemplars":
        yield addresses.EXEMPLARS
    yield addresses.HOME


def _take(
    own: tuple[Article, ...], pools: list[Listing], count: int, before: datetime | None
) -> tuple[Article, ...]:
    """At most `count` other items: those older than `before` from every pool, then newer ones."""
    paths = {article.path for article in own}
    starts = [
        bisect_left(pool.articles, True, key=lambda a: before is None or a.date < before)
        for pool in pools
    ]
    older = (islice(pool.articles, start, None) for pool, start in zip(pools, starts, strict=True))
    newer = (islice(pool.articles, start) for pool, start in zip(pools, starts, strict=True))
    chosen: dict[str, Article] = {}
    for article in chain.from_iterable((*older, *newer)):
        if len(chosen) == count:
            break
        if article.id and article.path not in paths:
            chosen[article.path] = article
    return tuple(chosen.values())
