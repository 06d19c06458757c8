"""What the sheet for the security dossier says is true of the site as it is built."""

from __future__ import annotations

import json
import re
from pathlib import Path

from lxml import html

ROOT = Path(__file__).parent.parent
SHEET = (ROOT / "docs" / "ho-so-cap-do.md").read_text("utf-8")
LOADING = "//script/@src | //img/@src | //iframe/@src | //link[@rel='stylesheet']/@href"


def test_no_page_loads_anything_from_another_host(demo_site: Path) -> None:
    loaded = {
        str(address)
        for page in demo_site.rglob("*.html")
        for address in html.fromstring(page.read_bytes()).xpath(LOADING)
    }
    assert len(loaded) > 50
    own = "https://vidu.example/thu/"
    assert [each for each in loaded if "//" in each and not each.startswith(own)] == []


def test_every_library_is_pinned_with_its_digest() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9_.-]+)==\S+ ", lock, re.MULTILINE)
    assert len(pinned) > 10
    for block in re.split(r"\n(?=[a-z])", lock[lock.index(pinned[0]) :]):
        assert "--hash=sha256:" in block, block.splitlines()[0]
    search = json.loads((ROOT / "scripts" / "pagefind" / "package-lock.json").read_bytes())
    assert all(each["integrity"] for path, each in search["packages"].items() if path)


def test_every_file_that_it_names_is_there() -> None:
    named = re.findall(r"`((?:deploy|scripts|content)/[\w./-]*|requirements\.lock)`", SHEET)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).exists()] == []
