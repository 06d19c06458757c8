"""The page that makes what schools paste: ready codes for every unit, escaped for where they go."""

from __future__ import annotations

import gzip
import html
import re
from dataclasses import replace
from datetime import timedelta

import pytest
from lxml.html import HtmlElement, fragment_fromstring, fromstring

from page_samples import (
    FRAME,
    NOW,
    OLD_SCHOOL,
    REGISTERS,
    SCHOOL,
    TEMPLATES,
    make_article,
    make_site,
)
from wardnews import addresses
from wardnews.listings import list_listings
from wardnews.model import Newsroom
from wardnews.outputs import Output
from wardnews.pages.embed_page import PATTERNS, USUAL
from wardnews.pages.site_pages import render_pages
from wardnews.site_context import Site
from wardnews.ward import Unit

URL = "https://vidu.example/giao-duc/"
PATH = "nhung/index.html"
FRAMED = {"all", "unit", "theme", "unit-theme", "exemplars"}  # the listings that have a frame
SYSTEMS = ["nukeviet", "wordpress", "joomla", "google-sites", "cong-khac"]
HOSTILE = """Trường "A" onload='x' <b>&amp; {src} 'B'"""


def embed_page(site: Site) -> Output:
    return next(each for each in render_pages(site, FRAME, TEMPLATES) if each.path == PATH)


def site_of(*units: Unit, **changes: object) -> Site:
    newsroom = Newsroom(registers=replace(REGISTERS, units=units), articles=())
    listings = list_listings(newsroom, NOW)
    return make_site([], newsroom=newsroom, listings=listings, **changes)  # type: ignore[arg-type]


def read_page(site: Site | None = None) -> HtmlElement:
    return fromstring(embed_page(site or make_site([])).make().decode())


def codes_of(page: HtmlElement, id: str) -> list[str]:
    """What stands there to be copied, as a person copies it."""
    return page.xpath(f'//*[@id="{id}"]//p[@class="paste"]/code/text()')  # type: ignore[no-any-return]


def test_every_unit_has_the_address_and_the_code_of_its_frame() -> None:
    page = read_page()
    for id, listing in (
        ("toan-phuong", ""),
        *((f"don-vi-{unit.id}", addresses.unit(unit)) for unit in REGISTERS.units),
    ):
        address, code = codes_of(page, id)
        assert address == URL + addresses.embed(listing)
        assert fragment_fromstring(code).get("src") == address
        (link,) = page.xpath(f'//*[@id="{id}"]//a/@href')
        assert link == "../" + addresses.embed(listing)


def test_the_code_of_a_frame_gives_away_and_allows_as_little_as_it_can() -> None:
    frame = fragment_fromstring(codes_of(read_page(), "don-vi-th-mau-a")[1])
    assert frame.tag == "iframe"
    assert dict(frame.attrib) == {
        "src": f"{URL}don-vi/th-mau-a/nhung/",
        "title": "Giáo dục Mẫu: Trường Tiểu học Mẫu A (ví dụ)",
        "width": "100%",
        "height": "500",
        "loading": "lazy",
        "referrerpolicy": "no-referrer",
        "sandbox": "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    }


def test_a_choice_of_unit_and_theme_is_the_address_of_a_listing() -> None:
    """The script joins the two, and what makes a frame, a fragment or a feed of them."""
    site = make_site([])
    page = read_page(site)
    listings = {listing.address for listing in site.listings}
    units = page.xpath('//select[@name="don-vi"]//option/@value')
    parts = page.xpath('//select[@name="chu-de"]//option/@value')
    assert len(units) == 1 + len(REGISTERS.units) and len(parts) == 1 + 5 + 1
    (ward_only,) = page.xpath("//option[@data-ward]/@value")
    assert {u + p for u in units for p in parts if not u or p != ward_only} == {
        each.address for each in site.listings if each.kind in FRAMED
    }
    known = page.xpath("//form")[0].attrib
    for listing in listings - {""}:
        assert listing + known["data-frame"] == addresses.embed(listing)
        assert listing + known["data-fragment"] == addresses.fragment(listing)
        assert listing + known["data-feed"] == addresses.feed(listing)
    assert known["data-whole"] == addresses.embed("") != addresses.EMBEDS
    assert known["data-fragment"] == addresses.fragment("")


def test_what_the_form_begins_with_is_what_a_bare_address_means() -> None:
    form = read_page().xpath("//form")[0]
    chosen = dict(form.form_values())
    assert {name: chosen[name] for name in USUAL} == USUAL
    assert form.get("data-usual") == "so-tin=5&kieu=tieu-de&tieu-de=h3&mau=tu-dong"


@pytest.mark.parametrize("system", SYSTEMS)
def test_every_system_has_what_to_paste_and_numbered_steps(system: str) -> None:
    page = read_page()
    (part,) = page.xpath(f'//details[@id="{system}"]')
    assert page.xpath(f'//input[@name="trang" and @value="{system}"]')
    assert len(part.xpath(".//ol/li")) >= 3
    assert set(part.xpath(".//@data-pattern")) & set(PATTERNS.values())
    for code in part.xpath(".//code[@data-pattern]"):
        assert URL in code.text  # ready for the whole ward before any script runs


def test_nukeviet_is_told_the_host_exactly() -> None:
    page = read_page(site_of(SCHOOL, url="https://www.phuong.vidu.example:8443/giao-duc/"))
    rss, host, frame = codes_of(page, "nukeviet")
    assert host == "www.phuong.vidu.example"
    assert rss == "https://www.phuong.vidu.example:8443/giao-duc/feed.xml"
    assert frame.startswith("<iframe ")


def test_names_are_escaped_for_the_page_and_for_the_code_that_is_pasted() -> None:
    site = site_of(replace(SCHOOL, name=HOSTILE))
    page = read_page(site)
    frame = fragment_fromstring(codes_of(page, "don-vi-th-mau-a")[1])
    assert frame.get("title") == f"Giáo dục Mẫu: {HOSTILE}"
    assert frame.get("onload") is None and len(frame.attrib) == 7
    (option,) = page.xpath('//option[@value="don-vi/th-mau-a/"]')
    assert option.get("data-title") == option.text == HOSTILE
    assert page.xpath("//@onload | //summary/b | //option/b") == []


def test_the_tag_for_programmers_falls_back_to_a_link() -> None:
    code = codes_of(read_page(), "cong-khac")[2]
    script, tag = re.fullmatch(r"(<script .*></script>)\n(<vy-tin .*</vy-tin>)", code).groups()  # type: ignore[union-attr]
    assert script == f'<script src="{URL}nhung/v1/tin.js" async></script>'
    element = fragment_fromstring(tag)
    assert dict(element.attrib) == USUAL
    assert element.xpath("a/@href") == [URL]


def test_a_school_that_ended_says_so_where_it_is_chosen() -> None:
    page = read_page()
    assert page.xpath('//option[@value="don-vi/th-cu/"]/text()') == [
        "Trường cũ, đến hết 31/10/2026"
    ]
    merged = replace(OLD_SCHOOL, active_until=None)
    page = read_page(site_of(SCHOOL, merged))
    assert page.xpath('//option[@value="don-vi/th-cu/"]/text()') == ["Trường cũ, đã sáp nhập"]


def test_the_page_follows_from_the_registers_alone() -> None:
    page = embed_page(make_site([]))
    later = embed_page(make_site([make_article("tin")], now=NOW + timedelta(days=3)))
    assert page.key == later.key and page.make() == later.make()


def test_every_jump_within_the_page_arrives() -> None:
    page = read_page()
    targets = {each[1:] for each in page.xpath('//a[starts-with(@href, "#")]/@href')}
    assert targets and targets <= set(page.xpath("//@id"))


def test_the_page_has_no_script_of_its_own_in_its_text() -> None:
    page = read_page()
    assert page.xpath("//script/@src") == ["../assets/wardnews/builder.js"]
    assert "".join(page.xpath("//script/text()")) == ""
    assert page.xpath("//@style") == []


def test_with_sixty_units_the_page_is_still_light() -> None:
    schools = [replace(SCHOOL, id=f"th-{n}", name=f"Trường Tiểu học số {n}") for n in range(60)]
    content = embed_page(site_of(*schools)).make()
    assert html.unescape(content.decode()).count("<iframe src=") > 60
    assert len(gzip.compress(content)) <= 40_000


def test_the_script_is_small() -> None:
    script = TEMPLATES.parent / "assets" / "wardnews" / "builder.js"
    assert len(gzip.compress(script.read_bytes())) <= 2_500


def test_readers_of_the_subscribe_page_find_it() -> None:
    pages = {o.path: o.make().decode() for o in render_pages(make_site([]), FRAME, TEMPLATES)}
    assert 'href="../nhung/"' in pages["dang-ky/index.html"]
