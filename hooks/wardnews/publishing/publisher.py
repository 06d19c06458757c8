"""A publication on one page, in order: build, verify, assemble, compress, list, switch, prune."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from wardnews import addresses
from wardnews.build import BuildReport, ContentRefusedError
from wardnews.looks import SettingsRefusedError
from wardnews.publishing.assembly import Assembly, Earlier
from wardnews.publishing.candidate import Candidate, read_candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.fingerprints import fingerprint_files
from wardnews.publishing.last_run import LastRun, Outcome, read_last_run, write_last_run
from wardnews.publishing.manifest import FileFact, Manifest, write_manifest
from wardnews.publishing.meddling import forget_meddling, note_meddling
from wardnews.publishing.moments import find_next_change
from wardnews.publishing.releases import (
    Held,
    Target,
    check_target,
    find_last,
    find_public,
    find_whole_before,
    forget_held,
    hold_target,
    is_whole,
    list_withdrawn_since,
    name_release,
    place_release,
    prepare_target,
    prune_releases,
    read_current,
    read_held,
    switch_to,
    write_held,
)
from wardnews.publishing.return_rules import list_returning, list_with_old_files
from wardnews.publishing.source import identify_source
from wardnews.publishing.trace_rules import list_traces
from wardnews.publishing.verification import verify

Tell = Callable[[str], None]  # takes one line of progress, in Vietnamese
Warn = Callable[[tuple[str, ...]], None]  # takes paths in the target
_WAITING = "Một lần xuất bản khác đang chạy; đợi nó xong…"


class ReleaseRefusedError(Exception):
    """The built site must not be published; the public has what it had."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to publish."""

    clock: Callable[[], datetime]  # asked after the wait; the site may be built for another moment
    keep: int  # releases
    allowed: frozenset[str] = frozenset()  # rules that may be broken this time
    # Every file anew, also what is public already or was rolled back; signs of meddling are seen.
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """How it went; `release` is the public one now."""

    outcome: Outcome
    release: str
    report: BuildReport
    overdue: datetime | None = None  # held: since when the public release lags behind the clock
    expired: tuple[str, ...] = ()  # held: addresses of items in it that may no longer be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """Which release is public again; none when no whole one is kept, or of what would return."""

    release: str
    returning: tuple[str, ...] = ()  # addresses of items that were taken down since
    with_old_files: tuple[str, ...] = ()  # of items that had pictures or files taken out
    is_blind: bool = False  # no manifest of the public release tells what was taken down

    @property
    def is_refused(self) -> bool:
        return bool(self.returning or self.with_old_files or self.is_blind)


def publish(
    target: Target, build: Callable[[Path], BuildReport], order: Order, tell: Tell, warn: Warn
) -> Publication:
    """Build into the target and make the result public, or leave everything as it was.

    `warn` is told of public files that somebody changed, at every run until a person publishes
    everything `again`.
    Raises ContentRefusedError, ReleaseRefusedError, SettingsRefusedError, SiteFolderRefusedError,
    TargetRefusedError, and OSError when the disk takes no more; the public site is whole in every
    case. Killed at any moment it leaves the old site or the new one, and the next run works.
    """
    with hold_target(target, lambda: tell(_WAITING)):
        prepare_target(target)
        if meddled := note_meddling(target):
            warn(meddled)
        try:
            done = _publish(target, build, order, tell)
        except (ContentRefusedError, ReleaseRefusedError, SettingsRefusedError):
            _stamp(target, order.clock(), "refused")
            raise
        if order.again:
            forget_meddling(target)
        return done


def _publish(
    target: Target, build: Callable[[Path], BuildReport], order: Order, tell: Tell
) -> Publication:
    tell("Kiểm tra nội dung và dựng trang…")
    work = _look_over(build(target.site), target)
    if not order.again and (outcome := _find_reason_to_rest(work, target)):
        _stamp(target, order.clock(), outcome, work.next_change if outcome == "unchanged" else None)
        done = Publication(outcome=outcome, release=read_current(target), report=work.report)
        return _note_overdue(done, work.last) if outcome == "held" else done
    tell(f"Kiểm chứng {len(work.files)} tệp…")
    candidate = read_candidate(work.report, work.files, work.last)
    if findings := verify(candidate, order.allowed):
        raise ReleaseRefusedError(findings)
    name = _make_release(target, candidate, work, order, tell)
    tell("Chuyển sang bản mới…")
    switch_to(target, name)
    forget_held(target)
    _stamp(target, order.clock(), "published", work.next_change)
    tell("Dọn các bản quá cũ…")
    prune_releases(target, order.keep)
    return Publication(outcome="published", release=name, report=work.report)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """What was built, and what it is compared with."""

    report: BuildReport
    files: Mapping[str, FileFact]
    last: Manifest | None
    source: str
    next_change: datetime

    @property
    def zone(self) -> ZoneInfo:
        return _zone_of(self.report)


def _zone_of(report: BuildReport) -> ZoneInfo:
    return ZoneInfo(report.judgement.newsroom.registers.ward.timezone)


def _look_over(report: BuildReport, target: Target) -> _Work:
    now = report.job.now.astimezone(_zone_of(report))
    return _Work(
        report=report,
        files=fingerprint_files(target.site, report.job.cache),
        last=find_last(target),
        source=identify_source(report),
        next_change=find_next_change(report.judgement.newsroom, now),
    )


def _make_release(
    target: Target, candidate: Candidate, work: _Work, order: Order, tell: Tell
) -> str:
    """Put the release together beside the others, whole and on the disk; its name."""
    last = None if order.again else work.last
    tell("Đặt bản mới cạnh các bản cũ…")
    assembly = Assembly(
        site=target.site,
        release=target.staging,
        earlier=Earlier(folder=target.releases / last.release, files=last.files) if last else None,
    )
    assembly.add_site(work.files)
    tell("Nén sẵn…")
    assembly.add_compressed(work.report.job.workers)
    tell("Ghi bản kê và xuống đĩa…")
    published = order.clock().astimezone(work.zone)
    name = name_release(target, published)
    manifest = Manifest(
        release=name,
        previous=work.last.release if work.last else "",
        published=published,
        now=candidate.job.now,
        next_change=work.next_change,
        site_url=candidate.job.url,
        source=work.source,
        counts=candidate.counts,
        items=candidate.items,
        withdrawn=tuple(sorted(candidate.withdrawn)),
        traces=list_traces(candidate, forget="words" in order.allowed),
        files=assembly.files,
    )
    write_manifest(manifest, target.staging)
    _flush_all()
    place_release(target, name)
    return name


def roll_back(target: Target, moment: datetime, tell: Tell, *, return_all: bool = False) -> Return:
    """Make the nearest whole release before the public one public again.

    What is rolled back stays away until something that the public sees has changed (`source.py`),
    or the timer would bring it back within the hour. An item that was taken down since would be
    public again, or a picture that was taken out, or nobody can tell: then nothing is done, unless
    `return_all`. Without a release nothing is made. Raises TargetRefusedError.
    """
    check_target(target)
    if not target.releases.is_dir():
        return Return(release="")
    with hold_target(target, lambda: tell(_WAITING)):
        note_meddling(target)
        public, goal = find_public(target), find_whole_before(target)
        if goal is None:
            return Return(release="")
        seen = _foresee_return(target, goal, public)
        if seen.is_refused and not return_all:
            return seen
        if public:
            held = Held(source=public.source, release=public.release)
            write_held(target, read_held(target) or held)
        switch_to(target, goal.release)
        _stamp(target, moment, "rolled-back")
        return Return(release=goal.release)


def _foresee_return(target: Target, goal: Manifest, public: Manifest | None) -> Return:
    """What would be public again with the goal."""
    if public is None:
        return Return(release="", is_blind=True)
    withdrawn = list_withdrawn_since(target, goal.release)
    return Return(
        release="",
        returning=list_returning(goal, public, withdrawn),
        with_old_files=list_with_old_files(goal, public),
    )


def _find_reason_to_rest(work: _Work, target: Target) -> Outcome | None:
    if _is_public(work, target):
        return "unchanged"
    held = read_held(target)
    return "held" if held and held.holds(work.source, read_current(target)) else None


def _note_overdue(done: Publication, public: Manifest | None) -> Publication:
    """What the clock asks for while nothing may be published: a person has to know."""
    if public is None or public.release != done.release:  # its own manifest is lost
        return done
    due = public.next_change
    notices = map(addresses.article, done.report.judgement.notices)
    return replace(
        done,
        overdue=due if due <= done.report.job.now else None,
        expired=tuple(sorted(public.items.keys() & set(notices))),
    )


def _is_public(work: _Work, target: Target) -> bool:
    """Is what was built already public, every file of it as it was published?"""
    if work.last is None or work.last.release != read_current(target):
        return False
    before = {path: fact.sha256 for path, fact in work.last.list_built()}
    built = {path: fact.sha256 for path, fact in work.files.items()}
    return before == built and is_whole(target, work.last)


def _stamp(
    target: Target, moment: datetime, outcome: Outcome, upcoming: datetime | None = None
) -> None:
    """A run that changed nothing does not know better when the site will change next."""
    before = read_last_run(target.folder)
    run = LastRun(
        at=moment,
        outcome=outcome,
        release=read_current(target),
        next_change=upcoming or (before.next_change if before else None),
    )
    write_last_run(run, target.folder)


def _flush_all() -> None:
    """Have all files on the disk before anybody is led there: at once, not one by one."""
    if hasattr(os, "sync"):
        os.sync()
