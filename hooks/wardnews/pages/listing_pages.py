"""The pages of a listing: which items, which numbers, what stands around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from wardnews import addresses
from wardnews.listings import is_closed
from wardnews.model import Article, Listing
from wardnews.pages.front import split_front
from wardnews.pages.templates import show_count
from wardnews.ward import Registers, Strand, Theme, Unit

PAGE = 20
RAIL_UNITS = 10
STRAND_ITEMS = 3  # of each strand, on the first page of their theme

Crumb = tuple[str, str | None]  # words and address; None is the page itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of a longer list; `numbers` has 0 where page numbers are left out."""

    address: str  # of the list
    number: int
    count: int
    articles: tuple[Article, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        near = {1, self.count, self.number - 1, self.number, self.number + 1}
        shown = sorted(n for n in near if 1 <= n <= self.count)
        numbers: list[int] = []
        for n in shown:
            if numbers and n - numbers[-1] == 2:
                numbers.append(n - 1)
            elif numbers and n - numbers[-1] > 2:
                numbers.append(0)
            numbers.append(n)
        return tuple(numbers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A link to a neighbouring listing with its number of items, or without address a count."""

    text: str
    address: str = ""
    count: int
    letter: str = ""
    theme: Theme | None = None
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The newest items of a strand, or of the theme as a whole, and how many there are."""

    strand: Strand | None
    articles: tuple[Article, ...]
    count: int


def split_pages(address: str, articles: Sequence[Article], first: int = 1) -> list[Page]:
    """Twenty items a page, numbered from `first`; a whole list has a page even if empty."""
    starts = list(range(0, len(articles), PAGE))
    if first == 1 and not starts:
        starts = [0]
    count = first - 1 + len(starts)
    return [
        Page(
            address=address,
            number=number,
            count=count,
            articles=tuple(articles[start : start + PAGE]),
        )
        for number, start in enumerate(starts, first)
    ]


def pages_of(listing: Listing, now: datetime) -> list[Page]:
    """The pages of a listing; the first of the listing of all items is the home page, not here."""
    if listing.address == addresses.HOME:
        _, others = split_front(listing.articles, now)
        return split_pages(listing.address, others, first=2)
    if listing.kind == "theme" and listing.theme and listing.theme.strands:
        newest, rest = _split_strands(listing.articles)
        later = split_pages(listing.address, rest, first=2)
        count = 1 + len(later)
        first = Page(address=listing.address, number=1, count=count, articles=newest)
        return [first, *later]
    return split_pages(listing.address, listing.articles)


def _split_strands(articles: Sequence[Article]) -> tuple[tuple[Article, ...], list[Article]]:
    """The newest items of each strand, and of the theme as a whole; and all the others."""
    counts: Counter[str] = Counter()
    shown: list[Article] = []
    others: list[Article] = []
    for article in articles:
        letter = article.strand.letter if article.strand else ""
        counts[letter] += 1
        (shown if counts[letter] <= STRAND_ITEMS else others).append(article)
    return tuple(shown), others


def blocks_of(page: Page, listing: Listing) -> tuple[Block, ...]:
    """The first page of a theme with strands, strand by strand; nothing for any other page."""
    theme = listing.theme
    if listing.kind != "theme" or theme is None or not theme.strands or page.number > 1:
        return ()
    strands: tuple[Strand | None, ...] = (*theme.strands, None)
    blocks = [
        Block(
            strand=strand,
            articles=tuple(article for article in page.articles if article.strand == strand),
            count=sum(article.strand == strand for article in listing.articles),
        )
        for strand in strands
    ]
    return tuple(block for block in blocks if block.strand or block.articles)


def heading_of(listing: Listing, number: int, now: datetime) -> str:
    """What stands above the items on page `number`; nothing is new in a past month."""
    if listing.kind in ("exemplars", "unit-exemplars"):
        return f"{show_count(len(listing.articles))} điển hình"
    if number > 1:
        return f"Tin, bài, trang {number}"
    past = listing.kind in ("kind", "month") or (listing.unit and is_closed(listing.unit, now))
    return "Tin, bài" if past else "Tin, bài mới"


def tabs_of(listing: Listing, by_address: Mapping[str, Listing]) -> tuple[Choice, ...]:
    """The sub-strands of a theme, on its page and on theirs."""
    theme = listing.theme
    if theme is None or listing.kind not in ("theme", "strand"):
        return ()
    choices = []
    for strand in theme.strands:
        address = addresses.theme(theme, strand.letter)
        if address in by_address:
            choices.append(
                Choice(
                    text=strand.short_name or strand.name,
                    address=address,
                    count=len(by_address[address].articles),
                    letter=strand.letter,
                    theme=theme,
                    current=address == listing.address,
                )
            )
    return tuple(choices)


def rail_of(
    listing: Listing, by_address: Mapping[str, Listing], registers: Registers
) -> tuple[str, tuple[Choice, ...]]:
    """The box beside a listing: its title and the neighbouring listings that have items."""
    here, themes = listing.address, registers.themes
    if listing.kind == "month":
        return "Trong tháng, theo chủ đề", _count_themes(listing, registers)
    if listing.unit:
        pairs = [(theme, addresses.unit_theme(listing.unit, theme)) for theme in themes]
        return "Theo chủ đề", _choose_themes(pairs, by_address, here)
    title, found = _list_neighbours(listing, registers)
    if title:
        return title, _choose(found, by_address, here)
    pairs = [(theme, addresses.theme(theme)) for theme in themes]
    return "Cả chuyên trang theo chủ đề", _choose_themes(pairs, by_address, here)


def _list_neighbours(listing: Listing, registers: Registers) -> tuple[str, list[tuple[str, str]]]:
    """The listings beside one that is not of a unit: a title, their words and addresses."""
    if listing.kind == "theme" and (theme := listing.theme):
        return "Theo đơn vị", _name_units(
            registers.units, lambda unit: addresses.unit_theme(unit, theme)
        )
    if listing.kind == "exemplars":
        return "Theo đơn vị", _name_units(registers.units, addresses.unit_exemplars)
    if listing.kind == "level":
        schools = (unit for unit in registers.units if listing.key in unit.school_levels)
        return "Theo trường", _name_units(schools, addresses.unit)
    if listing.kind == "kind":
        return "Thể loại khác", [(kind.label, addresses.kind(kind)) for kind in registers.kinds]
    if listing.kind == "audience":
        return "Bạn đọc khác", [(a.label, addresses.audience(a)) for a in registers.audiences]
    if listing.kind == "tag":
        return "Chủ điểm khác", [(tag.label, addresses.tag(tag)) for tag in registers.tags]
    return "", []


def _name_units(units: Iterable[Unit], address: Callable[[Unit], str]) -> list[tuple[str, str]]:
    return [(unit.short_name or unit.name, address(unit)) for unit in units]


def _count_themes(listing: Listing, registers: Registers) -> tuple[Choice, ...]:
    """How many items of a listing each theme has; there is no page to lead to."""
    counts = Counter(article.theme.id for article in listing.articles)
    return tuple(
        Choice(text=theme.short_name, count=counts[theme.id], theme=theme)
        for theme in registers.themes
        if counts[theme.id]
    )


def _choose(
    found: Sequence[tuple[str, str]], by_address: Mapping[str, Listing], here: str
) -> tuple[Choice, ...]:
    """The listings among `found` that exist, have items and are not this one, fullest first."""
    choices = [
        Choice(text=text, address=address, count=len(by_address[address].articles))
        for text, address in found
        if address != here and address in by_address and by_address[address].articles
    ]
    choices.sort(key=lambda choice: -choice.count)
    return tuple(choices[:RAIL_UNITS])


def _choose_themes(
    pairs: Sequence[tuple[Theme, str]], by_address: Mapping[str, Listing], here: str
) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            text=theme.short_name,
            address=address,
            count=len(by_address[address].articles),
            theme=theme,
            current=address == here,
        )
        for theme, address in pairs
        if address in by_address
    )


def crumbs_of(listing: Listing, number: int) -> tuple[Crumb, ...]:
    """The way to a listing: at most three steps, the last one itself."""
    home: Crumb = ("Trang chủ", addresses.HOME)
    theme, unit = listing.theme, listing.unit
    if unit and listing.kind != "unit":
        last = f"Chủ đề {theme.numeral}" if theme else "Điển hình"
        return home, (unit.short_name or unit.name, addresses.unit(unit)), (last, None)
    if unit:
        return home, ("Đơn vị", addresses.UNITS), (unit.short_name or unit.name, None)
    if theme and listing.strand:
        above: Crumb = (f"{theme.numeral}. {theme.short_name}", addresses.theme(theme))
        return home, above, (f"Mạch {listing.strand.letter}", None)
    if theme:
        return home, (f"Chủ đề {theme.numeral}", None)
    if listing.kind == "month":
        return home, ("Lưu trữ", addresses.ARCHIVE), (listing.title, None)
    return home, (listing.title if listing.kind != "all" else f"Tin mới, trang {number}", None)


def section_of(listing: Listing) -> str:
    """The key of the frame's link under which the listing stands."""
    if listing.unit:
        return "don-vi"
    if listing.theme:
        return listing.theme.id
    if listing.kind == "kind" and listing.key == "giai-dap":
        return "giai-dap"
    return {"exemplars": "dien-hinh", "month": "luu-tru", "all": "home"}.get(listing.kind, "")
