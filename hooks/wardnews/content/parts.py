"""The fields of an item's header that have fields of their own: pictures, people, results …"""

from __future__ import annotations

from datetime import datetime, timedelta

from wardnews.content.fields import Fields
from wardnews.model import (
    Answer,
    Attachment,
    Award,
    Broadcast,
    Correction,
    Event,
    Exemplar,
    Image,
    Media,
    Person,
    Replication,
    Result,
    Withdrawal,
)
from wardnews.ward import Term, Unit

ANSWER_FIELDS = ("question", "answer", "evidence", "answered_by")
EXEMPLAR_FIELDS = (
    "school_year", "results", "steps", "conditions", "cost", "contact", "awards", "replicated_by",
)  # fmt: skip


def terms(rows: tuple[Term, ...]) -> dict[str, Term]:
    """Rows of lists.yml by their ids."""
    return {row.id: row for row in rows}


def read_image(fields: Fields) -> Image | None:
    """The lead picture."""
    inner = fields.mapping("image", "image: / file: anh.jpg / alt: …")
    if inner is None:
        return None
    image = Image(
        file=inner.text("file", required="Ảnh chính chưa ghi tên tệp.", example="anh.jpg"),
        alt=inner.text("alt"),
        caption=inner.text("caption"),
        credit=inner.text("credit"),
    )
    inner.finish()
    return image


def read_corrections(
    fields: Fields, published: datetime, updated: datetime | None
) -> tuple[Correction, ...]:
    """The correction notices; one without a date gets that of the item."""
    found: list[Correction] = []
    for inner in fields.mappings("corrections", "- date: 2026-03-05 08:30 / text: …"):
        moment = inner.moment("date", required="Đính chính chưa ghi ngày.")
        text = inner.block("text", required="Đính chính chưa có nội dung.", example="…")
        earlier = (published, updated, *(correction.date for correction in found))
        found.append(Correction(date=follow(moment or published, *earlier), text=text))
        inner.finish()
    return tuple(found)


def follow(moment: datetime, *earlier: datetime | None) -> datetime:
    """The moment, but after what it follows on the same day.

    A day alone means its morning: what is mended in the afternoon would seem mended before it
    appeared, and readers' programs would not notice.
    """
    before = [each for each in earlier if each and each.date() == moment.date() and each >= moment]
    return max(before) + timedelta(minutes=1) if before else moment


def read_withdrawal(
    fields: Fields, published: datetime, *changes: datetime | None
) -> Withdrawal | None:
    """Why the item was taken down; `changes` are what was made of it before."""
    inner = fields.mapping("withdrawn", "withdrawn: / on: … / by: … / reason: …")
    if inner is None:
        return None
    withdrawal = Withdrawal(
        on=follow(
            inner.moment("on", required="Chưa ghi bài gỡ lúc nào.") or published,
            published,
            *changes,
        ),
        by=inner.text("by", required="Chưa ghi ai quyết định gỡ bài.", example="Ban Biên tập"),
        reason=inner.text("reason", required="Chưa ghi lý do gỡ bài.", example="…"),
    )
    inner.finish()
    return withdrawal


def read_event(fields: Fields) -> Event | None:
    """When and where; None without a beginning."""
    starts, ends, place = fields.moment("starts"), fields.end("ends"), fields.text("place")
    if starts is None:
        return None
    return Event(starts=starts, ends=ends, place=place)


def read_attachments(fields: Fields) -> tuple[Attachment, ...]:
    """The files to download."""
    found = []
    for inner in fields.mappings("attachments", "- file: ke-hoach.pdf / label: …"):
        file = inner.text("file", required="Chưa ghi tên tệp đính kèm.", example="ke-hoach.pdf")
        found.append(Attachment(file=file, label=inner.text("label") or file))
        inner.finish()
    return tuple(found)


def read_people(fields: Fields) -> tuple[Person, ...]:
    """Who is named or shown."""
    found = []
    for inner in fields.mappings("people", "- name: … / role: phu-huynh"):
        found.append(
            Person(
                name=inner.text("name", required="Chưa ghi tên người.", example="…"),
                role=inner.text("role"),
                minor=bool(inner.flag("minor")),
                consent=inner.text("consent"),
                consent_on=inner.day("consent_on"),
            )
        )
        inner.finish()
    return tuple(found)


def read_channels(
    fields: Fields, channels: tuple[Term, ...], stand_in: datetime
) -> tuple[Broadcast, ...]:
    """Where else the item ran."""
    found = []
    for inner in fields.mappings("channels", "- channel: fanpage / date: 2026-03-05"):
        channel = inner.choice(
            "channel", terms(channels), "kênh", required="Chưa ghi kênh nào đã đăng."
        )
        day = inner.day("date", required="Chưa ghi ngày đăng trên kênh ấy.") or stand_in.date()
        url = inner.url("url")
        inner.finish()
        if channel is not None:
            found.append(Broadcast(channel=channel, date=day, url=url))
    return tuple(found)


def read_media(fields: Fields) -> Media | None:
    """The video, podcast or infographic."""
    inner = fields.mapping("media", "media: / file: … / transcript: …")
    if inner is None:
        return None
    media = Media(
        file=inner.text("file"),
        url=inner.url("url"),
        poster=inner.text("poster"),
        duration=inner.text("duration"),
        captions=inner.text("captions"),
        transcript=inner.block(
            "transcript",
            required="Video, podcast, infographic cần có bản chữ cho người không xem, nghe được.",
            example="…",
        ),
    )
    inner.finish()
    return media


def read_answer(fields: Fields) -> Answer | None:
    """The parts of a giải đáp; None when none of them is written."""
    answer = Answer(
        question=fields.block("question"),
        answer=fields.block("answer"),
        evidence=fields.texts("evidence"),
        answered_by=fields.text("answered_by"),
    )
    return answer if any(fields.has(name) for name in ANSWER_FIELDS) else None


def read_exemplar(fields: Fields, units: dict[str, Unit], *, gone: bool) -> Exemplar:
    """What an exemplar story has beyond an article; one that was taken down may have lost it."""
    return Exemplar(
        school_year=fields.text(
            "school_year",
            required="" if gone else "Điển hình chưa ghi năm học.",
            example="2026-2027",
        ),
        results=_read_results(fields, gone=gone),
        steps=fields.texts("steps"),
        conditions=fields.texts("conditions"),
        cost=fields.text("cost"),
        contact=fields.text("contact"),
        awards=_read_awards(fields),
        replicated_by=_read_replications(fields, units),
    )


def _read_results(fields: Fields, *, gone: bool) -> tuple[Result, ...]:
    found = []
    for inner in fields.mappings("results", "- measure: … / before: … / after: … / source: …"):
        found.append(
            Result(
                measure=inner.text("measure", required="Chưa ghi đo cái gì.", example="…"),
                before=inner.text("before", required="Chưa ghi số trước khi làm.", example="42%"),
                after=inner.text("after", required="Chưa ghi số sau khi làm.", example="91%"),
                unit=inner.text("unit"),
                source=inner.text("source", required="Số liệu chưa ghi nguồn.", example="…"),
            )
        )
        inner.finish()
    if not gone and not fields.has("results"):
        fields.problem(
            "results",
            "T101",
            "Điển hình chưa có kết quả đo được.",
            "Thêm results: với ít nhất một mục gồm measure, before, after, source.",
        )
    return tuple(found)


def _read_awards(fields: Fields) -> tuple[Award, ...]:
    found = []
    for inner in fields.mappings("awards", "- title: Giấy khen … / decision: …"):
        found.append(
            Award(
                title=inner.text("title", required="Chưa ghi hình thức khen.", example="Giấy khen"),
                decision=inner.text("decision"),
                date=inner.day("date"),
            )
        )
        inner.finish()
    return tuple(found)


def _read_replications(fields: Fields, units: dict[str, Unit]) -> tuple[Replication, ...]:
    found = []
    for inner in fields.mappings("replicated_by", "- unit: th-mau-c / date: 2026-09-05"):
        unit = inner.choice("unit", units, "đơn vị", required="Chưa ghi đơn vị đã áp dụng.")
        day, note = inner.day("date"), inner.text("note")
        inner.finish()
        if unit is not None:
            found.append(Replication(unit=unit, date=day, note=note))
    return tuple(found)
