"""Mending, in the raw text of one content file, whatever can be mended in only one way.

The passes run in an order that makes mending a second time find nothing: first the characters
that hide the structure of the file (its front matter, its code), then what depends on it.
"""

from __future__ import annotations

import re
import unicodedata

from wardnews.content.form_faults import Finding, note, report
from wardnews.content.front_lines import Line, find_top_key, may_stumble, mend_front
from wardnews.model import Problem
from wardnews.text import normal_form
from wardnews.text.legacy_fonts import detect_legacy, has_vietnamese_letters
from wardnews.text.normal_form import normalise

_BOLD = normal_form.BOLD_LETTERS
# What Facebook's fonts lack, so that it stands plain in a bold word: letters with marks.
_MARKED = rf"[^\W\x00-\x7f{_BOLD}]|[\u0300-\u036f]"
# Between the bold words of one phrase: such letters, spaces and punctuation.
_BETWEEN = rf"[^\x00-\x1f#$()*+0-9<=>@-\x7f{_BOLD}]"
_PHRASE = rf"(?<!{_MARKED})(?:{_MARKED})*+[{_BOLD}](?:{_BETWEEN}*+[{_BOLD}])*+(?:{_MARKED})*+"
_EMPHASIS = re.compile(rf"(?P<mark>\*\*|`|!\[|\]\(|\]|\))|{_PHRASE}")
_BREAK = re.compile(f"[{normal_form.LINE_BREAKS}]")
_MARK = re.compile(r"^---[^\S\n]*$", re.MULTILINE)
_FENCE = re.compile(r"\s*(`{3,}|~{3,})(.*)")


def mend_form(path: str, text: str, *, fixed: bool = False) -> tuple[str, tuple[Problem, ...]]:
    """Mend the form of one content file; name each fault at its line in the text as given.

    A fault is told once a line; mending the mended text finds nothing. `path` is relative to the
    content folder and tells a register (.yml) from an item (front matter, then Markdown). With
    `fixed` the problems tell what was done, instead of what is to be done.
    """
    if _is_clean(path, text):  # nearly every file of every build
        return text, ()
    found: list[Finding] = []
    lines = _drop_invisible(_split_lines(text, found), found)
    front, closed = (len(lines), True) if path.endswith(".yml") else _measure_front(lines)
    lines = _break_lines(lines, front, found)
    legacy = _list_legacy(lines)
    lines = _drop_soft_hyphens(lines, legacy, found)
    lines = _mend_letters(lines, front, legacy, found)
    if closed:
        spoken = not path.endswith(".yml")
        lines = mend_front(lines[:front], found, spoken=spoken) + lines[front:]
    fields = {number: key for number, line in lines[:front] if (key := find_top_key(line))}
    return "\n".join(line for _, line in lines), report(path, found, fields, fixed=fixed)


def _is_clean(path: str, text: str) -> bool:
    """Tell by a few quick searches that there is nothing to mend; when in doubt, False."""
    if normal_form.SUSPECT.search(text) or not unicodedata.is_normalized("NFC", text):
        return False
    if path.endswith(".yml"):
        return not may_stumble(text)
    marks = _MARK.finditer(text)
    first, second = next(marks, None), next(marks, None)
    if first is None or first.start() > 0:
        return True
    return second is not None and not may_stumble(text[: second.start()])


# --- characters that hide the structure --------------------------------------------------------


def _split_lines(text: str, found: list[Finding]) -> list[Line]:
    bare = text.lstrip(normal_form.BYTE_ORDER_MARK)
    if bare != text:
        found.append(Finding(line=1, code="Y303"))
    if "\r" in bare:
        found.append(Finding(line=bare[: bare.index("\r")].count("\n") + 1, code="Y304"))
        bare = bare.replace("\r\n", "\n").replace("\r", "\n")
    return list(enumerate(bare.split("\n"), start=1))


def _drop_invisible(lines: list[Line], found: list[Finding]) -> list[Line]:
    """Drop what is never text, but for the vertical tab and the soft hyphen; compose letters."""
    return [(number, _make_visible(number, line, found)) for number, line in lines]


def _make_visible(number: int, line: str, found: list[Finding]) -> str:
    if line.isascii() and line.isprintable():
        return line
    printable = normal_form.CONTROLS.sub(_keep_vertical_tab, line)
    note(found, number, "Y308", line, printable)
    visible = normal_form.BIDI_CONTROLS.sub("", normal_form.ZERO_WIDTH.sub("", printable))
    note(found, number, "Y307", printable, visible)
    composed = normalise(visible)
    note(found, number, "Y305", visible, composed)
    return composed


def _keep_vertical_tab(control: re.Match[str]) -> str:
    return control[0] if control[0] == normal_form.VERTICAL_TAB else ""


def _measure_front(lines: list[Line]) -> tuple[int, bool]:
    """Count the lines of the front matter, marks included, and tell whether it is closed.

    One that is never closed reaches to the end, so that nothing there is taken for Markdown.
    """
    if not _is_mark(lines[0][1]):
        return 0, True
    for place, (_, line) in enumerate(lines[1:], start=2):
        if _is_mark(line):
            return place, True
    return len(lines), False


def _is_mark(line: str) -> bool:
    return line.replace(normal_form.SOFT_HYPHEN, "").rstrip() == "---"


def _break_lines(lines: list[Line], front: int, found: list[Finding]) -> list[Line]:
    """Turn Word's line breaks into line ends, or into spaces where a value is one line."""
    broken: list[Line] = []
    for place, (number, line) in enumerate(lines):
        spaced = _BREAK.sub(" ", line)
        note(found, number, "Y308", line, spaced)
        if spaced == line or place < max(front, 1):  # a first line that breaks could become a "---"
            broken.append((number, spaced))
        else:
            broken.extend((number, part) for part in _BREAK.split(line))
    return broken


def _list_legacy(lines: list[Line]) -> frozenset[int]:
    """List the places of lines whose soft hyphens (ư) and Ð (é) may be letters of TCVN3.

    One line that is surely TCVN3 makes every line suspect that has no true Vietnamese letter.
    """
    doubtful = f"{normal_form.SOFT_HYPHEN}{normal_form.NO_BREAK_SPACE}Ð"
    if not any(mark in line for _, line in lines for mark in doubtful):
        return frozenset()
    plain = [_foresee(line) for _, line in lines]
    if not any(detect_legacy(line) == "tcvn3" for line in plain):
        return frozenset()
    return frozenset(place for place, line in enumerate(plain) if not has_vietnamese_letters(line))


def _foresee(line: str) -> str:
    """The line as it will stand in the end, with no emphasis cutting its words.

    Judged as it stands now, a line could be legacy today and none after mending.
    """
    letters = line.translate(normal_form.MATHEMATICAL_LETTERS).replace("*", "")
    return normalise(letters.replace("Ɖ", "Đ").replace("ð", "đ"))


def _drop_soft_hyphens(
    lines: list[Line], legacy: frozenset[int], found: list[Finding]
) -> list[Line]:
    mended: list[Line] = []
    for place, (number, line) in enumerate(lines):
        joined = line
        if normal_form.SOFT_HYPHEN in line and place not in legacy:
            joined = normalise(line.replace(normal_form.SOFT_HYPHEN, ""))
            note(found, number, "Y307", line, joined)
        mended.append((number, joined))
    return mended


# --- letters and spaces ----------------------------------------------------------------------


def _mend_letters(
    lines: list[Line], front: int, legacy: frozenset[int], found: list[Finding]
) -> list[Line]:
    mended: list[Line] = []
    fence = ""
    for place, (number, line) in enumerate(lines):
        in_body = place >= front
        was_fence = fence
        if in_body:
            fence = _follow_fence(line, fence)
        if was_fence or fence or line.isascii():
            mended.append((number, line))
        else:
            mended.append((number, _mend_line(number, line, in_body, place in legacy, found)))
    return mended


def _follow_fence(line: str, fence: str) -> str:
    """Tell the fence that is open after this line, given the one open before ("" for none)."""
    match = _FENCE.match(line)
    if match is None:
        return fence
    mark, rest = match.groups()
    if not fence:
        return "" if mark[0] == "`" and "`" in rest else mark
    return "" if mark.startswith(fence) and not rest.strip() else fence


def _mend_line(number: int, line: str, in_body: bool, legacy: bool, found: list[Finding]) -> str:
    lettered = line if legacy else line.translate(normal_form.D_LOOK_ALIKES)
    note(found, number, "V403", line, lettered)
    spaced = _mend_spaces(lettered, in_body and number > 1, legacy)
    note(found, number, "Y306", lettered, spaced)
    if spaced.translate(normal_form.MATHEMATICAL_LETTERS) == spaced:
        return spaced
    emphasised = _embolden(spaced) if in_body else spaced
    # Composed again: a mark may have stood on a Facebook letter.
    plain = normalise(emphasised.translate(normal_form.MATHEMATICAL_LETTERS))
    note(found, number, "V402", spaced, plain)
    return plain


def _embolden(line: str) -> str:
    """Put ** around phrases in bold letters of Facebook, where Markdown will heed it."""
    pieces: list[str] = []
    end = 0
    heedless: set[str] = set()  # open here: "**", "`" (code), "![" (alt text), "](" (address)
    for token in _EMPHASIS.finditer(line):
        mark = token["mark"]
        if mark in ("**", "`"):
            heedless ^= {mark}
        elif mark in ("![", "]("):
            heedless = heedless - {"!["} | {mark}
        elif mark:
            heedless -= {"![", "]("}
        elif not heedless:
            pieces += line[end : token.start()], f"**{token[0]}**"
            end = token.end()
    return "".join((*pieces, line[end:]))


def _mend_spaces(line: str, no_indent: bool, legacy: bool) -> str:
    spaces = normal_form.NO_BREAK_SPACES
    if legacy:
        spaces = spaces.replace(normal_form.NO_BREAK_SPACE, "")
    start = len(line) - len(line.lstrip()) if no_indent else 0
    # At the head of a paragraph they are Word's indent; four true spaces would make it code.
    head = line[:start].translate(dict.fromkeys(map(ord, spaces)))
    return head + line[start:].translate(dict.fromkeys(map(ord, spaces), " "))
