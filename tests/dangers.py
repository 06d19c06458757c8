"""What no page may hold: what runs, what covers, what is loaded from elsewhere, links that run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import html5lib

_DATA = {"application/ld+json", "application/json"}
_SCHEMES = {"", "http", "https", "mailto", "tel"}
_NEVER = set("style base object embed applet frame frameset foreignobject math".split())
_LOADED = {"src", "srcset", "poster", "data", "background", "imagesrcset", "ping", "manifest"}
_LINKED = {"href", "action", "formaction", "cite", "xlink:href", "longdesc"}
_LOADING_LINKS = set("stylesheet preload modulepreload prefetch preconnect icon manifest".split())
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)


def list_dangers(html: bytes | str, *, site: str) -> list[str]:
    """Every danger of a page, as browsers understand it; `site` may be named in what is loaded."""
    kind = {"transport_encoding": "utf-8"} if isinstance(html, bytes) else {}
    tree = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False, **kind)
    return [said for element in tree.iter() for said in _look_at(element, site)]


def _look_at(element: Any, site: str) -> Iterator[str]:
    if not isinstance(element.tag, str):  # a comment
        return
    tag = element.tag.rpartition("}")[2].lower()
    if tag in _NEVER:
        yield f"<{tag}>"
    if tag == "script" and "src" not in element.attrib and element.get("type") not in _DATA:
        yield f"<script>{element.text}"
    for key, value in element.attrib.items():
        name = str(key).rpartition("}")[2].lower()
        if name.startswith("on") or name in ("style", "srcdoc", "is"):
            yield f"<{tag} {name}={value!r}>"
        loads = name in _LOADED or (tag in ("image", "use", "feimage") and name == "href")
        loads |= tag == "link" and name == "href" and element.get("rel", "") in _LOADING_LINKS
        if loads and not _is_own(value, site):
            yield f"<{tag}> loads {value!r}"
        if name in _LINKED and _find_scheme(value) not in _SCHEMES:
            yield f"<{tag}> leads to {value!r}"


def _find_scheme(address: str) -> str:
    """As browsers find it: they drop tabs and line ends, and what cannot be seen before it."""
    bare = re.sub(r"[\t\n\r]", "", address).lstrip("".join(map(chr, range(33))))
    match = _SCHEME.match(bare)
    return match[1].lower() if match else ""


def _is_own(value: str, site: str) -> bool:
    parts = [part.split()[0] for part in value.split(",") if part.strip()]
    return all(
        part.startswith(site) or not (_find_scheme(part) or re.match(r"[/\\]{2}", part))
        for part in parts
    )
