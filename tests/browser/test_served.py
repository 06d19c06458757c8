"""The site behind the real nginx, with the headers that it gives, in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from host_pages import School, frame_of
from web_servers import Served, serve_nginx

PUBLIC = "https://vidu.example/thu/"  # where feeds say that their style sheet is
ITEM = "2026/10/th-mau-a-goc-doc-cuoi-lop/"


@pytest.fixture(scope="module")
def nginx(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    target = tmp_path_factory.mktemp("target")
    (target / "current").symlink_to(demo_site)
    with serve_nginx(target, "/thu", tmp_path_factory.mktemp("nginx")) as served:
        yield served


@pytest.fixture
def visit(browser: Browser, nginx: Served) -> Iterator[Callable[[str], Page]]:
    """Opens an address of the site as if nginx stood at its public one."""
    context = browser.new_context(viewport={"width": 360, "height": 740})

    def ask_nginx(route: Route) -> None:
        route.fulfill(response=route.fetch(url=nginx.url + route.request.url[len(PUBLIC) :]))

    context.route(f"{PUBLIC}**", ask_nginx)

    def visit_one(address: str) -> Page:
        page = context.new_page()
        page.goto(PUBLIC + address)
        return page

    yield visit_one
    context.unroute_all(behavior="wait")  # answers that are still on their way
    context.close()


@pytest.mark.parametrize("form", ["feed.xml", "atom.xml"])
def test_a_feed_is_shown_as_a_list_with_its_style(visit: Callable[[str], Page], form: str) -> None:
    page = visit(form)
    assert page.evaluate("document.styleSheets.length") == 1
    title = page.locator("title").nth(1)
    assert title.evaluate("e => getComputedStyle(e).display") == "block"
    assert page.locator("guid, id").first.evaluate("e => e.getClientRects().length") == 0


def test_an_embed_frame_is_shown_by_others_and_a_page_is_not(
    browser: Browser, nginx: Served, school: School
) -> None:
    page = browser.new_page()
    page.goto(school.publish(frame_of(nginx.url + "nhung/tat-ca/") + frame_of(nginx.url + ITEM)))
    frames = page.locator("iframe")
    expect(frames.nth(0).content_frame.locator(".items li").first).to_be_visible()
    assert page.frames[2].url.startswith("chrome-error:")
    page.close()


def test_the_search_works_under_the_policy(visit: Callable[[str], Page]) -> None:
    page = visit("tim-kiem/?q=thu+vien")
    expect(page.locator("[data-results] h2").first).to_be_visible()
