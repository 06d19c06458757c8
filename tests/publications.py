"""Publications of the small site, made as the script makes them, in this process."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from conftest import NOW, SMALL
from mkdocs_events import run_build
from wardnews.build import BuildReport
from wardnews.publishing.manifest import Manifest, read_manifest
from wardnews.publishing.publisher import Order, Publication, publish
from wardnews.publishing.releases import Target, read_current

CLOCK = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
DISK = 75  # how a publication in a child ends when the disk takes no more
URL = "https://vidu.example/thu/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A ward's content and the folder that it publishes to."""

    content: Path
    target: Target

    @property
    def current(self) -> Path:
        """What the public sees."""
        return self.target.current

    def publish(
        self,
        *,
        now: str = NOW,
        keep: int = 5,
        tell: Callable[[str], None] = lambda line: None,
        clock: datetime = CLOCK,
        allowed: frozenset[str] = frozenset(),
        again: bool = False,
        warn: Callable[[tuple[str, ...]], None] = lambda paths: None,
    ) -> Publication:
        """Publish the content as it stands."""

        def build(site: Path) -> BuildReport:
            return run_build(
                content=self.content,
                site_dir=site,
                site_url=URL,
                now=datetime.fromisoformat(now),
                workers=2,
                search=False,
            )

        order = Order(clock=lambda: clock, keep=keep, allowed=allowed, again=again)
        return publish(self.target, build, order, tell, warn)

    def publish_in_child(self, at_stage: Callable[[int], None]) -> int:
        """Publish in a process of its own; `at_stage` is called there with the stage's number.

        How it ended: its exit code, or the signal that killed it, negative.
        """
        stages = iter(range(99))
        child = os.fork()
        if child == 0:
            try:
                self.publish(tell=lambda line: at_stage(next(stages)))
            except OSError:
                os._exit(DISK)
            except BaseException:
                os._exit(1)
            os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def manifest(self) -> Manifest:
        """The manifest of the public release."""
        return read_manifest(self.target.releases / read_current(self.target))

    def edit(self, path: str, old: str, new: str) -> None:
        """Change a content file."""
        text = (self.content / path).read_text("utf-8")
        assert old in text
        (self.content / path).write_text(text.replace(old, new), "utf-8")


def open_office(folder: Path) -> Office:
    """A ward with the small content that has published nothing yet."""
    content = shutil.copytree(SMALL, folder / "content")
    return Office(content=content, target=Target(folder=folder / "web"))


def move_in(published: Office, folder: Path) -> Office:
    """The same office as it stands, in a folder of the test's own."""
    shutil.copytree(published.content, folder / "content")
    kept = shutil.ignore_patterns("work")  # a copy would be built anew: its files are others
    shutil.copytree(published.target.folder, folder / "web", symlinks=True, ignore=kept)
    return Office(content=folder / "content", target=Target(folder=folder / "web"))


def die(number: int) -> None:
    """End as a loss of power does."""
    os.kill(os.getpid(), signal.SIGKILL)


def read_public(office: Office) -> dict[str, bytes]:
    """All that the public can get."""
    release = office.current.resolve()
    files = (path for path in release.rglob("*") if path.is_file())
    return {path.relative_to(release).as_posix(): path.read_bytes() for path in files}


HOUR = timedelta(hours=1)
