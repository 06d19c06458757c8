"""The book festival: a stall, and a table for exchanging books."""

from __future__ import annotations

from drawings.books import book_cover, bookcase, lying_open_book, pile_of_books, row_of_books
from drawings.outdoors import bunting
from drawings.palette import (
    BLUE,
    BRICK,
    CREAM,
    FAINT_SHADE,
    LEAF,
    LEAF_LIGHT,
    MEADOW,
    ROSE,
    SAND,
    SAND_DARK,
    SHADE,
    STRAW,
    SUN,
    VIOLET,
    VIOLET_LIGHT,
    VIOLET_MID,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)
from drawings.plants import bush, round_tree
from drawings.shapes import WIDTH, circle, ellipse, line, picture, placed, rect, ruled_paper, shape


def awning() -> str:
    """The striped awning of the stall, over its counter of 130 to 750."""
    cloth = ""
    for number in range(11):
        colour = CREAM if number % 2 else VIOLET
        upper, lower = 190 + 46 * number, 146 + 54 * number
        cloth += shape(f"M{upper} 176H{upper + 46}L{lower + 54} 242H{lower}Z", colour)
        cloth += shape(f"M{lower} 242H{lower + 54}V282A27 25 0 0 1 {lower} 282Z", colour)
        cloth += shape(f"M{lower} 242H{lower + 54}V282A27 25 0 0 1 {lower} 282Z", FAINT_SHADE)
    return cloth


def book_stall() -> str:
    """A book stall with a shelf at its back, about 650 wide."""
    shelf, feet = bookcase(186, 262, 508, 190, 2, thick=14)
    return (
        ellipse(440, 628, 330, 18, SHADE)
        + rect(168, 230, 18, 396, WOOD)
        + rect(694, 230, 18, 396, WOOD_DARK)
        + shelf
        + row_of_books(206, feet[0], 470, 60, start=4, scale=0.8)
        + row_of_books(206, feet[1], 470, 76, start=1, scale=0.86)
        + awning()
        + rect(130, 470, 620, 156, VIOLET_LIGHT)
        + rect(130, 470, 620, 22, VIOLET_MID)
        + line("M230 492V626M340 492V626M450 492V626M560 492V626M660 492V626", "#9389d3", 5)
        + rect(118, 456, 644, 18, WOOD_LIGHT, radius=5)
        + pile_of_books(166, 456, 120, (BRICK, SUN, BLUE))
        + pile_of_books(588, 456, 128, (LEAF, ROSE, VIOLET))
        + book_cover(342, 372, 66, 84, SUN, circle(0, 0, 17, BRICK))
        + book_cover(428, 364, 68, 92, LEAF, shape("M0 -24L20 18H-20Z", CREAM))
        + book_cover(514, 378, 58, 78, ROSE, circle(0, 0, 14, VIOLET))
    )


def exchange_table() -> str:
    """A table on which books change hands, 356 wide, standing on its origin."""
    arrows = line("M-58 14A62 50 0 0 1 50 -22M58 -14A62 50 0 0 1 -50 22", BRICK, 10)
    arrows += shape("M42 -44L66 -12L28 -4Z", BRICK) + shape("M-42 44L-66 12L-28 4Z", BRICK)
    return (
        ellipse(0, 2, 190, 14, SHADE)
        + shape("M-160 -130H160L176 0H-176Z", STRAW)
        + shape("M110 -130H160L176 0H122Z", FAINT_SHADE)
        + placed(0, -62, arrows, scale=0.86)
        + rect(-178, -146, 356, 18, WOOD_LIGHT, radius=5)
        + rect(-178, -134, 356, 6, WOOD, radius=3)
        + pile_of_books(-152, -146, 112, (VIOLET, LEAF_LIGHT, BRICK, SUN))
        + pile_of_books(44, -146, 112, (BLUE, ROSE))
        + placed(98, -192, lying_open_book(LEAF))
    )


def book_festival() -> str:
    """A book stall under strings of pennants, and a table for exchanging books."""
    return picture(
        ruled_paper("#f8f6f0"),
        placed(70, 556, round_tree(), scale=1.25),
        placed(1140, 560, round_tree(), scale=1.3),
        placed(820, 552, bush(150, LEAF_LIGHT)),
        placed(990, 552, bush(190, LEAF)),
        rect(0, 548, WIDTH, 127, SAND),
        line("M0 600H1200M0 652H1200", SAND_DARK, 3),
        rect(0, 544, WIDTH, 10, MEADOW),
        placed(-24, 0, book_stall()),
        placed(938, 634, exchange_table()),
        bunting((-30, 40), (600, 56), 34, 11),
        bunting((600, 56), (1230, 40), 34, 11),
        bunting((676, 180), (1220, 150), 40, 9),
    )
