"""The open data as files: every item that is shown, in JSON and in CSV, and a JSON Schema."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Any

from wardnews import addresses
from wardnews.columns import flatten
from wardnews.outputs import Output, digest, ready_output
from wardnews.records import COLUMNS, find_last_change, list_shared, make_record, stamp
from wardnews.site_context import Site

# What a spreadsheet may take for a formula, and so obey: OWASP, CSV Injection. It also trims
# spaces, and takes the wide forms of East Asian keyboards.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEXT, _OPTIONAL = {"type": "string"}, {"type": ["string", "null"]}
# What stands around the items, and its JSON Schema.
_AROUND: dict[str, dict[str, Any]] = {
    "$schema": {"type": "string", "format": "uri"},
    "title": {**_TEXT, "description": "Tên bộ dữ liệu."},
    "url": {**_TEXT, "format": "uri", "description": "Trang giải thích dữ liệu."},
    "publisher": {**_TEXT, "description": "Cơ quan công bố."},
    "licence": {**_OPTIONAL, "description": "Giấy phép; trống thì theo dòng reuse."},
    "reuse": {**_TEXT, "description": "Điều kiện dùng lại."},
    "demo": {"type": "boolean", "description": "true: tên và số liệu đặt ra để xem thử."},
    "language": {**_TEXT, "description": "Ngôn ngữ của mọi bài (BCP 47)."},
    "modified": {**_OPTIONAL, "format": "date-time", "description": "Lần đổi mới nhất của bài."},
    "count": {"type": "integer", "minimum": 0, "description": "Số bài."},
}


def render_open_data(site: Site) -> Iterator[Output]:
    """The files below du-lieu/; the page beside them is one of pages/."""
    cards = (site.cards[article.path] for article in list_shared(site))
    newest = find_last_change(site)
    key = digest(site.base, "open data", stamp(newest) if newest else "", *cards)
    yield Output(path=addresses.DATA_JSON, key=key, make=partial(_render_json, site))
    yield Output(path=addresses.DATA_CSV, key=key, make=partial(_render_csv, site))
    yield ready_output(addresses.DATA_SCHEMA, _render_schema(site))


def _render_json(site: Site) -> bytes:
    """One object, an item a line: what changed can be seen by comparing two versions."""
    items = list_shared(site)
    newest = find_last_change(site)
    ward = site.newsroom.registers.ward
    around = {
        "$schema": site.url + addresses.DATA_SCHEMA,
        "title": f"{ward.section}: dữ liệu mở",
        "url": site.url + addresses.DATA,
        "publisher": ward.governing_body,
        "licence": ward.licence or None,
        "reuse": ward.reuse,
        "demo": ward.demo,
        "language": "vi",
        "modified": stamp(newest) if newest else None,
        "count": len(items),
    }
    start = json.dumps(around, ensure_ascii=False, indent=1).removesuffix("\n}")
    rows = ",\n".join(_COMPACT.encode(make_record(item, site)) for item in items)
    return f'{start},\n "articles": [\n{rows}\n ]\n}}\n'.encode()


def _render_csv(site: Site) -> bytes:
    """RFC 4180, with a header row.

    The byte order mark is for Excel: without it Excel on Vietnamese Windows reads the file in
    windows-1258 and shows "TrÆ°á»ng" for "Trường".
    """
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(column.name for column in COLUMNS)
    for item in list_shared(site):
        rows.writerow(guard(flatten(value)) for value in make_record(item, site).values())
    return text.getvalue().encode("utf-8-sig")


def guard(cell: str) -> str:
    """The text of a cell, kept from being obeyed as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _render_schema(site: Site) -> bytes:
    """Columns may be added later, so others than these are not forbidden."""
    row = {
        "type": "object",
        "properties": {column.name: column.schema for column in COLUMNS},
        "required": [column.name for column in COLUMNS],
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": site.url + addresses.DATA_SCHEMA,
        "title": f"{site.newsroom.registers.ward.section}: dữ liệu mở",
        "type": "object",
        "properties": {**_AROUND, "articles": {"type": "array", "items": row}},
        "required": [*_AROUND, "articles"],
    }
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
