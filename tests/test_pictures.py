"""Pictures are made once: what was made is found again, in whatever state the cache is."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from wardnews.cache import Cache
from wardnews.content.files import File, list_files
from wardnews.formats import FileFault
from wardnews.pictures import CleanPicture, clean_pictures, load_rendition


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content" / "articles" / "th-mau-a" / "2026" / "11-05-goc-doc"
    folder.mkdir(parents=True)
    Image.linear_gradient("L").resize((1300, 700)).convert("RGB").save(folder / "a.jpg")
    Image.new("RGB", (30, 20)).save(folder / "b.png")
    (folder / "c.jpg").write_text("không phải ảnh")
    return tmp_path / "content"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(folder=tmp_path / "cache", version=bytes(16))


def _clean(content: Path, cache: Cache, workers: int = 2) -> dict[str, CleanPicture | FileFault]:
    made = clean_pictures(_files(content), content=content, workers=workers, cache=cache)
    return {path.rpartition("/")[2]: value for path, value in made.items()}


def _files(content: Path) -> list[File]:
    return sorted(list_files(content, []), key=lambda file: file.path)


def _stamps(cache: Cache) -> dict[str, int]:
    """When each kept rendition was written."""
    return {path.name: path.stat().st_mtime_ns for path in sorted(cache.folder.glob("clean/*/*"))}


def test_each_rendition_is_kept_by_its_content(content: Path, cache: Cache) -> None:
    made = _clean(content, cache)
    photo, drawing, fault = made["a.jpg"], made["b.png"], made["c.jpg"]
    assert isinstance(photo, CleanPicture) and photo.is_photo and photo.width == 1300
    assert isinstance(drawing, CleanPicture) and not drawing.is_photo
    assert isinstance(fault, FileFault) and fault.code == "A204"
    assert len(_stamps(cache)) == len({r.key for r in (*photo.renditions, *drawing.renditions)})
    for file in _files(content)[:1]:
        for rendition in photo.renditions:
            assert len(load_rendition(file, rendition, cache)) == rendition.size


def test_a_second_time_makes_none(content: Path, cache: Cache) -> None:
    made, stamps = _clean(content, cache), _stamps(cache)
    assert _clean(content, cache) == made
    assert _stamps(cache) == stamps


def test_another_version_of_the_templates_makes_none(content: Path, cache: Cache) -> None:
    made, stamps = _clean(content, cache), _stamps(cache)
    assert _clean(content, replace(cache, version=b"another version!")) == made
    assert _stamps(cache) == stamps


def test_one_process_and_many_make_the_same(content: Path, cache: Cache, tmp_path: Path) -> None:
    other = Cache(folder=tmp_path / "other", version=bytes(16))
    assert _clean(content, cache, workers=1) == _clean(content, other, workers=3)


def test_a_picture_that_no_item_uses_any_more_leaves_the_cache(content: Path, cache: Cache) -> None:
    photo = _clean(content, cache)["a.jpg"]
    assert isinstance(photo, CleanPicture)
    rest = [file for file in _files(content) if not file.path.endswith("a.jpg")]
    clean_pictures(rest, content=content, workers=1, cache=cache)
    assert not _stamps(cache).keys() & {rendition.key.hex() for rendition in photo.renditions}
    assert _stamps(cache)  # the others stay


def test_a_lost_rendition_is_made_again(content: Path, cache: Cache) -> None:
    photo, file = _clean(content, cache)["a.jpg"], _files(content)[0]
    assert isinstance(photo, CleanPicture)
    before = [load_rendition(file, each, cache) for each in photo.renditions]
    shutil.rmtree(cache.folder / "clean")
    assert [load_rendition(file, each, cache) for each in photo.renditions] == before
    assert len(_stamps(cache)) == len(before)
