"""Items as text files: whole, readable on any machine, and gone with their item."""

from __future__ import annotations

import pytest

from page_samples import ITEMS, NOW, make_article, make_site
from wardnews import addresses
from wardnews.bodies import render_body
from wardnews.model import Article, Withdrawal
from wardnews.plain_texts import render_texts

URL = "https://vidu.example/giao-duc/"


def bytes_of(article: Article) -> bytes:
    site = make_site([article, ITEMS["tin"]])
    found = {output.path: output for output in render_texts(site)}
    return found[addresses.plain_text(article)].make()


def text_of(article: Article) -> str:
    return bytes_of(article).decode("utf-8-sig").replace("\r\n", "\n")


def body_of(markdown: str) -> str:
    article = make_article("chu", body=render_body(markdown))
    return text_of(article).partition("Tóm tắt chu.\n\n")[2].partition("\n\nĐăng trên ")[0]


def test_old_windows_programs_take_it_for_vietnamese() -> None:
    content = bytes_of(ITEMS["tin"])
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\n") == content.count(b"\r\n") > 5


def test_it_says_who_when_what_and_from_where() -> None:
    assert (
        text_of(ITEMS["tin"])
        == f"""Tiêu đề tin

UBND phường Mẫu
Đăng 08:30, thứ Sáu 20/11/2026
Tin. Chủ đề I. Tên chủ đề I

Dữ liệu minh họa: tên và số liệu đều không có thật.

Tóm tắt tin.

Thân bài.

Đăng trên Giáo dục Mẫu, UBND phường Mẫu:
{URL}2026/11/ubnd-tin/
Ghi rõ nguồn.
"""
    )


def test_corrections_files_and_sources_are_in_it() -> None:
    text = text_of(ITEMS["tin đủ mọi phần"])
    assert "UBND phường Mẫu, Người Viết" in text
    assert "cập nhật 08:00, 21/11/2026" in text
    assert text.index("Đính chính lúc") < text.index("[Ảnh: Hai em đọc sách]")
    assert f"Mẫu đơn ({URL}2026/11/ubnd-du/mau.pdf)" in text
    assert "Nghị quyết số 71-NQ/TW" in text
    assert "PHIEU" not in text and "Em Mẫu" not in text


def test_the_fact_of_an_answer_is_in_it_and_the_question_is_not() -> None:
    text = text_of(ITEMS["giải đáp"])
    assert "Không phải đóng tiền." in text and "Có phải đóng tiền không?" not in text


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Một.\n\nHai\ndòng.", "Một.\n\nHai dòng."),
        ("- a\n- b\n\nSau.", "- a\n- b\n\nSau."),
        ("3. a\n4. b", "3. a\n4. b"),
        ("- a\n    1. b\n    2. c\n- d", "- a\n  1. b\n  2. c\n- d"),
        ("| A | B |\n|---|---|\n| 1 | 2 |", "A | B\n1 | 2"),
        ("## Phần\n\n> Lời", "Phần\n\nLời"),
        ("[báo](https://b.example/)", "báo (https://b.example/)"),
        ("<https://b.example/>", "https://b.example/"),
        ("[hai\nchữ](https://b.example/) sau", "hai chữ (https://b.example/) sau"),
        ("Câu.[^1]\n\n[^1]: Ghi chú.", "Câu.1\n\n1. Ghi chú. ↩"),
        ("Một  \nhai", "Một\nhai"),
        ("    mã\n      thụt", "mã\n  thụt"),
        ('<ol start="x²">\n<li>a</li>\n</ol>', "1. a"),
        ("A &amp; B &lt;i&gt;", "A & B <i>"),
    ],
)
def test_the_shape_of_a_text_is_kept(markdown: str, text: str) -> None:
    assert body_of(markdown).strip() == text


def test_what_is_gone_has_no_text() -> None:
    gone = Withdrawal(on=NOW, by="A", reason="B")
    items = [
        make_article("go", status="go", withdrawn=gone),
        make_article("het", expires=NOW),
        make_article("nhap", status="nhap"),
    ]
    assert list(render_texts(make_site(items))) == []


def test_a_text_follows_its_item_only() -> None:
    def key(*others: Article) -> bytes:
        path = addresses.plain_text(ITEMS["tin"])
        outputs = render_texts(make_site([ITEMS["tin"], *others]))
        return next(output.key for output in outputs if output.path == path)

    assert key() == key(make_article("moi"))
