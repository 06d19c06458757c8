"""Beside `minors: khong` the words of a picture tell of no child: true and false examples."""

from __future__ import annotations

import pytest

from wardnews.content.passages import Passage, Passages
from wardnews.content.shown_pupils import check_shown_pupils


def _is_doubted(said: str, field: str = "image.alt") -> bool:
    return bool(list(check_shown_pupils(Passages([Passage(field=field, line=1, text=said)]))))


@pytest.mark.parametrize(
    "said",
    [
        "Em An đọc sách trong thư viện",
        "Bé Na cười rất tươi",
        "Cháu Minh Anh bên chậu cây",
        "Học sinh Nguyễn Văn An nhận giấy khen",
        "Em An giơ tay, bạn ngồi cạnh là lớp trưởng lớp 5A",
        "Học sinh lớp 5A đọc sách",
        "Hai em lớp mẫu giáo tưới rau",
        "Các em ngồi quanh bàn, nhìn thẳng vào máy ảnh",
        "Học sinh cười trước ống kính",
        "Chân dung một em đội mũ",
        "Gương mặt các em nhỏ trong nắng",
    ],
)
def test_a_child_with_a_name_a_class_or_a_face_is_doubted(said: str) -> None:
    assert _is_doubted(said)
    assert _is_doubted(said, "image.caption")


@pytest.mark.parametrize(
    "said",
    [
        "Học sinh xếp hàng dự lễ khai giảng",
        "Học sinh xếp hàng nhìn từ sau lưng",
        "Học sinh lớp 5A xếp hàng, chụp từ phía sau",
        "Em An quay lưng về máy ảnh",
        "Các em nhìn lên bảng",
        "Hai em ngồi đọc",
        "Học sinh Trường Tiểu học Nguyễn Du trồng cây",
        "Các em Trường Mầm non Mẫu A múa hát",
        "Bức tranh em An vẽ bằng bút sáp",
        "Góc đọc của học sinh lớp 5A",
        "Phụ huynh học sinh lớp 5A họp cuối năm",
        "Cô Nguyễn Thị Hoa đứng bên bảng",
        "Bàn tay em An lật trang sách",
        "Giá sách lớp 5A",
        "Hội thi Bé Khỏe Bé Ngoan",
    ],
)
def test_groups_works_and_adults_are_not(said: str) -> None:
    assert not _is_doubted(said)


@pytest.mark.parametrize(
    ("body", "is_doubted"),
    [
        ("![Em An đọc sách](a.jpg)", True),
        ('![Giá sách](a.jpg "Em An bên giá sách")', True),
        ("![Giá sách](a.jpg)\n\nEm An kể chuyện.", False),
    ],
)
def test_in_the_text_only_what_is_said_of_pictures_counts(body: str, is_doubted: bool) -> None:
    assert _is_doubted(body, "") == is_doubted
