"""The W3C feed validator at level AAA has nothing to say of our feeds but what is right.

Its rules are told in tests/feed_rules.py; that each of them can speak is shown at the end.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest
from lxml import etree

from conftest import DEMO_NOW
from conftest import NOW as SMALL_NOW
from feed_rules import Message, judge
from feed_samples import channel_of
from page_samples import ITEMS, NOW, ZONE, make_article
from wardnews.bodies import render_body
from wardnews.feeds.xml_feeds import render_atom, render_rss
from wardnews.model import Article, Correction, Withdrawal

# It knows no tombstones, has no rules for Podcasting 2.0, and two items may truly share a moment.
RIGHT = {"UnknownNamespace", "UnsupportedNamespace", "DuplicateUpdated"}
URL = "https://vidu.example/giao-duc/"
SITES = {"small_site": SMALL_NOW, "demo_site": DEMO_NOW}
PODCAST = "the-loai/podcast/feed.xml"
WITHDRAWN = make_article(
    "go",
    status="go",
    withdrawn=Withdrawal(on=datetime(2026, 11, 22, 9, tzinfo=ZONE), by="Ban", reason="Rút"),
)


def _list_documents(site: Path) -> list[Path]:
    return [path for name in ("feed*.xml", "atom.xml") for path in sorted(site.rglob(name))]


def _judge_site(site: Path, now: str) -> list[tuple[str, Message]]:
    """What is said of each document of a built site, with the document's path."""
    return [
        (path, message)
        for file in _list_documents(site)
        for path in [file.relative_to(site).as_posix()]
        for message in judge(
            file.read_bytes(), f"https://vidu.example/thu/{path}", datetime.fromisoformat(now)
        )
    ]


def _judge_articles(*articles: Article) -> list[Message]:
    channel = channel_of(articles)
    return [
        *judge(render_rss(channel), URL + "feed.xml", NOW),
        *judge(render_atom(channel), URL + "atom.xml", NOW),
    ]


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_said_of_any_feed_but_what_is_right(
    name: str, request: pytest.FixtureRequest
) -> None:
    site = request.getfixturevalue(name)
    assert len(_list_documents(site)) > 100
    said = _judge_site(site, SITES[name])
    assert [each for each in said if each[1].name not in RIGHT] == []
    strange = {path for path, message in said if message.name == "UnknownNamespace"}
    assert all(b"<at:deleted-entry" in (site / path).read_bytes() for path in strange)
    unsupported = [path for path, message in said if message.name == "UnsupportedNamespace"]
    assert unsupported == [PODCAST]


def test_no_feed_is_older_than_its_entries(demo_site: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    for path in _list_documents(demo_site):
        root = etree.parse(path).getroot()
        if root.tag == "rss":
            dates = [parsedate_to_datetime(each.text) for each in root.iter("pubDate")]
            assert parsedate_to_datetime(root.findtext("channel/lastBuildDate")) >= max(dates), path
        else:
            moments = [datetime.fromisoformat(each.text) for each in root.iter(f"{atom}updated")]
            assert max(moments) == moments[0], path


# --- what editors may type ---------------------------------------------------------------------

TYPED = (
    "Toán & Văn: 3 < 5, 7 > 2",
    "AT&T &amp; &lt;b&gt; &copy; &nbsp &#0; &#60;",
    "Ai <b mới <br> hay <!-- ừ",
    "]]> hết <![CDATA[ <?php",
    "Gia đình 👨‍👩‍👧‍👦 “đọc” 'sách' \"hay\"",
    "Lỗi \ufffd chữ \x85 và \u200b",
)


def _fill(article: Article, texts: tuple[str, ...]) -> Article:
    """The item with the texts in every field that comes into a feed."""
    text = cycle(texts)
    assert article.image
    return replace(
        article,
        title=next(text),
        summary=next(text),
        author=next(text),
        benefits=next(text),
        source=next(text),
        corrections=(Correction(date=article.date, text=next(text)),),
        attachments=tuple(replace(each, label=next(text)) for each in article.attachments),
        image=replace(article.image, alt=next(text), caption=next(text), credit=next(text)),
        body=render_body(
            "\n\n".join(f"{each}\n\n## {each}\n\n| {each} |\n|---|" for each in texts)
        ),
    )


@pytest.mark.parametrize("turn", range(len(TYPED)))
def test_nothing_is_said_of_whatever_is_typed(turn: int) -> None:
    article = _fill(ITEMS["tin đủ mọi phần"], TYPED[turn:] + TYPED[:turn])
    assert _judge_articles(article) == []


def test_a_closing_tag_in_a_title_is_written_though_the_validator_takes_it_for_html() -> None:
    """It is text: whatever does not draw the message gives most readers another title."""
    said = _judge_articles(make_article("a", title="Thẻ <b>đậm</b>", summary="Tóm tắt </i>."))
    assert {(message.name, message.place) for message in said} == {
        ("ContainsHTML", "title"),
        ("ContainsHTML", "summary"),
    }


# --- each rule can speak -----------------------------------------------------------------------

TEXT, BARE = r">[^<]*<", r'="[^"]*"'
RSS_FAULTS = [
    ("<channel>", "<channel><la/>", "UndefinedElement"),
    ("<item>", '<item la="1">', "UnexpectedAttribute"),
    ("<guid.*?</guid>", "", "MissingElement"),
    ("(<pubDate>.*?</pubDate>)", r"\1\1", "DuplicateElement"),
    ("</channel>", "<ttl>60</ttl></channel>", "MisplacedItem"),
    ("(<description>Tóm.*?</description>)(.*?</content:encoded>)", r"\2\1",
     "NeedDescriptionBeforeContent"),
    ("<rss", '<rss xmlns:anh="http://search.yahoo.com/mrss/"', "NonstdPrefix"),
    ("&#x26;", "&amp;", "CharacterData"),
    ("<rss", "<!--" + " " * 512 + "--><rss", "NonSpecificMediaType"),
    (' rel="self"', ' rel="current"', "MissingSelf"),
    ("feed.xml", "khac.xml", "SelfDoesntMatchLocation"),
    ("<language>vi", "<language>vn", "InvalidLanguage"),
    ("<ttl>60", "<ttl>0", "InvalidPositiveInteger"),
    (f"<title{TEXT}", "<title>Ã©<", "BadCharacters"),
    (f"<copyright{TEXT}", "<copyright>&#x3C;b>a&#x3C;/b><", "ContainsHTML"),
    (f"<title{TEXT}", "<title> <", "NotBlank"),
    (f"<category{TEXT}", "<category><", "NotBlank"),
    (f"<link>{URL}", "<link>https://vidu.example/có/", "InvalidFullLink"),
    (f"<link>{URL}", "<link>/giao-duc/", "InvalidFullLink"),
    ("<pubDate>...", "<pubDate>Mon", "InvalidDate"),
    ("<pubDate>.*?<", "<pubDate>2026-11-20<", "InvalidDate"),
    ("<pubDate>.*?<", "<pubDate>Fri, 20 Nov 2026 08:30:00 ICT<", "InvalidDate"),
    ("<pubDate>.*?<", "<pubDate>Wed, 25 Nov 2026 08:30:00 +0700<", "ImplausibleDate"),
    ('isPermaLink="false"', 'isPermaLink="true"', "InvalidPermalink"),
    ("(<guid[^>]*>).*?<(.*?<guid[^>]*>).*?<", r"\1a<\2a<", "DuplicateValue"),
    (f"(<enclosure.*?) url{BARE}", r'\1 url="http://localhost/a.png"', "InvalidURLAttribute"),
    (f"(<enclosure.*?) length{BARE}", r'\1 length=""', "InvalidNonNegativeInteger"),
    (f"(<enclosure.*?) type{BARE}", r'\1 type=""', "InvalidMIMEType"),
    (f"fileSize{BARE}", 'fileSize="0"', "InvalidPositiveInteger"),
    (f"medium{BARE}", 'medium="anh"', "InvalidMediaMedium"),
    ("<description>Tóm", "<description>3 &#x3C; 5", "NotHtml"),
    (r"(CDATA\[)", r"\1<p><b>a</p>", "NotHtml"),
    (r"(CDATA\[)", r"\1<iframe></iframe>", "SecurityRisk"),
    (r"(CDATA\[)", r'\1<p style="top:0">a</p>', "SecurityRiskAttr"),
    (r"(CDATA\[)", r'\1<a href="../a/">a</a>', "ContainsRelRef"),
]  # fmt: skip
ATOM_FAULTS = [
    (' xml:lang="vi"', "", "MissingDCLanguage"),
    ("</feed>", "<rights>a</rights></feed>", "MisplacedMetadata"),
    ("<generator>", '<link rel="alternate" type="text/html" href="https://a.b/"/><generator>',
     "DuplicateAtomLink"),
    ("<id>.*?<", "<id>tag:vidu.example,2026:có<", "InvalidTAG"),
    ("(<entry>.*?<id>).*?<(.*?<id>).*?<", r"\1tag:a.b,2026:a<\2tag:a.b,2026:a<",
     "DuplicateEntries"),
    ("(<entry>.*?<updated>).*?<(.*?<entry>.*?<updated>).*?<",
     r"\g<1>2026-11-20T08:30:00+07:00<\g<2>2026-11-20T08:30:00+07:00<", "DuplicateUpdated"),
    ("<updated>.*?<", "<updated>2026-11-20T08:30:00<", "InvalidDate"),
    ("<updated>.*?<", "<updated>2026-11-25T08:30:00+07:00<", "ImplausibleDate"),
    ("<name>.*?<", "<name>Cô Mẫu &#x3C;a@vidu.example><", "ContainsEmail"),
    (f"term{BARE}", 'term=""', "NotBlank"),
    (f"label{BARE}", 'label="&#x3C;/b>"', "ContainsHTML"),
    ('rel="enclosure"', 'rel="anh"', "UnregisteredAtomLinkRel"),
    ('content type="html"', 'content type="van-ban"', "InvalidTextType"),
]  # fmt: skip
PODCAST_FAULTS = [
    ("<itunes:owner>.*?</itunes:owner>", "", "MissingItunesElement"),
    ("<itunes:email>.*?<", "<itunes:email>a<", "InvalidContact"),
    ("<itunes:author>", "<itunes:author>" + "a" * 256, "TooLong"),
    ("<itunes:explicit>false", "<itunes:explicit>no", "InvalidTrueFalse"),
    (r"(<enclosure[^>]*)\.mp3", r"\1.ogg", "UnsupportedItunesFormat"),
    ("<itunes:episodeType>", "<itunes:duration>2:70</itunes:duration><itunes:episodeType>",
     "InvalidDuration"),
]  # fmt: skip


@cache
def _sound_documents() -> dict[str, tuple[str, str]]:
    """A document of each form that draws no message but the right ones, with its address."""
    channel = channel_of([ITEMS["tin đủ mọi phần"], make_article("a", title="A & B"), WITHDRAWN])
    show = channel_of([ITEMS["podcast trong máy"]], PODCAST)
    return {
        "rss": (render_rss(channel).decode(), URL + "feed.xml"),
        "atom": (render_atom(channel).decode(), URL + "atom.xml"),
        "podcast": (render_rss(show).decode(), URL + PODCAST),
    }


@pytest.mark.parametrize(
    ("form", "what", "instead", "message"),
    [("rss", *fault) for fault in RSS_FAULTS]
    + [("atom", *fault) for fault in ATOM_FAULTS]
    + [("podcast", *fault) for fault in PODCAST_FAULTS],
)
def test_a_fault_draws_the_message(form: str, what: str, instead: str, message: str) -> None:
    sound, address = _sound_documents()[form]
    assert {each.name for each in judge(sound.encode(), address, NOW)} <= RIGHT
    broken, count = re.subn(what, instead, sound, count=1, flags=re.DOTALL)
    assert count == 1
    assert message in {each.name for each in judge(broken.encode(), address, NOW)}
