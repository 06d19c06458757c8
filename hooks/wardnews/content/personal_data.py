"""What of a person must not stand in an item: numbers, birth dates, home addresses, class lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from wardnews.content.manuscripts import Manuscript
from wardnews.content.name_lists import check_name_lists
from wardnews.content.named_pupils import Finding, check_named_pupils, has_class_beside
from wardnews.content.passages import Passage, Passages
from wardnews.content.shown_pupils import check_shown_pupils
from wardnews.model import Article, Problem
from wardnews.text.private_numbers import find_numbers
from wardnews.text.quoting import quote
from wardnews.ward import Registers

_MOST = 20  # findings of one rule in one text: whoever pastes a whole school's list knows by then
_ADULT = 16  # years (Luật Trẻ em 2016, Điều 1)
_OLDEST = 100
# Like all patterns here they begin with plain letters, which makes the search for them quick, and
# take only so many spaces: in a wall of them the time would grow with its square.
_DATE = (
    r"[\s:]{0,8}[0-3]?\d\s{0,2}(?:[/.-]|tháng)\s{0,2}[01]?\d\s{0,2}(?:[/.-]|năm)\s{0,2}"
    r"((?:19|20)\d\d)(?!\w)"
)
_BORN = re.compile(rf"inh(?<=[Ss]inh)(?:\s{{1,4}}vào)?(?:\s{{1,4}}ngày)?{_DATE}")
_BORN_SHORT = re.compile(rf"SN(?<!\wSN){_DATE}")
_BORN_IN = re.compile(r"[\s,;:(–—-]*(?:SN|sinh năm|năm sinh)[\s:]{0,4}((?:19|20)\d\d)(?!\w)")
# "học sinh ngày 5/9", "khai sinh ngày …": no birth of anybody.
_NO_BIRTH = re.compile(
    r"(?:học|khai|phát|thí|vệ|hy|hi|tuyển|tân|giáo|nữ|nam|tái|ký|sản|dân|mưu|giám|phục|sơ|trường"
    r"|môn)\s+s\Z",
    re.I,
)
_RANGE = re.compile(r"\s*(?:trở|đến|tới|về)(?!\w)")  # children of a year who may enter school
_AREA = (
    r"(?:(?:[Ss]ố|nhà|ngõ|ngách|hẻm|tổ|khu)\s+(?:số\s+)?\d"
    r"|(?:tổ dân phố|TDP|xóm|thôn|khu phố|đường|phố|ngõ)\s+\w)"
)
_RESIDES = re.compile(rf"trú\s{{0,3}}(?:tại|ở|quán|:)[\s:]{{0,4}}{_AREA}")
_HOUSE = re.compile(
    r"hà(?<=[Nn]hà)(?:(?<=ố nhà)[\s:]{0,4}\d"
    rf"|(?:(?<=chỉ nhà)| riêng| em| cháu| bé| bạn| ở)[\s:]{{0,4}}(?:ở|tại)?\s{{0,3}}{_AREA})"
)
_NOT_HOME = re.compile(r"(?:bán|nội|ngoại|lưu)\s+\Z", re.I)
_LIVES = re.compile(
    rf"[\s,;(–—-]*(?:(?:nhà|hiện|đang|sống|quê|và|trú|cư trú)\s+){{0,3}}(?:ở|tại)\s+{_AREA}"
)
_SENTENCE = re.compile(r"[.!?…]\s|\n")
_BESIDE = 8  # characters between a name and the "inh" of its birth
_NEAR = 120  # characters in which a sentence names somebody


def check_personal_data(
    manuscript: Manuscript, passages: Passages, article: Article, registers: Registers
) -> Iterator[Problem]:
    """Run every rule on all texts of an item; what was found is masked in the message."""
    found = list(_find_all(passages, article, registers))
    if manuscript.has("minors") and not article.minors:
        found += islice(check_shown_pupils(passages), _MOST)
    for place, code, level, message, remedy in found:
        field, line = passages.locate(place)
        yield manuscript.problem(field, code, message, remedy, level=level, line=line)


def check_attached_text(
    manuscript: Manuscript, name: str, text: str, use: tuple[str, int], registers: Registers
) -> Iterator[Problem]:
    """The same for a text file that an item gives to download; `use` is where it names it."""
    assert manuscript.article
    passages = Passages([Passage(field="", line=1, text=text)])
    found = _find_all(passages, manuscript.article, registers)
    for place, code, level, message, remedy in found:
        said = f"Tệp {quote(name)}, dòng {passages.locate(place)[1]}: {message[:1].lower()}"
        yield manuscript.problem(use[0], code, said + message[1:], remedy, level=level, line=use[1])


def _find_all(passages: Passages, article: Article, registers: Registers) -> Iterator[Finding]:
    for findings in (
        check_numbers(passages, registers),
        check_births(passages, article),
        check_homes(passages, registers),
        check_named_pupils(passages, article),
        check_name_lists(passages, article),
    ):
        yield from islice(findings, _MOST)


def check_numbers(passages: Passages, registers: Registers) -> Iterator[Finding]:
    """No identity number, and no telephone number but those of offices and schools."""
    own: set[str] | None = None
    for number in find_numbers(passages.text):
        if number.kind == "identity":
            yield (
                number.start,
                "P501",
                "error",
                f"Có dãy số giống số căn cước, chứng minh nhân dân ({number.masked}).",
                "Xóa dãy số ấy.",
            )
            continue
        own = _list_own(registers) if own is None else own
        if number.digits not in own:
            yield (
                number.start,
                "P501",
                "error" if number.kind == "mobile" else "warning",
                f"Có dãy số giống số điện thoại ({number.masked}).",
                "Xóa nếu là số của một người. Nếu là số của cơ quan, trường học thì nhờ biên "
                "tập viên ghi vào contact của đơn vị ấy trong units.yml, hoặc vào phones trong "
                "ward.yml.",
            )


def _list_own(registers: Registers) -> set[str]:
    """The telephone numbers of offices and schools; a text may have several, and words."""
    ward = registers.ward
    told = [ward.contact.phone, ward.officer.phone if ward.officer else "", *ward.phones]
    for unit in registers.units:
        told += [unit.contact.phone, unit.zalo_oa]
    return {number.digits for text in filter(None, told) for number in find_numbers(text)}


def check_births(passages: Passages, article: Article) -> Iterator[Finding]:
    """No birth date, and of a child with a name not even the year."""
    flow = passages.flow
    for match in (*_BORN.finditer(flow), *_BORN_SHORT.finditer(flow)):
        if _NO_BIRTH.search(flow, max(0, match.start() - 12), match.start()):
            continue
        age = article.date.year - int(match[1])
        if not 0 <= age < _OLDEST or _RANGE.match(flow, match.end(), match.end() + _NEAR):
            continue
        if age < _ADULT or not _is_of_history(passages, match.start()):
            yield _tell_birth(match.start(), is_child=age < _ADULT)
    for name in passages.names:
        born = _BORN_IN.match(flow, name.end, name.end + _NEAR)
        if born and 0 <= article.date.year - int(born[1]) < _ADULT:
            yield _tell_birth(born.start(), is_child=True)


def _is_of_history(passages: Passages, place: int) -> bool:
    """Does the name of a poet or a hero stand right before the birth?"""
    return any(
        name.bearer == "other" and 0 <= place - name.end <= _BESIDE for name in passages.names
    )


def _tell_birth(place: int, *, is_child: bool) -> Finding:
    return (
        place,
        "P505",
        "error" if is_child else "warning",
        f"Có ngày, năm sinh của một {'em' if is_child else 'người'} (**/**/****).",
        'Xóa ngày sinh; cần thì ghi chung, ví dụ: "một em 9 tuổi".'
        if is_child
        else "Xóa ngày sinh, nhất là của người còn sống ở địa phương; cần thì chỉ ghi năm. Nhân "
        "vật lịch sử, người nổi tiếng thì để nguyên.",
    )


def check_homes(passages: Passages, registers: Registers) -> Iterator[Finding]:
    """No home address; beside a name it is an error, whatever was consented to."""
    flow = passages.flow
    for match in (*_RESIDES.finditer(flow), *_HOUSE.finditer(flow)):
        if _NOT_HOME.search(flow, max(0, match.start() - 8), match.start()):
            continue
        if _is_own_address(flow[match.start() : match.end() + _NEAR], registers):
            continue
        yield _tell_home(match.start(), is_named=_names_somebody(passages, match.start()))
    for name in passages.names:
        is_pupil = name.bearer == "pupil" or has_class_beside(name, flow)
        if is_pupil and _LIVES.match(flow, name.end, name.end + _NEAR):
            yield _tell_home(name.end, is_named=True)


def _is_own_address(found: str, registers: Registers) -> bool:
    """Is it the address of an office or a school?"""
    contacts = (registers.ward.contact, *(unit.contact for unit in registers.units))
    said = found.lower()
    return any(each.address and each.address.lower() in said for each in contacts)


def _names_somebody(passages: Passages, place: int) -> bool:
    """Does the sentence name a person before the address?"""
    ends = [
        match.end() for match in _SENTENCE.finditer(passages.flow, max(0, place - _NEAR), place)
    ]
    begin = ends[-1] if ends else max(0, place - _NEAR)
    return any(begin <= name.start < place and name.bearer != "other" for name in passages.names)


def _tell_home(place: int, *, is_named: bool) -> Finding:
    return (
        place,
        "P506",
        "error" if is_named else "warning",
        "Có địa chỉ nhà " + ("kèm tên người." if is_named else "(số nhà, ngõ, tổ dân phố, thôn…)."),
        "Xóa địa chỉ; cần thì chỉ ghi tên phường. Địa chỉ của cơ quan, trường học thì nhờ biên tập "
        "viên ghi vào contact trong units.yml.",
    )
