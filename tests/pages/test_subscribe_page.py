"""The subscribe page: every feed with its address and its count, and no more work than needed."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from datetime import timedelta

import pytest

from page_samples import (
    FRAME,
    ITEMS,
    NOW,
    OFFICE,
    REGISTERS,
    SCHOOL,
    TEMPLATES,
    make_article,
    make_exemplar,
    make_site,
    render,
)
from wardnews import addresses
from wardnews.listings import list_listings
from wardnews.model import Article, Newsroom
from wardnews.outputs import Output
from wardnews.pages.site_pages import render_pages
from wardnews.site_context import Site
from wardnews.ward import Unit

URL = "https://vidu.example/giao-duc/"
PATH = "dang-ky/index.html"


def subscribe_page(site: Site) -> Output:
    return next(each for each in render_pages(site, FRAME, TEMPLATES) if each.path == PATH)


def html_of(*articles: Article) -> str:
    return subscribe_page(make_site(articles)).make().decode()


def site_of(*units: Unit) -> Site:
    newsroom = Newsroom(registers=replace(REGISTERS, units=units), articles=())
    return make_site([], newsroom=newsroom, listings=list_listings(newsroom, NOW))


def block_of(html: str, unit: Unit) -> str:
    """What stands at a unit: from its name to that of the next."""
    rest = html.partition(f'id="don-vi-{unit.id}"')[2].partition("<h4>")[2]
    return re.split('<h4>|<section class="block"', rest)[0]


def test_every_feed_stands_there_once_in_every_form() -> None:
    site = make_site(list(ITEMS.values()))
    html = subscribe_page(site).make().decode()
    offered = [listing.address for listing in site.listings if listing.has_feed]
    copied = re.findall("<code>([^<]+)</code><button", html)
    assert sorted(copied) == sorted(URL + addresses.feed(each) for each in offered)
    for form in (addresses.atom, addresses.json_feed):
        assert [html.count(f'href="../{form(each)}"') for each in offered] == [1] * len(offered)


def test_every_unit_has_its_pack_and_the_whole_is_offered_too() -> None:
    html = html_of()
    for unit in REGISTERS.units:
        assert f'href="../don-vi/{unit.id}/feeds.opml" download>' in block_of(html, unit)
    assert html.count('href="../feeds.opml" download>') == 2


def test_a_unit_shows_its_own_feed_and_its_themes_and_exemplars_folded() -> None:
    block = block_of(html_of(make_exemplar()), SCHOOL)
    own, _, folded = block.partition("<details")
    assert re.findall("<code>[^<]+/don-vi/([^<]+)</code>", own) == ["th-mau-a/feed.xml"]
    assert re.findall("<code>[^<]+/don-vi/th-mau-a/([^<]+)feed.xml</code>", folded) == [
        *(f"chu-de/{id}/" for id in ("i", "ii", "iii", "iv", "v")), "dien-hinh/",
    ]  # fmt: skip


def test_counts_are_those_of_today() -> None:
    html = html_of(make_article("mot"), make_article("hai"), make_exemplar())
    assert '<span class="meta">2 bài</span>' in block_of(html, OFFICE)
    assert re.findall("(chưa có bài|[0-9]+ bài)", block_of(html, SCHOOL)) == [
        "1 bài", *["chưa có bài"] * 4, "1 bài", "1 bài",
    ]  # fmt: skip


def test_the_page_follows_from_the_counts_and_not_from_the_items() -> None:
    site = make_site([make_article("tin")])
    edited = make_site([make_article("tin", title="Khác", summary="Khác.")])
    later = make_site([make_article("tin")], now=NOW + timedelta(days=3))
    more = make_site([make_article("tin"), make_article("hai")])
    page = subscribe_page(site)
    assert page.key == subscribe_page(edited).key == subscribe_page(later).key
    assert page.make() == subscribe_page(edited).make() == subscribe_page(later).make()
    assert page.key != subscribe_page(more).key


def test_a_school_that_merged_says_where_to_go_on() -> None:
    html = html_of()
    merged = html.partition('id="don-vi-th-cu"')[2]
    assert '<a href="#don-vi-th-mau-a">Trường Tiểu học Mẫu A (ví dụ)</a> từ' in merged
    assert 'id="don-vi-th-mau-a"' in html and 'id="sap-nhap"' in html


@pytest.mark.parametrize("place", ["nukeviet", "wordpress", "joomla", "dien-thoai", "outlook"])
def test_every_place_has_numbered_steps_under_its_own_anchor(place: str) -> None:
    section = html_of().partition(f'<details class="txt" id="{place}">')[2].partition("</details>")
    assert "<summary><h3>" in section[0] and section[0].count("<li>") >= 4


def test_every_jump_within_the_page_arrives() -> None:
    html = html_of()
    targets = set(re.findall('href="#([^"]+)"', html))
    assert len(targets) > 10
    assert targets - set(re.findall(' id="([^"]+)"', html)) == set()


def test_with_sixty_units_the_page_is_still_light() -> None:
    schools = [replace(SCHOOL, id=f"th-{n}", name=f"Trường Tiểu học số {n}") for n in range(60)]
    html = subscribe_page(site_of(*schools)).make()
    assert html.count(b"<code>") > 60 * 7
    assert len(gzip.compress(html)) <= 60_000


def test_names_are_escaped() -> None:
    html = subscribe_page(site_of(replace(SCHOOL, name="TH&THCS <b>Mẫu</b>"))).make().decode()
    assert "TH&amp;THCS &lt;b&gt;Mẫu&lt;/b&gt;" in html and "<b>Mẫu" not in html


def test_listings_lead_to_the_page_and_a_unit_to_its_own_place() -> None:
    pages = render([make_article("tin")])
    assert 'id="don-vi-ubnd"' in pages[PATH] and 'id="cach-dang-ky"' in pages[PATH]
    assert 'href="../../dang-ky/#don-vi-ubnd">Cách đăng ký' in pages["don-vi/ubnd/index.html"]
    assert 'href="../../dang-ky/#cach-dang-ky"' in pages["chu-de/i/index.html"]
