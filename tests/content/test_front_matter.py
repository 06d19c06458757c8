"""The header is read as text with line numbers, and what we do not need is refused."""

from __future__ import annotations

import pytest

from wardnews.content.front_matter import Header, read_nodes, split_header
from wardnews.content.nodes import Entry, Mapping, Scalar, Sequence
from wardnews.model import Problem


def test_a_file_is_cut_at_its_two_fences() -> None:
    assert split_header("a.md", "---\ntitle: A\n---\nChữ\n") == Header(
        text="title: A", body="Chữ\n", body_line=4
    )


def test_a_rule_in_the_body_is_not_a_fence() -> None:
    header = split_header("a.md", "---\ntitle: A\n---\nMột\n\n---\n\nHai")
    assert isinstance(header, Header)
    assert header.body == "Một\n\n---\n\nHai"


@pytest.mark.parametrize(
    "text", ["", "Chữ", "title: A\n---\n", "---\ntitle: A\n", " ---\na: b\n---\n"]
)
def test_a_file_without_both_fences_is_a_problem(text: str) -> None:
    problem = split_header("a.md", text)
    assert isinstance(problem, Problem)
    assert problem.code == "Y310"


@pytest.mark.parametrize("typed", ["0123", "no", "1_000", "2026-11-05", "null", "1e3", "0x1F", "~"])
def test_a_value_stays_as_it_was_typed(typed: str) -> None:
    node = read_nodes("a.md", f"key: {typed}")
    assert node == Mapping(
        entries=(Entry(key="key", line=1, value=Scalar(text=typed, line=1)),), line=1
    )


def test_lines_are_counted_from_the_first_line_of_the_file() -> None:
    node = read_nodes("a.md", "a: 1\nb:\n  - x\n  - y", first_line=2)
    assert isinstance(node, Mapping)
    assert [entry.line for entry in node.entries] == [2, 3]
    items = node.entries[1].value
    assert isinstance(items, Sequence)
    assert [item.line for item in items.items] == [4, 5]


def test_an_empty_header_is_nothing() -> None:
    assert read_nodes("a.md", "\n# ghi chú\n") is None


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("a: 1\na: 2", "Y311", 2),
        ("m:\n  a: 1\n  a: 2", "Y311", 3),
        ("a: &x 1\nb: *x", "Y312", 1),
        ("a: *x", "Y312", 1),
        ("a: !!python/name:os.system", "Y312", 1),
        ("a: !x 1", "Y312", 1),
        ("a: [[[[[[[[1]]]]]]]]", "Y313", 1),
        ("a: 1\n? [x]\n: 1", "Y309", 2),
        ('a: 1\nb: "chưa đóng\nc: 2', "Y309", 2),
        ("a: 1\nb: x: y", "Y309", 2),
        ("a: {b: 1", "Y309", 1),
        ("a: 1\n--- \nb: 2", "Y309", 2),
    ],
)
def test_what_is_not_plainly_a_list_of_fields_is_a_problem(text: str, code: str, line: int) -> None:
    problem = read_nodes("a.md", text)
    assert isinstance(problem, Problem)
    assert (problem.code, problem.line) == (code, line)


BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize("text", [BOMB, "[" * 200_000, "{a: " * 100_000, "a: [" + "x," * 300_000])
def test_a_bomb_is_refused_at_once(text: str) -> None:
    assert isinstance(read_nodes("a.md", text), Problem)


def test_flow_style_is_read_too() -> None:
    node = read_nodes("a.md", "image: {file: a.jpg, alt: 'Cổng trường'}\ntags: [x, y]")
    assert isinstance(node, Mapping)
    assert [entry.key for entry in node.entries] == ["image", "tags"]
