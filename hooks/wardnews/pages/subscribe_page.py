"""The page for those who want the news to come to them: every feed, and how to use its address."""

from __future__ import annotations

from itertools import groupby

from wardnews import addresses
from wardnews.outputs import Output
from wardnews.pages.heads import Head, feeds_of
from wardnews.pages.press import Press
from wardnews.subscriptions import FeedGroup, UnitFeeds, group_feeds

# By the type of the first unit in each group: its heading, and its name in the list of contents.
_UNIT_GROUPS = {
    "ubnd": ("Ủy ban nhân dân, phòng, trung tâm", "Cơ quan"),
    "mam-non": ("Trường mầm non", "Mầm non"),
    "tieu-hoc": ("Trường tiểu học", "Tiểu học"),
    "th-thcs": ("Trường tiểu học và trung học cơ sở", "Tiểu học và THCS"),
    "thcs": ("Trường trung học cơ sở", "THCS"),
}


def render_subscribe(press: Press) -> Output:
    groups = group_feeds(press.site.listings)
    ward = press.site.newsroom.registers.ward
    head = Head(
        title="Đăng ký nhận tin",
        description=f"Địa chỉ các nguồn tin RSS của {ward.name} và từng trường, kèm cách đưa vào "
        "trang web của trường hoặc điện thoại.",
        address=addresses.SUBSCRIBE,
        feeds=feeds_of(press.by_address[addresses.HOME], ward),
    )
    return press.plan_page(
        "subscribe",
        head,
        *_count(groups),
        key="dang-ky",
        facts=lambda: {
            "groups": [(group, split_units(group.units)) for group in groups],
            "feed_count": len(_count(groups)),
        },
    )


def _count(groups: tuple[FeedGroup, ...]) -> list[int]:
    """How many items each feed's listing has: all that changes on the page from day to day."""
    listings = [listing for group in groups for listing in group.listings]
    for group in groups:
        for feeds in group.units:
            listings += (feeds.whole, *feeds.parts)
    return [len(listing.articles) for listing in listings]


def split_units(units: tuple[UnitFeeds, ...]) -> list[tuple[str, str, str, list[UnitFeeds]]]:
    """The units by type: an id for the page, a heading, a short name and the units."""

    def type_of(feeds: UnitFeeds) -> str:
        return feeds.unit.type if feeds.unit.type in _UNIT_GROUPS else "ubnd"

    return [(type, *_UNIT_GROUPS[type], list(found)) for type, found in groupby(units, type_of)]
