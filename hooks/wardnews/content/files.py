"""The files of a content folder: their names as editors refer to them, stamps, replacing one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from wardnews.model import Problem

_DEEPEST = 12  # folders within one another: an item's files lie at the fourth
_MOST = 200_000  # files: ten thousand items with all their pictures are a quarter of that
Stamp = tuple[int, int, int, int]  # size, time of change in ns, time of any change in ns, inode


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the content folder: its name in NFC, as editors refer to it, and on the disk."""

    path: str  # POSIX, relative to the content folder
    place: str  # on the disk
    stamp: Stamp

    @property
    def real(self) -> Path:
        """The file on the disk."""
        return Path(self.place)

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return self.stamp[0]


def list_files(content: Path, problems: list[Problem]) -> Iterator[File]:
    """Every file below the folder, sorted; links are reported and never followed.

    What vanishes meanwhile is not there: editors' programs save under another name.
    """
    folders, count = [(str(content), "")], 0
    while folders:
        folder, above = folders.pop()
        for entry in _scan(folder):
            path = above + _show(entry.name)
            if entry.name.startswith((".", "~$")) or entry.name in ("Thumbs.db", "desktop.ini"):
                continue
            stamp = _stamp(entry)
            if stamp is None:
                continue
            if entry.is_symlink():
                problems.append(_linked(path))
            elif not _is_open(entry):
                problems.append(_closed(path))
            elif entry.is_dir():
                if path.count("/") < _DEEPEST:
                    folders.append((entry.path, f"{path}/"))
                else:
                    problems.append(_crowded(path, "Thư mục này nằm quá sâu trong thư mục khác."))
            elif (count := count + 1) > _MOST:
                problems.append(_crowded(path, f"Thư mục nội dung có hơn {_MOST} tệp."))
                return
            else:
                yield File(path=path, place=entry.path, stamp=stamp)


def _scan(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as scan:
            return sorted(scan, key=lambda entry: entry.name)
    except FileNotFoundError:
        return []


def _is_open(entry: os.DirEntry[str]) -> bool:
    if entry.is_dir():
        return os.access(entry.path, os.R_OK | os.X_OK)
    return entry.is_file() and os.access(entry.path, os.R_OK)


def _crowded(path: str, message: str) -> Problem:
    return Problem(
        path=path,
        code="F909",
        message=message,
        remedy="Chỉ để bài và tệp của bài trong thư mục nội dung; chuyển phần còn lại ra ngoài.",
    )


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    """None when it is no longer there."""
    try:
        found = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def _linked(path: str) -> Problem:
    return Problem(
        path=path,
        code="F903",
        message=f'"{path.rpartition("/")[2]}" là lối tắt dẫn đi nơi khác, không phải tệp thật.',
        remedy="Xóa lối tắt này và chép tệp thật vào đúng chỗ.",
    )


def _closed(path: str) -> Problem:
    """What may not be read, or would never end: a pipe, a device."""
    return Problem(
        path=path,
        code="F908",
        message=f'Máy không mở được "{path.rpartition("/")[2]}" để đọc.',
        remedy="Chép lại tệp thật vào đúng chỗ; nếu vẫn báo thì nhờ người quản lý máy "
        "cấp quyền đọc tệp.",
    )


def _show(name: str) -> str:
    """A name that can be printed and compared: a Mac writes NFD, a damaged one is shown as �."""
    if name.isascii():
        return name
    return normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file at once, keeping its mode: an interrupted write leaves the old text."""
    mode = path.stat().st_mode & 0o777
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    temporary = Path(name)
    temporary.chmod(mode)
    temporary.replace(path)
