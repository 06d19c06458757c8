"""What fills up a listing with few items of its own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from page_samples import (
    KINDS,
    NOW,
    OFFICE,
    SCHOOL,
    THEMES,
    ZONE,
    make_article,
    make_exemplar,
    make_site,
)
from wardnews.model import Article, Media
from wardnews.padding import choose_padding


def _pad(articles: Sequence[Article], address: str, now: datetime = NOW) -> list[str]:
    by_address = {listing.address: listing for listing in make_site(articles, now=now).listings}
    listing = by_address[address]
    return [article.path for article in choose_padding(listing, listing.articles, by_address, now)]


def _daily(count: int, first: datetime, **changes: object) -> list[Article]:
    return [
        make_article(
            f"{first:%m%d}-{n}",
            path=f"articles/ubnd/2026/{first:%m%d}-{n}.md",
            date=first - timedelta(days=n),
            **changes,
        )
        for n in range(count)
    ]


def _paths(articles: Sequence[Article]) -> list[str]:
    return [article.path for article in articles]


def test_older_items_fill_up_so_that_a_school_s_own_stay_in_front() -> None:
    own = make_article("cua-truong", path="articles/th-mau-a/2026/a.md", unit=SCHOOL)
    newer = _daily(2, own.date + timedelta(days=1, hours=1))
    older = _daily(5, own.date - timedelta(days=1))
    assert _pad([own, *newer, *older], "don-vi/th-mau-a/") == _paths(older[:4])


def test_when_nothing_is_older_newer_ones_fill_up() -> None:
    own = make_article("cua-truong", path="articles/th-mau-a/2026/a.md", unit=SCHOOL)
    newer = _daily(3, own.date + timedelta(days=3))
    assert _pad([own, *newer], "don-vi/th-mau-a/") == _paths(newer)


def test_a_listing_without_items_of_its_own_has_the_ward_s_newest() -> None:
    newest = _daily(9, NOW)
    assert _pad(newest, "don-vi/th-mau-a/") == _paths(newest[:5])


@pytest.mark.parametrize(("own", "padding"), [(4, 1), (5, 0), (6, 0)])
def test_five_items_of_its_own_are_enough(own: int, padding: int) -> None:
    articles = _daily(own, NOW, unit=SCHOOL) + _daily(9, NOW - timedelta(days=9), unit=OFFICE)
    assert len(_pad(articles, "don-vi/th-mau-a/")) == padding


def test_a_listing_on_a_theme_is_filled_up_from_that_theme_first() -> None:
    other = make_article("khac", path="articles/ubnd/2026/k.md", theme=THEMES[1], date=NOW)
    same = _daily(2, NOW - timedelta(days=9))
    address = "don-vi/th-mau-a/chu-de/i/"
    assert _pad([other, *same], address) == [*_paths(same), other.path]
    assert other.path not in _pad([other, *_daily(5, NOW - timedelta(days=9))], address)


def test_a_unit_s_exemplars_are_filled_up_with_those_of_others_first() -> None:
    exemplar = make_exemplar(date=NOW - timedelta(days=30))
    found = _pad([exemplar, *_daily(9, NOW)], "don-vi/ubnd/dien-hinh/")
    assert found[0] == exemplar.path and len(found) == 5


def test_a_closed_unit_is_filled_up_with_what_is_older_than_its_end() -> None:
    end = datetime(2026, 11, 1, tzinfo=ZONE)  # its last day is 31/10
    articles = _daily(3, NOW) + _daily(9, end - timedelta(minutes=1))
    assert _pad(articles, "don-vi/th-cu/") == _paths(articles[3:8])


def test_a_podcast_is_not_filled_up_with_what_cannot_be_played() -> None:
    episode = make_article(
        "nghe", kind=KINDS["podcast"], media=Media(url="https://nghe.example/", transcript="Lời.")
    )
    assert _pad([episode, *_daily(6, NOW)], "the-loai/podcast/") == []


def test_what_is_not_public_fills_nothing_up() -> None:
    hidden = [
        make_article("nhap", status="nhap"),
        make_article("hen", date=NOW + timedelta(days=1)),
        make_article("het", expires=NOW - timedelta(days=1)),
    ]
    assert _pad(hidden, "don-vi/th-mau-a/") == []
