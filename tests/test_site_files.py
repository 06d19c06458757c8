"""Another process says of a site folder exactly what is in it; without it, nothing else changes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from wardnews.site_files import list_files, look_beside, make_mark


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "tin/học đường").mkdir(parents=True)
    (site / "index.html").write_text("home")
    (site / "tin/học đường/index.html").write_text("bài")
    (site / "tin/.an").write_text("1")
    (site / "rong/trong").mkdir(parents=True)
    (site / ".well-known").mkdir()
    (site / ".well-known/security.txt").write_text("của người khác")
    (site / "loi-tat").symlink_to(tmp_path)
    (site / "tin/gay").symlink_to("nowhere")
    os.mkfifo(site / "tin/ong")
    (site / os.fsdecode(b"l\xff")).write_text("not UTF-8")
    return site


def test_files_strays_and_empty_folders_are_told_apart(site: Path) -> None:
    marks, strays, empty = list_files(str(site))
    files = ["index.html", os.fsdecode(b"l\xff"), "tin/.an", "tin/học đường/index.html"]
    assert sorted(marks) == sorted(files)
    assert all(mark == make_mark((site / path).lstat()) for path, mark in marks.items())
    assert sorted(strays) == ["loi-tat", "tin/gay", "tin/ong"]
    assert empty == ["rong/trong/"]


def test_the_process_beside_says_the_same(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list_files(str(site))
    monkeypatch.setattr("wardnews.site_files.list_files", _must_not_be_called)
    with look_beside(str(site)) as look:
        assert look() == expected


def test_the_folder_is_looked_through_here_where_no_process_can_be_had(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for command in (str(tmp_path / "no-python"), "/bin/false", "/bin/true", "/bin/echo", None):
        monkeypatch.setattr(sys, "executable", command)
        with look_beside(str(site)) as look:
            assert look() == list_files(str(site))


def test_a_site_that_cannot_be_read_is_an_error_and_not_an_empty_one(tmp_path: Path) -> None:
    with look_beside(str(tmp_path / "none")) as look, pytest.raises(FileNotFoundError):
        look()


def test_the_process_ends_with_an_error_of_the_plan(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def note(command: list[str], **options: int) -> subprocess.Popen[bytes]:
        started.append(start(command, stdout=options["stdout"], stderr=options["stderr"]))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", note)
    with pytest.raises(ValueError, match="two outputs"), look_beside(str(site)):
        raise ValueError("two outputs")
    assert [process.returncode is not None for process in started] == [True]


def _must_not_be_called(site: str) -> None:
    raise AssertionError(f"{site} is looked through by the process that plans")
