"""Where links lead, and what is read of a page."""

from __future__ import annotations

import pytest

from wardnews.publishing.page_facts import locate, read_page

URL = "https://vidu.example/thu/"
PAGE = "a/b/index.html"


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("", (PAGE, "")),
        ("#x", (PAGE, "x")),
        ("?q=1#x", (PAGE, "x")),
        ("c.png", ("a/b/c.png", "")),
        ("./", ("a/b/index.html", "")),
        ("..", ("a/index.html", "")),
        ("../../", ("index.html", "")),
        ("../../c/#x", ("c/index.html", "x")),
        ("/thu/", ("index.html", "")),
        ("/thu/c/", ("c/index.html", "")),
        (URL, ("index.html", "")),
        (f"{URL}c.xml?v=2", ("c.xml", "")),
        ("../../../c/", ("../c/index.html", "")),
        ("/c/", None),
        ("//example.com/c/", None),
        ("https://example.com/", None),
        ("tel:0204", None),
    ],
)
def test_a_link_leads_to_a_file(link: str, target: tuple[str, str] | None) -> None:
    assert locate(link, PAGE, URL) == target


def test_a_page_tells_its_address_and_its_places() -> None:
    html = f'<link rel=canonical href="{URL}a/b/"><meta name=robots content="noindex, follow">'
    facts = read_page(f'{html}<h2 id="mục">A</h2><a name="cũ"></a>'.encode(), PAGE, URL)
    assert (facts.address, facts.is_hidden) == (f"{URL}a/b/", True)
    assert facts.places == {"mục", "cũ"}


def test_an_empty_page_has_no_facts() -> None:
    assert read_page(b"", PAGE, URL).targets == frozenset()
