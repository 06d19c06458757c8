"""Compressed forms: right, the same for the same content, and only where they save something."""

from __future__ import annotations

import gzip

import brotli
import pytest

from wardnews.publishing.compression import compress, is_compressible


@pytest.mark.parametrize("content", [b"chu " * 1000, b"chu " * 100_000])
def test_the_content_comes_back(content: bytes) -> None:
    forms = compress(content)
    assert gzip.decompress(forms[".gz"]) == content == brotli.decompress(forms[".br"])


def test_there_is_no_moment_and_no_name_in_gzip() -> None:
    assert compress(b"chu " * 99)[".gz"][3:8] == b"\0\0\0\0\0"


def test_what_would_grow_has_no_form() -> None:
    assert compress(b"{}") == {}


def test_pictures_and_the_search_index_are_compressed_already() -> None:
    assert is_compressible("a/index.html") and is_compressible("feed.json")
    assert not any(map(is_compressible, ("a.png", "a.webp", "a.pf_index", "wasm.vi.pagefind")))
