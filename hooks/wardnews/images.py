"""Pictures without any metadata: what an editor hands in comes out as pixels alone.

A phone writes the place into every photo, and the photo may show a child. So nothing is copied:
a picture is decoded, turned upright and written anew in several widths, each as WebP and in a form
that every program reads. An SVG is rebuilt from an allow-list.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PIL import Image, UnidentifiedImageError

from wardnews.formats import FileFault
from wardnews.svg import clean_svg

LARGEST = 25 << 20  # bytes
MOST_PIXELS = 50_000_000
WIDTHS = (480, 800, 1200, 1600)  # pixels: twice what the widest page shows, and steps below
_NEAR = 1.15  # a picture so little wider than a step is made as wide as the step
_TALLEST = 8000  # pixels: WebP ends at 16,383
_FEW_COLOURS = 256
_TURNS = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
_LYING = (5, 6, 7, 8)  # turns after which width and height have changed places
_ORIENTATION = 0x0112
_FORMS = {
    "JPEG": ("image/jpeg", ".jpg"),
    "PNG": ("image/png", ".png"),
    "WEBP": ("image/webp", ".webp"),
}
_OWN_FORMS = {"GIF": "PNG", "HEIF": "JPEG", "MPO": "JPEG"}
_MOVING = ("GIF", "PNG", "WEBP")  # forms whose further pictures are a film
_RESAVE = "Mở ảnh bằng phần mềm xem ảnh, lưu lại dạng .jpg rồi thay tệp này."


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A picture in one width and one form."""

    content: bytes
    media_type: str
    ending: str  # what its address adds to the picture's name: "_480.webp", ".jpg"
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture fit to be shown, in every width; `width` is that of the file as handed in.

    The first rendition is the largest in the file's own form.
    """

    renditions: tuple[Rendition, ...]
    width: int


def clean_picture(name: str, data: bytes) -> Picture | FileFault:
    """Make a picture from a file; what it is follows from its bytes, not from its name.

    The same bytes give the same picture.
    """
    if len(data) > LARGEST:
        return tell_heavy(name, len(data))
    if name.lower().endswith(".svg"):
        return _clean_drawing(name, data)
    with warnings.catch_warnings():  # Pillow's, on damaged metadata, mean nothing to an editor
        warnings.simplefilter("ignore")
        try:
            return _clean_photo(name, data)
        except Image.DecompressionBombError:
            return _too_wide(name, 0, 0)
        except UnidentifiedImageError:
            return FileFault(
                code="A204",
                message=f'Tệp "{name}" không phải là ảnh, dù đuôi tệp là của ảnh.',
                remedy="Mở tệp xem là gì; ảnh nằm trong Word, PDF thì lưu riêng ra dạng .jpg.",
            )
        except (
            OSError, SyntaxError, ValueError, EOFError, RuntimeError, TypeError, KeyError,
            IndexError, OverflowError, struct.error, zlib.error,
        ):  # fmt: skip
            # What the decoders of Pillow and libheif raise for damaged files.
            return FileFault(
                code="A204",
                message=f'Ảnh "{name}" bị hỏng, hoặc chép, tải về chưa hết.',
                remedy="Chép lại từ máy chụp. " + _RESAVE,
            )


def tell_heavy(name: str, size: int) -> FileFault:
    """Why a picture of more than LARGEST bytes is refused."""
    heavy, most = -(-size >> 20), LARGEST >> 20
    return FileFault(
        code="A202",
        message=f'Ảnh "{name}" nặng {heavy} MB, nhiều nhất là {most} MB.',
        remedy="Mở ảnh trong máy, lưu lại cỡ rộng 2000 điểm ảnh, hoặc gửi qua Zalo rồi tải về.",
    )


def list_widths(width: int, height: int) -> list[int]:
    """The widths in which a picture of this size is made, the largest last."""
    largest = max(1, min(width, WIDTHS[-1], width * _TALLEST // height))
    steps = [step for step in WIDTHS if step <= largest]
    if not steps or largest > steps[-1] * _NEAR:
        steps.append(largest)
    return steps


def _clean_photo(name: str, data: bytes) -> Picture | FileFault:
    if data[4:8] == b"ftyp":
        _learn_heif()
    opened = Image.open(io.BytesIO(data), formats=(*_FORMS, "GIF", *_known_heif()))
    if opened.width * opened.height > MOST_PIXELS:
        return _too_wide(name, opened.width, opened.height)
    if opened.format in _MOVING and getattr(opened, "is_animated", False):
        return FileFault(
            code="A208",
            message=f'Ảnh "{name}" là ảnh động.',
            remedy="Dùng ảnh đứng yên; nếu cần chuyển động thì đăng dạng video.",
        )
    form = str(opened.format)
    return _render_all(opened, _OWN_FORMS.get(form, form))


def _too_wide(name: str, width: int, height: int) -> FileFault:
    size = f" ({width} × {height} điểm ảnh)" if width else ""
    return FileFault(
        code="A203",
        message=f'Ảnh "{name}" quá lớn{size}: nhiều nhất là 50 triệu điểm ảnh.',
        remedy="Lưu lại ảnh với chiều rộng khoảng 2000 điểm ảnh.",
    )


def _clean_drawing(name: str, data: bytes) -> Picture | FileFault:
    drawing = clean_svg(data)
    if drawing == "unsafe":
        return FileFault(
            code="A206",
            message=f'Ảnh "{name}" có phần không phải là hình vẽ '
            "(mã lệnh, liên kết hoặc ảnh lồng).",
            remedy="Xuất lại ảnh dạng .png rồi thay tệp này.",
        )
    if drawing == "broken":
        return FileFault(
            code="A204", message=f'Tệp "{name}" không phải là ảnh SVG.', remedy=_RESAVE
        )
    whole = Rendition(
        content=drawing.content,
        media_type="image/svg+xml",
        ending=".svg",
        width=drawing.width,
        height=drawing.height,
    )
    return Picture(renditions=(whole,), width=drawing.width)


@cache
def _learn_heif() -> None:
    """Teach Pillow the photos of iPhones; loading the library takes as long as ten pages."""
    import pillow_heif

    pillow_heif.options.DECODE_THREADS = 1  # the worker processes share the machine already
    pillow_heif.register_heif_opener()


def _known_heif() -> tuple[str, ...]:
    return ("HEIF",) if "HEIF" in Image.OPEN else ()


# --- pixels ----------------------------------------------------------------------------------


def _render_all(opened: Image.Image, own: str) -> Picture:
    """Every rendition of an opened file whose own form is `own`."""
    turn = opened.getexif().get(_ORIENTATION, 1)
    size = opened.size[::-1] if turn in _LYING else opened.size
    widths = list_widths(*size)
    heights = [max(1, round(size[1] * width / size[0])) for width in widths]
    largest = _read_pixels(opened, turn, (widths[-1], heights[-1]))
    made: list[Rendition] = []
    for width, height in zip(widths, heights, strict=True):
        is_whole = width == widths[-1]
        pixels = largest if is_whole else _shrink(largest, (width, height))
        for form, content in _encode(pixels, own, is_whole=is_whole):
            media_type, extension = _FORMS[form]
            is_own = is_whole and form == own
            rendition = Rendition(
                content=content,
                media_type=media_type,
                # No name of a file in an address has an underscore, so no other file is in the way.
                ending=extension if is_own else f"_{width}{extension}",
                width=width,
                height=height,
            )
            made.insert(0 if is_own else len(made), rendition)
    return Picture(renditions=tuple(made), width=size[0])


def _read_pixels(opened: Image.Image, turn: int, size: tuple[int, int]) -> Image.Image:
    """The upright picture at this size, as sRGB, in a new image that knows nothing of the file."""
    lying = size[::-1] if turn in _LYING else size
    profile = opened.info.get("icc_profile")
    opened.draft(None, lying)  # a JPEG of 12 megapixels is decoded at half its width at once
    image: Image.Image = opened
    if image.mode.startswith("I"):  # 16 bits of grey, of which Pillow would keep the lower ones
        image = image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L")
    if image.mode not in ("RGB", "RGBA", "CMYK"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    image = _bring_to_srgb(_shrink(image, lying), profile)
    for transpose in _TURNS.get(turn, ()):
        image = image.transpose(transpose)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)


def _bring_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as every screen takes them; a profile that cannot be read is left aside."""
    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile:
        from PIL import ImageCms

        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target = ImageCms.createProfile("sRGB")
            found = ImageCms.profileToProfile(image, source, target, outputMode=mode)
            assert found is not None
            return found
        except (ImageCms.PyCMSError, OSError):
            pass
    return image.convert(mode)


# --- bytes -----------------------------------------------------------------------------------


def _encode(pixels: Image.Image, own: str, *, is_whole: bool) -> Iterator[tuple[str, bytes]]:
    """The picture as WebP and as what every program reads, each the smallest of its kinds.

    The whole picture is there in its `own` form in any case: that address was published before.
    """
    has_alpha = pixels.mode == "RGBA"
    # A drawing; made smaller it has thousands of colours, and is smaller as a photo.
    has_few = own != "JPEG" and not has_alpha and pixels.getcolors(_FEW_COLOURS) is not None
    lossy = _save(pixels, "WEBP", quality=78)
    exact = _save(pixels, "WEBP", lossless=True) if has_few or has_alpha else lossy
    yield "WEBP", min(lossy, exact, key=len)
    if has_alpha:
        yield "PNG", _save(pixels, "PNG")
        return
    photo = _save(pixels, "JPEG", quality=82, progressive=True, optimize=True)
    must_draw = is_whole and own == "PNG"
    drawing = _save_drawing(pixels) if has_few or must_draw else photo
    is_smaller = len(drawing) < len(photo)
    if not is_smaller:
        yield "JPEG", photo
    if is_smaller or must_draw:
        yield "PNG", drawing


def _save_drawing(pixels: Image.Image) -> bytes:
    """As PNG; with a palette where the colours fit into one."""
    if pixels.mode == "RGB" and pixels.getcolors(_FEW_COLOURS) is not None:
        pixels = pixels.quantize(_FEW_COLOURS, dither=Image.Dither.NONE)
        return _save(pixels, "PNG", optimize=True)
    return _save(pixels, "PNG")


def _save(image: Image.Image, form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, form, **options)
    return stream.getvalue()
