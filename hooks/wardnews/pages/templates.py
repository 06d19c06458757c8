"""The templates of the fillings, and the few words they may use beside plain Jinja."""

from __future__ import annotations

import re
from collections.abc import Mapping, MutableMapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from wardnews import addresses
from wardnews.cache import Cache
from wardnews.compiled import CompiledTemplates
from wardnews.model import Article, Listing
from wardnews.pages.picture_tags import write_picture
from wardnews.pages.replies import write_letter
from wardnews.phrases import (
    describe_infographic,
    name_document,
    show_figure,
    title_document,
)
from wardnews.site_context import Asset, Site
from wardnews.text.dates import LAST_MINUTE, show_day, show_moment, show_moment_short

# Stands for the way to the root in a card that is kept; no text of HTML may hold it.
_UP = "\x00"

UNIT_TYPES = {
    "ubnd": "Ủy ban nhân dân",
    "phong": "Phòng chuyên môn",
    "trung-tam": "Trung tâm sự nghiệp",
    "mam-non": "Trường mầm non",
    "tieu-hoc": "Trường tiểu học",
    "thcs": "Trường trung học cơ sở",
    "th-thcs": "Trường tiểu học và trung học cơ sở",
}
_NUMBER = re.compile(r"\W?[0-9][^-]*-\w")
_LONGEST_NUMBER = 30  # what is longer must be allowed to break on a small phone


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """One dictionary: Jinja chains two, which every page and every include would copy."""
        return {**self.globals, **(d or {})}


class Macros:
    """The macros of a template, loaded when the first page needs them.

    Jinja's own import makes a new context for every page that has it.
    """

    def __init__(self, environment: Environment, template: str) -> None:
        self._environment, self._template = environment, template

    def __getattr__(self, name: str) -> Any:
        macro = getattr(self._environment.get_template(self._template).module, name)
        setattr(self, name, macro)  # the next time it is found without us
        return macro


class Cards:
    """Cards of items, rendered once for each look and set at any depth of page.

    An item stands in about ten listings; rendering its card anew each time would take longer
    than all else on those pages.
    """

    def __init__(self, environment: Environment) -> None:
        self._macros = Macros(environment, "_cards.html")
        self._kept: dict[tuple[str, str, str], list[str]] = {}

    def __call__(self, article: Article, look: str, up: str, heading: str = "h3") -> Markup:
        key = (article.path, look, heading)
        pieces = self._kept.get(key)
        if pieces is None:
            card = getattr(self._macros, look)(article, _UP, heading)
            pieces = self._kept[key] = str(card).split(_UP)
        return Markup(up.join(pieces))


def open_templates(templates: Path, cache: Cache | None = None) -> Environment:
    """The templates before they know a site: everything is escaped, nothing may be undefined."""
    environment = _Environment(
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(cache) if cache else None,
        cache_size=-1,  # without the lock and the queue of a cache that forgets
    )
    environment.filters.update(
        day_month=lambda moment: show_day(moment).rpartition("/")[0],
        iso=write_iso,
        time_day=lambda moment: mark_time(moment, show_day(moment)),
        time_short=lambda moment: mark_time(moment, show_moment_short(moment)),
        time_moment=lambda moment: mark_time(moment, show_moment(moment)),
        time_until=mark_end,
        next_day=lambda day: day + timedelta(days=1),
        host=lambda url: (urlsplit(url).hostname or url).removeprefix("www."),
        unbroken=keep_numbers,
        document_name=name_document,
        document_title=title_document,
        size=show_size,
        count=show_count,
        items=lambda number: f"{show_count(number)} bài" if number else "chưa có bài",
        paragraphs=lambda text: [part for part in text.split("\n\n") if part.strip()],
        card=Cards(environment),  # a filter: Jinja calls it faster
    )
    environment.globals["m"] = Macros(environment, "_macros.html")
    return environment


def make_environment(
    templates: Path, site: Site, by_address: Mapping[str, Listing], cache: Cache | None = None
) -> Environment:
    """The Jinja environment of one build."""
    environment = open_templates(templates, cache)
    environment.globals.update(
        addresses=addresses,
        ward=site.newsroom.registers.ward,
        site_url=site.url,
        preview=site.preview,
        unit_types=UNIT_TYPES,
        units_by_id={unit.id: unit for unit in site.newsroom.registers.units},
        figure=show_figure,
        describe_infographic=describe_infographic,
        letter=write_letter,
        has=by_address.__contains__,
        asset=lambda article, file: site.assets[article.path][file],
        state=lambda article: show_state(article, site.now) if site.preview else "",
        picture_of=write_picture,
        picture_size=show_picture_size,
    )
    return environment


def write_iso(moment: date) -> str:
    """A day as 2026-03-05, a moment as 2026-03-05T08:30+07:00."""
    if isinstance(moment, datetime):
        return moment.isoformat(timespec="minutes")
    return moment.isoformat()


def mark_time(moment: date, words: str) -> Markup:
    """A <time> element; not a macro, because a page has dozens of them."""
    return Markup(f'<time datetime="{write_iso(moment)}">{words}</time>')


def mark_end(moment: datetime) -> Markup:
    """The moment at which something ends; a day that was written alone is shown alone."""
    if (moment.hour, moment.minute) == (LAST_MINUTE.hour, LAST_MINUTE.minute):
        return mark_time(moment, f"hết ngày {show_day(moment)}")
    return mark_time(moment, show_moment(moment))


def keep_numbers(text: str) -> Markup:
    """The text, escaped, with 71-NQ/TW and 2026-2027 kept from breaking at their hyphens."""
    if "-" not in text:
        return escape(text)
    return Markup(" ").join(_keep_number(word) for word in text.split(" "))


def _keep_number(word: str) -> Markup:
    if not _NUMBER.match(word) or len(word) > _LONGEST_NUMBER:
        return escape(word)
    return Markup('<span class="nowrap">{}</span>').format(word)


def show_count(number: int) -> str:
    """A count as Vietnamese writes it: 1.234."""
    return f"{number:,}".replace(",", ".")


def show_size(size: int) -> str:
    """The size of a file in words that a phone's owner knows: "84 kB", "1,2 MB"."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def show_state(article: Article, now: datetime) -> str:
    """In a preview, why the item is not public yet; empty when it is."""
    if article.status == "nhap":
        return "Bản nháp"
    if article.status == "cho-duyet":
        return "Chờ duyệt"
    return f"Hẹn đăng {show_moment_short(article.date)}" if article.date > now else ""


def show_picture_size(asset: Asset) -> Markup:
    """The width and height attributes, so that nothing moves when the picture arrives."""
    if not asset.width:
        return Markup("")
    return Markup(f' width="{asset.width}" height="{asset.height}"')
