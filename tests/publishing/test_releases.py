"""The target folder: what is refused, and what the link `current` may be."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from wardnews.publishing.releases import (
    Target,
    TargetRefusedError,
    check_target,
    find_last,
    hold_target,
    name_release,
    prepare_target,
    read_current,
    switch_to,
)

MOMENT = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)


@pytest.fixture
def target(tmp_path: Path) -> Target:
    made = Target(folder=tmp_path / "web")
    prepare_target(made)
    return made


def _wait() -> None:
    raise AssertionError("nobody else is there")


def test_names_go_on_counting(target: Target) -> None:
    assert name_release(target, MOMENT) == "00001-20261123-080500"
    for name in ("00009-20261123-080500", "99-la", "thung-rac"):
        (target.releases / name).mkdir()
    assert name_release(target, MOMENT) == "00010-20261123-080500"


def test_a_switch_is_one_rename(target: Target) -> None:
    for name in ("00001-20261123-080500", "00002-20261123-080500"):
        (target.releases / name).mkdir()
        switch_to(target, name)
        assert read_current(target) == name
    names = sorted(path.name for path in target.folder.iterdir())
    assert names == ["current", "publish-site.txt", "releases", "work"]


def test_a_switch_that_was_killed_is_no_hindrance(target: Target) -> None:
    (target.releases / "00001-20261123-080500").mkdir()
    (target.folder / ".current.new").symlink_to("releases/gone")
    switch_to(target, "00001-20261123-080500")
    assert read_current(target) == "00001-20261123-080500"


@pytest.mark.parametrize("goal", ["elsewhere", "releases/gone", "../releases/00001"])
def test_a_link_that_leads_to_no_release_is_none(target: Target, goal: str) -> None:
    (target.folder / "elsewhere").mkdir()
    target.current.symlink_to(goal)
    assert read_current(target) == "" and find_last(target) is None


def test_a_folder_in_the_place_of_the_link_is_not_replaced(target: Target) -> None:
    target.current.mkdir()
    with pytest.raises(TargetRefusedError, match="đổi tên"), hold_target(target, _wait):
        raise AssertionError("held")


@pytest.mark.parametrize(
    "path", ["index.html", ".git/config", "work/release/x", "releases/1/x", "current", ".wardnews"]
)
def test_a_folder_of_somebody_else_is_refused_untouched(tmp_path: Path, path: str) -> None:
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).touch()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(TargetRefusedError), hold_target(Target(folder=tmp_path), _wait):
        raise AssertionError("held")
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("folder", [Path("/"), Path(__file__).parent])
def test_so_is_any_folder_that_is_in_use(folder: Path) -> None:
    with pytest.raises(TargetRefusedError):
        check_target(Target(folder=folder))


@pytest.mark.parametrize("name", ["cron.log", "lost+found"])
def test_what_is_there_before_a_first_run_is_no_hindrance(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    check_target(Target(folder=tmp_path))


@pytest.mark.parametrize("mark", ["releases/1/.wardnews/manifest.json", "last-run.json"])
def test_a_target_of_before_the_mark_is_still_one(tmp_path: Path, mark: str) -> None:
    (tmp_path / mark).parent.mkdir(parents=True, exist_ok=True)
    stamp = '{"at": "2026-11-23T08:00:00+07:00", "outcome": "refused", "release": ""'
    (tmp_path / mark).write_text(f'{stamp}, "next_change": null}}')
    check_target(Target(folder=tmp_path))


def test_the_lock_dies_with_its_process(target: Target) -> None:
    holder = (
        "import fcntl, os, sys, time\n"
        "fcntl.flock(os.open(sys.argv[1], os.O_RDONLY), fcntl.LOCK_EX)\n"
        "print('held', flush=True)\n"
        "time.sleep(60)\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", holder, str(target.folder)], stdout=subprocess.PIPE
    )
    assert process.stdout and process.stdout.readline()
    waited: list[bool] = []

    def kill() -> None:
        waited.append(True)
        process.kill()

    with hold_target(target, kill):
        assert waited == [True]
    process.wait()
