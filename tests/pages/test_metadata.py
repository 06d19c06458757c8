"""What machines read of an item: schema.org in JSON-LD, and Dublin Core."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest

from page_samples import ANSWER, ITEMS, KINDS, make_article, page_of

URL = "https://vidu.example/giao-duc/"


def read_graph(html: str) -> list[dict[str, Any]]:
    (script,) = re.findall('<script type="application/ld\\+json">(.*?)</script>', html, re.DOTALL)
    facts = json.loads(script)
    assert facts["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = facts["@graph"]
    return graph


def read_core(html: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, value in re.findall('<meta name="DC.([a-z]+)" content="([^"]*)">', html):
        found.setdefault(name, []).append(unescape(value))
    return found


@pytest.mark.parametrize("name", ITEMS)
def test_every_item_is_a_news_article_with_its_facts(name: str) -> None:
    item = ITEMS[name]
    article, way = read_graph(page_of(item))
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == item.title
    assert article["datePublished"] == item.date.isoformat()
    assert article["dateModified"] == item.modified.isoformat()
    assert article["isAccessibleForFree"] is True
    assert article["mainEntityOfPage"].startswith(URL + "2026/11/")
    assert article["author"]["@type"] == article["publisher"]["@type"] == "Organization"
    assert article["author"]["name"] == item.unit.name
    assert article["publisher"]["name"] == "UBND phường Mẫu"
    assert ("image" in article) is (item.image is not None)
    assert [step["position"] for step in way["itemListElement"]] == [1, 2]
    assert way["itemListElement"][0]["item"] == URL


def test_what_an_item_has_besides_is_told_and_nothing_else() -> None:
    full, _ = read_graph(page_of(ITEMS["tin đủ mọi phần"]))
    assert full["image"] == [f"{URL}2026/11/ubnd-du/anh.png"]
    assert full["keywords"] == ["Thư viện"]
    assert full["correction"][0]["text"] == "Giờ đúng: 10."
    plain, _ = read_graph(page_of(ITEMS["tin"]))
    assert not {"image", "keywords", "correction", "isBasedOn"} & plain.keys()
    press, _ = read_graph(page_of(ITEMS["báo chí"]))
    assert press["isBasedOn"] == "https://bao.example/1"


def test_the_question_of_an_answer_is_in_no_metadata() -> None:
    question = "Có đúng là phải đóng tiền?"
    item = make_article("gd", kind=KINDS["giai-dap"], answer=replace(ANSWER, question=question))
    head = page_of(item).partition("<body")[0]
    assert question not in unescape(head) and "<script type=" in head


def test_no_word_of_an_item_can_end_the_script() -> None:
    evil = "</script><script>x()</script><!-- & \u2028 \"'"
    html = page_of(make_article("doc", title=evil, summary=evil))
    script = html.partition('ld+json">')[2].partition("</script>")[0]
    assert not set("<>&'\u2028") & set(script)
    assert read_graph(html)[0]["headline"] == evil
    assert read_core(html)["title"] == [evil]


def test_the_list_of_the_old_circular_is_complete() -> None:
    core = read_core(page_of(ITEMS["tin đủ mọi phần"]))
    asked = "title creator date description publisher identifier language contributor subject"
    assert {*asked.split(), "coverage", "type", "format", "relation", "rights"} == core.keys()
    assert core["creator"] == ["Người Viết"] and core["contributor"] == ["UBND phường Mẫu"]
    assert core["identifier"] == [f"{URL}2026/11/ubnd-du/"]
    assert core["relation"] == ["Nghị quyết số 71-NQ/TW"]
    press = read_core(page_of(ITEMS["báo chí"]))
    assert press["source"] == ["https://bao.example/1"] and "contributor" not in press
