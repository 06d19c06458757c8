"""What a feed says of one item, the same in every format: an entry."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape

from wardnews import addresses
from wardnews.model import Article
from wardnews.padding import WARD_WIDE
from wardnews.phrases import describe_infographic
from wardnews.site_context import Asset, Site
from wardnews.standalone import render_content
from wardnews.text.dates import show_moment_short
from wardnews.text.normal_form import CONTROLS

WITHDRAWN = "Bài đã gỡ"
KEPT = 500  # entries; more than most months have
_UNWRITABLE = re.compile(CONTROLS.pattern[:-1] + "\ud800-\udfff]")
_LOST_LETTER = "\ufffd"  # what a program leaves where it could not read a letter
_ADDRESS = re.compile(r"\s*<[^<>\s]+@[^<>\s]+>")


@dataclass(frozen=True, kw_only=True)
class File:
    """A picture, a sound or a film that goes with an entry."""

    url: str
    media_type: str
    size: int  # bytes, as they lie in the site
    width: int = 0  # pixels; 0 when it is no picture or not known
    height: int = 0
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Entry:
    """One entry of a feed: plain texts, but for `html`.

    It equals only itself, so what is kept of it goes for one build. By their values two would be
    the same whose moments are written in different zones.
    """

    guid: str
    url: str
    title: str
    summary: str
    html: str
    published: datetime  # in the ward's zone
    updated: datetime
    author: str
    categories: tuple[str, ...]
    picture: File | None = None
    enclosure: File | None = None  # the sound or film of the item, else its picture
    duration: str = ""  # of the sound or film, "2:40"
    is_withdrawn: bool = False


Enter = Callable[[str, bool], Entry]  # by an item's path; does it only fill up the feed?


def keep_entries(site: Site) -> Enter:
    """Make entries by the paths of visible items, and each only once while its neighbours are.

    An item stands in the archives of all, of its unit and of its theme.
    """
    everything = next(listing for listing in site.listings if listing.kind == "all")
    items = {article.path: article for article in everything.articles}

    @lru_cache(maxsize=KEPT)
    def enter(path: str, is_ward_wide: bool) -> Entry:
        return make_entry(items[path], site, is_ward_wide=is_ward_wide)

    return enter


def make_entry(article: Article, site: Site, *, is_ward_wide: bool = False) -> Entry:
    """The entry of a visible item; `is_ward_wide` marks one that is not the listing's own."""
    picture = _find_picture(article, site)
    media = article.media
    played = site.assets[article.path].get(media.file) if media and media.file else None
    return Entry(
        guid=addresses.make_guid(article, site.newsroom.registers.ward.feed_authority),
        url=site.url + addresses.article(article),
        title=clean(article.title),
        summary=clean(f"{WARD_WIDE}, {article.unit.name}: " * is_ward_wide + article.summary),
        html=clean(render_content(article, site)) or f"<p>{escape(clean(article.summary))}</p>",
        published=article.date,
        updated=article.modified,
        author=_name_author(article),
        categories=_categories(article, is_ward_wide=is_ward_wide),
        picture=picture,
        enclosure=_make_file(played.portable, site) if played else picture,
        duration=media.duration if media else "",
    )


def make_withdrawal(article: Article, site: Site) -> Entry:
    """The entry of a withdrawn item: the same guid, and nothing of what it said or showed.

    The editor's reason stays on the notice's page: other sites keep what they once took.
    """
    assert article.withdrawn
    ward = site.newsroom.registers.ward
    when = show_moment_short(article.withdrawn.on)
    notice = f"Bài này đã được gỡ lúc {when}. Nếu trang của bạn còn đăng lại bài, xin gỡ theo."
    return Entry(
        guid=addresses.make_guid(article, ward.feed_authority),
        url=site.url + addresses.article(article),
        title=WITHDRAWN,
        summary=notice,
        html=f"<p>{notice}</p>",
        published=article.date,
        updated=max(article.withdrawn.on, article.modified),
        author=clean(ward.section),
        categories=(WITHDRAWN,),
        is_withdrawn=True,
    )


def clean(text: str) -> str:
    """Leave out what XML 1.0 cannot hold: one such character would cost the whole feed.

    A letter that was lost before it came here is "?": validators take U+FFFD for a broken feed.
    """
    return _UNWRITABLE.sub("", text).replace(_LOST_LETTER, "?")


def _name_author(article: Article) -> str:
    """Who wrote it, else the unit; a name alone, as programs collect addresses out of feeds."""
    return clean(_ADDRESS.sub("", article.author)).strip() or clean(article.unit.name)


def _find_picture(article: Article, site: Site) -> File | None:
    """The lead picture, or an infographic itself."""
    image, assets = article.image, site.assets[article.path]
    if image and (asset := assets.get(image.file)):
        return _make_file(asset.portable, site, alt=clean(image.alt), credit=clean(image.credit))
    asset = assets.get(article.media.file) if article.media else None
    if asset and asset.media_type.startswith("image/"):
        return _make_file(asset.portable, site, alt=clean(describe_infographic(article)))
    return None


def _make_file(asset: Asset, site: Site, *, alt: str = "", credit: str = "") -> File:
    return File(
        url=site.url + asset.address,
        media_type=asset.media_type,
        size=asset.size,
        width=asset.width,
        height=asset.height,
        alt=alt,
        credit=credit,
    )


def _categories(article: Article, *, is_ward_wide: bool) -> tuple[str, ...]:
    theme = f"{article.theme.numeral}. {article.theme.name}"
    own = (article.unit.name, theme, article.kind.label)
    return tuple(map(clean, (*own, WARD_WIDE) if is_ward_wide else own))
