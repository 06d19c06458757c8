"""Long work as people see it come along: in a terminal, and in a log."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import termios
from pathlib import Path

ROOT = Path(__file__).parent.parent
# Twelve steps of a tenth of a second, watched; the lines of a log come every third of one.
SLOW_WORK = """
import sys, time
sys.path.insert(0, "scripts")
import _progress
_progress._ROUND = 0.3
def work(seconds):
    for number in range(12):
        time.sleep(seconds)
        yield number
steps = _progress.tell_progress(work(float(sys.argv[1])), "Đọc bài", 12)
print("done", sum(steps))
"""


def _run_in_terminal(*command: str | Path) -> tuple[str, str]:
    """What a command says on standard output, and what it draws in a terminal of 80 columns."""
    ours, its = pty.openpty()
    termios.tcsetwinsize(its, (24, 80))
    process = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=its
    )
    os.close(its)
    drawn = b""
    while True:
        try:
            drawn += (piece := os.read(ours, 4096))
        except OSError:  # the other end is closed
            break
        if not piece:
            break
    said, _ = process.communicate(timeout=120)
    os.close(ours)
    assert process.returncode == 0, drawn.decode()
    return said.decode(), drawn.decode()


def test_in_a_terminal_a_bar_grows_and_is_taken_away() -> None:
    said, drawn = _run_in_terminal("-c", SLOW_WORK, "0.1")
    assert said == "done 66\n"
    counts = [int(number) for number in re.findall(r"Đọc bài: +\d+ % \|[^|]+\| (\d+)/12", drawn)]
    assert counts == sorted(counts) and len(set(counts)) >= 3
    assert drawn.endswith("\r") and not drawn.rsplit("\r", 2)[1].strip()


def test_in_a_log_long_work_leaves_a_line_now_and_then() -> None:
    done = subprocess.run(
        [sys.executable, "-c", SLOW_WORK, "0.1"],
        cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60, check=True,
    )  # fmt: skip
    assert done.stdout == "done 66\n"
    lines = done.stderr.splitlines()
    assert 2 <= len(lines) <= 4
    assert all(re.fullmatch(r"Đọc bài: \d+/12", line) for line in lines)


def test_short_work_is_done_without_a_word() -> None:
    assert _run_in_terminal("-c", SLOW_WORK, "0.001")[1] == ""


def test_a_bar_has_no_thread_so_that_workers_can_be_forked() -> None:
    count = "import threading; next(steps); print(threading.active_count())"
    said, _ = _run_in_terminal("-c", SLOW_WORK.replace("print(", f"{count}; print("), "0.1")
    assert said.splitlines()[0] == "1"


def test_whoever_waits_for_the_demo_sees_what_is_being_done(tmp_path: Path) -> None:
    site = tmp_path / "site"
    said, drawn = _run_in_terminal(
        "scripts/build_site.py", "--no-cache", "--no-search", "--site-dir", site
    )
    assert said.startswith("Đã dựng ")
    assert re.search(r"Thu nhỏ ảnh, xóa thông tin ẩn: +\d+ % \|█", drawn)


def test_while_libraries_are_installed_a_bar_counts_them(tmp_path: Path) -> None:
    """What the environment does with the words of pip, of which one package is for Windows only."""
    (tmp_path / "lock").write_text("a==1 \\\n    --hash=sha256:0\nb==2\nc==3 ; x == 'y'\n")
    pip = "print('Collecting a==1'); print('  Downloading a'); print('Ignoring c: no'); exit(1)"
    install = f"""
import sys
from pathlib import Path
sys.path.insert(0, "scripts")
from _environment import _run_pip
print(_run_pip([sys.executable, "-c", {pip!r}], Path({str(tmp_path / "lock")!r})))
"""
    said, drawn = _run_in_terminal("-c", install)
    assert re.findall(r"\d/3", drawn) == ["1/3", "2/3"]
    assert said == "Collecting a==1\n  Downloading a\nIgnoring c: no\n\n"
