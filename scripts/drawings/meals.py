"""The low table from which small children serve themselves."""

from __future__ import annotations

from drawings.furniture import wooden_floor
from drawings.outdoors import small_seat
from drawings.palette import (
    BLUE,
    BRICK,
    CREAM,
    LAVENDER,
    LAVENDER_PALE,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    ROSE,
    ROSE_PALE,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_DARK,
    STONE_LIGHT,
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
    WOOD_SEAM,
)
from drawings.shapes import (
    circle,
    ellipse,
    line,
    picture,
    placed,
    rect,
    ruled_paper,
    shape,
)


def _apron(colour: str, shade: str, sign: str) -> str:
    """A child's apron hanging from its peg, 110 wide and 180 high."""
    return (
        rect(-6, -12, 12, 20, WOOD_DARK, radius=5)
        + line("M-26 40Q-20 -4 0 -2Q20 -4 26 40", shade, 6)
        + line("M-54 96Q-72 110 -66 136M54 96Q72 110 66 136", shade, 6)
        + shape("M-28 36H28Q34 78 56 92L58 176Q0 190 -58 176L-56 92Q-34 78 -28 36Z", colour)
        + rect(-30, 118, 60, 42, shade, radius=8)
        + placed(0, 74, sign)
    )


def _rice_pot() -> str:
    """An open pot full of rice with its ladle, 220 wide and 130 high."""
    grains = "".join(
        ellipse(x, y, 22, 15, WHITE)
        for x, y in ((-62, -108), (-28, -118), (8, -124), (44, -116), (70, -106), (-4, -108))
    )
    return (
        ellipse(0, 2, 118, 11, SHADE)
        + grains
        + line("M52 -118L112 -196", WOOD_LIGHT, 13)
        + rect(-128, -84, 32, 16, SOFT_INK, radius=7)
        + rect(96, -84, 32, 16, SOFT_INK, radius=7)
        + shape("M-104 -108H104V-22Q104 0 78 0H-78Q-104 0 -104 -22Z", STONE)
        + shape("M44 -108H104V-22Q104 0 78 0H44Z", STONE_DARK)
        + rect(-110, -114, 220, 15, STONE_LIGHT, radius=7)
        + rect(-84, -84, 12, 60, "#ffffff73", radius=6)
    )


def _tureen() -> str:
    """A bowl of soup that steams, 190 wide."""
    leaf = "M0 0Q-14 -12 0 -26Q14 -12 0 0Z"
    greens = "".join(
        placed(x, y, shape(leaf, tone), turn=turn)
        for x, y, turn, tone in (
            (-40, -78, 60, LEAF),
            (-6, -74, -50, LEAF_DARK),
            (32, -78, 40, LEAF),
            (56, -82, -70, LEAF_DARK),
        )
    )
    return (
        ellipse(0, 2, 80, 9, SHADE)
        + shape("M-100 -88H100Q92 0 40 0H-40Q-92 0 -100 -88Z", BLUE)
        + shape("M40 -88H100Q92 0 40 0H18Z", "#456d9a")
        + ellipse(0, -88, 100, 18, CREAM)
        + ellipse(0, -86, 86, 13, "#d9c98f")
        + placed(0, 0, greens, scale=1)
        + line("M-30 -124q-12 -18 0 -34t0 -34M16 -124q-12 -18 0 -34t0 -34", LAVENDER, 6)
    )


def _bowls() -> str:
    """Two piles of small bowls in many colours, 200 wide."""
    pile = ""
    for x, colours in ((-52, (BRICK, SUN, LEAF_LIGHT, VIOLET_LIGHT)), (52, (LEAF, ROSE, BLUE))):
        pile += ellipse(x, 2, 46, 6, SHADE)
        for number, colour in enumerate(colours):
            y = -22 * number
            pile += shape(
                f"M{x - 46} {y - 40}H{x + 46}Q{x + 40} {y} {x + 18} {y}H{x - 18}"
                f"Q{x - 40} {y} {x - 46} {y - 40}Z",
                colour,
            )
            pile += shape(f"M{x + 18} {y - 40}H{x + 46}Q{x + 40} {y} {x + 18} {y}H{x + 4}Z", SHADE)
            pile += rect(x - 48, y - 44, 96, 8, "#ffffff66", radius=4)
    return pile


def serving_table() -> str:
    """A low table with rice, soup, bowls and spoons; three little aprons on their pegs."""
    tiles = "".join(
        rect(x, 300, 52, 52, tone, radius=4)
        for x, tone in zip(
            range(6, 1200, 60), (LAVENDER_PALE, ROSE_PALE, LEAF_PALE, CREAM) * 5, strict=True
        )
    )
    window = (
        rect(80, 50, 330, 206, WOOD_LIGHT, radius=6)
        + rect(94, 64, 302, 178, "#d5e7f0")
        + shape("M94 242V196Q150 150 214 190Q300 140 396 202V242Z", LEAF_PALE)
        + line("M245 64V242M94 150H396", WOOD_LIGHT, 10, flat=True)
        + rect(66, 250, 358, 16, WOOD, radius=5)
    )
    aprons = (
        rect(560, 70, 520, 18, WOOD, radius=8)
        + rect(560, 82, 520, 6, WOOD_DARK, radius=3)
        + placed(650, 94, _apron(SUN, SUN_DARK, circle(0, 0, 15, BRICK)))
        + placed(820, 94, _apron(VIOLET_MID, VIOLET, shape("M0 -17L17 12H-17Z", SUN)))
        + placed(990, 94, _apron(LEAF_LIGHT, LEAF, rect(-13, -13, 26, 26, CREAM, radius=4)))
    )
    table = (
        ellipse(600, 620, 500, 18, SHADE)
        + rect(150, 478, 34, 140, WOOD)
        + rect(1016, 478, 34, 140, WOOD_DARK)
        + rect(140, 474, 920, 40, WOOD)
        + rect(140, 474, 920, 9, SHADE)
        + shape("M150 430H1050L1088 462H112Z", WOOD_PALE)
        + rect(108, 458, 984, 22, WOOD_LIGHT, radius=7)
        + rect(108, 472, 984, 8, WOOD, radius=4)
    )
    spoons = "".join(
        placed(x, -26, line("M0 0V-92", STONE_DARK, 8), ellipse(0, -100, 15, 21, STONE), turn=turn)
        for x, turn in ((-22, -14), (-4, -3), (14, 8), (28, 20))
    )
    cup = (
        ellipse(0, 2, 46, 6, SHADE)
        + spoons
        + shape("M-42 -66H42L34 0H-34Z", ROSE)
        + shape("M14 -66H42L34 0H10Z", BRICK)
    )
    seats = "".join(
        placed(x, 656, small_seat(colour), scale=1.9)
        for x, colour in ((300, BRICK), (500, SUN_DARK), (700, LEAF), (900, VIOLET_MID))
    )
    return picture(
        ruled_paper("#fbf4e6"),
        tiles,
        window,
        aprons,
        wooden_floor(530, WOOD_PALE, WOOD_SEAM),
        table,
        placed(310, 452, _rice_pot(), scale=1.12),
        placed(566, 454, _tureen()),
        placed(786, 452, _bowls()),
        placed(978, 452, cup),
        seats,
    )
