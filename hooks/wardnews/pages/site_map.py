"""The map of the site for people: every section with its number of items, every standing page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wardnews import addresses
from wardnews.model import Listing
from wardnews.outputs import Output
from wardnews.pages.heads import Head
from wardnews.pages.index_pages import group_units
from wardnews.pages.listing_pages import Choice
from wardnews.pages.press import Press

Group = tuple[str, tuple[Choice, ...]]  # title and links
_LEVELS = {"mam-non": "Mầm non", "tieu-hoc": "Tiểu học", "thcs": "Trung học cơ sở"}


def render_site_map(press: Press) -> Output:
    ward = press.site.newsroom.registers.ward
    groups = tuple(_list_groups(press))
    head = Head(
        title="Sơ đồ trang",
        description=f"Mọi chuyên mục, đơn vị, thể loại, nhóm bạn đọc, tháng và trang cố định của "
        f"chuyên trang {ward.section}.",
        address=addresses.SITE_MAP,
    )
    follows = [f"{c.address} {c.text} {c.count}" for _, choices in groups for c in choices]
    return press.plan_page("site_map", head, *follows, facts=lambda: {"groups": groups})


def _list_groups(press: Press) -> Iterator[Group]:
    registers = press.site.newsroom.registers
    everything = press.by_address[addresses.HOME]
    first = [
        Choice(text="Trang chủ", address=addresses.HOME, count=len(everything.articles)),
        *_choose(press, [(addresses.EXEMPLARS, "Điển hình")]),
    ]
    yield "Tin mới, điển hình", tuple(first)
    yield "Năm chủ đề", tuple(_list_themes(press))
    for title, _, rows in group_units(press):
        units = (Choice(text=u.name, address=addresses.unit(u), count=count) for u, count in rows)
        yield title, tuple(units)
    terms = (
        (
            "Thể loại",
            [(addresses.kind(k), k.label) for k in registers.kinds if k.id != "dien-hinh"],
        ),
        ("Bạn đọc", [(addresses.audience(a), a.label) for a in registers.audiences]),
        ("Cấp học", [(addresses.level(id), name) for id, name in _LEVELS.items()]),
        ("Nhãn", [(addresses.tag(tag), tag.label) for tag in registers.tags]),
    )
    for title, pairs in terms:
        yield title, tuple(_choose(press, pairs))
    months = sorted(
        (listing for listing in press.site.listings if listing.kind == "month"),
        key=lambda listing: listing.key,
        reverse=True,
    )
    yield "Lưu trữ theo tháng", tuple(map(_link, months))


def _list_themes(press: Press) -> Iterator[Choice]:
    for theme in press.site.newsroom.registers.themes:
        for letter in ("", *(strand.letter for strand in theme.strands)):
            listing = press.by_address.get(addresses.theme(theme, letter))
            if listing:
                strand = theme.strand(letter)
                yield Choice(
                    text=strand.name if strand else theme.name,
                    address=listing.address,
                    count=len(listing.articles),
                    letter=letter,
                    theme=theme,
                )


def _choose(press: Press, pairs: Iterable[tuple[str, str]]) -> Iterator[Choice]:
    """Links to those of the addresses at which there is something to read."""
    for address, words in pairs:
        listing = press.by_address.get(address)
        if listing and listing.articles:
            yield Choice(text=words, address=address, count=len(listing.articles))


def _link(listing: Listing) -> Choice:
    return Choice(text=listing.title, address=listing.address, count=len(listing.articles))
