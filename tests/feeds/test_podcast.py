"""What podcast apps refuse a feed without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from feed_samples import channel_of
from page_samples import ITEMS, PICTURE, WARD, make_article
from wardnews.feeds.xml_feeds import render_rss
from wardnews.model import Article
from wardnews.ward import Contact

NAMES = {
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
}
URL = "https://vidu.example/giao-duc/"
EPISODE = ITEMS["podcast trong máy"]


def _show(*articles: Article) -> etree._Element:
    return etree.fromstring(render_rss(channel_of(articles, "the-loai/podcast/feed.xml")))[0]


@pytest.mark.parametrize(
    ("path", "attribute", "value"),
    [
        ("itunes:author", None, "UBND phường Mẫu"),
        ("itunes:category", "text", "Education"),
        ("itunes:explicit", None, "false"),
        ("itunes:image", "href", URL + "assets/wardnews/podcast.png"),
        ("itunes:owner/itunes:email", None, "mau@vidu.example"),
        ("itunes:type", None, "episodic"),
        ("podcast:locked", None, "no"),
        ("podcast:medium", None, "podcast"),
        ("item/itunes:explicit", None, "false"),
        ("item/enclosure", "type", "audio/mpeg"),
        ("item/enclosure", "length", "84000"),
        ("item/podcast:transcript", "url", URL + "2026/11/ubnd-podcast-2/"),
    ],
)
def test_the_required_fields_are_there(path: str, attribute: str | None, value: str) -> None:
    element = _show(EPISODE).find(path, NAMES)
    assert element is not None
    assert (element.get(attribute) if attribute else element.text) == value


def test_the_show_s_guid_outlives_its_address() -> None:
    moved = channel_of([EPISODE], "the-loai/podcast/feed.xml", url="https://moi.example/")
    guid = etree.fromstring(render_rss(moved))[0].findtext("podcast:guid", None, NAMES)
    assert guid == _show(EPISODE).findtext("podcast:guid", None, NAMES)
    assert guid and len(guid) == 36


def test_what_no_app_can_play_is_no_episode() -> None:
    elsewhere = replace(ITEMS["podcast nơi khác"], image=PICTURE)
    item = _show(elsewhere).find("item")
    assert item.find("enclosure") is None  # the picture would be taken for a sound
    assert item.find("itunes:explicit", NAMES) is None


@pytest.mark.parametrize(
    ("written", "told"), [("2:40", "2:40"), ("1:02:03", "1:02:03"), ("", None)]
)
def test_the_duration_is_told_when_it_can_be_read(written: str, told: str | None) -> None:
    assert EPISODE.media
    episode = replace(EPISODE, media=replace(EPISODE.media, duration=written))
    assert _show(episode).findtext("item/itunes:duration", None, NAMES) == told


def test_without_an_address_nobody_owns_the_show() -> None:
    channel = channel_of([EPISODE], "the-loai/podcast/feed.xml")
    silent = replace(channel, ward=replace(WARD, contact=Contact()))
    assert etree.fromstring(render_rss(silent))[0].find("itunes:owner", NAMES) is None


def test_no_other_feed_is_a_podcast() -> None:
    document = render_rss(channel_of([EPISODE, make_article("a")]))
    assert b"itunes" not in document and b"podcastindex" not in document
