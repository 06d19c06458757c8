"""Mends in the files themselves what can be mended without asking, touching nothing else."""

from __future__ import annotations

from collections.abc import Callable

from wardnews.content.files import File, replace_file
from wardnews.content.forms import mend_form
from wardnews.content.front_matter import read_nodes, split_header
from wardnews.content.manuscripts import PATH, propose_id
from wardnews.content.nodes import Mapping, Node, Scalar, Sequence, is_blank
from wardnews.content.reader import LARGEST, decode
from wardnews.model import Problem


def mend_files(files: dict[str, File], wanted: Callable[[str], bool]) -> tuple[Problem, ...]:
    """Mend the wanted files on the disk; each mend is a Problem of level "fixed"."""
    mended: list[Problem] = []
    texts = {path: _text(file) for path, file in files.items() if path.endswith((".md", ".yml"))}
    ids = {_id(path, text) for path, text in texts.items() if text is not None}
    for path, text in texts.items():
        if text is None or not wanted(path):
            continue
        after, found = mend_form(path, text, fixed=True)
        problems = list(found)
        if PATH.fullmatch(path):
            after, added = _add_id(path, after, ids)
            problems += added
        if after != text:
            replace_file(files[path].real, after.encode("utf-8"))
            mended += problems
    return tuple(mended)


def _text(file: File) -> str | None:
    """The text of a file that may be mended; None when it is too large, not UTF-8, or gone."""
    if file.size > LARGEST:
        return None
    try:
        text = decode(file.path, file.real.read_bytes())
    except FileNotFoundError:
        return None
    return None if isinstance(text, Problem) else text


def read_header(path: str, text: str) -> Mapping | None:
    """The header of an item's text as it stands, in the lines after mending; None without one."""
    header = split_header(path, mend_form(path, text)[0])
    if isinstance(header, Problem):
        return None
    node = read_nodes(path, header.text, first_line=2)
    return node if isinstance(node, Mapping) else None


def _id(path: str, text: str) -> str:
    """The id that an item has already."""
    header = read_header(path, text) if PATH.fullmatch(path) else None
    for entry in header.entries if header else ():
        if entry.key == "id" and isinstance(entry.value, Scalar):
            return entry.value.text.strip()
    return ""


def _add_id(path: str, text: str, ids: set[str]) -> tuple[str, list[Problem]]:
    """Give an item its permanent id, in the line left blank or as the last line of its header."""
    header = read_header(path, text)
    entry = next((entry for entry in header.entries if entry.key == "id"), None) if header else None
    if header is None or (entry and not is_blank(entry.value)):
        return text, []
    number, new = 1, (stem := propose_id(path))
    while new in ids:
        number += 1
        new = f"{stem[:56]}-{number}"
    lines = text.split("\n")
    end = next(row for row, line in enumerate(lines[1:], start=1) if line.rstrip(" \t") == "---")
    row = entry.line - 1 if entry else end
    lines[row : row + bool(entry)] = [f"id: {new}"]
    after = "\n".join(lines)
    wanted = {**{each.key: list_values(each.value) for each in header.entries}, "id": new}
    if list_values(read_header(path, after)) != wanted:
        return text, []  # indented, in braces, or ended by dots: left to the editor
    ids.add(new)
    problem = Problem(
        path=path,
        line=row + 1,
        field="id",
        code="T131",
        level="fixed",
        message="Bài chưa có mã bài (id).",
        remedy=f'Đã ghi dòng "id: {new}"; đã đặt thì không đổi nữa.',
    )
    return after, [problem]


def list_values(node: Node | None) -> object:
    """What a node says, without its lines."""
    if isinstance(node, Mapping):
        return {entry.key: list_values(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [list_values(item) for item in node.items]
    return node.text.rstrip("\n") if node else None
