"""Exactly the guilty task fails, whatever it does, and nothing is left behind."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from wardnews import workers
from wardnews.workers import Failure, map_bounded, run_beside
from worker_tasks import act

HONEST = [f"t{n}" for n in range(70)]


def _name_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


@pytest.mark.parametrize(
    ("task", "reason"),
    [
        ("loop", "slow"),
        ("sleep", "slow"),
        ("exit", "crash"),
        ("kill", "crash"),
        ("memory", "memory"),
        ("recursion", "memory"),
    ],
)
def test_only_the_guilty_task_fails(task: str, reason: str) -> None:
    tasks = [*HONEST[:40], task, *HONEST[40:]]
    results = list(map_bounded(act, tasks, workers=2, seconds=1.0))
    assert [r.reason for r in results if isinstance(r, Failure)] == [reason]
    assert isinstance(results[40], Failure)
    assert [r for r in results if isinstance(r, str)] == [t.upper() for t in HONEST]


def test_a_mistake_of_ours_is_raised_here() -> None:
    with pytest.raises(KeyError, match="a mistake of ours"):
        list(map_bounded(act, ["a", "mistake"], workers=1, seconds=5.0))


def test_no_tasks_start_no_process() -> None:
    assert list(map_bounded(act, [], workers=2, seconds=1.0)) == []


def test_with_threads_about_the_processes_are_spawned_and_do_the_same() -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        tasks = [*HONEST, "exit", "parent"]
        results = list(map_bounded(act, tasks, workers=2, seconds=5.0))
    finally:
        over.set()
        thread.join()
    assert results[: len(HONEST)] == [task.upper() for task in HONEST]
    assert results[-2:] == [Failure(reason="crash"), str(os.getpid())]


def test_results_stream_and_an_early_end_leaves_no_process() -> None:
    results = map_bounded(act, ["pid"] * 400, workers=2, seconds=5.0, chunk=1)
    worker = int(str(next(results)))
    results.close()  # type: ignore[attr-defined]
    for _ in range(100):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError(f"process {worker} is still there")


def test_a_process_ends_with_its_life_and_loses_nothing() -> None:
    found = list(map_bounded(_name_process, range(20), workers=2, seconds=60, chunk=2, life=4))
    assert [number for number, _ in found] == list(range(20))  # type: ignore[misc]
    assert len({process for _, process in found}) >= 4  # type: ignore[misc]
    assert len({process for _, process in found[:4]}) == 1  # type: ignore[misc]
    assert len({process for _, process in found[4:8]}) == 1  # type: ignore[misc]


def _run_alone(code: str) -> tuple[str, str]:
    """What a process of its own says: one with threads, as a browser's test leaves, never forks."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(Path(workers.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout, done.stderr


def test_forked_processes_are_renewed() -> None:
    count = """
import os
from wardnews import workers
workers._LIFE = 1
print(len(set(workers.map_forked(lambda _: os.getpid(), 320, workers=2))))
"""
    assert _run_alone(count) == ("10\n", "")


def test_what_runs_beside_does_not_keep_us_and_is_over_after_the_wait() -> None:
    """The other process waits for a word that is sent after it began."""
    talk = """
import os
from wardnews.workers import run_beside
(hear, tell), (read, write) = os.pipe(), os.pipe()
wait = run_beside(lambda: os.write(write, os.read(hear, 9) + b" %d" % os.getpid()))
os.write(tell, b"go")
wait()
os.set_blocking(read, False)
word, process = os.read(read, 99).split()
print(word, int(process) != os.getpid())
"""
    assert _run_alone(talk) == ("b'go' True\n", "")


def test_a_failure_beside_is_not_heard() -> None:
    fail = """
import os
from wardnews.workers import run_beside
run_beside(lambda: 1 / 0)()
run_beside(lambda: os.kill(os.getpid(), 9))()
print("went on")
"""
    assert _run_alone(fail) == ("went on\n", "")


def test_without_room_for_a_process_nothing_runs_beside() -> None:
    refuse = """
import errno, os
from wardnews.workers import run_beside
def fork():
    raise OSError(errno.EAGAIN, "no more processes")
os.fork = fork
run_beside(lambda: print("ran"))()
print("went on")
"""
    assert _run_alone(refuse) == ("went on\n", "")


def test_with_threads_about_nothing_runs_beside(tmp_path: Path) -> None:
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    thread.start()
    try:
        run_beside((tmp_path / "ran").touch)()
    finally:
        over.set()
        thread.join()
    assert not (tmp_path / "ran").exists()
