"""The only place that chooses and orders articles: what is visible, and every listing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from wardnews import addresses
from wardnews.model import Article, Listing, Newsroom
from wardnews.text.dates import show_month
from wardnews.ward import Registers, Theme, Unit

YEAR = timedelta(days=366)
RECALL = timedelta(days=90)  # how long feeds say that an item was corrected or withdrawn
LEVELS = {"mam-non": "Mầm non", "tieu-hoc": "Tiểu học", "thcs": "Trung học cơ sở"}
_KINDS = {
    "tin": "Tin ngắn của phường và các trường.",
    "bai": "Bài viết về việc làm, con người và kết quả.",
    "chuyen-de": "Bài đi sâu vào một việc, có số liệu và ý kiến nhiều phía.",
    "giai-dap": "Điều người dân, phụ huynh hỏi, câu trả lời và căn cứ.",
    "tai-lieu": "Tài liệu để đọc, tải về và dùng lại.",
    "infographic": "Số liệu và các bước kể bằng hình, có bản chữ.",
    "video": "Video, có bản chữ đi kèm.",
    "podcast": "Bài để nghe, có bản chữ đi kèm.",
    "bao-chi": "Báo chí viết gì, kèm liên kết tới bài gốc.",
    "su-kien": "Việc sắp diễn ra và đã diễn ra: ngày giờ, địa điểm.",
    "thong-bao": "Thông báo của phường và các trường, kèm hạn cuối.",
}


def order_articles(articles: list[Article]) -> tuple[Article, ...]:
    """Newest first; two of one moment by path, so that the same input gives the same bytes."""
    return tuple(sorted(sorted(articles, key=lambda a: a.path), key=lambda a: a.date, reverse=True))


def visible(article: Article, now: datetime) -> bool:
    """May the public see the item at this moment? Every form of the site asks only here."""
    return (
        article.status == "da-duyet"
        and article.date <= now
        and (article.expires is None or now < article.expires)
    )


def previewed(article: Article, now: datetime) -> bool:
    """May an editor see it in the preview? Drafts and scheduled items too."""
    return article.status != "go" and (article.expires is None or now < article.expires)


def is_shown(article: Article, now: datetime, *, preview: bool) -> bool:
    """Does the item stand in the site that is built: the public one, or a preview?"""
    return previewed(article, now) if preview else visible(article, now)


def list_notices(newsroom: Newsroom, now: datetime) -> tuple[Article, ...]:
    """Items of which only a neutral notice is left: taken down, or shown until a past moment."""
    return tuple(article for article in newsroom.articles if _is_gone(article, now))


def _is_gone(article: Article, now: datetime) -> bool:
    """Was the item public once, and is it no more? What is still to come leaves no trace."""
    if article.date > now:
        return False
    if article.status == "go":  # taken back before its day, it never was there
        return article.withdrawn is None or article.withdrawn.on >= article.date
    return article.status == "da-duyet" and article.expires is not None and article.expires <= now


def is_recalled(article: Article, now: datetime) -> bool:
    """Must feeds tell of this withdrawn item? Their readers keep what they once took."""
    return article.withdrawn is not None and now < article.withdrawn.on + RECALL


def is_mended(article: Article, now: datetime) -> bool:
    """Must feeds tell again of this item, because it was corrected of late?"""
    return any(now < correction.date + RECALL for correction in article.corrections)


def is_of_last_year(article: Article, now: datetime) -> bool:
    """Did the item appear in the last twelve months?"""
    return article.date > now - YEAR


def is_closed(unit: Unit, now: datetime) -> bool:
    """Has the school been merged into another one, or otherwise ended?"""
    if unit.active_until is None:
        return bool(unit.merged_into)
    return unit.active_until < now.date()


def find_newest(articles: Iterable[Article], gone: Iterable[Article]) -> datetime | None:
    """The moment of the newest change, be it that an item left; None before the first."""
    shown = (article.modified for article in articles)
    left = (item.withdrawn.on if item.withdrawn else item.expires for item in gone)
    return max((*shown, *filter(None, left)), default=None)


def month_of(article: Article) -> str:
    """The month of an item, "2026-11", in the ward's time zone."""
    return article.day[:7]


def list_listings(
    newsroom: Newsroom, now: datetime, *, preview: bool = False
) -> tuple[Listing, ...]:
    """Every listing of the site; those of units and themes exist from day one, even if empty.

    A month whose items are all gone keeps its page: time alone takes no address away.
    """
    shown = [each for each in newsroom.articles if is_shown(each, now, preview=preview)]
    left = list_notices(newsroom, now)
    months = sorted({month_of(article) for article in (*shown, *left)}, reverse=True)
    chosen, gone = _choose(shown), _choose(left)
    return tuple(
        replace(
            listing,
            articles=tuple(chosen.get(listing.address, ())),
            gone=tuple(gone.get(listing.address, ())),
        )
        for listing in (*_define(newsroom.registers), *map(_define_month, months))
    )


def _choose(articles: Iterable[Article]) -> Mapping[str, Sequence[Article]]:
    """By the address of a listing its items, in their order."""
    chosen: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for address in _addresses_of(article):
            chosen[address].append(article)
    return chosen


def _addresses_of(article: Article) -> Iterator[str]:
    """The addresses of all listings that an item belongs to."""
    yield addresses.HOME
    yield addresses.theme(article.theme)
    if article.strand:
        yield addresses.theme(article.theme, article.strand.letter)
    yield addresses.unit(article.unit)
    yield addresses.unit_theme(article.unit, article.theme)
    if article.exemplar:
        yield addresses.EXEMPLARS
        yield addresses.unit_exemplars(article.unit)
    else:
        yield addresses.kind(article.kind)
    yield from map(addresses.audience, article.audiences)
    yield from map(addresses.level, article.unit.school_levels)
    yield from map(addresses.tag, article.tags)
    yield addresses.month(month_of(article))


def _define(registers: Registers) -> Iterator[Listing]:
    """The listings that the registers ask for, without their articles."""
    ward = registers.ward
    yield Listing(
        address=addresses.HOME,
        kind="all",
        key="",
        title=ward.section,
        description=f"Tin, bài, điển hình và giải đáp của {ward.name}: {ward.tagline}".rstrip(": "),
        articles=(),
    )
    for theme in registers.themes:
        yield from _define_theme(theme)
    for unit in registers.units:
        yield from _define_unit(unit, registers.themes)
    yield _simple("exemplars", "dien-hinh", addresses.EXEMPLARS, "Điển hình",
                  "Mô hình, điển hình, cách làm hiệu quả, kèm số liệu trước và sau.")  # fmt: skip
    for kind in registers.kinds:
        if addresses.kind(kind) != addresses.EXEMPLARS:
            yield _simple("kind", kind.id, addresses.kind(kind), kind.label,
                          _KINDS.get(kind.id, f"{kind.label} trên chuyên trang."))  # fmt: skip
    for audience in registers.audiences:
        yield _simple("audience", audience.id, addresses.audience(audience), audience.label,
                      f"Tin, bài dành cho {audience.label.lower()}.")  # fmt: skip
    for level, label in LEVELS.items():
        yield _simple("level", level, addresses.level(level), f"Cấp học: {label}",
                      f"Tin, bài của các trường {label.lower()}.")  # fmt: skip
    for tag in registers.tags:
        yield _simple("tag", tag.id, addresses.tag(tag), tag.label,
                      f"Tin, bài về chủ điểm “{tag.label}”.", has_feed=False)  # fmt: skip


def _simple(
    kind: str, key: str, address: str, title: str, description: str, *, has_feed: bool = True
) -> Listing:
    return Listing(
        address=address,
        kind=kind,  # type: ignore[arg-type]
        key=key,
        title=title,
        description=description,
        articles=(),
        has_feed=has_feed,
    )


def _define_theme(theme: Theme) -> Iterator[Listing]:
    yield Listing(
        address=addresses.theme(theme),
        kind="theme",
        key=theme.id,
        title=f"Chủ đề {theme.numeral}. {theme.name}",
        description=theme.description,
        articles=(),
        theme=theme,
    )
    for strand in theme.strands:
        yield Listing(
            address=addresses.theme(theme, strand.letter),
            kind="strand",
            key=f"{theme.id}.{strand.letter}",
            title=f"Chủ đề {theme.numeral}.{strand.letter}. {strand.name}",
            description=f"{theme.name}: {strand.name}.",
            articles=(),
            theme=theme,
            strand=strand,
        )


def _define_unit(unit: Unit, themes: tuple[Theme, ...]) -> Iterator[Listing]:
    yield Listing(
        address=addresses.unit(unit),
        kind="unit",
        key=unit.id,
        title=unit.name,
        description=f"Tin, bài và điển hình của {unit.name}.",
        articles=(),
        unit=unit,
    )
    for theme in themes:
        yield Listing(
            address=addresses.unit_theme(unit, theme),
            kind="unit-theme",
            key=theme.id,
            title=f"{unit.name}: chủ đề {theme.numeral}. {theme.name}",
            description=f"Tin, bài của {unit.name} về chủ đề {theme.numeral}. {theme.name}.",
            articles=(),
            unit=unit,
            theme=theme,
        )
    yield Listing(
        address=addresses.unit_exemplars(unit),
        kind="unit-exemplars",
        key=unit.id,
        title=f"Điển hình của {unit.name}",
        description=f"Mô hình, điển hình, cách làm hiệu quả của {unit.name}.",
        articles=(),
        unit=unit,
    )


def _define_month(month: str) -> Listing:
    title = show_month(*month.split("-"))
    return Listing(
        address=addresses.month(month),
        kind="month",
        key=month,
        title=title,
        description=f"Tin, bài đăng trong {title.lower()}.",
        articles=(),
        has_feed=False,
    )
