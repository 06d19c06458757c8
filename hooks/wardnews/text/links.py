"""Addresses outside the site that a page may carry: of the web, of mail, of a telephone.

Nothing else may stand in a link that editors write: not `javascript:` or `data:`, which run, and
not `https://a.gov.vn@b.example` or `https:\\b.example`, which show one host and lead to another.
"""

from __future__ import annotations

import re

SCHEMES = ("http", "https", "mailto", "tel")
_WEB = re.compile(
    r"""https?://[^\s/?#@\\<>"'`]*[^\W_][^\s/?#@\\<>"'`]*([/?#][^\s\\<>"`]*)?""", re.IGNORECASE
)
_MAIL = re.compile(r"""[^\s@<>"'`,;:?&#%\\/()]+@[^\W_][^\s@<>"'`,;:?&#%\\/()]*\.[^\W_]+""")
_PHONE = re.compile(r"tel:\+?[0-9]([0-9.\-() ]|%20)*", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Is it a whole http or https address?"""
    return _WEB.fullmatch(text) is not None


def is_mail_address(text: str) -> bool:
    """Is it one mail address, with nothing before or behind?"""
    return len(text) <= 254 and _MAIL.fullmatch(text) is not None


def is_outside(text: str) -> bool:
    """Is it what a link to the outside may hold?"""
    scheme, _, rest = text.partition(":")
    if scheme.lower() == "mailto":
        return is_mail_address(rest.partition("?")[0]) and not re.search(r"[\s<>\"\\]", rest)
    return is_web_address(text) or _PHONE.fullmatch(text) is not None
