"""Who is asked to change when two items collide."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from wardnews.content.manuscripts import Manuscript
from wardnews.content.tree_rules import check_tree
from wardnews.model import Article

STANDING = ["gioi-thieu/"]
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def _manuscript(article: Article) -> Manuscript:
    return Manuscript(path=article.path, status=article.status, article=article, lines={"id": 9})


def test_a_draft_gives_way_to_a_published_item(an_article) -> None:  # type: ignore[no-untyped-def]
    draft = an_article(path="articles/ubnd/2026/01-01-a.md", slug="a", id="x-1", status="nhap")
    published = an_article(path="articles/ubnd/2026/02-02-b.md", slug="b", id="x-1")
    problems = list(
        check_tree([_manuscript(draft), _manuscript(published)], standing=STANDING, now=NOW)
    )
    assert [(p.code, p.path, p.line) for p in problems] == [("T121", draft.path, 9)]
    assert published.path in problems[0].message and draft.path in problems[0].message


def test_items_without_an_id_do_not_collide(an_article) -> None:  # type: ignore[no-untyped-def]
    drafts = [
        an_article(path=f"articles/ubnd/2026/01-0{n}-{n}a.md", slug=f"{n}a", id="", status="nhap")
        for n in (1, 2)
    ]
    assert list(check_tree(list(map(_manuscript, drafts)), standing=STANDING, now=NOW)) == []


@pytest.mark.parametrize(
    ("alias", "owner"),
    [
        ("tin/cu", ""),
        ("tin/cu.html", ""),
        ("2026/11/ubnd-moi", "bai kia"),
        ("2026/11/ubnd-moi/anh.html", "bai kia"),
        ("2026/11", ""),
        ("gioi-thieu", "trang /gioi-thieu/"),
        ("don-vi/truong-cu", "chính chuyên trang"),
        ("feed.xml", "chính chuyên trang"),
        ("404.html", "chính chuyên trang"),
    ],
)
def test_an_old_address_may_not_cover_another_page(an_article, alias: str, owner: str) -> None:  # type: ignore[no-untyped-def]
    moved = an_article(path="articles/ubnd/2026/01-01-a.md", slug="a", aliases=(alias,))
    other = an_article(path="articles/ubnd/2026/11-02-moi.md", slug="moi", id="moi-2")
    problems = list(
        check_tree([_manuscript(moved), _manuscript(other)], standing=STANDING, now=NOW)
    )
    if not owner:
        assert problems == []
    else:
        (problem,) = problems
        assert problem.code == "T125" and problem.path == moved.path
        assert owner.replace("bai kia", other.path) in problem.message
