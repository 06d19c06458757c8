"""Measures this generator beside others, on the same texts and in the same run."""

from __future__ import annotations

import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__)

from _arguments import make_parser
from _progress import tell_progress

sys.path.append(str(CHECKOUT / "tests" / "bench"))

if TYPE_CHECKING:
    from corpus import Item
    from peers import Peer

_FOLDER = CHECKOUT / ".benchmark"
# Deleted only when all is measured: an ext4 without a journal looks through the inodes of the
# last minutes before it gives one away again, and each tool would pay for what another wrote.
_OLD = _FOLDER / "old"
_OURS = "Tin Phường"
_NOW = "2026-12-01T08:00:00+07:00"
_NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
_SLOW = 2000  # the largest size for Material blog, which takes most of a minute there already


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of one tool: seconds, bytes of memory of its largest process, what it wrote."""

    wall: float
    cpu: float
    memory: int
    files: int
    size: int


def main(arguments: list[str] | None = None) -> int:
    """Measure and print a table in Markdown."""
    parser = make_parser("Đo tốc độ dựng trang, so với các bộ dựng trang khác trên cùng bài viết.")
    parser.add_argument(
        "--sizes", default="200,2000", metavar="SỐ", help="số bài, cách nhau dấu phẩy"
    )
    parser.add_argument(
        "--peers",
        default="Hugo",
        metavar="TÊN",
        help="Hugo, Hugo chỉ RSS, Pelican, Eleventy, Material blog; cách nhau dấu phẩy",
    )
    parser.add_argument("--runs", type=int, default=3, metavar="SỐ", help="số lượt mỗi phép đo")
    parser.add_argument("--output", type=Path, metavar="TỆP", help="ghi bảng vào tệp này")
    options = parser.parse_args(arguments)

    from corpus import make_items, write_content
    from peers import PEERS

    chosen = [peer for peer in PEERS if peer.name in options.peers.split(",")]
    tools = {peer.name: install(peer) for peer in chosen}
    lines = [
        describe_machine(),
        "",
        "So với chúng tôi, mỗi công cụ chưa làm:",
        "",
        *(f"- {peer.name} ({', '.join(peer.packages)}): {peer.leaves_out}." for peer in chosen),
        "",
    ]
    for size in map(int, options.sizes.split(",")):
        folder = _FOLDER / str(size)
        set_aside(folder)
        items = list(make_items(size))
        write_content(folder / _OURS, size)
        for peer in chosen:
            peer.write(folder / peer.name, items)
        able = [p for p in chosen if size <= _SLOW or p.name != "Material blog"]
        lines += measure_size(size, folder, items[size // 2], able, tools, options.runs)
        print("\n".join(lines[-len(able) * 3 - 5 :]), flush=True)
    shutil.rmtree(_OLD, ignore_errors=True)
    text = "\n".join(lines) + "\n"
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    return 0


def install(peer: Peer) -> Path:
    """Install a peer in a folder of its own, once."""
    place = _FOLDER / "tools" / peer.name.replace(" ", "-")
    stamp = place / "installed"
    if stamp.exists() and stamp.read_text() == "\n".join(peer.packages):
        return place
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    npm = [name.removeprefix("npm:") for name in peer.packages if name.startswith("npm:")]
    if npm:
        command = ["npm", "install", "--silent", "--ignore-scripts", "--prefix", str(place), *npm]
        subprocess.run(command, check=True)
    else:
        subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(place / "bin" / "python"), "-m", "pip", "install", "--quiet"]
        subprocess.run([*pip, *peer.packages], check=True)
    stamp.write_text("\n".join(peer.packages))
    return place


def measure_size(
    size: int,
    folder: Path,
    edited: Item,
    peers: list[Peer],
    tools: dict[str, Path],
    runs: int,
) -> list[str]:
    """The rows of one size: cold, one edit, nothing changed; the tools take turns."""
    outputs = folder / "output"
    commands: dict[str, Callable[[], list[str]]] = {
        _OURS: lambda: our_command(folder, outputs / _OURS)
    }
    sources = {_OURS: our_item(folder / _OURS, edited)}
    for peer in peers:
        commands[peer.name] = lambda peer=peer: peer.command(  # type: ignore[misc]
            tools[peer.name], folder / peer.name, outputs / peer.name
        )
        sources[peer.name] = peer.item(folder / peer.name, edited)
    found: dict[tuple[str, str], list[Run]] = {}
    for number in tell_progress(iter(range(runs)), f"Đo với {size} bài", runs):
        for name, command in commands.items():
            forget(outputs / name)
            found.setdefault(("từ đầu", name), []).append(run(command(), outputs / name))
        for name, command in commands.items():
            with sources[name].open("a", encoding="utf-8") as stream:
                stream.write(f"\nSửa lần {number}.\n")
            found.setdefault(("sửa một bài", name), []).append(run(command(), outputs / name))
        for name, command in commands.items():
            found.setdefault(("không đổi gì", name), []).append(run(command(), outputs / name))
    return [
        f"## {size} bài",
        "",
        "| Việc | Công cụ | Giây | So với Hugo lúc từ đầu | Giây CPU | Bộ nhớ (MiB) | Tệp | MB |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
        *(render_row(job, name, runs_of, found) for (job, name), runs_of in found.items()),
        "",
    ]


def render_row(
    job: str, name: str, runs: list[Run], found: dict[tuple[str, str], list[Run]]
) -> str:
    """Medians of the runs, and the ratio to Hugo's cold build in the same run."""
    base = found.get(("từ đầu", "Hugo"))
    wall = statistics.median(each.wall for each in runs)
    ratio = f"{wall / statistics.median(each.wall for each in base):.2f}" if base else "–"
    cells = (
        f"{wall:.2f}", ratio, f"{statistics.median(each.cpu for each in runs):.2f}",
        f"{max(each.memory for each in runs) / 2**20:.0f}", f"{runs[-1].files}",
        f"{runs[-1].size / 1e6:.0f}",
    )  # fmt: skip
    return f"| {job} | {name} | " + " | ".join(cell.replace(".", ",") for cell in cells) + " |"


def our_command(folder: Path, output: Path) -> list[str]:
    """Build as an editor does, in a new process."""
    script = str(CHECKOUT / "scripts" / "build_site.py")
    content = ["--content", str(folder / _OURS), "--site-dir", str(output)]
    return [sys.executable, script, *content, "--now", _NOW, "--no-search"]


def our_item(folder: Path, item: Item) -> Path:
    """The file of an item."""
    root = "exemplars" if item.is_exemplar else "articles"
    return folder / root / item.unit / f"{item.day:%Y}" / f"{item.day:%m-%d}-{item.slug}.md"


def forget(output: Path) -> None:
    """Take away what earlier runs left: the output, and what we keep between builds."""
    set_aside(output)
    if output.name == _OURS:
        set_aside(CHECKOUT / ".cache")


def set_aside(folder: Path) -> None:
    """Take a folder away without deleting its files yet."""
    if folder.exists():
        _OLD.mkdir(parents=True, exist_ok=True)
        folder.rename(_OLD / f"{len(list(_OLD.iterdir()))}")


def run(command: list[str], output: Path) -> Run:
    """Run a command to its end; a failure ends the benchmark."""
    output.parent.mkdir(parents=True, exist_ok=True)
    # Where this is set, as in some containers, Python compiles a program anew at each start.
    usual = {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}
    begun = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=usual)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - begun
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"Lệnh này thất bại: {' '.join(command)}")
    files = [path.stat().st_size for path in output.rglob("*") if path.is_file()]
    if not files:
        sys.exit(f"Lệnh này không ghi tệp nào vào {output}: {' '.join(command)}")
    return Run(
        wall=wall,
        cpu=usage.ru_utime + usage.ru_stime,
        memory=usage.ru_maxrss * 1024,
        files=len(files),
        size=sum(files),
    )


def describe_machine() -> str:
    """What the figures were measured on."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    return (
        f"Máy: {os.cpu_count()} nhân {model}, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}."
    )


if __name__ == "__main__":
    sys.exit(main())
