"""Share cards: the size that Facebook and Zalo ask for, and every mark inside its line."""

from __future__ import annotations

import io

import pytest
from fontpkg_be_vietnam_pro import ROOT
from PIL import Image, ImageChops, ImageDraw, ImageStat

from wardnews import cards
from wardnews.cards import HEIGHT, LARGEST, WIDTH, CardFacts, crop_card, draw_card, fit_title

STACKED = "ẶNG ẪM ỄNH ỮNG ỞN ẴNG ỖNG ỘP ỰA"
LONGEST = "Ngữ văn, Ặ Ễ Ữ Ở: " + "nghiêng nghiêng thương thương " * 4 + "đường đến trường"
FACTS = CardFacts(
    paper="Giáo dục Mẫu",
    title="Một ngày ở thư viện xanh",
    numeral="IIIb",
    theme="Cơ sở giáo dục",
    unit="Trường Tiểu học Mẫu A (ví dụ)",
    day="20/11/2026",
    colour=3,
)


def _facts(**changes: object) -> CardFacts:
    facts = {name: getattr(FACTS, name) for name in FACTS.__dataclass_fields__}
    return CardFacts(**(facts | changes))


def _open(card: bytes) -> Image.Image:
    return Image.open(io.BytesIO(card)).convert("RGB")


@pytest.mark.parametrize(
    "facts",
    [
        FACTS,
        _facts(title=LONGEST[:150]),
        _facts(title="A" * 150),
        _facts(title="Ặ" * 150, unit="Đơn vị có tên rất dài " * 9, paper="Báo " * 12),
        _facts(title=f"{STACKED} " * 4, is_answer=True, label="Giải đáp"),
        CardFacts(paper="", title=""),
    ],
)
def test_a_card_has_the_size_that_is_asked_for(facts: CardFacts) -> None:
    card = draw_card(facts)
    assert _open(card).size == (WIDTH, HEIGHT)
    assert len(card) <= LARGEST and draw_card(facts) == card


@pytest.mark.parametrize("title", ["Ngắn", LONGEST[:150], STACKED * 4, "Ặ" * 150, "chữ " * 37])
def test_a_title_has_room_and_is_whole(title: str) -> None:
    size, line, lines = fit_title(title)
    font = cards._font("Bold", size)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert max(map(font.getlength, lines)) <= cards._RIGHT - cards._LEFT
    assert line * len(lines) <= cards._TITLE_BOTTOM - cards._TITLE_TOP


@pytest.mark.parametrize(("size", "line"), cards._STEPS)
def test_no_mark_of_one_line_touches_the_next(size: int, line: int) -> None:
    _, top, _, bottom = cards._font("Bold", size).getbbox(f"{STACKED}gjpqyĐ", anchor="ls")
    assert bottom - top <= line


@pytest.mark.parametrize("weight", ["Bold", "Regular"])
def test_the_typeface_has_its_switch_once(weight: str) -> None:
    file = (ROOT / "files" / f"BeVietnamPro-{weight}.ttf").read_bytes()
    assert file.count(cards._SWITCH) == 1


@pytest.mark.parametrize("weight", ["Bold", "Regular"])
@pytest.mark.parametrize("letter", "nE.“;ỉẵƯ…")
def test_letters_are_drawn_as_they_are(weight: str, letter: str) -> None:
    """As if drawn eight times as large and made small; fitted to the pixels most differ more."""
    drawn, large = (Image.new("L", (56 * scale, 56 * scale)) for scale in (1, 8))
    for image, scale in ((drawn, 1), (large, 8)):
        font = cards._font(weight, 28 * scale)
        place = (14 * scale, 42 * scale)
        ImageDraw.Draw(image).text(place, letter, font=font, fill=255, anchor="ls")
    wanted = large.reduce(8)
    (missed,) = ImageStat.Stat(ImageChops.difference(drawn, wanted)).sum
    assert missed < 0.04 * ImageStat.Stat(wanted).sum[0]


@pytest.mark.parametrize("letter", "ẶẪỄỮỞẴỖỘỰẩễợữỷ")
def test_stacked_marks_are_in_the_typeface(letter: str) -> None:
    assert cards._has_glyph(letter)


def test_what_the_typeface_cannot_draw_leaves_no_empty_box() -> None:
    assert draw_card(_facts(title="Vui quá \U0001f389")) == draw_card(_facts(title="Vui quá "))


def test_only_an_answer_has_the_red_margin() -> None:
    red = (179, 38, 30)
    for is_answer in (False, True):
        got = _open(draw_card(_facts(is_answer=is_answer))).getpixel((10, 300))
        assert isinstance(got, tuple)
        assert (max(abs(a - b) for a, b in zip(got, red, strict=True)) < 12) is is_answer


def _picture(size: tuple[int, int], mode: str = "RGB") -> bytes:
    stream = io.BytesIO()
    Image.effect_noise(size, 30).convert(mode).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("size", [(1600, 900), (1200, 1500), (900, 1600), (320, 180), (3, 700)])
def test_a_picture_is_cut_to_a_card(size: tuple[int, int]) -> None:
    card = crop_card(_picture(size))
    assert _open(card).size == (WIDTH, HEIGHT) and len(card) <= LARGEST


def test_an_infographic_keeps_its_title() -> None:
    image = Image.new("RGB", (1200, 1500), "white")
    image.paste("red", (0, 0, 1200, 40))
    stream = io.BytesIO()
    image.save(stream, "PNG")
    whole, upper = (_open(crop_card(stream.getvalue(), is_headed=h)) for h in (True, False))
    assert whole.getpixel((600, 10)) != (255, 255, 255)
    assert upper.getpixel((600, 10)) == (255, 255, 255)


def test_what_shines_through_stands_on_paper() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (600, 400), (0, 0, 0, 0)).save(stream, "PNG")
    card = _open(crop_card(stream.getvalue()))
    assert ImageChops.invert(card).getbbox() is None
