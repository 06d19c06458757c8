"""ARCHITECTURE.md tells truly what content may hold: the lists of HTML and the bounds."""

from __future__ import annotations

import re

import pytest

from conftest import ROOT
from wardnews import attachments, bodies, images, pictures, references, svg
from wardnews.bodies import render_body
from wardnews.content import files, front_matter, reader, registers

TEXT = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
SECTION = TEXT.partition("## What content may hold")[2].partition("\n## ")[0]
LINES = re.findall(r"^\|.*\|$", SECTION, re.MULTILINE)
ROWS = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in LINES]
ALLOWED = {tag: set(row[1].split()) for row in ROWS[2:12] for tag in row[0].split()}
# Every element of HTML, and of SVG and MathML what has ever run something.
ELEMENTS = (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big"
    " blink blockquote body br button canvas caption center cite code col colgroup command content"
    " data datalist dd del details dfn dialog dir div dl dt element em embed fencedframe fieldset"
    " figcaption figure font footer form frame frameset geolocation h1 h2 h3 h4 h5 h6 head header"
    " hgroup hr html i iframe image img input ins isindex kbd keygen label legend li link listing"
    " main map mark marquee math menu menuitem meta meter multicol nav nextid nobr noembed noframes"
    " noscript object ol optgroup option output p param picture plaintext portal pre progress q rb"
    " rp rt rtc ruby s samp script search section select selectedcontent shadow slot small source"
    " spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th"
    " thead time title tr track tt u ul var video wbr xmp foreignObject animate animateMotion"
    " animateTransform set use mtext mglyph maction semantics annotation-xml x-own"
).split()


def test_the_tables_name_each_element_once() -> None:
    names = [tag for row in ROWS[2:12] for tag in row[0].split()]
    assert len(names) == len(set(names)) == len(bodies.TAGS)


@pytest.mark.parametrize("tag", ELEMENTS)
def test_an_element_comes_through_only_if_the_table_has_it(tag: str) -> None:
    whole = f"<{tag}>chữ</{tag}>"
    if tag in ("td", "th", "tr", "tbody", "thead", "tfoot", "caption"):  # stand in a table only
        inside = whole if tag in ("caption", "tr") else f"<tr>{whole}</tr>"
        whole = f"<table>{inside}</table>"
    found = set(re.findall(r"<([a-zA-Z][a-zA-Z0-9-]*)", render_body(f"Trước {whole} sau").html))
    assert found <= set(ALLOWED)
    assert (tag in found) is (tag in ALLOWED)


def test_the_attributes_of_each_element_are_those_of_the_table() -> None:
    lists = (bodies._ATTRIBUTES, bodies._VALUES, {tag: {"class"} for tag in bodies._CLASSES})
    assert {
        tag: {name for each in lists for name in each.get(tag, ())} for tag in bodies.TAGS
    } == ALLOWED


def test_the_bounds_are_those_of_the_code() -> None:
    assert [row[1] for row in ROWS[14:]] == [
        f"{reader.LARGEST >> 20} MiB, {front_matter._MOST_NODES} values,"
        f" {front_matter._DEEPEST} deep; an item also {reader.SECONDS:.0f} seconds and"
        " 1 GiB of memory",
        f"{registers._MOST_ROWS} rows",
        f"{references._MOST}",
        f"{images.LARGEST >> 20} MiB, {images.MOST_PIXELS // 1_000_000} million pixels,"
        f" {pictures._SECONDS:.0f} seconds, 1 GiB of memory",
        f"{svg._MOST_NODES} elements, those drawn again by `<use>` and patterns counted each time",
        f"{attachments.LARGEST >> 20} MiB, and by its bytes what its name says",
        f"{files._MOST} files, {files._DEEPEST} folders deep; links and pipes are not followed",
    ]
