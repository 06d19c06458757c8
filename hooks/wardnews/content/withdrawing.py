"""Taking items down: which are meant, the notice in their files, and what people must still do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from urllib.parse import unquote, urlsplit

from wardnews import addresses
from wardnews.content.mending import list_values, read_header
from wardnews.content.nodes import is_blank
from wardnews.model import Article, Broadcast, Withdrawal
from wardnews.text.dates import show_day
from wardnews.text.person_names import UPPER, find_names
from wardnews.text.private_numbers import find_numbers
from wardnews.text.slugs import make_slug
from wardnews.ward import Unit

_LONGEST = 200  # characters of a reason
_MOST_NEAR = 8  # candidates to choose from
_CHILD = r"(?<!\w)(?i:em|cháu|bé|bạn|con)\s+"
_NAMED_CHILD = re.compile(rf"{_CHILD}[{UPPER}]")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_STATUS = re.compile(r"(status[ \t]*:[ \t]*)(?:\"[^\"\r\n]*\"|'[^'\r\n]*'|[^\s#]+)")
_TASKS = {
    "loa": "thôi phát lại, xóa bản đã thu",
    "bang-tin": "gỡ tờ đã dán",
    "bao-chi": "nhờ tòa soạn gỡ",
}
# What makes a withdrawal true, whichever items it is about.
PUBLISHING = (
    "Ghi thay đổi vào kho bài rồi đẩy lên (git commit, git push): nếu không, lần đẩy sau của người "
    "khác đưa bài trở lại.",
    "Đưa trang lên mạng: python3 scripts/publish_site.py ĐÍCH --keep 1. Từ lúc ấy bài, ảnh và tệp "
    "của bài mới hết; --keep 1 xóa các bản cũ còn giữ bài trên máy chủ. Máy chủ đã tự đưa lên khi "
    "nhận kho thì thêm --again. Sau đó đừng lùi bản.",
)


def find_items(articles: Iterable[Article], typed: str) -> tuple[Article, ...]:
    """The items that a path, an id or an address means; one, if the content is in order."""
    parts = urlsplit(typed.strip())
    asked = "/" + unquote(parts.path).strip("/") + "/"
    frame = re.fullmatch(r"bai=([a-z0-9-]+)", parts.query)
    return tuple(each for each in articles if _is_meant(each, typed.strip(), asked, frame))


def _is_meant(article: Article, typed: str, asked: str, frame: re.Match[str] | None) -> bool:
    if article.id == typed or asked.endswith(
        (f"/{article.path}/", f"/{article.path.removesuffix('/index.md')}/")
    ):
        return True
    if frame:  # the frame of a month, of which it shows one item
        folder = f"/{addresses.month_embed(article)}"
        return asked.endswith(folder) and frame[1] == addresses.item_key(article)
    # A file of the item lies below its address; an old address leads to it.
    places = (addresses.article(article).strip("/"), *article.aliases)
    return any(place and f"/{place}/" in asked for place in places)


def find_by_consent(articles: Iterable[Article], reference: str) -> tuple[Article, ...]:
    """Every item that names this consent paper, for its pictures or for a person.

    It may be written with other signs, and beside other papers ("Sổ 2026, số 14; số 15").
    """
    wanted = make_slug(reference)
    if not wanted:  # it would be that of every item without a consent
        return ()
    return tuple(
        article
        for article in articles
        if any(wanted in _list_papers(consent) for consent in _list_consents(article))
    )


def find_like_consents(articles: Iterable[Article], reference: str) -> tuple[tuple[str, str], ...]:
    """Path and consent of items that have the reference within a longer one: a person judges."""
    wanted = make_slug(reference)
    return tuple(
        (article.path, consent)
        for article in articles
        for consent in _list_consents(article)
        if wanted and wanted not in _list_papers(consent) and f"-{wanted}-" in _bound(consent)
    )


def _list_consents(article: Article) -> tuple[str, ...]:
    return (article.consent, *(each.consent for each in article.people))


def _list_papers(consent: str) -> set[str]:
    """A consent as written, and each of the papers in it."""
    return set(map(make_slug, (consent, *consent.split(";"))))


def _bound(consent: str) -> str:
    return f"-{make_slug(consent)}-"


def suggest_items(articles: Sequence[Article], typed: str) -> tuple[Article, ...]:
    """The items that were probably meant by words that name none, the likeliest first."""
    known = {
        each.path: (each.title, each.id, addresses.item_key(each), _last_part(each.path))
        for each in articles
    }
    near = _list_near(_last_part(typed), known)
    by_path = {each.path: each for each in articles}
    return tuple(by_path[path] for path in near)


def suggest_consents(articles: Iterable[Article], typed: str) -> tuple[str, ...]:
    """The consents that were probably meant by a reference that no item has."""
    written = (consent for article in articles for consent in _list_consents(article))
    return _list_near(typed, {consent: (consent,) for consent in written if consent})


def _last_part(typed: str) -> str:
    """What tells an item in a path or an address."""
    return typed.strip().rstrip("/").removesuffix("/index.md").rpartition("/")[2]


def _list_near(typed: str, known: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Those with a name that contains what was typed, else those with a name much like it."""
    asked = make_slug(typed)
    names = {name: [make_slug(each) for each in called] for name, called in known.items()}
    near = [name for name, slugs in names.items() if asked and any(asked in s for s in slugs)]
    if not near:
        owners = {slug: name for name, slugs in names.items() for slug in slugs}
        near = [owners[slug] for slug in get_close_matches(asked, owners, n=_MOST_NEAR)]
    return tuple(dict.fromkeys(near))[:_MOST_NEAR]


def explain_reason(reason: str, articles: Sequence[Article]) -> str:
    """Why a reason cannot be shown to everybody, which it will be; empty when it can."""
    said = reason.casefold()
    if not reason.strip() or not reason.isprintable():
        return "lý do phải là một dòng chữ"
    if len(reason) > _LONGEST:
        return f"lý do dài {len(reason)} ký tự, nhiều nhất là {_LONGEST}"
    if next(find_numbers(reason), None):
        return "lý do hiện công khai mà có số điện thoại hoặc số căn cước"
    has_name = any(name.bearer != "other" for name in find_names(reason))
    if has_name or _NAMED_CHILD.search(reason):
        return "lý do hiện công khai mà có tên người"
    for article in articles:
        has_name = any(_names(reason, each.name) for each in article.people)
        if has_name or _says(said, article.title.casefold()):
            return "lý do hiện công khai mà nhắc tiêu đề hoặc tên người trong bài"
    return ""


def _names(reason: str, name: str) -> bool:
    """Does it say the whole name, or what its bearer is called by, which is its last word?

    Many given names are words too: "an" alone is no name, "An" and "em an" are.
    """
    words = re.findall(r"\w+", name)
    if not words:
        return False
    whole = len(words) > 1 and _says(reason.casefold(), name.casefold())
    child = re.search(rf"{_CHILD}(?i:{re.escape(words[-1])})(?!\w)", reason)
    return whole or child is not None or _says(reason, words[-1].capitalize())


def _says(text: str, words: str) -> bool:
    return bool(words) and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


def write_withdrawal(path: str, text: str, withdrawal: Withdrawal) -> str | None:
    """The text of an item's file with `status: go` and the notice, and else as it was.

    None when the header is written in a way that cannot be changed line by line.
    """
    header = read_header(path, text)
    entries = {entry.key: entry for entry in header.entries} if header else {}
    if header is None or "status" not in entries:
        return None
    notice = {
        "on": f"{withdrawal.on:%Y-%m-%d %H:%M}",
        "by": withdrawal.by,
        "reason": withdrawal.reason,
    }
    lines = _LINE.findall(text)
    row = entries["status"].line - 1
    typed = _STATUS.match(lines[row]) if row < len(lines) else None
    if typed is None:
        return None
    end = lines[row][len(lines[row].rstrip("\r\n")) :]
    new = ["withdrawn:", *(f"  {name}: {_quote(value)}" for name, value in notice.items())]
    lines[row] = f"{typed[1]}go{lines[row][typed.end() :]}" + "".join(line + end for line in new)
    if "withdrawn" in entries and is_blank(entries["withdrawn"].value):
        lines[entries["withdrawn"].line - 1] = ""
    after = "".join(lines)
    wanted = {entry.key: list_values(entry.value) for entry in header.entries}
    wanted |= {"status": "go", "withdrawn": notice}
    return after if list_values(read_header(path, after)) == wanted else None


def _quote(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def list_errands(article: Article, units: Iterable[Unit]) -> Iterator[str]:
    """What no program can do for an item that was taken down, in the order of its urgency."""
    for broadcast in article.channels:
        yield _tell_channel(broadcast)
    address = f"/{addresses.article(article)}"
    yield (
        f"Máy tìm kiếm còn giữ bản cũ của {address}. Xin gỡ ở Google "
        "(https://search.google.com/search-console/remove-outdated-content), ở Bing "
        "(https://www.bing.com/webmasters/tools/contentremoval), và viết cho Cốc Cốc."
    )
    yield (
        "Bài đã chia sẻ qua Zalo, Facebook còn ảnh và tiêu đề: xóa ở trang, nhóm của mình; nhờ "
        "người đã chia sẻ xóa."
    )
    schools = ", ".join(unit.website for unit in units if unit.website)
    yield (
        "Trang của trường lấy tin tự động sẽ thấy dòng “Bài đã gỡ” trong 90 ngày; trang nào còn "
        "giữ bản cũ thì gọi nhờ xóa" + (f": {schools}." if schools else ".")
    )
    folder = article.path.removesuffix("index.md")
    yield (
        f"Ảnh, tệp và chữ của bài vẫn nằm trong {folder}: xóa như sổ tay hướng dẫn, rồi nhờ người "
        "giữ kho bài xóa cả bản cũ."
    )


def _tell_channel(broadcast: Broadcast) -> str:
    task = _TASKS.get(broadcast.channel.id, "xóa bài")
    place = f" {broadcast.url}" if broadcast.url else ""
    return f"{broadcast.channel.label} ({show_day(broadcast.date)}): {task}.{place}"
