"""What a feed says of one item."""

from __future__ import annotations

from datetime import datetime

from feed_samples import channel_of, entry_of
from page_samples import ITEMS, KINDS, NOW, SCHOOL, ZONE, make_article
from wardnews.bodies import render_body
from wardnews.feeds.entries import clean
from wardnews.model import Body, Correction, Media, Withdrawal
from wardnews.padding import WARD_WIDE


def test_the_guid_follows_from_id_and_authority_alone() -> None:
    before = make_article("cu")
    after = make_article(
        "moi", id=before.id, title="Tiêu đề khác", unit=SCHOOL, path="articles/th-mau-a/2026/moi.md"
    )
    assert entry_of(before).guid == entry_of(after).guid == "tag:vidu.example,2026:ma-cu"


def test_a_correction_is_a_change_and_no_new_publication() -> None:
    corrected = datetime(2026, 11, 22, 10, tzinfo=ZONE)
    entry = entry_of(make_article("sua", corrections=(Correction(date=corrected, text="Sửa."),)))
    assert (entry.published, entry.updated) == (
        datetime(2026, 11, 20, 8, 30, tzinfo=ZONE),
        corrected,
    )


def test_the_picture_carries_its_true_size_and_what_it_shows() -> None:
    entry = entry_of(ITEMS["tin đủ mọi phần"])
    assert entry.picture and entry.enclosure == entry.picture
    assert (entry.picture.size, entry.picture.width, entry.picture.alt) == (
        84_000,
        640,
        "Hai em đọc sách",
    )


def test_a_sound_is_the_enclosure_before_any_picture() -> None:
    entry = entry_of(ITEMS["podcast trong máy"])
    assert entry.enclosure and entry.enclosure.url.endswith("/noi.mp3")


def test_an_item_played_elsewhere_has_no_enclosure() -> None:
    assert entry_of(ITEMS["podcast nơi khác"]).enclosure is None


def test_an_item_of_a_header_alone_has_its_summary_as_text() -> None:
    entry = entry_of(make_article("a", summary="Một & hai", body=Body(utf8=b"")))
    assert entry.html == "<p>Một &amp; hai</p>"


def test_the_unit_signs_what_nobody_signed() -> None:
    assert entry_of(make_article("a")).author == "UBND phường Mẫu"
    assert entry_of(ITEMS["tin đủ mọi phần"]).author == "Người Viết"


def test_an_author_s_address_stays_out_of_the_feed() -> None:
    assert entry_of(make_article("a", author="Cô Mẫu <co.mau@vidu.example>")).author == "Cô Mẫu"
    assert entry_of(make_article("a", author="<a@vidu.example>")).author == "UBND phường Mẫu"


def test_the_categories_can_be_read() -> None:
    assert entry_of(make_article("a")).categories == ("UBND phường Mẫu", "I. Tên chủ đề I", "Tin")
    filled = channel_of([make_article("a")], "don-vi/th-mau-a/feed.xml").entries[0]
    assert filled.categories[-1] == WARD_WIDE
    assert filled.summary == "Tin chung của phường, UBND phường Mẫu: Tóm tắt a."


def test_of_a_withdrawn_item_only_the_notice_is_left() -> None:
    withdrawal = Withdrawal(
        on=datetime(2026, 11, 23, 9, tzinfo=ZONE), by="Ban Biên tập", reason="Gia đình em Mẫu rút"
    )
    article = make_article(
        "bi-mat",
        title="Bí mật",
        summary="Bí mật",
        author="Bí mật",
        status="go",
        withdrawn=withdrawal,
        kind=KINDS["video"],
        media=Media(file="phim.mp4", transcript="Bí mật"),
    )
    entry = channel_of([article], now=NOW).entries[0]
    assert entry.is_withdrawn and entry.guid == "tag:vidu.example,2026:ma-bi-mat"
    assert (entry.published, entry.updated) == (article.date, withdrawal.on)
    assert entry.enclosure is entry.picture is None
    said = repr((entry.title, entry.summary, entry.html, entry.author, entry.categories))
    assert "Bí mật" not in said and "em Mẫu" not in said
    assert "Bài này đã được gỡ lúc 09:00, 23/11/2026." in entry.html


def test_no_character_is_left_that_xml_cannot_hold() -> None:
    assert clean("a\x00b\x0bc\x1fd\ufffee\ud800f\x85g\nh") == "abcdefg\nh"


def test_a_lost_letter_is_a_question_mark() -> None:
    assert clean("Tr\ufffdờng") == "Tr?ờng"
    body = render_body("Chữ &#0; lạ")
    assert entry_of(make_article("a", body=body)).html == "<p>Chữ ? lạ</p>"
