"""Pictures of rooms in which somebody reads."""

from __future__ import annotations

from drawings.books import (
    MUTED,
    book_cover,
    bookcase,
    leaning_book,
    lying_open_book,
    open_book,
    pile_of_books,
    row_of_books,
)
from drawings.furniture import (
    armchair,
    basket_of_cards,
    cushion,
    floor_lamp,
    reading_bear,
    rug,
    stool,
    toy_blocks,
    window,
    wooden_floor,
)
from drawings.palette import (
    BLUE,
    BRICK,
    BRICK_DARK,
    BRICK_LIGHT,
    CREAM,
    LAVENDER,
    LEAF,
    LEAF_DARK,
    LEAF_LIGHT,
    LEAF_PALE,
    ROSE,
    ROSE_PALE,
    SHADE,
    SOFT_INK,
    SUN,
    VIOLET,
    VIOLET_DARK,
    VIOLET_MID,
    WHITE,
    WOOD,
    WOOD_LIGHT,
    WOOD_PALE,
    WOOD_SEAM,
)
from drawings.plants import potted_plant
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
)


def bookcase_with_violet_spine() -> str:
    """A bookcase of three tiers; one violet book leans beside a small potted plant."""
    case, feet = bookcase(210, 62, 780, 544, 3, thick=20)
    upper, middle, lower = feet
    books = (
        row_of_books(240, upper, 330, 134, start=1, colours=MUTED)
        + pile_of_books(590, upper, 150, (LEAF, ROSE, BLUE))
        + row_of_books(764, upper, 200, 128, start=5, colours=MUTED)
        + row_of_books(240, middle, 260, 132, start=3, colours=MUTED)
        + leaning_book(454, middle, 48, 144, VIOLET, turn=16)
        + placed(648, middle, potted_plant())
        + row_of_books(762, middle, 208, 134, start=8, colours=MUTED)
        + row_of_books(240, lower, 210, 130, start=6, colours=MUTED)
        + pile_of_books(470, lower, 160, (BRICK, SUN, SOFT_INK, LEAF_LIGHT))
        + row_of_books(660, lower, 310, 136, start=2, colours=MUTED)
    )
    frame = (
        rect(-62, -80, 124, 160, WOOD_LIGHT, radius=4)
        + rect(-50, -68, 100, 136, WHITE)
        + shape("M0 46Q-40 10 -8 -44Q34 -4 0 46Z", LEAF_PALE)
        + line("M-2 52Q-6 0 -6 -26", LEAF, 4)
    )
    seat = stool() + pile_of_books(-62, -120, 124, (VIOLET_MID, CREAM))
    return picture(
        ruled_paper(),
        wooden_floor(588, WOOD_PALE, WOOD_SEAM),
        ellipse(600, 612, 430, 16, SHADE),
        case,
        books,
        placed(105, 210, frame),
        placed(1098, 628, seat),
    )


def toddlers_corner() -> str:
    """A low shelf beside a window, two cushions and a toy bear on the rug."""
    shelf, feet = bookcase(560, 262, 520, 262, 2)
    sun, hill = circle(0, -20, 20, SUN), shape("M-44 46Q0 -14 44 46Z", LEAF_DARK)
    house = shape("M-30 34V-8L0 -36L30 -8V34Z", CREAM) + rect(-9, 8, 18, 26, BRICK)
    fish = ellipse(-8, 0, 24, 16, SUN) + shape("M8 0L30 -16V16Z", SUN)
    flower = "".join(
        placed(0, -10, ellipse(0, -19, 10, 15, ROSE_PALE), turn=turn) for turn in range(0, 360, 60)
    )
    flower += circle(0, -10, 11, SUN) + line("M0 10V46", LEAF_LIGHT, 6)
    covers = (
        book_cover(592, feet[0] - 104, 96, 104, LEAF_LIGHT, placed(0, 4, sun, hill))
        + book_cover(706, feet[0] - 104, 96, 104, ROSE, house)
        + book_cover(820, feet[0] - 104, 96, 104, VIOLET, fish)
        + book_cover(934, feet[0] - 104, 96, 104, LEAF, flower)
    )
    lower = row_of_books(584, feet[1], 190, 92, start=4) + pile_of_books(
        786, feet[1], 110, (SUN, ROSE, BLUE)
    )
    lower += row_of_books(914, feet[1], 144, 94, start=7)
    light = shape("M170 524H470L560 675H150Z", "#fff4d980")
    return picture(
        ruled_paper(),
        wooden_floor(524, WOOD_PALE, WOOD_SEAM),
        light,
        window(176, 84, 300, 300),
        shelf,
        covers,
        lower,
        placed(650, 258, toy_blocks(), scale=0.8),
        placed(1010, 258, potted_plant(), scale=0.82),
        placed(600, 606, rug(430, 58)),
        placed(330, 610, cushion(VIOLET, VIOLET_DARK, VIOLET_MID)),
        placed(872, 612, cushion(BRICK, BRICK_DARK, BRICK_LIGHT)),
        placed(600, 628, reading_bear(), scale=0.98),
    )


def reading_corner() -> str:
    """The corner at the back of a classroom: a low bookcase, rug, lamp, and a basket of cards."""
    case, feet = bookcase(170, 264, 470, 290, 2)
    books = (
        row_of_books(194, feet[0], 270, 112, start=0)
        + pile_of_books(478, feet[0], 116, (LEAF, SUN, BRICK))
        + pile_of_books(206, feet[1], 116, (VIOLET, ROSE, LEAF_LIGHT))
        + row_of_books(336, feet[1], 110, 112, start=5)
        + leaning_book(436, feet[1], 36, 114, BRICK, turn=14)
        + row_of_books(514, feet[1], 112, 110, start=3)
    )
    board = (
        rect(-118, -80, 236, 160, WOOD, radius=6)
        + rect(-106, -68, 212, 136, CREAM)
        + placed(-60, -2, rect(-28, -42, 56, 80, WHITE), circle(0, -34, 6, BRICK), turn=-4)
        + placed(8, 2, rect(-28, -42, 56, 80, LEAF_PALE), circle(0, -34, 6, VIOLET), turn=3)
        + placed(70, -4, rect(-24, -42, 48, 80, ROSE_PALE), circle(0, -34, 6, LEAF), turn=-2)
    )
    glow = shape("M874 158H986L1056 0H804Z", "#fbeabf73")
    glow += shape("M846 268H1014L1142 540H718Z", "#fbeabfa6")
    return picture(
        ruled_paper(),
        glow,
        placed(484, 148, board, scale=0.96),
        wooden_floor(538, WOOD_PALE, WOOD_SEAM),
        ellipse(930, 570, 226, 26, "#fff4d9a0"),
        ellipse(405, 556, 266, 12, SHADE),
        case,
        books,
        placed(254, 260, potted_plant(), scale=0.95),
        placed(930, 566, floor_lamp(410)),
        placed(600, 610, rug(370, 54)),
        placed(450, 622, cushion(BRICK, BRICK_DARK, BRICK_LIGHT)),
        pile_of_books(580, 628, 116, (LEAF, VIOLET)),
        placed(634, 580, lying_open_book(ROSE)),
        placed(808, 632, basket_of_cards(), scale=1.05),
    )


def evening_reading() -> str:
    """An armchair, a warm lamp and an open picture book."""
    wall = "#4a3f99"
    squares = "".join(f"M0 {y}H1200" for y in range(20, 540, 40))
    squares += "".join(f"M{x} 0V540" for x in range(20, 1200, 40))
    night = (
        rect(170, 90, 236, 270, WOOD, radius=6)
        + rect(182, 102, 212, 246, VIOLET_DARK)
        + circle(330, 162, 34, CREAM)
        + circle(344, 152, 30, VIOLET_DARK)
        + "".join(
            circle(x, y, 3.5, CREAM) for x, y in ((214, 140), (256, 196), (226, 268), (346, 250))
        )
        + line("M288 102V348M182 226H394", WOOD, 9, flat=True)
        + rect(154, 352, 268, 16, WOOD_LIGHT, radius=5)
    )
    rings = ((344, "#5c4d9c"), (262, "#795d98"), (184, "#a1788f"))
    glow = "".join(circle(842, 196, size, colour) for size, colour in rings)
    moon = circle(-64, -26, 17, SUN) + shape("M-122 52Q-66 -6 -10 52Z", LEAF)
    moon += circle(-98, -40, 4, SUN) + circle(-32, -44, 4, SUN)
    boat = shape("M26 24H108L92 46H42Z", BRICK) + shape("M68 18V-48L104 18Z", LAVENDER)
    boat += shape("M62 18V-38L34 18Z", VIOLET_MID) + line(
        "M18 56Q34 48 50 56T82 56T114 56", BLUE, 5
    )
    tale = open_book(270, 128, LEAF, left=moon, right=boat)
    return picture(
        rect(0, 0, WIDTH, HEIGHT, wall),
        glow,
        line(squares, "#ffffff12", 2, flat=True),
        night,
        wooden_floor(536, "#b98a5e", "#a2754b", skirting="#62579f"),
        ellipse(720, 594, 440, 62, "#f7c96b59"),
        placed(842, 574, floor_lamp(458, shade="#ffe3a1", under=SUN)),
        placed(560, 596, armchair(BRICK, BRICK_DARK, BRICK_LIGHT)),
        placed(560, 446, tale, turn=-3, scale=0.9),
    )
