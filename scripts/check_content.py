"""Tells editors everything that is wrong in the content, and mends what is unambiguous."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__)

from _arguments import folder, make_parser, moment
from _progress import tell_progress

if TYPE_CHECKING:
    from wardnews.model import Problem


def main(arguments: list[str] | None = None) -> int:
    """Check; 0 when there is no error (warnings may be), 1 when there is, 2 for wrong use."""
    parser = make_parser("Kiểm tra mọi bài: sai ở đâu, vì sao, sửa thế nào.")
    parser.add_argument("--content", type=folder, metavar="THƯ-MỤC", help="thư mục nội dung")
    parser.add_argument(
        "--now", type=moment, metavar="THỜI-ĐIỂM", help="kiểm tra như lúc này (ISO 8601)"
    )
    parser.add_argument("--unit", metavar="ĐƠN-VỊ", help="chỉ hiện các bài của một đơn vị")
    parser.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="dạng in ra"
    )
    parser.add_argument(
        "--fix", action="store_true", help="tự sửa những gì chắc chắn, ngay trong tệp"
    )
    parser.add_argument("paths", nargs="*", metavar="TỆP", help="chỉ hiện các tệp, thư mục này")
    options = parser.parse_args(arguments)
    content: Path = options.content or CHECKOUT / "content"

    from wardnews.cache import open_cache
    from wardnews.content.files import list_files
    from wardnews.content.mending import mend_files
    from wardnews.content.report import render_github, render_json, render_text
    from wardnews.content.standing import check_standing_pages, list_standing_pages
    from wardnews.judging import judge_content

    shown = [_inside(parser, content, path) for path in options.paths]
    mended: tuple[Problem, ...] = ()
    if options.fix:
        files = {file.path: file for file in list_files(content, [])}
        mended = mend_files(files, lambda path: _is_asked(path, shown, options.unit))
    docs = CHECKOUT / "docs"
    judgement = judge_content(
        content,
        standing=list_standing_pages(docs),
        now=options.now or datetime.now(UTC),
        workers=os.cpu_count() or 1,
        cache=open_cache(
            CHECKOUT / ".cache", [CHECKOUT / "hooks", CHECKOUT / "overrides" / "wardnews"]
        ),
        progress=tell_progress,
    )
    units = [unit.id for unit in judgement.newsroom.registers.units]
    registers = [p for p in judgement.problems if p.path == "units.yml" and p.level == "error"]
    if options.unit and options.unit not in units and not registers:
        parser.error(f'không có đơn vị "{options.unit}"; các đơn vị: {", ".join(units)}')
    everything = (*mended, *judgement.problems, *check_standing_pages(docs))
    problems = sorted(
        (p for p in everything if _is_shown(p.path, shown, options.unit)),
        key=lambda p: (p.path, p.line, p.code, p.field),
    )
    if options.format == "json":
        sys.stdout.write(render_json(problems))
    elif options.format == "github":
        sys.stdout.write(render_github(problems, os.path.relpath(content)))
    else:
        sys.stdout.write(render_text(problems))
        items = sum(_is_shown(path, shown, options.unit) for path in judgement.references)
        print(_summarise(problems, items))
    return int(any(problem.level == "error" for problem in problems))


def _inside(parser: ArgumentParser, content: Path, typed: str) -> str:
    """A path as typed, seen from the content folder; it may be given from either folder."""
    for start in (Path.cwd(), content):
        path = start / typed
        if path.exists() and path.resolve().is_relative_to(content.resolve()):
            return path.resolve().relative_to(content.resolve()).as_posix()
    parser.error(f'không có "{typed}" trong thư mục nội dung {content}')


def _is_shown(path: str, shown: list[str], unit: str | None) -> bool:
    """What is wrong with a register concerns everybody."""
    return (path.endswith(".yml") and "/" not in path) or _is_asked(path, shown, unit)


def _is_asked(path: str, shown: list[str], unit: str | None) -> bool:
    if unit and path.split("/")[:2] not in (["articles", unit], ["exemplars", unit]):
        return False
    return not shown or any(PurePosixPath(path).is_relative_to(each) for each in shown)


def _summarise(problems: list[Problem], items: int) -> str:
    from wardnews.content.form_faults import MENDABLE

    counted = {
        name: sum(problem.level == level for problem in problems)
        for level, name in (("error", "lỗi"), ("warning", "cảnh báo"), ("fixed", "chỗ đã tự sửa"))
    }
    found = ", ".join(f"{number} {name}" for name, number in counted.items() if number)
    if not found:
        return f"Không có gì phải sửa trong {items} bài."
    tried = any(p.level == "fixed" for p in problems)
    mendable = not tried and any(p.code in MENDABLE for p in problems)
    hint = " Chạy lại với --fix thì máy tự sửa được một số chỗ." if mendable else ""
    return f"{found[:1].upper()}{found[1:]} trong {items} bài.{hint}"


if __name__ == "__main__":
    sys.exit(main())
