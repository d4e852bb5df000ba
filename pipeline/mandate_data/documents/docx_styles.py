"""Styles of a Word document: which make headings, raise figures or hide text, also by what they build on."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from lxml import etree

from mandate_data.documents.docx_elements import W, read_tree, remove
from mandate_data.documents.whole_numbers import whole_number

WORDS_FOR_HEADINGS = (
    r"heading|titre|t[ií]?tulo|titolo|[üu]?berschrift|kop|rubrik|overskrift|otsikko|nag[łl]?[óo]?wek|nadpis|başlık"
    r"|заголовок|عنوان|标题|標題|見出し|제목"
)
"""What programs in other languages call a heading; of an id, letters that it can't have are left out."""
BUILT_IN = re.compile(rf"(?:{WORDS_FOR_HEADINGS})[ _]?([1-9])", re.IGNORECASE)
UNITED_NATIONS = re.compile(
    r"(?:[A-Za-z]{1,6}[ _]+|Title|Reg|Anno|[ _]*)H[ _]*"
    r"(?P<level>C[hH]|(?<=_)M|M(?=G)|1|2/?3|[234]|5/?6|[56])(?:[ _]*[A-Z]{0,3})"
)
"""How the templates of the United Nations call headings, by name and by id: `_ H _Ch_G` and `HChG`."""
LEVELS = {
    "M": 1,
    "Ch": 1,
    "CH": 1,
    "1": 2,
    "2": 3,
    "2/3": 3,
    "23": 3,
    "3": 3,
    "4": 4,
    "5": 5,
    "5/6": 5,
    "56": 5,
    "6": 5,
}
"""The levels of these: of the title of a document, of a chapter (I), and of sections (A, 1, (a), (i))."""
DEEPEST = 6
NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
TEXT = 9  # the outline level of what is not a heading

T = TypeVar("T")


def styles_with(styles: etree._Element | None, property: str, value: str, kinds: Collection[str]) -> frozenset[str]:
    """The ids of the styles of these kinds with this property and value, of their own or of what they are based on."""
    own: dict[str, bool | None] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        found, base = style.find(f"{W}rPr/{W}{property}"), style.find(f"{W}basedOn")
        identity = style.get(f"{W}styleId", "")
        if style.get(f"{W}type") in kinds:
            own[identity] = None if found is None else found.get(f"{W}val", "1") in (value, "true", "on")
            bases[identity] = base.get(f"{W}val", "") if base is not None else ""
    return frozenset(identity for identity, chosen in _inherited(own, bases) if chosen)


def _inherited(own: Mapping[str, T | None], bases: Mapping[str, str]) -> Iterator[tuple[str, T]]:
    """What each style has of its own, or of what it is based on, by its id; none for those that have neither."""
    for identity in own:
        at, seen = identity, set[str]()
        while own.get(at) is None and at in bases and at not in seen:
            seen.add(at)
            at = bases[at]
        if (found := own.get(at)) is not None:
            yield identity, found


def mark_heading(paragraph: etree._Element, levels: Mapping[str, int]) -> None:
    """Give a paragraph that is a heading the style of one."""
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and (level := heading_level(paragraph, levels)):
        style = properties.find(f"{W}pStyle")
        if style is None:
            style = etree.Element(f"{W}pStyle")
            properties.insert(0, style)
        style.set(f"{W}val", f"readHeading{level}")


def heading_level(paragraph: etree._Element, levels: Mapping[str, int]) -> int:
    """The level of the heading that a paragraph is; 0 for none."""
    style, own = paragraph.find(f"{W}pPr/{W}pStyle"), paragraph.find(f"{W}pPr/{W}outlineLvl")
    if own is not None:
        return _level(own)
    identity = style.get(f"{W}val", "") if style is not None else ""
    return levels[identity] if identity in levels else _called(identity)  # a style that the file has not


def _level(outline: etree._Element) -> int:
    level = whole_number(outline.get(f"{W}val"))
    return min(level + 1, DEEPEST) if level is not None and level < TEXT else 0


def _called(name: str) -> int:
    """The level of the headings that a style makes which is called so; 0 if the name does not say it."""
    name = name.strip()
    if found := BUILT_IN.fullmatch(name):
        return min(int(found[1]), DEEPEST)
    named = UNITED_NATIONS.fullmatch(name)
    return LEVELS[named["level"]] if named else 0


def heading_levels(styles: etree._Element | None) -> dict[str, int]:
    """The level of the headings that each style of paragraphs makes, by its id: its own, or that of what it is based
    on; 0 for none."""
    own: dict[str, int | None] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        if style.get(f"{W}type", "paragraph") != "paragraph":
            continue
        identity = style.get(f"{W}styleId", "")
        name = style.find(f"{W}name")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        base = style.find(f"{W}basedOn")
        named = _called(name.get(f"{W}val", "") if name is not None else "")
        own[identity] = named or (_level(outline) if outline is not None else _called(identity) or None)
        if base is not None:
            bases[identity] = base.get(f"{W}val", "")
    return dict.fromkeys(own, 0) | dict(_inherited(own, bases))


def numbered_by(styles: etree._Element | None) -> frozenset[str]:
    """The ids of the styles that number lists."""
    every = styles.iter(f"{W}style") if styles is not None else ()
    return frozenset(one.get(f"{W}styleId", "") for one in every if one.get(f"{W}type") == "numbering")


def with_headings(data: bytes) -> bytes:
    """The styles of a document, and those of the headings that it is given.

    A style that does not say what it is for is one of paragraphs, and one without an id is nobody's.
    """
    tree = read_tree(data)
    for style in list(tree.iter(f"{W}style")):
        if style.get(f"{W}styleId") is None:
            remove(style)
        elif style.get(f"{W}type") is None:
            style.set(f"{W}type", "paragraph")
    for level in range(1, DEEPEST + 1):
        style = etree.SubElement(tree, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": f"readHeading{level}"})
        etree.SubElement(style, f"{W}name", {f"{W}val": f"heading {level}"})
    return bytes(etree.tostring(tree))
