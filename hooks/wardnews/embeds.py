"""What other sites show of a listing: a frame, a fragment of HTML, and oEmbed documents.

A frame is a page of its own, readable without script. It stands in sandboxes that take its origin
away, so all it loads is named by address and nothing is stored.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from wardnews import addresses
from wardnews.cache import Cache
from wardnews.compiled import CompiledTemplates
from wardnews.embed_files import render_embed_files
from wardnews.farewells import Farewell, say_farewell
from wardnews.listings import is_closed, is_of_last_year, order_articles
from wardnews.model import Article, Listing
from wardnews.outputs import Output, digest, digest_bytes
from wardnews.padding import WARD_WIDE, choose_padding
from wardnews.policies import write_frame_policy
from wardnews.site_context import Asset, Site
from wardnews.subscriptions import name_feed
from wardnews.text.dates import show_day, show_month

MOST = 20  # items in a frame, of which it shows as many as its address asks for
IN_FRAGMENT = 5
_LISTING_SIZE = (600, 420)  # pixels, for those who cannot ask the frame itself
_ITEM_SIZE = (600, 260)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a listing shows elsewhere: its newest items, filled up when they are few."""

    listing: Listing
    articles: tuple[Article, ...]  # newest first
    ward_wide: frozenset[str]  # paths of those that only fill up
    farewell: Farewell | None


def render_embeds(site: Site, templates: Path, cache: Cache | None = None) -> Iterator[Output]:
    """Everything for pages of others; `templates` is the folder of the fillings."""
    environment = _make_environment(templates, site, cache)
    by_address = {listing.address: listing for listing in site.listings}
    for listing in site.listings:
        if listing.has_embed:
            yield from _render_listing(choose_items(listing, by_address, site), site, environment)
    shown = by_address[addresses.HOME].articles
    yield from _render_months(shown, site, environment)
    base = digest("oembed", site.base)
    for article in shown:
        if not is_of_last_year(article, site.now):
            break
        yield Output(
            path=addresses.oembed(article),
            key=digest_bytes(base, site.cards[article.path]),
            make=partial(_describe_item, article, site),
        )
    yield from render_embed_files(templates)


def choose_items(listing: Listing, by_address: Mapping[str, Listing], site: Site) -> Choice:
    """The same items that the listing's feeds begin with."""
    own = listing.articles[:MOST]
    padding = choose_padding(listing, own, by_address, site.now)
    unit = listing.unit
    return Choice(
        listing=listing,
        articles=order_articles([*own, *padding]),
        ward_wide=frozenset(article.path for article in padding),
        farewell=say_farewell(unit, site) if unit and is_closed(unit, site.now) else None,
    )


def _make_environment(templates: Path, site: Site, cache: Cache | None) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates / "embeds"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=CompiledTemplates(cache) if cache else None,
    )
    environment.filters["day"] = show_day
    environment.globals.update(
        addresses=addresses,
        ward=site.newsroom.registers.ward,
        site_url=site.url,
        policy=write_frame_policy(site.url),
        ward_wide_words=WARD_WIDE,
        thumbnail=lambda item: (found := _find_picture(item, site)) and found.thumbnail,
    )
    return environment


# --- listings ------------------------------------------------------------------------------


def _render_listing(choice: Choice, site: Site, environment: Environment) -> Iterator[Output]:
    listing = choice.listing
    follows = digest(
        site.base,
        listing.address,
        choice.farewell,
        *((site.cards[a.path], a.path in choice.ward_wide) for a in choice.articles),
    )
    name = name_feed(listing, site.newsroom.registers.ward)
    frame = addresses.embed(listing.address)
    yield Output(
        path=addresses.file(frame),
        key=digest("frame", follows),
        make=lambda: _fill(
            environment,
            "frame.html",
            choice=choice,
            name=name,
            up="../" * frame.count("/"),
        ).encode(),
    )
    yield Output(
        path=addresses.fragment(listing.address),
        key=digest("fragment", follows),
        make=lambda: _render_fragment(choice, environment),
    )
    yield Output(
        path=addresses.embed_oembed(listing.address),
        key=digest("oembed", site.base, listing.address),
        make=partial(_describe_listing, listing, site),
    )


def _render_fragment(choice: Choice, environment: Environment) -> bytes:
    """Plain ASCII: a fragment has no say in how the page around it is encoded."""
    html = _fill(
        environment,
        "fragment.html",
        choice=choice,
        articles=choice.articles[:IN_FRAGMENT],
    )
    return html.encode("ascii", "xmlcharrefreplace")


def _fill(environment: Environment, template: str, **facts: object) -> str:
    return environment.get_template(template).render(**facts)


# --- items ---------------------------------------------------------------------------------


def _render_months(
    shown: tuple[Article, ...], site: Site, environment: Environment
) -> Iterator[Output]:
    """One frame for each month of items: a frame an item would double the files of the site.

    Who once pasted an item's address keeps what it shows for ever, so no frame is taken away.
    """
    months: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    items = {article.path: article for article in (*shown, *site.notices)}
    for path, article in items.items():
        for address, key in addresses.list_item_embeds(article):
            months[address].setdefault(path, []).append(key)
    gone = {article.path for article in site.notices}
    for address, keys in months.items():
        yield Output(
            path=addresses.file(address),
            key=digest(
                site.base,
                address,
                [(keys[path], b"" if path in gone else site.cards[path]) for path in keys],
            ),
            make=partial(
                _render_month,
                address,
                [(items[path], keys[path], path in gone) for path in keys],
                environment,
            ),
        )


def _render_month(
    address: str, rows: list[tuple[Article, list[str], bool]], environment: Environment
) -> bytes:
    """`rows` are items, each with its keys in this month, and whether only a notice is left."""
    up, (year, month) = "../" * address.count("/"), address.split("/")[:2]
    title = show_month(year, month).lower()
    return _fill(environment, "month.html", rows=rows, title=title, up=up).encode()


def _find_picture(article: Article, site: Site) -> Asset | None:
    image = article.image
    return site.assets[article.path].get(image.file) if image else None


# --- oEmbed ---------------------------------------------------------------------------------


def _describe_listing(listing: Listing, site: Site) -> bytes:
    name = name_feed(listing, site.newsroom.registers.ward)
    frame = site.url + addresses.embed(listing.address)
    return _write(_rich(name, site.url + listing.address, frame, _LISTING_SIZE, site))


def _describe_item(article: Article, site: Site) -> bytes:
    page, frame = addresses.article(article), addresses.item_embed(article)
    document = _rich(article.title, site.url + page, site.url + frame, _ITEM_SIZE, site)
    document["author_name"] = article.unit.name
    document["author_url"] = site.url + addresses.unit(article.unit)
    if (picture := _find_picture(article, site)) and (picture := picture.portable).width:
        document["thumbnail_url"] = site.url + picture.address
        document["thumbnail_width"] = picture.width
        document["thumbnail_height"] = picture.height
    return _write(document)


def _rich(
    title: str, page: str, frame: str, size: tuple[int, int], site: Site
) -> dict[str, str | int]:
    """A document as https://oembed.com/ has it, of the type of which WordPress takes frames.

    WordPress (wp_filter_oembed_result) puts the frame into a sandbox and hides it behind the
    quotation, until a message from the frame tells it to change the two: a frame that does
    not answer, now or in ten years, leaves the link.
    """
    width, height = size
    html = (
        f'<blockquote><a href="{escape(page)}">{escape(title)}</a></blockquote>'
        f'<iframe src="{escape(frame)}" title="{escape(title)}" width="{width}" height="{height}"'
        ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" frameborder="0"'
        ' loading="lazy" referrerpolicy="no-referrer"></iframe>'
    )
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": site.newsroom.registers.ward.section,
        "provider_url": site.url,
        "html": html,
        "width": width,
        "height": height,
    }


def _write(document: Mapping[str, str | int]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()
