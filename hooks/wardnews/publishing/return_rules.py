"""What was taken down does not come back by mistake, neither by a publication nor by a rollback."""

from __future__ import annotations

from collections.abc import Iterator

from wardnews import addresses
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.manifest import Manifest


def check_returns(candidate: Candidate) -> Iterator[Finding]:
    """No item that was withdrawn is public again, at its own address or by an alias of it.

    An older copy of its file, pushed once more, would bring it back without anybody noticing.
    """
    withdrawn = set(candidate.last.withdrawn) if candidate.last else set()
    for article in candidate.shown:
        places = [addresses.article(article), *(f"{alias}/" for alias in article.aliases)]
        for address in places:
            if address in withdrawn:
                yield Finding(
                    rule="returns",
                    path=addresses.file(address),
                    message=f"bài ở địa chỉ này đã gỡ, nay {article.path} lại cho hiện ra; có lẽ "
                    "tệp cũ đã đè lên tệp đã ghi gỡ.",
                    remedy='ghi lại "status: go" và "withdrawn" trong tệp ấy (lấy ở bản trước '
                    "trong kho) rồi đẩy lên; nếu bài được phép hiện lại, chạy lại với "
                    "--allow-return",
                )


def list_returning(goal: Manifest, last: Manifest) -> tuple[str, ...]:
    """The addresses of items that a rollback would show again though they were taken down."""
    return tuple(sorted(goal.items.keys() & set(last.withdrawn)))
