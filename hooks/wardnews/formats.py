"""What a file is by its bytes, whatever its name says; and why one is refused."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEAD = 1024  # bytes in which every kind says what it is
_OLD_OFFICE = re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1|\{\\rtf1")
# A zip whose first file is one that Word, WPS, LibreOffice or Google put first.
_FIRST = rb"\[Content_Types\]\.xml|_rels/|docProps/|customXml/|word/|xl/|ppt/"
_OFFICE = re.compile(rb"PK\x03\x04.{26}(%s)" % _FIRST, re.DOTALL)
_MP4 = re.compile(rb".{4}ftyp", re.DOTALL)
_BEGINNINGS = {
    ".pdf": re.compile(rb"%PDF-"),
    ".docx": _OFFICE,
    ".xlsx": _OFFICE,
    ".pptx": _OFFICE,
    ".odt": re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.", re.DOTALL),
    ".ods": re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.", re.DOTALL),
    ".doc": _OLD_OFFICE,
    ".xls": _OLD_OFFICE,
    ".ppt": _OLD_OFFICE,
    ".mp3": re.compile(rb"ID3|\xff[\xe2-\xff]"),
    ".m4a": _MP4,
    ".mp4": _MP4,
    ".ogg": re.compile(rb"OggS"),
    ".wav": re.compile(rb"RIFF.{4}WAVE", re.DOTALL),
    ".webm": re.compile(rb"\x1a\x45\xdf\xa3"),
    ".vtt": re.compile(rb"(\xef\xbb\xbf)?WEBVTT[ \t\r\n]"),
}
_TEXTS = (".txt", ".csv", ".vtt")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFault:
    """Why a file is refused, in the editor's words."""

    code: str
    message: str
    remedy: str


def check_file(name: str, data: bytes) -> FileFault | None:
    """Is a file to download what its ending promises?

    A page of HTML named .pdf, or a program named .docx, would be opened by whoever trusts the
    ward. An ending that is not known here fits everything.
    """
    ending = name[name.rfind(".") :].lower()
    beginning = _BEGINNINGS.get(ending)
    head = data[:_HEAD]
    has_zeros = ending in _TEXTS and b"\0" in head  # which no text has
    if not has_zeros and (beginning is None or beginning.match(head)):
        return None
    return FileFault(
        code="L611",
        message=f'Tệp "{name}" không phải là tệp {ending} như đuôi tệp ghi.',
        remedy="Mở tệp bằng phần mềm đã làm ra nó, lưu lại đúng loại rồi thay tệp này; "
        "không đổi đuôi tệp bằng tay.",
    )
