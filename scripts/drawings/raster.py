"""From SVG markup to the bytes of a small PNG, the same ones every time."""

from __future__ import annotations

import io

import resvg_py
from fontpkg_be_vietnam_pro import FAMILY, ROOT
from PIL import Image

_FONTS = [str(ROOT / "files" / f"BeVietnamPro-{weight}.ttf") for weight in ("Regular", "Bold")]
_COLOURS = 255


def png(svg: str, *, colours: int = _COLOURS) -> bytes:
    """Draw; only the project's typeface is known, whatever the machine has installed.

    Without a number of `colours` the picture keeps all, as podcast apps want it.
    """
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=_FONTS, font_family=FAMILY
    )
    with Image.open(io.BytesIO(drawn)) as image:
        whole = image.convert("RGB")
        few = whole.quantize(colours, dither=Image.Dither.NONE) if colours else whole
    target = io.BytesIO()
    few.save(target, "PNG", optimize=True)
    return target.getvalue()
