"""What readers are told of figures and documents."""

from __future__ import annotations

import pytest

from wardnews.model import Result
from wardnews.phrases import name_document, show_figure, title_document
from wardnews.ward import LegalDocument


@pytest.mark.parametrize(
    ("unit", "figure"),
    [
        ("%", ("42%", "91%", "em mượn sách")),
        ("giờ", ("42 giờ", "91 giờ", "em mượn sách")),
        ("lượt mỗi tháng", ("42", "91", "em mượn sách (lượt mỗi tháng)")),
        ("", ("42", "91", "em mượn sách")),
    ],
)
def test_a_unit_stands_at_its_numbers_or_with_what_is_counted(
    unit: str, figure: tuple[str, str, str]
) -> None:
    result = Result(measure="em mượn sách", before="42", after="91", unit=unit, source="sổ")
    assert show_figure(result) == figure


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
