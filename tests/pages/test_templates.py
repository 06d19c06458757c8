"""How numbers are written for readers."""

from __future__ import annotations

import pytest

from wardnews.pages.templates import keep_numbers, show_size


@pytest.mark.parametrize(
    ("size", "words"),
    [(1, "1 kB"), (84_000, "84 kB"), (1_240_000, "1,2 MB"), (18_000_000, "18,0 MB")],
)
def test_sizes_are_written_as_vietnamese_readers_know_them(size: int, words: str) -> None:
    assert show_size(size) == words


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Nghị quyết 71-NQ/TW", 'Nghị quyết <span class="nowrap">71-NQ/TW</span>'),
        ("(2026-2027) & sau", '<span class="nowrap">(2026-2027)</span> &amp; sau'),
        ("Văn hóa - Xã hội, TH-THCS", "Văn hóa - Xã hội, TH-THCS"),
        ("<b>", "&lt;b&gt;"),
        ("7-" + "x" * 40, "7-" + "x" * 40),
    ],
)
def test_numbers_do_not_break_at_their_hyphens(text: str, html: str) -> None:
    assert keep_numbers(text) == html
