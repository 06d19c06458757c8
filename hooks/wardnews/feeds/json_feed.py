"""A channel as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from wardnews.feeds.channel import Channel
from wardnews.feeds.entries import Entry


def render_json(channel: Channel) -> bytes:
    """One feed as UTF-8 JSON, a line a value, so that a change shows as the line it is."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        # A portal that shows this feed, and <vy-tin>, say what the frames say in a line of theirs.
        "title": channel.title + (" (dữ liệu minh họa)" if channel.ward.demo else ""),
        "description": channel.description,
        "home_page_url": channel.home,
        "feed_url": channel.json,
        "language": "vi",
        "authors": [{"name": channel.ward.governing_body}],
        "items": [_describe(entry) for entry in channel.entries],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def _describe(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.guid,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        "content_html": entry.html,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "authors": [{"name": entry.author}],
        "language": "vi",
        "tags": list(entry.categories),
    }
    if entry.picture:
        item["image"] = entry.picture.url
    if file := entry.enclosure:
        item["attachments"] = [
            {"url": file.url, "mime_type": file.media_type, "size_in_bytes": file.size}
        ]
    return item
