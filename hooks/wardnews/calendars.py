"""An event or a deadline as a file for the calendar of a phone (iCalendar, RFC 5545)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

from wardnews import addresses
from wardnews.model import Article
from wardnews.outputs import Output, digest
from wardnews.site_context import Site
from wardnews.text.dates import LAST_MINUTE

_DEMO = "Dữ liệu minh họa, không có thật.\n\n"
_LONGEST = 75  # bytes of a line without its end
_SPECIAL = re.compile(r"[\\;,]")
_CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


def render_calendars(site: Site) -> Iterator[Output]:
    """The calendar file of every shown item that names a moment to come to or to be done by."""
    everything = next(listing for listing in site.listings if listing.kind == "all")
    for article in everything.articles:
        if article.has_appointment:
            yield Output(
                path=addresses.calendar(article),
                key=digest("calendar", site.base, site.cards[article.path]),
                make=partial(_render_calendar, article, site),
            )


def _render_calendar(article: Article, site: Site) -> bytes:
    ward = site.newsroom.registers.ward
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//{_escape(ward.section)}//Tin Phường//VI"]
    lines.append("CALSCALE:GREGORIAN")
    if article.event:
        lines += _write_event(article, site)
    if article.deadline:
        lines += _write_deadline(article, article.deadline, site)
    return b"".join(map(_fold, [*lines, "END:VCALENDAR"]))


def _write_event(article: Article, site: Site) -> Iterator[str]:
    event = article.event
    assert event is not None
    yield from _open("su-kien", article, site)
    yield f"DTSTART:{_stamp(event.starts)}"
    if event.ends:
        yield f"DTEND:{_stamp(event.ends)}"
    yield f"SUMMARY:{_escape(article.title)}"
    if event.place:
        yield f"LOCATION:{_escape(event.place)}"
    yield from _close(article, site)


def _write_deadline(article: Article, deadline: datetime, site: Site) -> Iterator[str]:
    """A deadline given as a day stands above that day and takes none of its hours."""
    yield from _open("han-cuoi", article, site)
    if (deadline.hour, deadline.minute) == (LAST_MINUTE.hour, LAST_MINUTE.minute):
        yield f"DTSTART;VALUE=DATE:{deadline:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{deadline + timedelta(days=1):%Y%m%d}"
    else:
        yield f"DTSTART:{_stamp(deadline)}"
    yield f"SUMMARY:Hạn cuối: {_escape(article.title)}"
    yield "TRANSP:TRANSPARENT"
    yield from _close(article, site)


def _open(what: str, article: Article, site: Site) -> Iterator[str]:
    """The id follows from the item's own, so that a calendar takes a change for what it is."""
    domain = site.newsroom.registers.ward.feed_authority.partition(",")[0]
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(article.id or article.slug)}-{what}@{domain}"
    yield f"DTSTAMP:{_stamp(article.modified)}"
    yield f"LAST-MODIFIED:{_stamp(article.modified)}"


def _close(article: Article, site: Site) -> Iterator[str]:
    address = site.url + addresses.article(article)
    demo = site.newsroom.registers.ward.demo
    words = f"{article.summary}\n\n{_DEMO if demo else ''}{address}"
    yield f"DESCRIPTION:{_escape(words)}"
    yield f"URL:{address}"
    yield "END:VEVENT"


def _stamp(moment: datetime) -> str:
    """In UTC: no table of time zones is needed, and every calendar shows the hour of its place."""
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escape(text: str) -> str:
    """A value of type TEXT (RFC 5545, 3.3.11)."""
    clean = _CONTROLS.sub(" ", text.replace("\r\n", "\n"))
    return _SPECIAL.sub(r"\\\g<0>", clean).replace("\n", "\\n")


def _fold(line: str) -> bytes:
    """The line and its end, cut where it is too long, but never within a letter."""
    pieces, room = [b""], _LONGEST
    for letter in line:
        encoded = letter.encode()
        if len(pieces[-1]) + len(encoded) > room:
            pieces.append(b"")
            room = _LONGEST - 1  # the next lines begin with a space
        pieces[-1] += encoded
    return b"\r\n ".join(pieces) + b"\r\n"
