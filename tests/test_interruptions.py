"""Power fails, disks fill, builds meet: the old site stays whole, the next build is right."""

from __future__ import annotations

import fcntl
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import ROOT, SMALL, no_cache
from rebuilds import Bench, build, build_cold, read_site, set_up
from wardnews.outputs import Output, ready_output
from wardnews.store import write_site

NOW = "2026-11-23T08:00:00+07:00"


def _command(content: Path, site: Path) -> list[str]:
    script = str(ROOT / "scripts" / "build_site.py")
    return [
        sys.executable,
        script,
        "--content",
        str(content),
        "--site-dir",
        str(site),
        "--now",
        NOW,
    ]


def _build(content: Path, site: Path) -> dict[str, bytes]:
    subprocess.run(_command(content, site), check=True, capture_output=True)
    return read_site(site)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "content")


def _rename_paper(content: Path, name: str) -> None:
    text = (content / "ward.yml").read_text("utf-8")
    renamed = re.sub("^section:.*$", f"section: {name}", text, flags=re.MULTILINE)
    (content / "ward.yml").write_text(renamed, "utf-8")


def test_a_killed_build_leaves_whole_files_and_the_next_one_is_right(
    content: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    versions = []
    for name in ("Báo Một", "Báo Hai"):
        _rename_paper(content, name)
        versions.append(_build(content, tmp_path / f"alone-{name[-3:]}"))
    _rename_paper(content, "Báo Một")
    assert _build(content, site) == versions[0]
    for step in range(12):
        _rename_paper(content, ("Báo Hai", "Báo Một")[step % 2])
        process = subprocess.Popen(
            _command(content, site), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.15 + 0.1 * step)
        process.send_signal(signal.SIGKILL)
        process.wait()
        now = {path: data for path, data in read_site(site).items() if ".new" not in path}
        assert now.keys() == versions[0].keys()
        torn = [
            path for path, data in now.items() if data not in (versions[0][path], versions[1][path])
        ]
        assert torn == []
    _rename_paper(content, "Báo Hai")
    assert _build(content, site) == versions[1]


def test_two_builds_at_once_leave_one_right_site(content: Path, tmp_path: Path) -> None:
    right = _build(content, tmp_path / "alone")
    shutil.rmtree(ROOT / ".cache" / "items", ignore_errors=True)
    both = [
        subprocess.Popen(_command(content, tmp_path / "site"), stdout=subprocess.DEVNULL)
        for _ in range(3)
    ]
    assert [process.wait() for process in both] == [0, 0, 0]
    assert read_site(tmp_path / "site") == right


def test_a_disk_that_takes_no_more_ends_in_one_sentence(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    before = _build(content, site)
    _rename_paper(content, "Báo Khác")

    def fill_up() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, resource.RLIM_INFINITY))

    done = subprocess.run(
        _command(content, site), preexec_fn=fill_up, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Không ghi được" in done.stderr and "Traceback" not in done.stderr
    assert read_site(site) == before


@pytest.mark.parametrize("hindrance", ["file", "missing parent"])
def test_a_cache_that_cannot_be_written_costs_only_time(tmp_path: Path, hindrance: str) -> None:
    bench = set_up(tmp_path)
    (tmp_path / "blocked").write_text("không phải thư mục")
    cache = tmp_path / "blocked" if hindrance == "file" else tmp_path / "blocked" / "cache"
    for _ in range(2):
        assert build(bench, cache=cache)
        assert read_site(bench.site) == build_cold(bench)


@pytest.mark.parametrize(
    ("script", "place", "site"),
    [
        ("build_site.py", ["--site-dir", "web"], "web"),
        ("publish_site.py", ["web"], "web/work/site"),
    ],
)
def test_ctrl_c_ends_in_one_sentence(
    content: Path, tmp_path: Path, script: str, place: list[str], site: str
) -> None:
    (tmp_path / site).mkdir(parents=True)
    if script == "publish_site.py":
        (tmp_path / "web" / "publish-site.txt").touch()
    held = os.open(tmp_path / site, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_EX)  # the build waits for it
    command = [sys.executable, str(ROOT / "scripts" / script), *place, "--content", str(content)]
    process = subprocess.Popen(
        command, cwd=tmp_path, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not (tmp_path / site / ".wardnews").exists():
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate()[1]
    os.close(held)
    assert process.returncode == 130
    assert said.splitlines()[-1].startswith("Đã dừng; ") and "Traceback" not in said


def test_an_error_while_making_leaves_nothing_behind(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise RuntimeError("hỏng")

    site = tmp_path / "site"
    good = [ready_output("index.html", b"{}"), ready_output("a/b.html", b"1")]
    write_site(good, site, sources=[], cache=no_cache(tmp_path))
    bad = [*good[:1], ready_output("a/b.html", b"2"), Output(path="c", key=b"c", make=fail)]
    with pytest.raises(RuntimeError, match="hỏng"):
        write_site(bad, site, sources=[], cache=no_cache(tmp_path))
    found = read_site(site)
    assert (found.pop(".wardnews"), found) == (b"", {"index.html": b"{}", "a/b.html": b"1"})


def test_what_a_killed_build_set_aside_is_taken_away(tmp_path: Path) -> None:
    bench: Bench = set_up(tmp_path)
    build(bench)
    (bench.site / ".new").mkdir()
    (bench.site / ".new" / "rác.html").write_text("dở dang")
    os.utime(bench.content / "ward.yml")
    (bench.site / "index.html").unlink()
    build(bench)
    assert not (bench.site / ".new").exists()
    assert read_site(bench.site) == build_cold(bench)
