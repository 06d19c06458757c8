"""Every page of the demo before the W3C's checker of HTML, and every link before lychee."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from feed_readers import ROOT, run

CHECKER = ROOT / ".readers" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
LYCHEE = Path(sys.executable).parent / "lychee"


# What every fragment lacks: it is put into a page that has both.
OF_A_PAGE = (
    "Start tag seen without seeing a doctype first.",
    "Element “head” is missing a required",
)


def test_every_page_is_valid_html(demo_site: Path) -> None:
    assert CHECKER.exists(), "no vnu.jar: scripts/run_tests.py installs it"
    flags = ("--errors-only", "--exit-zero-always", "--stdout", "--format", "json")
    said = run("java", "-jar", CHECKER, *flags, "--skip-non-html", demo_site)
    faults = {
        f"{message['url'].rpartition('/thu/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(said)["messages"]
        if not (
            message["url"].endswith("/nhung/fragment.html")
            and message["message"].startswith(OF_A_PAGE)
        )
    }
    assert faults == set()


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
