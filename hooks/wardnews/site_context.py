"""What every form of the site is made from: the newsroom, its listings and what stands where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from wardnews.model import Article, Listing, Newsroom

_PORTABLE = 1200  # pixels
_WEBP = "image/webp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file of an item as it stands in the site: a picture, a sound, a paper to download."""

    address: str  # "2026/11/th-mau-a-goc-doc/anh.png"
    media_type: str
    size: int  # bytes
    width: int = 0  # pixels; 0 when it is not a picture
    height: int = 0
    renditions: tuple[Asset, ...] = ()  # of a photo, in every width and form, itself among them

    @property
    def portable(self) -> Asset:
        """The picture as every program can show it: no WebP, and not too wide for a feed."""
        fit = [r for r in self.renditions if r.media_type != _WEBP and r.width <= _PORTABLE]
        return max(fit, key=lambda rendition: rendition.width, default=self)

    @property
    def thumbnail(self) -> Asset:
        """The picture in its smallest form."""
        return min(self.renditions, key=lambda r: (r.width, r.size), default=self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SharePicture:
    """What a shared link shows: 1200 × 630 pixels, never an SVG or WebP."""

    address: str  # with "?v=" and what identifies the picture, since Zalo keeps it by its address
    alt: str


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
    shares: Mapping[str, SharePicture]  # by the address of a page; the home page's is for the rest
    cards: Mapping[str, bytes]  # article.path -> identifies what can be shown of it elsewhere
    bundles: tuple[str, ...] = ()  # addresses of the search index's parts, newest first
    preview: bool = False  # drafts and scheduled items are shown, visibly marked
