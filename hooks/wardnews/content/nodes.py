"""A header or a register as nodes with line numbers: texts, lists, and named values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A value, as text; `line` is where it begins in the file."""

    text: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list of values."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A key, the line of the key, and its value."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Named values, in the order in which they are written."""

    entries: tuple[Entry, ...]
    line: int


Node = Scalar | Sequence | Mapping


def is_blank(node: Node) -> bool:
    """Is nothing said: an empty text, or a list of nothing?"""
    if isinstance(node, Scalar):
        return not node.text.strip()
    if isinstance(node, Sequence):
        return all(map(is_blank, node.items))
    return not node.entries


def list_fields(node: Node, prefix: str = "") -> Iterator[tuple[str, int, bool]]:
    """Every field below a node: its dotted name, its line, and whether it is left blank."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield prefix + entry.key, entry.line, is_blank(entry.value)
            yield from list_fields(entry.value, f"{prefix}{entry.key}.")
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield f"{prefix}{position}", item.line, is_blank(item)
            yield from list_fields(item, f"{prefix}{position}.")


def list_texts(node: Node, prefix: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every text below a node with the dotted name of its field."""
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from list_texts(entry.value, f"{prefix}{entry.key}.")
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from list_texts(item, f"{prefix}{position}.")
    else:
        yield prefix.removesuffix("."), node
