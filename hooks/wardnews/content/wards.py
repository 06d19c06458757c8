"""ward.yml: the ward, its paper, who answers for it, and its time zone."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

from wardnews.content.fields import Fields
from wardnews.content.nodes import Mapping
from wardnews.model import Problem
from wardnews.text.quoting import quote
from wardnews.ward import Contact, Officer, Plan, Ward

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
_AUTHORITY = re.compile(r"[a-z0-9.-]+,[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_CONTACT = 'contact: / phone: "0204 000 000"'


def read_contact(fields: Fields) -> Contact:
    """The contact of a ward or a unit."""
    inner = fields.mapping("contact", _CONTACT)
    if inner is None:
        return Contact()
    contact = Contact(
        address=inner.text("address"), phone=inner.text("phone"), email=inner.mail("email")
    )
    inner.finish()
    return contact


def read_ward(node: Mapping | None, problems: list[Problem]) -> tuple[Ward, ZoneInfo]:
    """Read the ward and its time zone; a file that could not be read gives an empty ward."""
    empty = Mapping(entries=(), line=1)
    found: list[Problem] = []
    fields = Fields(
        "ward.yml",
        node or empty,
        zone=ZoneInfo(DEFAULT_ZONE),
        problems=found,
    )
    zone = _read_zone(fields)
    responsible = _part(fields, "responsible", "name: …", "Chưa ghi người chịu trách nhiệm.")
    plan = _part(fields, "plan", "number: chưa rõ", "Chưa ghi kế hoạch truyền thông.")
    ward = Ward(
        name=fields.text("name", required="Chưa ghi tên phường.", example="Phường …"),
        section=fields.text("section", required="Chưa ghi tên chuyên trang.", example="…"),
        tagline=fields.text("tagline"),
        province=fields.text("province", required="Chưa ghi tên tỉnh.", example="Tỉnh …"),
        governing_body=fields.text(
            "governing_body", required="Chưa ghi cơ quan chủ quản.", example="Ủy ban nhân dân …"
        ),
        responsible_name=_text(
            responsible, "name", "Chưa ghi tên người chịu trách nhiệm.", "Bà Nguyễn Thị …"
        ),
        responsible_title=responsible.text("title") if responsible else "",
        contact=_read_own_contact(fields),
        officer=_read_officer(fields),
        phones=fields.texts("phones"),
        reuse=fields.text(
            "reuse",
            required="Chưa ghi điều kiện đăng lại tin của chuyên trang.",
            example="Ghi rõ nguồn …",
        ),
        licence=fields.text("licence"),
        permit=fields.text("permit"),
        timezone=zone.key,
        feed_authority=_read_authority(fields),
        plan=Plan(
            number=(plan.text("number") if plan else "") or "chưa rõ",
            date=(plan.text("date") if plan else "") or "chưa rõ",
            title=(plan.text("title") if plan else "") or "chưa rõ",
        ),
        demo=_read_demo(fields),
    )
    for inner in filter(None, (fields, responsible, plan)):
        inner.finish()
    if node is not None:  # an unreadable file has had its Problem
        problems.extend(found)
    return ward, zone


def _part(fields: Fields, name: str, inner: str, required: str) -> Fields | None:
    """A mapping that must be there."""
    if not fields.has(name):
        remedy = f'Ghi dòng "{name}:", dưới đó lùi vào hai dấu cách "{inner}".'
        fields.problem(name, "T101", required, remedy)
    return fields.mapping(name, f"{name}: / {inner}")


def _text(fields: Fields | None, name: str, required: str, example: str) -> str:
    return fields.text(name, required=required, example=example) if fields else ""


def _read_own_contact(fields: Fields) -> Contact:
    """How readers reach the paper: in one way at least (NĐ 147/2024)."""
    contact = read_contact(fields)
    if contact == Contact() and (not fields.has("contact") or fields.mapping("contact", _CONTACT)):
        fields.problem(
            "contact",
            "T101",
            "Chưa ghi cách liên hệ với ban biên tập.",
            'Ghi dòng "contact:", dưới đó lùi vào hai dấu cách các dòng address, phone, email.',
        )
    return contact


def _read_officer(fields: Fields) -> Officer | None:
    """The contact officer; nobody need be named, but nobody is known without a name."""
    inner = fields.mapping("officer", "officer: / name: …")
    if inner is None:
        return None
    officer = Officer(
        name=inner.text("name", required="Chưa ghi tên người đầu mối.", example="Bà Nguyễn Thị …"),
        title=inner.text("title"),
        phone=inner.text("phone"),
        email=inner.mail("email"),
    )
    inner.finish()
    return officer if officer.name else None


def _read_demo(fields: Fields) -> bool:
    if not fields.has("demo"):
        fields.problem(
            "demo",
            "T101",
            "Chưa ghi dữ liệu là thật hay minh họa.",
            'Ghi "demo: false" khi dùng thật; "demo: true" thì mọi trang có dải báo minh họa.',
        )
    return bool(fields.flag("demo"))


def _read_zone(fields: Fields) -> ZoneInfo:
    name = fields.text("timezone") or DEFAULT_ZONE
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        fields.problem(
            "timezone",
            "R205",
            f"Không có múi giờ {quote(name)}.",
            f'Ghi "timezone: {DEFAULT_ZONE}".',
        )
        return ZoneInfo(DEFAULT_ZONE)


def _read_authority(fields: Fields) -> str:
    authority = fields.text(
        "feed_authority",
        required="Chưa có tên dùng cho mã nguồn tin (feed_authority).",
        example="tenmien.gov.vn,2026",
    )
    if authority and not _AUTHORITY.fullmatch(authority):
        fields.problem(
            "feed_authority",
            "R205",
            f"{quote(authority)} chưa đúng dạng TÊN-MIỀN,NĂM.",
            'Ghi tên miền của phường và năm bắt đầu dùng, ví dụ: "vietyen.bacninh.gov.vn,2026"; '
            "đã chọn thì không đổi nữa.",
        )
    return authority
