"""School buildings and their gates; each stands on its origin."""

from __future__ import annotations

from drawings.palette import (
    BLUE,
    BRICK,
    BRICK_DARK,
    BRICK_SEAM,
    CREAM,
    FAINT_SHADE,
    LAVENDER,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    ROSE,
    SAND_DARK,
    SKY,
    STONE,
    STONE_LIGHT,
    STRAW,
    SUN,
    VIOLET,
    VIOLET_DARK,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
)
from drawings.shapes import circle, ellipse, line, placed, rect, shape


def tiled_roof(width: float, height: float, hip: float) -> str:
    """A hipped roof of red tiles, its eaves on the origin and `width` long, from x 0."""
    rows = int(height / 18)
    tiles = ""
    for row in range(1, rows + 1):
        up = height * row / (rows + 1)
        inset = hip * up / height
        tiles += f"M{inset:g} {-up:g}H{width - inset:g}"
    seams = "".join(
        f"M{x:g} 0L{hip + (x / width) * (width - 2 * hip):g} {-height:g}"
        for x in range(40, int(width), 40)
    )
    return (
        shape(f"M0 0L{hip:g} {-height:g}H{width - hip:g}L{width:g} 0Z", BRICK)
        + shape(f"M{width - hip * 2.2:g} 0L{width - hip:g} {-height:g}L{width:g} 0Z", BRICK_DARK)
        + line(tiles, BRICK_SEAM, 3, flat=True)
        + line(seams, "#b54b3580", 2, flat=True)
        + rect(hip - 6, -height - 6, width - 2 * hip + 12, 11, BRICK_DARK, radius=5)
        + rect(-6, -3, width + 12, 10, BRICK_DARK, radius=4)
    )


def _shuttered_window(x: float, sill: float) -> str:
    """A window between green shutters, 66 wide."""
    return (
        rect(x - 17, sill - 50, 34, 50, SKY)
        + line(f"M{x:g} {sill - 50:g}v50M{x - 17:g} {sill - 26:g}h34", WHITE, 3, flat=True)
        + rect(x - 36, sill - 52, 19, 54, LEAF, radius=2)
        + rect(x + 17, sill - 52, 19, 54, LEAF_DARK, radius=2)
        + rect(x - 38, sill, 76, 6, CREAM)
    )


def _storey(foot: float, *, railing: bool) -> str:
    """One storey of eight bays, 760 wide and 118 high, with its gallery."""
    storey = rect(0, foot - 118, 760, 118, STRAW) + rect(0, foot - 118, 760, 18, FAINT_SHADE)
    for bay in range(8):
        middle = 47.5 + 95 * bay
        if bay % 3 == 1:
            storey += rect(middle - 21, foot - 86, 42, 86, WOOD_DARK, radius=2)
            storey += line(f"M{middle:g} {foot - 86:g}v86", WOOD, 3, flat=True)
        else:
            storey += _shuttered_window(middle, foot - 36)
    if railing:
        bars = "".join(f"M{x} {foot - 34:g}v34" for x in range(8, 760, 16))
        storey += line(bars, CREAM, 4, flat=True) + rect(0, foot - 40, 760, 7, CREAM)
    columns = "".join(
        rect(95 * number - 7, foot - 118, 14, 118, CREAM)
        + rect(95 * number + 3, foot - 118, 4, 118, SAND_DARK)
        for number in range(9)
    )
    return (
        storey
        + columns
        + rect(-12, foot - 124, 784, 10, CREAM)
        + rect(-12, foot - 117, 784, 3, SAND_DARK)
    )


def school() -> str:
    """A school of two storeys under a red tiled roof, 840 wide and 345 high."""
    porch = (
        rect(302, -134, 156, 134, CREAM)
        + rect(302, -134, 156, 10, SAND_DARK)
        + rect(334, -98, 92, 98, VIOLET, radius=3)
        + line("M380 -98V0", LAVENDER, 3, flat=True)
        + rect(344, -88, 28, 40, VIOLET_MID, radius=2)
        + rect(388, -88, 28, 40, VIOLET_MID, radius=2)
        + shape("M284 -134L380 -190L476 -134Z", BRICK_DARK)
        + shape("M300 -136L380 -182L460 -136Z", CREAM)
        + circle(380, -153, 13, VIOLET)
        + line("M380 -161V-153H387", WHITE, 3)
    )
    return (
        _storey(-10, railing=False)
        + _storey(-134, railing=True)
        + rect(-14, -12, 788, 12, STONE)
        + placed(-40, -256, tiled_roof(840, 88, 86))
        + porch
        + rect(280, -8, 200, 10, STONE_LIGHT)
        + rect(262, 0, 236, 10, STONE)
    )


def nursery() -> str:
    """A small nursery school under a red roof, 380 wide and 274 high."""
    return (
        rect(-190, -190, 380, 190, STRAW)
        + rect(-190, -190, 380, 16, FAINT_SHADE)
        + placed(-230, -188, tiled_roof(460, 86, 92))
        + rect(-40, -120, 80, 120, LEAF, radius=40)
        + rect(-40, -60, 80, 60, LEAF)
        + line("M0 -116V0", LEAF_PALE, 3)
        + "".join(
            circle(x, -92, 34, CREAM)
            + circle(x, -92, 26, SKY)
            + line(f"M{x} -118v52M{x - 26} -92h52", CREAM, 4)
            for x in (-118, 118)
        )
    )


def gate_pillar() -> str:
    """A pillar of red brick with a golden globe, 360 high."""
    pillar = rect(-32, -300, 64, 300, BRICK) + rect(8, -300, 24, 300, BRICK_DARK)
    pillar += line("M-32 -60H32M-32 -120H32M-32 -180H32M-32 -240H32", BRICK_SEAM, 3, flat=True)
    pillar += rect(-42, -316, 84, 20, CREAM, radius=4) + rect(-40, -22, 80, 22, STONE)
    pillar += circle(0, -338, 24, SUN) + circle(-7, -345, 7, "#ffe3a1")
    return pillar


def gate_arch() -> str:
    """The arch between the pillars, 480 wide, drawn around its middle."""
    return (
        shape("M-240 40Q0 -124 240 40V92Q0 -66 -240 92Z", VIOLET)
        + shape("M-240 80Q0 -80 240 80V92Q0 -66 -240 92Z", VIOLET_DARK)
        + "".join(
            circle(x, y, 16, colour)
            for x, y, colour in (
                (-172, 22, SUN),
                (-88, -8, ROSE),
                (88, -8, LEAF_LIGHT),
                (172, 22, SUN),
            )
        )
        + "".join(
            placed(0, -17, ellipse(0, -13, 8, 11, WHITE), turn=turn) for turn in range(0, 360, 60)
        )
        + circle(0, -17, 9, SUN)
    )


def gate_leaf() -> str:
    """A wing of the gate that stands open, from its hinge on the origin to the right."""
    leaf = ""
    for x, colour in zip(range(8, 120, 30), (SUN, LEAF, BLUE, ROSE), strict=True):
        top = -150 - x * 0.34
        leaf += shape(f"M{x} 0V{top:g}L{x + 10} {top - 12:g}L{x + 20} {top:g}V0Z", colour)
    leaf += rect(0, -116, 122, 9, CREAM) + rect(0, -38, 122, 9, CREAM)
    return leaf
