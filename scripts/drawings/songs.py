"""The hat and the umbrella of those who sing quan họ; the old bell of a school."""

from __future__ import annotations

from drawings.buildings import tiled_roof
from drawings.outdoors import cloud
from drawings.palette import (
    AIR,
    BRICK,
    BRICK_DARK,
    CREAM,
    FAINT_SHADE,
    HIGHLIGHT,
    INK,
    LEAF,
    LEAF_DARK,
    LEAF_PALE,
    MEADOW,
    SAND_DARK,
    SHADE,
    SKY,
    SOFT_INK,
    STRAW,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_DARK,
    VIOLET_MID,
    WOOD,
    WOOD_DARK,
    WOOD_LIGHT,
    WOOD_PALE,
    WOOD_SEAM,
)
from drawings.plants import almond_tree, round_tree
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


def _singers_hat() -> str:
    """A nón quai thao leaning back, 380 wide, around its middle, its straps hanging down."""
    ribs = "".join(
        placed(0, 0, line("M0 -58V-178", "#d9b56f", 3), turn=turn) for turn in range(0, 360, 12)
    )
    fringe = "".join(f"M{x} 0v62" for x in range(-20, 21, 8))
    tassel = rect(-26, -14, 52, 18, VIOLET, radius=8) + line(fringe, VIOLET_MID, 5)
    return (
        ellipse(10, 12, 194, 186, SHADE)
        + ellipse(0, 0, 192, 184, SUN_DARK)
        + ellipse(0, -2, 184, 176, STRAW)
        + ribs
        + "".join(
            line(
                f"M{-r} 0A{r} {r * 0.96:g} 0 1 0 {r} 0A{r} {r * 0.96:g} 0 1 0 {-r} 0", "#e3c283", 4
            )
            for r in (100, 132, 162)
        )
        + ellipse(0, 0, 66, 63, SUN_DARK)
        + ellipse(0, -3, 58, 55, CREAM)
        + ellipse(0, -3, 34, 32, STRAW)
        + line("M-176 40C-150 190 -70 236 -64 268M176 40C150 190 70 236 64 268", VIOLET_DARK, 9)
        + placed(-64, 282, tassel)
        + placed(64, 282, tassel)
    )


def _closed_umbrella() -> str:
    """A black umbrella, closed, 400 high, its tip on the origin."""
    return (
        line("M0 0V-34", SOFT_INK, 7)
        + shape("M0 -22L-34 -286Q0 -304 34 -286Z", INK)
        + shape("M0 -22L6 -292Q22 -292 34 -286Z", "#34324c")
        + line("M-3 -60L-16 -284", "#4a465f", 4)
        + rect(-26, -196, 52, 15, VIOLET_MID, radius=6)
        + rect(-6, -360, 12, 72, WOOD_DARK)
        + line("M0 -356V-372A26 26 0 0 1 52 -372V-356", WOOD, 13)
    )


def _betel_tray() -> str:
    """A lacquer tray with folded betel leaves, 190 wide, standing on its origin."""
    leaves = "".join(
        placed(
            x,
            -58,
            shape("M0 0Q-34 -28 0 -66Q34 -28 0 0Z", tone),
            line("M0 -8V-52", LEAF_PALE, 3),
            turn=turn,
        )
        for x, turn, tone in (
            (-40, -26, LEAF_DARK),
            (-12, -6, LEAF),
            (18, 12, LEAF_DARK),
            (44, 30, LEAF),
        )
    )
    return (
        ellipse(0, 2, 88, 9, SHADE)
        + leaves
        + shape("M-34 0H34L26 -34H-26Z", BRICK_DARK)
        + shape("M-98 -62H98Q86 -30 30 -30H-30Q-86 -30 -98 -62Z", BRICK)
        + shape("M30 -62H98Q86 -30 30 -30Z", BRICK_DARK)
        + rect(-102, -68, 204, 12, SUN, radius=6)
    )


def singers_hat_and_umbrella() -> str:
    """A nón quai thao on a wooden settle, a black umbrella and a tray of betel beside it."""
    panels = "".join(
        rect(x, 30, 210, 400, WOOD, radius=3)
        + rect(x + 14, 44, 182, 372, WOOD_LIGHT)
        + rect(x + 14, 250, 182, 10, WOOD)
        + rect(x + 30, 276, 150, 124, WOOD, radius=4)
        + rect(x + 38, 284, 134, 108, "#caa06d", radius=3)
        + "".join(rect(x + 28 + 26 * bar, 56, 10, 182, WOOD_DARK, radius=4) for bar in range(7))
        for x in (40, 276, 714, 950)
    )
    posts = "".join(
        rect(x, 0, 44, 520, BRICK_DARK) + rect(x + 28, 0, 16, 520, "#8d3524") for x in (498, 660)
    )
    opening = rect(542, 0, 118, 520, SKY) + placed(600, 520, round_tree(), scale=0.9)
    lanterns = "".join(
        line(f"M{x} 0V64", SOFT_INK, 3)
        + rect(x - 22, 60, 44, 10, SUN_DARK, radius=4)
        + ellipse(x, 112, 46, 46, BRICK)
        + line(
            f"M{x} 68V156M{x - 24} 76Q{x - 40} 112 {x - 24} 148"
            f"M{x + 24} 76Q{x + 40} 112 {x + 24} 148",
            BRICK_DARK,
            4,
        )
        + rect(x - 22, 152, 44, 10, SUN_DARK, radius=4)
        + line(f"M{x - 10} 164V196M{x} 164V204M{x + 10} 164V196", SUN, 4)
        for x in (146, 1054)
    )
    settle = (
        ellipse(600, 634, 430, 17, SHADE)
        + rect(222, 556, 34, 76, WOOD_DARK)
        + rect(944, 556, 34, 76, WOOD_DARK)
        + rect(240, 556, 720, 30, WOOD)
        + "".join(circle(x, 571, 8, WOOD_DARK) for x in range(290, 940, 60))
        + shape("M214 520H986L1010 556H190Z", WOOD_PALE)
        + line("M206 532H994M200 544H1000", WOOD_SEAM, 3)
        + rect(186, 552, 828, 20, WOOD_LIGHT, radius=6)
        + rect(186, 564, 828, 8, WOOD, radius=4)
    )
    return picture(
        ruled_paper("#f3e3c4"),
        opening,
        panels,
        posts,
        lanterns,
        rect(0, 428, WIDTH, 100, "#e3c797"),
        rect(0, 424, WIDTH, 12, BRICK_DARK),
        rect(542, 424, 118, 96, "#dcebd0"),
        rect(0, 516, WIDTH, 159, "#c98f6d"),
        line(
            "M0 566H1200M0 622H1200M180 516L120 675M400 516L376 675"
            "M800 516L824 675M1020 516L1080 675",
            "#b57c5b",
            3,
        ),
        settle,
        placed(596, 344, _singers_hat()),
        placed(866, 546, _closed_umbrella(), scale=0.98, turn=-9),
        placed(352, 546, _betel_tray(), scale=1.06),
    )


def bronze_bell() -> str:
    """The old bell under its beam at the end of the class rooms, a violet cloth on its rope."""
    wall = (
        rect(560, 150, 640, 420, STRAW)
        + rect(560, 150, 640, 26, FAINT_SHADE)
        + rect(560, 150, 34, 420, CREAM)
        + rect(584, 150, 10, 420, SAND_DARK)
        + rect(860, 250, 190, 190, WOOD, radius=4)
        + rect(874, 264, 162, 162, SKY)
        + line("M955 264V426M874 345H1036", WOOD, 9, flat=True)
        + rect(780, 248, 82, 194, LEAF, radius=4)
        + rect(1048, 248, 82, 194, LEAF_DARK, radius=4)
        + "".join(
            rect(x, y, 58, 7, shade)
            for x, shade in ((792, LEAF_DARK), (1060, "#235a3a"))
            for y in range(270, 430, 22)
        )
        + rect(846, 440, 218, 16, CREAM)
        + rect(560, 530, 640, 40, BRICK_DARK)
    )
    beam = (
        rect(210, 168, 400, 34, WOOD)
        + rect(210, 192, 400, 10, WOOD_DARK)
        + rect(196, 160, 36, 50, WOOD_DARK, radius=5)
        + line("M560 330L420 200", WOOD_DARK, 24)
        + line("M556 322L424 202", WOOD, 9)
        + rect(230, 210, 30, 360, WOOD)
        + rect(248, 210, 12, 360, WOOD_DARK)
        + rect(214, 556, 62, 22, SAND_DARK, radius=4)
    )
    bell = (
        line("M-22 -206V-176A22 22 0 0 0 22 -176V-206", SUN_DARK, 13)
        + shape(
            "M-62 -150Q-54 -186 0 -186Q54 -186 62 -150Q66 -60 112 -8Q116 10 104 10H-104"
            "Q-116 10 -112 -8Q-66 -60 -62 -150Z",
            SUN,
        )
        + shape("M14 -186Q54 -184 62 -150Q66 -60 112 -8Q116 10 104 10H52Q40 -80 14 -186Z", SUN_DARK)
        + line("M-60 -122Q0 -108 60 -122M-78 -52Q0 -34 80 -52", "#b57f1f", 6)
        + line("M-40 -160Q-48 -96 -76 -30", HIGHLIGHT, 11)
        + rect(-118, 0, 236, 17, SUN_DARK, radius=8)
        + circle(0, 32, 19, SOFT_INK)
        + line("M0 46V150", WOOD_DARK, 8)
        + shape("M-5 128Q-40 150 -30 214L-8 190L2 132Z", VIOLET)
        + shape("M5 128Q40 146 36 200L14 188L-2 132Z", VIOLET_MID)
        + circle(0, 132, 11, VIOLET_DARK)
    )
    mallet = (
        rect(-8, -150, 16, 130, WOOD_LIGHT, radius=6)
        + rect(-48, -192, 96, 54, WOOD_DARK, radius=12)
        + rect(-48, -192, 96, 16, WOOD, radius=8)
    )
    return picture(
        ruled_paper(AIR),
        placed(150, 90, cloud()),
        placed(420, 66, cloud(), scale=0.8),
        rect(0, 470, WIDTH, 110, MEADOW),
        placed(92, 556, almond_tree(), scale=1.06),
        wall,
        placed(470, 160, tiled_roof(900, 150, 70)),
        rect(0, 566, WIDTH, 109, "#e2d2b4"),
        line("M0 620H1200M300 566L240 675M620 566V675M940 566L1000 675", SAND_DARK, 3),
        beam,
        placed(410, 404, bell, scale=1.02),
        placed(684, 566, mallet, turn=14),
    )
