"""An item as a text file to keep or to paste: its title, unit, hours, words and source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape

from wardnews import addresses
from wardnews.model import Article
from wardnews.outputs import Output, digest, digest_bytes
from wardnews.site_context import Site
from wardnews.standalone import render_content
from wardnews.text.dates import show_moment, show_moment_short

# Old editors on Windows take a text for Vietnamese only with a byte order mark, and need both
# characters at the end of a line; a browser told no encoding obeys the mark too.
_BOM, _LINE = "\ufeff", "\r\n"
_BLOCKS = frozenset(
    "p h2 h3 h4 ul ol li blockquote pre div figure figcaption table caption tr dl dt dd hr".split()
)
# HTMLParser takes twice as long for what the world may send; this is our own safe HTML.
_TOKEN = re.compile(r'<(/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>|([^<]+)')
_ATTRIBUTE = re.compile(r' (alt|href|start)="([^"]*)"')
_TIGHT = frozenset({"li", "tr"})  # no empty line between two of them


def render_texts(site: Site) -> Iterator[Output]:
    """The text file of every item that is shown."""
    everything = next(listing for listing in site.listings if listing.kind == "all")
    base = digest("text", site.base)
    for article in everything.articles:
        yield Output(
            path=addresses.plain_text(article),
            key=digest_bytes(base, site.keys[article.path]),
            make=partial(_render_text, article, site),
            day=article.day,
        )


def _render_text(article: Article, site: Site) -> bytes:
    ward = site.newsroom.registers.ward
    blocks = [article.title, _tell_origin(article)]
    if ward.demo:
        blocks.append("Dữ liệu minh họa: tên và số liệu đều không có thật.")
    if not article.answer:  # there the fact itself comes first
        blocks.append(article.summary)
    writer = _Writer(site.url + addresses.article(article))
    writer.read(render_content(article, site))
    paper = f"Đăng trên {ward.section}, {ward.governing_body}:"
    end = [paper, site.url + addresses.article(article), ward.reuse]
    blocks += [writer.text(), "\n".join(end)]
    text = "\n\n".join(filter(None, blocks)) + "\n"
    return (_BOM + text.replace("\n", _LINE)).encode()


def _tell_origin(article: Article) -> str:
    """Who wrote it and when, what it is about."""
    unit, author = article.unit, article.author
    who = unit.name if author in ("", unit.name, unit.short_name) else f"{unit.name}, {author}"
    when = f"Đăng {show_moment(article.date)}"
    if article.updated:
        when += f", cập nhật {show_moment_short(article.updated)}"
    theme = f"Chủ đề {article.theme.numeral}. {article.theme.name}"
    return f"{who}\n{when}\n{article.kind.label}. {theme}"


class _Writer:
    """Writes our own safe HTML as lines of text."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._blocks: list[tuple[str, str]] = []  # tag and text
        self._words: list[str] = []
        self._lists: list[int] = []  # of each open list the last number, -1 without numbers
        self._tag = self._mark = self._href = ""

    def read(self, html: str) -> None:
        """Read tag by tag, as the pattern takes them apart."""
        for end, tag, attributes, words in _TOKEN.findall(html):
            if words:
                self._write(unescape(words))
            elif end:
                self._close(tag)
            else:
                self._open(tag, attributes)

    def text(self) -> str:
        """All that was written."""
        self._end_block()
        written, before = "", ""
        for tag, text in self._blocks:
            gap = "\n" if tag == before and tag in _TIGHT else "\n\n"
            written += (gap if written else "") + text
            before = tag
        return written

    def _open(self, tag: str, attributes: str) -> None:
        facts = {name: unescape(value) for name, value in _ATTRIBUTE.findall(attributes)}
        if tag in _BLOCKS:
            self._end_block()
            self._tag = tag
        if tag in ("ul", "ol"):
            start = facts.get("start", "")  # as somebody typed it
            first = int(start) if start.isascii() and start.isdigit() else 1
            self._lists.append(first - 1 if tag == "ol" else -1)
        elif tag == "li":
            self._mark = self._count()
        elif tag in ("td", "th") and "".join(self._words).strip():
            self._words.append(" | ")
        elif tag == "br":
            self._words.append("\n")
        elif tag == "img" and facts.get("alt"):
            self._words.append(f"[Ảnh: {facts['alt']}]")
            self._href = ""  # a picture's link leads to itself
        elif tag == "a":
            self._href = facts.get("href", "")

    def _close(self, tag: str) -> None:
        if tag == "a":
            self._name_target()
        if tag in ("ul", "ol") and self._lists:
            self._end_block()
            self._lists.pop()
        elif tag in _BLOCKS:
            self._end_block()

    def _write(self, words: str) -> None:
        self._words.append(words if self._tag == "pre" else words.replace("\n", " "))

    def _count(self) -> str:
        """What stands before the next line of the innermost list."""
        if not self._lists:
            return "- "
        indent = "  " * (len(self._lists) - 1)
        if self._lists[-1] < 0:
            return f"{indent}- "
        self._lists[-1] += 1
        return f"{indent}{self._lists[-1]}. "

    def _name_target(self) -> None:
        """Write where a link leads, unless its words say so, or it is a picture's or a note's."""
        href, self._href = self._href, ""
        within = href.startswith(self._page) and "#" in href
        if href and not within and href not in "".join(self._words):
            self._words.append(f" ({href})")

    def _end_block(self) -> None:
        text = "".join(self._words)
        self._words = []
        if self._tag != "pre":
            text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
        if text := text.strip():
            self._blocks.append((self._tag, self._mark + text))
            self._mark = ""
