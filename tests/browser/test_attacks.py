"""What attacks were let through does no harm in a real browser, with the policies or without.

Many pages stand in frames of one, so that a whole corpus is seen in seconds. Whatever waits for
the reader is set off as well: every element is entered, focused, pressed.
"""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Dialog, Page

from attack_corpus import Attack, list_items, read_attacks, write_attack
from conftest import NOW, SMALL
from dangers import list_dangers
from wardnews.policies import FILM_HOSTS

SITE = "https://vidu.example/thu/"  # the address in the pages; they are served on this machine
AT_ONCE = 24  # pages in frames of one
LISTINGS = """trang/2/ chu-de/i/ don-vi/ don-vi/ubnd/ don-vi/a-mot/ don-vi/a-hai/ van-ban/xau/
    the/ma-doc/ lien-he/ dang-ky/ nhung/ du-lieu/ luu-tru/ tim-kiem/?q=canary nhung/fragment.html
    nhung/tat-ca/?kieu=the 2026/11/nhung/?kieu=anh don-vi/a-mot/nhung/""".split()
FEEDS = ("feed.xml", "atom.xml", "don-vi/a-mot/feed.xml")
# Feeds and embeds name the site by its public address, a film was asked for by a tap, and the last
# is what the browser itself asks about forms.
EXPECTED = {urlsplit(own).hostname for own in (SITE, *FILM_HOSTS)}
EXPECTED.add("content-autofill.googleapis.com")
TRY_ALL = """() => {
    const events = "mouseover mouseenter focus click pointerdown toggle animationend".split(" ");
    const safe = ["http:", "https:", "mailto:", "tel:"], links = [];
    for (const name of ["click", "submit"])
        document.addEventListener(name, (event) => event.preventDefault(), true);
    const all = (document.querySelector("#__main") || document).querySelectorAll("*");
    for (const element of [document.body, ...all]) {
        for (const name of events)
            element.dispatchEvent(new Event(name, { bubbles: true, cancelable: true }));
        if (element.protocol && !safe.includes(element.protocol)) links.push(element.href);
    }
    return links;
}"""


@dataclass(slots=True)
class Harm:
    """What must not have happened."""

    scripts: list[str] = field(default_factory=list)  # where canary() ran
    dialogs: list[str] = field(default_factory=list)
    strangers: list[str] = field(default_factory=list)  # hosts that were asked for something
    links: list[str] = field(default_factory=list)  # that run something

    def __bool__(self) -> bool:
        return any((self.scripts, self.dialogs, self.strangers, self.links))


@pytest.fixture(scope="module")
def let_through() -> list[Attack]:
    return [attack for attack in read_attacks() if not attack.refused]


@pytest.fixture(scope="module")
def attacked(
    let_through: list[Attack],
    build_small: Callable[..., Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Path:
    """A site with every attack that is not refused."""
    place = tmp_path_factory.mktemp("attacked")
    content = shutil.copytree(SMALL, place / "content")
    for attack in let_through:
        write_attack(attack, content)
    return build_small(place / "www" / "thu", content=content, now=NOW)


class _Server(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def end_headers(self) -> None:
        """Nothing is asked for twice: a pass over all pages would take minutes."""
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()


@pytest.fixture(scope="module")
def served(attacked: Path) -> Iterator[str]:
    """The address of the folder in which the attacked site lies as thu/."""
    handler = partial(_Server, directory=str(attacked.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class _Proxy(BaseHTTPRequestHandler):
    """Where the browser is sent for whatever is not on this machine: it keeps the host."""

    asked: ClassVar[list[str]] = []

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Refuse http://host/… and, as CONNECT, host:443."""
        host = urlsplit(self.path).hostname or self.path.partition(":")[0]
        if host not in EXPECTED:
            self.asked.append(host)
        self.send_error(502)

    do_CONNECT = do_POST = do_HEAD = do_GET  # noqa: N815


@contextmanager
def open_page(browser: Browser, *, policies: bool) -> Iterator[tuple[Page, Harm]]:
    """A page, and what harm was done in it; nothing leaves this machine."""
    harm = Harm()
    proxy = type("_Own", (_Proxy,), {"asked": harm.strangers})
    with ThreadingHTTPServer(("127.0.0.1", 0), proxy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        context = browser.new_context(
            bypass_csp=not policies,
            proxy={"server": f"http://127.0.0.1:{server.server_address[1]}", "bypass": "127.0.0.1"},
        )
        context.expose_binding("canary", lambda source: harm.scripts.append(source["frame"].url))
        page = context.new_page()
        page.on("dialog", partial(_close_dialog, harm))
        yield page, harm
        context.close()
        server.shutdown()


def _close_dialog(harm: Harm, dialog: Dialog) -> None:
    harm.dialogs.append(dialog.message)
    dialog.dismiss()


def see_together(page: Page, served: str, www: Path, addresses: list[str], harm: Harm) -> None:
    """Open pages in frames of one, wait for them, and try all that stands in them."""
    frames = (f'<iframe src="{address}"></iframe>' for address in addresses)
    (www / "khung.html").write_text("<!doctype html>" + "".join(frames), "utf-8")
    page.goto(f"{served}khung.html?{addresses[0]}", wait_until="load")
    shown = [frame for frame in page.frames if frame != page.main_frame]
    assert len(shown) >= len(addresses)
    for frame in shown:
        harm.links += frame.evaluate(TRY_ALL)
    page.wait_for_timeout(50)  # what was set off may take a moment


def split(rows: list[str], length: int) -> Iterator[list[str]]:
    return (rows[start : start + length] for start in range(0, len(rows), length))


@pytest.mark.parametrize("policies", [True, False], ids=["with policies", "without policies"])
def test_no_attack_does_harm(
    browser: Browser, served: str, attacked: Path, let_through: list[Attack], policies: bool
) -> None:
    items = [attack.page for attack in list_items(let_through)]
    with open_page(browser, policies=policies) as (page, harm):
        for addresses in split(["", *LISTINGS, *items], AT_ONCE):
            here = [f"thu/{address}" for address in addresses]
            see_together(page, served, attacked.parent, here, harm)
        for feed in FEEDS:
            page.goto(f"{served}thu/{feed}")
    assert not harm, harm


def test_the_browser_would_have_seen_harm(browser: Browser, served: str, attacked: Path) -> None:
    """Each kind of harm, done on purpose, is noticed by what the test above looks at."""
    (attacked.parent / "xau.html").write_text(
        '<img src="http://xau.example/a.png"><script src="https://khac.example/a.js"></script>'
        '<b onmouseenter="canary()">x</b><a href="javascript:canary()">x</a>'
        "<script>canary(); alert(1)</script>",
        "utf-8",
    )
    with open_page(browser, policies=False) as (page, harm):
        see_together(page, served, attacked.parent, ["xau.html"], harm)
    assert len(harm.scripts) >= 2 and harm.dialogs == ["1"]
    assert {*harm.strangers} == {"xau.example", "khac.example"}
    assert harm.links == ["javascript:canary()"]


def test_every_page_of_the_attacked_site_is_without_danger(attacked: Path) -> None:
    """As browsers read it, whether it was opened above or not."""
    for path in sorted(attacked.rglob("*.html")):
        if "tan-cong" in str(path) or path.parent == attacked:
            assert list_dangers(path.read_bytes(), site=SITE) == [], path
