"""The policies of the pages: what they let a browser load, and that they are where they must be."""

from __future__ import annotations

import pytest

from wardnews import policies
from wardnews.pages.films import find_player

URL = "https://vidu.example/thu/"


def read(policy: str) -> dict[str, list[str]]:
    return {name: sources for name, *sources in (part.split() for part in policy.split("; "))}


@pytest.mark.parametrize(
    "policy",
    [policies.PAGE, policies.SEARCH_PAGE, policies.REDIRECT, policies.write_frame_policy(URL)],
)
def test_what_no_policy_names_is_forbidden_and_none_lets_text_become_script(policy: str) -> None:
    assert read(policy)["default-src"] == ["'none'"]
    assert read(policy)["base-uri"] == ["'none'"]
    for loose in ("unsafe-inline", "'unsafe-eval'", "data:", "blob:", "*", "strict-dynamic"):
        assert loose not in policy


def test_only_the_search_may_run_webassembly() -> None:
    assert policies.choose_policy("tim-kiem/") == policies.SEARCH_PAGE
    assert policies.choose_policy("2026/11/ubnd-bai/") == policies.PAGE
    assert "wasm" not in policies.PAGE
    assert read(policies.SEARCH_PAGE)["script-src"] == ["'self'", "'wasm-unsafe-eval'"]


@pytest.mark.parametrize(
    "film",
    ["https://youtu.be/aaaaaaaaaaa", "https://www.facebook.com/truong/videos/12345/"],
)
def test_every_player_may_be_framed(film: str) -> None:
    player = find_player(film)
    assert player
    assert "/".join(player.address.split("/")[:3]) in read(policies.PAGE)["frame-src"]


def test_a_frame_whose_origin_was_taken_away_may_load_what_is_the_site_s() -> None:
    policy = read(policies.write_frame_policy(URL))
    assert {URL} == {policy[name][1] for name in ("script-src", "style-src", "img-src")}
