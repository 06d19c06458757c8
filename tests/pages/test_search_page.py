"""The page of the search: its form, its choices, and what it says where there is no index."""

from __future__ import annotations

import json
import re
from html import unescape

from page_samples import ITEMS, make_article, render
from wardnews.text.folding import PLACEMENTS

PATH = "tim-kiem/index.html"
BUNDLES = ("tim-kiem/chi-muc/nam-nay/", "tim-kiem/chi-muc/nam-truoc/")


def test_the_form_is_a_link_to_the_page_itself_and_names_the_index() -> None:
    html = render([make_article()], bundles=BUNDLES)[PATH]
    (form,) = re.findall(r"<form [^>]*>", html)
    assert 'action="./"' in form and "method" not in form
    assert 'data-bundles="../tim-kiem/chi-muc/nam-nay/ ../tim-kiem/chi-muc/nam-truoc/"' in form
    tables = json.loads(unescape(re.findall('data-tables="([^"]*)"', form)[0]))
    assert tables["placements"] == PLACEMENTS and tables["letters"] == {"đ": "d"}


def test_only_what_has_items_is_offered_to_choose() -> None:
    html = render([make_article(), ITEMS["điển hình"]], bundles=BUNDLES)[PATH]
    choices = {
        name: re.findall(r'<option value="([^"]+)"', options)
        for name, options in re.findall(r'<select id="([^"]*)"[^>]*>(.*?)</select>', html)
    }
    assert choices == {
        "don-vi": ["ubnd", "th-mau-a"],
        "chu-de": ["i", "ii", "iii", "iv", "v"],
        "the-loai": ["tin", "dien-hinh"],
        "nam": ["2026"],
    }


def test_without_an_index_the_page_leads_to_the_archive() -> None:
    pages = render([make_article()])
    assert '<a href="../luu-tru/">lưu trữ theo tháng</a>' in pages[PATH]
    assert "<form" not in pages[PATH] and "<script" not in pages[PATH]
    assert "<form" not in pages["404.html"]


def test_a_wrong_address_offers_to_search() -> None:
    page = render([make_article()], bundles=BUNDLES)["404.html"]
    assert 'action="/giao-duc/tim-kiem/"' in page and 'name="q"' in page
