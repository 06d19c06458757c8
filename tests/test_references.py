"""Where an item's links and files lead."""

from __future__ import annotations

import pytest

from wardnews import addresses
from wardnews.bodies import render_body
from wardnews.content.files import File
from wardnews.content.manuscripts import Manuscript
from wardnews.model import Body, Reference
from wardnews.references import References, Surroundings, resolve_references

HERE = "articles/ubnd/2026/11-02-hop/index.md"


def _resolve(an_article, kind: str, target: str) -> References:  # type: ignore[no-untyped-def]
    reference = Reference(kind=kind, target=target, line=12)  # type: ignore[arg-type]
    return _resolve_body(an_article, Body(utf8=b"", references=(reference,)))


def _resolve_body(an_article, body: Body) -> References:  # type: ignore[no-untyped-def]
    article = an_article(path=HERE, slug="hop", body=body)
    heading = Body(utf8='<h2 id="muc-dich">Mục đích</h2>'.encode())
    other = an_article(path="articles/ubnd/2026/11-03-khac.md", slug="khac", body=heading)
    hidden = an_article(path="articles/ubnd/2026/11-04-nhap.md", month="11", slug="nhap")
    names = ("articles/ubnd/2026/11-02-hop/anh đẹp.JPG", "articles/ubnd/2026/11-02-hop/a.pdf",
             "articles/ubnd/2026/11-02-hop/b.exe", "articles/ubnd/2026/11-02-hop/bản chữ.txt",
             "ward.yml")  # fmt: skip
    around = Surroundings(
        files={name: File(path=name, place=name, stamp=(1, 0, 0, 0)) for name in names},
        items={each.path: each for each in (article, other, hidden)},
        paths={addresses.article(each): each.path for each in (article, other, hidden)},
        open={HERE, other.path},
        pages={"", "gioi-thieu/", "don-vi/ubnd/", "don-vi/ubnd/feed.xml"},
    )
    return resolve_references(
        Manuscript(path=HERE, status="da-duyet", article=article, lines={}), around
    )


def test_a_text_of_nothing_but_links_is_cut_off(an_article) -> None:  # type: ignore[no-untyped-def]
    links = tuple(Reference(kind="link", target=f"/{n}/", line=n) for n in range(1, 3000))
    found = _resolve_body(an_article, Body(utf8=b"", references=links))
    assert [(p.code, p.line) for p in found.problems if p.code != "L601"] == [("L610", 2001)]
    assert len(found.problems) == 2001


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://vidu.example/a?b=c#d", "https://vidu.example/a?b=c#d"),
        ("mailto:a@vidu.example", "mailto:a@vidu.example"),
        ("http://[hong", "http://[hong"),
        ("tel:+84204000000", "tel:+84204000000"),
        ("/", ""),
        ("/gioi-thieu/", "gioi-thieu/"),
        ("/gioi-thieu#phan-2", "gioi-thieu/#phan-2"),
        ("../11-03-khac.md", "2026/11/ubnd-khac/"),
        ("../11-03-khac.md#muc-dich", "2026/11/ubnd-khac/#muc-dich"),
        ("../11-04-nhap.md", None),
        ("/2026/11/ubnd-khac/#muc-dich", "2026/11/ubnd-khac/#muc-dich"),
        ("/2026/11/ubnd-nhap/", None),
        ("/don-vi/ubnd/feed.xml", "don-vi/ubnd/feed.xml"),
    ],
)
def test_a_link_leads_to_a_page_of_the_site_or_outside(an_article, target, address) -> None:  # type: ignore[no-untyped-def]
    assert _resolve(an_article, "link", target).links == {target: address}


@pytest.mark.parametrize(
    ("kind", "target", "address"),
    [
        ("picture", "anh đẹp.JPG", "2026/11/ubnd-hop/anh-dep"),
        ("picture", "anh%20%C4%91%E1%BA%B9p.JPG", "2026/11/ubnd-hop/anh-dep"),
        ("link", "./a.pdf", "2026/11/ubnd-hop/a.pdf"),
        ("link", "a.pdf#page=2", "2026/11/ubnd-hop/a.pdf"),
    ],
)
def test_a_file_stands_below_its_item_under_an_ascii_name(
    an_article, kind, target, address
) -> None:  # type: ignore[no-untyped-def]
    found = _resolve(an_article, kind, target)
    assert found.problems == []
    assert found.files[target].address == address


@pytest.mark.parametrize(
    ("kind", "target", "code"),
    [
        ("link", "../11-05-khong-co.md", "L601"),
        ("link", "/khong-co/", "L601"),
        ("link", "../11-04-nhap.md", "L603"),
        ("link", "khong-co.pdf", "L602"),
        ("picture", "khong-co.jpg", "L602"),
        ("picture", "anh đẹp.jpg", "L602"),
        ("picture", "https://vidu.example/a.jpg", "L604"),
        ("picture", "//vidu.example/a.jpg", "L604"),
        ("link", "../../../../ward.yml", "L605"),
        ("link", "../../../../../../etc/passwd.pdf", "L605"),
        ("link", "..%2F..%2F..%2F..%2Fward.yml", "L605"),
        ("link", "b.exe", "L606"),
        ("picture", "a.pdf", "L606"),
        ("link", "javascript:alert(1)", "L606"),
        ("link", "file:///etc/passwd", "L606"),
        ("link", "../11-03-khac.md#khong-co", "L607"),
        ("link", "../11-03-khac/", "L601"),
        ("link", "../11-03-khac", "L601"),
    ],
)
def test_a_reference_that_leads_nowhere_is_a_problem_on_its_line(
    an_article, kind, target, code
) -> None:  # type: ignore[no-untyped-def]
    found = _resolve(an_article, kind, target)
    assert [(problem.code, problem.line) for problem in found.problems] == [(code, 12)]
    assert found.files == {}


def test_a_gallery_tells_of_a_missing_picture_once(an_article) -> None:  # type: ignore[no-untyped-def]
    body = render_body("![Một](khong-co.jpg)\n\n![Hai](a.pdf)", first_line=12)
    found = _resolve_body(an_article, body)
    assert [(p.code, p.line) for p in found.problems] == [("L602", 12), ("L606", 14)]


def test_a_file_does_not_take_the_address_of_the_item_s_own_text(an_article) -> None:  # type: ignore[no-untyped-def]
    assert _resolve(an_article, "link", "bản chữ.txt").files["bản chữ.txt"].address == (
        "2026/11/ubnd-hop/ban-chu-2.txt"
    )


def test_the_nearest_name_is_offered(an_article) -> None:  # type: ignore[no-untyped-def]
    assert "anh đẹp.JPG" in _resolve(an_article, "picture", "anh đẹp.jpg").problems[0].remedy
    assert (
        "../11-03-khac.md" in _resolve(an_article, "link", "../11-03-khacc.md").problems[0].remedy
    )
