"""What a person or a monitor is told of a published site."""

from __future__ import annotations

import json
import os
from datetime import timedelta
from pathlib import Path

import pytest

from publications import CLOCK, HOUR, Office, open_office
from wardnews.publishing.inspection import inspect_target, render_checks, render_checks_json
from wardnews.publishing.last_run import LastRun, Outcome, write_last_run
from wardnews.publishing.meddling import show_path
from wardnews.publishing.publisher import roll_back
from wardnews.publishing.releases import read_current

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"


def _bad(office: Office, *, later: timedelta = HOUR) -> list[str]:
    checks = inspect_target(office.target, CLOCK + later, 3 * HOUR)
    return [check.name for check in checks if not check.ok]


def test_a_fresh_publication_is_in_order(published: Office) -> None:
    checks = inspect_target(published.target, CLOCK + HOUR, 3 * HOUR)
    names = [check.name for check in checks]
    assert names == ["current", "files", "meddling", "disk", "timer", "feeds"]
    assert all(check.ok for check in checks)


def test_every_byte_is_looked_at(office: Office) -> None:
    page = office.current / "index.html"
    before = page.stat()
    page.write_bytes(page.read_bytes()[:-1] + b"x")
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _bad(office) == ["files"]


@pytest.mark.parametrize("path", ["la.php", ".htaccess", "2026/la.html", "\x1b[2J\udcff.php"])
def test_a_strange_file_is_told(office: Office, path: str) -> None:
    (office.current / path).write_text("la")
    (check,) = [c for c in inspect_target(office.target, CLOCK, HOUR) if not c.ok]
    assert show_path(path) in check.message and check.message.isprintable()


def test_what_was_meddled_with_is_told_until_a_person_publishes_again(office: Office) -> None:
    (office.current / "la.php").write_text("la")
    office.publish()
    assert _bad(office) == ["meddling"]
    (check,) = [c for c in inspect_target(office.target, CLOCK, HOUR) if not c.ok]
    assert f"releases/{office.manifest().previous}/la.php" in check.message
    office.publish()
    assert _bad(office) == ["meddling"]
    office.publish(again=True)
    assert _bad(office) == []


def test_a_missing_or_linked_file_is_told(office: Office) -> None:
    (office.current / "robots.txt").unlink()
    (office.current / "index.html").unlink()
    (office.current / "index.html").symlink_to("404.html")
    (check,) = [c for c in inspect_target(office.target, CLOCK, HOUR) if not c.ok]
    assert "robots.txt" in check.message and "index.html" in check.message


def test_a_timer_that_stopped_is_told(published: Office) -> None:
    assert _bad(published, later=4 * HOUR) == ["timer"]


def test_a_change_that_was_due_and_did_not_come_is_told(published: Office) -> None:
    assert _bad(published, later=timedelta(days=9)) == ["timer", "feeds"]


def test_a_site_of_a_moment_that_is_still_to_come_is_told(office: Office) -> None:
    office.publish(now="2026-12-01T07:00:00+07:00")
    assert _bad(office) == ["feeds"]


def test_a_refused_run_is_told(office: Office) -> None:
    run = LastRun(at=CLOCK, outcome="refused", release="x", next_change=CLOCK + 9 * HOUR)
    write_last_run(run, office.target.folder)
    assert _bad(office) == ["timer"]


def test_a_run_is_told_in_the_time_of_the_ward(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    office.target.folder.mkdir()
    run = LastRun(at=CLOCK, outcome="refused", release="", next_change=None)
    write_last_run(run, office.target.folder)
    (check,) = [c for c in inspect_target(office.target, CLOCK, HOUR) if c.name == "timer"]
    assert "08:00, 23/11/2026" in check.message


def test_a_rollback_is_told_until_there_is_a_new_release(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sai rồi")
    office.publish()
    roll_back(office.target, CLOCK, lambda line: None)
    assert _bad(office) == ["timer"]
    office.edit(ITEM, "Sai rồi", "Sửa rồi")
    office.publish()
    assert _bad(office) == []


@pytest.mark.parametrize("outcome", ["held", "refused"])
def test_what_fell_due_since_a_rollback_is_told_at_once(office: Office, outcome: Outcome) -> None:
    due = office.manifest().next_change
    office.edit(ITEM, "Năm việc", "Sai rồi")
    office.publish(now="2026-12-02T07:00:00+07:00")
    roll_back(office.target, due, lambda line: None)
    run = LastRun(at=due, outcome=outcome, release="", next_change=due + 99 * HOUR)
    write_last_run(run, office.target.folder)
    before = inspect_target(office.target, due - HOUR, 3 * HOUR)[-1]
    (check,) = [c for c in inspect_target(office.target, due, 3 * HOUR) if c.name == "feeds"]
    assert (before.ok, check.ok) == (True, False)
    assert "còn bài hết hạn" in check.message and "--again" in check.remedy


def test_a_link_that_leads_elsewhere_is_told(office: Office) -> None:
    release = office.current.resolve()
    office.current.unlink()
    office.current.symlink_to(release)
    assert "current" in _bad(office)


def test_a_folder_in_the_place_of_the_link_is_told(office: Office) -> None:
    office.current.unlink()
    office.current.mkdir()
    check = inspect_target(office.target, CLOCK, HOUR)[0]
    assert (check.ok, check.remedy) == (False, "đổi tên nó đi rồi xuất bản lại")


def test_nothing_published_is_told(tmp_path: Path) -> None:
    assert _bad(open_office(tmp_path)) == ["current", "timer", "feeds"]


def test_a_release_without_a_manifest_is_told(office: Office) -> None:
    (office.current / ".wardnews" / "manifest.json").write_text("{")
    assert _bad(office) == ["current"]


def test_a_person_reads_what_to_do(office: Office) -> None:
    (office.current / "la.php").write_text("la")
    text = render_checks(inspect_target(office.target, CLOCK, HOUR))
    assert f"TỐT  Đang công khai bản {read_current(office.target)}.\n" in text
    assert "HỎNG  1 tệp lạ: la.php.\n      Cách sửa: " in text


def test_a_monitor_reads_json(published: Office) -> None:
    read = json.loads(render_checks_json(inspect_target(published.target, CLOCK, HOUR)))
    assert read["ok"] is True
    assert set(read["checks"][0]) == {"name", "ok", "message", "remedy"}
