"""A built site before it is published: what the rules of verification look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from wardnews import addresses
from wardnews.build import BuildReport, Job
from wardnews.judging import Judgement
from wardnews.listings import is_shown
from wardnews.model import Article
from wardnews.publishing.feed_facts import FeedFacts, read_feeds
from wardnews.publishing.manifest import FileFact, Manifest
from wardnews.publishing.page_facts import PageFacts, read_pages


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A built site, what was meant to be in it, and the release that the public has now."""

    site: Path
    job: Job
    judgement: Judgement
    files: Mapping[str, FileFact]
    pages: Mapping[str, PageFacts]
    feeds: Mapping[str, FeedFacts]
    last: Manifest | None  # None before the first publication

    @cached_property
    def shown(self) -> tuple[Article, ...]:
        """The items that the public may see."""
        articles = self.judgement.newsroom.articles
        return tuple(a for a in articles if is_shown(a, self.job.now, preview=False))

    @cached_property
    def hidden(self) -> tuple[Article, ...]:
        """The others: drafts, scheduled ones, withdrawn ones, those whose term has ended."""
        shown = {article.path for article in self.shown}
        return tuple(a for a in self.judgement.newsroom.articles if a.path not in shown)

    @cached_property
    def items(self) -> dict[str, str]:
        """The guids of what is shown, by address."""
        return {addresses.article(a): self.make_guid(a) for a in self.shown}

    @cached_property
    def notices(self) -> frozenset[str]:
        """The addresses at which only a notice stands."""
        return frozenset(map(addresses.article, self.judgement.notices)) - self.items.keys()

    @cached_property
    def withdrawn(self) -> frozenset[str]:
        """The addresses that were ever taken down, though their files may be deleted since.

        One is forgotten when a person let its item be shown again.
        """
        fresh = {addresses.article(item) for item in self.judgement.notices if item.withdrawn}
        known = set(self.last.withdrawn) if self.last else set()
        return frozenset(fresh | known) - self.items.keys()

    @cached_property
    def counts(self) -> dict[str, int]:
        """How much there is: what a sudden loss is seen by."""
        return {
            "items": len(self.shown),
            "pages": sum(not addresses.is_for_others(path) for path in self.pages),
            "feeds": len(self.feeds),
        }

    def make_guid(self, article: Article) -> str:
        """The item's id in feeds."""
        authority = self.judgement.newsroom.registers.ward.feed_authority
        return addresses.make_guid(article, authority)


def read_candidate(
    report: BuildReport, files: Mapping[str, FileFact], last: Manifest | None
) -> Candidate:
    """Read what the rules ask for from the built files."""
    job, site = report.job, report.site_dir
    return Candidate(
        site=site,
        job=job,
        judgement=report.judgement,
        files=files,
        pages=read_pages(site, files, job.url, cache=job.cache, workers=job.workers),
        feeds=read_feeds(site, files, job.cache),
        last=last,
    )
