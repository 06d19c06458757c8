"""Takes down one item, or all items of a withdrawn consent, and says what is left to do."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__)

from _arguments import folder, make_parser

if TYPE_CHECKING:
    from wardnews.cache import Cache
    from wardnews.content.reader import ContentReading
    from wardnews.judging import Judgement
    from wardnews.model import Article, Withdrawal


def main(arguments: list[str] | None = None) -> int:
    """Withdraw; 0 when the site can be built without the items, 1 when not, 2 for wrong use."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    if bool(options.item) == bool(options.consent):
        parser.error("ghi một bài, hoặc --consent kèm số giấy đồng ý, không cả hai")
    content: Path = options.content or CHECKOUT / "content"

    from wardnews.content.withdrawing import explain_reason
    from wardnews.model import Withdrawal
    from wardnews.text.normal_form import normalise

    reading, now = _read(content), datetime.now(UTC)
    found = _find(parser, reading, options.item, options.consent)
    by, reason = normalise(options.by), normalise(options.reason)
    if not by.strip() or not by.isprintable():
        parser.error("--by phải là một dòng chữ")
    if refusal := explain_reason(reason, found):
        parser.error(refusal)
    on = _read_moment(parser, options.on, found, now, reading.registers.zone)
    withdrawal = Withdrawal(on=on, by=by, reason=reason)
    done = [each for each in found if _withdraw(each, withdrawal, reading)]
    is_left = any(each.status == "da-duyet" for each in found if each not in done)
    is_left |= _tell_like(reading, options.consent or "")
    code = max(int(is_left), _tell_rest(done, _judge(content, now)) if done else 0)
    return max(code, _publish(options.publish, content)) if options.publish else code


def _publish(target: Path, content: Path) -> int:
    """Let the public have it now, and keep no release that still shows the items."""
    command = [sys.executable, str(CHECKOUT / "scripts" / "publish_site.py"), str(target)]
    command += ["--content", str(content), "--keep", "1"]
    print(flush=True)
    return subprocess.run(command, check=False).returncode


def _make_parser() -> ArgumentParser:
    parser = make_parser(
        "Gỡ một bài, hoặc mọi bài dùng một giấy đồng ý mà phụ huynh đã rút lại. Chỉ hai chỗ trong "
        "tệp của bài thay đổi: status và withdrawn."
    )
    parser.add_argument(
        "item", nargs="?", metavar="BÀI", help="tệp, mã bài (id) hoặc địa chỉ trên mạng của bài"
    )
    parser.add_argument("--consent", metavar="SỐ-GIẤY", help="gỡ mọi bài ghi giấy đồng ý này")
    parser.add_argument(
        "--reason",
        required=True,
        metavar="LÝ-DO",
        help="vì sao gỡ; HIỆN CÔNG KHAI nên viết chung, không nêu tên ai, không nhắc nội dung bài, "
        'ví dụ: "Theo yêu cầu của gia đình."',
    )
    parser.add_argument(
        "--by", default="Ban Biên tập", metavar="AI", help="ai quyết định gỡ; hiện công khai"
    )
    parser.add_argument("--on", metavar="LÚC", help="gỡ lúc nào, nếu không phải bây giờ")
    parser.add_argument(
        "--publish", type=folder, metavar="ĐÍCH", help="đưa lên mạng ngay, không giữ bản cũ nào"
    )
    parser.add_argument("--content", type=folder, metavar="THƯ-MỤC", help="thư mục nội dung")
    return parser


def _find(
    parser: ArgumentParser, reading: ContentReading, item: str | None, consent: str | None
) -> tuple[Article, ...]:
    """The one item, or all items of the consent; another number of them is wrong use."""
    from wardnews.content.withdrawing import find_by_consent, find_items

    items = [each.article for each in reading.manuscripts if each.article]
    found = find_items(items, item) if item else find_by_consent(items, consent or "")
    if not found:
        parser.error(_tell_near(items, item, consent or ""))
    if item and len(found) > 1:
        parser.error(f'"{item}" là của nhiều bài: {", ".join(each.path for each in found)}')
    return found


def _tell_like(reading: ContentReading, consent: str) -> bool:
    """Name the items that may rest on the same paper, written otherwise; are there any?"""
    from wardnews.content.withdrawing import find_like_consents

    items = [manuscript.article for manuscript in reading.manuscripts if manuscript.article]
    like = find_like_consents((each for each in items if each.status != "go"), consent)
    if like:
        print("Chưa gỡ các bài ghi gần giống; xem có phải giấy ấy không:", file=sys.stderr)
        for path, written in like:
            print(f'    {path}: consent "{written}"', file=sys.stderr)
    return bool(like)


def _tell_near(items: list[Article], item: str | None, consent: str) -> str:
    """What there is instead, one a line, and what else can be typed."""
    from wardnews.content.withdrawing import suggest_consents, suggest_items

    if item:
        said = f'không có bài "{item}".'
        near = [f"{each.path}: {each.title}" for each in suggest_items(items, item)]
        other = "ghi tệp (articles/…), mã bài (dòng id) hoặc địa chỉ chép từ trình duyệt."
    else:
        said = f'không bài nào ghi giấy "{consent}".'
        near = [f'--consent "{each}"' for each in suggest_consents(items, consent)]
        other = "ghi đúng cả dòng consent của bài; hoặc gỡ từng bài bằng địa chỉ của bài."
    return "\n    ".join([f"{said} Có phải:" if near else said, *near]) + f"\nCách khác: {other}"


def _read(content: Path) -> ContentReading:
    from wardnews.content.reader import read_content

    return read_content(content, workers=os.cpu_count() or 1, cache=_open_cache())


def _judge(content: Path, now: datetime) -> Judgement:
    from wardnews.content.standing import list_standing_pages
    from wardnews.judging import judge_content

    return judge_content(
        content,
        standing=list_standing_pages(CHECKOUT / "docs"),
        now=now,
        workers=os.cpu_count() or 1,
        cache=_open_cache(),
    )


def _open_cache() -> Cache:
    from wardnews.cache import open_cache

    return open_cache(
        CHECKOUT / ".cache", [CHECKOUT / "hooks", CHECKOUT / "overrides" / "wardnews"]
    )


def _read_moment(
    parser: ArgumentParser,
    typed: str | None,
    found: tuple[Article, ...],
    now: datetime,
    zone: tzinfo,
) -> datetime:
    """When the items were taken down: an item whose day is still to come leaves no trace."""
    from wardnews.text.dates import Mistake, parse_moment, show_day

    moment = parse_moment(typed, zone) if typed else now.astimezone(zone)
    if isinstance(moment, Mistake):
        parser.error(f"{moment.message} {moment.remedy}")
    for item in found:
        if item.status == "da-duyet" and moment.date() < item.date.date() <= now.date():
            parser.error(f"{item.path} đăng ngày {show_day(item.date)}, sau lúc gỡ {typed}")
    return moment


def _withdraw(item: Article, withdrawal: Withdrawal, reading: ContentReading) -> bool:
    """Write the notice into the file of an item that is published, or will be."""
    from wardnews.content.files import replace_file
    from wardnews.content.withdrawing import write_withdrawal

    if item.status == "go":
        print(f"{item.path}: đã gỡ từ trước, không đổi gì.")
        return False
    if item.status != "da-duyet":
        print(f"{item.path}: chưa duyệt nên chưa ai thấy; bỏ ảnh, tên người rồi hãy duyệt.")
        return False
    file = reading.files[item.path].real
    text = write_withdrawal(item.path, file.read_bytes().decode("utf-8"), withdrawal)
    if text is None:
        print(
            f'{item.path}: máy không sửa được phần khai báo; hãy sửa tay thành "status: go" và '
            'thêm "withdrawn:" như sổ tay hướng dẫn.',
            file=sys.stderr,
        )
        return False
    replace_file(file, text.encode("utf-8"))
    print(f"{item.path}: đã ghi gỡ.")
    return True


def _tell_rest(done: list[Article], judgement: Judgement) -> int:
    """What the check finds after it, and what a program cannot do."""
    from wardnews.content.report import render_text
    from wardnews.content.withdrawing import PUBLISHING, list_errands

    ours = {item.path for item in done}
    shown = [
        problem
        for problem in judgement.problems
        if problem.level == "error" or problem.code == "L608" or problem.path in ours
    ]
    sys.stdout.write(render_text(shown))
    for item in done:
        print(f"\nCòn phải làm bằng tay cho {item.path}:")
        for errand in list_errands(item, judgement.newsroom.registers.units):
            print(f"- {errand}")
    if judgement.refused:
        print(
            "\nNội dung còn lỗi nên chưa dựng được trang: bài CÒN TRÊN MẠNG đến khi hết lỗi. "
            "Không kịp sửa thì:\n"
            "- Bài lỗi chưa đăng: đổi thành `status: cho-duyet`.\n"
            "- Bài lỗi đã đăng: trả lại bản cũ của tệp."
        )
    print("\n" + ("Hết lỗi thì làm ngay:" if judgement.refused else "Bây giờ làm ngay:"))
    for number, step in enumerate(PUBLISHING, start=1):
        print(f"{number}. {step}")
    return int(judgement.refused)


if __name__ == "__main__":
    sys.exit(main())
