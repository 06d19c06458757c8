"""The map of the site: everything is on it, with how much there is."""

from __future__ import annotations

import re

from page_samples import ITEMS, make_site, many, render
from wardnews import addresses


def _links(articles: list[object]) -> dict[str, str]:
    html = render(articles)["so-do-trang/index.html"]  # type: ignore[arg-type]
    rows = re.findall(r'<li[^>]*><a href="\.\./([^"]*)">(.*?)</li>', html)
    return {address.removeprefix("./"): rest for address, rest in rows}


def test_every_section_is_on_it_with_its_number_of_items() -> None:
    articles = [*ITEMS.values(), *many(20)]
    links = _links(articles)  # type: ignore[arg-type]
    within = ("unit-theme", "unit-exemplars")  # found on the page of their unit
    for listing in make_site(articles).listings:
        if listing.articles and listing.kind not in within:
            assert f"{len(listing.articles)} bài" in links[listing.address], listing.address


def test_what_is_empty_is_left_out_but_themes_and_units_stay() -> None:
    links = _links([])
    assert "don-vi/th-mau-a/" in links and "chu-de/iii/a/" in links
    assert not [address for address in links if address.startswith(("the/", "the-loai/"))]
    assert "chưa có bài" in links["don-vi/th-mau-a/"]


def test_standing_pages_are_on_it() -> None:
    links = _links([])
    for address in ("lien-he/", "gioi-thieu/", addresses.SUBSCRIBE, addresses.DATA):
        assert address in links
