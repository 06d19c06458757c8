"""The target folder: releases side by side, and the link `current` that names the public one.

    TARGET/releases/<number>-<day>-<time>/   whole releases only; each is the root of a web site
    TARGET/current -> releases/<…>           relative, so that the target can be moved as a whole
    TARGET/rolled-back                       what may not come back by itself
    TARGET/meddled-files                     signs of a break-in that nobody has looked at yet
    TARGET/work/                             what is being made; may be deleted between two runs
    TARGET/publish-site.txt                  the mark by which the folder is known as a target

A release is made in `work/` and gets its place by one rename; the public sees it by another one.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from wardnews.publishing.fingerprints import list_files
from wardnews.publishing.last_run import read_last_run
from wardnews.publishing.manifest import (
    HIDDEN,
    Manifest,
    ManifestUnreadableError,
    is_intact,
    read_manifest,
)

_MARK = "publish-site.txt"
_MARK_TEXT = "publish_site.py đặt các bản của trang ở thư mục này. Đừng sửa tay tệp nào.\n"
_FIRST = {"cron.log", "lost+found"}  # what may be there before the first run
_HELD = "rolled-back"
_ID = re.compile(r"(\d{5,})-\d{8}-\d{6}")


class TargetRefusedError(Exception):
    """The target cannot be published to; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The folder that a web server reads from."""

    folder: Path

    @property
    def releases(self) -> Path:
        return self.folder / "releases"

    @property
    def current(self) -> Path:
        return self.folder / "current"

    @property
    def site(self) -> Path:
        """Where the site is built; kept between runs, so that only changes are made anew."""
        return self.folder / "work" / "site"

    @property
    def staging(self) -> Path:
        """Where a release is put together."""
        return self.folder / "work" / "release"


@contextmanager
def hold_target(target: Target, on_wait: Callable[[], None]) -> Iterator[None]:
    """Let one run at a time work on the target; others wait. The lock dies with its process."""
    if os.name == "nt":
        raise TargetRefusedError("xuất bản cần máy Linux hoặc macOS")
    import fcntl

    check_target(target)
    make_folder(target.folder)
    handle = os.open(target.folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            on_wait()
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def check_target(target: Target) -> None:
    """Refuse a folder that something of somebody else's is in: only ours, or an empty one."""
    try:
        names = {path.name for path in target.folder.iterdir()} - _FIRST
    except FileNotFoundError:
        return
    if names and not _is_ours(target):
        raise TargetRefusedError(
            f'ở đó có "{min(names)}", không phải của publish_site.py; hãy chọn một thư mục trống '
            "dành riêng"
        )
    if target.current.exists() and not target.current.is_symlink():
        raise TargetRefusedError(
            '"current" ở đó là thư mục hoặc tệp, không phải liên kết; hãy đổi tên nó đi rồi xuất '
            "bản lại"
        )


def _is_ours(target: Target) -> bool:
    """Has it our mark, or, made before there was one, a stamp of ours or a release?"""
    return (
        (target.folder / _MARK).is_file()
        or read_last_run(target.folder) is not None
        or any(target.releases.glob(f"*/{HIDDEN}/manifest.json"))
    )


def prepare_target(target: Target) -> None:
    """Make the target's folders, and take away what a killed run left half made.

    The mark comes first: a run that is killed must leave a folder that the next one takes.
    """
    make_folder(target.folder)
    if not (target.folder / _MARK).exists():
        (target.folder / _MARK).write_text(_MARK_TEXT, "utf-8")
    make_folder(target.releases)
    make_folder(target.site.parent)
    shutil.rmtree(target.staging, ignore_errors=True)


def make_folder(folder: Path) -> None:
    """Make a folder that the web server can enter, whatever the umask of whoever publishes."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)


def find_last(target: Target) -> Manifest | None:
    """The public release, or if its manifest is lost the newest other; None before the first."""
    return find_public(target) or _find_newest(target)


def read_current(target: Target) -> str:
    """The name of the release that `current` leads to; empty when it leads nowhere of ours."""
    try:
        folder, _, name = target.current.readlink().as_posix().rpartition("/")
    except OSError:
        return ""
    return name if folder == target.releases.name and (target.current / ".").is_dir() else ""


def _find(target: Target, name: str) -> Manifest | None:
    if not name or not (target.releases / name).is_dir():
        return None
    try:
        return read_manifest(target.releases / name)
    except ManifestUnreadableError:
        return None


def find_public(target: Target) -> Manifest | None:
    """The public release; None when there is none, or its manifest is lost."""
    return _find(target, read_current(target))


def find_whole_before(target: Target) -> Manifest | None:
    """The nearest release on the way back from the public one that still is as it was published.

    Where the manifest that tells the way is lost, the newest older one; never a newer one.
    """
    public, name = find_public(target), read_current(target)
    goal = _find(target, public.previous) if public else _find_newest(target, before=name)
    while goal and not is_whole(target, goal):
        goal = _find(target, goal.previous)
    return goal


def _find_newest(target: Target, before: str = "") -> Manifest | None:
    names = [name for name in _list_names(target) if not before or name < before]
    found = (_find(target, name) for name in sorted(names, reverse=True))
    return next(filter(None, found), None)


def list_withdrawn_since(target: Target, release: str) -> frozenset[str]:
    """The addresses that any release newer than the one named knows to be taken down."""
    newer = (_find(target, name) for name in _list_names(target) if name > release)
    return frozenset(address for manifest in newer if manifest for address in manifest.withdrawn)


def is_whole(target: Target, manifest: Manifest) -> bool:
    """Is every file of the release there, untouched by size and moment of change, and no other?"""
    return next(list_meddled(target, manifest), None) is None


def list_meddled(target: Target, manifest: Manifest) -> Iterator[str]:
    """The files of a release that are missing, strange or changed; `is_whole` says by what."""
    folder = target.releases / manifest.release
    yield from set(list_files(folder)) - manifest.files.keys()
    for path, fact in manifest.files.items():
        if not is_intact(folder / path, fact):
            yield path


def name_release(target: Target, moment: datetime) -> str:
    """A name for the next release; names sort as they were given."""
    numbers = [int(found[1]) for found in map(_ID.fullmatch, _list_names(target)) if found]
    return f"{max(numbers, default=0) + 1:05}-{moment:%Y%m%d-%H%M%S}"


def _list_names(target: Target) -> list[str]:
    return [path.name for path in target.releases.iterdir()]


def place_release(target: Target, name: str) -> None:
    """Give the finished release its place; from then on it can be switched to."""
    flush(target.staging)
    target.staging.rename(target.releases / name)
    flush(target.releases)


def switch_to(target: Target, name: str) -> None:
    """Make a release the public one: whoever asks gets the old one or the new one, whole."""
    fresh = target.folder / ".current.new"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path(target.releases.name, name), target_is_directory=True)
    fresh.replace(target.current)
    flush(target.folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What was rolled back and may not come back by itself."""

    source: str  # of its manifest
    release: str  # its name

    def is_left_for(self, public: str) -> bool:
        """Is an older release public in its place?

        A run that was killed may have left this note though it had not gone back yet, or though a
        person had published again.
        """
        return public < self.release

    def holds(self, source: str, public: str) -> bool:
        """May a source not be published, when `public` is the public release?"""
        return source == self.source and self.is_left_for(public)


def read_held(target: Target) -> Held | None:
    """What was rolled back, or None."""
    try:
        source, release = (target.folder / _HELD).read_text("utf-8").split()
    except (OSError, ValueError):
        return None
    return Held(source=source, release=release)


def write_held(target: Target, held: Held) -> None:
    """Keep a release from being published again."""
    (target.folder / _HELD).write_text(f"{held.source} {held.release}\n", "utf-8")


def forget_held(target: Target) -> None:
    """Let everything through."""
    (target.folder / _HELD).unlink(missing_ok=True)


def prune_releases(target: Target, keep: int) -> tuple[str, ...]:
    """Delete all but the last `keep` releases on the way back from the public one."""
    kept: list[str] = []
    manifest = _find(target, read_current(target))
    if manifest is None:
        return ()
    while manifest and len(kept) < keep:
        kept.append(manifest.release)
        manifest = _find(target, manifest.previous)
    doomed = sorted(name for name in _list_names(target) if _ID.fullmatch(name))
    doomed = [name for name in doomed if name not in (*kept, read_current(target))]
    for name in doomed:  # renamed first: a half deleted release must not look like a whole one
        shutil.rmtree(target.staging, ignore_errors=True)
        (target.releases / name).rename(target.staging)
        shutil.rmtree(target.staging, ignore_errors=True)
    return tuple(doomed)


def flush(folder: Path) -> None:
    """Have the entries of a folder on the disk, so that a rename outlives a loss of power."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
