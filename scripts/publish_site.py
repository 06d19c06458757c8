"""Publishes the site: builds it, verifies it, and switches the public to it at once."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from wardnews.build import BuildReport
    from wardnews.publishing.publisher import Publication

_AHEAD = timedelta(minutes=1)  # that the clock of whoever typed the moment may be
_NAMED = 20  # changed files that a warning names


def main(arguments: list[str] | None = None) -> int:
    """Publish; 0 when the public has what was asked for, 1 when not, 2 for wrong use."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    from wardnews.build import ContentRefusedError
    from wardnews.content.report import render_text
    from wardnews.looks import SettingsRefusedError
    from wardnews.publishing.findings import render_findings
    from wardnews.publishing.publisher import ReleaseRefusedError
    from wardnews.publishing.releases import TargetRefusedError
    from wardnews.store import SiteFolderRefusedError

    try:
        return _roll_back(options) if options.rollback else _publish(options)
    except ContentRefusedError as refusal:
        sys.stderr.write(render_text(refusal.problems))
        return _fail("Chưa xuất bản vì nội dung còn lỗi; trang công khai giữ nguyên.")
    except ReleaseRefusedError as refusal:
        sys.stderr.write(render_findings(refusal.findings))
        return _fail("Chưa xuất bản vì bản dựng chưa đạt; trang công khai giữ nguyên.")
    except SettingsRefusedError as refusal:
        print(refusal, file=sys.stderr)
        return _fail(SETTINGS_REFUSED)
    except OSError as error:
        if not is_disk_fault(error):
            raise
        print(f"Không ghi được: {os.strerror(error.errno or 0)}.", file=sys.stderr)
        return _fail(
            "Trang công khai vẫn trọn vẹn. Xem ổ đĩa còn chỗ không, thư mục có cho ghi không, "
            "rồi chạy lại."
        )
    except (SiteFolderRefusedError, TargetRefusedError) as refusal:
        parser.error(f"không xuất bản vào thư mục ấy được: {refusal}")


def _make_parser() -> ArgumentParser:
    parser = make_parser("Kiểm tra, dựng, kiểm chứng rồi đưa trang ra công khai trong một lần.")
    add = parser.add_argument
    add("target", type=new_folder, metavar="ĐÍCH", help="máy chủ web đọc ở ĐÍCH/current")
    add("--content", type=folder, metavar="THƯ-MỤC", help="thư mục nội dung")
    add("--site-url", type=web_address, metavar="ĐỊA-CHỈ", help="địa chỉ công khai")
    add("--now", type=moment, metavar="THỜI-ĐIỂM", help="dựng như lúc này")
    add("--workers", type=count, metavar="SỐ", help="số tiến trình làm song song")
    add("--no-search", action="store_true", help="dựng không có tìm kiếm")
    add("--keep", type=count, default=5, metavar="SỐ", help="giữ mấy bản gần nhất, thường là 5")
    add("--rollback", action="store_true", help="lùi về bản công khai trước đó, không dựng gì")
    add("--again", action="store_true", help="làm mới mọi tệp, cả khi không có gì mới hay vừa lùi")
    add("--allow-gone", action="store_true", help="lần này cho bỏ địa chỉ đã công khai")
    add("--allow-words", action="store_true", help="lần này cho qua câu trùng với bài ẩn hay đã gỡ")
    add("--allow-return", action="store_true", help="lần này cho bài, ảnh đã gỡ hiện lại")
    add("--allow-shrink", action="store_true", help="lần này cho số bài giảm mạnh")
    return parser


def _publish(options: Namespace) -> int:
    from mkdocs_events import run_build
    from wardnews.publishing.publisher import Order, publish
    from wardnews.publishing.releases import Target

    if options.now and options.now > datetime.now(UTC) + _AHEAD:
        _warn_of_future(options.now)
    if not options.no_search:
        prepare_search()

    def build(site: Path) -> BuildReport:
        return run_build(
            content=options.content,
            site_dir=site,
            site_url=options.site_url,
            now=options.now or datetime.now(UTC),  # after waiting for another run, if there is one
            workers=options.workers,
            search=not options.no_search,
            progress=tell_progress,
        )

    allowed = {
        "addresses": options.allow_gone,
        "counts": options.allow_shrink,
        "returns": options.allow_return,
        "words": options.allow_words,
    }
    order = Order(
        clock=lambda: datetime.now(UTC),
        keep=options.keep,
        allowed=frozenset(rule for rule, is_allowed in allowed.items() if is_allowed),
        again=options.again,
    )
    target = Target(folder=options.target.absolute())
    return _tell_outcome(publish(target, build, order, _tell, _warn_of_meddling))


def _warn_of_future(now: datetime) -> None:
    from wardnews.text.dates import show_moment_short

    print(
        f"CHÚ Ý: --now là lúc chưa tới ({show_moment_short(now)}): bài hẹn giờ tới lúc ấy công "
        "khai ngay bây giờ. Nếu không định vậy, chạy lại không kèm --now.",
        file=sys.stderr,
    )


def _warn_of_meddling(paths: tuple[str, ...]) -> None:
    shown = [*paths[:_NAMED], *["…"] * (len(paths) > _NAMED)]
    _list_items(f"CHÚ Ý: có người đã sửa {len(paths)} tệp đang công khai:", tuple(shown))
    print(
        "Giữ một bản sao để xem, đổi mật khẩu máy chủ, báo người phụ trách kỹ thuật, rồi chạy với "
        "--again.",
        file=sys.stderr,
    )


def _tell_outcome(done: Publication) -> int:
    from wardnews.content.report import render_text

    sys.stderr.write(render_text(done.report.problems))
    if done.outcome == "held":
        _warn_of_overdue(done)
        return _fail(
            f"Bản này vừa bị lùi, nên không xuất bản lại; đang công khai: {done.release}. "
            "Sửa hoặc gỡ bài sai rồi chạy lại; nếu vẫn muốn xuất bản, thêm --again."
        )
    what = "Không có gì mới; đang công khai" if done.outcome == "unchanged" else "Đã xuất bản"
    print(f"{what}: {done.release}")
    return 0


def _warn_of_overdue(done: Publication) -> None:
    from wardnews.text.dates import show_moment_short

    _list_items("CHÚ Ý: bản đang công khai còn bài hết hạn:", done.expired)
    if done.overdue:
        print(
            f"CHÚ Ý: từ {show_moment_short(done.overdue)} có thay đổi hẹn giờ chưa có hiệu lực, "
            "vì trang đã lùi.",
            file=sys.stderr,
        )


def _roll_back(options: Namespace) -> int:
    from wardnews.publishing.publisher import roll_back
    from wardnews.publishing.releases import Target

    done = roll_back(
        Target(folder=options.target.absolute()),
        datetime.now(UTC),
        _tell,
        return_all=options.allow_return,
    )
    if done.is_blind:
        return _fail(
            "Chưa lùi: bản đang công khai không có bản kê đọc được, nên máy không biết bài nào, "
            "ảnh nào đã gỡ. Cách sửa: sửa bài sai rồi xuất bản lại; nếu mọi bài, mọi ảnh của bản "
            "trước được phép hiện lại, chạy lại với --allow-return. Lùi như thế thì bộ hẹn giờ có "
            "thể xuất bản lại nội dung ấy: sửa nó ngay."
        )
    if done.is_refused:
        _list_items("Bản trước còn những bài đã gỡ:", done.returning)
        _list_items("Bản trước còn ảnh, tệp đã thay hoặc bỏ của những bài:", done.with_old_files)
        return _fail("Chưa lùi. Nếu tất cả được phép hiện lại, chạy lại với --allow-return.")
    if not done.release:
        return _fail("Không còn bản trọn vẹn nào trước bản đang công khai; không đổi gì.")
    print(f"Đã lùi; đang công khai: {done.release}")
    return 0


def _list_items(what: str, items: tuple[str, ...]) -> None:
    if items:
        print(what, *items, sep="\n    ", file=sys.stderr)


def _tell(line: str) -> None:
    print(line, flush=True)


def _fail(line: str) -> int:
    print(line, file=sys.stderr)
    return 1


if __name__ == "__main__":
    leave_after(main, "Đã dừng; trang công khai vẫn trọn vẹn.")
