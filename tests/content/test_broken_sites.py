"""One folder a fault under sites/broken: the very words that the editor reads.

Each folder holds the faulty files; the rest is the registers of sites/small. `problems.txt` is
what check_content.py prints; `pytest --update-golden` writes it anew.
"""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import no_cache
from wardnews.content.report import render_text
from wardnews.judging import judge_content

SITES = Path(__file__).parent.parent / "sites"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
STANDING = {"gioi-thieu/"}
FAULTS = sorted(path.name for path in (SITES / "broken").iterdir())


@pytest.mark.parametrize("fault", FAULTS)
def test_the_editor_reads_what_is_wrong_and_how_to_mend_it(
    fault: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    for register in (SITES / "small").glob("*.yml"):
        shutil.copy(register, tmp_path)
    shutil.copytree(SITES / "broken" / fault, tmp_path, dirs_exist_ok=True)
    expected = tmp_path / "problems.txt"
    text = expected.read_text("utf-8") if expected.exists() else ""
    expected.unlink(missing_ok=True)
    judgement = judge_content(
        tmp_path, standing=STANDING, now=NOW, workers=1, cache=no_cache(tmp_path / ".kept")
    )
    said = render_text(judgement.problems)
    if request.config.getoption("--update-golden"):
        (SITES / "broken" / fault / "problems.txt").write_text(said, "utf-8")
        text = said
    assert said == text


def test_every_folder_has_its_expected_words() -> None:
    lacking = [
        fault for fault in FAULTS if not (SITES / "broken" / fault / "problems.txt").exists()
    ]
    assert lacking == []
