"""Bicycles, and the shed in which they stand."""

from __future__ import annotations

from drawings.palette import (
    AIR,
    BLUE,
    BRICK,
    BRICK_DARK,
    CREAM,
    FAINT_SHADE,
    INK,
    LAVENDER,
    LEAF,
    LEAF_DARK,
    MEADOW,
    SAND_DARK,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_DARK,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_DARK,
    VIOLET_LIGHT,
    VIOLET_MID,
    WHITE,
)
from drawings.plants import round_tree
from drawings.shapes import WIDTH, circle, ellipse, line, picture, placed, rect, ruled_paper, shape


def _wheel(x: float) -> str:
    """A wheel that touches the ground below x."""
    spokes = "".join(
        placed(x, -62, line("M0 -54V54", STONE_DARK, 2), turn=turn) for turn in range(0, 180, 30)
    )
    course = f"M{x - 57} -62a57 57 0 1 0 114 0a57 57 0 1 0 -114 0Z"
    rim = f"M{x - 50} -62a50 50 0 1 0 100 0a50 50 0 1 0 -100 0Z"
    return spokes + line(rim, STONE, 4) + line(course, INK, 9) + circle(x, -62, 8, SOFT_INK)


def helmet(colour: str, shade: str) -> str:
    """A bicycle helmet with its peak to the right, 116 wide, lying on its origin."""
    return (
        line("M-40 -6Q-34 26 -8 30Q14 24 18 -4", SOFT_INK, 4)
        + shape("M-52 0C-58 -40 -28 -58 4 -56C34 -54 50 -34 50 -10Q64 -8 68 0Z", colour)
        + shape("M-52 0H68Q64 -8 50 -10Q0 -14 -52 -12Z", shade)
        + shape("M-34 -24Q-28 -42 -10 -46L-4 -38Q-18 -34 -22 -22Z", "#ffffff8c")
        + shape("M2 -48Q22 -46 32 -32L24 -26Q14 -38 0 -39Z", "#ffffff8c")
    )


def bicycle(colour: str, shade: str, hat: str, hat_shade: str) -> str:
    """A pupil's bicycle with a helmet on its basket, 340 wide, looking to the right."""
    wires = "".join(f"M{x} -50V0" for x in range(-30, 46, 15)) + "M-45 -34H57M-43 -17H55"
    basket = (
        shape("M-48 -50H60L54 0H-42Z", "#ffffff99")
        + line(wires + "M-48 -50L-42 0H54L60 -50", SOFT_INK, 3)
        + line("M-50 -50H62", SOFT_INK, 6)
    )
    return (
        ellipse(0, 2, 172, 10, SHADE)
        + line("M-34 -60L-62 0", SOFT_INK, 6)
        + _wheel(-100)
        + _wheel(104)
        + line("M-172 -70A72 72 0 0 1 -62 -122", shade, 8)
        + line("M62 -120A72 72 0 0 1 176 -72", shade, 8)
        + line("M-166 -138H-66M-150 -138L-104 -66", SOFT_INK, 7)
        + line("M-100 -62H-10L-40 -138L-100 -62", shade, 8)
        + line("M72 -140C60 -92 24 -64 -10 -58", colour, 11)
        + line("M-10 -58L-46 -156", colour, 10)
        + line("M104 -62L66 -172", colour, 10)
        + line("M66 -172L62 -194Q46 -206 26 -196", INK, 8)
        + line("M34 -198H16", BRICK_DARK, 11)
        + rect(-96, -70, 84, 17, colour, radius=8)
        + circle(-10, -58, 17, SOFT_INK)
        + circle(-10, -58, 8, STONE)
        + line("M-10 -58L10 -30", SOFT_INK, 6)
        + rect(-2, -32, 28, 9, INK, radius=4)
        + shape(
            "M-84 -160Q-82 -174 -60 -172L-20 -168Q-12 -160 -22 -156L-60 -150Q-82 -148 -84 -160Z",
            INK,
        )
        + circle(112, -126, 9, SUN)
        + placed(122, -188, helmet(hat, hat_shade), turn=-7)
        + placed(120, -140, basket)
    )


def shed() -> str:
    """A shed open to the front, over the whole width of the picture."""
    ribs = "".join(f"M{600 + 37 * step} 96L{600 + 41.3 * step:g} 206" for step in range(-13, 14))
    posts = "".join(
        rect(x - 10, 190, 20, 370, CREAM)
        + rect(x + 3, 190, 7, 370, SAND_DARK)
        + rect(x - 18, 548, 36, 14, STONE)
        for x in (92, 430, 768, 1106)
    )
    back = (
        rect(60, 330, 1080, 214, "#ecd9b4")
        + rect(60, 330, 1080, 10, CREAM)
        + line("M60 400H1140M60 470H1140", "#dfc797", 3)
        + rect(60, 200, 1080, 40, FAINT_SHADE)
    )
    roof = (
        shape("M84 92H1116L1176 206H24Z", VIOLET_MID)
        + line(ribs, "#5d52ad", 4, flat=True)
        + rect(20, 200, 1160, 20, VIOLET, radius=4)
        + rect(78, 86, 1044, 12, VIOLET, radius=5)
    )
    return back + posts + roof


def bicycle_shed() -> str:
    """A row of bicycles in front of their shed, a helmet on each basket."""
    marks = "".join(f"M{x} 566L{x - 40} 668" for x in range(110, 1300, 252))
    row = (
        (BRICK, BRICK_DARK, SUN, SUN_DARK),
        (BLUE, "#456d9a", LAVENDER, VIOLET_LIGHT),
        (LEAF, LEAF_DARK, BRICK, BRICK_DARK),
        (SUN, SUN_DARK, VIOLET, VIOLET_DARK),
    )
    return picture(
        ruled_paper(AIR),
        placed(150, 414, round_tree(), scale=1.1),
        placed(1090, 414, round_tree(), scale=1.15),
        rect(0, 400, WIDTH, 150, MEADOW),
        shed(),
        rect(0, 544, WIDTH, 131, "#d9d3d0"),
        rect(0, 544, WIDTH, 8, STONE),
        line(marks, WHITE, 7, flat=True),
        *(
            placed(190 + 252 * number, 612, bicycle(*colours), scale=0.92)
            for number, colours in enumerate(row)
        ),
    )
