"""The header of a file as nodes with line numbers, read strictly: every scalar is text.

YAML's own typing is not wanted (it turns 0123 into 83 and "no" into false), and its composer
expands aliases, swallows duplicate keys and crashes on deep nesting. So only the parser's events
are used, and whatever the schema does not need (aliases, anchors, tags) is an error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from wardnews.content.nodes import Entry, Mapping, Node, Scalar, Sequence
from wardnews.model import Problem
from wardnews.text.quoting import quote, shorten

_DEEPEST = 6  # a register's contact stands at depth 3; the rest is room
_MOST_NODES = 20_000
_FENCE = re.compile(r"---[ \t]*\Z")
_TIGHT = re.compile(r"\s*(?:- +)?([a-z_]+):(?=[^\s/])(.*)")  # title:Ngày


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A file cut in two: the header's text, the body's text, and the body's first line."""

    text: str
    body: str
    body_line: int


def split_header(path: str, text: str) -> Header | Problem:
    """Cut a Markdown file at its two `---` lines."""
    lines = text.split("\n")
    if not _FENCE.match(lines[0]):
        return _fault(
            path,
            1,
            "Y310",
            "Tệp chưa có phần khai báo ở đầu bài.",
            'Dòng đầu tiên ghi ---, rồi các dòng khai báo như "title: …", "date: …", '
            "rồi một dòng --- nữa, sau đó mới đến bài viết.",
        )
    for number, line in enumerate(lines[1:], start=1):
        if _FENCE.match(line):
            return Header(
                text="\n".join(lines[1:number]),
                body="\n".join(lines[number + 1 :]),
                body_line=number + 2,
            )
    return _fault(
        path,
        1,
        "Y310",
        "Phần khai báo ở đầu bài chưa được đóng lại.",
        "Thêm một dòng chỉ có --- ngay sau dòng khai báo cuối cùng.",
    )


def read_nodes(
    path: str, text: str, *, first_line: int = 1, problems: list[Problem] | None = None
) -> Node | Problem | None:
    """Read a header or a register; None when it is empty.

    With `problems` a field that is written twice is told there, and its first value is kept.
    """
    events = _Events(text, first_line)
    try:
        node = events.document()
        if events.doubles and problems is None:
            raise events.doubles[0]
        if problems is not None:
            problems.extend(double.problem(path) for double in events.doubles)
        return node
    except _RefusedError as refusal:
        return refusal.problem(path)
    except yaml.YAMLError as error:
        return _explain(path, text, error, first_line)


class _RefusedError(Exception):
    """What YAML allows and we do not."""

    def __init__(self, line: int, code: str, message: str, remedy: str, field: str = "") -> None:
        self.line, self.code, self.message, self.remedy = line, code, message, remedy
        self.field = field

    def problem(self, path: str) -> Problem:
        return Problem(
            path=path,
            line=self.line,
            field=self.field,
            code=self.code,
            message=self.message,
            remedy=self.remedy,
        )


class _Events:
    """Builds nodes from the parser's events, counting depth and nodes as it goes."""

    def __init__(self, text: str, first_line: int) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._first = first_line
        self._nodes = 0
        self.doubles: list[_RefusedError] = []

    def document(self) -> Node | None:
        next(self._events)  # stream start
        event = next(self._events)
        if isinstance(event, yaml.StreamEndEvent):
            return None
        node = self._node(next(self._events), 0)
        next(self._events)  # document end
        event = next(self._events)
        if not isinstance(event, yaml.StreamEndEvent):
            raise _RefusedError(
                self._line(event),
                "Y309",
                "Tệp có hai phần khai báo.",
                "Chỉ giữ một phần; xóa dòng --- hoặc ... thừa.",
            )
        return node

    def _line(self, event: Any) -> int:
        return int(event.start_mark.line) + self._first

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        self._nodes += 1
        if depth > _DEEPEST or self._nodes > _MOST_NODES:
            raise _RefusedError(
                line,
                "Y313",
                "Phần khai báo lồng nhau quá sâu hoặc quá dài.",
                "Xem lại các dấu [ ] { } và số dấu cách ở đầu dòng; "
                "mỗi trường thường chỉ cần một dòng.",
            )
        if isinstance(event, yaml.AliasEvent) or _is_marked(event):
            raise _RefusedError(
                line,
                "Y312",
                "Giá trị bắt đầu bằng dấu & , * hoặc ! nên máy hiểu khác ý bạn.",
                'Đặt cả giá trị trong ngoặc kép, ví dụ: title: "*Chú ý*".',
            )
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(text=event.value, line=line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(items=tuple(self._items(depth)), line=line)
        return Mapping(entries=tuple(self._entries(depth)), line=line)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[Entry]:
        seen: dict[str, int] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                raise _RefusedError(
                    key.line,
                    "Y309",
                    "Máy không hiểu dòng này.",
                    "Ghi theo mẫu tên: giá trị, ví dụ: unit: ubnd.",
                )
            if key.text in seen:
                self.doubles.append(_tell_double(key, seen[key.text], depth))
                self._value(key.text, depth)
                continue
            seen[key.text] = key.line
            yield Entry(key=key.text, line=key.line, value=self._value(key.text, depth))

    def _value(self, key: str, depth: int) -> Node:
        try:
            return self._node(next(self._events), depth + 1)
        except _RefusedError as refusal:
            if depth == 0:
                refusal.field = key
            raise


def _tell_double(key: Scalar, first: int, depth: int) -> _RefusedError:
    return _RefusedError(
        key.line,
        "Y311",
        f"Trường {quote(key.text)} ghi hai lần, ở dòng {first} và dòng {key.line}.",
        "Giữ lại một dòng, xóa dòng kia.",
        shorten(key.text) if depth == 0 else "",
    )


def _is_marked(event: yaml.Event) -> bool:
    """Has it an anchor, or a tag such as !!python/name? ("!" alone is how quotes are reported.)"""
    return bool(getattr(event, "anchor", None)) or getattr(event, "tag", None) not in (
        None,
        "",
        "!",
    )


def _explain(path: str, text: str, error: yaml.YAMLError, first_line: int) -> Problem:
    """Say in the editor's words where the parser gave up."""
    mark = getattr(error, "problem_mark", None)
    reason = f"{getattr(error, 'context', '')} {getattr(error, 'problem', '')}"
    unclosed = "quoted scalar" in reason and getattr(error, "context_mark", None)
    if unclosed:
        mark = error.context_mark  # type: ignore[attr-defined]
    lines = text.split("\n")
    row = min(mark.line, len(lines) - 1) if mark else 0
    tight = find_tight_line(path, "\n".join(lines[: row + 1]), first_line)
    if tight and not unclosed:
        return tight
    if unclosed:
        message = f"Dòng {quote(lines[row].strip(), 80)} mở ngoặc kép mà chưa đóng lại."
        remedy = 'Thêm dấu " ở cuối giá trị, ví dụ: title: "Kết quả thi: lớp 10".'
    else:
        message = f"Máy không hiểu phần khai báo từ dòng {quote(lines[row].strip(), 80)}."
        remedy = (
            "Mỗi dòng ghi tên: giá trị, có một dấu cách sau dấu hai chấm; giá trị có dấu : # % [ {"
            ' hay ngoặc kép thì đặt trong ngoặc kép, ví dụ: title: "Kết quả thi: lớp 10"; '
            "các dòng con lùi vào bằng hai dấu cách."
        )
    field = re.match(r"([a-z_]+):", lines[row])
    return replace(
        _fault(path, row + first_line, "Y309", message, remedy), field=field[1] if field else ""
    )


def find_tight_line(path: str, text: str, first_line: int) -> Problem | None:
    """The last line without a space behind its colon, which makes it no field: "title:Ngày"."""
    for row, line in reversed(list(enumerate(text.split("\n"), start=first_line))):
        if match := _TIGHT.fullmatch(line):
            problem = _fault(
                path,
                row,
                "Y309",
                f"Dòng {quote(line.strip(), 80)} thiếu dấu cách sau dấu hai chấm.",
                f'Thêm một dấu cách: "{match[1]}: {shorten(match[2])}".',
            )
            return replace(problem, field=match[1])
    return None


def _fault(path: str, line: int, code: str, message: str, remedy: str) -> Problem:
    return Problem(path=path, line=line, code=code, message=message, remedy=remedy)
