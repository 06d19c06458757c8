"""<vy-tin> in pages of schools. What version 1 does is fixed here: schools paste it once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from host_pages import PUBLISHED, STRANGE_HOSTS, School, Ward, element_of, serve_ward
from page_samples import NOW, PICTURE, TEMPLATES, make_article, make_site
from wardnews import addresses
from wardnews.embed_files import hash_script, read_embed_files
from wardnews.embeds import render_embeds
from wardnews.feeds.site_feeds import render_feeds
from wardnews.model import Withdrawal

Visit = Callable[..., Page]
V1 = TEMPLATES / "nhung" / "v1"
LISTEN = """<script>window.told = [];
for (const name of ["vy-tin:loaded", "vy-tin:failed"])
  addEventListener(name, ({type, detail}) => told.push([type, detail]));</script>"""


def _script(ward: Ward, more: str = "defer") -> str:
    return f'<script src="{ward.url}{addresses.EMBED_SCRIPT}" {more}></script>'


def _open(visit: Visit, school: School, ward: Ward, attributes: str, **options: object) -> Page:
    return visit(school.publish(element_of(attributes) + _script(ward), LISTEN), **options)


def _news(page: Page) -> Locator:
    return page.locator("vy-tin .box")


def _told(page: Page) -> list[list[object]]:
    page.wait_for_function("window.told.length")
    return page.evaluate("window.told")  # type: ignore[no-any-return]


def _fails(page: Page) -> None:
    """What is inside the element stays."""
    expect(page.get_by_role("link", name="Dự phòng")).to_be_visible()
    assert _news(page).count() == 0


# --- the interface of version 1 ----------------------------------------------------------------


def test_it_goes_on_being_called_what_it_is_called(
    visit: Visit, ward: Ward, school: School
) -> None:
    page = _open(visit, school, ward, "")
    assert page.evaluate("customElements.get('vy-tin').observedAttributes") == [
        "don-vi", "chu-de", "dien-hinh", "so-tin", "kieu", "tieu-de", "mau",
    ]  # fmt: skip
    assert _told(page) == [["vy-tin:loaded", {"count": 5}]]
    expect(_news(page).locator("h3")).to_have_text("Giáo dục Việt Yên (dữ liệu minh họa)")
    expect(_news(page).locator("li")).to_have_count(5)
    expect(_news(page).locator("img, .summary")).to_have_count(0)
    assert _news(page).evaluate("e => [e.dataset.mau, e.dataset.kieu]") == ["tu-dong", "tieu-de"]


def test_not_a_byte_of_it_changes_once_schools_have_its_hash() -> None:
    """Some paste the hash with the script, all rely on the frame. To change one, make a v2."""
    kept = (Path(__file__).parent.parent / "golden" / "v1.sha384").read_text("ascii")
    assert kept == "".join(
        f"{hash_script(path.read_bytes())}  {path.name}\n" for path in sorted(V1.iterdir())
    )


@pytest.mark.parametrize(
    ("name", "most"), [("tin.js", 6000), ("khung.js", 3000), ("khung.css", 3000)]
)
def test_it_is_light(name: str, most: int) -> None:
    assert len(gzip.compress((V1 / name).read_bytes(), 9)) <= most


@pytest.mark.parametrize(
    ("attributes", "feed"),
    [
        ("", "feed.json"),
        ('don-vi="th-mau-a"', "don-vi/th-mau-a/feed.json"),
        ('don-vi=" TH-Mau-A "', "don-vi/th-mau-a/feed.json"),
        ('chu-de="iii"', "chu-de/iii/feed.json"),
        ('don-vi="th-mau-a" chu-de="III"', "don-vi/th-mau-a/chu-de/iii/feed.json"),
        ("dien-hinh", "dien-hinh/feed.json"),
        ('don-vi="th-mau-a" dien-hinh', "don-vi/th-mau-a/dien-hinh/feed.json"),
    ],
)
def test_it_takes_the_feed_that_its_attributes_name(
    visit: Visit, ward: Ward, school: School, attributes: str, feed: str
) -> None:
    page = _open(visit, school, ward, attributes)
    assert _told(page)[0][0] == "vy-tin:loaded"
    assert [path for path, _ in ward.asked if path.endswith(".json")] == [f"/thu/{feed}"]


def test_number_look_heading_and_colours_follow_its_attributes(
    visit: Visit, ward: Ward, school: School
) -> None:
    page = _open(visit, school, ward, 'so-tin="20" kieu="the" tieu-de="h2" mau="toi"')
    assert _told(page) == [["vy-tin:loaded", {"count": 20}]]
    expect(_news(page).locator("h2")).to_have_count(1)
    expect(_news(page).locator(".summary")).to_have_count(20)
    expect(_news(page).locator("img").first).to_be_visible()
    assert _news(page).evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(21, 20, 31)"
    page.locator("vy-tin").evaluate("e => { e.setAttribute('so-tin', '3') }")
    expect(_news(page).locator("li")).to_have_count(3)
    page.locator("vy-tin").evaluate("e => { e.setAttribute('don-vi', 'th-mau-a') }")
    expect(_news(page).locator("h2")).to_contain_text("Trường Tiểu học Mẫu A")


def test_it_shows_what_the_frame_shows(visit: Visit, ward: Ward, school: School) -> None:
    """Those that only fill up are told by the same words, days are written alike."""
    page = _open(visit, school, ward, 'don-vi="th-mau-a"')
    frame = visit(ward.url + "don-vi/th-mau-a/nhung/")
    expect(_news(page)).to_be_visible()
    mine = [text.strip() for text in _news(page).locator("li").all_inner_texts()]
    theirs = [text.strip() for text in frame.locator(".items > li:visible").all_inner_texts()]
    assert mine == theirs and any("Tin chung của phường" in text for text in mine)


# --- when it cannot ----------------------------------------------------------------------------


def test_it_keeps_what_is_inside_when_the_ward_s_server_does_not_allow_it(
    visit: Visit, ward: Ward, school: School
) -> None:
    ward.allows_others = False
    page = _open(visit, school, ward, "")
    assert _told(page)[0][0] == "vy-tin:failed"
    _fails(page)


@pytest.mark.parametrize("attributes", ['don-vi="khong-co"', 'don-vi="../../x"', 'chu-de="a/b"'])
def test_it_keeps_what_is_inside_when_there_is_no_such_feed(
    visit: Visit, ward: Ward, school: School, attributes: str
) -> None:
    page = _open(visit, school, ward, attributes)
    assert _told(page)[0][0] == "vy-tin:failed"
    _fails(page)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b'{"items": 7}', b'{"items": []}', b'{"items": [null]}']
)
def test_it_keeps_what_is_inside_when_the_feed_is_none(
    visit: Visit, ward: Ward, school: School, content: bytes
) -> None:
    ward.replaced["/thu/feed.json"] = content or b" "
    page = _open(visit, school, ward, "")
    assert _told(page)[0][0] == "vy-tin:failed"
    _fails(page)


def test_it_shows_what_is_inside_while_it_waits(visit: Visit, ward: Ward, school: School) -> None:
    ward.delay = 1
    page = _open(visit, school, ward, "")
    _fails(page)
    expect(_news(page)).to_be_visible()
    expect(page.get_by_role("link", name="Dự phòng")).to_be_hidden()


def test_it_does_not_wait_for_ever(visit: Visit, ward: Ward, school: School) -> None:
    ward.delay = 3
    page = visit(school.publish(element_of("")))
    page.clock.install()
    page.evaluate(f"() => {{ {LISTEN.removeprefix('<script>').removesuffix('</script>')} }}")
    page.add_script_tag(url=ward.url + addresses.EMBED_SCRIPT)
    page.clock.run_for(10_001)
    assert _told(page)[0][0] == "vy-tin:failed"
    _fails(page)


def test_without_script_what_is_inside_is_there(visit: Visit, ward: Ward, school: School) -> None:
    page = visit(school.publish(element_of("") + _script(ward)), java_script_enabled=False)
    expect(page.get_by_role("link", name="Dự phòng")).to_be_visible()


# --- on strange pages --------------------------------------------------------------------------


def test_a_strict_policy_that_names_the_ward_leaves_it_whole(
    visit: Visit, ward: Ward, school: School
) -> None:
    origin = ward.url.removesuffix("/thu/")
    policy = f"default-src 'none'; script-src {origin}; connect-src {origin}; img-src {origin}"
    school.headers = {"Content-Security-Policy": f"{policy}; require-trusted-types-for 'script'"}
    page = visit(school.publish(element_of('kieu="anh"') + _script(ward)))
    expect(_news(page).locator("img").first).to_be_visible()
    assert _news(page).evaluate("e => getComputedStyle(e).paddingLeft") == "16px"


def test_a_policy_that_does_not_name_the_ward_leaves_what_is_inside(
    visit: Visit, ward: Ward, school: School
) -> None:
    origin = ward.url.removesuffix("/thu/")
    school.headers = {"Content-Security-Policy": f"default-src 'self'; script-src {origin}"}
    page = visit(school.publish(element_of("") + _script(ward)))
    page.wait_for_timeout(300)
    _fails(page)


def test_its_hash_guards_it(visit: Visit, ward: Ward, school: School) -> None:
    known = json.loads((ward.folder / "thu" / addresses.EMBED_INTEGRITY).read_bytes())["tin.js"]
    assert known == hash_script(read_embed_files(TEMPLATES)[addresses.EMBED_SCRIPT])
    guarded = f'defer crossorigin="anonymous" integrity="{known}"'
    expect(_news(visit(school.publish(element_of("") + _script(ward, guarded))))).to_be_visible()
    ward.replaced["/thu/nhung/v1/tin.js"] = b"document.body.textContent = 'x'"
    _fails(visit(school.publish(element_of("") + _script(ward, guarded))))


@pytest.mark.parametrize("host", STRANGE_HOSTS.values(), ids=STRANGE_HOSTS)
def test_what_the_page_does_to_itself_does_not_reach_it(
    visit: Visit, ward: Ward, school: School, host: tuple[str, str]
) -> None:
    head, attributes = host
    page = visit(school.publish(element_of("") + _script(ward), head, attributes), width=280)
    expect(_news(page).locator("a").first).to_be_visible()
    look = """e => ["direction", "fontSize", "lineHeight", "textAlign", "color", "display"]
      .map(name => getComputedStyle(e)[name])"""
    found = _news(page).locator("li a").first.evaluate(look)
    assert found == ["ltr", "16px", "22.4px", "start", "rgb(27, 26, 46)", "block"]
    assert _news(page).evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("document.documentElement.scrollWidth") <= 280


def test_it_leaves_nothing_behind_and_takes_nothing_along(
    visit: Visit, ward: Ward, school: School
) -> None:
    page = visit(school.publish(""))
    page.context.add_cookies([{"name": "ai", "value": "day", "url": ward.url}])
    page.goto(school.publish(element_of("") + _script(ward)))
    expect(_news(page)).to_be_visible()
    assert [cookies for path, cookies in ward.asked if path.endswith("feed.json")] == [""]
    kept = page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    assert kept == [0, 0, ""]
    assert [cookie["name"] for cookie in page.context.cookies()] == ["ai"]


# --- hostile titles ----------------------------------------------------------------------------

TITLES = (
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "]]> & &amp; \"' {{ 7*7 }}",
    "x" * 150,
    "مرحبا \u202e tiếng Việt",
)


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Ward]:
    """A ward whose titles are of the worst kind, and that took an item back."""
    articles = [
        make_article(f"la-{n}", title=title, summary=title) for n, title in enumerate(TITLES)
    ]
    gone = make_article(
        "go",
        title="Bí mật",
        status="go",
        withdrawn=Withdrawal(on=NOW, by="Ban Biên tập", reason="Nhầm"),
    )
    articles[0] = make_article("la-0", title=TITLES[0], image=PICTURE)
    site = make_site([*articles, gone], url=PUBLISHED.decode())
    for output in (*render_embeds(site, TEMPLATES), *render_feeds(site)):
        file = tmp_path / "thu" / output.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(output.make())
    with serve_ward(tmp_path) as served:
        yield served


def test_titles_are_text_in_the_element(visit: Visit, hostile: Ward, school: School) -> None:
    page = _open(visit, school, hostile, 'so-tin="20" kieu="the"', width=280)
    expect(_news(page).locator("li a")).to_have_text(
        list(TITLES)
    )  # and nothing of what was taken back
    assert page.evaluate("document.documentElement.scrollWidth") <= 280


def test_titles_are_text_in_the_frame(visit: Visit, hostile: Ward) -> None:
    page = visit(hostile.url + "nhung/tat-ca/?so-tin=20&kieu=the", width=280)
    expect(page.locator(".title")).to_have_text(list(TITLES))
    assert page.evaluate("document.documentElement.scrollWidth") <= 280


def test_only_addresses_of_the_web_are_links_and_only_our_pictures_are_fetched(
    visit: Visit, ward: Ward, school: School
) -> None:
    items = [
        {"url": "javascript:alert(1)", "title": "a"},
        {"url": "data:text/html,x", "title": "b"},
        {"url": "https://vidu.example/thu/c/", "title": "c", "image": "https://la.example/x.png"},
        {"url": "https://vidu.example/thu/d/", "title": "d", "image": "javascript:alert(1)"},
    ]
    ward.replaced["/thu/feed.json"] = json.dumps(
        {"title": "t", "home_page_url": "javascript:alert(1)", "items": items}
    ).encode()
    page = _open(visit, school, ward, 'kieu="the"')
    expect(_news(page).locator("a")).to_have_text(["c", "d"])
    expect(_news(page).locator("img")).to_have_count(0)
