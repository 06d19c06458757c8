"""Makes a content folder of any size: the same texts each time, with the headers of a real ward."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SEED = 71
FIRST, DAYS = date(2017, 1, 1), 3600  # ten years of archive
_UNITS = (
    "ubnd phong-vhxh trung-tam-dvsnc mn-mau-a mn-mau-b th-mau-a th-mau-b thcs-mau-a thcs-mau-b"
    " th-thcs-mau-d"
).split()
_THEMES = ("I", "II", "III.a", "III.b", "III.c", "III.d", "IV", "V")
_KINDS = ("tin", "tin", "tin", "bai", "bai", "chuyen-de", "tai-lieu")
_AUDIENCES = (
    "can-bo-quan-ly",
    "giao-vien",
    "hoc-sinh",
    "phu-huynh",
    "doanh-nghiep",
    "cong-dong",
)
_TAGS = ("doc-sach", "chuyen-doi-so", "thu-vien", "an-toan", "doi-moi-day-hoc", "gia-dinh")
_SUBJECTS = (
    "Nhà trường|Cô giáo chủ nhiệm|Tổ chuyên môn|Ban đại diện cha mẹ học sinh|Học sinh khối 4"
    "|Phụ huynh lớp 6|Thư viện trường|Câu lạc bộ đọc sách|Các thầy cô bộ môn Toán|Chi đoàn"
    "|Người trực cổng|Bếp ăn bán trú|Nhóm học sinh lớp 8|Trường mầm non|Hội khuyến học"
).split("|")
_VERBS = (
    "đã mở|đang chuẩn bị|cùng nhau sửa lại|ghi chép hằng tuần|đổi cách làm|giới thiệu với phụ huynh"
    "|thử nghiệm trong một tháng|chia thành ba bước|giữ gìn|bàn với nhau về|đo kết quả của"
    "|kể lại|xếp lịch cho|góp sách cho|viết bảng hướng dẫn"
).split("|")
_OBJECTS = (
    "góc đọc cuối lớp|giờ học ngoài trời|sổ theo dõi mượn sách|buổi sinh hoạt đầu tuần"
    "|phòng thí nghiệm nhỏ|vườn rau sau dãy nhà học|bản tin phát thanh|giờ tự học buổi chiều"
    "|bài kiểm tra miệng|lối đi an toàn trước cổng|tủ sách gia đình|nhóm đôi bạn cùng tiến"
    "|phiếu hỏi ý kiến|tiết dạy có dự giờ|ngày hội đổi sách cũ"
).split("|")
_TAILS = (
    "để em nào cũng có phần|mà không phải mua thêm gì|từ đầu học kỳ I|theo góp ý của phụ huynh"
    "|trong hai tuần liền|và ghi lại số liệu mỗi thứ Sáu|sau giờ tan học|cho kịp khai giảng"
    "|với sự giúp đỡ của các anh chị lớp trên|như kế hoạch của phường đã nêu|ở cả hai điểm trường"
    "|để giảm việc giấy tờ|mỗi sáng mười lăm phút|và báo lại kết quả|trước khi vào tiết một"
).split("|")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One text: what every generator of the comparison is given."""

    unit: str
    day: date
    hour: int
    number: int
    title: str
    summary: str
    theme: str
    kind: str
    audiences: tuple[str, ...]
    tags: tuple[str, ...]
    body: str

    @property
    def is_exemplar(self) -> bool:
        return self.theme == "V" and self.number % 2 == 0

    @property
    def slug(self) -> str:
        return f"bai-so-{self.number}"


def make_items(count: int) -> Iterator[Item]:
    """Yield `count` items; the first of a larger corpus are those of a smaller one."""
    for number in range(count):
        chance = random.Random(f"{SEED}-{number}")
        yield Item(
            unit=chance.choice(_UNITS),
            day=FIRST + timedelta(days=chance.randrange(DAYS)),
            hour=chance.randrange(7, 18),
            number=number,
            title=_sentence(chance).rstrip("."),
            summary=" ".join(_sentence(chance) for _ in range(2)),
            theme=chance.choice(_THEMES),
            kind=chance.choice(_KINDS),
            audiences=tuple(chance.sample(_AUDIENCES, chance.randint(1, 3))),
            tags=tuple(chance.sample(_TAGS, chance.randint(0, 2))),
            body=_body(chance),
        )


def write_content(folder: Path, count: int) -> None:
    """Write a content folder with this repository's registers and `count` items."""
    write_items(folder, make_items(count))


def write_items(folder: Path, items: Iterable[Item]) -> None:
    """Write a content folder with this repository's registers and these items."""
    folder.mkdir(parents=True)
    for register in (ROOT / "content").glob("*.yml"):
        shutil.copy(register, folder)
    for item in items:
        root = "exemplars" if item.is_exemplar else "articles"
        place = folder / root / item.unit / f"{item.day:%Y}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{item.day:%m-%d}-{item.slug}.md").write_text(_render(item), encoding="utf-8")


def _sentence(chance: random.Random) -> str:
    subject, verb = chance.choice(_SUBJECTS), chance.choice(_VERBS)
    return f"{subject} {verb} {chance.choice(_OBJECTS)} {chance.choice(_TAILS)}."


def _paragraph(chance: random.Random, sentences: int) -> str:
    return " ".join(_sentence(chance) for _ in range(sentences))


def _body(chance: random.Random) -> str:
    """400 to 700 words: paragraphs, two headings, a list, emphasis, sometimes a table."""
    parts = [_paragraph(chance, chance.randint(3, 4)) for _ in range(chance.randint(7, 11))]
    parts[1] = f"**{_sentence(chance)}** {parts[1]}"
    parts.insert(2, f"## {chance.choice(_OBJECTS).capitalize()}")
    parts.insert(4, "\n".join(f"- {_sentence(chance)}" for _ in range(3)))
    parts.insert(6, f"## {chance.choice(_OBJECTS).capitalize()}")
    if chance.random() < 0.2:
        rows = "\n".join(
            f"| {chance.choice(_OBJECTS)} | {chance.randrange(10, 99)} |" for _ in range(4)
        )
        parts.insert(7, f"| Việc | Số |\n|---|---:|\n{rows}")
    return "\n\n".join(parts)


def _render(item: Item) -> str:
    kind = "" if item.is_exemplar else f"kind: {item.kind}\n"
    results = (
        "school_year: 2025-2026\nresults:\n  - measure: em mượn sách mỗi tuần\n"
        "    before: 42\n    after: 91\n    unit: '%'\n    source: sổ thư viện\n"
        if item.is_exemplar
        else ""
    )
    tags = f"tags: [{', '.join(item.tags)}]\n" if item.tags else ""
    return (
        f"---\ntitle: {item.title}\ndate: {item.day:%Y-%m-%d} {item.hour:02}:30\n"
        f"unit: {item.unit}\ntheme: {item.theme}\n{kind}summary: {item.summary}\n"
        f"status: da-duyet\napproved_by: Ban Biên tập\napproved_on: {item.day:%Y-%m-%d}\n"
        f"id: bai-{item.number:06}\naudiences: [{', '.join(item.audiences)}]\n{tags}{results}"
        f"---\n{item.body}\n"
    )
