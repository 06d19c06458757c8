"""Every field of the handbook is read into the model."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from wardnews.content.articles import parse_theme
from wardnews.content.reader import read_manuscript
from wardnews.content.registers import read_registers
from wardnews.model import Article, Exemplar, Experience, Person

SMALL = Path(__file__).parent.parent / "sites" / "small"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
READING = read_registers({path.name: path.read_text("utf-8") for path in SMALL.glob("*.yml")})

FULL = """---
title: Kết quả
date: 2026-03-05 08:30
unit: th-mau-a
theme: III.c
kind: video
summary: Tóm tắt.
status: da-duyet
approved_by: Ban Biên tập
approved_on: 2026-03-04
id: ket-qua-2026
slug: ket-qua-khac
aliases: [/tin/cu/]
audiences: [phu-huynh]
tags: doc-sach
documents: [nq-71]
image: {file: a.jpg, alt: Cổng trường, caption: Chú thích, credit: Ban Biên tập}
minors: co
consent: GĐY-01
consent_on: 2026-03-01
author: Trần Văn Mẫu
source: Báo Mẫu
source_url: https://vidu.example/a
updated: 2026-03-06 09:00
corrections: [{date: 2026-03-06, text: Sửa giờ.}]
starts: 2026-03-10 08:00
ends: 2026-03-10 10:00
place: Hội trường
deadline: 2026-03-20
benefits: |
  Một.

  Hai.
attachments: [{file: a.pdf, label: Kế hoạch}]
pinned_until: 2026-03-30
expires: 2026-12-31
people: [{name: Em N., role: hoc-sinh, minor: true, consent: GĐY-02, consent_on: 2026-03-01}]
channels: [{channel: fanpage, date: 2026-03-05, url: https://vidu.example/p}]
media: {url: https://vidu.example/v, poster: a.jpg, duration: "2:40", transcript: Lời.}
difficulties: Khó.
proposals: Đề xuất.
reach: 200 lượt.
impact: Có.
public: true
---
Chữ.
"""


def _read(text: str, path: str = "articles/th-mau-a/2026/03-05-ket-qua.md") -> Article:
    manuscript = read_manuscript(path, text.encode(), registers=READING.registers, zone=ZONE)
    assert [p for p in manuscript.problems if p.level == "error"] == []
    assert manuscript.article
    return manuscript.article


def test_every_field_that_an_editor_may_write_is_read() -> None:
    article = _read(FULL)
    empty = [
        name
        for name in Article.__dataclass_fields__
        if getattr(article, name) in ("", (), None, Experience())
    ]
    # The rest belongs to other kinds of items, tested below.
    assert empty == ["withdrawn", "answer", "exemplar"]


def test_values_have_their_types() -> None:
    article = _read(FULL)
    assert article.date == datetime(2026, 3, 5, 8, 30, tzinfo=ZONE)
    assert article.approved_on == date(2026, 3, 4)
    assert article.theme.id == "iii"
    assert article.strand and article.strand.letter == "c"
    assert article.slug == "ket-qua-khac"
    assert article.benefits == "Một.\n\nHai."
    assert article.aliases == ("tin/cu",)
    assert article.experience.public
    assert article.people == (
        Person(
            name="Em N.", role="hoc-sinh", minor=True, consent="GĐY-02", consent_on=date(2026, 3, 1)
        ),
    )
    (broadcast,) = article.channels
    assert (broadcast.channel.label, broadcast.date) == ("Fanpage", date(2026, 3, 5))
    assert broadcast.url == "https://vidu.example/p"


def test_an_exemplar_is_dien_hinh_of_theme_v_by_its_folder() -> None:
    text = """---
title: Đọc mỗi sáng
date: 2026-03-05
unit: th-mau-a
summary: Tóm tắt.
school_year: 2025-2026
results: [{measure: mượn sách, before: 42%, after: 91%, unit: "%", source: sổ mượn}]
steps: [Một, Hai]
conditions: [Ba]
cost: 1,2 triệu đồng
contact: Nhà trường
awards: [{title: Giấy khen, decision: 01/QĐ, date: 2026-02-01}]
replicated_by: [{unit: thcs-mau-b, date: 2026-02-01, note: Hai lớp}]
---
"""
    article = _read(text, "exemplars/th-mau-a/2026/03-05-doc.md")
    assert article.kind.id == "dien-hinh"
    assert article.theme.id == "v"
    exemplar = article.exemplar
    assert exemplar
    empty = [name for name in Exemplar.__dataclass_fields__ if not getattr(exemplar, name)]
    assert empty == []
    assert exemplar.replicated_by[0].unit.id == "thcs-mau-b"


def test_an_answer_is_read_where_one_was_asked_for() -> None:
    parts = (
        "question: Hỏi?\nanswer: Đáp.\nevidence: [Một, Hai]\nanswered_by: UBND phường\n"
        "difficulties:"
    )
    text = FULL.replace("kind: video", "kind: giai-dap").replace("difficulties:", parts)
    answer = _read(text).answer
    assert answer and answer.evidence == ("Một", "Hai")
    assert (answer.question, answer.answer) == ("Hỏi?", "Đáp.")


def test_text_is_brought_to_nfc() -> None:
    text = FULL.replace("title: Kết quả", "title: Ke\u0302\u0301t qua\u0309")
    assert _read(text).title == "Kết quả"


@pytest.mark.parametrize(
    ("typed", "theme", "letter"),
    [
        ("III.b", "iii", "b"), ("3b", "iii", "b"), ("III b", "iii", "b"), ("iii.b", "iii", "b"),
        ("IIIb", "iii", "b"), ("III", "iii", ""), ("V", "v", ""), ("5", "v", ""), ("iv", "iv", ""),
    ],
)  # fmt: skip
def test_a_theme_is_read_however_it_is_written(typed: str, theme: str, letter: str) -> None:
    found, strand = parse_theme(typed, READING.registers.themes)
    assert (found and found.id, strand.letter if strand else "") == (theme, letter)


@pytest.mark.parametrize("typed", ["VI", "0", "6", "III.e", "II.a", "x", "", "III.bb", "chủ đề"])
def test_what_is_no_theme_is_none(typed: str) -> None:
    assert parse_theme(typed, READING.registers.themes) == (None, None)


def test_a_day_alone_counts_to_its_last_minute_where_something_ends() -> None:
    article = _read(FULL)
    assert article.deadline and f"{article.deadline:%d %H:%M}" == "20 23:59"
    assert article.expires and f"{article.expires:%d %H:%M}" == "31 23:59"
