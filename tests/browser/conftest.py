"""A real browser before the whole demo site, served under a path as it is published."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from host_pages import School, Ward, serve_school, serve_ward

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
ROOT = "/thu/"  # as conftest.build_small publishes


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *arguments: object, **named: object) -> None:
        """Answer a wrong address as the server of the ward does."""
        self.send_response(code)
        self.end_headers()
        self.wfile.write((Path(self.directory) / "thu" / "404.html").read_bytes())


@pytest.fixture(scope="session")
def base(demo_site: Path) -> Iterator[str]:
    """The address of the demo site on this machine."""
    handler = partial(_Quiet, directory=str(demo_site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}{ROOT}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = os.environ.get("WARDNEWS_CHROMIUM", "/usr/bin/chromium")
    assert Path(path).exists(), "run the tests with scripts/run_tests.py: it installs Chromium"
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=path, args=_FLAGS.split())
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser: Browser, base: str) -> Iterator[Callable[..., Page]]:
    """Opens an address of the site in a new window; any fault of the page fails the test."""
    faults: list[str] = []
    contexts = []

    def refuse(route: Route) -> None:
        faults.append(f"asks another host: {route.request.url}")
        route.abort()

    def open_one(address: str, width: int = 360, script: str = "", **options: object) -> Page:
        """`script` runs before those of the page."""
        context = browser.new_context(viewport={"width": width, "height": 740}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.route(lambda url: not url.startswith((base.removesuffix(ROOT), "data:")), refuse)
        context.add_init_script(script)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"{address}: {error}"))
        page.on(
            "console",
            lambda said: (
                said.type in ("error", "warning") and faults.append(f"{address}: {said.text}")
            ),
        )
        page.goto(base + address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def ward(demo_site: Path) -> Iterator[Ward]:
    """The demo site as others meet it, on an origin of its own."""
    with serve_ward(demo_site.parent) as served:
        yield served


@pytest.fixture
def school() -> Iterator[School]:
    """A server for the pages of a school."""
    with serve_school() as served:
        yield served


@pytest.fixture
def visit(browser: Browser, school: School) -> Iterator[Callable[..., Page]]:
    """Opens a page of the school; what it asks of third hosts fails the test, and so do errors."""
    faults: list[str] = []
    contexts = []

    def note_stranger(url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", school.url, "about:", "data:")):
            faults.append(f"asks another host: {url}")

    def visit_one(url: str, width: int = 800, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)  # type: ignore[arg-type]
        contexts.append(context)
        context.on("request", lambda request: note_stranger(request.url))
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(url)
        return page

    yield visit_one
    for context in contexts:
        context.close()
    assert faults == []
