"""Looks after a published site: whether it is whole and fresh, and the timer alive."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from _environment import enter_environment

if __name__ == "__main__":
    enter_environment(__file__)

from _arguments import count, folder, make_parser, moment


def main(arguments: list[str] | None = None) -> int:
    """Check; 0 when all is well, 1 when anything is not, 2 for wrong use."""
    parser = make_parser(
        "Xem trang đang công khai có trọn vẹn, còn mới không, bộ hẹn giờ còn chạy không."
    )
    parser.add_argument(
        "target", type=folder, metavar="ĐÍCH", help="thư mục đã dùng với publish_site.py"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="dạng in ra")
    parser.add_argument(
        "--now", type=moment, metavar="THỜI-ĐIỂM", help="xem như lúc này (ISO 8601)"
    )
    parser.add_argument(
        "--max-age", type=count, default=3, metavar="GIỜ",
        help="bộ hẹn giờ phải chạy ít nhất một lần trong bấy nhiêu giờ, thường là 3",
    )  # fmt: skip
    options = parser.parse_args(arguments)

    from wardnews.publishing.inspection import (
        inspect_target,
        render_checks,
        render_checks_json,
    )
    from wardnews.publishing.releases import Target

    checks = inspect_target(
        Target(folder=options.target.absolute()),
        options.now or datetime.now(UTC),
        timedelta(hours=options.max_age),
    )
    sys.stdout.write((render_checks_json if options.format == "json" else render_checks)(checks))
    return 0 if all(check.ok for check in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
