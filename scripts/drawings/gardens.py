"""Pictures of green places: the library under the trees, the vegetable garden."""

from __future__ import annotations

from drawings.books import bookcase, leaning_book, lying_open_book, pile_of_books, row_of_books
from drawings.buildings import tiled_roof
from drawings.outdoors import cloud, fence, stone_bench
from drawings.palette import (
    BRICK,
    CREAM,
    FAINT_SHADE,
    HIGHLIGHT,
    LAVENDER,
    LAWN,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    MEADOW,
    SHADE,
    SOIL,
    SOIL_DARK,
    STONE_LIGHT,
    SUN,
    VIOLET,
    VIOLET_DARK,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)
from drawings.plants import bush, grass, lettuce, water_spinach
from drawings.shapes import WIDTH, circle, ellipse, line, picture, placed, rect, ruled_paper, shape


def book_shelter() -> str:
    """A bookcase on legs under a little roof, 420 wide and 360 high."""
    case, feet = bookcase(0, 0, 340, 264, 2)
    books = (
        row_of_books(22, feet[0], 190, 100, start=2)
        + pile_of_books(226, feet[0], 84, (LEAF, SUN, BRICK))
        + row_of_books(22, feet[1], 110, 100, start=6)
        + leaning_book(130, feet[1], 34, 104, VIOLET, turn=14)
        + row_of_books(206, feet[1], 116, 102, start=0)
    )
    return (
        ellipse(170, 300, 214, 14, SHADE)
        + rect(14, 250, 20, 50, WOOD_DARK)
        + rect(306, 250, 20, 50, WOOD_DARK)
        + case
        + books
        + placed(-40, -2, tiled_roof(420, 60, 60))
    )


def old_trunk() -> str:
    """The trunk of an old tree."""
    return (
        line("M640 326Q596 250 540 180M660 310Q760 224 870 190M650 250V120", WOOD_DARK, 26)
        + shape(
            "M590 596Q626 420 604 190H700Q676 420 724 596Q690 580 656 598Q622 580 590 596Z", WOOD
        )
        + shape("M664 190H700Q676 420 724 596Q704 584 684 588Q652 420 664 190Z", WOOD_DARK)
        + line("M626 420Q632 460 622 510M640 340v44", WOOD_DARK, 5)
    )


def crowns() -> str:
    """The crowns of trees, over the whole width of the picture."""
    lobes = {
        LEAF_DARK: (
            (60, 90, 120),
            (250, 120, 96),
            (420, 130, 100),
            (640, 136, 108),
            (850, 130, 104),
            (1010, 112, 110),
            (1170, 84, 120),
        ),
        LEAF: (
            (-10, 30, 130),
            (150, 60, 116),
            (330, 60, 120),
            (520, 80, 106),
            (720, 76, 116),
            (920, 70, 110),
            (1090, 40, 116),
            (1220, 20, 100),
        ),
        LEAF_LIGHT: (
            (40, 20, 56),
            (110, 52, 40),
            (290, 30, 60),
            (360, 60, 36),
            (500, 52, 50),
            (672, 36, 58),
            (742, 62, 38),
            (884, 38, 52),
            (1052, 20, 54),
            (1112, 44, 32),
        ),
    }
    return rect(0, 0, WIDTH, 60, LEAF) + "".join(
        circle(x, y, size, colour) for colour, some in lobes.items() for x, y, size in some
    )


def library_under_trees() -> str:
    """A library in the open under the crowns of trees: a wooden bookcase and a stone bench."""
    patches = "".join(
        ellipse(x, y, across, across * 0.22, "#cfe3ab")
        for x, y, across in (
            (170, 560, 70),
            (420, 640, 110),
            (560, 560, 50),
            (820, 640, 90),
            (1090, 590, 70),
        )
    )
    stones = "".join(
        ellipse(x, y, across, across * 0.24, STONE_LIGHT)
        for x, y, across in ((540, 650, 62), (650, 628, 48))
    )
    tufts = "".join(
        placed(x, y, grass(LEAF), scale=size)
        for x, y, size in (
            (120, 610, 1.2),
            (300, 650, 1.4),
            (960, 650, 1.4),
            (1120, 630, 1.2),
            (480, 590, 1),
        )
    )
    far = "".join(
        placed(x, 470, bush(width, MEADOW))
        for x, width in ((60, 200), (620, 180), (800, 220), (1130, 240))
    )
    return picture(
        ruled_paper("#f4f6ee"),
        far,
        rect(0, 464, WIDTH, 211, LAWN),
        rect(0, 464, WIDTH, 8, MEADOW),
        patches,
        stones,
        ellipse(660, 596, 110, 15, SHADE),
        old_trunk(),
        crowns(),
        placed(190, 286, book_shelter(), scale=1.04),
        placed(900, 604, stone_bench(), scale=1.1),
        pile_of_books(796, 518, 92, (BRICK, LAVENDER)),
        placed(980, 520, lying_open_book(VIOLET)),
        tufts,
    )


def plant_board(sign: str) -> str:
    """A board on a stake that shows what grows, 122 high, standing on its origin."""
    return (
        ellipse(0, 2, 18, 4, SHADE)
        + rect(-6, -92, 12, 94, WOOD_DARK)
        + rect(-40, -122, 80, 62, WOOD, radius=6)
        + rect(-34, -116, 68, 50, CREAM, radius=4)
        + placed(0, -92, sign)
    )


def raised_bed(x: float, y: float, width: float, deep: float) -> str:
    """A bed of soil behind a plank that begins at y; `deep` is how far the soil goes back."""
    return (
        shape(f"M{x + 16:g} {y - deep:g}H{x + width - 16:g}L{x + width:g} {y:g}H{x:g}Z", SOIL)
        + line(
            f"M{x + 30:g} {y - deep * 0.62:g}H{x + width - 34:g}M{x + 20:g} {y - deep * 0.28:g}"
            f"H{x + width - 20:g}",
            SOIL_DARK,
            5,
        )
        + rect(x - 8, y - 4, width + 16, 34, WOOD, radius=3)
        + rect(x - 8, y - 4, width + 16, 7, WOOD_LIGHT, radius=3)
        + line(f"M{x + width / 3:g} {y:g}v28M{x + width * 2 / 3:g} {y:g}v28", WOOD_DARK, 3)
        + rect(x - 8, y + 30, width + 16, 8, FAINT_SHADE)
    )


def watering_can() -> str:
    """A violet watering can, 200 high, standing on its origin, its spout to the left."""
    return (
        ellipse(10, 2, 150, 13, SHADE)
        + line("M70 -148C150 -176 168 -70 84 -46", VIOLET_DARK, 15)
        + line("M-56 -160Q0 -232 62 -160", VIOLET_DARK, 13)
        + shape("M-70 -56L-156 -132L-138 -148L-70 -104Z", VIOLET_MID)
        + shape("M-172 -122L-132 -162Q-126 -158 -128 -150L-160 -118Q-168 -116 -172 -122Z", SUN)
        + shape("M-74 -160H78L90 0H-86Z", VIOLET)
        + shape("M42 -160H78L90 0H48Z", VIOLET_DARK)
        + rect(-80, -168, 164, 16, VIOLET_MID, radius=7)
        + rect(-88, -14, 180, 14, VIOLET_DARK, radius=6)
        + line("M-58 -136L-64 -40", HIGHLIGHT, 8)
        + shape("M0 -58Q-32 -84 0 -120Q32 -84 0 -58Z", LEAF_LIGHT)
        + line("M0 -50V-96", LEAF_PALE, 4)
    )


def vegetable_garden() -> str:
    """Two beds of greens, each with its board, and a watering can."""
    sprig = placed(0, 20, water_spinach(), scale=0.4)
    head = placed(0, 17, lettuce(), scale=0.46)
    hills = ellipse(250, 290, 360, 130, LEAF_PALE) + ellipse(900, 300, 460, 140, MEADOW)
    return picture(
        ruled_paper("#f6f7f1"),
        circle(980, 104, 54, "#fbe3b0"),
        circle(980, 104, 40, SUN),
        placed(300, 100, cloud()),
        hills,
        rect(0, 286, WIDTH, 389, LAWN),
        placed(-10, 306, fence(1220, (CREAM, WHITE))),
        raised_bed(130, 416, 700, 70),
        *(placed(x, 378, water_spinach()) for x in range(232, 780, 96)),
        *(placed(x, 412, water_spinach(), scale=1.16) for x in range(188, 810, 96)),
        raised_bed(70, 602, 700, 84),
        *(placed(x, 558, lettuce(), scale=1.12) for x in range(206, 690, 140)),
        *(placed(x, 598, lettuce(), scale=1.24) for x in range(134, 750, 140)),
        placed(910, 444, plant_board(sprig), scale=1.1),
        placed(838, 634, plant_board(head), scale=1.15),
        placed(1046, 622, watering_can(), scale=0.92),
        *(
            placed(x, y, grass(LEAF), scale=1.2)
            for x, y in ((40, 500), (1110, 390), (1160, 656), (930, 660))
        ),
    )
