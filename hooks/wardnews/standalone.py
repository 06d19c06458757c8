"""An item as HTML that can stand alone on another site: absolute addresses, no script, no style."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from wardnews import addresses
from wardnews.bodies import fill_body
from wardnews.model import (
    Answer,
    Article,
    Award,
    Exemplar,
    Experience,
    Media,
    Reference,
    Replication,
    Result,
)
from wardnews.phrases import describe_infographic, join_sentences, show_figure, title_document
from wardnews.site_context import Asset, Site
from wardnews.text.dates import show_day, show_moment, show_moment_short

# Boxes of tables and galleries need our style sheet, and validators warn of their attributes.
_BOX = re.compile(r'<div (?:[^>]*role="group"[^>]*|class="gallery")>')
_WITHIN_PAGE = re.compile(r'href="(?=#)')


def render_content(item: Article, site: Site) -> str:
    """The whole item: what was corrected on top, then the lead picture, then all that it says."""
    return "\n".join(
        (
            *_render_corrections(item),
            *_render_picture(item, site),
            *_render_facts(item),
            *_render_body(item, site),
            *(_render_answer(item.answer) if item.answer else ()),
            *(_render_exemplar(item.exemplar) if item.exemplar else ()),
            *(_render_media(item.media, item, site) if item.media else ()),
            *_render_experience(item.experience),
            *_render_rest(item, site),
        )
    )


def _render_corrections(item: Article) -> Iterator[str]:
    for correction in sorted(item.corrections, key=lambda c: c.date, reverse=True):
        when = show_moment_short(correction.date)
        yield f"<p><strong>Đính chính lúc {when}.</strong> {escape(correction.text)}</p>"


def _render_picture(item: Article, site: Site) -> Iterator[str]:
    assets, image = site.assets[item.path], item.image
    asset, words, alt = None, "", describe_infographic(item)
    if image:
        asset = assets.get(image.file)
        words = join_sentences(image.caption, image.credit and f"Ảnh: {image.credit}")
    elif item.media and item.kind.id == "infographic":
        asset = assets.get(item.media.file)
    if asset:
        caption = f"<figcaption>{escape(words)}</figcaption>" if words else ""
        yield f'<figure><img {_source(asset, site)} alt="{escape(alt)}">{caption}</figure>'


def _render_facts(item: Article) -> Iterator[str]:
    if item.answer:  # the fact leads; the claim that was asked about is in no feed
        yield from (
            f"<p><strong>{escape(text)}</strong></p>" for text in _split(item.answer.answer)
        )
    if item.event:
        yield _fact("Bắt đầu", show_moment(item.event.starts))
        if item.event.ends:
            yield _fact("Kết thúc", show_moment(item.event.ends))
        if item.event.place:
            yield _fact("Tại", item.event.place)
    if item.deadline:
        yield _fact("Hạn cuối", show_moment(item.deadline))


def _render_body(item: Article, site: Site) -> Iterator[str]:
    assets, links = site.assets[item.path], site.links[item.path]

    def write_attribute(_: int, reference: Reference) -> str:
        asset = assets.get(reference.target)
        if reference.kind == "picture":
            return _source(asset, site) if asset else ""
        target = asset.address if asset else links.get(reference.target)
        return f'href="{escape(_absolute(target, site))}"' if target is not None else ""

    if item.body.utf8:
        html = fill_body(item.body, write_attribute)
        here = escape(site.url + addresses.article(item))
        yield _BOX.sub("<div>", _WITHIN_PAGE.sub(f'href="{here}', html))


def _render_exemplar(exemplar: Exemplar) -> Iterator[str]:
    yield from _list("Cách làm", exemplar.steps, tag="ol")
    yield from _list("Kết quả", map(_tell_result, exemplar.results))
    yield _fact("Năm học", exemplar.school_year)
    if exemplar.cost:
        yield _fact("Chi phí", exemplar.cost)
    yield from _list("Muốn làm theo cần gì", exemplar.conditions)
    if exemplar.contact:
        yield _fact("Hỏi kinh nghiệm", exemplar.contact)
    yield from _list("Nơi đã áp dụng", map(_tell_replication, exemplar.replicated_by))
    yield from _list("Khen thưởng", map(_tell_award, exemplar.awards))


def _tell_result(result: Result) -> str:
    before, after, what = show_figure(result)
    return f"{what}: từ {before} thành {after} (nguồn: {result.source.rstrip('.')})"


def _tell_replication(place: Replication) -> str:
    since = f"từ {show_day(place.date)}" if place.date else ""
    return ", ".join(filter(None, (place.unit.name, since, place.note)))


def _tell_award(award: Award) -> str:
    day = show_day(award.date) if award.date else ""
    return ", ".join(filter(None, (award.title, award.decision, day)))


def _render_answer(answer: Answer) -> Iterator[str]:
    """What the answer rests on, and who gave it; the question stays away."""
    yield from _list("Căn cứ", answer.evidence)
    yield _fact("Trả lời", answer.answered_by)


def _render_experience(experience: Experience) -> Iterator[str]:
    """What the office asks for its reports, where the editor made it public."""
    if experience.public:
        for name, text in (
            ("Khó khăn", experience.difficulties),
            ("Kiến nghị", experience.proposals),
            ("Phạm vi tiếp cận", experience.reach),
            ("Tác động", experience.impact),
        ):
            yield from (_fact(name, part) for part in _split(text))


def _render_media(media: Media, item: Article, site: Site) -> Iterator[str]:
    """A link to play or to see it, and its words, which need no player."""
    asset = site.assets[item.path].get(media.file)
    target = _absolute(asset.address, site) if asset else media.url
    verb = {"video": "Xem", "podcast": "Nghe"}.get(item.kind.id, "Mở")
    words = " ".join(filter(None, (verb, item.kind.label.lower(), media.duration)))
    yield f'<p><a href="{escape(target)}">{escape(words)}</a></p>'
    yield from (f"<p>{escape(text)}</p>" for text in _split(media.transcript))


def _render_rest(item: Article, site: Site) -> Iterator[str]:
    yield from (_fact("Lợi ích cho phụ huynh, học sinh", text) for text in _split(item.benefits))
    for attachment in item.attachments:
        if asset := site.assets[item.path].get(attachment.file):
            address = escape(site.url + asset.address)
            yield f'<p><a href="{address}">{escape(attachment.label)}</a></p>'
    yield from _list("Văn bản", map(title_document, item.documents))
    if item.source_url:
        words = escape(item.source or item.source_url)
        yield f'<p>Nguồn: <a href="{escape(item.source_url)}">{words}</a></p>'
    elif item.source:
        yield _fact("Nguồn", item.source)


def _fact(name: str, text: str) -> str:
    return f"<p><strong>{name}:</strong> {escape(text)}</p>"


def _list(title: str, rows: Iterable[str], *, tag: str = "ul") -> Iterator[str]:
    if written := "".join(f"<li>{escape(row)}</li>" for row in rows):
        yield f"<h2>{title}</h2>\n<{tag}>{written}</{tag}>"


def _split(text: str) -> list[str]:
    """The paragraphs of a plain text."""
    return [part for part in text.split("\n\n") if part.strip()]


def _source(picture: Asset, site: Site) -> str:
    asset = picture.portable
    size = f' width="{asset.width}" height="{asset.height}"' if asset.width else ""
    return f'src="{escape(site.url + asset.address)}"{size}'


def _absolute(target: str, site: Site) -> str:
    inside = ":" not in target.partition("/")[0]
    return site.url + target if inside else target
