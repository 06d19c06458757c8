"""Puts a release together: what has not changed is linked from the last one, the rest copied.

A link shares the bytes and keeps the moment of change, so that browsers and feed readers are
answered "304 Not Modified" across releases.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wardnews.publishing.compression import compress, is_compressible
from wardnews.publishing.manifest import COMPRESSED, FileFact, is_intact
from wardnews.publishing.releases import make_folder
from wardnews.workers import map_forked


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The release before, from which unchanged files are taken."""

    folder: Path
    files: Mapping[str, FileFact]

    def holds(self, path: str, sha256: str) -> bool:
        """Has it this very file, and nobody meddled with it?"""
        fact = self.files.get(path)
        return fact is not None and fact.sha256 == sha256 and is_intact(self.folder / path, fact)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """A release that is being made."""

    site: Path
    release: Path
    earlier: Earlier | None
    files: dict[str, FileFact] = field(default_factory=dict)
    _folders: set[str] = field(default_factory=set)

    def add_site(self, built: Mapping[str, FileFact]) -> None:
        """Bring every built file to the release."""
        make_folder(self.release)
        for path, fact in built.items():
            self._make_parents(path)
            if self.earlier and self.earlier.holds(path, fact.sha256):
                self._link(path, self.earlier)
            else:
                place = self.release / path
                shutil.copyfile(self.site / path, place)
                self._finish(path, fact)

    def add_compressed(self, workers: int) -> int:
        """Put the compressed forms beside every text; how many texts had to be compressed."""
        texts = [path for path in self.files if is_compressible(path)]
        stale = [path for path in texts if not self._reuse(path)]
        for made in map_forked(lambda n: self._compress(stale[n]), len(stale), workers):
            for path, fact in made:
                self._finish(path, fact)
        return len(stale)

    def _reuse(self, path: str) -> bool:
        """Link the compressed forms of a text that has not changed, as far as there are any."""
        earlier = self.earlier
        if earlier is None or earlier.files.get(path) != self.files[path]:
            return False
        forms = [path + ending for ending in COMPRESSED if path + ending in earlier.files]
        if not all(earlier.holds(form, earlier.files[form].sha256) for form in forms):
            return False
        for form in forms:
            self._link(form, earlier)
        return True

    def _compress(self, path: str) -> list[tuple[str, FileFact]]:
        modified = self.files[path].modified
        made = []
        for ending, form in compress((self.release / path).read_bytes()).items():
            (self.release / (path + ending)).write_bytes(form)
            sha256 = hashlib.sha256(form).hexdigest()
            fact = FileFact(sha256=sha256, size=len(form), modified=modified)
            made.append((path + ending, fact))
        return made

    def _link(self, path: str, earlier: Earlier) -> None:
        fact = earlier.files[path]
        try:
            os.link(earlier.folder / path, self.release / path)
            self.files[path] = fact
        except OSError:  # a file system without links, or with too many of this file
            shutil.copyfile(earlier.folder / path, self.release / path)
            self._finish(path, fact)

    def _finish(self, path: str, fact: FileFact) -> None:
        """Readable for the web server whatever the umask, and changed when its content was."""
        place = self.release / path
        place.chmod(0o644)
        os.utime(place, ns=(fact.modified, fact.modified))
        self.files[path] = fact

    def _make_parents(self, path: str) -> None:
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            make_folder(self.release / folder)
            self._folders.add(folder)
