"""The page on the open data: the files, on what terms they may be used, what each column means."""

from __future__ import annotations

from wardnews import addresses
from wardnews.columns import flatten
from wardnews.outputs import Output
from wardnews.pages.heads import Head
from wardnews.pages.press import Press
from wardnews.records import COLUMNS, find_last_change, list_shared


def render_data_page(press: Press) -> Output:
    items = list_shared(press.site)
    newest = find_last_change(press.site)
    head = Head(
        title="Dữ liệu mở",
        description="Danh sách mọi tin, bài, điển hình đang đăng: bảng cho Excel, JSON cho phần "
        "mềm, và ý nghĩa từng cột.",
        address=addresses.DATA,
    )
    return press.plan_page(
        "open_data",
        head,
        len(items),
        newest.isoformat() if newest else "",
        facts=lambda: {
            "total": len(items),
            "newest": newest,
            "columns": [(column, flatten(column.example)) for column in COLUMNS],
        },
    )
