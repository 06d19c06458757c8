"""Templates are compiled once, before the pages need them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from rebuilds import ROOT, SMALL
from wardnews.cache import Cache, open_cache
from wardnews.compiled import compile_templates
from wardnews.pages.templates import open_templates

TEMPLATES = ROOT / "overrides" / "wardnews"
NAMES = sorted(path.name for path in TEMPLATES.glob("*.html"))
BUILD = """
import sys
from pathlib import Path
import mkdocs_events

content, mkdocs_events._CACHE, site = map(Path, sys.argv[1:])
mkdocs_events.run_build(content=content, site_dir=site, search=False)
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
    compile_templates(open_templates(TEMPLATES, cache), cache)
    for path in (cache.folder / "templates").iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    environment = open_templates(TEMPLATES, cache)
    assert [environment.get_template(name).name for name in NAMES] == NAMES


def test_they_are_there_when_the_pages_are_planned(tmp_path: Path) -> None:
    """MkDocs takes its time for the frame; only then is the site's folder entered."""
    cache, site = tmp_path / "cache", tmp_path / "site"
    subprocess.run(
        [sys.executable, "-c", BUILD, str(SMALL), str(cache), str(site)],
        cwd=ROOT / "hooks",
        check=True,
    )
    compiled = (cache / "templates" / "all").stat().st_mtime_ns
    assert compiled <= (site / ".wardnews").stat().st_mtime_ns
