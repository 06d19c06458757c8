"""What can be subscribed to: every listing that has feeds, in groups as readers look for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wardnews.model import Listing
from wardnews.text.sorting import sort_key
from wardnews.ward import Unit, Ward

_UNITS = "don-vi"
# The group's id, what it is called, and the kinds of listings in it.
_GROUPS = (
    ("tat-ca", "Tất cả", ("all",)),
    (_UNITS, "Đơn vị", ("unit", "unit-theme", "unit-exemplars")),
    ("chu-de", "Chủ đề", ("theme", "strand")),
    ("dien-hinh", "Điển hình", ("exemplars",)),
    ("the-loai", "Thể loại", ("kind",)),
    ("ban-doc", "Bạn đọc", ("audience",)),
    ("cap-hoc", "Cấp học", ("level",)),
)
_UNIT_TYPES = ("ubnd", "phong", "trung-tam", "mam-non", "tieu-hoc", "th-thcs", "thcs")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFeeds:
    """The feeds of one unit: all of its items, and parts of them by theme and exemplars."""

    unit: Unit
    whole: Listing
    parts: tuple[Listing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedGroup:
    """Feeds that readers look for in one place; those of units stand unit by unit."""

    id: str
    title: str
    listings: tuple[Listing, ...] = ()
    units: tuple[UnitFeeds, ...] = ()


def group_feeds(listings: Iterable[Listing]) -> tuple[FeedGroup, ...]:
    """Every listing with feeds, exactly once; units by type, then in alphabetical order."""
    offered = [listing for listing in listings if listing.has_feed]
    groups = []
    for id, title, kinds in _GROUPS:
        chosen = tuple(listing for listing in offered if listing.kind in kinds)
        if not chosen:
            continue
        if id == _UNITS:
            groups.append(FeedGroup(id=id, title=title, units=_group_units(chosen)))
        else:
            groups.append(FeedGroup(id=id, title=title, listings=chosen))
    return tuple(groups)


def _group_units(listings: Iterable[Listing]) -> tuple[UnitFeeds, ...]:
    parts: dict[str, list[Listing]] = {}
    wholes: list[tuple[Unit, Listing]] = []
    for listing in listings:
        if listing.unit is None:
            continue
        if listing.kind == "unit":
            wholes.append((listing.unit, listing))
        else:
            parts.setdefault(listing.unit.id, []).append(listing)
    wholes.sort(key=lambda each: (_UNIT_TYPES.index(each[0].type), sort_key(each[0].name)))
    return tuple(
        UnitFeeds(unit=unit, whole=whole, parts=tuple(parts.get(unit.id, ())))
        for unit, whole in wholes
    )


def name_feed(listing: Listing, ward: Ward) -> str:
    """What a listing's feeds call themselves among those of other sites."""
    return listing.title if listing.kind == "all" else f"{ward.section}: {listing.title}"
