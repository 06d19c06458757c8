"""What makes another source of a site, and so lets it be published after a rollback."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from conftest import copy_house
from publications import CLOCK, Office, move_in
from wardnews.build import BuildReport
from wardnews.publishing.publisher import roll_back
from wardnews.publishing.source import identify_source

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"
READING = "articles/th-mau-a/2026/11-05-goc-doc"
DRAFT = "articles/thcs-mau-b/2026/11-11-nhap"


# --- the content -----------------------------------------------------------------------------


def _draw(path: Path, colour: str) -> None:
    Image.new("RGB", (600, 400), colour).save(path)


def _make_draft(office: Office) -> None:
    """A second draft, with a picture and a file."""
    (office.content / DRAFT).mkdir()
    _draw(office.content / DRAFT / "so-do.png", "navy")
    (office.content / DRAFT / "lich.csv").write_text("Thứ hai\n", "utf-8")
    (office.content / DRAFT / "index.md").write_text(
        "---\ntitle: Nháp\ndate: 2026-11-11\nunit: thcs-mau-b\ntheme: IV\nsummary: Chưa xong.\n"
        "attachments: [{file: lich.csv, label: Lịch}]\n---\nChữ.\n\n![Sơ đồ lớp](so-do.png)\n",
        "utf-8",
    )


@pytest.fixture(scope="module")
def rolled_back(published: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office whose last release was rolled back. Look, do not touch."""
    office = move_in(published, tmp_path_factory.mktemp("rolled-back"))
    _make_draft(office)
    (office.content / READING / "lich.csv").write_text("Thứ hai\n", "utf-8")
    office.edit(
        f"{READING}/index.md", "minors:", "attachments: [{file: lich.csv, label: Lịch}]\nminors:"
    )
    office.publish()
    office.edit(ITEM, "Năm việc", "Sai rồi")
    office.publish()
    roll_back(office.target, CLOCK, lambda line: None)
    return office


def _add_word(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "\nThêm.\n", "utf-8")


def _draw_anew(path: Path) -> None:
    _draw(path, "teal")


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        (ITEM, "published"),
        (f"{READING}/lich.csv", "published"),
        (f"{READING}/vo.png", "published"),
        ("articles/thcs-mau-b/2026/11-10-nhap.md", "held"),
        (f"{DRAFT}/lich.csv", "held"),
        (f"{DRAFT}/so-do.png", "held"),
    ],
)
def test_a_rollback_holds_until_something_changes_that_the_public_sees(
    rolled_back: Office, tmp_path: Path, path: str, outcome: str
) -> None:
    office = move_in(rolled_back, tmp_path)
    assert office.publish().outcome == "held"
    (_draw_anew if path.endswith("png") else _add_word)(office.content / path)
    assert office.publish().outcome == outcome


# --- the house -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def report(published: Office, tmp_path_factory: pytest.TempPathFactory) -> BuildReport:
    """Of a build in a house of the test's own."""
    built = published.publish().report
    return _move(built, copy_house(tmp_path_factory.mktemp("source") / "house"))


def _move(report: BuildReport, house: Path) -> BuildReport:
    job = replace(
        report.job,
        docs=house / "docs",
        settings=house / "mkdocs.yml",
        templates=house / "overrides" / "wardnews",
    )
    return replace(report, job=job)


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "docs/gioi-thieu.md",
        "overrides/assets/wardnews/site.css",
        "overrides/partials/masthead.html",
        "overrides/wardnews/article.html",
    ],
)
def test_a_mended_page_setting_style_or_template_is_another_source(
    report: BuildReport, tmp_path: Path, path: str
) -> None:
    house = shutil.copytree(report.job.settings.parent, tmp_path / "house")
    there = _move(report, house)
    assert identify_source(there) == identify_source(report)
    with (house / path).open("a") as stream:
        stream.write("\n")
    assert identify_source(there) != identify_source(report)


def test_another_place_of_a_page_is_another_source(report: BuildReport, tmp_path: Path) -> None:
    house = shutil.copytree(report.job.settings.parent, tmp_path / "house")
    (house / "docs/gioi-thieu.md").rename(house / "docs/ve-chung-toi.md")
    assert identify_source(_move(report, house)) != identify_source(report)
