"""From a push to a reader: a bare repository, its hook, the publisher, nginx, a feed reader."""

from __future__ import annotations

import configparser
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import feedparser
import pytest
import yaml

from conftest import ROOT, copy_house
from feed_readers import fetch_with_newsboat
from web_servers import DEPLOY, Served, serve_nginx

NEW = """\
---
title: Tin vừa đẩy lên
date: 2024-01-02
unit: ubnd
theme: I
summary: Đẩy lên là có.
status: da-duyet
approved_by: Ban Biên tập
approved_on: 2024-01-01
id: tin-vua-day-len
---

Thân bài.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """A server as deploy/ has it set up, and the clone in which an editor works."""

    editor: Path
    checkout: Path
    target: Path
    served: Served

    def push(self) -> str:
        """Commit everything and push; what the editor is told."""
        _git(self.editor, "add", "--all")
        _git(self.editor, "commit", "--quiet", "--allow-empty", "--message", "Bài mới")
        return _git(self.editor, "push", "origin", "main")

    def fill(self, name: str) -> str:
        """A file of deploy/, filled in as its first lines tell."""
        text = (DEPLOY / name).read_text("utf-8")
        text = text.replace("__CHECKOUT__", str(self.checkout))
        return text.replace("__TARGET__", str(self.target)).replace("__USER__", "tin")

    def read_feed(self, **known: str) -> feedparser.FeedParserDict:
        return feedparser.parse(f"{self.served.url}feed.xml", **known)


def _git(folder: Path, *arguments: str) -> str:
    """What git says, on both streams."""
    who = ("-c", "user.name=BTV", "-c", "user.email=btv@vidu.example")
    done = subprocess.run(
        ["git", *who, *arguments],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


@pytest.fixture(scope="module")
def deployment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """Set up as deploy/post-receive says; the first push has been published."""
    top = tmp_path_factory.mktemp("may-chu")
    editor = copy_house(top / "bien-tap")
    shutil.copytree(
        ROOT / "scripts", editor / "scripts", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("requirements.lock", ".gitignore"):
        shutil.copy(ROOT / name, editor)
    bare, checkout, target = top / "kho.git", top / "kho", top / "tin-phuong"
    _git(top, "init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    _git(editor, "init", "--quiet", "--initial-branch=main")
    _git(editor, "remote", "add", "origin", str(bare))
    _git(top, "clone", "--quiet", str(bare), str(checkout))
    for name in (".venv", ".tools"):  # what the first run would fetch
        (checkout / name).symlink_to(ROOT / name)
    nginx = top / "nginx"
    nginx.mkdir()
    with serve_nginx(target, "/giao-duc", nginx) as served:
        found = Deployment(editor=editor, checkout=checkout, target=target, served=served)
        hook = bare / "hooks" / "post-receive"
        hook.write_text(found.fill("post-receive"), "utf-8")
        hook.chmod(0o755)
        found.push()
        assert (target / "current").is_symlink()
        yield found


def test_a_pushed_item_reaches_who_subscribed(deployment: Deployment, tmp_path: Path) -> None:
    before = deployment.read_feed()
    assert before.status == 200
    (deployment.editor / "content/articles/ubnd/2024").mkdir()
    (deployment.editor / "content/articles/ubnd/2024/01-02-vua-day.md").write_text(NEW, "utf-8")
    assert "remote: Đã xuất bản" in deployment.push()
    after = deployment.read_feed(etag=before.etag)
    assert {entry.title for entry in after.entries} - {entry.title for entry in before.entries} == {
        "Tin vừa đẩy lên"
    }
    items = fetch_with_newsboat(f"{deployment.served.url}feed.xml", tmp_path / "home")
    assert "Tin vừa đẩy lên" in [item.title for item in items]
    assert deployment.served.ask("2024/01/ubnd-vua-day/").status == 200


def test_a_push_that_changes_no_feed_costs_its_readers_nothing(deployment: Deployment) -> None:
    before = deployment.read_feed()
    page = deployment.editor / "docs" / "lien-he.md"
    page.write_text(page.read_text("utf-8") + "\nMột câu nữa.\n", "utf-8")
    assert "remote: Đã xuất bản" in deployment.push()
    assert deployment.served.ask("lien-he/").body.decode().count("Một câu nữa.") == 1
    assert deployment.read_feed(etag=before.etag).status == 304
    assert deployment.read_feed(modified=before.modified).status == 304


def test_a_withdrawn_item_is_gone_and_no_server_is_told(deployment: Deployment) -> None:
    item = deployment.editor / "content/articles/ubnd/2022/03-04-se-go.md"
    item.parent.mkdir()
    text = NEW.replace("Tin vừa đẩy lên", "Tin sẽ gỡ").replace("2024-01-02", "2022-03-04")
    text = text.replace("id: tin-vua-day-len", "id: tin-se-go\naliases: [/tin/cu/]")
    item.write_text(text, "utf-8")
    deployment.push()
    assert deployment.served.ask("2022/03/ubnd-se-go/").status == 200
    assert deployment.served.ask("tin/cu/").headers["location"] == "/giao-duc/2022/03/ubnd-se-go/"
    gone = "status: go\nwithdrawn: {on: 2024-03-05, by: UBND phường, reason: Nhầm}"
    item.write_text(text.replace("status: da-duyet", gone), "utf-8")
    assert "remote: Đã xuất bản" in deployment.push()
    assert deployment.served.ask("2022/03/ubnd-se-go/").status == 410
    assert "Tin sẽ gỡ" not in [entry.title for entry in deployment.read_feed().entries]


def test_a_push_with_a_mistake_leaves_the_public_site(deployment: Deployment) -> None:
    before = (deployment.target / "current").readlink()
    item = deployment.editor / "content/articles/ubnd/2023/05-05-sai.md"
    item.parent.mkdir()
    item.write_text(NEW.replace("theme: I", "theme: VI").replace("2024-01-02", "2023-05-05"))
    said = deployment.push()
    assert "remote: Chưa xuất bản" in said and "Cách sửa:" in said
    assert (deployment.target / "current").readlink() == before
    item.unlink()
    deployment.push()


@pytest.mark.parametrize("way", ["systemd", "cron", "GitHub", "GitLab"])
def test_every_timer_runs_the_publisher(deployment: Deployment, way: str) -> None:
    command, folder = _find_command(deployment, way)
    stamp = deployment.target / "last-run.json"
    stamp.unlink()
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert stamp.is_file()


def test_a_turn_of_cron_that_is_skipped_leaves_the_log_of_the_running_one(
    deployment: Deployment,
) -> None:
    command, folder = _find_command(deployment, "cron")
    log = deployment.target / "cron.log"
    log.write_text("Kiểm chứng 90 tệp…\n", "utf-8")
    running = ["flock", str(deployment.checkout), "sh", "-c", command]
    assert subprocess.run(running, cwd=folder, check=False).returncode == 1
    assert log.read_text("utf-8") == "Kiểm chứng 90 tệp…\n"


def _find_command(deployment: Deployment, way: str) -> tuple[str, Path]:
    """What a timer runs, and where."""
    if way == "systemd":
        unit = configparser.RawConfigParser(strict=False)
        unit.read_string(deployment.fill("tin-phuong.service"))
        return unit["Service"]["ExecStart"], Path(unit["Service"]["WorkingDirectory"])
    if way == "cron":
        line = deployment.fill("crontab").splitlines()[-1]
        assert line.startswith("*/15 * * * * ")
        return line.split(" ", 5)[5], deployment.target
    read = yaml.safe_load(
        deployment.fill("github-actions.yml" if way == "GitHub" else "gitlab-ci.yml")
    )
    if way == "GitHub":
        return read["jobs"]["publish"]["steps"][-1]["run"], deployment.checkout
    (command,) = read["publish"]["script"]
    return command, deployment.checkout


def test_the_timer_is_the_service_of_its_name() -> None:
    timer = configparser.RawConfigParser()
    timer.read(DEPLOY / "tin-phuong.timer", "utf-8")
    assert timer["Timer"]["OnCalendar"] == "*:0/15" and timer["Timer"]["Persistent"] == "true"
    assert (DEPLOY / "tin-phuong.service").is_file()
