"""Every page: links, headings, escaping, items of every kind, what is gone or not public."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from posixpath import dirname, join, normpath

import pytest

from page_samples import (
    ANSWER,
    FRAME,
    ITEMS,
    KINDS,
    NOW,
    STANDING,
    TEMPLATES,
    THEMES,
    ZONE,
    make_article,
    make_exemplar,
    make_site,
    many,
    page_of,
    render,
)
from wardnews import addresses
from wardnews.model import Article, Body, Experience, Media, Withdrawal
from wardnews.pages.site_pages import render_pages
from wardnews.site_context import Site

ASSETS = TEMPLATES.parent / "assets" / "wardnews"


class Reader(HTMLParser):
    """Collects the links, the headings and the ids of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = dict(attrs)
        for name in ("href", "src", "poster"):
            if facts.get(name):
                self.links.append(facts[name] or "")
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if facts.get("id"):
            self.ids.append(facts["id"] or "")


def whole_site() -> tuple[Site, dict[str, str]]:
    articles = [*ITEMS.values(), *many(50)]
    site = make_site(articles, redirects={"tin/cu/": addresses.article(ITEMS["tin"])})
    return site, {o.path: o.make().decode() for o in render_pages(site, FRAME, TEMPLATES)}


def test_every_internal_link_leads_to_something_in_the_site() -> None:
    site, pages = whole_site()
    units = site.newsroom.registers.units
    there = pages.keys() | STANDING | {a.address for f in site.assets.values() for a in f.values()}
    there |= {addresses.DATA_JSON, addresses.DATA_CSV, addresses.DATA_SCHEMA}
    for form in (addresses.feed, addresses.atom, addresses.json_feed):
        there |= {form(listing.address) for listing in site.listings if listing.has_feed}
    there |= {addresses.embed_oembed(each.address) for each in site.listings if each.has_embed}
    there |= {addresses.oembed(article) for article in site.newsroom.articles}
    there |= {addresses.OUTLINES, *map(addresses.unit_outlines, units)}
    there |= {addresses.file(addresses.embed(each)) for each in ("", *map(addresses.unit, units))}
    there |= {addresses.plain_text(item) for item in ITEMS.values()}
    there |= {addresses.plain_text(item) for item in many(50)}
    there |= {addresses.calendar(item) for item in ITEMS.values() if item.has_appointment}
    there |= {f"assets/wardnews/{each.name}" for each in ASSETS.iterdir()}
    broken = set()
    for path, html in pages.items():
        for link in (each.partition("#")[0] for each in Reader(html).links if each[0] != "#"):
            if re.match(r"[a-z]+:", link):
                link = link.removeprefix(site.url) if link.startswith(site.url) else ""
                target = link
            elif link.startswith("/"):
                target = link.removeprefix("/giao-duc/")
            else:
                target = normpath(join(dirname(path), link)) + ("/" if link.endswith("/") else "")
            target = "" if target in (".", "./") else target
            if addresses.file(target) not in there:
                broken.add((path, link))
    assert broken == set()


def test_headings_never_skip_a_level_and_begin_with_the_only_h1() -> None:
    _, pages = whole_site()
    for path, html in pages.items():
        levels = Reader(html).headings
        if path != "tin/cu/index.html":
            assert levels.count(1) == 1 and levels[0] == 1, path
            assert all(b - a <= 1 for a, b in pairwise(levels)), path


def test_no_id_stands_twice_on_a_page() -> None:
    _, pages = whole_site()
    for path, html in pages.items():
        ids = Reader(html).ids
        assert len(ids) == len(set(ids)), path


def test_the_same_site_gives_the_same_bytes_at_any_moment_that_changes_nothing() -> None:
    articles = list(ITEMS.values())
    assert render(articles) == render(articles, now=NOW + timedelta(minutes=1))


@pytest.mark.parametrize("name", ITEMS)
def test_every_kind_of_item_has_a_page_with_its_title(name: str) -> None:
    assert f"<h1>{ITEMS[name].title}</h1>" in page_of(ITEMS[name])


def test_hostile_words_are_shown_and_never_obeyed() -> None:
    evil = """<script>x()</script>"'@@BASE@@<!--@@MAIN@@-->"""
    item = make_article("doc", title=evil, summary=evil, author=evil, benefits=evil, source=evil)
    for html in render([item, make_exemplar(title=evil)]).values():
        assert "<script>x" not in html
        assert "<!--@@MAIN@@-->" not in html
        assert "\"'@@BASE@@" not in html
    assert "&lt;script&gt;x()&lt;/script&gt;&#34;&#39;@@BASE@@&lt;!--" in page_of(item)


def test_links_and_pictures_of_a_body_are_written_for_the_page() -> None:
    html = page_of(ITEMS["tin đủ mọi phần"])
    assert 'href="../../../2026/11/ubnd-tin/"' in html
    assert 'href="../../../2026/11/ubnd-du/mau.pdf">mẫu</a>' in html
    assert 'href="https://x.example/?a=1&amp;b=&#34;2&#34;"' in html
    assert 'src="../../../2026/11/ubnd-du/anh.png" width="640" height="360" loading="lazy"' in html


def test_consent_papers_and_children_are_never_published() -> None:
    for html in render([ITEMS["tin đủ mọi phần"]]).values():
        assert "PHIEU" not in html
        assert "Em Mẫu" not in html


def test_the_fact_of_an_answer_stands_before_its_question() -> None:
    html = page_of(ITEMS["giải đáp"])
    assert html.index("Không phải đóng tiền.") < html.index("Có phải đóng tiền không?")


def test_an_exemplar_shows_its_figure_with_its_source() -> None:
    html = page_of(ITEMS["điển hình"])
    assert 'fig__to"><span class="vh">, sau: </span>91%' in html
    assert "Nguồn: sổ mượn" in html


@pytest.mark.parametrize(("public", "shown"), [(True, True), (False, False)])
def test_experience_is_shown_only_when_the_editor_made_it_public(public: bool, shown: bool) -> None:
    item = make_article("kn", experience=Experience(difficulties="Thiếu kệ.", public=public))
    assert ("Thiếu kệ." in page_of(item)) is shown


def test_moments_are_written_for_people_and_for_machines() -> None:
    expected = '<time datetime="2026-11-20T08:30+07:00">08:30, thứ Sáu 20/11/2026</time>'
    assert expected in page_of(ITEMS["tin"])


def test_a_video_of_the_site_brings_its_captions_and_its_words() -> None:
    html = page_of(ITEMS["video trong máy"])
    assert '<track kind="captions"' in html
    assert "Lời." in html


def test_the_poster_of_a_video_elsewhere_is_a_link_too() -> None:
    media = Media(url="https://xem.example/1", poster="anh.png", transcript="Lời.")
    html = page_of(make_article("xem", kind=KINDS["video"], media=media))
    assert html.count('href="https://xem.example/1"') == 2


def test_a_press_item_has_one_button_to_the_paper() -> None:
    html = page_of(ITEMS["báo chí"])
    assert 'href="https://bao.example/1" rel="noopener">Đọc trên Báo Mẫu<span class="vh">' in html
    assert "Nguồn: " not in html


@pytest.mark.parametrize(
    ("author", "count"),
    [("", 1), ("UBND phường Mẫu", 1), ("UBND phường", 1), ("Người Viết", 2)],
)
def test_a_writer_who_is_the_unit_itself_is_named_once(author: str, count: int) -> None:
    html = page_of(make_article("ai", author=author))
    byline = html.partition('byline__who">')[2].partition("</p>")[0]
    assert byline.count("<span>") == count


@pytest.mark.parametrize("answered_by", ["UBND phường Mẫu", "UBND phường", "Tổ biên tập"])
def test_an_answer_names_who_answered_once(answered_by: str) -> None:
    answer = replace(ANSWER, answered_by=answered_by)
    item = make_article("gd", kind=KINDS["giai-dap"], answer=answer, author=answered_by)
    byline = page_of(item).partition('byline__who">')[2].partition("</p>")[0]
    assert "Trả lời: " in byline
    assert len(re.findall("UBND phường Mẫu", byline)) == 1
    assert byline.count("Tổ biên tập") == (answered_by == "Tổ biên tập")


def test_a_deadline_given_as_a_day_shows_no_invented_hour() -> None:
    whole_day = datetime(2026, 12, 31, 23, 59, tzinfo=ZONE)
    html = page_of(make_article("han", kind=KINDS["thong-bao"], deadline=whole_day))
    assert "hết ngày 31/12/2026</time>" in html
    assert "17:00, thứ Hai 30/11/2026" in page_of(ITEMS["thông báo"])


def test_a_document_is_called_by_its_kind_and_an_unknown_day_is_left_out() -> None:
    pages = render([ITEMS["tin đủ mọi phần"]])
    number = '<span class="nowrap">71-NQ/TW</span>'
    assert f"<h1>Nghị quyết số {number}</h1>" in pages["van-ban/nq-71/index.html"]
    assert f"Nghị quyết số {number}</a>" in pages["2026/11/ubnd-du/index.html"]
    assert "chưa rõ ngày" not in pages["van-ban/index.html"]


def test_nothing_is_loaded_from_another_host() -> None:
    html = page_of(ITEMS["podcast nơi khác"])
    assert 'href="https://nghe.example/1"' in html
    assert not re.search(r'src="https?:', html)


def test_the_head_names_the_item_its_address_and_its_picture() -> None:
    html = page_of(ITEMS["tin đủ mọi phần"])
    address = "https://vidu.example/giao-duc/2026/11/ubnd-du/"
    assert "<title>Tiêu đề du | Giáo dục Mẫu</title>" in html
    assert f'<link rel="canonical" href="{address}">' in html
    picture = "https://vidu.example/giao-duc/anh_chia-se.jpg?v=71"
    assert f'<meta property="og:image" content="{picture}">' in html
    assert '<meta property="og:image:width" content="1200">' in html
    assert '<meta name="twitter:card" content="summary_large_image">' in html


WITHDRAWN = make_article(
    "go",
    title="TÊN BÀI ĐÃ GỠ",
    summary="LỜI ĐÃ GỠ",
    author="NGƯỜI VIẾT ĐÃ GỠ",
    status="go",
    body=Body(utf8="<p>THÂN ĐÃ GỠ</p>".encode()),
    withdrawn=Withdrawal(
        on=datetime(2026, 11, 22, 8, 15, tzinfo=ZONE), by="Ban Biên tập", reason="Rút đồng ý"
    ),
)
EXPIRED = make_article("het", title="TÊN HẾT HẠN", expires=NOW - timedelta(days=1))


@pytest.mark.parametrize("item", [WITHDRAWN, EXPIRED])
def test_no_word_of_a_gone_item_is_left_on_any_page(item: Article) -> None:
    for html in render([item, ITEMS["tin"]]).values():
        assert not re.search("TÊN|ĐÃ GỠ|LỜI|NGƯỜI VIẾT|THÂN", html)


def test_the_notice_says_when_why_and_who_and_is_not_for_search_engines() -> None:
    html = page_of(WITHDRAWN)
    assert '<meta name="robots" content="noindex">' in html
    for words in ("08:15, 22/11/2026", "Rút đồng ý", "Ban Biên tập"):
        assert words in html


def test_an_expired_item_leaves_a_neutral_sentence() -> None:
    html = page_of(EXPIRED)
    assert "Bài này đã hết thời hạn đăng" in html
    assert "gỡ</h1>" not in html


@pytest.mark.parametrize(
    ("old", "path", "target"),
    [
        ("tin/cu/", "tin/cu/index.html", "../../2026/11/ubnd-tin/"),
        ("tin/cu", "tin/cu/index.html", "../../2026/11/ubnd-tin/"),
        ("tin/cu.html", "tin/cu.html", "../2026/11/ubnd-tin/"),
    ],
)
def test_an_old_address_leads_to_the_new_one(old: str, path: str, target: str) -> None:
    pages = render([ITEMS["tin"]], redirects={old: "2026/11/ubnd-tin/"})
    assert f'content="0; url={target}"' in pages[path]
    assert 'rel="canonical" href="https://vidu.example/giao-duc/2026/11/ubnd-tin/"' in pages[path]


def test_the_page_for_wrong_addresses_works_at_any_depth() -> None:
    html = render([])["404.html"]
    assert 'href="/giao-duc/don-vi/"' in html
    assert "noindex" in html


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"status": "nhap"}, "Bản nháp"),
        ({"status": "cho-duyet"}, "Chờ duyệt"),
        ({"date": NOW + timedelta(days=1)}, "Hẹn đăng 09:00, 25/11/2026"),
    ],
)
def test_a_preview_marks_what_is_not_public_on_its_page_and_its_cards(
    changes: dict[str, object], words: str
) -> None:
    item = make_article("sau", **changes)
    pages = render([item], preview=True)
    assert words in pages[addresses.file(addresses.article(item))]
    assert words in pages["don-vi/ubnd/index.html"]
    assert words in pages["index.html"]


def test_a_later_page_follows_the_counts_beside_it() -> None:
    """The box of a month counts themes: an item of page 1 that changes its theme changes page 2."""

    def page_two(theme: int) -> tuple[bytes, bytes]:
        items = [replace(i, date=NOW - timedelta(hours=n)) for n, i in enumerate(many(25))]
        items[3] = replace(items[3], theme=THEMES[theme])
        outputs = render_pages(make_site(items), FRAME, TEMPLATES)
        found = {output.path: output for output in outputs}
        page = found["luu-tru/2026/11/trang/2/index.html"]
        return page.key, page.make()

    (key, html), (other_key, other_html) = page_two(1), page_two(3)
    assert html != other_html and key != other_key
