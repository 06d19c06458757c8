"""The form in which search compares words; browser/test_search.py asks its script the same."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest

from wardnews.text.folding import ABBREVIATIONS, PLACEMENTS, fold, place_tones

TABLE = json.loads((Path(__file__).parent / "folding.json").read_text("utf-8"))


@pytest.mark.parametrize(("text", "folded"), TABLE.items(), ids=TABLE)
def test_words_are_folded_as_the_table_says(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded


@pytest.mark.parametrize("text", TABLE)
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_both_placements_of_every_tone_are_one() -> None:
    assert len(PLACEMENTS) == 15
    for new, old in PLACEMENTS.items():
        assert fold(f"kh{new} th{new.upper()}") == f"kh{old} th{old}"


def test_a_placed_text_still_tells_the_two_letters_apart() -> None:
    assert place_tones("Đường dương HOÀ") == "đường dương hòa"


def test_abbreviations_are_written_as_they_are_compared() -> None:
    assert all(short == place_tones(short) and " " not in short for short in ABBREVIATIONS)
    assert all(long == place_tones(long) for long in ABBREVIATIONS.values())
