"""How numbers are written for readers."""

from __future__ import annotations

import pytest

from wardnews.pages.templates import keep_numbers, name_document, show_size, title_document
from wardnews.ward import LegalDocument


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


@pytest.mark.parametrize(
    ("number", "title", "name", "whole"),
    [
        ("71-NQ/TW", "Nghị quyết về x", "Nghị quyết số 71-NQ/TW", "Nghị quyết số 71-NQ/TW về x"),
        ("157/QĐ-TTg", "Kế hoạch x", "Quyết định số 157/QĐ-TTg", None),
        ("06-CTr/TU", "Chương trình hành động", "Chương trình số 06-CTr/TU", None),
        ("29/2024/TT-BGDĐT", "x", "Thông tư số 29/2024/TT-BGDĐT", None),
        ("43/2019/QH14", "Luật Giáo dục", "43/2019/QH14", None),
        ("12", "x", "12", None),
    ],
)
def test_a_legal_document_is_called_by_the_kind_in_its_number(
    number: str, title: str, name: str, whole: str | None
) -> None:
    document = LegalDocument(id="a", number=number, title=title, issuer="x")
    assert name_document(document) == name
    assert title_document(document) == (whole or f"{name}: {title}")
