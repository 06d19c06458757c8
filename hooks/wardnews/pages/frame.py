"""The frame: Material's page around our own, cut once and filled for every page.

Only this file and overrides/ know what Material's base.html looks like. When Material changes
so that something asked for is not found, a ValueError says what.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

BASE = "@@BASE@@"
MARKS = ("<!--@@HEAD@@-->", "<!--@@MAIN@@-->")

Pieces = tuple[str, str, str]

# What base.html writes and this site has no use for: its own drawer and search switches (ours
# stand in <header>, so that all content has a landmark) and the hooks of a script not loaded.
# Its inline scripts are emptied in overrides/partials/javascripts/.
_SURPLUS = {
    "drawer and search switches": r'<input class="md-toggle" data-md-toggle="drawer"[^>]*>\s*'
    r'<input class="md-toggle" data-md-toggle="search"[^>]*>\s*'
    r'<label class="md-overlay" for="__drawer"></label>',
    "skip link": r'<div data-md-component="skip">.*?</div>',
    "announcement": r'<div data-md-component="announce">\s*</div>',
    "dialog": r'<div class="md-dialog" data-md-component="dialog">\s*'
    r'<div class="md-dialog__inner md-typeset"></div>\s*</div>',
}
_SURPLUS_FORMS = {name: re.compile(form, re.DOTALL) for name, form in _SURPLUS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A rendered frame, cut into what comes before the head, the main, and after."""

    pieces: Pieces

    def fill(self, *, base: str, head: str, main: str, key: str = "", kind: str = "") -> str:
        """A whole page; `base` leads to the site's root: "" or something that ends in "/".

        The link with data-key `key` becomes the current one; `kind` names the page to the
        style sheets. Only the frame is rewritten, so head and main may hold any text.
        """
        before, between, after = _set_pieces(self.pieces, base, key, kind)
        return "".join((before, head, between, main, after))


def tidy(html: str) -> str:
    """Take out of a page rendered by Material what no script of this site uses."""
    for name, form in _SURPLUS_FORMS.items():
        html, count = form.subn("", html, count=1)
        if not count:
            raise ValueError(f"Material's base.html changed: its {name} was not found by tidy()")
    return html


def cut_frame(html: str) -> Frame:
    """Cut the rendered frame.html at its marks."""
    pieces = []
    rest = re.sub(r">\s*\n\s*<", ">\n<", tidy(html))
    for mark in MARKS:
        if rest.count(mark) != 1:
            raise ValueError(f"Material's base.html changed: {mark} is not once in the frame")
        piece, rest = rest.split(mark)
        pieces.append(piece)
    if "<body " not in pieces[1]:
        raise ValueError("Material's base.html changed: no <body …> between head and main")
    return Frame(pieces=(pieces[0], pieces[1], rest))


@lru_cache(maxsize=256)
def _set_pieces(pieces: Pieces, base: str, key: str, kind: str) -> Pieces:
    """The pieces for one depth of page and one section; a site needs a few dozen of them."""
    before, between, after = (_set_piece(piece, base, key) for piece in pieces)
    if kind:
        between = between.replace("<body ", f'<body class="p-{kind}" ', 1)
    return before, between, after


def _set_piece(piece: str, base: str, key: str) -> str:
    # MkDocs' url filter writes the home page as "@@BASE@@/.".
    piece = piece.replace(f'"{BASE}/."', f'"{base or "./"}"').replace(f"{BASE}/", base)
    if key:
        piece = piece.replace(f'data-key="{key}"', f'data-key="{key}" aria-current="true"')
    return piece
