"""The carpenter's bench with its plane and shavings."""

from __future__ import annotations

from drawings.palette import (
    BRICK,
    BRICK_DARK,
    CREAM,
    HIGHLIGHT,
    INK,
    LEAF,
    LEAF_DARK,
    ROSE_PALE,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_DARK,
    STONE_LIGHT,
    STRAW,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
)
from drawings.shapes import (
    WIDTH,
    circle,
    ellipse,
    line,
    picture,
    placed,
    rect,
    shape,
)


def _plane() -> str:
    """A wooden plane, 330 long, standing on its origin, its knob to the left."""
    return (
        ellipse(0, 2, 180, 10, SHADE)
        + shape("M-168 -62H168V-8Q168 0 158 0H-158Q-168 0 -168 -8Z", WOOD)
        + shape("M-168 -20H168V-8Q168 0 158 0H-158Q-168 0 -168 -8Z", WOOD_DARK)
        + line("M-150 -48H150M-130 -36H120", WOOD_LIGHT, 3)
        + shape("M-14 -62L36 -150H62L26 -62Z", STONE_DARK)
        + shape("M0 -62L46 -134H56L20 -62Z", STONE_LIGHT)
        + shape("M-36 -62L4 -112L26 -62Z", BRICK)
        + shape("M82 -62Q90 -130 132 -124Q118 -100 130 -62Z", WOOD_DARK)
        + shape("M-134 -62Q-142 -96 -116 -104Q-88 -96 -98 -62Z", WOOD_DARK)
        + ellipse(-116, -100, 17, 9, WOOD)
    )


def _shaving(turns: float) -> str:
    """A curled shaving, about 60 wide, lying on its origin."""
    curl = "M-30 -4Q-34 -44 2 -46Q34 -44 30 -16Q26 2 6 0Q-12 -4 -8 -20Q-2 -32 10 -26"
    return placed(0, 0, line(curl, WOOD_PALE, 11), line(curl, "#f3e2c6", 4), turn=turns)


def _saw() -> str:
    """A handsaw, 380 long, its grip on the origin, hanging to the right."""
    teeth = "".join(f"L{x} 44L{x - 12} 34" for x in range(330, 20, -24))
    return (
        shape(f"M18 -36L348 6L354 34{teeth}L18 44Z", STONE_LIGHT)
        + shape("M18 -36L348 6L349 14L18 -22Z", WHITE)
        + shape("M-92 -46Q-60 -66 22 -44V52Q-40 66 -92 44Q-76 0 -92 -46Z", WOOD)
        + shape("M-64 -18Q-30 -32 -10 -18V26Q-40 36 -64 22Q-56 2 -64 -18Z", STRAW)
        + circle(6, -20, 5, SUN)
        + circle(6, 30, 5, SUN)
    )


def _try_square() -> str:
    """A carpenter's square, 190 high."""
    marks = "".join(f"M34 {y}h{26 if y % 60 else 40}" for y in range(20, 176, 20))
    return (
        rect(34, 0, 44, 190, STONE_LIGHT)
        + rect(70, 0, 8, 190, STONE)
        + line(marks, SOFT_INK, 3, flat=True)
        + rect(-96, 146, 140, 46, WOOD_DARK, radius=5)
        + rect(-96, 146, 140, 12, WOOD, radius=5)
        + circle(-70, 172, 6, SUN)
        + circle(14, 172, 6, SUN)
    )


def _hammer() -> str:
    """A hammer hanging head up, 240 high."""
    return (
        rect(-11, 30, 22, 200, WOOD_LIGHT, radius=9)
        + rect(2, 30, 9, 200, WOOD, radius=5)
        + shape("M-70 -6Q-30 -20 0 -18H52V34H0Q-32 30 -70 -6Z", SOFT_INK)
        + rect(44, -26, 30, 68, INK, radius=6)
        + rect(-60, -10, 100, 7, HIGHLIGHT, radius=3)
    )


def _chisel(colour: str, shade: str) -> str:
    """A chisel standing with its blade down, 220 high, its tip on the origin."""
    return (
        shape("M-17 -96H17V-20L-17 0Z", STONE_LIGHT)
        + shape("M6 -96H17V-20L6 -13Z", STONE_DARK)
        + rect(-8, -116, 16, 22, STONE_DARK)
        + rect(-20, -212, 40, 98, colour, radius=14)
        + rect(6, -206, 14, 88, shade, radius=7)
        + rect(-20, -206, 40, 11, SUN, radius=4)
    )


def _raw_stool() -> str:
    """A stool not yet painted, 150 wide and 170 high."""
    return (
        ellipse(0, 2, 88, 9, SHADE)
        + shape("M-58 -146H-36L-54 0H-76Z", WOOD_PALE)
        + shape("M58 -146H36L54 0H76Z", WOOD_LIGHT)
        + shape("M-18 -146H-2L-14 -6H-28Z", WOOD_LIGHT)
        + shape("M18 -146H2L14 -6H28Z", WOOD)
        + rect(-62, -64, 124, 11, WOOD_LIGHT)
        + rect(-80, -168, 160, 26, WOOD_PALE, radius=8)
        + rect(-80, -152, 160, 9, WOOD_LIGHT, radius=4)
    )


def carpenters_bench() -> str:
    """A plane and its shavings on the bench; saw, square and hammer on the wall."""
    boards = "".join(f"M0 {y}H1200" for y in range(72, 440, 92))
    wall = rect(0, 0, WIDTH, 452, "#f0dfc0") + line(boards, "#e2cba2", 4)
    pegs = "".join(
        rect(x - 4, y, 8, 26, WOOD_DARK, radius=4) for x, y in ((134, 120), (614, 88), (770, 88))
    )
    rack = (
        "".join(
            placed(x, 324, _chisel(colour, shade), scale=0.84)
            for x, (colour, shade) in zip(
                (912, 976, 1040, 1104),
                ((BRICK, BRICK_DARK), (VIOLET_MID, VIOLET), (LEAF, LEAF_DARK), (SUN, SUN_DARK)),
                strict=True,
            )
        )
        + rect(870, 226, 276, 30, WOOD)
        + rect(870, 248, 276, 8, WOOD_DARK)
    )
    top = (
        rect(0, 520, WIDTH, 34, WOOD_LIGHT)
        + rect(0, 554, WIDTH, 14, WOOD)
        + rect(0, 568, WIDTH, 107, WOOD_DARK)
        + rect(0, 568, WIDTH, 14, SHADE)
        + rect(70, 582, 40, 93, WOOD)
        + rect(1090, 582, 40, 93, WOOD)
        + line("M40 534H330M420 542H690M780 534H1150", WOOD_PALE, 3)
    )
    plank = (
        shape("M240 484H1010L1040 520H210Z", WOOD_PALE)
        + rect(210, 520, 830, 18, "#d9b98a")
        + line("M270 498H960M250 508H760M820 508H1010", "#d3b58a", 4)
    )
    curls = "".join(
        placed(x, y, _shaving(turn), scale=size)
        for x, y, size, turn in (
            (300, 522, 1.1, 0),
            (236, 560, 0.9, 40),
            (370, 560, 1.25, -20),
            (132, 540, 0.8, 90),
            (690, 520, 0.8, 20),
            (486, 566, 0.8, 160),
        )
    )
    pencil = (
        rect(0, -8, 130, 16, SUN, radius=3)
        + rect(0, 0, 130, 8, SUN_DARK, radius=3)
        + shape("M130 -8L162 0L130 8Z", CREAM)
        + shape("M150 -3L162 0L150 3Z", INK)
        + rect(-12, -8, 16, 16, ROSE_PALE, radius=4)
    )
    return picture(
        wall,
        rect(0, 440, WIDTH, 14, "#d9bd8d"),
        rect(0, 452, WIDTH, 100, "#e6d0a8"),
        pegs,
        placed(148, 152, _saw(), scale=0.9, turn=3),
        placed(562, 104, _try_square(), scale=0.98),
        placed(770, 116, _hammer(), scale=0.94),
        rack,
        placed(96, 520, _raw_stool(), scale=0.96),
        top,
        plank,
        placed(560, 486, _plane(), scale=1.06),
        curls,
        placed(850, 510, pencil, turn=-5),
        placed(1108, 520, _raw_stool(), scale=0.96),
    )
