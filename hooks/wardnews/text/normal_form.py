"""The one canonical form of Vietnamese text, and the characters that spoil it."""

from __future__ import annotations

import re
import unicodedata

# Typed tone first, vowel mark second: NFC alone would leave "é̂" for "ế".
_TONE_BEFORE_VOWEL_MARK = re.compile("(?<=[AEOaeo])([\u0300\u0301\u0303\u0309])([\u0302\u0306])")
_COMBINING = re.compile("[\u0300-\u036f]")
# Python sorts stacked marks in quadratic time, so a wall of them (it is no word) is left as it is.
# The class holds every combining mark: none is a word character.
_WALL_OF_MARKS = re.compile(r"([^\w\s\x00-\x7f]{64,})")

_EMOJI = "\u2190-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
_MATHEMATICAL = {
    code: unicodedata.normalize("NFKC", chr(code))
    for code in range(0x1D400, 0x1D800)
    if unicodedata.name(chr(code), "")
}

VERTICAL_TAB = "\x0b"  # Word's line break
LINE_BREAKS = VERTICAL_TAB + "\u2028\u2029"  # and those of web pages, which YAML obeys
BYTE_ORDER_MARK = "\ufeff"
SOFT_HYPHEN = "\u00ad"  # but the letter ư of TCVN3
NO_BREAK_SPACE = "\u00a0"
NO_BREAK_SPACES = NO_BREAK_SPACE + "\u2007\u202f"
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
BIDI_CONTROLS = re.compile("[\u202a-\u202e\u2066-\u2069]")
# A zero-width joiner between two emoji makes one picture of them and stays.
ZERO_WIDTH = re.compile(f"[\u200b\u200c\u2060\ufeff]|(?<![{_EMOJI}])\u200d|\u200d(?![{_EMOJI}])")
# All of these: what no reader sees, and what makes a text read otherwise than it is written.
HIDDEN = re.compile("|".join(p.pattern for p in (CONTROLS, BIDI_CONTROLS, ZERO_WIDTH)))
D_LOOK_ALIKES = str.maketrans({"Ð": "Đ", "Ɖ": "Đ", "ð": "đ"})
MATHEMATICAL_LETTERS = str.maketrans(_MATHEMATICAL)
# Any character that a file of plain, composed Vietnamese does not have.
SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\xa0\xadÐðƉ\u0300-\u036f\u2007\u200b-\u200d\u2028-\u202f\u2060"
    "\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff\U0001d400-\U0001d7ff]"
)
BOLD_LETTERS = "".join(chr(code) for code in _MATHEMATICAL if "BOLD" in unicodedata.name(chr(code)))


def normalise(text: str) -> str:
    """Bring a text to NFC, with the marks of each vowel in the right order first."""
    # This check is quick on a wall of marks too: it stops at the first one out of order.
    if unicodedata.is_normalized("NFC", text) and not _COMBINING.search(text):
        return text
    if _WALL_OF_MARKS.search(text):
        return "".join(
            part if _WALL_OF_MARKS.fullmatch(part) else _compose(part)
            for part in _WALL_OF_MARKS.split(text)
        )
    return _compose(text)


def _compose(text: str) -> str:
    apart = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", _TONE_BEFORE_VOWEL_MARK.sub(r"\2\1", apart))
