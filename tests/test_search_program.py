"""Fetching Pagefind: what is said when it cannot be had; a site is built with it or without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import _search_program
from wardnews.pagefind import VERSIONS, find_program, place_program

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
NOW = "2026-11-23T08:00:00+07:00"


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for programs, on a machine without npm and without a network."""
    monkeypatch.setattr(_search_program, "TOOLS", tmp_path / "tools")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    return tmp_path / "tools"


def test_without_anything_one_line_says_that_there_is_no_search(
    tools: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    _search_program.prepare_search()
    assert find_program(tools) is None
    (line,) = capfd.readouterr().err.splitlines()
    assert "trang không có tìm kiếm" in line


def test_with_the_older_version_one_line_says_what_is_lost(
    tools: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = place_program(tools, VERSIONS[1])
    place.parent.mkdir(parents=True)
    place.touch()
    _search_program.prepare_search()
    (line,) = capfd.readouterr().err.splitlines()
    assert VERSIONS[1] in line and "cả cụm từ" in line


def test_with_the_right_version_nothing_is_said(
    tools: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = place_program(tools, VERSIONS[0])
    place.parent.mkdir(parents=True)
    place.touch()
    _search_program.prepare_search()
    assert capfd.readouterr().err == ""


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_program_of_another_version_is_not_taken(tools: Path, tmp_path: Path) -> None:
    def fetch(folder: Path) -> bool:
        (folder / "pagefind").write_text("#!/bin/sh\necho pagefind 0.1\n")
        return True

    target = place_program(tools, VERSIONS[0])
    assert not _search_program._install(target, VERSIONS[0], fetch)
    assert list(tools.iterdir()) == []


def _build(site: Path, *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "scripts" / "build_site.py"), "--content", str(SMALL)]
    command += ["--site-dir", str(site), "--now", NOW, *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def test_without_search_the_box_leads_to_the_archive_on_every_page(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _build(site)
    assert (site / "tim-kiem/chi-muc/tat-ca/pagefind.js").is_file()
    assert "chỉ mục" not in _build(site, "--no-search")
    assert not (site / "tim-kiem/chi-muc").exists()
    assert "lưu trữ theo tháng" in (site / "tim-kiem/index.html").read_text("utf-8")
    for page in ("index.html", "gioi-thieu/index.html", "2026/11/ubnd-phuong-hop/index.html"):
        html = (site / page).read_text("utf-8")
        assert 'luu-tru/"><button' in html and 'name="q"' not in html
    _build(site)
    assert 'name="q"' in (site / "gioi-thieu/index.html").read_text("utf-8")
