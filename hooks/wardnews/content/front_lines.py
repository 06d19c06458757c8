"""Mending the lines of front matter that YAML would stumble over: tabs, colons, hashes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wardnews.content.form_faults import Finding, note

Line = tuple[int, str]  # the line's number in the file as it was, its text without the line end

# Words for readers: a "#" behind a space is meant, though YAML drops what follows.
_SPOKEN = frozenset(
    "title summary approved_by author source place consent cost contact alt caption credit text by"
    " reason name role label measure before after note decision benefits question answer"
    " answered_by difficulties proposals reach impact transcript".split()
)
_LISTS_OF_TEXT = frozenset({"steps", "conditions", "evidence"})
_TOP_KEY = re.compile(r"([A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]|$)")
_PARTS = re.compile(
    r"(?P<head>(?P<indent> *(?:- +)*)"
    r"(?:(?P<key>[A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]+|$))?)(?P<value>.*)"
)
_ITEM = re.compile(r"(?P<head>(?P<indent> *)- +)(?P<value>.*)")
_LOST = re.compile(r"(?<=[ \t])#[ \t]+\S")
_COMMENT = re.compile(r"(?<=[ \t])#(?=[ \t]|$)")
_STUMBLES = re.compile(r":(?=[ \t]|$)|(?<=[ \t])#")
_NOT_PLAIN = ("'", '"', *"[]{},|>&*!%@`#", "- ", "? ", ": ")
_MAY_STUMBLE = re.compile(
    r"^ *\t|:[ \t].*(?::[ \t]|:$|[ \t]#)|^ *- .*(?::[ \t]|:$|[ \t]#)", re.MULTILINE
)
_QUOTED = {
    '"': re.compile(r'(?:[^"\\]|\\.)*+"'),
    "'": re.compile(r"(?:[^']|'')*+'(?!')"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Open:
    """A value that goes on over the next lines: how it began, and its indent or its depth."""

    mark: str  # "|", '"', "'", "["
    measure: int = 0


def find_top_key(line: str) -> str:
    """Name the field of a line `key: value` that is not indented; "" for any other line."""
    match = _TOP_KEY.match(line)
    return match[1] if match else ""


def may_stumble(front: str) -> bool:
    """Tell quickly whether some line may need mending; a false alarm costs only time."""
    return _MAY_STUMBLE.search(front) is not None


def mend_front(lines: list[Line], found: list[Finding], *, spoken: bool) -> list[Line]:
    """Turn leading tabs into spaces, and quote plain one-line values that need it.

    `spoken` when the fields are an item's, so that a "# " in its words is no comment.
    """
    if any(line.startswith("{") for _, line in lines[:2]):  # one value in braces, not lines
        return lines
    mended: list[Line] = []
    top = ""
    following = _list_following_indents(lines)
    opened: _Open | None = None
    for place, (number, line) in enumerate(lines):
        # Behind a space, a tab in a block of text is text.
        indented = line if opened and opened.mark == "|" and line[:1] == " " else _untab(line)
        if opened and opened.mark == "|" and not _belongs(indented, opened.measure):
            opened, indented = None, _untab(line)
        note(found, number, "Y301", line, indented)
        if opened:
            opened = _follow(opened, indented)
            mended.append((number, indented))
            continue
        top = find_top_key(indented) or top
        if spoken and top in _LISTS_OF_TEXT and _ITEM.fullmatch(indented):
            quoted = _quote_item(indented, following[place])
        else:
            quoted = _quote(indented, following[place], spoken=spoken)
        note(found, number, "Y302", indented, quoted)
        opened = _open(quoted)
        mended.append((number, quoted))
    return mended


def _untab(line: str) -> str:
    text = line.lstrip(" \t")
    return line[: len(line) - len(text)].replace("\t", "  ") + text


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _belongs(line: str, indent: int) -> bool:
    """Tell whether a line is part of the block of text under a key at this indent."""
    return not line.strip() or _indent(line) > indent


def _list_following_indents(lines: list[Line]) -> list[int]:
    """For each line, the indent of the next line that is not blank; -1 at the end."""
    indents: list[int] = []
    following = -1
    for _, line in reversed(lines):
        indents.append(following)
        if line.strip():
            following = _indent(_untab(line))
    return indents[::-1]


def _quote(line: str, following: int, *, spoken: bool) -> str:
    """Quote the plain value of `key: value`.

    A "# " behind it is a comment and stays outside, but for the words of an item; "#1" and
    "#GiaoDuc" are text that YAML drops.
    """
    parts = _PARTS.fullmatch(line)
    if parts is None or not parts["key"] or following > len(parts["indent"]):
        return line  # a value over several lines can be mended in more than one way
    value = parts["value"]
    comment = _COMMENT.search(value)
    if spoken and parts["key"] in _SPOKEN and _LOST.search(value):
        comment = None
    return _quote_value(parts["head"], value, comment.start() if comment else len(value))


def _quote_item(line: str, following: int) -> str:
    """Quote the text of `- text` in a list of texts, which YAML would take for `key: value`."""
    parts = _ITEM.fullmatch(line)
    if parts is None or following > len(parts["indent"]):
        return line
    return _quote_value(parts["head"], parts["value"], len(parts["value"]))


def _quote_value(head: str, value: str, end: int) -> str:
    """Quote what stands before the end if YAML would stumble over it."""
    text = value[:end].rstrip(" \t")
    if not text or text.startswith(_NOT_PLAIN) or not _STUMBLES.search(text):
        return f"{head}{value}"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'{head}"{escaped}"{value[len(text) :]}'


def _open(line: str) -> _Open | None:
    """Tell which value begins on this line and goes on over the next ones, if any."""
    parts = _PARTS.fullmatch(line)
    if parts is None or not (parts["key"] or "-" in parts["head"]):
        return None
    value = parts["value"]
    if value.startswith(("|", ">")):
        under_key = len(parts["indent"])
        return _Open(mark="|", measure=under_key if parts["key"] else parts["head"].rfind("-"))
    if value.startswith(('"', "'")):
        return None if _QUOTED[value[0]].match(value, 1) else _Open(mark=value[0])
    if value.startswith(("[", "{")):
        return _follow(_Open(mark="["), value)
    return None


def _follow(opened: _Open, line: str) -> _Open | None:
    """Tell whether a value that is open before this line is still open after it."""
    if opened.mark == "|":
        return opened
    if opened.mark in _QUOTED:
        return None if _QUOTED[opened.mark].match(line) else opened
    depth = opened.measure + sum((mark in "[{") - (mark in "]}") for mark in line)
    return _Open(mark="[", measure=depth) if depth > 0 else None
