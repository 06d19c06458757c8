"""Checks the content and builds the whole site."""

from __future__ import annotations

import os
import sys
import time

from _environment import enter_environment

if __name__ == "__main__":
    enter_environment(__file__)

from _arguments import (
    SETTINGS_REFUSED,
    count,
    folder,
    is_disk_fault,
    leave_after,
    make_parser,
    moment,
    new_folder,
    web_address,
)
from _progress import tell_progress
from _search_program import prepare_search


def main(arguments: list[str] | None = None) -> int:
    """Build; 0 when the site was built, 1 when the content has errors, 2 for wrong use."""
    parser = make_parser("Kiểm tra nội dung rồi dựng cả trang.")
    parser.add_argument("--content", type=folder, metavar="THƯ-MỤC", help="thư mục nội dung")
    parser.add_argument(
        "--site-dir", type=new_folder, metavar="THƯ-MỤC", help="nơi đặt trang dựng xong"
    )
    parser.add_argument("--site-url", type=web_address, metavar="ĐỊA-CHỈ", help="địa chỉ công khai")
    parser.add_argument(
        "--now", type=moment, metavar="THỜI-ĐIỂM", help="dựng như lúc này (ISO 8601)"
    )
    parser.add_argument("--workers", type=count, metavar="SỐ", help="số tiến trình làm song song")
    parser.add_argument(
        "--no-cache", action="store_true", help="làm lại từ đầu, không dùng bộ nhớ đệm"
    )
    parser.add_argument("--no-search", action="store_true", help="dựng không có tìm kiếm")
    options = parser.parse_args(arguments)

    from mkdocs_events import run_build
    from wardnews.build import ContentRefusedError
    from wardnews.content.report import render_text
    from wardnews.looks import SettingsRefusedError
    from wardnews.store import SiteFolderRefusedError

    if not options.no_search:
        prepare_search()
    began = time.perf_counter()
    try:
        report = run_build(
            content=options.content,
            site_dir=options.site_dir,
            site_url=options.site_url,
            now=options.now,
            workers=options.workers,
            cache=not options.no_cache,
            search=not options.no_search,
            progress=tell_progress,
        )
    except ContentRefusedError as refusal:
        sys.stderr.write(render_text(refusal.problems))
        print("Chưa dựng được vì nội dung còn lỗi; trang cũ giữ nguyên.", file=sys.stderr)
        return 1
    except SettingsRefusedError as refusal:
        print(f"{refusal}\n{SETTINGS_REFUSED}", file=sys.stderr)
        return 1
    except OSError as error:
        if not is_disk_fault(error):
            raise
        print(
            f"Không ghi được trang: {os.strerror(error.errno or 0)}. Trang cũ giữ nguyên.",
            file=sys.stderr,
        )
        print("Xem ổ đĩa còn chỗ không, thư mục có cho ghi không, rồi chạy lại.", file=sys.stderr)
        return 1
    except SiteFolderRefusedError as refusal:
        parser.error(f"không đặt trang vào thư mục ấy được: {refusal}; hãy chọn thư mục khác")
    sys.stderr.write(render_text(report.problems))
    if report.indexed is False:
        print("Lần này không lập được chỉ mục, trang tìm kiếm chỉ lối sang lưu trữ theo tháng.")
    seconds = f"{time.perf_counter() - began:.1f}".replace(".", ",")
    print(
        f"Đã dựng {report.articles} bài, {report.pages} trang, {report.feeds} nguồn tin "
        f"trong {seconds} giây: {report.site_dir}"
    )
    return 0


if __name__ == "__main__":
    leave_after(main, "Đã dừng; chạy lại thì máy làm tiếp phần còn thiếu.")
