"""Builds of a whole site without MkDocs, and the changes that a ward makes between two builds."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image

from page_samples import FRAME
from wardnews.build import render_site
from wardnews.cache import open_cache
from wardnews.judging import judge_content
from wardnews.store import write_site

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
STANDING = frozenset({"gioi-thieu/"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A ward's folder, its templates, its site and its cache, at one moment."""

    folder: Path
    now: datetime = NOW
    url: str = "https://vidu.example/thu/"

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def templates(self) -> Path:
        return self.folder / "templates"

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"


def set_up(folder: Path) -> Bench:
    """Copy the small site and the templates."""
    shutil.copytree(SMALL, folder / "content")
    shutil.copytree(ROOT / "overrides" / "wardnews", folder / "templates")
    return Bench(folder=folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What a build had to do: items read, files made and written, bytes written."""

    read: int
    made: int
    written: int
    removed: int
    size: int
    files: int


def build(
    bench: Bench,
    *,
    site: Path | None = None,
    cache: Path | None = None,
    search: Path | None = None,
) -> Work | None:
    """Build as the scripts do; None when the content is refused. `search` is Pagefind."""
    kept = open_cache(cache or bench.cache, [ROOT / "hooks", bench.templates])
    judgement = judge_content(
        bench.content, standing=STANDING, now=bench.now, workers=1, cache=kept
    )
    if judgement.refused:
        return None
    outputs = render_site(
        judgement,
        frame=FRAME,
        templates=bench.templates,
        standing=STANDING,
        url=bench.url,
        now=bench.now,
        cache=kept,
        search=search,
    )
    done = write_site(outputs, site or bench.site, sources=[], cache=kept)
    return Work(
        read=judgement.read,
        made=done.made,
        written=done.written,
        removed=done.removed,
        size=done.size,
        files=done.files,
    )


def read_site(site: Path) -> dict[str, bytes]:
    """Every file of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file()
    }


def build_cold(bench: Bench) -> dict[str, bytes]:
    """The site as it comes from nothing."""
    site, cache = bench.folder / "cold", bench.folder / "cold-cache"
    shutil.rmtree(site, ignore_errors=True)
    shutil.rmtree(cache, ignore_errors=True)
    build(bench, site=site, cache=cache)
    return read_site(site)


# --- what happens between two builds ----------------------------------------------------------


def _items(bench: Bench) -> list[Path]:
    return sorted(bench.content.glob("*/*/*/**/*.md"))


def _pick(found: list[Path], chance: int) -> Path:
    return found[chance % len(found)]


def _edit(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def edit_text(bench: Bench, chance: int) -> Bench:
    path = _pick(_items(bench), chance)
    path.write_text(path.read_text("utf-8") + f"\nCâu {chance}.\n", "utf-8")
    return bench


def edit_title(bench: Bench, chance: int) -> Bench:
    _edit(_pick(_items(bench), chance), "title: ", f"title: Mới {chance} ")
    return bench


def edit_to_the_same_length(bench: Bench, chance: int) -> Bench:
    path = _pick(_items(bench), chance)
    text = path.read_text("utf-8")
    path.write_text(text[:-2] + ("x" if text[-2] == "y" else "y") + text[-1], "utf-8")
    return bench


def mend_date(bench: Bench, chance: int) -> Bench:
    path = _pick(_items(bench), chance)
    lines = path.read_text("utf-8").split("\n")
    day = (NOW - timedelta(days=chance % 90)).date()
    path.write_text(
        "\n".join(f"date: {day}" if line.startswith("date:") else line for line in lines), "utf-8"
    )
    return bench


def add_item(bench: Bench, chance: int) -> Bench:
    unit = ("ubnd", "th-mau-a", "thcs-mau-b")[chance % 3]
    month = chance % 9 + 1
    folder = bench.content / "articles" / unit / "2026"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{month:02}-09-them-{chance}.md").write_text(
        f"---\ntitle: Thêm {chance}\ndate: 2026-{month:02}-09\nunit: {unit}\ntheme: II\n"
        f"summary: Tóm tắt {chance}.\nstatus: da-duyet\napproved_by: A\napproved_on: 2026-01-01\n"
        f"id: them-{chance}\ntags: [doc-sach]\naudiences: [phu-huynh]\n---\nChữ {chance}.\n",
        "utf-8",
    )
    return bench


def delete_item(bench: Bench, chance: int) -> Bench:
    found = _items(bench)
    if len(found) > 3:
        _pick(found, chance).unlink()
    return bench


def withdraw_item(bench: Bench, chance: int) -> Bench:
    path = _pick(_items(bench), chance)
    text = path.read_text("utf-8")
    if "status: da-duyet" in text:
        withdrawn = "status: go\nwithdrawn: {on: 2026-11-20, by: Ban Biên tập, reason: Nhầm}"
        path.write_text(text.replace("status: da-duyet", withdrawn), "utf-8")
    return bench


def correct_item(bench: Bench, chance: int) -> Bench:
    day = (NOW - timedelta(days=chance % 120)).date()
    line = f"corrections: [{{date: {day}, text: Sửa {chance}}}]\nstatus: "
    path = _pick(_items(bench), chance)
    if "corrections:" not in path.read_text("utf-8"):
        _edit(path, "status: ", line)
    return bench


def end_item(bench: Bench, chance: int) -> Bench:
    path = _pick(_items(bench), chance)
    if "expires:" not in path.read_text("utf-8"):
        day = (NOW + timedelta(days=chance % 60 - 20)).date()
        _edit(path, "status: ", f"expires: {day}\nstatus: ")
    return bench


def close_unit(bench: Bench, chance: int) -> Bench:
    day = (NOW + timedelta(days=chance % 60 - 30)).date()
    heir = ("", "\n  merged_into: thcs-mau-b")[chance % 2]
    path = bench.content / "units.yml"
    if path.read_text("utf-8").count("active_until") == 1:  # of the school that closed before
        _edit(path, "tieu-hoc\n", f"tieu-hoc\n  active_until: {day}{heir}\n")
    return bench


def rename_unit(bench: Bench, chance: int) -> Bench:
    _edit(bench.content / "units.yml", "  name: ", f"  name: Đổi {chance} ")
    return bench


def edit_ward(bench: Bench, chance: int) -> Bench:
    _edit(bench.content / "ward.yml", "section: ", f"section: Báo {chance} ")
    return bench


def edit_theme(bench: Bench, chance: int) -> Bench:
    _edit(bench.content / "themes.yml", "  name: ", f"  name: Tên {chance} ")
    return bench


def edit_template(bench: Bench, chance: int) -> Bench:
    path = _pick(sorted(bench.templates.glob("*.html")), chance)
    path.write_text(path.read_text("utf-8") + f"{{# {chance} #}}", "utf-8")
    return bench


def replace_picture(bench: Bench, chance: int) -> Bench:
    pictures = sorted(bench.content.rglob("*.png"))
    if pictures:
        colour = (chance % 256, 90, 120)
        width = (20, 700, 1300)[chance % 3] + chance % 7  # in one width, two or three
        Image.new("RGB", (width, 30), colour).save(_pick(pictures, chance))
    return bench


def move_clock(bench: Bench, chance: int) -> Bench:
    return replace(bench, now=bench.now + timedelta(hours=chance % 2000 - 300))


def move_site(bench: Bench, chance: int) -> Bench:
    return replace(bench, url=f"https://vidu.example/{chance % 3}/")


def move_machine(bench: Bench, chance: int) -> Bench:
    """Another time zone, language and umask for this process; the caller puts them back."""
    os.environ["TZ"] = ("America/New_York", "Asia/Ho_Chi_Minh", "Pacific/Auckland")[chance % 3]
    os.environ["LANG"] = os.environ["LC_ALL"] = ("C", "vi_VN.UTF-8")[chance % 2]
    time.tzset()
    os.umask((0o022, 0o077, 0o002)[chance % 3])
    return bench


def touch_all(bench: Bench, chance: int) -> Bench:
    for path in _items(bench):
        path.touch()
    return bench


def lose_cache(bench: Bench, chance: int) -> Bench:
    shutil.rmtree(bench.cache, ignore_errors=True)
    return bench


def cut_cache(bench: Bench, chance: int) -> Bench:
    kept = sorted(path for path in bench.cache.rglob("*") if path.is_file())
    for path in kept[chance % 2 :: 2]:
        data = path.read_bytes()
        path.write_bytes(data[: chance % (len(data) + 1)])
    return bench


def spoil_cache(bench: Bench, chance: int) -> Bench:
    for path in sorted(path for path in bench.cache.rglob("*") if path.is_file()):
        data = bytearray(path.read_bytes())
        if data:
            data[chance % len(data)] ^= 1 + chance % 255
            path.write_bytes(data)
    return bench


def spoil_site(bench: Bench, chance: int) -> Bench:
    files = sorted(path for path in bench.site.rglob("*") if path.is_file())
    for path in files[chance % 5 :: 5]:
        path.write_bytes(path.read_bytes()[:-1])
    return bench


def leave_strangers(bench: Bench, chance: int) -> Bench:
    if bench.site.is_dir():
        (bench.site / f"la-{chance}").mkdir(exist_ok=True)
        (bench.site / f"la-{chance}" / "a.html").write_text("lạ")
    return bench


def lose_site(bench: Bench, chance: int) -> Bench:
    shutil.rmtree(bench.site, ignore_errors=True)
    return bench


CHANGES: tuple[Callable[[Bench, int], Bench], ...] = (
    edit_text, edit_title, edit_to_the_same_length, mend_date, add_item, add_item, delete_item,
    withdraw_item, withdraw_item, correct_item, end_item, close_unit, rename_unit, edit_ward,
    edit_theme, edit_template, replace_picture, move_clock,
    move_clock, move_site, move_machine, touch_all, lose_cache, cut_cache, spoil_cache, spoil_site,
    leave_strangers, lose_site,
)  # fmt: skip


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> Iterator[str]:
    """The paths at which two sites differ."""
    for path in sorted(one.keys() | other.keys()):
        if one.get(path) != other.get(path):
            yield path
