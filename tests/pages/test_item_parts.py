"""What a newspaper page carries beside its text: sharing, asking, keeping, more to read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from page_samples import (
    ITEMS,
    NOW,
    OFFICE,
    REGISTERS,
    SCHOOL,
    WARD,
    make_article,
    page_of,
    render,
)
from wardnews import addresses
from wardnews.bodies import render_body
from wardnews.pages.replies import choose_desk, write_letter
from wardnews.ward import Contact

URL = "https://vidu.example/giao-duc/"


def test_sharing_needs_no_script_of_another_site() -> None:
    html = page_of(ITEMS["tin"])
    assert "https://www.facebook.com/sharer/sharer.php?u=https%3A//vidu.example" in html
    assert "zalo" not in html.lower().replace("gửi qua zalo, tin nhắn…", "")
    assert '<script src="https' not in html and "sp.zalo.me" not in html


def test_the_text_file_and_the_feeds_of_unit_and_theme_are_offered() -> None:
    html = page_of(ITEMS["điển hình"])
    assert 'href="../../../2026/11/th-mau-a-goc-doc/ban-chu.txt" download>Tải bản chữ' in html
    assert 'href="../../../don-vi/th-mau-a/feed.xml">RSS TH Mẫu A' in html
    assert 'href="../../../chu-de/v/feed.xml">RSS chủ đề V' in html


@pytest.mark.parametrize(
    ("name", "shown"), [("sự kiện", True), ("thông báo", True), ("tin", False)]
)
def test_only_what_has_a_moment_can_go_into_a_calendar(name: str, shown: bool) -> None:
    assert ("su-kien.ics" in page_of(ITEMS[name])) is shown


def test_a_gallery_brings_its_script_and_other_pages_do_not() -> None:
    assert "gallery.js" not in page_of(ITEMS["tin đủ mọi phần"])
    body = render_body('![Một](anh.png "Chú")\n\n![Hai](anh.png)')
    html = page_of(make_article("anh", body=body))
    address = "../../../2026/11/ubnd-anh/anh.png"
    assert html.count(f'<figure><a href="{address}"><img src="{address}"') == 2
    assert "gallery.js" in html


def test_an_item_shows_others_of_its_unit_and_none_twice() -> None:
    items = [make_article(slug) for slug in "abcdefgh"]
    assert "Cùng đơn vị" not in page_of(items[0])
    pages = render(items)
    html = pages[addresses.file(addresses.article(items[0]))]
    part = html.partition("<h2>Cùng đơn vị</h2>")[2].partition("</section>")[0]
    assert part.count("<article") == 2
    links = [addresses.article(item) for item in items[1:]]
    shown = [html.count(f'href="../../../{link}"') for link in links]
    assert max(shown) == 1 and sum(shown) == 6  # one before or after, three of the theme, two more


# --- whom to ask -----------------------------------------------------------------------------


def test_the_unit_itself_is_asked_when_it_tells_how() -> None:
    desk = choose_desk(replace(SCHOOL, zalo_oa="https://zalo.me/1"), WARD, NOW)
    assert (desk.name, desk.contact, desk.zalo) == (
        SCHOOL.name,
        SCHOOL.contact,
        "https://zalo.me/1",
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"contact": Contact()},
        {"contact": Contact(address="Số 00")},
        {"active_until": date(2026, 11, 23)},
        {"merged_into": "ubnd"},
    ],
)
def test_the_paper_is_asked_when_the_unit_cannot_be(changes: dict[str, object]) -> None:
    desk = choose_desk(replace(SCHOOL, **changes), WARD, NOW)  # type: ignore[arg-type]
    assert (desk.name, desk.contact, desk.zalo) == (WARD.section, WARD.contact, "")


def test_a_letter_names_the_item_whatever_its_title() -> None:
    item = make_article("thu", title='50% & "hơn" #1?\nBcc: x@y.example')
    address = write_letter("mau+a@vidu.example", item, URL)
    parts = urlsplit(address)
    assert unquote(parts.path) == "mau+a@vidu.example" and not parts.fragment
    asked = parse_qs(parts.query)
    assert asked.keys() == {"subject", "body"}
    assert asked["subject"] == [f"Về bài: {item.title}"]
    assert asked["body"][0].endswith(f"{URL}\r\n")


def test_the_ways_to_ask_are_written_on_the_page() -> None:
    unit = replace(SCHOOL, zalo_oa="https://zalo.me/1")
    registers = replace(REGISTERS, units=(unit,))
    html = page_of(make_article("hoi", unit=unit), registers=registers)
    part = html.partition('class="ask"')[2].partition("</div>")[0]
    assert 'href="mailto:a@vidu.example?subject=V%E1%BB%81%20b%C3%A0i' in part
    assert "%2F2026%2F11%2Fubnd-hoi%2F" in part
    assert 'href="tel:0000000000"' in part
    assert 'href="https://zalo.me/1"' in part
    assert "<form" not in html and "<textarea" not in html


def test_an_office_without_a_contact_leads_to_the_paper() -> None:
    assert OFFICE.contact == Contact()
    part = page_of(ITEMS["tin"]).partition('class="ask"')[2]
    assert "Giáo dục Mẫu</p>" in part and "mailto:mau@vidu.example" in part
