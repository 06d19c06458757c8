"""A person who opens a feed in a browser sees a list, and where to learn what to do with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

PUBLIC = "https://vidu.example/thu/"  # where feeds say that their style sheet is
VISIBLE = """() => [...document.querySelectorAll("*")]
  .filter(e => e.childElementCount === 0 && e.getClientRects().length)
  .map(e => [e.localName, e.textContent])"""


@pytest.mark.parametrize("path", ["feed.xml", "atom.xml", "feed-2026-10.xml"])
def test_a_feed_is_a_list_that_can_be_read(path: str, browser: Browser, demo_site: Path) -> None:
    def answer(route: Route) -> None:
        file = demo_site / route.request.url.removeprefix(PUBLIC)
        kind = "application/xml" if file.suffix == ".xml" else "text/css"
        route.fulfill(body=file.read_bytes(), content_type=kind)

    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.route(f"{PUBLIC}**", answer)
    page = context.new_page()
    page.goto(PUBLIC + path)
    shown = page.evaluate(VISIBLE)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    names = [name for name, _ in shown]
    assert {*names} <= {"title", "description", "subtitle", "summary"}
    assert names.count("title") > 3
    assert any(f"{PUBLIC}dang-ky/" in text for _, text in shown)
    assert width <= 360
