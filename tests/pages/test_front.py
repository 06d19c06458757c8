"""The home page: the lead, notices with a deadline, an empty newsroom."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from page_samples import ITEMS, NOW, OLD_SCHOOL, PICTURE, ZONE, make_article, many, render


def lead_of(html: str) -> str:
    lead = re.search(r'card--lead.*?card__title"><a href="[^"]*">([^<]*)', html, re.DOTALL)
    assert lead
    return lead[1]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "Tiêu đề so-0"),
        ({"image": PICTURE}, "Tiêu đề khac"),
        ({"pinned_until": NOW + timedelta(days=1)}, "Tiêu đề khac"),
        ({"pinned_until": NOW}, "Tiêu đề so-0"),
    ],
)
def test_the_lead_is_pinned_or_has_a_picture_or_is_the_newest(
    changes: dict[str, object], expected: str
) -> None:
    other = make_article("khac", date=datetime(2026, 11, 19, 12, tzinfo=ZONE), **changes)
    assert lead_of(render([*many(5), other])["index.html"]) == expected


def test_a_notice_leaves_the_home_page_after_its_deadline() -> None:
    notice = ITEMS["thông báo"]
    assert notice.deadline
    open_page = render([notice], now=notice.deadline - timedelta(minutes=1))["index.html"]
    over = render([notice], now=notice.deadline)["index.html"]
    assert notice.title in open_page
    assert notice.title not in over


def test_no_item_is_missing_from_the_list_of_all_when_notices_are_over() -> None:
    over = [
        make_article(
            f"qua-han-{n}",
            date=datetime(2026, 11, 22, tzinfo=ZONE) - timedelta(hours=n),
            kind=ITEMS["thông báo"].kind,
            deadline=NOW - timedelta(hours=1),
        )
        for n in range(2)
    ]
    articles = [*over, *many(30)]
    pages = render(articles)
    of_all = [html for path, html in pages.items() if re.match(r"(trang/\d+/)?index\.html", path)]
    for article in articles:
        assert any(f"{article.title}</a>" in html for html in of_all), article.slug
    assert all(f"Tiêu đề so-{n}</a>" in pages["index.html"] for n in range(6))
    assert all(f"{item.title}</a>" in pages["trang/2/index.html"] for item in over)


def test_when_only_old_notices_are_left_the_home_page_leads_to_them() -> None:
    notice = ITEMS["thông báo"]
    pages = render([notice], now=notice.deadline)
    assert 'href="trang/2/"' in pages["index.html"]
    assert notice.title in pages["trang/2/index.html"]


def test_the_newest_items_follow_the_lead_and_the_older_ones_come_last() -> None:
    html = render([ITEMS["thông báo"], *many(6)])["index.html"]
    titles = re.findall(r'">(Tiêu đề [a-z0-9-]+)</a>', html.partition('class="block"')[0])
    assert titles == [
        "Tiêu đề thong-bao",
        "Tiêu đề so-0",
        "Tiêu đề so-1",
        "Tiêu đề so-2",
        "Tiêu đề thong-bao",
        "Tiêu đề so-3",
        "Tiêu đề so-4",
    ]


def test_a_school_that_was_merged_is_not_among_the_units_of_today() -> None:
    item = make_article("cu", unit=OLD_SCHOOL)
    last_day = datetime(2026, 10, 31, 23, 59, tzinfo=ZONE)
    assert 'href="don-vi/th-cu/"' not in render([item])["index.html"]
    item = make_article("cu", unit=OLD_SCHOOL, date=datetime(2026, 10, 1, tzinfo=ZONE))
    assert 'href="don-vi/th-cu/"' in render([item], now=last_day)["index.html"]


def test_an_empty_newsroom_still_has_a_home_page() -> None:
    html = render([])["index.html"]
    assert "Chưa có bài nào." in html
    assert "Giải đáp" not in html
