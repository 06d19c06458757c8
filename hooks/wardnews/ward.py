"""The ward as its registers tell it: its paper, units, themes, lists and legal documents.

Ids are permanent: addresses, feeds and every item refer to them. No slots: see model.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

SchoolLevel = Literal["mam-non", "tieu-hoc", "thcs"]


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Where an office or a school can be reached; a part that is not known is empty."""

    address: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Officer:
    """Who takes readers' letters and calls for the office (Nghị định 42/2022, Điều 4)."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """The communication plan that this site serves; a part that is not known says "chưa rõ"."""

    number: str
    date: str
    title: str


@dataclass(frozen=True, kw_only=True)
class Ward:
    """ward.yml: the ward, its paper and who answers for it."""

    name: str  # "Phường Việt Yên"
    section: str  # the paper's title: "Giáo dục Việt Yên"
    tagline: str = ""
    province: str
    governing_body: str
    responsible_name: str
    responsible_title: str
    contact: Contact
    officer: Officer | None = None
    phones: tuple[str, ...] = ()  # of other offices, which items may tell besides those above
    reuse: str  # the line on quoting this site
    licence: str = ""  # of the texts and data; hidden when empty
    permit: str = ""  # "Giấy phép số … do … cấp" of the site itself; hidden when empty
    timezone: str
    feed_authority: str  # "DOMAIN,YEAR" of RFC 4151, chosen once
    plan: Plan
    demo: bool


@dataclass(frozen=True, kw_only=True)
class Unit:
    """An office or a school that the news is about."""

    id: str
    name: str
    short_name: str
    type: str  # ubnd, phong, trung-tam, mam-non, tieu-hoc, thcs, th-thcs
    website: str = ""
    contact: Contact = Contact()
    fanpage: str = ""
    zalo_oa: str = ""
    active_from: date | None = None
    active_until: date | None = None
    merged_into: str = ""  # the id of the unit that carries on

    @property
    def school_levels(self) -> tuple[SchoolLevel, ...]:
        """The levels this school is listed under: none for an office, two for a TH&THCS school."""
        levels: Mapping[str, tuple[SchoolLevel, ...]] = {
            "mam-non": ("mam-non",),
            "tieu-hoc": ("tieu-hoc",),
            "thcs": ("thcs",),
            "th-thcs": ("tieu-hoc", "thcs"),
        }
        return levels.get(self.type, ())


@dataclass(frozen=True, kw_only=True)
class Strand:
    """A sub-strand of a theme: III.a to III.d."""

    letter: str
    name: str
    short_name: str


@dataclass(frozen=True, kw_only=True)
class Theme:
    """One of the five content themes of section III of the ward's plan."""

    id: str  # "i" … "v": also its address
    numeral: str  # "I" … "V"
    name: str
    short_name: str
    description: str
    strands: tuple[Strand, ...] = ()

    @property
    def position(self) -> int:
        """1 to 5: the theme's colour in the look."""
        return ("i", "ii", "iii", "iv", "v").index(self.id) + 1

    def strand(self, letter: str) -> Strand | None:
        """The strand with this letter, if the theme has it."""
        return next((strand for strand in self.strands if strand.letter == letter), None)


@dataclass(frozen=True, kw_only=True)
class Term:
    """A row of lists.yml: a kind, an audience, a channel or a tag."""

    id: str
    label: str


@dataclass(frozen=True, kw_only=True)
class LegalDocument:
    """A legal document that items cite."""

    id: str
    number: str  # "71-NQ/TW"
    title: str
    issuer: str
    date: date | None = None  # None: not known, then it is left out
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Registers:
    """All registers of a content folder, in the order in which they are written."""

    ward: Ward
    units: tuple[Unit, ...]
    themes: tuple[Theme, ...]
    kinds: tuple[Term, ...]
    audiences: tuple[Term, ...]
    channels: tuple[Term, ...]
    tags: tuple[Term, ...]
    documents: tuple[LegalDocument, ...]
