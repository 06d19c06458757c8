"""What a site is built from but the clock: a release that was rolled back is known again by it."""

from __future__ import annotations

from collections.abc import Iterator

from wardnews.attachments import Attached
from wardnews.build import BuildReport, Job
from wardnews.judging import Judgement
from wardnews.outputs import digest, digest_bytes

_PUBLIC = ("da-duyet", "go")


def identify_source(report: BuildReport) -> str:
    """Identify all that the public sees now, saw or will see; in hexadecimal.

    Items are asked for their status, never for their day: a scheduled item whose time comes must
    not bring back what was rolled back. A draft, and a picture of one, change nothing.
    """
    job, judgement = report.job, report.judgement
    return digest(
        job.cache.version,
        job.url,
        repr(judgement.newsroom.registers),
        list(_list_items(judgement)),
        digest_bytes(job.settings.read_bytes()),
        list(_list_files(job)),
    ).hex()


def _list_items(judgement: Judgement) -> Iterator[object]:
    items = (item for item in judgement.newsroom.articles if item.status in _PUBLIC)
    for path in sorted(item.path for item in items):
        attached = sorted(judgement.references[path].files.items())
        yield path, judgement.digests[path], [_identify(each, judgement) for _, each in attached]


def _identify(attached: Attached, judgement: Judgement) -> object:
    if attached.media_type:
        return judgement.files[attached.file.path]
    return [rendition.key for rendition in judgement.pictures[attached.file.path].renditions]


def _list_files(job: Job) -> Iterator[object]:
    """The standing pages, the templates and the assets: by their place, wherever the house is."""
    for folder in (job.docs, job.templates.parent):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                yield path.relative_to(folder).as_posix(), digest_bytes(path.read_bytes())
