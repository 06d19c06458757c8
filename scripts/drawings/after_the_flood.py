"""Pictures of the days after the flood: desks out of the water, books on lines."""

from __future__ import annotations

from drawings.books import lines_of_writing
from drawings.palette import (
    BLUE,
    BRICK,
    BRICK_DARK,
    CREAM,
    FAINT_SHADE,
    HIGHLIGHT,
    INK,
    LAVENDER,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    MEADOW,
    PAPER_SHADE,
    ROSE,
    SAND_DARK,
    SHADE,
    SKY,
    SOFT_INK,
    STONE,
    STONE_DARK,
    STRAW,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_LIGHT,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
)
from drawings.plants import almond_tree, bush
from drawings.shapes import (
    WIDTH,
    circle,
    ellipse,
    line,
    mirrored,
    picture,
    placed,
    rect,
    ruled_paper,
    shape,
)

_MUD = "#a58a6a"


def _desk() -> str:
    """A pupils' desk seen from the front, 300 wide and 150 high, standing on its origin."""
    return (
        rect(-128, -122, 13, 122, SOFT_INK)
        + rect(115, -122, 13, 122, SOFT_INK)
        + rect(-120, -46, 240, 9, SOFT_INK)
        + rect(-118, -124, 236, 34, WOOD)
        + rect(-118, -124, 236, 10, SHADE)
        + shape("M-124 -162H124L152 -136H-152Z", WOOD_PALE)
        + rect(-152, -136, 304, 14, WOOD_LIGHT, radius=3)
    )


def _desk_turned_over() -> str:
    """The same desk lying on its top, its legs in the air, 150 high."""
    return (
        rect(-128, -140, 13, 128, SOFT_INK)
        + rect(115, -140, 13, 128, SOFT_INK)
        + rect(-120, -104, 240, 9, SOFT_INK)
        + rect(-118, -46, 236, 30, WOOD_DARK)
        + rect(-152, -16, 304, 16, WOOD_LIGHT, radius=3)
        + rect(-152, -5, 304, 5, WOOD, radius=2)
        + rect(-133, -146, 23, 12, INK, radius=4)
        + rect(110, -146, 23, 12, INK, radius=4)
    )


def stacked_desks() -> str:
    """Desks in two layers in an empty class room, the line of the water on its wall."""
    level = 352
    edge = f"M0 {level}q75 -10 150 0t150 2t150 -4t150 4t150 -2t150 2t150 -4t150 4"
    board = (
        rect(396, 70, 408, 204, WOOD, radius=6)
        + rect(412, 86, 376, 172, "#2f6b52")
        + shape("M412 86H600L500 258H412Z", "#ffffff0a")
        + line("M452 140H640M452 184H580", "#f4f6efb0", 7)
        + rect(404, 266, 392, 12, WOOD_DARK, radius=4)
    )
    panes = "".join(
        rect(x - 12, 84, 224, 194, WOOD, radius=4)
        + rect(x, 96, 200, 170, SKY)
        + shape(
            f"M{x} 266V236Q{x + 40} 196 {x + 90} 232Q{x + 150} 190 {x + 200} 240V266Z", LEAF_PALE
        )
        + line(f"M{x + 100} 96v170M{x} 176h200", WOOD_LIGHT, 9, flat=True)
        + rect(x - 24, 270, 248, 16, WOOD_LIGHT, radius=4)
        for x in (104, 896)
    )
    stacks = "".join(
        ellipse(x, y + 4, 176, 13, SHADE)
        + placed(x, y, _desk())
        + placed(x, y - 148, _desk_turned_over())
        for x, y in ((230, 560), (600, 560), (970, 560))
    )
    puddles = "".join(
        ellipse(x, y, across, across * 0.09, "#b9c8c4")
        + ellipse(x - 20, y - 2, across * 0.5, across * 0.03, "#ffffff99")
        for x, y, across in ((420, 626, 150), (860, 648, 190), (110, 652, 110))
    )
    mop = (
        line("M0 0L-46 -300", WOOD_LIGHT, 11)
        + shape("M-24 -22L26 -14Q44 22 34 44H-40Q-42 10 -24 -22Z", LAVENDER)
        + line("M-14 -8L-24 40M4 -6L0 42M18 -4L24 40", VIOLET_LIGHT, 4)
    )
    return picture(
        ruled_paper(CREAM),
        panes,
        board,
        shape(f"{edge}V548H0Z", "#a58a6a40"),
        line(edge, _MUD, 6),
        rect(0, 548, WIDTH, 127, "#cdb799"),
        line("M0 592H1200M0 640H1200M240 548L160 675M960 548L1040 675M600 548V675", "#b7a07f", 3),
        rect(0, 536, WIDTH, 14, _MUD),
        stacks,
        puddles,
        placed(1130, 622, mop),
    )


def _hanging_book(cover: str, shade: str) -> str:
    """An open book that hangs astride a line at its origin, 92 wide and 104 high."""
    return (
        shape("M0 -8L-50 14L-42 100L0 74Z", cover)
        + shape("M0 -8L50 14L42 100L0 74Z", shade)
        + shape("M0 2L-30 22L-24 104L0 82Z", PAPER_SHADE)
        + shape("M0 2L30 22L24 104L0 82Z", WHITE)
        + line("M-20 36L-16 88M-10 26L-8 82M20 36L16 88M10 26L8 82", SAND_DARK, 2.5)
        + line("M-50 14L0 -8L50 14", HIGHLIGHT, 4)
    )


def standing_fan(colour: str, shade: str) -> str:
    """An electric fan on its foot, 300 high, standing on its origin."""
    blades = "".join(
        placed(0, 0, shape("M0 0Q-34 -26 -26 -62Q0 -84 26 -58Q14 -30 0 0Z", colour), turn=turn)
        for turn in (10, 130, 250)
    )
    wires = "".join(placed(0, 0, line("M0 -24V-80", STONE, 3), turn=x) for x in range(0, 360, 20))
    return (
        ellipse(0, 2, 84, 11, SHADE)
        + rect(-70, -14, 140, 16, INK, radius=8)
        + rect(-7, -170, 14, 160, SOFT_INK)
        + rect(-16, -150, 32, 54, shade, radius=8)
        + placed(
            0,
            -222,
            circle(0, 0, 86, "#ffffffb3"),
            blades,
            wires,
            line("M-84 0A84 84 0 1 0 84 0A84 84 0 1 0 -84 0", SOFT_INK, 7),
            line("M-54 0A54 54 0 1 0 54 0A54 54 0 1 0 -54 0", STONE, 3),
            circle(0, 0, 22, shade),
            circle(-5, -5, 8, HIGHLIGHT),
        )
    )


def drying_books() -> str:
    """Open books astride two lines along the gallery, fans on its floor."""
    covers = (
        (BRICK, BRICK_DARK),
        (VIOLET_MID, VIOLET),
        (LEAF, LEAF_DARK),
        (SUN, SUN_DARK),
        (BLUE, "#456d9a"),
        (ROSE, BRICK),
        (LAVENDER, VIOLET_LIGHT),
    )

    def row(start: float, y: float, sag: float, first: int, gap: float) -> str:
        course = f"M-20 {y:g}Q600 {y + 2 * sag:g} 1220 {y:g}"
        books = ""
        for number in range(9):
            x = start + gap * number
            part = (x + 20) / 1240
            books += placed(
                x,
                y + 4 * sag * part * (1 - part),
                _hanging_book(*covers[(number + first) % len(covers)]),
                turn=(-3, 2, 0, 4, -2)[number % 5],
            )
        return line(course, SOFT_INK, 5) + books

    columns = "".join(
        rect(x, 0, 46, 520, CREAM) + rect(x + 30, 0, 16, 520, SAND_DARK) for x in (150, 577, 1004)
    )
    bars = "".join(
        rect(x, 410, 14, 106, STRAW) + rect(x + 9, 410, 5, 106, SAND_DARK)
        for x in range(8, 1200, 40)
    )
    railing = bars + rect(0, 392, WIDTH, 22, CREAM) + rect(0, 408, WIDTH, 6, SAND_DARK)
    return picture(
        ruled_paper("#eef4f5"),
        circle(1010, 96, 52, "#fbe3b0"),
        circle(1010, 96, 38, SUN),
        placed(70, 560, almond_tree(), scale=1.3),
        placed(830, 590, almond_tree(), scale=1.2),
        placed(420, 540, bush(420, LEAF_LIGHT)),
        placed(1130, 540, bush(300, MEADOW)),
        rect(0, 0, WIDTH, 34, CREAM),
        rect(0, 34, WIDTH, 10, SAND_DARK),
        railing,
        columns,
        rect(0, 516, WIDTH, 159, "#e2d2b4"),
        line("M0 572H1200M0 632H1200M200 516L110 675M600 516V675M1000 516L1090 675", SAND_DARK, 3),
        rect(0, 516, WIDTH, 8, STONE),
        row(70, 112, 22, 0, 132),
        row(128, 262, 24, 3, 124),
        placed(312, 646, standing_fan(VIOLET_MID, VIOLET), scale=0.86),
        mirrored(900, 650, standing_fan(LEAF_LIGHT, LEAF), scale=0.86),
        rect(520, 596, 150, 52, WOOD_PALE, radius=6),
        rect(520, 596, 150, 12, WOOD_LIGHT, radius=5),
        placed(546, 590, rect(0, -26, 96, 30, WHITE, radius=3), turn=-3),
        lines_of_writing(556, 570, (70, 54), STONE_DARK, gap=12, thick=4),
        rect(0, 668, WIDTH, 7, FAINT_SHADE),
    )
