"""An item comes out of the cache as it went in."""

from __future__ import annotations

import pickle
from dataclasses import replace
from datetime import datetime

from page_samples import ITEMS, ZONE, make_article
from wardnews.model import Correction


def test_a_pickled_item_is_the_same_item() -> None:
    for article in (*ITEMS.values(), replace(ITEMS["tin"], minors=False)):
        again = pickle.loads(pickle.dumps(article))
        assert again == article
        assert all(getattr(again, name) == value for name, value in vars(article).items())


def test_the_newest_change_follows_from_the_dates() -> None:
    article = make_article("sua", date=datetime(2026, 11, 5, 23, 30, tzinfo=ZONE))
    assert (article.day, article.modified) == ("2026-11-05", article.date)
    mended = datetime(2026, 11, 22, tzinfo=ZONE)
    corrected = replace(article, corrections=(Correction(date=mended, text="Sửa."),))
    assert corrected.modified == pickle.loads(pickle.dumps(corrected)).modified == mended
