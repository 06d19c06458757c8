"""Calendar files, read back by a library that others use."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as Entry

from page_samples import ITEMS, KINDS, NOW, WARD, ZONE, make_article, make_site
from wardnews import addresses
from wardnews.calendars import render_calendars
from wardnews.model import Article, Event, Withdrawal


def bytes_of(article: Article) -> bytes:
    (output,) = render_calendars(make_site([article]))
    assert output.path == addresses.calendar(article)
    return output.make()


def entries_of(article: Article) -> list[Entry]:
    return list(Calendar.from_ical(bytes_of(article)).events)


def test_an_event_comes_back_as_it_was_written() -> None:
    event = Event(
        starts=datetime(2026, 12, 12, 8, tzinfo=ZONE),
        ends=datetime(2026, 12, 12, 11, 30, tzinfo=ZONE),
        place="Nhà văn hóa; tầng 2, \\ phòng A",
    )
    item = make_article("hoi", title="Hội, thi; và \\ n", kind=KINDS["su-kien"], event=event)
    (entry,) = entries_of(item)
    assert entry.decoded("dtstart") == event.starts and entry.decoded("dtend") == event.ends
    assert str(entry["summary"]) == item.title
    assert str(entry["location"]) == event.place
    assert str(entry["url"]) == "https://vidu.example/giao-duc/2026/11/ubnd-hoi/"
    assert str(entry["description"]).startswith("Tóm tắt hoi.\n\nDữ liệu minh họa")
    assert str(entry["description"]).endswith(str(entry["url"]))
    assert str(entry["uid"]) == "ma-hoi-su-kien@vidu.example"
    assert entry.decoded("dtstamp") == item.modified.astimezone(UTC)


def test_the_id_stays_when_all_else_changes() -> None:
    before = make_article("hoi", event=Event(starts=NOW))
    after = make_article("doi", id="ma-hoi", event=Event(starts=NOW.replace(hour=20)), updated=NOW)
    (one,), (other,) = entries_of(before), entries_of(after)
    assert one["uid"] == other["uid"]
    assert other.decoded("dtstamp") > one.decoded("dtstamp")


def test_an_event_without_an_end_or_a_place_invents_none() -> None:
    (entry,) = entries_of(make_article("hoi", event=Event(starts=NOW)))
    assert "dtend" not in entry and "location" not in entry


def test_a_deadline_of_a_whole_day_is_a_day_and_one_with_an_hour_a_moment() -> None:
    whole = make_article("han", deadline=datetime(2026, 12, 31, 23, 59, tzinfo=ZONE))
    (entry,) = entries_of(whole)
    assert entry.decoded("dtstart") == date(2026, 12, 31)
    assert entry.decoded("dtend") == date(2027, 1, 1)
    assert str(entry["summary"]) == "Hạn cuối: Tiêu đề han" and entry["transp"] == "TRANSPARENT"
    (entry,) = entries_of(ITEMS["thông báo"])
    assert entry.decoded("dtstart") == ITEMS["thông báo"].deadline


def test_an_event_with_a_deadline_has_two_entries_of_different_ids() -> None:
    both = entries_of(make_article("hoi", event=Event(starts=NOW), deadline=NOW))
    assert len({str(entry["uid"]) for entry in both}) == 2


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_words_fit_into_lines_of_75_bytes_and_come_back(text: str) -> None:
    title = "Ặ" + text + "."
    content = bytes_of(make_article("hoi", title=title, event=Event(starts=NOW, place=title)))
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()
    (entry,) = Calendar.from_ical(content).events
    kept = "".join(
        c if c == "\n" or (c >= " " and c != "\x7f") else " " for c in title.replace("\r\n", "\n")
    )
    assert str(entry["summary"]) == kept


@pytest.mark.parametrize(
    "changes",
    [
        {"status": "nhap"},
        {"status": "go", "withdrawn": Withdrawal(on=NOW, by="A", reason="B")},
        {"expires": NOW},
        {"event": None},
    ],
)
def test_what_is_not_public_or_has_no_moment_has_no_file(changes: dict[str, object]) -> None:
    item = make_article("hoi", **({"event": Event(starts=NOW)} | changes))
    assert list(render_calendars(make_site([item]))) == []


def test_the_name_of_the_paper_is_in_it() -> None:
    calendar = Calendar.from_ical(bytes_of(ITEMS["sự kiện"]))
    assert WARD.section in calendar["prodid"] and calendar["version"] == "2.0"
