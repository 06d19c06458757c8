"""The whole folder: what is refused, what is left out, and that one cause gives one message."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from PIL import Image

from conftest import no_cache
from wardnews.judging import Judgement, judge_content

T = TypeVar("T")
SMALL = Path(__file__).parent / "sites" / "small"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(SMALL, folder)
    return folder


def _judge(content: Path) -> Judgement:
    return judge_content(
        content, standing={"gioi-thieu/"}, now=NOW, workers=2, cache=no_cache(content.parent)
    )


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_the_small_site_has_nothing_to_mend(content: Path) -> None:
    judgement = _judge(content)
    assert judgement.problems == ()
    assert not judgement.refused
    assert len(judgement.newsroom.articles) == 8


@pytest.mark.parametrize(
    ("stage", "place"),
    [
        ("Đọc bài", "articles/ubnd/2026/11-02-phuong-hop.md"),
        ("Thu nhỏ ảnh, xóa thông tin ẩn", "articles/th-mau-a/2026/11-05-anh/a.png"),
    ],
)
def test_a_file_that_vanishes_meanwhile_is_not_there(content: Path, stage: str, place: str) -> None:
    item = content / "articles/th-mau-a/2026/11-05-anh/index.md"
    item.parent.mkdir(parents=True)
    said = (content / "articles/ubnd/2026/11-02-phuong-hop.md").read_text("utf-8")
    picture = "minors: khong\n---\n![Cổng trường](a.png)\n"
    item.write_text(said.rpartition("---\n")[0] + picture, "utf-8")
    Image.new("RGB", (8, 8)).save(item.parent / "a.png")

    def vanish(steps: Iterator[T], what: str, total: int) -> Iterator[T]:
        if what == stage:
            (content / place).unlink(missing_ok=True)
        return steps

    judgement = judge_content(
        content, standing={"gioi-thieu/"}, now=NOW, workers=2, cache=no_cache(content.parent),
        progress=vanish,
    )  # fmt: skip
    without = judge_content(
        content, standing={"gioi-thieu/"}, now=NOW, workers=2, cache=no_cache(content.parent)
    )
    assert judgement.problems == without.problems
    assert place not in judgement.references and not (content / place).exists()


@pytest.mark.parametrize(
    ("target", "codes"),
    [
        ("/so-do-trang/", []),
        ("/2026/11/ubnd-phuong-hop/ban-chu.txt", []),
        ("/2026/11/ubnd-phuong-hop/su-kien.ics", ["L601"]),  # no event
        ("/2026/10/thcs-mau-b-da-go/ban-chu.txt", ["L601"]),  # withdrawn
    ],
)
def test_editors_may_link_to_what_the_site_makes_of_an_item(
    content: Path, target: str, codes: list[str]
) -> None:
    item = content / "articles/th-mau-a/2026/11-05-cung-ngay.md"
    item.write_text(f"{item.read_text('utf-8')}\nXem [tệp]({target}).\n", "utf-8")
    assert [problem.code for problem in _judge(content).problems] == codes


def test_an_error_in_a_draft_leaves_the_draft_out_and_the_build_goes_on(content: Path) -> None:
    _edit(content / "articles/thcs-mau-b/2026/11-10-nhap.md", "theme: IV", "theme: XL")
    judgement = _judge(content)
    assert [problem.code for problem in judgement.problems] == ["T102"]
    assert not judgement.refused
    assert len(judgement.newsroom.articles) == 7


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("articles/ubnd/2026/11-02-phuong-hop.md", "theme: III.a", "theme: XL"),
        ("articles/thcs-mau-b/2026/12-01-hen-gio.md", "theme: IV", "theme: XL"),
        ("articles/thcs-mau-b/2026/11-10-nhap.md", "summary:", "status: xong\nsummary:"),
        ("articles/thcs-mau-b/2026/11-10-nhap.md", "---\n", ""),
        ("ward.yml", "province: Tỉnh Thử", "province:"),
    ],
    ids=["approved", "scheduled", "unknown status", "unreadable", "register"],
)
def test_what_the_public_would_meet_is_refused(
    content: Path, path: str, old: str, new: str
) -> None:
    _edit(content / path, old, new)
    assert _judge(content).refused


def test_a_broken_register_is_one_problem_not_one_for_every_item(content: Path) -> None:
    (content / "units.yml").write_text("- id: [", "utf-8")
    assert {problem.path for problem in _judge(content).problems} == {"units.yml"}


def test_problems_are_in_the_order_of_files_and_lines(content: Path) -> None:
    _edit(content / "articles/ubnd/2026/11-02-phuong-hop.md", "unit: ubnd", "unit: x")
    _edit(content / "articles/ubnd/2026/11-02-phuong-hop.md", "theme: III.a", "theme: x")
    _edit(content / "articles/th-mau-a/2026/11-05-cung-ngay.md", "unit: th-mau-a", "unit: x")
    places = [(problem.path, problem.line) for problem in _judge(content).problems]
    assert places == sorted(places) and len(places) == 3
