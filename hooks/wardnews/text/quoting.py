"""What an editor typed, as a message quotes it: short, printable, and without private numbers."""

from __future__ import annotations

from wardnews.text.private_numbers import mask_numbers

_NUMBER = 40  # characters that the longest number may have behind the cut


def quote(text: str, longest: int = 60) -> str:
    """The head of a text in quotation marks."""
    return f'"{shorten(text, longest)}"'


def shorten(text: str, longest: int = 60) -> str:
    """The head of a text: a message goes to terminals and pages, and a value may be a book.

    Numbers of persons are masked: messages are read by more people than the text itself.
    """
    shown = printable(mask_numbers(text[: longest + _NUMBER])[:longest])
    return f"{shown}…" if len(text) > longest else shown


def printable(text: str) -> str:
    """A text with a space for every character that a terminal would obey, or not show."""
    if text.isprintable():
        return text
    return "".join(mark if mark.isprintable() else " " for mark in text)
