"""Shows the site while it is being written, drafts and scheduled items included."""

from __future__ import annotations

import re
import socket
import sys
from urllib.parse import urlsplit

from _environment import CHECKOUT, enter_environment

if __name__ == "__main__":
    enter_environment(__file__)

from _arguments import make_parser, port


def main(arguments: list[str] | None = None) -> int:
    """Serve until Ctrl-C."""
    parser = make_parser(
        "Xem trước trang trên máy này, thấy cả bản nháp và bài hẹn giờ; bấm Ctrl-C để dừng."
    )
    parser.add_argument(
        "--port", type=port, default=8000, metavar="SỐ", help="cổng (mặc định 8000)"
    )
    options = parser.parse_args(arguments)

    from mkdocs_events import run_serve

    place = f"127.0.0.1:{options.port}"
    if not is_free(options.port):
        parser.error(f"cổng {options.port} đang bận; đóng chương trình kia, hoặc chọn --port khác")
    print(f"Mở trình duyệt ở http://{place}{read_path()}", flush=True)
    run_serve(place)
    return 0


def is_free(number: int) -> bool:
    """May this port be listened at? MkDocs would answer with a traceback."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there it would take a port that is in use
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True


def read_path() -> str:
    """The path of site_url, below which MkDocs serves."""
    settings = (CHECKOUT / "mkdocs.yml").read_text("utf-8")
    address = re.search(r"""^site_url:\s*["']?([^\s"'#]+)""", settings, re.MULTILINE)
    return (urlsplit(address[1]).path if address else "") or "/"


if __name__ == "__main__":
    sys.exit(main())
