"""A column of the open data: its name, what its values are and mean, and where they come from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from wardnews.model import Article
from wardnews.site_context import Site

Value = str | None | Sequence[str] | Sequence[Mapping[str, str | None]]
Form = Literal["text", "address", "moment", "list", "results"]
_TEXT = {"type": "string"}
_RESULT = {
    "measure": _TEXT,
    "before": _TEXT,
    "after": _TEXT,
    "unit": {"type": ["string", "null"]},
    "source": _TEXT,
}
# What a value is called on the page, and its JSON Schema.
_FORMS: Mapping[Form, tuple[str, Mapping[str, Any]]] = {
    "text": ("Chữ", _TEXT),
    "address": ("Địa chỉ mạng", {"type": "string", "format": "uri"}),
    "moment": ("Thời điểm", {"type": "string", "format": "date-time"}),
    "list": ("Danh sách", {"type": "array", "items": _TEXT}),
    "results": (
        "Danh sách kết quả",
        {
            "type": "array",
            "items": {"type": "object", "properties": _RESULT, "required": list(_RESULT)},
        },
    ),
}


@dataclass(frozen=True, slots=True)
class Column:
    """Written as a row of a table, hence by position."""

    name: str  # once published, neither it nor its meaning changes
    meaning: str  # in Vietnamese, for a ward officer
    example: Value
    read: Callable[[Article, Site], Value]
    form: Form = field(default="text", kw_only=True)
    optional: bool = field(default=False, kw_only=True)  # null in JSON, an empty cell in CSV

    @property
    def form_name(self) -> str:
        """What its values are, in words."""
        return _FORMS[self.form][0]

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of its values."""
        schema = dict(_FORMS[self.form][1])
        if self.optional:
            schema["type"] = [schema["type"], "null"]
        return {**schema, "description": self.meaning, "examples": [self.example]}


def flatten(value: Value) -> str:
    """A value as one text, for a cell: what is several is parted by upright strokes."""
    if value is None or isinstance(value, str):
        return value or ""
    return " | ".join(p if isinstance(p, str) else _flatten_result(p) for p in value)


def _flatten_result(result: Mapping[str, str | None]) -> str:
    unit = f" {result['unit']}" if result["unit"] else ""
    change = f"{result['before']} → {result['after']}{unit}"
    return f"{result['measure']}: {change} (nguồn: {result['source']})"
