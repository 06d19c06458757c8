"""The only place that knows an address: of an item, a listing, a page of it, a feed.

An address is relative to the site's root, without a leading slash, and ends in "/" when it is
a page ("" is the home page). ARCHITECTURE.md lists them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews.model import Article
from wardnews.ward import LegalDocument, Term, Theme, Unit

HOME = ""
UNITS = "don-vi/"
EXEMPLARS = "dien-hinh/"
ARCHIVE = "luu-tru/"
DOCUMENTS = "van-ban/"
SUBSCRIBE = "dang-ky/"
EMBEDS = "nhung/"  # the page that makes what schools paste
DATA = "du-lieu/"
PODCAST = "the-loai/podcast/"  # its feed is the podcast's
PODCAST_ARTWORK = "assets/wardnews/podcast.png"
FEED_STYLE = "assets/wardnews/feed.css"
DATA_JSON = f"{DATA}articles.json"
DATA_CSV = f"{DATA}articles.csv"
DATA_SCHEMA = f"{DATA}articles.schema.json"
OUTLINES = "feeds.opml"  # every feed; below a unit's address, its own
SEARCH = "tim-kiem/"
SITE_MAP = "so-do-trang/"
SEARCH_INDEX = f"{SEARCH}chi-muc/"
SIGNPOSTS = "may-chu/"  # for the web server alone
SECURITY = "security.txt"  # the server shows it at /.well-known/security.txt of its domain too
CONTACT = "lien-he/"  # a standing page
# What pages of others load. It stays where it is and as it is: a change of behaviour is v2.
EMBED_FILES = "nhung/v1/"
EMBED_SCRIPT = f"{EMBED_FILES}tin.js"
EMBED_INTEGRITY = f"{EMBED_FILES}integrity.json"
FRAME_STYLE = f"{EMBED_FILES}khung.css"
FRAME_SCRIPT = f"{EMBED_FILES}khung.js"
# First parts of addresses that are the site's own, now or by the contract; items begin with a year.
_OWN = frozenset(
    "assets cap-hoc chu-de dang-ky dien-hinh doi-tuong don-vi du-lieu luu-tru may-chu nhung"
    " so-do-trang the the-loai tim-kiem trang van-ban index.html 404.html".split()
)
_ITEM = re.compile(r"(20\d\d/(?:0[1-9]|1[0-2])/)([^/]+)/?")
_OWN_FILES = (".xml", ".json", ".opml", ".txt")


def article(item: Article) -> str:
    """The item's address, from its file's path and not its date: a mended date moves nothing."""
    return f"{item.year}/{item.month}/{item.path.split('/')[1]}-{item.slug}/"


def plain_text(item: Article) -> str:
    """The item as a text file."""
    return f"{article(item)}ban-chu.txt"


def calendar(item: Article) -> str:
    """The item's event or deadline as a calendar file."""
    return f"{article(item)}su-kien.ics"


def make_guid(item: Article, authority: str) -> str:
    """The item's tag URI, from its permanent id and the ward's feed authority only."""
    return f"tag:{authority}:{item.id}"


def unit(unit: Unit) -> str:
    return f"{UNITS}{unit.id}/"


def unit_outlines(unit: Unit) -> str:
    """The OPML pack of a unit's feeds."""
    return f"{UNITS}{unit.id}/{OUTLINES}"


def unit_theme(unit: Unit, theme: Theme) -> str:
    return f"{UNITS}{unit.id}/chu-de/{theme.id}/"


def unit_exemplars(unit: Unit) -> str:
    return f"{UNITS}{unit.id}/dien-hinh/"


def theme(theme: Theme, letter: str = "") -> str:
    """A theme's address, or with a letter that of its sub-strand."""
    return f"chu-de/{theme.id}/{letter}/" if letter else f"chu-de/{theme.id}/"


def kind(kind: Term) -> str:
    """A kind's address; exemplar stories have a section of their own."""
    return EXEMPLARS if kind.id == "dien-hinh" else kind_by_id(kind.id)


def kind_by_id(id: str) -> str:
    """The address of a kind, whether lists.yml has it or not."""
    return f"the-loai/{id}/"


def audience(audience: Term) -> str:
    return f"doi-tuong/{audience.id}/"


def level(level: str) -> str:
    return f"cap-hoc/{level}/"


def tag(tag: Term) -> str:
    return f"the/{tag.id}/"


def month(month: str) -> str:
    """The address of a month, "2026-11"."""
    return f"{ARCHIVE}{month.replace('-', '/')}/"


def document(document: LegalDocument) -> str:
    return f"{DOCUMENTS}{document.id}/"


def is_own(address: str) -> bool:
    """Does the site itself use this address, or may it, beside items and standing pages?"""
    first, slash, _ = address.partition("/")
    return first in _OWN or (not slash and first.endswith(_OWN_FILES))


def page(listing: str, number: int) -> str:
    """Page `number` (from 1) of the listing at address `listing`."""
    return listing if number == 1 else f"{listing}trang/{number}/"


def feed(listing: str) -> str:
    """The RSS feed of the listing at address `listing`."""
    return f"{listing}feed.xml"


def atom(listing: str) -> str:
    return f"{listing}atom.xml"


def json_feed(listing: str) -> str:
    return f"{listing}feed.json"


def archive(listing: str, month: str) -> str:
    """The RSS document of a closed month ("2026-10") of a listing."""
    return f"{listing}feed-{month}.xml"


def share_picture(page: str) -> str:
    """The picture that a shared link to a page shows; no file of an item has an underscore."""
    return f"{page}anh_chia-se.jpg"


def embed(listing: str) -> str:
    """The frame of the listing at address `listing`; nhung/ itself is the page that offers them."""
    return f"{listing}nhung/" if listing else "nhung/tat-ca/"


def fragment(listing: str) -> str:
    """The same as a piece of HTML that a server puts into its own page."""
    return f"{listing}nhung/fragment.html"


def embed_oembed(listing: str) -> str:
    """The oEmbed document of a listing's frame."""
    return f"{embed(listing)}oembed.json"


def oembed(item: Article) -> str:
    return f"{article(item)}oembed.json"


def month_embed(item: Article) -> str:
    """The frame that shows any one item of a month: of that in its address, not in its date."""
    return f"{item.year}/{item.month}/nhung/"


def item_embed(item: Article) -> str:
    """The frame that shows this item alone."""
    return f"{month_embed(item)}?bai={item_key(item)}"


def list_item_embeds(item: Article) -> Iterator[tuple[str, str]]:
    """The months' frames that may be asked for it, with its key there: its own, then old ones."""
    yield month_embed(item), item_key(item)
    for found in filter(None, map(_ITEM.fullmatch, item.aliases)):
        yield f"{found[1]}nhung/", found[2]


def item_key(item: Article) -> str:
    """What tells an item from the others of its month: "th-mau-a-goc-doc"."""
    return article(item).split("/")[2]


def gone(item: Article) -> str:
    """The signpost of an address at which only a notice is left."""
    return f"{SIGNPOSTS}410/{article(item).rstrip('/')}"


def moved(old: str, new: str) -> str:
    """The signpost of the address `old` of the item at `new`, whose name tells where that is.

    No address has "=": so the signpost of one is no folder around that of another.
    """
    return f"{SIGNPOSTS}301/{old.rstrip('/')}=/{new.rstrip('/').replace('/', '-', 2)}"


def is_for_others(path: str) -> bool:
    """Does the file stand in pages of other sites, and is no page of this one?"""
    return "/nhung/" in f"/{path}" and path != "nhung/index.html"


def file(address: str) -> str:
    """The path of the file that answers for an address."""
    return f"{address}index.html" if address.endswith("/") or not address else address


def relative(target: str, base: str) -> str:
    """The link from the page at `base` to `target`, so that the site works under any path."""
    up = "../" * base.count("/")
    return up + target or "./"
