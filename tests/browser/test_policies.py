"""The policies hold, and what our scripts do keeps to them: `open_page` fails on any violation."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

Open = Callable[..., Page]


def test_a_script_that_got_into_a_page_would_not_run(browser: Browser, base: str) -> None:
    """What is refused is an error in the console too, where `open_page` listens."""
    page, said = browser.new_page(), []
    page.on("console", lambda line: said.append(line.type))
    page.goto(base)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.ran = true";
        document.body.append(script);
        document.body.setAttribute("onclick", "window.ran = true");
        document.body.click();
    }""")
    assert page.evaluate("window.ran") is None
    assert said == ["error", "error"]
    page.close()


def test_an_embed_frame_shows_its_pictures_under_its_policy(open_page: Open) -> None:
    for address in ("nhung/tat-ca/", "2026/11/nhung/", "chu-de/iii/nhung/"):
        page = open_page(f"{address}?kieu=anh")
        picture = page.locator("img").first
        expect(picture).to_be_visible()
        assert picture.evaluate("picture => picture.decode().then(() => true)")


def test_the_search_finds_under_its_policy(open_page: Open) -> None:
    page = open_page("tim-kiem/?q=thu+vien")
    expect(page.locator("[data-results] h2").first).to_be_visible()


def test_codes_are_made_and_shown_under_the_policy(open_page: Open) -> None:
    page = open_page("nhung/#cong-khac")
    page.locator("[name=kieu][value=anh]").check()
    expect(page.frame_locator("iframe[data-view]").locator(".items li").first).to_be_visible()
    expect(page.locator("[data-pattern]", has_text="integrity").first).to_contain_text("sha384-")


def test_a_choice_is_painted_at_once_and_is_known_from_the_first_version(open_page: Open) -> None:
    """Kept as Material's own script kept it, under the address of the site."""
    kept = """localStorage.setItem("wardnews.text", "2");
        localStorage.setItem("/thu/.__palette", JSON.stringify({ index: 2, color:
            { media: "(prefers-color-scheme: dark)", scheme: "slate", primary: "indigo" } }));
        localStorage.setItem("/khac/.__palette", '{"index": 3, "color": {"scheme": "contrast"}}');
        window.first = new Promise((resolve) => new PerformanceObserver(
            () => resolve({ ...document.documentElement.dataset })
        ).observe({ type: "paint", buffered: true }));"""
    page = open_page("gioi-thieu/", script=kept)
    assert page.evaluate("window.first") == {"text": "2", "scheme": "slate"}
    expect(page.locator("[name=__scheme][value=slate]")).to_be_checked()
    page.locator("[data-display] summary").click()
    page.get_by_label("Theo máy").check()
    assert page.evaluate("document.documentElement.dataset.scheme") is None
    assert page.evaluate("JSON.parse(localStorage['/thu/.__palette']).index") == 0
