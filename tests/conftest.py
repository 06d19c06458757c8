"""What the tests share: a factory of articles, registers, and the small site built once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from wardnews.cache import Cache
from wardnews.content.registers import read_registers
from wardnews.model import Article
from wardnews.ward import Registers

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
NOW = "2026-11-23T08:00:00+07:00"
DEMO_NOW = "2026-11-25T08:00:00+07:00"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):  # type: ignore[no-untyped-def]
    """A skipped check is a failed one where nobody looks: in CI."""
    report = yield
    if report.skipped and os.environ.get("CI") == "true":
        report.outcome = "failed"
        report.longrepr = f"skipped in CI: {item.nodeid}"
    return report


@pytest.fixture(scope="session")
def registers() -> Registers:
    """The registers of sites/small."""
    return read_registers({p.name: p.read_text("utf-8") for p in SMALL.glob("*.yml")}).registers


def no_cache(folder: Path) -> Cache:
    """An empty cache below a folder of the test."""
    return Cache(folder=folder / "cache", version=bytes(16))


@pytest.fixture
def an_article(registers: Registers) -> Callable[..., Article]:
    """Makes an approved article of the ward; name only what the test is about."""

    def make(**changes: object) -> Article:
        usual: dict[str, object] = {
            "path": "articles/ubnd/2026/11-01-bai.md",
            "year": "2026",
            "month": "11",
            "slug": "bai",
            "title": "Một bài",
            "date": datetime(2026, 11, 1, 7, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")),
            "unit": registers.units[0],
            "theme": registers.themes[0],
            "kind": registers.kinds[0],
            "summary": "Tóm tắt.",
            "status": "da-duyet",
            "approved_by": "Ban Biên tập",
            "approved_on": date(2026, 10, 31),
            "id": "mot-bai",
        }
        return Article(**{**usual, **changes})  # type: ignore[arg-type]

    return make


def copy_house(house: Path) -> Path:
    """Copy what MkDocs needs of the checkout, with the small site as its content."""
    house.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", house)
    for name in ("docs", "hooks", "overrides"):
        shutil.copytree(ROOT / name, house / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(SMALL, house / "content")
    return house


@pytest.fixture(scope="session")
def build_small() -> Callable[..., Path]:
    """Builds a content folder (sites/small) by the script, in a process of its own."""

    def build(site: Path, *, content: Path = SMALL, now: str = NOW, **environment: str) -> Path:
        command = [sys.executable, str(ROOT / "scripts" / "build_site.py")]
        command += ["--content", str(content), "--site-dir", str(site), "--now", now]
        command += ["--site-url", "https://vidu.example/thu/", "--workers", "2"]
        done = subprocess.run(
            command, capture_output=True, text=True, env={**os.environ, **environment}, check=False
        )
        assert done.returncode == 0, done.stderr
        return site

    return build


@pytest.fixture(scope="session")
def small_site(build_small: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, built once for all tests that only look at it."""
    return build_small(tmp_path_factory.mktemp("small") / "site")


@pytest.fixture(scope="session")
def demo_site(build_small: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository's own content, as it stands on a fixed day, below "thu/"."""
    return build_small(
        tmp_path_factory.mktemp("demo") / "thu", content=ROOT / "content", now=DEMO_NOW
    )
