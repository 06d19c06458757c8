"""What the last run of the publisher did, left in the target: it shows that the timer is alive."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, get_args

_NAME = "last-run.json"
Outcome = Literal["published", "unchanged", "refused", "held", "rolled-back"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """One run: when, how it ended, and when the site will next change by itself."""

    at: datetime
    outcome: Outcome
    release: str  # the public one afterwards
    next_change: datetime | None


def write_last_run(run: LastRun, target: Path) -> None:
    """Leave the stamp at once; on a full disk there is none, which the check takes for a fault."""
    fresh = target / f".{_NAME}.new"
    text = json.dumps(
        {
            "at": run.at.isoformat(timespec="seconds"),
            "outcome": run.outcome,
            "release": run.release,
            "next_change": run.next_change and run.next_change.isoformat(timespec="seconds"),
        },
        indent=1,
    )
    with suppress(OSError):
        fresh.write_text(text + "\n", "utf-8")
        fresh.replace(target / _NAME)


def read_last_run(target: Path) -> LastRun | None:
    """The stamp of the last run, or None when there is none that can be read."""
    try:
        read = json.loads((target / _NAME).read_bytes())
        if read["outcome"] not in get_args(Outcome):
            return None
        upcoming = read["next_change"]
        return LastRun(
            at=datetime.fromisoformat(read["at"]),
            outcome=read["outcome"],
            release=read["release"],
            next_change=datetime.fromisoformat(upcoming) if upcoming else None,
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
