"""Everything an editor may write in an item's header: one line a field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import get_args

from wardnews.content import parts
from wardnews.content.fields import Fields
from wardnews.content.manuscripts import PATH, day_of
from wardnews.content.nodes import Mapping
from wardnews.content.wording import names_of, suggest
from wardnews.model import Article, Body, Exemplar, Experience, Person, Problem, Status
from wardnews.text.dates import MORNING
from wardnews.text.quoting import quote
from wardnews.ward import Registers, Strand, Term, Theme, Unit

STATUSES: dict[str, Status] = {status: status for status in get_args(Status)}
_STATUS_NAMES = {
    "nhap": "Bản nháp",
    "cho-duyet": "Chờ duyệt",
    "da-duyet": "Đã duyệt",
    "go": "Đã gỡ",
}
EXEMPLAR = Term(id="dien-hinh", label="Điển hình")
_NEWS = Term(id="tin", label="Tin")  # stands in where lists.yml has none
_GONE = "Bài đã gỡ"  # stands in for the words of an item that was taken down
_THEME = re.compile(
    r"(?P<theme>iv|v|i{1,3}|[1-5])(?:\s*[.\-]?\s*(?P<letter>[a-z]))?", re.IGNORECASE
)
_LONGEST_CODE = 6  # "III. b"; what is longer is the name of a theme
_NUMERALS = dict(zip("12345", ("i", "ii", "iii", "iv", "v"), strict=True))
_TITLE = "Bài chưa có tiêu đề."
_SUMMARY = "Bài chưa có tóm tắt; nhiều trang trường chỉ hiện đúng đoạn này."
_ELSEWHERE = {
    **dict.fromkeys(parts.EXEMPLAR_FIELDS, "điển hình, đặt trong thư mục exemplars"),
    **dict.fromkeys(parts.ANSWER_FIELDS, "giải đáp (kind: giai-dap)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of a header.

    The article is None only when there is no unit or theme at all to stand in; the status is
    None when it is not one of the four.
    """

    article: Article | None
    status: Status | None


def read_article(
    path: str,
    mapping: Mapping,
    *,
    body: Body,
    registers: Registers,
    zone: tzinfo,
    problems: list[Problem],
) -> Reading:
    """Type a header; what cannot be read gets a stand-in and a Problem.

    `path` must match manuscripts.PATH. What an item that was taken down has lost is not missed.
    """
    place = PATH.fullmatch(path)
    assert place, path
    day = day_of(path)
    fields = Fields(path, mapping, zone=zone, problems=problems, example=day)
    exemplar = place["folder"] == "exemplars"
    units = {unit.id: unit for unit in sorted(registers.units, key=lambda u: bool(u.merged_into))}
    unit = _read_unit(fields, units, place["unit"])
    status = _read_status(fields)
    gone = status == "go"
    default = "v" if exemplar else registers.themes[0].id if gone and registers.themes else ""
    theme, strand = _read_theme(fields, registers.themes, default=default)
    moment = fields.moment("date", required="Bài chưa ghi ngày đăng.")
    stand_in = datetime.combine(day, MORNING, zone)
    published, updated = moment or stand_in, fields.moment("updated")
    corrections = parts.read_corrections(fields, published, updated)
    kind = _read_kind(fields, registers.kinds, exemplar=exemplar)
    article = None
    if unit is not None and theme is not None:
        article = Article(
            path=path,
            year=place["year"],
            month=place["month"],
            slug=fields.text("slug") or place["slug"],
            title=fields.text("title", required="" if gone else _TITLE, longest=150, example="…")
            or gone * _GONE,
            date=published,
            unit=unit,
            theme=theme,
            strand=strand,
            kind=kind,
            summary=fields.text(
                "summary", required="" if gone else _SUMMARY, longest=300, example="…"
            )
            or gone * _GONE,
            status=status or "nhap",
            approved_by=fields.text("approved_by"),
            approved_on=fields.day("approved_on"),
            id=fields.text("id"),
            audiences=fields.choices("audiences", parts.terms(registers.audiences), "đối tượng"),
            tags=fields.choices("tags", parts.terms(registers.tags), "nhãn"),
            documents=fields.choices(
                "documents", {row.id: row for row in registers.documents}, "văn bản"
            ),
            image=parts.read_image(fields),
            minors=fields.flag("minors"),
            consent=fields.text("consent"),
            consent_on=fields.day("consent_on"),
            author=fields.text("author"),
            source=fields.text("source"),
            source_url=fields.url("source_url"),
            aliases=tuple(map(_bare, fields.texts("aliases"))),
            updated=updated,
            corrections=corrections,
            withdrawn=parts.read_withdrawal(
                fields, published, updated, *(correction.date for correction in corrections)
            ),
            event=parts.read_event(fields),
            deadline=fields.end("deadline"),
            benefits=fields.block("benefits"),
            attachments=parts.read_attachments(fields),
            pinned_until=fields.end("pinned_until"),
            expires=fields.end("expires"),
            people=parts.read_people(fields),
            channels=parts.read_channels(fields, registers.channels, stand_in),
            media=parts.read_media(fields),
            answer=parts.read_answer(fields) if kind.id == "giai-dap" else None,
            experience=Experience(
                difficulties=fields.block("difficulties"),
                proposals=fields.block("proposals"),
                reach=fields.block("reach"),
                impact=fields.block("impact"),
                public=bool(fields.flag("public")),
            ),
            exemplar=parts.read_exemplar(fields, units, gone=gone) if exemplar else None,
            body=body,
        )
        fields.finish(_ELSEWHERE)
    return Reading(article=_withhold(article) if article and gone else article, status=status)


def _withhold(article: Article) -> Article:
    """What is left of an item that was taken down: its address, its listings and its notice.

    Its words and files end here, so that no form of the site and no cache can have them.
    """
    exemplar = Exemplar(school_year="", results=()) if article.exemplar else None
    return Article(
        path=article.path,
        year=article.year,
        month=article.month,
        slug=article.slug,
        title=_GONE,
        date=article.date,
        unit=article.unit,
        theme=article.theme,
        strand=article.strand,
        kind=article.kind,
        summary=_GONE,
        status=article.status,
        approved_by=article.approved_by,
        approved_on=article.approved_on,
        id=article.id,
        audiences=article.audiences,
        tags=article.tags,
        consent=article.consent,
        aliases=article.aliases,
        updated=article.updated,
        withdrawn=article.withdrawn,
        people=tuple(Person(name="", consent=each.consent) for each in article.people),
        exemplar=exemplar,
    )


def parse_theme(typed: str, themes: tuple[Theme, ...]) -> tuple[Theme | None, Strand | None]:
    """III.b, 3b, "III b" and iii.b are all strand b of theme III; (None, None) when it is none."""
    match = _THEME.fullmatch(typed.strip())
    if match is None:
        return None, None
    identifier = _NUMERALS.get(match["theme"], match["theme"].lower())
    theme = next((theme for theme in themes if theme.id == identifier), None)
    if theme is None or match["letter"] is None:
        return theme, None
    strand = theme.strand(match["letter"].lower())
    return (theme, strand) if strand else (None, None)


def _bare(alias: str) -> str:
    """An old address as every way of writing it means it: "/tin/a/index.html" is "tin/a"."""
    return alias.strip("/").removesuffix("/index.html")


def _read_unit(fields: Fields, units: dict[str, Unit], folder: str) -> Unit | None:
    """The unit, which is that of the folder; what cannot be read is the folder's, or any."""
    stand_in = units.get(folder, next(iter(units.values()), None))
    example = folder if folder in units else next(iter(units), "")
    unit = fields.choice("unit", units, "đơn vị", required="Bài chưa ghi đơn vị.", example=example)
    if unit is not None and unit.id != folder:
        remedy = f"huyển tệp sang thư mục {unit.id}."
        fields.problem(
            "unit",
            "T122",
            f'Bài ghi đơn vị "{unit.id}" nhưng tệp nằm trong thư mục của "{folder}".',
            f'Sửa thành "unit: {folder}", hoặc c{remedy}' if folder in units else f"C{remedy}",
        )
    return unit or stand_in


def _read_theme(
    fields: Fields, themes: tuple[Theme, ...], *, default: str
) -> tuple[Theme | None, Strand | None]:
    stand_in = next((theme for theme in themes if theme.id == default), None)
    missing = "" if stand_in else "Bài chưa ghi chủ đề."
    typed = fields.text("theme", required=missing, example="III.b")
    if not typed:
        return stand_in or next(iter(themes), None), None
    theme, strand = parse_theme(typed, themes)
    if theme is None:
        _tell_no_theme(fields, typed, themes)
        return next(iter(themes), None), None
    if theme.strands and strand is None:
        offer = "; ".join(f"{theme.numeral}.{s.letter} ({s.name})" for s in theme.strands)
        fields.problem(
            "theme",
            "T114",
            f"Chủ đề {theme.numeral} chưa ghi rõ mạch nội dung.",
            f"Chọn một trong: {offer}.",
            level="warning",
        )
    return theme, strand


def _tell_no_theme(fields: Fields, typed: str, themes: tuple[Theme, ...]) -> None:
    """Offer the codes, and the one whose name was written in full."""
    strands = {
        f"{theme.numeral}.{strand.letter}": names_of(strand)
        for theme in themes
        for strand in theme.strands
    }
    whole = {theme.numeral: names_of(theme) for theme in themes}
    meant = suggest(typed, whole | strands) if len(typed) > _LONGEST_CODE else ""
    parts_of = [code for code in strands if code.startswith(f"{meant}.")]
    offered = " hay ".join(f'"{code}"' for code in parts_of or [meant])
    asked = f"Có phải bạn muốn ghi {offered}? " if meant else ""
    known = [theme.numeral for theme in themes if not theme.strands] + list(strands)
    fields.problem(
        "theme",
        "T102",
        f"Không có chủ đề nào là {quote(typed)}.",
        f"{asked}Ghi một trong các mã: {', '.join(known)}.",
    )


def _read_status(fields: Fields) -> Status | None:
    if not fields.has("status"):
        return "nhap"
    return fields.choice("status", STATUSES, "trạng thái", called=_STATUS_NAMES)


def _read_kind(fields: Fields, kinds: tuple[Term, ...], *, exemplar: bool) -> Term:
    known = {kind.id: kind for kind in kinds if exemplar == (kind.id == EXEMPLAR.id)}
    usual = EXEMPLAR if exemplar else _NEWS
    stand_in = known.get(usual.id, usual)
    typed = fields.text("kind")
    if exemplar != (typed == EXEMPLAR.id) and typed in {kind.id for kind in kinds}:
        fields.problem(
            "kind",
            "T102",
            f'Bài trong thư mục này không thể có thể loại "{typed}".',
            'Xóa dòng "kind"; bài trong thư mục exemplars luôn là điển hình.'
            if exemplar
            else "Muốn đăng điển hình thì chuyển tệp sang thư mục exemplars.",
        )
        return stand_in
    return fields.choice("kind", known, "thể loại") or stand_in
