"""Items that break careless feeds: what editors may write comes through, the rest is refused."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import NOW, ROOT, SMALL
from feed_readers import (
    FORMS,
    PAIRS,
    TELLERS,
    Reader,
    compare,
    read_plainly,
    read_summaries,
    run,
)

TITLES = {
    "va": "Toán & Văn: 3 < 5, 7 > 2",
    "lenh": "Bài <script>alert(1)</script> lạ",
    "cdata": "Hết ]]> chưa",
    "hinh": "Gia đình 👨‍👩‍👧‍👦 đọc sách 📚",
    "roi": unicodedata.normalize("NFD", "Trường học hạnh phúc"),
    "dai": "Rất dài " * 18 + "đến đó",
    "thuc-the": "Viết &amp; đọc &lt;b&gt;",
    "ho": "Ai <b mới hay",
}
HOURS = {
    "va": 16,
    "lenh": 15,
    "cdata": 14,
    "hinh": 13,
    "roi": 12,
    "dai": 12,
    "thuc-the": 11,
    "ho": 10,
}
ORDER = ["va", "lenh", "cdata", "hinh", "dai", "roi", "thuc-the", "ho"]  # of one minute: by path
ITEM = """---
title: {title}
date: 2026-11-20 {hour}:30
unit: ubnd
theme: I
summary: {title}
status: da-duyet
approved_by: Ban Biên tập
approved_on: 2026-11-19
id: hostile-{slug}
---
{body}
"""


def write_item(content: Path, slug: str, title: str, *, hour: int = 9, body: str = "Chữ.") -> None:
    """An item whose title and summary are `title`, a YAML scalar."""
    text = ITEM.format(title=title, hour=hour, slug=slug, body=body)
    path = content / "articles" / "ubnd" / "2026" / f"11-20-{slug}.md"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))


@pytest.fixture(scope="module")
def site(build_small: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with the hostile items; none of them has a picture."""
    folder = tmp_path_factory.mktemp("hostile")
    content = shutil.copytree(SMALL, folder / "content")
    for slug, title in TITLES.items():
        quoted = json.dumps(title, ensure_ascii=False)
        write_item(content, slug, quoted, hour=HOURS[slug], body=title)
    return build_small(folder / "site", content=content)


@pytest.mark.parametrize("form", FORMS)
def test_the_feed_gives_back_what_was_written(site: Path, form: str) -> None:
    assert len(TITLES["dai"]) == 150  # the longest there may be
    first = read_plainly(site / form)[: len(TITLES)]
    assert [item.id for item in first] == [f"tag:vidu.example,2026:hostile-{s}" for s in ORDER]
    written = [unicodedata.normalize("NFC", TITLES[slug]) for slug in ORDER]
    assert [item.title for item in first] == written


@pytest.mark.parametrize(("reader", "form"), PAIRS)
def test_every_reader_still_reads_every_feed(site: Path, reader: Reader, form: str) -> None:
    feeds = sorted(site.rglob(form))
    for file, shown in zip(feeds, reader.ask(feeds), strict=True):
        found, there = compare(reader, file, shown)
        assert found == there, file


@pytest.mark.parametrize("reader", TELLERS, ids=lambda reader: reader.name)
def test_every_reader_shows_the_summaries_that_were_written(site: Path, reader: Reader) -> None:
    (shown,) = reader.ask([site / "feed.xml"])
    written = {unicodedata.normalize("NFC", title) for title in TITLES.values()}
    assert written <= set(read_summaries(shown).values())


@pytest.mark.parametrize("form", [form for form in FORMS if form.endswith(".xml")])
def test_every_feed_is_still_well_formed(site: Path, form: str) -> None:
    run("xmllint", "--noout", "--nonet", *sorted(site.rglob(form)))


@pytest.mark.parametrize(
    "title",
    ["Chuông \x07 reo", '"Chuông \\x07 reo"', "Nửa \ud83d chữ", '"Nửa \\ud83d chữ"', "Không \x00"],
    ids=["control", "control by number", "surrogate", "surrogate by number", "zero"],
)
def test_what_no_feed_can_hold_is_refused_with_its_place(tmp_path: Path, title: str) -> None:
    content = shutil.copytree(SMALL, tmp_path / "content")
    write_item(content, "hong", title)
    command = [sys.executable, str(ROOT / "scripts" / "check_content.py"), "--content"]
    command += [str(content), "--now", NOW, "--format", "json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    problems = json.loads(done.stdout)["problems"]
    assert {problem["path"] for problem in problems} == {"articles/ubnd/2026/11-20-hong.md"}
    assert "error" in {problem["level"] for problem in problems}, problems
