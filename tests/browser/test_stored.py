"""What a browser keeps of a visit: what the sheet for the security dossier says, and no more."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

SHEET = Path(__file__).parent.parent.parent / "docs" / "ho-so-cap-do.md"
ITEM = "2026/10/th-mau-a-goc-doc-cuoi-lop/"


def test_only_the_choice_of_letters_and_colours_is_kept(open_page: Callable[..., Page]) -> None:
    page = open_page(ITEM)
    page.locator("[data-display] summary").click()
    for radio in page.locator("[data-display] [type=radio]").all():
        radio.check(force=True)
    for address in ("", "tim-kiem/?q=thu+vien", "nhung/", "nhung/tat-ca/", "dang-ky/"):
        page.goto(page.url.partition("/thu/")[0] + "/thu/" + address)
    kept = page.evaluate("Object.keys(localStorage).sort()")
    assert kept == ["/thu/.__palette", "wardnews.text"]
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases()") == []
    assert page.context.cookies() == []
    sheet = SHEET.read_text("utf-8")
    assert "`__palette`" in sheet and "`wardnews.text`" in sheet
