"""A publication on one page, in order: build, verify, assemble, compress, list, switch, prune."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from wardnews.build import BuildReport, ContentRefusedError
from wardnews.outputs import digest
from wardnews.publishing.assembly import Assembly, Earlier, is_intact
from wardnews.publishing.candidate import Candidate, read_candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.fingerprints import fingerprint_files
from wardnews.publishing.last_run import LastRun, Outcome, read_last_run, write_last_run
from wardnews.publishing.manifest import FileFact, Manifest, write_manifest
from wardnews.publishing.moments import find_next_change
from wardnews.publishing.releases import (
    Target,
    find_last,
    find_previous,
    hold_target,
    name_release,
    place_release,
    prepare_target,
    prune_releases,
    read_current,
    read_held,
    switch_to,
    write_held,
)
from wardnews.publishing.verification import verify

Tell = Callable[[str], None]  # takes one line of progress, in Vietnamese


class ReleaseRefusedError(Exception):
    """The built site must not be published; the public has what it had."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(f"{len(findings)} findings")
        self.findings = findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """How to publish."""

    moment: datetime  # by the clock; the site may be built for another one
    keep: int  # releases
    allowed: frozenset[str] = frozenset()  # rules that may be broken this time
    again: bool = False  # publish also what was rolled back


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """How it went; `release` is the public one now."""

    outcome: Outcome | Literal["none"]  # none: there is no release to go back to
    release: str
    report: BuildReport | None = None


def publish(
    target: Target, build: Callable[[Path], BuildReport], order: Order, tell: Tell
) -> Publication:
    """Build into the target and make the result public, or leave everything as it was.

    Raises ContentRefusedError, ReleaseRefusedError, SiteFolderRefusedError, TargetRefusedError,
    and OSError when the disk takes no more; the public site is whole in every case. Killed at any
    moment it leaves the old site or the new one, and the next run works.
    """
    with hold_target(target, lambda: tell("Một lần xuất bản khác đang chạy; đợi nó xong…")):
        prepare_target(target)
        try:
            return _publish(target, build, order, tell)
        except (ContentRefusedError, ReleaseRefusedError):
            _stamp(target, order.moment, "refused")
            raise


def _publish(
    target: Target, build: Callable[[Path], BuildReport], order: Order, tell: Tell
) -> Publication:
    tell("Kiểm tra nội dung và dựng trang…")
    report = build(target.site)
    last, source = find_last(target), _identify_source(report)
    files = fingerprint_files(target.site, report.job.cache)
    upcoming = find_next_change(report.judgement.newsroom, _local(report, report.job.now))
    if last and last.release == read_current(target) and _is_same(last, files, target):
        _stamp(target, order.moment, "unchanged", upcoming)
        return Publication(outcome="unchanged", release=last.release, report=report)
    if source == read_held(target) and not order.again:
        _stamp(target, order.moment, "held")
        return Publication(outcome="held", release=read_current(target), report=report)
    tell(f"Kiểm chứng {len(files)} tệp…")
    candidate = read_candidate(report, files, last)
    if findings := verify(candidate, order.allowed):
        raise ReleaseRefusedError(findings)
    earlier = Earlier(folder=target.releases / last.release, files=last.files) if last else None
    tell("Đặt bản mới cạnh các bản cũ…")
    assembly = Assembly(site=target.site, release=target.staging, earlier=earlier)
    assembly.add_site(files)
    tell("Nén sẵn…")
    assembly.add_compressed(report.job.workers)
    tell("Ghi bản kê và xuống đĩa…")
    local = _local(report, order.moment)
    name = name_release(target, local)
    manifest = _describe(
        candidate, name, read_current(target), local, upcoming, source, assembly.files
    )
    write_manifest(manifest, target.staging)
    _flush_all()
    place_release(target, name)
    tell("Chuyển sang bản mới…")
    switch_to(target, name)
    write_held(target, "")
    _stamp(target, order.moment, "published", upcoming)
    tell("Dọn các bản quá cũ…")
    prune_releases(target, order.keep)
    return Publication(outcome="published", release=name, report=report)


def roll_back(target: Target, moment: datetime, tell: Tell) -> Publication:
    """Make the release before the public one public again.

    What is rolled back stays away until content or code has changed, or the timer would bring it
    back within the hour.
    """
    with hold_target(target, lambda: tell("Một lần xuất bản khác đang chạy; đợi nó xong…")):
        prepare_target(target)
        last = find_last(target)
        is_public = last is not None and last.release == read_current(target)
        goal = find_previous(target, last) if last and is_public else last
        if last is None or goal is None:
            return Publication(outcome="none", release=read_current(target))
        write_held(target, read_held(target) or last.source)
        switch_to(target, goal.release)
        _stamp(target, moment, "rolled-back")
        return Publication(outcome="rolled-back", release=goal.release)


def _is_same(last: Manifest, files: Mapping[str, FileFact], target: Target) -> bool:
    """Is what was built already public, every file of it as it was published?"""
    folder = target.releases / last.release
    return {path: fact.sha256 for path, fact in last.list_built()} == {
        path: fact.sha256 for path, fact in files.items()
    } and all(is_intact(folder / path, fact) for path, fact in last.files.items())


def _identify_source(report: BuildReport) -> str:
    """All that the site follows from but the clock."""
    job, judgement = report.job, report.judgement
    pictures = [
        (path, [rendition.key for rendition in picture.renditions])
        for path, picture in sorted(judgement.pictures.items())
    ]
    return digest(
        job.cache.version,
        job.url,
        repr(judgement.newsroom.registers),
        sorted(judgement.digests.items()),
        sorted(judgement.files.items()),
        pictures,
        [path.read_bytes() for path in sorted(job.docs.rglob("*")) if path.is_file()],
    ).hex()


def _describe(
    candidate: Candidate,
    name: str,
    previous: str,
    published: datetime,
    upcoming: datetime,
    source: str,
    files: Mapping[str, FileFact],
) -> Manifest:
    return Manifest(
        release=name,
        previous=previous,
        published=published,
        now=candidate.job.now,
        next_change=upcoming,
        site_url=candidate.job.url,
        source=source,
        counts=candidate.counts,
        items=candidate.items,
        gone=tuple(sorted(candidate.notices)),
        feeds={
            path: tuple(guid for guid, _ in feed.entries) for path, feed in candidate.feeds.items()
        },
        files=files,
    )


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


def _local(report: BuildReport, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(report.judgement.newsroom.registers.ward.timezone))


def _flush_all() -> None:
    """Have all files on the disk before anybody is led there: at once, not one by one."""
    if hasattr(os, "sync"):
        os.sync()
