"""Access beyond what axe can see: the keyboard, spaced text, nothing that moves by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

Open = Callable[..., Page]
PAGES = {
    "home": "",
    "article": "2026/11/thcs-mau-a-phong-thi-nghiem-mo-cua/",
    "exemplar": "2026/10/th-mau-a-goc-doc-cuoi-lop/",
    "unit": "don-vi/th-mau-a/",
    "subscribe": "dang-ky/",
    "embed": "nhung/",
    "open data": "du-lieu/",
    "handbook": "so-tay-bien-tap/",
}
# WCAG 2.2, 1.4.12: what a reader may set without losing anything.
# A reader's own style is none of the page's, whose policy lets no <style> in.
ADOPT = """css => {
  const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet];
}"""
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
CLIPPED = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter(e => e.checkVisibility() && getComputedStyle(e).overflow === "hidden"
    && getComputedStyle(e).webkitLineClamp === "none"  // a dek that is cut is whole on its page
    && !e.querySelector("img, video") && e.textContent.trim() && e.clientHeight > 1
    && (e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2))
  .map(e => `${e.className}: ${e.textContent.trim().slice(0, 40)}`)"""
FOCUS = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const shown = e.matches("input.md-toggle, .vh input") ? e.labels[0] ?? e : e;
  const style = getComputedStyle(e), box = shown.getBoundingClientRect();
  const around = e.closest(".card, label, summary, li, p, form") ?? e;
  return {
    name: (e.getAttribute("href") ?? e.id ?? "") + "|" + e.textContent.trim().slice(0, 30),
    seen: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
    ringed: [e, around].some(x => getComputedStyle(x).outlineStyle !== "none"
      && parseFloat(getComputedStyle(x).outlineWidth) >= 2),
  };
}"""


def _find_focus(page: Page) -> dict[str, Any] | None:
    """Where the keyboard is; what has it inside a frame shows so itself, the frame does not."""
    focused = page.evaluate_handle("document.activeElement").as_element()
    inner = focused.content_frame() if focused else None
    return (inner or page).evaluate(FOCUS)  # type: ignore[no-any-return]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("width", [360, 1366])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(
    open_page: Open, address: str, width: int
) -> None:
    page = open_page(address, width=width)
    # Of a group of radio buttons Tab reaches one; what is folded away comes after its summary.
    wanted = page.locator("main a[href]:visible, footer a[href]:visible").count()
    lost, links, seen = [], 0, 0
    for _ in range(wanted + 120):
        page.keyboard.press("Tab")
        where = _find_focus(page)
        if where is None:
            break
        seen += 1
        links += "/" in where["name"].partition("|")[0] or where["name"].startswith(("#", "mailto"))
        if not (where["seen"] and where["ringed"]):
            lost.append(where["name"])
    assert lost == []
    assert links >= wanted and seen > 10


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_spaced_out_text_loses_nothing(open_page: Open, address: str) -> None:
    page = open_page(address, width=360)
    page.evaluate(ADOPT, SPACED)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_nothing_moves_by_itself_and_the_language_is_told(open_page: Open, address: str) -> None:
    page = open_page(address)
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.locator("marquee, blink, [autoplay]").count() == 0
    assert page.evaluate("document.documentElement.lang") == "vi"
    for landmark in ("banner", "main", "contentinfo"):
        assert page.get_by_role(landmark).count() == 1  # type: ignore[arg-type]
