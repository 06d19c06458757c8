"""Words of withdrawn items are found though nothing but their traces is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conftest import no_cache
from publications import Office
from wardnews.publishing.candidate import read_candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.fingerprints import fingerprint_files
from wardnews.publishing.trace_rules import find_phrases, make_trace
from wardnews.publishing.verification import verify
from wardnews.text.folding import fold

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"
ADDRESS = "2026/11/ubnd-phuong-hop/"
WITHDRAWN = "status: go\nwithdrawn: {on: 2026-11-20, by: Ban Biên tập, reason: Nhầm}"
SENTENCE = "Em Bình kể chuyện gia đình mình trong một buổi sáng mưa"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("em bình kể chuyện nhà mình", ["em bình kể chuyện nhà mình"]),
        ("và em bình kể chuyện nhà mình nghe", ["em bình kể chuyện nhà mình"]),
        ("em bình kể chuyện nhà trường", []),
        ("em bình kể chuyện", []),
        ("", []),
    ],
)
def test_a_phrase_is_found_by_its_trace(text: str, found: list[str]) -> None:
    traces = {make_trace("em bình kể chuyện nhà mình"), make_trace("hai ba bốn năm sáu bảy")}
    assert list(find_phrases(text, traces)) == found


def _withdraw(office: Office) -> None:
    """An item with the sentence was public, and its withdrawal is."""
    text = (office.content / ITEM).read_text("utf-8")
    (office.content / ITEM).write_text(f"{text}\nHôm ấy trời mưa. {SENTENCE}.\n", "utf-8")
    office.publish()
    assert make_trace(fold(SENTENCE)) in office.manifest().traces[ADDRESS]
    office.edit(ITEM, "status: da-duyet", WITHDRAWN)


def _check_planted(office: Office) -> list[Finding]:
    """What is said of the sentence in a standing page, compared with the public release."""
    last = office.manifest()
    report = office.publish().report
    page = report.site_dir / "gioi-thieu" / "index.html"
    planted = page.read_text("utf-8").replace("</main>", f"<p>{SENTENCE}.</p></main>")
    page.write_text(planted, "utf-8")
    job = replace(report.job, cache=no_cache(office.target.folder / "work"))
    files = fingerprint_files(report.site_dir, job.cache)
    found = verify(read_candidate(replace(report, job=job), files, last))
    return [finding for finding in found if finding.rule == "words"]


def test_a_sentence_of_a_withdrawn_item_in_a_standing_page_is_refused(office: Office) -> None:
    _withdraw(office)
    (finding,) = _check_planted(office)
    assert (finding.rule, finding.path) == ("words", "gioi-thieu/index.html")
    assert ADDRESS in finding.message and "em bình kể chuyện…" in finding.message


def test_a_withdrawal_of_long_ago_is_remembered(office: Office) -> None:
    _withdraw(office)
    office.publish()
    office.edit("articles/th-mau-a/2026/11-05-cung-ngay.md", "summary: ", "summary: Nay ")
    office.publish()
    assert [finding.path for finding in _check_planted(office)] == ["gioi-thieu/index.html"]


def test_what_a_person_allowed_is_not_asked_again(office: Office) -> None:
    _withdraw(office)
    office.publish(allowed=frozenset({"words"}))
    assert _check_planted(office) == []
