"""A listing's feed as a school's website reads it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest
from lxml import etree

URL = "https://vidu.example/thu/"


@pytest.fixture(scope="module")
def feeds(small_site: Path) -> dict[str, feedparser.FeedParserDict]:
    found = {
        path.relative_to(small_site).as_posix(): feedparser.parse(path.read_bytes())
        for path in small_site.rglob("feed.xml")
    }
    assert len(found) > 40
    return found


def test_every_feed_is_read_without_complaint(feeds) -> None:  # type: ignore[no-untyped-def]
    assert [name for name, feed in feeds.items() if feed.bozo or feed.version != "rss20"] == []


def test_items_are_newest_first_with_their_own_guid_hour_and_link(feeds) -> None:  # type: ignore[no-untyped-def]
    entries = feeds["feed.xml"].entries
    assert [entry.id for entry in entries] == [
        "tag:vidu.example,2026:muoi-lam-phut-doc",
        "tag:vidu.example,2026:cung-ngay-cung-gio",
        "tag:vidu.example,2026:goc-doc-trong-lop",
        "tag:vidu.example,2026:2026-11-ubnd-phuong-hop",
    ]
    assert entries[0].link == URL + "2026/11/th-mau-a-doc-moi-sang/"
    assert datetime(*entries[0].published_parsed[:6], tzinfo=UTC) == datetime(
        2026, 11, 8, 7, 5, tzinfo=UTC
    )
    assert entries[3].title == "Phường họp: năm việc phải làm"
    assert entries[3].summary == "Năm việc, năm người chịu trách nhiệm."


def test_the_full_text_has_absolute_addresses_and_the_lead_picture_first(feeds) -> None:  # type: ignore[no-untyped-def]
    entry = feeds["feed.xml"].entries[2]
    html = entry.content[0].value
    page = URL + "2026/11/th-mau-a-goc-doc/"
    assert html.index(f'src="{page}ke-sach.png"') < html.index(f'src="{page}vo.png"')
    assert "Bản trước ghi sai số sách." in html
    assert (entry.enclosures[0].href, entry.enclosures[0].type) == (
        page + "ke-sach.png",
        "image/png",
    )
    linked = feeds["feed.xml"].entries[3].content[0].value
    assert f'href="{page}"' in linked and f'href="{URL}gioi-thieu/"' in linked


def test_the_enclosure_has_its_true_length(feeds, small_site: Path) -> None:  # type: ignore[no-untyped-def]
    enclosure = feeds["feed.xml"].entries[2].enclosures[0]
    file = small_site / enclosure.href.removeprefix(URL)
    assert int(enclosure.length) == file.stat().st_size


def test_a_feed_is_never_empty(feeds) -> None:  # type: ignore[no-untyped-def]
    assert [name for name, feed in feeds.items() if not feed.entries] == []


def test_a_unit_feed_has_its_own_items_first_and_names_itself(feeds) -> None:  # type: ignore[no-untyped-def]
    feed = feeds["don-vi/ubnd/feed.xml"]
    assert feed.feed.title == "Giáo dục Thử: UBND phường Thử"
    assert feed.feed.link == URL + "don-vi/ubnd/"
    assert feed.entries[0].id.endswith("phuong-hop")


def test_what_is_not_public_is_in_no_feed(small_site: Path) -> None:
    for path in small_site.rglob("feed.xml"):
        assert "bí mật" not in path.read_text("utf-8")


def test_the_newest_change_dates_the_feed_and_not_the_clock(small_site: Path) -> None:
    root = etree.parse(small_site / "feed.xml").getroot()
    assert root.findtext("channel/lastBuildDate") == "Sun, 08 Nov 2026 14:05:00 +0700"
    assert root.findtext("channel/language") == "vi"
