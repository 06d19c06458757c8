"""What would not show as it was meant is told to the editor."""

from __future__ import annotations

import pytest

from wardnews.bodies import render_body
from wardnews.content.body_rules import check_body


@pytest.mark.parametrize(
    ("markdown", "found"),
    [
        ("| a | b |\n| 1 | 2 |", [(5, "M701")]),
        ("| a | b |\n|---|---|\n| 1 | 2 |", []),
        ('Chữ\n<p style="color:red">x</p>', [(6, "M702")]),
        ("<iframe src=x></iframe>", [(5, "M702")]),
        ("<https://vidu.example> <a@vidu.example> `<title>`", []),
        ("Việc cần làm:\n- một\n- hai", [(6, "M704")]),
        ("Việc cần làm:\n\n- một\n- hai\nnối tiếp\n- ba", []),
        ("## Việc\n- một", []),
        ("- một\n\n    thêm\n- hai", []),
        ("Số liệu\n| a |\n|---|\n| 1 |", [(6, "M704")]),
        ("- một\n  - con\n    - con", [(6, "M705")]),
        ("Gồm:\n\n• một\n• hai\n• ba", [(7, "M704")]),
        ("– Anh nói.", []),
        ("\uf0b7 một", [(5, "M704")]),
        ("1) Một\n2) Hai", [(5, "M704")]),
        ("a) Một\nb) Hai", [(5, "M704")]),
        ("1) Một", []),
        ("Chữ\n* * *\nChữ", []),
        ("Tên\tLớp\nA\t1", [(5, "M701")]),
        ("Một\n\n    thụt vào", [(7, "M706")]),
        ("\tthụt vào\n\n\tnữa", [(5, "M706"), (7, "M706")]),
        ("- một\n\n    thêm\n\nChữ", []),
        ("Chữ.\n\n[^1]: Thừa.", [(7, "M703")]),
        ("Chữ[^1]", [(5, "M703")]),
        ("Chữ[^1]\n\n[^1]: Có.", []),
        ("Một[^1], hai[^1]", [(5, "M703")]),
        ("## Mục đích\n\n[lên](#muc-dich)", []),
        ("## Mục đích\n\n[lên](#muc-ich)", [(7, "L607")]),
    ],
)
def test_what_would_not_show_as_meant_is_told(markdown: str, found: list[tuple[int, str]]) -> None:
    problems = list(check_body("articles/a.md", markdown, render_body(markdown), 5))
    assert [(p.line, p.code) for p in problems] == found
    assert {p.level for p in problems if p.code[0] == "M"} <= {"warning"}
