"""Signs of a break-in are found, and kept until a person has looked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publications import CLOCK, Office, open_office
from wardnews.build import ContentRefusedError
from wardnews.publishing.meddling import find_meddling, read_meddling
from wardnews.publishing.publisher import roll_back

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"


def test_nothing_is_found_in_what_was_published(published: Office) -> None:
    assert find_meddling(published.target) == ()


def test_what_is_changed_strange_or_missing_is_found(office: Office) -> None:
    folder = f"releases/{office.manifest().release}"
    (office.current / "index.html").write_text("khác")
    (office.current / "la.php").write_text("<?php")
    (office.current / "robots.txt").unlink()
    names = ("index.html", "la.php", "robots.txt")
    assert find_meddling(office.target) == tuple(f"{folder}/{name}" for name in names)


def test_so_is_a_lost_manifest_or_a_link_that_leads_elsewhere(office: Office) -> None:
    shutil.rmtree(office.current / ".wardnews")
    (found,) = find_meddling(office.target)
    assert found.endswith("/.wardnews/manifest.json")
    office.current.unlink()
    office.current.symlink_to("elsewhere")
    assert find_meddling(office.target) == ("current",)


def test_who_publishes_is_warned_even_when_the_content_is_refused(office: Office) -> None:
    (office.current / "la.php").write_text("<?php")
    office.edit(ITEM, "unit: ubnd", "unit: ubndd")
    warned: list[str] = []
    with pytest.raises(ContentRefusedError):
        office.publish(again=True, warn=warned.extend)
    assert [path.rpartition("/")[2] for path in warned] == ["la.php"]
    assert read_meddling(office.target) == tuple(warned)


def test_a_rollback_from_what_was_meddled_with_leaves_the_signs(office: Office) -> None:
    office.edit(ITEM, "Năm việc", "Sáu việc")
    office.publish()
    (office.current / "la.php").write_text("<?php")
    assert roll_back(office.target, CLOCK, lambda line: None).release
    assert find_meddling(office.target) == () and len(read_meddling(office.target)) == 1


def test_no_name_of_a_file_stops_the_publisher(office: Office) -> None:
    (office.current / "\udcff\n\x1b[2J.php").write_text("<?php")
    assert office.publish().outcome == "published"
    (found,) = read_meddling(office.target)
    assert found.endswith("/???[2J.php")


def test_nothing_is_found_before_the_first_publication(tmp_path: Path) -> None:
    assert find_meddling(open_office(tmp_path).target) == ()
