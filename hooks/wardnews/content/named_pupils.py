"""Pupils named in a text: with their class, or at all, without a consent of their parents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews.content.passages import Passages
from wardnews.model import Article, Level
from wardnews.text.person_names import PersonName

Finding = tuple[int, str, Level, str, str]  # place in the text, code, level, message, remedy

_NEAR = 60  # characters between a name and its class
_SENTENCE = 200  # characters in which "đều học lớp 5A" may stand behind the first of the names
_MARKS = 300  # characters more that the marks between them may take: the address of a link
_SPACES = re.compile(r" {2,}")
_WORD = re.compile(r"\w+")
CLASS = (
    r"(?:(?i:lớp\s+(?:(?:1[0-2]|[1-9])(?:\s?[A-HKLMN][0-9]{0,2}|[./][0-9]{1,2})?"
    r"|(?:mẫu giáo|nhà trẻ|mầm|chồi|lá)(?:\s[0-9A-H]{1,2})?)(?!\w))"
    r"|(?<!\w)(?:1[0-2]|[1-9])[A-HKLMN][0-9]{0,2}(?![\w/]))"
)
# What may stand between "Nguyễn Văn An" and "lớp 5A": no teacher is called so.
_AFTER = re.compile(
    r"[\s,;:(–—-]*(?i:(?:là|hiện|đang|cũng|em|học sinh|HS|học|ở|tại|của|bạn|đội viên|lớp trưởng"
    r"|lớp phó|chi đội trưởng|thành viên)\s+){0,5}" + CLASS
)
_BEFORE = re.compile(
    CLASS + r"[\s,;:()–—-]*(?i:(?:có|là|gồm|tên|em|bạn|cháu|bé|học sinh|HS|trò)\s*:?\s*){0,4}\Z"
)
# "Nguyễn Văn An, … và Trần Thị Bình (đều học lớp 5A)" tells the class of both.
_OF_ALL = re.compile(
    r"[^.!?\n\0]*?(?<!\w)(?i:đều|cùng(?=\s+(?:là|học)\s)(?!\s+học\s+sinh))\s+"
    r"(?i:(?:cùng|là|đang|học sinh|HS|học|ở|tại|của)\s+){0,5}" + CLASS
)
# Of whom the text calls a pupil, a class anywhere near in the sentence is the pupil's.
_NEAR_PUPIL = re.compile(r"[^.!?\n\0]{0,40}?" + CLASS)
_UP_TO_PUPIL = re.compile(CLASS + r"[^.!?\n\0]{0,40}\Z")
# "giáo viên lớp 5A Nguyễn Thị Hoa" is a teacher, "phụ huynh lớp 5A …" a parent.
_OF_ADULT = re.compile(
    r"(?:chủ nhiệm|giáo viên|GVCN|GV|dạy|phụ trách|phụ huynh|cô giáo|thầy giáo|trưởng ban)\s*"
    r"(?:của|khối|tại|các|là)?\s*\Z",
    re.I,
)


def check_named_pupils(passages: Passages, article: Article) -> Iterator[Finding]:
    """Full name with class, and "em" with a full name: only with a consent in `people`."""
    for name in passages.names:
        if name.bearer in ("adult", "other") or is_declared(name, article):
            continue
        if has_class_beside(name, passages.flow):
            yield (
                name.start,
                "P502",
                "error",
                f'Có họ tên kèm lớp của một em ("{name.masked}"): người lạ nhận ra được em ấy.',
                'Viết "một em lớp 5", hoặc chỉ ghi tên gọi, bỏ họ: "em An". Phụ huynh đã đồng ý '
                "bằng giấy thì khai em trong people, kèm minor: co và consent: <số giấy>; là người "
                "lớn thì khai trong people với minor: khong.",
            )
        elif name.bearer == "pupil":
            yield (
                name.start,
                "P502",
                "warning",
                f'Có họ tên một em ("{name.masked}") chưa khai trong people.',
                'Viết "một em lớp 5", hoặc khai em trong people, kèm minor: co và '
                "consent: <số giấy đồng ý của phụ huynh>.",
            )


def is_declared(name: PersonName, article: Article) -> bool:
    """Is it somebody whom `people` names, an adult or a child with a consent?"""
    wanted = _spell(name.text)
    return any(
        wanted in _spell(person.name) and (person.consent or not person.minor)
        for person in article.people
    )


def _spell(name: str) -> str:
    """The words of a name, each between spaces: An is not the beginning of Anh."""
    return f" {' '.join(_WORD.findall(name.lower()))} "


def has_class_beside(name: PersonName, text: str) -> bool:
    """Does a class stand right before or behind the name?"""
    is_pupil = name.bearer == "pupil"
    after = _SPACES.sub(" ", text[name.end : name.end + _SENTENCE + _MARKS])[:_SENTENCE]
    if (_NEAR_PUPIL if is_pupil else _AFTER).match(after, 0, _NEAR) or _OF_ALL.match(after):
        return True
    before = _SPACES.sub(" ", text[max(0, name.start - _NEAR - _MARKS) : name.start])[-_NEAR:]
    found = (_UP_TO_PUPIL if is_pupil else _BEFORE).search(before)
    return found is not None and not _OF_ADULT.search(before[: found.start()])
