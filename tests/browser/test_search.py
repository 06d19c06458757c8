"""Searching the demo site as readers type: no accents, filters, errors, without script."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

Open = Callable[..., Page]
PAGE = "tim-kiem/"
TABLE = json.loads((Path(__file__).parent.parent / "text" / "folding.json").read_text("utf-8"))
TITLES = ".card__title"


def _faults(page: Page) -> list[str]:
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def _status(page: Page) -> Locator:
    """What the search says; the frame has a status of its own."""
    return page.locator("[data-status]")


def _ask(page: Page, words: str) -> None:
    page.get_by_role("searchbox", name="Từ cần tìm").fill(words)
    page.keyboard.press("Enter")
    expect(_status(page)).to_contain_text(f"“{words}”")


def _titles(page: Page) -> list[str]:
    return page.locator(f"[data-results] {TITLES}").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "first"),
    {
        "doi moi": "Chuyên đề đổi mới dạy học: đi từ giờ học ngược lên kế hoạch",
        "đổi mới": "Chuyên đề đổi mới dạy học: đi từ giờ học ngược lên kế hoạch",
        "duong": "Ba tuyến xe đạp và một cổng trường bớt tắc",
        "hoa binh": "Ngày hội đổi sách sáng 05/12/2026",
        "hoà bình": "Ngày hội đổi sách sáng 05/12/2026",
        "thcs": "Báo Ví Dụ viết về thư viện mở của Trường TH&THCS Mẫu D",
        "trung hoc co so mau d": "Báo Ví Dụ viết về thư viện mở của Trường TH&THCS Mẫu D",
        "71-nq/tw": "Nghị quyết 71: tờ đọc nhanh cho gia đình và nhà trường",
        "gop sach cu": "Nhận góp sách cũ cho thư viện đến hết 31/12/2026",
    }.items(),
)
def test_the_right_item_comes_first(open_page: Open, query: str, first: str) -> None:
    page = open_page(PAGE)
    _ask(page, query)
    assert _titles(page)[0] == first


def test_the_script_folds_as_the_library_does(open_page: Open) -> None:
    """The tables come from text/folding.py; the rules around them are written twice."""
    page = open_page(PAGE)
    folded = page.evaluate(
        """async (texts) => {
            const form = document.querySelector("[data-search]");
            const { makeFolding } = await import("../assets/wardnews/search-engine.js");
            const { fold } = makeFolding(JSON.parse(form.dataset.tables));
            return texts.map(text => [fold(text), fold(text.normalize("NFD"))]);
        }""",
        list(TABLE),
    )
    assert folded == [[form, form] for form in TABLE.values()]


def test_a_result_says_whose_it_is_and_when_and_marks_the_words(open_page: Open) -> None:
    page = open_page(PAGE, width=1366)
    _ask(page, "phong thi nghiem")
    card = page.locator("[data-results] .card").first
    expect(card.locator("mark").first).to_have_text("Phòng thí nghiệm")
    expect(card).to_contain_text("THCS Mẫu A")
    expect(card).to_contain_text("22/11/2026")
    expect(card).to_contain_text("Cơ sở giáo dục")
    assert card.locator("img").evaluate("i => i.decode().then(() => i.naturalWidth)") > 0
    card.get_by_role("link").click()
    expect(page.locator("h1")).to_contain_text("Phòng thí nghiệm mở cửa")


def test_nothing_of_the_index_is_loaded_before_the_box_is_used(open_page: Open) -> None:
    page = open_page("")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page.url + PAGE)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "chi-muc" in url] == []
    with page.expect_request("**/chi-muc/**"):
        page.get_by_role("searchbox", name="Từ cần tìm").focus()


def test_results_come_while_typing_and_stay_in_the_address(open_page: Open) -> None:
    page = open_page(PAGE)
    page.get_by_role("searchbox", name="Từ cần tìm").press_sequentially("thu vien xan")
    expect(page.locator(TITLES).first).to_have_text("Một ngày ở thư viện xanh")
    page.wait_for_url("**/?q=thu+vien+xan")
    page.reload()
    expect(page.locator(TITLES).first).to_have_text("Một ngày ở thư viện xanh")


def test_filters_narrow_and_go_with_the_address(open_page: Open) -> None:
    page = open_page(PAGE, width=1366)
    _ask(page, "thu vien")
    before = _status(page).inner_text()
    page.get_by_label("Thể loại").select_option("Video")
    expect(page.locator(TITLES)).to_have_text(["Một ngày ở thư viện xanh"])
    assert _status(page).inner_text() != before
    assert "the-loai=video" in page.url
    page.get_by_label("Đơn vị").select_option("THCS Mẫu A")
    expect(page.get_by_text("Không có bài nào khớp")).to_be_visible()
    page.go_back()
    expect(page.locator(TITLES)).to_have_text(["Một ngày ở thư viện xanh"])
    page.get_by_label("Năm").select_option("2026")
    page.get_by_label("Chủ đề").select_option(index=1)
    expect(_status(page)).to_contain_text("Tìm thấy 0 bài")


def test_filters_without_words_wait_for_words(open_page: Open) -> None:
    page = open_page(f"{PAGE}?don-vi=thcs-mau-a")
    expect(_status(page)).to_contain_text("Gõ không dấu cũng được")
    expect(page.get_by_label("Đơn vị")).to_have_value("thcs-mau-a")
    _ask(page, "truong")
    expect(page.locator(TITLES).first).to_be_visible()
    assert {unit.strip() for unit in page.locator("[data-part=unit]").all_inner_texts()} == {
        "THCS Mẫu A"
    }


def test_more_results_are_appended_and_take_the_focus(open_page: Open) -> None:
    page = open_page(f"{PAGE}?q=truong")
    expect(page.locator(TITLES)).to_have_count(10)
    page.get_by_role("button", name="Xem thêm").press("Enter")
    expect(page.locator(TITLES)).to_have_count(20)
    expect(page.locator(TITLES).nth(10).get_by_role("link")).to_be_focused()


def test_the_box_in_the_masthead_leads_to_the_results(open_page: Open) -> None:
    page = open_page("gioi-thieu/", width=1366)
    page.get_by_role("searchbox", name="Tìm tin, bài").fill("doi moi")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{PAGE}?q=doi+moi")
    expect(page.locator(TITLES).first).to_contain_text("đổi mới")


def test_on_a_phone_a_link_leads_to_the_search(open_page: Open) -> None:
    page = open_page("")
    page.get_by_role("banner").get_by_role("link", name="Tìm kiếm").first.click()
    expect(page.locator("h1")).to_have_text("Tìm kiếm")


def test_words_that_are_nowhere_bring_advice(open_page: Open) -> None:
    page = open_page(f"{PAGE}?q=zzzyyxx")
    expect(page.get_by_text("Không có bài nào khớp")).to_be_visible()
    page.get_by_text("Không có bài nào khớp").locator("..").get_by_text(
        "lưu trữ theo tháng"
    ).click()
    expect(page.locator("h1")).to_have_text("Lưu trữ theo tháng")


def test_signs_alone_ask_nothing(open_page: Open) -> None:
    page = open_page(f"{PAGE}?q=%22%3F%22")
    expect(_status(page)).to_contain_text("Gõ không dấu cũng được")
    expect(page.locator("[data-results] .card")).to_have_count(0)


def test_markup_in_a_question_stays_words(open_page: Open) -> None:
    page = open_page(f"{PAGE}?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E+thu+vien")
    expect(_status(page)).to_contain_text("“<img src=x onerror=alert(1)> thu vien”")
    assert page.locator("main img[src='x'], .wrap img[src='x']").count() == 0


def test_an_index_that_cannot_be_loaded_is_said_and_may_be_asked_again(
    browser: object, base: str
) -> None:
    page: Page = browser.new_page()  # type: ignore[attr-defined]
    page.route("**/chi-muc/**", lambda route: route.abort())
    page.goto(f"{base}{PAGE}?q=doi+moi")
    expect(_status(page)).to_have_text("Chưa tải được phần tìm kiếm.")
    expect(page.get_by_text("Xem lại mạng rồi bấm Tìm lần nữa")).to_be_visible()
    page.unroute("**/chi-muc/**")
    page.get_by_role("button", name="Tìm", exact=True).last.click()
    expect(_status(page)).to_contain_text("Tìm thấy")
    page.close()


def test_without_script_the_page_leads_to_the_archive(open_page: Open) -> None:
    page = open_page(f"{PAGE}?q=doi+moi", java_script_enabled=False)
    expect(page.get_by_text("Tìm kiếm cần JavaScript")).to_be_visible()
    expect(page.get_by_label("Đơn vị")).to_be_hidden()
    page.locator(".note").get_by_role("link", name="lưu trữ theo tháng").click()
    expect(page.locator("h1")).to_have_text("Lưu trữ theo tháng")


@pytest.mark.parametrize(
    ("width", "letters", "scheme"),
    [(320, "3", "default"), (360, "", "slate"), (1366, "", "contrast"), (1366, "3", "slate")],
)
def test_results_keep_to_the_look(open_page: Open, width: int, letters: str, scheme: str) -> None:
    page = open_page(f"{PAGE}?q=thu+vien", width=width)
    expect(page.locator(TITLES)).to_have_count(10)
    page.evaluate(
        """([letters, scheme]) => {
            document.documentElement.dataset.text = letters;
            document.documentElement.dataset.scheme = scheme;
            document.querySelectorAll("details.filters").forEach(e => { e.open = true; });
        }""",
        [letters, scheme],
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert _faults(page) == []
