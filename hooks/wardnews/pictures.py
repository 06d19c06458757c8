"""The files that items use: each picture cleaned once, every other file known by its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wardnews import images, svg
from wardnews.cache import Cache
from wardnews.content.files import File
from wardnews.formats import FileFault, check_file
from wardnews.images import LARGEST, Picture, Rendition, clean_picture, tell_heavy
from wardnews.outputs import digest, digest_bytes
from wardnews.progress import Progress, keep_silent
from wardnews.shelves import Shelf
from wardnews.workers import Failure, map_bounded

_SECONDS = 60.0  # 50 megapixels on an old office PC


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRendition:
    """A rendition whose bytes lie in the cache; sizes in bytes and pixels."""

    key: bytes  # identifies its bytes
    place: str  # in the cache, in a folder of the content folder's own
    media_type: str
    ending: str
    size: int
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPicture:
    """A picture fit to be shown; `width` is that of the file as handed in."""

    renditions: tuple[KeptRendition, ...]  # the first is the largest in the file's own form
    width: int

    @property
    def is_photo(self) -> bool:
        """Did a camera make the file?"""
        return self.renditions[0].media_type == "image/jpeg"

    @property
    def is_drawn(self) -> bool:
        """Is it an SVG, which has every size?"""
        return self.renditions[0].media_type == "image/svg+xml"


def clean_pictures(
    files: Iterable[File],
    *,
    content: Path,
    workers: int,
    cache: Cache,
    progress: Progress = keep_silent,
) -> Mapping[str, CleanPicture | FileFault]:
    """By the path of each picture, what came of it; the same file is cleaned only once."""
    cache, house = _follow_pixels(cache), digest(str(content)).hex()
    shelf: Shelf[CleanPicture | FileFault] = Shelf(cache, f"pictures/{house}", b"")
    wanted = {file.path: file for file in files}
    heavy = {f.path: tell_heavy(_name(f), f.size) for f in wanted.values() if f.size > LARGEST}
    light = [file for file in wanted.values() if file.path not in heavy]  # the others are not read
    kept = {file.path: found for file in light if (found := shelf.find(file))}
    dirty = [file for file in light if file.path not in kept]
    results = map_bounded(
        partial(_clean, cache=cache, folder=f"clean/{house}"),
        dirty,
        workers=workers,
        seconds=_SECONDS,
        chunk=1,
    )
    results = progress(results, "Thu nhỏ ảnh, xóa thông tin ẩn", len(dirty))
    cleaned = {**heavy, **{path: value for path, (_, value) in kept.items()}}
    for file, result in zip(dirty, results, strict=True):
        if isinstance(result, Failure):
            cleaned[file.path] = _refuse(file)
        else:
            shelf.keep(file, *result)
            cleaned[file.path] = result[1]
    shelf.save()
    made = (each for each in cleaned.values() if isinstance(each, CleanPicture))
    cache.keep_only(f"clean/{house}", {r.key.hex() for each in made for r in each.renditions})
    return cleaned


def load_rendition(file: File, rendition: KeptRendition, cache: Cache) -> bytes:
    """The bytes of a rendition; the whole picture is made again when the cache has lost them."""
    cache = _follow_pixels(cache)
    content = cache.load_bytes(rendition.place)
    if content is None:
        made = clean_picture(_name(file), file.real.read_bytes())
        assert isinstance(made, Picture), file.path
        folder = rendition.place.rpartition("/")[0]
        kept = {each.ending: each for each in _keep_renditions(made, cache, folder)}
        assert kept[rendition.ending] == rendition, file.path
        content = next(r.content for r in made.renditions if r.ending == rendition.ending)
    return content


def digest_files(
    files: Iterable[File], *, content: Path, cache: Cache
) -> Mapping[str, bytes | FileFault]:
    """By the path of each file, what identifies its bytes, or why they are refused."""
    shelf: Shelf[FileFault | None] = Shelf(cache, f"files/{digest(str(content)).hex()}", b"")
    known = dict(_digest_each(files, shelf))
    shelf.save()
    return known


def _digest_each(
    files: Iterable[File], shelf: Shelf[FileFault | None]
) -> Iterator[tuple[str, bytes | FileFault]]:
    for file in files:
        found = shelf.find(file)
        if found is None:
            data = file.real.read_bytes()
            found = digest_bytes(data), check_file(_name(file), data)
            shelf.keep(file, *found)
        key, fault = found
        yield file.path, fault or key


def _clean(file: File, cache: Cache, folder: str) -> tuple[bytes, CleanPicture | FileFault]:
    """The digest of the file, and what came of it; the clean bytes go to the cache."""
    data = file.real.read_bytes()
    made = clean_picture(_name(file), data)
    if isinstance(made, FileFault):
        return digest_bytes(data), made
    kept = tuple(_keep_renditions(made, cache, folder))
    return digest_bytes(data), CleanPicture(renditions=kept, width=made.width)


def _keep_renditions(picture: Picture, cache: Cache, folder: str) -> Iterator[KeptRendition]:
    for rendition in picture.renditions:
        kept = _describe(rendition, folder)
        cache.save_bytes(kept.place, rendition.content)
        yield kept


def _describe(rendition: Rendition, folder: str) -> KeptRendition:
    key = digest_bytes(rendition.content)
    return KeptRendition(
        key=key,
        place=f"{folder}/{key.hex()}",
        media_type=rendition.media_type,
        ending=rendition.ending,
        size=len(rendition.content),
        width=rendition.width,
        height=rendition.height,
    )


def _follow_pixels(cache: Cache) -> Cache:
    """A thousand photos take minutes: they are made anew only when what makes them changes."""
    return cache.narrow(Path(__file__), Path(images.__file__), Path(svg.__file__))


def _name(file: File) -> str:
    return file.path.rpartition("/")[2]


def _refuse(file: File) -> FileFault:
    return FileFault(
        code="A204",
        message=f'Máy không mở được ảnh "{_name(file)}".',
        remedy="Mở ảnh bằng phần mềm xem ảnh, lưu lại dạng .jpg rồi thay tệp này.",
    )
