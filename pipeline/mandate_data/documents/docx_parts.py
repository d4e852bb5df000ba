"""The XML of a Word document is made plain before mammoth reads it, which leaves out what it does not know.

Fields, formulas, text of either direction and text boxes become runs and paragraphs; headings of any style become
headings; notes and paragraphs get the numbers that Word prints. What still can't be read is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from mandate_data.documents.document import LeftOut, count_words
from mandate_data.documents.docx_numbering import Counter, Numbering, numbering_of
from mandate_data.roman_numerals import to_roman

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BODY = re.compile(r"word/(?:document|footnotes|endnotes)\d*\.xml")
HEADER = re.compile(r"word/header\d*\.xml")
BESIDE = {
    re.compile(r"word/(?:header|footer)\d*\.xml"): "page heads and feet",
    re.compile(r"word/comments\d*\.xml"): "comments of readers",
}
"""Parts that are no text of the document, and what they are called."""
HEADING_NAME = re.compile(r"_?\s*H_?([1-6])(?:_?[A-Z]*)?|(?:heading|titre|título) ?([1-6])", re.IGNORECASE)
DEEPEST = 6
WRAPPERS = (f"{W}fldSimple", f"{W}dir", f"{W}bdo", f"{W}smartTag")


@dataclass(frozen=True, slots=True)
class Plain:
    """The document made plain; the number of each note by its id; lines of page heads; what is left out."""

    data: bytes
    numbers: dict[str, str]
    heads: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def made_plain(archive: zipfile.ZipFile) -> Plain:
    """Read the parts of a Word document.

    Raises etree.XMLSyntaxError for a part that is no XML, and what zipfile raises for one that is damaged.
    """
    levels = _levels(archive)
    numbering = numbering_of(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
    out = io.BytesIO()
    numbers: dict[str, str] = {}
    heads: list[str] = []
    left_out: list[LeftOut] = []
    beside = dict.fromkeys(BESIDE.values(), 0)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        for part in archive.infolist():
            data = archive.read(part)
            if BODY.fullmatch(part.filename):
                tree = _tree(data)
                left_out += _left_out(tree)
                if part.filename.startswith("word/document"):
                    numbers = _note_numbers(tree)
                    left_out += _print_numbers(tree, numbering, levels)
                _make_plain(tree, levels)
                data = etree.tostring(tree)
            elif part.filename == "word/numbering.xml":
                data = _without_styles(data)
            elif part.filename == "word/styles.xml":
                data = _with_headings(data)
            elif HEADER.fullmatch(part.filename):
                heads += _texts(_tree(data))
            for form, what in BESIDE.items():
                if form.fullmatch(part.filename):
                    beside[what] += sum(map(count_words, _texts(_tree(data))))
            written.writestr(part.filename, data)
    left_out += [LeftOut(what, words) for what, words in beside.items() if words]
    return Plain(out.getvalue(), numbers, tuple(heads), tuple(left_out))


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _texts(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        if text := " ".join("".join(one.text or "" for one in paragraph.iter(f"{W}t")).split()):
            yield text


def _left_out(tree: etree._Element) -> Iterator[LeftOut]:
    for chunk in list(tree.iter(f"{W}altChunk")):
        _replace(chunk, [])
        yield LeftOut("a document that is inserted as a file of its own")
    deleted = [paragraph.iter(f"{W}delText") for paragraph in tree.iter(f"{W}p")]
    if words := sum(count_words("".join(one.text or "" for one in pieces)) for pieces in deleted):
        yield LeftOut("text that a tracked change deletes", words)
    if pictures := sum(1 for _ in tree.iter(f"{PICTURE}pic", f"{VML}imagedata")):
        yield LeftOut("a picture" if pictures == 1 else f"{pictures} pictures")


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    return _tree(archive.read(name)) if name in archive.namelist() else None


def _print_numbers(tree: etree._Element, numbering: Numbering, levels: dict[str, int]) -> Iterator[LeftOut]:
    """Write the numbers of paragraphs into their text, as Word prints them; those of the items of lists are left out.

    A list numbers paragraphs if a style or a heading has its numbers, or if it goes on behind a heading.
    """
    paragraphs = [(paragraph, numbering.of(paragraph)) for paragraph in tree.iter(f"{W}p")]
    headed = [bool(_heading_level(paragraph, levels)) for paragraph, _ in paragraphs]
    running = _running(numbering, paragraphs, headed)
    counter, items = Counter(numbering), 0
    for (paragraph, place), heading in zip(paragraphs, headed, strict=True):
        if place is None:
            continue
        number = counter.next(place)
        by_style = paragraph.find(f"{W}pPr/{W}numPr/{W}numId") is None
        if number and (by_style or heading or numbering.lists[place[0]].definition in running):
            _set_place(paragraph, None)
            if any((one.text or "").strip() for one in paragraph.iter(f"{W}t")):
                begin = 0 if paragraph.find(f"{W}pPr") is None else 1
                paragraph.insert(begin, _run(f"{number} "))
        else:
            _set_place(paragraph, place)
            items += numbering.counts(place)
    if items:
        yield LeftOut(f"the number that Word gives to {'a paragraph' if items == 1 else f'{items} paragraphs'}")


def _running(
    numbering: Numbering, paragraphs: list[tuple[etree._Element, tuple[str, int] | None]], headed: list[bool]
) -> set[str]:
    """The definitions of lists that go on behind a heading that is none of theirs."""
    section, first, running = 0, dict[str, int](), set[str]()
    for (_, place), heading in zip(paragraphs, headed, strict=True):
        section += heading
        if place is not None and not heading and numbering.counts(place):
            definition = numbering.lists[place[0]].definition
            if first.setdefault(definition, section) != section:
                running.add(definition)
    return running


def _set_place(paragraph: etree._Element, place: tuple[str, int] | None) -> None:
    """Say of the paragraph itself which list it belongs to, and its level there; None: to none."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return
    for old in properties.findall(f"{W}numPr"):
        properties.remove(old)
    if place is not None:
        own = etree.SubElement(properties, f"{W}numPr")
        etree.SubElement(own, f"{W}ilvl", {f"{W}val": str(place[1])})
        etree.SubElement(own, f"{W}numId", {f"{W}val": place[0]})


def _without_styles(data: bytes) -> bytes:
    """The lists, of which none is tied to a style: each paragraph says to which it belongs."""
    tree = _tree(data)
    for tie in list(tree.iter(f"{W}pStyle")):
        _replace(tie, [])
    return bytes(etree.tostring(tree))


def _make_plain(tree: etree._Element, levels: dict[str, int]) -> None:
    for element in list(tree.iter(*WRAPPERS)):
        _unwrap(element)
    for formula in list(tree.iter(f"{M}oMathPara", f"{M}oMath")):
        if formula.getparent() is not None and next(formula.iterancestors(f"{M}oMathPara"), None) is None:
            _replace(formula, [_run(" ".join(one.text or "" for one in formula.iter(f"{M}t")))])
    for ruby in list(tree.iter(f"{W}ruby")):
        pieces = ["".join(one.text or "" for one in ruby.iterfind(f"{W}{part}//{W}t")) for part in ("rubyBase", "rt")]
        _replace(ruby, list(_run(" ".join(pieces))))  # a text, and how it is said
    for box in list(tree.iter(f"{W}txbxContent")):
        _place_box(box)
    for paragraph in tree.iter(f"{W}p"):
        _mark_heading(paragraph, levels)
    for reference in tree.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            for mark in list(_marks_after(reference)):
                mark.text = ""


def _unwrap(element: etree._Element) -> None:
    _replace(element, [child for child in element if not str(child.tag).endswith("Pr")])


def _replace(element: etree._Element, by: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    parent.remove(element)
    for offset, one in enumerate(by):
        parent.insert(place + offset, one)


def _run(text: str) -> etree._Element:
    run = etree.Element(f"{W}r")
    etree.SubElement(run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = text
    return run


def _place_box(box: etree._Element) -> None:
    """A text box that mammoth would not read: its paragraphs follow the paragraph that it is fixed to."""
    choice = next(box.iterancestors(f"{MC}Choice"), None)
    alternative = choice.getparent() if choice is not None else None
    if alternative is not None and alternative.find(f"{MC}Fallback") is not None:
        return  # mammoth reads the other branch
    if next(box.iterancestors(f"{VML}textbox"), None) is not None:
        return
    paragraph = next(box.iterancestors(f"{W}p"), None)
    if paragraph is None:
        return
    parent = paragraph.getparent()
    if parent is not None:
        place = parent.index(paragraph) + 1
        for offset, one in enumerate(list(box)):
            parent.insert(place + offset, one)


def _mark_heading(paragraph: etree._Element, levels: dict[str, int]) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is not None and (level := _heading_level(paragraph, levels)):
        style = properties.find(f"{W}pStyle")
        if style is None:
            style = etree.Element(f"{W}pStyle")
            properties.insert(0, style)
        style.set(f"{W}val", f"readHeading{level}")


def _heading_level(paragraph: etree._Element, levels: dict[str, int]) -> int:
    """The level of the heading that a paragraph is; 0 for none."""
    style, own = paragraph.find(f"{W}pPr/{W}pStyle"), paragraph.find(f"{W}pPr/{W}outlineLvl")
    if own is not None:
        return _level(own)
    return levels.get(style.get(f"{W}val", ""), 0) if style is not None else 0


def _level(outline: etree._Element) -> int:
    value = outline.get(f"{W}val", "9")
    return int(value) + 1 if value.isdigit() and int(value) < DEEPEST else 0


def _levels(archive: zipfile.ZipFile) -> dict[str, int]:
    """The level of the headings that each style makes, by its id: its own, or that of what it is based on."""
    if "word/styles.xml" not in archive.namelist():
        return {}
    own: dict[str, int | None] = {}
    bases: dict[str, str] = {}
    for style in _tree(archive.read("word/styles.xml")).iter(f"{W}style"):
        if style.get(f"{W}type", "paragraph") != "paragraph":
            continue
        identity = style.get(f"{W}styleId", "")
        name = style.find(f"{W}name")
        outline = style.find(f"{W}pPr/{W}outlineLvl")
        base = style.find(f"{W}basedOn")
        named = HEADING_NAME.fullmatch(name.get(f"{W}val", "") if name is not None else "")
        own[identity] = int(named[1] or named[2]) if named else _level(outline) if outline is not None else None
        if base is not None:
            bases[identity] = base.get(f"{W}val", "")
    levels: dict[str, int] = {}
    for identity in own:
        at, seen = identity, set[str]()
        while own.get(at) is None and at in bases and at not in seen:
            seen.add(at)
            at = bases[at]
        if level := own.get(at):
            levels[identity] = level
    return levels


def _with_headings(data: bytes) -> bytes:
    tree = _tree(data)
    for level in range(1, DEEPEST + 1):
        style = etree.SubElement(tree, f"{W}style", {f"{W}type": "paragraph", f"{W}styleId": f"readHeading{level}"})
        etree.SubElement(style, f"{W}name", {f"{W}val": f"heading {level}"})
    return bytes(etree.tostring(tree))


def _note_numbers(tree: etree._Element) -> dict[str, str]:
    """The number that Word prints for each note, by kind and id, such as "footnote-2".

    A note with a mark of its own takes no number. Where a document has both kinds, endnotes have Roman figures.
    """
    both = all(next(tree.iter(f"{W}{kind}Reference"), None) is not None for kind in ("footnote", "endnote"))
    counts = {"footnote": 0, "endnote": 0}
    numbers: dict[str, str] = {}
    for reference in tree.iter(f"{W}footnoteReference", f"{W}endnoteReference"):
        kind = str(reference.tag).removeprefix(W).removesuffix("Reference")
        identity = f"{kind}-{reference.get(f'{W}id', '')}"
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            mark = "".join(one.text or "" for one in _marks_after(reference)).strip()
            numbers.setdefault(identity, mark or "*")
        elif identity not in numbers:
            counts[kind] += 1
            numbers[identity] = to_roman(counts[kind]).lower() if both and kind == "endnote" else str(counts[kind])
    return numbers


def _marks_after(reference: etree._Element) -> Iterator[etree._Element]:
    """The text in the run of a reference with a mark of its own: the mark."""
    run = reference.getparent()
    if run is None:
        return
    inside = [one for one in run.iter(f"{W}t") if run.index(reference) < run.index(one)]
    following = run.getnext()
    yield from inside
    if not inside and following is not None and following.find(f"{W}rPr/{W}vertAlign") is not None:
        yield from following.iter(f"{W}t")
