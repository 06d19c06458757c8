"""Full names are found, and the word before tells whose they are."""

from __future__ import annotations

import time

import pytest

from wardnews.text.person_names import find_names


@pytest.mark.parametrize(
    ("text", "name", "bearer"),
    [
        ("em Nguyễn Văn An", "Nguyễn Văn An", "pupil"),
        ("Em Nguyễn Văn An kể", "Nguyễn Văn An", "pupil"),
        ("cháu Thân Thị Bảo Ngọc", "Thân Thị Bảo Ngọc", "pupil"),
        ("học sinh: Giáp Minh Đức", "Giáp Minh Đức", "pupil"),
        ("Có Trần Thị Bích đạt giải", "Trần Thị Bích", "unknown"),
        ("NGUYỄN VĂN AN", "NGUYỄN VĂN AN", "unknown"),
        ("NGUYỄN VĂN AN LỚP 5A", "NGUYỄN VĂN AN", "unknown"),
        ("cô Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "adult"),
        ("Cô Nguyễn Thị Hoa", "Nguyễn Thị Hoa", "adult"),
        ("đồng chí Lê Văn Bình", "Lê Văn Bình", "adult"),
        ("Trường Tiểu học Nguyễn Du", "Nguyễn Du", "other"),
        ("Trường THCS Lê Quý Đôn", "Lê Quý Đôn", "other"),
        ("đường Hoàng Văn Thụ", "Hoàng Văn Thụ", "other"),
        ("chi đội Võ Thị Sáu", "Võ Thị Sáu", "other"),
        ("nhà thơ Trần Đăng Khoa", "Trần Đăng Khoa", "other"),
    ],
)
def test_a_full_name_is_found_with_its_bearer(text: str, name: str, bearer: str) -> None:
    assert [(each.text, each.bearer) for each in find_names(text)] == [(name, bearer)]


@pytest.mark.parametrize(
    "text",
    [
        "Ủy ban nhân dân phường Việt Yên",
        "em An, em Bình và em N.V.A.",
        "tỉnh Bắc Ninh, thành phố Hà Nội, tỉnh Thái Nguyên",
        "Đội Thiếu niên Tiền phong Hồ Chí Minh",
        "Góc Đọc Cuối Lớp",
        "lê, mai và đào",
        "Nguyễn",
    ],
)
def test_other_words_with_capitals_are_no_names(text: str) -> None:
    assert list(find_names(text)) == []


def test_capitals_throughout_hide_no_second_name() -> None:
    found = find_names("NGUYỄN VĂN AN VÀ TRẦN THỊ BÌNH")
    assert [name.text for name in found] == ["NGUYỄN VĂN AN", "TRẦN THỊ BÌNH"]


def test_a_masked_name_is_its_initials() -> None:
    (name,) = find_names("em Nguyễn Thị Ánh")
    assert name.masked == "N. T. Á."


@pytest.mark.parametrize("text", ["Nguyễn " * 30_000, "A" * 200_000, "Lê a " * 40_000])
def test_any_text_is_searched_in_a_time_that_grows_with_its_length(text: str) -> None:
    began = time.process_time()
    list(find_names(text))
    assert time.process_time() - began < 2
