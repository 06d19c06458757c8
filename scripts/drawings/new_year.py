"""Tea before Tết, with peach blossom and a call to somebody far away."""

from __future__ import annotations

from drawings.furniture import wooden_floor
from drawings.outdoors import cloud
from drawings.palette import (
    BRICK,
    BRICK_DARK,
    CREAM,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    LEAF_LIGHT,
    LEAF_PALE,
    PAPER_SHADE,
    ROSE,
    ROSE_PALE,
    SHADE,
    SKY,
    SOFT_INK,
    SUN,
    SUN_DARK,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
    WOOD_SEAM,
)
from drawings.plants import round_tree
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
    within,
)


def _call() -> str:
    """What the telephone shows, 420 wide and 250 high: somebody far away, and oneself, small."""
    hair = shape("M-46 -20Q-52 -84 0 -86Q52 -84 46 -20Q40 -54 0 -56Q-40 -54 -46 -20Z", SOFT_INK)
    person = (
        shape("M-110 130Q-104 46 -34 38H34Q104 46 110 130Z", VIOLET_MID)
        + rect(-16, 14, 32, 36, "#e8b892")
        + ellipse(0, -22, 42, 50, "#f0c8a2")
        + hair
    )
    return (
        rect(-210, -125, 420, 250, "#dfeaf1")
        + rect(-210, -125, 120, 250, LEAF_PALE)
        + rect(96, -125, 114, 250, LAVENDER_PALE)
        + placed(-16, 6, person)
        + rect(122, -108, 74, 96, CREAM, radius=8)
        + placed(
            159, -42, circle(0, -26, 15, "#f0c8a2"), shape("M-28 30Q-24 -8 0 -8T28 30Z", BRICK)
        )
        + "".join(
            circle(x, 92, 20, colour) for x, colour in ((-62, WHITE), (0, BRICK), (62, WHITE))
        )
        + line("M-10 96Q0 86 10 96", WHITE, 6)
        + rect(-70, 84, 16, 16, SOFT_INK, radius=3)
        + rect(54, 84, 16, 16, SOFT_INK, radius=3)
    )


def _peach_branch() -> str:
    """A branch of peach blossom in a round vase, 430 high, standing on its origin."""
    twigs = "M0 -130Q-10 -220 -60 -280T-96 -392M-22 -206Q50 -250 64 -330T120 -410"
    twigs += "M-54 -278Q-120 -290 -150 -340"
    twigs += "M60 -320Q20 -370 24 -424M-80 -340Q-40 -380 -44 -430"
    blossoms = ""
    for number, (x, y) in enumerate(
        (
            (-96, -396),
            (-66, -318),
            (-30, -230),
            (120, -414),
            (66, -336),
            (90, -372),
            (-150, -342),
            (-108, -304),
            (24, -426),
            (36, -376),
            (-44, -432),
            (-58, -384),
            (24, -262),
            (-90, -352),
        )
    ):
        tone = (ROSE, ROSE_PALE, "#eab0a6")[number % 3]
        blossoms += placed(
            x,
            y,
            "".join(
                placed(0, 0, ellipse(0, -11, 8, 11, tone), turn=turn) for turn in range(0, 360, 72)
            ),
            circle(0, 0, 5, SUN),
            scale=1.15 if number % 2 else 0.95,
        )
    buds = "".join(
        circle(x, y, 7, BRICK)
        for x, y in ((-128, -320), (104, -392), (44, -290), (-12, -182), (8, -400))
    )
    return (
        ellipse(0, 2, 84, 10, SHADE)
        + line(twigs, WOOD_DARK, 9)
        + buds
        + blossoms
        + shape(
            "M-24 -146H24V-122Q78 -96 72 -46Q66 0 26 0H-26Q-66 0 -72 -46Q-78 -96 -24 -122Z", SKY
        )
        + shape("M10 -146H24V-122Q78 -96 72 -46Q66 0 26 0H12Q52 -50 10 -122Z", "#b7d0de")
        + line("M-52 -64Q-26 -84 0 -62T50 -66M-56 -40Q-26 -56 0 -38T54 -42", VIOLET_MID, 5)
        + rect(-30, -154, 60, 13, "#b7d0de", radius=6)
    )


def _teapot() -> str:
    """A teapot, 240 wide, standing on its origin, its spout to the right."""
    return (
        ellipse(0, 2, 110, 10, SHADE)
        + shape("M76 -96Q112 -100 132 -146L158 -140Q138 -66 82 -46Z", BRICK_DARK)
        + line("M-86 -120C-150 -120 -150 -40 -82 -34", BRICK_DARK, 15)
        + shape("M-92 -78Q-92 -146 0 -146Q92 -146 92 -78Q92 0 42 0H-42Q-92 0 -92 -78Z", BRICK)
        + shape("M36 -140Q92 -130 92 -78Q92 0 42 0H14Q58 -60 36 -140Z", BRICK_DARK)
        + ellipse(0, -142, 52, 13, BRICK_DARK)
        + shape("M-46 -146Q0 -178 46 -146Z", BRICK)
        + circle(0, -170, 13, BRICK_DARK)
        + line("M-66 -110Q-76 -70 -60 -34", "#ffffff59", 9)
    )


def tea_and_telephone() -> str:
    """A telephone leaning on the teapot shows a call; candied fruit and peach blossom beside it."""
    sheets = "".join(
        rect(x, 40, 92, 300, BRICK, radius=4)
        + rect(x + 8, 48, 76, 284, BRICK_DARK, radius=3)
        + "".join(
            shape(f"M{x + 46} {y - 26}l24 26l-24 26l-24 -26Z", SUN)
            + shape(f"M{x + 46} {y - 13}l12 13l-12 13l-12 -13Z", BRICK)
            for y in (92, 156, 220, 284)
        )
        for x in (74, 1034)
    )
    window = (
        rect(330, 40, 540, 280, WOOD, radius=6)
        + rect(346, 56, 508, 248, SKY)
        + within(
            "garden",
            "M346 56H854V304H346Z",
            placed(460, 90, cloud(), scale=0.7),
            placed(470, 330, round_tree(), scale=0.72),
            placed(770, 336, round_tree(), scale=0.84),
            shape("M500 56H590L470 304H380Z", "#ffffff66"),
        )
        + line("M600 56V304M346 178H854", WOOD, 10, flat=True)
        + rect(314, 310, 572, 18, WOOD_LIGHT, radius=5)
    )
    telephone = (
        rect(-222, -146, 460, 304, SHADE, radius=30)
        + rect(-232, -152, 464, 304, INK, radius=30)
        + within(
            "call",
            "M-194 -125H194Q210 -125 210 -109V109Q210 125 194 125H-194Q-210 125 -210 109V-109"
            "Q-210 -125 -194 -125Z",
            _call(),
        )
    )
    sweets = (
        ellipse(0, 2, 128, 11, SHADE)
        + "".join(
            circle(x, y, 19, colour)
            for x, y, colour in (
                (-66, -44, SUN),
                (-30, -50, ROSE),
                (8, -48, LEAF_LIGHT),
                (46, -50, CREAM),
                (76, -42, SUN_DARK),
                (-48, -72, LEAF_LIGHT),
                (-10, -78, SUN),
                (28, -76, ROSE_PALE),
                (56, -70, ROSE),
                (8, -98, CREAM),
            )
        )
        + shape("M-120 -40H120Q104 0 46 0H-46Q-104 0 -120 -40Z", WHITE)
        + shape("M40 -40H120Q104 0 46 0H30Z", LAVENDER_PALE)
        + rect(-124, -46, 248, 11, PAPER_SHADE, radius=5)
        + line("M-84 -22Q-40 -8 0 -22T84 -22", VIOLET_MID, 4)
    )
    cup = (
        ellipse(0, 2, 46, 6, SHADE)
        + shape("M-40 -58H40Q38 0 16 0H-16Q-38 0 -40 -58Z", WHITE)
        + shape("M12 -58H40Q38 0 16 0H6Z", LAVENDER_PALE)
        + ellipse(0, -57, 40, 8, "#c98b4a")
        + line("M-14 -78q-8 -14 0 -26t0 -26M12 -78q8 -14 0 -26t0 -26", LAVENDER, 4)
    )
    return picture(
        ruled_paper("#f7eddb"),
        wooden_floor(470, WOOD_PALE, WOOD_SEAM),
        window,
        sheets,
        rect(0, 536, WIDTH, 139, WOOD),
        rect(0, 536, WIDTH, 16, WOOD_LIGHT),
        line("M0 596H1200M0 642H1200", WOOD_DARK, 3),
        placed(206, 580, _peach_branch(), scale=1.02),
        placed(792, 566, _teapot(), scale=1.2),
        placed(548, 460, telephone, turn=-6, scale=0.74),
        placed(1010, 616, sweets, scale=1.06),
        placed(776, 634, cup, scale=0.9),
        mirrored(366, 626, cup, scale=0.9),
    )
