"""Every page of the demo before the W3C's checker of HTML, and every link before lychee."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from html_checker import find_faults

LYCHEE = Path(sys.executable).parent / "lychee"


def test_every_page_is_valid_html(demo_site: Path) -> None:
    assert find_faults(demo_site) == []


def test_no_link_is_broken(demo_site: Path) -> None:
    """Links into the site, those to parts of pages too; other sites are not asked."""
    flags = "--offline --include-fragments --index-files index.html --format json".split()
    done = subprocess.run(
        [LYCHEE, *flags, "--root-dir", demo_site.parent, demo_site],
        capture_output=True,
        check=False,
    )
    summary = json.loads(done.stdout)
    assert summary["total"] > 5000
    assert summary["error_map"] == {}
