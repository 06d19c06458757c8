"""Signposts: the names of empty files tell a web server what is gone and what has moved."""

from __future__ import annotations

from datetime import datetime

from page_samples import ZONE, make_article, make_site
from wardnews.model import Withdrawal
from wardnews.signposts import render_signposts

REMOVED = Withdrawal(on=datetime(2026, 11, 21, tzinfo=ZONE), by="UBND", reason="Lý do")


def test_what_was_withdrawn_or_has_expired_is_gone_and_what_is_shown_is_not() -> None:
    withdrawn = make_article("go", status="go", withdrawn=REMOVED)
    expired = make_article("het-han", expires=datetime(2026, 11, 22, tzinfo=ZONE))
    site = make_site([withdrawn, expired, make_article("con")])
    assert {output.path: output.make() for output in render_signposts(site)} == {
        "may-chu/410/2026/11/ubnd-go": b"",
        "may-chu/410/2026/11/ubnd-het-han": b"",
    }


def test_a_signpost_tells_by_its_name_where_an_old_address_leads() -> None:
    site = make_site([], redirects={"tin/cu/": "2026/11/ubnd-moi/", "a/b.html": "2025/01/x-y-z/"})
    assert {output.path for output in render_signposts(site)} == {
        "may-chu/301/tin/cu=/2026-11-ubnd-moi",
        "may-chu/301/a/b.html=/2025-01-x-y-z",
    }
