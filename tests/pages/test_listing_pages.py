"""Listings: twenty items a page, tabs, neighbours, an empty one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

import pytest

from page_samples import ITEMS, NOW, STRAND, THEMES, ZONE, make_article, many, render
from wardnews.model import Article
from wardnews.pages.listing_pages import split_pages
from wardnews.ward import Strand


@pytest.mark.parametrize(
    ("count", "last"),
    [(6, None), (7, "trang/2/index.html"), (26, "trang/2/index.html"), (27, "trang/3/index.html")],
)
def test_the_home_page_holds_six_items_and_each_later_page_twenty(
    count: int, last: str | None
) -> None:
    found = [path for path in render(many(count)) if path.startswith("trang/")]
    assert (max(found) if found else None) == last


def test_page_two_begins_with_the_seventh_item() -> None:
    pages = render(many(8))
    assert "Tiêu đề so-6<" in pages["trang/2/index.html"]
    assert "Tiêu đề so-5<" not in pages["trang/2/index.html"]
    assert all(f"Tiêu đề so-{n}<" in pages["index.html"] for n in range(6))


def test_another_listing_has_twenty_items_a_page_with_a_way_back_and_forth() -> None:
    pages = render(many(41))
    assert {p for p in pages if p.startswith("don-vi/ubnd/trang/")} == {
        "don-vi/ubnd/trang/2/index.html",
        "don-vi/ubnd/trang/3/index.html",
    }
    second = pages["don-vi/ubnd/trang/2/index.html"]
    assert 'rel="prev" href="../../../../don-vi/ubnd/">Mới hơn' in second
    assert 'rel="next" href="../../../../don-vi/ubnd/trang/3/">Cũ hơn' in second
    assert second.count('<article class="card') == 20


def test_an_empty_listing_says_so_and_offers_the_wards_newest() -> None:
    html = render([ITEMS["tin"]])["don-vi/th-mau-a/index.html"]
    assert "Chưa có bài nào ở mục này." in html
    assert "Tiêu đề tin" in html


def test_a_theme_shows_its_sub_strands_with_counts() -> None:
    html = render([make_article("a", theme=THEMES[2], strand=STRAND)])["chu-de/iii/index.html"]
    assert re.search(r'href="../../chu-de/iii/a/".*<b>a</b> UBND <span>1 bài</span>', html)


def _in_strands(*counts: int) -> list[Article]:
    """Items of theme III: of strand a, of strand b (which the sample has not), of none."""
    strands = (STRAND, Strand(letter="b", name="Trường", short_name="Trường"), None)
    return [
        replace(item, slug=f"{n}-{item.slug}", path=f"{item.path[:-3]}-{n}.md", strand=strand)
        for n, (strand, count) in enumerate(zip(strands, counts, strict=True))
        for item in (replace(each, theme=THEMES[2]) for each in many(count))
    ]


def test_a_theme_with_strands_shows_the_newest_of_each_in_a_block_of_its_own() -> None:
    pages = render(_in_strands(5, 0, 1))
    first = pages["chu-de/iii/index.html"]
    block, _, whole = first.partition('aria-labelledby="ca-chu-de"')
    assert block.count('<article class="card') == 3 and whole.count('<article class="card') == 1
    assert '<h2 id="mach-a">a. UBND phường</h2>' in block
    assert 'href="../../chu-de/iii/a/">Tất cả 5 bài' in block
    second = pages["chu-de/iii/trang/2/index.html"]
    assert second.count('<article class="card') == 2 and "mach-a" not in second


def test_no_item_of_a_theme_with_strands_is_lost_between_its_pages() -> None:
    articles = _in_strands(30, 0, 15)
    pages = render(articles)
    shown = "".join(
        html for path, html in pages.items() if path.startswith("chu-de/iii/") and "/a/" not in path
    )
    for item in articles:
        link = f'<a href="[./]*{item.year}/{item.month}/ubnd-{item.slug}/">'
        assert len(re.findall(link, shown)) == 1, item.slug


def test_a_strand_without_items_says_so() -> None:
    html = render(_in_strands(0, 0, 1))["chu-de/iii/index.html"]
    assert "Chưa có bài nào ở mạch này." in html
    assert 'id="mach-a"' not in render(_in_strands(1, 0, 0))["chu-de/i/index.html"]


def test_a_merged_school_names_the_school_that_carries_on() -> None:
    html = render([])["don-vi/th-cu/index.html"]
    school = '<a href="../../don-vi/th-mau-a/">Trường Tiểu học Mẫu A (ví dụ)</a>'
    assert f'vào {school} từ <time datetime="2026-11-01">01/11/2026</time>' in html


def rail_of(html: str) -> str:
    return html.partition('class="rail"')[2].partition("</section>")[0]


def test_a_month_counts_its_own_items_by_theme_and_calls_none_of_them_new() -> None:
    other = make_article("thang-10", date=datetime(2026, 10, 1, tzinfo=ZONE))
    html = render([*many(3), other])["luu-tru/2026/10/index.html"]
    assert "Trong tháng, theo chủ đề" in rail_of(html)
    assert re.findall(r"(\w+) bài", rail_of(html)) == ["1"]
    assert '<h2 id="tin-bai">Tin, bài</h2>' in html


def test_a_month_whose_items_are_gone_says_so() -> None:
    item = make_article("het", date=datetime(2026, 10, 1, tzinfo=ZONE), expires=NOW)
    pages = render([item, ITEMS["tin"]])
    assert "nay không còn trên trang" in pages["luu-tru/2026/10/index.html"]
    assert "luu-tru/2026/10/" not in pages["luu-tru/index.html"]


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("cap-hoc/tieu-hoc/", "Theo trường"),
        ("the/thu-vien/", ""),
        ("chu-de/iii/a/", "Cả chuyên trang theo chủ đề"),
        ("don-vi/ubnd/", "Theo chủ đề"),
    ],
)
def test_the_box_beside_a_listing_says_what_it_counts(address: str, title: str) -> None:
    html = render([*ITEMS.values()])[f"{address}index.html"]
    found = re.search(r"<h2>([^<]*)", rail_of(html))
    assert (found[1] if found else "") == title


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("don-vi/th-cu/", "Tin, bài"),
        ("don-vi/th-mau-a/", "Tin, bài mới"),
        ("the-loai/video/", "Tin, bài"),
        ("dien-hinh/", "1 điển hình"),
        ("chu-de/i/", "Tin, bài mới"),
    ],
)
def test_only_what_goes_on_has_something_new(address: str, heading: str) -> None:
    html = render([*ITEMS.values()])[f"{address}index.html"]
    assert f'<h2 id="tin-bai">{heading}</h2>' in html


def test_a_document_lists_the_items_that_cite_it() -> None:
    pages = render([ITEMS["tin đủ mọi phần"], ITEMS["tin"]])
    assert "Tiêu đề du" in pages["van-ban/nq-71/index.html"]
    assert "Tiêu đề tin<" not in pages["van-ban/nq-71/index.html"]


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, (1, 2, 0, 9)), (3, (1, 2, 3, 4, 0, 9)), (5, (1, 0, 4, 5, 6, 0, 9)), (9, (1, 0, 8, 9))],
)
def test_a_pager_shows_the_ends_and_the_neighbours(number: int, shown: tuple[int, ...]) -> None:
    assert split_pages("x/", many(180))[number - 1].numbers == shown
