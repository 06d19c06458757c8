"""Five things to do before a child goes to school in a flood, on one page."""

from __future__ import annotations

from drawings.infographic import words
from drawings.palette import (
    BLUE,
    BRICK,
    CREAM,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    SKY,
    SOFT_INK,
    STONE,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_LIGHT,
    VIOLET_MID,
    WHITE,
)
from drawings.shapes import circle, line, picture, placed, rect, ruled_paper, shape

_HEIGHT = 1640
_FIRST = 250
_ROW = 244


def _cloud_of_rain() -> str:
    """A cloud from which it rains, 150 wide, around its middle."""
    drops = "".join(
        line(f"M{x} {y}l-8 26", SKY, 7) for x, y in ((-44, 40), (-8, 52), (28, 40), (60, 52))
    )
    return (
        rect(-72, -8, 144, 34, WHITE, radius=17)
        + circle(-26, -14, 32, WHITE)
        + circle(24, -22, 38, WHITE)
        + drops
    )


def _notice() -> str:
    return (
        rect(-46, -76, 92, 152, INK, radius=16)
        + rect(-38, -62, 76, 118, WHITE, radius=4)
        + rect(-38, -62, 76, 30, VIOLET)
        + rect(-26, -18, 52, 10, LAVENDER, radius=5)
        + rect(-26, 2, 40, 10, LAVENDER, radius=5)
        + circle(22, 34, 17, BRICK)
        + line("M22 25V36M22 42V42.5", WHITE, 5)
        + rect(-12, 60, 24, 6, SOFT_INK, radius=3)
    )


def _road() -> str:
    return (
        shape("M-26 -70H26L70 74H-70Z", SOFT_INK)
        + line("M0 -58V-34M0 -16V10M0 30V62", WHITE, 7, flat=True)
        + line("M-78 20Q-58 8 -38 20T2 20T42 20T82 20", BLUE, 11)
        + line("M-78 48Q-58 36 -38 48T2 48T42 48T82 48", BLUE, 11)
    )


def _bright_coat() -> str:
    return (
        shape("M-24 -66Q0 -50 24 -66L70 -40L58 4L38 -6V72H-38V-6L-58 4L-70 -40Z", SUN)
        + shape("M24 -66L70 -40L58 4L38 -6V72H10V-56Z", SUN_DARK)
        + rect(-38, 22, 76, 13, WHITE)
        + line("M0 -50V72", CREAM, 5)
    )


def _turn_back() -> str:
    return (
        line("M44 66V-6A42 42 0 0 0 -40 -6V22", BRICK, 22)
        + shape("M-84 14H4L-40 66Z", BRICK)
        + line("M-88 88Q-64 74 -40 88T8 88T56 88T88 84", BLUE, 10)
    )


def _note_in_bag() -> str:
    return (
        line("M-24 -62Q-24 -86 0 -86T24 -62", VIOLET, 10)
        + rect(-58, -66, 116, 136, VIOLET_MID, radius=26)
        + rect(-44, -8, 88, 66, VIOLET, radius=12)
        + rect(-32, -34, 64, 58, WHITE, radius=5)
        + line("M-20 -18H20M-20 -2H8M-20 12H14", VIOLET_LIGHT, 6)
        + rect(-44, 16, 88, 42, VIOLET, radius=12)
        + circle(0, 36, 6, SUN)
    )


def five_things() -> str:
    """Five rows, each with its number, a sign and what to do, in the order of the morning."""
    rows = (
        (_notice(), ("Xem tin của trường", "trước 6 giờ"), "có thể hôm nay nghỉ"),
        (_road(), ("Hỏi người đã đi:", "đường còn đi được không"), "hỏi đúng đoạn con sẽ qua"),
        (_bright_coat(), ("Mặc áo màu sáng,", "buộc chặt quai dép"), "xe từ xa cũng nhìn thấy"),
        (_turn_back(), ("Nước chảy xiết", "thì quay về"), "không lội, không đi xe qua"),
        (_note_in_bag(), ("Trong cặp con có số", "của hai người lớn"), "bọc ni lông, ngăn nhỏ"),
    )
    end = _FIRST + _ROW * len(rows)
    body = ""
    for number, (sign, lines, more) in enumerate(rows):
        top = _FIRST + _ROW * number
        if number:
            body += line(f"M0 {top}H1200", LAVENDER, 3, flat=True)
        body += words(58, top + 168, str(number + 1), 138, VIOLET, bold=True)
        body += placed(288, top + 122, sign, scale=1.06)
        body += "".join(
            words(460, top + 82 + 58 * at, part, 48, INK, bold=True)
            for at, part in enumerate(lines)
        )
        body += words(460, top + 204, more, 41, SOFT_INK)
    return picture(
        ruled_paper(LAVENDER_PALE, height=_HEIGHT),
        rect(420, _FIRST, 780, end - _FIRST, WHITE),
        rect(0, 0, 1200, _FIRST, VIOLET),
        words(60, 100, "Mưa lũ, trước khi đưa con đến trường", 42, LAVENDER),
        words(60, 192, "Năm việc, theo thứ tự", 72, WHITE, bold=True),
        placed(1060, 118, _cloud_of_rain(), scale=1.15),
        body,
        rect(0, end, 1200, _HEIGHT - end, WHITE),
        rect(0, end, 1200, 5, VIOLET),
        rect(0, end + 11, 1200, 2, VIOLET),
        words(60, end + 80, "Có thông báo của chính quyền hay nhà trường", 41, SOFT_INK),
        words(60, end + 134, "thì làm theo thông báo.", 41, SOFT_INK),
        rect(0, _FIRST, 1200, 4, STONE),
        height=_HEIGHT,
    )
