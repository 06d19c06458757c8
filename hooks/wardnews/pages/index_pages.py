"""Indexes: of the units, of the months, of the legal documents that items cite."""

from __future__ import annotations

from collections.abc import Iterator

from wardnews import addresses
from wardnews.model import Article, Listing
from wardnews.outputs import Output
from wardnews.pages.heads import Head
from wardnews.pages.listing_pages import Page, split_pages
from wardnews.pages.press import Press
from wardnews.phrases import name_document
from wardnews.text.sorting import sort_key
from wardnews.ward import LegalDocument, Unit


def render_units(press: Press) -> Output:
    head = Head(
        title="Đơn vị",
        description=f"Các trường, phòng, trung tâm đưa tin trên chuyên trang của "
        f"{press.site.newsroom.registers.ward.name}.",
        address=addresses.UNITS,
    )
    groups = group_units(press)
    counts = [count for _, _, rows in groups for _, count in rows]
    return press.plan_page("units", head, *counts, key="don-vi", facts=lambda: {"groups": groups})


_UNIT_GROUPS = (
    ("Ủy ban nhân dân, phòng, trung tâm", "", ("ubnd", "phong", "trung-tam")),
    ("Trường mầm non", "mam-non", ("mam-non",)),
    ("Trường tiểu học", "tieu-hoc", ("tieu-hoc", "th-thcs")),
    ("Trường trung học cơ sở", "thcs", ("thcs", "th-thcs")),
)


def group_units(press: Press) -> list[tuple[str, str, list[tuple[Unit, int]]]]:
    """By type: title, address of the level's listing or "", units with their counts."""
    units = press.site.newsroom.registers.units
    groups = []
    for title, level, types in _UNIT_GROUPS:
        chosen = sorted((u for u in units if u.type in types), key=lambda u: sort_key(u.name))
        if level == "":
            chosen.sort(key=lambda unit: types.index(unit.type))
        rows = [(unit, _count(press, addresses.unit(unit))) for unit in chosen]
        address = addresses.level(level) if level else ""
        if rows:
            groups.append((title, address if address in press.by_address else "", rows))
    return groups


def _count(press: Press, address: str) -> int:
    listing = press.by_address.get(address)
    return len(listing.articles) if listing else 0


def render_archive(press: Press) -> Output:
    months = [each for each in press.site.listings if each.kind == "month" and each.articles]
    months.sort(key=lambda listing: listing.key, reverse=True)
    years: dict[str, list[Listing]] = {}
    for listing in months:
        years.setdefault(listing.key[:4], []).append(listing)
    head = Head(
        title="Lưu trữ theo tháng",
        description="Mọi tin, bài đã đăng, xếp theo tháng.",
        address=addresses.ARCHIVE,
    )
    counts = [f"{month.key} {len(month.articles)}" for month in months]
    facts = {"years": years}
    return press.plan_page("archive", head, *counts, key="luu-tru", facts=lambda: facts)


def render_documents(press: Press) -> Iterator[Output]:
    documents = press.site.newsroom.registers.documents
    citing: dict[str, list[Article]] = {document.id: [] for document in documents}
    for article in press.visible:
        for document in article.documents:
            citing[document.id].append(article)
    head = Head(
        title="Văn bản",
        description="Văn bản được nhắc tới trong các bài, kèm những bài viết về từng văn bản.",
        address=addresses.DOCUMENTS,
    )
    rows = [(document, len(citing[document.id])) for document in documents]
    counts = [count for _, count in rows]
    yield press.plan_page("documents", head, *counts, key="van-ban", facts=lambda: {"rows": rows})
    for document in documents:
        for page in split_pages(addresses.document(document), citing[document.id]):
            yield _render_document(press, document, page)


def _render_document(press: Press, document: LegalDocument, page: Page) -> Output:
    suffix = f", trang {page.number}" if page.number > 1 else ""
    head = Head(
        title=f"{name_document(document)}{suffix}",
        description=f"{document.title}. Tin, bài nhắc tới văn bản này{suffix}.",
        address=addresses.page(page.address, page.number),
    )
    return press.plan_page(
        "document",
        head,
        page.count,
        shows=press.keys_of(*page.articles),
        key="van-ban",
        facts=lambda: {"document": document, "page": page},
    )
