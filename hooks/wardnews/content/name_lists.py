"""Lists of pupils and their marks: rows of a table or a list that each begin with a full name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wardnews.content.named_pupils import Finding, is_declared
from wardnews.content.passages import BETWEEN, Passages
from wardnews.model import Article
from wardnews.text.person_names import PersonName, find_names

_FEWEST = 3  # rows that make a list; a table tells of one child what it tells of thirty
_ABOVE = 200  # characters before a list in which it is told whose names stand there
_WIDEST = 200  # characters of a row: what is longer is a paragraph
# What stands before the name in its row: a number, cells without letters, "Em".
_LEAD = re.compile(r"[\s|*+•;,\x220-9.)/-]*(?:(?:em|cháu|bé|bạn|học sinh)\s+)?\Z", re.I)
_RULE = re.compile(r"[\s|:-]+")
_PUPILS = re.compile(
    r"(?<!\w)(?:học sinh|HS|thí sinh|các em|em|cháu|bé|trẻ|đội viên|các bạn)(?!\w)", re.I
)
_ADULTS = re.compile(
    r"(?<!\w)(?:cô|thầy|ông|bà|đồng chí|đ/c|giáo viên|GV|nhà giáo|hiệu trưởng|cán bộ|công chức"
    r"|chức vụ|chủ nhiệm|dạy|phụ huynh|cha mẹ|tác giả|nghệ nhân|ban|ủy viên|tổ trưởng"
    r"|đảng viên)(?!\w)",
    re.I,
)
_SCHOOLWORK = re.compile(
    r"(?<!\w)(?:[1-9][A-HKLMN][0-9]{0,2}|lớp|ngày sinh|năm sinh|điểm|học lực|hạnh kiểm)(?!\w)", re.I
)
_MARKS = re.compile(
    r"(?<!\w)(?:điểm|ĐTB|TBM|học lực|hạnh kiểm|xếp loại|rèn luyện|kết quả học tập|toán"
    r"|ngữ văn|tiếng việt|tiếng anh)(?!\w)|(?<![\w,.])[0-9][.,][0-9]{1,2}(?![\w,.])",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _NameList:
    """Rows that follow each other: where the first begins, their text, their names."""

    start: int
    head: str  # of a table
    text: str
    names: tuple[PersonName, ...]
    above: str  # what stands before
    is_table: bool


def check_name_lists(passages: Passages, article: Article) -> Iterator[Finding]:
    """No class lists, no marks beside names; a list of teachers is none of either."""
    if not passages.names:
        return
    for found in _find_lists(passages.plain):
        whose = _tell_whose(found)
        if whose == "adults" or all(is_declared(name, article) for name in found.names):
            continue
        has_marks = _MARKS.search(found.head + found.text) is not None
        if len(found.names) < _FEWEST and not (whose == "pupils" and _tells_school(found)):
            continue
        if whose == "pupils" and has_marks:
            yield (
                found.start,
                "P508",
                "error",
                f"Có bảng điểm, xếp loại của {len(found.names)} em kèm họ tên.",
                "Xóa bảng; chỉ ghi số chung, ví dụ: 12 em đạt điểm giỏi. Kết quả học tập của từng "
                "em chỉ gửi riêng cho phụ huynh.",
            )
            continue
        yield (
            found.start,
            "P507",
            "error" if whose == "pupils" else "warning",
            f"Có danh sách họ tên {len(found.names)} "
            + ("học sinh." if whose == "pupils" else "người."),
            "Xóa danh sách học sinh; chỉ ghi số lượng, hoặc gửi riêng cho phụ huynh. Danh sách "
            "người lớn thì ghi rõ ở hàng đầu: giáo viên, cán bộ…",
        )


def _tells_school(found: _NameList) -> bool:
    """Does a table tell the class or the marks of those whom it names?"""
    said = found.head + found.text
    return found.is_table and bool(_SCHOOLWORK.search(said) or _MARKS.search(said))


def _find_lists(text: str) -> Iterator[_NameList]:
    """Runs of rows with a name; a table's heading and its rule count to its first row."""
    rows: list[PersonName] = []
    begin = start = 0
    for line in text.splitlines(keepends=True):
        bare, end = line.strip(), start + len(line)
        name = _find_name(bare)
        if name:
            begin = begin if rows else start
            rows.append(name)
        elif bare and not (_RULE.fullmatch(bare) and rows):
            if rows:
                yield _close(text, begin, start, rows)
            rows = []
        start = end
    if rows:
        yield _close(text, begin, len(text), rows)


def _find_name(row: str) -> PersonName | None:
    if len(row) > _WIDEST:
        return None
    name = next(find_names(row), None)
    return name if name and _LEAD.match(row, 0, name.start) else None


def _close(text: str, begin: int, end: int, rows: list[PersonName]) -> _NameList:
    above = text[max(0, begin - _ABOVE) : begin].rpartition(BETWEEN)[2]
    # The heading of a table says more of its rows than the sentence above.
    block = above.removesuffix("\n").rpartition("\n\n")[2]
    head = "\n".join(line for line in block.split("\n") if "|" in line)
    return _NameList(
        start=begin,
        head=head,
        text=text[begin:end],
        names=tuple(rows),
        above=above,
        is_table="|" in text[begin:end],
    )


def _tell_whose(found: _NameList) -> str:
    """Whose names they are: by the heading first, then by the rows, then by what stands above."""
    for pattern, text, whose in (
        (_PUPILS, found.head, "pupils"),
        (_ADULTS, found.head, "adults"),
        (_PUPILS, found.text, "pupils"),
        (_ADULTS, found.text, "adults"),
        (_SCHOOLWORK, found.head, "pupils"),
        (_MARKS, found.head, "pupils"),
        (_SCHOOLWORK, found.text, "pupils"),
        (_PUPILS, found.above, "pupils"),
        (_ADULTS, found.above, "adults"),
        (_SCHOOLWORK, found.above, "pupils"),
    ):
        if pattern.search(text):
            return whose
    return "unknown"
