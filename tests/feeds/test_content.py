"""An item's text as it stands on another site: whole, with addresses that lead there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from page_samples import ITEMS, PICTURE, ZONE, make_article, make_site
from wardnews import addresses
from wardnews.bodies import render_body
from wardnews.model import Article, Correction, Experience
from wardnews.standalone import render_content

URL = "https://vidu.example/giao-duc/"


def _render(article: Article, **changes: object) -> str:
    return render_content(article, make_site([article, ITEMS["tin"]], **changes))


def test_the_correction_is_on_top_then_the_lead_picture_then_the_text() -> None:
    html = _render(ITEMS["tin đủ mọi phần"])
    assert html.startswith(
        "<p><strong>Đính chính lúc 00:00, 21/11/2026.</strong> Giờ đúng: 10.</p>"
    )
    picture = (
        f'<img src="{URL}2026/11/ubnd-du/anh.png" width="640" height="360" alt="Hai em đọc sách">'
    )
    assert html.index("Đính chính") < html.index(picture) < html.index(">bài</a>")
    assert "<figcaption>Giờ đọc. Ảnh: Nhà trường</figcaption>" in html


def test_the_newest_correction_is_first() -> None:
    days = [
        Correction(date=datetime(2026, 11, day, tzinfo=ZONE), text=f"Lần {day}.")
        for day in (21, 23)
    ]
    html = _render(make_article("sua", corrections=tuple(days)))
    assert html.index("Lần 23.") < html.index("Lần 21.")


def test_every_address_is_absolute() -> None:
    html = _render(ITEMS["tin đủ mọi phần"])
    assert f'href="{URL}{addresses.article(ITEMS["tin"])}"' in html
    assert 'href="https://x.example/?a=1&amp;b=&quot;2&quot;"' in html
    assert f'href="{URL}2026/11/ubnd-du/mau.pdf"' in html


def test_a_jump_within_the_page_leads_to_the_item_s_page() -> None:
    article = make_article("ghi-chu", body=render_body("Một câu.[^1]\n\n[^1]: Ghi chú."))
    assert f'href="{URL}2026/11/ubnd-ghi-chu/#fn' in _render(article)
    assert 'href="#' not in _render(article)


def test_a_table_comes_without_the_box_that_only_our_style_needs() -> None:
    html = _render(make_article("bang", body=render_body("| A | B |\n|---|---|\n| 1 | 2 |")))
    assert "<div><table>" in html and "role=" not in html and "aria-label" not in html


def test_a_picture_whose_file_is_not_there_leaves_no_empty_address() -> None:
    article = make_article("anh", body=render_body("![Một chồng vở](vo.png)"))
    html = _render(article, assets={article.path: {}, ITEMS["tin"].path: {}})
    assert "src=" not in html and 'alt="Một chồng vở"' in html


def test_the_fact_of_an_answer_leads_and_the_claim_is_not_there() -> None:
    html = _render(ITEMS["giải đáp"])
    assert html.startswith("<p><strong>Không phải đóng tiền.</strong></p>")
    assert "Có phải đóng tiền không?" not in html


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("điển hình", "em mượn sách: từ 42% thành 91% (nguồn: sổ mượn)"),
        ("điển hình", "<h2>Cách làm</h2>\n<ol><li>Chia sách.</li><li>Giữ sổ.</li></ol>"),
        ("điển hình", "<strong>Năm học:</strong> 2026-2027"),
        ("điển hình", "<strong>Chi phí:</strong> 1,2 triệu đồng"),
        ("điển hình", "<li>Trường Tiểu học Mẫu A (ví dụ), từ 01/10/2026, khối 2</li>"),
        ("điển hình", "<li>Giấy khen, 00/QĐ, 01/11/2026</li>"),
        ("giải đáp", "<h2>Căn cứ</h2>\n<ul><li>Thông tư 00.</li></ul>"),
        ("giải đáp", "<strong>Trả lời:</strong> Phòng Văn hóa - Xã hội"),
        (
            "infographic",
            'so/anh.png" width="640" height="360" alt="Tiêu đề so. Bản chữ ở ngay dưới."',
        ),
        ("tin đủ mọi phần", "<strong>Khó khăn:</strong> Thiếu kệ."),
        (
            "tin đủ mọi phần",
            "<h2>Văn bản</h2>\n<ul><li>Nghị quyết số 71-NQ/TW: Nghị quyết</li></ul>",
        ),
        ("sự kiện", "<p><strong>Tại:</strong> Nhà văn hóa</p>"),
        ("thông báo", "<p><strong>Hạn cuối:</strong> 17:00, thứ Hai 30/11/2026</p>"),
        ("video trong máy", f'<a href="{URL}2026/11/ubnd-video/phim.mp4">Xem video 2:40</a>'),
        ("video trong máy", "<p>Lời.</p>"),
        ("podcast nơi khác", '<a href="https://nghe.example/1">Nghe podcast</a>'),
        ("báo chí", '<p>Nguồn: <a href="https://bao.example/1">Báo Mẫu</a></p>'),
        (
            "tin đủ mọi phần",
            "<p><strong>Lợi ích cho phụ huynh, học sinh:</strong> Không mất phí.</p>",
        ),
    ],
)
def test_what_the_page_says_the_feed_says(name: str, said: str) -> None:
    assert said in _render(ITEMS[name])


def test_no_name_of_a_child_and_nothing_for_the_office_alone() -> None:
    whole = ITEMS["tin đủ mọi phần"]
    html = _render(replace(whole, experience=Experience(difficulties="Thiếu kệ.")))
    assert "Em Mẫu" not in html and "PHIEU" not in html and "Thiếu kệ" not in html


@pytest.mark.parametrize(
    ("caption", "credit", "said"),
    [
        ("Ai đọc?", "Nhà trường", "Ai đọc? Ảnh: Nhà trường"),
        ("Giờ đọc.", "", "Giờ đọc."),
        ("", "Nhà trường", "Ảnh: Nhà trường"),
    ],
)
def test_a_caption_keeps_its_marks(caption: str, credit: str, said: str) -> None:
    image = replace(PICTURE, caption=caption, credit=credit)
    article = make_article("a", image=image)
    assert f"<figcaption>{said}</figcaption>" in _render(article)


def test_what_was_typed_stays_text() -> None:
    article = make_article(
        "la",
        benefits="<script>alert(1)</script>",
        source='A & "B"',
        source_url='https://x.example/"',
    )
    html = _render(article)
    assert "<script" not in html and "A &amp; &quot;B&quot;" in html
