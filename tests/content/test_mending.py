"""--fix mends what is unambiguous in the file itself and touches nothing else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import no_cache
from wardnews.content.mending import mend_files
from wardnews.content.reader import read_content

SMALL = Path(__file__).parent.parent / "sites" / "small"
PLACE = "articles/ubnd/2026/11-09-moi.md"


def _mend(tmp_path: Path, before: str, *, place: str = PLACE) -> tuple[list[str], str]:
    content = tmp_path / "content"
    shutil.copytree(SMALL, content, dirs_exist_ok=True)
    (content / place).parent.mkdir(exist_ok=True)
    (content / place).write_bytes(before.encode())
    problems = mend_files(
        read_content(content, workers=1, cache=no_cache(content.parent)).files,
        lambda path: path == place,
    )
    assert {problem.level for problem in problems} <= {"fixed"}
    return [problem.code for problem in problems], (content / place).read_bytes().decode()


@pytest.mark.parametrize(
    ("before", "codes", "after"),
    [
        (
            "\ufeff---\r\ntitle: Kết quả thi: lớp 10\r\nid: da-co\r\n---\r\nĐổi  \r\n",
            {"Y302", "Y303", "Y304"},
            '---\ntitle: "Kết quả thi: lớp 10"\nid: da-co\n---\nĐổi  \n',
        ),
        (
            "---\ntitle: Ðổi\u00a0mới\nid: da-co\n---\nTie\u0302\u0301ng\u200b Việt",
            {"V403", "Y305", "Y306", "Y307"},
            "---\ntitle: Đổi mới\nid: da-co\n---\nTiếng Việt",
        ),
        (
            "---\ntitle: A\nimage:\n\tfile: a.jpg\nid: da-co\n---\n",
            {"Y301"},
            "---\ntitle: A\nimage:\n  file: a.jpg\nid: da-co\n---\n",
        ),
        (
            "---\ntitle: A\nunit: 'ubnd' # ghi chú\n---\nChữ  \n\n\n",
            {"T131"},
            "---\ntitle: A\nunit: 'ubnd' # ghi chú\nid: 2026-11-ubnd-moi\n---\nChữ  \n\n\n",
        ),
        (
            "---\ntitle: A\nid:\nunit: ubnd\n---\nChữ",
            {"T131"},
            "---\ntitle: A\nid: 2026-11-ubnd-moi\nunit: ubnd\n---\nChữ",
        ),
        (
            "---\nsource: Báo: X # y\nid: da-co\n---\n",
            {"Y302"},
            '---\nsource: "Báo: X # y"\nid: da-co\n---\n',
        ),
    ],
)
def test_only_what_is_unambiguous_changes(
    tmp_path: Path, before: str, codes: set[str], after: str
) -> None:
    said, text = _mend(tmp_path, before)
    assert set(said) == codes
    assert text == after


@pytest.mark.parametrize(
    "before",
    [
        "---\ntitle: A\nid: da-co\n---\nChữ",
        "không có khai báo",
        "",
        "---\n  title: A\n  unit: ubnd\n---\n",
        "---\n{title: A}\n---\n",
        "---\ntitle: A\n...\n---\n",
        "---\ntitle: A\ntitle: B\n---\n",
        '---\ntitle:\t"a: b"\nid: da-co\n---\n',
    ],
)
def test_what_needs_no_mending_or_an_editor_stays(tmp_path: Path, before: str) -> None:
    assert _mend(tmp_path, before) == ([], before)


def test_a_new_id_is_not_one_that_another_item_has(tmp_path: Path) -> None:
    text = "---\ntitle: A\n---\n"
    _, after = _mend(tmp_path, text, place="articles/ubnd/2026/11-02-phuong-hop/index.md")
    assert "id: 2026-11-ubnd-phuong-hop-2\n" in after
