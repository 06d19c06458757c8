"""The head of a page names its feeds to the programs of readers."""

from __future__ import annotations

import re

from page_samples import ITEMS, make_exemplar, page_of, render

URL = "https://vidu.example/giao-duc/"


def _feeds(html: str) -> list[tuple[str, ...]]:
    kinds = r"application/(?:rss\+xml|atom\+xml|feed\+json)"
    return re.findall(
        f'<link rel="alternate" type="({kinds})" title="([^"]+)" href="{URL}([^"]*)">', html
    )


def test_a_listing_names_its_feeds_to_programs_in_every_form() -> None:
    html = render([make_exemplar()])["don-vi/th-mau-a/index.html"]
    name = "Giáo dục Mẫu: Trường Tiểu học Mẫu A (ví dụ)"
    assert _feeds(html) == [
        ("application/rss+xml", name, "don-vi/th-mau-a/feed.xml"),
        ("application/atom+xml", f"{name} (Atom)", "don-vi/th-mau-a/atom.xml"),
        ("application/feed+json", f"{name} (JSON Feed)", "don-vi/th-mau-a/feed.json"),
    ]


def test_an_item_names_the_feeds_of_the_ward_and_the_one_of_its_unit() -> None:
    found = _feeds(page_of(ITEMS["điển hình"]))
    assert [address for _, _, address in found] == [
        "feed.xml", "atom.xml", "feed.json", "don-vi/th-mau-a/feed.xml",
    ]  # fmt: skip
    assert found[0][1] == "Giáo dục Mẫu"


def test_tags_and_months_have_no_feed_to_name() -> None:
    pages = render([ITEMS["tin đủ mọi phần"]])
    assert _feeds(pages["the/thu-vien/index.html"]) == []
    assert _feeds(pages["luu-tru/2026/11/index.html"]) == []
