"""What subscribers of a closed unit are told: what became of it, and where its readers go on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from wardnews import addresses
from wardnews.listings import is_closed
from wardnews.site_context import Site
from wardnews.ward import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Farewell:
    """What became of a unit, in one sentence without a full stop, and where to go on."""

    what: str
    url: str


def say_farewell(unit: Unit, site: Site) -> Farewell:
    """What to tell of a unit that is closed (`listings.is_closed`)."""
    heir = _find_heir(unit, site.newsroom.registers.units)
    lives = heir is not None and not is_closed(heir, site.now)
    return Farewell(
        what=f"{unit.name} đã " + (f"sáp nhập vào {heir.name}" if heir else "ngừng hoạt động"),
        url=site.url + (addresses.unit(heir) if heir and lives else addresses.HOME),
    )


def closing_time(unit: Unit, now: datetime) -> datetime | None:
    """The moment after a closed unit's last day, in the zone of `now`; None when it is unknown."""
    if unit.active_until is None:
        return None
    return datetime.combine(unit.active_until + timedelta(days=1), time(), now.tzinfo)


def _find_heir(unit: Unit, units: tuple[Unit, ...]) -> Unit | None:
    """The unit that carries on, however often schools merged."""
    by_id = {each.id: each for each in units}
    heir, seen = by_id.get(unit.merged_into), {unit.id}
    while heir and heir.merged_into in by_id and heir.id not in seen:
        seen.add(heir.id)
        heir = by_id[heir.merged_into]
    return heir
