"""The handbook tells the truth: it explains every code that the machine can print, and no other."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_the_handbook_explains_every_code_and_no_other() -> None:
    code = re.compile(r'"([A-Z][0-9]{3})"')
    used = {
        found
        for path in (ROOT / "hooks" / "wardnews").rglob("*.py")
        for found in code.findall(path.read_text("utf-8"))
    }
    page = (ROOT / "docs" / "ma-loi.md").read_text("utf-8")
    explained = re.findall(r"^\| ([A-Z][0-9]{3})(?: ✓)? \|", page, re.MULTILINE)
    assert sorted(used) == sorted(explained)
