"""Feeds that lost an item, an id or their form are found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from wardnews.publishing.candidate import Candidate
from wardnews.publishing.feed_facts import FeedFacts, is_feed, read_feed
from wardnews.publishing.feed_rules import (
    check_complete,
    check_ids,
    check_readable,
    check_same_items,
)

HOP = "2026/11/ubnd-phuong-hop/"


def _without(candidate: Candidate, path: str, guid: str) -> Candidate:
    feed = candidate.feeds[path]
    entries = tuple(entry for entry in feed.entries if entry[0] != guid)
    return replace(candidate, feeds={**candidate.feeds, path: replace(feed, entries=entries)})


def test_the_small_site_has_whole_feeds(candidate: Candidate) -> None:
    rules = (check_readable, check_ids, check_complete, check_same_items)
    assert [finding for rule in rules for finding in rule(candidate)] == []


def test_an_item_may_not_get_another_id(candidate: Candidate) -> None:
    assert candidate.last
    last = replace(candidate.last, items={HOP: "tag:vidu.example,2026:ten-cu"})
    (finding,) = check_ids(replace(candidate, last=last))
    assert finding.path == f"{HOP}index.html" and '"id: ten-cu"' in finding.remedy


def test_an_item_that_moved_keeps_its_id_too(candidate: Candidate) -> None:
    assert candidate.last and "tin/phuong-hop/" not in candidate.last.items
    last = replace(candidate.last, items={"tin/phuong-hop/": "tag:vidu.example,2026:ten-cu"})
    (finding,) = check_ids(replace(candidate, last=last))
    assert '"id: ten-cu"' in finding.remedy


def test_an_item_that_no_walk_meets_is_missed(candidate: Candidate) -> None:
    guid = candidate.items[HOP]
    (finding,) = check_complete(_without(candidate, "feed.xml", guid))
    assert guid in finding.message


def test_an_item_in_an_archive_is_not_missed(candidate: Candidate) -> None:
    guid, url = candidate.items[HOP], f"{candidate.job.url}{HOP}"
    lacking = _without(candidate, "feed.xml", guid)
    archive = FeedFacts(entries=((guid, url),))
    feeds = {**lacking.feeds, "feed-2026-11.xml": archive}
    assert list(check_complete(replace(lacking, feeds=feeds))) == []


def test_the_formats_of_a_feed_tell_the_same(candidate: Candidate) -> None:
    lacking = _without(candidate, "don-vi/ubnd/feed.json", candidate.items[HOP])
    (finding,) = check_same_items(lacking)
    assert finding.path == "don-vi/ubnd/feed.json"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("feed.xml", "<rss><channel><item><guid>a</guid>"),
        ("feed.xml", "<html></html>"),
        ("feed.xml", "<rss><channel><item><link>https://a.example/</link></item></channel></rss>"),
        ("atom.xml", '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id></entry></feed>'),
        ("feed.json", '{"items": [{"url": "https://a.example/"}]}'),
        ("feed.json", "[1]"),
        ("feed.json", ""),
    ],
)
def test_a_feed_that_cannot_be_read_is_told(
    candidate: Candidate, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    feeds = {name: read_feed(tmp_path / name)}
    (finding,) = check_readable(replace(candidate, feeds=feeds))
    assert finding.path == name


def test_feeds_are_known_by_their_names() -> None:
    assert all(map(is_feed, ("feed.xml", "a/atom.xml", "a/feed.json", "feed-2026-11.xml")))
    assert not any(map(is_feed, ("sitemap.xml", "a/feed.xml.gz", "feed-2026.xml", "xfeed.xml")))
