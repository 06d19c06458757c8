"""A finding: what keeps a built site from being published, where it is, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 5  # findings of one rule; one cause often has hundreds of consequences


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong with a built site (in Vietnamese)."""

    rule: str  # a short stable name: "links", "feeds"
    path: str  # of the file in the site
    message: str
    remedy: str


def render_findings(findings: Iterable[Finding]) -> str:
    """Two lines a finding; of one rule only the first ones, and how many more there are."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    return "".join(map(_render_rule, by_rule.values()))


def _render_rule(found: list[Finding]) -> str:
    lines = [f"{f.path}: {f.message}\n    Cách sửa: {f.remedy}\n" for f in found[:_SHOWN]]
    more = len(found) - _SHOWN
    return "".join(lines) + (f"… và {more} chỗ nữa cùng loại.\n" if more > 0 else "")
