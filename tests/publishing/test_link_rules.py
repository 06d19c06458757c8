"""Links that lead nowhere are found, and no others."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publications import URL
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.feed_facts import FeedFacts
from wardnews.publishing.link_rules import check_feed_links, check_links, check_styles
from wardnews.publishing.manifest import FileFact
from wardnews.publishing.page_facts import read_page

FACT = FileFact(sha256="0" * 64, size=1, modified=1)
PATH = "2026/11/ubnd-phuong-hop/index.html"


def _check(candidate: Candidate, html: str) -> list[str]:
    pages = {**candidate.pages, PATH: read_page(html.encode(), PATH, URL)}
    return [finding.message for finding in check_links(replace(candidate, pages=pages))]


def test_the_small_site_has_no_dead_link(candidate: Candidate) -> None:
    assert [*check_links(candidate), *check_styles(candidate), *check_feed_links(candidate)] == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../khong-co/">',
        '<a href="/thu/khong-co.pdf">',
        f'<a href="{URL}khong-co/">',
        '<a href="../../../../ngoai-trang/">',
        '<img src="khong-co.png">',
        '<img src="../../../assets/wardnews/icon.svg" srcset="khong-co_480.webp 480w">',
        '<video poster="khong-co.jpg"></video>',
        '<link rel="stylesheet" href="khong-co.css">',
        f'<meta property="og:image" content="{URL}khong-co.jpg?v=1">',
        '<form action="../../../khong-co/">',
        '<a href="#khong-co">',
        '<a href="../../../#khong-co">',
    ],
)
def test_what_leads_nowhere_is_found(candidate: Candidate, html: str) -> None:
    (message,) = _check(candidate, html)
    assert "khong-co" in message or "ngoai-trang" in message


@pytest.mark.parametrize(
    "html",
    [
        '<a href="../../../">',
        '<a href="">',
        '<a href="?bai=1">',
        '<h2 id="mục đích"></h2><a href="#m%E1%BB%A5c%20%C4%91%C3%ADch">',
        '<a href="../../../feed.xml?x=1">',
        '<a href="/khac/trang-khac-cung-may/">',
        '<a href="https://example.com/khong-co/">',
        '<a href="mailto:a@vidu.example">',
        '<meta http-equiv="refresh" content="0; url=x">',
    ],
)
def test_what_leads_somewhere_or_elsewhere_is_not(candidate: Candidate, html: str) -> None:
    assert _check(candidate, html) == []


def test_an_entry_or_a_file_of_a_feed_must_be_there(candidate: Candidate) -> None:
    entry, file = ("tag:a", f"{URL}2026/11/khong-co/"), f"{URL}2026/11/x/khong-co.mp3"
    feeds = {"feed.xml": FeedFacts(entries=(entry,), urls=(file, "https://example.com/a.mp3"))}
    found = list(check_feed_links(replace(candidate, feeds=feeds)))
    assert [finding.path for finding in found] == ["feed.xml", "feed.xml"]


def test_what_a_style_sheet_asks_for_must_be_there(candidate: Candidate, tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        "a { src: url('robots.txt') url(data:a) url( \"khong-co.woff2\")}"
    )
    files = {"a.css": FACT, "robots.txt": FACT}
    (finding,) = check_styles(replace(candidate, site=tmp_path, files=files))
    assert finding.path == "a.css" and "khong-co.woff2" in finding.message
