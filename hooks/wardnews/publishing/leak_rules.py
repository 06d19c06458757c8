"""Nothing of an item that the public may not see stands anywhere in the release.

Looked at: what lies at its address, its id in feeds, and its title and sentences in every text,
the fragments of the search index included. A sentence that a public item has too tells nothing.
The words of a withdrawn item are no longer in its file: `trace_rules` looks for them.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Collection, Iterator, Set
from html import unescape
from pathlib import Path

from wardnews import addresses
from wardnews.listings import is_recalled
from wardnews.model import Article
from wardnews.outputs import digest
from wardnews.publishing.candidate import Candidate
from wardnews.publishing.findings import Finding
from wardnews.search import list_texts
from wardnews.text.folding import fold
from wardnews.workers import map_forked

Find = Callable[[str, Collection[str]], Iterator[str]]  # in words as `read_words` has them
_TEXTS = (
    ".csv", ".html", ".ics", ".js", ".json", ".opml", ".svg", ".txt", ".vtt", ".xml",
    ".pf_fragment",
)  # fmt: skip
_TAG = re.compile(r"<[^>]*>")
_ATTRIBUTE = re.compile(r'="([^"]*)"')
_JSON_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_JSON_SPACE = re.compile(r"\\[nrt]")
_END = re.compile(r"[.!?…:;]+\s|\n")
# Syllables from which on a sentence or title is nobody else's: 1.3 of them make a word.
_SENTENCE, _TITLE = 6, 4
_PROGRAM = Path(__file__).parent.parent
_LONGEST = 12  # sentences of one item that are looked for
_REMEDY = (
    "chưa xuất bản gì cả; chạy lại sau khi xóa thư mục .cache, nếu vẫn còn thì báo người phụ "
    "trách kỹ thuật"
)


def check_places(candidate: Candidate) -> Iterator[Finding]:
    """At the address of a hidden item stands a notice or nothing."""
    hidden = {addresses.article(a): a for a in candidate.hidden}
    for path in candidate.files:
        parts = path.split("/")
        address = "/".join(parts[:3]) + "/"
        if address not in hidden or address in candidate.items or len(parts) < 4:
            continue
        if path != f"{address}index.html" or address not in candidate.notices:
            yield _tell(path, hidden[address])


def check_guids(candidate: Candidate) -> Iterator[Finding]:
    """Feeds name hidden items only to say that they were withdrawn."""
    shown = set(candidate.items.values())
    hidden = {
        candidate.make_guid(a): a
        for a in candidate.hidden
        if a.id and not is_recalled(a, candidate.job.now)
    }
    for path, feed in candidate.feeds.items():
        for guid, _ in feed.entries:
            if guid in hidden and guid not in shown:
                yield _tell(path, hidden[guid])


def check_texts(candidate: Candidate) -> Iterator[Finding]:
    """No title and no sentence of a hidden item; files seen before are looked at for new ones."""
    wanted = {phrase: article for article in candidate.hidden for phrase in list_phrases(article)}
    wanted.update(
        (phrase, article)
        for article in candidate.shown
        if not article.experience.public
        for phrase in _list_sentences(_list_experience(article))
    )
    found = search_texts(candidate, "texts", wanted.keys(), _find_phrases)
    public = " ".join(fold(" \n ".join(_list_public(candidate))).split()) if found else ""
    for path, phrase in found:
        if f" {phrase} " not in f" {public} ":
            yield _tell_words(path, wanted[phrase], phrase)


def _find_phrases(text: str, wanted: Collection[str]) -> Iterator[str]:
    return (phrase for phrase in wanted if f" {phrase} " in text)


def search_texts(
    candidate: Candidate, name: str, wanted: Set[str], find: Find
) -> list[tuple[str, str]]:
    """The paths of texts and the phrases that `find` finds there; under a name of its own.

    Files in which nothing was found are remembered, and looked at again only for what is new.
    """
    cache, name = candidate.job.cache, f"publishing/{name}-{digest(str(candidate.site)).hex()}"
    seen: tuple[frozenset[str], frozenset[str]] = cache.load(name) or (frozenset(), frozenset())
    found = _search(candidate, wanted, find, *seen)
    dirty = {path for path, _ in found}
    clean = frozenset(f.sha256 for path, f in candidate.files.items() if path not in dirty)
    cache.save(name, (frozenset(wanted), clean))
    return found


def _search(
    candidate: Candidate,
    wanted: Set[str],
    find: Find,
    known: frozenset[str],
    clean: frozenset[str],
) -> list[tuple[str, str]]:
    """The files that hold a phrase; `clean` ones (by their hashes) hold none of the `known`."""
    fresh = sorted(wanted - known)
    texts = [path for path in candidate.files if path.endswith(_TEXTS)]
    tasks = [(path, candidate.files[path].sha256 in clean) for path in texts]
    tasks = [(path, is_clean) for path, is_clean in tasks if fresh or not is_clean]

    def search(number: int) -> list[tuple[str, str]]:
        path, is_clean = tasks[number]
        phrases = fresh if is_clean else wanted
        text = f" {read_words((candidate.site / path).read_bytes())} " if phrases else ""
        return [(path, phrase) for phrase in find(text, phrases)] if phrases else []

    results = map_forked(search, len(tasks), candidate.job.workers)
    return [hit for hits in results for hit in hits]


def read_words(content: bytes) -> str:
    """The words of a file in the form of the search, in whatever way the file writes them."""
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    text = content.decode("utf-8", "replace")
    if "\\" in text:
        text = _JSON_ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = _JSON_SPACE.sub(" ", text).replace("\\", "")
    attributes = " \n ".join(_ATTRIBUTE.findall(text))
    text = unescape(_TAG.sub(" ", text))
    if "<" in text:  # HTML within XML
        text = unescape(_TAG.sub(" ", text))
    return fold(f"{text} \n {unescape(attributes)}".replace("\ufffd", " "))


def list_phrases(article: Article) -> Iterator[str]:
    """What would give the item away: its title and its longest sentences, as `read_words` has it.

    A short title without any accent may as well be a slug, which stays in the notice's address.
    """
    title = fold(article.title)
    if len(title.split()) >= _TITLE and not title.isascii():
        yield title
    yield from _list_sentences([article.summary, *list_texts(article)])


def _list_sentences(texts: list[str]) -> list[str]:
    """The longest sentences, without those that are too short to be anybody's own."""
    found = {fold(part) for text in texts for part in _END.split(text)}
    own = [sentence for sentence in found if len(sentence.split()) >= _SENTENCE]
    return sorted(own, key=lambda sentence: (-len(sentence), sentence))[:_LONGEST]


def _list_experience(article: Article) -> list[str]:
    said = article.experience
    return [said.difficulties, said.proposals, said.reach, said.impact]


def _list_public(candidate: Candidate) -> Iterator[str]:
    """All that the public may read anyway."""
    yield from list_said(candidate)
    for page in sorted(candidate.job.docs.rglob("*.md")):
        yield page.read_text("utf-8", "replace")


def list_said(candidate: Candidate) -> Iterator[str]:
    """What public items, notices, registers and the program itself say."""
    for article in candidate.shown:
        yield from (article.title, article.summary, *list_texts(article))
    for notice in candidate.judgement.notices:
        yield notice.withdrawn.reason if notice.withdrawn else ""
    yield repr(candidate.judgement.newsroom.registers)
    for template in sorted(candidate.job.templates.parent.rglob("*.html")):
        yield read_words(template.read_bytes())
    for module in sorted(_PROGRAM.rglob("*.py")):  # its own words, and its examples
        yield module.read_text("utf-8")


def _tell_words(path: str, article: Article, phrase: str) -> Finding:
    return Finding(
        rule="words",
        path=path,
        message=f'có chữ ("{name_start(phrase)}…") của bài chưa được thấy: {article.path}.',
        remedy=f"{_REMEDY}; nếu chỉ là câu trùng, chạy lại với --allow-words",
    )


def name_start(phrase: str) -> str:
    """Only the beginning of the words: logs are read by more people than drafts."""
    return " ".join(phrase.split()[:_TITLE])


def _tell(path: str, article: Article) -> Finding:
    return Finding(
        rule="leaks",
        path=path,
        message=f"có tệp hoặc mã của bài nháp, hẹn giờ, hết hạn hay đã gỡ: {article.path}.",
        remedy=_REMEDY,
    )
