"""Signposts for the web server: which addresses are gone for good, and where old ones lead.

A server can see that a file is there, but nothing of what is in it. So a signpost is an empty file
whose place and name tell everything (`addresses.gone`, `addresses.moved`): content may change
without anybody having to load the server's configuration anew. deploy/nginx.conf asks for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wardnews import addresses
from wardnews.outputs import Output, ready_output
from wardnews.site_context import Site


def render_signposts(site: Site) -> Iterator[Output]:
    """One for each item of which a notice is left (410), one for each old address (301)."""
    for item in site.notices:
        yield ready_output(addresses.gone(item), b"")
    for old, new in site.redirects.items():
        yield ready_output(addresses.moved(old, new), b"")
