"""What lies on a table or a desk: notebooks, lesson books, a telephone."""

from __future__ import annotations

from drawings.books import lines_of_writing, ruled_page
from drawings.palette import (
    BRICK,
    BRICK_DARK,
    CREAM,
    FAINT_SHADE,
    HIGHLIGHT,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    LEAF,
    LEAF_DARK,
    PAPER_SHADE,
    ROSE,
    SAND,
    SHADE,
    SOFT_INK,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_DARK,
    VIOLET_MID,
    VIOLET_SOFT,
    WHITE,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
)
from drawings.plants import almond_leaf
from drawings.shapes import (
    HEIGHT,
    WIDTH,
    circle,
    ellipse,
    line,
    picture,
    placed,
    rect,
    ruled_paper,
    shape,
    within,
)


def table_top() -> str:
    """A table of light planks, seen from above."""
    seams = "".join(f"M0 {y}H1200" for y in (112, 246, 388, 530))
    joints = "M340 0V112M860 112V246M200 246V388M1010 388V530M520 530V675"
    grain = (
        "M40 60Q180 44 300 62M420 40Q640 60 800 36M60 180Q300 196 420 176"
        "M930 190Q1050 172 1180 192"
        "M40 320Q90 306 160 322M1040 330Q1120 314 1190 328M30 460Q120 478 210 458"
        "M1060 470Q1110 456 1190 474M60 610Q240 590 420 612M600 632Q820 610 1020 634"
    )
    return (
        rect(0, 0, WIDTH, HEIGHT, "#dcb88a")
        + rect(0, 112, WIDTH, 134, "#d9b383")
        + rect(0, 388, WIDTH, 142, "#d8b181")
        + line(seams + joints, "#c3986a", 3, flat=True)
        + line(grain, "#cda474", 3)
    )


def fountain_pen() -> str:
    """A pen of violet ink, 430 long, lying to the right of its nib."""
    return (
        shape("M0 0L44 -13Q62 -10 66 0Q62 10 44 13Z", SUN)
        + shape("M0 0L44 13Q62 10 66 0Z", SUN_DARK)
        + line("M6 0H40", INK, 2.5)
        + circle(42, 0, 4, INK)
        + shape("M58 -13H120V13H58Q52 0 58 -13Z", INK)
        + rect(114, -19, 306, 38, VIOLET, radius=10)
        + shape("M114 4H420V9Q420 19 410 19H124Q114 19 114 9Z", VIOLET_DARK)
        + rect(132, -13, 250, 6, HIGHLIGHT, radius=3)
        + rect(112, -20, 14, 40, SUN, radius=3)
        + rect(276, -20, 8, 40, SUN, radius=2)
        + rect(418, -12, 14, 24, SUN, radius=5)
        + rect(290, -7, 124, 12, SUN, radius=6)
        + rect(290, 0, 124, 5, SUN_DARK, radius=3)
    )


def ink_well() -> str:
    """A bottle of violet ink from above, its cap beside it."""
    return (
        circle(8, 12, 74, SHADE)
        + circle(0, 0, 74, LAVENDER)
        + circle(0, 0, 60, LAVENDER_PALE)
        + circle(0, 0, 46, VIOLET)
        + circle(3, 4, 40, VIOLET_DARK)
        + line("M-26 -14Q-18 -30 0 -32", VIOLET_MID, 6)
        + placed(
            -18, 128, circle(6, 9, 44, SHADE), circle(0, 0, 44, INK), circle(-3, -3, 33, "#34324c")
        )
    )


def _practice() -> str:
    """Strokes that pupils practise before letters: hooks, low loops and tall loops."""
    hook = "c4 -34 8 -44 16 -44c12 0 6 44 18 44c6 0 8 -2 10 0"
    low = "c20 -8 26 -44 12 -44c-18 0 -16 44 6 44c10 0 14 -2 18 0"
    tall = "c30 -26 34 -132 14 -132c-20 0 -18 132 6 132c8 0 12 -2 16 0"
    rows = (("-300 -110", hook, 6), ("-300 -22", low, 7), ("-300 154", tall, 7))
    written = "".join(line(f"M{at}{one * times}", VIOLET, 5) for at, one, times in rows)
    return written + line(f"M96 -110{hook * 5}M96 -22{low * 3}", VIOLET, 5)


def notebook_on_table() -> str:
    """An open notebook of ruled paper on a wooden table, a pen of violet ink across its page."""
    page_left = ruled_page(-396, -242, 396, 484)
    page_right = ruled_page(0, -242, 396, 484)
    edges = rect(-402, -242, 804, 484, PAPER_SHADE)
    fold = "".join(rect(-wide, -242, 2 * wide, 484, "#3a2e8c0f") for wide in (34, 22, 10))
    notebook = (
        rect(-396, -232, 830, 510, "#9f754a55", radius=12)
        + rect(-414, -254, 828, 508, VIOLET, radius=12)
        + rect(-414, 232, 828, 22, VIOLET_DARK, radius=10)
        + edges
        + page_left
        + page_right
        + fold
        + line("M0 -242V242", LAVENDER, 2)
        + _practice()
    )
    pen_shadow = shape("M0 6L60 -4H430V36H110L60 24Z", SHADE)
    leaf = almond_leaf(BRICK) + line("M0 14V-84", BRICK_DARK, 4)
    return picture(
        table_top(),
        placed(585, 340, notebook, turn=-4),
        placed(1090, 170, ink_well()),
        placed(120, 588, placed(8, 10, almond_leaf(SHADE), scale=1.2, turn=58)),
        placed(120, 588, leaf, scale=1.2, turn=58),
        placed(604, 452, placed(6, 8, pen_shadow), fountain_pen(), scale=1.12, turn=-9),
    )


def _chalk_diagram() -> str:
    """A node from which three branches go out, with three twigs each."""
    chalk, pale = "#f4f6ef", "#f4f6ef1f"
    drawing = line(
        "M402 222C490 222 484 122 586 122M402 222H586M402 222C490 222 484 322 586 322", chalk, 5
    )
    for y, colour in ((122, SUN), (222, "#f0b3a6"), (322, LAVENDER)):
        drawing += rect(586, y - 34, 150, 68, pale, radius=34)
        drawing += line(f"M620 {y - 34}H702a34 34 0 0 1 0 68H620a34 34 0 0 1 0 -68Z", colour, 5)
        drawing += line(f"M626 {y}H694", colour, 6)
        twigs = f"M744 {y}H812" + "".join(
            f"M744 {y}C780 {y} 780 {end} 812 {end}" for end in (y - 26, y + 26)
        )
        drawing += line(twigs, chalk, 3.5)
        drawing += line(f"M830 {y - 26}h96M830 {y}h128M830 {y + 26}h74", "#f4f6efb0", 6)
    node = ellipse(296, 222, 104, 64, pale) + line(
        "M192 222C192 136 400 136 400 222C400 308 192 308 192 222Z", chalk, 6
    )
    return drawing + node + line("M240 210H352M258 236H334", chalk, 7)


def _lesson_book(colour: str, shade: str) -> str:
    """A lesson book lying on a desk, seen from the front at a slant."""
    return (
        shape("M-104 10L-88 -62H88L104 10Z", FAINT_SHADE)
        + shape("M-104 -2L-84 -70H84L104 -2V12H-104Z", PAPER_SHADE)
        + shape("M-106 -6L-86 -74H86L106 -6Z", colour)
        + shape("M-106 -6L-86 -74H-66L-84 -6Z", shade)
        + rect(-106, -6, 212, 6, shade)
        + rect(-106, 10, 212, 6, shade)
        + line("M-102 3H102", "#d8cfb8", 2)
        + shape("M-36 -26L-30 -54H50L56 -26Z", CREAM)
        + line("M-18 -45H36M-20 -36H20", SOFT_INK, 4)
    )


def blackboard_and_desk() -> str:
    """A green board with a diagram of three branches, three lesson books on the teacher's desk."""
    board = (
        rect(112, 64, 976, 376, FAINT_SHADE, radius=8)
        + rect(104, 52, 992, 376, WOOD, radius=8)
        + rect(122, 70, 956, 340, "#2f6b52")
        + shape("M122 70H560L310 410H122Z", "#ffffff0a")
        + rect(104, 416, 992, 12, WOOD_DARK, radius=5)
        + rect(240, 424, 720, 16, WOOD_LIGHT, radius=4)
        + rect(760, 413, 46, 11, WHITE, radius=4)
        + rect(818, 413, 34, 11, SUN, radius=4)
        + rect(640, 402, 78, 22, SOFT_INK, radius=4)
        + rect(640, 416, 78, 8, ROSE, radius=3)
    )
    desk = (
        shape("M150 498H1050L1110 580H90Z", WOOD_LIGHT)
        + rect(90, 580, 1020, 22, WOOD)
        + rect(120, 602, 960, 73, WOOD_DARK)
        + rect(120, 602, 960, 14, SHADE)
    )
    vase = (
        ellipse(10, 0, 46, 7, SHADE)
        + line("M0 -40Q-6 -90 -26 -116M0 -40Q4 -96 6 -130M0 -40Q10 -84 36 -106", LEAF_DARK, 5)
        + "".join(
            circle(x, y, 19, colour) + circle(x, y, 8, centre)
            for x, y, colour, centre in (
                (-30, -122, ROSE, BRICK),
                (8, -140, SUN, SUN_DARK),
                (42, -112, LAVENDER, VIOLET_MID),
            )
        )
        + shape("M-20 -60H20Q40 -24 24 0H-24Q-40 -24 -20 -60Z", LAVENDER_PALE)
        + shape("M6 -60H20Q40 -24 24 0H8Q22 -28 6 -60Z", LAVENDER)
    )
    books = (
        placed(348, 560, _lesson_book(VIOLET, VIOLET_DARK))
        + placed(588, 560, _lesson_book(BRICK, BRICK_DARK))
        + placed(828, 560, _lesson_book(LEAF, LEAF_DARK))
    )
    return picture(
        ruled_paper(), board, placed(0, 19, _chalk_diagram()), desk, books, placed(996, 552, vase)
    )


def _bulletin() -> str:
    """What the telephone shows, 300 wide and 610 high: the bulletin of a class."""
    tick = line("M-9 0L-2 8L11 -9", WHITE, 6)
    news = ""
    for y, colour, sign in (
        (150, LEAF, tick),
        (290, SUN, line("M0 -11V2M0 11V11.5", WHITE, 7)),
        (430, BRICK, line("M-10 -8H10V10H-10ZM-10 -3H10M-5 -12V-8M5 -12V-8", WHITE, 3.5)),
    ):
        news += rect(18, y, 264, 124, WHITE, radius=14)
        news += circle(56, y + 42, 22, colour) + placed(56, y + 42, sign)
        news += lines_of_writing(92, y + 26, (164, 124), VIOLET_SOFT, thick=11)
        news += lines_of_writing(38, y + 82, (220, 170), LAVENDER, gap=19, thick=8)
    head = rect(0, 0, 300, 128, VIOLET) + rect(24, 56, 44, 44, SUN, radius=10)
    head += line("M32 84L46 70L60 84M37 82V93H55V82", VIOLET, 5)
    head += lines_of_writing(86, 62, (150, 96), WHITE, thick=12)
    head += rect(104, 14, 92, 20, INK, radius=10)
    foot = rect(0, 568, 300, 60, WHITE) + "".join(
        circle(60 + 90 * number, 590, 10, VIOLET if number == 0 else LAVENDER)
        for number in range(3)
    )
    return rect(0, 0, 300, 620, LAVENDER_PALE) + head + news + foot


def telephone() -> str:
    """A telephone from above, around its middle, 330 by 640."""
    return (
        rect(-157, -306, 340, 648, SHADE, radius=44)
        + rect(-169, -322, 338, 644, INK, radius=42)
        + within(
            "screen",
            "M-120 -310H120Q150 -310 150 -280V280Q150 310 120 310H-120Q-150 310 "
            "-150 280V-280Q-150 -310 -120 -310Z",
            placed(-150, -310, _bulletin()),
        )
    )


def contact_book() -> str:
    """A paper contact book from above, around its middle, 390 by 520."""
    return (
        rect(-180, -246, 396, 528, SHADE, radius=10)
        + rect(-195, -260, 392, 524, BRICK_DARK, radius=12)
        + rect(-186, -252, 388, 508, PAPER_SHADE, radius=6)
        + rect(-186, -256, 382, 508, WHITE, radius=6)
        + rect(-195, -264, 386, 512, BRICK, radius=12)
        + rect(-195, -264, 52, 512, BRICK_DARK, radius=12)
        + line("M-120 -238H166V222H-120Z", "#ffffff66", 4)
        + rect(-84, -170, 214, 136, CREAM, radius=8)
        + lines_of_writing(-50, -136, (146, 108, 146), ROSE, gap=28, thick=10)
        + shape("M19 78Q-20 52 -66 66V154Q-20 142 19 166Z", CREAM)
        + shape("M27 78Q66 52 112 66V154Q66 142 27 166Z", CREAM)
        + line(
            "M-46 90Q-20 84 2 94M-46 114Q-20 108 2 118M44 94Q66 84 92 90M44 118Q66 108 92 114",
            ROSE,
            5,
        )
        + shape("M150 248V300L163 286L176 300V248Z", VIOLET)
    )


def paper_and_telephone() -> str:
    """A telephone with the bulletin of a class beside the contact book of paper."""
    return picture(
        ruled_paper(SAND),
        placed(408, 344, contact_book(), turn=-8, scale=0.98),
        placed(786, 338, telephone(), turn=6, scale=0.86),
        placed(
            1052,
            556,
            placed(12, 6, shape("M0 0L60 -16H430V16H60Z", SHADE)),
            fountain_pen(),
            turn=-76,
        ),
    )
