"""What the W3C feed validator says of a feed, as far as its rules can be told without it.

The validator is no package; these are its rules (src/feedvalidator of w3c/feedvalidator) that
depend on what editors write: HTML that parses without a fault and holds no attribute it warns
of, absolute addresses of ASCII, plain texts without tags, dates that came.
"""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import html5lib
import pytest
from lxml import etree

from conftest import DEMO_NOW

# Of those that bodies may have (bodies.py); role and aria-label are not among them.
KNOWN = frozenset("alt class colspan height href id rowspan scope src start title width".split())
PLAIN = ("title", "subtitle", "summary", "rights", "copyright", "creator", "category", "name")
LINK = re.compile(r'<(?:a|img)\s[^>]*?(?:href|src)="([^"]*)"')


def _feeds(site: Path) -> list[Path]:
    return [path for name in ("feed*.xml", "atom.xml") for path in sorted(site.rglob(name))]


@pytest.fixture(scope="module")
def elements(demo_site: Path) -> list[tuple[str, etree._Element]]:
    """Every element of every feed of the demo, with its local name."""
    return [
        (etree.QName(element).localname, element)
        for path in _feeds(demo_site)
        for element in etree.parse(path).getroot().iter(etree.Element)
    ]


def test_html_parses_without_a_fault_and_without_what_readers_take_out(elements) -> None:  # type: ignore[no-untyped-def]
    texts = {
        element.text or ""
        for name, element in elements
        if name in ("encoded", "content")
        or (name == "description" and element.getparent().tag == "item")
    } - {""}
    assert len(texts) > 50
    for text in texts:
        tree = html5lib.HTMLParser(strict=True).parseFragment(text)
        used = {name for element in tree.iter() for name in element.attrib}
        assert used <= KNOWN, text
        assert all(re.match(r"\w+:", link) and link.isascii() for link in LINK.findall(text)), text


def test_plain_texts_hold_no_tags_and_no_odd_characters(elements) -> None:  # type: ignore[no-untyped-def]
    for name, element in elements:
        text = element.text or ""
        assert not (name in PLAIN and re.search(r"</\w+>", text)), text
        assert not re.search("[\x80-\x9f\ufffd]", text), text
        assert all(
            value.isascii() for key, value in element.attrib.items() if key in ("href", "url")
        )


def test_every_moment_is_past_and_no_feed_is_older_than_its_entries(demo_site: Path) -> None:
    now = datetime.fromisoformat(DEMO_NOW)
    atom = "{http://www.w3.org/2005/Atom}"
    for path in _feeds(demo_site):
        root = etree.parse(path).getroot()
        built = root.findtext("channel/lastBuildDate")
        if built is None:
            moments = [datetime.fromisoformat(e.text) for e in root.iter(f"{atom}updated")]
            assert max(moments) == moments[0] <= now, path
        else:
            dates = [parsedate_to_datetime(e.text) for e in root.iter("pubDate")]
            assert max([*dates, parsedate_to_datetime(built)]) <= now, path
            assert parsedate_to_datetime(built) >= max(dates), path
