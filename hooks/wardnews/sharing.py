"""What a shared link shows: for each page a picture of its own, or one it has in common."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wardnews import addresses, cards, pictures
from wardnews.attachments import Attached
from wardnews.cache import Cache
from wardnews.cards import CardFacts, crop_card, draw_card
from wardnews.model import Article
from wardnews.outputs import Output, digest
from wardnews.pictures import CleanPicture, load_rendition
from wardnews.site_context import SharePicture
from wardnews.text.dates import show_day
from wardnews.ward import Registers

# So many of the newest items without a picture have a card of their own, as many as a feed holds;
# older ones have that of their theme: links are shared while they are new, and 10,000 cards would
# be 900 MB.
DRAWN = 30

Share = tuple[SharePicture, Output]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """The pictures that items use, and where derived ones are kept."""

    files: Mapping[str, Mapping[str, Attached]]  # article.path -> file as written
    pictures: Mapping[str, CleanPicture]  # by path in the content folder
    cache: Cache
    place: str  # in the cache, in a folder of the site's own


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rack:
    """Where cards are kept: the cache of what makes them, and the site's own folder in it."""

    cache: Cache
    place: str


def plan_shares(
    articles: Sequence[Article], registers: Registers, gallery: Gallery
) -> tuple[Mapping[str, SharePicture], list[Output]]:
    """By the address of a page what it shows when shared, and the files; `articles` newest first.

    The home page's picture is for every page that is not named.
    """
    rack = _Rack(
        cache=gallery.cache.narrow(Path(cards.__file__), Path(pictures.__file__)),
        place=gallery.place,
    )
    common = dict(_plan_common(registers, rack))
    made = {place: share for place, (share, _) in common.items()}
    outputs = [output for _, output in common.values()]
    drawn = 0
    for article in articles:
        place = addresses.article(article)
        found = _find_picture(article, gallery)
        if found:
            share, output = _plan_crop(article, found, gallery, rack)
        elif drawn < DRAWN:
            drawn += 1
            share, output = _plan_drawing(place, _tell_article(article, registers), rack)
        else:
            made[place] = made[addresses.theme(article.theme)]
            continue
        made[place] = share
        outputs.append(output)
    rack.cache.keep_only(rack.place, {output.key.hex() for output in outputs})
    return made, outputs


def _find_picture(article: Article, gallery: Gallery) -> Attached | None:
    """The photo that stands for an item; an answer shows the fact instead."""
    image, media = article.image, article.media
    named = (image and image.file, media and media.poster, media and media.file)
    for name in named if not article.answer else ():
        attached = gallery.files[article.path].get(name or "")
        picture = gallery.pictures.get(attached.file.path) if attached else None
        if picture and not picture.is_drawn:
            return attached
    return None


def _plan_crop(article: Article, attached: Attached, gallery: Gallery, rack: _Rack) -> Share:
    """The card cut out of a picture, from the least wide rendition that is wide enough."""
    picture = gallery.pictures[attached.file.path]
    fit = [r for r in picture.renditions if r.width >= cards.WIDTH and r.media_type != "image/webp"]
    source = min(fit, key=lambda r: r.width, default=picture.renditions[0])
    is_headed = article.kind.id == "infographic"  # its title stands on top

    def cut() -> bytes:
        return crop_card(load_rendition(attached.file, source, gallery.cache), is_headed=is_headed)

    alt = article.image.alt if article.image else article.title
    follows = digest("crop", source.key, is_headed)
    return _plan(addresses.article(article), alt, follows, cut, rack)


def _plan_drawing(page: str, facts: CardFacts, rack: _Rack) -> Share:
    return _plan(page, facts.title, digest(facts), partial(draw_card, facts), rack)


def _plan(page: str, alt: str, follows: bytes, make: Callable[[], bytes], rack: _Rack) -> Share:
    """`follows` is what the bytes follow from beside the code, and tells pictures apart."""
    address = addresses.share_picture(page)
    key = digest(rack.cache.version, follows)
    name = f"{rack.place}/{key.hex()}"

    def load() -> bytes:
        content = rack.cache.load_bytes(name)
        if content is None:
            content = make()
            rack.cache.save_bytes(name, content)
        return content

    share = SharePicture(address=f"{address}?v={follows.hex()[:8]}", alt=alt)
    return share, Output(path=address, key=key, make=load)


def _plan_common(registers: Registers, rack: _Rack) -> Iterator[tuple[str, Share]]:
    """The cards of the paper and of its themes, which listings and older items show."""
    ward = registers.ward
    unit = f"{ward.name}, {ward.province}"
    home = CardFacts(paper=ward.section, title=ward.section, unit=unit)
    yield addresses.HOME, _plan_drawing(addresses.HOME, home, rack)
    for theme in registers.themes:
        place = addresses.theme(theme)
        facts = CardFacts(
            paper=ward.section,
            title=theme.name,
            numeral=theme.numeral,
            theme=theme.short_name,
            unit=unit,
            colour=theme.position,
        )
        yield place, _plan_drawing(place, facts, rack)


def _tell_article(article: Article, registers: Registers) -> CardFacts:
    """The title of a giải đáp is the fact; the claim that was asked about is on no card."""
    theme, strand = article.theme, article.strand
    is_plain = article.kind.id == "tin"
    label = f"{article.kind.label}: thông tin đúng" if article.answer else article.kind.label
    return CardFacts(
        paper=registers.ward.section,
        title=article.title,
        numeral=theme.numeral + (strand.letter if strand else ""),
        theme=(strand.short_name or strand.name) if strand else theme.short_name,
        label="" if is_plain else label,
        unit=article.unit.name,
        day=show_day(article.date),
        colour=theme.position,
        is_answer=article.answer is not None,
    )
