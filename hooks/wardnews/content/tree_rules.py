"""Rules that need more than one item, or the clock: duplicates, far dates, schools that merged."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

from wardnews import addresses
from wardnews.content.manuscripts import Manuscript
from wardnews.model import Article, Problem
from wardnews.text.dates import show_day, show_moment_short
from wardnews.text.quoting import quote

_FAR = timedelta(days=60)  # worth a second look
_TOO_FAR = timedelta(days=366)  # nobody plans that far: the year was mistyped


def check_tree(
    manuscripts: Sequence[Manuscript], *, standing: Collection[str], now: datetime
) -> Iterator[Problem]:
    """Judge the items together; of two that collide the draft, or the later path, is to change.

    `standing` are the addresses of the standing pages.
    """
    ranked = sorted(manuscripts, key=lambda m: (not m.stops_build, m.path))
    read = [(m, m.article) for m in ranked if m.article is not None]
    yield from check_duplicates(read, _BY_ADDRESS)
    yield from check_duplicates(read, _BY_ID)
    yield from check_old_addresses(read, standing)
    for manuscript, article in read:
        yield from check_far_date(manuscript, article, now)
        yield from check_changes(manuscript, article, now)
        yield from check_active_unit(manuscript, article)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Unique:
    """What no two items may share: the field that says it, and where two meet."""

    field: str
    code: str
    named: str
    value: Callable[[Article], str]  # of the field
    key: Callable[[Article], str]
    change: Callable[[Article, str], Article]


_BY_ADDRESS = _Unique(
    field="slug",
    code="T120",
    named="địa chỉ",
    value=lambda article: article.slug,
    key=lambda article: "/" + addresses.article(article),
    change=lambda article, slug: replace(article, slug=slug),
)
_BY_ID = _Unique(
    field="id",
    code="T121",
    named="mã bài",
    value=lambda article: article.id,
    key=lambda article: article.id,
    change=lambda article, new: replace(article, id=new),
)


def check_duplicates(read: list[tuple[Manuscript, Article]], unique: _Unique) -> Iterator[Problem]:
    """No two items share an address or an id; the message offers one that is free."""
    first: dict[str, str] = {}
    values = [unique.key(article) for _, article in read]
    taken = set(values)
    for (manuscript, article), value in zip(read, values, strict=True):
        other = first.setdefault(value, manuscript.path)
        if value and other != manuscript.path:
            line = f'"{unique.field}: {_find_free(article, unique, taken)}"'
            yield manuscript.problem(
                unique.field,
                unique.code,
                f"Hai bài trùng {unique.named} {quote(value, 100)}: {other} và {manuscript.path}.",
                (f"Sửa thành {line}." if manuscript.has(unique.field) else f"Thêm dòng {line}.")
                + " Không đổi bài đã đăng vì liên kết cũ sẽ hỏng.",
            )


def _find_free(article: Article, unique: _Unique, taken: set[str]) -> str:
    """The value with the first number behind it that no item has."""
    stem = unique.value(article)[:56]
    offers = (f"{stem}-{number}" for number in count(2))
    free = next(new for new in offers if unique.key(unique.change(article, new)) not in taken)
    taken.add(unique.key(unique.change(article, free)))
    return free


def check_old_addresses(
    read: list[tuple[Manuscript, Article]], standing: Collection[str]
) -> Iterator[Problem]:
    """An old address leads to one item only, and is not the address of another page."""
    moved = [(manuscript, article) for manuscript, article in read if article.aliases]
    if not moved:
        return
    owners = {addresses.article(article).strip("/"): m.path for m, article in read}
    owners |= {page.strip("/"): f"trang /{page}" for page in standing}
    for manuscript, article in moved:
        for position, alias in enumerate(article.aliases):
            owner = "chính chuyên trang" if addresses.is_own(alias) else _find_owner(alias, owners)
            if owner:
                yield manuscript.problem(
                    f"aliases.{position}",
                    "T125",
                    f"Địa chỉ cũ {quote(f'/{alias}/')} đã thuộc về {owner}.",
                    "Xóa dòng này, hoặc sửa lại cho đúng địa chỉ cũ của bài.",
                )
            else:
                owners[alias] = manuscript.path


def _find_owner(alias: str, owners: Mapping[str, str]) -> str:
    """Whose page stands at the address, or at a folder around it: pictures may lie below that."""
    parts = alias.split("/")
    folders = ("/".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((owners[folder] for folder in folders if folder in owners), "")


def check_far_date(manuscript: Manuscript, article: Article, now: datetime) -> Iterator[Problem]:
    """A date far ahead is usually a mistyped year."""
    ahead = article.date - now
    if ahead > _FAR and manuscript.has("date"):
        yield manuscript.problem(
            "date",
            "T110",
            f"Ngày đăng {show_day(article.date.date())} còn {ahead.days} ngày nữa mới đến.",
            "Nếu gõ nhầm năm thì sửa lại. Muốn hẹn giờ thì chọn ngày trong vòng 60 ngày tới.",
            level="error" if ahead > _TOO_FAR else "warning",
        )


def check_changes(manuscript: Manuscript, article: Article, now: datetime) -> Iterator[Problem]:
    """What was changed was changed by now; a build as of an earlier moment only warns."""
    moments = [("updated", article.updated, "Lúc cập nhật")]
    moments += [
        (f"corrections.{position}.date", correction.date, "Ngày đính chính")
        for position, correction in enumerate(article.corrections)
    ]
    if article.withdrawn:
        moments.append(("withdrawn.on", article.withdrawn.on, "Lúc gỡ bài"))
    for field, moment, named in moments:
        if moment is not None and moment > now and article.date <= now and manuscript.has(field):
            yield manuscript.problem(
                field,
                "T110",
                f"{named} {show_moment_short(moment)} chưa đến.",
                "Ghi lúc đã sửa, đã gỡ bài; nếu gõ nhầm ngày, giờ thì sửa lại.",
                level="error" if moment - now > _TOO_FAR else "warning",
            )


def check_active_unit(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """An item is dated within its unit's time; a merged school's later news belongs elsewhere."""
    unit, day = article.unit, article.date.date()
    early = unit.active_from is not None and day < unit.active_from
    late = unit.active_until is not None and day > unit.active_until
    if early or late:
        since = "chưa hoạt động" if early else "đã ngừng hoạt động"
        heir = f' Đơn vị tiếp nối là "{unit.merged_into}".' if late and unit.merged_into else ""
        yield manuscript.problem(
            "unit",
            "T113",
            f"Vào ngày {show_day(day)}, {unit.name} {since}.",
            f"Xem lại ngày đăng và đơn vị của bài.{heir}",
            level="warning",
        )
