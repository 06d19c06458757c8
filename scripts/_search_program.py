"""Pagefind, the program that makes the search index: fetched on first use into `.tools/`.

npm has the version that finds phrases; where there is no npm, Python's own packages have an older
one. Both need nothing else at run time. A program comes to its place by the last step, whole. A
site without search is still a site, so nothing here ends a build.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from _environment import CHECKOUT, only_one

TOOLS = CHECKOUT / ".tools"
_LOCKS = CHECKOUT / "scripts" / "pagefind"
_NPM = "ci --silent --ignore-scripts --no-audit --no-fund --fetch-retries=0 --fetch-timeout=30000"
_PIP = "install --quiet --no-input --disable-pip-version-check --no-deps --require-hashes"
_PATIENCE = 180  # seconds for one installer


def prepare_search() -> None:
    """Make sure that Pagefind is there, if it can be had; else one line says what is lost."""
    # Not before the environment is entered: it brings the library.
    from wardnews.pagefind import VERSIONS, place_program

    best, older = VERSIONS
    if place_program(TOOLS, best).is_file():
        return
    with only_one(CHECKOUT):
        if _install(place_program(TOOLS, best), best, _fetch_with_npm):
            return
        if _install(place_program(TOOLS, older), older, _fetch_with_pip):
            said = (
                f"Không lấy được Pagefind {best} bằng npm nên tìm kiếm dùng bản {older}: "
                "bài có đúng cả cụm từ không chắc đứng đầu."
            )
        else:
            said = (
                "Không tải được Pagefind (cần mạng, và npm hoặc pip) nên trang không có tìm kiếm."
            )
    print(said, file=sys.stderr, flush=True)


def _install(target: Path, version: str, fetch: Callable[[Path], bool]) -> bool:
    """Fetch a version aside, and move it to its place if it runs; is it there now?"""
    if target.is_file():
        return True
    try:
        TOOLS.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=TOOLS) as name:
            if fetch(Path(name)):
                _take_program(Path(name), target, version)
    except OSError:
        return False
    return target.is_file()


def _take_program(folder: Path, target: Path, version: str) -> None:
    """Move the program of an unpacked package to its place, if it runs on this machine."""
    for found in (path for path in folder.rglob("pagefind*") if path.suffix in ("", ".exe")):
        if found.is_file():
            found.chmod(0o755)  # pip keeps no such marks
            if _run(str(found), "--version", cwd=folder) == f"pagefind {version}":
                target.parent.mkdir(parents=True, exist_ok=True)
                found.replace(target)
                return


def _fetch_with_npm(folder: Path) -> bool:
    """Unpack the package for this system, of which the lock knows the digest."""
    npm = shutil.which("npm")
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(_LOCKS / name, folder / name)
    return npm is not None and _run(npm, *_NPM.split(), cwd=folder) is not None


def _fetch_with_pip(folder: Path) -> bool:
    lock = str(_LOCKS / "requirements.lock")
    pip = [sys.executable, "-m", "pip", *_PIP.split(), "--target", "unpacked"]
    return _run(*pip, "--requirement", lock, cwd=folder) is not None


def _run(*command: str, cwd: Path) -> str | None:
    """What a command says, or None when it fails."""
    try:
        done = subprocess.run(
            command,
            cwd=cwd,
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=_PATIENCE,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.strip()
