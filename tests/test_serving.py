"""The real nginx and Caddy with what deploy/ ships, at the root of a domain and below a path."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
from collections.abc import Iterator
from email.utils import formatdate
from pathlib import Path

import brotli
import feedparser
import pytest

from feed_readers import fetch_with_newsboat
from wardnews import addresses
from wardnews.attachments import MEDIA_TYPES
from web_servers import PORTALS, SERVERS, Served, serve_nginx

ITEM = "2026/10/th-mau-a-goc-doc-cuoi-lop/"
GONE = "2026/11/th-mau-b-lich-do-xe/"
OLD = "tin/muc-tieu-2026/"
NEW = "2026/04/phong-vhxh-muc-tieu-den-het-nam-2026/"
SOUND = "2026/01/ubnd-tep/tep.mp3"
FRAME = "don-vi/th-mau-a/nhung/"
COMPRESSED = (".html", ".xml", ".json", ".css", ".js", ".svg", ".txt", ".csv", ".opml", ".ics")
SHORT = "public, max-age=300, must-revalidate"
FOR_FEEDS = "public, max-age=600, must-revalidate"
POLICY = (
    "default-src 'none'; script-src {}; style-src 'self'; img-src 'self'; font-src 'self';"
    " media-src 'self'; connect-src 'self'; frame-src 'self' https://www.youtube-nocookie.com"
    " https://www.facebook.com; form-action 'self'; base-uri 'none'"
)
META_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">')
EVERYWHERE = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


@pytest.fixture(scope="session")
def target(demo_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo site as it is published, and beside it one file of every kind that items may have.

    `current` leads to the release; a file that nobody may read lies next to it.
    """
    folder = tmp_path_factory.mktemp("target")
    release = folder / "releases" / "1"
    shutil.copytree(demo_site, release)
    files = release / "2026" / "01" / "ubnd-tep"
    files.mkdir(parents=True)
    for ending in (*MEDIA_TYPES, ".webp", ".gif"):
        (files / f"tep{ending}").write_bytes(b"0123456789" * 10)
    sign = release / addresses.moved("cu/trang.html", NEW)
    sign.parent.mkdir(parents=True)
    sign.touch()
    for file in [path for path in release.rglob("*") if path.suffix in COMPRESSED]:
        content = file.read_bytes()
        file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(content, mtime=0))
        file.with_name(f"{file.name}.br").write_bytes(brotli.compress(content, quality=5))
    (folder / "current").symlink_to("releases/1")
    (folder / "secret.txt").write_text("secret")
    (release / ".git").mkdir()
    (release / ".git" / "config").write_text("secret")
    return folder


@pytest.fixture(
    scope="module",
    params=[(name, path) for name in SERVERS for path in ("/thu", "")],
    ids=lambda param: f"{param[0]}{param[1] or '/'}",
)
def served(
    request: pytest.FixtureRequest, target: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served]:
    name, path = request.param
    with SERVERS[name](target, path, tmp_path_factory.mktemp(name)) as found:
        yield found


def _list_pages(target: Path) -> list[str]:
    """The path of every page that is shown as it is."""
    release = target / "releases" / "1"
    files = (path.relative_to(release).as_posix() for path in release.rglob("*.html"))
    moved = json.loads((release / "redirects.json").read_bytes())
    return sorted(name for name in files if f"/{name.removesuffix('index.html')}" not in moved)


# --- what a file is ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("", "text/html; charset=utf-8"),
        (ITEM, "text/html; charset=utf-8"),
        ("404.html", "text/html; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),  # or a person who opens it may not see it
        ("atom.xml", "application/xml; charset=utf-8"),
        ("feed.json", "application/feed+json; charset=utf-8"),
        ("don-vi/th-mau-a/feed.json", "application/feed+json; charset=utf-8"),
        ("nhung/tat-ca/oembed.json", "application/json; charset=utf-8"),
        ("du-lieu/articles.json", "application/json; charset=utf-8"),
        ("du-lieu/articles.csv", "text/csv; charset=utf-8"),
        ("feeds.opml", "text/x-opml; charset=utf-8"),
        (f"{ITEM}ban-chu.txt", "text/plain; charset=utf-8"),
        ("robots.txt", "text/plain; charset=utf-8"),
        ("sitemap.xml", "application/xml; charset=utf-8"),
        ("assets/wardnews/site.css", "text/css; charset=utf-8"),
        ("nhung/v1/tin.js", "text/javascript; charset=utf-8"),
        ("assets/wardnews/icon.svg", "image/svg+xml; charset=utf-8"),
        ("assets/wardnews/fonts/bvp-400.woff2", "font/woff2"),
        ("assets/wardnews/podcast.png", "image/png"),
        ("tim-kiem/chi-muc/tat-ca/wasm.unknown.pagefind", "application/octet-stream"),
    ],
)
def test_a_file_is_sent_as_what_it_is(served: Served, address: str, media_type: str) -> None:
    answer = served.ask(address, accept_encoding="gzip")
    assert (answer.status, answer.headers["content-type"]) == (200, media_type)


def test_calendar_files_are_offered_to_calendars(served: Served, target: Path) -> None:
    release = target / "releases" / "1"
    found = next(release.rglob("su-kien.ics")).relative_to(release).as_posix()
    assert served.ask(found).headers["content-type"] == "text/calendar; charset=utf-8"


@pytest.mark.parametrize("ending", MEDIA_TYPES)
def test_a_file_of_an_item_is_sent_as_what_the_library_says(served: Served, ending: str) -> None:
    sent = served.ask(f"2026/01/ubnd-tep/tep{ending}").headers["content-type"]
    assert sent.removesuffix("; charset=utf-8") == MEDIA_TYPES[ending]


# --- how long it may be kept, and asking again ------------------------------------------------


@pytest.mark.parametrize(
    ("address", "cache"),
    [
        ("", SHORT),
        (ITEM, SHORT),
        ("sitemap.xml", SHORT),
        ("du-lieu/articles.json", SHORT),
        ("assets/wardnews/site.css", SHORT),
        ("2026/01/ubnd-tep/tep.webp", SHORT),  # a photo taken away has to be gone
        ("tim-kiem/chi-muc/tat-ca/pagefind.js", SHORT),
        ("feed.xml", FOR_FEEDS),
        ("don-vi/th-mau-a/atom.xml", FOR_FEEDS),
        ("feed-2026-10.xml", FOR_FEEDS),
        ("chu-de/i/feed.json", FOR_FEEDS),
        ("nhung/v1/tin.js", "public, max-age=86400"),
        ("assets/wardnews/fonts/bvp-400.woff2", "public, max-age=2592000"),
        ("assets/wardnews/fonts/khong-co.woff2", SHORT),
        ("nhung/v1/khong-co.js", SHORT),
    ],
)
def test_only_what_cannot_change_is_kept_for_long(served: Served, address: str, cache: str) -> None:
    assert served.ask(address).headers["cache-control"] == cache


def test_what_is_named_by_its_content_is_kept_for_a_year(served: Served, target: Path) -> None:
    release = target / "releases" / "1"
    named = [p.relative_to(release).as_posix() for p in release.rglob("*.pf_*")]
    assert len(named) > 10
    for address in named:
        answer = served.ask(address, "HEAD")
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize("accepted", ["identity", "gzip"])
@pytest.mark.parametrize("address", ["", ITEM, "feed.xml", "feed.json", FRAME, SOUND])
def test_who_has_the_newest_is_told_so_without_the_body(
    served: Served, address: str, accepted: str
) -> None:
    first = served.ask(address, accept_encoding=accepted).headers
    asked = {"if_none_match": first["etag"]}, {"if_modified_since": first["last-modified"]}
    for condition in asked:
        again = served.ask(address, accept_encoding=accepted, **condition)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["cache-control"] == first["cache-control"]
        assert again.headers["etag"] == first["etag"]


def test_who_has_something_older_gets_the_new(served: Served) -> None:
    old = formatdate(0, usegmt=True)
    assert served.ask("feed.xml", if_modified_since=old).status == 200
    assert served.ask("feed.xml", if_none_match='"khac"').status == 200


@pytest.mark.parametrize("address", ["", "feed.xml", "du-lieu/articles.csv", "nhung/v1/tin.js"])
def test_what_is_compressed_already_is_sent_as_it_is(
    served: Served, target: Path, address: str
) -> None:
    file = target / "current" / addresses.file(address)
    plain = served.ask(address)
    packed = served.ask(address, accept_encoding="gzip")
    assert plain.body == file.read_bytes() and "content-encoding" not in plain.headers
    assert packed.body == file.with_name(f"{file.name}.gz").read_bytes()
    assert packed.headers["content-encoding"] == "gzip"
    assert plain.headers["vary"] == packed.headers["vary"] == "Accept-Encoding"
    assert plain.headers["etag"] != packed.headers["etag"]


def test_head_is_get_without_the_body(served: Served) -> None:
    whole, head = served.ask("feed.xml"), served.ask("feed.xml", "HEAD")
    assert head.body == b""
    assert head.headers.keys() == whole.headers.keys()
    assert head.headers["content-length"] == str(len(whole.body))


def test_a_sound_can_be_heard_from_the_middle(served: Served) -> None:
    part = served.ask(SOUND, range="bytes=10-19")
    assert (part.status, part.body) == (206, b"0123456789")
    assert part.headers["content-range"] == "bytes 10-19/100"


# --- whom it is open to --------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    ["feed.xml", "atom.xml", "feed.json", "feed-2026-10.xml", "don-vi/th-mau-a/feed.json",
     "feeds.opml", "don-vi/th-mau-a/feeds.opml", "du-lieu/articles.json", "du-lieu/articles.csv",
     "du-lieu/articles.schema.json", "nhung/fragment.html", "dien-hinh/nhung/fragment.html",
     "nhung/tat-ca/oembed.json", "nhung/v1/tin.js", "nhung/v1/khung.css"],
)  # fmt: skip
def test_scripts_of_others_may_read_what_is_made_for_them(served: Served, address: str) -> None:
    assert served.ask(address).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    "address",
    ["", ITEM, "nhung/", "nhung/tat-ca/", "du-lieu/", "sitemap.xml", "assets/wardnews/site.js",
     "khong-co/feed.xml", GONE, "redirects.json", "security.txt"],
)  # fmt: skip
def test_and_nothing_else(served: Served, address: str) -> None:
    assert "access-control-allow-origin" not in served.ask(address).headers


def test_frames_of_others_may_show_embed_frames_only(served: Served, target: Path) -> None:
    pages = _list_pages(target)
    frames = [page for page in pages if addresses.is_for_others(page) and "fragment" not in page]
    assert len(frames) > 50 and len(pages) > 3 * len(frames)
    for page in pages:
        headers = served.ask(page.removesuffix("index.html"), "HEAD").headers
        policy, options = headers["content-security-policy"], headers.get("x-frame-options")
        if page in frames:
            assert (policy, options) == ("frame-ancestors *", None), page
        else:
            assert policy.endswith("frame-ancestors 'self'") and options == "SAMEORIGIN", page


@pytest.mark.parametrize(
    ("address", "scripts"),
    [("", "'self'"), (ITEM, "'self'"), ("nhung/", "'self'"), ("khong-co/", "'self'"),
     (GONE, "'self'"), ("tim-kiem/", "'self' 'wasm-unsafe-eval'")],
)  # fmt: skip
def test_a_page_uses_its_own_only(served: Served, address: str, scripts: str) -> None:
    answer = served.ask(address)
    policy = POLICY.format(scripts)
    assert answer.headers["content-security-policy"] == f"{policy}; frame-ancestors 'self'"
    in_the_page = META_POLICY.findall(html.unescape(answer.body.decode()))
    assert in_the_page == [policy]


def test_a_feed_has_no_policy_that_would_take_its_style_away(served: Served) -> None:
    assert "content-security-policy" not in served.ask("feed.xml").headers


@pytest.mark.parametrize(
    ("address", "method", "status"),
    [("", "GET", 200), ("feed.xml", "GET", 200), ("nhung/v1/tin.js", "GET", 200),
     (FRAME, "GET", 200), (SOUND, "GET", 200), (OLD, "GET", 301), ("nhung/v1/x.js", "GET", 404),
     ("khong-co/", "GET", 404), (GONE, "GET", 410), ("", "POST", 405)],
)  # fmt: skip
def test_every_answer_has_the_headers_that_guard_readers(
    served: Served, address: str, method: str, status: int
) -> None:
    answer = served.ask(address, method)
    assert answer.status == status
    assert {name: answer.headers.get(name) for name in EVERYWHERE} == EVERYWHERE
    assert "/" not in answer.headers.get("server", "")  # no version
    assert "set-cookie" not in answer.headers


# --- what moved, what is gone, what never was --------------------------------------------------


@pytest.mark.parametrize("old", [OLD, OLD.rstrip("/"), f"{OLD}index.html", "cu/trang.html"])
def test_an_old_address_leads_to_the_new_one_for_good(served: Served, old: str) -> None:
    answer = served.ask(old)
    assert (answer.status, answer.headers["location"]) == (301, f"{served.path}/{NEW}")
    assert served.ask(NEW).status == 200


@pytest.mark.parametrize(
    "address", [GONE, GONE.rstrip("/"), f"{GONE}anh.jpg", f"{GONE}oembed.json"]
)
def test_what_was_withdrawn_is_gone_with_all_its_files(
    served: Served, target: Path, address: str
) -> None:
    answer = served.ask(address)
    assert answer.status == 410
    assert answer.body == (target / "current" / GONE / "index.html").read_bytes()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == SHORT


@pytest.mark.parametrize(
    "address",
    ["khong-co/", "khong-co.png", "tin/", "2026/11/khong-co/", "feed.xml/", "2026/11/*/", "cu/",
     "may-chu/", f"may-chu/410/{GONE}", f"may-chu/301/{OLD.rstrip('/')}=/", "assets/"],
)  # fmt: skip
def test_where_nothing_is_the_page_of_the_site_says_so(
    served: Served, target: Path, address: str
) -> None:
    answer = served.ask(address)
    assert answer.status == 404
    assert answer.body == (target / "current" / "404.html").read_bytes()


def test_an_address_without_its_slash_leads_to_the_page(served: Served) -> None:
    answer = served.ask("don-vi/th-mau-a")
    assert answer.status in (301, 308)
    assert answer.headers["location"] == f"{served.path}/don-vi/th-mau-a/"  # any scheme and host


def test_the_path_without_its_slash_leads_to_the_home_page(served: Served) -> None:
    if served.path:
        answer = served.ask_domain(served.path)
        assert (answer.status, answer.headers["location"]) == (301, f"{served.path}/")
        assert served.ask_domain("/").status == 404
    else:
        assert served.ask_domain("/").status == 200


@pytest.mark.parametrize(
    "address",
    ["{}/.wardnews", "{}/.git/config", "{}/../secret.txt", "{}/%2e%2e/secret.txt",
     "{}/..%2fsecret.txt", "{}../secret.txt", "{}/don-vi/../../secret.txt", "{}//../secret.txt",
     "{}/..%5c..%5csecret.txt", "/..%2f..%2fsecret.txt", "{}/2026/11/../../.git/config"],
)  # fmt: skip
def test_nothing_beside_the_site_can_be_read(served: Served, address: str) -> None:
    answer = served.ask_domain(address.format(served.path))
    assert answer.status in (301, 308, 400, 404)
    assert b"secret" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
def test_nothing_can_be_sent(served: Served, method: str) -> None:
    answer = served.ask("feed.xml", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_who_finds_a_hole_learns_whom_to_tell(served: Served) -> None:
    answer = served.ask_domain("/.well-known/security.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.body.startswith(b"Contact: ")
    assert served.ask("security.txt").body == answer.body


# --- a new release -------------------------------------------------------------------------


@pytest.mark.parametrize("name", SERVERS)
def test_a_new_release_is_there_at_once_and_no_server_is_told(name: str, tmp_path: Path) -> None:
    def release(number: str, **files: str) -> None:
        for path, text in {"404.html": "không có", **files}.items():
            file = tmp_path / "releases" / number / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        (tmp_path / "next").symlink_to(f"releases/{number}")
        (tmp_path / "next").replace(tmp_path / "current")

    item = "2026/11/ubnd-tin/index.html"
    release("1", **{"index.html": "một", item: "tin"})
    (tmp_path / "server").mkdir()
    with SERVERS[name](tmp_path, "", tmp_path / "server") as server:
        assert server.ask("").body.decode() == "một"
        assert server.ask("2026/11/ubnd-tin/").status == 200
        release("2", **{"index.html": "hai", item: "đã gỡ", "may-chu/410/2026/11/ubnd-tin": ""})
        assert server.ask("").body.decode() == "hai"
        answer = server.ask("2026/11/ubnd-tin/")
        assert (answer.status, answer.body.decode()) == (410, "đã gỡ")


def test_brotli_is_sent_where_nginx_has_its_module(target: Path, tmp_path: Path) -> None:
    with serve_nginx(target, "", tmp_path, brotli=True) as server:
        packed = server.ask("feed.xml", accept_encoding="gzip, br")
        assert packed.headers["content-encoding"] == "br"
        assert packed.headers["content-type"] == "application/xml; charset=utf-8"
        assert packed.headers["vary"] == "Accept-Encoding"
        assert packed.body == (target / "current" / "feed.xml.br").read_bytes()
        again = server.ask("feed.xml", accept_encoding="br", if_none_match=packed.headers["etag"])
        assert again.status == 304
        assert server.ask("feed.xml", accept_encoding="gzip").headers["content-encoding"] == "gzip"


# --- below a path of a domain that another site has ------------------------------------------


@pytest.mark.parametrize("name", SERVERS)
def test_another_site_can_pass_a_path_of_its_domain_on(
    target: Path, tmp_path: Path, name: str
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "portal").mkdir()
    with (
        SERVERS[name](target, "/thu", tmp_path / "site") as site,
        PORTALS[name](site, tmp_path / "portal") as portal,
    ):
        assert portal.ask_domain("/").body == portal.ask_domain("/thung/").body == b"portal"
        assert portal.ask_domain("/thu").headers["location"].endswith("/thu/")
        for address in ("", ITEM, OLD, GONE, "khong-co/", "feed.xml", FRAME):
            direct = site.ask(address, accept_encoding="gzip")
            passed = portal.ask(address, accept_encoding="gzip")
            assert (passed.status, passed.body) == (direct.status, direct.body)
            for header in (*EVERYWHERE, "content-security-policy", "content-encoding", "location"):
                assert passed.headers.get(header) == direct.headers.get(header)
        assert portal.ask("feed.xml", accept_encoding="gzip").headers["content-encoding"] == "gzip"


# --- readers -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["feed.xml", "atom.xml"])
def test_a_reader_takes_a_feed_once_and_then_asks_whether_it_changed(
    served: Served, form: str
) -> None:
    first = feedparser.parse(served.url + form)
    assert not first.bozo and len(first.entries) >= 30 and first.status == 200
    for known in ({"etag": first.etag}, {"modified": first.modified}):
        again = feedparser.parse(served.url + form, **known)
        assert again.status == 304 and again.entries == []


def test_newsboat_reads_a_feed_through_it(served: Served, tmp_path: Path) -> None:
    items = fetch_with_newsboat(served.url + "feed.xml", tmp_path / "home")
    assert len(items) >= 30
