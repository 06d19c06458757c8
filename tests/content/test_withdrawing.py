"""Taking an item down changes two places of its file, and says what no program can do."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from wardnews.content.withdrawing import (
    explain_reason,
    find_by_consent,
    find_items,
    find_like_consents,
    list_errands,
    suggest_consents,
    suggest_items,
    write_withdrawal,
)
from wardnews.model import Article, Broadcast, Person, Withdrawal
from wardnews.ward import Registers, Term

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOTICE = Withdrawal(
    on=datetime(2026, 11, 20, 9, 5, tzinfo=ZONE), by="Ban Biên tập", reason="Gia đình yêu cầu."
)
PATH = "articles/ubnd/2026/11-02-bai.md"
LINES = (
    'withdrawn:\n  on: "2026-11-20 09:05"\n  by: "Ban Biên tập"\n  reason: "Gia đình yêu cầu."\n'
)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "---\ntitle: A\nstatus: da-duyet\nid: mot\n---\nstatus: da-duyet\n",
            f"---\ntitle: A\nstatus: go\n{LINES}id: mot\n---\nstatus: da-duyet\n",
        ),
        (
            "\ufeff---\r\nstatus: 'da-duyet' # ghi chú\r\ntitle: A: b\r\n---\r\nChữ  \r\n\u00a0",
            "\ufeff---\r\nstatus: go # ghi chú\r\n"
            + LINES.replace("\n", "\r\n")
            + "title: A: b\r\n---\r\nChữ  \r\n\u00a0",
        ),
        (
            '---\nstatus:   "da-duyet"  \nwithdrawn:\ntitle: "Đ"\n---',
            f'---\nstatus:   go  \n{LINES}title: "Đ"\n---',
        ),
    ],
    ids=["plain", "BOM and CRLF", "a blank line for it"],
)
def test_nothing_else_of_the_file_changes(before: str, after: str) -> None:
    assert write_withdrawal(PATH, before, NOTICE) == after


def test_a_reason_with_quotation_marks_is_read_back_as_typed() -> None:
    reason = r'Lỗi "nguồn" \ số: #1'
    notice = Withdrawal(on=NOTICE.on, by="A", reason=reason)
    text = write_withdrawal(PATH, "---\nstatus: da-duyet\n---\n", notice)
    assert text and r'  reason: "Lỗi \"nguồn\" \\ số: #1"' in text


@pytest.mark.parametrize(
    "text",
    [
        "---\n{title: A, status: da-duyet}\n---\n",
        "---\ntitle: A\n---\n",
        "không có khai báo",
        "---\nstatus: da-duyet\nwithdrawn: {on: 2026-11-01}\n---\n",
        "---\nstatus: >\n  da-duyet\n---\n",
    ],
)
def test_a_header_in_another_form_is_left_to_the_editor(text: str) -> None:
    assert write_withdrawal(PATH, text, NOTICE) is None


@pytest.mark.parametrize(
    "typed",
    [
        "bai-hai",
        "articles/ubnd/2026/11-02-hai/index.md",
        "articles/ubnd/2026/11-02-hai",
        "content/articles/ubnd/2026/11-02-hai/index.md",
        "/2026/11/ubnd-hai/",
        "2026/11/ubnd-hai",
        "https://vidu.example/thu/2026/11/ubnd-hai/",
        "https://vidu.example/thu/2026/11/ubnd-hai/ban-chu.txt",
        "https://vidu.example/2026/11/nhung/?bai=ubnd-hai",
        "https://vidu.example/tin/cu/",
    ],
)
def test_an_item_is_found_by_file_id_and_every_address(
    typed: str, an_article: Callable[..., Article]
) -> None:
    one = an_article()
    two = an_article(
        path="articles/ubnd/2026/11-02-hai/index.md", slug="hai", id="bai-hai", aliases=("tin/cu",)
    )
    three = an_article(path="articles/ubnd/2026/11-02-hai-nua.md", slug="hai-nua", id="bai-ba")
    assert find_items([one, two, three], typed) == (two,)


@pytest.mark.parametrize("typed", ["", "/", "hai", "index.md", "https://vidu.example/", "2026/11"])
def test_what_names_no_item_finds_none(typed: str, an_article: Callable[..., Article]) -> None:
    assert find_items([an_article(slug="hai", id="bai-hai")], typed) == ()


def test_a_consent_finds_its_pictures_and_its_persons(an_article: Callable[..., Article]) -> None:
    shown = an_article(consent="Sổ 2026,  số 14")
    named = an_article(people=(Person(name="Em An", minor=True, consent="sổ 2026, số 14"),))
    other = an_article(consent="Sổ 2026, số 140")
    assert find_by_consent([shown, named, other], "Sổ 2026, số 14") == (shown, named)
    typed_on_a_mac = unicodedata.normalize("NFD", "Sổ 2026, số 14")
    assert find_by_consent([shown, named, other], typed_on_a_mac) == (shown, named)


@pytest.mark.parametrize(
    "typed",
    ["Ngày hội", "ngay hoi doc sach", "Ngày hội đọc xách", "ngay-hoi",
     "https://vidu.example/thu/2026/10/ubnd-ngay-hoy/"],
)  # fmt: skip
def test_words_that_name_no_item_bring_those_probably_meant(
    typed: str, an_article: Callable[..., Article]
) -> None:
    meant = an_article(
        path="articles/ubnd/2026/11-02-hoi.md", slug="ngay-hoi", title="Ngày hội đọc sách"
    )
    other = an_article(path="articles/ubnd/2026/11-03-bep.md", slug="bep", title="Bếp ăn bán trú")
    assert suggest_items([other, meant], typed) == (meant,)


def test_a_part_of_a_consent_brings_those_that_have_it(an_article: Callable[..., Article]) -> None:
    shown = an_article(consent="Sổ đồng ý 2026, số 77")
    named = an_article(people=(Person(name="Em An", minor=True, consent="GĐY 2026-077"),))
    other = an_article(consent="Sổ đồng ý 2026, số 14")
    items = [shown, named, other]
    assert suggest_consents(items, "77") == ("Sổ đồng ý 2026, số 77", "GĐY 2026-077")
    assert suggest_consents(items, "So dong y 2026 so 14") == ("Sổ đồng ý 2026, số 14",)
    assert suggest_consents(items, "%") == ()


def test_no_consent_is_not_the_consent_of_every_item(an_article: Callable[..., Article]) -> None:
    assert find_by_consent([an_article()], " ") == ()


def test_a_consent_beside_others_or_with_other_signs_is_the_same_paper(
    an_article: Callable[..., Article],
) -> None:
    beside = an_article(path="a", consent="Sổ đồng ý 2026, số 14; số 15")
    signs = an_article(path="b", consent="Sổ đồng ý 2026 số 14.")
    longer = an_article(path="c", consent="Sổ đồng ý 2026, số 14 (lớp 5A)")
    other = an_article(path="d", consent="Sổ đồng ý 2026, số 141")
    items = [beside, signs, longer, other]
    assert find_by_consent(items, "Sổ đồng ý 2026, số 14") == (beside, signs)
    assert find_like_consents(items, "Sổ đồng ý 2026, số 14") == (("c", longer.consent),)


@pytest.mark.parametrize(
    "reason",
    ["", "  ", "Hai\ndòng", "x" * 201, "Mẹ em gọi 0912345678", "Em Nguyễn Văn An không muốn",
     "Bài Một bài bị sai", "Vì em Bình", "Gia đình em An không đồng ý.", "Gia đình cháu Bi",
     "theo ý mẹ bé Na", "gia đình em bích không đồng ý", "Mẹ Bích không đồng ý",
     "Cô Mẫu yêu cầu"],
)  # fmt: skip
def test_a_reason_tells_nothing_of_persons_or_of_the_item(
    reason: str, an_article: Callable[..., Article]
) -> None:
    people = (Person(name="Em Trần Thị Bích"), Person(name="Cô Mẫu"))
    assert explain_reason(reason, [an_article(people=people)])


@pytest.mark.parametrize(
    "reason",
    [
        "Theo yêu cầu của gia đình; ban nhân sự đã xem.",
        "Theo yêu cầu của gia đình em học sinh.",
        "Vì an toàn của các em.",
        "Trường Tiểu học Nguyễn Du yêu cầu.",
        "Phụ huynh rút lại sự đồng ý.",
    ],
)
def test_a_plain_reason_may_be_shown(reason: str, an_article: Callable[..., Article]) -> None:
    article = an_article(people=(Person(name="An"), Person(name="Em Vũ Thị Yêu")))
    assert explain_reason(reason, [article]) == ""


def test_every_other_place_where_the_item_ran_is_named(
    registers: Registers, an_article: Callable[..., Article]
) -> None:
    ran = (
        Broadcast(
            channel=Term(id="fanpage", label="Fanpage"),
            date=date(2026, 11, 5),
            url="https://trang.example/bai",
        ),
        Broadcast(channel=Term(id="loa", label="Hệ thống loa"), date=date(2026, 11, 6)),
    )
    said = list(list_errands(an_article(channels=ran), registers.units))
    assert said[0] == "Fanpage (05/11/2026): xóa bài. https://trang.example/bai"
    assert said[1] == "Hệ thống loa (06/11/2026): thôi phát lại, xóa bản đã thu."
    text = "\n".join(said)
    assert "/2026/11/ubnd-bai/" in text and "Google" in text and "Cốc Cốc" in text
    assert "90 ngày" in text and an_article().path in text
