"""The sitemap is true: what it lists is there and may be found, and nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from wardnews import addresses
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding

_PATH = "sitemap.xml"
_LATER = re.compile(r"(?:.*/)?trang/\d+/index\.html")
_REMEDY = "báo người phụ trách kỹ thuật: đây là lỗi của chương trình, không phải của bài"


def check_sitemap(candidate: Candidate) -> Iterator[Finding]:
    """Later pages of a listing and listings without items are found through others."""
    try:
        root = etree.parse(str(candidate.site / _PATH)).getroot()
    except (OSError, etree.XMLSyntaxError) as error:
        yield _tell(f"không đọc được ({error}).")
        return
    listed = {url.text or "" for url in root.iter("{*}loc")}
    findable = {
        candidate.job.url + _address(path): path
        for path, page in candidate.pages.items()
        if not page.is_hidden and page.address == candidate.job.url + _address(path)
    }
    for url in sorted(listed - findable.keys()):
        yield _tell(f"kể ra {url}, mà ở đó không có trang nào để tìm thấy.")
    empty = {addresses.file(each.address) for each in candidate.judgement.listings
             if not each.articles}  # fmt: skip
    for url in sorted(findable.keys() - listed):
        if findable[url] not in empty and not _LATER.fullmatch(findable[url]):
            yield _tell(f"thiếu {url}.")


def _address(path: str) -> str:
    return path.removesuffix("index.html")


def _tell(message: str) -> Finding:
    return Finding(rule="sitemap", path=_PATH, message=message, remedy=_REMEDY)
