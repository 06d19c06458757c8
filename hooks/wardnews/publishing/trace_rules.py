"""No words of an item that was taken down stand anywhere, though its file tells them no more.

A manifest keeps traces of what every public item says: digests, so that it holds no words itself.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from hashlib import blake2b

from wardnews import addresses
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding
from wardnews.publishing.leak_rules import list_phrases, list_said, name_start, search_texts
from wardnews.text.folding import fold

_HEAD = 4  # words by which a place worth a closer look is found; no phrase has fewer


def make_trace(phrase: str) -> str:
    """What a phrase is known by: its length in words, its beginning, the whole."""
    words = phrase.split()
    return f"{len(words)}-{_digest(words[:_HEAD], 4)}-{_digest(words, 8)}"


def _digest(words: list[str], size: int) -> str:
    return blake2b(" ".join(words).encode(), digest_size=size).hexdigest()


def find_phrases(text: str, traces: Collection[str]) -> Iterator[str]:
    """The phrases of a text, in the form of `read_words`, that left one of the traces."""
    heads: dict[str, set[int]] = {}
    for trace in traces:
        count, head, _ = trace.split("-")
        heads.setdefault(head, set()).add(int(count))
    words = text.split()
    for start in range(len(words) - _HEAD + 1):
        for length in heads.get(_digest(words[start : start + _HEAD], 4), ()):
            phrase = " ".join(words[start : start + length])
            if make_trace(phrase) in traces:
                yield phrase


def list_traces(candidate: Candidate, *, forget: bool) -> Mapping[str, tuple[str, ...]]:
    """The traces of every item by address: of what is shown, and of what was ever taken down.

    The latter may be forgotten when a person has allowed words of theirs to stand somewhere.
    """
    shown = {addresses.article(a): tuple(map(make_trace, list_phrases(a))) for a in candidate.shown}
    return shown if forget else {**shown, **_list_withdrawn(candidate)}


def _list_withdrawn(candidate: Candidate) -> dict[str, tuple[str, ...]]:
    known = candidate.last.traces if candidate.last else {}
    return {address: known[address] for address in candidate.withdrawn & known.keys()}


def check_withdrawn_words(candidate: Candidate) -> Iterator[Finding]:
    """No title and no sentence of a withdrawn item, in standing pages neither."""
    items = {
        trace: address
        for address, traces in sorted(_list_withdrawn(candidate).items())
        for trace in traces
    }
    found = search_texts(candidate, "traces", frozenset(items), find_phrases) if items else []
    said = " ".join(fold(" \n ".join(list_said(candidate))).split()) if found else ""
    for path, phrase in found:
        if f" {phrase} " not in f" {said} ":
            yield Finding(
                rule="words",
                path=path,
                message=f'có chữ ("{name_start(phrase)}…") của bài đã gỡ: '
                f"{items[make_trace(phrase)]}.",
                remedy="bỏ câu ấy ở trang này, thường là một tệp trong docs/; nếu chỉ là câu "
                "trùng, chạy lại với --allow-words",
            )
