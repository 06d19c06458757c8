"""Problems as people and programs read them: plain text, JSON, and GitHub's annotations."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from wardnews.model import Problem
from wardnews.text.quoting import printable

_LEVELS = {"error": "LỖI", "warning": "CẢNH BÁO", "fixed": "ĐÃ TỰ SỬA"}
_COMMANDS = {"error": "error", "warning": "warning", "fixed": "notice"}


def render_text(problems: Iterable[Problem]) -> str:
    """Two lines a problem: where and what, then how to mend it, or how it was mended."""
    return "".join(
        f"{printable(_first_line(problem))}\n    {printable(_second_line(problem))}\n"
        for problem in problems
    )


def _first_line(problem: Problem) -> str:
    place = f"{problem.path}:{problem.line}{f' ({problem.field})' if problem.field else ''}"
    return f"{place}: {_LEVELS[problem.level]} {problem.code}. {problem.message}"


def _second_line(problem: Problem) -> str:
    return problem.remedy if problem.level == "fixed" else f"Cách sửa: {problem.remedy}"


def render_json(problems: Iterable[Problem]) -> str:
    """An object {"problems": [{"path", "line", "field", "code", …}]}."""
    rows = [asdict(problem) for problem in problems]
    return json.dumps({"problems": rows}, ensure_ascii=False, indent=1) + "\n"


def render_github(problems: Iterable[Problem], folder: str) -> str:
    """Workflow commands; `folder` is the content folder as seen from the repository's root."""
    return "".join(
        f"::{_COMMANDS[problem.level]} file={_property(f'{folder}/{problem.path}')},"
        f"line={problem.line},title={_property(f'{_LEVELS[problem.level]} {problem.code}')}"
        f"::{_data(problem.message)}%0A{_data(_second_line(problem))}\n"
        for problem in problems
    )


def _data(text: str) -> str:
    return printable(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
