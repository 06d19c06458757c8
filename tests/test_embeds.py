"""What the ward offers to pages of others: the same items in every form, nothing that is hidden."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import datetime, timedelta

import html5lib
import pytest
from lxml import html

from page_samples import (
    ITEMS,
    NOW,
    PICTURE,
    SCHOOL,
    TEMPLATES,
    ZONE,
    make_article,
    make_site,
    many,
    render,
)
from wardnews import addresses
from wardnews.embeds import choose_items, render_embeds
from wardnews.feeds.documents import list_documents
from wardnews.model import Article, Withdrawal

URL = "https://vidu.example/giao-duc/"


def _make(articles: Sequence[Article], **changes: object) -> dict[str, str]:
    site = make_site(articles, **changes)  # type: ignore[arg-type]
    return {output.path: output.make().decode() for output in render_embeds(site, TEMPLATES)}


def _titles(page: str) -> list[str]:
    return html.fromstring(page).xpath("//li//a/text()")  # type: ignore[no-any-return]


def test_the_listings_of_the_contract_have_a_frame_a_fragment_and_a_document() -> None:
    made = _make(list(ITEMS.values()))
    for frame in ("nhung/tat-ca/", "chu-de/iii/nhung/", "don-vi/th-mau-a/nhung/",
                  "don-vi/th-mau-a/chu-de/v/nhung/", "dien-hinh/nhung/"):  # fmt: skip
        assert {f"{frame}index.html", f"{frame}oembed.json"} <= made.keys()
    for listing in ("", "chu-de/iii/", "don-vi/th-mau-a/", "don-vi/ubnd/chu-de/i/", "dien-hinh/"):
        assert f"{listing}nhung/fragment.html" in made
    assert not [path for path in made if path.startswith(("the/", "luu-tru/", "the-loai/"))]


def test_the_address_of_the_builder_is_left_to_it() -> None:
    assert "nhung/index.html" not in _make(many(3))
    assert addresses.is_for_others("nhung/tat-ca/index.html")
    assert not addresses.is_for_others("nhung/index.html")
    assert not addresses.is_for_others("2026/11/ubnd-viec-nhung/index.html")


def test_a_frame_holds_20_items_and_shows_5() -> None:
    page = html.fromstring(_make(many(40))["nhung/tat-ca/index.html"])
    assert len(page.xpath("//li")) == 20
    assert len(page.xpath("//li[not(@hidden)]")) == 5


def test_a_fragment_holds_5_items_and_needs_nothing() -> None:
    fragment = _make(many(40))["nhung/fragment.html"]
    assert len(_titles(fragment)) == 5
    assert re.findall(r"<(script|style|link|img|iframe)|\s(style|on\w+|id)=", fragment) == []
    links = html.fromstring(fragment).xpath("//@href")
    assert len(links) == 6 and all(link.startswith(URL) for link in links)
    assert html.fromstring(fragment).xpath("//h3[1]")


def test_a_fragment_reads_right_in_a_page_of_any_encoding() -> None:
    article = make_article("a", title="Đọc sách ở Việt Yên 😀")
    fragment = _make([article])["nhung/fragment.html"]
    assert fragment.isascii()
    assert _titles(fragment)[0] == "Đọc sách ở Việt Yên 😀"


def test_frames_are_valid_html_and_so_are_fragments_in_a_page() -> None:
    for path, text in _make(list(ITEMS.values())).items():
        if path.endswith(".html"):
            parser = html5lib.HTMLParser(strict=True)
            fragment = f"<!doctype html><title>a</title><body>{text}"
            parser.parse(fragment if "fragment" in path else text)


@pytest.mark.parametrize("address", ["don-vi/th-mau-a/", "don-vi/ubnd/", "chu-de/i/", "dien-hinh/"])
def test_a_frame_shows_the_items_of_the_listing_s_feeds(address: str) -> None:
    site = make_site([*ITEMS.values(), *many(9)])
    by_address = {listing.address: listing for listing in site.listings}
    choice = choose_items(by_address[address], by_address, site)
    feed = next(d for d in list_documents(site) if d.address == f"{address}feed.xml")
    assert choice.articles == feed.articles[:20]
    assert choice.ward_wide == feed.ward_wide


def test_items_that_only_fill_up_say_whose_they_are() -> None:
    own = make_article("cua-truong", path="articles/th-mau-a/2026/a.md", unit=SCHOOL)
    others = [make_article(f"o-{n}", date=own.date - timedelta(days=1 + n)) for n in range(4)]
    made = _make([own, *others])
    for path in ("don-vi/th-mau-a/nhung/index.html", "don-vi/th-mau-a/nhung/fragment.html"):
        items = [
            " ".join(li.text_content().split()) for li in html.fromstring(made[path]).xpath("//li")
        ]
        assert items[0].endswith("20/11/2026")  # whose it is stands above
        assert ["Tin chung của phường · UBND phường Mẫu" in item for item in items[1:]] == [
            True
        ] * 4


def test_what_is_not_public_is_in_none_of_them() -> None:
    withdrawal = Withdrawal(on=NOW, by="Ban Biên tập", reason="bí mật")
    hidden = [
        make_article("nhap", title="bí mật", status="nhap"),
        make_article("hen", title="bí mật", date=NOW + timedelta(hours=1)),
        make_article("het", title="bí mật", summary="bí mật", expires=NOW),
        make_article("go", title="bí mật", summary="bí mật", status="go", withdrawn=withdrawal),
    ]
    made = _make([*hidden, *many(3)])
    secret = "bí mật".encode("ascii", "xmlcharrefreplace").decode()
    assert [path for path, text in made.items() if "bí mật" in text or secret in text] == []
    assert not [path for path in made if re.search("nhap|hen|het|-go/", path)]
    month = made["2026/11/nhung/index.html"]
    assert month.count("Bài này không còn được đăng") == 2  # those that had been there


def test_a_ward_without_items_has_frames_all_the_same() -> None:
    made = _make([])
    for name in ("index.html", "fragment.html"):
        text = html.fromstring(made[f"don-vi/ubnd/nhung/{name}"]).text_content()
        assert "Chưa có bài nào ở mục này." in text


def test_a_closed_school_s_frame_says_where_to_go_on() -> None:
    for name in ("index.html", "fragment.html"):
        page = html.fromstring(_make(many(3))[f"don-vi/th-cu/nhung/{name}"])
        assert "Trường cũ đã sáp nhập vào Trường Tiểu học Mẫu A" in page.text_content()
        assert URL + "don-vi/th-mau-a/" in page.xpath("//@href")


def test_invented_data_are_called_so_on_other_sites_too() -> None:
    made = _make(many(3))
    for path in ("nhung/tat-ca/index.html", "nhung/fragment.html", "2026/11/nhung/index.html"):
        assert "Dữ liệu minh họa" in html.fromstring(made[path]).text_content()


def test_a_frame_may_load_only_what_is_the_site_s_and_is_found_at_the_listing() -> None:
    made = _make(list(ITEMS.values()))
    for path in (
        "don-vi/ubnd/nhung/index.html",
        "nhung/tat-ca/index.html",
        "2026/11/nhung/index.html",
    ):
        page = html.fromstring(made[path])
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy == (
            f"default-src 'none'; style-src 'self' {URL}; img-src 'self' {URL};"
            f" script-src 'self' {URL}; base-uri 'none'; form-action 'none'"
        )
        assert page.xpath("//style | //script[not(@src)] | //@style | //@onclick") == []
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert page.xpath("//html/@lang") == ["vi"]
        assert {*page.xpath("//a/@rel")} == {"noopener"} and {*page.xpath("//a/@target")} == {
            "_blank"
        }
    (canonical,) = html.fromstring(made["don-vi/ubnd/nhung/index.html"]).xpath(
        "//link[@rel='canonical']/@href"
    )
    assert canonical == URL + "don-vi/ubnd/"


# --- oEmbed --------------------------------------------------------------------------------


def test_the_document_of_an_item_is_oembed_1_0() -> None:
    article = make_article("a", title='Một "bài" <b>', image=PICTURE)
    document = json.loads(_make([article])["2026/11/ubnd-a/oembed.json"])
    markup = html.fragment_fromstring(document.pop("html"), create_parent=True)
    assert document == {
        "version": "1.0",
        "type": "rich",
        "title": 'Một "bài" <b>',
        "author_name": "UBND phường Mẫu",
        "author_url": URL + "don-vi/ubnd/",
        "provider_name": "Giáo dục Mẫu",
        "provider_url": URL,
        "thumbnail_url": URL + "2026/11/ubnd-a/anh.png",
        "thumbnail_width": 640,
        "thumbnail_height": 360,
        "width": 600,
        "height": 260,
    }
    assert markup.xpath("blockquote/a/@href") == [URL + "2026/11/ubnd-a/"]
    assert markup.xpath("iframe/@src") == [URL + "2026/11/nhung/?bai=ubnd-a"]
    assert markup.xpath("iframe/@title") == ['Một "bài" <b>']
    assert "allow-same-origin" not in markup.xpath("string(iframe/@sandbox)")


def test_documents_are_offered_for_twelve_months_and_frames_for_ever() -> None:
    fresh = make_article("moi", date=datetime(2025, 11, 25, tzinfo=ZONE))
    old = make_article("cu", year="2025", month="10", date=datetime(2025, 10, 25, tzinfo=ZONE))
    made, pages = _make([fresh, old]), render([fresh, old])
    assert "2026/11/ubnd-moi/oembed.json" in made and "2025/10/ubnd-cu/oembed.json" not in made
    assert "2025/10/nhung/index.html" in made
    link = f'<link rel="alternate" type="application/json+oembed" title="{fresh.title}" href="{URL}2026/11/ubnd-moi/oembed.json">'  # noqa: E501
    assert link in pages["2026/11/ubnd-moi/index.html"]
    assert "json+oembed" not in pages["2025/10/ubnd-cu/index.html"]


def test_an_item_is_found_in_frames_under_its_old_addresses_too() -> None:
    made = _make([make_article("moi", aliases=("2026/11/ubnd-cu/", "2025/09/ubnd-xua", "tin/a/"))])
    (item,) = html.fromstring(made["2026/11/nhung/index.html"]).xpath("//li")
    assert (item.get("id"), item.xpath("span/@id")) == ("ubnd-moi", ["ubnd-cu"])
    (item,) = html.fromstring(made["2025/09/nhung/index.html"]).xpath("//li")
    assert item.get("id") == "ubnd-xua"
    assert item.xpath(".//a/@href") == [URL + "2026/11/ubnd-moi/"]


def test_pages_of_listings_name_the_document_of_their_frame() -> None:
    pages, made = render(many(40)), _make(many(40))
    for path in ("index.html", "don-vi/ubnd/index.html", "chu-de/i/index.html"):
        (found,) = html.fromstring(pages[path]).xpath(
            "//link[@type='application/json+oembed']/@href"
        )
        assert found.removeprefix(URL) in made
    for path in ("trang/2/index.html", "cap-hoc/thcs/index.html"):
        assert "json+oembed" not in pages[path]


def test_the_files_that_others_load_have_their_place() -> None:
    made = _make([])
    for name in ("tin.js", "khung.js", "khung.css"):
        assert made[f"nhung/v1/{name}"] == (TEMPLATES / "nhung" / "v1" / name).read_text("utf-8")
    assert json.loads(made["nhung/v1/integrity.json"])["tin.js"].startswith("sha384-")
