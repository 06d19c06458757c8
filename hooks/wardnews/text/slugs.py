"""Addresses from Vietnamese titles: plain ASCII words joined by hyphens."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from slugify import slugify


def make_slug(text: str) -> str:
    """Write a title as `[a-z0-9-]`; empty when the text has neither letters nor digits."""
    return _join_words(text, "-")


def make_heading_id(text: str, separator: str = "-") -> str:
    """Write a heading as an id: the `slugify` of Python-Markdown's toc, whose own drops đ."""
    return _join_words(text, separator) or "muc"


@lru_cache(maxsize=4096)
def _join_words(text: str, separator: str) -> str:
    # NFKC first: it is what turns the bold letters of Facebook into plain ones. The backend is
    # named, or slugs would change where another is installed, and each call looks for that one.
    plain = unicodedata.normalize("NFKC", text)
    return slugify(plain, separator=separator, backend="text-unidecode")
