"""ward.yml: who answers for the paper, and what may be left out."""

from __future__ import annotations

import pytest

from conftest import SMALL
from wardnews.content.registers import read_registers
from wardnews.ward import Officer, Ward


def _read(more: str) -> tuple[Ward, list[str]]:
    files = {path.name: path.read_text("utf-8") for path in SMALL.glob("*.yml")}
    found = read_registers({**files, "ward.yml": f"{files['ward.yml'].rstrip()}\n{more}"})
    return found.registers.ward, [f"{p.code} {p.field}" for p in found.problems]


def test_nobody_need_be_named_to_take_letters() -> None:
    ward, problems = _read("")
    assert (ward.officer, ward.permit, problems) == (None, "", [])


def test_the_contact_officer_is_read_with_what_is_known() -> None:
    ward, problems = _read('officer:\n  name: Bà Mẫu\n  phone: "0000 000 000"\n')
    assert ward.officer == Officer(name="Bà Mẫu", phone="0000 000 000") and problems == []


def test_the_permit_of_the_site_is_read_as_it_is_written() -> None:
    assert _read("permit: Giấy phép số 00/GP\n")[0].permit == "Giấy phép số 00/GP"


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("officer:\n  title: Công chức\n", "T101 officer.name"),
        ("officer:\n  name: A\n  fax: 0\n", "T103 officer.fax"),
        ("officer:\n  name: A\n  email: a@b.vn?bcc=c@d.vn\n", "T127 officer.email"),
    ],
)
def test_a_contact_officer_has_a_name_and_no_other_fields(more: str, problem: str) -> None:
    _, problems = _read(more)
    assert problem in problems
