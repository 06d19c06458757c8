"""The preview: an editor saves, looks, and sees drafts, scheduled items and mistakes."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from conftest import copy_house

ITEM = "content/articles/ubnd/2026/11-02-phuong-hop.md"
PATIENCE = 60.0  # seconds; the machine of a test may be busy


@pytest.fixture
def house(tmp_path: Path) -> Path:
    return copy_house(tmp_path / "nhà")


@pytest.fixture
def serve(house: Path) -> Iterator[Callable[[str], str]]:
    """Starts the preview; gives the text of a page of it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (house / "log.txt").open("w")
    command = [sys.executable, "-m", "mkdocs", "serve", "-f", str(house / "mkdocs.yml")]
    with subprocess.Popen([*command, "-a", f"127.0.0.1:{port}"], stdout=log, stderr=log) as server:

        def page(address: str) -> str:
            try:
                with urlopen(f"http://127.0.0.1:{port}/giao-duc/{address}", timeout=5) as answer:
                    return str(answer.read().decode())
            except (URLError, ConnectionError):
                return ""

        yield page
        server.terminate()
    log.close()


def _wait(condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, "the preview did not show it in time"
        time.sleep(0.1)


def test_an_edit_is_shown_and_a_mistake_leaves_the_last_good_page(
    house: Path, serve: Callable[[str], str]
) -> None:
    _wait(lambda: "Phường họp" in serve("2026/11/ubnd-phuong-hop/"))
    for page in ("2026/11/ubnd-phuong-hop/", "gioi-thieu/"):  # else what shows changes cannot run
        assert "livereload" in serve(page) and "Content-Security-Policy" not in serve(page)
    item = house / ITEM
    good = item.read_text("utf-8")
    item.write_text(good + "\nCâu mới thêm.\n", "utf-8")
    _wait(lambda: "Câu mới thêm." in serve("2026/11/ubnd-phuong-hop/"))

    item.write_text(good.replace("unit: ubnd", "unit: ubndd"), "utf-8")
    _wait(lambda: "T102" in (house / "log.txt").read_text("utf-8"))
    assert "Câu mới thêm." in serve("2026/11/ubnd-phuong-hop/")

    item.write_text(good + "\nĐã sửa.\n", "utf-8")
    _wait(lambda: "Đã sửa." in serve("2026/11/ubnd-phuong-hop/"))
    assert "Traceback" not in (house / "log.txt").read_text("utf-8")


def test_drafts_and_scheduled_items_are_shown_and_marked(serve: Callable[[str], str]) -> None:
    _wait(lambda: serve("2026/11/thcs-mau-b-nhap/"))
    assert "Bản nháp" in serve("2026/11/thcs-mau-b-nhap/")
    assert re.search("Bản nháp", serve("don-vi/thcs-mau-b/"))
    assert serve("2026/10/thcs-mau-b-da-go/").count("noindex") == 1
    assert os.linesep.join(["User-agent: *", "Disallow: /"]) in serve("robots.txt")
