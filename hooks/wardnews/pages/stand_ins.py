"""Pages in the place of others: what was withdrawn or has expired, old addresses, wrong ones."""

from __future__ import annotations

from urllib.parse import urlsplit

from wardnews import addresses, policies
from wardnews.model import Article
from wardnews.outputs import Output, ready_output
from wardnews.pages.heads import Head, head_of_notice
from wardnews.pages.press import Press


def render_notice(press: Press, item: Article) -> Output:
    title = "Bài này đã được gỡ" if item.withdrawn else "Bài này đã hết thời hạn đăng"
    head = head_of_notice(item, title)
    return press.plan_page(
        "notice",
        head,
        title,
        shows=press.keys_of(item),
        facts=lambda: {"title": title, "withdrawn": item.withdrawn},
    )


def render_redirect(press: Press, old: str, new: str) -> Output:
    """A page at an old address; an address without an ending is a folder of that name."""
    place = old if old.endswith(("/", ".html")) else old + "/"
    html = press.environment.get_template("redirect.html").render(
        target=addresses.relative(new, place),
        canonical=press.site.url + new,
        policy=policies.REDIRECT,
    )
    return ready_output(addresses.file(place), html.encode())


def render_not_found(press: Press) -> Output:
    """404.html answers at any depth, so its addresses begin at the site's root."""
    head = Head(
        title="Không có trang này",
        description="Địa chỉ không đúng hoặc trang đã chuyển.",
        address="404.html",
        hidden=True,
    )
    up = urlsplit(press.site.url).path or "/"
    facts = {"searchable": bool(press.site.bundles)}
    return press.plan_page("not_found", head, repr(facts), up=up, facts=lambda: facts)
