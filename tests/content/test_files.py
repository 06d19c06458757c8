"""Whatever lies in the content folder is listed in bounded time, or named."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from wardnews.content import files
from wardnews.content.files import list_files
from wardnews.model import Problem


def _list(content: Path) -> tuple[list[str], list[tuple[str, str]]]:
    problems: list[Problem] = []
    found = [file.path for file in list_files(content, problems)]
    return found, [(problem.path, problem.code) for problem in problems]


def test_folders_without_end_are_left_at_a_depth_that_nobody_needs(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*"abcdefghijklmnopq")
    deep.mkdir(parents=True)
    (deep / "cuoi.png").touch()
    (tmp_path / "a/b/c/d/e/dau.png").touch()
    assert _list(tmp_path) == (["a/b/c/d/e/dau.png"], [("a/b/c/d/e/f/g/h/i/j/k/l/m", "F909")])


def test_more_files_than_any_paper_has_are_not_gone_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "_MOST", 3)
    for name in "abcde":
        (tmp_path / name).touch()
    assert _list(tmp_path) == (["a", "b", "c"], [("d", "F909")])


def test_what_vanishes_meanwhile_is_not_there(tmp_path: Path) -> None:
    for place in ("a.md", "b.md", "c/d.md", "e.md"):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).touch()
    problems: list[Problem] = []
    listed = list_files(tmp_path, problems)
    first = next(listed)
    (tmp_path / "b.md").unlink()
    shutil.rmtree(tmp_path / "c")
    assert [first.path, *(file.path for file in listed)] == ["a.md", "e.md"]
    assert problems == []


@pytest.mark.parametrize("name", [b"hong\xff.png", b"dong\nmoi.png", b"quay\xe2\x80\xaegnp.png"])
def test_a_name_that_cannot_be_shown_is_listed_all_the_same(tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).touch()
    (found,), problems = _list(tmp_path)
    assert found.endswith(".png") and problems == []
