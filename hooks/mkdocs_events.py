"""The only file that knows MkDocs: its events become calls of the library, and back.

Articles are not MkDocs pages. MkDocs renders the standing pages of docs/ and the one frame into
a folder of its own: MkDocs 1.6.1 empties its site folder first, and a failed build would take the
published site with it. It is imported where it is used, as a script can often do without.
"""

from __future__ import annotations

import gc
import logging.handlers
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import ChainableUndefined

from wardnews import looks
from wardnews.build import BuildReport, ContentRefusedError, Job, judge_job, precompile, publish_job
from wardnews.cache import Cache, open_cache
from wardnews.content.report import render_text
from wardnews.judging import Judgement
from wardnews.pagefind import find_program
from wardnews.pages.frame import BASE, cut_frame, tidy
from wardnews.progress import Progress, keep_silent
from wardnews.shapes import ShapeExtension
from wardnews.store import SiteFolderRefusedError
from wardnews.text.slugs import make_heading_id

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

_CHECKOUT = Path(__file__).resolve().parent.parent
_SETTINGS, _CACHE = _CHECKOUT / "mkdocs.yml", _CHECKOUT / ".cache"
_OWN = ("hooks", "overrides", "scripts", "tests", ".git", ".venv", ".cache", ".tools")
# What no page uses; the theme's sitemap, no static template any more; what the library copies.
_UNUSED = ("assets/javascripts", "assets/stylesheets", "assets/images", "sitemap.xml", "wardnews/")


@dataclass(slots=True, kw_only=True)
class _Run:
    """One build: what a script asked for, and what the events hand on to each other."""

    asked: dict[str, Any] = field(default_factory=dict)  # fields of the job
    is_script: bool = False
    cache: Cache
    plain: Job | None = None  # as mkdocs.yml alone would have it
    job: Job | None = None
    staging: Path | None = None
    keeper: looks.LookKeeper | None = None
    wait_for_templates: Callable[[], None] = lambda: None
    judgement: Judgement | None = None  # None: nothing is to be published
    env: Any = None
    nav: Navigation | None = None
    files: Files | None = None
    refusal: Exception | None = None
    report: BuildReport | None = None


# `mkdocs serve` keeps this module for its whole life; each build replaces its run as a whole.
_preview = False
_run: _Run | None = None


def run_build(
    *,
    content: Path | None = None,
    site_dir: Path | None = None,
    site_url: str | None = None,
    now: datetime | None = None,
    workers: int | None = None,
    cache: bool = True,
    search: bool = True,
    progress: Progress = keep_silent,
) -> BuildReport:
    """Build the site as `mkdocs build` does, with other folders, address or clock.

    Raises ContentRefusedError when the content must not be published, SiteFolderRefusedError
    when the site folder holds something else. Without `cache` everything is made anew.
    """
    url = site_url and site_url.rstrip("/") + "/"
    places = {"content": content and content.resolve(), "site": site_dir and site_dir.resolve()}
    given = {**places, "url": url, "now": now, "workers": workers, "progress": progress}
    asked: dict[str, Any] = {name: value for name, value in given.items() if value}
    asked |= {} if search else {"search": None}
    gc.disable()  # nothing of a build is garbage until it ends; looking for it costs a tenth
    try:
        with tempfile.TemporaryDirectory(prefix="wardnews-") as empty:
            kept = _open_cache(_CACHE if cache else Path(empty))
            run = _Run(asked=asked, is_script=True, cache=kept)
            return _build_again(run) or _build_with_mkdocs(run)
    finally:
        gc.enable()


def _build_again(run: _Run) -> BuildReport | None:
    """Build without MkDocs, if what it gives was kept and still holds."""
    if not (plain := run.cache.load(f"settings/{looks.identify_settings(_SETTINGS).hex()}")):
        return None
    job = _adapt(plain, run)
    run.judgement = judge_job(job)
    look = _make_keeper(job).load(run.judgement.newsroom.registers)
    return publish_job(job, run.judgement, look) if look else None


def _build_with_mkdocs(run: _Run) -> BuildReport:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError
    from mkdocs.utils import CountHandler

    _log().addHandler(counter := CountHandler(level=logging.WARNING))
    _log().addHandler(kept := logging.handlers.BufferingHandler(capacity=1000))
    try:
        config = load_config(str(_SETTINGS))
        config.extra["run"] = run
        build(config)
        assert run.report
        return run.report
    except (Abort, ConfigurationError) as error:
        said = "\n".join([*(each.getMessage() for each in kept.buffer), str(error)])
        raise run.refusal or looks.SettingsRefusedError(said) from None
    finally:
        run.wait_for_templates()  # else it may write into a cache that is gone
        _log().removeHandler(counter)
        _log().removeHandler(kept)


def run_serve(address: str) -> None:
    """Serve a live preview at `address` ("127.0.0.1:8000") with drafts and scheduled items."""
    from mkdocs.commands.serve import serve

    serve(str(_SETTINGS), dev_addr=address, open_in_browser=False)


def on_startup(*, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
    """A preview shows drafts and scheduled items; a build never does."""
    global _preview
    _preview = command == "serve"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Send MkDocs' own output aside, before it empties the site folder."""
    global _run
    # MkDocs 1.6.1 takes this folder off sys.path once loaded; worker processes need it there.
    sys.path.extend({str(Path(__file__).resolve().parent)} - {*sys.path})
    run = _run = config.extra.get("run") or _Run(cache=_open_cache())
    run.plain = _read_job(config, run.cache)
    run.job = _adapt(run.plain, run)
    run.keeper, run.staging = _make_keeper(run.job), Path(tempfile.mkdtemp(prefix="wardnews-"))
    config.site_dir, config.site_url = str(run.staging), run.job.url
    # MkDocs' own 404 page and its sitemap.xml.gz, which carries the day of the build.
    config.theme.static_templates.clear()
    config.mdx_configs.setdefault("toc", {})["slugify"] = make_heading_id
    config.mdx_configs.setdefault("tables", {})["use_align_attribute"] = True
    config.markdown_extensions.append(ShapeExtension())  # type: ignore[arg-type]
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Judge all content before MkDocs touches anything."""
    from mkdocs.exceptions import PluginError

    run, job = _current()
    try:
        run.judgement = run.judgement or judge_job(job)
    except ContentRefusedError as refusal:
        run.refusal = refusal
        if run.is_script:  # it prints the problems itself
            raise PluginError("") from None
        said = "Chưa dựng được trang, trang cũ giữ nguyên:\n" + render_text(refusal.problems)
        # After a build that ended with an error, the preview of MkDocs 1.6.1 answers no request.
        if not (_preview and (job.site / "index.html").exists()):
            raise PluginError(said) from None
        _log().error(said)
        config.extra["wardnews"] = ChainableUndefined()  # no ward is known: rendered for nobody
        return
    if run.judgement.problems and not run.is_script:
        _log().info("Việc cần xem lại:\n%s", render_text(run.judgement.problems))
    run.wait_for_templates = precompile(job)
    known, links = run.judgement.newsroom.registers, config.extra.get("links", ())
    config.extra["wardnews"] = looks.list_frame_facts(known, links, job.search, preview=_preview)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out what Material would copy and nothing uses."""
    return type(files)(file for file in files if not file.src_uri.startswith(_UNUSED))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Keep what rendering the frame needs."""
    _current()[0].nav, _current()[0].files = nav, files
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Keep the theme's own templates for the frame."""
    _current()[0].env = env
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The standing pages wear the same frame."""
    return tidy(output)


def on_post_build(config: MkDocsConfig) -> None:
    """Fill the frame with the newsroom and bring the whole site to its place."""
    run, job = _current()
    config.site_dir = str(job.site)  # `mkdocs gh-deploy` asks for it after the build
    if run.judgement and not (config.strict and _has_warnings()):  # else MkDocs ends the build
        _publish(run, job, run.judgement, _take_look(run, config))
    on_build_error(None)


def on_build_error(error: Exception | None) -> None:
    """Leave nothing behind."""
    if _run and _run.staging:
        shutil.rmtree(_run.staging, ignore_errors=True)


def _take_look(run: _Run, config: MkDocsConfig) -> looks.Look:
    from mkdocs.commands.build import get_context

    assert run.nav and run.files and run.staging
    context = get_context(run.nav, run.files, config, page=None, base_url=BASE)
    frame = run.env.get_template("frame.html").render(context)
    return looks.read_look(cut_frame(frame), run.staging)


def _publish(run: _Run, job: Job, judgement: Judgement, look: looks.Look) -> None:
    from mkdocs.exceptions import PluginError

    run.wait_for_templates()
    try:
        run.report = publish_job(job, judgement, look)
    except SiteFolderRefusedError as refusal:
        run.refusal = refusal
        raise PluginError(f"Thư mục {job.site} không dùng làm nơi đặt trang: {refusal}") from None
    if run.keeper and run.keeper.files and not (_preview or _has_warnings()):
        run.keeper.save(judgement.newsroom.registers, look)
        run.cache.save(f"settings/{looks.identify_settings(_SETTINGS).hex()}", run.plain)


def _read_job(config: MkDocsConfig, cache: Cache) -> Job:
    """The build that mkdocs.yml asks for."""
    return Job(
        content=_CHECKOUT / str(config.extra.get("content_dir") or "content"),
        docs=Path(config.docs_dir),
        settings=_SETTINGS,
        templates=_CHECKOUT / "overrides" / "wardnews",
        site=Path(config.site_dir),
        sources=(Path(config.docs_dir), *map(_CHECKOUT.joinpath, _OWN)),
        url=(config.site_url or "").rstrip("/") + "/",
        now=datetime.now(UTC),
        cache=cache,
        preview=_preview,
    )


def _adapt(plain: Job, run: _Run) -> Job:
    """The build that was asked for, on this machine at this moment."""
    asked: dict[str, Any] = {"now": datetime.now(UTC), "workers": os.cpu_count() or 1, **run.asked}
    asked.setdefault("search", None if _preview else find_program(_CHECKOUT / ".tools"))
    return replace(plain, cache=run.cache, **asked)


def _make_keeper(job: Job) -> looks.LookKeeper:
    folders = (job.docs, job.templates.parent)
    return looks.make_keeper(job.cache, _SETTINGS, job.url, folders, job.search)


def _open_cache(folder: Path = _CACHE) -> Cache:
    return open_cache(folder, [_CHECKOUT / "hooks", _CHECKOUT / "overrides" / "wardnews"])


def _current() -> tuple[_Run, Job]:
    assert _run and _run.job, "MkDocs calls on_config first"
    return _run, _run.job


def _log() -> logging.Logger:
    """Warnings count on this logger only: "mkdocs", or "properdocs" in its place."""
    from mkdocs.commands import build

    return logging.getLogger(build.__name__.partition(".")[0])


def _has_warnings() -> bool:
    """Has MkDocs counted a warning in this build? With --strict it fails, but only after us."""
    return any(getattr(each, "get_counts", list)() for each in _log().handlers)
