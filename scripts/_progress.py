"""Bars of long work in a terminal, and plain lines now and then where there is none (a log)."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")

_BAR = "{desc}: {percentage:3.0f} % |{bar}| {n_fmt}/{total_fmt}, còn {remaining}"
_SOON = 0.5  # seconds: what is done sooner needs no bar
_ROUND = 5.0  # seconds between two lines


def tell_progress(steps: Iterator[T], stage: str, total: int) -> Iterator[T]:
    """Watch steps on standard error (see wardnews.progress); short work is done without a word."""
    if not sys.stderr.isatty():
        return _tell_in_lines(steps, stage, total)
    from tqdm import tqdm

    # Its monitor is a thread, and a process with threads cannot fork workers (workers.py).
    tqdm.monitor_interval = 0
    return iter(
        tqdm(steps, stage, total, leave=False, delay=_SOON, bar_format=_BAR, file=sys.stderr)
    )


def _tell_in_lines(steps: Iterator[T], stage: str, total: int) -> Iterator[T]:
    told = time.monotonic()
    for number, step in enumerate(steps, 1):
        if time.monotonic() - told >= _ROUND:
            print(f"{stage}: {number}/{total}", file=sys.stderr, flush=True)
            told = time.monotonic()
        yield step
