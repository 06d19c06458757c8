"""Tasks for test_workers.py: a spawned process must be able to import them."""

from __future__ import annotations

import os
import signal
import time


def act(task: str) -> str:
    """Do what the task says."""
    if task == "loop":
        while True:
            pass
    if task == "sleep":
        time.sleep(3600)
    if task == "exit":
        os._exit(3)
    if task == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if task == "memory":
        return str(len(bytearray(4 << 30)))
    if task == "recursion":
        return act_deeper(0)
    if task == "mistake":
        raise KeyError("a mistake of ours")
    if task == "parent":
        return str(os.getppid())
    if task == "pid":
        return str(os.getpid())
    return task.upper()


def act_deeper(depth: int) -> str:
    """Call itself for ever."""
    return act_deeper(depth + 1)
