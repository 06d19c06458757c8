"""The columns of the open data: what an item gives, and that what is not public gives nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from jsonschema import Draft202012Validator

from page_samples import ITEMS, NOW, PICTURE, STRAND, make_article, make_exemplar, make_site
from wardnews.columns import Column, Value, flatten
from wardnews.model import Article, Event, Experience, Image, Person
from wardnews.records import COLUMNS, list_shared, make_record


def record_of(article: Article) -> dict[str, Value]:
    return make_record(article, make_site([article]))


def test_names_are_unique_and_plain() -> None:
    names = [column.name for column in COLUMNS]
    assert len(names) == len(set(names))
    assert all(name.isascii() and name.replace("_", "").isalpha() for name in names)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
def test_the_example_of_a_column_obeys_its_own_schema(column: Column) -> None:
    Draft202012Validator.check_schema(column.schema)
    Draft202012Validator(column.schema).validate(column.example)
    assert column.meaning.endswith(".")


def test_an_item_says_who_what_and_when_in_ids_and_in_words() -> None:
    record = record_of(ITEMS["tin đủ mọi phần"])
    page = "https://vidu.example/giao-duc/2026/11/ubnd-du/"
    assert record | {"title": "", "summary": ""} == {
        "id": "tag:vidu.example,2026:ma-du",
        "url": page,
        "title": "",
        "summary": "",
        "published": "2026-11-20T08:30:00+07:00",
        "updated": "2026-11-21T08:00:00+07:00",
        "kind_id": "tin",
        "kind_name": "Tin",
        "theme_id": "III.a",
        "theme_name": "Tên chủ đề III",
        "strand_name": "UBND phường",
        "unit_id": "ubnd",
        "unit_name": "UBND phường Mẫu",
        "audience_ids": ["phu-huynh"],
        "audience_names": ["Phụ huynh"],
        "tag_ids": ["thu-vien"],
        "tag_names": ["Thư viện"],
        "documents": ["71-NQ/TW"],
        "author": "Người Viết",
        "source": None,
        "source_url": None,
        "picture_url": page + "anh.png",
        "picture_alt": "Hai em đọc sách",
        "picture_credit": "Nhà trường",
        "starts": None,
        "ends": None,
        "place": None,
        "deadline": None,
        "school_year": None,
        "results": [],
    }


def test_an_exemplar_gives_its_school_year_and_what_was_measured() -> None:
    record = record_of(make_exemplar())
    assert (record["kind_id"], record["theme_id"]) == ("dien-hinh", "V")
    assert record["school_year"] == "2026-2027"
    assert flatten(record["results"]) == (
        "em mượn sách: 42 → 91 % (nguồn: sổ mượn) | sách mất: 2 → 3 cuốn (nguồn: sổ thư viện)"
    )


def test_an_event_and_a_notice_give_their_moments() -> None:
    assert record_of(ITEMS["sự kiện"])["starts"] == "2026-12-12T08:00:00+07:00"
    assert record_of(ITEMS["sự kiện"])["place"] == "Nhà văn hóa"
    assert record_of(ITEMS["thông báo"])["deadline"] == "2026-11-30T17:00:00+07:00"
    whole = Event(starts=NOW, ends=NOW)
    assert record_of(make_article("xong", event=whole))["ends"] == "2026-11-24T09:00:00+07:00"


def test_an_address_with_vietnamese_letters_becomes_a_uri() -> None:
    item = make_article("bao", source_url="https://bao.example/bài gốc?a=1&b=%20#mục")
    assert record_of(item)["source_url"] == (
        "https://bao.example/b%C3%A0i%20g%E1%BB%91c?a=1&b=%20#m%E1%BB%A5c"
    )


SECRET = "KHÔNG CÔNG KHAI"


@pytest.mark.parametrize("public", [True, False])
def test_nothing_that_pages_do_not_show_is_in_a_record(public: bool) -> None:
    said = Experience(
        difficulties=SECRET, proposals=SECRET, reach=SECRET, impact=SECRET, public=public
    )
    item = make_exemplar()
    assert item.exemplar
    item = replace(
        item,
        approved_by=SECRET,
        approved_on=date(1999, 9, 9),
        minors=True,
        consent=SECRET,
        consent_on=date(1999, 9, 9),
        people=(Person(name=SECRET, role=SECRET, minor=True, consent=SECRET),),
        experience=said,
        exemplar=replace(item.exemplar, contact=SECRET),
        image=PICTURE,
    )
    text = json.dumps(record_of(item), ensure_ascii=False)
    assert SECRET not in text and "1999" not in text and item.path not in text


def test_an_item_without_an_id_is_left_out_as_in_feeds() -> None:
    site = make_site([make_article("co"), make_article("khong", id="")])
    assert [article.slug for article in list_shared(site)] == ["co"]


def test_a_column_without_a_value_is_null_and_never_an_empty_text() -> None:
    bare = make_article("tran", image=Image(file="anh.png", alt="Kệ sách"), strand=STRAND)
    assert "" not in record_of(bare).values()
    assert "" not in record_of(make_article("hai", event=Event(starts=NOW))).values()
