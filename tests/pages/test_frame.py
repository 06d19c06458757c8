"""The frame: cut once, filled for every page, and the style sheets it wears."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

import page_samples
from wardnews.pages.frame import cut_frame, tidy
from wardnews.ward import Contact, Strand, Theme, Ward

ROOT = Path(__file__).parent.parent.parent
STYLES = ROOT / "overrides" / "assets" / "wardnews"

SURPLUS = (
    '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer">\n'
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search">\n'
    '<label class="md-overlay" for="__drawer"></label>',
    '<div data-md-component="skip"></div>',
    '<div data-md-component="announce"></div>',
    '<div class="md-dialog" data-md-component="dialog"><div class="md-dialog__inner md-typeset">'
    "</div></div>",
)
HTML = (
    '<html><head><!--@@HEAD@@--></head><body dir="ltr">'
    + "".join(SURPLUS)
    + '<a href="@@BASE@@/.">Trang chủ</a><a href="@@BASE@@/chu-de/iii/" data-key="iii">III</a>'
    "<main><!--@@MAIN@@--></main></body></html>"
)


def test_a_filled_page_holds_head_and_main_in_their_places() -> None:
    page = cut_frame(HTML).fill(base="../", head="<title>T</title>", main="<p>M</p>")
    assert "<title>T</title></head>" in page
    assert "<main><p>M</p></main></body>" in page


@pytest.mark.parametrize(
    ("base", "home", "theme"),
    [
        ("", "./", "chu-de/iii/"),
        ("../", "../", "../chu-de/iii/"),
        ("../../../", "../../../", "../../../chu-de/iii/"),
        ("/giao-duc/", "/giao-duc/", "/giao-duc/chu-de/iii/"),
    ],
)
def test_addresses_of_the_frame_follow_the_depth_of_the_page(
    base: str, home: str, theme: str
) -> None:
    page = cut_frame(HTML).fill(base=base, head="", main="")
    assert f'<a href="{home}">Trang chủ</a>' in page
    assert f'<a href="{theme}" data-key="iii">' in page
    assert "@@" not in page


def test_the_link_of_the_current_section_is_marked_and_the_page_named() -> None:
    page = cut_frame(HTML).fill(base="", head="", main="", key="iii", kind="listing")
    assert 'data-key="iii" aria-current="true">III' in page
    assert '<body class="p-listing" dir="ltr">' in page


@pytest.mark.parametrize(
    "text",
    [
        "@@BASE@@/x",
        '"@@BASE@@"',
        "<!--@@MAIN@@-->",
        "<!--@@HEAD@@-->",
        '<b data-key="iii">',
        "<body ",
    ],
)
def test_an_article_may_hold_the_marks_of_the_frame(text: str) -> None:
    page = cut_frame(HTML).fill(base="../", head=text, main=text, key="iii", kind="x")
    assert page.count(text) == 2 + (text == "<body ")  # and the frame's own
    assert f"<main>{text}</main></body>" in page


@pytest.mark.parametrize("mark", ["<!--@@HEAD@@-->", "<!--@@MAIN@@-->"])
def test_a_frame_without_a_mark_is_refused_by_name(mark: str) -> None:
    with pytest.raises(ValueError, match=f"Material's base.html changed: {mark}"):
        cut_frame(HTML.replace(mark, ""))


@pytest.mark.parametrize("surplus", SURPLUS)
def test_a_frame_that_lost_what_tidy_takes_out_is_refused(surplus: str) -> None:
    with pytest.raises(ValueError, match=r"Material's base\.html changed: .* not found by tidy"):
        tidy(HTML.replace(surplus, ""))


# --- Material's own frame ------------------------------------------------------------------


WARD = replace(
    page_samples.WARD,
    section="Giáo dục <Mẫu>",
    tagline='Trang "thử"',
    contact=Contact(address="Số 00", phone="0000 000 000", email="mau@vidu.example"),
)
THEME = Theme(
    id="iii",
    numeral="III",
    name="Tổ chức thực hiện",
    short_name="Tổ chức",
    description="",
    strands=(Strand(letter="a", name="UBND phường", short_name="UBND"),),
)


def render_real_frame(tmp_path: Path, ward: Ward, *, search: bool = True) -> str:
    config = load_config(
        str(ROOT / "mkdocs.yml"), hooks=[], watch=[], nav=[], docs_dir=str(tmp_path)
    )
    links = config.extra["links"]
    facts = {"ward": ward, "themes": (THEME,), "links": links, "search": search, "policy": ""}
    config.extra["wardnews"] = facts
    context = get_context(Navigation([], []), Files([]), config, page=None, base_url="@@BASE@@")
    return config.theme.get_env().get_template("frame.html").render(context)


def test_the_frame_of_material_can_be_cut_and_filled(tmp_path: Path) -> None:
    frame = cut_frame(render_real_frame(tmp_path, WARD))
    page = frame.fill(base="../", head="", main="<h1>Tin</h1>", key="iii")
    assert "@@" not in page
    assert page.count("<main") == 1
    assert page.count('id="__drawer"') == 1
    assert 'href="../chu-de/iii/a/"' in page
    assert 'href="../dien-hinh/"' in page


def test_the_frame_loads_nothing_of_materials_and_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = cut_frame(render_real_frame(tmp_path, WARD)).fill(base="", head="", main="")
    assert "assets/javascripts" not in page
    assert "assets/stylesheets" not in page
    loaded = re.findall(r'(?:src|href)="([^"]*)"', page)
    assert not [address for address in loaded if re.match(r"(?:https?:)?//", address)]


def test_no_heading_of_a_text_can_take_an_id_of_the_frame(tmp_path: Path) -> None:
    body = '<h2 id="noi-dung">Nội dung</h2><h2 id="text">Text</h2><h2 id="text_1">Text</h2>'
    page = cut_frame(render_real_frame(tmp_path, WARD)).fill(base="", head="", main=body)
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    own = [id for id in ids if id not in ("noi-dung", "text", "text_1")]
    assert own and all(id.startswith("__") for id in own)


def test_every_way_within_the_frame_leads_somewhere(tmp_path: Path) -> None:
    page = cut_frame(render_real_frame(tmp_path, WARD)).fill(base="", head="", main="")
    ways = re.findall(r'(?:href="#|\sfor=")([^"]+)"', page)
    assert "__main" in ways
    assert [way for way in ways if f'id="{way}"' not in page] == []


def test_every_file_that_the_frame_loads_is_there(tmp_path: Path) -> None:
    page = cut_frame(render_real_frame(tmp_path, WARD)).fill(base="", head="", main="")
    loaded = set(re.findall(r'(?:src|href)="(assets/[^"]*)"', page))
    assert loaded
    assert [address for address in loaded if not (ROOT / "overrides" / address).is_file()] == []


def test_words_of_the_ward_are_escaped_in_the_frame(tmp_path: Path) -> None:
    page = cut_frame(render_real_frame(tmp_path, WARD)).fill(base="", head="", main="")
    assert "Giáo dục &lt;Mẫu&gt;" in page
    assert "<Mẫu>" not in page


@pytest.mark.parametrize("demo", [True, False])
def test_the_banner_stands_while_the_data_are_invented(tmp_path: Path, demo: bool) -> None:
    page = render_real_frame(tmp_path, replace(WARD, demo=demo))
    assert ("Dữ liệu minh họa" in page) is demo


def test_the_box_leads_to_the_search_or_without_one_to_the_archive(tmp_path: Path) -> None:
    page = cut_frame(render_real_frame(tmp_path, WARD)).fill(base="../", head="", main="")
    assert re.findall(r'<form class="searchbox"[^>]* action="([^"]*)"', page) == ["../tim-kiem/"]
    assert 'name="q"' in page
    bare = cut_frame(render_real_frame(tmp_path, WARD, search=False))
    page = bare.fill(base="../", head="", main="")
    assert re.findall(r'<form class="searchbox"[^>]* action="([^"]*)"', page) == ["../luu-tru/"]
    assert "tim-kiem" not in page and 'name="q"' not in page


# --- style sheets --------------------------------------------------------------------------


def read_tokens(styles: str, selector: str) -> dict[str, str]:
    start = styles.index(selector + " {") + len(selector) + 2
    block = styles[start : styles.index("}", start)]
    return dict(re.findall(r"(--[a-z0-9-]+): ([^;]+);", block))


def test_the_dark_colours_chosen_and_by_device_are_the_same() -> None:
    styles = (STYLES / "site.css").read_text(encoding="utf-8")
    chosen = read_tokens(styles, 'html[data-scheme="slate"] body')
    assert chosen["--paper"] == "#15141f"
    assert chosen == read_tokens(styles, "html:not([data-scheme]) body")


@pytest.mark.parametrize(
    "name", ["site.css", "print.css", "choices.js", "site.js", "search.js", "search-engine.js"]
)
def test_styles_and_script_ask_no_other_host(name: str) -> None:
    assert "//" not in re.sub(
        r"^\s*//.*| //.*$", "", (STYLES / name).read_text("utf-8"), flags=re.M
    )
