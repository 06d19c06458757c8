"""The registers: what a row may say, and how many rows there may be."""

from __future__ import annotations

import pytest

from conftest import SMALL
from wardnews.content.registers import RegistersReading, read_registers


def _read(name: str, more: str) -> RegistersReading:
    files = {path.name: path.read_text("utf-8") for path in SMALL.glob("*.yml")}
    return read_registers({**files, name: f"{files[name].rstrip()}\n{more}"})


def test_a_list_without_end_is_cut_off() -> None:
    rows = "".join(f"- {{id: d-{n}, number: S, title: T, issuer: I}}\n" for n in range(1200))
    found = _read("documents.yml", rows)
    assert [(p.code, p.path) for p in found.problems] == [("R206", "documents.yml")]
    assert len(found.registers.documents) == 1000


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("website: javascript:alert(1)", "T126"),
        ("fanpage: https://facebook.com@xau.example/", "T126"),
        ("zalo_oa: //zalo.me/1", "T126"),
        ("contact: {email: 'a@b.vn, c@d.vn'}", "T127"),
        ('short_name: "Trường \\u202egnp"', "Y308"),
    ],
)
def test_a_unit_leads_nowhere_that_runs_or_deceives(field: str, code: str) -> None:
    found = _read("units.yml", f"- id: moi\n  name: Trường mới\n  type: thcs\n  {field}\n")
    assert [problem.code for problem in found.problems] == [code]
