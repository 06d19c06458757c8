"""What stands, hangs or floats in the open around a school."""

from __future__ import annotations

from drawings.palette import (
    BLUE,
    BRICK,
    BRICK_DARK,
    CREAM,
    HIGHLIGHT,
    INK,
    LAVENDER_PALE,
    LEAF,
    ROSE,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_DARK,
    STONE_LIGHT,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_LIGHT,
    WHITE,
    WOOD_DARK,
)
from drawings.shapes import circle, ellipse, line, placed, rect, shape


def flag_pole() -> str:
    """The national flag on its pole, 500 high, on a stepped foot."""
    star = (
        "M57 16L62.300 32.400H79.500L65.600 42.600L70.900 59L57 48.900L43.100 59"
        "L48.400 42.600L34.500 32.400H51.700Z"
    )
    flag = rect(0, 0, 114, 76, "#da251d") + shape(star, "#ffdf1b")
    return (
        ellipse(0, 4, 96, 11, SHADE)
        + rect(-84, -16, 168, 20, STONE)
        + rect(-62, -34, 124, 18, STONE_LIGHT)
        + rect(-40, -50, 80, 16, STONE)
        + rect(-4, -496, 8, 448, "#8b8798")
        + circle(0, -498, 8, SUN)
        + placed(4, -488, flag)
    )


def balloon_bunch(colours: tuple[str, str, str]) -> str:
    """Three balloons whose strings are tied together at the origin, 170 high."""
    places = ((-34, -66), (34, -76), (-2, -126))
    strings = "".join(f"M{x} {y + 30}Q{x * 0.6:g} {y / 3:g} 0 0" for x, y in places)
    return line(strings, SOFT_INK, 2.5) + "".join(
        placed(x, y, _balloon(colour)) for (x, y), colour in zip(places, colours, strict=True)
    )


def _balloon(colour: str) -> str:
    """A balloon around its middle, without its string."""
    return (
        shape("M-7 40L0 28L7 40Z", colour)
        + ellipse(0, 0, 28, 33, colour)
        + shape("M12 -30Q30 -18 28 2Q24 24 7 32Q26 2 12 -30Z", SHADE)
        + ellipse(-10, -12, 5, 10, HIGHLIGHT)
    )


def school_drum() -> str:
    """The big drum that opens the school year, on its stand, 150 high."""
    return (
        ellipse(0, 2, 86, 10, SHADE)
        + line("M-52 0L40 -62M52 0L-40 -62", WOOD_DARK, 10)
        + shape("M-60 -140Q0 -160 60 -140V-56Q0 -36 -60 -56Z", BRICK)
        + shape("M-60 -76Q0 -58 60 -76V-56Q0 -36 -60 -56Z", BRICK_DARK)
        + line("M-34 -147Q-40 -98 -34 -49M28 -147Q34 -98 28 -49", SUN, 5)
        + ellipse(-60, -98, 15, 45, SUN_DARK)
        + ellipse(-62, -98, 12, 40, CREAM)
        + ellipse(60, -98, 10, 43, SUN_DARK)
    )


def small_seat(colour: str) -> str:
    """A pupil's plastic stool, 44 high."""
    return (
        ellipse(0, 1, 25, 4, SHADE)
        + shape("M-17 -38H17L22 0H12L8 -14H-8L-12 0H-22Z", colour)
        + shape("M-8 -28H8L10 -14H-10Z", SHADE)
        + rect(-21, -44, 42, 9, colour, radius=4)
        + rect(-21, -38, 42, 3, SHADE)
    )


def cloud() -> str:
    """A cloud, 190 wide, around its middle."""
    return (
        rect(-95, -6, 190, 34, WHITE, radius=17)
        + circle(-34, -8, 32, WHITE)
        + circle(24, -18, 40, WHITE)
        + rect(-70, 20, 140, 8, LAVENDER_PALE, radius=4)
    )


def bunting(start: tuple[float, float], end: tuple[float, float], sag: float, count: int) -> str:
    """A string of pennants in many colours, hanging between two points."""
    (x1, y1), (x2, y2) = start, end
    tones = (VIOLET, SUN, BRICK, LEAF, VIOLET_LIGHT, ROSE, BLUE)

    def at(part: float) -> tuple[float, float]:
        return x1 + (x2 - x1) * part, y1 + (y2 - y1) * part + sag * 4 * part * (1 - part)

    pennants = ""
    for number in range(count):
        (left, up), (right, down) = at((number + 0.12) / count), at((number + 0.88) / count)
        middle = (left + right) / 2
        tip = (up + down) / 2 + (right - left) * 1.15
        pennants += shape(
            f"M{left:.1f} {up:.1f}L{right:.1f} {down:.1f}L{middle:.1f} {tip:.1f}Z",
            tones[number % len(tones)],
        )
    bow = f"M{x1:g} {y1:g}Q{(x1 + x2) / 2:g} {(y1 + y2) / 2 + 2 * sag:g} {x2:g} {y2:g}"
    return pennants + line(bow, SOFT_INK, 3)


def stone_bench() -> str:
    """A bench of polished stone as school yards have it, 330 wide and 170 high."""
    specks = "".join(
        circle(-140 + (number * 67) % 282, -148 + (number * 29) % 52, 2.4, STONE_DARK)
        for number in range(24)
    )
    return (
        ellipse(6, 4, 190, 14, SHADE)
        + shape("M-128 -66H-86L-92 0H-118Z", STONE_DARK)
        + shape("M86 -66H128L118 0H92Z", STONE_DARK)
        + rect(-130, -100, 22, 40, STONE_DARK)
        + rect(108, -100, 22, 40, STONE_DARK)
        + rect(-156, -164, 312, 72, STONE_LIGHT, radius=12)
        + rect(-156, -104, 312, 12, STONE, radius=6)
        + specks
        + rect(-170, -78, 340, 24, STONE_LIGHT, radius=8)
        + rect(-170, -64, 340, 10, STONE, radius=5)
    )


def hump_sign() -> str:
    """The road sign that makes one slow down: a hump in a triangle, 250 high."""
    return (
        ellipse(0, 2, 26, 6, SHADE)
        + rect(-6, -190, 12, 192, STONE_DARK)
        + shape("M-66 -148Q-74 -136 -60 -134H60Q74 -136 66 -148L8 -246Q0 -256 -8 -246Z", BRICK)
        + shape("M-45 -150H45L0 -226Z", SUN)
        + shape("M-34 -156V-163H-22C-12 -163 -12 -182 0 -182C12 -182 12 -163 22 -163H34V-156Z", INK)
    )


def fence(width: float, colours: tuple[str, ...]) -> str:
    """A fence of pointed boards on a low wall, from x 0, 130 high."""
    boards = ""
    for number in range(int(width / 34)):
        left, colour = 34 * number + 4, colours[number % len(colours)]
        boards += shape(f"M{left} -28V-112L{left + 13} -130L{left + 26} -112V-28Z", colour)
    return (
        rect(0, -100, width, 9, CREAM)
        + rect(0, -54, width, 9, CREAM)
        + boards
        + rect(0, -32, width, 32, "#e3c79a")
        + rect(0, -32, width, 7, CREAM)
    )
