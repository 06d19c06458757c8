"""What a feed says of itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from feed_samples import channel_of
from page_samples import OLD_SCHOOL, REGISTERS, ZONE, make_article, make_site
from wardnews.feeds.channel import make_channel
from wardnews.feeds.documents import list_documents
from wardnews.feeds.entries import keep_entries
from wardnews.model import Newsroom, Withdrawal
from wardnews.ward import Unit

ITEM = make_article("a")
OCTOBER = make_article("cu", date=datetime(2026, 10, 5, 7, tzinfo=ZONE))


def test_the_title_names_the_choice() -> None:
    assert channel_of([ITEM]).title == "Giáo dục Mẫu"
    theme = channel_of([ITEM], "don-vi/th-mau-a/chu-de/i/feed.xml").title
    assert theme == "Giáo dục Mẫu: Trường Tiểu học Mẫu A (ví dụ): chủ đề I. Tên chủ đề I"
    assert channel_of([OCTOBER], "feed-2026-10.xml").title == "Giáo dục Mẫu, tháng 10/2026"


def test_the_description_says_how_to_subscribe() -> None:
    assert channel_of([ITEM]).description.endswith(
        ". Cách đăng ký nhận tin: https://vidu.example/giao-duc/dang-ky/"
    )


def test_the_newest_change_dates_the_feed_and_never_the_clock() -> None:
    assert channel_of([ITEM, OCTOBER]).updated == ITEM.date
    assert channel_of([]).updated == datetime(2026, 1, 1, tzinfo=ZONE)  # of the feed authority


def test_a_new_domain_changes_addresses_and_no_id() -> None:
    moved = channel_of([ITEM], url="https://moi.example/")
    assert moved.id == channel_of([ITEM]).id == "tag:vidu.example,2026:feed/"
    assert moved.entries[0].guid == channel_of([ITEM]).entries[0].guid
    assert moved.rss == "https://moi.example/feed.xml"


def test_an_archive_knows_its_neighbours_and_the_feed_that_goes_on() -> None:
    archive = channel_of([ITEM, OCTOBER], "feed-2026-10.xml")
    assert archive.is_archive and archive.current == "https://vidu.example/giao-duc/feed.xml"
    assert (archive.previous, archive.following) == ("", "")
    assert channel_of([ITEM, OCTOBER]).previous == archive.rss


def _channel_of_closed(*units: Unit):  # type: ignore[no-untyped-def]
    registers = replace(REGISTERS, units=(*REGISTERS.units[:2], *units))
    site = make_site([ITEM])
    site = replace(site, newsroom=Newsroom(registers=registers, articles=site.newsroom.articles))
    address = "don-vi/th-cu/feed.xml"
    document = next(each for each in list_documents(site) if each.address == address)
    return make_channel(replace(document, farewell=units[0]), site, keep_entries(site))


def test_a_merged_school_s_feed_says_where_to_in_an_entry_that_readers_see() -> None:
    channel = channel_of([ITEM], "don-vi/th-cu/feed.xml")
    farewell = next(entry for entry in channel.entries if entry.guid.endswith("moved"))
    assert farewell.title == "Trường cũ đã sáp nhập vào Trường Tiểu học Mẫu A (ví dụ)"
    assert farewell.url == "https://vidu.example/giao-duc/don-vi/th-mau-a/"
    assert farewell.published == datetime(2026, 11, 1, tzinfo=ZONE)
    assert farewell.url in farewell.summary and farewell.url in channel.description
    assert [e.published for e in channel.entries] == sorted(
        (e.published for e in channel.entries), reverse=True
    )


def test_a_block_of_five_shows_the_farewell_even_of_a_school_without_items() -> None:
    news = [make_article(f"m{n}", date=ITEM.date - timedelta(hours=n)) for n in range(3)]
    old = [make_article(f"c{n}", date=OCTOBER.date - timedelta(days=n)) for n in range(9)]
    entries = channel_of([*news, *old], "don-vi/th-cu/chu-de/i/feed.xml").entries
    assert entries[0].guid.endswith("moved") and len(entries) == 6


def test_the_moments_of_a_feed_never_go_back() -> None:
    """What was withdrawn dates the feed when its notice is gone, and so does what expired."""
    on = datetime(2026, 8, 1, 9, tzinfo=ZONE)
    gone = make_article(
        "go",
        date=datetime(2026, 3, 5, tzinfo=ZONE),
        status="go",
        withdrawn=Withdrawal(on=on, by="Ban", reason="Rút"),
    )
    kept = make_article("cu", date=datetime(2026, 2, 5, tzinfo=ZONE))
    for now in (on + timedelta(days=89), on + timedelta(days=91)):
        assert channel_of([gone, kept], now=now).updated == on
    assert channel_of([gone, kept], "feed-2026-03.xml").updated == on
    assert channel_of([gone, kept], "feed-2026-02.xml").updated == kept.date
    expired = make_article("het", expires=ITEM.date + timedelta(days=2))
    assert channel_of([expired, kept]).updated == expired.expires


def test_a_ward_that_has_published_nothing_yet_has_a_feed_that_is_not_empty() -> None:
    (entry,) = channel_of([]).entries
    assert entry.title == "Chưa có bài nào ở mục này" and entry.url.endswith("/giao-duc/")


def test_schools_that_merged_twice_lead_to_the_last() -> None:
    second = replace(OLD_SCHOOL, id="th-giua", name="Trường giữa")
    first = replace(OLD_SCHOOL, merged_into="th-giua")
    assert "vào Trường Tiểu học Mẫu A" in _channel_of_closed(first, second).description


def test_schools_said_to_have_merged_into_each_other_end_somewhere() -> None:
    second = replace(OLD_SCHOOL, id="th-giua", merged_into="th-cu")
    first = replace(OLD_SCHOOL, merged_into="th-giua")
    assert "Trường cũ đã sáp nhập" in _channel_of_closed(first, second).description


def test_a_school_that_closed_leads_to_the_ward_s_news() -> None:
    closed = replace(OLD_SCHOOL, merged_into="", active_until=date(2026, 6, 30))
    channel = _channel_of_closed(closed)
    assert "Trường cũ đã ngừng hoạt động. " in channel.description
    assert any(entry.url == "https://vidu.example/giao-duc/" for entry in channel.entries)


def test_an_heir_that_closed_too_leads_to_the_ward_s_news() -> None:
    heir = replace(OLD_SCHOOL, id="th-giua", name="Trường giữa", merged_into="")
    channel = _channel_of_closed(replace(OLD_SCHOOL, merged_into="th-giua"), heir)
    farewell = next(entry for entry in channel.entries if entry.guid.endswith("moved"))
    assert farewell.url == "https://vidu.example/giao-duc/"


def test_a_merger_of_unknown_date_is_told_in_the_description_alone() -> None:
    channel = _channel_of_closed(replace(OLD_SCHOOL, active_until=None))
    assert "đã sáp nhập" in channel.description
    assert not any(entry.guid.endswith("moved") for entry in channel.entries)
