"""Which items stand in which feed, and that a walk back through the archives meets them all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from page_samples import NOW, SCHOOL, ZONE, make_article, make_site
from wardnews.feeds.documents import FeedDocument, list_documents
from wardnews.model import Article, Correction, Withdrawal


def _list(articles: Sequence[Article], now: datetime = NOW) -> dict[str, FeedDocument]:
    return {each.address: each for each in list_documents(make_site(articles, now=now))}


def _daily(count: int, first: datetime, **changes: object) -> list[Article]:
    """Items of one day each, going back from the first."""
    return [
        make_article(
            f"{first:%m%d}-{n}",
            path=f"articles/ubnd/2026/{first:%m%d}-{n}.md",
            id=f"ma-{first:%m%d}-{n}",
            date=first - timedelta(days=n),
            **changes,
        )
        for n in range(count)
    ]


def _withdraw(article: Article, on: datetime) -> Article:
    withdrawal = Withdrawal(on=on, by="Ban Biên tập", reason="rút đồng ý")
    return make_article(
        article.slug, path=article.path, date=article.date, status="go", withdrawn=withdrawal
    )


def _paths(document: FeedDocument) -> list[str]:
    return [article.path for article in document.articles]


def test_a_feed_has_the_30_newest_first() -> None:
    articles = _daily(45, NOW - timedelta(days=1))
    feed = _list(articles)["feed.xml"]
    assert _paths(feed) == [article.path for article in articles[:30]]


def test_a_feed_has_all_of_the_open_month_however_many() -> None:
    busy = [
        make_article(f"b-{n}", path=f"articles/ubnd/2026/b-{n}.md", date=NOW - timedelta(hours=n))
        for n in range(50)
    ]
    assert len(_list(busy)["feed.xml"].articles) == 50


def test_closed_months_are_archived_and_linked_in_both_directions() -> None:
    articles = _daily(1, NOW) + _daily(70, datetime(2026, 10, 5, 7, tzinfo=ZONE))
    found = _list(articles)
    chain = [found["feed.xml"].previous]
    while before := found[f"feed-{chain[-1]}.xml"].previous:
        assert found[f"feed-{before}.xml"].following == chain[-1]
        chain.append(before)
    assert chain == ["2026-10", "2026-09", "2026-08", "2026-07"]
    assert found["feed-2026-10.xml"].following == ""
    assert [article.date.month for article in found["feed-2026-10.xml"].articles] == [10] * 5


def test_a_walk_meets_every_visible_item_of_every_listing_with_archives() -> None:
    articles = _daily(20, NOW) + _daily(80, datetime(2026, 9, 20, 7, tzinfo=ZONE), unit=SCHOOL)
    site = make_site(articles)
    found = {each.address: each for each in list_documents(site)}
    walked = 0
    for listing in site.listings:
        if listing.kind not in ("all", "unit", "theme", "exemplars"):
            continue
        document = found[f"{listing.address}feed.xml"]
        met = {*_paths(document)} - document.ward_wide
        while document.previous:
            document = found[f"{listing.address}feed-{document.previous}.xml"]
            met |= {*_paths(document)}
        assert met == {article.path for article in listing.articles}
        walked += len(met)
    assert walked == 300  # each item in all, its unit and its theme


def test_the_month_that_is_still_open_has_no_archive_until_it_closes() -> None:
    articles = _daily(3, NOW)
    assert "feed-2026-11.xml" not in _list(articles)
    assert "feed-2026-11.xml" in _list(articles, now=datetime(2026, 12, 1, tzinfo=ZONE))


def test_an_archive_stays_as_it_is_when_newer_items_come() -> None:
    old = _daily(70, datetime(2026, 10, 5, 7, tzinfo=ZONE))
    before, after = _list(old), _list(old + _daily(20, NOW))
    archives = [name for name in before if name.startswith("feed-")]
    assert len(archives) == 4
    assert [before[name].articles == after[name].articles for name in archives] == [True] * 4


def test_a_short_feed_is_filled_up_with_older_ward_wide_items_marked_so() -> None:
    own = make_article("cua-truong", path="articles/th-mau-a/2026/a.md", unit=SCHOOL)
    newer = _daily(2, own.date + timedelta(days=1, hours=1))
    older = _daily(5, own.date - timedelta(days=1))
    feed = _list([own, *newer, *older])["don-vi/th-mau-a/feed.xml"]
    assert _paths(feed) == [own.path, *(article.path for article in older[:4])]
    assert feed.ward_wide == {article.path for article in older[:4]}


def test_a_withdrawn_item_stays_for_90_days_in_the_feed_and_in_its_archive() -> None:
    on = datetime(2026, 11, 20, 8, tzinfo=ZONE)
    gone = _withdraw(make_article("cu", date=datetime(2026, 3, 5, 7, tzinfo=ZONE)), on)
    articles = [gone, *_daily(40, NOW)]
    for name in ("feed.xml", "don-vi/ubnd/feed.xml", "feed-2026-03.xml"):
        assert gone.path in _paths(_list(articles)[name])
        late = _list(articles, now=on + timedelta(days=89, hours=23))
        assert gone.path in _paths(late[name])
        assert gone.path not in _paths(_list(articles, now=on + timedelta(days=90))[name])


def test_a_corrected_item_is_told_again_for_90_days_however_old_it_is() -> None:
    on = datetime(2026, 11, 20, 8, tzinfo=ZONE)
    old = make_article(
        "cu",
        date=datetime(2026, 3, 5, 7, tzinfo=ZONE),
        corrections=(Correction(date=on, text="Sửa."),),
    )
    articles = [old, *_daily(40, NOW)]
    for name in ("feed.xml", "don-vi/ubnd/chu-de/i/feed.xml", "the-loai/tin/feed.xml"):
        assert old.path in _paths(_list(articles)[name])
        assert old.path not in _paths(_list(articles, now=on + timedelta(days=90))[name])


def test_an_item_of_a_closed_month_that_was_approved_in_this_one_is_new_to_readers() -> None:
    late = make_article(
        "tre", date=datetime(2026, 10, 30, 7, tzinfo=ZONE), approved_on=date(2026, 11, 2)
    )
    busy = [
        make_article(f"b-{n}", path=f"articles/ubnd/2026/b-{n}.md", date=NOW - timedelta(hours=n))
        for n in range(50)
    ]
    assert late.path in _paths(_list([late, *busy])["feed.xml"])
    next_month = datetime(2026, 12, 1, tzinfo=ZONE)
    assert late.path not in _paths(_list([late, *busy], now=next_month)["feed.xml"])


def test_a_short_feed_recalls_what_may_have_filled_it_up() -> None:
    gone = _withdraw(make_article("cu", date=NOW - timedelta(days=9)), NOW - timedelta(days=1))
    found = _list([gone, *_daily(9, NOW)])
    assert gone.path in _paths(found["don-vi/th-mau-a/feed.xml"])
    assert len(found["don-vi/th-mau-a/feed.xml"].ward_wide) == 5  # a notice fills nothing up


def test_an_archive_that_lost_all_its_items_keeps_its_address() -> None:
    gone = _withdraw(
        make_article("cu", date=datetime(2026, 3, 5, 7, tzinfo=ZONE)),
        datetime(2026, 4, 1, tzinfo=ZONE),
    )
    found = _list([gone, *_daily(3, NOW)])
    assert found["feed-2026-03.xml"].articles == ()
    assert found["feed.xml"].previous == "2026-03"


def test_an_item_withdrawn_before_its_day_is_in_no_feed_even_when_the_day_comes() -> None:
    never = _withdraw(make_article("mai", date=NOW + timedelta(days=3)), NOW)
    for now in (NOW, NOW + timedelta(days=9)):
        assert all(never.path not in _paths(each) for each in _list([never], now=now).values())


def test_a_closed_unit_s_feeds_say_farewell_and_others_do_not() -> None:
    found = _list(_daily(3, NOW))
    assert found["don-vi/th-cu/feed.xml"].farewell
    assert found["don-vi/th-cu/chu-de/i/feed.xml"].farewell
    assert found["don-vi/ubnd/feed.xml"].farewell is None
