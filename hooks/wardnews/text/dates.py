"""Dates as Vietnamese editors type them and as Vietnamese readers expect to see them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from wardnews.text.quoting import quote

MORNING = time(7)  # what a day alone means for what begins
LAST_MINUTE = time(23, 59)  # and for what ends
EXAMPLE = date(2026, 3, 5)  # the day in examples, where there is no better one
_YEARS = range(2000, 2101)
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "chủ nhật")

# [0-9], not \d: other scripts' digits are not dates here.
_YEAR_FIRST = r"(?P<y>[0-9]{4})-(?P<m>[0-9]{2})-(?P<d>[0-9]{2})"
_DAY_FIRST = r"(?P<d>[0-9]{1,2})(?P<sep>[/.-])(?P<m>[0-9]{1,2})(?P=sep)(?P<y>[0-9]{4})"
_CLOCK = (
    r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?|h(?P<past>[0-9]{2})?)"
)
_OFFSET = r"(?: ?(?P<offset>Z|[+-][0-9]{2}:?[0-9]{2}))?"
_FORMS = (
    re.compile(rf"{_YEAR_FIRST}(?:[ T]{_CLOCK}{_OFFSET})?"),
    re.compile(rf"{_DAY_FIRST}(?: {_CLOCK}{_OFFSET})?"),
)
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})")
_NO_YEAR = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})")
_LOOSE_YEAR_FIRST = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """Why a text is no date, and what to type instead (in Vietnamese)."""

    message: str
    remedy: str


def parse_moment(
    text: str, zone: tzinfo, bare: time = MORNING, *, example: date = EXAMPLE
) -> datetime | Mistake:
    """Read a moment in `zone` unless an offset is typed; a day alone is at `bare`.

    `example` is the day that the remedy shows.
    """
    match = _match(text)
    if match is None:
        return _explain(text, example)
    day = _read_day(match, text, example)
    if isinstance(day, Mistake):
        return day
    clock = _read_clock(match, text, bare, example)
    if isinstance(clock, Mistake):
        return clock
    offset = _read_offset(match, text, example)
    if isinstance(offset, Mistake):
        return offset
    return datetime.combine(day, clock, offset or zone).astimezone(zone)


def parse_day(text: str, *, example: date = EXAMPLE) -> date | Mistake:
    """Read a day; of a moment, the day as typed."""
    moment = parse_moment(text, UTC, example=example)
    if isinstance(moment, Mistake):
        return moment
    match = _match(text)
    assert match is not None
    return date(int(match["y"]), int(match["m"]), int(match["d"]))


def show_day(day: date) -> str:
    """Write a day as Nghị định 30/2020 does: of the months only 1 and 2 get a leading zero."""
    return f"{day.day:02d}/{_show_month_number(day.month)}/{day.year}"


def show_moment(moment: datetime) -> str:
    """Write "08:30, thứ Năm 05/3/2026", in the moment's own zone."""
    return f"{moment:%H:%M}, {weekday(moment)} {show_day(moment)}"


def show_moment_short(moment: datetime) -> str:
    """Write "08:30, 05/3/2026", in the moment's own zone."""
    return f"{moment:%H:%M}, {show_day(moment)}"


def show_month(year: str, month: str) -> str:
    """Write "Tháng 3/2026" from the parts of a path, "2026" and "03"."""
    return f"Tháng {_show_month_number(int(month))}/{year}"


def weekday(day: date) -> str:
    return _WEEKDAYS[day.weekday()]


def _show_month_number(month: int) -> str:
    return f"{month:02d}" if month <= 2 else str(month)


def _match(text: str) -> re.Match[str] | None:
    return next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)


def _read_day(match: re.Match[str], text: str, example: date) -> date | Mistake:
    year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    typed = quote(text, 40)
    if year not in _YEARS:
        return Mistake(
            message=f"Ngày {typed} có năm {match['y']}, ngoài khoảng 2000 đến 2100.",
            remedy=f"Xem lại năm rồi ghi đủ bốn chữ số, ví dụ: {show_day(example)}.",
        )
    if not 1 <= month <= 12:
        return _explain_month(match, typed, example)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        return Mistake(
            message=f"Ngày {typed} không có trên lịch: tháng {month}/{year} chỉ có {last} ngày.",
            remedy=f"Ghi một ngày từ 01 đến {last}, ví dụ: {show_day(date(year, month, last))}.",
        )
    return date(year, month, day)


def _explain_month(match: re.Match[str], typed: str, example: date) -> Mistake:
    day, month, year = match["d"], match["m"], match["y"]
    message = f"Ngày {typed} có tháng {month}, mà một năm chỉ có 12 tháng."
    possible = (
        1 <= int(day) <= 12 and 1 <= int(month) <= calendar.monthrange(int(year), int(day))[1]
    )
    if not possible:
        remedy = f"Ghi ngày trước, tháng sau, năm cuối, ví dụ: {show_day(example)}."
        return Mistake(message=message, remedy=remedy)
    separator = match.groupdict().get("sep")
    if separator:
        swapped = separator.join((month, day, year))
        return Mistake(
            message=message, remedy=f"Ngày đứng trước, tháng đứng sau: có phải {swapped}?"
        )
    return Mistake(
        message=message, remedy=f"Năm trước, tháng giữa, ngày cuối: có phải {year}-{day}-{month}?"
    )


def _read_clock(match: re.Match[str], text: str, bare: time, example: date) -> time | Mistake:
    if match["hour"] is None:
        return bare
    hour, minute = int(match["hour"]), int(match["past"] or match["minute"] or 0)
    second = int(match["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return Mistake(
            message=f"Giờ trong {quote(text, 40)} không có trên đồng hồ.",
            remedy=f"Ghi giờ từ 00:00 đến 23:59, ví dụ: {example} 08:30.",
        )
    return time(hour, minute, second)


def _read_offset(match: re.Match[str], text: str, example: date) -> timezone | Mistake | None:
    offset = match["offset"]
    if offset is None or offset == "Z":
        return UTC if offset else None
    hours, minutes = int(offset[1:3]), int(offset[-2:])
    if hours * 60 + minutes > 14 * 60 or minutes > 59:
        return Mistake(
            message=f'Múi giờ "{offset}" trong {quote(text, 40)} không có trên thế giới.',
            remedy=f"Bỏ phần múi giờ, hoặc ghi giờ Việt Nam: {example} 08:30 +07:00.",
        )
    distance = timedelta(hours=hours, minutes=minutes)
    return timezone(-distance if offset[0] == "-" else distance)


def _explain(text: str, example: date) -> Mistake:
    """Say why a text that has none of the forms is no date, with the nearest right form."""
    typed = quote(text, 40)
    if not text.strip():
        remedy = f"Ghi ngày/tháng/năm, ví dụ: {show_day(example)}."
        return Mistake(message="Chưa ghi ngày.", remedy=remedy)
    if match := _SHORT_YEAR.fullmatch(text):
        day, month, year = match.groups()
        return Mistake(
            message=f"Ngày {typed} ghi năm chỉ có hai chữ số.",
            remedy=f"Ghi năm đủ bốn chữ số, ví dụ: {day}/{month}/20{year}.",
        )
    if match := _NO_YEAR.fullmatch(text):
        return Mistake(
            message=f"Ngày {typed} chưa ghi năm.",
            remedy=f"Thêm năm đủ bốn chữ số, ví dụ: {match[1]}/{match[2]}/{example.year}.",
        )
    if match := _LOOSE_YEAR_FIRST.fullmatch(text):
        year, month, day = match.groups()
        return Mistake(
            message=f"Ngày {typed} viết chưa đúng kiểu.",
            remedy=f"Ghi đủ hai chữ số, nối bằng gạch ngang: {year}-{month:0>2}-{day:0>2}.",
        )
    return Mistake(
        message=f"Không hiểu được ngày {typed}.",
        remedy="Ghi ngày/tháng/năm bằng chữ số, có thể thêm giờ: "
        f"{show_day(example)} hoặc {show_day(example)} 08:30.",
    )
