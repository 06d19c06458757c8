"""The page of the search: its form, what narrows its results, and the tables of its script."""

from __future__ import annotations

import json

from wardnews import addresses
from wardnews.outputs import Output
from wardnews.pages.heads import Head
from wardnews.pages.press import Press
from wardnews.text.folding import ABBREVIATIONS, LETTERS, PLACEMENTS

Options = list[tuple[str, str]]  # values and words
_TABLES = {"placements": PLACEMENTS, "letters": LETTERS, "abbreviations": ABBREVIATIONS}


def render_search(press: Press) -> Output:
    """The page is always there; without an index it leads to the archive."""
    ward = press.site.newsroom.registers.ward
    head = Head(
        title="Tìm kiếm",
        description=f"Tìm tin, bài trên chuyên trang của {ward.name}; gõ không dấu cũng được.",
        address=addresses.SEARCH,
    )
    choices = _list_choices(press)
    bundles = [addresses.relative(each, addresses.SEARCH) for each in press.site.bundles]
    return press.plan_page(
        "search",
        head,
        *bundles,
        repr(choices),
        key="tim-kiem",
        facts=lambda: {
            "bundles": bundles,
            "choices": choices,
            "tables": json.dumps(_TABLES, ensure_ascii=False),
        },
    )


def _list_choices(press: Press) -> list[tuple[str, str, str, Options]]:
    """By filter: its name in the index and in addresses, its label, and what has items."""
    registers, shown = press.site.newsroom.registers, press.visible
    units = {article.unit.id for article in shown}
    kinds = {article.kind.id: article.kind.label for article in shown}
    order = [kind.id for kind in registers.kinds]
    ranked = sorted(kinds, key=lambda id: order.index(id) if id in order else len(order))
    return [
        ("unit", "don-vi", "Đơn vị", [
            (unit.id, unit.short_name or unit.name) for unit in registers.units if unit.id in units
        ]),
        ("theme", "chu-de", "Chủ đề", [
            (theme.id, f"{theme.numeral}. {theme.short_name}") for theme in registers.themes
        ]),
        ("kind", "the-loai", "Thể loại", [(id, kinds[id]) for id in ranked]),
        ("year", "nam", "Năm", [
            (str(year), str(year)) for year in sorted({a.date.year for a in shown}, reverse=True)
        ]),
    ]  # fmt: skip
