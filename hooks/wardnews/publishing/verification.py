"""All rules that a built site must obey before the public may see it, in one place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from wardnews.publishing.candidate import Candidate
from wardnews.publishing.feed_rules import (
    check_complete,
    check_ids,
    check_readable,
    check_same_items,
)
from wardnews.publishing.findings import Finding
from wardnews.publishing.leak_rules import check_guids, check_places, check_texts
from wardnews.publishing.link_rules import check_feed_links, check_links, check_styles
from wardnews.publishing.loss_rules import check_addresses, check_counts
from wardnews.publishing.return_rules import check_returns
from wardnews.publishing.sitemap_rules import check_sitemap
from wardnews.publishing.trace_rules import check_withdrawn_words

_RULES: tuple[Callable[[Candidate], Iterator[Finding]], ...] = (
    check_links,
    check_feed_links,
    check_styles,
    check_readable,
    check_ids,
    check_complete,
    check_same_items,
    check_addresses,
    check_counts,
    check_returns,
    check_sitemap,
    check_places,
    check_guids,
    check_texts,
    check_withdrawn_words,
)


def verify(candidate: Candidate, allowed: Collection[str] = ()) -> tuple[Finding, ...]:
    """Everything that is wrong with a built site; the rules named in `allowed` may be broken."""
    found = (finding for rule in _RULES for finding in rule(candidate))
    return tuple(dict.fromkeys(finding for finding in found if finding.rule not in allowed))
