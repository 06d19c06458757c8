"""The site for machines: sitemap.xml, robots.txt, and the redirects for the server."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator
from datetime import datetime

from lxml import etree

from wardnews import addresses
from wardnews.listings import is_shown
from wardnews.outputs import Output, digest, ready_output
from wardnews.site_context import Site

_INDEXES = (
    addresses.UNITS,
    addresses.ARCHIVE,
    addresses.DOCUMENTS,
    addresses.DATA,
    addresses.SUBSCRIBE,
    addresses.SITE_MAP,
    addresses.EMBEDS,
    addresses.SEARCH,
)
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render_data(site: Site, standing: Collection[str]) -> Iterator[Output]:
    """The machine's view; `standing` are the addresses of the standing pages."""
    pages = list(_pages(site, standing))
    yield Output(
        path="sitemap.xml",
        key=digest(site.base, *(part for page in pages for part in page)),
        make=lambda: _render_sitemap(pages, site.url),
    )
    rule = "Disallow" if site.preview else "Allow"
    robots = f"User-agent: *\n{rule}: /\nSitemap: {site.url}sitemap.xml\n"
    yield ready_output("robots.txt", robots.encode())
    redirects = {f"/{old}": f"/{new}" for old, new in sorted(site.redirects.items())}
    text = json.dumps(redirects, ensure_ascii=False, indent=1) + "\n"
    yield ready_output("redirects.json", text.encode())


def _render_sitemap(pages: Iterable[tuple[str, str]], site_url: str) -> bytes:
    """Every page that is worth finding, with the moment of its newest change (sitemaps.org)."""
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP})  # type: ignore[dict-item]
    for address, changed in sorted(pages):
        url = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(url, f"{{{_SITEMAP}}}loc").text = site_url + address
        if changed:
            etree.SubElement(url, f"{{{_SITEMAP}}}lastmod").text = changed
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _pages(site: Site, standing: Collection[str]) -> Iterator[tuple[str, str]]:
    for listing in site.listings:
        if listing.articles:
            yield listing.address, _stamp(max(item.modified for item in listing.articles))
    for article in site.newsroom.articles:
        if is_shown(article, site.now, preview=site.preview):
            yield addresses.article(article), _stamp(article.modified)
    for address in (*_INDEXES, *sorted(standing)):
        yield address, ""
    for document in site.newsroom.registers.documents:
        yield addresses.document(document), ""


def _stamp(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
