"""Pictures as HTML: widths to choose from, their own size, and no movement when they arrive."""

from __future__ import annotations

from dataclasses import replace

from wardnews.pages.picture_tags import PLACES, write_picture
from wardnews.site_context import Asset

WHOLE = Asset(address="b/anh.jpg", media_type="image/jpeg", size=9, width=1600, height=900)


def _rendition(address: str, width: int) -> Asset:
    kind = "image/webp" if address.endswith("webp") else "image/jpeg"
    return Asset(
        address=address, media_type=kind, size=9, width=width, height=round(width * 9 / 16)
    )


PHOTO = replace(
    WHOLE,
    renditions=(
        WHOLE,
        _rendition("b/anh_480.webp", 480),
        _rendition("b/anh_480.jpg", 480),
        _rendition("b/anh_1200.webp", 1200),
        _rendition("b/anh_1200.jpg", 1200),
        _rendition("b/anh_1600.webp", 1600),
    ),
)


def test_a_photo_is_offered_in_two_forms_and_every_width() -> None:
    assert write_picture(PHOTO, "../", "thumb", alt='Hai em "đọc"') == (
        '<picture><source type="image/webp" srcset="../b/anh_480.webp 480w, '
        '../b/anh_1200.webp 1200w, ../b/anh_1600.webp 1600w" sizes="9rem">'
        '<img src="../b/anh_1200.jpg" srcset="../b/anh_480.jpg 480w, ../b/anh_1200.jpg 1200w, '
        '../b/anh.jpg 1600w" sizes="9rem" width="1600" height="900" loading="lazy" '
        'decoding="async" alt="Hai em &#34;đọc&#34;"></picture>'
    )


def test_the_first_picture_of_a_page_is_not_waited_for() -> None:
    html = write_picture(PHOTO, "", "lead", first=True, css="whole")
    assert 'class="whole"' in html and 'loading="eager" fetchpriority="high"' in html
    assert f'sizes="{PLACES["lead"]}"' in html and "lazy" not in html


def test_a_drawing_has_one_address() -> None:
    drawing = Asset(address="b/a.svg", media_type="image/svg+xml", size=9, width=30, height=20)
    assert write_picture(drawing, "", "column") == (
        '<img src="b/a.svg" width="30" height="20" loading="lazy" decoding="async" alt="">'
    )


def test_feeds_take_what_every_program_reads() -> None:
    assert PHOTO.portable.address == "b/anh_1200.jpg"
    assert WHOLE.portable == WHOLE
