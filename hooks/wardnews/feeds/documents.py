"""Which items stand in which feed of a listing: the current one, and an archive a closed month.

The archives follow RFC 5005, section 4: who walks from the current feed back through them meets
every item of the listing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, takewhile

from wardnews import addresses
from wardnews.listings import is_closed, is_mended, is_recalled, month_of, order_articles
from wardnews.model import Article, Listing
from wardnews.padding import choose_padding, needs_padding
from wardnews.site_context import Site
from wardnews.ward import Unit

NEWEST = 30
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
    by_address = {listing.address: listing for listing in site.listings}
    visible = by_address[addresses.HOME].articles
    told_again = frozenset(a.path for a in visible if _must_be_told_again(a, site.now))
    for listing in site.listings:
        if listing.has_feed:
            archives = tuple(_list_archives(listing, site))
            newest_archive = archives[-1].month if archives else ""
            yield _choose_current(listing, by_address, told_again, newest_archive, site)
            yield from archives


def _choose_current(
    listing: Listing,
    by_address: Mapping[str, Listing],
    told_again: Set[str],
    previous: str,
    site: Site,
) -> FeedDocument:
    """The newest items, all of the open month, and whatever readers must be told of again.

    Archives are read once. So what was corrected or withdrawn of late stands here however old it
    is, and so does an item of a closed month that was approved in this one.
    """
    articles = _with_id(listing.articles)
    this_month = f"{site.now:%Y-%m}"
    of_this_month = [*takewhile(lambda article: month_of(article) >= this_month, articles)]
    count = max(NEWEST, len(of_this_month))
    again = [article for article in articles[count:] if article.path in told_again]
    own = (*articles[:count], *again)
    farewell = listing.unit if listing.unit and is_closed(listing.unit, site.now) else None
    padding = choose_padding(listing, own, by_address, site.now)
    may_have_held = by_address[addresses.HOME] if needs_padding(listing, own) else listing
    return FeedDocument(
        listing=listing,
        articles=order_articles([*own, *padding, *_list_recalled(may_have_held, site)]),
        ward_wide=frozenset(article.path for article in padding),
        previous=previous,
        farewell=farewell,
    )


def _must_be_told_again(article: Article, now: datetime) -> bool:
    late = article.approved_on is not None and article.approved_on >= date(now.year, now.month, 1)
    return late or is_mended(article, now)


def _list_archives(listing: Listing, site: Site) -> Iterator[FeedDocument]:
    """A document for each closed month, oldest first; one that lost all its items stays, empty."""
    if listing.kind not in _WITH_ARCHIVES:
        return
    months = {month: tuple(each) for month, each in groupby(_with_id(listing.articles), month_of)}
    for month, left in groupby(_with_id(listing.gone), month_of):
        recalled = [article for article in left if is_recalled(article, site.now)]
        months[month] = order_articles([*months.get(month, ()), *recalled])
    closed = sorted(month for month in months if month < f"{site.now:%Y-%m}")
    for month, previous, following in zip(closed, ["", *closed], [*closed[1:], ""], strict=False):
        yield FeedDocument(
            listing=listing,
            articles=months[month],
            month=month,
            previous=previous,
            following=following,
        )


def _list_recalled(listing: Listing, site: Site) -> tuple[Article, ...]:
    return tuple(a for a in _with_id(listing.gone) if is_recalled(a, site.now))


def _with_id(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Without an id there is no guid; only a preview has such items."""
    return tuple(article for article in articles if article.id)
