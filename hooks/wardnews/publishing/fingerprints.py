"""The SHA-256 of every file of a folder, computed again only for files that have changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from wardnews.cache import Cache
from wardnews.outputs import digest
from wardnews.publishing.manifest import HIDDEN, FileFact

Mark = tuple[int, int, int, int]  # size, two times in ns, inode


def fingerprint_files(folder: Path, cache: Cache) -> dict[str, FileFact]:
    """Every file below the folder by its path.

    A file with the same size, times and inode as before is the same: the store replaces files
    and never writes into one.
    """
    name = f"publishing/{digest(str(folder.resolve())).hex()}"
    known: dict[str, tuple[Mark, str]] = cache.load(name) or {}
    marks = {path: (mark, _find_hash(path, mark, folder, known)) for path, mark in _walk(folder)}
    if marks != known:
        cache.save(name, marks)
    return {
        path: FileFact(sha256=sha256, size=mark[0], modified=mark[1])
        for path, (mark, sha256) in sorted(marks.items())
    }


def _find_hash(path: str, mark: Mark, folder: Path, known: dict[str, tuple[Mark, str]]) -> str:
    kept = known.get(path)
    return kept[1] if kept and kept[0] == mark else hash_file(folder / path)


def hash_file(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _walk(folder: Path) -> Iterator[tuple[str, Mark]]:
    for path in list_files(folder):
        found = (folder / path).lstat()
        yield path, (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def list_files(folder: Path) -> Iterator[str]:
    """The paths of all files and links below the folder, but for our own notes at its root."""
    open_folders = [""]
    while open_folders:
        inner = open_folders.pop()
        with os.scandir(f"{folder}/{inner}") as scan:
            for entry in scan:
                if not inner and entry.name == HIDDEN:
                    continue
                if entry.is_dir(follow_symlinks=False):
                    open_folders.append(f"{inner}{entry.name}/")
                else:
                    yield f"{inner}{entry.name}"
