"""A film on YouTube or Facebook: the address of a player that is loaded only when a reader asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, quote, urlsplit

_YOUTUBE = frozenset({"youtube.com", "youtube-nocookie.com"})
_FACEBOOK = frozenset({"facebook.com", "web.facebook.com"})
_ID = re.compile(r"[A-Za-z0-9_-]{11}")
_FACEBOOK_FILM = re.compile(r"/(?:[^/]+/videos/|reel/)(?:[^/]+/)?[0-9]+/?|/watch/?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Player:
    """Where a film plays within another page, and on whose site."""

    address: str
    host: str  # "YouTube"


def find_player(url: str) -> Player | None:
    """The player for the address at which people watch a film; None: nobody is known to have one.

    Short addresses of Facebook (fb.watch) do not say which film they mean, so they stay links.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if parts.scheme not in ("http", "https"):
        return None
    if film := _find_youtube_film(host, parts.path, parts.query):
        address = f"https://www.youtube-nocookie.com/embed/{film}?autoplay=1&rel=0"
        return Player(address=address, host="YouTube")
    if host in _FACEBOOK and _FACEBOOK_FILM.fullmatch(parts.path):
        film = parse_qs(parts.query).get("v", [""])[0]
        if film or not parts.path.startswith("/watch"):
            page = f"https://www.facebook.com{parts.path}" + (f"?v={film}" if film else "")
            frame = "https://www.facebook.com/plugins/video.php?autoplay=true&show_text=false&href="
            return Player(address=frame + quote(page, safe=""), host="Facebook")
    return None


def _find_youtube_film(host: str, path: str, query: str) -> str:
    """The id of a film, from any of the forms in which YouTube writes its addresses."""
    first, _, rest = path.strip("/").partition("/")
    found = ""
    if host == "youtu.be":
        found = first
    elif host in _YOUTUBE and first == "watch":
        found = parse_qs(query).get("v", [""])[0]
    elif host in _YOUTUBE and first in ("embed", "shorts", "live"):
        found = rest
    return found if _ID.fullmatch(found) else ""
