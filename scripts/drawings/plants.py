"""Trees, potted plants and vegetables; each stands on its origin."""

from __future__ import annotations

from drawings.palette import (
    BRICK,
    BRICK_DARK,
    FAINT_SHADE,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    WOOD,
    WOOD_DARK,
)
from drawings.shapes import circle, ellipse, line, mirrored, placed, rect, shape


def round_tree() -> str:
    """A leafy tree, about 300 high."""
    return (
        ellipse(0, 2, 86, 12, FAINT_SHADE)
        + shape("M-14 0Q-9 -70 -12 -150H12Q9 -70 16 0Z", WOOD)
        + shape("M2 0Q2 -80 2 -150H12Q9 -70 16 0Z", WOOD_DARK)
        + circle(46, -176, 62, LEAF_DARK)
        + circle(-50, -170, 58, LEAF)
        + circle(-2, -222, 78, LEAF)
        + circle(-26, -236, 46, LEAF_LIGHT)
        + circle(-66, -180, 26, LEAF_LIGHT)
    )


def almond_tree() -> str:
    """A bàng tree with its storeys of branches, about 340 high."""
    crown = ""
    for height, reach in ((-112, 126), (-186, 104), (-252, 76), (-306, 46)):
        under = f"M{-reach} {height}Q0 {height + 34} {reach} {height}"
        under += f"Q0 {height - 22} {-reach} {height}Z"
        lobes = "".join(
            ellipse(reach * part, height - 4 - 12 * rise, reach * 0.3, 20 + 6 * rise, LEAF)
            for part, rise in ((-0.7, 0), (-0.32, 0.7), (0.08, 1), (0.44, 0.6), (0.74, 0))
        )
        lights = "".join(
            ellipse(reach * part, height - 16 - 10 * rise, reach * 0.18, 8, LEAF_LIGHT)
            for part, rise in ((-0.66, 0), (-0.26, 0.8), (0.2, 0.9))
        )
        crown += shape(under, LEAF_DARK) + lobes + lights
    branches = "M0 -66Q-30 -96 -74 -108M0 -74Q34 -100 80 -110M0 -140Q-20 -170 -56 -182"
    return (
        ellipse(0, 2, 96, 13, FAINT_SHADE)
        + shape("M-15 0Q-8 -120 -6 -310H6Q8 -120 17 0Z", WOOD)
        + shape("M3 0Q3 -120 2 -310H6Q8 -120 17 0Z", WOOD_DARK)
        + line(branches + "M0 -150Q24 -176 58 -184", WOOD_DARK, 9)
        + crown
    )


def almond_leaf(colour: str) -> str:
    """A leaf of the bàng tree, 100 long, from its stalk upwards."""
    return shape("M0 0Q-46 -48 -30 -84Q-14 -106 0 -102Q14 -106 30 -84Q46 -48 0 0Z", colour) + line(
        "M0 14V-84M0 -26L-18 -46M0 -26L18 -46M0 -52L-18 -72M0 -52L18 -72", FAINT_SHADE, 5
    )


def bush(width: float, colour: str = LEAF) -> str:
    """A low bush."""
    return (
        ellipse(-width * 0.25, -width * 0.14, width * 0.27, width * 0.22, colour)
        + ellipse(width * 0.24, -width * 0.12, width * 0.28, width * 0.2, colour)
        + ellipse(0, -width * 0.22, width * 0.28, width * 0.27, colour)
        + rect(-width * 0.45, -width * 0.12, width * 0.9, width * 0.12, colour, radius=10)
    )


def potted_plant(pot: str = BRICK, pot_shade: str = BRICK_DARK) -> str:
    """A small plant in a clay pot, about 130 high."""
    leaf = "M0 -52Q-8 -96 -52 -108Q-50 -66 0 -52Z"
    low = "M0 -50Q-26 -76 -62 -66Q-44 -42 0 -50Z"
    return (
        shape("M0 -52Q-22 -100 2 -136Q24 -100 0 -52Z", LEAF)
        + line("M1 -60V-116", LEAF_DARK, 3)
        + shape(leaf, LEAF_LIGHT)
        + mirrored(0, 0, shape(leaf, LEAF_DARK))
        + shape(low, LEAF)
        + mirrored(0, 0, shape(low, LEAF))
        + shape("M-34 -46H34L26 0H-26Z", pot)
        + shape("M10 -46H34L26 0H8Z", pot_shade)
        + rect(-39, -56, 78, 16, pot, radius=4)
        + rect(8, -56, 31, 16, pot_shade, radius=4)
    )


def grass(colour: str = LEAF) -> str:
    """A tuft of grass, 26 high."""
    return shape(
        "M-14 0Q-12 -14 -20 -22Q-8 -16 -5 0ZM-6 0Q-4 -18 0 -28Q5 -16 6 0Z", colour
    ) + shape("M5 0Q8 -14 20 -20Q14 -10 14 0Z", colour)


def lettuce() -> str:
    """A head of lettuce, about 60 high."""
    outer = "M0 0Q-56 -2 -62 -34Q-66 -52 -44 -52Q-20 -48 0 0Z"
    inner = "M0 0Q-34 -14 -34 -50Q-28 -70 -10 -62Q4 -40 0 0Z"
    return (
        shape(outer, LEAF)
        + mirrored(0, 0, shape(outer, LEAF_DARK))
        + shape(inner, LEAF_LIGHT)
        + mirrored(0, 0, shape(inner, LEAF))
        + shape("M0 0Q-20 -30 -2 -62Q20 -32 0 0Z", LEAF_PALE)
        + line("M-4 -6Q-36 -20 -46 -40M4 -6Q36 -20 46 -40", LEAF_PALE, 2.5)
    )


def water_spinach() -> str:
    """A tuft of rau muống with its long pointed leaves, about 110 high."""
    leaf = "M0 2Q-12 -8 -10 -20Q-7 -44 0 -56Q7 -44 10 -20Q12 -8 0 2Z"
    stems = ""
    for turn, high, tone in ((-25, 44, LEAF_DARK), (25, 44, LEAF_DARK), (-4, 60, LEAF)):
        stems += placed(
            0,
            0,
            line(f"M0 0V{-high}", tone, 5),
            placed(0, -high + 6, shape(leaf, tone)),
            turn=turn,
        )
    low = "".join(placed(0, -14, shape(leaf, LEAF_LIGHT), scale=0.66, turn=x) for x in (-62, 62))
    return stems + low + placed(2, -18, shape(leaf, LEAF_LIGHT), scale=0.7, turn=6)
