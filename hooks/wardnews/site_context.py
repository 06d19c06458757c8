"""What every form of the site is made from: the newsroom, its listings and what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wardnews.model import Article, Listing, Newsroom


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of an item as it stands in the site: a picture, a sound, a paper to download."""

    address: str  # "2026/11/th-mau-a-goc-doc/anh.png"
    media_type: str
    size: int  # bytes
    width: int = 0  # pixels; 0 when it is not a picture or has no size of its own
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One build: all that is to be shown, at one moment, under one public address."""

    newsroom: Newsroom
    listings: tuple[Listing, ...]  # in a stable order, each with its visible articles
    assets: Mapping[str, Mapping[str, Asset]]  # article.path -> file as written -> asset
    # article.path -> link as written -> address, URL, or None when the page is not public
    links: Mapping[str, Mapping[str, str | None]]
    notices: tuple[Article, ...]  # withdrawn or expired: only a neutral notice at their address
    redirects: Mapping[str, str]  # old address -> address
    url: str  # absolute, ends with "/"
    now: datetime  # aware, in the ward's zone
    base: bytes  # identifies what all outputs follow from: code, templates, frame, registers, url
    keys: Mapping[str, bytes]  # article.path -> identifies all that can be shown of the item
    cards: Mapping[str, bytes]  # article.path -> identifies what can be shown of it elsewhere
    bundles: tuple[str, ...] = ()  # addresses of the search index's parts, newest first
    preview: bool = False  # drafts and scheduled items are shown, visibly marked
