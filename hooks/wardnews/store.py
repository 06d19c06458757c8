"""Puts the outputs into the site folder: only what changed is written, nothing is left over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from wardnews.cache import Cache
from wardnews.outputs import Output, digest
from wardnews.progress import Progress, keep_silent
from wardnews.site_files import Mark, is_ours, look_beside, make_mark
from wardnews.workers import map_forked

_OURS = ".wardnews"  # tells a site of ours from a folder of somebody else
_ASIDE = ".new"

Known = Mapping[str, tuple[bytes, Mark]]  # by path: the key it was made from, its mark since


class SiteFolderRefusedError(Exception):
    """The folder given for the site holds something else that would be deleted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a build did to the site: its files, those made, those written, removed; bytes."""

    paths: tuple[str, ...]
    made: int
    written: int
    removed: int
    size: int  # bytes written

    @property
    def files(self) -> int:
        """How many files the site has."""
        return len(self.paths)


def write_site(
    outputs: Iterable[Output],
    site: Path,
    *,
    sources: Iterable[Path],
    cache: Cache,
    workers: int = 1,
    progress: Progress = keep_silent,
) -> Written:
    """Make the folder `site` hold exactly the outputs; it may hold none of the `sources`.

    The outputs are planned while another process looks at what the folder holds. Everything is
    made and set aside first; only then is the public folder touched, file by file and each at
    once, so an error while making leaves the old site as it was. What a build that was killed
    left half done is seen by its marks and done again. Two outputs of one path are a mistake of
    ours: ValueError.
    """
    place = site.resolve()
    for source in (each.resolve() for each in sources):
        if source.is_relative_to(place) or place.is_relative_to(source):
            raise SiteFolderRefusedError(f"ở đó có {source}")
    if not _is_site(site):
        raise SiteFolderRefusedError("ở đó có những tệp không phải của trang")
    with hold_folder(site):
        return _write_site(outputs, site, cache, workers, progress)


def _write_site(
    outputs: Iterable[Output], site: Path, cache: Cache, workers: int, progress: Progress
) -> Written:
    name = f"sites/{digest(str(site.resolve())).hex()}"
    known: Known = cache.load(name) or {}
    with look_beside(str(site)) as look:
        wanted: dict[str, Output] = {}
        for output in outputs:
            if output.path in wanted:
                raise ValueError(f"two outputs for {output.path}")
            wanted[output.path] = output
        there, strays, empty = look()
    for stray in strays:
        (site / stray).unlink(missing_ok=True)
    for folder in empty:
        _remove_empty(site, PurePosixPath(folder))
    stale = [o for path, o in wanted.items() if known.get(path) != (o.key, there.get(path))]
    if outside := [output.path for output in stale if not _is_inside(output.path)]:
        raise ValueError(f"outside the site: {outside[0]}")
    stale.sort(key=lambda output: output.day)  # a card or an entry is made once for all of them
    aside = site / _ASIDE  # inside, so that it is surely on the same disk
    shutil.rmtree(aside, ignore_errors=True)  # left by a build that was killed
    try:
        made = map_forked(_Maker(stale, there, site, aside).make, len(stale), workers)
        sizes = list(progress(made, "Dựng tệp của trang", len(stale)))
        changed = [o.path for o, size in zip(stale, sizes, strict=True) if size is not None]
        strangers = there.keys() - wanted.keys()
        _remove(site, strangers)
        _move(changed, aside, site)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    _remember(cache, name, site, wanted, stale, known, strangers)
    return Written(
        paths=tuple(wanted),
        made=len(stale),
        written=len(changed),
        removed=len(strangers),
        size=sum(size or 0 for size in sizes),
    )


def _remember(
    cache: Cache,
    name: str,
    site: Path,
    wanted: Mapping[str, Output],
    stale: Sequence[Output],
    known: Known,
    strangers: Iterable[str],
) -> None:
    """Keep which key each file was made from, and its mark."""
    if not stale and not strangers:
        return
    fresh = {
        output.path: (output.key, make_mark(os.stat(f"{site}/{output.path}")))  # noqa: PTH116
        for output in stale
    }
    cache.save(name, {path: fresh.get(path) or known[path] for path in wanted})


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes outputs and sets aside those that differ from the file in the site."""

    stale: Sequence[Output]
    there: Container[str]  # paths of the files that the site has
    site: Path
    aside: Path

    def make(self, place: int) -> int | None:
        """The size of what was set aside, or None when the site has the same bytes already."""
        output = self.stale[place]
        content = output.make()
        if output.path in self.there and _is_same(self.site / output.path, content):
            return None
        path = self.aside / output.path
        try:
            path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return len(content)


@contextmanager
def hold_folder(site: Path) -> Iterator[None]:
    """Let one build at a time work in the folder; the lock dies with its process."""
    site.mkdir(parents=True, exist_ok=True)
    (site / _OURS).touch()
    if os.name == "nt":  # cannot lock a folder
        yield
        return
    import fcntl

    handle = os.open(site, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_site(site: Path) -> bool:
    """May all that lies in the folder be deleted? Only if we made it, or nothing is there."""
    if not site.is_dir():
        return not site.exists()
    names = {path.name for path in site.iterdir() if is_ours(path.name)}
    return (site / _OURS).is_file() or names <= {"index.html"}


def _is_inside(path: str) -> bool:
    parts = path.split("/")
    return "\\" not in path and ".." not in parts and all(parts)


def _remove_empty(site: Path, folder: PurePosixPath) -> None:
    """Take away a folder, and those around it that hold nothing else."""
    with suppress(FileNotFoundError):  # somebody was quicker
        for each in (folder, *folder.parents[:-1]):
            if any((site / each).iterdir()):
                return
            (site / each).rmdir()


def _is_same(path: Path, content: bytes) -> bool:
    try:
        found = path.lstat()
        return S_ISREG(found.st_mode) and (
            found.st_size == len(content) and path.read_bytes() == content
        )
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _remove(site: Path, strangers: Iterable[str]) -> None:
    """Delete what is no output, and the folders that are empty then."""
    for name in strangers:
        (site / name).unlink(missing_ok=True)
        _remove_empty(site, PurePosixPath(name).parent)


def _move(names: Sequence[str], aside: Path, site: Path) -> None:
    """Bring what was set aside to its place, each file at once."""
    if names:
        for entry in aside.iterdir():
            _move_entry(entry, site / entry.name)


def _move_entry(source: Path, target: Path) -> None:
    """Move a file; a folder goes as a whole where there is none yet, else entry by entry."""
    if source.is_dir() and target.is_dir():
        for entry in source.iterdir():
            _move_entry(entry, target / entry.name)
    else:
        source.replace(target)
