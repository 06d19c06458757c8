"""What an item's links and files point to, and a Problem for each that leads nowhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import PurePosixPath

from wardnews import addresses
from wardnews.attachments import Attached, attach_file, find_path
from wardnews.bodies import has_anchor
from wardnews.content.files import File
from wardnews.content.manuscripts import Manuscript
from wardnews.model import Article, Problem, Reference
from wardnews.text.links import is_outside

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_HOST = re.compile(r"www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(vn|com|net|org)(/|$)", re.IGNORECASE)
_MOST = 2000  # links and pictures of one item; a long honest one has a hundred
_GUESSES = 20  # after so many an item gets no more suggestions: each costs a look at every name


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a link may lead to."""

    files: Mapping[str, File]
    items: Mapping[str, Article]  # by path, everything that could be read
    paths: Mapping[str, str]  # by address, the paths of the items
    open: Collection[str]  # the paths of items that have a page at this moment
    pages: Collection[str]  # the addresses of every other page and feed of the site


@dataclass(slots=True, kw_only=True)
class References:
    """The targets of one item, as written, and where they lead."""

    links: dict[str, str | None] = field(default_factory=dict)  # None: the page is not public
    files: dict[str, Attached] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def resolve_references(manuscript: Manuscript, around: Surroundings) -> References:
    """Follow every link and file of an item; an item that was taken down has none any more."""
    found = References()
    article = manuscript.article
    if article is None or article.status == "go":
        return found
    for name, target in _named_files(article):
        picture = name in ("image.file", "media.poster")
        _attach(found, manuscript, article, around, target, name=name, picture=picture)
    pictures = {r.target for r in article.body.references if r.kind == "picture"}
    if len(article.body.references) > _MOST:
        found.problems.append(_too_many(manuscript, article.body.references[_MOST]))
    for reference in article.body.references[:_MOST]:
        target, line = reference.target, reference.line
        if not target:
            found.problems.append(_useless(manuscript, reference))
        elif reference.kind == "picture":
            _attach(found, manuscript, article, around, target, line=line, picture=True)
        elif target not in found.links and target not in pictures:  # its own link needs no look
            _follow(found, manuscript, article, around, target, line)
    return found


def _named_files(article: Article) -> Iterator[tuple[str, str]]:
    """The files of the header, by the field that names them."""
    if article.image:
        yield "image.file", article.image.file
    if article.media:
        yield "media.file", article.media.file
        yield "media.poster", article.media.poster
        yield "media.captions", article.media.captions
    for position, attachment in enumerate(article.attachments):
        yield f"attachments.{position}.file", attachment.file


def find_use(article: Article, target: str) -> tuple[str, int]:
    """Where an item names a file first: the field of its header, or the line of its text."""
    for name, named in _named_files(article):
        if named == target:
            return name, 0
    return "", next((r.line for r in article.body.references if r.target == target), 0)


def _attach(
    found: References,
    manuscript: Manuscript,
    article: Article,
    around: Surroundings,
    target: str,
    *,
    name: str = "",
    line: int = 0,
    picture: bool = False,
) -> None:
    if not target or target in found.files:
        return
    taken = {attached.address for attached in found.files.values()}
    guess = len(found.problems) <= _GUESSES
    result = attach_file(article, around.files, target, picture=picture, taken=taken, guess=guess)
    if isinstance(result, Attached):
        found.files[target] = result
    else:
        code, message, remedy = result
        found.problems.append(manuscript.problem(name, code, message, remedy, line=line))


def _follow(
    found: References,
    manuscript: Manuscript,
    article: Article,
    around: Surroundings,
    target: str,
    line: int,
) -> None:
    """A link in the body: to the outside, to a page, to another item, or to a file."""
    address, _, fragment = target.partition("#")
    scheme = _SCHEME.match(target)
    if is_outside(target):
        found.links[target] = target
    elif scheme:
        problem = manuscript.problem(
            "",
            "L606",
            f'Liên kết "{target[:60]}" không phải là địa chỉ trang mạng.',
            "Dùng địa chỉ bắt đầu bằng https://, mailto: hoặc tel:.",
            line=line,
        )
        found.problems.append(problem)
    elif _HOST.match(address):
        problem = manuscript.problem(
            "",
            "L606",
            f'Liên kết "{target[:60]}" thiếu phần đầu của địa chỉ.',
            f'Ghi "https://{address[:60]}".',
            line=line,
        )
        found.problems.append(problem)
    elif address.startswith("/"):
        page = _find_page(address, around)
        if page in around.paths:
            _follow_item(found, manuscript, around, target, around.paths[page], line)
        elif page in around.pages:
            found.links[target] = f"{page}#{fragment}" if fragment else page
        else:
            found.problems.append(_missing_page(found, manuscript, around, target, page, line))
    elif address.endswith(".md") or not PurePosixPath(address).suffix:
        path = find_path(article, address)
        if path in around.items:
            _follow_item(found, manuscript, around, target, path, line)
        else:
            found.problems.append(_missing_item(found, manuscript, around, target, path, line))
    else:
        _attach(found, manuscript, article, around, target, line=line)


def _find_page(address: str, around: Surroundings) -> str:
    """The page that was meant: its last slash may be missing, a feed has none."""
    bare = address.strip("/")
    return bare if bare in around.pages or not bare else bare + "/"


def _follow_item(
    found: References,
    manuscript: Manuscript,
    around: Surroundings,
    target: str,
    path: str,
    line: int,
) -> None:
    other, fragment = around.items[path], target.partition("#")[2]
    if path not in around.open:
        found.links[target] = None
        problem = manuscript.problem(
            "",
            "L603",
            f'Liên kết "{target}" dẫn tới bài chưa đăng; người đọc chỉ thấy chữ thường.',
            "Khi bài kia được đăng, liên kết tự hoạt động. Không cần sửa nếu đúng ý bạn.",
            level="warning",
            line=line,
        )
        found.problems.append(problem)
    elif other.status == "go":
        # Its words may be the withdrawn title, which no longer stands anywhere else.
        found.links[target] = None
        problem = manuscript.problem(
            "",
            "L608",
            f'Liên kết "{target}" dẫn tới bài đã gỡ; người đọc chỉ thấy chữ thường.',
            "Chữ của liên kết có thể là tiêu đề bài ấy: sửa lại câu, hoặc bỏ liên kết.",
            level="warning",
            line=line,
        )
        found.problems.append(problem)
    elif fragment and not has_anchor(other.body, fragment):
        problem = manuscript.problem(
            "",
            "L607",
            f'Bài "{other.title}" không có mục "#{fragment}".',
            "Mở bài ấy, xem tên các tiêu đề mục; hoặc bỏ phần từ dấu # trở đi.",
            line=line,
        )
        found.problems.append(problem)
    else:
        found.links[target] = addresses.article(other) + (f"#{fragment}" if fragment else "")


def _useless(manuscript: Manuscript, reference: Reference) -> Problem:
    """An address that is empty, or that no browser understands, such as C:\\anh.jpg."""
    what = f'Ảnh "{reference.alt[:60]}"' if reference.kind == "picture" else "Một liên kết"
    return manuscript.problem(
        "",
        "L606",
        f"{what} ở dòng này có địa chỉ bỏ trống hoặc không dùng được.",
        "Chép ảnh, tệp vào thư mục của bài rồi chỉ ghi tên tệp; trang khác thì ghi cả địa chỉ "
        "bắt đầu bằng https://.",
        line=reference.line,
    )


def _too_many(manuscript: Manuscript, first: Reference) -> Problem:
    return manuscript.problem(
        "",
        "L610",
        f"Bài có hơn {_MOST} liên kết và ảnh.",
        "Tách bài thành nhiều bài, hoặc để danh sách dài thành tệp đính kèm.",
        line=first.line,
    )


def _guess(found: References, typed: str, names: Iterable[str]) -> str:
    """The name that was probably meant, or nothing."""
    if len(found.problems) > _GUESSES:
        return ""
    return next(iter(get_close_matches(typed[:200], sorted(names), n=1)), "")


def _missing_page(
    found: References,
    manuscript: Manuscript,
    around: Surroundings,
    target: str,
    page: str,
    line: int,
) -> Problem:
    near = _guess(found, page, {*around.pages, *around.paths})
    return manuscript.problem(
        "",
        "L601",
        f'Liên kết "{target[:80]}" không dẫn tới trang nào của chuyên trang.',
        f"Trang gần giống: /{near}." if near else "Sửa lại địa chỉ, hoặc bỏ liên kết.",
        line=line,
    )


def _missing_item(
    found: References,
    manuscript: Manuscript,
    around: Surroundings,
    target: str,
    path: str,
    line: int,
) -> Problem:
    near = _guess(found, path, set(around.items) - {manuscript.path})
    remedy = "Sửa lại đường dẫn, hoặc bỏ liên kết."
    if near:
        meant = posixpath.relpath(near, posixpath.dirname(manuscript.path))
        remedy = f"Bài gần giống: {meant}."
    return manuscript.problem(
        "", "L601", f'Liên kết "{target[:80]}" không dẫn tới bài nào.', remedy, line=line
    )
