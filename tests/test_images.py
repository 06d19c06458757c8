"""Pictures come out as pixels alone: no place, no camera, no comment, no program."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from wardnews.images import LARGEST, LONGEST_SIDE, Picture, PictureFault, clean_picture

SECRET = b"NHA-RIENG-21.27N-106.10E"


def _drawing(width: int = 60, height: int = 40) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height // 2))  # the upper left is red
    return image


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned: the camera was held upright
    exif[0x010E] = SECRET.decode()
    exif.get_ifd(0x8825)[29] = SECRET.decode()  # GPS
    return exif


def _encoded(kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    _drawing().save(stream, kind, **options)  # type: ignore[arg-type]
    return stream.getvalue()


def _png() -> bytes:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", SECRET.decode())
    text.add_itxt("XML:com.adobe.xmp", SECRET.decode())
    return _encoded("PNG", pnginfo=text, exif=_exif())


def _jpeg() -> bytes:
    return _encoded("JPEG", exif=_exif(), comment=SECRET, icc_profile=SECRET, quality=95)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jpg", _jpeg()),
        ("a.png", _png()),
        ("a.webp", _encoded("WEBP", exif=_exif(), xmp=SECRET, icc_profile=SECRET)),
        ("duoi-sai.png", _jpeg()),
    ],
)
def test_every_block_beside_the_pixels_is_gone(name: str, data: bytes) -> None:
    assert SECRET in data
    picture = clean_picture(name, data)
    assert isinstance(picture, Picture)
    assert SECRET not in picture.content
    opened = Image.open(io.BytesIO(picture.content))
    assert not opened.getexif() and set(opened.info) <= {
        "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression",
        "loop", "background", "timestamp", "duration",
    }  # fmt: skip


def test_a_phone_held_upright_gives_an_upright_picture() -> None:
    picture = clean_picture("a.jpg", _jpeg())
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (40, 60)
    red, _, blue = Image.open(io.BytesIO(picture.content)).convert("RGB").getpixel((35, 5))  # type: ignore[misc]
    assert red > 200 and blue < 80  # the red corner is at the upper right now


def test_what_a_picture_is_follows_from_its_bytes() -> None:
    picture = clean_picture("anh.png", _jpeg())
    assert isinstance(picture, Picture)
    assert (picture.media_type, picture.extension) == ("image/jpeg", ".jpg")


def test_a_large_picture_is_made_smaller_and_keeps_its_shape() -> None:
    stream = io.BytesIO()
    _drawing(LONGEST_SIDE * 2, LONGEST_SIDE).save(stream, "JPEG")
    picture = clean_picture("a.jpg", stream.getvalue())
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "CMYK", "I;16", "1"])
def test_every_kind_of_pixels_is_read(mode: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (30, 20)).save(stream, "JPEG" if mode == "CMYK" else "PNG")
    picture = clean_picture("a.png", stream.getvalue())
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (30, 20)


def test_the_same_bytes_give_the_same_picture() -> None:
    assert clean_picture("a.jpg", _jpeg()) == clean_picture("a.jpg", _jpeg())


def _animation() -> bytes:
    return _encoded("GIF", save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")])


def _bomb() -> bytes:
    stream = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("to.jpg", b"\xff\xd8" + bytes(LARGEST), "A202"),
        ("bom.png", _bomb(), "A203"),
        ("hong.jpg", _jpeg()[:200], "A204"),
        ("chu.png", "không phải ảnh".encode(), "A204"),
        ("trong.png", b"", "A204"),
        ("dong.gif", _animation(), "A204"),
        ("IMG_2034.HEIC", b"\x00\x00\x00\x18ftypheic" + bytes(64), "A205"),
        ("hong.svg", b"<svg", "A204"),
        ("trang.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "A206"),
    ],
)
def test_what_cannot_be_shown_is_refused_by_name(name: str, data: bytes, code: str) -> None:
    fault = clean_picture(name, data)
    assert isinstance(fault, PictureFault)
    assert fault.code == code and name in fault.message and fault.remedy


SVG = "http://www.w3.org/2000/svg"


def _svg(inside: str) -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20">{inside}</svg>'.encode()


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<rect style="background:url(https://xau.example)"/>',
        '<rect fill="url(https://xau.example/#a)"/>',
        '<image href="https://xau.example/a.png"/>',
        '<use href="https://xau.example/a.svg#b"/>',
        '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>',
        '<a href="javascript:alert(1)"><rect/></a>',
        "<style>@import 'https://xau.example'</style>",
        '<animate attributeName="href"/>',
        '<rect style="fill:red"/>',
        '<rect fill="u\\72l(https://xau.example/)"/>',
        """<rect fill="image-set('https://xau.example/a.png')"/>""",
    ],
)
def test_an_svg_may_only_draw(inside: str) -> None:
    fault = clean_picture("a.svg", _svg(inside))
    assert isinstance(fault, PictureFault) and fault.code == "A206"


def test_an_svg_with_entities_is_refused_before_they_expand() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>' + _svg("&a;")
    fault = clean_picture("a.svg", bomb)
    assert isinstance(fault, PictureFault) and fault.code == "A206"


@pytest.mark.parametrize("box", ["0 0 . 5", "0 0 9" + "9" * 400, "0 0 5", "a b c d"])
def test_an_svg_whose_size_makes_no_sense_is_refused(box: str) -> None:
    fault = clean_picture("a.svg", f'<svg xmlns="{SVG}" viewBox="{box}"/>'.encode())
    assert isinstance(fault, PictureFault) and fault.code == "A204"


@pytest.mark.parametrize("data", [_jpeg(), _png(), _animation()], ids=["jpeg", "png", "gif"])
def test_a_damaged_picture_never_breaks_the_program(data: bytes) -> None:
    chance = random.Random(71)
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        assert isinstance(clean_picture("a.jpg", bytes(damaged)), (Picture, PictureFault))


def test_a_drawing_passes_with_its_size_and_without_its_comments(tmp_path: Path) -> None:
    picture = clean_picture(
        "a.svg", _svg(f"<!-- {SECRET.decode()} --><rect fill='#fff' fill-opacity='.5'/>")
    )
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height, picture.media_type) == (30, 20, "image/svg+xml")
    assert SECRET not in picture.content
