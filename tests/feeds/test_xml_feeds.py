"""RSS and Atom, element by element, where a reader or a validator would stumble."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import feedparser
import pytest
from lxml import etree

from feed_samples import channel_of
from page_samples import ITEMS, ZONE, make_article
from wardnews.bodies import render_body
from wardnews.feeds.channel import Channel
from wardnews.feeds.xml_feeds import render_atom, render_rss
from wardnews.model import Article, Correction, Withdrawal

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "media": "http://search.yahoo.com/mrss/",
    "fh": "http://purl.org/syndication/history/1.0",
    "at": "http://purl.org/atompub/tombstones/1.0",
}
URL = "https://vidu.example/giao-duc/"
WITHDRAWN = make_article(
    "go",
    status="go",
    withdrawn=Withdrawal(on=datetime(2026, 11, 22, 9, tzinfo=ZONE), by="Ban", reason="Rút"),
)
CORRECTED = make_article(
    "sua", corrections=(Correction(date=datetime(2026, 11, 22, tzinfo=ZONE), text="Sửa."),)
)


def _rss(*articles: Article, address: str = "feed.xml") -> etree._Element:
    return etree.fromstring(render_rss(channel_of(articles, address)))[0]


def _atom(*articles: Article) -> etree._Element:
    return etree.fromstring(render_atom(channel_of(articles)))


def test_the_channel_says_what_it_is_before_its_items() -> None:
    names = [etree.QName(child).localname for child in _rss(make_article("a"))]
    assert names == (
        "title link description link copyright docs generator language lastBuildDate pubDate ttl"
        " item".split()
    )


def test_the_site_s_link_is_the_page_and_self_is_the_feed() -> None:
    channel = _rss(make_article("a"))
    assert channel.findtext("link") == URL
    self = channel.find("atom:link", NAMES)
    assert (self.get("rel"), self.get("href"), self.get("type")) == (
        "self",
        URL + "feed.xml",
        "application/rss+xml",
    )


def test_dates_are_in_the_ward_s_zone() -> None:
    item = _rss(make_article("a")).find("item")
    assert item.findtext("pubDate") == "Fri, 20 Nov 2026 08:30:00 +0700"


def test_rss_tells_of_a_change_too() -> None:
    assert _rss(CORRECTED).findtext("item/atom:updated", None, NAMES) == "2026-11-22T00:00:00+07:00"
    assert _rss(make_article("a")).find("item/atom:updated", NAMES) is None


def test_the_picture_stands_alone_and_says_what_it_shows() -> None:
    item = _rss(ITEMS["tin đủ mọi phần"]).find("item")
    picture = item.find("media:content", NAMES)
    assert dict(picture.attrib) == {
        "url": URL + "2026/11/ubnd-du/anh.png",
        "type": "image/png",
        "medium": "image",
        "fileSize": "84000",
        "width": "640",
        "height": "360",
    }
    assert picture.findtext("media:description", None, NAMES) == "Hai em đọc sách"
    assert item.find("enclosure").get("length") == "84000"


def test_an_archive_is_marked_and_linked() -> None:
    months = [make_article(f"m{m}", date=datetime(2026, m, 5, tzinfo=ZONE)) for m in (8, 9, 10)]
    channel = _rss(*months, address="feed-2026-09.xml")
    assert channel.find("fh:archive", NAMES) is not None
    links = {link.get("rel"): link.get("href") for link in channel.findall("atom:link", NAMES)}
    assert links == {
        "self": URL + "feed-2026-09.xml",
        "current": URL + "feed.xml",
        "prev-archive": URL + "feed-2026-08.xml",
        "next-archive": URL + "feed-2026-10.xml",
    }


def test_the_current_feed_leads_to_its_newest_archive_and_is_none() -> None:
    channel = _rss(make_article("m", date=datetime(2026, 10, 5, tzinfo=ZONE)))
    assert channel.find("fh:archive", NAMES) is None
    links = [link.get("rel") for link in channel.findall("atom:link", NAMES)]
    assert links == ["self", "prev-archive"]


@pytest.mark.parametrize("render", [render_rss, render_atom])
def test_a_style_sheet_is_named_and_no_transformation(render) -> None:  # type: ignore[no-untyped-def]
    document = render(channel_of([make_article("a")]))
    assert document.startswith(
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
        b'<?xml-stylesheet type="text/css" href="' + URL.encode() + b"assets/wardnews/feed.css"
    )
    assert b"xsl" not in document


# --- Atom --------------------------------------------------------------------------------------


def test_the_first_link_of_atom_is_the_page() -> None:
    feed = _atom(make_article("a"))
    links = [(link.get("rel"), link.get("href")) for link in feed.findall("atom:link", NAMES)]
    assert links == [("alternate", URL), ("self", URL + "atom.xml")]
    assert feed.find("atom:entry/atom:link", NAMES).get("href") == URL + "2026/11/ubnd-a/"


def test_atom_s_enclosure_is_told_from_the_page() -> None:
    entry = _atom(ITEMS["tin đủ mọi phần"]).find("atom:entry", NAMES)
    assert [dict(link.attrib) for link in entry.findall("atom:link", NAMES)] == [
        {"rel": "alternate", "href": URL + "2026/11/ubnd-du/"},
        {
            "rel": "enclosure",
            "type": "image/png",
            "length": "84000",
            "href": URL + "2026/11/ubnd-du/anh.png",
        },
    ]


def test_atom_has_the_ids_of_rss_and_an_id_of_its_own() -> None:
    feed = _atom(make_article("a"))
    assert feed.findtext("atom:id", None, NAMES) == "tag:vidu.example,2026:feed/"
    guid = _rss(make_article("a")).findtext("item/guid")
    assert feed.findtext("atom:entry/atom:id", None, NAMES) == guid


def test_atom_has_the_summary_and_the_whole_text() -> None:
    entry = _atom(make_article("a", body=render_body("Một & hai."))).find("atom:entry", NAMES)
    assert entry.findtext("atom:summary", None, NAMES) == "Tóm tắt a."
    content = entry.find("atom:content", NAMES)
    assert (content.get("type"), content.text) == ("html", "<p>Một &amp; hai.</p>")


def test_atom_tells_a_correction_from_the_publication() -> None:
    entry = _atom(CORRECTED).find("atom:entry", NAMES)
    assert entry.findtext("atom:published", None, NAMES) == "2026-11-20T08:30:00+07:00"
    assert entry.findtext("atom:updated", None, NAMES) == "2026-11-22T00:00:00+07:00"


def test_a_withdrawn_item_is_a_notice_and_a_tombstone() -> None:
    feed = _atom(WITHDRAWN, make_article("a"))
    stone = feed.find("at:deleted-entry", NAMES)
    assert dict(stone.attrib) == {
        "ref": "tag:vidu.example,2026:ma-go",
        "when": "2026-11-22T09:00:00+07:00",
    }
    titles = [title.text for title in feed.findall("atom:entry/atom:title", NAMES)]
    assert titles == ["Tiêu đề a", "Bài đã gỡ"]


def test_without_a_withdrawal_nothing_is_said_of_tombstones() -> None:
    assert b"tombstones" not in render_atom(channel_of([make_article("a")]))


# --- what editors may type ---------------------------------------------------------------------

HOSTILE = (
    "Toán & Văn, 3 < 5",
    "AT&T &amp; &lt;b&gt; &copy;",
    "<script>alert(1)</script> thẻ <b>đậm</b>",
    "]]> hết CDATA <![CDATA[",
    "👨‍👩‍👧‍👦 Gia đình 🎒",
    unicodedata.normalize("NFC", "Ặ Ễ ở Ữ"),
    "“Ngoặc” 'đơn' \"kép\"",
    "x" * 150,
)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("render", [render_rss, render_atom])
def test_whatever_is_typed_comes_back(render, text: str) -> None:  # type: ignore[no-untyped-def]
    body = render_body(f"{text}\n\n`]]>`")
    article = make_article("la", title=text, summary=text, body=body, author=text)
    root = etree.fromstring(render(channel_of([article, make_article("a")])))
    titles = [
        title.text
        for title in root.iter("title", "{*}title")
        if title.getparent().tag.endswith(("item", "entry"))
    ]
    assert titles == ["Tiêu đề a", text]
    assert not feedparser.parse(etree.tostring(root)).bozo


def test_a_title_is_written_as_the_profile_asks() -> None:
    document = render_rss(channel_of([make_article("a", title="Toán & Văn, 3 < 5")])).decode()
    assert "<title>Toán &#x26; Văn, 3 &#x3C; 5</title>" in document


def test_a_description_is_html_that_shows_what_was_typed() -> None:
    item = _rss(make_article("a", summary="Toán & Văn, 3 < 5")).find("item")
    assert item.findtext("description") == "Toán &amp; Văn, 3 &lt; 5"


def test_characters_that_xml_cannot_hold_cost_nothing_but_themselves() -> None:
    article = make_article("a", title="Một\x00\ud800 hai", summary="\x0b\ufffe", author="\x1f")
    item = _rss(article, make_article("b")).find("item")
    assert item.findtext("title") == "Một hai"


def test_two_items_of_one_second_keep_their_order() -> None:
    channel = _rss(make_article("b"), make_article("a"), make_article("c"))
    assert [item.findtext("title") for item in channel.findall("item")] == [
        "Tiêu đề a",
        "Tiêu đề b",
        "Tiêu đề c",
    ]


def test_what_is_kept_of_an_item_goes_for_one_build() -> None:
    moment = datetime(2026, 11, 20, 8, tzinfo=ZONE)
    here = make_article("mot", date=moment)
    there = make_article("mot", date=moment.astimezone(ZoneInfo("Asia/Tokyo")))
    written = [_rss(article).findtext("item/pubDate") for article in (here, there, here)]
    assert [each and each[-14:] for each in written] == [
        "08:00:00 +0700", "10:00:00 +0900", "08:00:00 +0700",
    ]  # fmt: skip


@pytest.mark.parametrize(("render", "name"), [(render_rss, "item"), (render_atom, "{*}entry")])
def test_an_item_that_stood_in_a_feed_stands_whole_in_the_next(
    render: Callable[[Channel], bytes], name: str
) -> None:
    channel = channel_of(tuple(ITEMS.values()))
    first = render(channel)
    twice = replace(channel, entries=channel.entries * 2)
    items = list(etree.fromstring(render(twice)).iter(name))
    assert len(items) == 2 * len(channel.entries) > 2
    assert render(channel) == first
