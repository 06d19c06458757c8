"""The form in which search compares words: one tone placement, đ as d; and what abbreviations mean.

The page of the search carries these tables, and its script folds the words of a reader with them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from wardnews.text.normal_form import normalise

_TONES = "\u0300\u0309\u0303\u0301\u0323"


def _list_placements() -> Iterator[tuple[str, str]]:
    """hoà, khoẻ, thuý as hòa, khỏe, thúy: both are right, and both are typed."""
    for first, second in ("oa", "oe", "uy"):
        for tone in _TONES:
            new = first + unicodedata.normalize("NFC", second + tone)
            yield new, unicodedata.normalize("NFC", first + tone) + second


PLACEMENTS = dict(_list_placements())
# What the index knows of accents is all that Pagefind folds by itself; đ is a letter to it.
LETTERS = {"đ": "d"}
# As typed, folded or not; two letters only where nothing else is meant.
ABBREVIATIONS = {
    "bgh": "ban giám hiệu",
    "clb": "câu lạc bộ",
    "cmhs": "cha mẹ học sinh",
    "cntt": "công nghệ thông tin",
    "gdđt": "giáo dục và đào tạo",
    "gvcn": "giáo viên chủ nhiệm",
    "hđnd": "hội đồng nhân dân",
    "hs": "học sinh",
    "nq": "nghị quyết",
    "sgk": "sách giáo khoa",
    "thcs": "trung học cơ sở",
    "thpt": "trung học phổ thông",
    "ubnd": "ủy ban nhân dân",
}
# A tone moves at the end of a syllable only; after q the u is no vowel: quý.
_PLACED = re.compile(rf"(?<!q)(?:{'|'.join(PLACEMENTS)})(?![^\W\d_])")
_NO_WORD = re.compile(r"[\W_]+")
_FOLDED_LETTERS = str.maketrans(LETTERS)


def place_tones(text: str) -> str:
    """A text in small letters with every tone where the older spelling puts it; đ stays."""
    return _PLACED.sub(lambda found: PLACEMENTS[found[0]], normalise(text).lower())


def fold(text: str) -> str:
    """The words of a text in the index: `(THCS), 71-NQ/TW, Hoà` is `thcs 71 nq tw hòa`."""
    return _NO_WORD.sub(" ", place_tones(text)).strip().translate(_FOLDED_LETTERS)
