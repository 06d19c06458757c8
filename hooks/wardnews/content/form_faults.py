"""The faults of form: their levels and what an editor is told of each, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wardnews.model import Level, Problem
from wardnews.text.quoting import shorten

_FIX = "chạy lệnh kiểm tra với --fix để máy sửa"

# code: level, message, remedy, what --fix did; {typed} is the line as it was, {mended} as it
# shall be.
_SAYINGS: dict[str, tuple[Level, str, str, str]] = {
    "Y301": (
        "error",
        'Đầu dòng "{typed}" có phím Tab.',
        'Thay mỗi phím Tab bằng 2 dấu cách: "{mended}".',
        'Đã thay bằng 2 dấu cách: "{mended}".',
    ),
    "Y302": (
        "error",
        'Dòng "{typed}" có dấu hai chấm hoặc dấu # nên máy hiểu nhầm.',
        "Đặt cả phần chữ trong dấu ngoặc kép thẳng: {mended}",
        "Đã đặt trong ngoặc kép: {mended}",
    ),
    "Y303": (
        "warning",
        "Đầu tệp có một dấu ẩn do phần mềm soạn thảo thêm vào.",
        f'Không cần làm gì, hoặc {_FIX}. Trong Notepad: lưu lại với mã hóa "UTF-8".',
        "Đã xóa dấu ẩn ấy.",
    ),
    "Y304": (
        "warning",
        "Tệp xuống dòng theo kiểu của Windows hoặc máy Mac đời cũ.",
        f"Không cần làm gì, hoặc {_FIX}.",
        "Đã đổi sang kiểu xuống dòng chung.",
    ),
    "Y305": (
        "warning",
        'Dòng "{typed}" có chữ và dấu bị tách rời hoặc gõ dấu sai thứ tự, nên sẽ không tìm thấy.',
        f"Gõ lại bằng bộ gõ Unicode dựng sẵn: {{mended}} (hoặc {_FIX}).",
        "Đã ghép lại: {mended}",
    ),
    "Y306": (
        "warning",
        'Dòng "{typed}" có dấu cách đặc biệt chép từ Word hoặc trang web.',
        "Xóa dấu cách đó rồi gõ lại bằng phím cách: {mended}",
        "Đã thay bằng dấu cách thường: {mended}",
    ),
    "Y307": (
        "warning",
        'Dòng "{typed}" có dấu ẩn không nhìn thấy, thường do chép từ Zalo, Facebook hoặc Word.',
        "Gõ lại dòng này: {mended}",
        "Đã xóa dấu ẩn: {mended}",
    ),
    "Y308": (
        "error",
        'Dòng "{typed}" có ký tự lạ không hiện được, thường do chép từ Word.',
        "Gõ lại dòng này: {mended}",
        "Đã xóa ký tự ấy: {mended}",
    ),
    "V402": (
        "warning",
        'Dòng "{typed}" có chữ kiểu Facebook mà máy đọc cho người khiếm thị không đọc được.',
        "Gõ lại bằng chữ thường; muốn chữ đậm trong bài thì đặt giữa hai cặp dấu sao: {mended}",
        "Đã đổi thành chữ thường: {mended}",
    ),
    "V403": (
        "warning",
        'Dòng "{typed}" có chữ của tiếng nước ngoài trông giống chữ Đ, nên sẽ không tìm thấy.',
        "Gõ lại chữ Đ, đ bằng bộ gõ tiếng Việt: {mended}",
        "Đã đổi thành chữ Đ: {mended}",
    ),
}
MENDABLE = frozenset({*_SAYINGS, "T131"})  # the codes that --fix can mend


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault at a line of the file as it was: the line before and after mending."""

    line: int
    code: str
    typed: str = ""
    mended: str = ""


def note(found: list[Finding], line: int, code: str, typed: str, mended: str) -> None:
    """Add a finding if mending changed the line."""
    if typed != mended:
        found.append(Finding(line=line, code=code, typed=typed, mended=mended))


def report(
    path: str, found: list[Finding], fields: Mapping[int, str], *, fixed: bool
) -> tuple[Problem, ...]:
    """Tell each code once a line, in the order of the lines; `fields` names the field of a line.

    Loose marks are told once a file: what comes from a Mac has them in every line.
    """
    first: dict[tuple[int, str], Finding] = {}
    for finding in found:
        first.setdefault((finding.line, finding.code), finding)
    in_order = [first[key] for key in sorted(first)]
    loose = [finding for finding in in_order if finding.code == "Y305"]
    return tuple(
        _tell(path, finding, fields.get(finding.line, ""), len(loose), fixed=fixed)
        for finding in in_order
        if finding not in loose[1:]
    )


def _tell(path: str, finding: Finding, field: str, loose: int, *, fixed: bool) -> Problem:
    level, message, remedy, done = _SAYINGS[finding.code]
    typed, mended = shorten(finding.typed.strip(), 80), shorten(finding.mended.strip(), 80)
    said = message.format(typed=typed)
    if finding.code == "Y305" and loose > 1:
        said = f"{said[:-1]}; {loose - 1} dòng khác trong tệp cũng vậy."
    return Problem(
        path=path,
        line=finding.line,
        field=field,
        code=finding.code,
        level="fixed" if fixed else level,
        message=said,
        remedy=(done if fixed else remedy).format(mended=mended),
    )
