"""Tables with instruments: the studio of the school radio, the science laboratory."""

from __future__ import annotations

from drawings.palette import (
    BLUE,
    BRICK,
    FAINT_SHADE,
    HIGHLIGHT,
    INK,
    LAVENDER,
    LAVENDER_PALE,
    LEAF,
    LEAF_LIGHT,
    LEAF_PALE,
    MEADOW,
    PAPER,
    ROSE,
    ROSE_PALE,
    SHADE,
    SOFT_INK,
    STONE,
    STONE_DARK,
    STONE_LIGHT,
    SUN,
    SUN_DARK,
    VIOLET,
    VIOLET_DARK,
    VIOLET_LIGHT,
    VIOLET_MID,
    VIOLET_SOFT,
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
    mirrored,
    picture,
    placed,
    rect,
    ruled_paper,
    shape,
    within,
)


def _sound_wave() -> str:
    """Bars that rise and fall, strongest around the middle."""
    heights = (26, 44, 82, 58, 118, 92, 168, 210, 150, 262, 318, 240, 376, 300, 410, 330)
    tones = (LAVENDER, LAVENDER, VIOLET_LIGHT, VIOLET_MID)
    wave = ""
    for number, height in enumerate(heights):
        tone = tones[number % 2 + 2 * (number >= 6)]
        for x in (40 + number * 37, 1150 - number * 37):
            wave += rect(x - 9, 292 - height / 2, 18, height, tone, radius=9)
    return wave


def microphone() -> str:
    """A studio microphone on its foot, about 400 high."""
    grille = "".join(f"M-66 {y}H66" for y in range(-372, -262, 22))
    return (
        ellipse(0, 2, 132, 18, SHADE)
        + shape("M-96 0Q-96 -30 0 -30Q96 -30 96 0Z", INK)
        + rect(-9, -130, 18, 104, INK)
        + line("M-104 -276V-240A104 104 0 0 0 104 -240V-276", INK, 15)
        + line("M-104 -282H104", SOFT_INK, 12)
        + circle(-104, -282, 15, SOFT_INK)
        + circle(104, -282, 15, SOFT_INK)
        + rect(-72, -404, 144, 244, VIOLET, radius=72)
        + shape(
            "M22 -400Q72 -384 72 -332V-232Q72 -178 22 -164Q44 -190 44 -232V-332Q44 -384 22 -400Z",
            VIOLET_DARK,
        )
        + shape("M-72 -254V-332A72 72 0 0 1 72 -332V-254Z", VIOLET_MID)
        + shape("M34 -396Q72 -380 72 -332V-254H44V-332Q44 -374 34 -396Z", "#594eaa")
        + line(grille, VIOLET_SOFT, 5)
        + rect(-72, -258, 144, 14, SUN)
        + rect(44, -258, 28, 14, SUN_DARK)
        + circle(-8, -206, 11, SUN)
        + line("M-46 -352Q-42 -382 -20 -390", HIGHLIGHT, 8)
    )


def headphones() -> str:
    """Headphones standing on their cushions, about 250 high."""
    cup = (
        rect(-34, -118, 62, 118, INK, radius=26)
        + rect(10, -112, 30, 106, "#4a465f", radius=15)
        + rect(-44, -96, 24, 76, BRICK, radius=12)
    )
    return (
        ellipse(0, 2, 176, 16, SHADE)
        + line("M-112 -100V-130A112 118 0 0 1 112 -130V-100", INK, 20)
        + line("M-92 -196A108 112 0 0 1 92 -196", BRICK, 30)
        + line("M-78 -206A96 100 0 0 1 40 -232", "#ffffff40", 7)
        + placed(-112, 0, cup)
        + mirrored(112, 0, cup)
    )


def studio() -> str:
    """A microphone and headphones on a table, violet sound waves behind them."""
    table = (
        rect(0, 530, WIDTH, 145, WOOD_LIGHT)
        + rect(0, 530, WIDTH, 10, WOOD_PALE)
        + line("M0 592H1200M0 650H1200", WOOD, 3)
    )
    script = (
        shape("M150 610L196 556H420L392 610Z", SHADE)
        + shape("M146 602L192 548H416L388 602Z", WHITE)
        + line("M214 562H380M204 574H350M194 586H366", LAVENDER, 6)
    )
    cable = line("M530 580C430 640 700 640 830 612S1120 640 1210 600", INK, 7)
    return picture(
        ruled_paper(LAVENDER_PALE),
        circle(595, 292, 236, "#ffffff8c"),
        _sound_wave(),
        table,
        script,
        cable,
        placed(595, 592, microphone(), scale=1.16),
        placed(900, 612, headphones()),
    )


def glass_tube(liquid: str, level: float) -> str:
    """A test tube 150 high, hanging from its rim at the origin."""
    return (
        shape("M-15 0H15V132A15 15 0 0 1 -15 132Z", "#ffffffb3")
        + shape(f"M-15 {level:g}H15V132A15 15 0 0 1 -15 132Z", liquid)
        + rect(6, 8, 5, 120, SHADE, radius=2.5)
        + rect(-11, 8, 4, 112, "#ffffff8c", radius=2)
        + rect(-20, -6, 40, 10, "#b9cfdc", radius=5)
    )


def tube_rack() -> str:
    """A wooden rack with five test tubes, 360 wide, standing on its origin."""
    liquids = ((VIOLET_MID, 62), (SUN, 84), (LEAF_LIGHT, 50), (ROSE, 74), (BLUE, 96))
    tubes = "".join(
        placed(-128 + 64 * number, -196, glass_tube(liquid, level))
        for number, (liquid, level) in enumerate(liquids)
    )
    return (
        ellipse(6, 2, 200, 12, SHADE)
        + rect(-180, -176, 20, 170, WOOD_DARK)
        + rect(160, -176, 20, 170, WOOD_DARK)
        + tubes
        + rect(-186, -168, 372, 24, WOOD_LIGHT, radius=5)
        + rect(-186, -150, 372, 6, WOOD, radius=3)
        + rect(-186, -92, 372, 18, WOOD_LIGHT, radius=5)
        + rect(-186, -79, 372, 5, WOOD, radius=2)
        + rect(-198, -28, 396, 28, WOOD, radius=6)
        + rect(-198, -8, 396, 8, WOOD_DARK, radius=4)
    )


def beaker() -> str:
    """A beaker with its scale, 170 high, standing on its origin."""
    scale = "".join(f"M-58 {y}h{30 if y % 48 else 44}" for y in range(-144, -10, 24))
    return (
        ellipse(8, 1, 84, 10, SHADE)
        + shape("M-68 -170H68V-16Q68 0 52 0H-52Q-68 0 -68 -16Z", "#ffffffa6")
        + shape("M-68 -96H68V-16Q68 0 52 0H-52Q-68 0 -68 -16Z", "#8fb9d6")
        + rect(-68, -96, 136, 9, "#a9cbe2")
        + shape("M40 -170H68V-16Q68 0 52 0H34Q40 -6 40 -16Z", FAINT_SHADE)
        + line(scale, SOFT_INK, 4)
        + line("M-80 -176Q-68 -172 -68 -158V-16Q-68 0 -52 0H52Q68 0 68 -16V-170H-76", "#7f9fb4", 6)
    )


def flask() -> str:
    """A conical flask, 190 high, standing on its origin."""
    return (
        ellipse(6, 1, 84, 10, SHADE)
        + shape("M-22 -186V-118L-76 -20Q-84 0 -64 0H64Q84 0 76 -20L22 -118V-186Z", "#ffffffa6")
        + shape("M-50 -66H50L76 -20Q84 0 64 0H-64Q-84 0 -76 -20Z", ROSE)
        + rect(-50, -66, 100, 8, "#ebb5a9")
        + circle(-18, -34, 9, ROSE_PALE)
        + circle(16, -22, 6, ROSE_PALE)
        + circle(4, -46, 5, ROSE_PALE)
        + line("M-22 -186V-118L-76 -20Q-84 0 -64 0H64Q84 0 76 -20L22 -118V-186", "#7f9fb4", 6)
        + rect(-30, -194, 60, 12, "#7f9fb4", radius=6)
    )


def microscope() -> str:
    """A microscope, 360 high, standing on its origin, looking to the left."""
    tube = (
        rect(-26, -150, 52, 128, WHITE, radius=10)
        + rect(8, -150, 18, 128, LAVENDER_PALE, radius=8)
        + rect(-26, -70, 52, 12, VIOLET)
        + rect(-20, -196, 40, 52, INK, radius=8)
        + rect(-27, -206, 54, 18, INK, radius=6)
        + rect(-32, -28, 64, 26, VIOLET, radius=8)
        + rect(-12, -4, 24, 34, STONE_DARK, radius=4)
        + rect(-8, 26, 16, 14, INK, radius=3)
    )
    return (
        ellipse(14, 2, 168, 14, SHADE)
        + shape(
            "M-40 -300Q128 -282 124 -150Q120 -66 70 -30H14Q78 -84 76 -156Q74 -226 -40 -236Z", VIOLET
        )
        + shape(
            "M60 -262Q128 -230 124 -150Q120 -66 70 -30H42Q100 -84 100 -156Q100 -224 60 -262Z",
            VIOLET_DARK,
        )
        + shape("M-130 0V-16Q-130 -34 -110 -34H110Q140 -34 140 -8V0Z", VIOLET)
        + shape("M-130 0V-10H140V0Z", VIOLET_DARK)
        + rect(-112, -110, 170, 16, INK, radius=6)
        + rect(-66, -118, 84, 8, "#b9cfdc", radius=3)
        + shape("M-58 -94H8L-6 -66H-44Z", STONE_DARK)
        + rect(-50, -52, 52, 20, SUN, radius=6)
        + placed(-24, -160, tube)
        + circle(96, -112, 27, STONE)
        + circle(96, -112, 17, STONE_DARK)
        + circle(96, -172, 17, STONE)
    )


def laboratory() -> str:
    """A bench with a rack of test tubes, a beaker, a flask and a microscope before the window."""
    panes = ""
    for x in (150, 426):
        panes += rect(x, 62, 262, 330, "#cfe3ee") + circle(x + 190, 380, 96, MEADOW)
        panes += circle(x + 60, 400, 84, LEAF_PALE)
    glazing = (
        rect(128, 40, 582, 384, WOOD_LIGHT, radius=6)
        + within("panes", "M150 62H412V392H150ZM426 62H688V392H426Z", panes)
        + shape("M190 62H262L170 392H150V206ZM466 62H510L426 330V206Z", "#ffffff59")
        + rect(112, 392, 614, 22, WOOD, radius=4)
    )
    bottles = "".join(
        placed(
            x,
            206,
            shape("M-30 0V-62Q-30 -78 -12 -82V-104H12V-82Q30 -78 30 -62V0Z", colour)
            + rect(-16, -118, 32, 16, WOOD_DARK, radius=4)
            + rect(-22, -54, 44, 32, PAPER, radius=3)
            + rect(18, -66, 12, 66, SHADE),
        )
        for x, colour in ((838, LEAF), (1034, VIOLET_LIGHT), (1114, BRICK))
    )
    shelf = rect(784, 206, 416, 16, WOOD) + rect(784, 217, 416, 5, WOOD_DARK)
    bench = (
        rect(0, 546, WIDTH, 30, STONE_LIGHT)
        + rect(0, 570, WIDTH, 10, STONE)
        + rect(0, 580, WIDTH, 95, WOOD)
        + rect(0, 580, WIDTH, 12, SHADE)
        + line("M300 580V675M900 580V675M600 580V675", WOOD_DARK, 4)
    )
    return picture(
        ruled_paper(),
        glazing,
        shelf,
        bottles,
        bench,
        placed(300, 556, tube_rack(), scale=1.1),
        placed(604, 558, beaker()),
        placed(748, 560, flask(), scale=0.86),
        placed(985, 560, microscope(), scale=1.12),
    )
