"""A build after any changes gives the very bytes of a build from nothing, with little work."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rebuilds
from rebuilds import Bench, build, build_cold, differing, read_site, set_up

STEPS = st.lists(
    st.tuples(st.sampled_from(rebuilds.CHANGES), st.integers(0, 9999)), min_size=1, max_size=6
)


@settings(max_examples=25, deadline=None)
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
    # The item and the feeds that carry its text; no listing, since its card is the same.
    assert {path for path in changed if not path.endswith("feed.xml")} == {
        "2026/11/th-mau-a-cung-ngay/index.html"
    }
    assert written and written.written == len(changed)
    everything = len(before)
    assert written.made < everything / 2


def test_another_version_of_the_code_makes_everything(bench: Bench) -> None:
    written = build(rebuilds.edit_template(bench, 0))
    assert written and written.made > 0.9 * written.files
    assert written.written == 0  # a comment changes no byte of a page
