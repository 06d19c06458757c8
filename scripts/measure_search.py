"""Measures the search in a real browser: known items found first, bytes that a reader loads."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__, dev=True)

from _arguments import count, make_parser

sys.path.append(str(CHECKOUT / "tests" / "bench"))

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from known_items import Known

_FOLDER = CHECKOUT / ".benchmark" / "search"
_NOW = "2026-12-01T08:00:00+07:00"
_AMONG = 2000  # the items that are asked for are the same in a larger corpus
_COMMON = (("học sinh lớp", "đổi mới"), ("giáo dục an toàn", "nhà trường"), ("duong", "thcs"))
_APART = ("đ/d", "tắt")  # beside the sixty: without accents đ and d are one
_ASK = """async ([query, typing]) => {
    const form = document.querySelector("[data-search]"), tables = JSON.parse(form.dataset.tables);
    const { openIndex } = await import("../assets/wardnews/search-engine.js");
    const bundles = form.dataset.bundles.split(" ").map(each => new URL(each, location.href).href);
    window.index = window.index || openIndex(bundles, tables);
    const found = await (await window.index)(query, { typing });
    return (await found.load(0, 10)).map(({ raw_url }) => raw_url);
}"""


def main(arguments: list[str] | None = None) -> int:
    """Build a site of made-up items, ask for sixty of them, print tables in Markdown."""
    parser = make_parser("Đo tìm kiếm bằng trình duyệt thật: 60 bài biết trước, và số byte tải về.")
    parser.add_argument("--articles", type=count, default=2000, metavar="SỐ", help="số bài")
    parser.add_argument("--keep", action="store_true", help="dùng lại trang đã dựng lần trước")
    options = parser.parse_args(arguments)

    from playwright.sync_api import sync_playwright

    from _search_program import prepare_search
    from _test_programs import find_browser
    from known_items import add_twins, list_known, make_varied

    prepare_search()
    items = list(make_varied(options.articles))
    twins = add_twins(items)
    known = [*list_known(items[:_AMONG], items), *twins]
    site = _FOLDER / f"{options.articles}" / "site"
    if not options.keep or not site.exists():
        build_site(site, items)
    handler = partial(Counting, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as play:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browser = play.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        address = f"http://127.0.0.1:{server.server_address[1]}/tim-kiem/"
        page = browser.new_page()
        page.goto(address)
        print(f"{options.articles} bài\n")
        print_success(page, known)
        print_bytes(lambda: browser.new_context().new_page(), address)
        browser.close()
        server.shutdown()
    return 0


def build_site(site: Path, items: list[Any]) -> None:
    """Build with the script, as a ward does."""
    from corpus import write_items

    shutil.rmtree(site.parent, ignore_errors=True)
    content = site.parent / "content"
    write_items(content, items)
    command = [sys.executable, str(CHECKOUT / "scripts" / "build_site.py"), "--now", _NOW]
    command += ["--content", str(content), "--site-dir", str(site)]
    subprocess.run(command, check=True, stdout=sys.stderr)


class Counting(SimpleHTTPRequestHandler):
    """Serves text compressed, as a ward's server does, and counts what it sends."""

    sent = 0
    requests = 0

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        packed = path.suffix in (".html", ".js", ".css", ".json", ".svg")
        body = gzip.compress(content, 9) if packed else content
        Counting.sent += len(body)
        Counting.requests += 1
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


def print_success(page: Page, known: list[Known]) -> None:
    """How many items come first, and among the first five, for each way of typing."""
    from known_items import bare

    ways: dict[str, Callable[[str], tuple[str, bool]]] = {
        "có dấu": lambda query: (query, False),
        "không dấu": lambda query: (bare(query), False),
        "đang gõ (thiếu chữ cuối)": lambda query: (bare(query)[:-1], True),
    }
    kinds = list(dict.fromkeys(each.kind for each in known))
    sixty = [each for each in known if each.kind not in _APART]
    print(f"| | đứng đầu | trong 5 | {' | '.join(kinds)} |")
    print(f"|---|---|---|{'---|' * len(kinds)}")
    for way, ask in ways.items():
        places = {each: find_place(page, each, *ask(each.query)) for each in known}
        first = [each for each, place in places.items() if place == 0]
        five = sum(places[each] < 5 for each in sixty)
        cells = []
        for kind in kinds:
            whole = sum(each.kind == kind for each in known)
            cells.append(f"{sum(each.kind == kind for each in first)}/{whole}")
        top = sum(each in sixty for each in first)
        print(f"| {way} | {top}/{len(sixty)} | {five} | {' | '.join(cells)} |")
    print()


def find_place(page: Page, known: Known, query: str, typing: bool) -> int:
    """The place of the item among the first ten results; 99 when it is not there."""
    found = page.evaluate(_ASK, [query, typing])
    ending = f"-bai-so-{known.number}/"
    return next((place for place, path in enumerate(found) if path.endswith(ending)), 99)


def print_bytes(open_window: Any, address: str) -> None:
    """What a first question and the next one cost on top of the page."""
    print("| câu hỏi | trang | lần đầu | câu tiếp |\n|---|---|---|---|")
    for first, following in _COMMON:
        page = open_window()
        sizes = []
        take_count()
        page.goto(address, wait_until="networkidle")
        sizes.append(take_count())
        for query in (first, following):
            page.locator("#tu").fill(query)
            page.keyboard.press("Enter")
            page.get_by_role("status").filter(has_text=f"“{query}”").wait_for()
            page.wait_for_timeout(500)
            sizes.append(take_count())
        print(f"| {first}, {following} | {' | '.join(sizes)} |")
        page.context.close()


def take_count() -> str:
    """The bytes sent since the last time."""
    said = f"{Counting.sent / 1000:.0f} kB, {Counting.requests} tệp"
    Counting.sent = Counting.requests = 0
    return said


if __name__ == "__main__":
    sys.exit(main())
