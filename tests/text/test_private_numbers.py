"""Identity and telephone numbers are found as people write them, and nothing else is."""

from __future__ import annotations

import time

import pytest

from wardnews.text.private_numbers import find_numbers, mask_numbers
from wardnews.text.quoting import quote


@pytest.mark.parametrize(
    ("text", "kind", "masked"),
    [
        ("Số định danh 024215012345.", "identity", "0242***45"),
        ("CCCD: 001 215 012 345", "identity", "0012***45"),
        ("(024.215.012.345)", "identity", "0242***45"),
        ("024-315-012-345", "identity", "0243***45"),
        ("0242 1501 2345", "identity", "0242***45"),
        ("024 2 15 012345", "identity", "0242***45"),
        ("căn cước của em là 02421 501 2345", "identity", "0242***45"),
        ("CMND số 121 234 567", "identity", "12***67"),
        ("Chứng minh nhân dân: 121234567", "identity", "12***67"),
        ("mã định danh cá nhân số 024215012345", "identity", "0242***45"),
        ("gọi 0912345678", "mobile", "0912***678"),
        ("gọi (0912) 345 678", "mobile", "0912***678"),
        ("gọi 0912–345–678", "mobile", "0912***678"),
        ("gọi 0912  345  678", "mobile", "0912***678"),
        ("ĐT0912345678", "mobile", "0912***678"),
        ("SĐT:0912\xa0345\xa0678", "mobile", "0912***678"),
        ("từ nước ngoài 0084912345678", "mobile", "0912***678"),
        ("số 001-204-012345", "identity", "0012***45"),
        ("ĐT: 0912 345 678.", "mobile", "0912***678"),
        ("gọi _0912345678_", "mobile", "0912***678"),
        ("ĐT 0912345678/ZALO", "mobile", "0912***678"),
        ("0912345678/Zalo", "mobile", "0912***678"),
        ("số __024215012345__", "identity", "0242***45"),
        ("ĐT.0912.345.678", "mobile", "0912***678"),
        ("zalo 0987-654-321", "mobile", "0987***321"),
        ("**0333 333 333**", "mobile", "0333***333"),
        ("09 12 34 56 78", "mobile", "0912***678"),
        ("+84 912 345 678", "mobile", "0912***678"),
        ("(+84) 0912 345 678", "mobile", "0912***678"),
        ("[gọi](tel:+84912345678)", "mobile", "0912***678"),
        ("wa 84912345678", "mobile", "0912***678"),
        ("https://zalo.me/0912345678", "mobile", "0912***678"),
        ("(0204) 3854 321", "landline", "0204***321"),
        ("0204.3854.321", "landline", "0204***321"),
        ("024 3825 1234", "landline", "0243***234"),
        ("+84 204 3854 321", "landline", "0204***321"),
    ],
)
def test_a_private_number_is_found_and_masked(text: str, kind: str, masked: str) -> None:
    assert [(number.kind, number.masked) for number in find_numbers(text)] == [(kind, masked)]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 1234/QĐ-UBND ngày 05/9/2026",
        "Công văn 0912/SGDĐT-GDTH",
        "12.000.000.000 đồng, trong đó 345.678.912 đồng xã hội hóa",
        "84.912.345.678 đồng",
        "giai đoạn 2026-2035, tầm nhìn 2045",
        "ISBN 978-604-0-12345-6",
        "TCVN 6909:2001, TCVN 13232:2020",
        "Gọi 111, 113 hoặc 1900 1234, 18001567",
        "lúc 07 giờ 45 ngày 02.09.2026",
        "tăng 0,912345678 lần; 0.912345678",
        "Điện thoại: 0000 000 000",
        "https://bao.example/bai-0912345678.html",
        "Mã số thuế 2400123456",
        "mã vạch 8934567890123",
        "tài khoản 099215012345",  # no province has 099
        "phiên bản v0912345678",
        "Quyết định số 0987654321/QĐ-UBND",
        "Kế hoạch 0912345678/KH-THMA",
        "ảnh IMG_0912345678",
        "tọa độ 21.2711, 106.1039",
        "tỉ số 09 - 12 - 34",
    ],
)
def test_other_numbers_are_let_be(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_two_numbers_side_by_side_are_two() -> None:
    found = find_numbers("0912 345 678 0987654321/0204 3854 321")
    assert {number.digits for number in found} == {"0912345678", "0987654321", "02043854321"}


def test_a_masked_text_has_no_number_left() -> None:
    text = mask_numbers("Em có CCCD 024215012345, mẹ em: 0912 345 678.")
    assert text == "Em có CCCD 0242***45, mẹ em: 0912***678."


def test_what_a_message_quotes_is_masked_even_where_the_quotation_ends() -> None:
    assert "345" not in quote(f"{'Điện thoại của mẹ em An:':<54}0912345678", 60)


@pytest.mark.parametrize(
    "text",
    ["0" * 200_000, "09 " * 70_000, "+84 " * 50_000, "CCCD " * 40_000, "09123456780" * 18_000,
     "0(.)-" * 40_000, "CCCD" + " x" * 100_000, "024.215.012." * 16_000],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_any_text_is_searched_in_a_time_that_grows_with_its_length(text: str) -> None:
    began = time.process_time()
    list(find_numbers(text))
    assert time.process_time() - began < 2
