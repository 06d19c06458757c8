"""Pictures of a school in the flood: the yard under water, the mark on the gate."""

from __future__ import annotations

from drawings.buildings import school
from drawings.infographic import words
from drawings.outdoors import flag_pole
from drawings.palette import (
    AIR,
    BLUE,
    BRICK,
    BRICK_DARK,
    BRICK_SEAM,
    LEAF,
    LEAF_LIGHT,
    LEAF_PALE,
    MEADOW,
    SAND_DARK,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_LIGHT,
    STRAW,
    SUN,
    VIOLET,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
)
from drawings.plants import almond_leaf, almond_tree, bush, grass
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

_WATER = "#a8bcb8"

_MUD = "#a58a6a"


def _in_water(x: float, y: float, *parts: str, scale: float = 1) -> str:
    """What stands at a place, upside down and pale, as still water shows it."""
    turned = f"translate({x:g} {y:g}) scale({scale:g} {-scale:g})"
    return f'<g opacity=".3" transform="{turned}">{"".join(parts)}</g>'


def _rain_cloud() -> str:
    """A grey cloud, 210 wide, around its middle."""
    tone = "#c3c7cf"
    return (
        rect(-105, -6, 210, 36, tone, radius=18)
        + circle(-40, -10, 36, tone)
        + circle(28, -22, 46, tone)
        + rect(-82, 22, 164, 8, "#a9aeb9", radius=4)
    )


def _ripples(places: tuple[tuple[float, float, float], ...]) -> str:
    return "".join(
        line(
            f"M{x - long:g} {y:g}Q{x - long / 2:g} {y - 7:g} {x:g} {y:g}T{x + long:g} {y:g}",
            "#ffffff99",
            4,
        )
        for x, y, long in places
    )


def _boat() -> str:
    """A flat boat that carries a chair and a box of books, 300 wide, afloat on its origin."""
    chair = (
        rect(-34, -66, 68, 10, WOOD_LIGHT, radius=3)
        + rect(-34, -140, 9, 80, WOOD)
        + rect(25, -140, 9, 80, WOOD_DARK)
        + rect(-34, -136, 68, 16, WOOD_LIGHT, radius=4)
        + rect(-34, -108, 68, 12, WOOD_LIGHT, radius=4)
        + rect(-32, -56, 8, 44, WOOD)
        + rect(24, -56, 8, 44, WOOD_DARK)
    )
    box = (
        rect(-52, -62, 104, 56, STRAW, radius=4)
        + rect(-52, -62, 104, 9, SAND_DARK)
        + "".join(
            rect(x, -86, 17, 30, colour, radius=2)
            for x, colour in zip(range(-44, 40, 20), (BRICK, VIOLET, SUN, LEAF, BLUE), strict=False)
        )
        + rect(-52, -62, 104, 56, STRAW, radius=4)
        + rect(-18, -44, 36, 14, SAND_DARK, radius=6)
    )
    return (
        ellipse(0, 10, 176, 12, SHADE)
        + placed(-72, -14, chair)
        + placed(40, -14, box)
        + shape("M-176 -34Q0 -8 176 -34Q160 14 110 16H-110Q-160 14 -176 -34Z", WOOD_DARK)
        + shape("M-176 -34Q0 -8 176 -34L170 -18Q0 6 -170 -18Z", WOOD)
        + line("M120 -60L230 24", WOOD_LIGHT, 9)
        + shape("M214 6L236 22L228 44L202 26Z", WOOD_LIGHT)
    )


def flooded_yard() -> str:
    """The yard under water: flagpole and trees without a foot, a boat with school things."""
    level = 476
    return picture(
        ruled_paper(AIR),
        placed(190, 84, _rain_cloud(), scale=1.1),
        placed(620, 62, _rain_cloud(), scale=1.3),
        placed(1060, 92, _rain_cloud(), scale=1.15),
        placed(362, level + 22, school(), scale=0.98),
        placed(208, level + 70, flag_pole()),
        placed(70, level + 36, almond_tree(), scale=0.92),
        placed(1124, level + 48, almond_tree(), scale=0.96),
        rect(0, level, WIDTH, 199, _WATER),
        _in_water(362, level - 22, school(), scale=0.98),
        _in_water(70, level - 36, almond_tree(), scale=0.92),
        _in_water(1124, level - 48, almond_tree(), scale=0.96),
        rect(0, level, WIDTH, 4, "#ffffffb3"),
        rect(204, level, 9, 150, "#8b879866"),
        _ripples(
            (
                (208, 480, 34),
                (70, 482, 40),
                (1124, 482, 44),
                (420, 560, 60),
                (980, 590, 70),
                (180, 610, 54),
                (600, 640, 80),
                (1100, 650, 50),
                (330, 520, 36),
                (900, 522, 40),
            )
        ),
        placed(700, 602, _boat(), scale=1.08),
        placed(300, 584, almond_leaf(BRICK), scale=0.5, turn=70),
        placed(1010, 548, almond_leaf(LEAF), scale=0.42, turn=120),
    )


def water_mark() -> str:
    """A pillar of the gate with a line of mud across it, and a wooden ruler beside it."""
    left, wide, foot, mark = 386, 250, 600, 312
    bricks = "".join(f"M{left} {y}h{wide}" for y in range(12, foot, 42))
    bricks += "".join(
        f"M{left + (64 if row % 2 else 122) + 125 * half:g} {12 + 42 * row}v42"
        for row in range(14)
        for half in range(2)
        if (64 if row % 2 else 122) + 125 * half < wide
    )
    edge = f"M{left} {mark}q42 -12 84 2t84 -4t82 4"
    pillar = (
        rect(left, 0, wide, foot, BRICK)
        + rect(left + wide - 70, 0, 70, foot, BRICK_DARK)
        + line(bricks, BRICK_SEAM, 4, flat=True)
        + shape(f"{edge}V{foot}H{left}Z", "#a58a6ab8")
        + line(edge, "#6f5a41", 7)
        + "".join(
            line(f"M{left + x} {mark + 26}v{long}", "#6f5a4166", 6)
            for x, long in ((30, 70), (78, 40), (122, 96), (176, 56), (222, 84))
        )
        + rect(left - 22, foot - 64, wide + 44, 64, STONE)
        + rect(left - 22, foot - 64, wide + 44, 12, STONE_LIGHT)
        + rect(left - 22, foot - 52, wide + 44, 52, "#a58a6a73")
    )
    ticks = "".join(
        f"M702 {foot - 30 - 29 * step:g}h{30 if step % 5 == 0 else 18}" for step in range(13)
    )
    ruler = (
        rect(708, 196, 66, 404, SHADE, radius=4)
        + rect(700, 190, 66, 410, WOOD_PALE, radius=4)
        + rect(748, 190, 18, 410, WOOD_LIGHT, radius=4)
        + line(ticks, SOFT_INK, 5, flat=True)
        + line(f"M640 {mark}H700", VIOLET, 6)
        + shape(f"M640 {mark}l26 -15v30Z", VIOLET)
        + placed(
            872,
            mark - 4,
            rect(-86, -52, 222, 104, SHADE, radius=12),
            rect(-92, -58, 222, 104, WHITE, radius=12),
            shape("M-90 -16L-124 0L-90 16Z", WHITE),
            words(-62, 14, "87 cm", 56, VIOLET, bold=True),
        )
    )
    gate = "".join(
        rect(x, 130, 18, 464, VIOLET_MID, radius=5)
        + rect(x + 11, 130, 7, 464, VIOLET, radius=3)
        + rect(x, mark + 2, 18, 592 - mark, "#a58a6acc", radius=3)
        for x in range(20, 366, 62)
    )
    gate += rect(0, 190, 366, 18, VIOLET) + rect(0, 486, 366, 18, "#80694f")
    return picture(
        ruled_paper(AIR),
        placed(1000, 600, bush(360, LEAF_PALE)),
        placed(800, 600, bush(240, MEADOW)),
        placed(1150, 604, almond_tree(), scale=1.15),
        rect(0, 590, WIDTH, 85, "#cbb897"),
        rect(0, 590, WIDTH, 8, _MUD),
        gate,
        pillar,
        ellipse(960, 636, 210, 22, _WATER),
        ellipse(930, 632, 130, 9, "#ffffff73"),
        ellipse(170, 640, 150, 18, _WATER),
        ruler,
        placed(760, 650, almond_leaf(BRICK), scale=0.62, turn=74),
        placed(330, 654, almond_leaf(LEAF_LIGHT), scale=0.5, turn=-60),
        placed(1110, 612, grass(LEAF), scale=1.5),
    )
