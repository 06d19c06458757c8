"""How far long work has come: its steps pass a watcher, which a script may give a bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, TypeVar

T = TypeVar("T")


class Progress(Protocol):
    """Yields the steps on, one by one, and may tell people about them."""

    def __call__(self, steps: Iterator[T], stage: str, total: int) -> Iterator[T]:
        """`stage` names the work in Vietnamese ("Đọc bài"); there are `total` steps."""


def keep_silent(steps: Iterator[T], stage: str, total: int) -> Iterator[T]:
    """The watcher of those who tell nobody: tests, and a preview, which has a log instead."""
    return steps
