"""What the theme gives: the frame, the standing pages and the assets, and where that is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from wardnews import policies
from wardnews.cache import Cache
from wardnews.outputs import digest
from wardnews.pages.frame import Frame
from wardnews.ward import Registers


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the theme gives: the frame, and the standing pages and assets by their paths."""

    frame: Frame
    files: tuple[tuple[str, bytes], ...]

    @property
    def pages(self) -> frozenset[str]:
        """The addresses of the standing pages that the public gets: not those of exclude_docs."""
        names = (path for path, _ in self.files if path.endswith("/index.html"))
        return frozenset(name.removesuffix("index.html") for name in names)


class SettingsRefusedError(Exception):
    """mkdocs.yml cannot be used; the message is MkDocs' own, with the line where it knows one."""


def read_look(frame: Frame, folder: Path) -> Look:
    """The look whose standing pages and assets were rendered into a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in paths)
    return Look(frame=frame, files=tuple(files))


def list_frame_facts(
    registers: Registers,
    links: Iterable[Mapping[str, str]],
    search: Path | None,
    *,
    preview: bool = False,
) -> dict[str, object]:
    """What the frame shows of the ward; `links` of mkdocs.yml to a kind that is not there go.

    Without `search` what would be a box to search leads to the archive by month. A preview has no
    policy: MkDocs puts a script of its own into each page to show changes at once.
    """
    kinds = {kind.id for kind in registers.kinds}
    return {
        "ward": registers.ward,
        "themes": registers.themes,
        "search": search is not None,
        "policy": "" if preview else policies.PAGE,
        "links": [link for link in links if "kind" not in link or link["kind"] in kinds],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class LookKeeper:
    """Keeps the look of one site, made from what its files were when this keeper was made."""

    cache: Cache
    place: str
    files: bytes  # identifies what the look is made from; empty when it may not be kept

    def load(self, registers: Registers) -> Look | None:
        """The look, if nothing that it follows from has changed."""
        kept: tuple[bytes, Look] | None = self.cache.load(self.place)
        return kept[1] if self.files and kept and kept[0] == self._identify(registers) else None

    def save(self, registers: Registers, look: Look) -> None:
        """Keep the look until the next one."""
        if self.files:
            self.cache.save(self.place, (self._identify(registers), look))

    def _identify(self, registers: Registers) -> bytes:
        return digest(self.files, registers.ward, registers.themes, registers.kinds)


def identify_settings(file: Path) -> bytes:
    """What identifies mkdocs.yml; empty when it names others (!ENV, INHERIT) that may change."""
    text = file.read_bytes()
    return b"" if b"!" in text or b"INHERIT" in text else digest(str(file), text)


def make_keeper(
    cache: Cache, file: Path, url: str, folders: Iterable[Path], search: Path | None
) -> LookKeeper:
    """A keeper for the site at `url`, with `search` or without; `file` is mkdocs.yml.

    `folders` hold the standing pages, the templates of the frame and the assets. With a link to
    elsewhere among them nothing is kept: what is behind it may change unseen.
    """
    settings = identify_settings(file)
    found = [path for place in folders for path in sorted(place.rglob("*"))]
    parts = [(path.as_posix(), path.read_bytes()) for path in found if path.is_file()]
    may_keep = bool(settings) and not any(path.is_symlink() for path in found)
    return LookKeeper(
        cache=cache,
        place=f"looks/{digest(settings, url, search).hex()}",
        files=digest(settings, *parts) if may_keep else b"",
    )
