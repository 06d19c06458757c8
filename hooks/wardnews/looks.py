"""What the theme gives: the frame, the standing pages and the assets, and where that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wardnews.cache import Cache
from wardnews.outputs import digest
from wardnews.pages.frame import Frame
from wardnews.ward import Registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the theme gives: the frame, and the standing pages and assets by their paths."""

    frame: Frame
    files: tuple[tuple[str, bytes], ...]


def list_frame_facts(registers: Registers, links: Iterable[Mapping[str, str]]) -> dict[str, object]:
    """What the frame shows of the ward; `links` of mkdocs.yml to a kind that is not there go."""
    kinds = {kind.id for kind in registers.kinds}
    return {
        "ward": registers.ward,
        "themes": registers.themes,
        "links": [link for link in links if "kind" not in link or link["kind"] in kinds],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class LookKeeper:
    """Keeps the look of one site; `settings` identifies mkdocs.yml, `url` the site.

    `folders` hold the standing pages, the templates of the frame and the assets.
    """

    cache: Cache
    settings: bytes
    url: str
    folders: tuple[Path, ...]

    def load(self, registers: Registers) -> Look | None:
        """The look, if nothing that it follows from has changed."""
        kept: tuple[bytes, Look] | None = self.cache.load(self._place())
        return kept[1] if kept and kept[0] == self._identify(registers) else None

    def save(self, registers: Registers, look: Look) -> None:
        """Keep the look until the next one."""
        self.cache.save(self._place(), (self._identify(registers), look))

    def _place(self) -> str:
        return f"looks/{digest(self.settings, self.url).hex()}"

    def _identify(self, registers: Registers) -> bytes:
        files = [path for place in self.folders for path in sorted(place.rglob("*"))]
        parts = [(path.as_posix(), path.read_bytes()) for path in files if path.is_file()]
        return digest(registers.ward, registers.themes, registers.kinds, *parts)
