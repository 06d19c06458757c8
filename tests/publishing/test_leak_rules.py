"""Words of items that may not be seen are found, however a file writes them."""

from __future__ import annotations

import gzip
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import no_cache
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.feed_facts import FeedFacts
from wardnews.publishing.fingerprints import fingerprint_files
from wardnews.publishing.leak_rules import check_guids, check_places, check_texts
from wardnews.publishing.manifest import FileFact

FACT = FileFact(sha256="0" * 64, size=1, modified=1)
DRAFT = "articles/thcs-mau-b/2026/11-10-nhap.md"


@pytest.fixture
def drafted(candidate: Candidate) -> Candidate:
    """The small site with a draft whose words can be told from all others."""
    newsroom = candidate.judgement.newsroom
    articles = tuple(
        replace(a, summary="Nội dung nháp “bí mật” & mới của trường.") if a.path == DRAFT else a
        for a in newsroom.articles
    )
    judgement = replace(candidate.judgement, newsroom=replace(newsroom, articles=articles))
    return replace(candidate, judgement=judgement)


def _check(candidate: Candidate, folder: Path, name: str, content: bytes) -> list[str]:
    (folder / "site").mkdir(exist_ok=True)
    (folder / "site" / name).write_bytes(content)
    cache = no_cache(folder)
    files = fingerprint_files(folder / "site", cache)
    job = replace(candidate.job, cache=cache, workers=1)
    looked = replace(candidate, site=folder / "site", files=files, job=job)
    return [finding.path for finding in check_texts(looked)]


def test_the_small_site_tells_nothing(candidate: Candidate) -> None:
    rules = (check_places, check_guids, check_texts)
    assert [finding for rule in rules for finding in rule(candidate)] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", "<p>Nội dung nháp <b>“bí</b> mật” &amp; mới của trường.</p>"),
        ("b.html", '<meta content="Nội dung nháp “bí mật” &amp; mới của trường.">'),
        ("c.html", "N&#7897;i dung nháp &ldquo;bí mật&rdquo; &amp; mới của trường."),
        ("d.xml", "<d>&lt;p&gt;Nội dung nháp “bí mật” &amp;amp; mới&lt;br&gt; của trường</d>"),
        ("e.json", '{"a": "N\\u1ed9i dung nh\\u00e1p \\"bí mật\\" & mới\\ncủa trường"}'),
        ("f.txt", "NỘI DUNG NHÁP BÍ MẬT MỚI\r\nCỦA TRƯỜNG"),
        ("g.csv", 'a,"Nội dung nháp ""bí mật"" & mới của trường",b'),
    ],
)
def test_words_are_found_however_they_are_written(
    drafted: Candidate, tmp_path: Path, name: str, content: str
) -> None:
    assert _check(drafted, tmp_path, name, content.encode()) == [name]


def test_words_are_found_in_the_search_index(drafted: Candidate, tmp_path: Path) -> None:
    fragment = 'pagefind_dcd{"content":"noi dung","x":"nội dung nháp bí mật mới của trường"}'
    content = gzip.compress(fragment.encode())
    assert _check(drafted, tmp_path, "a.pf_fragment", content) == ["a.pf_fragment"]


def test_what_a_public_item_says_too_is_no_leak(drafted: Candidate, tmp_path: Path) -> None:
    newsroom = drafted.judgement.newsroom
    quoting = "Ta nói: nội dung nháp bí mật, mới của trường."
    articles = tuple(
        replace(a, benefits=quoting) if a.path == drafted.shown[0].path else a
        for a in newsroom.articles
    )
    judgement = replace(drafted.judgement, newsroom=replace(newsroom, articles=articles))
    quoted = replace(drafted, judgement=judgement)
    assert _check(quoted, tmp_path, "a.html", f"<p>{quoting}</p>".encode()) == []


def test_what_the_program_says_itself_is_no_leak(drafted: Candidate, tmp_path: Path) -> None:
    newsroom, said = drafted.judgement.newsroom, "Mô hình, điển hình, cách làm hiệu quả"
    articles = tuple(replace(a, summary=f"{said}.") for a in newsroom.articles if a.path == DRAFT)
    judgement = replace(drafted.judgement, newsroom=replace(newsroom, articles=articles))
    like = replace(drafted, judgement=judgement)
    assert _check(like, tmp_path, "a.html", f"<p>{said}, kèm số liệu.</p>".encode()) == []


def test_an_experience_that_is_not_public_is_hidden_too(
    candidate: Candidate, tmp_path: Path
) -> None:
    newsroom, told = candidate.judgement.newsroom, "Giáo viên còn ngại viết tin, thiếu máy tính."
    articles = tuple(
        replace(a, experience=replace(a.experience, difficulties=told)) for a in newsroom.articles
    )
    judgement = replace(candidate.judgement, newsroom=replace(newsroom, articles=articles))
    known = replace(candidate, judgement=judgement)
    assert _check(known, tmp_path, "a.html", f"<p>{told}</p>".encode()) == ["a.html"]


def test_a_file_that_was_clean_is_looked_at_for_a_new_draft(
    candidate: Candidate, drafted: Candidate, tmp_path: Path
) -> None:
    content = "Nội dung nháp “bí mật” & mới của trường".encode()
    assert _check(candidate, tmp_path, "a.html", content) == []
    assert _check(drafted, tmp_path, "a.html", content) == ["a.html"]
    assert _check(drafted, tmp_path, "a.html", content) == ["a.html"]


@pytest.mark.parametrize(
    "path",
    [
        "2026/11/thcs-mau-b-nhap/index.html",
        "2026/12/thcs-mau-b-hen-gio/anh.png",
        "2026/10/thcs-mau-b-da-go/anh_480.webp",
        "2026/10/thcs-mau-b-het-han/ban-chu.txt",
    ],
)
def test_nothing_lies_at_the_address_of_a_hidden_item(candidate: Candidate, path: str) -> None:
    leaking = replace(candidate, files={**candidate.files, path: FACT})
    assert [finding.path for finding in check_places(leaking)] == [path]


def test_a_feed_does_not_name_a_scheduled_item(candidate: Candidate) -> None:
    guid = next(candidate.make_guid(a) for a in candidate.hidden if a.id == "bai-hen-gio")
    leaking = replace(candidate, feeds={"feed.xml": FeedFacts(entries=((guid, "x"),))})
    assert [finding.path for finding in check_guids(leaking)] == ["feed.xml"]


def test_a_feed_names_a_withdrawn_item_for_ninety_days(candidate: Candidate) -> None:
    guid = next(candidate.make_guid(a) for a in candidate.hidden if a.id == "bai-da-go")
    assert guid in {entry[0] for entry in candidate.feeds["feed.xml"].entries}
    late = replace(candidate.job, now=candidate.job.now.replace(year=2027))
    later = replace(candidate, job=late)
    assert "feed.xml" in {finding.path for finding in check_guids(later)}
