import unicodedata

import pytest

from wardnews.text.sorting import sort_key

ORDERS = [
    ["An", "Ánh", "Ăn", "Ân", "Doãn", "Dương", "Đào", "Đặng"],
    ["ma", "mà", "mả", "mã", "má", "mạ"],
    ["số 2", "số 10"],
    ["Tiểu học 1", "Tiểu học 02", "Tiểu học 10", "Tiểu học A"],
    list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
    ["Lê An", "Lễ An Bình", "Lê Anh"],
    ["hoá", "hoạt"],
    ["hòa", "hỏa", "hoá", "họa"],
    ["bé", "bẹ", "bẹn"],
    ["mầm non", "Mầm non"],
    ["(THCS)", "1", "A", "Ω"],
    ["số 9", "số " + "9" * 5000],
]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: " ".join(order)[:40])
def test_names_stand_in_vietnamese_order(order: list[str]) -> None:
    upside_down = order[::-1]
    assert sorted(upside_down, key=sort_key) == order


def test_the_place_of_the_tone_mark_and_the_unicode_form_do_not_matter() -> None:
    keys = {sort_key(name)[:2] for name in ("hoà", "hòa", unicodedata.normalize("NFD", "hòa"))}
    assert len(keys) == 1


def test_two_spellings_never_have_the_same_key() -> None:
    assert sort_key("hoà") != sort_key("hòa")
