"""The site folder holds exactly the outputs, and the old site survives an error."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from conftest import no_cache
from wardnews.outputs import Output, ready_output
from wardnews.store import SiteFolderRefusedError, Written, write_site


def _outputs(**files: str) -> list[Output]:
    named = {"index.html": "home", **{name.replace("__", "/"): files[name] for name in files}}
    return [ready_output(name, text.encode()) for name, text in named.items()]


def _files(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text()
        for path in site.rglob("*")
        if path.is_file() and path.name not in ("index.html", ".wardnews")
    }


def test_only_what_changed_is_written_and_nothing_is_left_over(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(_outputs(a="1", b="2", c__d="3"), site, sources=[], cache=no_cache(tmp_path))
    untouched = (site / "a").stat()
    written = write_site(
        _outputs(a="1", b="new", e="4"), site, sources=[], cache=no_cache(tmp_path)
    )
    paths = ("index.html", "a", "b", "e")
    assert written == Written(paths=paths, made=2, written=2, removed=1, size=4)
    assert _files(site) == {"a": "1", "b": "new", "e": "4"}
    assert (site / "a").stat() == untouched
    assert not (site / "c").exists()


def test_a_file_may_become_a_folder_and_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for files in ({"a": "1"}, {"a__b": "2"}, {"a": "3"}):
        write_site(_outputs(**files), site, sources=[], cache=no_cache(tmp_path))
        assert _files(site) == {name.replace("__", "/"): text for name, text in files.items()}


def test_an_error_while_rendering_leaves_the_old_site(tmp_path: Path) -> None:
    def broken() -> Iterator[Output]:
        yield from _outputs(a="new", b="new")
        raise RuntimeError

    site = tmp_path / "site"
    write_site(_outputs(a="old"), site, sources=[], cache=no_cache(tmp_path))
    with pytest.raises(RuntimeError):
        write_site(broken(), site, sources=[], cache=no_cache(tmp_path))
    assert _files(site) == {"a": "old"}
    assert [path.name for path in site.iterdir() if path.name == ".new"] == []


def test_two_outputs_of_one_path_are_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two outputs for a"):
        write_site(
            [*_outputs(a="1"), ready_output("a", b"2")],
            tmp_path / "site",
            sources=[],
            cache=no_cache(tmp_path),
        )


def test_a_folder_of_something_else_is_not_emptied(tmp_path: Path) -> None:
    (tmp_path / "luan-van.docx").write_text("chữ")
    for site in (tmp_path, tmp_path / "luan-van.docx"):
        with pytest.raises(SiteFolderRefusedError):
            write_site(_outputs(a="1"), site, sources=[], cache=no_cache(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["luan-van.docx"]


def test_a_site_of_another_program_is_not_taken_over(tmp_path: Path) -> None:
    for name in ("index.html", "redirects.json", "luan-van.docx"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(SiteFolderRefusedError):
        write_site(_outputs(a="1"), tmp_path, sources=[], cache=no_cache(tmp_path))
    assert (tmp_path / "luan-van.docx").read_text() == "{}"


def test_empty_folders_and_links_are_strangers_too(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(_outputs(a="1"), site, sources=[], cache=no_cache(tmp_path))
    (site / "rong" / "trong").mkdir(parents=True)
    (site / "a").unlink()
    (site / "a").mkdir()
    (site / "loi-tat").symlink_to(tmp_path)
    write_site(_outputs(a="1"), site, sources=[], cache=no_cache(tmp_path))
    assert sorted(path.name for path in site.iterdir()) == [".wardnews", "a", "index.html"]
    assert (site / "a").read_text() == "1"


def test_what_somebody_else_takes_away_meanwhile_is_not_missed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(_outputs(a="1", b="2"), site, sources=[], cache=no_cache(tmp_path))
    for name in ("rong/trong", "rong/con"):
        (site / name).mkdir(parents=True)
    (site / "loi-tat").symlink_to(tmp_path)

    def plan() -> Iterator[Output]:
        os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)  # the process beside has seen them
        (site / "loi-tat").unlink()
        (site / "b").unlink()
        (site / "rong/trong").rmdir()
        yield from _outputs(a="1")

    write_site(plan(), site, sources=[], cache=no_cache(tmp_path))
    assert sorted(path.name for path in site.iterdir()) == [".wardnews", "a", "index.html"]


def test_hidden_files_of_others_stay(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".well-known").mkdir(parents=True)
    (site / ".well-known/security.txt").write_text("ai đó")
    write_site(_outputs(a="1"), site, sources=[], cache=no_cache(tmp_path))
    assert _files(site) == {"a": "1", ".well-known/security.txt": "ai đó"}


@pytest.mark.parametrize("path", ["../a", "/a", "a/../../b", "a\\b", "a//b"])
def test_nothing_is_written_outside_the_site(tmp_path: Path, path: str) -> None:
    outputs = [*_outputs(), ready_output(path, b"1")]
    with pytest.raises(ValueError, match="outside the site"):
        write_site(outputs, tmp_path / "site", sources=[], cache=no_cache(tmp_path))


def test_a_linked_folder_in_the_site_is_replaced_and_not_followed(tmp_path: Path) -> None:
    site, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    (other / "b").write_text("của người khác")
    write_site(_outputs(), site, sources=[], cache=no_cache(tmp_path))
    (site / "a").symlink_to(other, target_is_directory=True)
    write_site(_outputs(a__b="1"), site, sources=[], cache=no_cache(tmp_path))
    assert _files(site) == {"a/b": "1"}
    assert (other / "b").read_text() == "của người khác"


def test_what_follows_from_the_same_is_not_made_again(tmp_path: Path) -> None:
    cache, site = no_cache(tmp_path), tmp_path / "site"
    made: list[str] = []

    def output(key: bytes) -> Output:
        return Output(path="a", key=key, make=lambda: made.append("x") or key)  # type: ignore[func-returns-value]

    for key in (b"1", b"1", b"2"):
        write_site([*_outputs(), output(key)], site, sources=[], cache=cache)
    assert made == ["x", "x"]
    (site / "a").write_text("hỏng")
    write_site([*_outputs(), output(b"2")], site, sources=[], cache=cache)
    assert _files(site) == {"a": "2"}


@pytest.mark.parametrize("site", [".", "work", "work/content/web"])
def test_a_folder_that_holds_the_sources_is_refused(tmp_path: Path, site: str) -> None:
    content = tmp_path / "work" / "content"
    content.mkdir(parents=True)
    with pytest.raises(SiteFolderRefusedError):
        write_site(_outputs(a="1"), tmp_path / site, sources=[content], cache=no_cache(tmp_path))
    assert content.exists()
