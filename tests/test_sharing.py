"""What a shared link shows: a picture of its own, a drawn card, or what it has in common."""

from __future__ import annotations

from pathlib import Path

import page_samples as samples
from conftest import no_cache
from wardnews import addresses
from wardnews.attachments import Attached
from wardnews.content.files import File
from wardnews.model import Article, Image
from wardnews.pictures import CleanPicture, KeptRendition
from wardnews.sharing import DRAWN, Gallery, plan_shares

PHOTO = KeptRendition(
    place="clean/a",
    key=b"k",
    media_type="image/jpeg",
    ending=".jpg",
    size=9,
    width=1600,
    height=900,
)
DRAWING = KeptRendition(
    place="clean/s",
    key=b"s",
    media_type="image/svg+xml",
    ending=".svg",
    size=9,
    width=30,
    height=20,
)


def _gallery(articles: list[Article], folder: Path) -> Gallery:
    made = {
        "anh.jpg": CleanPicture(renditions=(PHOTO,), width=1600),
        "anh.svg": CleanPicture(renditions=(DRAWING,), width=30),
    }
    files = {
        name: Attached(
            file=File(path=name, place=str(folder / name), stamp=(0, 0, 0, 0)), address=name
        )
        for name in made
    }
    return Gallery(
        files={a.path: files for a in articles},
        pictures=made,
        cache=no_cache(folder),
        place="cards",
    )


def _with_picture(slug: str, file: str, **more: object) -> Article:
    return samples.make_article(slug, image=Image(file=file, alt="Hai em đọc sách"), **more)


def test_old_items_without_a_picture_show_the_card_of_their_theme(tmp_path: Path) -> None:
    photo = _with_picture("cu-co-anh", "anh.jpg")
    articles = [*samples.many(DRAWN + 1), photo]
    shares, outputs = plan_shares(articles, samples.REGISTERS, _gallery(articles, tmp_path))
    shown = {place: share.address.partition("?")[0] for place, share in shares.items()}
    # Nothing is missing, nothing is made in vain.
    assert set(shown.values()) == {output.path for output in outputs}
    *newest, old, _ = articles
    for article in (*newest, photo):
        place = addresses.article(article)
        assert shown[place] == f"{place}anh_chia-se.jpg"
    assert shown[addresses.article(old)] == "chu-de/i/anh_chia-se.jpg"
    assert shown[""] == "anh_chia-se.jpg"


def test_the_picture_is_told_apart_by_what_it_shows(tmp_path: Path) -> None:
    def versions(title: str) -> set[str]:
        article = samples.make_article(title=title)
        shares, _ = plan_shares([article], samples.REGISTERS, _gallery([article], tmp_path))
        return {share.address for share in shares.values()}

    assert versions("Một") == versions("Một")
    assert len(versions("Một") - versions("Hai")) == 1


def test_an_answer_and_a_drawing_are_drawn(tmp_path: Path) -> None:
    answer = _with_picture("hoi", "anh.jpg", kind=samples.KINDS["giai-dap"], answer=samples.ANSWER)
    svg, photo = _with_picture("svg", "anh.svg"), _with_picture("anh", "anh.jpg")
    articles = [answer, svg, photo]
    shares, _ = plan_shares(articles, samples.REGISTERS, _gallery(articles, tmp_path))
    alts = {a.slug: shares[addresses.article(a)].alt for a in articles}
    # A drawn card says its title; a photo what can be seen on it. The question is nowhere.
    assert alts == {"hoi": answer.title, "svg": svg.title, "anh": "Hai em đọc sách"}
