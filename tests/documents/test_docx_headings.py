"""Headings of Word documents: by the names of built-in styles in any language, by those of the United Nations'
templates, by what a style is based on, and by the level of an outline."""

from __future__ import annotations

import pytest
from docx_support import paragraph, read, word

STYLE = '<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{more}</w:style>'
UNITED_NATIONS = [
    ("HMG", "_ H __M_G", 1),
    ("HChG", "_ H _Ch_G", 1),
    ("H1G", "_ H_1_G", 2),
    ("H23G", "_ H_2/3_G", 3),
    ("H4G", "_ H_4_G", 4),
    ("H56G", "_ H_5/6_G", 5),
    ("HM", "_ H_M", 1),
    ("HCh", "_ H_Ch", 1),
    ("H1", "_ H_1", 2),
    ("H23", "_ H_2/3", 3),
    ("HChGR", "_ H _Ch_GR", 1),
    ("RegHChG", "Reg_H__Ch_G", 1),
    ("RegH23G", "Reg_H_2/3_G", 3),
    ("AnnoHCHG", "Anno _ H_CH_G", 1),
]
BUILT_IN = [
    ("Titre2", "Titre 2", 2),
    ("Ttulo3", "Título 3", 3),
    ("berschrift1", "Überschrift 1", 1),
    ("x1", "Заголовок 1", 1),
    ("x2", "标题 2", 2),
    ("x3", "عنوان 3", 3),
    ("Heading7", "heading 7", 6),
]
TEXT = [
    ("SingleTxtG", "_ Single Txt_G"),
    ("SMG", "__S_M_G"),
    ("XLargeG", "__XLarge_G"),
    ("HTMLAddress", "HTML Address"),
    ("BalloonText", "Balloon Text"),
    ("H", "H"),
]


def style(identity: str, name: str, based_on: str = "", outline: str = "") -> str:
    more = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    more += f'<w:pPr><w:outlineLvl w:val="{outline}"/></w:pPr>' if outline else ""
    return STYLE.format(id=identity, name=name, more=more)


def level(identity: str, *styles: str) -> int | None:
    """The level of the heading that a paragraph of this style is; None for text."""
    body = paragraph("Findings", properties=f'<w:pStyle w:val="{identity}"/>')
    block = read(word(body, **({"styles": "".join(styles)} if styles else {}))).blocks[0]
    assert block.text.value == "Findings"
    return block.level if block.kind == "heading" else None


@pytest.mark.parametrize(("identity", "name", "expected"), [*UNITED_NATIONS, *BUILT_IN])
def test_a_style_that_is_called_so_makes_headings(identity: str, name: str, expected: int) -> None:
    assert level(identity, style(identity, name)) == expected
    assert level("Own", style("Own", "My own"), style("Other", name)) is None
    assert level("Own", style("Own", "My own", "Between"), style("Between", "B", "S"), style("S", name)) == expected


@pytest.mark.parametrize(("identity", "name", "expected"), UNITED_NATIONS)
def test_a_style_is_known_by_its_id(identity: str, name: str, expected: int) -> None:
    assert level(identity, style(identity, "Style 12")) == (expected if identity != "HM" else None)
    assert level(identity) == (expected if identity != "HM" else None)


def test_an_outline_level_says_more_than_an_id() -> None:
    assert level("H1O", style("H1O", "Chapter head", outline="0")) == 1


@pytest.mark.parametrize(("identity", "name"), TEXT)
def test_other_styles_make_no_headings(identity: str, name: str) -> None:
    assert level(identity, style(identity, name)) is None


@pytest.mark.parametrize(("outline", "expected"), [("0", 1), ("5", 6), ("8", 6), ("9", None)])
def test_a_style_with_the_level_of_an_outline(outline: str, expected: int | None) -> None:
    assert level("Own", style("Own", "My own", outline=outline)) == expected


def test_the_title_of_a_document_but_not_what_is_set_as_it() -> None:
    title = style("Title", "Title")
    assert level("Title", title) == 1
    assert level("Author", title, style("Author", "Author", "Title")) is None


def test_a_paragraph_that_is_text_by_its_own_outline_level() -> None:
    body = paragraph("Findings", properties='<w:pStyle w:val="HChG"/><w:outlineLvl w:val="9"/>')
    assert read(word(body, styles=style("HChG", "_ H _Ch_G"))).blocks[0].kind == "paragraph"
