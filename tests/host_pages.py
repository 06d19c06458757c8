"""Pages of schools that show the ward's news: on another origin, with what their systems leave."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parent.parent
PUBLISHED = b"https://vidu.example/thu/"  # as conftest.build_small publishes
WORDPRESS = ROOT / ".readers" / "wordpress" / "usr" / "share" / "wordpress" / "wp-includes"
# The editor of NukeViet 4.5 puts this on every iframe; WordPress this on what it embeds.
SANDBOX_OF_NUKEVIET = "allow-scripts allow-same-origin allow-forms allow-presentation"
SANDBOX_OF_WORDPRESS = "allow-scripts"
SANDBOX_OF_OURS = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
# Heads of pages that do much to themselves, and the attributes of their <html>.
STRANGE_HOSTS = {
    "everything unset": (
        "<style>* { all: unset } style, script, title { display: none }"
        " iframe { display: block; width: 100% }</style>",
        'lang="vi"',
    ),
    "white links": (
        "<style>a, li, p { color: white !important; display: none }</style>",
        'lang="vi"',
    ),
    "dark": (
        "<style>html { background: #000; color: #ccc; color-scheme: dark }</style>",
        'lang="vi"',
    ),
    "right to left": ("<style>body { text-align: center }</style>", 'lang="ar" dir="rtl"'),
    "tiny letters": (
        "<style>html { font-size: 62.5% } body { font: 1px/1 serif }</style>",
        'lang="vi"',
    ),
}


@dataclass(kw_only=True)
class Ward:
    """The ward's server: what it lets others read, and how long it takes."""

    folder: Path  # holds the site below "thu/"
    url: str = ""
    allows_others: bool = True  # Access-Control-Allow-Origin
    delay: float = 0.0  # seconds before a feed comes
    replaced: dict[str, bytes] = field(default_factory=dict)  # path -> what is served instead
    asked: list[tuple[str, str]] = field(default_factory=list)  # path and cookies of each request


class _WardHandler(SimpleHTTPRequestHandler):
    """Serves the site as if it had been built for the address at which it stands here."""

    ward: Ward

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        self.ward.asked.append((path, self.headers.get("Cookie", "")))
        file = self.ward.folder / path.lstrip("/")
        file = file / "index.html" if path.endswith("/") else file
        if path not in self.ward.replaced and not file.is_file():
            self.send_response(404)
            self.end_headers()
            return
        content = self.ward.replaced.get(path) or file.read_bytes()
        if file.suffix in (".html", ".json"):
            content = content.replace(PUBLISHED, self.ward.url.encode())
        if file.suffix == ".json":
            time.sleep(self.ward.delay)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(content)))
        if self.ward.allows_others:
            self.send_header("Access-Control-Allow-Origin", "*")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(kw_only=True)
class School:
    """A school's server: its pages by path, and the headers that go with all of them."""

    url: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)

    def publish(self, body: str, head: str = "", attributes: str = 'lang="vi"') -> str:
        """Put up a page; its address."""
        path = f"/{len(self.pages)}.html"
        self.pages[path] = (
            f"<!doctype html><html {attributes}><head><meta charset=utf-8><title>Trường</title>"
            f"{head}</head><body><h1>Trường</h1><h2>Tin</h2>{body}</body></html>"
        )
        return self.url + path


class _SchoolHandler(BaseHTTPRequestHandler):
    school: School

    def do_GET(self) -> None:
        path = urlsplit(self.path).path
        if path.startswith("/wp-includes/js/"):
            kind, content = "text/javascript", (WORDPRESS / path[13:]).read_bytes()
        else:
            kind, content = "text/html", self.school.pages.get(path, "").encode()
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        for name, value in self.school.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _serve(handler: type[BaseHTTPRequestHandler]) -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@contextmanager
def serve_ward(folder: Path) -> Iterator[Ward]:
    """The ward at 127.0.0.1; `folder` holds its site below "thu/"."""
    ward = Ward(folder=folder)
    with _serve(type("_OneWard", (_WardHandler,), {"ward": ward})) as port:
        ward.url = f"http://127.0.0.1:{port}/thu/"
        yield ward


@contextmanager
def serve_school() -> Iterator[School]:
    """A school at localhost: another host, so another site to the browser."""
    school = School()
    with _serve(type("_OneSchool", (_SchoolHandler,), {"school": school})) as port:
        school.url = f"http://localhost:{port}"
        yield school


def frame_of(url: str, *, sandbox: str | None = SANDBOX_OF_OURS, more: str = "") -> str:
    """An iframe as it is pasted."""
    kept = "" if sandbox is None else f' sandbox="{sandbox}"'
    return f'<iframe src="{url}" title="Tin" width="100%" height="420"{kept} {more}></iframe>'


def element_of(attributes: str) -> str:
    """The element as it is pasted, with something inside for when there are no news."""
    return f"<vy-tin {attributes}><a href='https://du-phong.example/'>Dự phòng</a></vy-tin>"
