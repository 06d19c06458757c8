"""The press: sets a filling into the frame, with what all pages of one build share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment

from wardnews import addresses, policies
from wardnews.model import Article, Listing
from wardnews.outputs import Output, digest_bytes
from wardnews.pages.frame import Frame
from wardnews.pages.heads import Head
from wardnews.site_context import SharePicture, Site

_NOBODY = bytes(16)  # as long as a key


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """One build's site, frame and templates."""

    site: Site
    frame: Frame
    environment: Environment
    by_address: Mapping[str, Listing]

    @property
    def visible(self) -> tuple[Article, ...]:
        """The items that are shown, newest first."""
        return self.by_address[addresses.HOME].articles

    def keys_of(self, *articles: Article | None) -> bytes:
        """What identifies the cards of items, in this order; a place without one counts too."""
        cards = self.site.cards
        return b"".join([cards[a.path] if a else _NOBODY for a in articles])

    def share_of(self, head: Head) -> SharePicture:
        """What a shared link to the page shows; all pages of a listing show the same."""
        shares = self.site.shares
        first = head.address.partition("trang/")[0]
        return shares.get(first) or shares[addresses.HOME]

    def plan_page(
        self,
        template: str,
        head: Head,
        *follows: str | int,
        shows: bytes = b"",
        facts: Callable[[], Mapping[str, Any]],
        key: str = "",
        up: str | None = None,
        day: str = "",
    ) -> Output:
        """A filling set into the frame, rendered only when it has to be.

        `shows` are keys, each of 16 bytes, one after the other; with `follows` they are all that
        the head and the facts follow from beside the registers, the templates, the frame and
        the code. `up` leads to the root, by default relatively.
        """
        share = self.share_of(head)
        words = (template, head.address, head.oembed, share.address, share.alt, *follows)
        # The words end with the bracket of their tuple, so none can be taken for a key.
        return Output(
            path=addresses.file(head.address),
            key=digest_bytes(self.site.base, repr(words).encode(), shows),
            make=lambda: self._set(template, head, facts(), key, up),
            day=day,
        )

    def _set(
        self, template: str, head: Head, facts: Mapping[str, Any], key: str, up: str | None
    ) -> bytes:
        up = "../" * head.address.count("/") if up is None else up
        get = self.environment.get_template
        html = self.frame.fill(
            base=up,
            head=get("head.html").render(
                head=head,
                facts=facts,
                share=self.share_of(head),
                policy=policies.choose_policy(head.address),
            ),
            main=get(f"{template}.html").render(up=up, address=head.address, **facts),
            key=key,
            kind=template.replace("_", "-"),
        )
        return html.encode()
