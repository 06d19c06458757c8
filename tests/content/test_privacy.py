"""A child is shown or named only with the number of a consent paper, in every form of an item."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import SMALL, no_cache
from wardnews.judging import judge_content

NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
PLACE = "articles/th-mau-a/2026/11-05-bai/index.md"
HEAD = """---
title: Một bài
date: 2026-11-05
unit: th-mau-a
theme: III.b
summary: Tóm tắt.
status: da-duyet
approved_by: Ban Biên tập
approved_on: 2026-11-04
id: mot-bai
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><rect width="8" height="8"/></svg>'


def _judge(tmp_path: Path, header: str, body: str = "Chữ.", place: str = PLACE):  # type: ignore[no-untyped-def]
    content = tmp_path / "content"
    for register in SMALL.glob("*.yml"):
        content.mkdir(exist_ok=True)
        shutil.copy(register, content)
    item = content / place
    item.parent.mkdir(parents=True)
    for name in ("a.svg", "giay-dong-y-14.svg"):
        (item.parent / name).write_text(SVG)
    for name, begin in (("a.mp4", b"\0\0\0\x18ftypisom"), ("danh-sach-lop-5a.pdf", b"%PDF-1.4\n")):
        (item.parent / name).write_bytes(begin)
    item.write_text(f"{HEAD}{header}---\n{body}\n", "utf-8")
    judgement = judge_content(content, standing=set(), now=NOW, workers=1, cache=no_cache(tmp_path))
    own = [p for p in judgement.problems if p.code[0] in "AP"]
    return judgement.refused, [(p.code, p.level, p.field) for p in own]


PICTURE = "image: {file: a.svg, alt: Hai em ngồi đọc}\n"


@pytest.mark.parametrize(
    ("header", "body", "code"),
    [
        (PICTURE, "Chữ.", "A207"),
        ("", "![Hai em ngồi đọc](a.svg)", "A207"),
        ("attachments: [{file: a.svg, label: Ảnh}]\n", "Chữ.", "A207"),
        ("attachments: [{file: a.mp4, label: Phim}]\n", "Chữ.", "A207"),
        ("", "[phim](a.mp4)", "A207"),
        ("media: {file: a.mp4, transcript: Lời.}\n", "Chữ.", "A207"),
        ("media: {url: 'https://vidu.example/p', transcript: Lời.}\n", "Chữ.", "A207"),
        (f"{PICTURE}minors: co\n", "Chữ.", "P503"),
        (f"{PICTURE}minors: co\nconsent:\n", "Chữ.", "P503"),
        ("minors: co\n", "![Hai em ngồi đọc](a.svg)", "P503"),
        ("minors: co\nattachments: [{file: a.mp4, label: Phim}]\n", "Chữ.", "P503"),
        ("minors: co\nmedia: {file: a.mp4, transcript: Lời.}\n", "Chữ.", "P503"),
        ("people: [{name: Em An, minor: co}]\n", "Chữ.", "P504"),
        ("people: [{name: An, role: học sinh}]\n", "Chữ.", "P504"),
        ("people: [{name: Cháu An, role: nhân vật}]\n", "Chữ.", "P504"),
    ],
)
def test_a_child_shown_or_named_without_consent_stops_the_build(
    tmp_path: Path, header: str, body: str, code: str
) -> None:
    refused, found = _judge(tmp_path, header, body)
    assert refused and [(each[0], each[1]) for each in found] == [(code, "error")]


@pytest.mark.parametrize(
    "header",
    [
        f"{PICTURE}minors: khong\n",
        f"{PICTURE}minors: co\nconsent: Sổ đồng ý 2026, số 14\n",
        "minors: co\nconsent: 14/GĐY-THMA\nmedia: {file: a.mp4, transcript: Lời.}\n",
        "people: [{name: Em An, minor: co, consent: 'GĐY 2026-015'}]\n",
        "people: [{name: An, role: học sinh, minor: khong}]\n",
        "people: [{name: Bà Mẫu, role: cựu học sinh}]\n",
        "people: [{name: Bà Mẫu, role: Phụ huynh học sinh}]\n",
        "people: [{name: Cô Mẫu, role: dạy trẻ}]\n",
        "kind: podcast\nmedia: {url: 'https://vidu.example/p', transcript: Lời.}\n",
    ],
)
def test_with_the_number_of_a_paper_or_without_children_it_goes_on(
    tmp_path: Path, header: str
) -> None:
    assert _judge(tmp_path, header) == (False, [])


@pytest.mark.parametrize(
    "consent",
    ["có", "đã đồng ý", "rồi", "true", "x", "giay-14.jpg", "dong-y/14.pdf", "14.PDF",
     "https://vidu.example/14", r"D:\giay\14"],
)  # fmt: skip
@pytest.mark.parametrize("where", ["picture", "person"])
def test_a_consent_is_neither_a_file_nor_a_mere_yes(
    tmp_path: Path, consent: str, where: str
) -> None:
    written = f"consent: '{consent}'"
    header = f"{PICTURE}minors: co\n{written}\n"
    if where == "person":
        header = f"people: [{{name: Em An, minor: co, {written}}}]\n"
    refused, found = _judge(tmp_path, header)
    field = "consent" if where == "picture" else "people.0.consent"
    assert refused and found == [("P509", "error", field)]


@pytest.mark.parametrize(
    ("header", "body", "found"),
    [
        ("minors: khong\n", "![Tờ giấy trên bàn](giay-dong-y-14.svg)", ("P509", "error", "")),
        (
            "attachments: [{file: danh-sach-lop-5a.pdf, label: Xem}]\n",
            "Chữ.",
            ("P507", "warning", "attachments.0.file"),
        ),
    ],
)
def test_a_file_that_is_a_paper_or_a_list_by_its_name_is_told(
    tmp_path: Path, header: str, body: str, found: tuple[str, str, str]
) -> None:
    assert _judge(tmp_path, header, body)[1] == [found]


NAMED = "image: {file: a.svg, alt: Em An đọc sách}\n"


@pytest.mark.parametrize(
    ("minors", "found"),
    [
        ("minors: khong\n", [("P511", "warning", "image.alt")]),
        ("minors: co\nconsent: Sổ 2026, số 14\n", []),
    ],
)
def test_no_child_to_be_recognised_but_one_told_is_a_contradiction(
    tmp_path: Path, minors: str, found: list[tuple[str, str, str]]
) -> None:
    assert _judge(tmp_path, NAMED + minors) == (False, found)


def test_an_adult_who_is_held_up_as_an_example_should_have_been_asked(tmp_path: Path) -> None:
    header = (
        "school_year: 2026-2027\nresults: [{measure: em, before: 1, after: 2, source: sổ}]\n"
        "people: [{name: Cô Mẫu, role: giáo viên}]\n"
    )
    place = PLACE.replace("articles", "exemplars")
    found = _judge(tmp_path, header.replace("theme: III.b\n", ""), place=place)
    assert found == (False, [("P510", "warning", "people.0.consent")])
