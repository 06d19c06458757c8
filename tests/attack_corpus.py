"""The attacks of tests/attacks/*.toml, and the items by which each reaches the site."""

from __future__ import annotations

import io
import json
import re
import struct
import tomllib
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PIL import Image, PngImagePlugin

FOLDER = Path(__file__).parent / "attacks"
MARKUP = "<script>canary()</script><img src=x onerror=canary()>"
UNIT = "articles/ubnd/2026"
HEADER = """title: Bài thử {number}
date: 2026-11-01 {hour:02}:{minute:02}
unit: ubnd
theme: I
summary: Tóm tắt.
status: da-duyet
approved_by: A
approved_on: 2026-11-01
id: tan-cong-{number}
minors: khong
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attack:
    """One input, where it goes, and with what code it must be refused (the head of it is enough).

    Without a code it must be let through and do no harm.
    """

    number: int
    name: str
    place: str  # body, link, picture, header, item, file or register
    text: str
    hex: str  # in place of the text
    make: str  # the name of what MAKERS makes
    file: str  # the name of the file, or of the register
    field: str
    yaml: str  # lines of the header
    refused: str

    @property
    def folder(self) -> str:
        """Where its item lies in the content folder."""
        return f"{UNIT}/11-01-tan-cong-{self.number}"

    @property
    def page(self) -> str:
        """The address of its item in the site."""
        return f"2026/11/ubnd-tan-cong-{self.number}/"


def read_attacks() -> list[Attack]:
    """Every attack of the folder, numbered in the order of files and lines."""
    found: list[Attack] = []
    for path in sorted(FOLDER.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        for row in table["attack"]:
            found.append(_read_attack(len(found), table["place"], row))
    return found


def _read_attack(number: int, place: str, row: dict[str, Any]) -> Attack:
    text = row.get("input", "")
    text = re.sub("«(.*?)»", lambda part: part[1] * row["repeat"], text, flags=re.DOTALL)
    return Attack(
        number=number,
        name=row["name"],
        place=place,
        text=text,
        hex=row.get("hex", ""),
        make=row.get("make", ""),
        file=row.get("file", ""),
        field=row.get("field", ""),
        yaml=row.get("yaml", ""),
        refused=row.get("refused", ""),
    )


def write_attack(attack: Attack, content: Path) -> None:
    """Put an attack into a content folder: as an item of its own, or at the end of a register."""
    if attack.place == "register":
        register = content / attack.file
        key = attack.text.partition(":")[0] + ":"  # of ward.yml, where it may stand already
        lines = register.read_text("utf-8").splitlines()
        kept = [line for line in lines if attack.file != "ward.yml" or not line.startswith(key)]
        register.write_text("\n".join((*kept, attack.text, "")), "utf-8")
        return
    folder = content / attack.folder
    folder.mkdir(parents=True)
    (folder / "anh.png").write_bytes(make_png())
    if attack.place == "file":
        (folder / attack.file).write_bytes(make_data(attack))
    item = make_data(attack) if attack.place == "item" else write_item(attack).encode()
    (folder / "index.md").write_bytes(item)


def make_data(attack: Attack) -> bytes:
    """The bytes of a file that is an attack."""
    if attack.make:
        return MAKERS[attack.make]()
    return bytes.fromhex(attack.hex) or attack.text.encode()


def write_item(attack: Attack) -> str:
    """The text of the item that carries an attack in its header, its body or beside it."""
    number = attack.number
    header = HEADER.format(number=number, hour=number // 60, minute=number % 60)
    bodies = {
        "body": attack.text,
        "link": f"Xem [chữ]({attack.text}).",
        "picture": f"![Ảnh thử của bài]({attack.text})",
    }
    body = bodies.get(attack.place, "Chữ.")
    more = attack.yaml
    if attack.place == "file" and not attack.file.endswith((".jpg", ".png", ".gif", ".svg")):
        more = f"attachments: [{{file: {_quote(attack.file)}}}]"
    elif attack.place == "file":
        more = f"image: {{file: {_quote(attack.file)}, alt: Ảnh thử của bài}}"
    elif attack.field:
        more = _write_field(attack)
    replaced = {line.partition(":")[0] for line in more.split("\n")}
    kept = [line for line in header.split("\n") if line.partition(":")[0] not in replaced]
    return "---\n" + "\n".join((*filter(None, kept), more)) + f"\n---\n{body}\n"


def _write_field(attack: Attack) -> str:
    value = _quote(attack.text)
    parent, _, name = attack.field.partition(".")
    if not name:
        return f"{parent}: {value}"
    whole = {"file": '"anh.png"', "alt": '"Cổng trường"'} if parent == "image" else {}
    if name.startswith("0."):
        name = name[2:]
        fields = {"file": '"anh.png"', name: value}
        return f"{parent}: [{_write_flow(fields)}]"
    return f"{parent}: {_write_flow({**whole, name: value})}"


def _write_flow(fields: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


# --- files that are no text --------------------------------------------------------------------


def _save(form: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((48, 32)).convert("RGB").save(stream, form, **options)
    return stream.getvalue()


def make_png() -> bytes:
    return _save("PNG")


def _make_exif() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = exif[0x8298] = exif[0x013B] = MARKUP  # description, copyright, artist
    return _save("JPEG", exif=exif)


def _make_png_text(kind: str = "Comment") -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_itxt(kind, MARKUP, zip=True)
    told.add_text("Title", MARKUP)
    return _save("PNG", pnginfo=told)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _make_png_of(width: int, height: int, pixels: bytes, *before: bytes) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    body = head + b"".join(before) + _chunk(b"IDAT", zlib.compress(pixels, 9))
    return b"\x89PNG\r\n\x1a\n" + body + _chunk(b"IEND", b"")


def _make_png_text_bomb() -> bytes:
    grown = b"Comment\0\0" + zlib.compress(bytes(8 << 20), 9)
    return _make_png_of(4, 4, bytes(20), _chunk(b"zTXt", grown))


def _make_film() -> bytes:
    frames = [Image.new("L", (4, 4), shade % 256) for shade in range(2000)]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


def _make_deep_svg() -> bytes:
    return b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 50_000 + b"</g>" * 50_000


def _make_zip_of_program() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("virus.exe", b"MZ")
    return stream.getvalue()


MAKERS: dict[str, Callable[[], bytes]] = {
    "png": make_png,
    "pdf": lambda: b"%PDF-1.7\n%%EOF\n",
    "gif and script": lambda: _save("GIF") + b"/*" + MARKUP.encode() + b"*/=1;canary()",
    "jpeg and page": lambda: _save("JPEG") + b"<?php system($_GET[0]);?>" + MARKUP.encode(),
    "exif": _make_exif,
    "jpeg comment": lambda: _save("JPEG", comment=MARKUP),
    "png text": _make_png_text,
    "xmp": lambda: _make_png_text("XML:com.adobe.xmp"),
    "png bomb": lambda: _make_png_of(60_000, 60_000, b"\0"),
    "png of zeros": lambda: _make_png_of(9_000, 9_000, bytes(9_001 * 9_000)),
    "gif bomb": lambda: b"GIF89a" + b"\xff" * 4 + bytes(9) + b",\0\0\0\0" + b"\xff" * 4 + b"\0\2",
    "png text bomb": _make_png_text_bomb,
    "cut jpeg": lambda: _save("JPEG")[:600],
    "film": _make_film,
    "deep svg": _make_deep_svg,
    "zip of a program": _make_zip_of_program,
}


def list_items(attacks: list[Attack]) -> list[Attack]:
    """Those that have an item of their own."""
    return [attack for attack in attacks if attack.place != "register"]
