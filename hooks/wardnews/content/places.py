"""Where an item's file lies: which part of its path is wrong, and what files nobody will read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from wardnews.content.manuscripts import PATH
from wardnews.model import Problem
from wardnews.text.dates import EXAMPLE
from wardnews.text.quoting import quote
from wardnews.text.slugs import make_slug

_UNIT = re.compile(r"[a-z0-9-]{1,100}")
_YEAR = re.compile(r"20[0-9]{2}")
_DAY = re.compile(r"(0[1-9]|1[0-2])-([0-2][0-9]|3[01])(?![0-9])-?")
_ANY_DAY = re.compile(r"([0-9]{1,2})[-_. ]([0-9]{1,2})(?![0-9])")
_ENDINGS = re.compile(r"(\.(md|markdown|txt|docx?|odt|rtf))+\Z", re.IGNORECASE)
_WORD = re.compile(r"\.(docx?|odt|rtf)\Z", re.IGNORECASE)
_LONGEST = 100


def explain_place(path: str) -> Problem:
    """Say which part of the path of a Markdown file is wrong, and where it should lie."""
    root, *parts = path.split("/")
    wrong = _find_wrong(parts)
    unit = parts[0] if len(parts) > 1 and _UNIT.fullmatch(parts[0]) else "ubnd"
    year = parts[1] if len(parts) > 2 and _YEAR.fullmatch(parts[1]) else str(EXAMPLE.year)
    ending = ".md"
    name = parts[-1]
    if len(parts) == 4:
        name, ending = parts[2], "/index.md"
    return _problem(
        path,
        "T123",
        f"Bài chưa có địa chỉ vì tệp đặt chưa theo mẫu: {wrong}.",
        f"Đặt tệp theo mẫu {root}/<đơn vị>/<năm>/<tháng>-<ngày>-<tên không dấu>.md, "
        f"ví dụ: {root}/{unit}/{year}/{_better(name)}{ending}.",
    )


def find_unread(path: str, is_alone: Callable[[], bool]) -> Problem | None:
    """A file that was probably meant to be an item; `is_alone` when no index.md is beside it."""
    _, *parts = path.split("/")
    name = parts[-1]
    bare = _ENDINGS.sub("", name)
    if bare == name:
        return None
    if len(parts) == 3 and _DAY.match(name):
        target = _better(bare) + ".md"
    elif len(parts) == 4 and is_alone():
        target = "index.md"
    else:
        return None
    remedy = f"Đổi tên thành {target}."
    if _WORD.search(name):
        remedy = f"Chép chữ từ Word sang Notepad rồi lưu thành {target}, bảng mã UTF-8."
    message = f"Tệp {quote(name)} chưa được đọc, nên bài chưa có trên trang."
    return _problem(path, "F907", message, remedy, warning=True)


def _find_wrong(parts: list[str]) -> str:
    """The first part of a path, below articles or exemplars, that is not as it should be."""
    if len(parts) == 4 and PATH.fullmatch("/".join(["articles", *parts[:3], "index.md"])):
        return f"trong thư mục của bài, tệp bài phải tên là index.md, không phải {quote(parts[3])}"
    if len(parts) not in (3, 4):
        return "bài phải nằm trong thư mục của đơn vị, rồi thư mục của năm"
    if not _UNIT.fullmatch(parts[0]):
        return f"thư mục đơn vị {quote(parts[0])} phải là mã đã có trong units.yml"
    if not _YEAR.fullmatch(parts[1]):
        return f"thư mục {quote(parts[1])} phải là năm có bốn chữ số"
    name = parts[2].removesuffix(".md")
    if not _DAY.match(name):
        return f"tên {quote(name)} phải bắt đầu bằng tháng rồi ngày, mỗi phần hai chữ số"
    if len(name) > _LONGEST:
        return f"tên {quote(name, 40)} dài quá {_LONGEST} ký tự"
    return f"tên {quote(name)} phải là chữ thường không dấu, nối bằng dấu gạch nối"


def _better(name: str) -> str:
    """The name with its day and without marks."""
    bare = _ENDINGS.sub("", PurePosixPath(name).name)
    proper, any_day = _DAY.match(bare), _ANY_DAY.match(bare)
    day = f"{EXAMPLE:%m-%d}"
    if proper:
        day = f"{proper[1]}-{proper[2]}"
    elif any_day and int(any_day[1]) <= 12 and int(any_day[2]) <= 31:
        day = f"{int(any_day[1]):02d}-{int(any_day[2]):02d}"
    elif any_day and int(any_day[2]) <= 12 and int(any_day[1]) <= 31:
        day = f"{int(any_day[2]):02d}-{int(any_day[1]):02d}"
    slug = make_slug(bare).lstrip("0123456789-")[:60].strip("-")
    return f"{day}-{slug or 'ten-bai'}"


def _problem(path: str, code: str, message: str, remedy: str, *, warning: bool = False) -> Problem:
    return Problem(
        path=path,
        code=code,
        level="warning" if warning else "error",
        message=message,
        remedy=remedy,
    )
