"""Runs everything that CI runs, and installs what that needs."""

from __future__ import annotations

import os
import subprocess
import sys

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__, dev=True)

from _arguments import make_parser
from _search_program import prepare_search
from _test_programs import prepare_programs


def main(arguments: list[str] | None = None) -> int:
    """Run every check even after one failed; 1 when any did."""
    parser = make_parser("Chạy mọi phép kiểm tra mà CI chạy, mất vài phút; tự cài những gì cần.")
    parser.add_argument("pytest", nargs="*", help="đối số chuyển cho pytest, đặt sau --")
    options = parser.parse_args(arguments)
    os.environ["WARDNEWS_CHROMIUM"] = prepare_programs()
    prepare_search()
    checks = {
        "Định dạng": ["-m", "ruff", "format", "--check", "."],
        "Quy tắc viết mã": ["-m", "ruff", "check", "."],
        "Kiểu dữ liệu": ["-m", "mypy"],
        "Nội dung": ["scripts/check_content.py"],
        "Kiểm thử": ["-m", "pytest", *options.pytest],
    }
    failed = []
    for name, command in checks.items():
        print(f"--- {name}", flush=True)
        if subprocess.run([sys.executable, *command], cwd=CHECKOUT, check=False).returncode:
            failed.append(name)
    if failed:
        print(f"--- Chưa đạt: {', '.join(failed)}", flush=True)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
