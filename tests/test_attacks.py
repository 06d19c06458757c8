"""Every attack of tests/attacks/ is refused with its code, or let through and does no harm."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from attack_corpus import Attack, list_items, read_attacks, write_attack
from conftest import SMALL
from rebuilds import NOW, STANDING
from wardnews.cache import Cache
from wardnews.content import reader
from wardnews.content.registers import read_registers
from wardnews.judging import judge_content

ATTACKS = read_attacks()
REGISTERS = [attack for attack in ATTACKS if attack.place == "register"]


def test_there_are_many_and_each_has_a_name() -> None:
    assert len(ATTACKS) >= 200
    assert len({(attack.place, attack.name) for attack in ATTACKS}) == len(ATTACKS)


@pytest.fixture(scope="module")
def codes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The codes of the errors in each item, by its folder."""
    place = tmp_path_factory.mktemp("attacks")
    content = shutil.copytree(SMALL, place / "content")
    for attack in list_items(ATTACKS):
        write_attack(attack, content)
    cache = Cache(folder=place / "cache", version=bytes(16))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "SECONDS", 2.0)
        judgement = judge_content(content, standing=STANDING, now=NOW, workers=2, cache=cache)
    found: dict[str, list[str]] = {}
    for problem in judgement.problems:
        if problem.level == "error":
            found.setdefault(problem.path.removesuffix("/index.md"), []).append(problem.code)
    return found


@pytest.mark.parametrize("attack", list_items(ATTACKS), ids=lambda a: f"{a.place}: {a.name}")
def test_an_attack_in_an_item_is_refused_or_harmless(
    attack: Attack, codes: dict[str, list[str]]
) -> None:
    found = codes.get(attack.folder, [])
    if attack.refused:
        assert any(code.startswith(attack.refused) for code in found), found
    else:
        assert found == []


@pytest.mark.parametrize("attack", REGISTERS, ids=lambda attack: attack.name)
def test_an_attack_in_a_register_is_refused_or_harmless(attack: Attack, tmp_path: Path) -> None:
    content = shutil.copytree(SMALL, tmp_path / "content")
    write_attack(attack, content)
    found = read_registers({p.name: p.read_text("utf-8") for p in content.glob("*.yml")}).problems
    assert [p.code for p in found if p.level == "error"] == list(filter(None, [attack.refused]))
