"""The W3C's checker of HTML, as scripts/run_tests.py installs it."""

from __future__ import annotations

import json
from pathlib import Path

from feed_readers import ROOT, run

CHECKER = ROOT / ".readers" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# What every fragment lacks: it is put into a page that has both.
_OF_A_PAGE = (
    "Start tag seen without seeing a doctype first.",
    "Element “head” is missing a required",
)
_FLAGS = ("--errors-only", "--exit-zero-always", "--stdout", "--format", "json")


def find_faults(folder: Path) -> list[str]:
    """What is wrong with the pages of a folder: "page:line: what", each once."""
    assert CHECKER.exists(), "no vnu.jar: scripts/run_tests.py installs it"
    said = run("java", "-jar", CHECKER, *_FLAGS, "--skip-non-html", folder)
    return sorted(
        {
            f"{message['url'].rpartition(f'/{folder.name}/')[2]}:{message.get('lastLine')}:"
            f" {message['message']}"
            for message in json.loads(said)["messages"]
            if not (
                message["url"].endswith("/nhung/fragment.html")
                and message["message"].startswith(_OF_A_PAGE)
            )
        }
    )
