"""Feeds can be read, hold all that they must, and know every item by the id it always had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from wardnews import addresses
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding

_REPORT = "báo người phụ trách kỹ thuật: đây là lỗi của chương trình, không phải của bài"


def check_readable(candidate: Candidate) -> Iterator[Finding]:
    """Every feed is what its name says, with an id and an address in each entry."""
    for path, feed in candidate.feeds.items():
        if feed.fault:
            yield _tell(path, f"nguồn tin không đọc được ({feed.fault}).", _REPORT)


def check_ids(candidate: Candidate) -> Iterator[Finding]:
    """An item known by its address, even an old one, keeps its id: else it is news once more."""
    last = candidate.last.items if candidate.last else {}
    for address, guid in (*candidate.items.items(), *_list_moved(candidate)):
        if last.get(address, guid) != guid:
            yield _tell(
                addresses.file(address),
                f'mã của bài đổi từ "{last[address]}" sang "{guid}"; nơi theo dõi sẽ nhận bài cũ '
                "như bài mới.",
                f'ghi lại dòng "id: {last[address].rpartition(":")[2]}" ở đầu bài (hoặc '
                "feed_authority cũ trong ward.yml)",
            )


def _list_moved(candidate: Candidate) -> Iterator[tuple[str, str]]:
    """Old addresses of items, with the ids that these have now."""
    for article in candidate.shown:
        for alias in article.aliases:
            yield f"{alias}/", candidate.make_guid(article)


def check_complete(candidate: Candidate) -> Iterator[Finding]:
    """Who walks from a feed back through its archives meets every item of the listing."""
    walks: defaultdict[str, set[str]] = defaultdict(set)
    archived = set()
    for path, feed in candidate.feeds.items():
        folder, _, name = path.rpartition("/")
        address = f"{folder}/" if folder else ""
        if name.startswith("feed") and name.endswith(".xml"):
            walks[address].update(guid for guid, _ in feed.entries)
            if name != "feed.xml":
                archived.add(address)
    for listing in candidate.judgement.listings:
        missing = {candidate.make_guid(a): a for a in listing.articles if a.id}
        if listing.address in archived or not listing.address:
            for guid in missing.keys() - walks[listing.address]:
                yield _tell(
                    addresses.feed(listing.address),
                    f'thiếu bài "{missing[guid].title}" ({guid}), cả trong các tháng lưu trữ.',
                    _REPORT,
                )


def check_same_items(candidate: Candidate) -> Iterator[Finding]:
    """A feed tells the same items in all three formats."""
    for path, feed in candidate.feeds.items():
        if path.rpartition("/")[2] == "feed.xml":
            base = path.removesuffix("feed.xml")
            for other in (f"{base}atom.xml", f"{base}feed.json"):
                if other not in candidate.feeds:
                    yield _tell(other, "thiếu nguồn tin này.", _REPORT)
                elif candidate.feeds[other].entries != feed.entries:
                    yield _tell(other, f"không cùng các mục như {path}.", _REPORT)


def _tell(path: str, message: str, remedy: str) -> Finding:
    return Finding(rule="feeds", path=path, message=message, remedy=remedy)
