"""The manifest of a release: every file with its SHA-256, and what the next one is held to.

It lies in the hidden folder `.wardnews` of the release, which no server hands out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from stat import S_ISREG
from typing import Any

FORMAT = 1
HIDDEN = ".wardnews"
_PLACE = f"{HIDDEN}/manifest.json"
_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
COMPRESSED = (".gz", ".br")


class ManifestUnreadableError(Exception):
    """A release without a manifest that can be read: cut short, or of a newer version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFact:
    """What identifies a file of a release."""

    sha256: str
    size: int  # bytes
    modified: int  # ns since 1970; whoever meddles with a file moves it


def is_intact(path: Path, fact: FileFact) -> bool:
    """Is the file, by its size and moment of change, still the one that was published?"""
    try:
        found = path.lstat()
    except OSError:
        return False
    return S_ISREG(found.st_mode) and (found.st_size, found.st_mtime_ns) == (
        fact.size,
        fact.modified,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A release as it was published."""

    release: str  # its folder's name
    previous: str  # the release that was current before; "" for the first
    published: datetime  # by the clock
    now: datetime  # the moment that it was built for
    next_change: datetime  # when something would take effect by itself
    site_url: str  # ends with "/"
    source: str  # identifies what it was built from, but the clock
    counts: Mapping[str, int]  # items, pages, feeds
    items: Mapping[str, str]  # address -> guid, of the items that are shown
    withdrawn: tuple[str, ...]  # addresses that were ever taken down: nothing may come back there
    traces: Mapping[str, tuple[str, ...]]  # address -> what the item's sentences are known by
    files: Mapping[str, FileFact]  # by path; the hidden folder is not among them

    def list_built(self) -> Iterator[tuple[str, FileFact]]:
        """The files as they were built, without their compressed forms."""
        for path, fact in self.files.items():
            if not path.endswith(COMPRESSED) or path[:-3] not in self.files:
                yield path, fact


def write_manifest(manifest: Manifest, release: Path) -> None:
    """Put the manifest into its release: one file a line, so that two can be compared."""
    head: dict[str, Any] = {
        "format": FORMAT,
        "release": manifest.release,
        "previous": manifest.previous,
        "published": manifest.published.isoformat(timespec="seconds"),
        "now": manifest.now.isoformat(timespec="seconds"),
        "next_change": manifest.next_change.isoformat(timespec="seconds"),
        "site_url": manifest.site_url,
        "source": manifest.source,
        "counts": dict(manifest.counts),
        "withdrawn": manifest.withdrawn,
    }
    parts = [f' "{name}": {_COMPACT.encode(value)}' for name, value in head.items()]
    parts.append(_render_table("items", manifest.items))
    parts.append(_render_table("traces", manifest.traces))
    files = {
        path: {"sha256": fact.sha256, "size": fact.size, "modified": fact.modified}
        for path, fact in manifest.files.items()
    }
    parts.append(_render_table("files", files))
    place = release / _PLACE
    place.parent.mkdir(exist_ok=True)
    place.parent.chmod(0o755)  # a monitor may run as somebody else
    place.write_text("{\n" + ",\n".join(parts) + "\n}\n", "utf-8")
    place.chmod(0o644)


def _render_table(name: str, rows: Mapping[str, object]) -> str:
    lines = (f"  {_COMPACT.encode(key)}: {_COMPACT.encode(rows[key])}" for key in sorted(rows))
    return f' "{name}": {{\n' + ",\n".join(lines) + "\n }"


def read_manifest(release: Path) -> Manifest:
    """The manifest of the release in a folder; ManifestUnreadableError when there is none."""
    try:
        read = json.loads((release / _PLACE).read_bytes())
        if read["format"] != FORMAT:
            raise ManifestUnreadableError(f"format {read['format']}")
        return Manifest(
            release=read["release"],
            previous=read["previous"],
            published=datetime.fromisoformat(read["published"]),
            now=datetime.fromisoformat(read["now"]),
            next_change=datetime.fromisoformat(read["next_change"]),
            site_url=read["site_url"],
            source=read["source"],
            counts=read["counts"],
            items=read["items"],
            withdrawn=tuple(read["withdrawn"]),
            traces={address: tuple(row) for address, row in read.get("traces", {}).items()},
            files={path: FileFact(**fact) for path, fact in read["files"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestUnreadableError(str(error)) from None
