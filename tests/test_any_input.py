"""Any bytes in, Problems or a safe page out: never a traceback, never time or memory without end.

Everything goes the way of a build: a folder is read, judged and rendered. What is refused is taken
away, so that the rest must come out whole.
"""

from __future__ import annotations

import io
import json
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from attack_corpus import read_attacks
from conftest import SMALL
from dangers import list_dangers
from page_samples import FRAME, TEMPLATES
from rebuilds import NOW, STANDING
from wardnews.build import render_site
from wardnews.cache import Cache
from wardnews.images import Picture, clean_picture
from wardnews.judging import judge_content
from wardnews.outputs import Output

SITE = "https://vidu.example/thu/"
FOLDER = "articles/ubnd/2026"
CALM = settings(
    derandomize=True,  # the same inputs every time: a fault is found where it was made
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def draw_picture(form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    Image.radial_gradient("L").resize((40, 30)).convert("RGB").save(stream, form, **options)
    return stream.getvalue()


# --- what may come in --------------------------------------------------------------------------

ATTACKS = [attack for attack in read_attacks() if len(attack.text) < 140]
BITS = st.sampled_from([attack.text for attack in ATTACKS])
LET_THROUGH = st.sampled_from([attack.text for attack in ATTACKS if not attack.refused])
WORDS = st.lists(BITS | st.text(max_size=12), max_size=4).map(" ".join)
# Of these more comes through to a page.
LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Zs", "Zl", "Zp", "Cn"])
CALM_WORDS = LET_THROUGH | st.text(LETTERS, min_size=1)
QUOTED = CALM_WORDS.map(lambda text: json.dumps(text, ensure_ascii=False))
KEYS = """title summary benefits author source source_url deadline slug id theme kind status
    aliases tags place question answer updated expires""".split()
FIELDS = st.one_of(
    st.tuples(st.sampled_from("title summary benefits author source place".split()), QUOTED),
    st.tuples(st.just("image"), QUOTED.map("{{file: anh.png, alt: {0}, caption: {0}}}".format)),
    st.tuples(st.just("attachments"), QUOTED.map("[{{file: b.pdf, label: {0}}}]".format)),
    st.tuples(st.just("corrections"), QUOTED.map("[{{date: 2026-11-03, text: {0}}}]".format)),
    st.tuples(st.just("people"), QUOTED.map("[{{name: {0}, role: {0}}}]".format)),
    st.tuples(st.sampled_from(KEYS), QUOTED | WORDS),
)
WHOLE = {
    "title": "Bài",
    "date": "2026-11-02",
    "unit": "ubnd",
    "theme": "I",
    "summary": "Tóm tắt.",
    "status": "da-duyet",
    "approved_by": "A",
    "approved_on": "2026-11-01",
    "minors": "khong",
}


def write_item(number: int, changes: list[tuple[str, str]], body: list[str]) -> bytes:
    fields = {**WHOLE, "id": f"bai-{number:04}", **dict(changes)}
    header = "\n".join(f"{key}: {value}" for key, value in fields.items())
    text = "\n".join(("---", header, "---", "\n\n".join(body)))
    return text.encode("utf-8", "surrogatepass")


BODIES = st.lists(CALM_WORDS, max_size=4) | st.lists(WORDS, max_size=4)
WRITTEN = st.builds(write_item, st.integers(0, 9999), st.lists(FIELDS, max_size=3), BODIES)
ITEMS = st.integers(0, 5).flatmap(lambda n: WRITTEN if n else st.binary(max_size=300))
REGISTERS = {path.name: path.read_bytes() for path in SMALL.glob("*.yml")}
WORDED = re.compile(
    r"(- |  )*(name|short_name|label|number|title|issuer|description|section|province|reuse"
    r"|governing_body|address|phone):"
)
SEEDS = {
    "jpg": draw_picture("JPEG", exif=Image.Exif()),
    "png": draw_picture("PNG"),
    "gif": draw_picture("GIF"),
    "webp": draw_picture("WEBP"),
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a"><path d="M0 0h9"/>'
    b'<text x="1">A</text></g><use href="#a" fill="url(#b)"/></svg>',
}


@st.composite
def damage(draw: st.DrawFn, data: bytes, pieces: st.SearchStrategy[bytes]) -> bytes:
    """The data with some places overwritten, lengthened or cut."""
    for _ in range(draw(st.integers(1, 4))):
        place, piece = draw(st.integers(0, len(data))), draw(pieces)
        cut = draw(st.sampled_from([0, 1, len(piece), 40]))
        data = data[:place] + piece + data[place + cut :]
    return data


@st.composite
def change_values(draw: st.DrawFn, text: str) -> bytes:
    """The lines of a register with other values in some of them."""
    lines = text.split("\n")
    valued = [place for place, line in enumerate(lines) if WORDED.match(line)]
    for place in draw(st.lists(st.sampled_from(valued), min_size=1, max_size=6)):
        lines[place] = f"{lines[place].partition(': ')[0]}: {draw(QUOTED)}"
    return "\n".join(lines).encode()


# --- the way of a build ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(folder=tmp_path_factory.mktemp("cache"), version=bytes(16))


@contextmanager
def place_files(tmp: Path, files: dict[str, bytes]) -> Iterator[Path]:
    """The small site with more files in it, or others."""
    content = tmp / "content"
    shutil.copytree(SMALL, content)
    try:
        for name, data in files.items():
            file = content / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        yield content
    finally:
        shutil.rmtree(content)


def publish(content: Path, cache: Cache) -> dict[str, Output]:
    """Judge and render; a file that is refused goes, and with a broken register everything."""
    for _ in range(9):
        judgement = judge_content(content, standing=STANDING, now=NOW, workers=1, cache=cache)
        assert all(problem.message and problem.remedy for problem in judgement.problems)
        if not judgement.refused:
            made = render_site(
                judgement,
                frame=FRAME,
                templates=TEMPLATES,
                standing=STANDING,
                url=SITE,
                now=NOW,
                cache=cache,
            )
            return {output.path: output for output in made}
        refused = {problem.path for problem in judgement.problems if problem.level == "error"}
        if refused & REGISTERS.keys():
            return {}
        for path in refused:
            (content / path).unlink()
    raise AssertionError("what was refused was taken away, and something is refused still")


def check_outputs(outputs: dict[str, Output]) -> None:
    """Every page is safe as browsers read it, every feed well formed, every document JSON."""
    for path, output in outputs.items():
        made = output.make()
        if path.endswith(".html"):
            assert list_dangers(made, site=SITE) == [], path
        elif path.endswith((".xml", ".opml")):
            etree.fromstring(made)
        elif path.endswith(".json"):
            json.loads(made)


def choose(outputs: dict[str, Output], *words: str) -> dict[str, Output]:
    """Only those whose path has one of the words: making all takes too long."""
    return {path: o for path, o in outputs.items() if any(word in path for word in words)}


@settings(CALM, max_examples=60)
@given(items=st.lists(ITEMS, min_size=2, max_size=5))
def test_any_item(items: list[bytes], tmp_path: Path, cache: Cache) -> None:
    files = {f"{FOLDER}/11-02-thu-{place}/index.md": item for place, item in enumerate(items)}
    for place in range(len(items)):
        files[f"{FOLDER}/11-02-thu-{place}/anh.png"] = SEEDS["png"]
        files[f"{FOLDER}/11-02-thu-{place}/b.pdf"] = b"%PDF-1.7"
    with place_files(tmp_path, files) as content:
        outputs = publish(content, cache)
        names = ("ubnd-thu-", "nhung/tat-ca/", "nhung/fragment", "feed.json", "articles.json")
        check_outputs(choose(outputs, *names))
        check_outputs({path: outputs[path] for path in ("index.html", "feed.xml", "atom.xml")})


@settings(CALM, max_examples=40)
@given(name=st.sampled_from(sorted(REGISTERS)), data=st.data())
def test_any_register(name: str, data: st.DataObject, tmp_path: Path, cache: Cache) -> None:
    whole = REGISTERS[name]
    changed, spoilt = change_values(whole.decode()), damage(whole, BITS.map(str.encode))
    text = data.draw(st.one_of(changed, changed, spoilt))
    with place_files(tmp_path, {name: text}) as content:
        outputs = publish(content, cache)
        names = ("don-vi/ubnd/index", "don-vi/ubnd/nhung", "lien-he", "dang-ky", "don-vi/index")
        check_outputs(choose(outputs, *names, "2026/11/ubnd-", "feeds.opml"))


@settings(CALM, max_examples=300)
@given(form=st.sampled_from(sorted(SEEDS)), data=st.data())
def test_any_picture(form: str, data: st.DataObject) -> None:
    pieces = st.binary(max_size=8) | BITS.map(str.encode)
    made = clean_picture(f"a.{form}", data.draw(damage(SEEDS[form], pieces)))
    if isinstance(made, Picture) and made.renditions[0].media_type == "image/svg+xml":
        page = made.renditions[0].content.decode()
        assert list_dangers(f"<!doctype html>{page}", site=SITE) == []
