"""What stands beside an item."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from page_samples import make_article, make_exemplar, make_site, many
from wardnews.model import Article
from wardnews.pages.related import Neighbours


def slugs(items: Sequence[Article]) -> list[str]:
    return [item.slug for item in items]


@pytest.mark.parametrize(
    ("place", "older", "newer", "same"),
    [
        (0, "so-1", None, ["so-2", "so-3", "so-4"]),
        (3, "so-4", "so-2", ["so-5", "so-6", "so-7"]),
        (7, None, "so-6", ["so-3", "so-4", "so-5"]),
    ],
)
def test_the_neighbours_of_an_item_are_the_nearest_in_time(
    place: int, older: str | None, newer: str | None, same: list[str]
) -> None:
    articles = many(8)
    related = Neighbours(make_site(articles).listings).of(articles[place])
    assert (related.older and related.older.slug) == older
    assert (related.newer and related.newer.slug) == newer
    assert slugs(related.same) == same


def test_a_new_item_leaves_what_stands_beside_an_old_one() -> None:
    articles = many(12)
    before = Neighbours(make_site(articles[1:]).listings).of(articles[8])
    after = Neighbours(make_site(articles).listings).of(articles[8])
    assert before == after


def test_an_exemplar_shows_other_exemplars_and_never_itself() -> None:
    exemplars = [make_exemplar(slug) for slug in ("a", "b", "c")]
    related = Neighbours(make_site(exemplars).listings).of(exemplars[0])
    assert sorted(slugs(related.exemplars)) == ["b", "c"]


def test_an_item_without_company_has_no_neighbours() -> None:
    item = make_article("mot-minh")
    related = Neighbours(make_site([item]).listings).of(item)
    assert (related.older, related.newer, related.same, related.exemplars) == (None, None, (), ())
