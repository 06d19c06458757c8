"""Addresses of films that can play within our page."""

from __future__ import annotations

import pytest

from page_samples import KINDS, make_article, page_of
from wardnews.model import Media
from wardnews.pages.films import find_player

FILM = "aB3-_xYz012"


@pytest.mark.parametrize(
    "url",
    [
        f"https://www.youtube.com/watch?v={FILM}",
        f"https://m.youtube.com/watch?list=x&v={FILM}&t=3",
        f"https://youtu.be/{FILM}?si=abc",
        f"https://www.youtube.com/shorts/{FILM}",
        f"https://youtube.com/live/{FILM}",
        f"https://www.youtube-nocookie.com/embed/{FILM}",
    ],
)
def test_every_form_of_a_youtube_address_plays_without_cookies(url: str) -> None:
    player = find_player(url)
    assert player and player.host == "YouTube"
    assert player.address == f"https://www.youtube-nocookie.com/embed/{FILM}?autoplay=1&rel=0"


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://www.facebook.com/mau/videos/123/", "%2Fmau%2Fvideos%2F123%2F"),
        ("https://www.facebook.com/mau/videos/ngay-hoi/123", "%2Fmau%2Fvideos%2Fngay-hoi%2F123"),
        ("https://m.facebook.com/watch/?v=123&x=1", "%2Fwatch%2F%3Fv%3D123"),
        ("https://www.facebook.com/reel/123", "%2Freel%2F123"),
    ],
)
def test_a_film_on_facebook_plays_in_its_own_frame(url: str, href: str) -> None:
    player = find_player(url)
    assert player and player.host == "Facebook"
    assert player.address.endswith(f"&href=https%3A%2F%2Fwww.facebook.com{href}")


@pytest.mark.parametrize(
    "url",
    [
        "https://video.vidu.example/thu-vien",
        f"https://youtube.com.x.example/watch?v={FILM}",
        "https://www.youtube.com/@truong",
        "https://www.youtube.com/watch?v=ngan",
        f'https://www.youtube.com/watch?v={FILM}"><script>',
        "https://www.facebook.com/mau",
        "https://www.facebook.com/watch/",
        "https://fb.watch/abc/",
        "",
    ],
)
def test_other_addresses_stay_links(url: str) -> None:
    assert find_player(url) is None


def _page(url: str) -> str:
    media = Media(url=url, poster="anh.png", duration="2:40", transcript="Lời.")
    return page_of(make_article("phim", kind=KINDS["video"], media=media))


def test_the_page_of_a_film_asks_nothing_of_another_host_by_itself() -> None:
    html = _page(f"https://youtu.be/{FILM}")
    assert "<iframe" not in html and "ytimg" not in html
    assert f'data-film="https://www.youtube-nocookie.com/embed/{FILM}?autoplay=1&amp;rel=0"' in html
    assert html.count(f'href="https://youtu.be/{FILM}"') == 2  # the poster and the way out
    assert 'src="../../../2026/11/ubnd-phim/anh.png"' in html
    assert "film.js" in html


def test_a_film_elsewhere_is_a_link_without_script() -> None:
    html = _page("https://video.vidu.example/1")
    assert "film.js" not in html and "data-film" not in html
