"""Typed reading of one mapping, field by field; whatever is wrong becomes a Problem.

A reader of an item or a register is then a table: one line a field (after packaging's pylock).
Every method returns a usable value of its type, so that one mistake never hides the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Mapping as Named
from datetime import date, datetime
from typing import TypeVar

from wardnews.content.entries import Entries
from wardnews.content.nodes import Mapping, Sequence
from wardnews.content.wording import names_of, offer, spell_example, suggest
from wardnews.text.dates import EXAMPLE, LAST_MINUTE, Mistake, parse_day, parse_moment
from wardnews.text.links import is_mail_address, is_web_address
from wardnews.text.quoting import quote

_YES_NO = {"true": True, "co": True, "có": True, "false": False, "khong": False, "không": False}
T = TypeVar("T")
M = TypeVar("M", datetime, date)


class Fields(Entries):
    """The fields of one mapping, each read as what it should be."""

    def text(self, name: str, *, required: str = "", longest: int = 0, example: str = "") -> str:
        """One line of plain text; `required` is the sentence that says what is missing."""
        value = self._ask(name, required, example)
        if value is None:
            return ""
        return self._limited(name, " ".join(self._scalar(name, value).split()), longest)

    def block(self, name: str, *, required: str = "", example: str = "") -> str:
        """Plain text that may have paragraphs, kept as they stand."""
        value = self._ask(name, required, example)
        if value is None:
            return ""
        return self._scalar(name, value).strip()

    def texts(self, name: str, *, required: str = "", example: str = "") -> tuple[str, ...]:
        """A list of plain texts; a single text counts as a list of one."""
        self._ask(name, required, example)
        found = tuple(" ".join(text.split()) for text, _ in self._scalars(name))
        return tuple(filter(None, found))

    def flag(self, name: str) -> bool | None:
        """true or false (also co, khong); None when it is not written."""
        value = self._value(name)
        if value is None:
            return None
        typed = self._scalar(name, value).strip()
        if typed.lower() not in _YES_NO:
            self.problem(
                name,
                "T102",
                f"{quote(typed)} không phải là có hay không.",
                f'Ghi "{name}: co" hoặc "{name}: khong".',
            )
            return None
        return _YES_NO[typed.lower()]

    def moment(self, name: str, *, required: str = "") -> datetime | None:
        """A day with an hour; a day alone means 07:00."""
        return self._time(
            name,
            required,
            f"{self._example} 08:30",
            lambda text: parse_moment(text, self._zone, example=self._example),
        )

    def end(self, name: str) -> datetime | None:
        """Until when; a day alone counts to its last minute."""
        return self._time(
            name,
            "",
            f"{self._example} 17:00",
            lambda text: parse_moment(text, self._zone, LAST_MINUTE, example=self._example),
        )

    def day(self, name: str, *, required: str = "") -> date | None:
        """A day."""
        return self._time(
            name, required, str(self._example), lambda text: parse_day(text, example=self._example)
        )

    def url(self, name: str) -> str:
        """A web address; empty when what is written is none."""
        typed = self.text(name)
        if not typed or is_web_address(typed):
            return typed
        self.problem(
            name,
            "T126",
            f"{quote(typed)} không phải là địa chỉ trang mạng.",
            "Chép cả địa chỉ từ thanh địa chỉ của trình duyệt, bắt đầu bằng https://.",
        )
        return ""

    def mail(self, name: str) -> str:
        """A mail address; empty when what is written is none."""
        typed = self.text(name)
        if not typed or is_mail_address(typed):
            return typed
        self.problem(
            name,
            "T127",
            f"{quote(typed)} không phải là một địa chỉ thư điện tử.",
            f'Ghi một địa chỉ, ví dụ: "{name}: truong@tenmien.edu.vn".',
        )
        return ""

    def choice(
        self,
        name: str,
        known: Named[str, T],
        what: str,
        *,
        required: str = "",
        example: str = "",
        called: Named[str, str] | None = None,
    ) -> T | None:
        """One of the known ids; `known` maps each to what it stands for, `called` to its name."""
        value = self._value(name)
        if value is None:
            if required:
                example = example or next(iter(known), "")
                self.problem(
                    name, "T101", required, f"{self._add_line(name, example)} {offer(list(known))}"
                )
            return None
        typed = self._scalar(name, value)
        return self._chosen(name, typed, self._line_of(name), known, what, called or {})

    def choices(self, name: str, known: Named[str, T], what: str) -> tuple[T, ...]:
        """A list of known ids, each once."""
        found: dict[str, T] = {}
        for position, (typed, line) in enumerate(self._scalars(name)):
            chosen = self._chosen(f"{name}.{position}", typed, line, known, what, {})
            if chosen is not None:
                found[typed.strip()] = chosen
        return tuple(found.values())

    def mapping(self, name: str, example: str) -> Fields | None:
        """A field that has fields of its own."""
        value = self._value(name)
        if value is None:
            return None
        if isinstance(value, Mapping):
            return self._inner(f"{name}.", value)
        self._misshapen(name, f"phải có các dòng con, ví dụ {self._spell(example)}")
        return None

    def mappings(self, name: str, example: str) -> Iterator[Fields]:
        """A list whose every item has fields of its own."""
        value = self._value(name)
        if value is None:
            return
        items = value.items if isinstance(value, Sequence) else (value,)
        for position, item in enumerate(items):
            if isinstance(item, Mapping):
                yield self._inner(f"{name}.{position}.", item)
            else:
                self._misshapen(
                    name,
                    f"phải là danh sách, mỗi mục có các dòng con, ví dụ {self._spell(example)}",
                    line=item.line,
                )

    # --- what they share ----------------------------------------------------------------------

    def _inner(self, prefix: str, mapping: Mapping) -> Fields:
        return Fields(
            self._path,
            mapping,
            zone=self._zone,
            problems=self.problems,
            prefix=self._prefix + prefix,
            example=self._example,
        )

    def _spell(self, example: str) -> str:
        return spell_example(example.replace(str(EXAMPLE), str(self._example)))

    def _limited(self, name: str, text: str, longest: int) -> str:
        if longest and len(text) > longest:
            self.problem(
                name,
                "T105",
                f'Trường "{name}" dài {len(text)} ký tự, nhiều nhất là {longest}.',
                f"Rút gọn bớt {len(text) - longest} ký tự; phần còn lại để trong bài.",
            )
        return text

    def _time(
        self, name: str, required: str, example: str, parse: Callable[[str], M | Mistake]
    ) -> M | None:
        value = self._ask(name, required, example)
        if value is None:
            return None
        parsed = parse(self._scalar(name, value).strip())
        if isinstance(parsed, Mistake):
            self.problem(name, "T111", parsed.message, parsed.remedy)
            return None
        return parsed

    def _chosen(
        self,
        name: str,
        typed: str,
        line: int,
        known: Named[str, T],
        what: str,
        called: Named[str, str],
    ) -> T | None:
        typed = typed.strip()
        if typed in known:
            return known[typed]
        names = {word: (called.get(word, ""), *names_of(row)) for word, row in known.items()}
        meant = suggest(typed, names)
        remedy = f'Có phải bạn muốn ghi "{meant}"? ' if meant else ""
        message = f"Không có {what} nào là {quote(typed)}."
        self.problem(name, "T102", message, remedy + offer(list(known)), line=line)
        return None
