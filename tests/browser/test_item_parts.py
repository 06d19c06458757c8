"""What stands around an item's text, as readers use it: by tap, by key, by ear, on paper."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from conftest import NOW, SMALL

ARTICLE = "2026/11/thcs-mau-a-phong-thi-nghiem-mo-cua/"
CORRECTED = "2026/11/th-mau-b-don-ban-moi/"
GALLERY = "2026/10/th-mau-a-mot-ngay-o-thu-vien-xanh/"
EVENT = "2026/11/th-thcs-mau-d-ngay-hoi-doc-sach/"
FILM = "../phan/2026/11/ubnd-phim/"
Open = Callable[..., Page]

SHARE_SHEET = "navigator.share = async (facts) => { window.shared = facts; };"
VOICE = """
    window.spoken = [];
    let current;
    window.finish = () => { const line = current; current = null; line.onend(); };
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => [{ lang: "en-US" }, { lang: "vi_VN" }],
        speak: (line) => { window.spoken.push(line.text); current = line; },
        cancel: () => { current = null; },
    }});
"""


@pytest.fixture(scope="session")
def film_site(demo_site: Path, build_small: Callable[..., Path], tmp_path_factory) -> Path:  # type: ignore[no-untyped-def]
    """A small site with a film of YouTube, beside the demo site, which has none."""
    content = tmp_path_factory.mktemp("film") / "content"
    shutil.copytree(SMALL, content)
    folder = content / "articles/ubnd/2026/11-03-phim"
    folder.mkdir()
    Image.new("RGB", (320, 180), (90, 80, 160)).save(folder / "anh.png")
    (folder / "index.md").write_text(
        "---\ntitle: Phim\ndate: 2026-11-03\nunit: ubnd\ntheme: II\nkind: video\nminors: khong\n"
        "summary: Tóm tắt.\nstatus: da-duyet\napproved_by: A\napproved_on: 2026-11-01\nid: phim\n"
        "media:\n  url: https://youtu.be/aB3-_xYz012\n  poster: anh.png\n  transcript: Lời.\n"
        "---\nChữ.\n",
        "utf-8",
    )
    return build_small(demo_site.parent / "phan", content=content, now=NOW)


def _faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def test_the_phones_own_sheet_is_offered_only_where_there_is_one(open_page: Open) -> None:
    without = "Object.defineProperty(navigator, 'share', { value: undefined });"
    expect(open_page(ARTICLE, script=without).locator("[data-share]")).to_be_hidden()
    page = open_page(ARTICLE, script=SHARE_SHEET)
    page.get_by_role("button", name="Gửi qua Zalo").click()
    assert page.evaluate("window.shared.url") == page.url


def test_the_link_is_copied_and_that_is_said(open_page: Open) -> None:
    page = open_page(ARTICLE, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Chép liên kết").click()
    expect(page.locator("[data-toast]")).to_contain_text("Đã chép liên kết")
    assert page.evaluate("navigator.clipboard.readText()") == page.url


@pytest.mark.parametrize("address", [ARTICLE, GALLERY, EVENT])
def test_the_files_of_an_item_are_there(open_page: Open, address: str) -> None:
    page = open_page(address)
    for link in page.locator("a[href$='.txt'], a[href$='.ics']").all():
        answer = page.request.get(link.evaluate("link => link.href"))
        assert answer.status == 200 and len(answer.body()) > 200


# --- read aloud --------------------------------------------------------------------------------


def test_nothing_offers_to_read_aloud_without_a_vietnamese_voice(open_page: Open) -> None:
    expect(open_page(ARTICLE).locator("[data-aloud]")).to_be_hidden()
    other = VOICE.replace("vi_VN", "vie-X")
    expect(open_page(ARTICLE, script=other).locator("[data-aloud]")).to_be_hidden()


def test_an_item_is_read_sentence_by_sentence_and_halted_by_key(open_page: Open) -> None:
    page = open_page(CORRECTED, script=VOICE)
    box = page.get_by_role("group", name="Nghe đọc bài")
    box.get_by_role("button").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("spoken") == [page.locator("h1").inner_text()]
    page.evaluate("finish()")
    page.evaluate("finish()")
    assert len(page.evaluate("spoken")) == 3
    page.keyboard.press("Enter")
    expect(box.get_by_role("button").first).to_have_text("Đọc tiếp")
    page.keyboard.press("Enter")  # the sentence that was halted begins again
    spoken = page.evaluate("spoken")
    assert len(spoken) == 4 and spoken[3] == spoken[2]
    box.get_by_role("button", name="Dừng đọc").click()
    expect(box.get_by_role("button", name="Dừng đọc")).to_be_hidden()
    expect(box.get_by_role("button", name="Nghe đọc bài")).to_be_focused()


def test_title_summary_correction_and_text_are_read_and_no_button(open_page: Open) -> None:
    page = open_page(CORRECTED, script=VOICE)
    page.get_by_role("button", name="Nghe đọc bài").click()
    page.evaluate("() => { for (let n = 0; n < 200 && spoken.length === n + 1; n++) finish(); }")
    spoken = " ".join(page.evaluate("spoken"))
    order = [page.locator("h1").inner_text(), page.locator(".dek").inner_text(), "Đính chính lúc"]
    last = page.locator(".prose > p").last.inner_text()
    places = [spoken.index(words) for words in (*order, last)]
    assert places == sorted(places)
    assert "Nhãn:" not in spoken and "Chép liên kết" not in spoken
    expect(page.get_by_role("button", name="Nghe đọc bài")).to_be_visible()  # at the start again


# --- films -------------------------------------------------------------------------------------


def test_a_film_asks_its_host_only_after_a_tap(open_page: Open, film_site: Path) -> None:
    page = open_page(FILM)
    host, asked = "https://www.youtube-nocookie.com/**", []
    page.on("request", lambda request: asked.append(request.url))
    page.route(host, lambda route: route.fulfill(content_type="text/html", body="Phim"))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert asked and all("/phan/" in url for url in asked)
    assert _faults(page) == []
    page.get_by_role("button", name="Phát tại đây").focus()
    with page.expect_request(host) as film:
        page.keyboard.press("Enter")
    address = "https://www.youtube-nocookie.com/embed/aB3-_xYz012?autoplay=1&rel=0"
    assert film.value.url == address
    expect(page.locator("iframe")).to_have_attribute("title", "Phim")


def test_a_film_is_a_link_without_script(open_page: Open, film_site: Path) -> None:
    page = open_page(FILM, java_script_enabled=False)
    expect(page.get_by_role("link", name="Xem trên YouTube")).to_be_visible()
    expect(page.locator("[data-film]")).to_be_hidden()


# --- galleries ---------------------------------------------------------------------------------


def test_pictures_of_a_gallery_are_seen_large_by_key(open_page: Open) -> None:
    page = open_page(GALLERY)
    links, dialog = page.locator(".gallery a"), page.get_by_role("dialog", name="Xem ảnh")
    links.first.focus()
    page.keyboard.press("Enter")
    expect(dialog).to_contain_text("Ảnh 1/2. Sách xếp theo màu gáy")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Ảnh 2/2")
    page.keyboard.press("ArrowRight")
    expect(dialog).to_contain_text("Ảnh 1/2")
    page.keyboard.press("ArrowLeft")
    second = links.nth(1).locator("img").get_attribute("alt") or ""
    expect(dialog.get_by_role("img")).to_have_attribute("alt", second)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(links.nth(1)).to_be_focused()  # the picture that was seen last


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1366])
def test_everybody_can_use_the_large_picture(open_page: Open, scheme: str, width: int) -> None:
    page = open_page(GALLERY, width=width, color_scheme=scheme)
    page.locator(".gallery a").first.click()
    assert _faults(page) == []
    page.get_by_role("button", name="Đóng").click()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_pictures_of_a_gallery_are_links_without_script(open_page: Open, base: str) -> None:
    page = open_page(GALLERY, java_script_enabled=False)
    page.locator(".gallery a").first.click()
    assert page.url == f"{base}{GALLERY}sach-theo-mau.png"


# --- paper -------------------------------------------------------------------------------------


def test_paper_has_the_item_its_address_and_who_answers_for_it(open_page: Open) -> None:
    page = open_page(CORRECTED, width=700)
    page.emulate_media(media="print")
    for part in ("h1", ".byline", ".fix >> nth=0", ".prose", ".demo"):
        expect(page.locator(part)).to_be_visible()
    expect(page.get_by_text("Địa chỉ bài: https://vidu.example/thu/" + CORRECTED)).to_be_visible()
    expect(page.get_by_text("Chịu trách nhiệm nội dung:")).to_be_visible()
    for part in (".sections", ".share", ".ask", ".rail", ".nextprev", ".foot__links", ".crumbs"):
        expect(page.locator(part)).to_be_hidden()
    assert page.pdf(format="A4").startswith(b"%PDF")
