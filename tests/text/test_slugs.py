import unicodedata

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wardnews.text.slugs import make_heading_id, make_slug

SLUGS = {
    "Đổi mới phương pháp dạy học": "doi-moi-phuong-phap-day-hoc",
    "Ư ơ ă": "u-o-a",
    "Nghị quyết số 71-NQ/TW ngày 22/8/2025": "nghi-quyet-so-71-nq-tw-ngay-22-8-2025",
    "1.000 học sinh": "1-000-hoc-sinh",
    "K’Ho": "kho",
    "Mục đích": "muc-dich",
    "𝗧𝗵ô𝗻𝗴 𝗯á𝗼": "thong-bao",
    "Bích Động": "bich-dong",
    "🎉": "",
}


@pytest.mark.parametrize(("title", "slug"), SLUGS.items())
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_title_becomes_a_slug_in_either_unicode_form(form: str, title: str, slug: str) -> None:
    assert make_slug(unicodedata.normalize(form, title)) == slug


@given(st.text())
def test_a_slug_has_only_small_letters_digits_and_single_hyphens(text: str) -> None:
    words = make_slug(text).split("-")
    assert words == [""] or all(word.isascii() and word.isalnum() for word in words)
    assert make_slug(text) == make_slug(text).lower()


def test_a_heading_keeps_its_d_with_stroke_in_the_page() -> None:
    html = markdown.markdown(
        "## Mục đích\n\n## đ\n\n## 🎉",
        extensions=["toc"],
        extension_configs={"toc": {"slugify": make_heading_id}},
    )
    assert 'id="muc-dich"' in html
    assert 'id="d"' in html
    assert 'id="muc"' in html


def test_a_heading_id_uses_the_separator_it_is_given() -> None:
    assert make_heading_id("Mục đích", "_") == "muc_dich"
