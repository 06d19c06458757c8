"""Runs everything that CI runs, and installs what that needs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__, dev=True)

from _arguments import make_parser

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main(arguments: list[str] | None = None) -> int:
    """Run every check even after one failed; 1 when any did."""
    parser = make_parser("Chạy mọi phép kiểm tra mà CI chạy, mất vài phút; tự cài những gì cần.")
    parser.add_argument("pytest", nargs="*", help="đối số chuyển cho pytest, đặt sau --")
    options = parser.parse_args(arguments)
    os.environ["WARDNEWS_CHROMIUM"] = find_browser()
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


def find_browser() -> str:
    """Chromium as installed, or installed now from Debian when that is possible."""
    found = _browser()
    if not found and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Cài trình duyệt Chromium để kiểm thử …", file=sys.stderr, flush=True)
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "chromium"]):
            subprocess.run(["apt-get", *command], env=quiet, check=False, stdout=subprocess.DEVNULL)
        found = _browser()
    if not found:
        sys.exit("Thiếu trình duyệt Chromium để kiểm thử. Hãy cài gói chromium rồi chạy lại.")
    return found


def _browser() -> str:
    return next(filter(None, map(shutil.which, _BROWSERS)), "")


if __name__ == "__main__":
    sys.exit(main())
