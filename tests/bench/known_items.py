"""A corpus to search in, more varied than that for speed, and items known to be in it.

Sentences of this repository's own Vietnamese, one word in six swapped for one of 6,000 made-up
words of two syllables that come as often as words do (Zipf). The same texts each time.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from corpus import ROOT, SEED, Item, make_items
from wardnews.text.folding import PLACEMENTS, fold

_INITIALS = "b c ch d đ g gi h kh l m n ng nh ph qu r s t th tr v x".split()
_RIMES = (
    "a ai am an ang anh ao au ay ăm ăn ăng âm ân âng âu ây em en eo ê ênh êu i iên iêm iêu im in"
    " inh o oa oai oan oe oi om on ong ô ôi ôm ôn ông ơ ơi ơm ơn u ui un ung uôi uôn uông uy uyên"
    " ư ươi ươm ươn ương ưng"
).split()
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_SWAPPED = 6  # one word in so many
_WORD = re.compile(r"[^\W\d_]+")
_NEW_PLACES = {old: new for new, old in PLACEMENTS.items()}
_OPEN = re.compile(rf"(?<!q)(?:{'|'.join(_NEW_PLACES)})(?![^\W\d_])")
_SHORT = ("thcs", "ubnd", "hđnd")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A question to which one item is the answer."""

    kind: str
    query: str  # with accents
    number: int  # of the item


def make_varied(count: int) -> Iterator[Item]:
    """The items of the corpus for speed with other words; the first of more are those of fewer."""
    for item in make_items(count):
        chance = random.Random(f"{SEED}-words-{item.number}")
        title = " ".join(_vary(chance).split()[: chance.randint(8, 13)]).strip(" ,;:.")
        yield replace(
            item,
            title=title[:140].replace(": ", ", "),
            summary=f"{_vary(chance)}"[:280].replace(": ", ", "),
            body="\n\n".join(
                " ".join(_vary(chance) for _ in range(chance.randint(3, 5))) for _ in range(8)
            ),
        )


@cache
def _read_sentences() -> tuple[str, ...]:
    """What this repository says in Vietnamese, sentence by sentence, without marks of Markdown."""
    docs = (path for path in ROOT.glob("docs/*.md") if path.name != "ma-loi.md")  # odd letters
    files = sorted((*ROOT.glob("content/*/**/*.md"), *docs))
    found: dict[str, None] = {}
    for file in files:
        text = re.sub(r"\A---.*?^---$", "", file.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", re.sub(r"[`*_#>|\[\]<]|\(.*?\)", "", text)):
            if 6 <= len(sentence.split()) <= 30:
                found[" ".join(sentence.strip(" -:").split())] = None
    return tuple(found)


@cache
def _make_words() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Made-up words, and how often each comes."""
    chance = random.Random(SEED)

    def syllable() -> str:
        rime, tone = chance.choice(_RIMES), chance.choice(_TONES)
        at = max(rime.find(vowel) for vowel in "ăâêôơư") if set(rime) & set("ăâêôơư") else 0
        marked = rime[: at + 1] + tone + rime[at + 1 :]
        return unicodedata.normalize("NFC", chance.choice(_INITIALS) + marked)

    words = tuple(dict.fromkeys(f"{syllable()} {syllable()}" for _ in range(6000)))
    return words, tuple(1 / (place + 10) for place in range(len(words)))


def _vary(chance: random.Random) -> str:
    """A sentence with some words swapped, and tones placed as half of the country does."""
    words, weights = _make_words()

    def swap(found: re.Match[str]) -> str:
        if chance.randrange(_SWAPPED) or found[0].isupper():
            return found[0]
        return chance.choices(words, weights)[0]

    text = _WORD.sub(swap, chance.choice(_read_sentences()))
    if chance.random() < 0.1:
        text = f"{chance.choice(_SHORT).upper()} {text[:1].lower()}{text[1:]}"
    return _OPEN.sub(lambda m: _NEW_PLACES[m[0]], text) if chance.random() < 0.5 else text


def bare(text: str) -> str:
    """A text without any accent, as most people type."""
    marks = unicodedata.normalize("NFD", fold(text))
    return "".join(mark for mark in marks if not unicodedata.combining(mark))


def list_known(items: list[Item], among: list[Item]) -> list[Known]:
    """Sixty questions about `items`, each of which one item `among` all answers alone."""
    chance = random.Random(SEED)
    titles = [_pad(bare(item.title)) for item in among]
    texts = [_pad(bare(f"{item.title}. {item.summary} {item.body}")) for item in among]

    def is_alone(phrases: tuple[str, ...], where: list[str]) -> bool:
        return sum(all(_pad(bare(p)) in text for p in phrases) for text in where) == 1

    def pick(kind: str, count: int, draw: Callable[[Item], tuple[str, ...] | None]) -> list[Known]:
        found: list[Known] = []
        while len(found) < count:
            item = chance.choice(items)
            phrases = draw(item)
            if phrases and is_alone(phrases, titles if kind == "rời" else texts):
                found.append(Known(kind=kind, query=" ".join(phrases), number=item.number))
        return found

    def phrase(text: str, size: int, is_right: Callable[[list[str]], object]) -> tuple[str] | None:
        words = re.findall(r"\w+", text.lower())
        starts = [n for n in range(len(words) - size + 1) if is_right(words[n : n + size])]
        if not starts:
            return None
        start = chance.choice(starts)
        return (" ".join(words[start : start + size]),)

    def loose(item: Item) -> tuple[str, ...] | None:
        words = re.findall(r"\w+", item.title.lower())
        if len(words) < 7:
            return None
        return " ".join(words[:2]), " ".join(words[-2:])

    return [
        *pick("tựa", 14, lambda item: phrase(item.title, 4, bool)),
        *pick("thân", 14, lambda item: phrase(item.body, 4, bool)),
        *pick("đ", 8, lambda item: phrase(item.title, 3, lambda words: words[0][0] == "đ")),
        *pick("hoà", 5, lambda item: phrase(item.body, 3, lambda w: _is_open(w[0]))),
        *pick("viết tắt", 5, lambda item: phrase(item.body, 4, lambda w: set(w) & set(_SHORT))),
        *pick("rời", 14, loose),
    ]  # fmt: skip


_TWINS = "đường dường|đưa dưa|đi di|đo do|đạy dạy|đẫn dẫn|đạng dạng|địch dịch|đong dong|đì dì"
_LONG = {"THCS": "trung học cơ sở", "HĐND": "hội đồng nhân dân", "CLB": "câu lạc bộ"}


def add_twins(items: list[Item]) -> list[Known]:
    """Change titles of the first thirty items; questions on what their order tells.

    Twenty of them differ from another in đ and d alone, and ten are asked for by another form of
    an abbreviation than theirs.
    """
    known: list[Known] = []
    for place, pair in enumerate(_TWINS.split("|")):
        words = items[place].title.split()
        for number, word in enumerate(pair.split(), 2 * place):
            title = " ".join((*words[:4], word, *words[4:]))
            items[number] = replace(items[number], title=title)
            known.append(Known(kind="đ/d", query=" ".join((*words[2:4], word)), number=number))
    for number, (short, long) in zip(range(20, 30), list(_LONG.items()) * 4, strict=False):
        words = items[number].title.split()
        there, asked = (short, long) if number % 2 else (long, short)
        items[number] = replace(items[number], title=" ".join((*words[:4], there, *words[4:])))
        known.append(Known(kind="tắt", query=" ".join((asked, *words[4:6])), number=number))
    return known


def _is_open(word: str) -> bool:
    return any(word.endswith(form) for pair in PLACEMENTS.items() for form in pair)


def _pad(text: str) -> str:
    words = re.findall(r"[^\W_]+", text)
    return f" {' '.join(words)} "
