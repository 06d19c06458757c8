from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardnews.text.dates import (
    Mistake,
    parse_day,
    parse_moment,
    show_day,
    show_moment,
    show_moment_short,
    show_month,
    weekday,
)
from wardnews.text.quoting import quote

HOME = ZoneInfo("Asia/Ho_Chi_Minh")

MOMENTS = {
    "2026-03-05": "2026-03-05T07:00:00+07:00",
    "2026-03-05 08:30": "2026-03-05T08:30:00+07:00",
    "2026-03-05T08:30": "2026-03-05T08:30:00+07:00",
    "2026-03-05 08:30:15": "2026-03-05T08:30:15+07:00",
    "2026-03-05T08:30:15+07:00": "2026-03-05T08:30:15+07:00",
    "2026-03-05 08:30 +07:00": "2026-03-05T08:30:00+07:00",
    "2026-03-05 08:30+0900": "2026-03-05T06:30:00+07:00",
    "2026-03-05T20:00:00Z": "2026-03-06T03:00:00+07:00",
    "2026-03-05 08:30 -05:00": "2026-03-05T20:30:00+07:00",
    "2026-03-05 8h30": "2026-03-05T08:30:00+07:00",
    "05/3/2026": "2026-03-05T07:00:00+07:00",
    "5/3/2026": "2026-03-05T07:00:00+07:00",
    "05-03-2026": "2026-03-05T07:00:00+07:00",
    "05.03.2026": "2026-03-05T07:00:00+07:00",
    "05/3/2026 08:30": "2026-03-05T08:30:00+07:00",
    "05/3/2026 8h30": "2026-03-05T08:30:00+07:00",
    "05/3/2026 08h30": "2026-03-05T08:30:00+07:00",
    "05/3/2026 15h": "2026-03-05T15:00:00+07:00",
    "2026-03-05 15h00": "2026-03-05T15:00:00+07:00",
    "29/02/2028": "2028-02-29T07:00:00+07:00",
}

# typed: a part of the message, a part of the remedy
MISTAKES = {
    "05/13/2026": ("tháng 13", "có phải 13/05/2026?"),
    "2026-13-05": ("tháng 13", "có phải 2026-05-13?"),
    "30/13/2026": ("tháng 13", "ví dụ: 05/3/2026"),
    "31/02/2026": ("tháng 2/2026 chỉ có 28 ngày", "28/02/2026"),
    "29/02/2026": ("tháng 2/2026 chỉ có 28 ngày", "28/02/2026"),
    "2026-04-31": ("tháng 4/2026 chỉ có 30 ngày", "30/4/2026"),
    "00/3/2026": ("không có trên lịch", "từ 01 đến 31"),
    "05/00/2026": ("tháng 00", "ví dụ: 05/3/2026"),
    "2026-03-05 25:00": ("Giờ trong", "từ 00:00 đến 23:59"),
    "2026-03-05 08:60": ("Giờ trong", "từ 00:00 đến 23:59"),
    "2026-03-05 24:00": ("Giờ trong", "từ 00:00 đến 23:59"),
    "2026-03-05 08:30 +25:00": ("+25:00", "+07:00"),
    "05/3/26": ("hai chữ số", "05/3/2026"),
    "05/3": ("chưa ghi năm", "05/3/2026"),
    "05/3/1999": ("năm 1999", "bốn chữ số"),
    "05/3/2101": ("năm 2101", "bốn chữ số"),
    "2026-3-5": ("viết chưa đúng kiểu", "2026-03-05"),
    "": ("Chưa ghi ngày", "05/3/2026"),
    "hôm qua": ("Không hiểu", "05/3/2026"),
    "2026-03-05 sáng": ("Không hiểu", "05/3/2026"),
    "2026-03-05\n": ("Không hiểu", "05/3/2026"),
    " 2026-03-05": ("Không hiểu", "05/3/2026"),
    "05/03-2026": ("Không hiểu", "05/3/2026"),
    "٠٥/٠٣/٢٠٢٦": ("Không hiểu", "05/3/2026"),
    "2026-03-05 08:30 Zalo": ("Không hiểu", "05/3/2026"),
    "2026-03-05 +07:00": ("Không hiểu", "05/3/2026"),
    "9" * 100_000: ("9…", "05/3/2026"),
}


@pytest.mark.parametrize(("typed", "moment"), MOMENTS.items())
def test_a_moment_is_read_day_first_and_in_the_zone(typed: str, moment: str) -> None:
    read = parse_moment(typed, HOME)
    assert isinstance(read, datetime)
    assert read.isoformat() == moment


@pytest.mark.parametrize(("typed", "moment"), MOMENTS.items())
def test_the_day_of_a_moment_is_the_day_as_typed(typed: str, moment: str) -> None:
    assert parse_day(typed) == (date(2028, 2, 29) if "2028" in typed else date(2026, 3, 5))


@pytest.mark.parametrize(("typed", "said"), MISTAKES.items(), ids=lambda value: str(value)[:30])
def test_a_text_that_is_no_date_is_quoted_and_the_right_form_shown(
    typed: str, said: tuple[str, str]
) -> None:
    mistake = parse_moment(typed, HOME)
    assert isinstance(mistake, Mistake)
    assert said[0] in mistake.message
    assert said[1] in mistake.remedy
    assert not typed or quote(typed, 40) in mistake.message
    assert len(mistake.message) < 200
    assert parse_day(typed) == mistake


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_day_as_shown_is_read_back(day: date) -> None:
    assert parse_day(show_day(day)) == day


@given(st.text(alphabet="0123456789-/.:hTZ+ ", max_size=30))
def test_no_text_makes_the_reader_fail(text: str) -> None:
    assert isinstance(parse_moment(text, HOME), datetime | Mistake)


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 3, 5), "05/3/2026"),
        (date(2026, 2, 5), "05/02/2026"),
        (date(2026, 1, 31), "31/01/2026"),
        (date(2026, 11, 20), "20/11/2026"),
    ],
)
def test_a_day_is_shown_in_administrative_form(day: date, shown: str) -> None:
    assert show_day(day) == shown


def test_a_moment_is_shown_in_its_own_zone() -> None:
    moment = datetime(2026, 3, 5, 8, 30, tzinfo=timezone(timedelta(hours=7)))
    assert show_moment(moment) == "08:30, thứ Năm 05/3/2026"
    assert show_moment_short(moment) == "08:30, 05/3/2026"
    assert show_moment_short(moment.astimezone(UTC)) == "01:30, 05/3/2026"


@pytest.mark.parametrize(
    ("month", "shown"), [("03", "Tháng 3/2026"), ("02", "Tháng 02/2026"), ("12", "Tháng 12/2026")]
)
def test_a_month_is_shown_from_the_parts_of_a_path(month: str, shown: str) -> None:
    assert show_month("2026", month) == shown


def test_the_week_has_its_vietnamese_names() -> None:
    week = [weekday(date(2026, 3, day)) for day in range(2, 9)]
    assert week == ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "chủ nhật"]
