"""Every rule that one item must obey by itself, one small function each, yielding Problems.

They run on whatever could be read, so that an editor sees all mistakes of a file at once.
Rules that need other files or the clock are in tree_rules.py and references.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews.content.kind_rules import KIND_RULES
from wardnews.content.manuscripts import PATH, Manuscript, Rule, propose_id
from wardnews.content.privacy import PRIVACY_RULES
from wardnews.model import Article, Problem
from wardnews.text.dates import show_day, show_moment_short
from wardnews.text.quoting import quote
from wardnews.text.slugs import make_slug

_ID = re.compile(r"[a-z0-9-]{4,60}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Only the last part may have a dot: a file at an old address is never a folder of another.
_ALIAS = re.compile(r"([A-Za-z0-9_-]{1,100}/)*[A-Za-z0-9_-]{1,100}(\.[A-Za-z0-9]{1,20})?")
_LONGEST = 100  # characters of a name in an address
_TAG_LIKE = re.compile(r"<(?=\S).*", re.DOTALL)


def check_manuscript(manuscript: Manuscript) -> Iterator[Problem]:
    """Run every rule on an item; one that was taken down needs only its notice to be right."""
    article = manuscript.article
    if article is None:
        return
    rules = _ALWAYS if article.status == "go" else _ALWAYS + _SHOWN
    for rule in rules:
        yield from rule(manuscript, article)


def check_path_date(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """The date fits the file's name; the address keeps the name's, so this is only a warning."""
    place = PATH.fullmatch(article.path)
    named = place and (int(place["year"]), int(place["month"]), int(place["day"]))
    day = article.date.date()
    if manuscript.has("date") and named != (day.year, day.month, day.day):
        yield manuscript.problem(
            "date",
            "T112",
            f"Ngày đăng {show_day(day)} khác với ngày trong tên tệp.",
            "Nếu gõ nhầm ngày thì sửa lại. Nếu bài đã đăng thì để nguyên tên tệp: "
            "địa chỉ bài lấy theo tên tệp và không được đổi.",
            level="warning",
        )


def check_plain_texts(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """NukeViet and Joomla take "<5 tuổi" for a tag: they drop it, and all that follows."""
    texts = (("title", article.title, "Tiêu đề"), ("summary", article.summary, "Tóm tắt"))
    for field, text, named in texts:
        if lost := _TAG_LIKE.search(text):
            yield manuscript.problem(
                field,
                "T106",
                f"{named} có dấu < đứng liền chữ, nên trang của trường (NukeViet, Joomla) "
                f"có thể bỏ mất {quote(lost[0], 40)}.",
                'Viết bằng chữ, ví dụ "dưới 5 tuổi", hoặc để một dấu cách sau dấu <: "< 5 tuổi". '
                "Không dùng mã HTML như <b>.",
                level="warning",
            )


def check_approval(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """What is published was approved by somebody, on a day."""
    if article.status != "da-duyet":
        return
    for field, named, example in (
        ("approved_by", "ai duyệt", "Ban Biên tập"),
        ("approved_on", "ngày duyệt", str(manuscript.day)),
    ):
        if not manuscript.has(field):
            line = manuscript.add_line(field, example).removesuffix(".")
            yield manuscript.problem(
                field,
                "T130",
                f"Bài ghi đã duyệt nhưng chưa ghi {named}.",
                f'{line}, hoặc đổi thành "status: cho-duyet".',
                near="status",
            )


def check_id(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """What was ever published has a permanent id, so that feeds never show it as new again."""
    if article.id and not _ID.fullmatch(article.id):
        yield manuscript.problem(
            "id",
            "T124",
            f"Mã bài {quote(article.id)} chưa đúng dạng.",
            "Dùng 4 đến 60 chữ thường không dấu, chữ số, gạch nối, ví dụ: "
            f'"id: {propose_id(article.path)}".',
        )
    if not article.id and article.status in ("da-duyet", "go"):
        yield manuscript.problem(
            "id",
            "T131",
            f"Bài {'đã gỡ' if article.status == 'go' else 'đã duyệt'} nhưng chưa có mã bài (id).",
            manuscript.add_line("id", propose_id(article.path)) + " Đã đặt thì không đổi nữa.",
            near="status",
        )


def check_slug(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """An address is lower-case ASCII: Joomla drops other links, Zalo shows them as %E1%BB…"""
    fits = len(article.slug) <= _LONGEST
    if not fits or not _SLUG.fullmatch(article.slug):
        better = make_slug(article.slug)[:_LONGEST].strip("-") or "ten-bai"
        yield manuscript.problem(
            "slug",
            "T123",
            f"Tên địa chỉ {quote(article.slug)} "
            + ("có ký tự không dùng được." if fits else f"dài quá {_LONGEST} ký tự."),
            f'Chỉ dùng chữ thường không dấu, chữ số, gạch nối: "slug: {better}".',
        )


def check_aliases(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """An old address is a plain path of this site."""
    for position, alias in enumerate(article.aliases):
        if len(alias) > 3 * _LONGEST or not _ALIAS.fullmatch(alias):
            yield manuscript.problem(
                f"aliases.{position}",
                "T125",
                f"Địa chỉ cũ {quote(alias)} "
                + ("quá dài." if len(alias) > _LONGEST else "có ký tự không dùng được."),
                'Ghi phần sau tên miền, chữ không dấu, ví dụ: "/tin/khai-giang-cu/".',
            )


def check_withdrawal(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """`status: go` and `withdrawn` come together."""
    if article.status == "go" and not manuscript.has("withdrawn"):
        yield manuscript.problem(
            "withdrawn",
            "T132",
            "Bài đã gỡ nhưng chưa ghi gỡ lúc nào, ai quyết định, vì sao.",
            f'Thêm dòng "withdrawn:" rồi ba dòng con "on: {manuscript.day}", "by: Ban Biên tập", '
            '"reason: …".',
            near="status",
        )
    if article.status != "go" and article.withdrawn:
        yield manuscript.problem(
            "withdrawn",
            "T132",
            f'Bài có lý do gỡ nhưng trạng thái là "{article.status}".',
            'Đổi thành "status: go" nếu bài phải gỡ; nếu không, xóa phần withdrawn.',
        )


def check_times(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """What comes later is dated later."""
    starts = article.event.starts if article.event else None
    pairs = (
        ("updated", article.updated, article.date, "Lúc cập nhật", "đăng bài"),
        ("expires", article.expires, article.date, "Lúc hết hạn đăng", "đăng bài"),
        ("deadline", article.deadline, article.date, "Hạn chót", "đăng bài"),
        ("ends", article.event.ends if article.event else None, starts, "Lúc kết thúc", "bắt đầu"),
        *(
            (
                f"corrections.{place}.date",
                correction.date,
                article.date,
                "Lúc đính chính",
                "đăng bài",
            )
            for place, correction in enumerate(article.corrections)
        ),
    )
    for field, later, earlier, named, before in pairs:
        if later is not None and earlier is not None and later < earlier:
            same = later.date() == earlier.date()
            said, other = (
                show_moment_short(at) if same else show_day(at.date()) for at in (later, earlier)
            )
            yield manuscript.problem(
                field,
                "T115",
                f"{named} ({said}) lại trước lúc {before} ({other}).",
                f"Sửa lại một trong hai {'giờ' if same else 'ngày'}.",
            )


_ALWAYS: tuple[Rule, ...] = (
    check_path_date,
    check_approval,
    check_id,
    check_slug,
    check_aliases,
    check_withdrawal,
)
_SHOWN: tuple[Rule, ...] = (check_plain_texts, check_times, *PRIVACY_RULES, *KIND_RULES)
