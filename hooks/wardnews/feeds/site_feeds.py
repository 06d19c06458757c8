"""Every feed of the site: each listing's in three formats, and its archives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from wardnews import addresses
from wardnews.feeds.channel import Channel, make_channel
from wardnews.feeds.documents import FeedDocument, list_documents
from wardnews.feeds.entries import keep_entries
from wardnews.feeds.json_feed import render_json
from wardnews.feeds.xml_feeds import render_atom, render_rss
from wardnews.listings import is_closed
from wardnews.outputs import Output, digest
from wardnews.site_context import Site


def render_feeds(site: Site) -> Iterator[Output]:
    """RSS, Atom and JSON Feed of every listing that has feeds; archives are RSS only."""
    documents = tuple(list_documents(site))
    enter = keep_entries(site)

    @lru_cache(maxsize=1)  # the formats of one feed are made one after the other
    def open_channel(number: int) -> Channel:
        return make_channel(documents[number], site, enter)

    for number, document in enumerate(documents):
        key = _identify(document, site)
        for path, write in _list_formats(document):
            make = partial(_render, write, open_channel, number)
            yield Output(path=path, key=key, make=make, day=document.month)


def _render(
    write: Callable[[Channel], bytes], open_channel: Callable[[int], Channel], number: int
) -> bytes:
    return write(open_channel(number))


def _list_formats(document: FeedDocument) -> Iterator[tuple[str, Callable[[Channel], bytes]]]:
    yield document.address, render_rss
    if not document.month:
        yield addresses.atom(document.listing.address), render_atom
        yield addresses.json_feed(document.listing.address), render_json


def _identify(document: FeedDocument, site: Site) -> bytes:
    """All that a document's bytes follow from, beside what the whole site does."""
    units = site.newsroom.registers.units
    return digest(
        site.base,
        document.month,
        document.previous,
        document.following,
        [is_closed(unit, site.now) for unit in units] if document.farewell else (),
        [a.path in document.ward_wide for a in document.articles] if document.ward_wide else (),
        b"".join([site.keys[article.path] for article in document.articles]),
        b"".join([site.keys.get(article.path, b"") for article in document.listing.gone]),
    )
