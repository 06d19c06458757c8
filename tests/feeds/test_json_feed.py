"""JSON Feed 1.1, field by field."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

from feed_samples import channel_of
from page_samples import ITEMS, ZONE, make_article
from wardnews.feeds.json_feed import render_json
from wardnews.model import Correction

URL = "https://vidu.example/giao-duc/"


def test_the_feed_says_where_it_is() -> None:
    feed = json.loads(render_json(channel_of([make_article("a")], "don-vi/ubnd/feed.xml")))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["home_page_url"] == URL + "don-vi/ubnd/"
    assert feed["feed_url"] == URL + "don-vi/ubnd/feed.json"
    assert (feed["language"], feed["authors"]) == ("vi", [{"name": "UBND phường Mẫu"}])


def test_invented_data_are_called_so_where_a_site_shows_the_title() -> None:
    channel = channel_of([make_article("a")])
    for demo, says in ((True, True), (False, False)):
        told = replace(channel, ward=replace(channel.ward, demo=demo))
        assert ("minh họa" in json.loads(render_json(told))["title"]) is says


def test_an_item_has_every_field_as_the_specification_types_it() -> None:
    corrected = make_article(
        "a", corrections=(Correction(date=datetime(2026, 11, 22, tzinfo=ZONE), text="Sửa."),)
    )
    [item] = json.loads(render_json(channel_of([corrected])))["items"]
    assert item == {
        "id": "tag:vidu.example,2026:ma-a",
        "url": URL + "2026/11/ubnd-a/",
        "title": "Tiêu đề a",
        "summary": "Tóm tắt a.",
        "content_html": "<p><strong>Đính chính lúc 00:00, 22/11/2026.</strong> Sửa.</p>\n"
        "<p>Thân bài.</p>",
        "date_published": "2026-11-20T08:30:00+07:00",
        "date_modified": "2026-11-22T00:00:00+07:00",
        "authors": [{"name": "UBND phường Mẫu"}],
        "language": "vi",
        "tags": ["UBND phường Mẫu", "I. Tên chủ đề I", "Tin"],
    }


def test_picture_and_file_come_along() -> None:
    [item] = json.loads(render_json(channel_of([ITEMS["tin đủ mọi phần"]])))["items"]
    assert item["image"] == URL + "2026/11/ubnd-du/anh.png"
    assert item["attachments"] == [
        {"url": item["image"], "mime_type": "image/png", "size_in_bytes": 84_000}
    ]


def test_whatever_was_typed_is_written() -> None:
    article = make_article("a", title="\ud800</script>", summary="\x00 👨‍👩‍👧")
    [item] = json.loads(render_json(channel_of([article])))["items"]
    assert (item["title"], item["summary"]) == ("</script>", " 👨‍👩‍👧")
