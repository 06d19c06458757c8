"""Whom readers can ask about an item, and how: its unit, or the paper when that has no way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from wardnews.listings import is_closed
from wardnews.model import Article
from wardnews.ward import Contact, Unit, Ward


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Somebody who answers; a way that there is not is empty."""

    name: str
    contact: Contact
    zalo: str = ""  # the address of an official account


def choose_desk(unit: Unit, ward: Ward, now: datetime) -> Desk:
    """An item's unit; the paper when the unit is closed or tells no way to reach it."""
    if (unit.contact.phone or unit.contact.email or unit.zalo_oa) and not is_closed(unit, now):
        return Desk(name=unit.name, contact=unit.contact, zalo=unit.zalo_oa)
    return Desk(name=ward.section, contact=ward.contact)


def write_letter(email: str, article: Article, url: str) -> str:
    """The address of a new letter about an item, which it names; RFC 6068."""
    subject = quote(f"Về bài: {article.title}", safe="")
    body = quote(f"\r\n\r\nBài: {article.title}\r\n{url}\r\n", safe="")
    return f"mailto:{quote(email, safe='@')}?subject={subject}&body={body}"
