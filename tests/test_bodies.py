"""Markdown becomes the safe HTML of this site, with its links and pictures left open."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension

from wardnews import bodies
from wardnews.bodies import fill_body, plain_text, render_body
from wardnews.model import Body, Reference
from wardnews.shapes import ShapeExtension
from wardnews.text.slugs import make_heading_id


def _html(markdown: str) -> str:
    return render_body(markdown).html


def _filled(body: Body) -> str:
    return fill_body(body, lambda n, reference: f'to="{n}:{reference.target}"')


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("## Mục đích", '<h2 id="muc-dich">Mục đích</h2>'),
        ("# Một\n\n##### Năm", '<h2 id="mot">Một</h2>\n<h4 id="nam">Năm</h4>'),
        ("## Giờ\n\n## Giờ", '<h2 id="gio">Giờ</h2>\n<h2 id="gio_1">Giờ</h2>'),
        ("1. Một\n\n- Hai", "<ol>\n<li>Một</li>\n</ol>\n<ul>\n<li>Hai</li>\n</ul>"),
    ],
)
def test_headings_and_lists(markdown: str, html: str) -> None:
    assert _html(markdown) == html


def test_the_alignment_of_a_table_is_a_class_and_the_table_scrolls() -> None:
    html = _html("| Việc | Số | Ghi |\n|---|---:|:---:|\n| a | 1 | b |")
    box = '<div aria-label="Bảng số liệu" class="tablebox" role="group" tabindex="0"><table>'
    assert html.startswith(box)
    assert '<th class="n" scope="col">Số</th>' in html
    assert '<td class="n">1</td>' in html and '<td class="c">b</td>' in html
    assert "style=" not in html and "align=" not in html


def test_a_footnote_leads_there_and_back_in_vietnamese() -> None:
    body = render_body("Chữ[^a].\n\n[^a]: Nguồn.")
    html = fill_body(body, lambda _, reference: f'href="{reference.target}"')
    assert 'href="#fn:a"' in html and 'href="#fnref:a"' in html
    assert '<div class="footnote">' in html and "<hr>" in html


@pytest.mark.parametrize(
    "markdown",
    [
        '![Một](a.png "Chú")\n\n![Hai](b.png)\n\n![Ba](c.png)',
        '![Một](a.png "Chú") ![Hai](b.png)\n![Ba](c.png)',
        '![Một](a.png "Chú")\n\n![Hai](b.png)\n![Ba](c.png)',
    ],
)
def test_pictures_one_after_the_other_are_a_gallery_of_links(markdown: str) -> None:
    body = render_body(f"Trước.\n\n{markdown}\n\nSau.")
    html = fill_body(body, lambda _, r: f'{"src" if r.kind == "picture" else "href"}="{r.target}"')
    assert html.count('<div class="gallery">') == 1
    assert re.findall('<a href="([^"]+)"><img src="([^"]+)"', html) == [
        (f"{name}.png", f"{name}.png") for name in "abc"
    ]
    assert html.count("<figure>") == 3 and html.count("<figcaption>Chú</figcaption>") == 1
    assert html.index("Trước.") < html.index("gallery") < html.index("Sau.")
    assert "<p></p>" not in html


def test_a_word_between_pictures_parts_them() -> None:
    body = render_body("![Một](a.png)\n\nChữ.\n\n![Hai](b.png)\n\nẢnh: ![Ba](c.png) ![Bốn](d.png)")
    assert "gallery" not in body.html and body.html.count("<figure>") == 2


def test_a_picture_of_a_gallery_and_its_link_stand_on_the_same_line() -> None:
    body = render_body("Chữ.\n\n![Một](a.png)\n\n![Hai](a.png)", first_line=10)
    assert [(r.kind, r.line) for r in body.references] == [
        ("link", 12),
        ("picture", 12),
        ("link", 14),
        ("picture", 14),
    ]


def test_a_picture_alone_is_a_figure_with_its_caption() -> None:
    body = render_body('![Hai em đọc](a.png "Giờ đọc")\n\nChữ ![x](b.png) giữa')
    assert re.search(
        r'<figure><img [^>]*alt="Hai em đọc"[^>]*>\s*<figcaption>Giờ đọc</figcap', body.html
    )
    assert body.html.count("<figure>") == 1
    assert body.references[0] == Reference(kind="picture", target="a.png", line=1, alt="Hai em đọc")


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        '<a href="javascript:alert(1)">x</a>',
        "[x](javascript:alert(1))",
        "<iframe src='https://xau.example'></iframe>",
        "<style>body{display:none}</style>",
        '<p style="position:fixed">x</p>',
        "<svg><script>alert(1)</script></svg>",
        '<form action="https://xau.example"><input name=a></form>',
        "<math><mtext></table><img src=x onerror=alert(1)>",
        '<a href="data:text/html,<script>alert(1)</script>">x</a>',
        "![x](https://xau.example/a.png)",
    ],
)
def test_nothing_in_a_body_runs_loads_or_covers(hostile: str) -> None:
    html = render_body(hostile).html
    assert not re.search(r"<(script|iframe|style|form|input|svg|math|object)", html, re.IGNORECASE)
    assert not re.search(r"\b(on\w+|style|src|href)\s*=", html)


def test_no_text_takes_an_id_of_the_frame() -> None:
    assert _html('<h2 id="__main">x</h2>\n<h2 id=__drawer>y</h2>') == "<h2>x</h2>\n<h2>y</h2>"


def test_addresses_are_left_open_and_filled_once() -> None:
    body = render_body(
        "[một](a.md) và [hai](https://b.example/?x=1&y=2)\n\n[ba](c.pdf)", first_line=9
    )
    assert [(r.target, r.line) for r in body.references] == [
        ("a.md", 9), ("https://b.example/?x=1&y=2", 9), ("c.pdf", 11),
    ]  # fmt: skip
    assert _filled(body).count("to=") == 3
    assert '<a to="1:https://b.example/?x=1&y=2">hai</a>' in _filled(body)


def test_text_that_looks_like_a_mark_stays_text() -> None:
    body = render_body("Giả \ufdd00\ufdd1 mạo [thật](a.md)")
    assert _filled(body) == '<p>Giả 0 mạo <a to="0:a.md">thật</a></p>'


@pytest.mark.parametrize(
    "hostile",
    [
        '<abbr title="&#xFDD0;0&#xFDD1;">a</abbr> [x](<https://a.example/ onmouseover=alert(1) y>)',
        "&#xFDD0;7&#xFDD1; [x](a.md)",
        "a &#1;&#0;&#xFFFE; [x](a.md)",
        "a &#x202E;gnp&#x2066; &#x200B;b [x](a.md)",
    ],
)
def test_an_entity_cannot_spell_a_mark_or_a_control(hostile: str) -> None:
    html = _filled(render_body(hostile))
    assert html.count("to=") == 1
    assert re.fullmatch(r"[\n -\u200a\u200d-\u2029\u2030-\ufdcf\ufffd]*", html)
    assert not re.search(r"<[^>]* on", html)


@pytest.mark.parametrize(
    "typed", ["[x]()", "[x](C:/a.pdf)", "[x](a:b)", "[x](http://[abc)", "![M](C:\\a.jpg)"]
)
def test_an_address_that_cannot_be_used_is_not_forgotten(typed: str) -> None:
    (reference,) = render_body(f"Đầu\n\n{typed}", first_line=5).references
    assert reference.target in ("", "http://[abc") and reference.line == 7


def test_a_reference_without_an_address_leaves_its_words() -> None:
    body = render_body("[chữ](a.md)")
    assert fill_body(body, lambda _, reference: "") == "<p><a>chữ</a></p>"


def test_syllables_are_counted_and_plain_text_has_no_mark() -> None:
    body = render_body("## Mục đích\n\nĐổi **mới** [dạy học](a.md) & thi")
    assert body.words == 8
    assert plain_text(body) == "Mục đích Đổi mới dạy học & thi"


_BITS = (
    "chữ thường", "# A *b*", "## `code` x", "[a](b)", "**x**", "_y_", "1\\.000", "## 1\\.5 triệu",
    "&amp;", "<b>t</b>", "  \n", "- ", "1. ", "> ", "|a|b|\n|---|--:|\n|1|2|", "[^1]",
    "\n\n[^1]: note", '![i](j.png "c")', "<https://a.b>", "!", "\\*", "## H[^1]", "***", "\n\n",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_BITS), max_size=14).map(" ".join))
def test_the_quick_way_is_the_way_of_python_markdown(text: str) -> None:
    plain = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),
            FootnoteExtension(BACKLINK_TITLE="Trở lại chỗ ghi chú số {} trong bài"),
            TocExtension(slugify=make_heading_id),
            SaneListExtension(),
            ShapeExtension(),
        ],
        output_format="html",
    )
    plain.treeprocessors.register(bodies._Headings(plain), "headings", 2)
    quick = bodies._converter(footnotes="[^" in text)
    quick.reset()
    assert quick.convert(text) == plain.convert(text)
