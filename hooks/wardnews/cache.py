"""Derived values on the disk: whatever is damaged, cut short or of another version is not there.

Losing any of it costs time only, so an error while saving is nobody's concern. A value is written
aside and renamed, so two builds at once leave one or the other.
"""

from __future__ import annotations

import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any
from zlib import crc32

from wardnews.outputs import digest

_HEAD = len(digest()) + 12  # of version and signature
_LIBRARIES = (
    "feedgen", "fontpkg-be-vietnam-pro", "jinja2", "lxml", "markdown", "mkdocs",
    "mkdocs-material", "nh3", "pillow", "pillow-heif", "python-slugify", "pyyaml",
)  # fmt: skip


def open_cache(folder: Path, code: Iterable[Path]) -> Cache:
    """The cache in a folder, for the code and templates in the folders `code`.

    Its version is made of their files and of the libraries that the bytes of a site depend on.
    """
    found = (path for place in code for path in place.rglob("*") if path.is_file())
    files = sorted(path for path in found if path.suffix != ".pyc")
    parts: list[bytes | str] = [sys.version]
    for path in files:
        parts += [path.name, path.read_bytes()]
    parts += [f"{name} {_find_version(name)}" for name in _LIBRARIES]
    return Cache(folder=folder, version=digest(*parts))


@lru_cache
def _identify_sources(sources: tuple[Path, ...]) -> bytes:
    contents = [path.read_bytes() for path in sources]
    return digest(*contents, *(f"{name} {_find_version(name)}" for name in _LIBRARIES))


def _find_version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cache:
    """A folder of values that the same code made; `version` identifies code and libraries."""

    folder: Path
    version: bytes

    def narrow(self, *sources: Path) -> Cache:
        """The same folder, for values that follow from these modules and the libraries alone."""
        return replace(self, version=_identify_sources(sources))

    def load(self, name: str) -> Any:
        """The value saved under a name, or None."""
        data = self._read(name)
        return None if data is None else pickle.loads(data)

    def save(self, name: str, value: object) -> None:
        """Save a value that can be pickled."""
        self.save_bytes(name, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def load_bytes(self, name: str) -> bytes | None:
        """The bytes saved under a name, or None."""
        data = self._read(name)
        return None if data is None else bytes(data)

    def _read(self, name: str) -> memoryview | None:
        """The payload as it was read, not copied: that of an archive of items is large."""
        try:
            data = memoryview((self.folder / name).read_bytes())
        except OSError:
            return None
        head, payload = data[:_HEAD], data[_HEAD:]
        return payload if head == self.version + _sign(name, payload) else None

    def save_bytes(self, name: str, payload: bytes) -> None:
        """Save bytes under a name of one or more parts."""
        path = self.folder / name
        temporary = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".")
            with os.fdopen(handle, "wb") as stream:
                stream.write(self.version + _sign(name, payload) + payload)
            Path(temporary).replace(path)
        except OSError:
            if temporary is not None:
                with suppress(OSError):
                    Path(temporary).unlink()

    def keep_only(self, place: str, names: Collection[str]) -> None:
        """Drop everything else below a folder: what no item uses may be what was withdrawn."""
        with suppress(OSError):
            for path in (self.folder / place).iterdir():
                if path.name not in names:
                    with suppress(OSError):
                        shutil.rmtree(path) if path.is_dir() else path.unlink()

    def tell_time(self) -> int:
        """The file system's own time in nanoseconds; 0 when nothing can be written."""
        self.save_bytes("now", b"")
        try:
            return (self.folder / "now").stat().st_mtime_ns
        except OSError:
            return 0


def _sign(name: str, payload: bytes | memoryview) -> bytes:
    """Tells whole bytes under their own name from damaged ones; a guard against accidents."""
    return crc32(payload, crc32(name.encode())).to_bytes(4) + len(payload).to_bytes(8)
