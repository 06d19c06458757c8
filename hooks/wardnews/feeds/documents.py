"""Which items stand in which feed of a listing: the current one, and an archive a closed month.

The archives follow RFC 5005, section 4: who walks from the current feed back through them meets
every item of the listing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile

from wardnews import addresses
from wardnews.listings import is_recalled, month_of, order_articles
from wardnews.model import Article, Listing
from wardnews.site_context import Site
from wardnews.ward import Unit

NEWEST = 30
FEWEST = 5  # WordPress calls an empty feed "down": a short one is filled up with ward-wide items
_WITH_ARCHIVES = ("all", "unit", "theme", "exemplars")


@dataclass(frozen=True, kw_only=True)
class FeedDocument:
    """One feed of a listing, still without its entries: they are made when it is written."""

    listing: Listing
    articles: tuple[Article, ...]  # newest first; visible ones, and those withdrawn of late
    ward_wide: frozenset[str] = frozenset()  # paths of those that only fill up the feed
    month: str = ""  # of an archive: "2026-10"
    previous: str = ""  # the nearest months that have an archive
    following: str = ""
    farewell: Unit | None = None  # the listing's unit, when it has closed

    @property
    def address(self) -> str:
        """Where the document stands as RSS."""
        listing = self.listing.address
        return addresses.archive(listing, self.month) if self.month else addresses.feed(listing)

    @property
    def is_podcast(self) -> bool:
        return self.listing.address == addresses.PODCAST


def list_documents(site: Site) -> Iterator[FeedDocument]:
    """Every feed of every listing, current ones and archives."""
    everything = _with_id(next(each for each in site.listings if each.kind == "all").articles)
    for listing in site.listings:
        if listing.has_feed:
            archives = tuple(_list_archives(listing, site))
            newest_archive = archives[-1].month if archives else ""
            yield _choose_current(listing, everything, newest_archive, site)
            yield from archives


def _choose_current(
    listing: Listing, everything: tuple[Article, ...], previous: str, site: Site
) -> FeedDocument:
    """The newest items, all of the open month, and the withdrawn ones that readers may still keep.

    Older archives are read once; so a withdrawal is told here, however old the item is.
    """
    articles = _with_id(listing.articles)
    this_month = _this_month(site)
    of_this_month = [*takewhile(lambda article: month_of(article) >= this_month, articles)]
    own = articles[: max(NEWEST, len(of_this_month))]
    recalled = _list_recalled(listing, site)
    # A podcast app would show what fills up as episodes that cannot be played.
    fewest = 1 if listing.address == addresses.PODCAST else FEWEST
    filling = _choose_filling(own, everything, fewest - len(own) - len(recalled))
    return FeedDocument(
        listing=listing,
        articles=order_articles([*own, *recalled, *filling]),
        ward_wide=frozenset(article.path for article in filling),
        previous=previous,
        farewell=listing.unit if listing.unit and _is_closed(listing.unit, site) else None,
    )


def _choose_filling(
    own: tuple[Article, ...], everything: tuple[Article, ...], count: int
) -> list[Article]:
    """The ward's newest items that are older than a feed's own, else its newest.

    Readers like WordPress sort by date: newer ones would push the feed's own out of a short block.
    """
    if count <= 0:
        return []
    oldest = own[-1].date if own else None
    start = bisect_left(everything, True, key=lambda article: not oldest or article.date < oldest)
    older = everything[start : start + count]
    newer = (article for article in everything[:start] if article not in own)
    return [*older, *islice(newer, count - len(older))]


def _list_archives(listing: Listing, site: Site) -> Iterator[FeedDocument]:
    """A document for each closed month, oldest first; one that lost all its items stays, empty."""
    if listing.kind not in _WITH_ARCHIVES:
        return
    months: defaultdict[str, list[Article]] = defaultdict(list)
    for article in _with_id(listing.articles):
        months[month_of(article)].append(article)
    for article in _with_id(listing.gone):
        months[month_of(article)].extend([article] if is_recalled(article, site.now) else [])
    closed = sorted(month for month in months if month < _this_month(site))
    for month, previous, following in zip(closed, ["", *closed], [*closed[1:], ""], strict=False):
        yield FeedDocument(
            listing=listing,
            articles=order_articles(months[month]),
            month=month,
            previous=previous,
            following=following,
        )


def _list_recalled(listing: Listing, site: Site) -> list[Article]:
    return [article for article in _with_id(listing.gone) if is_recalled(article, site.now)]


def _is_closed(unit: Unit, site: Site) -> bool:
    """Has the school merged into another, or closed?"""
    if unit.active_until is None:
        return bool(unit.merged_into)
    return unit.active_until < site.now.date()


def _with_id(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Without an id there is no guid; only a preview has such items."""
    return tuple(article for article in articles if article.id)


def _this_month(site: Site) -> str:
    return f"{site.now:%Y-%m}"
