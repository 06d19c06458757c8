"""From SVG markup to the bytes of a small PNG, the same ones every time."""

from __future__ import annotations

import io

import resvg_py
from fontpkg_be_vietnam_pro import FAMILY, ROOT
from PIL import Image

_FONTS = [str(ROOT / "files" / f"BeVietnamPro-{weight}.ttf") for weight in ("Regular", "Bold")]
_COLOURS = 255


def png(svg: str) -> bytes:
    """Draw; only the project's typeface is known, whatever the machine has installed."""
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=_FONTS, font_family=FAMILY
    )
    with Image.open(io.BytesIO(drawn)) as image:
        few = image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    target = io.BytesIO()
    few.save(target, "PNG", optimize=True)
    return target.getvalue()
