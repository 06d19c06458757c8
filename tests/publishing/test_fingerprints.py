"""Hashes of files: computed anew exactly when a file has changed."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from wardnews.cache import Cache
from wardnews.publishing.fingerprints import fingerprint_files, list_files


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def test_a_file_that_changed_to_the_same_size_and_moment_is_seen(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", Cache(folder=tmp_path / "cache", version=bytes(16))
    site.mkdir()
    (site / "a").write_text("một")
    (first,) = fingerprint_files(site, cache).values()
    (site / "b").write_text("hai")
    os.utime(site / "b", ns=(first.modified, first.modified))
    (site / "b").replace(site / "a")
    assert fingerprint_files(site, cache)["a"].sha256 == _hash("hai")


def test_only_our_own_notes_are_left_out(tmp_path: Path) -> None:
    for name in (".wardnews", "a/.wardnews", "a/b.html", ".well-known/security.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "c").symlink_to("a")
    found = sorted(list_files(tmp_path))
    assert found == [".well-known/security.txt", "a/.wardnews", "a/b.html", "c"]
