"""Every feed of the small site before the readers of those who subscribe to it."""

from __future__ import annotations

import json
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from conftest import NOW, SMALL
from feed_readers import (
    FORMS,
    OUTLINES,
    PAIRS,
    TELLERS,
    Item,
    Reader,
    compare,
    import_outlines,
    read_plainly,
    read_summaries,
    run,
)

SITE = "https://vidu.example/thu/"
HOME = ZoneInfo("Asia/Ho_Chi_Minh")
WITHDRAWN = "Bài đã gỡ"
MORNING = time(7, 0)  # of an item whose header names a day only


def list_feeds(site: Path, form: str) -> list[Path]:
    """Every feed of a form, the site's own first."""
    found = sorted(site.rglob(form), key=lambda path: (len(path.parts), path))
    assert len(found) > 40 and found[0] == site / form
    return found


@pytest.mark.parametrize(("reader", "form"), PAIRS)
def test_a_reader_shows_every_item_of_every_feed(
    small_site: Path, reader: Reader, form: str
) -> None:
    feeds = list_feeds(small_site, form)
    for file, shown in zip(feeds, reader.ask(feeds), strict=True):
        found, there = compare(reader, file, shown)
        assert found == there, file


@pytest.mark.parametrize("reader", TELLERS, ids=lambda reader: reader.name)
def test_the_summary_is_all_that_a_block_shows(small_site: Path, reader: Reader) -> None:
    feed = small_site / "feed.xml"
    (shown,) = reader.ask([feed])
    assert read_summaries(shown) == read_summaries(read_plainly(feed))


@pytest.mark.parametrize("form", FORMS)
def test_the_first_feed_holds_what_editors_wrote_newest_first(small_site: Path, form: str) -> None:
    shown = [item for item in read_plainly(small_site / form) if item.title != WITHDRAWN]
    assert shown == list_public_items(SMALL)


@pytest.mark.parametrize("form", FORMS)
def test_no_feed_is_empty_or_repeats_an_item(small_site: Path, form: str) -> None:
    for file in list_feeds(small_site, form):
        items = read_plainly(file)
        assert items, file
        assert len({item.id for item in items}) == len(items), file


@pytest.mark.parametrize("form", FORMS)
def test_a_link_is_an_address_to_php_and_leads_to_a_page(small_site: Path, form: str) -> None:
    links = {str(item.link) for file in list_feeds(small_site, form) for item in read_plainly(file)}
    code = "echo json_encode(array_map(fn($link) => filter_var($link, FILTER_VALIDATE_URL),"
    assert set(json.loads(run("php", "-r", code + " array_slice($argv, 1)));", *links))) == links
    for link in links:
        assert link.isascii() and link.startswith(SITE)
        assert (small_site / link.removeprefix(SITE) / "index.html").is_file()


@pytest.mark.parametrize("form", [form for form in FORMS if form.endswith(".xml")])
def test_every_feed_is_well_formed(small_site: Path, form: str) -> None:
    run("xmllint", "--noout", "--nonet", *list_feeds(small_site, form))


def test_outlines_subscribe_to_every_feed_that_there_is(small_site: Path) -> None:
    feeds = {
        SITE + file.relative_to(small_site).as_posix() for file in small_site.rglob("feed.xml")
    }
    for name in OUTLINES:
        for reader, addresses in import_outlines(small_site / name).items():
            assert addresses == feeds, reader


def list_public_items(content: Path) -> list[Item]:
    """The approved items of a content folder that are due and have not expired, newest first."""
    now = datetime.fromisoformat(NOW)
    found = []
    for path in content.rglob("*.md"):
        header = yaml.safe_load(path.read_text("utf-8").split("---\n")[1])
        appeared = moment(header["date"])
        ends = header.get("expires")
        if header.get("status") != "da-duyet" or appeared > now or (ends and moment(ends) < now):
            continue
        year, name = path.relative_to(content).parts[2:4]
        month, slug = name[:2], name.removesuffix(".md")[6:]
        link = f"{SITE}{year}/{month}/{header['unit']}-{slug}/"
        identity = f"tag:vidu.example,2026:{header['id']}"
        item = Item(identity, header["title"], link, appeared, header["summary"])
        found.append((-appeared.timestamp(), path.relative_to(content), item))
    return [item for *_, item in sorted(found, key=lambda each: each[:2])]


def moment(written: date | str) -> datetime:
    """A date as the headers of the small site write it."""
    if isinstance(written, date):
        return datetime.combine(written, MORNING, HOME)
    form = "%d/%m/%Y" if "/" in written else "%Y-%m-%d %H:%M"
    read = datetime.strptime(written, form).replace(tzinfo=HOME)
    return read if ":" in written else read.replace(hour=MORNING.hour)
