"""The commands as people type them: what they print, what they write, how they end."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import copy_house

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests" / "sites" / "small"
NOW = "2026-11-23T08:00:00+07:00"
ITEM = "articles/ubnd/2026/11-02-phuong-hop.md"
SCRIPTS = sorted(path.name for path in (ROOT / "scripts").glob("[!_]*.py"))


def _run(
    script: str | Path, *arguments: str | Path, cwd: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts" / script), *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", cwd=cwd, timeout=120, check=False
    )


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL, tmp_path / "nội dung")


def _edit(content: Path, old: str, new: str, path: str = ITEM) -> None:
    text = (content / path).read_text("utf-8")
    assert old in text
    (content / path).write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("script", SCRIPTS)
def test_help_is_in_vietnamese(script: str) -> None:
    done = _run(script, "--help")
    assert done.returncode == 0
    assert "Cách dùng:" in done.stdout and "hiện phần hướng dẫn này" in done.stdout
    assert not re.search(r"\b(usage|options|show this|default)\b", done.stdout)


@pytest.mark.parametrize(
    ("script", "arguments"),
    [
        ("build_site.py", ["--khong-co"]),
        ("build_site.py", ["--now", "hôm nay"]),
        ("build_site.py", ["--content", "khong-co"]),
        ("build_site.py", ["--workers", "0"]),
        ("build_site.py", ["--site-url", "vidu.example"]),
        ("build_site.py", ["--content", str(SMALL), "--site-dir", str(ROOT)]),
        ("build_site.py", ["--now", "9999-12-31T23:59:59-12:00"]),
        ("build_site.py", ["--site-dir", str(ROOT / "README.md" / "x")]),
        ("build_site.py", ["--site-url", "https://"]),
        ("build_site.py", ["--site-url", "https://vidu.example/a b"]),
        ("serve_site.py", ["--port", "99999"]),
        ("check_content.py", ["--format", "xml"]),
        ("check_content.py", ["--unit", "khong-co"]),
        ("check_content.py", ["khong-co.md"]),
        ("publish_site.py", []),
        ("publish_site.py", [str(ROOT / "README.md" / "x")]),
        ("publish_site.py", [str(SMALL), "--content", str(SMALL)]),
        ("publish_site.py", ["x", "--keep", "0"]),
        ("check_published.py", ["khong-co"]),
        ("check_published.py", [str(SMALL), "--max-age", "-1"]),
    ],
)
def test_wrong_use_ends_with_2_and_one_sentence(script: str, arguments: list[str]) -> None:
    done = _run(script, *arguments)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()[-1]) > 20
    assert "Traceback" not in done.stderr and not re.search(r"\b(error|usage)\b", done.stderr)


def test_a_build_tells_in_its_last_line_what_it_made(content: Path, tmp_path: Path) -> None:
    done = _run("build_site.py", "--content", content, "--site-dir", tmp_path / "s", "--now", NOW)
    assert done.returncode == 0
    last = done.stdout.splitlines()[-1]
    assert last.endswith(f" giây: {tmp_path / 's'}")
    assert re.match(r"Đã dựng \d+ bài, \d+ trang, \d+ nguồn tin trong [\d,]+ giây: ", last)
    assert "end of life" not in done.stdout + done.stderr


def test_content_that_is_refused_leaves_the_old_site(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("cũ")
    _edit(content, "unit: ubnd", "unit: ubndd")
    done = _run("build_site.py", "--content", content, "--site-dir", site, "--now", NOW)
    assert done.returncode == 1
    assert f"{ITEM}:" in done.stderr and 'Có phải bạn muốn ghi "ubnd"?' in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in tmp_path.joinpath("site").iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "cũ"


def test_an_error_in_a_draft_is_printed_and_the_site_is_built(
    content: Path, tmp_path: Path
) -> None:
    (content / "articles/ubnd/2026/11-20-nhap.md").write_text("---\ntitle: Nháp\n---\n", "utf-8")
    done = _run("build_site.py", "--content", content, "--site-dir", tmp_path / "s", "--now", NOW)
    assert done.returncode == 0
    assert "11-20-nhap.md" in done.stderr
    assert not (tmp_path / "s/2026/11/ubnd-nhap").exists()


def test_good_content_has_nothing_to_mend(content: Path) -> None:
    done = _run("check_content.py", "--content", content, "--now", NOW)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"Không có gì phải sửa trong \d+ bài\.\n", done.stdout)


def test_json_stands_alone_on_standard_output(content: Path) -> None:
    _edit(content, "theme: III.a", "theme: IX")
    done = _run("check_content.py", "--content", content, "--now", NOW, "--format", "json")
    assert done.returncode == 1
    (problem,) = [p for p in json.loads(done.stdout)["problems"] if p["level"] == "error"]
    assert set(problem) == {"path", "line", "field", "code", "level", "message", "remedy"}
    assert (problem["path"], problem["field"], problem["code"]) == (ITEM, "theme", "T102")
    assert (content / ITEM).read_text("utf-8").splitlines()[problem["line"] - 1].startswith("theme")


def test_github_annotations_name_the_file_from_the_root(content: Path) -> None:
    _edit(content, "unit: ubnd", "unit: ubndd")
    done = _run(
        "check_content.py", "--content", "nội dung", "--now", NOW, "--format", "github",
        cwd=content.parent,
    )  # fmt: skip
    assert done.returncode == 1
    assert re.search(rf"^::error file=nội dung/{ITEM},line=\d+,title=LỖI T102::", done.stdout, re.M)
    assert all(line.startswith("::") for line in done.stdout.splitlines())


def test_fix_mends_only_what_was_asked_for_and_says_so(content: Path) -> None:
    other = "articles/th-mau-a/2026/11-05-cung-ngay.md"
    _edit(content, "\n", "\r\n")
    _edit(content, "\n", "\r\n", other)
    done = _run("check_content.py", "--content", content, "--now", NOW, "--fix", ITEM)
    assert done.returncode == 0
    assert "ĐÃ TỰ SỬA Y304" in done.stdout
    assert b"\r" not in (content / ITEM).read_bytes()
    assert b"\r" in (content / other).read_bytes()


def test_a_unit_sees_its_own_problems_only(content: Path) -> None:
    _edit(content, "unit: ubnd", "unit: ubndd")
    done = _run("check_content.py", "--content", content, "--now", NOW, "--unit", "th-mau-a")
    assert done.returncode == 0 and "ubndd" not in done.stdout


def test_a_register_concerns_every_unit(content: Path) -> None:
    _edit(content, "type: tieu-hoc", "type: tieu-hocc", "units.yml")
    done = _run("check_content.py", "--content", content, "--now", NOW, "--unit", "th-mau-a")
    assert done.returncode == 1 and "units.yml:" in done.stdout
    (content / "units.yml").write_text("units: [", "utf-8")
    done = _run("check_content.py", "--content", content, "--now", NOW, "--unit", "th-mau-a")
    assert done.returncode == 1 and "units.yml:1" in done.stdout


def test_what_can_be_mended_is_said_so(content: Path) -> None:
    _edit(content, "\n", "\r\n")
    done = _run("check_content.py", "--content", content, "--now", NOW)
    assert "--fix" in done.stdout.splitlines()[-1]
    done = _run("check_content.py", "--content", content, "--now", NOW, "--fix")
    assert "--fix" not in done.stdout and "Cách sửa" not in done.stdout


def test_a_busy_port_is_told_in_one_sentence() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = _run("serve_site.py", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "đang bận" in done.stderr and "Traceback" not in done.stderr


def test_commands_work_from_any_folder_in_any_language(content: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "scripts/check_content.py"), "--content", "nội dung"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(
        [*command, "--now", NOW], capture_output=True, cwd=tmp_path, env=environment, check=False
    )
    assert done.returncode == 0 and "Không có gì" in done.stdout.decode()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("site_nam: Giáo dục", "'site_name': Required configuration not provided"),
        ("site_name: Giáo dục: Việt Yên", "line 2, column 20"),
    ],
)
def test_a_slip_in_the_settings_is_told_and_how_to_mend_it(
    tmp_path: Path, line: str, said: str
) -> None:
    house = copy_house(tmp_path / "nhà")
    shutil.copytree(ROOT / "scripts", house / "scripts")
    for name in ("requirements.lock", "requirements-dev.lock", ".venv", ".tools"):
        (house / name).symlink_to(ROOT / name)
    settings = house / "mkdocs.yml"
    settings.write_text(re.sub("^site_name: .*", line, settings.read_text("utf-8"), flags=re.M))
    done = _run(house / "scripts" / "build_site.py", "--no-search")
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert said in done.stderr and "Cách sửa: xem dòng vừa sửa" in done.stderr
