"""Markdown to safe HTML: python-markdown writes it, nh3 lets through what the list below names.

What is let through, and why, stands in ARCHITECTURE.md ("What content may hold").
The HTML of a body is one text for every form of the site. Its links and pictures are left open as
numbered marks, because their addresses depend on the page, feed or embed that shows the body.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from html import escape, unescape
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import unique
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor

from wardnews.model import Body, Reference
from wardnews.shapes import GALLERY, TABLE, ShapeExtension
from wardnews.text.slugs import make_heading_id

TAGS = frozenset(
    "h2 h3 h4 p br hr ul ol li blockquote pre code em strong b i u s del ins sub sup small mark"
    " abbr dl dt dd a img figure figcaption table thead tbody tfoot tr th td caption div".split()
)
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "abbr": {"title"},
    "th": {"colspan", "rowspan"},
    "td": {"colspan", "rowspan"},
    **{tag: {"id"} for tag in ("h2", "h3", "h4", "li", "sup")},
}
_VALUES = {
    "th": {"scope": {"col", "row"}},
    "div": {"role": {"group"}, "tabindex": {"0"}, "aria-label": {TABLE}},
}
_CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"footnote", GALLERY, "tablebox"},
    "th": {"n", "c"},
    "td": {"n", "c"},
}
# Every scheme that somebody may try is let through to become a Reference, so that a rule can name
# it to the editor; what is written in the end comes from the resolved references only.
_SCHEMES = {"http", "https", "mailto", "tel", "javascript", "data", "vbscript", "file", "ftp"}
_CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    attributes=_ATTRIBUTES,
    tag_attribute_values=_VALUES,
    allowed_classes=_CLASSES,
    url_schemes=_SCHEMES,
    link_rel=None,
)
_FRAME_ID = re.compile(' id="__[^"]*"')  # of the frame around the text: Markdown makes none
_HEADING_TAGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADINGS = {"h1": "h2", "h5": "h4", "h6": "h4"}

_TAG = re.compile(r'<(a|img)((?: [a-z-]+="[^"]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_MARK = re.compile(" \ufdd0([0-9]+)\ufdd1")
_PICTURE = re.compile("<img \ufdd0([0-9]+)\ufdd1[^>]*>")
# What XML cannot hold, our own marks, and what makes a text read otherwise than it is written.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\u200b\u200c\u202a-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff"
    "\ufffe\uffff]"
)
# What every inline pattern needs, of those in use.
_INLINE = re.compile(r"[`\\\[\]!<>&*_]|  \n")
# A block whose lines all begin with a letter and that is no row of a table.
_PLAIN = re.compile(r"[^\W\d_][^\n|]*(?:\n[^\W\d_][^\n|]*)*")
_STASHED = re.compile("\x02[^\x03]*\x03")
_ANY_TAG = re.compile(r"<[^>]*>")


def mark(number: int) -> str:
    """What stands in a body's HTML for the address of its reference `number`."""
    return f"\ufdd0{number}\ufdd1"


def render_body(markdown: str, *, first_line: int = 1) -> Body:
    """Render a text whose first line is line `first_line` of its file."""
    source = _FORBIDDEN.sub("", markdown)
    converter = _converter(footnotes="[^" in source)
    converter.reset()
    clean = _CLEANER.clean(converter.convert(source))
    # Entities are letters only now, and might spell a mark, or what XML cannot hold.
    clean = _FRAME_ID.sub("", _FORBIDDEN.sub("", clean))
    references = _References(source, first_line)
    html = _TAG.sub(references.open, clean)
    words = len(unescape(_ANY_TAG.sub(" ", clean)).split())
    return Body(utf8=html.encode(), references=tuple(references.found), words=words)


def fill_body(
    body: Body,
    attribute: Callable[[int, Reference], str],
    around: Callable[[Reference, str], str] | None = None,
) -> str:
    """Put the attributes of the references in place: `href="…"` or `src="…" width="…"`, escaped.

    A reference without attributes leaves a tag without an address. `around` is given each picture
    and its tag as written, and says what is to stand there.
    """

    def put(match: re.Match[str]) -> str:
        number = int(match[1])
        written = attribute(number, body.references[number])
        return f" {written}" if written else ""

    if around is None:
        return _MARK.sub(put, body.html)
    frame = around

    def put_picture(match: re.Match[str]) -> str:
        return frame(body.references[int(match[1])], _MARK.sub(put, match[0]))

    return _MARK.sub(put, _PICTURE.sub(put_picture, body.html))


def plain_text(body: Body) -> str:
    """The words alone, for counts and for search."""
    return " ".join(unescape(_ANY_TAG.sub(" ", _MARK.sub("", body.html))).split())


class _References:
    """Collects links and pictures while their addresses are taken out of the HTML."""

    def __init__(self, source: str, first_line: int) -> None:
        self.found: list[Reference] = []
        self._source, self._first_line = source, first_line
        self._from: dict[str, int] = {}

    def open(self, match: re.Match[str]) -> str:
        tag, attributes = match[1], dict(_ATTRIBUTE.findall(match[2]))
        name = "href" if tag == "a" else "src"
        target = _FORBIDDEN.sub("", unescape(attributes.pop(name, ""))).strip().replace(" ", "%20")
        kept = "".join(f' {key}="{value}"' for key, value in attributes.items())
        if target.startswith("#"):
            return f'<{tag} {name}="{escape(target)}"{kept}>'
        alt = unescape(attributes.get("alt", ""))
        words = alt if tag == "img" else match.string[match.end() :].partition("<")[0]
        follows_picture = tag == "a" and match.string.startswith("<img", match.end())
        self.found.append(
            Reference(
                kind="link" if tag == "a" else "picture",
                target=target,
                line=self._line(target or f"[{unescape(words)}]", stay=follows_picture),
                alt=alt,
            )
        )
        return f"<{tag} {mark(len(self.found) - 1)}{kept}>"

    def _line(self, target: str, *, stay: bool = False) -> int:
        """The line where the target stands: python-markdown keeps none, so it is searched.

        With `stay` the next search for this target begins at the same place.
        """
        at = self._source.find(target, self._from.get(target, 0))
        if at < 0:
            return self._first_line
        self._from[target] = at if stay else at + len(target)
        return self._first_line + self._source.count("\n", 0, at)


class _Headings(Treeprocessor):
    """Puts every heading below the page's own, which is the only h1."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            element.tag = _HEADINGS.get(element.tag, element.tag)


class _HeadingIds(Treeprocessor):
    """Gives each heading the id that python-markdown's toc gives it, at a tenth of the cost."""

    def run(self, root: Element) -> None:
        taken = {element.get("id", "") for element in root.iter() if "id" in element.attrib}
        unescape_marks = self.md.treeprocessors["unescape"].unescape  # type: ignore[attr-defined]
        for element in root.iter():
            if element.tag in _HEADING_TAGS and "id" not in element.attrib:
                words = unescape_marks("".join(_words_of(element)))
                name = make_heading_id(unescape(_STASHED.sub("", words)).strip())
                element.set("id", unique(name, taken))


def _words_of(element: Element) -> Iterator[str]:
    """The words of a heading, without the numbers of its footnotes."""
    if element.tag != "sup":
        yield element.text or ""
        for child in element:
            yield from _words_of(child)
            yield child.tail or ""


class _QuickInline(InlineProcessor):
    """Passes by the text in which no inline pattern can match, which is most of it.

    Each of the 15 patterns would search it in vain: a third of the time of a conversion.
    """

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if _INLINE.search(data) is None:
            return data
        found: str = super()._InlineProcessor__handleInline(data, patternIndex)  # type: ignore[misc]
        return found


class _QuickHtml(HtmlBlockPreprocessor):
    """Spares a text without a tag or an entity the HTML parser, which would give it back as is."""

    def run(self, lines: list[str]) -> list[str]:
        if any("<" in line or "&" in line for line in lines):
            return super().run(lines)
        return lines


class _PlainParagraph(ParagraphProcessor):
    """Takes a block that can be nothing but a paragraph before the other processors look at it."""

    def test(self, parent: Element, block: str) -> bool:
        return _PLAIN.fullmatch(block) is not None


@cache
def _converter(*, footnotes: bool) -> Markdown:
    """One of a kind for the process: making it costs as much as an article."""
    extensions: list[Extension] = [
        TableExtension(use_align_attribute=True),
        SaneListExtension(),
        ShapeExtension(),
    ]
    if footnotes:
        title = "Trở lại chỗ ghi chú số {} trong bài"
        extensions.append(FootnoteExtension(BACKLINK_TITLE=title))
    converter = Markdown(extensions=extensions, output_format="html")
    converter.parser.blockprocessors.register(_PlainParagraph(converter.parser), "plain", 200)
    converter.preprocessors.register(_QuickHtml(converter), "html_block", 20)
    converter.treeprocessors.register(_QuickInline(converter), "inline", 20)
    converter.treeprocessors.register(_HeadingIds(converter), "ids", 5)
    converter.treeprocessors.register(_Headings(converter), "headings", 2)
    return converter


def has_anchor(body: Body, name: str) -> bool:
    """Is there a heading or note of this id to jump to?"""
    return f'id="{escape(name)}"'.encode() in body.utf8
