"""Writes the two locks anew from pyproject.toml: exact versions with hashes, for every platform."""

from __future__ import annotations

import subprocess
import sys

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__, dev=True)

from _arguments import make_parser

_COMPILE = "pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes"
_QUIET = "--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet"


def main(arguments: list[str] | None = None) -> int:
    """Lock; versions already locked are kept unless pyproject.toml or --upgrade says otherwise."""
    parser = make_parser("Ghi lại hai tệp khóa phiên bản thư viện từ pyproject.toml.")
    parser.add_argument("--upgrade", action="store_true", help="lấy bản mới nhất được phép")
    options = parser.parse_args(arguments)
    command = [sys.executable, "-m", "uv", *_COMPILE.split(), *_QUIET.split()]
    if options.upgrade:
        command.append("--upgrade")
    for extra, lock in (([], "requirements.lock"), (["--extra", "dev"], "requirements-dev.lock")):
        subprocess.run([*command, *extra, "--output-file", lock], cwd=CHECKOUT, check=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
