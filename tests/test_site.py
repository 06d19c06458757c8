"""The small site, built once as a user builds it: everything is in its place, nothing leaks."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree
from PIL import Image

from conftest import copy_house

URL = "https://vidu.example/thu/"
ROOT = Path(__file__).parent.parent
NOW = "2026-11-23T08:00:00+07:00"


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "poster") and value is not None:
                self.found.append(value)
            if name == "id" and value:
                self.ids.add(value)


def _page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def _names(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}


def test_every_address_of_the_contract_answers(small_site: Path) -> None:
    expected = {
        "index.html", "404.html", "sitemap.xml", "robots.txt", "redirects.json", "feed.xml",
        "don-vi/index.html", "luu-tru/index.html", "van-ban/index.html", "van-ban/nq-71/index.html",
        "chu-de/iii/index.html", "chu-de/iii/a/index.html", "chu-de/iii/a/feed.xml",
        "don-vi/th-mau-a/index.html", "don-vi/th-mau-a/chu-de/iii/index.html",
        "don-vi/th-mau-a/chu-de/iii/feed.xml", "don-vi/th-mau-a/dien-hinh/feed.xml",
        "dien-hinh/index.html", "dien-hinh/feed.xml", "the-loai/bai/index.html",
        "doi-tuong/phu-huynh/feed.xml", "cap-hoc/tieu-hoc/index.html", "the/doc-sach/index.html",
        "luu-tru/2026/11/index.html", "2026/11/ubnd-phuong-hop/index.html",
        "2026/11/th-mau-a-goc-doc/index.html", "2026/11/th-mau-a-goc-doc/ke-sach.png",
        "2026/11/th-mau-a-doc-moi-sang/index.html", "tin/phuong-hop/index.html",
        "2026/10/thcs-mau-b-da-go/index.html", "2026/10/thcs-mau-b-het-han/index.html",
        "du-lieu/index.html", "du-lieu/articles.json", "du-lieu/articles.csv",
        "du-lieu/articles.schema.json",
        "so-do-trang/index.html", "2026/11/ubnd-phuong-hop/ban-chu.txt",
        "nhung/tat-ca/index.html", "nhung/fragment.html", "don-vi/th-mau-a/nhung/index.html",
        "don-vi/th-mau-a/chu-de/iii/nhung/fragment.html", "dien-hinh/nhung/oembed.json",
        "2026/11/ubnd-phuong-hop/oembed.json", "2026/11/nhung/index.html",
        "nhung/v1/tin.js", "nhung/v1/integrity.json",
        "dang-ky/index.html", "nhung/index.html", "feeds.opml", "don-vi/th-mau-a/feeds.opml",
        "gioi-thieu/index.html",
    }  # fmt: skip
    assert expected - _names(small_site) == set()


def test_there_is_nothing_of_the_framework_that_nobody_uses(small_site: Path) -> None:
    names = _names(small_site)
    assert "sitemap.xml.gz" not in names
    assert [name for name in names if name.startswith(("assets/javascripts", "search/"))] == []


def test_what_is_not_public_is_nowhere(small_site: Path) -> None:
    leaks = [
        name
        for name in _names(small_site)
        if b"b\xc3\xad m\xe1\xba\xadt" in (small_site / name).read_bytes()
    ]
    assert leaks == []
    assert not (small_site / "2026/11/thcs-mau-b-nhap").exists()
    assert not (small_site / "2026/12/thcs-mau-b-hen-gio").exists()


def test_a_withdrawn_item_leaves_only_a_neutral_notice(small_site: Path) -> None:
    page = _page(small_site, "2026/10/thcs-mau-b-da-go")
    assert "Người có liên quan rút lại sự đồng ý" in page and "12/10/2026" in page
    assert 'name="robots" content="noindex' in page


@pytest.mark.parametrize("which", ["small_site", "demo_site"])
def test_every_link_leads_to_a_file_of_the_site(which: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(which)
    names, broken = _names(site), []
    for name in sorted(n for n in names if n.endswith(".html")):
        links = _Links()
        links.feed((site / name).read_text("utf-8"))
        for link in links.found:
            target = urljoin(URL + name, link)
            if not target.startswith(URL):
                continue
            path, _, fragment = target.removeprefix(URL).partition("#")
            file = path + "index.html" if path.endswith("/") or not path else path
            if file not in names or (
                link.startswith("#") and fragment and fragment not in links.ids
            ):
                broken.append((name, link))
    assert broken == []


def test_links_are_relative_so_that_the_site_works_under_any_path(small_site: Path) -> None:
    for name in ("index.html", "2026/11/ubnd-phuong-hop/index.html", "don-vi/index.html"):
        links = _Links()
        links.feed((small_site / name).read_text("utf-8"))
        assert [link for link in links.found if link.startswith("/")] == []


def test_pictures_lose_every_metadata_block(small_site: Path) -> None:
    for picture in small_site.rglob("2026/**/*.png"):
        assert b"GPS" not in picture.read_bytes()


def test_headings_have_readable_ids(small_site: Path) -> None:
    assert '<h2 id="muc-dich">' in _page(small_site, "2026/11/ubnd-phuong-hop")


def test_an_old_address_redirects(small_site: Path) -> None:
    assert json.loads((small_site / "redirects.json").read_text()) == {
        "/tin/phuong-hop/": "/2026/11/ubnd-phuong-hop/"
    }
    assert re.search(
        r'http-equiv="refresh"[^>]*2026/11/ubnd-phuong-hop/', _page(small_site, "tin/phuong-hop")
    )


def test_the_sitemap_names_public_pages_only(small_site: Path) -> None:
    found = etree.parse(small_site / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    assert URL in found and URL + "2026/11/ubnd-phuong-hop/" in found
    assert not [address for address in found if "nhap" in address or "da-go" in address]
    names = _names(small_site)
    for address in found:
        assert address.removeprefix(URL) + "index.html" in names


def test_the_map_leads_to_every_page_that_is_no_item(demo_site: Path) -> None:
    """As the sitemap has them; what belongs to one unit or document is found on its page."""
    links = _Links()
    links.feed(_page(demo_site, "so-do-trang"))
    shown = {urljoin(URL + "so-do-trang/", link) for link in links.found}
    found = etree.parse(demo_site / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    within = re.compile(r"[0-9]{4}/|don-vi/[^/]+/.|van-ban/.|so-do-trang/")
    missing = {each for each in found if not within.match(each.removeprefix(URL))} - shown
    assert missing == set()


def test_the_contact_page_names_who_answers_as_ward_yml_does(demo_site: Path) -> None:
    page = _page(demo_site, "lien-he")
    head = page.partition("<h1>Liên hệ</h1>")[2].partition("Nên viết gì")[0]
    for words in (
        "Ủy ban nhân dân phường Việt Yên, tỉnh Bắc Ninh",
        "Bà Nguyễn Thị Mẫu (ví dụ), Phòng Văn hóa - Xã hội",
        "Ông Trần Văn Mẫu (ví dụ), Công chức Văn hóa - Xã hội",
        '<a href="tel:0000000000">0000 000 000</a>',
        '<a href="mailto:giaoduc@vidu.example">giaoduc@vidu.example</a>',
    ):
        assert words in head
    assert "Giấy phép" not in page  # only where there is one


def test_two_builds_give_the_same_bytes(small_site: Path, build_small, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    again = build_small(tmp_path / "again", TZ="America/New_York", LANG="C", PYTHONHASHSEED="7")
    assert _names(again) == _names(small_site)
    different = [
        n for n in _names(again) if (again / n).read_bytes() != (small_site / n).read_bytes()
    ]
    assert different == []


def test_pages_of_a_long_listing_hold_every_item_once(build_small, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    content = tmp_path / "content"
    shutil.copytree(ROOT / "tests/sites/small", content)
    template = (content / "articles/th-mau-a/2026/11-05-cung-ngay.md").read_text("utf-8")
    for n in range(45):
        (content / f"articles/th-mau-a/2026/09-{n % 28 + 1:02}-bai-{n}.md").write_text(
            template.replace("cung-ngay-cung-gio", f"bai-so-{n}").replace(
                "05/11/2026", "2026-09-01"
            ),
            "utf-8",
        )
    site = build_small(tmp_path / "site", content=content)
    for listing in ("", "don-vi/th-mau-a/", "luu-tru/2026/09/"):
        pages = [_page(site, listing)]
        while (site / f"{listing}trang/{len(pages) + 1}/index.html").exists():
            pages.append(_page(site, f"{listing}trang/{len(pages) + 1}"))
        assert len(pages) >= 3
        for n in range(45):
            assert any(f"2026/09/th-mau-a-bai-{n}/" in page for page in pages), (listing, n)


def _mkdocs(
    config: Path, *arguments: str, program: str = "mkdocs"
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", program, "build", "-f", str(config), *arguments],
        capture_output=True,
        text=True,
        timeout=120,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=False,
    )


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the house with the small site as its content."""
    return copy_house(tmp_path / "nhà mới")


def test_mkdocs_build_strict_makes_the_same_site(checkout: Path) -> None:
    done = _mkdocs(checkout / "mkdocs.yml", "--strict")
    assert done.returncode == 0, done.stderr
    assert "góc đọc" in _page(checkout / "site", "2026/11/ubnd-phuong-hop")
    assert "end of life" not in done.stderr


def test_properdocs_builds_the_same_bytes(checkout: Path, tmp_path: Path) -> None:
    for program in ("mkdocs", "properdocs"):
        site = tmp_path / program
        done = _mkdocs(
            checkout / "mkdocs.yml", "--strict", "--site-dir", str(site), program=program
        )
        assert done.returncode == 0, done.stderr
        shutil.rmtree(checkout / ".cache")
    one, other = tmp_path / "mkdocs", tmp_path / "properdocs"
    assert _names(one) == _names(other)
    assert [n for n in _names(one) if (one / n).read_bytes() != (other / n).read_bytes()] == []


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_a_warning_ends_a_strict_build_of_either(checkout: Path, program: str) -> None:
    page = checkout / "docs/gioi-thieu.md"
    page.write_text(page.read_text("utf-8") + "\n[hỏng](khong-co.md)\n", "utf-8")
    done = _mkdocs(checkout / "mkdocs.yml", "--strict", program=program)
    assert done.returncode == 1
    assert not (checkout / "site").exists()


def test_a_problem_ends_mkdocs_with_the_list_and_leaves_the_old_site(checkout: Path) -> None:
    assert _mkdocs(checkout / "mkdocs.yml").returncode == 0
    before = _names(checkout / "site")
    item = checkout / "content/articles/ubnd/2026/11-02-phuong-hop.md"
    item.write_text(item.read_text("utf-8").replace("unit: ubnd", "unit: ubndd"), "utf-8")
    done = _mkdocs(checkout / "mkdocs.yml")
    assert done.returncode == 1
    assert "T102" in done.stderr and "Cách sửa" in done.stderr
    assert "Traceback" not in done.stderr
    assert _names(checkout / "site") == before


def test_a_broken_standing_page_is_named(checkout: Path) -> None:
    page = checkout / "docs/gioi-thieu.md"
    page.write_text('---\ntitle: "chưa đóng\n---\nChữ', "utf-8")
    done = _mkdocs(checkout / "mkdocs.yml")
    assert done.returncode == 1 and "gioi-thieu.md" in done.stderr


class _Pictures(HTMLParser):
    """What a page says of its pictures: each tag's attributes, and every address in them."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[dict[str, str]] = []
        self.addresses: list[str] = []
        self._in_template = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._in_template = self._in_template or tag == "template"
        if self._in_template:  # a form a script fills in, not a picture of the page
            return
        if tag == "img":
            self.tags.append(found)
            self.addresses.append(found["src"])
        if tag in ("img", "source") and "srcset" in found:
            self.addresses += [part.split()[0] for part in found["srcset"].split(", ")]

    def handle_endtag(self, tag: str) -> None:
        self._in_template = self._in_template and tag != "template"


def _read_pictures(page: Path) -> _Pictures:
    reader = _Pictures()
    reader.feed(page.read_text("utf-8"))
    return reader


def test_every_picture_has_its_size_and_words_and_is_there(demo_site: Path) -> None:
    seen = 0
    for page in demo_site.rglob("*.html"):
        pictures = _read_pictures(page)
        seen += len(pictures.tags)
        for tag in pictures.tags:
            assert {"alt", "width", "height"} <= tag.keys(), (page, tag)
            assert "loading" in tag or "assets/" in tag["src"], (page, tag)
        assert sum(tag.get("loading") == "eager" for tag in pictures.tags) <= 1, page
        for address in pictures.addresses:
            place = urljoin(f"/{page.relative_to(demo_site.parent).as_posix()}", address)
            assert (demo_site.parent / place[1:]).is_file(), (page, address)
    assert seen > 50


def test_a_frame_shows_the_smallest_form_of_a_picture(demo_site: Path) -> None:
    frame = (demo_site / "don-vi/th-mau-a/nhung/index.html").read_text("utf-8")
    shown = re.findall('<img src="../../../([^"]*)" width="([0-9]*)"', frame)
    assert shown and {width for _, width in shown} == {"480"}
    assert all((demo_site / address).stat().st_size < 20_000 for address, _ in shown)


def test_every_page_has_a_picture_for_those_who_share_it(demo_site: Path) -> None:
    shown = {}
    for page in demo_site.glob("**/index.html"):
        html = page.read_text("utf-8")
        found = re.search('<meta property="og:image" content="([^"]*)"', html)
        if "<title>" in html and found:
            shown[page.parent.relative_to(demo_site).as_posix()] = found[1]
    assert {"2026/10/th-mau-a-goc-doc-cuoi-lop", "chu-de/v", "don-vi", "."} <= shown.keys()
    assert shown["chu-de/v"] != shown["."] == shown["don-vi"]
    for address in set(shown.values()):
        path, _, version = address.removeprefix(URL).partition("?v=")
        with Image.open(demo_site / path) as picture:
            assert (picture.format, picture.size) == ("JPEG", (1200, 630))
        assert (demo_site / path).stat().st_size <= 100_000 and len(version) == 8
    withdrawn = [place for place in shown if place.startswith("20") and shown[place] == shown["."]]
    own = [place for place in shown if place.startswith("20") and place not in withdrawn]
    drawn = {shown[place] for place in own if f"{URL}chu-de/" not in shown[place]}
    assert len(own) >= len(drawn) > 40 > 20 > len(withdrawn)
