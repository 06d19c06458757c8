"""Compiled templates, kept in the cache: compiling one takes as long as 50 pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from wardnews.cache import Cache
from wardnews.workers import map_forked, run_beside

_ALL = "templates/all"  # there when all were compiled once
_AT_ONCE = 4  # templates for one process; they take 10 ms each


class CompiledTemplates(BytecodeCache):
    """Where Jinja looks for a compiled template, and leaves it."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take it out of the cache, if it is there."""
        if code := self._cache.load_bytes(f"templates/{bucket.key}"):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it."""
        self._cache.save_bytes(f"templates/{bucket.key}", bucket.bytecode_to_string())


def compile_beside(environment: Environment, cache: Cache, workers: int) -> Callable[[], None]:
    """Compile all templates while something else is done; what is returned waits for them."""
    if workers == 1 or _are_compiled(cache):
        return lambda: None
    # One worker: a process beside may have no children.
    return run_beside(lambda: compile_templates(environment, cache, workers=1))


def compile_templates(environment: Environment, cache: Cache, workers: int) -> None:
    """Compile all templates and load them, shared among the workers, unless the cache has had them.

    Without this each process would compile all for itself, at the same time as the others.
    """
    if _are_compiled(cache):
        return
    names = [name for name in environment.list_templates(["html"]) if "/" not in name]

    def load(place: int) -> Any:
        environment.get_template(names[place])

    for _ in map_forked(load, len(names), workers, chunk=_AT_ONCE):
        pass
    for place in range(len(names)):
        load(place)
    cache.save_bytes(_ALL, b"")


def _are_compiled(cache: Cache) -> bool:
    return cache.load_bytes(_ALL) is not None
