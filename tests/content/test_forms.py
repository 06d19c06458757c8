import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wardnews.content.forms import mend_form
from wardnews.model import Problem

ITEM = "articles/thcs-mau-b/2026/03-05-thong-bao.md"
FRONT = "---\ntitle: Thông báo\n---\n"


def mend(text: str, path: str = ITEM) -> str:
    return mend_form(path, text)[0]


def faults(text: str, path: str = ITEM) -> list[tuple[int, str, str, str]]:
    _, problems = mend_form(path, text)
    return [(problem.line, problem.field, problem.code, problem.level) for problem in problems]


def test_a_good_file_is_left_byte_for_byte() -> None:
    text = (
        "---\ntitle: Thông báo  \nsummary: 'Thi: lớp 10'\nurl: https://a.vn/#b # ghi chú\n"
        "benefits: |\n  Lưu ý: a\n   \tb: c #d\nlist: [a, {b: c}]\n---\n\n"
        "Bài: xong #1 \U0001f469\u200d\U0001f3eb  \n\n\tmã\n"
    )
    assert mend_form(ITEM, text) == (text, ())


# --- front matter ----------------------------------------------------------------------------


def test_a_tab_at_the_head_of_a_line_becomes_two_spaces() -> None:
    text = "---\nimage:\n\tfile: a.jpg\n \t alt: b\n---\n\tthân bài\n"
    assert mend(text) == "---\nimage:\n  file: a.jpg\n    alt: b\n---\n\tthân bài\n"
    assert faults(text) == [(3, "", "Y301", "error"), (4, "", "Y301", "error")]


def test_a_tab_in_a_block_of_text_is_mended_at_the_head_and_kept_behind_spaces() -> None:
    text = "---\nbenefits: |\n\tmột: hai\n  \tba\ntitle: a\n---\n"
    assert mend(text) == "---\nbenefits: |\n  một: hai\n  \tba\ntitle: a\n---\n"


QUOTED = {
    "title: Kết quả thi: lớp 10": 'title: "Kết quả thi: lớp 10"',
    "title: Kết quả thi:": 'title: "Kết quả thi:"',
    "title: Giải #1 toàn tỉnh": 'title: "Giải #1 toàn tỉnh"',
    'title: Hội thi: "Em yêu" \\ a': 'title: "Hội thi: \\"Em yêu\\" \\\\ a"',
    "title:   Thi: lớp 10  ": 'title:   "Thi: lớp 10"  ',
    "title: Thi: lớp 10 # 5": 'title: "Thi: lớp 10 # 5"',
    "title: Ngày hội toán # 5": 'title: "Ngày hội toán # 5"',
    "  file: Thi: lớp 10 # ghi chú": '  file: "Thi: lớp 10" # ghi chú',
    "title: \tThi: lớp 10": 'title: \t"Thi: lớp 10"',
    "  alt: Ảnh: học sinh": '  alt: "Ảnh: học sinh"',
    "  - text: Sửa: ngày": '  - text: "Sửa: ngày"',
}


@pytest.mark.parametrize(("line", "mended"), QUOTED.items())
def test_a_plain_value_with_a_colon_or_a_hash_is_quoted(line: str, mended: str) -> None:
    text = f"---\nkind: tin\n{line}\n---\nThân: bài\n"
    field = "title" if line.startswith("title") else ""
    assert mend(text) == f"---\nkind: tin\n{mended}\n---\nThân: bài\n"
    assert faults(text) == [(3, field, "Y302", "error")]


@pytest.mark.parametrize(
    "line",
    [
        'title: "Thi: lớp 10"',
        "title: 'Thi: lớp 10'",
        "title: {a: b, c: d}",
        "title: [a: b]",
        "title: &a b: c",
        "title: - a: b",
        "title: https://a.vn/b:c#d",
        "title: 08:30",
        "kind: tin # ghi chú",
        "  # title: tin",
        'title:\t"a: b"',
        'title: \t"a: b"',
        'title: "a" # ghi chú',
        "steps:\n  - một\n  - 'hai: ba'",
        "steps:\n  - một: hai\n    ba",
        "title: tin #",
        "# title: a: b",
        "- Theo báo cáo: 80%",
        "title: >-\n  Thi: lớp 10\n\n  note: a: b",
        "title: Thi: lớp 10\n  của trường",
        'title: "Thi\n  alt: a: b"',
        "title: [a,\n  alt: a: b]",
        "list:\n- |\n  alt: a: b",
        "title:Thi: lớp",
    ],
)
def test_other_values_are_left_to_the_editor(line: str) -> None:
    text = f"---\n{line}\n---\n"
    assert mend_form(ITEM, text) == (text, ())


def test_values_after_a_block_of_text_are_looked_at_again() -> None:
    text = "---\nbenefits: |\n  a: b: c\ntitle: Thi: lớp 10\n---\n"
    assert faults(text) == [(4, "title", "Y302", "error")]


def test_a_register_is_front_matter_from_end_to_end() -> None:
    text = "- id: mau-a\n\tname: Trường: Mẫu A\n"
    assert mend(text, "units.yml") == '- id: mau-a\n  name: "Trường: Mẫu A"\n'
    assert faults(text, "units.yml") == [(2, "", "Y301", "error"), (2, "", "Y302", "error")]


def test_front_matter_that_is_never_closed_is_not_quoted() -> None:
    text = "---\ntitle: Thi: lớp 10\n\tThân bài\n"
    assert mend_form(ITEM, text) == (text, ())


# --- the file ----------------------------------------------------------------------------------


def test_a_byte_order_mark_is_dropped() -> None:
    assert mend("\ufeff" + FRONT) == FRONT
    assert faults("\ufeff" + FRONT) == [(1, "", "Y303", "warning")]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_windows_and_old_macs_are_told_once(end: str) -> None:
    assert mend((FRONT + "a\nb\n").replace("\n", end)) == FRONT + "a\nb\n"
    assert faults((FRONT + "a\nb\n").replace("\n", end)) == [(1, "", "Y304", "warning")]


def test_lines_are_counted_as_the_editor_sees_them() -> None:
    text = "---\r\ntitle: a\r\n---\r\nmột\x0bhai\r\nba\xa0bốn\r\n"
    assert faults(text) == [
        (1, "", "Y304", "warning"),
        (4, "", "Y308", "error"),
        (5, "", "Y306", "warning"),
    ]


# --- characters ------------------------------------------------------------------------------


def test_loose_marks_are_composed() -> None:
    text = unicodedata.normalize("NFD", FRONT) + "tie\u0301\u0302ng\n"
    assert mend(text) == FRONT + "tiếng\n"
    assert faults(text) == [(2, "title", "Y305", "warning")]


def test_loose_marks_are_told_once_a_file() -> None:
    (problem,) = mend_form(ITEM, FRONT + "e\u0301\n" * 50)[1]
    assert problem.line == 4
    assert "49 dòng khác trong tệp cũng vậy" in problem.message


def test_a_text_in_a_list_of_texts_is_quoted_with_its_colon() -> None:
    text = "---\nsteps:\n  - Bước 1: xin sách\n  - Bước # 2\npeople:\n  - name: A\n---\n"
    assert mend(text) == (
        '---\nsteps:\n  - "Bước 1: xin sách"\n  - "Bước # 2"\npeople:\n  - name: A\n---\n'
    )
    assert faults(text) == [(3, "", "Y302", "error"), (4, "", "Y302", "error")]


def test_a_comment_in_a_register_stays_one() -> None:
    text = "- id: a\n  name: Trường A # ghi chú\n"
    assert mend_form("units.yml", text) == (text, ())


def test_what_was_mended_is_told_as_done() -> None:
    problem = mend_form(ITEM, "---\ntitle: Thi: lớp\n---\n", fixed=True)[1][0]
    assert (problem.level, problem.remedy) == ("fixed", 'Đã đặt trong ngoặc kép: title: "Thi: lớp"')


BODY = {
    "một\xa0hai\u202fba\u2007bốn": ("một hai ba bốn", "Y306"),
    "\xa0\xa0\xa0\xa0Thụt đầu dòng": ("Thụt đầu dòng", "Y306"),
    "thông\u200b báo\u00ad \u202ahay\u202c": ("thông báo hay", "Y307"),
    "tie\u0302\u200b\u0301ng": ("tiếng", "Y307"),
    "Ðại Ɖông ðến": ("Đại Đông đến", "V403"),
    "một\x00 hai\ufffe": ("một hai", "Y308"),
    "một\x0bhai": ("một\nhai", "Y308"),
    "một\u2028hai\u2029ba": ("một\nhai\nba", "Y308"),
    "𝗧𝗵ô𝗻𝗴 𝗯á𝗼": ("**Thông báo**", "V402"),
    "Có 𝗧𝗵ô𝗻𝗴 ý 𝗯á𝗼: Ủ𝗬! mới": ("Có **Thông ý báo: ỦY**! mới", "V402"),
    "a 𝗯𝗮́𝗼 c 𝗯": ("a **báo** c **b**", "V402"),
    "**𝗧𝗶𝗻 𝗺ớ𝗶** và 𝗺ớ𝗶": ("**Tin mới** và **mới**", "V402"),
    "𝘛𝘪𝘯 nghiêng": ("Tin nghiêng", "V402"),
    "![𝗧𝗶𝗻](a.jpg) [𝗧𝗶𝗻](𝗮) `𝗮`": ("![Tin](a.jpg) [**Tin**](a) `a`", "V402"),
}


@pytest.mark.parametrize(("line", "expected"), BODY.items(), ids=ascii)
def test_a_bad_character_in_the_body_is_mended(line: str, expected: tuple[str, str]) -> None:
    mended, code = expected
    level = "error" if code == "Y308" else "warning"
    assert mend(f"{FRONT}\n{line}\ncuối") == f"{FRONT}\n{mended}\ncuối"
    assert (5, "", code, level) in faults(f"{FRONT}\n{line}\ncuối")


def test_front_matter_gets_plain_letters_and_one_line_values() -> None:
    text = "---\ntitle: 𝗧𝗵ô𝗻𝗴\x0b𝗯á𝗼\xa0Ðợt: 1\n---\n"
    assert mend(text) == '---\ntitle: "Thông báo Đợt: 1"\n---\n'
    assert [fault[1:3] for fault in faults(text)] == [
        ("title", "V402"),
        ("title", "V403"),
        ("title", "Y302"),
        ("title", "Y306"),
        ("title", "Y308"),
    ]


@pytest.mark.parametrize("fence", ["```", "~~~~", "   ```py"])
def test_code_keeps_its_letters_and_spaces(fence: str) -> None:
    close = fence.strip(" py")
    text = f"{FRONT}{fence}\n𝗮\xa0Ð\n{close}\n𝗮\xa0Ð\n"
    assert mend(text) == f"{FRONT}{fence}\n𝗮\xa0Ð\n{close}\n**a** Đ\n"


def test_letters_of_tcvn3_are_not_dropped() -> None:
    legacy = "Tr\u00adêng THCS NguyÔn Du tæ chøc lÔ khai gi¶ng\xa0\n\nT\u00ad vÊn trÎ Ðm\n"
    assert mend(FRONT + legacy) == FRONT + legacy
    assert mend(FRONT + legacy + "Tiếng\u00ad Việt\xa0a") == FRONT + legacy + "Tiếng Việt a"


# --- promises of every text --------------------------------------------------------------------

NASTY = st.sampled_from(
    "\ufeff\r\x0b\x0c\x00\x85\t\u00a0\u202f\u00ad\u200b\u200d\u2060\u202e\u2028ÐðƉ𝗧𝗵𝘛𝟭ôeoêæ·Ô"
    "\u0301\u0302\u0323\u0340\u1fef\u037e\u212b:#'\"\\[](){|>*`~-!aT\U0001f469❤\ufe0fệĐ"
)
CHUNKS = st.sampled_from(
    [" ", "\n", "\r\n", "---\n", "---", "```", "```\n", "~~~\n", "**", "title: ", "\n- a: "]
) | st.sampled_from(
    ["\n  b: ", ": ", " #", " |\n", "![", "](", "\u00adx", "Céng hßa x· héi", "Tr\u00adêng"]
)
TEXTS = st.builds(
    lambda head, parts: head + "".join(parts),
    st.sampled_from(["", "---\n", "---\ntitle: a\n", "\ufeff---\r\n"]),
    st.lists(NASTY | CHUNKS, max_size=40),
)


@settings(max_examples=1500, deadline=None)
@given(TEXTS, st.sampled_from([ITEM, "units.yml"]))
def test_mending_a_second_time_finds_nothing(text: str, path: str) -> None:
    mended, _ = mend_form(path, text)
    assert mend_form(path, mended) == (mended, ())


@settings(max_examples=500, deadline=None)
@given(TEXTS, st.sampled_from([ITEM, "units.yml"]))
def test_a_text_changes_exactly_when_something_is_told(text: str, path: str) -> None:
    mended, problems = mend_form(path, text)
    assert (mended != text) == bool(problems)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in problems)
    assert all(problem.message.isprintable() for problem in problems)


MARKS = "\ufeff\r\x0b\x00\t\u00a0\u00ad\u200b\u200d\u202eÐ𝗧é'\"\\[`"
WORDS = "\r\n|𝗧 |é𝗧|·x|\u0301\u0323|e\u0301\u0302|: | #|- |![|](|**|```\n|---\n|a: |  |x·\u00ad "


@pytest.mark.parametrize("piece", [*MARKS, *WORDS.split("|")], ids=ascii)
def test_a_mebibyte_of_anything_is_mended(piece: str) -> None:
    much = piece * (2**19 // len(piece.encode()))
    mended, _ = mend_form(ITEM, f"---\ntitle: {much}\n---\n{much} ")
    assert mend_form(ITEM, mended) == (mended, ())


def test_what_is_told_quotes_the_line_and_shows_it_mended() -> None:
    problem = mend_form(ITEM, "---\ntitle: Kết quả thi: lớp 10\n---\n")[1][0]
    assert problem == Problem(
        path=ITEM,
        line=2,
        field="title",
        code="Y302",
        level="error",
        message='Dòng "title: Kết quả thi: lớp 10" có dấu hai chấm hoặc dấu # nên máy hiểu nhầm.',
        remedy='Đặt cả phần chữ trong dấu ngoặc kép thẳng: title: "Kết quả thi: lớp 10"',
    )
