"""The whole pipeline on one page, in order: read, judge, choose, render, write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import chain
from pathlib import Path
from zoneinfo import ZoneInfo

from wardnews import addresses
from wardnews.attachments import Attached
from wardnews.cache import Cache
from wardnews.calendars import render_calendars
from wardnews.compiled import compile_beside
from wardnews.content.standing import check_standing_pages, list_standing_pages
from wardnews.data import render_data
from wardnews.embeds import render_embeds
from wardnews.feeds.opml import render_outlines
from wardnews.feeds.site_feeds import render_feeds
from wardnews.judging import Judgement, judge_content
from wardnews.listings import is_shown
from wardnews.looks import Look
from wardnews.model import Article, Problem
from wardnews.open_data import render_open_data
from wardnews.outputs import Output, digest, digest_bytes, ready_output
from wardnews.pages.frame import Frame
from wardnews.pages.site_pages import render_pages
from wardnews.pages.templates import open_templates
from wardnews.pictures import load_rendition
from wardnews.plain_texts import render_texts
from wardnews.progress import Progress, keep_silent
from wardnews.search import SearchIndex, make_index
from wardnews.security_txt import render_security_txt
from wardnews.sharing import Gallery, plan_shares
from wardnews.signposts import render_signposts
from wardnews.site_context import Asset, Site
from wardnews.store import Written, write_site


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be built from what, and when it is."""

    content: Path
    docs: Path  # the standing pages
    settings: Path  # mkdocs.yml
    templates: Path  # the fillings
    site: Path
    sources: tuple[Path, ...]  # beside the content, what the site folder may not hold or lie in
    url: str  # the site's public address; ends with "/"
    now: datetime
    workers: int = 1
    cache: Cache
    search: Path | None = None  # the program that makes the index; None: the site has none
    preview: bool = False
    progress: Progress = keep_silent


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build made, and of what."""

    job: Job
    judgement: Judgement
    articles: int
    pages: int
    feeds: int
    indexed: bool | None  # None: no index was asked for, or there is nothing to find
    problems: tuple[Problem, ...]
    site_dir: Path
    read: int  # items that were read anew
    written: Written


class ContentRefusedError(Exception):
    """The content has errors that the public would meet; nothing was written."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems


def judge_job(job: Job) -> Judgement:
    """Read and judge everything; raise ContentRefusedError when it must not be published."""
    judgement = judge_content(
        job.content,
        standing=list_standing_pages(job.docs),
        now=job.now,
        workers=job.workers,
        cache=job.cache,
        preview=job.preview,
        progress=job.progress,
    )
    beside = check_standing_pages(job.docs)
    if judgement.refused or beside:
        raise ContentRefusedError((*judgement.problems, *beside))
    return judgement


def precompile(job: Job) -> Callable[[], None]:
    """Compile the templates while MkDocs makes the frame; what is returned waits for them."""
    return compile_beside(open_templates(job.templates, job.cache), job.cache, job.workers)


def publish_job(job: Job, judgement: Judgement, look: Look) -> BuildReport:
    """Bring a judged site to its folder."""
    outputs = render_site(  # planned as write_site asks for them, while it looks at the folder
        judgement,
        frame=look.frame,
        templates=job.templates,
        standing=look.pages,
        url=job.url,
        now=job.now.astimezone(ZoneInfo(judgement.newsroom.registers.ward.timezone)),
        cache=job.cache,
        workers=job.workers,
        search=job.search,
        preview=job.preview,
        progress=job.progress,
    )
    written = write_site(
        chain((ready_output(path, content) for path, content in look.files), outputs),
        job.site,
        sources=(*job.sources, job.content / "ward.yml"),
        cache=job.cache,
        workers=job.workers,
        progress=job.progress,
    )
    everything = next(listing for listing in judgement.listings if listing.kind == "all")
    return BuildReport(
        job=job,
        judgement=judgement,
        articles=len(everything.articles),
        pages=sum(map(_is_page, written.paths)),
        feeds=sum(path.endswith("feed.xml") for path in written.paths),
        indexed=any(path.startswith(addresses.SEARCH_INDEX) for path in written.paths)
        if job.search and everything.articles
        else None,
        problems=judgement.problems,
        site_dir=job.site,
        read=judgement.read,
        written=written,
    )


def _is_page(path: str) -> bool:
    return path.endswith(".html") and not addresses.is_for_others(path)


def render_site(
    judgement: Judgement,
    *,
    frame: Frame,
    templates: Path,
    standing: Collection[str],
    url: str,
    now: datetime,
    cache: Cache,
    workers: int = 1,
    search: Path | None = None,
    preview: bool = False,
    progress: Progress = keep_silent,
) -> Iterator[Output]:
    """Every file of the site but the standing pages and the look, one after the other.

    `url` is the site's public address and ends with "/"; `standing` are the addresses of the
    standing pages; `search` is Pagefind. The judgement must not be refused.
    """
    public = [a for a in judgement.newsroom.articles if is_shown(a, now, preview=preview)]
    assets = {article.path: _assets(article, judgement) for article in public}
    identities = list(_identify((*public, *judgement.notices), judgement, assets))
    shares, share_files = plan_shares(
        public,
        judgement.newsroom.registers,
        Gallery(
            files={path: found.files for path, found in judgement.references.items()},
            pictures=judgement.pictures,
            cache=cache,
            place=f"cards/{digest(url).hex()}",
        ),
    )
    site = Site(
        newsroom=judgement.newsroom,
        listings=judgement.listings,
        assets=assets,
        links={article.path: judgement.references[article.path].links for article in public},
        notices=judgement.notices,
        redirects=_redirects(judgement, public),
        url=url,
        now=now,
        preview=preview,
        base=digest(
            cache.version,  # the code, the templates and the libraries
            repr(frame),
            repr(judgement.newsroom.registers),
            url,
            f"preview at {now}" if preview else "",
        ),
        shares=shares,
        keys={path: whole for path, whole, _ in identities},
        cards={path: card for path, _, card in identities},
    )
    index = make_index(site, search, cache, progress) if search else SearchIndex()
    yield from index.outputs
    yield from render_pages(replace(site, bundles=index.bundles), frame, templates, cache, workers)
    yield from render_feeds(site)
    yield from render_outlines(site)
    yield from render_data(site, standing)
    yield from render_signposts(site)
    yield from render_security_txt(site)
    yield from render_open_data(site)
    yield from render_texts(site)
    yield from render_calendars(site)
    yield from share_files
    yield from render_embeds(site, templates, cache)
    for article in public:
        yield from _copy_files(article, judgement, cache)


def _identify(
    articles: Iterable[Article], judgement: Judgement, assets: Mapping[str, Mapping[str, Asset]]
) -> Iterator[tuple[str, bytes, bytes]]:
    """What identifies an item: all that can be shown of it, and what a card of it can show."""
    for article in articles:
        path = article.path
        links, files = judgement.references[path].links, assets.get(path)
        around = repr((path, files, links)).encode() if files or links else path.encode()
        whole, card = judgement.digests[path]
        yield path, digest_bytes(whole, around), digest_bytes(card, around)


def _redirects(judgement: Judgement, public: list[Article]) -> dict[str, str]:
    """Old addresses of what is shown, and of what left a notice."""
    return {
        f"{alias}/" if "." not in alias.rpartition("/")[2] else alias: addresses.article(article)
        for article in (*public, *judgement.notices)
        for alias in article.aliases
    }


def _assets(article: Article, judgement: Judgement) -> dict[str, Asset]:
    files = judgement.references[article.path].files
    return {target: _asset(attached, judgement) for target, attached in files.items()}


def _asset(attached: Attached, judgement: Judgement) -> Asset:
    if attached.media_type:
        return Asset(
            address=attached.address, media_type=attached.media_type, size=attached.file.size
        )
    picture = judgement.pictures[attached.file.path]
    renditions = tuple(
        Asset(
            address=attached.address + each.ending,
            media_type=each.media_type,
            size=each.size,
            width=each.width,
            height=each.height,
        )
        for each in picture.renditions
    )
    return renditions[0] if picture.is_drawn else replace(renditions[0], renditions=renditions)


def _copy_files(article: Article, judgement: Judgement, cache: Cache) -> Iterator[Output]:
    """The files of an item, pictures in every width and without any metadata."""
    for attached in judgement.references[article.path].files.values():
        file = attached.file
        if attached.media_type:
            yield Output(
                path=attached.address,
                key=judgement.files[file.path],
                make=file.real.read_bytes,
            )
            continue
        for rendition in judgement.pictures[file.path].renditions:
            yield Output(
                path=attached.address + rendition.ending,
                key=rendition.key,
                make=partial(load_rendition, file, rendition, cache),
            )
