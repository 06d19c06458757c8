"""Runs a function over many tasks in processes that can be killed.

One hostile file may loop for ever, eat all memory or crash its process; exactly that task then
gives a Failure, and every other task its result. The pools of the standard library cannot stop
one task without losing the others, and pebble 5.2.3 loses the whole pool when a process dies
before its acknowledgement was read; here every process has a pipe of its own instead.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from math import inf
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 4  # chunks for each process that may be done before the first of them is taken
_HONEST = 2.0  # a chunk of honest tasks has this many times the seconds of one hostile task
_FEW_CHUNKS = 2  # of tasks that are done sooner than processes are started
_UNLIMITED = -1
_LIFE = 2560  # tasks: a forked process owns a copy of all that it touched, if only to count it
_LOOK_ROUND = 5.0  # seconds after which an idle process looks whether its parent still lives


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a task has no result."""

    reason: Literal["slow", "memory", "crash"]


def map_bounded(
    function: Callable[[T], R],
    tasks: Sequence[T],
    *,
    workers: int,
    seconds: float,
    memory: int = 1 << 30,
    chunk: int = 32,
    life: int | None = None,
) -> Iterator[R | Failure]:
    """Yield the function's result for each task, in order.

    A task has `seconds`, and its process `memory` bytes more than it began with (where the
    platform can limit them). Tasks travel in chunks, because each trip costs; a chunk that fails
    is run again task by task, to find the guilty one. Any other exception is raised here.
    With a `life` a process has about so many neighbouring tasks, then another takes its place.
    """
    most = max(chunk, life or chunk)
    jobs = deque(_cut(len(tasks), workers, chunk, most))
    results: dict[int, R | Failure] = {}
    crew: list[_Worker[T, R]] = []
    wanted = 0
    try:
        while wanted < len(tasks):
            last = wanted + workers * _AHEAD * most
            while jobs and jobs[0].start < last and (free := _find_free(crew, workers)) is not None:
                if free == len(crew):
                    crew.append(_Worker(function, memory))
                crew[free].take(jobs.popleft(), tasks, seconds)
            for worker in _wait_for(crew):
                _collect(worker, jobs, results)
                if life and worker.done >= life:
                    worker.stop()
            crew = [worker for worker in crew if worker.is_alive]
            while wanted in results:
                yield results.pop(wanted)
                wanted += 1
    finally:
        for worker in crew:
            worker.stop()


def map_forked(
    function: Callable[[int], R], count: int, workers: int, *, chunk: int = 32
) -> Iterator[R]:
    """Yield the function's result for 0, 1, 2 …; it may be a closure over anything.

    Only a forked process can be given such a function, so elsewhere it is run here.
    """
    if workers == 1 or count < _FEW_CHUNKS * chunk or not _may_fork():
        yield from map(function, range(count))
        return
    for result in map_bounded(
        function,
        range(count),
        workers=workers,
        seconds=inf,
        memory=_UNLIMITED,
        chunk=chunk,
        life=_LIFE,
    ):
        if isinstance(result, Failure):
            raise RuntimeError(f"a worker process ended: {result.reason}")
        yield result


def run_beside(function: Callable[[], object]) -> Callable[[], None]:
    """Run a function in a forked process; what is returned waits for its end.

    For what is kept in the cache, and made later by whoever misses it there: so it does no harm
    when the function fails, nor when no process can be forked and nothing is run.
    """
    if not _may_fork():
        return lambda: None

    def work() -> None:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        with suppress(Exception):
            function()

    process = get_context("fork").Process(target=work, daemon=True)
    try:
        process.start()
    except OSError:  # no memory or no number left for it
        return lambda: None
    return process.join


def _cut(count: int, workers: int, chunk: int, most: int) -> Iterator[range]:
    """Chunks of at most `most` tasks, smaller towards the end so that all processes end at once."""
    start = 0
    while start < count:
        size = min(max((count - start) // (2 * workers), chunk), most)
        yield range(start, min(start + size, count))
        start += size


def _find_free(crew: Sequence[_Worker[T, R]], workers: int) -> int | None:
    """The place of an idle worker, or of one that may yet be started."""
    idle = (place for place, worker in enumerate(crew) if worker.job is None)
    return next(idle, len(crew) if len(crew) < workers else None)


def _wait_for(crew: Sequence[_Worker[T, R]]) -> list[_Worker[T, R]]:
    """The busy workers that have something to say, or whose time is up."""
    busy = [worker for worker in crew if worker.job is not None]
    patience = min(worker.until for worker in busy) - time.monotonic()
    ready = wait([worker.pipe for worker in busy], None if patience == inf else max(0.0, patience))
    now = time.monotonic()
    return [worker for worker in busy if worker.pipe in ready or worker.until <= now]


def _collect(worker: _Worker[T, R], jobs: deque[range], results: dict[int, R | Failure]) -> None:
    """Take a worker's answer; a failed chunk goes back as single tasks, first in the queue."""
    job, answer = worker.job, worker.answer()
    if job is None or answer is None:
        return
    if isinstance(answer, _Raised):
        answer.error.add_note(answer.where)
        raise answer.error
    if isinstance(answer, list):
        results.update(zip(job, answer, strict=True))
    elif len(job) == 1:
        results[job.start] = answer
    else:
        jobs.extendleft(range(place, place + 1) for place in reversed(job))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raised:
    """An exception of the function, and where it was raised."""

    error: Exception
    where: str


class _Worker(Generic[T, R]):
    """One process, the pipe to it, the places of the tasks it is at, and until when it may."""

    def __init__(self, function: Callable[[T], R], memory: int) -> None:
        context = get_context("fork") if _may_fork() else get_context("spawn")
        self.pipe, there = context.Pipe()
        self._process = context.Process(
            target=_work, args=(there, function, memory, os.getpid()), daemon=True
        )
        self._process.start()
        there.close()
        self.job: range | None = None
        self.until = inf
        self._seconds = 0.0
        self._is_ready = False
        self.is_alive = True
        self.done = 0  # tasks

    def take(self, job: range, tasks: Sequence[T], seconds: float) -> None:
        """Begin with a job; the clock of a first one starts when the process is ready."""
        self.job, self._seconds = job, seconds * (1.0 if len(job) == 1 else _HONEST)
        if self._is_ready:
            self.until = time.monotonic() + self._seconds
        with suppress(OSError):  # it has died; that is noticed when its pipe is read
            self.pipe.send([tasks[place] for place in job])

    def answer(self) -> list[R] | Failure | _Raised | None:
        """What came of the job; None when the process says only that it is ready."""
        if not self.pipe.poll():
            self.stop()
            return Failure(reason="slow")
        try:
            said: list[R] | Failure | _Raised | None = self.pipe.recv()
        except (EOFError, OSError):
            self.stop()
            return Failure(reason="crash")
        if said is None:
            self._is_ready, self.until = True, time.monotonic() + self._seconds
        else:
            self.done += len(self.job or ())
            self.job, self.until = None, inf
        return said

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.pipe.close()
        self.is_alive = False


def _may_fork() -> bool:
    """Forking takes milliseconds, but a process with threads may fork into a locked lock.

    A spawned process gets a copy of sys.path, on which this package must be, and a function that
    can be pickled.
    """
    return sys.platform == "linux" and threading.active_count() == 1


def _work(pipe: Connection, function: Callable[[T], R], memory: int, parent: int) -> None:
    """The life of a process: answer until the pipe closes or the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to answer
    _limit_memory(memory)
    pipe.send(None)
    while True:
        while not pipe.poll(_LOOK_ROUND):
            if os.getppid() != parent:
                return
        try:
            tasks = pipe.recv()
        except EOFError:
            return
        pipe.send(_run(function, tasks))


def _run(function: Callable[[T], R], tasks: Sequence[T]) -> list[R] | Failure | _Raised:
    try:
        return [function(task) for task in tasks]
    except (MemoryError, RecursionError):
        return Failure(reason="memory")
    except Exception as error:  # raised again in the parent, as far as it can travel
        try:
            pickle.loads(pickle.dumps(error))
        except Exception:
            error = RuntimeError(f"{type(error).__name__}: {error}")
        return _Raised(error=error, where=traceback.format_exc())


def _limit_memory(memory: int) -> None:
    """Ask the platform to limit this process, where it can; what a fork inherited counts too."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if memory == _UNLIMITED:
        return
    sizes = Path("/proc/self/statm")
    begun = int(sizes.read_text().split()[0]) * resource.getpagesize() if sizes.exists() else 0
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = begun + memory
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
