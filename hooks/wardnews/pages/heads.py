"""What stands in the head of a page: title, description, canonical address, sharing, feeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from wardnews import addresses
from wardnews.listings import is_of_last_year
from wardnews.model import Article, Listing
from wardnews.site_context import Site
from wardnews.subscriptions import name_feed
from wardnews.ward import Ward


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed that readers' programs may find from a page."""

    title: str
    media_type: str  # "application/rss+xml"
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The facts of one page that machines read; head.html writes them."""

    title: str  # without the paper's title
    description: str
    address: str
    kind: Literal["website", "article"] = "website"
    hidden: bool = False  # not for search engines
    feeds: tuple[FeedLink, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    oembed: str = ""  # the address of what sites are given that show this page in theirs


def head_of_article(article: Article, site: Site, feeds: tuple[FeedLink, ...]) -> Head:
    """The head of an item's page; `feeds` are those of the whole ward and of the item's unit."""
    return Head(
        title=article.title,
        description=article.summary,
        address=addresses.article(article),
        kind="article",
        hidden=site.preview,
        published=article.date,
        modified=article.modified,
        feeds=feeds,
        oembed=addresses.oembed(article) if is_of_last_year(article, site.now) else "",
    )


def head_of_listing(listing: Listing, number: int, feeds: tuple[FeedLink, ...]) -> Head:
    """The head of page `number` of a listing with its `feeds`; later pages say so in the title."""
    suffix = f", trang {number}" if number > 1 else ""
    return Head(
        title=f"{listing.title}{suffix}",
        description=f"{listing.description}{suffix}",
        address=addresses.page(listing.address, number),
        feeds=feeds,
        oembed=oembed_of(listing) if number == 1 else "",
    )


def oembed_of(listing: Listing) -> str:
    """Where the oEmbed document of a listing's first page is, if it has one."""
    return addresses.embed_oembed(listing.address) if listing.has_embed else ""


def feeds_of(listing: Listing, ward: Ward) -> tuple[FeedLink, ...]:
    """The feeds of a listing in every form; RSS first, since programs take the first."""
    if not listing.has_feed:
        return ()
    name, address = name_feed(listing, ward), listing.address
    return (
        FeedLink(title=name, media_type="application/rss+xml", address=addresses.feed(address)),
        FeedLink(
            title=f"{name} (Atom)",
            media_type="application/atom+xml",
            address=addresses.atom(address),
        ),
        FeedLink(
            title=f"{name} (JSON Feed)",
            media_type="application/feed+json",
            address=addresses.json_feed(address),
        ),
    )


def head_of_notice(item: Article, title: str) -> Head:
    """The head of what is left of an item: nothing of its words."""
    return Head(title=title, description=title + ".", address=addresses.article(item), hidden=True)
