"""Pictures described for the blind, children shown or named only with their parents' consent."""

from __future__ import annotations

import re
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
_FILE = re.compile(r"://|[\\]|\.[a-z]{3,4}\Z", re.I)  # the paper itself, or where it lies
_PUPIL = re.compile(r"(?:học sinh|hoc-sinh|em|cháu|bé)(?!\w)", re.I)
# Names of files that hold what is never published; compared as slugs.
_PAPERS = re.compile(
    r"(?:^|-)(?:dong-y|dong-thuan|can-cuoc|cccd|cmnd|khai-sinh|ho-khau|ly-lich|hoc-ba)(?:-|$)"
)
_LISTS = re.compile(r"(?:^|-)(?:danh-sach-(?:lop|hoc-sinh|hs|tre)|ds-(?:lop|hs)|bang-diem)(?:-|$)")


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
        near, row = shown
        line = manuscript.add_line("minors", "khong")
        yield manuscript.problem(
            "minors",
            "A207",
            "Bài có ảnh hoặc video nhưng chưa ghi có nhận ra trẻ em hay không.",
            'Nhìn ảnh: có nhận ra em nào không? Có thì ghi "minors: co" và "consent: <số giấy đồng '
            f'ý của phụ huynh>"; không thì {line[:1].lower()}{line[1:]}',
            near=near,
            line=0 if "minors" in manuscript.blanks else row,
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
    # What lies at an address elsewhere is a film or a picture, unless it is there to be heard.
    watched = media and media.url and article.kind.id != "podcast"
    if media and (watched or article.kind.id == "video" or _shows(media.file) or media.poster):
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
    """A named child has a consent of its own (Luật 91/2025/QH15, điều 24); an adult should have."""
    for position, person in enumerate(article.people):
        place = f"people.{position}"
        if person.minor and not person.consent:
            yield manuscript.problem(
                f"{place}.consent",
                "P504",
                f"{quote(person.name)} là trẻ em nhưng chưa ghi số giấy đồng ý của phụ huynh.",
                "Thêm dòng consent: <số, ký hiệu giấy đồng ý> dưới tên em, hoặc bỏ tên em.",
            )
        elif not manuscript.has(f"{place}.minor") and (
            _PUPIL.match(person.role) or _PUPIL.match(person.name)
        ):
            yield manuscript.problem(
                f"{place}.minor",
                "P504",
                f"{quote(person.name)} là học sinh nhưng chưa ghi có phải trẻ em (dưới 16 tuổi) "
                "hay không.",
                "Thêm dòng minor: co và consent: <số, ký hiệu giấy đồng ý> dưới tên em; đã đủ 16 "
                "tuổi thì ghi minor: khong.",
            )
        elif article.exemplar and not person.minor and not person.consent:
            yield manuscript.problem(
                f"{place}.consent",
                "P510",
                f"{quote(person.name)} được nêu gương nhưng chưa ghi đã đồng ý hay chưa.",
                "Hỏi người ấy, rồi thêm dòng consent: <số giấy, hoặc ngày đã hỏi>.",
                level="warning",
            )


def check_consents(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """A consent is the number of a paper kept at the school: never the paper, nor a mere "có"."""
    people = ((f"people.{n}.consent", each.consent) for n, each in enumerate(article.people))
    for field, consent in (("consent", article.consent), *people):
        is_file = _FILE.search(consent)
        if consent and (is_file or not re.search(r"[0-9]", consent)):
            yield manuscript.problem(
                field,
                "P509",
                f"{quote(consent)} là tệp, không phải số của giấy đồng ý."
                if is_file
                else f"{quote(consent)} không cho biết là giấy đồng ý nào.",
                'Ghi số, ký hiệu hoặc ngày của tờ giấy giữ ở trường, ví dụ: "Sổ đồng ý 2026, số '
                '14". Không đưa bản giấy, bản chụp lên đây.',
            )


def check_file_names(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """No file whose name says that it is a paper of a person, or a list of pupils."""
    for field, target, line in _list_files(article):
        name = make_slug(PurePosixPath(target).stem)
        if _PAPERS.search(name):
            yield manuscript.problem(
                field,
                "P509",
                f"Tệp {quote(target)} có vẻ là giấy tờ riêng của một người.",
                "Xóa tệp khỏi thư mục của bài; chỉ ghi số, ký hiệu của giấy. Nếu là mẫu chưa điền "
                'thì đổi tên tệp, ví dụ: "mau-don.pdf".',
                line=line,
            )
        elif _LISTS.search(name):
            yield manuscript.problem(
                field,
                "P507",
                f"Tệp {quote(target)} có vẻ là danh sách hoặc bảng điểm học sinh.",
                "Mở tệp xem lại; danh sách, điểm của các em chỉ gửi riêng cho phụ huynh.",
                level="warning",
                line=line,
            )


def _list_files(article: Article) -> Iterator[tuple[str, str, int]]:
    """Every file that an item names: the field, the name, the line if it is in the text."""
    if article.image:
        yield "image.file", article.image.file, 0
    if article.media:
        yield "media.file", article.media.file, 0
        yield "media.poster", article.media.poster, 0
    for position, attachment in enumerate(article.attachments):
        yield f"attachments.{position}.file", attachment.file, 0
    for reference in article.body.references:
        if "://" not in reference.target:
            yield "", reference.target, reference.line


PRIVACY_RULES: tuple[Rule, ...] = (
    check_alt,
    check_minors,
    check_people,
    check_consents,
    check_file_names,
)
