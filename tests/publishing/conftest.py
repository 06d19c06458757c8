"""The small site published once; what changes it works on a copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from publications import Office, move_in, open_office
from wardnews.publishing.candidate import Candidate, read_candidate
from wardnews.publishing.fingerprints import fingerprint_files


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """An office that has published the small site once. Look, do not touch."""
    office = open_office(tmp_path_factory.mktemp("published"))
    office.publish()
    return office


@pytest.fixture
def office(published: Office, tmp_path: Path) -> Office:
    """The same, to work with."""
    return move_in(published, tmp_path)


@pytest.fixture(scope="session")
def candidate(published: Office, tmp_path_factory: pytest.TempPathFactory) -> Candidate:
    """The small site as the rules see it, with itself as the release before. Look, do not touch."""
    office = move_in(published, tmp_path_factory.mktemp("candidate"))
    report = office.publish().report
    files = fingerprint_files(report.site_dir, report.job.cache)
    return read_candidate(report, files, office.manifest())
