"""Numbers by which a person is known or reached: finding them in Vietnamese text, masking them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal["identity", "mobile", "landline"]

# Every pattern begins with plain characters: the search for it costs next to nothing. Money,
# years and document numbers never begin with 0; what follows a letter or a decimal point is a code,
# but an underscore may be the mark of slanted text.
_ALONE = r"(?<![^\W_].)(?<![^\W_]_.)(?<!\d[.,].)"
_END = r"(?!\d|/(?!ZALO)[A-ZĐ]{2})"  # "0987654321/QĐ-UBND" is a document
_TOLD = r"(?:(?<=[ĐD]T0)|(?<=[ĐD]T\W0))"  # "ĐT0912345678"
_MOBILE = re.compile(rf"0(?:{_TOLD}|{_ALONE})[35789](?:[ .()\xa0‑–-]{{0,2}}\d){{8}}{_END}")
_LANDLINE = re.compile(rf"0{_ALONE}2\d(?:[ .)-]{{0,2}}\d){{8}}{_END}")
_ABROAD = re.compile(
    r"84(?:(?:(?<=\+84)|(?<=0084))(?:[ .()-]{0,2}\d){9,11}(?!\d)|(?<!\w84)[35789]\d{8}(?!\w))"
)
_IDENTITY = re.compile(
    rf"0{_ALONE}\d\d(?:\d{{9}}|([ .-])\d{{3}}\1\d{{3}}\1\d{{3}}|\d([ .-])\d{{4}}\2\d{{4}}"
    r"|([ .-])\d\3\d\d\3\d{6}|([ .-])\d{3}\4\d{6})(?![^\W_])"
)
# A number of 9 digits was an identity number until 2024; it takes a word to tell it from others.
_NAMED = re.compile(
    r"(?:CCCD|CMND|CMTND|CMT|[Cc]ăn cước|[Cc]hứng minh|[ĐđDd]ịnh danh)[^\d\n]{0,40}"
    r"(\d(?:[ .-]?\d){8}(?:(?:[ .-]?\d){3})?)(?!\d)"
)
_NAMES = ("CCCD", "CMND", "CMT", "ăn cước", "hứng minh", "ịnh danh")
# The first three digits of an identity number: where a birth was registered (Thông tư 59/2021,
# kept by the provinces that were merged). The fourth tells century and sex.
_PROVINCES = frozenset(
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035"
    " 036 037 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072"
    " 074 075 077 079 080 082 083 084 086 087 089 091 092 093 094 095 096".split()
)
_CENTURIES = "0123"  # born from 1900 to 2099
_ADDRESS = re.compile(r"https?://(?!zalo\.me/|wa\.me/)\S+")
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateNumber:
    """A number in a text: from where to where it stands, and its digits ("0912345678")."""

    kind: Kind
    start: int
    end: int
    digits: str

    @property
    def masked(self) -> str:
        """Enough to find it again in the text, too little to use it."""
        first = 4 if len(self.digits) > 9 else 2
        last = 2 if self.kind == "identity" else 3
        return f"{self.digits[:first]}***{self.digits[-last:]}"


def find_numbers(text: str) -> Iterator[PrivateNumber]:
    """Every identity and telephone number, in no order, each once; not those in web addresses."""
    if "://" in text:
        text = _ADDRESS.sub(lambda match: "x" * len(match[0]), text)
    taken: set[int] = set()
    if any(name in text for name in _NAMES):
        for match in _NAMED.finditer(text):
            taken.add(match.end())
            digits = _DIGITS.sub("", match[1])
            yield PrivateNumber(
                kind="identity", start=match.start(1), end=match.end(), digits=digits
            )
    for pattern in (_IDENTITY, _MOBILE, _LANDLINE, _ABROAD):
        for match in pattern.finditer(text):
            digits = _write_at_home(match[0])
            kind = _tell_kind(digits)
            if kind and match.end() not in taken:
                taken.add(match.end())
                yield PrivateNumber(kind=kind, start=match.start(), end=match.end(), digits=digits)


def _write_at_home(found: str) -> str:
    """The digits, with 0 for the +84 of Viet Nam."""
    digits = _DIGITS.sub("", found)
    return digits if found.startswith("0") else "0" + digits[2:].removeprefix("0")


def _tell_kind(digits: str) -> Kind | None:
    if len(digits) == 12:
        is_whole = digits[:3] in _PROVINCES and digits[3] in _CENTURIES
        return "identity" if is_whole else None
    if len(digits) == 10 and digits[1] in "35789":
        return "mobile"
    return "landline" if len(digits) == 11 and digits.startswith("02") else None


def mask_numbers(text: str) -> str:
    """The text with every such number masked: what is quoted in a message is read by many."""
    found = sorted(find_numbers(text), key=lambda number: number.start, reverse=True)
    for number in found:
        text = text[: number.start] + number.masked + text[number.end :]
    return text
