"""What pages of other sites load from /nhung/v1/: the files, and the hash that may guard a script.

A browser refuses a script whose hash differs from the one in the page (Subresource Integrity), so
a school that pasted the hash of tin.js has the news only as long as not one byte of it changes.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha384
from pathlib import Path

from wardnews import addresses
from wardnews.outputs import Output, ready_output


def read_embed_files(templates: Path) -> dict[str, bytes]:
    """The files by their addresses; they lie below the folder of the fillings."""
    names = (addresses.EMBED_SCRIPT, addresses.FRAME_SCRIPT, addresses.FRAME_STYLE)
    return {name: (templates / name).read_bytes() for name in names}


def render_embed_files(templates: Path) -> Iterator[Output]:
    """The files as they are, and the hash of the script as the page that offers it needs it."""
    files = read_embed_files(templates)
    for address, content in files.items():
        yield ready_output(address, content)
    hashes = {"tin.js": hash_script(files[addresses.EMBED_SCRIPT])}
    yield ready_output(addresses.EMBED_INTEGRITY, (json.dumps(hashes) + "\n").encode())


def hash_script(content: bytes) -> str:
    """The value of a script's `integrity` attribute."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"
