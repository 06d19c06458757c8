"""The entries of one mapping: how values are reached, and Problems with their shape."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Named
from datetime import date, tzinfo

from wardnews.content.nodes import Mapping, Node, Scalar, Sequence, is_blank
from wardnews.content.wording import add_line, nearest
from wardnews.model import Level, Problem
from wardnews.text.dates import EXAMPLE
from wardnews.text.normal_form import HIDDEN, normalise
from wardnews.text.quoting import quote, shorten


class Entries:
    """The entries of one mapping of the file at `path`; `prefix` names it ("people.0.")."""

    def __init__(
        self,
        path: str,
        mapping: Mapping,
        *,
        zone: tzinfo,
        problems: list[Problem],
        prefix: str = "",
        example: date = EXAMPLE,
    ) -> None:
        """`example` is the day that examples of dates show."""
        self._path, self._zone, self._prefix, self._example = path, zone, prefix, example
        self._line = mapping.line
        self._entries = {entry.key: entry for entry in mapping.entries}
        self._asked: list[str] = []
        self.problems = problems

    def problem(
        self,
        name: str,
        code: str,
        message: str,
        remedy: str,
        *,
        line: int = 0,
        level: Level = "error",
    ) -> None:
        """Keep a problem with the field `name`."""
        entry = self._entries.get(name)
        at = line or (entry.line if entry else self._line)
        self.problems.append(
            Problem(
                path=self._path,
                line=at,
                field=self._prefix + name,
                code=code,
                level=level,
                message=message,
                remedy=remedy,
            )
        )

    def has(self, name: str) -> bool:
        """Is the field written, with a value?"""
        return self._value(name) is not None

    def finish(self, elsewhere: Named[str, str] | None = None) -> None:
        """Report every field that nobody asked for, with the nearest name.

        `elsewhere` says of fields of other kinds of items what they are for.
        """
        for key, entry in self._entries.items():
            if key in self._asked:
                continue
            name, line = shorten(key), entry.line
            if elsewhere and key in elsewhere:
                message = f'Trường "{key}" chỉ dùng cho {elsewhere[key]}.'
                self.problem(name, "T103", message, "Xóa dòng này, hoặc đổi loại bài.", line=line)
                continue
            meant = nearest(key, self._asked)
            remedy = (
                f'Có phải bạn muốn ghi "{meant}"? Sửa tên trường hoặc xóa dòng này.'
                if meant
                else f"Xóa dòng này. Các trường dùng được: {', '.join(sorted(self._asked))}."
            )
            message = f"Không có trường nào tên là {quote(key)}."
            self.problem(name, "T103", message, remedy, line=line)

    def _add_line(self, name: str, example: str) -> str:
        """Say which line to add, and for an inner field where."""
        parent, place, *_ = [*self._prefix.split("."), ""]
        where = ""
        if parent.isidentifier():
            where = f' dưới dòng "{parent}:", lùi vào hai dấu cách'
        if place.isdecimal():
            where = f' vào mục thứ {int(place) + 1} của "{parent}", thẳng hàng với các dòng khác'
        return add_line(f"{name}: {example}", is_there=name in self._entries, where=where)

    def _value(self, name: str) -> Node | None:
        if name not in self._asked:
            self._asked.append(name)
        entry = self._entries.get(name)
        return None if entry is None or is_blank(entry.value) else entry.value

    def _ask(self, name: str, required: str, example: str) -> Node | None:
        """The value, whose absence is a Problem if there is a sentence for it."""
        value = self._value(name)
        if value is None and required:
            self.problem(name, "T101", required, self._add_line(name, example))
        return value

    def _line_of(self, name: str) -> int:
        entry = self._entries.get(name)
        return entry.line if entry else self._line

    def _scalar(self, name: str, value: Node) -> str:
        if isinstance(value, Scalar):
            return self._clean(name, value)
        self._misshapen(name, f'phải là một dòng chữ, ví dụ: {name}: "…"')
        return ""

    def _clean(self, name: str, value: Scalar) -> str:
        """Text without what no reader can see, and a feed cannot hold: "\\0" in quotation marks."""
        if not HIDDEN.search(value.text):
            return normalise(value.text)
        self.problem(
            name,
            "Y308",
            f"Dòng {quote(value.text)} có ký tự lạ không hiện được.",
            "Xóa phần bắt đầu bằng dấu \\ trong ngoặc kép, rồi gõ lại dòng này.",
            line=value.line,
        )
        return normalise(HIDDEN.sub("", value.text))

    def _scalars(self, name: str) -> Iterator[tuple[str, int]]:
        value = self._value(name)
        if value is None:
            return
        for item in value.items if isinstance(value, Sequence) else (value,):
            if isinstance(item, Scalar):
                yield self._clean(name, item), item.line
            else:
                self._misshapen(
                    name,
                    "phải là danh sách, mỗi dòng một mục bắt đầu bằng dấu gạch: - …",
                    line=item.line,
                )

    def _misshapen(self, name: str, rule: str, line: int = 0) -> None:
        message = f'Trường "{name}" ghi chưa đúng dạng.'
        self.problem(name, "T104", message, f"Trường này {rule}.", line=line)
