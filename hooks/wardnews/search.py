"""The search index: a slim page for each shown item, and the bundles that Pagefind makes of them.

From some size on closed years have a bundle of their own, so that a day's work indexes this year's
items only; below it one bundle is made in three seconds, and a first search loads a quarter less. A
bundle is kept, with what it follows from, and made again only when that has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from wardnews import addresses
from wardnews.bodies import plain_text
from wardnews.cache import Cache
from wardnews.listings import is_shown
from wardnews.model import Article
from wardnews.outputs import Output, digest, ready_output
from wardnews.pagefind import run_pagefind
from wardnews.phrases import name_document, show_figure
from wardnews.progress import Progress, keep_silent
from wardnews.site_context import Site
from wardnews.store import hold_folder, write_site
from wardnews.text.dates import show_day
from wardnews.text.folding import fold

FEW = 2500  # items up to which there is one bundle
_WHOLE, _CURRENT, _CLOSED = "tat-ca", "nam-nay", "nam-truoc"


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchIndex:
    """What the site gets: the addresses of the bundles, this year's first, and their files."""

    bundles: tuple[str, ...] = ()
    outputs: tuple[Output, ...] = ()


def make_index(
    site: Site, program: Path, cache: Cache, progress: Progress = keep_silent
) -> SearchIndex:
    """Index what is shown with Pagefind's `program`; without every bundle there is no index."""
    bundles, outputs = [], []
    parts = _split_years(site)
    names = {name for name, _ in parts}
    cache.keep_only(_find_place(site), names | {f"{name}.bundle" for name in names})
    for name, articles in parts:
        files = _make_bundle(site, name, articles, program, cache, progress)
        if files is None:
            return SearchIndex()
        bundles.append(f"{addresses.SEARCH_INDEX}{name}/")
        outputs += [ready_output(bundles[-1] + path, content) for path, content in files.items()]
    return SearchIndex(bundles=tuple(bundles), outputs=tuple(outputs))


def _split_years(site: Site) -> list[tuple[str, list[Article]]]:
    """All shown items; of many, those of this year and of the years before."""
    shown = [a for a in site.newsroom.articles if is_shown(a, site.now, preview=site.preview)]
    parts = {_WHOLE: shown}
    if len(shown) > FEW:
        parts = {
            _CURRENT: [a for a in shown if a.date.year >= site.now.year],
            _CLOSED: [a for a in shown if a.date.year < site.now.year],
        }
    return [(name, articles) for name, articles in parts.items() if articles]


def _make_bundle(
    site: Site,
    name: str,
    articles: list[Article],
    program: Path,
    cache: Cache,
    progress: Progress,
) -> dict[str, bytes] | None:
    """The kept bundle, if its pages would be the same; else a new one, or None."""
    base = digest(cache.version, repr(site.newsroom.registers))
    pages = [
        Output(
            path=f"{addresses.article(article)}index.html",
            key=digest(base, site.keys[article.path]),
            make=partial(_encode_page, article, site),
        )
        for article in articles
    ]
    key = digest(str(program), [(page.path, page.key) for page in pages])
    place = f"{_find_place(site)}/{name}"
    kept: tuple[bytes, dict[str, bytes]] | None = cache.load(f"{place}.bundle")
    if kept and kept[0] == key:
        return kept[1]
    folder = cache.folder / place
    try:
        with hold_folder(folder.parent):  # another build would change pages while they are read
            write_site(pages, folder, sources=(), cache=cache)
            runs = map(run_pagefind, [program], [folder])
            (files,) = progress(runs, "Lập chỉ mục tìm kiếm", 1)
    except OSError:  # the cache cannot be written
        return None
    if files is not None:
        cache.save(f"{place}.bundle", (key, files))
    return files


def _find_place(site: Site) -> str:
    """The site's own folder in the cache."""
    return f"search/{digest(site.url).hex()}"


def _encode_page(article: Article, site: Site) -> bytes:
    return render_slim_page(article, site).encode()


def render_slim_page(article: Article, site: Site) -> str:
    """A page for Pagefind alone: the words as they are compared, and as they are shown."""
    shown = (*_list_shown(article, site), *_list_filters(article))
    meta = "".join(f'<meta {kind}="{n}[content]" content="{escape(v)}">\n' for kind, n, v in shown)
    texts = filter(None, map(fold, list_texts(article)))
    labels = filter(None, map(fold, list_labels(article)))
    words = "".join(f"<p>{escape(text)}</p>\n" for text in texts)
    words += "".join(f'<p data-pagefind-weight="0.1">{escape(text)}</p>\n' for text in labels)
    title = escape(fold(article.title))
    return (
        f'<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n{meta}</head>\n'
        f'<body data-pagefind-body>\n<h1 data-pagefind-weight="10">{title}</h1>\n'
        f'<p data-pagefind-weight="3">{escape(fold(article.summary))}</p>\n{words}'
        "</body>\n</html>\n"
    )


def _list_shown(article: Article, site: Site) -> Iterator[tuple[str, str, str]]:
    """What a result shows, as editors wrote it."""
    theme, strand = article.theme, article.strand
    values = {
        "title": article.title,
        "summary": article.summary,
        "unit": article.unit.short_name or article.unit.name,
        "date": show_day(article.date),
        "kind": article.kind.label if article.kind.id != "tin" else "",
        "number": theme.numeral + (strand.letter if strand else ""),
        "theme": (strand.short_name or strand.name) if strand else theme.short_name,
        "colour": str(theme.position),
        "image": _find_thumbnail(article, site),
    }
    return (("data-pagefind-meta", name, value) for name, value in values.items() if value)


def _find_thumbnail(article: Article, site: Site) -> str:
    """The address of the smallest form of the lead picture."""
    if not article.image:
        return ""
    return site.assets[article.path][article.image.file].thumbnail.address


def _list_filters(article: Article) -> Iterator[tuple[str, str, str]]:
    """By what readers narrow their search. Pagefind could sort too, for 25 kB at 10,000 items."""
    yield "data-pagefind-filter", "unit", article.unit.id
    yield "data-pagefind-filter", "theme", article.theme.id
    yield "data-pagefind-filter", "kind", article.kind.id
    yield "data-pagefind-filter", "year", f"{article.date:%Y}"


def list_texts(article: Article) -> Iterator[str]:
    """All that the item's page says beside title and summary, as plain text."""
    yield plain_text(article.body)
    if article.answer:
        answer = article.answer
        yield from (answer.question, answer.answer, *answer.evidence, answer.answered_by)
    if article.exemplar:
        exemplar = article.exemplar
        yield from (" ".join(show_figure(result)) for result in exemplar.results)
        yield from (*exemplar.steps, *exemplar.conditions, exemplar.contact)
        yield from (f"{place.unit.name} {place.note}" for place in exemplar.replicated_by)
        yield from (award.title for award in exemplar.awards)
    if article.media:
        yield article.media.transcript
    if article.event:
        yield article.event.place
    if article.image:
        yield article.image.caption
    if article.experience.public:
        said = article.experience
        yield from (said.difficulties, said.proposals, said.reach, said.impact)
    yield from (correction.text for correction in article.corrections)
    yield article.benefits
    yield from (attachment.label for attachment in article.attachments)
    yield from (article.author, article.source)


def list_labels(article: Article) -> Iterator[str]:
    """What many items are labelled with: it finds them, and must not push the right one down."""
    yield article.unit.name
    yield from (name_document(document) for document in article.documents)
    yield from (term.label for term in article.tags)
