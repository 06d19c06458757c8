"""A hostile file is named and stopped; it hides nothing, breaks nothing, and takes bounded time."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from conftest import no_cache
from wardnews.content import reader
from wardnews.content.reader import LARGEST, read_content

SMALL = Path(__file__).parent.parent / "sites" / "small"
GOOD = (SMALL / "articles/ubnd/2026/11-02-phuong-hop.md").read_bytes()
PLACE = "articles/ubnd/2026/11-09-xau.md"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    return folder


def _codes(content: Path) -> set[tuple[str, str]]:
    reading = read_content(content, workers=2, cache=no_cache(content.parent))
    problems = [*reading.problems, *(p for m in reading.manuscripts for p in m.problems)]
    return {(problem.path, problem.code) for problem in problems if problem.level == "error"}


def _bad(body: bytes) -> bytes:
    return GOOD.replace(b"2026-11-ubnd-phuong-hop", b"bai-xau").partition(b"documents")[0] + (
        b"---\n" + body
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("Tiếng Việt".encode("utf-16"), "F901"),
        ("---\ntitle: Tiếng Việt\n---\n".encode("cp1258", "replace") + b"\xff", "F901"),
        (b"\x00\xff\xfe" * 100, "F901"),
        (b"a" * (LARGEST + 1), "F902"),
        (b"---\ntitle: " + b"[" * 200_000 + b"\n---\n", "Y313"),
    ],
    ids=["utf-16", "cp1258", "binary", "large", "nesting"],
)
def test_a_hostile_file_is_the_only_one_refused(content: Path, data: bytes, code: str) -> None:
    (content / PLACE).write_bytes(data)
    assert _codes(content) == {(PLACE, code)}


def test_deep_quotes_do_no_harm(content: Path) -> None:
    (content / PLACE).write_bytes(_bad(b"> " * 3000 + b"x"))
    assert _codes(content) == set()


def test_a_file_that_takes_too_long_is_stopped(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "SECONDS", 2.0)
    (content / PLACE).write_bytes(_bad(b"[" * 20_000))
    assert _codes(content) == {(PLACE, "F904")}


def test_a_link_is_named_and_not_followed(content: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("bí mật")
    (content / PLACE).symlink_to(secret)
    (content / "articles/khac").symlink_to(content / "articles/ubnd", target_is_directory=True)
    assert _codes(content) == {(PLACE, "F903"), ("articles/khac", "F903")}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_named_and_not_waited_for(content: Path) -> None:
    os.mkfifo(content / PLACE)
    os.mkfifo(content / "articles/th-mau-a/2026/11-05-goc-doc/anh.png")
    assert _codes(content) == {
        (PLACE, "F908"),
        ("articles/th-mau-a/2026/11-05-goc-doc/anh.png", "F908"),
    }


def test_a_file_name_in_nfd_is_the_same_file(content: Path) -> None:
    folder = content / "articles/th-mau-a/2026/11-05-goc-doc"
    (folder / "Kệ sách.png").rename(folder / "Ke\u0323\u0302 sa\u0301ch.png")
    reading = read_content(content, workers=1, cache=no_cache(content.parent))
    assert "articles/th-mau-a/2026/11-05-goc-doc/Kệ sách.png" in reading.files


def test_a_missing_register_is_named(content: Path) -> None:
    (content / "units.yml").unlink()
    reading = read_content(content, workers=1, cache=no_cache(content.parent))
    assert [(p.path, p.code) for p in reading.registers.problems] == [("units.yml", "R201")]


def test_hidden_files_of_the_system_are_not_spoken_of(content: Path) -> None:
    (content / ".DS_Store").write_bytes(b"x")
    (content / "articles/Thumbs.db").write_bytes(b"x")
    assert read_content(content, workers=1, cache=no_cache(content.parent)).problems == ()
