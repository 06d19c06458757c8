"""Files of the public release that somebody changed: found, and remembered until a person looked.

The next publication makes them anew, so the signs of a break-in would be gone within the hour.
"""

from __future__ import annotations

from wardnews.publishing.manifest import HIDDEN, ManifestUnreadableError, read_manifest
from wardnews.publishing.releases import Target, list_meddled, read_current

_NAME = "meddled-files"


def find_meddling(target: Target) -> tuple[str, ...]:
    """What is not as it was published, by its path in the target; nothing before the first."""
    name = read_current(target)
    if not name:
        return (target.current.name,) if target.current.is_symlink() else ()
    folder = f"{target.releases.name}/{name}"
    try:
        manifest = read_manifest(target.releases / name)
    except ManifestUnreadableError:
        return (f"{folder}/{HIDDEN}/manifest.json",)
    return tuple(sorted(f"{folder}/{show_path(path)}" for path in list_meddled(target, manifest)))


def show_path(path: str) -> str:
    """A path that can be printed: who breaks in chooses names, and a log is read in a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in path)


def note_meddling(target: Target) -> tuple[str, ...]:
    """Look, and add what is found to what was found before; all of it."""
    known = read_meddling(target)
    found = tuple(sorted({*known, *find_meddling(target)}))
    if found != known:
        (target.folder / _NAME).write_text("".join(f"{path}\n" for path in found), "utf-8")
    return found


def read_meddling(target: Target) -> tuple[str, ...]:
    """What was found since a person looked."""
    try:
        return tuple((target.folder / _NAME).read_text("utf-8").splitlines())
    except (OSError, UnicodeDecodeError):
        return ()


def forget_meddling(target: Target) -> None:
    """A person has looked, and every file was made anew."""
    (target.folder / _NAME).unlink(missing_ok=True)
