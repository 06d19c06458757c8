"""What readers meet: every kind of page, on a phone and on a desk, with and without script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

PAGES = {
    "home": "",
    "page two": "trang/2/",
    "article": "2026/11/thcs-mau-a-phong-thi-nghiem-mo-cua/",
    "exemplar": "2026/10/th-mau-a-goc-doc-cuoi-lop/",
    "answer": "2026/11/phong-vhxh-hinh-anh-hoc-sinh-tren-chuyen-trang/",
    "video": "2026/10/th-mau-a-mot-ngay-o-thu-vien-xanh/",
    "podcast": "2026/10/thcs-mau-b-radio-gio-ra-choi/",
    "infographic": "2026/10/trung-tam-dvsnc-bon-muc-tieu-mot-trang/",
    "event": "2026/11/th-thcs-mau-d-ngay-hoi-doc-sach/",
    "press": "2026/11/th-thcs-mau-d-bao-viet-ve-thu-vien/",
    "deadline": "2026/11/th-thcs-mau-d-gop-sach-cu/",
    "table": "2026/04/phong-vhxh-muc-tieu-den-het-nam-2026/",
    "corrected": "2026/11/th-mau-b-don-ban-moi/",
    "withdrawn": "2026/11/th-mau-b-lich-do-xe/",
    "theme": "chu-de/iii/",
    "strand": "chu-de/iii/b/",
    "unit": "don-vi/th-mau-a/",
    "merged unit": "don-vi/th-mau-c/",
    "empty listing": "don-vi/mn-mau-b/chu-de/i/",
    "exemplars": "dien-hinh/",
    "level": "cap-hoc/tieu-hoc/",
    "kind": "the-loai/giai-dap/",
    "units": "don-vi/",
    "map": "so-do-trang/",
    "contact": "lien-he/",
    "archive": "luu-tru/",
    "month": "luu-tru/2026/11/",
    "documents": "van-ban/",
    "document": "van-ban/nq-71/",
    "open data": "du-lieu/",
    "subscribe": "dang-ky/",
    "search": "tim-kiem/",
    "embed": "nhung/",
    "handbook": "so-tay-bien-tap/",
}
SCREENS = ((320, "light"), (360, "dark"), (768, "light"), (1366, "light"), (1366, "dark"))
Open = Callable[..., Page]


def _faults(page: Page) -> list[str]:
    rules = {"target-size": {"enabled": True}}  # of WCAG 2.2, which axe leaves off
    options = {"resultTypes": ["violations"], "rules": rules}
    found = Axe().run(page, options=options).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_everybody_can_use_every_kind_of_page(open_page: Open, address: str) -> None:
    """axe finds nothing by day or night, from the smallest phone to a desk."""
    page = open_page(address)
    for width, scheme in SCREENS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)
        assert _faults(page) == [], (width, scheme)


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_sticks_out_of_a_small_phone_with_large_letters(
    open_page: Open, address: str
) -> None:
    page = open_page(address, width=320)
    page.evaluate("document.documentElement.dataset.text = '3'")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= 320


@pytest.mark.parametrize("name", ["home", "document", "documents", "exemplar", "handbook"])
def test_numbers_and_code_stand_on_one_line(open_page: Open, name: str) -> None:
    """71-NQ/TW and --/- are read in one piece even on a small phone with large letters."""
    page = open_page(PAGES[name], width=320)
    page.evaluate("document.documentElement.dataset.text = '3'")
    broken = page.locator(".nowrap, :not(pre) > code").evaluate_all("""found => found.filter(e => {
        const range = document.createRange();
        range.selectNodeContents(e);
        const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top)));
        return lines.size > 1 && e.textContent.length <= 20;
    }).map(e => e.textContent)""")
    assert page.locator(".nowrap").count() > 0 and broken == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_no_id_stands_twice(open_page: Open, address: str) -> None:
    ids = open_page(address).locator("[id]").evaluate_all("found => found.map(e => e.id)")
    assert sorted(set(ids)) == sorted(ids)


def test_the_way_past_the_navigation_leads_to_the_text(open_page: Open) -> None:
    page = open_page(PAGES["article"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.contains(document.querySelector('h1'))")


@pytest.mark.parametrize(
    "name", ["home", "article", "exemplar", "unit", "subscribe", "embed", "handbook"]
)
def test_all_can_be_read_without_script(open_page: Open, name: str) -> None:
    page = open_page(PAGES[name], java_script_enabled=False)
    expect(page.locator("h1")).to_have_count(1)
    page.locator("label.menubtn").click()
    link = page.get_by_role("navigation", name="Danh mục đầy đủ").get_by_text("Đơn vị", exact=True)
    expect(link).to_be_visible()
    expect(page.locator(".js-only").first).to_be_hidden()
    link.click()
    expect(page.locator("h1")).to_contain_text("Đơn vị")


def test_the_drawer_opens_by_tap_and_closes_by_escape(open_page: Open) -> None:
    page = open_page("")
    drawer = page.get_by_role("navigation", name="Danh mục đầy đủ")
    expect(drawer).not_to_be_in_viewport()
    page.locator("label.menubtn").click()
    expect(drawer).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_in_viewport()


def test_a_choice_of_letters_and_colours_is_kept_from_page_to_page(open_page: Open) -> None:
    page = open_page("", width=1366)
    page.locator("[data-display] summary").click()
    page.get_by_label("Rất lớn").check()
    page.get_by_label("Tối", exact=True).check()
    for address in (PAGES["article"], PAGES["handbook"]):
        page.goto(page.url.partition("/thu/")[0] + "/thu/" + address)
        expect(page.locator("html")).to_have_attribute("data-text", "3")
        expect(page.locator("html")).to_have_attribute("data-scheme", "slate")


def test_a_wrong_address_at_any_depth_shows_ways_on(open_page: Open, base: str) -> None:
    page = open_page("gioi-thieu/")
    page.context.set_extra_http_headers({})
    answer = page.request.get(base + "2020/01/khong/co/")
    assert answer.status == 404 and 'href="/thu/don-vi/"' in answer.text()


def test_pictures_have_their_place_before_they_arrive(open_page: Open) -> None:
    for address in ("", PAGES["article"], PAGES["exemplar"]):
        page = open_page(address)
        sizes = page.locator("main img, .wrap img").evaluate_all(
            "found => found.map(i => [i.hasAttribute('width'), i.hasAttribute('height'), i.alt])"
        )
        assert sizes and all(width and height for width, height, _ in sizes)
