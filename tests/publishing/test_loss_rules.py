"""What was published may not be lost; what follows the items may go with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wardnews.publishing.candidate import Candidate
from wardnews.publishing.loss_rules import check_addresses, check_counts
from wardnews.publishing.manifest import FileFact

FACT = FileFact(sha256="0" * 64, size=1, modified=1)


def _check(candidate: Candidate, *published: str) -> list[str]:
    assert candidate.last
    files = {**candidate.last.files, **dict.fromkeys(published, FACT)}
    after = replace(candidate, last=replace(candidate.last, files=files))
    return [finding.path for finding in check_addresses(after)]


def test_nothing_is_lost_in_the_same_site(candidate: Candidate) -> None:
    assert _check(candidate) == []


@pytest.mark.parametrize(
    "path",
    [
        "2026/11/ubnd-bai-da-xoa/index.html",
        "don-vi/truong-da-bo/index.html",
        "don-vi/truong-da-bo/feed.xml",
        "don-vi/truong-da-bo/atom.xml",
        "tin/bai-cu/index.html",
        "trang-co-dinh/index.html",
        "nhung/v1/tin-cu.js",
        "du-lieu/articles.xls",
    ],
)
def test_an_address_may_not_be_lost(candidate: Candidate, path: str) -> None:
    assert _check(candidate, path, f"{path}.gz") == [path]


@pytest.mark.parametrize(
    "path",
    [
        "chu-de/i/trang/9/index.html",
        "trang/9/index.html",
        "luu-tru/2019/01/index.html",
        "feed-2019-01.xml",
        "2019/01/nhung/index.html",
        "tim-kiem/chi-muc/tat-ca/fragment/vi_1.pf_fragment",
        "2026/11/ubnd-phuong-hop/anh-da-bo.png",
        "2026/11/ubnd-phuong-hop/su-kien.ics",
        "don-vi/ubnd/anh_chia-se.jpg",
        "may-chu/410/2026/11/ubnd-lai-hien",  # its term was prolonged
    ],
)
def test_what_follows_the_items_may_go(candidate: Candidate, path: str) -> None:
    assert _check(candidate, path) == []


@pytest.mark.parametrize(("before", "refused"), [(4, []), (6, []), (7, ["index.html"])])
def test_more_than_a_third_of_the_items_may_not_be_missing(
    candidate: Candidate, before: int, refused: list[str]
) -> None:
    assert candidate.last and candidate.counts["items"] == 4
    last = replace(candidate.last, counts={**candidate.counts, "items": before})
    assert [f.path for f in check_counts(replace(candidate, last=last))] == refused


def test_of_the_first_release_nothing_is_asked(candidate: Candidate) -> None:
    first = replace(candidate, last=None)
    assert [*check_addresses(first), *check_counts(first)] == []
