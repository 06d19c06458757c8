"""The standing pages of docs/: their addresses, and whether their headers can be read.

MkDocs swallows a broken header and publishes it as text, so it is read here first.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

from wardnews import addresses
from wardnews.content.forms import mend_form
from wardnews.content.front_matter import read_nodes, split_header
from wardnews.content.nodes import Mapping
from wardnews.content.reader import decode
from wardnews.content.wording import nearest
from wardnews.model import Problem
from wardnews.text.quoting import quote, shorten

_FIELDS = ["title", "description", "contacts"]
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")  # what MkDocs renders
_YEAR = re.compile(r"[0-9]{4}/")  # items stand below years


def list_standing_pages(docs: Path) -> frozenset[str]:
    """The addresses of the pages of docs/, which MkDocs renders."""
    return frozenset(_address(page.relative_to(docs)) for page in _list_pages(docs))


def _list_pages(docs: Path) -> list[Path]:
    return sorted(file for file in docs.rglob("*") if file.suffix in _MARKDOWN)


def _address(page: PurePosixPath | Path) -> str:
    """The address that MkDocs gives a page."""
    whole = page.parent if page.stem in ("index", "README") else page.with_suffix("")
    return "/" if whole == whole.parent else whole.as_posix() + "/"


def check_standing_pages(docs: Path) -> tuple[Problem, ...]:
    """What is wrong with the headers; paths are given as "../docs/…", beside the content folder."""
    problems: list[Problem] = []
    taken: dict[str, Path] = {}
    for file in sorted(docs.rglob("*")):
        if file.is_file() and not file.name.startswith("."):
            problems += _check_place(docs, file, taken)
    for page in _list_pages(docs):
        path = _path(docs, page)
        text = decode(path, page.read_bytes())
        if isinstance(text, Problem):
            problems.append(text)
        else:
            problems += _check_header(path, text)
    return tuple(problems)


def _path(docs: Path, file: Path) -> str:
    return f"../{docs.name}/{file.relative_to(docs).as_posix()}"


def _check_place(docs: Path, file: Path, taken: dict[str, Path]) -> list[Problem]:
    """A file whose address is another's would be overwritten, or overwrite a page."""
    inside = file.relative_to(docs)
    address = _address(inside) if inside.suffix in _MARKDOWN else inside.as_posix()
    own = address == "/" or addresses.is_own(address.strip("/")) or _YEAR.match(address)
    if not own and taken.setdefault(address.lower(), file) == file:
        return []
    owner = "chính chuyên trang" if own else taken[address.lower()].relative_to(docs).as_posix()
    return [
        Problem(
            path=_path(docs, file),
            code="F907",
            message=f'Địa chỉ "/{address.lstrip("/")}" của tệp này là của {owner}.',
            remedy="Đặt cho tệp một tên khác, ví dụ: gioi-thieu.md.",
        )
    ]


def _check_header(path: str, text: str) -> list[Problem]:
    """MkDocs heeds neither line ends nor a hidden mark; a line it stumbles over is told."""
    text, faults = mend_form(path, text)
    if not text.startswith("---"):
        return []
    header = split_header(path, text)
    if isinstance(header, Problem):
        return [header]
    found = [p for p in faults if p.level == "error" and p.line < header.body_line]
    node = read_nodes(path, header.text, first_line=2, problems=found)
    if isinstance(node, Problem):
        return [*found, node]
    return found + [
        Problem(
            path=path,
            line=entry.line,
            field=shorten(entry.key),
            code="T103",
            message=f"Không có trường nào tên là {quote(entry.key)}.",
            remedy=f'Có phải bạn muốn ghi "{nearest(entry.key, _FIELDS) or "title"}"? '
            "Trang cố định chỉ có các trường title, description và contacts.",
        )
        for entry in (node.entries if isinstance(node, Mapping) else ())
        if entry.key not in _FIELDS
    ]
