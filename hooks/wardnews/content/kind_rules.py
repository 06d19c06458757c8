"""What each kind of item must have: a giải đáp, an event, a video, a press link, an exemplar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wardnews.content.manuscripts import Manuscript, Rule
from wardnews.model import Article, Problem
from wardnews.text.quoting import quote
from wardnews.text.slugs import make_slug

_SCHOOL_YEAR = re.compile(r"(20[0-9]{2})-(20[0-9]{2})")
_CAPTIONS = ".vtt"
_PODCASTS = (".mp3", ".m4a", ".mp4")  # what podcast apps play
_PRESS_WORDS = 80  # two sentences of a news summary


def check_answer(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """A giải đáp has its four parts, if only in a form that cannot be read."""
    if article.kind.id != "giai-dap":
        return
    for field, named in (
        ("question", "câu hỏi"),
        ("answer", "câu trả lời"),
        ("evidence", "căn cứ"),
        ("answered_by", "nơi trả lời"),
    ):
        if not manuscript.has(field):
            yield manuscript.problem(
                field,
                "T140",
                f"Bài giải đáp chưa có {named}.",
                manuscript.add_line(field, "…"),
                near="kind",
            )


def check_question(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """The fact leads: what was asked, which may be a rumour, is neither title nor address."""
    if article.answer is None:
        return
    asked = make_slug(article.answer.question)
    for field, said, named in (
        ("title", make_slug(article.title), "Tiêu đề"),
        ("summary", make_slug(article.summary), "Tóm tắt"),
        ("slug", article.slug, "Tên địa chỉ của bài"),
    ):
        if asked and said == asked:
            yield manuscript.problem(
                field,
                "T144",
                f"{named} nhắc nguyên câu hỏi; nhiều người chỉ đọc đến đó.",
                "Nói điều đúng ở tiêu đề, tóm tắt và tên tệp; câu hỏi chỉ ghi ở question.",
                near="question",
            )


def check_event(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """An event says when it begins, and so does whatever has an end or a place."""
    near = next((name for name in ("ends", "place") if manuscript.has(name)), "")
    if (article.kind.id == "su-kien" or near) and not manuscript.has("starts"):
        yield manuscript.problem(
            "starts",
            "T140",
            "Sự kiện chưa ghi lúc bắt đầu.",
            manuscript.add_line("starts", f"{manuscript.day} 08:00"),
            near=near or "kind",
        )


def check_media(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """A video, podcast or infographic has one file or one address, and captions that play."""
    if article.media is None:
        if article.kind.id in ("video", "podcast", "infographic") and not manuscript.has("media"):
            yield manuscript.problem(
                "media",
                "T140",
                f"Bài {article.kind.label.lower()} chưa ghi tệp hay địa chỉ để xem, nghe.",
                'Thêm dòng "media:" rồi các dòng con "file: …" hoặc "url: …", và "transcript: …".',
                near="kind",
            )
        return
    if manuscript.has("media.file") == manuscript.has("media.url"):
        yield manuscript.problem(
            "media",
            "T141",
            "Phần media phải có đúng một trong hai: file hoặc url.",
            "Giữ file nếu tệp nằm cạnh bài, giữ url nếu xem ở trang khác.",
        )
    file = article.media.file
    if article.kind.id == "podcast" and file and not file.lower().endswith(_PODCASTS):
        yield manuscript.problem(
            "media.file",
            "T145",
            f"Ứng dụng podcast không phát được tệp {quote(file)}.",
            "Xuất tệp dạng MP3 (đuôi .mp3) rồi ghi tên tệp ấy.",
            level="warning",
        )
    captions = article.media.captions
    if captions and not captions.lower().endswith(_CAPTIONS):
        yield manuscript.problem(
            "media.captions",
            "L606",
            f"Phụ đề {quote(captions)} không phải là tệp {_CAPTIONS}.",
            "Xuất phụ đề dạng WebVTT (đuôi .vtt) rồi ghi tên tệp ấy.",
        )


def check_press(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """A press link is a link and our own short summary, never the paper's text (NĐ 147/2024)."""
    if article.kind.id != "bao-chi":
        return
    for field, example in (("source", "Báo …"), ("source_url", "https://…")):
        if not manuscript.has(field):
            yield manuscript.problem(
                field,
                "T140",
                "Bài dẫn từ báo chí chưa ghi "
                + ("tên báo." if field == "source" else "địa chỉ bài báo."),
                manuscript.add_line(field, example),
                near="kind",
            )
    if article.body.words > _PRESS_WORDS:
        yield manuscript.problem(
            "",
            "T142",
            f"Bài dẫn từ báo chí dài {article.body.words} chữ; chỉ được tóm tắt bằng lời của mình "
            f"trong khoảng {_PRESS_WORDS} chữ.",
            "Rút còn một, hai câu tự viết; người đọc bấm vào địa chỉ để đọc bài trên báo.",
            near="kind",
        )


def check_school_year(manuscript: Manuscript, article: Article) -> Iterator[Problem]:
    """A school year is two years in a row."""
    if article.exemplar is None or not article.exemplar.school_year:
        return
    typed = article.exemplar.school_year
    match = _SCHOOL_YEAR.fullmatch(typed.replace("–", "-").replace(" ", ""))
    if match is None or int(match[2]) != int(match[1]) + 1:
        yield manuscript.problem(
            "school_year",
            "T143",
            f"Năm học {quote(typed)} chưa đúng dạng.",
            'Ghi hai năm liền nhau, ví dụ: "school_year: 2026-2027".',
        )


KIND_RULES: tuple[Rule, ...] = (
    check_answer,
    check_question,
    check_event,
    check_media,
    check_press,
    check_school_year,
)
