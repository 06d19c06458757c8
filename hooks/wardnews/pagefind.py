"""Pagefind, the program that makes a search index: where it lies, and one run of it."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

# In order of preference; 1.5.2 loses phrases in quotation marks.
VERSIONS = ("1.6.0", "1.5.2")
LONGEST = 900  # seconds; 10,000 pages take 30
# What a browser asks for; the rest is Pagefind's own look.
_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_PARTS = ("wasm.*", "*.pf_meta", "index/*", "fragment/*", "filter/*")


def place_program(tools: Path, version: str) -> Path:
    """Where the program of a version lies when it is installed."""
    return tools / "pagefind" / version / ("pagefind.exe" if os.name == "nt" else "pagefind")


def find_program(tools: Path) -> Path | None:
    """The best version that is installed below `tools`."""
    places = (place_program(tools, version) for version in VERSIONS)
    return next((place for place in places if place.is_file()), None)


def run_pagefind(program: Path, pages: Path) -> dict[str, bytes] | None:
    """The files of an index of the pages in a folder, by their paths; None when it failed.

    An index without any of its parts is none: search must be whole or not there.
    """
    with tempfile.TemporaryDirectory(prefix="wardnews-") as name:
        folder = Path(name)
        bundle = folder / "bundle"
        command = [str(program.absolute()), "--site", str(pages.absolute())]
        command += ["--output-path", str(bundle), "--glob", "**/*.html", "--silent"]
        try:
            subprocess.run(
                command,
                cwd=folder,  # where it looks for settings of its own
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=LONGEST,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            return None
        return _read_bundle(bundle)


def _read_bundle(bundle: Path) -> dict[str, bytes] | None:
    found = [bundle / name for name in _NEEDED]
    for pattern in _PARTS:
        part = sorted(bundle.glob(pattern))
        if not part and not pattern.startswith("filter"):
            return None
        found += part
    if not all(path.is_file() for path in found):
        return None
    return {path.relative_to(bundle).as_posix(): path.read_bytes() for path in found}
