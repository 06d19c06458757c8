"""Vietnamese alphabetical order (as ICU's vi_VN has it), with numbers by their value."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = {letter: place for place, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # huyền … nặng
_PIECES = re.compile(r"[0-9]+|.", re.DOTALL)

_Weight = tuple[int, int, str]
SortKey = tuple[tuple[_Weight, ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """Weigh a text for sorting: letters first, then tones word by word, then lower case first.

    A tone belongs to its word, not to a letter, so that hoà and hòa stand together.
    """
    canonical = " ".join(unicodedata.normalize("NFC", text).split())
    folded = canonical.casefold()
    letters = tuple(_weigh(piece) for piece in _PIECES.findall(folded))
    tones = tuple(_find_tone(word) for word in folded.split(" "))
    return letters, tones, canonical.swapcase()


def _weigh(piece: str) -> _Weight:
    """Rank a number or a character: punctuation, numbers, Vietnamese letters, other letters."""
    if piece[0] in "0123456789":
        digits = piece.lstrip("0")
        return 1, len(digits), digits  # length, then digits: int() refuses very long numbers
    marks = unicodedata.normalize("NFD", piece)
    letter = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    for candidate in (letter, marks[0]):
        if candidate in _LETTERS:
            return 2, _LETTERS[candidate], ""
    return (3 if piece.isalpha() else 0), ord(piece[0]), ""


def _find_tone(word: str) -> int:
    return max((_TONES.get(mark, 0) for mark in unicodedata.normalize("NFD", word)), default=0)
