"""Findings as the operator reads them."""

from __future__ import annotations

from wardnews.publishing.findings import Finding, render_findings


def test_one_cause_does_not_fill_the_screen() -> None:
    many = [Finding(rule="links", path=f"{n}", message="sai.", remedy="sửa") for n in range(7)]
    other = Finding(rule="feeds", path="feed.xml", message="hỏng.", remedy="báo")
    lines = render_findings([*many, other]).splitlines()
    assert lines[:2] == ["0: sai.", "    Cách sửa: sửa"]
    assert lines[10:] == ["… và 2 chỗ nữa cùng loại.", "feed.xml: hỏng.", "    Cách sửa: báo"]
