"""What a browser may load for our pages: the words of the Content-Security-Policy of each kind.

Every page carries its policy as its first <meta>, so it holds wherever the folder is copied to. A
server sends the same words as a header, and with them what a <meta> cannot say: `frame-ancestors`,
that is, who may frame a page (CSP level 3, §3.3). Where it sends headers for scripts as well, the
search's worker (pagefind-worker.js) needs SEARCH_PAGE: a worker obeys the policy it came with.
"""

from __future__ import annotations

from wardnews import addresses

FILM_HOSTS = ("https://www.youtube-nocookie.com", "https://www.facebook.com")  # of pages/films.py
_WASM = "'wasm-unsafe-eval'"  # Pagefind is WebAssembly; no text becomes script by it

_PAGE = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "media-src": ("'self'",),
    "connect-src": ("'self'",),  # the search's index, the digest on the page of the embeds
    "frame-src": ("'self'", *FILM_HOSTS),  # the page of the embeds shows its frame
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}


def _write(policy: dict[str, tuple[str, ...]]) -> str:
    return "; ".join(" ".join((name, *sources)) for name, sources in policy.items())


PAGE = _write(_PAGE)
SEARCH_PAGE = _write(_PAGE | {"script-src": ("'self'", _WASM)})
# What only leads to another page loads nothing at all.
REDIRECT = _write({"default-src": ("'none'",), "base-uri": ("'none'",), "form-action": ("'none'",)})


def choose_policy(address: str) -> str:
    """The policy of the page at `address` below the site's root, embed frames left aside."""
    return SEARCH_PAGE if address == addresses.SEARCH else PAGE


def write_frame_policy(site_url: str) -> str:
    """The policy of an embed frame.

    A sandbox may take away the origin that 'self' stands for, so the site's address is named too.
    """
    sources = ("'self'", site_url)
    return _write(
        {
            "default-src": ("'none'",),
            "style-src": sources,
            "img-src": sources,
            "script-src": sources,
            "base-uri": ("'none'",),
            "form-action": ("'none'",),
        }
    )
