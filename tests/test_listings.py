"""What is visible, in what order, and in which listings."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from wardnews.listings import (
    is_shown,
    list_listings,
    list_notices,
    order_articles,
    previewed,
    visible,
)
from wardnews.model import Newsroom
from wardnews.ward import Registers, Theme, Unit

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("changes", "public", "editor"),
    [
        ({}, True, True),
        ({"date": NOW}, True, True),
        ({"date": NOW + SECOND}, False, True),
        ({"status": "nhap"}, False, True),
        ({"status": "cho-duyet"}, False, True),
        ({"status": "go"}, False, False),
        ({"expires": NOW + SECOND}, True, True),
        ({"expires": NOW}, False, False),
    ],
)
def test_who_may_see_an_item(an_article, changes, public: bool, editor: bool) -> None:  # type: ignore[no-untyped-def]
    article = an_article(**{"date": NOW - SECOND, **changes})
    assert (visible(article, NOW), previewed(article, NOW)) == (public, editor)
    assert is_shown(article, NOW, preview=False) is public
    assert is_shown(article, NOW, preview=True) is editor


def test_items_of_one_moment_are_ordered_by_path(an_article) -> None:  # type: ignore[no-untyped-def]
    later = an_article(path="articles/ubnd/2026/01-02-z.md", date=NOW)
    first = an_article(path="articles/ubnd/2026/01-01-b.md", date=NOW - SECOND)
    second = an_article(path="articles/ubnd/2026/01-01-c.md", date=NOW - SECOND)
    assert order_articles([second, first, later]) == (later, first, second)


def test_an_item_stands_in_every_listing_it_belongs_to(an_article, registers: Registers) -> None:  # type: ignore[no-untyped-def]
    article = an_article(
        date=NOW - SECOND, audiences=registers.audiences[:1], tags=registers.tags[:1]
    )
    listings = list_listings(Newsroom(registers=registers, articles=(article,)), NOW)
    kinds = sorted({listing.kind for listing in listings if listing.articles})
    expected = {"all", "theme", "unit", "unit-theme", "kind", "audience", "tag", "month"}
    expected |= {"level"} if article.unit.school_levels else set()
    expected |= {"strand"} if article.strand else set()
    assert kinds == sorted(expected)


def test_every_unit_and_theme_has_its_listings_from_day_one(registers: Registers) -> None:
    listings = list_listings(Newsroom(registers=registers, articles=()), NOW)
    found = {listing.address for listing in listings}
    for unit in registers.units:
        assert {f"don-vi/{unit.id}/", f"don-vi/{unit.id}/dien-hinh/"} <= found
        assert {f"don-vi/{unit.id}/chu-de/{theme.id}/" for theme in registers.themes} <= found
    assert {f"chu-de/{theme.id}/" for theme in registers.themes} <= found


def test_addresses_of_listings_are_unique(registers: Registers) -> None:
    found = [
        each.address for each in list_listings(Newsroom(registers=registers, articles=()), NOW)
    ]
    assert len(found) == len(set(found))


def test_a_combined_school_is_listed_under_both_levels(an_article, registers: Registers) -> None:  # type: ignore[no-untyped-def]
    school = Unit(id="lien-cap", name="Liên cấp", short_name="Liên cấp", type="th-thcs")
    newsroom = Newsroom(registers=registers, articles=(an_article(date=NOW, unit=school),))
    levels = [e.key for e in list_listings(newsroom, NOW) if e.kind == "level" and e.articles]
    assert levels == ["tieu-hoc", "thcs"]


def test_a_notice_is_left_of_what_was_withdrawn_or_expired(
    an_article, registers: Registers
) -> None:  # type: ignore[no-untyped-def]
    gone = an_article(path="articles/ubnd/2026/01-01-a.md", status="go")
    expired = an_article(path="articles/ubnd/2026/01-01-b.md", date=NOW - 2 * SECOND, expires=NOW)
    never = an_article(
        path="articles/ubnd/2026/01-01-c.md", status="nhap", date=NOW - 2 * SECOND, expires=NOW
    )
    newsroom = Newsroom(registers=registers, articles=(gone, expired, never))
    assert list_notices(newsroom, NOW) == (gone, expired)


def test_what_was_taken_down_before_its_day_leaves_no_notice(
    an_article, registers: Registers
) -> None:  # type: ignore[no-untyped-def]
    scheduled = an_article(status="go", date=NOW + SECOND)
    newsroom = Newsroom(registers=registers, articles=(scheduled,))
    assert list_notices(newsroom, NOW) == ()


@pytest.mark.parametrize("changes", [{"status": "go"}, {"expires": NOW}])
def test_a_month_keeps_its_page_when_its_only_item_is_gone(
    an_article, registers: Registers, changes: dict[str, object]
) -> None:  # type: ignore[no-untyped-def]
    newsroom = Newsroom(registers=registers, articles=(an_article(date=NOW - SECOND, **changes),))
    months = [each for each in list_listings(newsroom, NOW) if each.kind == "month"]
    assert [(month.address, month.articles) for month in months] == [("luu-tru/2026/11/", ())]


def test_the_theme_names_its_position() -> None:
    theme = Theme(id="iv", numeral="IV", name="x", short_name="x", description="")
    assert theme.position == 4
