"""Taking the address of a feed away: with the keyboard, without script, under every scheme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
PAGE = "dang-ky/"
UNIT = "#don-vi-th-mau-a"


def _faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def test_the_keyboard_copies_an_address_and_the_page_says_so(open_page: Open) -> None:
    page = open_page(PAGE, permissions=["clipboard-read", "clipboard-write"])
    row = page.locator(UNIT).locator(".feed__row").first
    row.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Đã chép địa chỉ")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://vidu.example/thu/don-vi/th-mau-a/feed.xml"
    assert copied == row.locator("code").text_content()


def test_an_article_still_copies_its_own_address(open_page: Open) -> None:
    page = open_page(
        "2026/10/th-mau-a-goc-doc-cuoi-lop/", permissions=["clipboard-read", "clipboard-write"]
    )
    page.get_by_role("button", name="Chép liên kết").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Đã chép liên kết")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_status_is_there_before_it_speaks_and_takes_no_room(open_page: Open) -> None:
    """Not every screen reader says what appears together with its status."""
    toast = open_page(PAGE).get_by_role("status")
    assert toast.evaluate("e => getComputedStyle(e).display") != "none"
    assert toast.evaluate("e => e.offsetHeight") == 0


def test_without_script_addresses_are_there_and_no_dead_button(open_page: Open) -> None:
    page = open_page(PAGE, java_script_enabled=False)
    unit = page.locator(UNIT)
    expect(unit.locator("code").first).to_be_visible()
    expect(unit.get_by_role("button", name="Chép địa chỉ")).to_have_count(0)
    unit.locator("summary").click()
    expect(unit.locator("code").nth(6)).to_be_visible()


def test_a_link_to_a_folded_part_opens_it(open_page: Open) -> None:
    page = open_page(f"{PAGE}#wordpress")
    expect(page.locator("#wordpress ol")).to_be_visible()
    page.get_by_role("navigation", name="Trên trang này").get_by_text("Joomla").click()
    expect(page.locator("#joomla ol")).to_be_visible()
    expect(page.locator("#joomla ol")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("width", "letters", "scheme"),
    [(320, "3", "default"), (360, "", "slate"), (1366, "", "contrast"), (1366, "3", "slate")],
)
def test_all_that_is_folded_out_keeps_to_the_look(
    open_page: Open, width: int, letters: str, scheme: str
) -> None:
    page = open_page(PAGE, width=width)
    page.evaluate(
        """([letters, scheme]) => {
            document.documentElement.dataset.text = letters;
            document.documentElement.dataset.scheme = scheme;
            document.querySelectorAll("details.txt").forEach(e => { e.open = true; });
        }""",
        [letters, scheme],
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert _faults(page) == []


def test_nothing_moves_while_the_page_arrives(open_page: Open) -> None:
    page = open_page(PAGE, reduced_motion="reduce")
    shift = page.evaluate("""() => new Promise(resolve => {
        let sum = 0;
        new PerformanceObserver(list => list.getEntries().forEach(e => { sum += e.value; }))
            .observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 500);
    })""")
    assert shift == 0
