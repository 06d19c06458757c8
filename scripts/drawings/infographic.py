"""The four targets of the ward's communication plan on one page."""

from __future__ import annotations

from collections.abc import Iterable

from drawings.palette import (
    CREAM,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    SOFT_INK,
    SUN,
    VIOLET,
    VIOLET_MID,
    WHITE,
)
from drawings.shapes import circle, line, picture, placed, rect, ruled_paper, shape

_HEIGHT = 1500
_ROW = 256
_FIRST = 296
_COLUMN = 460  # where the words begin; the figures stand to the left of it


def words(x: float, y: float, text: str, size: float, colour: str, *, bold: bool = False) -> str:
    """A line of text, by the left end of its base line."""
    weight = 700 if bold else 400
    return (
        f'<text x="{x:g}" y="{y:g}" font-size="{size:g}" font-weight="{weight}" '
        f'fill="{colour}">{text}</text>'
    )


def _squares(filled: int) -> str:
    """Ten squares of school paper, so many of them inked."""
    return "".join(
        rect(34 * number, 0, 28, 28, VIOLET, radius=4)
        + ("" if number < filled else rect(34 * number + 3, 3, 22, 22, WHITE, radius=2))
        for number in range(10)
    )


def _lessons() -> str:
    """Two booklets."""
    booklet = (
        rect(0, 0, 66, 84, VIOLET_MID, radius=5)
        + rect(0, 0, 12, 84, VIOLET, radius=4)
        + rect(24, 18, 32, 22, CREAM, radius=3)
    )
    return booklet + placed(84, 0, booklet)


def _house_of_learning() -> str:
    """One school."""
    return (
        shape("M0 38L74 0L148 38Z", VIOLET)
        + rect(12, 38, 124, 46, VIOLET_MID)
        + rect(60, 48, 28, 36, CREAM)
        + rect(26, 50, 18, 18, CREAM)
        + rect(104, 50, 18, 18, CREAM)
        + circle(74, 24, 8, SUN)
    )


def _row(number: int, figure: str, sign: str, lines: Iterable[str], limit: str) -> str:
    top = _FIRST + _ROW * number
    text = "".join(
        words(_COLUMN + 40, top + 92 + 58 * at, part, 45, INK, bold=True)
        for at, part in enumerate(lines)
    )
    rule = line(f"M0 {top}H1200", LAVENDER, 3, flat=True) if number else ""
    share = figure.endswith("%")
    return (
        rule
        + words(60, top + (146 if share else 176), figure, 138, VIOLET, bold=True)
        + placed(66 if share else 272, top + (186 if share else 92), sign)
        + text
        + words(_COLUMN + 40, top + 208, limit, 42, SOFT_INK)
    )


def _pen_nib() -> str:
    """The emblem of the pages, 108 wide."""
    return (
        rect(0, 0, 108, 108, WHITE, radius=22)
        + shape("M54 98L28 50L54 12L80 50Z", VIOLET)
        + line("M54 98V54", WHITE, 5, flat=True)
        + circle(54, 50, 7, WHITE)
    )


def four_targets() -> str:
    """Four figures, each with what it counts and until when or at least how much."""
    rows = (
        ("100%", _squares(10), ("cán bộ quản lý, công chức", "được quán triệt"), "hết năm 2026"),
        ("90%", _squares(9), ("giáo viên, nhân viên,", "học sinh, phụ huynh hiểu rõ"), "ít nhất"),
        ("02", _lessons(), ("chuyên đề tuyên truyền", "mỗi năm"), "tối thiểu"),
        ("01", _house_of_learning(), ("mô hình", "mỗi cơ sở giáo dục"), "ít nhất"),
    )
    end = _FIRST + _ROW * len(rows)
    return picture(
        ruled_paper(LAVENDER_PALE, height=_HEIGHT),
        rect(_COLUMN, _FIRST, 1200 - _COLUMN, end - _FIRST, WHITE),
        rect(0, 0, 1200, _FIRST, VIOLET),
        words(60, 122, "Truyền thông Nghị quyết số 71-NQ/TW", 42, LAVENDER),
        words(60, 216, "Bốn mục tiêu trên một trang", 66, WHITE, bold=True),
        placed(1032, 94, _pen_nib()),
        *(_row(number, *row) for number, row in enumerate(rows)),
        rect(0, end, 1200, _HEIGHT - end, WHITE),
        rect(0, end, 1200, 5, VIOLET),
        rect(0, end + 11, 1200, 2, VIOLET),
        words(60, end + 108, "Nguồn: kế hoạch truyền thông của phường", 40, SOFT_INK),
        height=_HEIGHT,
    )
