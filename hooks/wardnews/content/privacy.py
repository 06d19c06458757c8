"""Pictures described for the blind, children shown or named only with their parents' consent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from wardnews.content.manuscripts import Manuscript, Rule
from wardnews.model import Article, Problem
from wardnews.text.quoting import quote
from wardnews.text.slugs import make_slug

_EMPTY_ALTS = frozenset(
    {"anh", "anh-minh-hoa", "hinh", "hinh-anh", "hinh-minh-hoa", "image", "img", "photo", "picture"}
)
# What shows people; attachments.py knows what may be published of it.
_SHOWN = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".heic", ".heif", ".mp4", ".webm")


def check_alt(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """Every picture is described for those who cannot see it."""
    pictures = [
        ("", reference.target, reference.alt, reference.line)
        for reference in article.body.references
        if reference.kind == "picture"
    ]
    if article.image:
        pictures.insert(0, ("image.alt", article.image.file, article.image.alt, 0))
    for field, file, alt, line in pictures:
        fault = _judge_alt(alt, file, article.title)
        if fault is not None:
            yield manuscript.problem(
                field,
                "A201",
                f"Ảnh {quote(file)} chưa có mô tả cho người không nhìn thấy{fault}.",
                "Tả điều thấy trong ảnh, ví dụ: "
                + (
                    'alt: "Học sinh xếp hàng dự lễ khai giảng".'
                    if field
                    else "![Học sinh xếp hàng dự lễ khai giảng](anh.jpg)."
                ),
                line=line,
            )


def _judge_alt(alt: str, file: str, title: str) -> str | None:
    """Why a picture counts as not described, as the end of a sentence; None when it is."""
    said, path = make_slug(alt), PurePosixPath(file)
    if not alt.strip():
        return ""
    if not said or said in _EMPTY_ALTS:
        return f": chỉ ghi {quote(alt)}, không nói trong ảnh có gì"
    if said == make_slug(title):
        return f": {quote(alt)} là chép lại tiêu đề"
    if said in map(make_slug, (file, path.name, path.stem)):
        return f": {quote(alt)} là tên tệp"
    return None


def check_minors(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """Pictures say whether children can be recognised; if so the consent is on paper."""
    shown = next(_list_shown(article), None)
    if shown is not None and not manuscript.has("minors"):
        near, line = shown
        yield manuscript.problem(
            "minors",
            "A207",
            "Bài có ảnh hoặc video nhưng chưa ghi có nhận ra trẻ em hay không.",
            manuscript.add_line("minors", "khong")
            + ' Nếu nhận ra được trẻ em thì ghi "minors: co" và '
            '"consent: <số giấy đồng ý của phụ huynh>".',
            near=near,
            line=0 if "minors" in manuscript.blanks else line,
        )
    if article.minors and not manuscript.has("consent"):
        yield manuscript.problem(
            "consent",
            "P503",
            "Ảnh nhận ra được trẻ em nhưng chưa ghi số giấy đồng ý của phụ huynh.",
            manuscript.add_line("consent", "<số, ký hiệu giấy đồng ý>")
            + " Hoặc thay ảnh không nhận ra các em. Không đưa bản giấy lên đây.",
            near="minors",
        )


def _list_shown(article: Article) -> Iterator[tuple[str, int]]:
    """Every picture or video of an item: the field that names it, or its line in the text."""
    if article.image:
        yield "image", 0
    media = article.media
    if media and (article.kind.id == "video" or _shows(media.file) or media.poster):
        yield "media", 0
    for position, attachment in enumerate(article.attachments):
        if _shows(attachment.file):
            yield f"attachments.{position}", 0
    for reference in article.body.references:
        if reference.kind == "picture" or _shows(reference.target):
            yield "", reference.line


def _shows(target: str) -> bool:
    """Is this a picture or a video of our own?"""
    return "://" not in target and target.partition("#")[0].lower().endswith(_SHOWN)


def check_people(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """A named child has a consent of its own (Luật 91/2025/QH15, điều 24)."""
    for position, person in enumerate(article.people):
        if person.minor and not person.consent:
            yield manuscript.problem(
                f"people.{position}.consent",
                "P504",
                f"{quote(person.name)} là trẻ em nhưng chưa ghi số giấy đồng ý của phụ huynh.",
                "Thêm dòng consent: <số, ký hiệu giấy đồng ý> dưới tên em, hoặc bỏ tên em.",
            )


PICTURE_RULES: tuple[Rule, ...] = (check_alt, check_minors)
