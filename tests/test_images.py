"""Pictures come out as pixels alone: no place, no camera, no comment, no program."""

from __future__ import annotations

import io
import json
import random
import subprocess
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, PngImagePlugin

from wardnews.cards import crop_card
from wardnews.formats import FileFault
from wardnews.images import LARGEST, Picture, clean_picture, list_widths

SECRET = b"NHA-RIENG-21.27N-106.10E"


def _drawing(width: int = 60, height: int = 40) -> Image.Image:
    image = Image.new("RGB", (width, height), "white")
    image.paste("red", (0, 0, width // 2, height // 2))  # the upper left is red
    return image


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned: the camera was held upright
    exif[0x010E] = SECRET.decode()
    place = exif.get_ifd(0x8825)  # GPS, as a phone writes it
    place.update({1: "N", 2: (21.0, 16.0, 12.5), 3: "E", 4: (106.0, 6.0, 3.0)})
    place[29] = SECRET.decode()
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


def _icc() -> bytes:
    """A profile that calls red what others call blue."""
    usual = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return usual.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")


def _clean(name: str, data: bytes) -> Picture:
    picture = clean_picture(name, data)
    assert isinstance(picture, Picture), picture
    return picture


def _heic(width: int = 1000, height: int = 640) -> bytes:
    stream = io.BytesIO()
    exif = _exif().tobytes()
    pillow_heif.from_pillow(_drawing(width, height)).save(stream, quality=90, exif=exif)
    return stream.getvalue()


def _photo(width: int, height: int, kind: str = "JPEG", **options: object) -> bytes:
    """A picture of many colours."""
    down = Image.linear_gradient("L").resize((width, height))
    right = Image.linear_gradient("L").rotate(90).resize((width, height))
    image = Image.merge("RGB", (down, right, ImageChops.multiply(down, right)))
    stream = io.BytesIO()
    image.save(stream, kind, **options)  # type: ignore[arg-type]
    return stream.getvalue()


FILES = {
    "a.jpg": _jpeg(),
    "lon.jpg": _photo(2400, 1350, exif=_exif(), icc_profile=_icc(), comment=SECRET),
    "a.png": _png(),
    "a.webp": _encoded("WEBP", exif=_exif(), xmp=SECRET, icc_profile=SECRET),
    "duoi-sai.png": _jpeg(),
    "IMG_2034.HEIC": _heic(),
    "dung-yen.gif": _encoded("GIF", comment=SECRET),
}


@pytest.mark.parametrize("name", FILES)
def test_every_block_beside_the_pixels_is_gone(name: str) -> None:
    assert SECRET in FILES[name]
    for rendition in _clean(name, FILES[name]).renditions:
        assert SECRET not in rendition.content
        opened = Image.open(io.BytesIO(rendition.content))
        assert not opened.getexif() and set(opened.info) <= {
            "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression",
            "loop", "background", "timestamp", "duration",
        }  # fmt: skip


def test_another_program_finds_no_metadata_either(tmp_path: Path) -> None:
    """ExifTool reads whatever cameras write; it must find what we handed in, and then nothing."""
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    for name, data in FILES.items():
        (before / name).write_bytes(data)
        picture = _clean(name, data)
        for rendition in picture.renditions:
            (after / f"{name}{rendition.ending}").write_bytes(rendition.content)
        (after / f"{name}.card.jpg").write_bytes(crop_card(picture.renditions[0].content))
    assert {"EXIF:GPSLatitude", "EXIF:GPSLongitude", "EXIF:ImageDescription"} <= _ask_exiftool(
        before
    )
    assert _ask_exiftool(after) == {  # how the pixels are written, and no more
        "JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution",
        "PNG:BitDepth", "PNG:ColorType", "PNG:Compression", "PNG:Filter", "PNG:ImageHeight",
        "PNG:ImageWidth", "PNG:Interlace", "PNG:Palette",
        "RIFF:HorizontalScale", "RIFF:ImageHeight", "RIFF:ImageWidth", "RIFF:VP8Version",
        "RIFF:VerticalScale",
    }  # fmt: skip


def _ask_exiftool(folder: Path) -> set[str]:
    """What ExifTool finds in the files of a folder beside their sizes: "group:name"."""
    command = ["exiftool", "-a", "-u", "-j", "-G0", "--File:all", "--ExifTool:all"]
    command += ["--Composite:all", "-ext", "*", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name for file in json.loads(done.stdout) for name in file} - {"SourceFile"}


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_phone_held_in_any_way_gives_an_upright_picture(turn: int) -> None:
    upright = _drawing(600, 400)
    backwards = {5: 5, 6: 8, 7: 7, 8: 6}.get(turn, turn)
    exif = Image.Exif()
    exif[0x0112] = backwards
    lying = ImageOps.exif_transpose(_with_exif(upright, exif))
    exif[0x0112] = turn
    stream = io.BytesIO()
    lying.save(stream, "JPEG", exif=exif, quality=95)
    whole = _clean("a.jpg", stream.getvalue()).renditions[0]
    assert (whole.width, whole.height) == (600, 400)
    red, _, blue = Image.open(io.BytesIO(whole.content)).convert("RGB").getpixel((20, 20))  # type: ignore[misc]
    assert red > 200 and blue < 80  # the red corner is at the upper left


def _with_exif(image: Image.Image, exif: Image.Exif) -> Image.Image:
    stream = io.BytesIO()
    image.save(stream, "PNG", exif=exif)
    return Image.open(stream)


def test_a_photo_of_an_iphone_is_taken_as_it_is() -> None:
    picture = _clean("IMG_2034.HEIC", FILES["IMG_2034.HEIC"])
    assert [r.ending for r in picture.renditions] == [
        ".jpg", "_480.webp", "_480.jpg", "_640.webp",
    ]  # fmt: skip
    assert (picture.renditions[0].width, picture.renditions[0].height) == (640, 1000)


def test_what_a_picture_is_follows_from_its_bytes() -> None:
    whole = _clean("anh.png", _jpeg()).renditions[0]
    assert (whole.media_type, whole.ending) == ("image/jpeg", ".jpg")


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), [480, 800, 1200, 1600]),
        ((1200, 675), [480, 800, 1200]),
        ((1250, 700), [480, 800, 1200]),
        ((1000, 700), [480, 800, 1000]),
        ((300, 200), [300]),
        ((100, 60_000), [13]),
        ((1, 50_000), [1]),
    ],
)
def test_widths_are_never_larger_than_the_original(
    size: tuple[int, int], widths: list[int]
) -> None:
    assert list_widths(*size) == widths


def test_a_large_photo_is_made_in_every_width_and_keeps_its_shape() -> None:
    picture = _clean("a.jpg", _photo(2400, 1350))
    assert picture.width == 2400
    assert [(r.ending, r.width, r.height) for r in picture.renditions] == [
        (".jpg", 1600, 900),
        ("_480.webp", 480, 270), ("_480.jpg", 480, 270),
        ("_800.webp", 800, 450), ("_800.jpg", 800, 450),
        ("_1200.webp", 1200, 675), ("_1200.jpg", 1200, 675),
        ("_1600.webp", 1600, 900),
    ]  # fmt: skip
    for rendition in picture.renditions:
        opened = Image.open(io.BytesIO(rendition.content))
        assert opened.size == (rendition.width, rendition.height)
        assert opened.get_format_mimetype() == rendition.media_type


def test_a_photo_saved_as_png_keeps_its_address_but_is_offered_as_jpeg() -> None:
    endings = [r.ending for r in _clean("a.png", _photo(500, 300, "PNG")).renditions]
    assert endings == [".png", "_480.webp", "_480.jpg"]


def test_a_drawing_of_few_colours_stays_exact() -> None:
    stream = io.BytesIO()
    _drawing(1000, 600).save(stream, "PNG")
    picture = _clean("a.png", stream.getvalue())
    kept = [r for r in picture.renditions if r.width == 1000]
    assert [r.ending for r in kept] == [".png", "_1000.webp"]
    for rendition in kept:
        pixels = Image.open(io.BytesIO(rendition.content)).convert("RGB")
        assert pixels.tobytes() == _drawing(1000, 600).tobytes()


def test_what_shines_through_stays_so() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (500, 300), (200, 0, 0, 120)).save(stream, "PNG")
    picture = _clean("logo.png", stream.getvalue())
    assert {r.media_type for r in picture.renditions} == {"image/png", "image/webp"}
    for rendition in picture.renditions:
        assert Image.open(io.BytesIO(rendition.content)).getchannel("A").getextrema() == (120, 120)


def test_colours_of_another_space_become_those_of_the_web() -> None:
    image = Image.new("RGB", (50, 40), (180, 90, 90))
    stream = io.BytesIO()
    image.save(stream, "PNG", icc_profile=_icc())
    whole = _clean("a.png", stream.getvalue()).renditions[0]
    got = Image.open(io.BytesIO(whole.content)).convert("RGB").getpixel((9, 9))
    assert got == (90, 90, 180)


def test_grey_of_16_bits_does_not_turn_white() -> None:
    stream = io.BytesIO()
    Image.new("I;16", (30, 20), 0x8000).save(stream, "PNG")
    whole = _clean("a.png", stream.getvalue()).renditions[0]
    assert Image.open(io.BytesIO(whole.content)).convert("L").getpixel((3, 3)) == 0x80


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "CMYK", "I;16", "1"])
def test_every_kind_of_pixels_is_read(mode: str) -> None:
    stream = io.BytesIO()
    Image.new(mode, (30, 20)).save(stream, "JPEG" if mode == "CMYK" else "PNG")
    whole = _clean("a.png", stream.getvalue()).renditions[0]
    assert (whole.width, whole.height) == (30, 20)


def test_the_same_bytes_give_the_same_picture() -> None:
    assert _clean("a.jpg", FILES["lon.jpg"]) == _clean("a.jpg", FILES["lon.jpg"])


def _animation(kind: str) -> bytes:
    return _encoded(kind, save_all=True, append_images=[Image.new("RGB", (60, 40), "blue")])


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
        ("dong.gif", _animation("GIF"), "A208"),
        ("dong.png", _animation("PNG"), "A208"),
        ("dong.webp", _animation("WEBP"), "A208"),
        ("hong.heic", b"\x00\x00\x00\x18ftypheic" + bytes(64), "A204"),
        ("cut.heic", _heic()[:900], "A204"),
        ("hong.svg", b"<svg", "A204"),
        ("trang.svg", b"<html xmlns='http://www.w3.org/1999/xhtml'/>", "A206"),
    ],
)
def test_what_cannot_be_shown_is_refused_by_name(name: str, data: bytes, code: str) -> None:
    fault = clean_picture(name, data)
    assert isinstance(fault, FileFault)
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
    assert isinstance(fault, FileFault) and fault.code == "A206"


_DOUBLING = "".join(
    f'<g id="b{n}"><use href="#b{n + 1}"/><use href="#b{n + 1}"/></g>' for n in range(40)
)


@pytest.mark.parametrize(
    "inside",
    [
        f'<defs>{_DOUBLING}<rect id="b40"/></defs><use href="#b0"/>',
        '<g id="a"><use href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#b)"/></pattern><pattern id="b"><rect fill="url(#a)"/>'
        "</pattern>",
    ],
    ids=["doubling", "circle", "circle of patterns"],
)
def test_an_svg_that_would_draw_for_ever_is_refused(inside: str) -> None:
    fault = clean_picture("a.svg", _svg(inside))
    assert isinstance(fault, FileFault) and fault.code == "A206"


def test_an_svg_may_draw_the_same_thing_many_times() -> None:
    leaves = '<use href="#la" x="1"/>' * 500
    assert isinstance(clean_picture("a.svg", _svg(f'<path id="la" d="M0 0h1"/>{leaves}')), Picture)


def test_an_svg_with_entities_is_refused_before_they_expand() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>' + _svg("&a;")
    fault = clean_picture("a.svg", bomb)
    assert isinstance(fault, FileFault) and fault.code == "A206"


@pytest.mark.parametrize("box", ["0 0 . 5", "0 0 9" + "9" * 400, "0 0 5", "a b c d"])
def test_an_svg_whose_size_makes_no_sense_is_refused(box: str) -> None:
    fault = clean_picture("a.svg", f'<svg xmlns="{SVG}" viewBox="{box}"/>'.encode())
    assert isinstance(fault, FileFault) and fault.code == "A204"


@pytest.mark.parametrize("data", [_jpeg(), _png(), _animation("GIF"), _heic(160, 96)])
def test_a_damaged_picture_never_breaks_the_program(data: bytes) -> None:
    chance = random.Random(71)
    for _ in range(300):
        damaged = bytearray(data)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        assert isinstance(clean_picture("a.jpg", bytes(damaged)), (Picture, FileFault))


def test_a_drawing_passes_with_its_size_and_without_its_comments() -> None:
    data = _svg(f"<!-- {SECRET.decode()} --><rect fill='#fff' fill-opacity='.5'/>")
    (drawn,) = _clean("a.svg", data).renditions
    assert (drawn.width, drawn.height, drawn.media_type) == (30, 20, "image/svg+xml")
    assert SECRET not in drawn.content


def test_a_drawing_that_does_not_say_its_size_has_the_one_of_browsers() -> None:
    (drawn,) = _clean("a.svg", f'<svg xmlns="{SVG}"><rect/></svg>'.encode()).renditions
    assert (drawn.width, drawn.height) == (300, 150)
