"""What search engines and catalogues read of an item: schema.org as JSON-LD, and Dublin Core."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from markupsafe import Markup

from wardnews import addresses
from wardnews.model import Article
from wardnews.phrases import name_document
from wardnews.site_context import Site

# "</script>" and "<!--" would end the element or change how it is read.
_GUARDED = [(letter, f"\\u{ord(letter):04x}") for letter in "<>&'\u2028\u2029"]


def describe_item(article: Article, site: Site, crumbs: Sequence[tuple[str, str | None]]) -> Markup:
    """The item and the way to it, as the text of a <script type="application/ld+json">."""
    steps = [
        {
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": site.url + (address or ""),
        }
        for position, (name, address) in enumerate(crumbs, 1)
    ]
    graph = [
        _describe_article(article, site),
        {"@type": "BreadcrumbList", "itemListElement": steps},
    ]
    facts = {"@context": "https://schema.org", "@graph": graph}
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    for letter, written in _GUARDED:
        text = text.replace(letter, written)
    return Markup(text)


def _describe_article(article: Article, site: Site) -> dict[str, Any]:
    """A NewsArticle; of a giải đáp the fact, never the question that it answers."""
    ward, unit, url = site.newsroom.registers.ward, article.unit, site.url
    facts: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "datePublished": article.date.isoformat(timespec="seconds"),
        "dateModified": article.modified.isoformat(timespec="seconds"),
        "inLanguage": "vi",
        "isAccessibleForFree": True,
        "mainEntityOfPage": url + addresses.article(article),
        "articleSection": article.theme.name,
        "author": _organization(unit.name, url + addresses.unit(unit)),
        "publisher": _organization(ward.governing_body, url),
    }
    if article.image:
        facts["image"] = [url + site.assets[article.path][article.image.file].portable.address]
    if article.tags:
        facts["keywords"] = [tag.label for tag in article.tags]
    if article.source_url:
        facts["isBasedOn"] = article.source_url
    if article.corrections:
        facts["correction"] = [
            {
                "@type": "CorrectionComment",
                "text": correction.text,
                "datePublished": correction.date.isoformat(timespec="seconds"),
            }
            for correction in article.corrections
        ]
    return facts


def _organization(name: str, url: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name, "url": url}


def list_dublin_core(article: Article, site: Site) -> Iterator[tuple[str, str]]:
    """Element and value, in the order of the list that Thông tư 24/2011 once asked for."""
    ward = site.newsroom.registers.ward
    yield "title", article.title
    yield "creator", article.author or article.unit.name
    yield "date", article.date.isoformat(timespec="minutes")
    yield "description", article.summary
    yield "publisher", ward.governing_body
    yield "identifier", site.url + addresses.article(article)
    yield "language", "vi"
    if source := article.source_url or article.source:
        yield "source", source
    if article.author and article.author != article.unit.name:
        yield "contributor", article.unit.name
    yield "subject", article.theme.name
    yield from (("subject", tag.label) for tag in article.tags)
    yield "coverage", f"{ward.name}, {ward.province}"
    yield "type", article.kind.label
    yield "format", "text/html"
    yield from (("relation", name_document(document)) for document in article.documents)
    yield "rights", ward.reuse
