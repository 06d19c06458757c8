"""All that an item's file says, as one text that rules can search, and the place of each part."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from wardnews.text.person_names import PersonName, find_names

# No text has this character (normal_form.CONTROLS): nothing is found across two fields.
BETWEEN = "\n\0\n"
# A line goes on in the next one unless that begins something new: a row, a point, a heading.
_BREAK = re.compile(r"\n(?![ \t]*(?:\n|\Z|[-*+•|#>\0]|[0-9]{1,3}[.)]))(?<!\n\n)")
# Like all patterns here they begin with plain characters, which makes the search for them quick.
_STAR = re.compile(r"\*(?:(?<=\S\*)|(?!\s))")  # not the one of a list
_TARGET = re.compile(r"\]\((?:<[^<>\n]*>|[^()\s]*)\)?")  # without the caption of a picture
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_TAG = re.compile(r"</?[A-Za-z][^<>\"'\n]{0,100}>")  # without attributes, which may be read


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One text of an item: a field of the header (dotted), or the body, whose field is empty."""

    field: str
    line: int  # of its beginning in the file
    text: str


class Passages:
    """The texts of an item, one behind the other: searched at once, they cost a tenth."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = tuple(passages)
        self.text = BETWEEN.join(passage.text for passage in self._passages)

    @cached_property
    def plain(self) -> str:
        """As long as the text, with spaces for the marks of bold, links and such."""
        text = self.text.replace("***", "   ").replace("**", "  ").replace("_", " ")
        text = _STAR.sub(" ", text).replace("`", " ").replace("&nbsp;", "      ")
        for mark, pattern in (("](", _TARGET), ("[^", _NOTE), ("<", _TAG)):
            if mark in text:
                text = pattern.sub(_blank, text)
        return text.replace("[", " ").replace("]", " ")

    @cached_property
    def flow(self) -> str:
        """The plain text with a space wherever only the line ends, not the sentence."""
        return _BREAK.sub(" ", self.plain)

    @cached_property
    def names(self) -> tuple[PersonName, ...]:
        """The full names in it, by their places in the flow."""
        return tuple(find_names(self.flow))

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for passage in self._passages[:-1]:
            starts.append(starts[-1] + len(passage.text) + len(BETWEEN))
        return starts

    def list_parts(self) -> Iterator[tuple[int, Passage]]:
        """Each part with the place where it begins."""
        return zip(self._starts, self._passages, strict=True)

    def locate(self, place: int) -> tuple[str, int]:
        """Field and line of a place; a field of several lines is told by its first."""
        number = bisect_right(self._starts, place) - 1
        passage = self._passages[number]
        below = 0 if passage.field else self.text.count("\n", self._starts[number], place)
        return passage.field, passage.line + below


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
