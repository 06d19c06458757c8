"""The nouns: what editors write, what readers see, and what passes between the stages.

Everything is frozen, so a value may be cached, pickled to a worker and shared without a copy.
Nothing has slots: a frozen class with slots is unpickled field by field, in Python.
A comment beside a field says it in the editor's words; docs/so-tay-bien-tap.md is the handbook.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from wardnews.ward import LegalDocument, Registers, Strand, Term, Theme, Unit

Level = Literal["error", "warning", "fixed"]
Status = Literal["nhap", "cho-duyet", "da-duyet", "go"]
Day = date  # a second name, for classes that have a field called date


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One mistake of an editor: where it is, what is wrong, how to mend it (in Vietnamese)."""

    path: str  # POSIX, relative to the content folder
    line: int = 1
    field: str = ""  # dotted, e.g. "people.0.consent"; empty when no field is concerned
    code: str
    level: Level = "error"
    message: str
    remedy: str


@dataclass(frozen=True, kw_only=True)
class Image:
    """The lead picture: its file as the editor wrote it, and what the picture shows."""

    file: str
    alt: str
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True)
class Correction:
    """A correction notice shown above the text."""

    date: datetime
    text: str


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    """Why an item was taken down: all that is ever shown of it."""

    on: datetime
    by: str
    reason: str


@dataclass(frozen=True, kw_only=True)
class Attachment:
    """A file to download."""

    file: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody named or shown; a minor needs the reference of a consent paper."""

    name: str
    role: str = ""
    minor: bool = False
    consent: str = ""
    consent_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Broadcast:
    """Where else the item ran."""

    channel: Term
    date: date
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Media:
    """A video, podcast or infographic; exactly one of file and url."""

    file: str = ""
    url: str = ""
    poster: str = ""
    duration: str = ""  # "2:40"
    captions: str = ""  # a WebVTT file
    transcript: str  # the text alternative, plain text with blank lines between paragraphs


@dataclass(frozen=True, kw_only=True)
class Answer:
    """The parts of a giải đáp: the fact leads, the question is quoted once, after it."""

    question: str
    answer: str
    evidence: tuple[str, ...]
    answered_by: str


@dataclass(frozen=True, kw_only=True)
class Event:
    """When and where a sự kiện takes place."""

    starts: datetime
    ends: datetime | None = None
    place: str = ""


@dataclass(frozen=True, kw_only=True)
class Experience:
    """What the quarterly report is made of; shown to the public only when `public` is true."""

    difficulties: str = ""
    proposals: str = ""
    reach: str = ""
    impact: str = ""
    public: bool = False


@dataclass(frozen=True, kw_only=True)
class Result:
    """One measured change of an exemplar: before, after, counted in what, known from where."""

    measure: str
    before: str
    after: str
    unit: str = ""
    source: str


@dataclass(frozen=True, kw_only=True)
class Award:
    """A commendation that an exemplar received."""

    title: str
    decision: str = ""
    date: date | None = None


@dataclass(frozen=True, kw_only=True)
class Replication:
    """A unit that took the exemplar over."""

    unit: Unit
    date: date | None = None
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Exemplar:
    """What an exemplar story (mô hình, điển hình) has beyond an article."""

    school_year: str  # "2026-2027"
    results: tuple[Result, ...]
    steps: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    cost: str = ""
    contact: str = ""
    awards: tuple[Award, ...] = ()
    replicated_by: tuple[Replication, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A link or a picture in a body: `target` as written, and the line where it stands.

    In Body.html its address is the mark of bodies.mark(n), n being its place in Body.references.
    """

    kind: Literal["link", "picture"]
    target: str
    line: int
    alt: str = ""


@dataclass(frozen=True, kw_only=True)
class Body:
    """A text as safe HTML whose addresses are still open, because they depend on the page."""

    utf8: bytes  # not str: half the memory for Vietnamese, and a cache is read without decoding it
    references: tuple[Reference, ...] = ()
    words: int = 0  # syllables, as Vietnamese counts them

    @property
    def html(self) -> str:
        """The HTML, decoded."""
        return self.utf8.decode()


@dataclass(frozen=True, kw_only=True)
class Article:
    """One item, an article or an exemplar story: everything an editor may write, typed."""

    path: str  # POSIX, relative to the content folder; year, month and slug come from it
    year: str  # "2026"
    month: str  # "03"
    slug: str
    title: str
    date: datetime
    unit: Unit
    theme: Theme
    strand: Strand | None = None
    kind: Term
    summary: str
    status: Status = "nhap"
    approved_by: str = ""
    approved_on: Day | None = None
    id: str = ""  # the permanent feed id
    audiences: tuple[Term, ...] = ()
    tags: tuple[Term, ...] = ()
    documents: tuple[LegalDocument, ...] = ()
    image: Image | None = None
    minors: bool | None = None  # recognisable children are shown; None: not said
    consent: str = ""
    consent_on: Day | None = None
    author: str = ""
    source: str = ""
    source_url: str = ""
    aliases: tuple[str, ...] = ()  # old addresses, without the leading slash
    updated: datetime | None = None
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    event: Event | None = None
    deadline: datetime | None = None
    benefits: str = ""
    attachments: tuple[Attachment, ...] = ()
    pinned_until: datetime | None = None
    expires: datetime | None = None
    people: tuple[Person, ...] = ()
    channels: tuple[Broadcast, ...] = ()
    media: Media | None = None
    answer: Answer | None = None
    experience: Experience = Experience()
    exemplar: Exemplar | None = None
    body: Body = Body(utf8=b"")
    # Made once and kept with the item, since every listing asks for them.
    day: str = field(init=False)  # its date without the hour, "2026-03-05"
    modified: datetime = field(init=False)  # the newest moment at which its readers saw a change

    def __post_init__(self) -> None:
        changes = filter(None, [self.updated, *(each.date for each in self.corrections)])
        object.__setattr__(self, "day", self.date.date().isoformat())
        object.__setattr__(self, "modified", max([self.date, *changes]))

    def __getstate__(self) -> dict[str, object]:
        """What a pickle holds: where a field is as by default, the class has it already."""
        kept = vars(self).items()
        return {name: value for name, value in kept if getattr(Article, name, self) != value}

    @property
    def has_appointment(self) -> bool:
        """Does it name a moment that readers may put into their calendars?"""
        return self.event is not None or self.deadline is not None


@dataclass(frozen=True, kw_only=True)
class Newsroom:
    """A whole content folder, read and judged: the registers and every usable item."""

    registers: Registers
    articles: tuple[Article, ...]  # newest first, ties by path


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A choice of articles with an address and a title: its page, feeds and embeds come from it."""

    address: str  # "" for the home page, else "don-vi/thcs-mau-b/"
    kind: Literal[
        "all", "theme", "strand", "unit", "unit-theme", "unit-exemplars", "exemplars",
        "kind", "audience", "level", "tag", "month",
    ]  # fmt: skip
    key: str  # the id of what is chosen: a unit, a theme, "2026-03"; for unit-theme the theme
    title: str  # names the choice for readers: "Trường THCS Mẫu B (ví dụ)"
    description: str
    articles: tuple[Article, ...]  # visible ones, newest first
    gone: tuple[Article, ...] = ()  # were public once: of them only a notice is left
    unit: Unit | None = None
    theme: Theme | None = None
    strand: Strand | None = None
    has_feed: bool = True

    @property
    def has_embed(self) -> bool:
        """Can other sites show it in a frame?"""
        return self.kind in ("all", "unit", "theme", "unit-theme", "exemplars")
