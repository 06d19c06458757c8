"""security.txt says who answers and until when that holds (RFC 9116)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from page_samples import REGISTERS, WARD, ZONE, make_site
from wardnews.model import Newsroom
from wardnews.security_txt import render_security_txt
from wardnews.ward import Contact


def _read(now: datetime, email: str = "mau@vidu.example") -> list[str]:
    ward = replace(WARD, contact=Contact(email=email))
    newsroom = Newsroom(registers=replace(REGISTERS, ward=ward), articles=())
    (output,) = render_security_txt(make_site([], now=now, newsroom=newsroom))
    assert output.path == "security.txt"
    return output.make().decode().splitlines()


def test_it_names_the_ward_and_the_place_where_the_domain_shows_it() -> None:
    assert _read(datetime(2026, 11, 24, 9, 30, tzinfo=ZONE)) == [
        "Contact: mailto:mau@vidu.example",
        "Contact: https://vidu.example/giao-duc/lien-he/",
        "Expires: 2027-05-01T00:00:00+07:00",
        "Preferred-Languages: vi",
        "Canonical: https://vidu.example/.well-known/security.txt",
    ]


def test_without_a_mailbox_the_contact_page_is_left() -> None:
    contacts = [
        line for line in _read(datetime(2026, 1, 1, tzinfo=ZONE), email="") if "Con" in line
    ]
    assert contacts == ["Contact: https://vidu.example/giao-duc/lien-he/"]


@pytest.mark.parametrize("month", range(1, 13))
def test_it_holds_for_five_to_six_months_and_changes_with_the_month_only(month: int) -> None:
    first = datetime(2026, month, 1, tzinfo=ZONE)
    last = (first + timedelta(days=32)).replace(day=1) - timedelta(seconds=1)
    assert _read(first) == _read(last)
    ends = datetime.fromisoformat(_read(first)[2].removeprefix("Expires: "))
    assert timedelta(days=150) < ends - last and ends - first < timedelta(days=185)
