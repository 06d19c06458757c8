"""A picture as HTML, written once for every page: its widths to choose from, and its own size."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from wardnews.site_context import Asset

# How wide a picture is shown, by its place in the look (site.css says so in its own words).
PLACES = {
    "lead": "(min-width: 76rem) 46.5rem, (min-width: 62rem) calc(100vw - 29.5rem), 100vw",
    "thumb": "9rem",
    "third": "(min-width: 62rem) 23rem, (min-width: 40rem) 50vw, 100vw",
    "column": "(min-width: 70rem) 43rem, (min-width: 62rem) calc(100vw - 27rem), 100vw",
}
_WEBP = "image/webp"


def write_picture(
    asset: Asset, up: str, place: str, *, alt: str = "", first: bool = False, css: str = ""
) -> Markup:
    """The whole element; `up` leads to the site's root, `first` is the largest of the page."""
    looks = Markup(' class="{}"').format(css) if css else ""
    attributes = write_attributes(asset, up, place, first=first)
    return frame_picture(asset, up, place, Markup(f'<img{looks} {attributes} alt="{escape(alt)}">'))


def write_attributes(asset: Asset, up: str, place: str, *, first: bool = False) -> Markup:
    """The attributes of an <img>, but for its words; nothing moves when the picture arrives."""
    plain = [each for each in asset.renditions if each.media_type != _WEBP]
    source = asset.portable
    parts = [f'src="{escape(up + source.address)}"']
    if len(plain) > 1:
        parts.append(_list_widths(plain, up, place))
    if asset.width:
        parts.append(f'width="{asset.width}" height="{asset.height}"')
    parts.append('loading="eager" fetchpriority="high"' if first else 'loading="lazy"')
    return Markup(" ".join((*parts, 'decoding="async"')))


def frame_picture(asset: Asset, up: str, place: str, tag: str) -> Markup:
    """The <img> with WebP before it, for browsers that know it."""
    small = [each for each in asset.renditions if each.media_type == _WEBP]
    if not small:
        return Markup(tag)
    source = f'<source type="{_WEBP}" {_list_widths(small, up, place)}>'
    return Markup(f"<picture>{source}{tag}</picture>")


def _list_widths(renditions: Iterable[Asset], up: str, place: str) -> str:
    ordered = sorted(renditions, key=lambda each: each.width)
    widths = ", ".join(f"{escape(up + each.address)} {each.width}w" for each in ordered)
    return f'srcset="{widths}" sizes="{PLACES[place]}"'
