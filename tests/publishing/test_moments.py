"""The next moment at which the site changes by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wardnews.model import Article, Correction, Newsroom, Withdrawal
from wardnews.publishing.moments import find_next_change
from wardnews.ward import Registers

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2026, 11, 5, 8, 0, tzinfo=ZONE)
SOON = NOW + timedelta(hours=3)
LONG_AGO = datetime(2024, 1, 1, tzinfo=ZONE)


def _find(registers: Registers, *articles: Article) -> datetime:
    return find_next_change(Newsroom(registers=registers, articles=articles), NOW)


def test_at_the_latest_it_is_the_end_of_the_month(registers: Registers) -> None:
    assert _find(registers) == datetime(2026, 12, 1, tzinfo=ZONE)


@pytest.mark.parametrize(
    "changes",
    [
        {"date": SOON},
        {"date": LONG_AGO, "expires": SOON},
        {"date": LONG_AGO, "pinned_until": SOON},
        {"date": LONG_AGO, "deadline": SOON},
        {"date": SOON - timedelta(days=366)},
        {"date": LONG_AGO, "corrections": (Correction(date=SOON - timedelta(90), text="Sửa."),)},
        {
            "date": LONG_AGO,
            "status": "go",
            "withdrawn": Withdrawal(on=SOON - timedelta(90), by="A", reason="B"),
        },
    ],
)
def test_what_an_item_waits_for_is_known(
    registers: Registers, an_article: Callable[..., Article], changes: dict[str, object]
) -> None:
    assert _find(registers, an_article(**changes)) == SOON


def test_a_draft_waits_for_nothing(
    registers: Registers, an_article: Callable[..., Article]
) -> None:
    draft = an_article(date=SOON, status="nhap")
    assert _find(registers, draft) == datetime(2026, 12, 1, tzinfo=ZONE)


def test_a_school_closes_after_its_last_day(registers: Registers) -> None:
    closing = replace(registers.units[0], active_until=date(2026, 11, 9))
    changed = replace(registers, units=(closing, *registers.units[1:]))
    assert _find(changed) == datetime(2026, 11, 10, tzinfo=ZONE)
