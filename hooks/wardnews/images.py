"""Pictures without any metadata: what an editor hands in comes out as pixels alone.

A phone writes the place into every photo, and the photo may show a child. So nothing is copied:
a picture is decoded, turned upright and written anew, and an SVG is rebuilt from an allow-list.
"""

from __future__ import annotations

import io
import re
import struct
import warnings
import zlib
from dataclasses import dataclass

from lxml import etree
from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST = 25 << 20  # bytes
MOST_PIXELS = 50_000_000
LONGEST_SIDE = 2000  # pixels: twice what the widest page shows
_QUALITY = 85
_FORMATS = {
    "JPEG": ("image/jpeg", ".jpg"),
    "PNG": ("image/png", ".png"),
    "WEBP": ("image/webp", ".webp"),
}
_SVG = "http://www.w3.org/2000/svg"
_SVG_TAGS = frozenset(
    "svg g path rect circle ellipse line polyline polygon text tspan title desc defs"
    " linearGradient radialGradient stop pattern clipPath mask use symbol".split()
)
_SVG_ATTRIBUTES = frozenset(
    "id viewBox width height x y x1 y1 x2 y2 cx cy r rx ry d points transform fill fill-opacity"
    " fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray"
    " stroke-opacity opacity offset stop-color stop-opacity gradientUnits gradientTransform"
    " patternUnits patternTransform clip-path mask font-family font-size font-weight font-style"
    " text-anchor letter-spacing preserveAspectRatio href dx dy fx fy spreadMethod"
    " clipPathUnits".split()
)
_NUMBER = r"[0-9]{1,5}(?:\.[0-9]{1,9})?"
_BOX = rf"-?{_NUMBER}[\s,]+-?{_NUMBER}[\s,]+({_NUMBER})[\s,]+({_NUMBER})"
_MOST_SVG_NODES = 20_000
_OUTSIDE = re.compile(r"\\|url\(\s*[^#\s)]|image-set|javascript:|data:", re.IGNORECASE)
_RESAVE = "Mở ảnh bằng phần mềm xem ảnh, lưu lại dạng .jpg rồi thay tệp này."


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture fit to be shown; width and height in pixels, 0 when an SVG does not say."""

    content: bytes
    media_type: str
    extension: str  # with its dot
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFault:
    """Why a picture is refused, in the editor's words."""

    code: str
    message: str
    remedy: str


def clean_picture(name: str, data: bytes) -> Picture | PictureFault:
    """Make a picture from a file; what it is follows from its bytes, not from its name.

    The same bytes give the same picture.
    """
    if len(data) > LARGEST:
        return PictureFault(
            code="A202",
            message=f'Ảnh "{name}" nặng {len(data) >> 20} MB, nhiều nhất là {LARGEST >> 20} MB.',
            remedy="Mở ảnh trong máy, lưu lại cỡ rộng 2000 điểm ảnh, hoặc gửi qua Zalo rồi tải về.",
        )
    if data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return PictureFault(
            code="A205",
            message=f'Ảnh "{name}" là kiểu HEIC của iPhone, nhiều máy không xem được.',
            remedy="Trên iPhone vào Cài đặt, Camera, Định dạng, chọn Tương thích nhất; "
            "ảnh đã chụp thì gửi qua Zalo rồi tải về dạng .jpg.",
        )
    if name.lower().endswith(".svg"):
        return _clean_svg(name, data)
    with warnings.catch_warnings():  # Pillow's, on damaged metadata, mean nothing to an editor
        warnings.simplefilter("ignore")
        return _clean_raster(name, data)


def _clean_raster(name: str, data: bytes) -> Picture | PictureFault:
    try:
        opened = Image.open(io.BytesIO(data), formats=(*_FORMATS, "GIF"))
        if opened.width * opened.height > MOST_PIXELS:
            return _too_wide(name, opened.width, opened.height)
        if getattr(opened, "is_animated", False) and opened.format != "MPO":
            return PictureFault(
                code="A204",
                message=f'Ảnh "{name}" là ảnh động.',
                remedy="Dùng ảnh đứng yên; nếu cần chuyển động thì đăng dạng video.",
            )
        kind = opened.format if opened.format in _FORMATS else "JPEG"
        return _encode(ImageOps.exif_transpose(opened), "PNG" if opened.format == "GIF" else kind)
    except Image.DecompressionBombError:
        return _too_wide(name, 0, 0)
    except (
        UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError,
        TypeError, KeyError, IndexError, OverflowError, struct.error, zlib.error,
    ):  # fmt: skip
        # What Pillow's decoders raise for damaged files.
        return PictureFault(
            code="A204",
            message=f'Tệp "{name}" không phải là ảnh, hoặc ảnh bị hỏng.',
            remedy=_RESAVE,
        )


def _too_wide(name: str, width: int, height: int) -> PictureFault:
    size = f" ({width} × {height} điểm ảnh)" if width else ""
    return PictureFault(
        code="A203",
        message=f'Ảnh "{name}" quá lớn{size}.',
        remedy="Lưu lại ảnh với chiều rộng khoảng 2000 điểm ảnh.",
    )


def _encode(image: Image.Image, kind: str) -> Picture:
    """Write pixels only: a new image knows nothing of the blocks of the old one."""
    image.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    has_alpha = "A" in image.getbands() or "transparency" in image.info
    mode = "RGBA" if has_alpha and kind != "JPEG" else "RGB"
    pixels = (
        image
        if image.mode in ("L", "P") and kind == "PNG" and not has_alpha
        else image.convert(mode)
    )
    bare = Image.new(pixels.mode, pixels.size)
    if pixels.mode == "P":
        palette = pixels.getpalette()
        assert palette is not None
        bare.putpalette(palette)
    bare.paste(pixels)
    stream = io.BytesIO()
    options: dict[str, object] = {"optimize": True} if kind == "PNG" else {"quality": _QUALITY}
    if kind == "JPEG":
        options |= {"progressive": True, "optimize": True}
    bare.save(stream, kind, **options)
    media_type, extension = _FORMATS[kind]
    return Picture(
        content=stream.getvalue(),
        media_type=media_type,
        extension=extension,
        width=bare.width,
        height=bare.height,
    )


def _clean_svg(name: str, data: bytes) -> Picture | PictureFault:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    unsafe = PictureFault(
        code="A206",
        message=f'Ảnh "{name}" có phần không phải là hình vẽ (mã lệnh, liên kết hoặc ảnh lồng).',
        remedy="Xuất lại ảnh dạng .png rồi thay tệp này.",
    )
    broken = PictureFault(
        code="A204", message=f'Tệp "{name}" không phải là ảnh SVG.', remedy=_RESAVE
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return broken
    nodes = list(root.iter())
    declared = root.getroottree().docinfo.doctype  # type: ignore[union-attr]
    if declared or len(nodes) > _MOST_SVG_NODES:
        return unsafe
    if root.tag != f"{{{_SVG}}}svg":
        return unsafe
    if not all(_is_drawing(node) for node in nodes):
        return unsafe
    etree.cleanup_namespaces(root)
    size = _svg_size(root)
    if size is None:
        return broken
    return Picture(
        content=etree.tostring(root, encoding="utf-8"),
        media_type="image/svg+xml",
        extension=".svg",
        width=size[0],
        height=size[1],
    )


def _is_drawing(node: etree._Element) -> bool:
    if not isinstance(node.tag, str):  # an entity
        return False
    tag = etree.QName(node)
    if tag.namespace != _SVG or tag.localname not in _SVG_TAGS:
        return False
    return all(
        key in _SVG_ATTRIBUTES
        and not _OUTSIDE.search(str(value))
        and (key != "href" or str(value).startswith("#"))
        for key, value in node.attrib.items()
    )


def _svg_size(root: etree._Element) -> tuple[int, int] | None:
    """Width and height in pixels, 0 when none is given; None when they make no sense."""
    given = [
        re.fullmatch(r"([0-9]{1,5})(?:\.[0-9]+)?(?:px)?", root.get(k, ""))
        for k in ("width", "height")
    ]
    if all(given):
        width, height = (int(match[1]) for match in given if match)
        return width, height
    box = re.fullmatch(_BOX, root.get("viewBox", "").strip())
    if box:
        return round(float(box[1])), round(float(box[2]))
    return None if root.get("viewBox") else (0, 0)
