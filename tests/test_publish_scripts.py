"""The commands of whoever runs the server, as they are typed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import NOW, ROOT, SMALL

ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"


def _run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _publish(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    arguments = ("--content", folder / "content", "--now", NOW, "--no-search", *more)
    return _run("publish_site.py", folder / "web", *arguments)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "content")
    return tmp_path


def _edit(folder: Path, old: str, new: str) -> None:
    item = folder / "content" / ITEM
    text = item.read_text("utf-8")
    assert old in text
    item.write_text(text.replace(old, new), "utf-8")


def test_from_the_first_release_to_a_rollback(folder: Path) -> None:
    done = _publish(folder)
    assert done.returncode == 0
    assert done.stdout.startswith("Kiểm tra nội dung và dựng trang…\nKiểm chứng ")
    assert done.stdout.splitlines()[-1].startswith("Đã xuất bản: 00001-")
    assert (folder / "web/current/index.html").is_file()

    done = _publish(folder)
    assert done.returncode == 0 and "Không có gì mới" in done.stdout

    _edit(folder, "unit: ubnd", "unit: ubndd")
    done = _publish(folder)
    assert done.returncode == 1 and 'Có phải bạn muốn ghi "ubnd"?' in done.stderr
    assert done.stderr.endswith("trang công khai giữ nguyên.\n")

    _edit(folder, "unit: ubndd", "unit: ubnd")
    _edit(folder, "Năm việc", "Sáu việc")
    assert _publish(folder).stdout.splitlines()[-1].startswith("Đã xuất bản: 00002-")

    done = _run("publish_site.py", folder / "web", "--rollback")
    assert done.returncode == 0 and done.stdout.startswith("Đã lùi; đang công khai: 00001-")
    done = _publish(folder)
    assert done.returncode == 1 and "--again" in done.stderr
    assert _publish(folder, "--again").returncode == 0

    (folder / "content" / ITEM).unlink()
    done = _publish(folder)
    assert done.returncode == 1
    assert "2026/11/ubnd-phuong-hop/index.html: địa chỉ này đã công khai" in done.stderr
    assert _publish(folder, "--allow-gone").returncode == 0


def test_an_item_past_its_term_in_a_rolled_back_site_is_named_at_every_run(folder: Path) -> None:
    _edit(folder, "status: da-duyet", "status: da-duyet\nexpires: 2026-11-22")
    _publish(folder, "--now", "2026-11-21T08:00:00+07:00")
    _publish(folder)
    _run("publish_site.py", folder / "web", "--rollback")
    for _ in range(2):
        told = _publish(folder).stderr
        assert "còn bài hết hạn:\n    2026/11/ubnd-phuong-hop/\n" in told
        assert "từ 23:59, 22/11/2026 có thay đổi hẹn giờ" in told


def test_nothing_to_go_back_to(tmp_path: Path) -> None:
    done = _run("publish_site.py", tmp_path / "web", "--rollback")
    assert done.returncode == 1 and done.stderr.startswith("Không còn bản trọn vẹn nào")
    assert list(tmp_path.iterdir()) == []


def test_who_publishes_for_a_moment_to_come_is_warned(folder: Path) -> None:
    done = _publish(folder, "--now", "2190-01-01")
    assert done.returncode == 0
    assert "CHÚ Ý: --now là lúc chưa tới (00:00, 01/01/2190)" in done.stderr
    assert (folder / "web/current/2026/12/thcs-mau-b-hen-gio/index.html").is_file()
    done = _run("check_published.py", folder / "web")
    assert done.returncode == 1 and "HỎNG  Trang dựng như lúc 00:00, 01/01/2190" in done.stdout


@pytest.mark.parametrize("option", ["--rollback", "--again"])
def test_a_folder_of_somebody_else_stays_as_it_is(tmp_path: Path, option: str) -> None:
    (tmp_path / "work" / "release").mkdir(parents=True)
    (tmp_path / "work" / "release" / "bao-cao.docx").touch()
    before = sorted(tmp_path.rglob("*"))
    done = _run("publish_site.py", tmp_path, "--content", SMALL, "--no-search", option)
    assert done.returncode == 2 and 'ở đó có "work"' in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_published_site_is_looked_after(folder: Path) -> None:
    _publish(folder)
    done = _run("check_published.py", folder / "web", "--now", "2190-01-01")
    assert (done.returncode, done.stderr) == (1, "")
    assert (done.stdout.count("TỐT  "), done.stdout.count("HỎNG  ")) == (4, 2)
    done = _run("check_published.py", folder / "web", "--now", NOW, "--format", "json")
    assert done.returncode == 0 and json.loads(done.stdout)["ok"] is True
    (folder / "web/current/index.html").write_text("khác")
    done = _run("check_published.py", folder / "web", "--now", NOW)
    assert done.returncode == 1 and "1 tệp bị đổi: index.html" in done.stdout
    for _ in range(2):
        done = _publish(folder)
        assert done.returncode == 0 and "CHÚ Ý: có người đã sửa 1 tệp" in done.stderr
        assert "/index.html\nGiữ một bản sao" in done.stderr
    assert _publish(folder, "--again").returncode == 0
    assert "có người đã sửa" not in _publish(folder).stderr


def test_one_command_takes_an_item_off_the_public_site(folder: Path) -> None:
    _publish(folder)
    title = next(
        line for line in (folder / "content" / ITEM).read_text("utf-8").splitlines()
        if line.startswith("title:")
    ).removeprefix("title:").strip()  # fmt: skip
    page = folder / "web/current/2026/11/ubnd-phuong-hop/index.html"
    assert title in page.read_text("utf-8")
    done = _run(
        "withdraw_article.py", ITEM, "--reason", "Theo yêu cầu của gia đình.",
        "--on", "2026-11-20 09:00", "--content", folder / "content", "--publish", folder / "web",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Đã xuất bản: 00002-" in done.stdout
    assert len(list((folder / "web/releases").iterdir())) == 1
    assert "Theo yêu cầu của gia đình." in page.read_text("utf-8")
    texts = (folder / "web").rglob("*.html")
    assert [path for path in texts if title in path.read_text("utf-8")] == []
