"""Templates are compiled once, before the pages need them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from rebuilds import NOW, ROOT, SMALL
from wardnews.cache import Cache, open_cache
from wardnews.compiled import compile_templates
from wardnews.pages.templates import open_templates

TEMPLATES = ROOT / "overrides" / "wardnews"
NAMES = sorted(path.name for path in TEMPLATES.glob("*.html"))
BUILD = """
import sys
from datetime import datetime
from pathlib import Path
import mkdocs_events

content, mkdocs_events._CACHE, site = map(Path, sys.argv[2:])
now = datetime.fromisoformat(sys.argv[1])
mkdocs_events.run_build(content=content, site_dir=site, now=now, workers=2, search=False)
"""
ASK = """
import sys
from multiprocessing import active_children
from pathlib import Path
from wardnews.cache import open_cache
from wardnews.compiled import compile_beside
from wardnews.pages.templates import open_templates

templates, folder = map(Path, sys.argv[2:])
cache = open_cache(folder, [templates])
asked = []
for workers in (1, 2, 2):
    wait = compile_beside(open_templates(templates, cache), cache, workers)
    asked.append(len(active_children()))
    wait()
print(*asked)
"""
FAIL = """
import os
import sys
from datetime import datetime
from pathlib import Path
import mkdocs_events
from mkdocs.structure.files import Files

def fail(*_):
    raise RuntimeError("a broken theme")

Files.add_files_from_theme = fail
content, site = map(Path, sys.argv[2:])
now = datetime.fromisoformat(sys.argv[1])
try:
    mkdocs_events.run_build(
        content=content, site_dir=site, now=now, workers=2, search=False, cache=False
    )
except RuntimeError:
    print("failed", flush=True)
os._exit(1)  # as the scripts do
"""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return open_cache(tmp_path / "cache", [TEMPLATES])


@pytest.mark.parametrize("workers", [1, 2])
def test_what_was_compiled_is_not_compiled_again(
    cache: Cache, workers: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compile_templates(open_templates(TEMPLATES, cache), cache, workers)

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("compiled again")

    monkeypatch.setattr(Environment, "compile", refuse)
    environment = open_templates(TEMPLATES, cache)
    assert [environment.get_template(name).name for name in NAMES] == NAMES


def test_a_lost_one_is_compiled_when_it_is_needed(cache: Cache) -> None:
    compile_templates(open_templates(TEMPLATES, cache), cache, workers=1)
    kept = (cache.folder / "templates").iterdir()
    lost = max((path for path in kept if path.name != "all"), key=lambda path: path.stat().st_size)
    lost.unlink()
    environment = open_templates(TEMPLATES, cache)
    compile_templates(environment, cache, workers=1)
    assert [environment.get_template(name).name for name in NAMES] == NAMES
    assert lost.exists()


def _run(code: str, *arguments: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """What a process of its own does: one with threads, as a browser's test leaves, never forks."""
    return subprocess.run(
        [sys.executable, "-c", code, NOW.isoformat(), *map(str, arguments)],
        cwd=ROOT / "hooks",
        env=os.environ | variables,
        capture_output=True,  # ends when all have closed it: also what was left running
        text=True,
        check=False,
        timeout=120,
    )


def test_they_are_there_when_the_pages_are_planned(tmp_path: Path) -> None:
    """MkDocs takes its time for the frame; only then is the site's folder entered."""
    cache, site = tmp_path / "cache", tmp_path / "site"
    assert _run(BUILD, SMALL, cache, site).returncode == 0
    compiled = (cache / "templates" / "all").stat().st_mtime_ns
    assert compiled <= (site / ".wardnews").stat().st_mtime_ns


def test_a_build_that_fails_meanwhile_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    assert _run(FAIL, SMALL, tmp_path / "site", TMPDIR=str(place)).stdout == "failed\n"
    assert list(place.iterdir()) == []


def test_a_process_is_asked_for_only_where_it_helps(tmp_path: Path) -> None:
    assert _run(ASK, TEMPLATES, tmp_path).stdout == "0 1 0\n"
