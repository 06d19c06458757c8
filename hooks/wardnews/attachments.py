"""A file that an item uses, with its address in the site, or why it cannot be used."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from urllib.parse import unquote

from wardnews import addresses
from wardnews.content.files import File
from wardnews.model import Article
from wardnews.text.normal_form import normalise
from wardnews.text.slugs import make_slug

LARGEST = 100 << 20  # bytes of a file to download; what is larger no repository takes
Fault = tuple[str, str, str]  # code, message, remedy

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic", ".heif"})
MEDIA_TYPES = {
    ".pdf": "application/pdf",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xls": "application/vnd.ms-excel",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".ppt": "application/vnd.ms-powerpoint",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".vtt": "text/vtt",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that an item uses: where it lies, and its address in the site.

    A picture's address has no ending yet: that follows from what it turns out to be.
    """

    file: File
    address: str
    media_type: str = ""  # empty for a picture


def attach_file(
    article: Article,
    files: Mapping[str, File],
    target: str,
    *,
    picture: bool,
    taken: Collection[str],
    guess: bool = True,
) -> Attached | Fault:
    """Find the file that `target` names; `picture` when it must be one.

    `taken` are the addresses that other files of the item have; with `guess` a message about a
    missing file names the one that was probably meant, which takes a look at every file.
    """
    if "://" in target or target.startswith(("//", "data:")):
        return (
            "L604",
            f'"{target[:80]}" nằm ở trang khác; ảnh và tệp phải nằm cùng bài.',
            "Tải tệp về, đặt vào thư mục của bài rồi ghi tên tệp. Chỉ dùng ảnh được phép dùng.",
        )
    path = find_path(article, target.partition("#")[0])
    ending = PurePosixPath(path).suffix.lower()
    if not _is_own(article, path):
        return (
            "L605",
            f'Tệp "{target[:80]}" nằm ngoài thư mục của bài.',
            "Chép tệp vào thư mục của bài rồi chỉ ghi tên tệp.",
        )
    if path not in files:
        return _explain_missing(files if guess else {}, target, path)
    if ending not in PICTURES and (picture or ending not in MEDIA_TYPES):
        return (
            "L606",
            f'Tệp "{target[:80]}" không thuộc loại đăng được ở đây.',
            "Ảnh: .jpg, .png, .webp, .heic, .gif, .svg."
            if picture
            else f"Các loại đăng được: {', '.join(sorted(MEDIA_TYPES))} và ảnh.",
        )
    if ending not in PICTURES and files[path].size > LARGEST:
        heavy, most = -(-files[path].size >> 20), LARGEST >> 20
        return (
            "L609",
            f'Tệp "{target[:80]}" nặng {heavy} MB, nhiều nhất là {most} MB.',
            "Xuất lại tệp nhẹ hơn; phim dài thì đăng lên YouTube rồi ghi địa chỉ vào media.url.",
        )
    written = "" if ending in PICTURES else ending
    return Attached(
        file=files[path],
        address=_free_address(article, path, written, taken),
        media_type=MEDIA_TYPES.get(ending, ""),
    )


def _is_own(article: Article, path: str) -> bool:
    """Does the file lie with the item? One of another item may have to go with that one."""
    folder = posixpath.dirname(article.path)
    if article.path.endswith("/index.md"):
        return path.startswith(f"{folder}/")
    return posixpath.dirname(path) == folder


def _explain_missing(files: Mapping[str, File], target: str, path: str) -> Fault:
    """Name the file that was probably meant: one of the same folder."""
    folder = posixpath.dirname(path)
    beside = [posixpath.basename(p) for p in files if posixpath.dirname(p) == folder]
    name = posixpath.basename(path)[:200]
    same = [each for each in beside if each.lower() == name.lower()]
    near = same or get_close_matches(name, beside, n=1)
    remedy = "Chép tệp vào thư mục của bài, hoặc sửa lại tên; tên phải giống hệt, cả chữ hoa."
    if near:
        remedy = f'Trong thư mục có "{near[0]}"; ghi tên tệp giống hệt, cả chữ hoa và đuôi tệp.'
    return "L602", f'Không có tệp "{target[:80]}" ở thư mục của bài.', remedy


def find_path(article: Article, target: str) -> str:
    """The target as a path in the content folder; it begins with "../" when it leads out."""
    folder = posixpath.dirname(article.path)
    return posixpath.normpath(posixpath.join(folder, normalise(unquote(target))))


def _free_address(article: Article, path: str, ending: str, taken: Collection[str]) -> str:
    """An ASCII address below the item's own, which no other file of the item has or will have."""
    stem = addresses.article(article) + (make_slug(PurePosixPath(path).stem)[:80] or "tep")
    number, address = 1, stem + ending
    while address in taken or address == addresses.plain_text(article):
        number += 1
        address = f"{stem}-{number}{ending}"
    return address
