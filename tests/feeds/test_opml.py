"""The outlines as readers' programs take them in: every feed once, under names that survive."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from feed_readers import run
from page_samples import REGISTERS, SCHOOL, make_article, make_site
from wardnews.feeds.opml import make_readable, render_outlines
from wardnews.listings import list_listings
from wardnews.model import Newsroom

URL = "https://vidu.example/thu/"
GOLDEN = Path(__file__).parent.parent / "golden"
ATTRIBUTES = "text title type version xmlUrl htmlUrl language description".split()


def _feeds(path: Path) -> list[ElementTree.Element]:
    return [each for each in ElementTree.parse(path).iter("outline") if "type" in each.attrib]


def _outlines(name: str) -> dict[str, ElementTree.Element]:
    """The outlines of a ward whose school bears this name."""
    registers = replace(REGISTERS, units=(replace(SCHOOL, name=name),))
    newsroom = Newsroom(registers=registers, articles=())
    site = make_site([], newsroom=newsroom)
    site = replace(site, listings=list_listings(newsroom, site.now))
    return {each.path: ElementTree.fromstring(each.make()) for each in render_outlines(site)}


def test_every_feed_of_the_site_is_listed_exactly_once(small_site: Path) -> None:
    listed = [each.attrib["xmlUrl"] for each in _feeds(small_site / "feeds.opml")]
    there = [path.relative_to(small_site).as_posix() for path in small_site.rglob("feed.xml")]
    assert sorted(listed) == sorted(URL + name for name in there)


def test_a_pack_holds_the_feed_of_the_ward_and_all_of_its_unit(small_site: Path) -> None:
    for pack in small_site.glob("don-vi/*/feeds.opml"):
        listed = [each.attrib["xmlUrl"].removeprefix(URL) for each in _feeds(pack)]
        own = [path.relative_to(small_site).as_posix() for path in pack.parent.rglob("feed.xml")]
        assert listed[0] == "feed.xml" and sorted(listed[1:]) == sorted(own)
        assert len(own) == 7


def test_groups_stand_in_the_order_of_the_subscribe_page(small_site: Path) -> None:
    body = ElementTree.parse(small_site / "feeds.opml").find("body")
    assert body is not None
    groups = [group.attrib for group in body]
    titles = ["Tất cả", "Đơn vị", "Chủ đề", "Điển hình", "Thể loại", "Bạn đọc", "Cấp học"]
    assert groups == [{"text": title} for title in titles]
    assert {len(unit.attrib) for unit in body[1]} == {1}


def test_a_feed_says_what_it_is_and_its_names_are_those_of_the_feed(small_site: Path) -> None:
    for outline in _feeds(small_site / "feeds.opml"):
        assert list(outline.attrib) == ATTRIBUTES
        assert (outline.get("type"), outline.get("version"), outline.get("language")) == (
            "rss", "RSS2", "vi",
        )  # fmt: skip
        feed = ElementTree.parse(small_site / outline.attrib["xmlUrl"].removeprefix(URL))
        assert outline.get("title") == feed.findtext("channel/title")
        assert outline.get("htmlUrl") == feed.findtext("channel/link")
        for value in outline.attrib.values():
            assert value and unicodedata.is_normalized("NFC", value)


def test_the_newest_change_dates_an_outline_and_not_the_clock(small_site: Path) -> None:
    def date(name: str) -> str | None:
        return ElementTree.parse(small_site / name).findtext("head/dateModified")

    assert date("feeds.opml") == "Sun, 08 Nov 2026 14:05:00 +0700"
    assert date("don-vi/ubnd/feeds.opml") == "Mon, 02 Nov 2026 08:30:00 +0700"
    # What expired last of its items; the other one was withdrawn before.
    assert date("don-vi/thcs-mau-b/feeds.opml") == "Sun, 01 Nov 2026 23:59:00 +0700"
    assert date("don-vi/thcs-cu/feeds.opml") is None


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Trường TH&THCS Mẫu D", "Trường TH & THCS Mẫu D"),
        ("Trường A & B", "Trường A & B"),
        ("Lớp &lt;5 tuổi", "Lớp & lt;5 tuổi"),
        ("Lớp <b>5</b>", "Lớp ‹b›5‹/b›"),
        ("“Hoa Sen”, 'Sao', \"Trăng\"", "“Hoa Sen”, 'Sao', \"Trăng\""),
    ],
)
def test_a_name_reads_the_same_as_html_and_as_plain_text(name: str, shown: str) -> None:
    assert make_readable(name) == shown == unescape(shown)
    heard: list[str] = []
    parser = HTMLParser()
    parser.handle_data = heard.append  # type: ignore[method-assign]
    parser.feed(shown)
    parser.close()
    assert "".join(heard) == shown
    for outline in _outlines(name).values():
        units = [each for each in outline.iter("outline") if each.get("text") == shown]
        assert len(units) == 2  # the group and the feed of all that the unit has


def test_an_outline_changes_only_when_the_newest_moment_does() -> None:
    def key(**changes: object) -> bytes:
        return next(render_outlines(make_site([make_article("tin", **changes)]))).key

    assert key() == key(title="Khác")
    moment = datetime(2026, 11, 21, tzinfo=make_article().date.tzinfo)
    assert key() != key(updated=moment)


@pytest.mark.parametrize("name", ["feeds.opml", "don-vi/th-mau-a/feeds.opml"])
def test_the_whole_outline_is_as_it_was(
    name: str, small_site: Path, request: pytest.FixtureRequest
) -> None:
    golden = GOLDEN / name.replace("/", "-")
    written = (small_site / name).read_text("utf-8")
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


def test_libxml_reads_every_outline(small_site: Path) -> None:
    files = list(small_site.rglob("*.opml"))
    assert len(files) == 5
    run("xmllint", "--noout", *files)
