"""The search index: what a slim page says, who is in it, and when Pagefind runs again."""

from __future__ import annotations

import gzip
import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from conftest import no_cache
from page_samples import ITEMS, NOW, PICTURE, ZONE, make_article, make_site
from wardnews import search
from wardnews.model import Article, Experience, Withdrawal
from wardnews.pagefind import VERSIONS, find_program, place_program, run_pagefind
from wardnews.search import SearchIndex, list_labels, list_texts, make_index, render_slim_page

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "search" / "slim.html"
OLD = {"date": datetime(2025, 3, 5, 7, tzinfo=ZONE), "year": "2025", "month": "03"}


@pytest.fixture
def program() -> Path:
    found = find_program(ROOT / ".tools")
    assert found, "run the tests with scripts/run_tests.py: it fetches Pagefind"
    return found


def _index(
    articles: Sequence[Article], program: Path, folder: Path, **changes: object
) -> SearchIndex:
    return make_index(make_site(articles, **changes), program, no_cache(folder))  # type: ignore[arg-type]


def _read_fragments(index: SearchIndex) -> dict[str, dict[str, object]]:
    """What the index says of each item, by its address."""
    found = {}
    for output in index.outputs:
        if "/fragment/" in output.path:
            text = gzip.decompress(output.make()).removeprefix(b"pagefind_dcd")
            said = json.loads(text)
            found[said["url"].strip("/")] = said
    return found


def test_a_slim_page_has_the_words_folded_and_the_facts_as_written(
    request: pytest.FixtureRequest,
) -> None:
    article = make_article(
        "du",
        title="Đổi mới: “hoà bình” & <đường>",
        summary="Trường (THCS), đủ chỗ.",
        image=PICTURE,
        theme=ITEMS["tin đủ mọi phần"].theme,
        strand=ITEMS["tin đủ mọi phần"].strand,
        documents=ITEMS["tin đủ mọi phần"].documents,
    )
    written = render_slim_page(article, make_site([article]))
    if request.config.getoption("--update-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(written, "utf-8")
    assert written == GOLDEN.read_text("utf-8")


def test_everything_that_a_page_says_can_be_found() -> None:
    texts = (text for item in ITEMS.values() for text in (*list_texts(item), *list_labels(item)))
    words = " ".join(texts)
    for said in (
        "Thân bài.", "Không mất phí.", "Mẫu đơn", "71-NQ/TW", "Thư viện", "Người Viết", "Thiếu kệ.",
        "Giờ đúng: 10.", "Có phải đóng tiền không?", "Không phải đóng tiền.", "Thông tư 00.",
        "em mượn sách", "Chia sách.", "Có kệ.", "khối 2", "Giấy khen", "Nhà văn hóa",
        "Lời người dẫn.", "Báo Mẫu",
    ):  # fmt: skip
        assert said in words


def test_what_no_page_says_cannot_be_found() -> None:
    item = replace(ITEMS["tin đủ mọi phần"], experience=Experience(difficulties="Khó nói."))
    words = " ".join(list_texts(item))
    assert [said for said in ("Em Mẫu", "PHIEU", "Khó nói") if said in words] == []


def test_only_what_is_shown_is_in_the_index(program: Path, tmp_path: Path) -> None:
    hidden = [
        make_article("nhap", status="nhap"),
        make_article("cho", status="cho-duyet"),
        make_article("hen", date=NOW + timedelta(hours=1)),
        make_article("het", expires=NOW - timedelta(hours=1)),
        make_article("go", status="go", withdrawn=Withdrawal(on=NOW, by="Ban", reason="Nhầm.")),
    ]
    index = _index([make_article("tin"), *hidden], program, tmp_path)
    assert _read_fragments(index).keys() == {"2026/11/ubnd-tin"}


def test_a_result_has_what_its_card_shows_and_its_filters(program: Path, tmp_path: Path) -> None:
    index = _index([ITEMS["tin đủ mọi phần"]], program, tmp_path)
    (said,) = _read_fragments(index).values()
    assert said["meta"] == {
        "title": "Tiêu đề du", "summary": "Tóm tắt du.", "unit": "UBND phường",
        "date": "20/11/2026", "number": "IIIa", "theme": "UBND", "colour": "3",
        "image": "2026/11/ubnd-du/anh.png",
    }  # fmt: skip
    assert said["filters"] == {
        "unit": ["ubnd"], "theme": ["iii"], "kind": ["tin"], "year": ["2026"]
    }  # fmt: skip


def test_few_items_have_one_bundle(program: Path, tmp_path: Path) -> None:
    index = _index([make_article("a"), make_article("b", **OLD)], program, tmp_path)
    assert index.bundles == ("tim-kiem/chi-muc/tat-ca/",)


def test_many_items_have_a_bundle_of_this_year_and_one_of_those_before(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FEW", 1)
    index = _index([make_article("a"), make_article("b", **OLD)], program, tmp_path)
    assert index.bundles == ("tim-kiem/chi-muc/nam-nay/", "tim-kiem/chi-muc/nam-truoc/")
    only_old = _index([make_article(n, **OLD) for n in "ab"], program, tmp_path / "cũ")
    assert only_old.bundles == ("tim-kiem/chi-muc/nam-truoc/",)


def test_closed_years_stay_as_they_are_when_this_year_has_news(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "FEW", 1)
    old = [make_article("a"), make_article("b", **OLD)]
    _index(old, program, tmp_path)
    closed = next(tmp_path.rglob("nam-truoc.bundle"))
    before = closed.stat().st_mtime_ns, closed.read_bytes()
    index = _index([*old, make_article("c")], program, tmp_path)
    assert (closed.stat().st_mtime_ns, closed.read_bytes()) == before
    assert len(_read_fragments(index)) == 3


def test_a_kept_index_and_one_from_nothing_have_the_same_bytes(
    program: Path, tmp_path: Path
) -> None:
    articles = [make_article(f"so-{n}", summary=f"Việc thứ {n}.") for n in range(60)]
    _index(articles[:-1], program, tmp_path)
    warm = _index(articles, program, tmp_path)
    cold = _index(articles, program, tmp_path / "khác")
    assert {o.path: o.make() for o in warm.outputs} == {o.path: o.make() for o in cold.outputs}


def test_the_same_pages_ask_pagefind_nothing(program: Path, tmp_path: Path) -> None:
    tool = place_program(tmp_path / "tools", VERSIONS[0])
    tool.parent.mkdir(parents=True)
    shutil.copy(program, tool)
    first = _index([make_article("a")], tool, tmp_path)
    tool.unlink()
    again = _index([make_article("a")], tool, tmp_path)
    assert first.bundles and [o.key for o in again.outputs] == [o.key for o in first.outputs]


def test_a_program_that_fails_leaves_no_half_index(tmp_path: Path) -> None:
    tool = tmp_path / "pagefind"
    tool.write_text('#!/bin/sh\nmkdir -p "$4" && echo x > "$4/pagefind.js"\n')
    tool.chmod(0o755)
    assert _index([make_article("a")], tool, tmp_path) == SearchIndex()
    tool.write_text("#!/bin/sh\nexit 1\n")
    assert _index([make_article("a")], tool, tmp_path) == SearchIndex()
    assert _index([make_article("a")], tmp_path / "không có", tmp_path) == SearchIndex()


def test_no_part_of_pagefinds_own_look_is_taken(program: Path, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html lang=vi><body data-pagefind-body><p>chữ</p>")
    files = run_pagefind(program, tmp_path)
    assert files and {name.partition("/")[0] for name in files if "ui" in name} == set()
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"} <= files.keys()


def test_the_better_version_is_taken(tmp_path: Path) -> None:
    assert find_program(tmp_path) is None
    for version in reversed(VERSIONS):
        place = place_program(tmp_path, version)
        place.parent.mkdir(parents=True)
        place.touch()
        assert find_program(tmp_path) == place


def test_the_locks_name_the_versions_that_the_library_asks_for() -> None:
    best, older = VERSIONS
    folder = ROOT / "scripts" / "pagefind"
    wanted = json.loads((folder / "package.json").read_text("utf-8"))["optionalDependencies"]
    locked = json.loads((folder / "package-lock.json").read_text("utf-8"))["packages"]
    assert set(wanted.values()) == {best}
    for name in wanted:
        found = locked[f"node_modules/{name}"]
        assert found["version"] == best and found["integrity"].startswith("sha512-")
        assert "resolved" not in found
    assert f"pagefind-bin=={older} " in (folder / "requirements.lock").read_text("utf-8")
