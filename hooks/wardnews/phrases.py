"""Facts of the newsroom as readers are told them: an exemplar's figure, a legal document's name."""

from __future__ import annotations

import re

from wardnews.model import Article, Result
from wardnews.ward import LegalDocument

# Appendix III of Nghị định 30/2020, and what the Party issues.
_DOCUMENT_KINDS = {
    "BC": "Báo cáo",
    "CT": "Chỉ thị",
    "CTr": "Chương trình",
    "CV": "Công văn",
    "ĐA": "Đề án",
    "HD": "Hướng dẫn",
    "KH": "Kế hoạch",
    "KL": "Kết luận",
    "NĐ": "Nghị định",
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "QyĐ": "Quy định",
    "TB": "Thông báo",
    "TT": "Thông tư",
}
# How a title goes on after the kind and the number of its document.
_ABOUT = ("về ", "thực hiện ", "triển khai ", "quy định ", "ban hành ", "sửa đổi ")


def name_document(document: LegalDocument) -> str:
    """What a legal document is called: "Nghị quyết số 71-NQ/TW"."""
    kind = _kind_of_document(document)
    return f"{kind} số {document.number}" if kind else document.number


def title_document(document: LegalDocument) -> str:
    """Its name and title in one: "Nghị quyết số 71-NQ/TW về …"."""
    kind, name = _kind_of_document(document), name_document(document)
    about = document.title.removeprefix(f"{kind} ")
    if kind and about != document.title and about.startswith(_ABOUT):
        return f"{name} {about}"
    return f"{name}: {document.title}"


def _kind_of_document(document: LegalDocument) -> str:
    """The kind that the letters of a number stand for; empty when they are not known."""
    letters = re.findall(r"[^\W\d_]+", document.number)
    return _DOCUMENT_KINDS.get(letters[0], "") if letters else ""


def show_figure(result: Result) -> tuple[str, str, str]:
    """What an exemplar's figure says: before, after, and what is counted.

    A short unit stands at the numbers ("42%", "6 giờ"), a long one with what is counted.
    """
    unit = result.unit
    if not unit:
        return result.before, result.after, result.measure
    if unit == "%":
        return f"{result.before}%", f"{result.after}%", result.measure
    if len(unit) <= 5:
        return f"{result.before} {unit}", f"{result.after} {unit}", result.measure
    return result.before, result.after, f"{result.measure} ({unit})"


def describe_infographic(article: Article) -> str:
    """The text alternative of an infographic: its picture's, or that its words follow."""
    return article.image.alt if article.image else f"{article.title}. Bản chữ ở ngay dưới."


def join_sentences(*sentences: str) -> str:
    """Sentences, or scraps of some, in one line: each but the last ends with a full stop."""
    said = [sentence.strip() for sentence in sentences if sentence.strip()]
    ended = [each if each[-1] in ".?!…" else f"{each}." for each in said[:-1]]
    return " ".join([*ended, *said[-1:]])
