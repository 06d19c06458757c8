"""Names of persons in Vietnamese text: where one stands, what it is called by, and masking it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Bearer = Literal["pupil", "adult", "other", "unknown"]

_LONGEST = 5  # syllables of a name
_BEFORE = 24  # characters in which the word that a person is called by must stand
UPPER = "".join(
    char
    for char in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))
    if char.isupper()
)
# In capitals every word looks like a part of the name: "NGUYỄN VĂN AN LỚP 5A".
_NO_NAME = r"(?!(?:L[Ớớ][Pp]|K[Hh][Ốố][Ii]|V[Àà])(?!\w))"
_CAPITALS = re.compile(rf"[{UPPER}](?<!\w.)[^\W\d_]*+(?: +{_NO_NAME}[{UPPER}][^\W\d_]*+)+")
_WORD = re.compile(r"\S+")
# The family names of nearly everybody in the north, the Tày, Nùng and Mường among them.
_FAMILIES = frozenset(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn vương trịnh"
    " trương đinh lâm mai phùng cao hà tạ chu lưu tô thân giáp nông hứa khổng nghiêm quách thái"
    " tống lương triệu vi ma ngụy đàm tăng kiều bạch thạch mạc ninh diệp doãn cấn âu tôn"
    " lục lã phí trầm chử khúc hầu đồng lò quàng giàng vàng sùng hạng".split()
)
# Two words that look like a name: provinces and towns.
_PLACES = frozenset(
    "hà nội|hà nam|hà giang|hà tĩnh|hà đông|cao bằng|lâm đồng|thái nguyên|thái bình|ninh bình"
    "|ninh thuận|hồ chí|lai châu|lương tài|mai châu|la mã|đồng nai|đồng tháp|thái lan|hồ gươm"
    "|hà lan|từ sơn|vàng danh|đồng hới|ma cao|cao lãnh|lý sơn|đồng khởi|chu lai|đào tạo".split("|")
)
_PUPIL = re.compile(r"(?<!\w)(?:em|học sinh|HS|cháu|bé|bạn|trò|thí sinh|đội viên)\s*:?\s*\Z", re.I)
_ADULT = re.compile(
    r"(?<!\w)(?:cô|thầy|ông|bà|anh|chị|bác|chú|dì|đồng chí|đ/c|giáo viên|GV|GVCN|nhà giáo"
    r"|hiệu trưởng|hiệu phó|chủ tịch|bí thư|trưởng|phó|phụ huynh|bố|mẹ|cha|nghệ nhân|bác sĩ"
    r"|chủ nhiệm|cán bộ|chuyên viên|luật sư|kỹ sư|tiến sĩ|thạc sĩ|sinh viên)\s*:?\s*\Z",
    re.I,
)
_OTHER = re.compile(
    r"(?<!\w)(?:trường|tiểu học|TH|THCS|THPT|TH&THCS|mầm non|đường|phố|ngõ|chi đội|liên đội|quỹ"
    r"|giải|cúp|học bổng|nhà thơ|nhà văn|tác giả|nhạc sĩ|họa sĩ|anh hùng|liệt sĩ|vua|tướng"
    r"|thánh|mang tên|tên lửa|công viên|tượng|đền|bảo tàng|quảng trường|lãnh tụ)\s*\Z",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A full name in a text, from where to where, and whose the word before it says it is.

    `other` is the name of a school, a street, a prize or somebody of history.
    """

    start: int
    end: int
    text: str
    bearer: Bearer

    @property
    def masked(self) -> str:
        """The initials: "N. V. A."."""
        return " ".join(f"{word[0]}." for word in self.text.split())


def find_names(text: str) -> Iterator[PersonName]:
    """Every full name: a family name and one word or more with capitals; not single names."""
    for run in _CAPITALS.finditer(text):
        words = list(_WORD.finditer(text, run.start(), run.end()))
        for place, word in enumerate(words[:-1]):
            two = f"{word[0]} {words[place + 1][0]}".lower()
            if word[0].lower() not in _FAMILIES or two in _PLACES:
                continue
            last = words[min(place + _LONGEST, len(words)) - 1]
            yield PersonName(
                start=word.start(),
                end=last.end(),
                text=text[word.start() : last.end()],
                bearer=_tell_bearer(text[max(0, word.start() - _BEFORE) : word.start()]),
            )
            break


def _tell_bearer(before: str) -> Bearer:
    if _OTHER.search(before):
        return "other"
    if _ADULT.search(before):
        return "adult"
    return "pupil" if _PUPIL.search(before) else "unknown"
