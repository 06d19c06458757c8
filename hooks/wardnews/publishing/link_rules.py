"""Every link, picture and jump of every page and feed leads to something in the release."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.page_facts import locate

_CSS_LINK = re.compile(r"""url\(\s*["']?([^"')\s]+)""")
_REMEDY = "sửa liên kết hoặc đưa tệp ấy vào bài, rồi xuất bản lại"


def check_links(candidate: Candidate) -> Iterator[Finding]:
    """Links of pages; a jump counts only where it leads into a page."""
    files, pages = candidate.files, candidate.pages
    for path, page in pages.items():
        for target, place in sorted(page.targets):
            if target not in files:
                yield _tell(path, f'liên kết dẫn tới "{target}", chỗ ấy không có gì.')
            elif place and target in pages and place not in pages[target].places:
                yield _tell(path, f'liên kết nhảy tới mục "#{place}" mà "{target}" không có.')


def check_styles(candidate: Candidate) -> Iterator[Finding]:
    """Fonts and pictures that style sheets ask for."""
    for path in candidate.files:
        if path.endswith(".css"):
            text = (candidate.site / path).read_text("utf-8")
            for link in _CSS_LINK.findall(text):
                target = locate(link, path, candidate.job.url)
                if target is not None and target[0] not in candidate.files:
                    yield _tell(path, f'kiểu chữ, hình nền dẫn tới "{target[0]}", không có tệp ấy.')


def check_feed_links(candidate: Candidate) -> Iterator[Finding]:
    """What readers of feeds open and fetch."""
    for path, feed in candidate.feeds.items():
        for url in (*(url for _, url in feed.entries), *feed.urls):
            target = locate(url, path, candidate.job.url)
            if target is not None and target[0] not in candidate.files:
                yield _tell(path, f'nguồn tin dẫn tới "{target[0]}", chỗ ấy không có gì.')


def _tell(path: str, message: str) -> Finding:
    return Finding(rule="links", path=path, message=message, remedy=_REMEDY)
