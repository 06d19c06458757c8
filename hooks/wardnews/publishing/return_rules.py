"""What was taken down does not come back by mistake, neither by a publication nor by a rollback."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews import addresses
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.manifest import Manifest

# The files of editors below an item: all but what we make there ourselves.
_FILE = re.compile(
    r"(?P<item>\d{4}/\d\d/[^/]+/)"
    r"(?!(index\.html|ban-chu\.txt|su-kien\.ics|oembed\.json|anh_chia-se\.jpg)$).+"
)


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


def list_returning(goal: Manifest, last: Manifest, withdrawn: frozenset[str]) -> tuple[str, ...]:
    """The addresses of items that a rollback would show again though they were taken down.

    `withdrawn` is what the releases after the goal know of; what is public now may stay so.
    """
    return tuple(sorted(goal.items.keys() & withdrawn - last.items.keys()))


def list_with_old_files(goal: Manifest, last: Manifest) -> tuple[str, ...]:
    """The addresses of items that a rollback would show with pictures or files taken out since.

    Not of those that were taken down as a whole. Bytes are compared, not names: a picture is
    often replaced by another of the same name, and an item that moves takes its own along.
    """
    kept = {fact.sha256 for fact in last.files.values()}
    found = ((_FILE.fullmatch(path), fact) for path, fact in goal.list_built())
    old = {match["item"] for match, fact in found if match and fact.sha256 not in kept}
    return tuple(sorted((old & goal.items.keys()) - set(last.withdrawn)))
