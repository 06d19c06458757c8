"""Text typed for the fonts of the 1990s (TCVN3 of .VnTime, VNI): finding it and converting it.

Read as Unicode such text is Latin-1 junk: "Céng hßa" and "Coäng hoøa" are both "Cộng hòa".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

# --- tables: TCVN 5712:1993 (VN3) and VNI Windows --------------------------------------------

_TCVN3 = str.maketrans(
    "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
)
# VNI writes most vowels as the bare letter and then one of these marks.
_VNI_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_VNI_HATS = dict(zip("âáàåãä", ("\u0302", "\u0302\u0301", "\u0302\u0300", "\u0302\u0309",
                               "\u0302\u0303", "\u0302\u0323"), strict=True))  # fmt: skip
_VNI_BREVES = dict(zip("êéèúüë", ("\u0306", "\u0306\u0301", "\u0306\u0300", "\u0306\u0309",
                                 "\u0306\u0303", "\u0306\u0323"), strict=True))  # fmt: skip
_VNI_SINGLES = dict(zip("íìæóòîñôö", "íìỉĩịỵđơư", strict=True))


def _list_vni_units() -> Iterator[tuple[str, str]]:
    yield from _VNI_SINGLES.items()
    for base in "aeouyôö":
        marks = _VNI_TONES | (_VNI_HATS if base in "aeo" else {})
        for mark, accents in (marks | (_VNI_BREVES if base == "a" else {})).items():
            letter = _VNI_SINGLES.get(base, base) + accents
            yield base + mark, unicodedata.normalize("NFC", letter)


_VNI = {
    typed: letter
    for unit, small in _list_vni_units()
    for typed, letter in (
        (unit, small),
        (unit.upper(), small.upper()),
        (unit[0].upper() + unit[1:], small.upper()),
    )
}
_VNI_UNITS = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))

# --- what a Vietnamese syllable looks like ---------------------------------------------------

_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
_SYLLABLE = re.compile(
    "(?:ngh?|[cgknpt]h|gi|qu|tr|[bcdđghklmnpqrstvx])?"
    "(?:iêu|yêu|oai|oao|oay|oeo|uây|uôi|uya|uyê|uyu|ươi|ươu|oo(?=c|ng)"
    "|[aâ][uy]|a[io]|eo|êu|i[aêu]|o[aăei]|[ôơ]i|u[aâiêôơy]|ư[aiơu]|yê|[aăâeêioôơuưy])"
    "(?P<final>ch|ng|nh|[cmnpt])?"
)
_LONGEST_SYLLABLE = 7  # "nghiêng"
_WORDS = {
    "tcvn3": re.compile("[A-Za-z\u00a1-\u00fe]+"),
    "vni": re.compile("[A-Za-zÀ-ÖØ-öø-ÿ]+"),
}
_ASCII_LETTER = re.compile("[A-Za-z]")
_TRUE_VIETNAMESE = re.compile("[\u1ea0-\u1ef9ĐđƠơƯưĂăĨĩŨũ]")


def has_vietnamese_letters(text: str) -> bool:
    """Tell whether a text has letters that only Unicode Vietnamese has, so is not legacy."""
    return _TRUE_VIETNAMESE.search(text) is not None


def detect_legacy(text: str) -> Encoding | None:
    """Name the legacy encoding of a text, or None when in doubt.

    Lines with true Vietnamese letters are not looked at. In the others at least three legacy
    letters, in two different words, must make Vietnamese syllables of words that are none as
    they stand, and hardly a word with accents may fail to.
    """
    lines = [
        line for line in text.split("\n") if not line.isascii() and not has_vietnamese_letters(line)
    ]
    if not lines:  # nearly every text of every build
        return None
    scores: dict[Encoding, int] = {name: _score(lines, name) for name in ("tcvn3", "vni")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 3 else None


def convert_legacy(text: str, encoding: Encoding) -> str:
    """Turn legacy text into Unicode; a line with true Vietnamese letters stays as it is.

    The fonts of capitals (names ending in H) draw small letters as capitals: that is the font's
    doing, and the caller's to undo.
    """
    return "\n".join(
        line if has_vietnamese_letters(line) else _convert(line, encoding)
        for line in text.split("\n")
    )


def _convert(text: str, encoding: Encoding) -> str:
    if encoding == "tcvn3":
        return text.translate(_TCVN3)
    return _VNI_UNITS.sub(lambda unit: _VNI[unit[0]], text)


def _score(lines: list[str], encoding: Encoding) -> int:
    """Count the letters that speak for the encoding; 0 when too much speaks against it."""
    letters, made, failed = 0, 0, 0
    words = Counter(word for line in lines for word in _WORDS[encoding].findall(line))
    for word, times in words.items():
        if word.isascii() or not _ASCII_LETTER.search(word) or _is_syllable(word):
            continue  # © § «» stand alone; "cô", "bé" are Vietnamese already
        if _is_syllable(_convert(word[: 2 * _LONGEST_SYLLABLE + 1], encoding)):
            letters += times * _count_units(word, encoding)
            made += 1
        else:
            failed += 1
    return letters if made >= 2 and 4 * failed <= made else 0


def _count_units(word: str, encoding: Encoding) -> int:
    if encoding == "tcvn3":
        return sum(not letter.isascii() for letter in word)
    return len(_VNI_UNITS.findall(word))


def _is_syllable(word: str) -> bool:
    if len(word) > _LONGEST_SYLLABLE:
        return False
    marks = unicodedata.normalize("NFD", word.lower())
    tones = [mark for mark in marks if mark in _TONES]
    bare = unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in _TONES))
    match = _SYLLABLE.fullmatch(bare)
    if match is None or len(tones) > 1:
        return False
    # A syllable closed by c, ch, p, t has one of two tones: it keeps "tôt" and "coût" French.
    closed = match["final"] in ("c", "ch", "p", "t")
    return not closed or tones in (["\u0301"], ["\u0323"])
