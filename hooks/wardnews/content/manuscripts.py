"""What an editor handed in: one file, read as far as it can be, with all that is wrong with it."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from wardnews.content.wording import add_line
from wardnews.model import Article, Level, Problem, Status
from wardnews.text.dates import EXAMPLE

# Unit and slug are names of folders and parts of addresses: 100 characters each are enough.
PATH = re.compile(
    r"(?P<folder>articles|exemplars)/(?P<unit>[a-z0-9-]{1,100})/(?P<year>20[0-9]{2})/"
    r"(?P<month>0[1-9]|1[0-2])-(?P<day>[0-2][0-9]|3[01])-"
    r"(?P<slug>(?=[a-z0-9-]{1,100}(?:\.md|/))[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.md|/index\.md)"
)


def propose_id(path: str) -> str:
    """A permanent feed id for the item at `path` (which matches PATH) that has none yet."""
    place = PATH.fullmatch(path)
    assert place, path
    return "-".join(place.group("year", "month", "unit", "slug"))[:60].strip("-")


def day_of(path: str) -> date:
    """The day in the file's name: what an example of a date shows, a date's stand-in."""
    place = PATH.fullmatch(path)
    if place is None:
        return EXAMPLE
    year, month, day = map(int, place.group("year", "month", "day"))
    return date(year, month, max(1, min(day, monthrange(year, month)[1])))


@dataclass(frozen=True, kw_only=True)
class Manuscript:
    """One item's file after reading.

    `article` has stand-ins for what could not be read, so that every rule can run at once; it is
    fit to be used only when no problem of the file is an error. None: nothing could be read.
    `status` is None when it could not be read: such a file stops a build like an approved one.
    """

    path: str
    status: Status | None = None
    article: Article | None = None
    lines: Mapping[str, int]  # the line of each field that has a value, by its dotted name
    blanks: Mapping[str, int] = field(default_factory=dict)  # of each that was left blank
    problems: tuple[Problem, ...] = ()
    digest: bytes = b""  # of the file's bytes
    card: bytes = b""  # of the header alone: all that a card can show

    @property
    def stops_build(self) -> bool:
        """Is an error in this file one that the public would meet?"""
        return self.status not in ("nhap", "cho-duyet")

    def problem(
        self,
        field: str,
        code: str,
        message: str,
        remedy: str,
        *,
        level: Level = "error",
        line: int = 0,
        near: str = "",
    ) -> Problem:
        """A problem of this file, on the line of its field, of the field's parent, or of `near`."""
        at = line
        for name in (field, near):
            while name and not at:
                at = self.lines.get(name) or self.blanks.get(name, 0)
                name = name.rpartition(".")[0]
        return Problem(
            path=self.path,
            line=at or 1,
            field=field,
            code=code,
            level=level,
            message=message,
            remedy=remedy,
        )

    def has(self, field: str) -> bool:
        """Is the field written, with a value, if only one that could not be read?"""
        return field in self.lines

    def add_line(self, field: str, example: str) -> str:
        """Say which line is to be written for the field."""
        return add_line(f"{field}: {example}", is_there=field in self.blanks)

    @property
    def day(self) -> date:
        """The day in the file's name."""
        return day_of(self.path)


Rule = Callable[[Manuscript, Article], Iterator[Problem]]
