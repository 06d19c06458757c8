"""Channels of the made-up ward, for the tests of the formats."""

from __future__ import annotations

from collections.abc import Sequence

from page_samples import make_site
from wardnews.feeds.channel import Channel, make_channel
from wardnews.feeds.documents import list_documents
from wardnews.feeds.entries import Entry, keep_entries
from wardnews.model import Article


def channel_of(
    articles: Sequence[Article], address: str = "feed.xml", **changes: object
) -> Channel:
    site = make_site(articles, **changes)  # type: ignore[arg-type]
    document = next(each for each in list_documents(site) if each.address == address)
    return make_channel(document, site, keep_entries(site))


def entry_of(article: Article) -> Entry:
    return channel_of([article]).entries[0]
