"""What an editor would not see as meant: lists, tables, HTML, notes and jumps in the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from wardnews.bodies import TAGS, has_anchor
from wardnews.model import Body, Level, Problem
from wardnews.text.quoting import quote, shorten

_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?![a-zA-Z0-9:@.-])([^<>\n]*)>")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_UNSAFE_ATTRIBUTE = re.compile(r"\b(style|on[a-z]+)\s*=", re.IGNORECASE)
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"\s*\|?[\s:|-]*-[\s:|-]*\|?\s*")
_ITEM = re.compile(r"( {0,3})(?:[-*+]|[0-9]{1,2}\.)[ \t]+\S")
_LINE_ACROSS = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*")
_WORD_ITEM = re.compile(r"\s*([•·–—▪\uf0b7\uf0a7\uf0d8\uf0fc])\s*\S")
_NUMBERED = re.compile(r" {0,3}(?:([0-9]{1,2})|[a-zđ])\)[ \t]+\S")
_TABBED = re.compile(r"\s*\S.*\t\s*\S")
_INDENTED = re.compile(r"(?: {4}|\t)\s*\S")
_JUMP = re.compile(r'href="#([^"]*)"')
_ANCHOR = re.compile(r'id="([^"]+)"')
_NOTE = re.compile(r"\[\^([^\]\n]+)\](:?)")

Fault = tuple[int, str, Level, str, str]  # line from 0, code, level, message, remedy


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A body as written, by lines, and as it came out."""

    lines: tuple[str, ...]
    body: Body

    def line(self, number: int) -> str:
        """The line of this number, empty before the first and after the last."""
        return self.lines[number] if 0 <= number < len(self.lines) else ""


def check_body(path: str, markdown: str, body: Body, first_line: int) -> Iterator[Problem]:
    """Run every rule on a text whose first line is line `first_line` of its file."""
    text = _Text(lines=tuple(markdown.split("\n")), body=body)
    for rule, mark in _RULES:
        if mark not in markdown:  # nearly every text of every build
            continue
        for number, code, level, message, remedy in rule(text):
            yield Problem(
                path=path,
                line=first_line + number,
                code=code,
                level=level,
                message=message,
                remedy=remedy,
            )


def check_tables(text: _Text) -> Iterator[Fault]:
    """A table has a rule below its first row, and a blank line above."""
    for number, line in enumerate(text.lines):
        before, after = text.line(number - 1), text.line(number + 1)
        if not _ROW.fullmatch(line) or _ROW.fullmatch(before):
            continue
        if _ROW.fullmatch(after) and not _RULE.fullmatch(after):
            rule = "|" + "---|" * (line.count("|") - 1)
            yield (
                number,
                "M701",
                "warning",
                "Bảng thiếu dòng gạch dưới hàng tiêu đề nên sẽ hiện thành chữ liền.",
                f'Thêm ngay dưới hàng đầu một dòng: "{rule}".',
            )
        elif before.strip() and _RULE.fullmatch(after):
            yield _stuck(number, "Bảng", line)


def check_lists(text: _Text) -> Iterator[Fault]:
    """A list has a blank line above, and its inner items are indented by four spaces."""
    in_list = False
    for number, line in enumerate(text.lines):
        item = None if _LINE_ACROSS.fullmatch(line) else _ITEM.match(line)
        before = text.line(number - 1)
        if item and in_list and len(item[1]) > 0:
            yield (
                number,
                "M705",
                "warning",
                f"Mục con {quote(line.strip(), 50)} lùi vào chưa đủ nên sẽ thành mục thường.",
                "Lùi mục con vào 4 dấu cách tính từ đầu dòng.",
            )
        elif item and not in_list and before.strip() and not before.lstrip().startswith(("#", ">")):
            yield _stuck(number, "Danh sách", line)
        # An indented line after a blank one still belongs to the list.
        in_list = bool(item) or (in_list and (bool(line.strip()) or _is_inside(text, number)))


def _is_inside(text: _Text, number: int) -> bool:
    following = text.line(number + 1)
    return bool(_ITEM.match(following)) or following.startswith((" ", "\t"))


def _stuck(number: int, what: str, line: str) -> Fault:
    return (
        number,
        "M704",
        "warning",
        f"{what} bắt đầu ở dòng {quote(line.strip(), 50)} dính liền đoạn trên nên sẽ thành "
        "chữ liền.",
        "Thêm một dòng trống ngay trước dòng ấy.",
    )


def check_word_lists(text: _Text) -> Iterator[Fault]:
    """Bullets pasted from Word are only characters: two such lines run into one."""
    for number, line in enumerate(text.lines):
        bullet = _WORD_ITEM.match(line)
        strange = bullet and not bullet[1].isprintable()  # of the font Symbol: no phone has it
        if bullet and (strange or _WORD_ITEM.match(text.line(number + 1))):
            named = "dấu tròn của Word" if strange else f'dấu "{bullet[1]}"'
            yield (
                number,
                "M704",
                "warning",
                f"Các dòng bắt đầu bằng {named} sẽ dính liền thành một đoạn.",
                'Thay dấu ấy bằng dấu gạch ngang và một dấu cách: "- …".',
            )
            return


def check_numbers(text: _Text) -> Iterator[Fault]:
    """Only "1." makes a list: lines that begin with "1)" or "a)" run into one."""
    for number, line in enumerate(text.lines):
        item = _NUMBERED.match(line)
        if item and _NUMBERED.match(text.line(number + 1)):
            yield (
                number,
                "M704",
                "warning",
                f"Các dòng đánh số kiểu {quote(line.strip(), 30)} sẽ dính liền thành một đoạn.",
                'Ghi "1. …", "2. …", trên danh sách có một dòng trống.'
                if item[1]
                else 'Ghi "- …" ở đầu mỗi dòng, trên danh sách có một dòng trống.',
            )
            return


def check_tabs(text: _Text) -> Iterator[Fault]:
    """A table pasted from Word or Excel has tabs for columns: its rows run into one."""
    for number, line in enumerate(text.lines):
        if _TABBED.match(line) and _TABBED.match(text.line(number + 1)):
            cells = " | ".join(shorten(cell.strip(), 20) for cell in line.strip().split("\t")[:6])
            rule = "|" + "---|" * (line.strip().count("\t") + 1)
            yield (
                number,
                "M701",
                "warning",
                f"Bảng chép từ Word, Excel ở dòng {quote(line.strip(), 50)} sẽ thành chữ liền.",
                f'Ghi mỗi hàng giữa các dấu |, ví dụ "| {cells} |"; dưới hàng đầu ghi một dòng '
                f'"{shorten(rule, 40)}".',
            )
            return


def check_indents(text: _Text) -> Iterator[Fault]:
    """A paragraph that is indented, as in Word, becomes a box of code."""
    if "<pre>" not in text.body.html:
        return
    in_list = False
    for number, line in enumerate(text.lines):
        indented = _INDENTED.match(line)
        if indented and not in_list and not text.line(number - 1).strip():
            yield (
                number,
                "M706",
                "warning",
                f"Đoạn {quote(line.strip(), 50)} thụt đầu dòng nên sẽ thành khung mã.",
                "Xóa các dấu cách hoặc phím Tab ở đầu dòng.",
            )
        elif line.strip() and not indented:
            in_list = bool(_ITEM.match(line) or _NOTE.match(line))


def check_tags(text: _Text) -> Iterator[Fault]:
    """HTML that the site drops."""
    for number, line in enumerate(text.lines):
        for tag, attributes in _TAG.findall(_CODE.sub("", line)):
            if tag.lower() not in TAGS | {"h1", "h5", "h6"} or _UNSAFE_ATTRIBUTE.search(attributes):
                yield (
                    number,
                    "M702",
                    "warning",
                    f"Trang sẽ bỏ đi phần mã {quote(f'<{tag}{attributes}>', 45)} vì lý do an toàn.",
                    "Xóa phần mã ấy; ảnh ghi theo mẫu ![mô tả](ảnh.jpg), "
                    "liên kết theo mẫu [chữ](địa chỉ).",
                )


def check_notes(text: _Text) -> Iterator[Fault]:
    """Every footnote that is named is explained, and the other way round."""
    found = [
        (name, bool(colon), number)
        for number, line in enumerate(text.lines)
        for name, colon in _NOTE.findall(line)
    ]
    told = {name for name, is_definition, _ in found if is_definition}
    used = {name for name, is_definition, _ in found if not is_definition}
    for name, is_definition, number in found:
        if is_definition and name not in used:
            used.add(name)
            yield (
                number,
                "M703",
                "warning",
                f"Chú thích {quote(f'[^{name}]')} không được dùng trong bài.",
                "Ghi dấu ấy vào sau câu cần chú thích, hoặc xóa dòng này.",
            )
        elif name not in told:
            told.add(name)
            yield (
                number,
                "M703",
                "warning",
                f"Chú thích {quote(f'[^{name}]')} chưa có phần giải thích.",
                f'Thêm ở cuối bài một dòng: "[^{shorten(name)}]: …".',
            )


def check_jumps(text: _Text) -> Iterator[Fault]:
    """A link to a heading of the same text finds it."""
    for name in dict.fromkeys(map(unescape, _JUMP.findall(text.body.html))):
        if not name.startswith("fnref") and not has_anchor(text.body, name):
            lines = (number for number, line in enumerate(text.lines) if f"#{name}" in line)
            yield (
                next(lines, 0),
                "L607",
                "error",
                f"Liên kết {quote(f'#{name}')} không dẫn tới mục nào trong bài.",
                _offer_anchors(text.body),
            )


def _offer_anchors(body: Body) -> str:
    """Name the headings of a body as a link writes them."""
    names = [name for name in _ANCHOR.findall(body.html) if not name.startswith("fn")]
    if not names:
        return "Bài không có tiêu đề mục nào; bỏ liên kết này."
    return "Các mục trong bài: " + ", ".join(f"#{shorten(name)}" for name in names[:10]) + "."


# Each with what a text must have for the rule to find anything.
_RULES: tuple[tuple[Callable[[_Text], Iterator[Fault]], str], ...] = (
    (check_tables, "|"),
    (check_lists, ""),
    (check_word_lists, ""),
    (check_numbers, ")"),
    (check_tabs, "\t"),
    (check_indents, ""),
    (check_tags, "<"),
    (check_notes, "[^"),
    (check_jumps, "#"),
)
