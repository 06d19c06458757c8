"""How messages offer what was probably meant, what may be written, and examples of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from wardnews.text.slugs import make_slug

_LONGEST = 200  # what is longer is no mistyped name
_SHORTEST_PART = 6  # of a name, to stand for all of it
NAMES = ("label", "name", "short_name", "title", "number")  # of a row of a register, for people


def nearest(typed: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or nothing."""
    return suggest(typed, dict.fromkeys(known, ()))


def suggest(typed: str, known: Mapping[str, Iterable[str]]) -> str:
    """The id that was probably meant, or nothing; `known` maps each to what people call it.

    Compared without marks, spaces and capitals, as if everything were an id.
    """
    meant = make_slug(typed[:_LONGEST])
    if not meant:
        return ""
    ids = {make_slug(word): word for word in reversed(list(known))}
    named = {make_slug(name): word for word in reversed(list(known)) for name in known[word]}
    for words in (ids, named):
        if meant in words:
            return words[meant]
    if len(meant) >= _SHORTEST_PART and (whole := [name for name in named if meant in name]):
        return named[whole[0]]
    for words in (ids, named):
        if close := get_close_matches(meant, list(words), n=1, cutoff=0.6 if words is ids else 0.8):
            return words[close[0]]
    return ""


def names_of(row: object) -> tuple[str, ...]:
    """What people call a unit, a theme, a term or a document."""
    if isinstance(row, str):
        return ()
    return tuple(filter(None, (getattr(row, name, "") for name in NAMES)))


def spell_example(example: str) -> str:
    """Spell an example of several lines, which are divided by " / "."""
    first, *others = example.split(" / ")
    inner = ", ".join(f'"{line}"' for line in others)
    return f'"{first}", rồi các dòng dưới lùi vào hai dấu cách: {inner}' if others else f'"{first}"'


def add_line(line: str, *, is_there: bool, where: str = "") -> str:
    """Say which line is to be written; it may be there already, without its value."""
    return f'Ghi cho đủ dòng "{line}".' if is_there else f'Thêm dòng "{line}"{where}.'


def offer(known: list[str]) -> str:
    """Name the values that may be written."""
    if not known:
        return "Danh sách của chuyên trang chưa có mục nào."
    shown = ", ".join(known[:25])
    return f"Các giá trị dùng được: {shown}{'…' if len(known) > 25 else ''}."
