"""What of a person must not stand in an item: true and false examples of every rule."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

import pytest

import corpus
import people
from conftest import SMALL
from wardnews.content.manuscripts import Manuscript
from wardnews.content.reader import read_manuscript
from wardnews.content.registers import RegistersReading, read_registers
from wardnews.content.report import render_github, render_json, render_text
from wardnews.model import Problem

ROOT = Path(__file__).parent.parent.parent
PLACE = "articles/th-mau-a/2026/11-05-bai.md"
LEAD = "P501", "P502", "P505", "P506", "P507", "P508", "P511"


@cache
def _read_small(**more: str) -> RegistersReading:
    """The registers of sites/small, with these lines behind those of the register named so."""
    texts = {path.name: path.read_text("utf-8") for path in SMALL.glob("*.yml")}
    return read_registers({name: text + more.get(name[:-4], "") for name, text in texts.items()})


def _read(body: str, *lines: str, **registers: str) -> Manuscript:
    """An approved item of 5 November 2026 with this text and these further lines of its header."""
    found = _read_small(**registers)
    header = [
        "title: Một bài", "date: 2026-11-05", "unit: th-mau-a", "theme: III.b",
        "summary: Tóm tắt.", "status: da-duyet", "approved_by: Ban Biên tập",
        "approved_on: 2026-11-04", "id: mot-bai",
    ]  # fmt: skip
    text = "\n".join(["---", *header, *lines, "---", body])
    return read_manuscript(PLACE, text.encode(), registers=found.registers, zone=found.zone)


def _found(body: str, *lines: str) -> list[tuple[str, str]]:
    problems = _read(body, *lines).problems
    assert {problem.code for problem in problems} <= set(LEAD), problems
    return [(problem.code, problem.level) for problem in problems]


@pytest.mark.parametrize(
    "text",
    [
        "Em Nguyễn Văn An, lớp 5A, kể chuyện rất hay.",
        "Giải Nhất thuộc về em Nguyễn Văn An, học sinh lớp 5A.",
        "Nguyễn Văn An (lớp 5A1) đọc bài thơ em viết.",
        "Bạn Trần Thị Bích Ngọc – học sinh lớp 9B nhặt được của rơi.",
        "Thân Minh Khôi lớp 8C2 về nhất chặng một.",
        "Giáp Thị Mai, hiện đang là học sinh lớp 7/2 của trường.",
        "Học sinh lớp 5A Nguyễn Văn An được khen.",
        "Em lớp 5A tên là Nguyễn Văn An.",
        "Lớp 4B: Lê Gia Hân, góc vẽ.",
        "Cháu Đỗ Minh Anh, lớp mẫu giáo, kể cho mẹ nghe.",
        "Bé Vũ Bảo Châu (lớp Lá 2) cười suốt buổi.",
        "Ảnh: Hoàng Đức Minh, 6A3, ở thư viện.",
        "Em Nguyễn Văn An,\nlớp 5A, kể chuyện.",
        "NGUYỄN VĂN AN, lớp 5A",
        "Nguyễn Văn An, lớp 5",
        "Trần Thị Bích, lớp trưởng lớp 6A, đọc lời chào.",
        "Em Nguyễn Văn An đến từ chi đội lớp 7C.",
        "Lớp 7C góp một tiết mục của em Nguyễn Văn An.",
        "Em **Nguyễn Văn An**, lớp 5A, kể chuyện.",
        "Em *Nguyễn Văn An*, lớp 5A, kể chuyện.",
        "Em _Nguyễn Văn An_, lớp 5A, kể chuyện.",
        "Em ***Nguyễn Văn An*** - lớp **5A**",
        "**Nguyễn Văn An** (lớp 5A) kể chuyện.",
        "**Nguyễn** Văn An (_lớp 5A_) kể chuyện.",
        "* __Nguyễn Văn An__, lớp 5A",
        "<b>Nguyễn Văn An</b>, lớp 5A",
        "Nguyễn&nbsp;Văn An, lớp 5A",
        "[Nguyễn Văn An](https://vidu.example/guong-sang/em-kham-pha-khoa-hoc-va-dat-giai), lớp 5A",
        "NGUYỄN VĂN AN - LỚP 5A",
        "NGUYỄN VĂN AN LỚP 5",
        "EM NGUYỄN VĂN AN, HỌC SINH LỚP 5A",
        "CHÁU NGUYỄN VĂN AN (LỚP MẪU GIÁO 5 TUỔI)",
    ],
)
def test_a_full_name_with_a_class_stops_the_build(text: str) -> None:
    assert _found(text) == [("P502", "error")]


@pytest.mark.parametrize(
    "text",
    [
        "Em N.V.A., học sinh lớp 4, kể chuyện.",
        "Em An lớp 5A và em Bình lớp 5B trực thư viện.",
        "Cô Nguyễn Thị Hoa, chủ nhiệm lớp 5A, ghi sổ.",
        "Thầy Lê Văn Bình, lớp 9A, dạy tiết thể dục.",
        "Giáo viên lớp 5A Nguyễn Thị Hoa mở cửa sớm.",
        "GVCN lớp 7B: Trần Thị Thu.",
        "Ông Nguyễn Văn Bình, phụ huynh lớp 5A, góp hai kệ sách.",
        "Nguyễn Thị Hoa, phụ huynh lớp 5A.",
        "Lớp 5A Trường Tiểu học Nguyễn Du thăm bảo tàng.",
        "Rẽ vào đường Hoàng Văn Thụ, lớp học tình thương mở buổi tối.",
        "Chi đội Lý Tự Trọng, lớp 8A, ra quân.",
        "Lớp 5A về thăm Hà Nội.",
        "Học sinh lớp 9 đọc thơ của nhà thơ Trần Đăng Khoa.",
        "Lớp 5A kể chuyện Trần Quốc Toản bóp nát quả cam.",
        "Bà Trần Thị Mẫu nói lớp 1 cần ngủ trưa.",
        "Trường đón Nguyễn Thị Hoa, cựu sinh viên, về nói chuyện với lớp 9A.",
        "Cô **Nguyễn Thị Hoa**, lớp **5A**, ghi sổ.",
        "HIỆU TRƯỞNG NGUYỄN THỊ HOA - LỚP 5A",
        "TRƯỜNG TIỂU HỌC NGUYỄN DU - LỚP 5A",
        "Nguyễn Thị Hoa cùng học sinh lớp 5A trồng cây.",
        "[Góc đọc](goc-doc.md) của lớp 5A mở cửa.",
    ],
)
def test_adults_schools_and_first_names_may_stand_beside_a_class(text: str) -> None:
    assert _found(text) == []


def test_a_class_that_is_told_of_all_is_that_of_each() -> None:
    text = "Giải Nhất về tay Nguyễn Văn An, giải Nhì về tay Trần Thị Bình (đều học lớp 5A)."
    assert _found(text) == [("P502", "error")] * 2


def test_a_full_name_after_em_is_worth_a_look_without_a_class_too() -> None:
    assert _found("Em Nguyễn Văn An kể chuyện.") == [("P502", "warning")]


PEOPLE = ("people:", "  - name: Em Nguyễn Văn An", "    role: học sinh")


@pytest.mark.parametrize("text", ["Em Nguyễn Văn An kể.", "Em Nguyễn Văn An, lớp 5A, kể chuyện."])
def test_a_child_with_a_consent_of_its_own_may_be_named(text: str) -> None:
    assert _found(text, *PEOPLE, "    minor: co", "    consent: Sổ 2026, số 15") == []


def test_an_adult_who_is_told_apart_may_be_named() -> None:
    people = ("people:", "  - name: Nguyễn Văn An", "    role: cựu học sinh", "    minor: khong")
    assert _found("Nguyễn Văn An, lớp 9A năm ấy, nay là thợ mộc.", *people) == []


def test_the_consent_of_one_child_is_not_that_of_another_with_a_shorter_name() -> None:
    people = ("people:", "  - name: Nguyễn Văn Anh", "    minor: co", "    consent: Sổ 2026, số 1")
    assert _found("Em Nguyễn Văn Anh, lớp 5A.", *people) == []
    assert _found("Em Nguyễn Văn An, lớp 5A.", *people) != []


def test_another_child_than_the_one_with_a_consent_may_not() -> None:
    lines = (*PEOPLE, "    minor: co", "    consent: Sổ 2026, số 15")
    assert _found("Em Trần Thị Bích, lớp 5A, kể.", *lines) == [("P502", "error")]


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Em sinh ngày 12/3/2015.", "error"),
        ("Cháu sinh ngày 12 tháng 3 năm 2020.", "error"),
        ("Ngày sinh: 12-03-2015", "error"),
        ("| Ngày, tháng, năm sinh: 12.3.2016 |", "error"),
        ("Sinh 12/3/2015 tại Bắc Ninh.", "error"),
        ("An (SN 2015) đạt giải. Nguyễn Văn An (SN 2015) đạt giải.", "error"),
        ("Nguyễn Văn An, sinh năm 2014, thích toán.", "error"),
        ("Nguyễn Văn An – SN: 2014", "error"),
        ("SN 12/3/2015", "error"),
        ("Em sinh vào ngày 1/1/2018 đúng hôm mưa.", "error"),
        ("**Ngày sinh:** **12/3/2015**", "error"),
        ("Em sinh _ngày 12/3/2015_.", "error"),
        ("Thầy sinh ngày 5/6/1980.", "warning"),
        ("Học sinh Trường Tiểu học Nguyễn Du thăm thầy, sinh ngày 5/6/1980.", "warning"),
        ("Liên đội Lý Tự Trọng, sinh ngày 5/6/2016.", "error"),
    ],
)
def test_a_birth_is_found(text: str, level: str) -> None:
    assert _found(text) == [("P505", level)]


def test_of_an_adult_no_child_is_spoken() -> None:
    (found,) = _read("Thầy sinh ngày 5/6/1980.").problems
    assert "em" not in found.remedy.split() and "Nhân vật lịch sử" in found.remedy


@pytest.mark.parametrize(
    "text",
    [
        "Học sinh ngày 5/9/2026 đến trường sớm.",
        "Các thí sinh ngày 20/6/2026 làm bài.",
        "Giấy khai sinh ngày 12/3/2015 mang theo bản sao.",
        "Tổng vệ sinh ngày 12/3/2020.",
        "Trẻ sinh năm 2020 vào lớp 1.",
        "Trẻ sinh từ ngày 01/01/2020 đến 31/12/2020.",
        "Trẻ sinh ngày 31/12/2020 trở về trước nộp hồ sơ.",
        "Chi phí phát sinh ngày 3/4/2025.",
        "Chủ tịch Hồ Chí Minh sinh ngày 19/5/1890.",
        "Lớp đọc thơ của nhà thơ Trần Đăng Khoa (sinh ngày 24/4/1958).",
        "Nhà thơ **Trần Đăng Khoa**, sinh ngày 24/4/1958, về thăm trường.",
        "Cô Nguyễn Thị Hoa, sinh năm 1985, dạy nhạc.",
        "Liệt sĩ hy sinh ngày 27/7/1968.",
    ],
)
def test_other_days_and_whole_years_of_birth_are_let_be(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Em trú tại số 12, ngõ 5.", "warning"),
        ("Gia đình thường trú tại tổ dân phố Đông.", "warning"),
        ("Nơi cư trú: cư trú tại thôn Núi.", "warning"),
        ("Địa chỉ: số nhà 12, tổ 3.", "warning"),
        ("Nhà em ở ngõ 7, sau chợ.", "warning"),
        ("Địa chỉ nhà: số 8 đường Ven Sông.", "warning"),
        ("Nhà riêng số 15, phố Mới.", "warning"),
        ("Tạm trú ở khu phố Ba.", "warning"),
        ("Bà Trần Thị Mẫu, trú tại số 12, góp sách.", "error"),
        ("Ông Lê Văn Bình hiện trú tại xóm Trại.", "error"),
    ],
)
def test_a_home_address_is_found_and_worse_beside_a_name(text: str, level: str) -> None:
    assert _found(text) == [("P506", level)]


@pytest.mark.parametrize(
    "text",
    [
        "Các em ăn bán trú tại trường.",
        "Học sinh nội trú tại khu ký túc.",
        "Trẻ thường trú tại phường được xét tuyển.",
        "Trẻ cư trú tại các tổ dân phố Đông, Tây học Trường A.",
        "Họp tại nhà văn hóa tổ dân phố Đông.",
        "Nhà trường ở số 5, đường Ven Sông.",
        "Khách lưu trú tại khu phố đi bộ.",
        "Mang về nhà 12 cuốn sách.",
        "Cư trú tại tổ chức nào thì báo tổ chức ấy.",
        "Nhà bạn ở xa thì đi xe buýt.",
        "Sân bóng ở đường Ví Dụ.",
    ],
)
def test_places_where_nobody_lives_are_let_be(text: str) -> None:
    assert _found(text) == []


def test_a_consent_to_a_name_is_none_to_an_address() -> None:
    lines = (*PEOPLE, "    minor: co", "    consent: Sổ 2026, số 15")
    assert _found("Em Nguyễn Văn An, ở thôn Núi, kể.", *lines) == [("P506", "error")]


NAMES = ("Nguyễn Văn An", "Trần Thị Bích", "Lê Gia Hân", "Thân Minh Khôi")


def _table(head: str, *cells: str) -> str:
    rows = [f"| {row} | {name} | {' | '.join(cells)} |" for row, name in enumerate(NAMES, start=1)]
    return "\n".join([head, "|---" * (head.count("|") - 1) + "|", *rows])


@pytest.mark.parametrize(
    ("text", "code", "level"),
    [
        (_table("| STT | Họ và tên học sinh | Ghi chú |", ""), "P507", "error"),
        (_table("| STT | Họ và tên | Lớp |", "lớp"), "P507", "error"),
        ("Danh sách học sinh nhận quà:\n\n- " + "\n- ".join(NAMES), "P507", "error"),
        ("Danh sách lớp\n\n" + "\n".join(f"1. {n}" for n in NAMES), "P507", "error"),
        ("Các em được khen:\n\n" + "\n\n".join(NAMES), "P507", "error"),
        ("Thí sinh\n\n- **" + "**\n- **".join(NAMES) + "**", "P507", "error"),
        (_table("| STT | Họ và tên | Ngày sinh |", "nữ"), "P507", "error"),
        ("Người tham gia\n\n- " + "\n- ".join(NAMES), "P507", "warning"),
        (_table("| STT | Họ và tên học sinh | Điểm |", "9"), "P508", "error"),
        (_table("| STT | Họ và tên | Điểm toán |", "9,5"), "P508", "error"),
        (_table("| STT | Họ tên | Xếp loại học lực |", "Khá"), "P508", "error"),
        ("Kết quả của học sinh\n\n" + "\n".join(f"1. {n}: 8,75" for n in NAMES), "P508", "error"),
        ("| Họ và tên | Lớp | Điểm |\n|---|---|---|\n| **Lê An** | 5A | 9 |", "P508", "error"),
        ("| Họ và tên | Toán |\n|---|---|\n| Lê An | 9 |\n| Vũ Bình | 8 |", "P508", "error"),
        ("Họ và tên | Lớp\n---|---\n[Lê An](a.md) | 5A", "P507", "error"),
    ],
)
def test_a_class_list_and_a_table_of_marks_are_found(text: str, code: str, level: str) -> None:
    assert [found for found in _found(text) if found[0] != "P502"] == [(code, level)]


@pytest.mark.parametrize(
    "text",
    [
        _table("| STT | Giáo viên | Môn |", "Toán"),
        _table("| STT | Cán bộ | Chức vụ |", "Chuyên viên"),
        "Ban Biên tập:\n\n- Cô " + "\n- Thầy ".join(NAMES),
        "Giáo viên được khen:\n\n- " + "\n- ".join(NAMES),
        "Các em đọc\n\n- Nguyễn Du\n- Trần Đăng Khoa",  # two are no list
        "| Người dự | Ghi chú |\n|---|---|\n| Nguyễn Văn An | đến sớm |",
        "| Giáo viên | Lớp | Sĩ số |\n|---|---|---|\n| Nguyễn Thị Hoa | 5A | 32 em |",
        "| Họ và tên | Lớp chủ nhiệm |\n|---|---|\n| Nguyễn Thị Hoa | 5A |",
        "| Lớp | Số em |\n|---|---|\n| 5A | 32 |\n| 5B | 30 |\n| 5C | 31 |",
        "| Môn | Điểm trung bình |\n|---|---|\n| Toán | 7,5 |\n| Ngữ văn | 7,1 |\n| Anh | 6,8 |",
        "- Góc đọc\n- Thư viện\n- Sân trường\n- Phòng máy",
        "1. Chia sách về lớp\n2. Giữ sổ\n3. Đếm lượt mượn",
        "Cô Nguyễn Thị Hoa, thầy Lê Văn Bình và cô Trần Thị Thu cùng soạn bài với các em.",
    ],
)
def test_lists_of_adults_and_of_other_things_are_let_be(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "lines",
    [
        ["summary_: x", "benefits: gọi 0912 345 678"],
        ["steps: [gọi 0912 345 678]", "x: y"],
        ["image: {file: a.jpg, alt: gọi 0912 345 678}"],
        ["attachments: [{file: a.pdf, label: gọi 0912 345 678}]"],
        ["corrections: [{date: 2026-11-05, text: gọi 0912 345 678}]"],
        ["author: 0912 345 678"],
    ],
)
def test_every_field_of_the_header_is_looked_at(lines: list[str]) -> None:
    assert "P501" in {problem.code for problem in _read("Chữ.", *lines).problems}


def test_a_finding_is_told_at_its_line_and_field() -> None:
    first, second = _read("Một.\n\nHai 0912 345 678.", "benefits: Gọi 0987654321").problems
    assert (first.field, first.line) == ("benefits", 11)
    assert (second.field, second.line) == ("", 15)


def test_numbers_of_offices_and_schools_are_allowed_by_the_registers() -> None:
    unit = "- id: cong-an\n  name: Công an\n  short_name: CA\n  type: ubnd\n  contact:\n"
    text = "Trực ban: 0912.345.678; trường: 0204 3854 321; người lạ 0987 654 321."
    unit += '    phone: "0204 3854 321"\n'
    ward = 'phones: ["0912 345 678 (Công an phường)"]\n'
    found = [p.message for p in _read(text, units=unit, ward=ward).problems]
    assert len(found) == 1 and "0987***321" in found[0]


def test_no_form_of_the_report_says_what_was_found() -> None:
    told = "Em\u00a0Nguyễn Văn An, lớp 5A, sinh ngày 12/3/2015, CCCD 024215012345, mẹ 0912345678."
    problems: tuple[Problem, ...] = _read(told).problems
    assert {problem.code for problem in problems} >= {"P501", "P502", "P505", "Y306"}
    for said in (render_text(problems), render_json(problems), render_github(problems, "content")):
        assert not any(part in said for part in ("024215012345", "0912345678"))


def _count_findings(content: Path) -> dict[str, int]:
    found = read_registers({p.name: p.read_text("utf-8") for p in content.glob("*.yml")})
    counted: dict[str, int] = {}
    for path in sorted(content.rglob("*.md")):
        place = path.relative_to(content).as_posix()
        manuscript = read_manuscript(
            place, path.read_bytes(), registers=found.registers, zone=found.zone
        )
        for problem in manuscript.problems:
            if problem.code in LEAD:
                counted[place] = counted.get(place, 0) + 1
    return counted


def test_the_demo_has_no_finding() -> None:
    assert _count_findings(ROOT / "content") == {}


def test_in_generated_text_only_what_was_planted_is_found(tmp_path: Path) -> None:
    content = tmp_path / "content"
    corpus.write_content(content, 300)
    planted = {}
    for number, path in enumerate(sorted(content.rglob("*.md"))[::30]):
        body = ("CCCD 024215012345", "gọi 0912 345 678", "em Nguyễn Văn An, lớp 5A")[number % 3]
        path.write_text(f"{path.read_text('utf-8')}\nXem: {body}.\n", "utf-8")
        planted[path.relative_to(content).as_posix()] = 1
    assert _count_findings(content) == planted


def _are_found(templates: tuple[str, ...]) -> dict[str, int]:
    """By template, in how many of 25 sentences of its something is found."""
    sentences = people.make_sentences(templates, 25 * len(templates))
    counted = dict.fromkeys(templates, 0)
    for place, sentence in enumerate(sentences):
        counted[templates[place % len(templates)]] += bool(_found(sentence))
    return counted


def test_of_a_hundred_sentences_that_tell_too_much_one_may_be_missed() -> None:
    counted = _are_found(people.PRIVATE)
    assert sum(counted.values()) >= 0.99 * 25 * len(counted), counted


def test_of_a_hundred_sentences_that_may_be_said_one_may_be_doubted() -> None:
    counted = _are_found(people.HARMLESS)
    assert sum(counted.values()) <= 0.01 * 25 * len(counted), counted


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn An, lớp 5A " * 9_000,
        "- Nguyễn Văn An\n" * 12_000,
        "lớp 5A " * 28_000,
        "sinh ngày 1/1/2015 " * 10_000,
        "trú tại số nhà 1 " * 12_000,
        "em em em " * 22_000,
        "| " * 100_000,
        f"sinh{' ' * 200_000}1",
        f"trú tại{' ' * 200_000}ngõ",
        f"số nhà{' ' * 200_000}x",
        f"Nguyễn Văn An{' ' * 200_000}lớp",
        "trú tại ngõ" + " " * 100 + "Nguyễn Văn An, " * 9_000,
        "Nguyễn Văn An đều " * 9_000,
        "](<" * 60_000,
        "<b" * 90_000,
        "*a " * 60_000,
    ],
    ids=lambda text: text[:12],
)
def test_any_text_is_judged_in_a_time_that_grows_with_its_length(text: str) -> None:
    began = time.process_time()
    manuscript = _read(f"<!--\n{text}\n-->")
    assert time.process_time() - began < 5
    assert len(manuscript.problems) < 150
