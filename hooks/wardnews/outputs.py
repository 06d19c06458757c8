"""One file of the site: its path, what its bytes follow from, and how they are made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file below the site folder, made only when what it follows from has changed."""

    path: str
    key: bytes  # two outputs of one path and one key have the same bytes
    make: Callable[[], bytes]
    day: str = ""  # ISO, of the newest item in it: those of one time share what they show


def ready_output(path: str, content: bytes) -> Output:
    """An output whose bytes are there already."""
    return Output(path=path, key=digest_bytes(content), make=lambda: content)


def digest(*parts: object) -> bytes:
    """What identifies values of which repr tells all."""
    return blake2b(repr(parts).encode(), digest_size=16).digest()


def digest_bytes(*parts: bytes) -> bytes:
    """What identifies the content of a file, or parts of which all but one have fixed lengths."""
    return blake2b(b"".join(parts), digest_size=16).digest()
