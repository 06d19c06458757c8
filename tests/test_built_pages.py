"""The pages as built: no script, style or handler in them, and nothing from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from wardnews import addresses, policies

SITE = "https://vidu.example/thu/"  # as conftest.build_small publishes
DATA = {"application/ld+json", "application/json"}
# Elements whose address a browser loads by itself, and where they have it
LOADED = " | ".join((
    "//*[self::script or self::img or self::source or self::video]/@src",
    "//*[self::audio or self::track]/@src",
    "//*[self::iframe or self::embed or self::input]/@src",
    "//link[@rel = 'stylesheet' or @rel = 'preload' or @rel = 'icon']/@href",
    "//video/@poster | //object/@data",
))  # fmt: skip
SETS = "//img/@srcset | //source/@srcset | //link/@imagesrcset"
SCHEMES = {"", "http", "https", "mailto", "tel"}


@pytest.fixture(scope="module")
def pages(demo_site: Path) -> dict[str, html.HtmlElement]:
    found = {p.relative_to(demo_site).as_posix(): p for p in demo_site.rglob("*.html")}
    return {path: html.document_fromstring(file.read_bytes()) for path, file in found.items()}


def list_loaded(page: html.HtmlElement) -> Iterator[str]:
    yield from page.xpath(LOADED)
    for candidates in page.xpath(SETS):
        yield from (each.split()[0] for each in candidates.split(","))


def choose_policy(path: str, page: html.HtmlElement) -> str:
    address = path.removesuffix("index.html")
    if page.xpath("//meta[@http-equiv='refresh']"):
        return policies.REDIRECT
    if re.search(r"(^|/)nhung/(tat-ca/)?$", address) and address != addresses.EMBEDS:
        return policies.write_frame_policy(SITE)
    return policies.choose_policy(address)


def test_no_page_holds_script_or_style_of_its_own(pages: dict[str, html.HtmlElement]) -> None:
    assert len(pages) > 200
    for path, page in pages.items():
        scripts = [s.get("type") for s in page.xpath("//script[not(@src)]")]
        assert set(scripts) <= DATA, path
        assert page.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == [], path


def test_every_page_begins_with_its_policy(pages: dict[str, html.HtmlElement]) -> None:
    whole = {path: page for path, page in pages.items() if not path.endswith("/fragment.html")}
    for path, page in whole.items():
        charset, policy = page.xpath("/html/head/*[position() <= 2]")
        assert charset.get("charset") == "utf-8", path
        assert policy.get("http-equiv") == "Content-Security-Policy", path
        assert policy.get("content") == choose_policy(path, page), path


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        strangers = [a for a in list_loaded(page) if urlsplit(a).scheme or a.startswith("//")]
        assert strangers == [], path


def test_every_link_is_of_a_kind_that_runs_nothing(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        links = page.xpath("//@href | //@action | //@formaction | //@cite")
        assert {urlsplit(each.strip()).scheme.lower() for each in links} <= SCHEMES, path
