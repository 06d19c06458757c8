"""Pictures of learning by doing: the computer room with its plan, the pool in the yard."""

from __future__ import annotations

from drawings.furniture import stool
from drawings.outdoors import cloud
from drawings.palette import (
    AIR,
    BLUE,
    BRICK,
    BRICK_DARK,
    CREAM,
    FAINT_SHADE,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    LEAF,
    LEAF_LIGHT,
    LEAF_PALE,
    MEADOW,
    ROSE,
    ROSE_PALE,
    SAND,
    SAND_DARK,
    SHADE,
    SKY,
    SOFT_INK,
    STONE,
    STONE_DARK,
    STONE_LIGHT,
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
from drawings.plants import almond_tree, bush, potted_plant, round_tree
from drawings.shapes import (
    WIDTH,
    circle,
    ellipse,
    line,
    picture,
    placed,
    rect,
    ruled_paper,
    shape,
)


def _computer(screen: str, tag: str) -> str:
    """A screen on its foot, keyboard and mouse, 360 wide and 300 high, standing on its origin."""
    keys = "".join(
        rect(-116 + 24 * key + 4 * row, -30 + 11 * row, 19, 7, WHITE, radius=2)
        for row in range(3)
        for key in range(9)
    )
    return (
        ellipse(0, 2, 190, 11, SHADE)
        + shape("M-44 -64H44L58 -34H-58Z", STONE_DARK)
        + rect(-20, -104, 40, 46, STONE_DARK)
        + rect(-166, -302, 332, 208, INK, radius=14)
        + rect(-152, -288, 304, 172, LAVENDER_PALE, radius=4)
        + placed(0, -202, screen)
        + shape("M-152 -288H-40L-120 -116H-152Z", "#ffffff40")
        + circle(0, -105, 5, VIOLET_LIGHT)
        + shape("M-128 -38H128L142 4H-142Z", STONE_LIGHT)
        + rect(-142, 2, 284, 6, STONE, radius=3)
        + keys
        + ellipse(186, -8, 20, 13, STONE_LIGHT)
        + line("M186 -20V-12", STONE_DARK, 3)
        + line("M132 -94Q156 -84 150 -54", SOFT_INK, 3)
        + placed(150, -50, rect(-15, 0, 30, 38, tag, radius=4), circle(0, 8, 4, WHITE))
    )


def computer_room() -> str:
    """Two computers on a long table, a plan of the week with slips of colour between them."""
    chart = (
        rect(-126, -70, 252, 140, WHITE, radius=4)
        + "".join(
            rect(-92 + 44 * number, 44 - high, 28, high, colour, radius=3)
            for number, (high, colour) in enumerate(
                ((40, LAVENDER), (62, VIOLET_LIGHT), (52, VIOLET_MID), (84, VIOLET), (70, SUN))
            )
        )
        + line("M-108 46H118M-108 -50V46", SOFT_INK, 4)
    )
    bridge = (
        rect(-126, -70, 252, 140, SKY, radius=4)
        + shape("M-126 36H126V70H-126Z", BLUE)
        + line("M-110 22H110M-80 22V44M80 22V44", WOOD_DARK, 8)
        + line("M-110 22Q0 -66 110 22M-60 -4V22M-20 -20V22M20 -20V22M60 -4V22", BRICK, 5)
        + circle(84, -42, 15, SUN)
    )
    slips = ""
    tones = (SUN, LEAF_LIGHT, ROSE, VIOLET_LIGHT, BLUE)
    for row in range(4):
        for column in range(5):
            number = (row * 7 + column * 3) % 8
            if number < 5:
                slips += placed(
                    -134 + 67 * column,
                    -52 + 50 * row,
                    rect(-25, -18, 50, 37, tones[number], radius=3),
                    line("M-14 -4H14M-14 8H6", "#ffffffb3", 4),
                    turn=(-3, 2, 4, -2)[(row + column) % 4],
                )
    plan = (
        rect(-188, -132, 384, 280, SHADE, radius=8)
        + rect(-194, -140, 388, 280, WOOD, radius=8)
        + rect(-180, -126, 360, 252, CREAM)
        + rect(-180, -126, 360, 40, VIOLET)
        + "".join(rect(-158 + 67 * day, -112, 48, 12, WHITE, radius=6) for day in range(5))
        + line(
            "M-101 -86V126M-34 -86V126M33 -86V126M100 -86V126M-180 -26H180M-180 24H180M-180 74H180",
            SAND_DARK,
            3,
        )
        + slips
    )
    window = (
        rect(968, 70, 210, 252, WOOD_LIGHT, radius=5)
        + rect(982, 84, 182, 224, SKY)
        + shape("M982 308V240Q1030 190 1076 236Q1120 196 1164 246V308Z", LEAF_PALE)
        + line("M1073 84V308M982 190H1164", WOOD_LIGHT, 10, flat=True)
        + rect(954, 318, 238, 16, WOOD, radius=5)
    )
    fan = (
        rect(88, 120, 20, 70, SOFT_INK, radius=6)
        + "".join(
            placed(
                98,
                130,
                shape("M0 0Q-24 -18 -18 -46Q0 -62 18 -44Q10 -22 0 0Z", LEAF_LIGHT),
                turn=turn,
            )
            for turn in (20, 140, 260)
        )
        + line("M30 130A68 68 0 1 0 166 130A68 68 0 1 0 30 130", SOFT_INK, 6)
        + line("M58 130A40 40 0 1 0 138 130A40 40 0 1 0 58 130M98 62V198M30 130H166", STONE, 3)
        + circle(98, 130, 15, LEAF)
    )
    table = (
        rect(0, 520, WIDTH, 26, WOOD_LIGHT)
        + rect(0, 538, WIDTH, 9, WOOD)
        + rect(0, 547, WIDTH, 12, SHADE)
        + "".join(
            rect(x, 547, 34, 128, WOOD) + rect(x + 22, 547, 12, 128, WOOD_DARK)
            for x in (20, 583, 1146)
        )
    )
    seats = "".join(
        placed(x, 664, stool(colour), scale=0.84)
        for x, colour in ((180, VIOLET_LIGHT), (330, SUN), (860, LEAF_LIGHT), (1010, ROSE))
    )
    return picture(
        ruled_paper("#f6f4f9"),
        window,
        fan,
        placed(600, 190, plan, scale=0.98),
        rect(0, 392, WIDTH, 130, "#e9e2f0"),
        rect(0, 388, WIDTH, 8, LAVENDER),
        rect(0, 522, WIDTH, 92, "#ddd3e8"),
        rect(0, 614, WIDTH, 61, WOOD_PALE),
        rect(0, 608, WIDTH, 10, LAVENDER),
        table,
        placed(258, 516, _computer(chart, SUN)),
        placed(920, 516, _computer(bridge, LEAF)),
        placed(596, 522, potted_plant(), scale=0.86),
        seats,
    )


def _ring(colour: str) -> str:
    """A swimming ring around its middle, 130 wide."""
    bands = "".join(
        placed(
            0, 0, shape("M-14 -34L-24 -64Q0 -72 24 -64L14 -34Q0 -38 -14 -34Z", colour), turn=turn
        )
        for turn in (0, 90, 180, 270)
    )
    return (
        line("M-50 0A50 50 0 1 0 50 0A50 50 0 1 0 -50 0", SHADE, 36)
        + line("M-50 -3A50 50 0 1 0 50 -3A50 50 0 1 0 -50 -3", WHITE, 32)
        + placed(0, -3, bands)
    )


def pool_in_the_yard() -> str:
    """A pool of poles and canvas in the school yard, a lane line across it, rings on its side."""
    water = (
        shape("M218 318H982L1090 430H110Z", "#8fc4dd")
        + shape("M218 318H982L1000 336H200Z", "#6fa9c6")
        + "".join(
            line(f"M{x} {y}q18 -9 36 0t36 0t36 0", "#ffffffb3", 5)
            for x, y in ((270, 362), (470, 410), (720, 372), (860, 408), (560, 346), (210, 404))
        )
    )
    lane = "".join(
        ellipse(196 + 38 * number, 384, 17, 9, BRICK if number % 3 else WHITE)
        for number in range(22)
    )
    edge = line("M218 318H982L1090 430H110Z", STONE_LIGHT, 20)
    wall = (
        shape("M100 430H1100L1084 566H116Z", BLUE)
        + shape("M100 430H1100L1098 448H102Z", "#456d9a")
        + "".join(
            line(f"M{x} 520q30 -18 60 0t60 0t60 0", "#7fa6d0", 7) for x in range(130, 1000, 206)
        )
        + "".join(
            rect(x - 11, 424, 22, 148, STONE_LIGHT, radius=4) + rect(x + 3, 424, 8, 148, STONE)
            for x in (112, 356, 600, 844, 1088)
        )
        + rect(92, 420, 1016, 20, STONE_LIGHT, radius=9)
        + rect(92, 432, 1016, 8, STONE, radius=4)
    )
    ladder = line(
        "M0 0V-236Q0 -262 28 -262Q54 -262 54 -236M92 0V-236Q92 -262 120 -262Q146 -262 146 -236",
        STONE_DARK,
        12,
    ) + "".join(
        rect(-4, y, 102, 14, WHITE, radius=6) + rect(-4, y + 8, 102, 6, STONE, radius=3)
        for y in (-44, -92, -140, -188)
    )
    fence = "".join(
        rect(x, 196, 12, 130, LAVENDER) + rect(x + 8, 196, 4, 130, VIOLET_LIGHT)
        for x in range(0, 1200, 40)
    )
    fence += rect(0, 216, WIDTH, 12, VIOLET_LIGHT) + rect(0, 290, WIDTH, 12, VIOLET_LIGHT)
    slippers = "".join(
        placed(
            x,
            y,
            ellipse(-14, 2, 11, 21, shade),
            ellipse(14, 2, 11, 21, shade),
            ellipse(-14, 0, 10, 19, colour),
            ellipse(14, 0, 10, 19, colour),
            line("M-23 -2L-14 -14L-5 -2M5 -2L14 -14L23 -2", WHITE, 4),
        )
        for (x, y), (colour, shade) in zip(
            ((470, 630), (540, 630), (610, 630), (680, 630), (750, 630), (820, 632)),
            (
                (BRICK, BRICK_DARK),
                (SUN, SUN_DARK),
                (LEAF_LIGHT, LEAF),
                (VIOLET_MID, VIOLET),
                (ROSE, BRICK),
                (BLUE, "#456d9a"),
            ),
            strict=True,
        )
    )
    board = (
        rect(-7, -190, 14, 190, WOOD_DARK)
        + rect(-76, -206, 152, 108, WOOD, radius=6)
        + rect(-66, -196, 132, 88, CREAM, radius=3)
        + line("M-46 -136q16 -12 32 0t32 0t32 0M-46 -118q16 -12 32 0t32 0t32 0", BLUE, 6)
        + circle(-6, -166, 11, ROSE_PALE)
        + line("M-30 -150H24", SOFT_INK, 7)
    )
    return picture(
        ruled_paper(AIR),
        placed(250, 80, cloud()),
        placed(860, 66, cloud(), scale=1.1),
        placed(90, 330, almond_tree(), scale=0.92),
        placed(1110, 330, round_tree(), scale=1.02),
        placed(620, 324, bush(300, LEAF_PALE)),
        placed(930, 324, bush(220, LEAF_LIGHT)),
        fence,
        rect(0, 318, WIDTH, 220, MEADOW),
        rect(0, 500, WIDTH, 175, SAND),
        line("M0 600H1200M200 500L120 675M600 500V675M1000 500L1080 675", SAND_DARK, 3),
        ellipse(600, 572, 520, 20, SHADE),
        water,
        lane,
        edge,
        wall,
        placed(300, 510, _ring(BRICK)),
        placed(480, 510, _ring(VIOLET_MID)),
        placed(900, 600, ladder),
        placed(1128, 640, board, scale=0.84),
        slippers,
        ellipse(230, 640, 90, 12, FAINT_SHADE),
        rect(160, 590, 140, 48, WOOD_PALE, radius=8),
        rect(160, 590, 140, 14, WOOD_LIGHT, radius=6),
        rect(178, 572, 44, 22, STRAW, radius=6),
        rect(230, 566, 50, 28, LAVENDER, radius=7),
    )
