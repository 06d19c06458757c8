"""The page on which a school makes what it pastes once into its own website to show the news."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from markupsafe import Markup

from wardnews import addresses
from wardnews.model import Listing
from wardnews.outputs import Output
from wardnews.pages.heads import Head
from wardnews.pages.press import Press
from wardnews.pages.subscribe_page import split_units
from wardnews.subscriptions import group_feeds, name_feed
from wardnews.text.dates import show_day
from wardnews.ward import Unit

# What a frame shows when its address does not say otherwise.
USUAL = {"so-tin": "5", "kieu": "tieu-de", "tieu-de": "h3", "mau": "tu-dong"}
# Layouts: what they are called, and how many pixels an item may take on a phone. Beside them
# a frame needs _AROUND pixels; the builder puts in the height that the preview tells.
LAYOUTS = {
    "tieu-de": ("Chỉ tiêu đề", 84),
    "anh": ("Có ảnh nhỏ", 120),
    "the": ("Thẻ có ảnh lớn", 340),
}
_AROUND = 80
# What can be pasted. The builder's script fills in the same names, so that each stands here only.
# Never allow-same-origin: on the ward's own server a frame could then lift its sandbox.
PATTERNS = {
    "rss": "{rss}",
    "frame": "{frame}",
    "bare": "{bare}",
    "fragment": "{fragment}",
    "iframe": '<iframe src="{frame}" title="{title}" width="100%" height="{height}" loading="lazy"'
    ' referrerpolicy="no-referrer"'
    ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>',
    "script": '<script src="{script}"{integrity} async></script>\n'
    '<vy-tin{choice}><a href="{page}">{title}</a></vy-tin>',
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Something to paste: as text for a listing, and as the pattern the text was made from."""

    pattern: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ready:
    """What can be pasted as it is for the whole ward, or for one unit."""

    name: str
    listing: Listing
    codes: dict[str, Code]


def render_embed_page(press: Press) -> Output:
    ward = press.site.newsroom.registers.ward
    head = Head(
        title="Nhúng tin vào trang của trường",
        description=f"Làm sẵn mã để trang của trường, cơ quan tự hiện tin của {ward.name}: chọn "
        "trường, chủ đề, kiểu khung, rồi chép và dán một lần.",
        address=addresses.EMBEDS,
    )
    return press.plan_page("embed_page", head, facts=lambda: _list_facts(press))


def _list_facts(press: Press) -> dict[str, object]:
    whole = press.by_address[addresses.HOME]
    units = next((g.units for g in group_feeds(press.site.listings) if g.units), ())
    return {
        "whole": _make_ready("Toàn phường", whole, press),
        "groups": [
            (title, [_make_ready(name_unit(each.unit), each.whole, press) for each in found])
            for _, title, _, found in split_units(units)
        ],
        "themes": press.site.newsroom.registers.themes,
        "host": urlsplit(press.site.url).hostname,  # as NukeViet compares it: no www. taken off
        "usual": "&".join(f"{name}={value}" for name, value in USUAL.items()),
        "layouts": LAYOUTS,
        "around": _AROUND,
    }


def name_unit(unit: Unit) -> str:
    """A unit's name in a list to choose from; a school that ended says so."""
    if unit.active_until:
        return f"{unit.name}, đến hết {show_day(unit.active_until)}"
    return f"{unit.name}, đã sáp nhập" if unit.merged_into else unit.name


def _make_ready(name: str, listing: Listing, press: Press) -> Ready:
    url, address = press.site.url, listing.address
    _, row = LAYOUTS[USUAL["kieu"]]
    facts = {
        "rss": url + addresses.feed(address),
        "frame": url + addresses.embed(address),
        "bare": url + addresses.embed(address),
        "fragment": url + addresses.fragment(address),
        "script": url + addresses.EMBED_SCRIPT,
        "page": url + address,
        "title": name_feed(listing, press.site.newsroom.registers.ward),
        "height": _AROUND + int(USUAL["so-tin"]) * row,
        # The script's bytes are not known to pages: its digest is fetched when the code is shown.
        "integrity": "",
        "choice": _write_choice(listing.unit),
    }
    return Ready(
        name=name,
        listing=listing,
        codes={id: _fill(pattern, facts) for id, pattern in PATTERNS.items()},
    )


def _write_choice(unit: Unit | None) -> Markup:
    """The attributes of <vy-tin> that choose the items and how they look."""
    chosen = {"don-vi": unit.id} | USUAL if unit else USUAL
    return Markup("").join(Markup(' {}="{}"').format(*each) for each in chosen.items())


def _fill(pattern: str, facts: dict[str, object]) -> Code:
    """HTML is escaped here, to be pasted; the page escapes it once more, to be read."""
    if pattern.startswith("<"):
        return Code(pattern=pattern, text=str(Markup(pattern).format(**facts)))
    return Code(pattern=pattern, text=pattern.format(**facts))
