"""An item as a row of the open data: the files and the page on them follow from this table.

Only what the public can see of an item may become a column, and only what follows from its header
(site.cards): a column that followed from the text would have both files made anew at every edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import quote

from wardnews import addresses
from wardnews.columns import Column, Value
from wardnews.listings import find_newest
from wardnews.model import Article, Listing
from wardnews.site_context import Site
from wardnews.ward import Term

_OF_ADDRESSES = "%/:?#[]@!$&'()*+,;=~"


def list_shared(site: Site) -> tuple[Article, ...]:
    """The items of the open data, newest first; as in feeds, a draft without an id is none."""
    return tuple(article for article in _find_everything(site).articles if article.id)


def find_last_change(site: Site) -> datetime | None:
    """The moment at which the open data last changed: an item came, changed or left."""
    everything = _find_everything(site)
    return find_newest(everything.articles, everything.gone)


def _find_everything(site: Site) -> Listing:
    return next(listing for listing in site.listings if listing.kind == "all")


def make_record(article: Article, site: Site) -> dict[str, Value]:
    """An item's row; every column is there, in its order."""
    return {column.name: column.read(article, site) for column in COLUMNS}


def stamp(moment: datetime) -> str:
    """A moment as 2026-03-05T08:30:00+07:00."""
    return moment.isoformat(timespec="seconds")


def _stamp_or_none(moment: datetime | None) -> str | None:
    return stamp(moment) if moment else None


def _source_url(article: Article, _: Site) -> str | None:
    """As an URI: editors paste addresses with Vietnamese letters."""
    return quote(article.source_url, safe=_OF_ADDRESSES) or None


def _ids(terms: Iterable[Term]) -> list[str]:
    return [term.id for term in terms]


def _labels(terms: Iterable[Term]) -> list[str]:
    return [term.label for term in terms]


def _theme_id(article: Article, _: Site) -> str:
    """As editors write it: "III.a"."""
    numeral, strand = article.theme.numeral, article.strand
    return f"{numeral}.{strand.letter}" if strand else numeral


def _picture_url(article: Article, site: Site) -> str | None:
    image = article.image
    return site.url + site.assets[article.path][image.file].address if image else None


def _results(article: Article, _: Site) -> list[dict[str, str | None]]:
    results = article.exemplar.results if article.exemplar else ()
    return [
        {
            "measure": result.measure,
            "before": result.before,
            "after": result.after,
            "unit": result.unit or None,
            "source": result.source,
        }
        for result in results
    ]


COLUMNS = (
    Column(
        "id",
        "Mã cố định của bài, không đổi khi sửa bài hay đổi tên miền; trùng với mã (guid) trong "
        "nguồn tin RSS.",
        "tag:vidu.example,2026:2026-11-th-mau-a-goc-doc",
        lambda a, site: addresses.make_guid(a, site.newsroom.registers.ward.feed_authority),
    ),
    Column(
        "url",
        "Địa chỉ của bài trên chuyên trang.",
        "https://vidu.example/2026/11/th-mau-a-goc-doc/",
        lambda a, site: site.url + addresses.article(a),
        form="address",
    ),
    Column("title", "Tiêu đề.", "Góc đọc cuối lớp", lambda a, _: a.title),
    Column("summary", "Tóm tắt.", "Sách về lớp, em nào cũng mượn được.", lambda a, _: a.summary),
    Column(
        "published",
        "Lúc đăng, theo giờ địa phương.",
        "2026-11-05T07:00:00+07:00",
        lambda a, _: stamp(a.date),
        form="moment",
    ),
    Column(
        "updated",
        "Lúc bài đổi lần cuối: cập nhật hoặc đính chính; chưa đổi thì bằng lúc đăng.",
        "2026-11-06T09:00:00+07:00",
        lambda a, _: stamp(a.modified),
        form="moment",
    ),
    Column("kind_id", "Mã thể loại.", "giai-dap", lambda a, _: a.kind.id),
    Column("kind_name", "Tên thể loại.", "Giải đáp", lambda a, _: a.kind.label),
    Column("theme_id", "Số của chủ đề, kèm chữ của mạch nếu có.", "III.b", _theme_id),
    Column("theme_name", "Tên chủ đề.", "Hoạt động tổ chức thực hiện", lambda a, _: a.theme.name),
    Column(
        "strand_name",
        "Tên mạch của chủ đề III.",
        "Cơ sở giáo dục",
        lambda a, _: a.strand.name if a.strand else None,
        optional=True,
    ),
    Column("unit_id", "Mã đơn vị đứng bài.", "th-mau-a", lambda a, _: a.unit.id),
    Column("unit_name", "Tên đơn vị.", "Trường Tiểu học Mẫu A (ví dụ)", lambda a, _: a.unit.name),
    Column(
        "audience_ids",
        "Mã các nhóm bạn đọc mà bài dành cho.",
        ["giao-vien", "phu-huynh"],
        lambda a, _: _ids(a.audiences),
        form="list",
    ),
    Column(
        "audience_names",
        "Tên các nhóm bạn đọc, cùng thứ tự với mã.",
        ["Giáo viên", "Phụ huynh"],
        lambda a, _: _labels(a.audiences),
        form="list",
    ),
    Column("tag_ids", "Mã các nhãn.", ["doc-sach"], lambda a, _: _ids(a.tags), form="list"),
    Column(
        "tag_names",
        "Tên các nhãn, cùng thứ tự với mã.",
        ["Đọc sách"],
        lambda a, _: _labels(a.tags),
        form="list",
    ),
    Column(
        "documents",
        "Số, ký hiệu các văn bản mà bài nhắc tới.",
        ["71-NQ/TW"],
        lambda a, _: [document.number for document in a.documents],
        form="list",
    ),
    Column(
        "author", "Người viết.", "Tổ truyền thông", lambda a, _: a.author or None, optional=True
    ),
    Column(
        "source", "Nguồn của bài, của số liệu.", "Báo Mẫu", lambda a, _: a.source or None,
        optional=True,
    ),
    Column(
        "source_url",
        "Địa chỉ bài gốc.",
        "https://bao.example/bai-goc",
        _source_url,
        form="address",
        optional=True,
    ),
    Column(
        "picture_url",
        "Địa chỉ ảnh chính.",
        "https://vidu.example/2026/11/th-mau-a-goc-doc/ke-sach.jpg",
        _picture_url,
        form="address",
        optional=True,
    ),
    Column(
        "picture_alt",
        "Lời mô tả ảnh chính cho người không xem được ảnh.",
        "Ba tầng kệ gỗ xếp kín sách",
        lambda a, _: a.image.alt if a.image else None,
        optional=True,
    ),
    Column(
        "picture_credit",
        "Người chụp hoặc người vẽ; dùng lại ảnh phải ghi theo.",
        "Nhà trường",
        lambda a, _: (a.image and a.image.credit) or None,
        optional=True,
    ),
    Column(
        "starts",
        "Sự kiện bắt đầu lúc nào.",
        "2026-12-12T08:00:00+07:00",
        lambda a, _: _stamp_or_none(a.event.starts if a.event else None),
        form="moment",
        optional=True,
    ),
    Column(
        "ends",
        "Sự kiện kết thúc lúc nào.",
        "2026-12-12T11:00:00+07:00",
        lambda a, _: _stamp_or_none(a.event.ends if a.event else None),
        form="moment",
        optional=True,
    ),
    Column(
        "place",
        "Nơi tổ chức sự kiện.",
        "Nhà văn hóa",
        lambda a, _: (a.event and a.event.place) or None,
        optional=True,
    ),
    Column(
        "deadline",
        "Hạn cuối trong thông báo.",
        "2026-11-30T17:00:00+07:00",
        lambda a, _: _stamp_or_none(a.deadline),
        form="moment",
        optional=True,
    ),
    Column(
        "school_year",
        "Năm học của điển hình.",
        "2026-2027",
        lambda a, _: a.exemplar.school_year if a.exemplar else None,
        optional=True,
    ),
    Column(
        "results",
        "Kết quả đo được của điển hình: đo gì, trước, sau, đơn vị tính, số liệu lấy từ đâu. "
        "Bài khác thì trống.",
        [{"measure": "em mượn sách mỗi tuần", "before": "42", "after": "91", "unit": "%",
          "source": "sổ thư viện"}],
        _results,
        form="results",
    ),
)  # fmt: skip
