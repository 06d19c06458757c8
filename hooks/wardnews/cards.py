"""Share cards: what Zalo and Facebook show of a link, as JPEG of 1200 × 630 pixels.

An item without a picture gets its title on ruled paper, drawn with the typeface of the pages; a
picture is cropped. The same facts give the same bytes: Pillow lays out the text by itself
(BASIC), since raqm takes part of its work from the system's libraries.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache, lru_cache

from fontpkg_be_vietnam_pro import ROOT
from PIL import Image, ImageDraw, ImageFont, ImageOps

WIDTH, HEIGHT = 1200, 630
LARGEST = 100_000  # bytes
_DRAWN = 78  # quality of a drawn card; few are small enough in a better one
_UPPER = 0.3  # how far down a crop is taken: faces are rarely at the foot of a photo
_PAPER, _INK, _GREY, _VIOLET, _RED = "#ffffff", "#1b1a2e", "#55516a", "#3a2e8c", "#b3261e"
_FINE, _STRONG = "#f4f1fb", "#dfd9f2"  # the lines of school paper
_COLOURS = (_VIOLET, "#4338a8", "#0b5c8f", "#1c6b41", "#8a4a0b", "#9a1b5e")  # of the themes
# Pixels between two lines of the paper, on which the title stands; every other 8 × 8 block of the
# JPEG is empty then, which saves a third of its bytes.
_CELL = 16
_LEFT, _RIGHT = 96, 1116
_TITLE_TOP, _TITLE_BOTTOM = 160, 512
# In the `prep` table of the typeface: "above 200 pixels run the program of no letter".
_SWITCH = bytes.fromhex("4b b8 00c8 52 58 b1 01 01 8e 59")
# Font and line height: from the tilde of Ẵ to the dot of Ặ it is 1.42 times the font.
_STEPS = ((66, 96), (55, 80), (44, 64), (33, 48))


@dataclass(frozen=True, slots=True, kw_only=True)
class CardFacts:
    """What stands on a drawn card; every text may be empty but the title."""

    paper: str  # "Giáo dục Việt Yên"
    title: str
    numeral: str = ""  # "III.a"
    theme: str = ""
    label: str = ""  # of the kind: "Giải đáp"
    unit: str = ""
    day: str = ""
    colour: int = 0  # the theme's place, 0 for none
    is_answer: bool = False


def draw_card(facts: CardFacts) -> bytes:
    """Draw the facts on ruled paper."""
    image = _rule_paper(facts.is_answer).copy()
    draw = ImageDraw.Draw(image)
    colour = _COLOURS[facts.colour]
    _draw_head(draw, facts, colour)
    size, line, lines = fit_title("".join(filter(_has_glyph, facts.title)))
    font = _font("Bold", size)
    rest = (_TITLE_BOTTOM - _TITLE_TOP) // line - len(lines)
    base = _TITLE_TOP + line * (1 + rest // 2) - _CELL
    for number, words in enumerate(lines):
        draw.text((_LEFT, base + number * line), words, font=font, fill=_VIOLET, anchor="ls")
    _draw_foot(draw, facts, colour)
    return _save(image, best=_DRAWN)


def crop_card(picture: bytes, *, is_headed: bool = False) -> bytes:
    """Cut the card out of a picture that Pillow can read; from its top if that has a title."""
    with Image.open(io.BytesIO(picture)) as opened:
        whole = opened.convert("RGBA") if opened.has_transparency_data else opened.convert("RGB")
    if whole.mode == "RGBA":
        paper = Image.new("RGBA", whole.size, _PAPER)
        whole = Image.alpha_composite(paper, whole).convert("RGB")
    centre = (0.5, 0.0 if is_headed else _UPPER)
    return _save(ImageOps.fit(whole, (WIDTH, HEIGHT), Image.Resampling.LANCZOS, centering=centre))


def fit_title(title: str) -> tuple[int, int, list[str]]:
    """Font size, line height and lines of a title: the largest in which it has room."""
    for size, line in _STEPS:
        font, most = _font("Bold", size), (_TITLE_BOTTOM - _TITLE_TOP) // line
        lines = _wrap(title, font, _RIGHT - _LEFT)
        if len(lines) <= most:
            return size, line, _balance(title, font, lines)
    return size, line, [*lines[: most - 1], _cut(lines[most - 1] + " …", font, _RIGHT - _LEFT)]


def _wrap(text: str, font: ImageFont.FreeTypeFont, width: int) -> list[str]:
    """Break at spaces by the measured width; a word wider than a line is broken anywhere."""
    lines, used, space = [""], 0.0, _measure(" ", font)
    for word in text.split():
        while _measure(word, font) > width:
            fits = next(n for n in range(len(word) - 1, 0, -1) if _measure(word[:n], font) <= width)
            lines.append(word[:fits])
            word, used = word[fits:], float(width)
        wide = _measure(word, font)
        if lines[-1] and used + space + wide > width:
            lines.append(word)
            used = wide
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
            used += wide + (space if used else 0.0)
    return [line for line in lines if line]


@lru_cache(maxsize=8192)
def _measure(word: str, font: ImageFont.FreeTypeFont) -> float:
    """Kept, since titles share their words and each is tried in several lines."""
    return font.getlength(word)


def _balance(title: str, font: ImageFont.FreeTypeFont, lines: list[str]) -> list[str]:
    """As many lines, but of about one width: no single word on the last."""
    widths = range(_RIGHT - _LEFT - 40, (_RIGHT - _LEFT) // 2, -40)
    for width in widths if len(lines) > 1 else ():
        narrower = _wrap(title, font, width)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def _cut(text: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The text, or as much of it as has room and an ellipsis."""
    if font.getlength(text) <= width:
        return text
    words = text.split()
    while len(words) > 1 and font.getlength(" ".join(words) + " …") > width:
        words.pop()
    return " ".join(words) + " …"


def _draw_head(draw: ImageDraw.ImageDraw, facts: CardFacts, colour: str) -> None:
    """The theme's badge and the kind; on the right the paper's title."""
    paper = _font("Bold", 30)
    draw.text((_RIGHT, 96), facts.paper, font=paper, fill=_VIOLET, anchor="rs")
    room = _RIGHT - _LEFT - int(paper.getlength(facts.paper)) - 48
    left = float(_LEFT)
    if facts.numeral:
        badge = _font("Bold", 30)
        right = left + badge.getlength(facts.numeral) + 32
        draw.rounded_rectangle((left, 60, right, 108), radius=6, fill=colour)
        draw.text(((left + right) / 2, 95), facts.numeral, font=badge, fill=_PAPER, anchor="ms")
        room -= int(right - left) + 16
        left = right + 16
    font = _font("Bold" if facts.is_answer else "Regular", 28)
    words = _cut(" · ".join(filter(None, (facts.label, facts.theme))), font, room)
    ink = _RED if facts.is_answer else colour
    draw.text((left, 95), words, font=font, fill=ink, anchor="ls")


def _draw_foot(draw: ImageDraw.ImageDraw, facts: CardFacts, colour: str) -> None:
    """A double rule as on the pages, the unit and the day below."""
    draw.rectangle((_LEFT, 529, _RIGHT, 532), fill=colour)
    draw.rectangle((_LEFT, 537, _RIGHT, 538), fill=colour)
    small, bold = _font("Regular", 28), _font("Bold", 28)
    draw.text((_RIGHT, 588), facts.day, font=small, fill=_GREY, anchor="rs")
    room = _RIGHT - _LEFT - int(small.getlength(facts.day)) - 32
    draw.text((_LEFT, 588), _cut(facts.unit, bold, room), font=bold, fill=_INK, anchor="ls")


@cache
def _rule_paper(is_answer: bool) -> Image.Image:
    """School paper; the teacher's red margin stands only where something was checked."""
    image = Image.new("RGB", (WIDTH, HEIGHT), _PAPER)
    draw = ImageDraw.Draw(image)
    for y in range(0, HEIGHT, _CELL):
        draw.line((0, y, WIDTH, y), fill=_STRONG if y % (4 * _CELL) == 0 else _FINE)
    for x in range(0, WIDTH, 4 * _CELL):
        draw.line((x, 0, x, HEIGHT), fill=_STRONG)
    margin = _RED if is_answer else _VIOLET
    draw.rectangle((0, 0, 23, HEIGHT), fill=margin)
    if is_answer:
        draw.rectangle((60, 0, 62, HEIGHT), fill=_RED)
    return image


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    outlines = io.BytesIO(_read_outlines(weight))
    return ImageFont.truetype(outlines, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _read_outlines(weight: str) -> bytes:
    """A font file that fits no letter to the pixels: its programs take half of a card's time.

    It has a switch for that, by size, which is set to any size here. Pillow 13 has none.
    """
    file: bytes = (ROOT / "files" / f"BeVietnamPro-{weight}.ttf").read_bytes()
    return file.replace(_SWITCH, _SWITCH.replace(b"\xc8", b"\x00"))


@cache
def _has_glyph(character: str) -> bool:
    """Can the typeface draw it? An emoji would be an empty box."""
    font = _font("Bold", _STEPS[-1][0])
    drawn, box = font.getmask(character), font.getmask("\U0010ffff")
    return drawn.size != box.size or bytes(drawn) != bytes(box)


def _save(image: Image.Image, *, best: int = 86) -> bytes:
    """As JPEG without any metadata; a busy photo in a lower quality."""
    for quality in (best, *(each for each in (78, 70, 60, 48, 36, 24, 12) if each < best)):
        stream = io.BytesIO()
        image.save(stream, "JPEG", quality=quality, optimize=True)
        if stream.tell() <= LARGEST:
            break
    return stream.getvalue()
