"""What was taken down stays so, whoever pushes an older copy of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from publications import CLOCK, Office
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.publisher import ReleaseRefusedError, Return, roll_back
from wardnews.publishing.return_rules import check_returns

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"
ADDRESS = "2026/11/ubnd-phuong-hop/"
PUBLIC = "status: da-duyet"
WITHDRAWN = "status: go\nwithdrawn: {on: 2026-11-20, by: Ban Biên tập, reason: Nhầm}"


def _list_refused(office: Office, *, allowed: str = "") -> set[str]:
    with pytest.raises(ReleaseRefusedError) as refusal:
        office.publish(allowed=frozenset({allowed}))
    return {finding.path for finding in refusal.value.findings if finding.rule == "returns"}


def test_an_older_copy_of_a_withdrawn_item_is_refused_until_it_is_allowed(office: Office) -> None:
    office.edit(ITEM, PUBLIC, WITHDRAWN)
    office.publish()
    office.edit(ITEM, WITHDRAWN, PUBLIC)
    assert _list_refused(office) == {f"{ADDRESS}index.html"}
    assert office.publish(allowed=frozenset({"returns"})).outcome == "published"
    assert ADDRESS not in office.manifest().withdrawn
    office.edit(ITEM, "Năm việc", "Sáu việc")
    assert office.publish().outcome == "published"


def test_a_withdrawal_is_remembered_when_its_file_is_gone(office: Office) -> None:
    text = (office.content / ITEM).read_bytes()
    office.edit(ITEM, PUBLIC, WITHDRAWN)
    office.publish()
    (office.content / ITEM).unlink()
    office.publish(allowed=frozenset({"addresses"}))
    (office.content / ITEM).write_bytes(text)
    assert _list_refused(office) == {f"{ADDRESS}index.html"}


def test_a_withdrawn_item_does_not_return_under_another_address(candidate: Candidate) -> None:
    assert candidate.last and list(check_returns(candidate)) == []
    newsroom = candidate.judgement.newsroom
    shown = candidate.shown[0]
    moved = tuple(
        replace(a, aliases=("2025/09/ubnd-cu",)) if a is shown else a for a in newsroom.articles
    )
    after = replace(
        candidate,
        judgement=replace(candidate.judgement, newsroom=replace(newsroom, articles=moved)),
        last=replace(candidate.last, withdrawn=("2025/09/ubnd-cu/",)),
    )
    assert [finding.path for finding in check_returns(after)] == ["2025/09/ubnd-cu/index.html"]


# --- pictures and a rollback ---------------------------------------------------------------

SHELF = "articles/th-mau-a/2026/11-05-goc-doc"
SHELF_ADDRESS = "2026/11/th-mau-a-goc-doc/"


def _paint(picture: Path, colour: str) -> None:
    Image.new("RGB", (800, 600), colour).save(picture)


def _roll_back(office: Office, *, return_all: bool = False) -> Return:
    return roll_back(office.target, CLOCK, lambda line: None, return_all=return_all)


def test_no_rollback_brings_back_a_picture_that_was_replaced(office: Office) -> None:
    first = office.manifest().release
    _paint(office.content / SHELF / "vo.png", "green")
    second = office.publish().release
    assert _roll_back(office) == Return(release="", with_old_files=(SHELF_ADDRESS,))
    assert office.manifest().release == second
    assert _roll_back(office, return_all=True).release == first


def test_a_picture_that_was_added_keeps_no_rollback(office: Office) -> None:
    _paint(office.content / SHELF / "cua-so.png", "blue")
    office.edit(f"{SHELF}/index.md", "![", "![Cửa sổ mở ra sân](cua-so.png)\n\n![")
    office.publish()
    assert _roll_back(office).release != ""
