"""The open data as others read them: a validator, a CSV reader, a spreadsheet, a person."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from page_samples import ITEMS, NOW, REGISTERS, WARD, make_article, make_site, many, render
from rebuilds import build, set_up
from wardnews.model import Article, Newsroom, Withdrawal
from wardnews.open_data import guard, render_open_data
from wardnews.records import COLUMNS
from wardnews.site_context import Site

BOM = b"\xef\xbb\xbf"
EVIL = '=HYPERLINK("https://x.example";"a,b")\r\n\'"</script>\u200b\t'
DRAFT = make_article("nhap", title="BÍ MẬT", status="nhap")
SCHEDULED = make_article("hen", title="BÍ MẬT", date=NOW + timedelta(minutes=1))
EXPIRED = make_article("het", title="BÍ MẬT", expires=NOW)
WITHDRAWN = make_article(
    "go", title="BÍ MẬT", status="go", withdrawn=Withdrawal(on=NOW, by="A", reason="BÍ MẬT")
)


def files_of(site: Site) -> dict[str, bytes]:
    return {
        output.path.removeprefix("du-lieu/"): output.make() for output in render_open_data(site)
    }


def read_json(site: Site) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(files_of(site)["articles.json"])
    return found


def read_csv(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def check(data: object, schema: bytes) -> None:
    rules = json.loads(schema)
    Draft202012Validator.check_schema(rules)
    Draft202012Validator(rules).validate(data)


def with_ward(**changes: object) -> dict[str, object]:
    """A change of ward.yml, for make_site and render."""
    ward = replace(WARD, **changes)  # type: ignore[arg-type]
    registers = replace(REGISTERS, ward=ward)
    return {"newsroom": Newsroom(registers=registers, articles=tuple(ITEMS.values()))}


def test_the_json_obeys_its_schema_whatever_the_items() -> None:
    evil = make_article("doc", title=EVIL, summary=EVIL, author=EVIL, source=EVIL)
    for items in ([], [*ITEMS.values(), evil]):
        files = files_of(make_site(items))
        check(json.loads(files["articles.json"]), files["articles.schema.json"])


def test_a_wrong_record_does_not_obey_the_schema() -> None:
    files = files_of(make_site([ITEMS["tin"]]))
    data = json.loads(files["articles.json"])
    data["articles"][0]["title"] = None
    assert not Draft202012Validator(json.loads(files["articles.schema.json"])).is_valid(data)


def test_formats_named_in_the_schema_are_those_of_the_values() -> None:
    for record in read_json(make_site(list(ITEMS.values())))["articles"]:
        for column in COLUMNS:
            value = record[column.name]
            if value and column.form == "moment":
                assert datetime.fromisoformat(value).utcoffset() == timedelta(hours=7)
            if value and column.form == "address":
                assert value.isascii() and urlsplit(value).scheme == "https"


def test_the_json_tells_who_publishes_it_on_what_terms_and_how_new_it_is() -> None:
    data = read_json(make_site(list(ITEMS.values())))
    articles = data.pop("articles")
    assert data == {
        "$schema": "https://vidu.example/giao-duc/du-lieu/articles.schema.json",
        "title": "Giáo dục Mẫu: dữ liệu mở",
        "url": "https://vidu.example/giao-duc/du-lieu/",
        "publisher": "UBND phường Mẫu",
        "licence": None,
        "reuse": "Ghi rõ nguồn.",
        "demo": True,
        "language": "vi",
        "modified": "2026-11-21T08:00:00+07:00",
        "count": len(articles),
    }
    assert len(articles) == len(ITEMS)
    days = [article["published"] for article in articles]
    assert days == sorted(days, reverse=True)


def test_an_empty_ward_has_files_too() -> None:
    data = read_json(make_site([]))
    assert (data["modified"], data["count"], data["articles"]) == (None, 0, [])
    assert read_csv(files_of(make_site([]))["articles.csv"]) == []


def test_the_csv_has_the_same_items_under_the_same_names() -> None:
    files = files_of(make_site([*ITEMS.values(), *many(30)]))
    articles, rows = json.loads(files["articles.json"])["articles"], read_csv(files["articles.csv"])
    assert list(rows[0]) == list(articles[0]) == [column.name for column in COLUMNS]
    for name in ("id", "url", "title", "published", "picture_url"):
        assert [row[name] for row in rows] == [article[name] or "" for article in articles]


def test_the_csv_is_what_excel_on_windows_and_rfc_4180_want() -> None:
    comma = make_article("phay", title='Một, hai "ba"')
    content = files_of(make_site([comma]))["articles.csv"]
    assert content.startswith(BOM + b"id,") and content.count(BOM) == 1
    assert content.endswith(b"\r\n") and content.count(b"\n") == content.count(b"\r\n") == 2
    assert '"Một, hai ""ba"""'.encode() in content


def test_hostile_words_come_back_as_they_were_but_for_the_guard() -> None:
    files = files_of(make_site([make_article("doc", title=EVIL, author=EVIL)]))
    (record,) = json.loads(files["articles.json"])["articles"]
    (row,) = read_csv(files["articles.csv"])
    assert record["title"] == EVIL and row["title"] == row["author"] == "'" + EVIL


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+84 204", "-5%", "@a", "\t=1", "\ra", "\n=1", "  =1", "＝1", "＋1", "－1", "＠a"],
)
def test_a_cell_that_a_spreadsheet_would_obey_is_guarded(text: str) -> None:
    assert guard(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "5 - 3 = 2", "– gạch", "Mẹ & bé", "'đã có", "2026-11-20", "a"]
)
def test_other_cells_are_left_alone(text: str) -> None:
    assert guard(text) == text


@pytest.mark.parametrize("item", [DRAFT, SCHEDULED, EXPIRED, WITHDRAWN], ids=lambda a: a.slug)
def test_what_is_not_public_is_in_no_file_and_not_counted(item: Article) -> None:
    site = make_site([ITEMS["tin"], item])
    for content in files_of(site).values():
        assert b"B\xc3\x8d M\xe1\xba\xacT" not in content and item.id.encode() not in content
    assert read_json(site)["count"] == 1
    assert "<dt>Số bài</dt><dd>1</dd>" in render([ITEMS["tin"], item])["du-lieu/index.html"]


def test_the_clock_and_an_edit_of_the_text_change_nothing() -> None:
    items = list(ITEMS.values())
    sites = [make_site(items), make_site(items, now=NOW + timedelta(minutes=1))]
    sites.append(make_site(items, keys={item.path: b"edited" for item in items}))
    keys = [[(o.path, o.key) for o in render_open_data(site)] for site in sites]
    assert keys[0] == keys[1] == keys[2]
    assert files_of(sites[0]) == files_of(sites[1])


def test_the_key_follows_the_items_that_are_shown() -> None:
    def key(items: list[Article]) -> bytes:
        return next(iter(render_open_data(make_site(items)))).key

    one = make_article("mot")
    other = make_article("mot", title="Khác")
    assert len({key([]), key([one]), key([other]), key([one, make_article("hai")])}) == 4
    assert key([one]) == key([one, DRAFT, SCHEDULED])
    assert key([one]) != key([one, EXPIRED])  # who copies the data learns that something left


def page(**changes: object) -> str:
    html = render([*ITEMS.values()], **changes)["du-lieu/index.html"]
    return unescape(re.sub(r"</?span[^>]*>", "", html))


def test_the_page_tells_what_every_column_means() -> None:
    html = page()
    for column in COLUMNS:
        row = html.partition(f"<td><code>{column.name}</code></td>")[2].partition("</tr>")[0]
        assert column.meaning in row and column.form_name in row, column.name
        assert ("có thể trống" in row) is column.optional


def test_the_page_names_the_licence_or_says_that_there_is_none() -> None:
    assert "chưa có giấy phép riêng" in page() and "Ghi rõ nguồn." in page()
    licensed = page(**with_ward(licence="CC BY 4.0"))
    assert "Giấy phép: CC BY 4.0." in licensed and "chưa có giấy phép" not in licensed
    assert read_json(make_site([], **with_ward(licence="CC BY 4.0")))["licence"] == "CC BY 4.0"


def test_the_page_leads_to_the_files_and_tells_of_the_guard() -> None:
    html = page()
    for name in ("articles.csv", "articles.json", "articles.schema.json"):
        assert f'href="../du-lieu/{name}"' in html
    assert "22/2023/TT-BTTTT" in html and "<code>'</code>" in html
    assert '<time datetime="2026-11-21T08:00+07:00">' in html


def test_the_page_of_an_empty_ward_has_no_newest_moment() -> None:
    assert "Đổi lần cuối" not in render([])["du-lieu/index.html"]


def test_the_small_site_carries_its_open_data(small_site: Path) -> None:
    folder = small_site / "du-lieu"
    data = json.loads((folder / "articles.json").read_bytes())
    check(data, (folder / "articles.schema.json").read_bytes())
    rows = read_csv((folder / "articles.csv").read_bytes())
    assert [row["id"] for row in rows] == [article["id"] for article in data["articles"]]
    assert len(rows) == 4
    for row in rows:
        address = row["url"].removeprefix("https://vidu.example/thu/")
        assert (small_site / address / "index.html").exists()
        feed = etree.parse(small_site / "feed.xml")
        assert row["id"] in feed.xpath("//guid/text()")
    sitemap = (small_site / "sitemap.xml").read_text("utf-8")
    assert "<loc>https://vidu.example/thu/du-lieu/</loc>" in sitemap
    assert 'href="../du-lieu/"' in (small_site / "don-vi" / "index.html").read_text("utf-8")


def test_links_of_items_may_lead_to_the_open_data(tmp_path: Path) -> None:
    bench = set_up(tmp_path)
    item = bench.content / "articles/th-mau-a/2026/11-05-cung-ngay.md"
    link = "\nXem [dữ liệu mở](/du-lieu/) và [bảng](/du-lieu/articles.csv).\n"
    item.write_text(item.read_text("utf-8") + link, "utf-8")
    assert build(bench)
    html = (bench.site / "2026/11/th-mau-a-cung-ngay/index.html").read_text("utf-8")
    assert 'href="../../../du-lieu/articles.csv"' in html
