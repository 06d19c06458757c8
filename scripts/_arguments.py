"""What the command lines have in common: Vietnamese help, moments, folders, how they end."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NoReturn
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

SETTINGS_REFUSED = (
    "Chưa dựng được vì mkdocs.yml hoặc một trang trong docs/ có chỗ sai; trang cũ giữ nguyên. "
    "Cách sửa: xem dòng vừa sửa trong tệp ấy; giá trị có dấu hai chấm thì đặt trong ngoặc kép, "
    'ví dụ site_name: "Giáo dục: Việt Yên".'
)
_WORDS = {
    "usage: ": "Cách dùng: ",
    "options": "tùy chọn",
    "positional arguments": "đối số",
    "show this help message and exit": "hiện phần hướng dẫn này rồi thoát",
    "the following arguments are required: %s": "thiếu đối số: %s",
    "unrecognized arguments: %s": "không có tùy chọn: %s",
    "expected one argument": "cần một giá trị",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\n",
    "invalid choice: %(value)r (choose from %(choices)s)": "không có %(value)r; chọn %(choices)s",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
}
_STOPPED = 130  # how a shell tells that Ctrl-C ended a command
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EIO)
# argparse looks its own words up in gettext at call time, through this name.
argparse._ = lambda text: _WORDS.get(text, text)  # type: ignore[attr-defined]


def make_parser(description: str) -> argparse.ArgumentParser:
    """A parser that speaks Vietnamese; wrong use ends with exit code 2."""
    return argparse.ArgumentParser(description=description, allow_abbrev=False)


def moment(text: str) -> datetime:
    """A moment in ISO 8601; without an offset it is the time of Viet Nam."""
    try:
        parsed = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f'"{text}" không phải là thời điểm; ghi như 2026-11-23T08:00:00+07:00'
        ) from None
    if not 1970 <= parsed.year <= 2199:  # further away other zones run out of calendar
        raise argparse.ArgumentTypeError(f'"{text}" có năm ngoài khoảng 1970 đến 2199')
    return parsed if parsed.tzinfo else parsed.replace(tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f'không có thư mục "{text}"')
    return path


def new_folder(text: str) -> Path:
    """A folder that is there or can be made."""
    path = Path(text)
    for place in (path, *path.absolute().parents):
        if place.exists():
            if place.is_dir():
                return path
            raise argparse.ArgumentTypeError(f'không tạo được thư mục "{text}": {place} là tệp')
    raise argparse.ArgumentTypeError(f'không tạo được thư mục "{text}"')


def port(text: str) -> int:
    """A number that a port can have."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f'"{text}" không phải là cổng từ 1 đến 65535')
    return int(text)


def count(text: str) -> int:
    """A number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" không phải là số từ 1 trở lên')
    return int(text)


def web_address(text: str) -> str:
    """The public address of a site."""
    if not text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f'"{text}" không bắt đầu bằng https://')
    try:
        named = urlsplit(text).hostname
    except ValueError:
        named = None
    if not named or not text.isprintable() or " " in text:
        raise argparse.ArgumentTypeError(f'"{text}" chưa phải là địa chỉ đầy đủ của một trang')
    return text


def is_disk_fault(error: OSError) -> bool:
    """Is it the disk that takes no more, or a folder that may not be written to?"""
    return error.errno in _DISK


def leave_after(main: Callable[[], int], stopped: str) -> NoReturn:
    """Run a command and leave the process at once; `stopped` is said when Ctrl-C ended it."""
    try:
        code = main()
    except KeyboardInterrupt:
        print(f"\n{stopped}", file=sys.stderr)
        code = _STOPPED
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)  # taking 10,000 items out of memory one by one would cost a tenth of a second
