"""Whom to tell of a hole in the site: security.txt (RFC 9116)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urljoin

from wardnews import addresses
from wardnews.outputs import Output, ready_output
from wardnews.site_context import Site

_VALID = 6  # months: the RFC wants less than a year, and a site that nobody builds falls silent


def render_security_txt(site: Site) -> Iterator[Output]:
    """Who answers, from ward.yml, and until when that holds; the same bytes for a whole month.

    RFC 9116, section 3 has it below the root of the domain, where a site under a path cannot
    write: `Canonical` names that place, and the server shows the file there.
    """
    email = site.newsroom.registers.ward.contact.email
    lines = (
        *([f"Contact: mailto:{email}"] if email else ()),
        f"Contact: {site.url}{addresses.CONTACT}",
        f"Expires: {_expire(site.now).isoformat()}",
        "Preferred-Languages: vi",
        f"Canonical: {urljoin(site.url, '/.well-known/security.txt')}",
    )
    yield ready_output(addresses.SECURITY, "".join(f"{line}\n" for line in lines).encode())


def _expire(now: datetime) -> datetime:
    """The first moment of a month, five to six months ahead."""
    years, month = divmod(now.month - 1 + _VALID, 12)
    return now.replace(
        year=now.year + years, month=month + 1, day=1, hour=0, minute=0, second=0, microsecond=0
    )
