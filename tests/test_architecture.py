"""ARCHITECTURE.md is true: every module has its sentence, and imports point one way only."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOKS = ROOT / "hooks"
PACKAGE = HOOKS / "wardnews"
LONGEST = 300  # lines of a module
ROW = re.compile(r"^\| `([a-z_./]+\.py)` \| (.+) \|$", re.MULTILINE)
STRANGERS = {
    "mkdocs", "material", "properdocs",  # the framework
    "socket", "http", "ssl", "requests",  # the network
    "time", "logging", "getpass", "locale",  # the clock, the terminal, the machine
    "subprocess",  # other programs
}  # fmt: skip
ALLOWED = {
    "workers.py": {"time"},  # a stop-watch, not a clock
    "pagefind.py": {"subprocess"},
    "site_files.py": {"subprocess"},
}
CALLS = {"print", "input", "now", "utcnow", "today", "cwd", "getcwd", "getenv", "urlopen"}
ON_DISK = sorted(path for path in PACKAGE.rglob("*.py") if path.name != "__init__.py")


def _rows() -> dict[Path, str]:
    """The modules of the table in its order, with their sentences."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    text = text.partition("## Modules")[2].partition("\n## ")[0]
    return {(PACKAGE / name).resolve(): sentence for name, sentence in ROW.findall(text)}


def _imports(path: Path) -> set[Path]:
    """The modules of the package that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("wardnews"):
            base = HOOKS.joinpath(*(node.module or "").split("."))
            for name in node.names:
                inner = base / f"{name.name}.py"
                found.add(inner if inner.exists() else base.with_suffix(".py"))
    return found


def _name(path: Path) -> str:
    return path.relative_to(HOOKS).as_posix()


def test_the_table_holds_every_module_and_no_other() -> None:
    assert sorted(_rows()) == sorted([*ON_DISK, HOOKS / "mkdocs_events.py"])


@pytest.mark.parametrize("path", [*ON_DISK, HOOKS / "mkdocs_events.py"], ids=_name)
def test_a_module_begins_with_its_sentence(path: Path) -> None:
    docstring = ast.get_docstring(ast.parse(path.read_text("utf-8")))
    assert docstring and docstring.splitlines()[0] == _rows()[path]


@pytest.mark.parametrize("path", ON_DISK, ids=_name)
def test_a_module_imports_only_what_stands_above_it(path: Path) -> None:
    order = list(_rows())
    above = set(order[: order.index(path)])
    assert {_name(other) for other in _imports(path) - above} == set()


@pytest.mark.parametrize("path", ON_DISK, ids=_name)
def test_forms_of_the_site_know_nothing_of_each_other(path: Path) -> None:
    forms = {"pages", "feeds", "data.py", "open_data.py", "plain_texts.py", "calendars.py"}
    forms |= {"search.py", "embeds.py", "signposts.py", "security_txt.py"}
    mine = path.relative_to(PACKAGE).parts[0]
    theirs = {other.relative_to(PACKAGE).parts[0] for other in _imports(path)}
    assert mine not in forms or theirs & forms <= {mine}


@pytest.mark.parametrize("path", ON_DISK, ids=_name)
def test_the_library_knows_neither_framework_nor_clock_nor_network(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    imported, called = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add((node.module or "").partition(".")[0])
        elif isinstance(node, ast.Call):
            function = node.func
            called.add(getattr(function, "id", "") or getattr(function, "attr", ""))
    assert imported & STRANGERS <= ALLOWED.get(path.name, set())
    assert called & CALLS == set()


@pytest.mark.parametrize("path", ON_DISK + sorted(HOOKS.glob("*.py")), ids=_name)
def test_a_module_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def test_packages_hold_a_docstring_only() -> None:
    for path in PACKAGE.rglob("__init__.py"):
        (only,) = ast.parse(path.read_text("utf-8")).body
        assert isinstance(only, ast.Expr), _name(path)


def test_only_the_event_file_stands_beside_the_package() -> None:
    beside = {path.name for path in HOOKS.iterdir()} - {"__pycache__"}
    assert beside == {"mkdocs_events.py", "wardnews"}
