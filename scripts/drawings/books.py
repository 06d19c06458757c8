"""Books in every position, shelves to hold them, and sheets of school paper."""

from __future__ import annotations

import math

from drawings.palette import (
    BLUE,
    BRICK,
    FAINT_SHADE,
    HIGHLIGHT,
    LAVENDER,
    LEAF,
    LEAF_LIGHT,
    PAPER,
    PAPER_SHADE,
    ROSE,
    SHADE,
    SOFT_INK,
    SUN,
    VIOLET,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
)
from drawings.shapes import line, mirrored, placed, rect, shape

MUTED = (BRICK, BLUE, LAVENDER, LEAF, ROSE, SUN, SOFT_INK, LEAF_LIGHT, WOOD_LIGHT)
MIXED = (BRICK, LAVENDER, VIOLET, SUN, LEAF, ROSE, BLUE, VIOLET_MID, LEAF_LIGHT)
# Lengths without a common factor, so that a long row hardly repeats itself.
_WIDTHS = (30, 42, 25, 36, 48, 28, 34, 40, 23, 44, 31)
_HEIGHTS = (0.82, 0.95, 0.74, 1.0, 0.88, 0.78, 0.92)


def standing_book(
    x: float, foot: float, width: float, height: float, colour: str, *, mark: int = 0
) -> str:
    """A book seen from its spine, standing on `foot`; `mark` chooses what the spine carries."""
    top = foot - height
    inset = width * 0.18
    marks = (
        rect(x, top + height * 0.16, width, 5, HIGHLIGHT)
        + rect(x, top + height * 0.22, width, 2.5, HIGHLIGHT),
        rect(x + inset, top + height * 0.18, width - 2 * inset, height * 0.3, HIGHLIGHT, radius=2),
        rect(x, top + height * 0.14, width, 5, HIGHLIGHT)
        + rect(x, foot - height * 0.14 - 5, width, 5, HIGHLIGHT),
        rect(x + width / 2 - 2.5, top + height * 0.2, 5, height * 0.38, HIGHLIGHT, radius=2.5),
    )
    return (
        rect(x, top, width, height, colour, radius=3)
        + marks[mark % len(marks)]
        + rect(x + width - 5, top + 1, 5, height - 1, SHADE, radius=2)
    )


def row_of_books(
    x: float,
    foot: float,
    width: float,
    tallest: float,
    *,
    start: int = 0,
    colours: tuple[str, ...] = MIXED,
    scale: float = 1,
) -> str:
    """As many books as fit in `width`; another `start` gives another row."""
    row, at, number = "", x, start
    while at + (thick := _WIDTHS[number % len(_WIDTHS)] * scale) <= x + width:
        height = tallest * _HEIGHTS[number % len(_HEIGHTS)]
        colour = colours[number % len(colours)]
        row += standing_book(at, foot, thick, height, colour, mark=number * 3 // 2)
        at += thick + 2
        number += 1
    return row


def leaning_book(
    x: float, foot: float, width: float, height: float, colour: str, *, turn: float
) -> str:
    """A book leaning to the left against something that ends at x."""
    reach = height * math.sin(math.radians(turn))
    return placed(x + reach, foot, standing_book(0, 0, width, height, colour, mark=2), turn=-turn)


def pile_of_books(x: float, foot: float, width: float, colours: tuple[str, ...]) -> str:
    """Books lying on each other, the first at the bottom, seen from their spines."""
    pile, top = "", foot
    for number, colour in enumerate(colours):
        thick = (26, 20, 30, 23)[number % 4]
        left = x + (0, 10, -6, 14)[number % 4]
        long = width - (0, 16, 4, 30)[number % 4]
        top -= thick
        pile += (
            rect(left, top, long, thick, colour, radius=3)
            + rect(left + long * 0.14, top, 6, thick, HIGHLIGHT)
            + rect(left + long * 0.82, top, 6, thick, HIGHLIGHT)
            + rect(left, top + thick - 5, long, 5, SHADE, radius=2)
        )
    return pile


def book_cover(x: float, y: float, width: float, height: float, colour: str, *parts: str) -> str:
    """A book seen from its front; parts are drawn around the middle of the cover."""
    return (
        rect(x + 4, y + 3, width, height, PAPER_SHADE, radius=3)
        + rect(x, y, width, height, colour, radius=4)
        + rect(x, y, width * 0.09, height, SHADE, radius=3)
        + placed(x + width * 0.54, y + height / 2, *parts)
    )


def open_book(width: float, height: float, cover: str, *, left: str = "", right: str = "") -> str:
    """An open book from above, around its middle; what its pages show is drawn likewise."""
    half, tall = width / 2, height / 2
    page = f"M0 {-tall + 8:g}Q{half * 0.35:g} {-tall - 16:g} {half:g} {-tall:g}V{tall:g}"
    page += f"Q{half * 0.35:g} {tall - 16:g} 0 {tall + 8:g}Z"
    under = rect(-half - 12, -tall - 6, width + 24, height + 22, cover, radius=8)
    shade = f"M0 {-tall + 8:g}Q{half * 0.1:g} {-tall - 2:g} {half * 0.2:g} {-tall - 6:g}"
    shade += f"V{tall - 6:g}Q{half * 0.1:g} {tall - 2:g} 0 {tall + 8:g}Z"
    leaf = shape(page, WHITE) + shape(shade, FAINT_SHADE)
    middle = line(f"M0 {-tall + 8:g}V{tall + 8:g}", SHADE, 2)
    return under + mirrored(0, 0, leaf) + leaf + left + right + middle


def lying_open_book(cover: str) -> str:
    """An open book that lies on its origin, seen from the side of the reader, 120 wide."""
    return (
        shape("M-64 2L-50 -22H50L64 2Z", cover)
        + shape("M-58 -2L-48 -24Q-22 -38 0 -26V-6Q-26 -16 -58 -2Z", WHITE)
        + shape("M58 -2L48 -24Q22 -38 0 -26V-6Q26 -16 58 -2Z", PAPER_SHADE)
        + line("M0 -26V-6", SHADE, 2)
        + line("M-40 -20Q-22 -28 -8 -22M-44 -12Q-24 -21 -8 -15M40 -20Q22 -28 8 -22", LAVENDER, 3)
    )


def lines_of_writing(
    x: float,
    y: float,
    lengths: tuple[float, ...],
    colour: str,
    *,
    gap: float = 22,
    thick: float = 8,
) -> str:
    """Bars that stand for lines of text."""
    return "".join(
        rect(x, y + number * gap, length, thick, colour, radius=thick / 2)
        for number, length in enumerate(lengths)
    )


def bookcase(
    x: float, y: float, width: float, height: float, tiers: int, *, thick: float = 18
) -> tuple[str, tuple[float, ...]]:
    """An empty bookcase, and where on it books stand, from the upper tier down."""
    step = (height - thick) / tiers
    feet = tuple(y + step * (tier + 1) for tier in range(tiers))
    case = rect(x, y, width, height, WOOD_PALE) + rect(x, y, width, 30, FAINT_SHADE)
    case += rect(x + thick, y, 12, height, FAINT_SHADE)
    for foot in feet:
        case += rect(x, foot, width, thick, WOOD) + rect(x, foot + thick - 5, width, 5, WOOD_DARK)
        if foot != feet[-1]:
            case += rect(x, foot + thick, width, 14, FAINT_SHADE)
    sides = rect(x, y, thick, height, WOOD_LIGHT) + rect(x + width - thick, y, thick, height, WOOD)
    top = rect(x - 12, y - 4, width + 24, 22, WOOD_LIGHT, radius=4)
    return case + sides + top + rect(x - 12, y + 12, width + 24, 6, WOOD_DARK, radius=3), feet


def ruled_page(x: float, y: float, width: float, height: float, *, cell: float = 44) -> str:
    """A page of a school notebook: squares in squares, and the red margin."""
    page = rect(x, y, width, height, WHITE)
    for part, colour, thick in ((cell / 4, "#e6e1f5", 1.2), (cell, "#b9afe2", 1.8)):
        course = "".join(
            f"M{x:g} {y + part * number:g}h{width:g}" for number in range(1, int(height / part) + 1)
        )
        course += "".join(
            f"M{x + part * number:g} {y:g}v{height:g}" for number in range(1, int(width / part) + 1)
        )
        page += line(course, colour, thick, flat=True)
    margin = x + cell * 2
    return page + line(f"M{margin:g} {y:g}v{height:g}", BRICK, 3, flat=True)


def borrowing_card(colour: str = PAPER) -> str:
    """A card of the class library, standing on its origin."""
    return (
        rect(-26, -86, 52, 86, colour, radius=4)
        + rect(-26, -86, 52, 14, VIOLET_MID, radius=4)
        + lines_of_writing(-17, -60, (34, 34, 24), LAVENDER, gap=14, thick=5)
    )
