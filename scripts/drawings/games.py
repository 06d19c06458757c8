"""Games of old on a sedge mat on the veranda."""

from __future__ import annotations

from drawings.palette import (
    AIR,
    BLUE,
    BRICK,
    BRICK_DARK,
    CREAM,
    FAINT_SHADE,
    LAVENDER,
    LEAF,
    LEAF_LIGHT,
    LEAF_PALE,
    PAPER_SHADE,
    ROSE,
    ROSE_PALE,
    SAND_DARK,
    SHADE,
    STONE_LIGHT,
    STRAW,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_MID,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)
from drawings.plants import almond_tree, bush, potted_plant
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


def _pinwheel(colours: tuple[str, str, str, str]) -> str:
    """A paper pinwheel on its stick, 210 high, standing on its origin."""
    sails = "".join(
        placed(
            0,
            0,
            shape("M0 0L0 -70Q46 -60 56 -14Q26 -6 0 0Z", colour),
            shape("M0 0L0 -70L24 -42Z", SHADE),
            turn=90 * number,
        )
        for number, colour in enumerate(colours)
    )
    return line("M0 0V-140", WOOD_LIGHT, 8) + placed(0, -140, sails, circle(0, 0, 11, SUN), turn=14)


def _squares_game() -> str:
    """The board of ô ăn quan drawn with chalk on a slate, its pebbles in it, seen at a slant."""
    pebbles = ""
    for row, y in enumerate((-74, -26)):
        for field in range(5):
            for number in range((3, 5, 2, 4, 5, 4, 5, 1, 3, 5)[row * 5 + field]):
                pebbles += ellipse(
                    -150 + 75 * field + (-16, 14, 0, -12, 18)[number] - row * 2,
                    y + (-8, -6, 4, 10, 10)[number],
                    8,
                    5.5,
                    (STONE_LIGHT, STRAW, ROSE_PALE)[number % 3],
                )
    return (
        shape("M-292 -118H292L330 14H-330Z", FAINT_SHADE)
        + shape("M-296 -126H296L332 4H-332Z", "#3f5a52")
        + line(
            "M-186 -106H186L204 -10H-204ZM-195 -58H195M-112 -106L-122 -10M-38 -106L-40 -10"
            "M38 -106L40 -10M112 -106L122 -10",
            "#f4f6ef",
            4,
        )
        + line(
            "M-186 -106C-276 -106 -300 -10 -204 -10M186 -106C276 -106 300 -10 204 -10", "#f4f6ef", 4
        )
        + pebbles
        + ellipse(-226, -58, 21, 14, BRICK)
        + ellipse(-230, -62, 8, 4, ROSE)
        + ellipse(226, -58, 21, 14, BRICK)
        + ellipse(222, -62, 8, 4, ROSE)
    )


def mat_of_games() -> str:
    """A sedge mat on the veranda: ô ăn quan, a pot of pinwheels, a ball and a bundle of sticks."""
    mat = (
        shape("M170 404H1030L1150 652H50Z", "#e5cf8f")
        + "".join(
            shape(
                f"M{170 + 860 * part:g} 404H{170 + 860 * (part + 0.028):g}"
                f"L{50 + 1100 * (part + 0.028):g} 652H{50 + 1100 * part:g}Z",
                tone,
            )
            for part, tone in ((0.05, BRICK), (0.1, LEAF), (0.872, LEAF), (0.922, BRICK))
        )
        + line(
            "".join(
                f"M{170 - 120 * step / 10:g} {404 + 24.8 * step:g}H{1030 + 12 * step:g}"
                for step in range(1, 10)
            ),
            "#d3b970",
            3,
        )
        + line("M170 404H1030", "#c9ad62", 7)
        + line("M50 652H1150", "#c9ad62", 9)
    )
    sticks = "".join(
        placed(0, 0, rect(-5, -150, 10, 150, tone, radius=4), turn=turn)
        for turn, tone in (
            (-16, WOOD),
            (-9, WOOD_LIGHT),
            (-2, WOOD),
            (5, WOOD_LIGHT),
            (13, WOOD_DARK),
        )
    )
    bundle = placed(0, 0, sticks, rect(-22, -64, 44, 15, VIOLET, radius=6), turn=66)
    ball = (
        ellipse(4, 40, 44, 8, SHADE)
        + circle(0, 0, 42, LEAF_LIGHT)
        + shape("M-38 -18Q0 10 38 -18A42 42 0 0 0 -38 -18Z", SUN)
        + shape("M-38 18Q0 -8 38 18A42 42 0 0 1 -38 18Z", BRICK)
        + ellipse(-14, -20, 9, 6, "#ffffff8c")
    )
    pot = (
        ellipse(0, 2, 60, 8, SHADE)
        + placed(-26, -60, _pinwheel((BRICK, SUN, BRICK, SUN)), turn=-12, scale=0.95)
        + placed(26, -60, _pinwheel((VIOLET_MID, LAVENDER, VIOLET_MID, LAVENDER)), turn=14)
        + shape("M-46 -76H46L36 0H-36Z", BRICK)
        + shape("M14 -76H46L36 0H10Z", BRICK_DARK)
        + rect(-52, -84, 104, 17, BRICK, radius=5)
    )
    shoes = "".join(
        placed(
            x,
            388,
            ellipse(-15, 0, 12, 21, colour),
            ellipse(15, 0, 12, 21, colour),
            ellipse(-15, -4, 7, 11, CREAM),
            ellipse(15, -4, 7, 11, CREAM),
        )
        for x, colour in ((330, BLUE), (420, ROSE), (510, SUN_DARK))
    )
    columns = "".join(
        rect(x, 0, 46, 352, CREAM) + rect(x + 30, 0, 16, 352, SAND_DARK) for x in (120, 590, 1050)
    )
    rail = "".join(rect(x, 250, 12, 96, STRAW) for x in range(4, 1200, 36))
    return picture(
        ruled_paper(AIR),
        circle(880, 90, 50, "#fbe3b0"),
        circle(880, 90, 37, SUN),
        placed(320, 360, almond_tree(), scale=0.94),
        placed(850, 360, bush(420, LEAF_LIGHT)),
        placed(60, 352, bush(220, LEAF_PALE)),
        rect(0, 0, WIDTH, 30, CREAM),
        rect(0, 30, WIDTH, 9, SAND_DARK),
        rail,
        rect(0, 234, WIDTH, 20, CREAM),
        rect(0, 248, WIDTH, 6, SAND_DARK),
        columns,
        rect(0, 346, WIDTH, 329, "#d9a684"),
        line(
            "M0 346H1200M0 396H1200M0 470H1200M0 566H1200M360 346L200 675M600 346V675"
            "M840 346L1000 675M120 346L-80 675M1080 346L1280 675",
            "#c48e6b",
            3,
        ),
        rect(0, 346, WIDTH, 8, PAPER_SHADE),
        mat,
        shoes,
        placed(560, 606, _squares_game(), scale=1.06),
        placed(974, 520, pot, scale=1.08),
        placed(250, 474, ball),
        mirrored(1030, 616, bundle),
        placed(1124, 374, potted_plant()),
    )
