"""Words of a picture that tell of a child, where the header says that none can be recognised."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews.content.named_pupils import CLASS, Finding
from wardnews.content.passages import Passages
from wardnews.text.person_names import UPPER, find_names

_FIELDS = ("image.alt", "image.caption")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\](?:\([^()\s]*[ \t]{1,9}([\"'])([^\"'\n]*)\2)?")
_PUPIL = r"(?<!\w)(?i:em|bé|cháu|bạn|học sinh|HS|trò|trẻ)"
# "Bé Khỏe" is a contest, "các em Trường Tiểu học …" nobody in particular.
_NO_NAME = (
    r"(?!(?:Trường|Tiểu|Mầm|Mẫu|Trung|Lớp|Khối|Việt|Thiếu|Nhi|Liên|Chi|Đội|Khỏe|Ngoan|Yêu|Vui"
    r"|Tập|Học|Đọc)(?!\w))"
)
_NAMED = re.compile(rf"(?<!\w)(?i:em|bé|cháu|bạn)\s+{_NO_NAME}[{UPPER}][^\W\d_]*(?!\w)")
_OF_CLASS = re.compile(rf"{_PUPIL}\s+(?:(?:học sinh|nhỏ)\s+)?{CLASS}")
_FACING = re.compile(
    rf"{_PUPIL}(?!\w)[^.!?\n]{{0,80}}(?:nhìn|cười|tạo dáng)(?: thẳng)?(?: vào| về| với| trước)?"
    r" (?:máy ảnh|máy quay|ống kính)"
    r"|(?:[Cc]hân dung|[Gg]ương mặt|[Kk]huôn mặt)(?: của)?(?: một| hai| các| những)? "
    rf"{_PUPIL}(?!\w)"
)
# What is shown is a child's work, or a child that nobody can recognise.
_OF_CHILD = re.compile(r"(?<!\w)(?:của|do|cho|tặng|phụ huynh|bố|mẹ|bà|ông|nhà)\s+\Z", re.I)
_HIDDEN = re.compile(
    r"\A(?:bức\s+|những\s+)?(?:tranh|hình vẽ|bài|vở|quyển|bàn tay|đôi tay|bóng)(?!\w)"
    r"|sau lưng|từ (?:phía )?sau|quay lưng|từ xa|từ trên cao|làm mờ|che (?:khuôn )?mặt"
    r"|không (?:thấy|rõ|nhìn|nhận)",
    re.I,
)


def check_shown_pupils(passages: Passages) -> Iterator[Finding]:
    """Beside `minors: khong`: a child told by name, by class, or as looking into the camera."""
    for place, said in _list_words(passages):
        if (told := _find_pupil(said)) is not None:
            yield (
                place,
                "P511",
                "warning",
                f"Đã ghi minors: khong, nhưng lời kể về ảnh {told}.",
                'Nhìn lại ảnh. Nhận ra được em nào thì ghi "minors: co" và "consent: <số giấy '
                'đồng ý của phụ huynh>"; không nhận ra em nào thì sửa lời: bỏ tên, bỏ lớp.',
            )


def _list_words(passages: Passages) -> Iterator[tuple[int, str]]:
    """What is said of each picture, and its place: descriptions and captions."""
    for place, passage in passages.list_parts():
        if passage.field in _FIELDS:
            yield place, passage.text
        elif not passage.field:
            for match in _PICTURE.finditer(passage.text):
                yield place + match.start(), f"{match[1]}. {match[3] or ''}"


def _find_pupil(said: str) -> str | None:
    """How the words tell of a child, as the end of a sentence; None when they do not."""
    if _HIDDEN.search(said):
        return None
    if any(name.bearer == "pupil" and not _is_aside(said, name.start) for name in find_names(said)):
        return "có tên một em"
    for pattern, told in (
        (_NAMED, "có tên một em"),
        (_OF_CLASS, "nói học sinh lớp nào"),
        (_FACING, "nói các em nhìn vào máy ảnh, hoặc thấy rõ mặt"),
    ):
        if any(not _is_aside(said, match.start()) for match in pattern.finditer(said)):
            return told
    return None


def _is_aside(said: str, place: int) -> bool:
    return _OF_CHILD.search(said, max(0, place - 12), place) is not None
