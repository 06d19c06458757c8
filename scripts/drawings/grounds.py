"""Pictures of the school yard and of the gate to the street."""

from __future__ import annotations

from drawings.buildings import gate_arch, gate_leaf, gate_pillar, nursery, school
from drawings.outdoors import (
    balloon_bunch,
    cloud,
    fence,
    flag_pole,
    hump_sign,
    school_drum,
    small_seat,
)
from drawings.palette import (
    AIR,
    BLUE,
    BRICK,
    LAVENDER,
    LEAF,
    LEAF_LIGHT,
    MEADOW,
    ROSE,
    ROSE_PALE,
    SAND,
    SAND_DARK,
    STONE_DARK,
    STONE_LIGHT,
    SUN,
    VIOLET,
    VIOLET_LIGHT,
    WHITE,
)
from drawings.plants import almond_tree, bush, round_tree
from drawings.shapes import WIDTH, line, mirrored, picture, placed, rect, ruled_paper, shape


def school_yard() -> str:
    """A school of two storeys with balloons at its gallery, a flagpole, a row of bàng trees."""
    paving = "M0 546H1200M0 594H1200" + "".join(
        f"M{600 + step * 96} 510L{600 + step * 190} 675" for step in range(-7, 8)
    )
    bunches = "".join(
        placed(x, 344, balloon_bunch(colours))
        for x, colours in (
            (440, (VIOLET, SUN, LAVENDER)),
            (630, (LEAF_LIGHT, VIOLET_LIGHT, SUN)),
            (820, (SUN, VIOLET, ROSE_PALE)),
            (1010, (LAVENDER, LEAF_LIGHT, VIOLET)),
        )
    )
    seats = "".join(
        placed(x + lean, y, small_seat(colour), scale=size)
        for y, size, lean in ((572, 0.9, 0), (622, 1.05, -12))
        for x, colour in zip(range(500, 860, 62), (BRICK, BLUE) * 3, strict=True)
    )
    beds = "".join(
        placed(x, 512, bush(76, LEAF_LIGHT)) for x in (376, 446, 516, 586, 860, 930, 1000, 1070)
    )
    return picture(
        ruled_paper(AIR),
        placed(480, 96, cloud(), scale=0.9),
        placed(1010, 84, cloud(), scale=1.1),
        placed(60, 150, cloud(), scale=0.8),
        rect(0, 504, WIDTH, 171, SAND),
        line(paving, SAND_DARK, 3, flat=True),
        placed(345, 508, school()),
        bunches,
        beds,
        placed(204, 590, flag_pole(), scale=1.03),
        placed(60, 560, almond_tree(), scale=0.92),
        placed(858, 534, almond_tree(), scale=0.56),
        placed(976, 556, almond_tree(), scale=0.7),
        placed(1122, 590, almond_tree(), scale=0.9),
        placed(372, 628, school_drum()),
        seats,
    )


def nursery_gate() -> str:
    """The gate of a nursery school, a zebra crossing before it and a sign to slow down."""
    road = (
        rect(0, 536, WIDTH, 139, "#8f8b9c")
        + rect(0, 520, WIDTH, 16, STONE_LIGHT)
        + rect(0, 532, WIDTH, 6, STONE_DARK)
    )
    zebra = "".join(
        shape(f"M{560 - far} {y}H{560 + far}L{560 + near} {y + deep}H{560 - near}Z", WHITE)
        for far, near, y, deep in (
            (180, 191, 546, 16),
            (200, 214, 576, 20),
            (225, 243, 611, 24),
            (256, 279, 653, 30),
        )
    )
    return picture(
        ruled_paper(AIR),
        placed(160, 112, cloud()),
        placed(930, 90, cloud(), scale=0.9),
        rect(0, 440, WIDTH, 84, MEADOW),
        placed(150, 452, round_tree(), scale=0.9),
        placed(1075, 452, round_tree(), scale=1.04),
        placed(560, 446, nursery(), scale=0.8),
        shape("M500 440H620L760 522H360Z", SAND),
        placed(-10, 520, fence(290, (LEAF, SUN, BLUE, ROSE))),
        placed(850, 520, fence(360, (ROSE, BLUE, SUN, LEAF))),
        placed(314, 520, gate_leaf()),
        mirrored(806, 520, gate_leaf()),
        placed(290, 522, gate_pillar()),
        placed(830, 522, gate_pillar()),
        placed(560, 236, gate_arch()),
        road,
        zebra,
        line("M0 556H330M790 556H1200", SUN, 9, flat=True),
        line("M0 616H230M890 616H1200", "#d9d4e0", 6, flat=True),
        placed(972, 532, hump_sign(), scale=1.14),
    )
