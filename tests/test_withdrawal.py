"""Of an item that was taken down a warm build leaves nothing, in no file of site or cache."""

from __future__ import annotations

import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from rebuilds import Bench, build, read_site, set_up
from wardnews.pagefind import find_program

ROOT = Path(__file__).parent.parent
FOLDER = "articles/th-mau-a/2026/10-09-ngay-hoi"
ADDRESS = "2026/10/th-mau-a-ngay-hoi/"
# Every word that the item alone has begins so; its address and its id say nothing of it.
WORD = "qwx"
ITEM = f"""---
title: {WORD.title()}tieude mở hội
date: 2026-10-09 08:00
unit: th-mau-a
theme: III.b
kind: su-kien
summary: {WORD}tomtat của ngày hội.
status: da-duyet
approved_by: Ban Biên tập
approved_on: 2026-10-08
id: ngay-hoi-th-mau-a
author: {WORD}tacgia
audiences: [phu-huynh]
tags: [doc-sach]
documents: [nq-71]
aliases: [/tin/ngay-hoi/]
starts: 2026-11-30 08:00
place: {WORD}san
benefits: {WORD}loiich
image: {{file: {WORD}anh.jpg, alt: {WORD}mota bàn cờ, caption: {WORD}chuthich, credit: {WORD}may}}
minors: co
consent: Sổ 2026, số 14
people: [{{name: Em {WORD}ten, minor: co, consent: "Sổ 2026, số 15"}}]
attachments: [{{file: {WORD}tep.txt, label: {WORD}nhan}}]
channels: [{{channel: fanpage, date: 2026-11-09, url: "https://trang.example/{WORD}bai"}}]
corrections: [{{date: 2026-11-10, text: {WORD}dinhchinh}}]
media: {{file: {WORD}phim.mp4, poster: {WORD}bia.png, transcript: {WORD}loi}}
---
Câu {WORD}mot ở đây.\u00a0Một dấu cách lạ.

## {WORD.title()}muc

![{WORD}tha vở](vo-{WORD}.png "{WORD}vo")
"""
FILM = b"\0\0\0\x18ftypisom\0\0\2\0isommp42"  # how an MP4 begins
EXEMPLAR = "exemplars/th-mau-a/2026/11-08-doc-moi-sang.md"


@pytest.fixture
def program() -> Path:
    found = find_program(ROOT / ".tools")
    assert found, "Pagefind is missing: python3 scripts/run_tests.py fetches it"
    return found


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """The small site with one item that has every part, alone in its folder of the year."""
    made = set_up(tmp_path)
    folder = made.content / FOLDER
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(ITEM, "utf-8")
    for name, colour in ((f"{WORD}anh.jpg", 40), (f"vo-{WORD}.png", 80), (f"{WORD}bia.png", 120)):
        Image.effect_noise((1300, 700), colour).convert("RGB").save(folder / name)
    (folder / f"{WORD}tep.txt").write_text(f"{WORD}trongtep", "utf-8")
    (folder / f"{WORD}phim.mp4").write_bytes(FILM + WORD.encode() + bytes(200))
    return made


def _withdraw(bench: Bench, *which: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / "withdraw_article.py"), *which]
    command += ["--reason", "Theo yêu cầu của gia đình.", "--content", str(bench.content)]
    return subprocess.run(
        [*command, "--on", "2026-11-20 09:00"], capture_output=True, encoding="utf-8", check=False
    )


def _unpack(data: bytes) -> Iterator[bytes]:
    """The bytes, and whatever is compressed in them (Pagefind's files, also inside a bundle)."""
    yield data
    at = data.find(b"\x1f\x8b\x08")
    while at >= 0:
        with suppress(zlib.error):  # what only looks like a beginning
            yield zlib.decompressobj(wbits=31).decompress(data[at:])
        at = data.find(b"\x1f\x8b\x08", at + 1)


def _find(files: dict[str, bytes], parts: list[bytes]) -> set[str]:
    """The files that say a word of the item, or hold one of the parts."""
    word = WORD.encode()
    return {
        path
        for path, data in files.items()
        if word in path.encode()
        or any(word in each.lower() for each in _unpack(data))
        or any(part in data for part in parts)
    }


def test_nothing_of_it_is_left_in_the_site_or_in_the_cache(bench: Bench, program: Path) -> None:
    build(bench, search=program)
    site, cache = read_site(bench.site), read_site(bench.cache)
    own = {path: data for path, data in site.items() if path.startswith(ADDRESS)}
    pictures = [data for path, data in own.items() if path.endswith((".jpg", ".webp", ".png"))]
    assert len(pictures) > 8  # in every width, and the card
    # The test would not see a form that never had the item.
    said = _find(site, pictures)
    assert {path.partition("/")[0] for path in said} >= {
        "index.html", "2026", "chu-de", "don-vi", "du-lieu", "feed.xml", "atom.xml", "feed.json",
        "feed-2026-10.xml", "the-loai", "doi-tuong", "the", "van-ban", "luu-tru", "nhung",
        "tim-kiem",
    }  # fmt: skip
    assert {path.partition("/")[0] for path in _find(cache, pictures)} >= {
        "items", "pictures", "clean", "cards", "search", "sites", "files"
    }  # fmt: skip

    done = _withdraw(bench, f"{FOLDER}/index.md")
    assert done.returncode == 0, done.stdout + done.stderr
    build(bench, search=program)
    after = read_site(bench.site)
    assert _find(after, pictures) == set()
    assert _find(read_site(bench.cache), pictures) == set()

    left = {path for path in after if path.startswith(ADDRESS)}
    assert left == {f"{ADDRESS}index.html"}
    notice = after[f"{ADDRESS}index.html"].decode()
    assert "Bài này đã được gỡ" in notice and "Theo yêu cầu của gia đình." in notice
    assert b"at:deleted-entry" in after["atom.xml"]
    assert "Bài đã gỡ" in after["don-vi/th-mau-a/feed.xml"].decode()
    assert ADDRESS.encode() in after["tin/ngay-hoi/index.html"]


def test_a_withdrawn_consent_takes_down_every_item_that_names_it(bench: Bench) -> None:
    exemplar = bench.content / EXEMPLAR
    people = 'people: [{name: Em Nga, minor: co, consent: "sổ 2026, số  15"}]\n'
    exemplar.write_text(exemplar.read_text("utf-8").replace("steps:", f"{people}steps:"), "utf-8")
    before = (bench.content / "articles/th-mau-a/2026/11-05-cung-ngay.md").read_bytes()
    done = _withdraw(bench, "--consent", "Sổ 2026, số 15")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "status: go\nwithdrawn:\n" in exemplar.read_text("utf-8")
    assert "status: go\nwithdrawn:\n" in (bench.content / FOLDER / "index.md").read_text("utf-8")
    assert (bench.content / "articles/th-mau-a/2026/11-05-cung-ngay.md").read_bytes() == before
    build(bench)
    pages = read_site(bench.site)
    assert "Mười lăm phút đọc" not in pages["dien-hinh/index.html"].decode()
    assert "Bài đã gỡ" in pages["dien-hinh/feed.xml"].decode()


def test_the_command_says_what_is_left_to_do_by_hand(bench: Bench) -> None:
    done = _withdraw(bench, "https://vidu.example/thu/2026/10/th-mau-a-ngay-hoi/")
    assert f"Fanpage (09/11/2026): xóa bài. https://trang.example/{WORD}bai" in done.stdout
    assert "Google" in done.stdout and "90 ngày" in done.stdout and FOLDER in done.stdout
    assert "git push" in done.stdout and "publish_site.py ĐÍCH --keep 1" in done.stdout


def test_a_second_time_it_says_that_it_was_done(bench: Bench) -> None:
    _withdraw(bench, "ngay-hoi-th-mau-a")
    before = (bench.content / FOLDER / "index.md").read_bytes()
    done = _withdraw(bench, "ngay-hoi-th-mau-a")
    assert (done.returncode, (bench.content / FOLDER / "index.md").read_bytes()) == (0, before)
    assert "đã gỡ từ trước" in done.stdout


def test_a_draft_stays_a_draft(bench: Bench) -> None:
    draft = bench.content / "articles/thcs-mau-b/2026/11-10-nhap.md"
    before = draft.read_bytes()
    done = _withdraw(bench, "articles/thcs-mau-b/2026/11-10-nhap.md")
    assert done.returncode == 0 and draft.read_bytes() == before
    assert "chưa ai thấy" in done.stdout


def test_errors_elsewhere_that_keep_the_item_in_the_public_are_told(bench: Bench) -> None:
    other = bench.content / "articles/ubnd/2026/11-02-phuong-hop.md"
    other.write_text(other.read_text("utf-8").replace("theme: III.a", "theme: XL"), "utf-8")
    done = _withdraw(bench, "ngay-hoi-th-mau-a")
    assert done.returncode == 1
    assert "11-02-phuong-hop.md" in done.stdout and "CÒN TRÊN MẠNG" in done.stdout
    assert "`status: cho-duyet`" in done.stdout and "trả lại bản cũ của tệp" in done.stdout


@pytest.mark.parametrize(
    ("which", "near"),
    [
        (["--consent", "số 15"], '--consent "Sổ 2026, số 15"'),
        (["mở hội"], f"{FOLDER}/index.md: {WORD.title()}tieude mở hội"),
        (["khong-co-bai-nao"], "địa chỉ chép từ trình duyệt"),
    ],
)
def test_who_does_not_know_the_exact_name_is_led_on(
    bench: Bench, which: list[str], near: str
) -> None:
    done = _withdraw(bench, *which)
    assert done.returncode == 2 and near in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [[], ["khong-co"], ["--consent", "Sổ 1999"], ["a", "--consent", "b"],
     ["ngay-hoi-th-mau-a", "--reason", f"{WORD}tieude: vì em {WORD}ten, gọi 0912345678"],
     ["ngay-hoi-th-mau-a", "--on", "2026-10-01"], ["ngay-hoi-th-mau-a", "--on", "hôm nay"]],
)  # fmt: skip
def test_wrong_use_changes_nothing(bench: Bench, arguments: list[str]) -> None:
    before = (bench.content / FOLDER / "index.md").read_bytes()
    command = [sys.executable, str(ROOT / "scripts" / "withdraw_article.py")]
    command += ["--content", str(bench.content), "--reason", "Theo yêu cầu.", *arguments]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert (bench.content / FOLDER / "index.md").read_bytes() == before
