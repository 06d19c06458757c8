"""Reads a whole content folder: every item in a worker that can be killed, and every Problem.

No single file may hide the problems of the others, crash the process or take unbounded time:
Python-Markdown needs more than 30 seconds for 20,000 "[".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import partial
from pathlib import Path

from wardnews.bodies import render_body
from wardnews.cache import Cache
from wardnews.content.articles import read_article
from wardnews.content.body_rules import check_body
from wardnews.content.files import File, list_files
from wardnews.content.forms import mend_form
from wardnews.content.front_matter import Header, find_tight_line, read_nodes, split_header
from wardnews.content.manuscripts import PATH, Manuscript
from wardnews.content.nodes import Mapping, list_fields, list_texts
from wardnews.content.passages import Passage, Passages
from wardnews.content.personal_data import check_personal_data
from wardnews.content.places import explain_place, find_unread
from wardnews.content.registers import FILES, UNREADABLE, RegistersReading, read_registers
from wardnews.content.rules import check_manuscript
from wardnews.model import Problem
from wardnews.outputs import digest, digest_bytes
from wardnews.progress import Progress, keep_silent
from wardnews.shelves import Shelf
from wardnews.text.legacy_fonts import convert_legacy, detect_legacy
from wardnews.text.quoting import quote
from wardnews.ward import Registers
from wardnews.workers import Failure, map_bounded

LARGEST = 1 << 20  # 1 MiB of text is 200 pages
_LONGEST_LINE = 1000  # a paragraph
SECONDS = 5.0  # an honest article takes a few milliseconds
_ROOTS = ("articles", "exemplars")


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentReading:
    """Everything found in a content folder, not yet judged as a whole."""

    registers: RegistersReading
    manuscripts: tuple[Manuscript, ...]  # by path
    files: dict[str, File]
    problems: tuple[Problem, ...]  # of the folder itself: links, foreign files, sizes
    read: int  # items that were not kept from an earlier time


def read_content(
    content: Path, *, workers: int, cache: Cache, progress: Progress = keep_silent
) -> ContentReading:
    """Read the content folder; bodies are rendered and single files judged on the way."""
    problems: list[Problem] = []
    files = {file.path: file for file in list_files(content, problems)}
    texts = dict(_register_texts(files, problems))
    registers = read_registers(texts)
    readable = [file for file in files.values() if _is_item(file, problems)]
    context = digest(*(part for name in sorted(texts) for part in (name, texts[name])))
    shelf: Shelf[Manuscript] = Shelf(cache, f"items/{digest(str(content)).hex()}", context)
    manuscripts = tuple(_read_items(readable, shelf, registers, workers, progress))
    shelf.save()
    return ContentReading(
        registers=registers,
        manuscripts=manuscripts,
        files=files,
        problems=tuple(problems),
        read=shelf.made,
    )


def _read_items(
    files: list[File],
    shelf: Shelf[Manuscript],
    registers: RegistersReading,
    workers: int,
    progress: Progress,
) -> Iterator[Manuscript]:
    """The item of each file, kept or read anew."""
    kept = [shelf.find(file) for file in files]
    new = [file for file, found in zip(files, kept, strict=True) if found is None]
    read = partial(_read_file, registers=registers.registers, zone=registers.zone)
    results = map_bounded(read, new, workers=workers, seconds=SECONDS)
    results = progress(results, "Đọc bài", len(new))
    for file, found in zip(files, kept, strict=True):
        if found is not None:
            yield found[1]
            continue
        result = next(results)
        if isinstance(result, Failure):  # a slow machine may do better next time: not kept
            yield _failed(file, result)
        else:
            shelf.keep(file, result.digest, result)
            yield result


def read_manuscript(path: str, data: bytes, *, registers: Registers, zone: tzinfo) -> Manuscript:
    """Read one item from its bytes and judge it by itself."""
    text = decode(path, data)
    if isinstance(text, Problem):
        return Manuscript(path=path, lines={}, problems=(text,))
    text, faults = mend_form(path, text)
    problems = [*faults, *check_legacy_fonts(path, text)]
    header = split_header(path, text)
    if isinstance(header, Problem):
        return Manuscript(path=path, lines={}, problems=(*problems, header))
    body = render_body(header.body, first_line=header.body_line)
    in_body = list(check_body(path, header.body, body, header.body_line))
    node = read_nodes(path, header.text, first_line=2, problems=problems)
    if not isinstance(node, Mapping | Problem):  # empty, or lines that are no fields
        node = find_tight_line(path, header.text, 2) or Mapping(entries=(), line=1)
    if isinstance(node, Problem):
        return Manuscript(path=path, lines={}, problems=(*problems, node, *in_body))
    reading = read_article(path, node, body=body, registers=registers, zone=zone, problems=problems)
    fields = list(list_fields(node))
    manuscript = Manuscript(
        path=path,
        status=reading.status,
        article=reading.article,
        lines={name: line for name, line, blank in fields if not blank},
        blanks={name: line for name, line, blank in fields if blank},
        card=digest(header.text),
    )
    if reading.status == "go":  # of its words nothing is left, in no warning either
        problems = [problem for problem in problems if problem.level == "error"]
    else:
        problems += in_body
        if reading.article:
            passages = _gather(node, header)
            problems += check_personal_data(manuscript, passages, reading.article, registers)
    problems += check_manuscript(manuscript)
    return replace(manuscript, problems=tuple(problems))


def _gather(node: Mapping, header: Header) -> Passages:
    """Every text of an item's file, the header's one by one, then the body."""
    fields = [Passage(field=f, line=each.line, text=each.text) for f, each in list_texts(node)]
    return Passages([*fields, Passage(field="", line=header.body_line, text=header.body)])


def decode(path: str, data: bytes) -> str | Problem:
    """The text of a file; only UTF-8 is read, because a guess would publish rubbish."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(
            path=path,
            line=data.count(b"\n", 0, error.start) + 1,
            code="F901",
            message="Tệp không lưu bằng bảng mã UTF-8 nên chữ tiếng Việt không đọc được.",
            remedy="Mở tệp bằng Notepad, chọn Lưu thành (Save as), ở ô Mã hóa (Encoding) "
            "chọn UTF-8 rồi lưu lại.",
        )


def check_legacy_fonts(path: str, text: str) -> Iterator[Problem]:
    """Text typed with .VnTime or VNI fonts: the public would see rubbish."""
    encoding = detect_legacy(text)
    if encoding is None:
        return
    lines = text.split("\n")
    worst = max(range(len(lines)), key=lambda n: sum("\x7f" < c < "\u0100" for c in lines[n]))
    typed = lines[worst].strip()
    font = ".VnTime (TCVN3)" if encoding == "tcvn3" else "VNI-Times (VNI)"
    yield Problem(
        path=path,
        line=worst + 1,
        code="V401",
        message=f"Đoạn {quote(typed)} gõ bằng phông cũ {font}; người đọc sẽ thấy chữ rác.",
        remedy="Chuyển sang Unicode rồi đọc lại; cả dòng ấy đúng ra là "
        f"{quote(convert_legacy(typed, encoding), _LONGEST_LINE)}.",
    )


def _read_file(file: File, *, registers: Registers, zone: tzinfo) -> Manuscript:
    data = file.real.read_bytes()
    manuscript = read_manuscript(file.path, data, registers=registers, zone=zone)
    return replace(manuscript, digest=digest_bytes(data))


def _failed(file: File, failure: Failure) -> Manuscript:
    codes = {"slow": "F904", "memory": "F905", "crash": "F906"}
    said = {
        "slow": "Máy đọc tệp này quá lâu nên đã dừng lại.",
        "memory": "Tệp này lồng nhau quá sâu hoặc tốn quá nhiều bộ nhớ.",
        "crash": "Máy dừng đột ngột khi đọc tệp này.",
    }
    problem = Problem(
        path=file.path,
        code=codes[failure.reason],
        message=said[failure.reason],
        remedy="Xem lại đoạn có rất nhiều dấu [ ( * > hoặc ` liền nhau, thường do dán từ nơi khác; "
        "xóa hoặc gõ lại đoạn ấy.",
    )
    return Manuscript(path=file.path, lines={}, problems=(problem,))


def _register_texts(files: dict[str, File], problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for name in FILES:
        if name in files and not _fits(files[name], problems):
            yield name, UNREADABLE
        elif name in files:
            text: str | Problem = decode(name, files[name].real.read_bytes())
            if isinstance(text, Problem):
                problems.append(text)
                text = UNREADABLE
            yield name, text


def _fits(file: File, problems: list[Problem]) -> bool:
    if file.size <= LARGEST:
        return True
    problems.append(
        Problem(
            path=file.path,
            code="F902",
            message=f"Tệp nặng {file.size / LARGEST:.1f} MB chữ, nhiều nhất là 1 MB.".replace(
                ".", ",", 1
            ),
            remedy="Tách bài thành nhiều bài, hoặc để tài liệu dài thành tệp đính kèm.",
        )
    )
    return False


def _is_item(file: File, problems: list[Problem]) -> bool:
    """Is this file an item that can be read? A Markdown file anywhere else is a Problem."""
    root = file.path.partition("/")[0]
    if not file.path.endswith(".md"):
        if root in _ROOTS:
            index = file.real.parent / "index.md"
            unread = find_unread(file.path, is_alone=lambda: not index.exists())
            problems += filter(None, [unread])
        elif file.path not in FILES:
            problems.append(_stray(file, "Tệp này không thuộc về đâu trong thư mục nội dung."))
        return False
    if root not in _ROOTS:
        problems.append(_stray(file, "Bài nằm ngoài hai thư mục articles và exemplars."))
        return False
    if PATH.fullmatch(file.path):
        return _fits(file, problems)
    problems.append(explain_place(file.path))
    return False


def _stray(file: File, message: str) -> Problem:
    return Problem(
        path=file.path,
        code="F907",
        level="warning",
        message=message,
        remedy="Xóa tệp, hoặc chuyển vào thư mục của bài dùng nó, ví dụ: "
        "articles/ubnd/2026/03-05-ten-bai/.",
    )
