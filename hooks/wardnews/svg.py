"""Drawings: an SVG is taken only when it does nothing but draw, and is written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Literal

from lxml import etree

_SVG = "http://www.w3.org/2000/svg"
_SVG_TAGS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs"
    " linearGradient radialGradient stop pattern clipPath mask use symbol".split()
)
_SVG_ATTRIBUTES = frozenset(
    "id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity"
    " fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray"
    " stroke-opacity opacity offset stop-color stop-opacity gradientUnits gradientTransform"
    " patternUnits patternTransform clip-path mask font-family font-size font-weight font-style"
    " text-anchor letter-spacing preserveAspectRatio href dx dy fx fy spreadMethod"
    " clipPathUnits".split()
)
_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,9})?"
_BOX = rf"-?{_NUMBER}[\s,]+-?{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})"
_MOST_NODES = 20_000
_OUTSIDE = re.compile(r"\\|url\(\s*[^#\s)]|image-set|javascript:|data:", re.IGNORECASE)
_NAMED = re.compile(r"url\(\s*#([^\s)]+)", re.IGNORECASE)
_UNSIZED = (300, 150)  # what browsers take for an SVG that does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A clean SVG with the size it is drawn at, in pixels."""

    content: bytes
    width: int
    height: int


def clean_svg(data: bytes) -> Drawing | Literal["broken", "unsafe"]:
    """The drawing of an SVG file, or why there is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return "broken"
    nodes = list(root.iter())
    declared = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    if declared or len(nodes) > _MOST_NODES or root.tag != f"{{{_SVG}}}svg":
        return "unsafe"
    if not all(map(_is_drawing, nodes)) or _weigh(root) > _MOST_NODES:
        return "unsafe"
    etree.cleanup_namespaces(root)
    size = _find_size(root)
    if size is None or 0 in size:
        return "broken"
    return Drawing(content=etree.tostring(root, encoding="utf-8"), width=size[0], height=size[1])


def _is_drawing(node: etree._Element) -> bool:
    if not isinstance(node.tag, str):  # an entity
        return False
    tag = etree.QName(node)
    if tag.namespace != _SVG or tag.localname not in _SVG_TAGS:
        return False
    return all(
        key in _SVG_ATTRIBUTES
        and not _OUTSIDE.search(str(value))
        and (key != "href" or str(value).startswith("#"))
        for key, value in node.attrib.items()
    )


def _weigh(root: etree._Element) -> float:
    """How many elements are drawn when every <use> and pattern draws what it names; inf in circles.

    Ten lines of <use>, each naming the line before ten times, would draw for years.
    """
    named = {node.get("id"): node for node in root.iter() if node.get("id")}
    known: dict[etree._Element, float] = {}

    def weigh(node: etree._Element) -> float:
        if node not in known:
            known[node] = inf  # until it is known: who asks meanwhile is in a circle
            targets = [named[name] for name in _list_named(node) if name in named]
            known[node] = 1 + sum(map(weigh, [*node, *targets]))
        return known[node]

    try:
        return weigh(root)
    except RecursionError:
        return inf


def _list_named(node: etree._Element) -> Iterator[str]:
    """The ids that a node names: as "#id", or as "url(#id)"."""
    for key, value in node.attrib.items():
        if key == "href":
            yield str(value)[1:]
        else:
            yield from _NAMED.findall(str(value))


def _find_size(root: etree._Element) -> tuple[int, int] | None:
    """Width and height in pixels; None when they make no sense."""
    given = [
        re.fullmatch(r"([0-9]{1,5})(?:\.[0-9]+)?(?:px)?", root.get(k, ""))
        for k in ("width", "height")
    ]
    if all(given):
        width, height = (int(match[1]) for match in given if match)
        return width, height
    box = re.fullmatch(_BOX, root.get("viewBox", "").strip())
    if box:
        return round(float(box[1])), round(float(box[2]))
    return None if root.get("viewBox") else _UNSIZED
