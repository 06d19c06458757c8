"""The stamp of the last run."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from wardnews.publishing.last_run import LastRun, read_last_run, write_last_run

RUN = LastRun(
    at=datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
    outcome="published",
    release="00001-20261123-080000",
    next_change=None,
)


def test_it_comes_back_as_it_was_written(tmp_path: Path) -> None:
    write_last_run(RUN, tmp_path)
    assert read_last_run(tmp_path) == RUN
    assert [path.name for path in tmp_path.iterdir()] == ["last-run.json"]


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"outcome": "?"}', "null"])
def test_what_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "last-run.json").write_text(text)
    assert read_last_run(tmp_path) is None


def test_where_it_cannot_be_written_there_is_none(tmp_path: Path) -> None:
    write_last_run(RUN, tmp_path / "gone")
    assert read_last_run(tmp_path / "gone") is None
