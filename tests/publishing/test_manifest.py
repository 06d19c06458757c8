"""A manifest comes back as it was written, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications import Office
from wardnews.publishing.manifest import (
    FileFact,
    ManifestUnreadableError,
    is_intact,
    read_manifest,
    write_manifest,
)


def test_it_comes_back_as_it_was_written(published: Office, tmp_path: Path) -> None:
    manifest = published.manifest()
    write_manifest(manifest, tmp_path)
    assert read_manifest(tmp_path) == manifest


def test_compressed_forms_are_not_among_what_was_built(published: Office) -> None:
    built = dict(published.manifest().list_built())
    assert "index.html" in built and "index.html.gz" not in built


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 99}', '{"format": 1}', "null"])
def test_what_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / ".wardnews").mkdir()
    (tmp_path / ".wardnews" / "manifest.json").write_text(text)
    with pytest.raises(ManifestUnreadableError):
        read_manifest(tmp_path)


def test_a_file_is_intact_until_somebody_writes_into_it(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    found = path.stat()
    fact = FileFact(sha256="", size=1, modified=found.st_mtime_ns)
    assert is_intact(path, fact)
    path.write_text("2")
    assert not is_intact(path, FileFact(sha256="", size=1, modified=found.st_mtime_ns - 1))
    path.unlink()
    assert not is_intact(path, fact)
    (tmp_path / "b").write_text("1")
    path.symlink_to("b")
    assert not is_intact(path, fact)
