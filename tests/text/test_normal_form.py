import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardnews.text import normal_form
from wardnews.text.normal_form import normalise

FAMILY = "\U0001f469\u200d\U0001f3eb"  # a teacher: woman, joiner, school


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("e\u0301\u0302", "ế"),
        ("\u00e9\u0302", "ế"),
        ("o\u0309\u0302", "ổ"),
        ("a\u0301\u0306", "ắ"),
        ("a\u0323\u0302", "ậ"),
        ("o\u0301\u031b", "ớ"),
        ("u\u0323\u031b", "ự"),
        (unicodedata.normalize("NFD", "Đổi mới phương pháp"), "Đổi mới phương pháp"),
        ("hoà và hòa", "hoà và hòa"),
        ("ASCII", "ASCII"),
    ],
)
def test_loose_and_misordered_marks_become_one_letter(typed: str, meant: str) -> None:
    assert normalise(typed) == meant


@given(st.text(alphabet="aeoux\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323ếéđ \u212b\u1fef"))
def test_normalising_twice_changes_nothing_and_gives_nfc(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_wall_of_marks_is_left_as_it_is() -> None:
    wall = "\u0301\u0323" * 500_000
    assert normalise("e\u0301 " + wall + " e\u0301") == "é " + wall + " é"


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (FAMILY, FAMILY),
        ("a\u200db", "ab"),
        ("\U0001f469\u200d", "\U0001f469"),
        ("\u200b\u200c\u2060\ufeffa", "a"),
        ("\u2764\ufe0f\u200d\U0001f525", "\u2764\ufe0f\u200d\U0001f525"),
    ],
)
def test_zero_width_characters_go_but_emoji_stay_whole(typed: str, left: str) -> None:
    assert normal_form.ZERO_WIDTH.sub("", typed) == left


@pytest.mark.parametrize("control", ["\x00", "\x0b", "\x1f", "\x7f", "\x85", "\ufdd0", "\uffff"])
def test_control_characters_are_known(control: str) -> None:
    assert normal_form.CONTROLS.fullmatch(control)


@pytest.mark.parametrize("text", ["\n", "\t", "a", "ệ", "\xa0", "\ufffd"])
def test_other_characters_are_no_control_characters(text: str) -> None:
    assert not normal_form.CONTROLS.search(text)


def test_mathematical_letters_have_plain_ones() -> None:
    assert "𝗧𝗵ô𝗻𝗴 𝘣𝑎́𝚘 𝟐𝟎𝟐𝟔".translate(normal_form.MATHEMATICAL_LETTERS) == "Thông ba\u0301o 2026"


def test_only_bold_letters_count_as_bold() -> None:
    assert "𝗧" in normal_form.BOLD_LETTERS
    assert "𝘛" not in normal_form.BOLD_LETTERS


def test_look_alikes_become_the_vietnamese_letter() -> None:
    assert "Ðại Ɖông ðến".translate(normal_form.D_LOOK_ALIKES) == "Đại Đông đến"
