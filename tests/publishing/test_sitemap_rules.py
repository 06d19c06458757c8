"""A sitemap that tells too much or too little is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publications import URL
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.sitemap_rules import check_sitemap


def _check(candidate: Candidate, folder: Path, old: str, new: str) -> list[str]:
    text = (candidate.site / "sitemap.xml").read_text("utf-8")
    assert old in text
    (folder / "sitemap.xml").write_text(text.replace(old, new, 1), "utf-8")
    return [finding.message for finding in check_sitemap(replace(candidate, site=folder))]


def test_the_small_site_has_a_true_one(candidate: Candidate) -> None:
    assert list(check_sitemap(candidate)) == []


def test_a_page_that_is_not_there_or_left_out_is_told(candidate: Candidate, tmp_path: Path) -> None:
    hop = f"<loc>{URL}2026/11/ubnd-phuong-hop/</loc>"
    gone = hop.replace("phuong-hop", "khong-co")
    assert _check(candidate, tmp_path, hop, gone) == [
        f"kể ra {URL}2026/11/ubnd-khong-co/, mà ở đó không có trang nào để tìm thấy.",
        f"thiếu {URL}2026/11/ubnd-phuong-hop/.",
    ]


def test_a_notice_is_not_to_be_found(candidate: Candidate, tmp_path: Path) -> None:
    notice = f"<url><loc>{URL}2026/10/thcs-mau-b-da-go/</loc></url></urlset>"
    (message,) = _check(candidate, tmp_path, "</urlset>", notice)
    assert "thcs-mau-b-da-go" in message


def test_one_that_cannot_be_read_is_told(candidate: Candidate, tmp_path: Path) -> None:
    (message,) = _check(candidate, tmp_path, "</urlset>", "")
    assert message.startswith("không đọc được")
