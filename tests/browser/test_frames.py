"""The frame in pages of schools: with what NukeViet, WordPress and others leave of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Frame, Page, expect

from feed_readers import PROGRAMS, run
from host_pages import (
    PUBLISHED,
    SANDBOX_OF_NUKEVIET,
    SANDBOX_OF_OURS,
    SANDBOX_OF_WORDPRESS,
    STRANGE_HOSTS,
    School,
    Ward,
    frame_of,
)

Visit = Callable[..., Page]
UNIT = "don-vi/th-mau-a/nhung/"
ITEM = "2026/10/th-mau-a-goc-doc-cuoi-lop/"
HEIGHT = "Math.ceil(document.body.getBoundingClientRect().height)"
SANDBOXES = {
    "none": None,
    "ours": SANDBOX_OF_OURS,
    "NukeViet": SANDBOX_OF_NUKEVIET,
    "WordPress": SANDBOX_OF_WORDPRESS,
}
# What grows the frames of a school that may use the script.
GROWN = '<script src="{}nhung/v1/tin.js" defer></script>'


def _inside(page: Page) -> Frame:
    expect(page.frame_locator("iframe").locator("main")).to_be_attached()
    return page.frames[1]


def _fits(page: Page, *, least: int = 0) -> None:
    """Wait until the frame is as high as what is in it, or as its host lets it be at least.

    Both are asked again each time: what is in it grows with its fonts, and the host follows.
    """
    frame = _inside(page)
    for _ in range(100):
        height = page.evaluate("document.querySelector('iframe').clientHeight")
        wanted = max(least, frame.evaluate(HEIGHT))
        if height == wanted:
            break
        page.wait_for_timeout(50)
    assert height == wanted
    assert frame.evaluate("document.documentElement.scrollHeight") <= height


@pytest.mark.parametrize(
    ("query", "shown"),
    [("", 5), ("?so-tin=1", 1), ("?so-tin=20", 20), ("?so-tin=99", 20), ("?so-tin=0", 5),
     ("?so-tin=-3", 5), ("?so-tin=2.9", 2), ("?so-tin=nhiều", 5)],
)  # fmt: skip
def test_it_shows_as_many_items_as_its_address_asks_for(
    visit: Visit, ward: Ward, query: str, shown: int
) -> None:
    page = visit(f"{ward.url}nhung/tat-ca/{query}")
    assert page.locator(".items > li:visible").count() == shown


def test_look_heading_and_colours_follow_its_address(visit: Visit, ward: Ward) -> None:
    def see(query: str, **options: object) -> list[object]:
        page = visit(f"{ward.url}{UNIT}{query}", **options)
        return [
            page.locator("img:visible").count(),
            page.locator(".summary:visible").count(),
            page.locator(".name").evaluate("e => e.localName"),
            page.evaluate("getComputedStyle(document.documentElement).backgroundColor"),
        ]

    white, night = "rgb(255, 255, 255)", "rgb(21, 20, 31)"
    assert see("") == [0, 0, "h3", white]
    assert see("", color_scheme="dark") == [0, 0, "h3", night]
    assert see("?kieu=anh&tieu-de=h2&mau=toi") == [3, 0, "h2", night]
    assert see("?kieu=the&tieu-de=h6&mau=sang", color_scheme="dark") == [3, 5, "h6", white]
    assert see("?kieu=x&tieu-de=h1&mau=y") == [0, 0, "h3", white]


def test_it_is_whole_without_script(visit: Visit, ward: Ward, school: School) -> None:
    page = visit(school.publish(frame_of(ward.url + UNIT)), java_script_enabled=False)
    frame = page.frame_locator("iframe")
    assert frame.locator(".items > li:visible").count() == 5
    assert frame.locator("img").count() == 0  # a picture that nobody asked for is not fetched
    first = frame.locator(".items a").first
    assert (first.get_attribute("href") or "").startswith(ward.url + "2026/")
    assert not [path for path, _ in ward.asked if path.endswith((".png", ".jpg", ".webp"))]


@pytest.mark.parametrize("sandbox", SANDBOXES.values(), ids=SANDBOXES)
@pytest.mark.parametrize(
    ("query", "sizing"),
    [("", "content-box"), ("?kieu=the&so-tin=20", "border-box")],
    ids=["titles", "cards"],
)
def test_it_grows_to_its_content_in_every_sandbox(
    visit: Visit, ward: Ward, school: School, sandbox: str | None, query: str, sizing: str
) -> None:
    more = f'style="border: 5px solid; box-sizing: {sizing}"'
    body = frame_of(ward.url + UNIT + query, sandbox=sandbox, more=more)
    page = visit(school.publish(body + GROWN.format(ward.url)))
    _fits(page)
    assert (
        _inside(page).evaluate("getComputedStyle(document.body).paddingLeft") == "16px"
    )  # its CSS


def test_it_grows_when_its_column_becomes_narrow(visit: Visit, ward: Ward, school: School) -> None:
    body = frame_of(ward.url + UNIT + "?kieu=anh") + GROWN.format(ward.url)
    page = visit(school.publish(body))
    _fits(page)
    wide = page.evaluate("document.querySelector('iframe').clientHeight")
    page.evaluate("document.body.style.width = '280px'")
    page.wait_for_function(f"document.querySelector('iframe').clientHeight > {wide}")
    _fits(page)
    assert _inside(page).evaluate("document.documentElement.scrollWidth") <= 280


def test_a_tab_that_opens_later_shows_it_at_its_height(
    visit: Visit, ward: Ward, school: School
) -> None:
    body = f'<div id="tab" style="display:none">{frame_of(ward.url + UNIT)}</div>'
    page = visit(school.publish(body + GROWN.format(ward.url)), width=500)
    page.wait_for_timeout(500)
    assert page.evaluate("document.querySelector('iframe').style.height") == ""
    page.evaluate("document.getElementById('tab').style.display = ''")
    _fits(page)


def test_without_a_listener_it_can_be_scrolled(visit: Visit, ward: Ward, school: School) -> None:
    body = frame_of(ward.url + UNIT + "?so-tin=20", sandbox=SANDBOX_OF_NUKEVIET)
    frame = _inside(visit(school.publish(body)))
    assert frame.evaluate("innerHeight") == 420 and frame.evaluate(HEIGHT) > 420
    frame.evaluate("scrollTo(0, 9999)")
    assert frame.evaluate("scrollY") > 0


@pytest.mark.parametrize("host", STRANGE_HOSTS.values(), ids=STRANGE_HOSTS)
def test_what_the_page_around_it_does_to_itself_does_not_reach_it(
    visit: Visit, ward: Ward, school: School, host: tuple[str, str]
) -> None:
    head, attributes = host
    page = visit(school.publish(frame_of(ward.url + UNIT), head, attributes))
    frame = _inside(page)
    look = """() => ["direction", "fontSize", "lineHeight", "textAlign", "display"]
      .map(name => getComputedStyle(document.querySelector(".title"))[name])"""
    assert frame.evaluate(look) == ["ltr", "16px", "22.4px", "start", "block"]
    ink, paper = frame.evaluate("""() => [getComputedStyle(document.querySelector(".title")).color,
      getComputedStyle(document.documentElement).backgroundColor]""")
    assert {ink, paper} in (
        {"rgb(27, 26, 46)", "rgb(255, 255, 255)"},
        {"rgb(239, 237, 247)", "rgb(21, 20, 31)"},
    )


def test_a_strict_policy_of_the_page_around_it_leaves_it_whole(
    visit: Visit, ward: Ward, school: School
) -> None:
    origin = ward.url.removesuffix("/thu/")
    school.headers = {"Content-Security-Policy": f"default-src 'none'; frame-src {origin}"}
    frame = _inside(visit(school.publish(frame_of(ward.url + UNIT + "?kieu=anh"))))
    expect(frame.locator("img").first).to_be_visible()
    assert frame.evaluate("getComputedStyle(document.body).paddingLeft") == "16px"


# --- links ---------------------------------------------------------------------------------


def test_a_headline_opens_a_new_tab_where_that_is_allowed(
    visit: Visit, ward: Ward, school: School
) -> None:
    page = visit(school.publish(frame_of(ward.url + UNIT)))
    with page.context.expect_page() as opened:
        _inside(page).locator(".title").first.click()
    assert opened.value.url == ward.url + ITEM
    assert _inside(page).locator(".address").count() == 0


def test_where_it_is_not_allowed_the_address_can_be_read_and_copied(
    visit: Visit, ward: Ward, school: School
) -> None:
    body = frame_of(ward.url + UNIT, sandbox=SANDBOX_OF_NUKEVIET) + GROWN.format(ward.url)
    page = visit(school.publish(body))
    _fits(page)
    frame = _inside(page)
    frame.locator(".title").first.click()
    expect(frame.get_by_role("status")).to_contain_text(ward.url + ITEM)
    _fits(page)  # it grew by the address
    assert len(page.context.pages) == 1
    expect(frame.locator(".address b")).to_be_focused()


# Asks as soon as a script listens; that of the frame does so before its body is there.
ASK_EARLY = """const listen = addEventListener;
addEventListener = (type, listener, ...more) => {
  listen(type, listener, ...more);
  if (type === "message") listener({ source: parent, data: { type: "vy-tin:ready" } });
}"""


def test_whoever_asks_for_its_height_before_it_has_one_is_told_later(
    visit: Visit, ward: Ward, school: School
) -> None:
    page = visit(school.publish(frame_of(ward.url + UNIT) + GROWN.format(ward.url)))
    page.add_init_script(ASK_EARLY)
    page.reload()
    _fits(page)


# --- WordPress -----------------------------------------------------------------------------


def _paste_into_wordpress(site: Path, pasted: str) -> str:
    """What WordPress' own code puts into the post."""
    address = PUBLISHED.decode()
    said = run("php", PROGRAMS / "wordpress_embed.php", address, str(site), address + pasted)
    return str(json.loads(said))


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        (ITEM, "Đưa sách xuống cuối lớp"),
        ("don-vi/th-mau-a/", "Trường Tiểu học Mẫu A"),
        ("", "Giáo dục Việt Yên"),
        (UNIT, "Trường Tiểu học Mẫu A"),
    ],
    ids=["item", "unit", "home", "frame"],
)
def test_an_address_pasted_into_wordpress_becomes_a_frame_of_the_right_height(
    visit: Visit, ward: Ward, school: School, demo_site: Path, pasted: str, text: str
) -> None:
    made = _paste_into_wordpress(demo_site, pasted).replace(PUBLISHED.decode(), ward.url)
    page = visit(school.publish(made + '<script src="/wp-includes/js/wp-embed.js"></script>'))
    expect(page.locator("blockquote")).to_be_hidden()
    frame = _inside(page)
    expect(frame.locator("main")).to_contain_text(text)
    _fits(page, least=200)
    frame.locator(".items .title:visible").first.click()
    page.wait_for_url(ward.url + "20*/**")


def test_in_wordpress_an_item_whose_frame_is_gone_leaves_its_link(
    visit: Visit, ward: Ward, school: School, demo_site: Path
) -> None:
    made = _paste_into_wordpress(demo_site, ITEM).replace(PUBLISHED.decode(), ward.url)
    made = made.replace("/2026/10/nhung/", "/khong-con/")
    page = visit(school.publish(made + '<script src="/wp-includes/js/wp-embed.js"></script>'))
    page.wait_for_timeout(500)
    expect(page.locator("blockquote a")).to_be_visible()


def test_wordpress_may_give_its_secret_after_the_frame_was_loaded(
    visit: Visit, ward: Ward, school: School
) -> None:
    more = 'class="wp-embedded-content"'
    body = frame_of(ward.url + UNIT, sandbox=SANDBOX_OF_WORDPRESS, more=more)
    page = visit(school.publish(body))
    page.add_script_tag(url="/wp-includes/js/wp-embed.js")
    page.evaluate("window.dispatchEvent(new Event('load'))")
    _fits(page)


# --- one item ------------------------------------------------------------------------------


def test_the_frame_of_an_item_shows_it_alone(visit: Visit, ward: Ward) -> None:
    url = f"{ward.url}2026/10/nhung/?bai=th-mau-a-goc-doc-cuoi-lop"
    page = visit(url)
    assert page.locator(".items > li:visible").count() == 1
    expect(page.locator(".chosen .title")).to_have_attribute("href", ward.url + ITEM)
    expect(page.locator(".chosen img")).to_be_visible()
    plain = visit(url, java_script_enabled=False)
    assert plain.locator(f'.title[href="{ward.url}{ITEM}"]').is_visible()


def test_a_frame_that_was_pasted_under_an_old_address_shows_its_item(
    visit: Visit, ward: Ward
) -> None:
    page = visit(f"{ward.url}2026/04/nhung/?bai=phong-vhxh-muc-tieu-2026")
    assert page.locator(".items > li:visible").count() == 1
    here = f"{ward.url}2026/04/phong-vhxh-muc-tieu-den-het-nam-2026/"
    expect(page.locator(".chosen .title")).to_have_attribute("href", here)


# --- for everybody ---------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [UNIT, UNIT + "?kieu=anh", UNIT + "?kieu=the&tieu-de=h2", "don-vi/th-mau-c/nhung/",
     "2026/10/nhung/?bai=th-mau-a-goc-doc-cuoi-lop"],
)  # fmt: skip
def test_axe_finds_nothing(visit: Visit, ward: Ward, address: str, scheme: str) -> None:
    page = visit(ward.url + address, width=280, color_scheme=scheme)
    # A frame begins below the headings of the page around it.
    rules = {"target-size": {"enabled": True}, "page-has-heading-one": {"enabled": False}}
    found = Axe().run(page, options={"rules": rules})
    assert found.response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 280


def test_the_keyboard_reaches_every_headline_and_shows_where_it_is(
    visit: Visit, ward: Ward
) -> None:
    page = visit(ward.url + UNIT)
    for _ in range(page.locator("a:visible").count()):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outline")
        assert "solid 3px" in outline
    assert page.evaluate("document.getAnimations().length") == 0
