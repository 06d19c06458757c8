"""Every page of the newsroom: fillings of the frame, one Output at a time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from itertools import chain
from pathlib import Path

from markupsafe import Markup, escape

from wardnews import addresses
from wardnews.bodies import fill_body
from wardnews.cache import Cache
from wardnews.compiled import compile_templates
from wardnews.model import Article, Listing, Reference
from wardnews.outputs import Output, digest
from wardnews.pages.data_page import render_data_page
from wardnews.pages.embed_page import render_embed_page
from wardnews.pages.films import find_player
from wardnews.pages.frame import Frame
from wardnews.pages.front import FrontPage, choose_front
from wardnews.pages.heads import (
    FeedLink,
    Head,
    feeds_of,
    head_of_article,
    head_of_listing,
    oembed_of,
)
from wardnews.pages.index_pages import render_archive, render_documents, render_units
from wardnews.pages.listing_pages import (
    Choice,
    Crumb,
    Page,
    blocks_of,
    crumbs_of,
    heading_of,
    pages_of,
    rail_of,
    section_of,
    tabs_of,
)
from wardnews.pages.metadata import describe_item, list_dublin_core
from wardnews.pages.picture_tags import frame_picture, write_attributes
from wardnews.pages.press import Press
from wardnews.pages.related import Neighbours, Related
from wardnews.pages.replies import Desk, choose_desk
from wardnews.pages.search_page import render_search
from wardnews.pages.site_map import render_site_map
from wardnews.pages.stand_ins import render_not_found, render_notice, render_redirect
from wardnews.pages.subscribe_page import render_subscribe
from wardnews.pages.templates import make_environment
from wardnews.site_context import Site
from wardnews.ward import Unit

NEWEST = 5  # ward-wide items offered on an empty listing
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def render_pages(
    site: Site, frame: Frame, templates: Path, cache: Cache | None = None, workers: int = 1
) -> Iterator[Output]:
    """Render every page of the site; `templates` is the folder of the fillings."""
    by_address = {listing.address: listing for listing in site.listings}
    environment = make_environment(templates, site, by_address, cache)
    if cache:
        compile_templates(environment, cache, workers)
    press = Press(site=site, frame=frame, environment=environment, by_address=by_address)
    yield _render_front(press)
    neighbours = Neighbours(site.listings)
    registers = site.newsroom.registers
    feeds = {unit.id: _feeds_around(unit, press) for unit in registers.units}
    desks = {unit.id: choose_desk(unit, registers.ward, site.now) for unit in registers.units}
    for article in press.visible:
        unit = article.unit.id
        yield _render_article(press, article, neighbours.of(article), feeds[unit], desks[unit])
    for listing in site.listings:
        yield from _render_listing(press, listing)
    yield render_units(press)
    yield render_archive(press)
    yield from render_documents(press)
    yield render_data_page(press)
    yield render_subscribe(press)
    yield render_site_map(press)
    yield render_search(press)
    yield render_embed_page(press)
    for item in site.notices:
        yield render_notice(press, item)
    for old, new in sorted(site.redirects.items()):
        yield render_redirect(press, old, new)
    yield render_not_found(press)


# --- items ---------------------------------------------------------------------------------


def _render_article(
    press: Press, article: Article, related: Related, feeds: tuple[FeedLink, ...], desk: Desk
) -> Output:
    key = article.theme.id
    if article.exemplar:
        key = "dien-hinh"
    elif article.answer:
        key = "giai-dap"
    beside = (*related.same, *related.unit, *related.exemplars)
    head = head_of_article(article, press.site, feeds)
    return press.plan_page(
        "article",
        head,
        len(related.same),
        len(related.unit),
        desk.name,
        shows=press.site.keys[article.path] + press.keys_of(related.older, related.newer, *beside),
        key=key,
        day=article.day,
        facts=lambda: _tell_article(press, article, desk, related),
    )


def _tell_article(
    press: Press, article: Article, desk: Desk, related: Related
) -> dict[str, object]:
    crumbs = _crumbs_of(article, press)
    return {
        "article": article,
        "body": Markup(_fill(article, press.site)),
        "related": related,
        "desk": desk,
        "crumbs": crumbs,
        "player": find_player(article.media.url) if article.media else None,
        "dublin_core": list(list_dublin_core(article, press.site)),
        "structured": describe_item(article, press.site, crumbs),
    }


def _feeds_around(unit: Unit, press: Press) -> tuple[FeedLink, ...]:
    """The feeds of the whole ward, and of an item's unit the one that everybody reads."""
    ward = press.site.newsroom.registers.ward
    everything = feeds_of(press.by_address[addresses.HOME], ward)
    return (*everything, *feeds_of(press.by_address[addresses.unit(unit)], ward)[:1])


def _crumbs_of(article: Article, press: Press) -> tuple[Crumb, ...]:
    section: Crumb = (
        f"{article.theme.numeral}. {article.theme.short_name}",
        addresses.theme(article.theme),
    )
    by_kind = addresses.kind(article.kind)
    if (article.exemplar or article.answer) and by_kind in press.by_address:
        section = (article.kind.label, by_kind)
    return ("Trang chủ", addresses.HOME), section


def _fill(article: Article, site: Site) -> str:
    """The body with its links and pictures, written for the item's own page."""
    here, assets = addresses.article(article), site.assets[article.path]
    up = addresses.relative("", here)

    def write_attribute(number: int, reference: Reference) -> str:
        if reference.kind == "picture":
            return write_attributes(assets[reference.target], up, "column")
        target = _find_target(article, reference, site)
        if target is None:
            return ""
        outside = target.startswith("#") or _SCHEME.match(target)
        return f'href="{escape(target if outside else addresses.relative(target, here))}"'

    def frame(reference: Reference, tag: str) -> str:
        return frame_picture(assets[reference.target], up, "column", tag)

    return fill_body(article.body, write_attribute, frame)


def _find_target(article: Article, reference: Reference, site: Site) -> str | None:
    """Where a link leads: to a file of the item, to a page, outside, or nowhere."""
    asset = site.assets[article.path].get(reference.target)
    return asset.address if asset else site.links[article.path][reference.target]


# --- listings ------------------------------------------------------------------------------


def _render_front(press: Press) -> Output:
    registers = press.site.newsroom.registers
    ward = registers.ward
    head = Head(
        title=f"{ward.section}: tin mới",
        description=press.by_address[addresses.HOME].description,
        address=addresses.HOME,
        feeds=feeds_of(press.by_address[addresses.HOME], ward),
        oembed=oembed_of(press.by_address[addresses.HOME]),
    )
    front = choose_front(press.site, press.by_address)
    newest = max((item.modified for item in press.visible), default=None)
    return press.plan_page(
        "home",
        head,
        *_count_front(front),
        newest.isoformat() if newest else "",
        shows=press.keys_of(front.lead, *chain.from_iterable(_parts_of(front))),
        key="home",
        facts=lambda: {"front": front, "newest": newest},
    )


def _parts_of(front: FrontPage) -> Iterator[tuple[Article, ...]]:
    """The items on the home page beside the first one."""
    yield from (front.beside, front.below, front.notices, front.answers)
    yield from (front.exemplars, front.media)
    yield from (articles for _, articles in front.themes)


def _count_front(front: FrontPage) -> Iterator[str | int]:
    """All numbers of the home page, and the units on it."""
    yield from map(len, _parts_of(front))
    for unit, count in front.units:
        yield from (unit.id, count)
    yield from (front.article_count, front.exemplar_count, front.unit_count, front.more)


def _render_listing(press: Press, listing: Listing) -> Iterator[Output]:
    registers = press.site.newsroom.registers
    tabs = tabs_of(listing, press.by_address)
    rail_title, choices = rail_of(listing, press.by_address, registers)
    exemplars: tuple[Article, ...] = ()
    if listing.kind == "unit" and listing.unit:
        own = press.by_address.get(addresses.unit_exemplars(listing.unit))
        exemplars = own.articles if own else ()
    around = digest(
        *_follow_choices((*tabs, *choices)),
        press.keys_of(*listing.articles[:1], *exemplars[:2]),
        len(listing.articles),
        len(exemplars),
    )
    feeds = feeds_of(listing, registers.ward)
    render_rail = _make_rail(press, listing, rail_title, choices)
    for page in pages_of(listing, press.site.now):
        newest = () if page.articles else press.visible[:NEWEST]
        head = head_of_listing(listing, page.number, feeds)
        heading = heading_of(listing, page.number, press.site.now)
        yield press.plan_page(
            "listing",
            head,
            page.count,
            heading,
            shows=around + press.keys_of(*page.articles, *newest),
            key=section_of(listing),
            day=page.articles[0].day if page.articles else "",
            facts=partial(
                _list_facts,
                listing,
                page,
                render_rail,
                heading=heading,
                tabs=tabs,
                exemplars=exemplars,
                newest=newest,
            ),
        )


def _follow_choices(choices: Sequence[Choice]) -> Iterator[str | int]:
    for choice in choices:
        yield choice.text
        yield choice.address
        yield choice.count


def _list_facts(
    listing: Listing, page: Page, render_rail: Callable[[str], Markup], **more: object
) -> dict[str, object]:
    address = addresses.page(listing.address, page.number)
    return {
        "listing": listing,
        "page": page,
        "blocks": blocks_of(page, listing),
        "crumbs": crumbs_of(listing, page.number),
        "rail": render_rail("../" * address.count("/")),
        **more,
    }


def _make_rail(
    press: Press, listing: Listing, title: str, choices: tuple[Choice, ...]
) -> Callable[[str], Markup]:
    """Render the box beside a listing, once for each depth of its pages."""

    @cache
    def render(up: str) -> Markup:
        if not choices and not listing.has_feed:
            return Markup("")
        template = press.environment.get_template("_rail.html")
        return Markup(template.render(listing=listing, title=title, choices=choices, up=up))

    return render
