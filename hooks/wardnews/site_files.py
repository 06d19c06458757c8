"""What a site folder holds: another process looks through it while the site is planned.

That one is a program of its own, which needs little of the standard library and nothing else.
After a fork of what has read 10,000 items, both would pay for their common memory page by page.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Mark = tuple[int, int, int, int]  # of a file in the site: size, two times in ns, inode
# The marks of files by their paths; paths of what is neither file nor folder; empty folders.
Found = tuple[dict[str, Mark], list[str], list[str]]


def list_files(site: str) -> Found:
    """Look through the folder, but for what belongs to somebody else."""
    marks: dict[str, Mark] = {}
    strays: list[str] = []
    empty: list[str] = []
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(f"{site}/{folder}") as scan:
            entries = list(scan)
        if folder and not entries:
            empty.append(folder)
        for entry in entries:
            path = folder + entry.name
            if not is_ours(path):
                continue
            if entry.is_file(follow_symlinks=False):
                marks[path] = make_mark(entry.stat(follow_symlinks=False))
            elif entry.is_dir(follow_symlinks=False):
                folders.append(f"{path}/")
            else:
                strays.append(path)
    return marks, strays, empty


def is_ours(path: str) -> bool:
    """Hidden entries at the top of a site belong to somebody else: a .git, a .well-known."""
    return not path.startswith(".")


def make_mark(found: os.stat_result) -> Mark:
    """What tells a file from itself after a change."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


@contextmanager
def look_beside(site: str) -> Iterator[Callable[[], Found]]:
    """Look through the folder in another process; what it found is waited for when asked for.

    When that process cannot be had, or fails, the folder is looked through here.
    """
    import subprocess  # not above: the other process has no use for it

    names = f"-Xutf8={sys.flags.utf8_mode}"  # so that it reads names of files as this one does
    command = [sys.executable, names, "-P", "-S", os.path.abspath(__file__), site]  # noqa: PTH100
    try:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    except (OSError, TypeError):  # an embedded Python does not know its program
        yield lambda: list_files(site)
        return

    def wait() -> Found:
        said, _ = child.communicate()
        try:
            found: Found = marshal.loads(said)
        except (EOFError, ValueError, TypeError):  # it says nothing when it fails
            found = list_files(site)
        return found

    with child:
        try:
            yield wait
        finally:
            child.kill()


if __name__ == "__main__":
    marshal.dump(list_files(sys.argv[1]), sys.stdout.buffer)
