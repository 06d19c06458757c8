"""A publication: what the public sees before, during and after, whatever happens on the way."""

from __future__ import annotations

import fcntl
import gzip
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import brotli
import pytest

from conftest import NOW, ROOT
from publications import CLOCK, DISK, HOUR, URL, Office, die, open_office, read_public
from wardnews.build import BuildReport, ContentRefusedError
from wardnews.looks import SettingsRefusedError
from wardnews.publishing.last_run import read_last_run
from wardnews.publishing.manifest import write_manifest
from wardnews.publishing.publisher import Order, ReleaseRefusedError, publish, roll_back
from wardnews.publishing.releases import read_current, switch_to

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"
PAGE = "2026/11/ubnd-phuong-hop/index.html"
SCHEDULED = "2026/12/thcs-mau-b-hen-gio/index.html"
DECEMBER = "2026-12-02T07:00:00+07:00"  # the scheduled item is due
WITHDRAWN = "status: go\nwithdrawn: {on: 2026-11-20, by: Ban Biên tập, reason: Nhầm}"
STAGES = 7  # lines that a publication tells


def _quiet(line: str) -> None:
    pass


def test_the_public_gets_the_built_site_and_its_compressed_forms(published: Office) -> None:
    public, built = read_public(published), published.target.site
    for path in built.rglob("*"):
        name = path.relative_to(built).as_posix()
        if path.is_file() and name != ".wardnews":
            assert public[name] == path.read_bytes()
    assert gzip.decompress(public["index.html.gz"]) == public["index.html"]
    assert brotli.decompress(public["index.html.br"]) == public["index.html"]
    assert not any(path.endswith(("png.gz", "gz.gz", "br.gz")) for path in public)


def test_current_is_a_relative_link_into_releases(published: Office) -> None:
    name = os.readlink(published.current)  # noqa: PTH115 - as it is written
    assert name == f"releases/{published.manifest().release}"


def test_the_target_can_be_moved_as_a_whole(office: Office, tmp_path: Path) -> None:
    moved = office.target.folder.rename(tmp_path / "elsewhere")
    assert (moved / "current" / "index.html").is_file()


def test_every_file_can_be_read_by_the_web_server(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    before = os.umask(0o077)
    try:
        office.publish()
    finally:
        os.umask(before)
    release = office.current.resolve()
    closed = [p for p in release.rglob("*") if p.stat().st_mode & 0o444 != 0o444]
    closed += [p for p in release.rglob("*") if p.is_dir() and p.stat().st_mode & 0o111 != 0o111]
    assert closed == [] and office.target.folder.stat().st_mode & 0o055 == 0o055


def test_nothing_new_makes_no_release(office: Office) -> None:
    before = read_current(office.target)
    done = office.publish(clock=CLOCK + HOUR)
    assert (done.outcome, done.release) == ("unchanged", before)
    assert [path.name for path in office.target.releases.iterdir()] == [before]
    run = read_last_run(office.target.folder)
    assert run and (run.at, run.outcome) == (CLOCK + HOUR, "unchanged")


def test_after_an_edit_unchanged_files_are_shared_with_the_release_before(office: Office) -> None:
    before = office.current.resolve()
    office.edit(ITEM, "năm việc", "sáu việc")
    office.publish()
    after = office.current.resolve()
    assert after != before and "sáu việc" in (after / PAGE).read_text("utf-8")
    for same in ("assets/wardnews/site.css", "assets/wardnews/site.css.br"):
        assert (after / same).stat().st_ino == (before / same).stat().st_ino
    assert (after / f"{PAGE}.gz").read_bytes() != (before / f"{PAGE}.gz").read_bytes()
    assert gzip.decompress((after / f"{PAGE}.gz").read_bytes()) == (after / PAGE).read_bytes()


def test_what_somebody_meddled_with_is_made_anew(office: Office) -> None:
    right = read_public(office)
    (office.current / "index.html").write_text("<a href=//co-bac>")
    (office.current / "feed.xml.gz").unlink()
    (office.current / ".well-known").mkdir()
    (office.current / ".well-known" / "la.php").write_text("<?php")
    assert office.publish().outcome == "published"
    fresh = read_public(office)
    del right[".wardnews/manifest.json"], fresh[".wardnews/manifest.json"]
    assert fresh == right


def test_a_scheduled_item_appears_when_its_time_has_come(office: Office) -> None:
    page = office.current / SCHEDULED
    office.publish(now="2026-12-01T06:59:00+07:00")
    assert not page.exists()
    office.publish(now="2026-12-01T07:00:00+07:00")
    assert page.is_file()


def test_content_that_is_refused_leaves_the_public_site(office: Office) -> None:
    before = read_public(office)
    office.edit(ITEM, "unit: ubnd", "unit: ubndd")
    with pytest.raises(ContentRefusedError):
        office.publish(clock=CLOCK + HOUR)
    assert read_public(office) == before
    run = read_last_run(office.target.folder)
    assert run and run.outcome == "refused"


def _refuse_settings(site: Path) -> BuildReport:
    raise SettingsRefusedError("mkdocs.yml")


def test_settings_that_are_refused_are_seen_by_who_looks_after_the_site(office: Office) -> None:
    order = Order(clock=lambda: CLOCK + HOUR, keep=5)
    with pytest.raises(SettingsRefusedError):
        publish(office.target, _refuse_settings, order, _quiet, lambda paths: None)
    run = read_last_run(office.target.folder)
    assert run and (run.at, run.outcome) == (CLOCK + HOUR, "refused")


def test_a_deleted_item_is_refused_until_it_is_allowed(office: Office) -> None:
    before = read_public(office)
    (office.content / ITEM).unlink()
    with pytest.raises(ReleaseRefusedError) as refusal:
        office.publish()
    assert PAGE in {finding.path for finding in refusal.value.findings}
    assert read_public(office) == before
    assert office.publish(allowed=frozenset({"addresses"})).outcome == "published"


def test_the_last_releases_are_kept(office: Office) -> None:
    for number in range(2):
        office.edit(ITEM, "Năm việc", f"Năm việc {number}")
        office.publish(keep=2)
    names = sorted(path.name for path in office.target.releases.iterdir())
    assert [name[:5] for name in names] == ["00002", "00003"]
    assert read_current(office.target) == names[-1]


# --- going back ----------------------------------------------------------------------------


def test_a_rollback_can_be_repeated(office: Office) -> None:
    names = [read_current(office.target)]
    for number in range(2):
        office.edit(ITEM, "Năm việc", f"Năm việc {number}")
        names.append(office.publish().release)
    for name in (names[1], names[0], ""):
        assert roll_back(office.target, CLOCK, _quiet).release == name
    assert read_current(office.target) == names[0]


def test_what_was_rolled_back_does_not_come_back_by_the_timer(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sai rồi")
    office.publish()
    roll_back(office.target, CLOCK, _quiet)
    assert office.publish().outcome == "held"
    assert office.publish(now=DECEMBER).outcome == "held"
    office.edit(ITEM, "Sai rồi", "Sửa rồi")
    assert office.publish().outcome == "published"


def test_a_scheduled_item_that_was_rolled_back_stays_away(office: Office) -> None:
    office.publish(now=DECEMBER)  # of the same source as the release before
    roll_back(office.target, CLOCK, _quiet)
    assert office.publish(now=DECEMBER).outcome == "held"
    assert not (office.current / SCHEDULED).exists()


def test_after_a_rollback_the_way_back_leads_around_the_bad_release(office: Office) -> None:
    first = read_current(office.target)
    office.edit(ITEM, "Năm việc", "Sai rồi")
    bad = office.publish().release
    roll_back(office.target, CLOCK, _quiet)
    office.edit(ITEM, "Sai rồi", "Sửa rồi")
    office.publish()
    assert not (office.target.releases / bad).exists()
    assert roll_back(office.target, CLOCK, _quiet).release == first


def test_no_rollback_brings_back_an_item_that_was_taken_down(office: Office) -> None:
    office.edit(ITEM, "status: da-duyet", WITHDRAWN)
    name = office.publish().release
    refused = roll_back(office.target, CLOCK, _quiet)
    assert refused.returning == ("2026/11/ubnd-phuong-hop/",)
    assert read_current(office.target) == name
    assert roll_back(office.target, CLOCK, _quiet, return_all=True).release != ""


def _damage_manifest(office: Office, release: str) -> None:
    (office.target.releases / release / ".wardnews" / "manifest.json").write_text("{")


def test_no_rollback_without_knowing_what_was_taken_down(office: Office) -> None:
    first = read_current(office.target)
    office.edit(ITEM, "status: da-duyet", WITHDRAWN)
    second = office.publish().release
    _damage_manifest(office, second)
    refused = roll_back(office.target, CLOCK, _quiet)
    assert refused.is_blind and refused.is_refused
    assert read_current(office.target) == second
    assert roll_back(office.target, CLOCK, _quiet, return_all=True).release == first


def test_a_withdrawal_is_known_though_the_release_between_is_not_whole(office: Office) -> None:
    office.edit(ITEM, "status: da-duyet", WITHDRAWN)
    between = office.publish().release
    office.edit("articles/th-mau-a/2026/11-05-cung-ngay.md", "summary: ", "summary: Nay ")
    office.publish()
    last = office.manifest()
    write_manifest(replace(last, withdrawn=()), office.current.resolve())
    (office.target.releases / between / "index.html").unlink()
    refused = roll_back(office.target, CLOCK, _quiet)
    assert refused.returning == ("2026/11/ubnd-phuong-hop/",)


@pytest.mark.parametrize("return_all", [False, True])
def test_a_rollback_never_goes_forward(office: Office, return_all: bool) -> None:
    first = read_current(office.target)
    office.edit(ITEM, "Năm việc", "Sai rồi")
    office.publish()
    roll_back(office.target, CLOCK, _quiet)
    _damage_manifest(office, first)
    assert roll_back(office.target, CLOCK, _quiet, return_all=return_all).release == ""
    assert read_current(office.target) == first


def test_a_rollback_passes_by_what_is_not_whole(office: Office) -> None:
    names = [read_current(office.target)]
    for number in range(2):
        office.edit(ITEM, "Năm việc", f"Năm việc {number}")
        names.append(office.publish().release)
    (office.target.releases / names[1] / "index.html").unlink()
    assert roll_back(office.target, CLOCK, _quiet).release == names[0]


# --- what may happen on the way ------------------------------------------------------------


@pytest.mark.parametrize("stage", range(STAGES))
def test_killed_at_any_stage_the_public_site_is_the_old_or_the_new_one(
    office: Office, stage: int
) -> None:
    old = read_public(office)
    office.edit(ITEM, "Năm việc", "Sáu việc")
    ended = office.publish_in_child(lambda number: die(number) if number == stage else None)
    assert ended == -signal.SIGKILL
    seen = read_public(office)
    switched = stage == STAGES - 1
    assert (seen == old) != switched
    assert office.publish().outcome == ("unchanged" if switched else "published")
    assert "Sáu việc" in (office.current / PAGE).read_text("utf-8")
    assert not office.target.staging.exists()
    kept = {path.name for path in office.target.releases.iterdir()}
    assert read_current(office.target) in kept and len(kept) <= 3


def test_a_rollback_that_was_killed_before_its_switch_holds_nothing(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sáu việc")
    public = office.publish().release
    roll_back(office.target, CLOCK, _quiet)
    switch_to(office.target, public)  # all but the switch was done
    assert office.publish().outcome == "unchanged"
    assert office.publish(now=DECEMBER).outcome == "published"


def test_publishing_again_killed_right_after_its_switch_holds_nothing(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sáu việc")
    office.publish()
    roll_back(office.target, CLOCK, _quiet)
    note = office.target.folder / "rolled-back"
    before = note.read_bytes()
    office.publish(again=True)
    assert not note.exists()
    note.write_bytes(before)  # the switch was done, and nothing after it
    assert office.publish(now=DECEMBER).outcome == "published"


def test_a_first_publication_that_was_killed_is_done_again(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    assert office.publish_in_child(die) == -signal.SIGKILL
    assert office.publish().outcome == "published"


def test_a_publication_tells_as_many_stages_as_are_killed(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sáu việc")
    told: list[str] = []
    office.publish(tell=told.append)
    assert len(told) == STAGES


@pytest.mark.parametrize("stage", range(STAGES - 2))
def test_a_disk_that_takes_no_more_leaves_the_old_site(office: Office, stage: int) -> None:
    def fill_up(number: int) -> None:
        if number == stage:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))

    old = read_public(office)
    office.edit(ITEM, "Năm việc", "Sáu việc")
    assert office.publish_in_child(fill_up) == DISK
    assert read_public(office) == old
    assert office.publish().outcome == "published"


def _command(office: Office, *more: str) -> list[str]:
    script = str(ROOT / "scripts" / "publish_site.py")
    return [sys.executable, script, str(office.target.folder), "--content", str(office.content),
            "--now", NOW, "--site-url", URL, "--no-search", *more]  # fmt: skip


def test_killed_at_random_moments_the_public_site_stays_whole(office: Office) -> None:
    for step in range(6):
        office.edit(ITEM, "Năm việc", f"Năm việc {step}")
        process = subprocess.Popen(
            _command(office), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.3 + 0.2 * step)
        process.kill()
        process.wait()
        release = office.current.resolve()
        manifest = office.manifest()
        there = {p.relative_to(release).as_posix() for p in release.rglob("*") if p.is_file()}
        assert there == {*manifest.files, ".wardnews/manifest.json"}
    done = subprocess.run(_command(office), check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "Năm việc 5" in (office.current / PAGE).read_text("utf-8")


def test_of_two_publications_the_second_waits(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sáu việc")
    both = [subprocess.Popen(_command(office), stdout=subprocess.PIPE, text=True) for _ in range(2)]
    told = sorted(process.communicate()[0].splitlines()[-1].partition(":")[0] for process in both)
    assert [process.returncode for process in both] == [0, 0]
    assert told == ["Không có gì mới; đang công khai", "Đã xuất bản"]


def test_a_run_that_waited_is_stamped_with_the_moment_after_its_wait(office: Office) -> None:
    other = os.open(office.target.folder, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    clock = [CLOCK]

    def let_through(line: str) -> None:
        if clock == [CLOCK]:  # told that another run is on
            clock[0] = CLOCK + HOUR
            os.close(other)

    with pytest.raises(SettingsRefusedError):
        publish(
            office.target,
            _refuse_settings,
            Order(clock=lambda: clock[0], keep=5),
            let_through,
            lambda paths: None,
        )
    run = read_last_run(office.target.folder)
    assert run and run.at == CLOCK + HOUR


def test_the_work_folder_may_be_deleted(office: Office) -> None:
    office.publish()
    shutil.rmtree(office.target.folder / "work")
    assert office.publish().outcome == "unchanged"


def test_without_its_manifest_the_public_release_is_replaced(office: Office) -> None:
    shutil.rmtree(office.current / ".wardnews")
    assert office.publish().outcome == "published"


def test_a_manifest_tells_what_the_next_release_is_held_to(published: Office) -> None:
    manifest = published.manifest()
    assert manifest.published == CLOCK and manifest.next_change - CLOCK < timedelta(days=9)
    assert manifest.items["2026/11/ubnd-phuong-hop/"].endswith(":2026-11-ubnd-phuong-hop")
    assert manifest.withdrawn == ("2026/10/thcs-mau-b-da-go/",)
    assert manifest.counts["items"] == len(manifest.items) == 4
