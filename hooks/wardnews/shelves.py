"""What was made of a content file before, found again by the file's stamp or by its bytes.

A stamp is trusted only when the file had been at rest before it was read: a second change
within one tick of the clock, to the same length, would otherwise go unseen.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from wardnews.cache import Cache
from wardnews.content.files import File, Stamp
from wardnews.outputs import digest, digest_bytes

V = TypeVar("V")
_AT_REST = 2_000_000_000  # ns; FAT keeps times of two seconds


@dataclass(slots=True)
class _Board(Generic[V]):
    """The values of one folder: by path the stamp and digest of the file, and the value."""

    rows: dict[str, tuple[Stamp, bytes, V]]
    begun: int  # when reading for it began, by the file system's own clock
    used: set[str] = field(default_factory=set)
    changed: bool = False


class Shelf(Generic[V]):
    """Values of one kind for the files of one content folder; `context` is what else made them."""

    def __init__(self, cache: Cache, name: str, context: bytes) -> None:
        self._cache, self._name, self._context = cache, name, context
        self._boards: dict[str, _Board[V]] = {}
        self._begun = cache.tell_time()
        self.made = 0  # values that had to be made

    def find(self, file: File) -> tuple[bytes, V] | None:
        """The digest of a file's bytes and its value, if it was kept and has not changed."""
        board = self._board(file)
        row = board.rows.get(file.path)
        if row is None:
            return None
        stamp, known, value = row
        if stamp != file.stamp or max(stamp[1:3]) + _AT_REST > board.begun:
            if digest_bytes(file.real.read_bytes()) != known:
                return None
            board.rows[file.path] = (file.stamp, known, value)
            board.changed = True
        board.used.add(file.path)
        return known, value

    def keep(self, file: File, known: bytes, value: V) -> None:
        """Keep the value of a file whose bytes have this digest."""
        board = self._board(file)
        board.rows[file.path] = (file.stamp, known, value)
        board.used.add(file.path)
        board.changed = True
        self.made += 1

    def save(self) -> None:
        """Save what changed, without what is no longer there."""
        self._cache.keep_only(self._name, [digest(folder).hex() for folder in self._boards])
        for folder, board in self._boards.items():
            if board.changed or board.used != board.rows.keys():
                rows = {path: row for path, row in board.rows.items() if path in board.used}
                self._cache.save(self._place(folder), (self._context, self._begun, rows))

    def _board(self, file: File) -> _Board[V]:
        folder = "/".join(file.path.split("/")[:3])  # articles/<unit>/<year>
        board = self._boards.get(folder)
        if board is None:
            kept = self._cache.load(self._place(folder))
            context, begun, rows = kept or (b"", 0, {})
            board = _Board(rows=rows if context == self._context else {}, begun=begun)
            self._boards[folder] = board
        return board

    def _place(self, folder: str) -> str:
        return f"{self._name}/{digest(folder).hex()}"
