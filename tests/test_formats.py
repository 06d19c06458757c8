"""A file to download is what its name says."""

from __future__ import annotations

import io
import zipfile

import pytest

from wardnews.formats import check_file


def zip_of(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "application/vnd.oasis.opendocument.text")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"%PDF-1.7\n"),
        ("A.DOCX", zip_of("[Content_Types].xml")),
        ("google.docx", zip_of("word/numbering.xml", "[Content_Types].xml")),
        ("a.xlsx", zip_of("_rels/.rels")),
        ("a.odt", zip_of("mimetype")),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("a.doc", b"{\\rtf1\\ansi"),
        ("a.mp3", b"ID3\x04"),
        ("a.mp3", b"\xff\xfb\x90"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42"),
        ("a.vtt", b"\xef\xbb\xbfWEBVTT\n"),
        ("a.csv", "Lớp;Số\n".encode()),
    ],
)
def test_an_honest_file_is_taken(name: str, data: bytes) -> None:
    assert check_file(name, data) is None


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("a.pdf", b"GIF89a/*%PDF-*/=1;alert(1)"),
        ("a.docx", zip_of("virus.exe")),
        ("a.docx", b"MZ\x90\x00"),
        ("a.odt", zip_of("content.xml")),
        ("a.xls", b"<html><table>"),
        ("a.mp3", b"#!/bin/sh\n"),
        ("a.webm", b""),
        ("a.txt", b"MZ\x90\x00\x03"),
        ("a.vtt", b"<script>alert(1)</script>"),
    ],
)
def test_a_file_that_is_something_else_is_refused_by_name(name: str, data: bytes) -> None:
    fault = check_file(name, data)
    assert fault and fault.code == "L611" and f'"{name}"' in fault.message
