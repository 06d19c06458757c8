"""A build after any changes gives the very bytes of a build from nothing, with little work."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpus
import rebuilds
from rebuilds import Bench, build, build_cold, differing, read_site, set_up


@pytest.fixture(scope="module", autouse=True)
def _same_machine_afterwards() -> Iterator[None]:
    before, mask = dict(os.environ), os.umask(0o022)
    yield
    os.environ.clear()
    os.environ.update(before)
    os.umask(mask)
    time.tzset()


FEEDS = ("feed.xml", "atom.xml", "feed.json")
STEPS = st.lists(
    st.tuples(st.sampled_from(rebuilds.CHANGES), st.integers(0, 9999)), min_size=1, max_size=6
)


@settings(max_examples=15, deadline=None)
@given(steps=STEPS)
def test_warm_is_cold_whatever_happened_between(steps) -> None:  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        bench = set_up(Path(folder))
        build(bench)
        for change, chance in steps:
            bench = change(bench, chance)
            if build(bench) is None:
                return  # refused: the old site stands
            assert list(differing(read_site(bench.site), build_cold(bench))) == []


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A built bench."""
    made = set_up(tmp_path)
    build(made)
    return made


def test_nothing_changed_makes_and_writes_nothing(bench: Bench) -> None:
    written = build(bench)
    assert written and (written.made, written.written, written.removed) == (0, 0, 0)


def test_a_touched_file_makes_nothing(bench: Bench) -> None:
    written = build(rebuilds.touch_all(bench, 0))
    assert written and written.made == 0


def test_an_edit_of_one_text_makes_only_what_shows_it(bench: Bench) -> None:
    before = read_site(bench.site)
    item = bench.content / "articles/th-mau-a/2026/11-05-cung-ngay.md"
    item.write_text(item.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")
    written = build(bench)
    changed = set(differing(before, read_site(bench.site)))
    # The item, its text file, the feeds with its text; no listing, since its card is the same.
    assert {path for path in changed if not path.endswith(FEEDS)} == {
        "2026/11/th-mau-a-cung-ngay/index.html",
        "2026/11/th-mau-a-cung-ngay/ban-chu.txt",
    }
    assert written and written.made == written.written == len(changed)


def test_another_version_of_the_code_makes_everything(bench: Bench) -> None:
    written = build(rebuilds.edit_template(bench, 0))
    assert written and written.made > 0.9 * written.files
    assert written.written == 0  # a comment changes no byte of a page


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A ward with 300 items of ten years, built."""
    folder = tmp_path_factory.mktemp("archive")
    made = set_up(folder)
    shutil.rmtree(made.content)
    corpus.write_content(made.content, 300)
    build(made)
    return made


def _first_item(bench: Bench) -> Path:
    return min(bench.content.glob("articles/*/*/*.md"))


def _edit_text(bench: Bench) -> None:
    path = _first_item(bench)
    path.write_text(path.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")


def _edit_title(bench: Bench) -> None:
    path = _first_item(bench)
    path.write_text(path.read_text("utf-8").replace("title: ", "title: Mới, ", 1), "utf-8")


def _add_newest(bench: Bench) -> None:
    text = _first_item(bench).read_text("utf-8")
    text = re.sub("^date: .*$", "date: 2026-11-20 08:00", text, flags=re.MULTILINE)
    text = re.sub("^id: .*$", "id: bai-them-vao", text, flags=re.MULTILINE)
    unit = _first_item(bench).parent.parent
    (unit / "2026").mkdir(exist_ok=True)
    (unit / "2026" / "11-20-them-vao.md").write_text(text, "utf-8")


def _delete_newest(bench: Bench) -> None:
    next(bench.content.rglob("11-20-them-vao.md")).unlink()


@pytest.mark.parametrize(
    ("change", "read", "made", "written", "kilobytes"),
    [
        (lambda bench: None, 0, 0, 0, 0),
        (_edit_text, 1, 11, 11, 250),
        # The open data are two files with a line for every item: 550 kB here.
        (_edit_title, 1, 40, 40, 1120),
        # Every later page of the listings of the newest item shifts by one; and it comes first in
        # the frames and fragments of its listings, and of the units that it fills up.
        (_add_newest, 1, 260, 260, 7800),
        (_delete_newest, 0, 260, 260, 7800),
    ],
)
def test_the_work_of_a_build_follows_the_change(  # type: ignore[no-untyped-def]
    archive: Bench, change, read: int, made: int, written: int, kilobytes: int
) -> None:
    """Counted, not timed: more work than this shows on any machine. The order matters."""
    change(archive)
    work = build(archive)
    assert work and work.files > 500
    assert work.read == read
    assert work.made <= made and work.written <= written and work.size <= kilobytes * 1000
    assert list(differing(read_site(archive.site), build_cold(archive))) == []
