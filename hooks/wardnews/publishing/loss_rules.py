"""No published address is gone without a redirect or a notice, and no part of the site is missing.

What may go, because it follows the items: later pages of a listing, months without items, what
lies below a living item (a picture that its editor took out, for a child's sake, must be gone),
what pages load for themselves, signposts for the server, and everything of a withdrawn item but
its notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews import addresses
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding

_FOLLOWING = re.compile(
    r"(?:.*/)?trang/\d+/index\.html"
    r"|luu-tru/\d{4}/\d\d/index\.html"
    r"|(?:.*/)?feed-\d{4}-\d\d\.xml"
    r"|\d{4}/\d\d/nhung/index\.html"
    r"|tim-kiem/chi-muc/.*"
    r"|assets/.*"
    rf"|{addresses.SIGNPOSTS}.*"
    r"|(?:.*/)?anh_chia-se\.jpg"
)
_ITEM = re.compile(r"(\d{4}/\d\d/[^/]+/)(?P<inner>.+)")
_WHAT = {"items": "bài", "pages": "trang", "feeds": "nguồn tin"}
_FEW = 6  # of fewer any change is a large part


def check_addresses(candidate: Candidate) -> Iterator[Finding]:
    """Whoever kept an address finds something there; a redirect is a page at it too."""
    last = candidate.last.list_built() if candidate.last else ()
    for path, _ in last:
        if path in candidate.files or _FOLLOWING.fullmatch(path):
            continue
        item = _ITEM.fullmatch(path)
        if item and item["inner"] != "index.html":
            continue  # the item's own page is what is asked for
        yield Finding(
            rule="addresses",
            path=path,
            message="địa chỉ này đã công khai, nay không còn gì ở đó.",
            remedy=_advise_item() if item else _advise_other(),
        )


def _advise_item() -> str:
    return (
        'đừng xóa hay để nháp một bài đã đăng: trả tệp lại chỗ cũ và ghi "status: go" kèm '
        '"withdrawn" để gỡ; bài chuyển chỗ thì ghi địa chỉ cũ vào "aliases"'
    )


def _advise_other() -> str:
    return (
        "đưa lại đơn vị, nhãn, trang hoặc địa chỉ cũ (aliases) đã bỏ; đơn vị thôi hoạt động thì "
        "ghi active_until, merged_into; nếu thật sự phải bỏ, chạy lại với --allow-gone"
    )


def check_counts(candidate: Candidate) -> Iterator[Finding]:
    """When more than a third is missing at once, something else than an edit happened."""
    if candidate.last is None:
        return
    for name, before in candidate.last.counts.items():
        after = candidate.counts[name]
        if before >= _FEW and 3 * after < 2 * before:
            yield Finding(
                rule="counts",
                path=addresses.file(""),
                message=f"lần trước có {before} {_WHAT[name]}, lần này chỉ còn {after}.",
                remedy="xem thư mục nội dung có thiếu bài không; nếu đúng là bớt đi, chạy lại với "
                "--allow-shrink",
            )
