"""The registers of a content folder: ward.yml, units.yml, themes.yml, lists.yml, documents.yml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as Named
from dataclasses import dataclass
from datetime import tzinfo
from typing import TypeVar

from wardnews.content.fields import Fields
from wardnews.content.forms import mend_form
from wardnews.content.front_matter import read_nodes
from wardnews.content.nodes import Mapping, Sequence, is_blank
from wardnews.content.wards import read_contact, read_ward
from wardnews.model import Problem
from wardnews.text.quoting import quote, shorten
from wardnews.ward import LegalDocument, Registers, Strand, Term, Theme, Unit

FILES = ("ward.yml", "units.yml", "themes.yml", "lists.yml", "documents.yml")
LISTS = ("kinds", "audiences", "channels", "tags")
_UNIT_TYPES = ("ubnd", "phong", "trung-tam", "mam-non", "tieu-hoc", "thcs", "th-thcs")
_THEME_IDS = ("i", "ii", "iii", "iv", "v")
_ID = re.compile(r"[a-z0-9-]{1,100}")
_MOST_ROWS = 1000  # a ward has some thirty units, and cites some hundred documents
_LETTER = re.compile(r"[a-z]")
UNREADABLE = "\ufffe"  # the text of a register that is there, but has had its Problem already
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistersReading:
    """What came of the registers; those in `broken` were read in part or not at all."""

    registers: Registers
    zone: tzinfo
    problems: tuple[Problem, ...]
    broken: frozenset[str]


def read_registers(texts: Named[str, str]) -> RegistersReading:
    """Read the registers from their texts by file name; a name that is missing is a Problem."""
    problems: list[Problem] = []
    nodes = {name: _read_file(name, texts.get(name), problems) for name in FILES}
    ward_node = nodes["ward.yml"]
    ward, zone = read_ward(ward_node if isinstance(ward_node, Mapping) else None, problems)
    rows = {
        name: tuple(_rows(name, nodes[name], "", zone, problems))
        for name in ("units.yml", "themes.yml", "documents.yml")
    }
    lists = _read_lists(nodes["lists.yml"], zone, problems)
    lost = {name for name, text in texts.items() if text == UNREADABLE}
    registers = Registers(
        ward=ward,
        units=_each(rows["units.yml"], _read_unit),
        themes=_each(rows["themes.yml"], _read_theme),
        documents=_each(rows["documents.yml"], _read_document),
        **lists,
    )
    _check_units(registers.units, rows["units.yml"])
    broken = frozenset(lost | {p.path for p in problems if p.level == "error"})
    return RegistersReading(registers=registers, zone=zone, problems=tuple(problems), broken=broken)


def _read_file(name: str, text: str | None, problems: list[Problem]) -> Mapping | Sequence | None:
    if text is None:
        problems.append(
            Problem(
                path=name,
                code="R201",
                message=f"Thư mục nội dung thiếu tệp {name}.",
                remedy=f"Chép lại tệp {name} từ bản mẫu của chuyên trang rồi sửa cho phường mình.",
            )
        )
        return None
    if text == UNREADABLE:
        return None
    mended, faults = mend_form(name, text)
    problems.extend(faults)
    node = read_nodes(name, mended, problems=problems)
    if isinstance(node, Problem):
        problems.append(node)
        return None
    if node is None and name == "documents.yml":  # a ward may cite none
        return Sequence(items=(), line=1)
    wanted = Mapping if name in ("ward.yml", "lists.yml") else Sequence
    if not isinstance(node, wanted):
        shape = "các dòng tên: giá trị" if wanted is Mapping else "các mục bắt đầu bằng - id: …"
        problems.append(
            Problem(
                path=name,
                code="R202",
                message=f"Tệp {name} ghi chưa đúng dạng.",
                remedy=f"Tệp này phải gồm {shape}, như bản mẫu.",
            )
        )
        return None
    return node


def _rows(
    path: str,
    node: Mapping | Sequence | None,
    prefix: str,
    zone: tzinfo,
    problems: list[Problem],
) -> Iterator[tuple[str, Fields]]:
    """The rows of a list with their ids; a row without a proper new id is a Problem."""
    seen: set[str] = set()
    items = node.items if isinstance(node, Sequence) else ()
    if len(items) > _MOST_ROWS:
        message, remedy = f"Danh sách này có hơn {_MOST_ROWS} mục.", "Xóa các mục thừa."
        line = items[_MOST_ROWS].line
        problems.append(Problem(path=path, line=line, code="R206", message=message, remedy=remedy))
    for position, item in enumerate(items[:_MOST_ROWS]):
        if not isinstance(item, Mapping):
            problems.append(
                Problem(
                    path=path,
                    line=item.line,
                    code="R202",
                    message="Mục này chưa có mã (id).",
                    remedy='Mỗi mục bắt đầu bằng "- id: …", các dòng sau lùi vào hai dấu cách.',
                )
            )
            continue
        fields = Fields(path, item, zone=zone, problems=problems, prefix=f"{prefix}{position}.")
        identifier = fields.text("id", required="Mục này chưa có mã (id).", example="ma-cua-muc")
        if identifier and not _ID.fullmatch(identifier):
            fields.problem(
                "id",
                "R203",
                f"Mã {quote(identifier)} "
                + ("có ký tự không dùng được." if len(identifier) <= 100 else "quá 100 ký tự."),
                "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối, ví dụ: th-mau-a.",
            )
        elif identifier in seen:
            fields.problem(
                "id",
                "R203",
                f'Mã "{identifier}" đã dùng ở mục khác.',
                "Đặt cho mục này một mã khác.",
            )
        elif identifier:
            seen.add(identifier)
            yield identifier, fields


def _each(
    rows: tuple[tuple[str, Fields], ...], read: Callable[[str, Fields], R | None]
) -> tuple[R, ...]:
    found = []
    for identifier, fields in rows:
        row = read(identifier, fields)
        fields.finish()
        if row is not None:
            found.append(row)
    return tuple(found)


def _read_unit(identifier: str, fields: Fields) -> Unit:
    types = {name: name for name in _UNIT_TYPES}
    name = fields.text("name", required="Đơn vị chưa có tên.", example="Trường Tiểu học …")
    return Unit(
        id=identifier,
        name=name,
        short_name=fields.text("short_name") or name,
        type=fields.choice("type", types, "loại đơn vị", required="Đơn vị chưa ghi loại.") or "",
        website=fields.url("website"),
        contact=read_contact(fields),
        fanpage=fields.url("fanpage"),
        zalo_oa=fields.url("zalo_oa"),
        active_from=fields.day("active_from"),
        active_until=fields.day("active_until"),
        merged_into=fields.text("merged_into"),
    )


def _check_units(units: tuple[Unit, ...], rows: tuple[tuple[str, Fields], ...]) -> None:
    """A merged school names a school that exists, and is not merged into itself."""
    known = {unit.id for unit in units}
    fields_of = dict(rows)
    for unit in units:
        if unit.merged_into and (unit.merged_into not in known or unit.merged_into == unit.id):
            fields_of[unit.id].problem(
                "merged_into",
                "R204",
                f"Không có đơn vị nào khác có mã {quote(unit.merged_into)}.",
                "Ghi mã của đơn vị nhận sáp nhập, đã có trong units.yml.",
            )


def _read_theme(identifier: str, fields: Fields) -> Theme | None:
    strands = _read_strands(fields)
    name = fields.text("name", required="Chủ đề chưa có tên.", example="Quá trình và kết quả")
    theme = Theme(
        id=identifier,
        numeral=fields.text("numeral") or identifier.upper(),
        name=name,
        short_name=fields.text("short_name") or name,
        description=fields.text("description") or name,
        strands=strands,
    )
    if identifier not in _THEME_IDS:
        fields.problem(
            "id",
            "R203",
            f'Không có chủ đề "{identifier}": chuyên trang có năm chủ đề i, ii, iii, iv, v.',
            "Sửa mã thành một trong năm mã ấy.",
        )
        return None
    return theme


def _read_strands(fields: Fields) -> tuple[Strand, ...]:
    """The strands of a theme; their letters are folders of the site."""
    found: dict[str, Strand] = {}
    for inner in fields.mappings("strands", "- letter: a"):
        name = inner.text("name", required="Mạch nội dung chưa có tên.", example="UBND phường")
        letter = inner.text("letter", required="Mạch nội dung chưa có chữ cái.", example="a")
        short = inner.text("short_name") or name
        inner.finish()
        if letter in found or (letter and not _LETTER.fullmatch(letter)):
            inner.problem(
                "letter",
                "R203",
                f"Chữ cái {quote(letter)} đã dùng cho mạch khác."
                if letter in found
                else f"Chữ cái của mạch nội dung ghi là {quote(letter)}.",
                "Mỗi mạch có một chữ cái riêng từ a đến z, viết thường, không dấu.",
            )
        elif letter:
            found[letter] = Strand(letter=letter, name=name, short_name=short)
    return tuple(found.values())


def _read_document(identifier: str, fields: Fields) -> LegalDocument:
    return LegalDocument(
        id=identifier,
        number=fields.text("number", required="Văn bản chưa có số.", example="71-NQ/TW"),
        title=fields.text("title", required="Văn bản chưa có trích yếu.", example="…"),
        issuer=fields.text("issuer", required="Văn bản chưa ghi nơi ban hành.", example="…"),
        date=fields.day("date"),
        url=fields.url("url"),
    )


def _read_lists(
    node: Mapping | Sequence | None, zone: tzinfo, problems: list[Problem]
) -> dict[str, tuple[Term, ...]]:
    """The four lists of lists.yml; each stands under its own name."""
    found: dict[str, tuple[Term, ...]] = dict.fromkeys(LISTS, ())
    if not isinstance(node, Mapping):
        return found
    there = {entry.key for entry in node.entries}
    problems.extend(_misses(name, 1) for name in LISTS if name not in there)
    for entry in node.entries:
        if entry.key not in LISTS:
            problems.append(
                Problem(
                    path="lists.yml",
                    line=entry.line,
                    field=shorten(entry.key),
                    code="T103",
                    message=f"Không có danh sách nào tên là {quote(entry.key)}.",
                    remedy=f"Các danh sách dùng được: {', '.join(LISTS)}.",
                )
            )
        elif isinstance(entry.value, Sequence):
            rows = tuple(_rows("lists.yml", entry.value, f"{entry.key}.", zone, problems))
            found[entry.key] = _each(rows, _read_term)
            if entry.key == "kinds" and "tin" not in dict(rows):
                problems.append(_misses("kinds", entry.line))
        elif entry.key == "kinds" or not is_blank(entry.value):
            problems.append(_misses(entry.key, entry.line))
    return found


def _misses(name: str, line: int) -> Problem:
    """A list of lists.yml is not there, or is none, or lacks what items are by default."""
    wanted = "id: tin" if name == "kinds" else "id: …"
    return Problem(
        path="lists.yml",
        line=line,
        field=name,
        code="R202",
        message=f'Danh sách "{name}" của lists.yml còn thiếu, hoặc ghi chưa đúng dạng.',
        remedy=f'Ghi dòng "{name}:", dưới đó mỗi mục lùi vào hai dấu cách "- {wanted}", '
        'rồi "label: …", như bản mẫu.',
    )


def _read_term(identifier: str, fields: Fields) -> Term:
    return Term(
        id=identifier, label=fields.text("label", required="Mục này chưa có nhãn.", example="…")
    )
