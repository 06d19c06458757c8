"""The shape that pictures and tables of a text take: figures, galleries, boxes that scroll."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

TABLE = "Bảng số liệu"
GALLERY = "gallery"
_ALIGNMENTS = {"right": "n", "center": "c"}


class _Shape(Treeprocessor):
    """Makes figures and galleries of pictures, and boxes that scroll around tables."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            if parent.tag in ("th", "td"):
                self._align(parent)
            for position, child in enumerate(parent):
                if child.tag == "table":
                    parent[position] = self._box(child)
                elif child.tag == "p" and len(child) and child[0].tag == "img":
                    self._frame(child)
            if any(child.tag in ("figure", "div") for child in parent):
                self._gather(parent)

    def _align(self, cell: Element) -> None:
        """A class, because a strict Content-Security-Policy forbids style attributes."""
        side = cell.attrib.pop("align", "")
        if side in _ALIGNMENTS:
            cell.set("class", _ALIGNMENTS[side])
        if cell.tag == "th":
            cell.set("scope", "col")

    def _box(self, table: Element) -> Element:
        box = Element("div", {"class": "tablebox", "tabindex": "0", "role": "group"})
        box.set("aria-label", TABLE)
        box.tail, table.tail = table.tail, "\n"
        box.append(table)
        return box

    def _frame(self, paragraph: Element) -> None:
        """A picture alone in its paragraph is a figure, more than one are a gallery."""
        pictures = list(paragraph)
        words = [paragraph.text, *(picture.tail for picture in pictures)]
        if any((text or "").strip() for text in words) or {p.tag for p in pictures} != {"img"}:
            return
        if len(pictures) == 1:
            self._write_figure(paragraph, pictures[0])
            return
        paragraph.tag, paragraph.attrib["class"] = "div", GALLERY
        for picture in pictures:
            paragraph.remove(picture)
            self._write_figure(SubElement(paragraph, "figure"), picture)

    def _write_figure(self, figure: Element, picture: Element) -> None:
        """A picture and its caption, which is its title."""
        figure.tag, picture.tail = "figure", None
        if picture not in figure:
            figure.append(picture)
        caption = picture.attrib.pop("title", "")
        if caption:
            SubElement(figure, "figcaption").text = caption

    def _gather(self, parent: Element) -> None:
        """Figures and galleries with no word between them become one gallery."""
        near: list[Element] = []
        for child in [*parent, Element("end")]:
            if child.tag == "figure" or child.get("class") == GALLERY:
                near.append(child)
            elif near:
                self._hang(parent, near)
                near = []

    def _hang(self, parent: Element, near: list[Element]) -> None:
        """Make a gallery of what may be one figure; its pictures are links, to be seen large."""
        figures = [each for child in near for each in ([child] if child.tag == "figure" else child)]
        if len(figures) < 2:
            return
        gallery = Element("div", {"class": GALLERY})
        gallery.tail = "\n"
        parent.insert(list(parent).index(near[0]), gallery)
        for child in near:
            parent.remove(child)
        for figure in figures:
            picture, figure.tail = figure[0], "\n"
            figure.remove(picture)
            link = Element("a", {"href": picture.get("src", "")})
            link.append(picture)
            figure.insert(0, link)
            gallery.append(figure)


class ShapeExtension(Extension):
    """The shape of this site for figures and tables; the standing pages have it too."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (python-markdown names it)
        md.treeprocessors.register(_Shape(md), "shape", 1)
