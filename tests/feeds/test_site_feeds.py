"""The feeds of the small site as they lie in its folder; those under golden/ can be read whole."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest

URL = "https://vidu.example/thu/"
GOLDEN = Path(__file__).parent.parent / "golden" / "feeds"
GOLDEN_FEEDS = (
    "feed.xml",
    "atom.xml",
    "feed.json",
    "feed-2026-10.xml",
    "don-vi/thcs-cu/feed.xml",
    "dien-hinh/feed.json",
)


@pytest.mark.parametrize("path", GOLDEN_FEEDS)
def test_a_feed_is_what_a_person_approved(
    path: str, small_site: Path, request: pytest.FixtureRequest
) -> None:
    """`pytest --update-golden` writes them anew; read the difference before you commit it."""
    golden = GOLDEN / path.replace("/", "_")
    written = (small_site / path).read_text("utf-8")
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(written, "utf-8")
    assert written == golden.read_text("utf-8")


@pytest.fixture(scope="module")
def feeds(small_site: Path) -> dict[str, feedparser.FeedParserDict]:
    return {
        path.relative_to(small_site).as_posix(): feedparser.parse(path.read_bytes())
        for name in ("feed*.xml", "atom.xml")
        for path in small_site.rglob(name)
    }


def test_every_listing_but_tags_and_months_has_all_three_formats(small_site: Path) -> None:
    for place in ("", "don-vi/ubnd/", "chu-de/iii/a/", "don-vi/ubnd/chu-de/v/", "dien-hinh/",
                  "the-loai/tin/", "doi-tuong/phu-huynh/", "cap-hoc/thcs/"):  # fmt: skip
        names = {path.name for path in (small_site / place).iterdir() if path.is_file()}
        assert {"feed.xml", "atom.xml", "feed.json"} <= names, place
    for place in ("the/doc-sach/", "luu-tru/2026/11/"):
        assert not (small_site / place / "feed.xml").exists()


def test_every_feed_is_read_without_complaint(feeds) -> None:  # type: ignore[no-untyped-def]
    wrong = [name for name, f in feeds.items() if f.bozo or f.version not in ("rss20", "atom10")]
    assert wrong == [] and len(feeds) > 100


def test_no_current_feed_is_empty(feeds) -> None:  # type: ignore[no-untyped-def]
    assert [name for name, feed in feeds.items() if "feed-" not in name and not feed.entries] == []


def test_the_three_formats_tell_the_same(feeds, small_site: Path) -> None:  # type: ignore[no-untyped-def]
    for path in small_site.rglob("feed.json"):
        items = json.loads(path.read_text("utf-8"))["items"]
        ids = [(item["id"], item["url"]) for item in items]
        folder = path.parent.relative_to(small_site)
        for name in ("feed.xml", "atom.xml"):
            entries = feeds[(folder / name).as_posix()].entries
            assert [(entry.id, entry.link) for entry in entries] == ids


def test_every_enclosure_has_its_true_length(feeds, small_site: Path) -> None:  # type: ignore[no-untyped-def]
    checked = 0
    for feed in feeds.values():
        for entry in feed.entries:
            for enclosure in entry.get("enclosures", ()):
                file = small_site / enclosure.href.removeprefix(URL)
                assert int(enclosure.length) == file.stat().st_size
                checked += 1
    assert checked


def test_what_is_not_public_is_in_no_feed(small_site: Path) -> None:
    for path in [*small_site.rglob("*.xml"), *small_site.rglob("*.json")]:
        assert "bí mật" not in path.read_text("utf-8")


def test_building_twice_gives_the_same_bytes(
    small_site: Path, build_small: Callable[..., Path], tmp_path: Path
) -> None:
    again = build_small(tmp_path / "again", TZ="America/New_York", LC_ALL="C", PYTHONHASHSEED="7")
    for path in [*small_site.rglob("*.xml"), *small_site.rglob("feed.json")]:
        assert path.read_bytes() == (again / path.relative_to(small_site)).read_bytes()
