"""The standing pages: where they stand, and what MkDocs would swallow."""

from __future__ import annotations

from pathlib import Path

import pytest

from wardnews.content.standing import check_standing_pages, list_standing_pages


def _docs(tmp_path: Path, **pages: str) -> Path:
    docs = tmp_path / "docs"
    for name, text in {"gioi-thieu.md": "# Giới thiệu\n", **pages}.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(text.encode())
    return docs


def test_a_page_stands_where_mkdocs_puts_it(tmp_path: Path) -> None:
    docs = _docs(tmp_path, **{"muc-luc-index.md": "", "con/index.md": "", "con/hai.md": ""})
    assert list_standing_pages(docs) == {"gioi-thieu/", "muc-luc-index/", "con/", "con/hai/"}


@pytest.mark.parametrize("head", ["\ufeff---\r\ntitle: A\r\n---\r\n", "---\ntitle: A\n---\n", ""])
def test_line_ends_and_a_hidden_mark_do_no_harm(tmp_path: Path, head: str) -> None:
    assert check_standing_pages(_docs(tmp_path, **{"a.md": head + "Chữ"})) == ()


@pytest.mark.parametrize(
    ("head", "code"),
    [
        ("---\ntitle: A: b\n---\n", "Y302"),
        ("---\ntitle: A\n", "Y310"),
        ("---\ntitel: A\n---\n", "T103"),
        ("---\ntitle: A\ntitle: B\n---\n", "Y311"),
    ],
)
def test_a_header_that_mkdocs_would_swallow_is_told(tmp_path: Path, head: str, code: str) -> None:
    problems = check_standing_pages(_docs(tmp_path, **{"a.md": head}))
    assert [(p.path, p.code) for p in problems] == [("../docs/a.md", code)]


@pytest.mark.parametrize(
    "name", ["index.md", "README.md", "don-vi.md", "feed.xml", "robots.txt", "the/a.md"]
)
def test_an_address_of_the_newsroom_is_not_for_a_page(tmp_path: Path, name: str) -> None:
    (problem,) = check_standing_pages(_docs(tmp_path, **{name: "x"}))
    assert (problem.path, problem.code) == (f"../docs/{name}", "F907")
