"""What makes a room pleasant: window, lamp, cushion, armchair, basket, and a bear that reads."""

from __future__ import annotations

from drawings.books import borrowing_card
from drawings.palette import (
    BRICK,
    CREAM,
    FAINT_SHADE,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    LEAF,
    LEAF_LIGHT,
    LEAF_PALE,
    PAPER,
    SHADE,
    SKY,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_DARK,
    VIOLET_LIGHT,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)
from drawings.shapes import WIDTH, circle, ellipse, line, mirrored, placed, rect, shape, within


def wooden_floor(y: float, colour: str, seam: str, *, skirting: str = PAPER) -> str:
    """A floor of boards from y down to the edge of the picture, with its skirting board."""
    rows = "".join(f"M0 {y + depth:g}H{WIDTH}" for depth in (34, 82, 142))
    joints = f"M210 {y:g}v34M760 {y:g}v34M470 {y + 34:g}v48M1010 {y + 34:g}v48M300 {y + 82:g}v60"
    return (
        rect(0, y, WIDTH, 675 - y, colour)
        + line(rows + joints + f"M880 {y + 82:g}v60", seam, 3, flat=True)
        + rect(0, y - 16, WIDTH, 16, skirting)
        + rect(0, y - 3, WIDTH, 5, SHADE)
    )


def window(x: float, y: float, width: float, height: float, *, name: str = "panes") -> str:
    """A window with a wooden frame, greenery behind it, its curtains drawn aside."""
    view = (
        rect(x, y, width, height, SKY)
        + ellipse(x + width * 0.3, y + height * 0.2, 46, 13, WHITE)
        + ellipse(x + width * 0.38, y + height * 0.17, 30, 13, WHITE)
        + circle(x + width * 0.2, y + height * 1.04, width * 0.36, LEAF_PALE)
        + circle(x + width * 0.78, y + height * 1.06, width * 0.42, LEAF_LIGHT)
    )
    outline = f"M{x:g} {y:g}h{width:g}v{height:g}h{-width:g}Z"
    gleam = f"M{x + width * 0.16:g} {y:g}h54l-{height * 0.3:g} {height:g}h-54Z"
    middle_x, middle_y = x + width / 2, y + height * 0.42
    bars = line(
        f"M{middle_x:g} {y:g}v{height:g}M{x:g} {middle_y:g}h{width:g}", WOOD_LIGHT, 12, flat=True
    )
    curtain = (
        shape("M-44 -8H66Q70 130 14 208Q6 250 20 330H-44Z", LAVENDER)
        + shape("M-18 -8H8Q10 110 -14 200Q-16 260 -8 330H-26Q-30 150 -18 -8Z", "#bdb4ea")
        + rect(-48, 196, 70, 14, VIOLET_MID, radius=7)
    )
    scale = (height + 10) / 330
    return (
        rect(x - 14, y - 14, width + 28, height + 28, WOOD, radius=6)
        + within(name, outline, view, shape(gleam, "#ffffff80"))
        + bars
        + rect(x - 34, y + height + 8, width + 68, 18, WOOD_LIGHT, radius=5)
        + rect(x - 34, y + height + 20, width + 68, 6, WOOD_DARK, radius=3)
        + placed(x - 6, y, curtain, scale=scale)
        + mirrored(x + width + 6, y, curtain, scale=scale)
        + line(f"M{x - 66:g} {y - 14:g}H{x + width + 66:g}", WOOD_DARK, 9)
    )


def floor_lamp(height: float, *, shade: str = SUN, under: str = SUN_DARK) -> str:
    """A standing lamp with a wide shade, standing on its origin."""
    top = -height
    return (
        ellipse(0, 2, 66, 9, SHADE)
        + rect(-56, -10, 112, 12, INK, radius=6)
        + rect(-5, top + 90, 10, height - 96, INK)
        + shape(f"M-56 {top:g}H56L98 {top + 118:g}H-98Z", shade)
        + shape(f"M18 {top:g}H56L98 {top + 118:g}H34Z", under)
        + rect(-100, top + 112, 200, 10, under, radius=5)
        + line(f"M64 {top + 122:g}V{top + 176:g}", INK, 3)
        + circle(64, top + 180, 6, INK)
    )


def cushion(colour: str, shade: str, light: str) -> str:
    """A thick round cushion to sit on, 210 wide, lying on its origin."""
    return (
        ellipse(0, 0, 116, 15, SHADE)
        + shape("M-106 -48V-26Q-106 2 0 4Q106 2 106 -26V-48Z", shade)
        + ellipse(0, -48, 106, 31, colour)
        + ellipse(0, -52, 74, 18, light)
        + circle(0, -51, 6, shade)
        + line("M-103 -26Q-90 -6 0 -4Q90 -6 103 -26", light, 3)
    )


def reading_bear() -> str:
    """A toy bear, 230 high, sitting on the floor behind an open book."""
    fur, dark, pale = "#b77f4d", "#98643a", "#e3bd8d"
    ear = circle(0, 0, 27, fur) + circle(0, 2, 14, pale)
    cover = shape("M0 -78L-80 -92V4L0 20Z", VIOLET) + shape("M0 -78L80 -92V4L0 20Z", VIOLET_DARK)
    cover += shape("M0 -78L-74 -92L-74 -99L0 -86L74 -99L74 -92Z", WHITE) + line(
        "M0 -80V20", VIOLET_MID, 5
    )
    cover += placed(-40, -36, circle(0, 0, 17, SUN)) + placed(40, -36, circle(0, 0, 17, LAVENDER))
    leg = ellipse(0, 0, 36, 38, fur) + ellipse(0, 2, 23, 25, pale)
    return (
        ellipse(0, 6, 134, 15, SHADE)
        + ellipse(0, -60, 74, 66, dark)
        + placed(-47, -213, ear)
        + placed(47, -213, ear)
        + ellipse(0, -164, 70, 62, fur)
        + placed(0, -64, cover)
        + ellipse(-74, -72, 21, 26, fur)
        + ellipse(74, -72, 21, 26, fur)
        + line("M-82 -80V-68M-70 -82V-68M82 -80V-68M70 -82V-68", dark, 4)
        + placed(-68, -30, leg)
        + placed(68, -30, leg)
    )


def basket_of_cards() -> str:
    """A woven basket of borrowing cards, 200 wide, standing on its origin."""
    cards = "".join(
        placed(x, -74, borrowing_card(colour), turn=turn)
        for x, turn, colour in (
            (-52, -13, CREAM),
            (54, 12, CREAM),
            (-18, -4, PAPER),
            (20, 5, WHITE),
        )
    )
    weave = "".join(f"M{-86 + 3 * row:g} {-78 + 20 * row}H{86 - 3 * row:g}" for row in range(4))
    stakes = "".join(f"M{x} -94L{x * 0.8:g} 0" for x in range(-72, 73, 24))
    return (
        ellipse(4, 2, 112, 13, SHADE)
        + cards
        + shape("M-96 -100H96L80 -10Q78 0 68 0H-68Q-78 0 -80 -10Z", WOOD_LIGHT)
        + shape("M40 -100H96L80 -10Q78 0 68 0H34Z", FAINT_SHADE)
        + line(stakes, WOOD, 4)
        + line(weave, WOOD, 5)
        + rect(-102, -108, 204, 18, WOOD, radius=9)
        + line("M-92 -100H92", WOOD_LIGHT, 4)
    )


def armchair(colour: str, shade: str, light: str) -> str:
    """A deep armchair, 400 wide and 370 high, standing on its origin."""
    leg = shape("M-12 -34H14L8 0H-4Z", WOOD_DARK)
    arm = rect(-52, -196, 96, 170, colour, radius=44)
    arm += line("M-36 -56V-152A32 32 0 0 1 28 -152V-56", shade, 4)
    return (
        ellipse(0, 0, 226, 16, SHADE)
        + placed(-146, 0, leg)
        + mirrored(146, 0, leg)
        + shape("M-150 -120V-300Q-150 -372 -78 -372H78Q150 -372 150 -300V-120Z", colour)
        + shape("M92 -371Q150 -364 150 -300V-120H112V-300Q112 -352 92 -371Z", shade)
        + line("M-52 -352V-180M52 -352V-180", shade, 4)
        + "".join(circle(x, -262, 7, shade) for x in (-52, 0, 52))
        + rect(-142, -104, 284, 74, shade, radius=12)
        + rect(-136, -152, 272, 66, light, radius=28)
        + line("M-112 -98H112", shade, 5)
        + placed(-160, 0, arm)
        + mirrored(160, 0, arm)
    )


def stool(colour: str = WOOD_LIGHT) -> str:
    """A low wooden stool, 170 wide and 120 high, standing on its origin."""
    return (
        ellipse(0, 2, 96, 10, SHADE)
        + shape("M-68 -100H-46L-58 0H-76Z", WOOD)
        + shape("M68 -100H46L58 0H76Z", WOOD_DARK)
        + rect(-60, -52, 120, 10, WOOD_DARK)
        + rect(-86, -120, 172, 24, colour, radius=8)
        + rect(-86, -104, 172, 8, WOOD, radius=4)
    )


def rug(across: float, down: float) -> str:
    """An oval rug around its middle, with bands of colour."""
    return (
        ellipse(0, 6, across, down, FAINT_SHADE)
        + ellipse(0, 0, across, down, VIOLET_MID)
        + ellipse(0, 0, across * 0.92, down * 0.88, LAVENDER_PALE)
        + ellipse(0, 0, across * 0.8, down * 0.74, VIOLET_LIGHT)
        + ellipse(0, 0, across * 0.74, down * 0.66, LAVENDER)
    )


def toy_blocks() -> str:
    """Four building blocks, 130 wide, standing on their origin."""
    return (
        rect(-66, -52, 52, 52, BRICK, radius=5)
        + circle(-40, -26, 13, CREAM)
        + rect(-10, -52, 52, 52, LEAF, radius=5)
        + shape("M16 -42L32 -14H0Z", CREAM)
        + rect(-38, -104, 52, 52, SUN, radius=5)
        + rect(-22, -88, 20, 20, CREAM, radius=3)
        + shape("M46 0V-52A52 52 0 0 1 98 0Z", VIOLET_MID)
    )
