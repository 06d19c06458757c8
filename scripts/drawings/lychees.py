"""Lychees in their baskets, and the scales that weigh them."""

from __future__ import annotations

from drawings.palette import (
    BLUE,
    BRICK,
    BRICK_DARK,
    BRICK_LIGHT,
    CREAM,
    FAINT_SHADE,
    INK,
    LAVENDER,
    LAWN,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    MEADOW,
    SAND,
    SAND_DARK,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_LIGHT,
    VIOLET,
    VIOLET_DARK,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
)
from drawings.plants import round_tree
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


def _lychee(x: float, y: float, size: float, tone: int) -> str:
    """One fruit with its rough skin."""
    colour, shade = ((BRICK, BRICK_DARK), ("#b8402f", "#94301f"), (BRICK_LIGHT, BRICK))[tone % 3]
    dots = "".join(
        circle(x + dx * size, y + dy * size, size * 0.11, shade)
        for dx, dy in (
            (-0.4, 0.1),
            (0.1, 0.35),
            (0.4, -0.1),
            (-0.1, -0.3),
            (0.35, 0.45),
            (-0.4, 0.5),
        )
    )
    return (
        circle(x, y, size, colour)
        + dots
        + ellipse(x - size * 0.38, y - size * 0.42, size * 0.24, size * 0.15, "#ffffff66")
    )


def _leaf(x: float, y: float, turn: float) -> str:
    return placed(
        x,
        y,
        shape("M0 0Q-17 -36 0 -78Q17 -36 0 0Z", LEAF_DARK if int(turn) % 2 else LEAF),
        line("M0 -6V-66", LEAF_LIGHT, 3),
        turn=turn,
    )


def lychee_basket() -> str:
    """A bamboo basket heaped with lychees, 330 wide and 300 high, standing on its origin."""
    heap = ""
    for number, (x, y) in enumerate(
        (
            *((x, -214) for x in range(-132, 140, 44)),
            *((x, -238) for x in range(-112, 130, 45)),
            *((x, -262) for x in range(-82, 100, 41)),
            *((x, -282) for x in range(-40, 60, 40)),
        )
    ):
        heap += _lychee(x, y, 27, number * 2 + number // 3)
    leaves = "".join(
        _leaf(x, y, turn)
        for x, y, turn in (
            (-120, -236, -61),
            (-60, -276, -34),
            (30, -296, 9),
            (96, -262, 47),
            (136, -226, 72),
            (-10, -290, -13),
        )
    )
    stakes = "".join(f"M{x} -206L{x * 0.78:g} 0" for x in range(-150, 151, 30))
    weave = "".join(
        f"M{-154 + 4.4 * row:g} {-186 + 24 * row}H{154 - 4.4 * row:g}" for row in range(8)
    )
    return (
        ellipse(6, 2, 168, 14, SHADE)
        + leaves
        + heap
        + shape("M-160 -206H160L124 -8Q122 0 112 0H-112Q-122 0 -124 -8Z", WOOD_PALE)
        + shape("M70 -206H160L124 -8Q122 0 112 0H54Z", FAINT_SHADE)
        + line(stakes, WOOD, 7)
        + line(weave, WOOD_LIGHT, 8)
        + rect(-168, -216, 336, 24, WOOD_LIGHT, radius=12)
        + line("M-150 -204H150", WOOD, 5)
    )


_ON_THE_PAN = (
    (-84, -314),
    (-40, -318),
    (6, -316),
    (52, -318),
    (92, -314),
    (-60, -344),
    (-14, -348),
    (34, -346),
    (8, -372),
)


def dial_scales() -> str:
    """Spring scales with a dial, lychees on the pan, 390 high, standing on their origin."""
    ticks = "".join(
        placed(0, 0, line(f"M0 -78V{-64 if turn % 90 == 0 else -70}", INK, 5, flat=True), turn=turn)
        for turn in range(0, 360, 30)
    )
    return (
        ellipse(4, 2, 144, 12, SHADE)
        + shape("M-96 -214H96L124 -14Q126 0 110 0H-110Q-126 0 -124 -14Z", VIOLET_MID)
        + shape("M50 -214H96L124 -14Q126 0 110 0H70Z", VIOLET)
        + rect(-128, -16, 256, 16, VIOLET_DARK, radius=6)
        + placed(
            0,
            -108,
            circle(0, 0, 96, VIOLET_DARK),
            circle(0, 0, 86, WHITE),
            ticks,
            line("M-18 30L34 -54", BRICK, 8),
            circle(0, 0, 13, INK),
        )
        + rect(-22, -246, 44, 36, SOFT_INK)
        + "".join(_lychee(x, y, 23, n) for n, (x, y) in enumerate(_ON_THE_PAN))
        + shape("M-160 -300H160Q150 -244 90 -244H-90Q-150 -244 -160 -300Z", STONE_LIGHT)
        + shape("M40 -300H160Q150 -244 90 -244H60Z", STONE)
        + rect(-168, -308, 336, 14, STONE, radius=7)
    )


def lychee_scales() -> str:
    """Two baskets of lychees beside the scales; a ruled slip and a pencil on the table."""
    fruit = "".join(
        placed(
            x,
            y,
            line("M0 -30V4", LEAF_DARK, 4),
            _lychee(-12, 14, 17, n),
            _lychee(12, 20, 17, n + 1),
            _lychee(0, 40, 17, n + 2),
        )
        for n, (x, y) in enumerate(
            ((60, 166), (132, 212), (238, 196), (980, 178), (1068, 216), (1144, 170))
        )
    )
    slip = (
        shape("M-96 0L-70 -66H104L92 0Z", SHADE)
        + shape("M-102 -6L-76 -72H98L86 -6Z", WHITE)
        + line("M-80 -22H84M-74 -38H88M-68 -54H92M-24 -8L-6 -70M34 -8L46 -70", LAVENDER, 4)
    )
    return picture(
        ruled_paper("#f4f7ee"),
        rect(0, 380, WIDTH, 120, MEADOW),
        ellipse(300, 404, 420, 60, LEAF_PALE),
        ellipse(930, 404, 420, 66, LEAF_PALE),
        placed(140, 470, round_tree(), scale=1.5),
        placed(1070, 470, round_tree(), scale=1.5),
        fruit,
        rect(0, 462, WIDTH, 213, LAWN),
        rect(0, 542, WIDTH, 133, SAND),
        line("M0 542H1200", SAND_DARK, 6),
        placed(262, 622, lychee_basket(), scale=1.05),
        placed(520, 640, lychee_basket(), scale=0.92),
        rect(690, 560, 470, 26, WOOD_LIGHT, radius=6),
        rect(690, 578, 470, 8, WOOD, radius=3),
        rect(724, 586, 26, 89, WOOD),
        rect(1098, 586, 26, 89, WOOD_DARK),
        placed(838, 562, dial_scales(), scale=0.94),
        placed(1046, 566, slip),
        placed(
            1000,
            540,
            rect(0, -6, 104, 12, BLUE, radius=3),
            shape("M104 -6L126 0L104 6Z", CREAM),
            turn=-14,
        ),
    )
