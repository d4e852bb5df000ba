"""The XML of a Word document is made plain before mammoth reads it, which leaves out what it does not know.

Fields, formulas, text of either direction and text boxes become runs and paragraphs; headings of any style become
headings; notes and paragraphs get the numbers that Word prints. What still can't be read is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count

from lxml import etree

from mandate_data.documents.document import LeftOut
from mandate_data.documents.docx_inserted import UNREAD, inserted
from mandate_data.documents.docx_notes import MARKED, marks_after, note_numbers, without_lost
from mandate_data.documents.docx_numbering import Counter, Numbering, W, is_on, numbering_of
from mandate_data.documents.docx_unprinted import beside_the_text, count_part, take_out, unmarked_notes
from mandate_data.documents.line_breaks import SOFT_HYPHEN

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
VML = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
BODY = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
HEADER = re.compile(r"word/header\d*\.xml")
HEADING_NAME = re.compile(r"_?\s*H_?([1-6])(?:_?[A-Z]*)?|(?:heading|titre|título) ?([1-6])", re.IGNORECASE)
DEEPEST = 6
FIRST_ID = 1_000_000
"""Of the notes of inserted documents: Word counts those of a document from 1."""
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
    styles = _part(archive, "word/styles.xml")
    numbering = numbering_of(_part(archive, "word/numbering.xml"), styles)
    raising, hiding = (
        _styles_with(styles, one, value) for one, value in (("vertAlign", "superscript"), ("vanish", "1"))
    )
    out = io.BytesIO()
    numbers: dict[str, str] = {}
    heads: list[str] = []
    left_out: list[LeftOut] = []
    beside: dict[str, int] = {}
    notes: dict[str, list[etree._Element]] = {}
    ids = count(FIRST_ID)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        # The text comes first: its marks tell which notes are read.
        for part in sorted(archive.infolist(), key=lambda part: not part.filename.startswith("word/document")):
            data = archive.read(part)
            if body := BODY.fullmatch(part.filename):
                tree = _tree(data)
                left_out += take_out(tree, hiding)
                kind = body[1].removesuffix("s")
                tree.extend(notes.pop(kind, ()))
                left_out += _read_inserted(tree, archive, ids, notes)
                if body[1] == "document":
                    numbers |= note_numbers(tree, _part(archive, "word/settings.xml"))
                    there = {*_notes_of(archive), *_ids_in(notes)}
                    left_out += without_lost(tree, there, numbers)
                    left_out += _print_numbers(tree, numbering, levels)
                else:
                    left_out += unmarked_notes(tree, kind, numbers.keys())
                _make_plain(tree, levels, raising)
                data = etree.tostring(tree)
            elif part.filename == "word/numbering.xml":
                data = _without_styles(data)
            elif part.filename == "word/styles.xml":
                data = _with_headings(data)
            elif HEADER.fullmatch(part.filename):
                heads += _texts(_tree(data))
            if what := beside_the_text(part.filename):
                beside[what] = beside.get(what, 0) + count_part(_tree(data))
            written.writestr(part.filename, data)
        for kind, of_inserted in notes.items():  # the document itself has none
            tree = etree.Element(f"{W}{kind}s")
            tree.extend(of_inserted)
            _make_plain(tree, levels, raising)
            written.writestr(f"word/{kind}s.xml", etree.tostring(tree))
    left_out += [LeftOut(what, beside[what]) for what in sorted(beside) if beside[what]]
    return Plain(out.getvalue(), numbers, tuple(heads), tuple(left_out))


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _texts(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        if text := " ".join("".join(one.text or "" for one in paragraph.iter(f"{W}t")).split()):
            yield text


def _read_inserted(
    tree: etree._Element, archive: zipfile.ZipFile, ids: Iterator[int], notes: dict[str, list[etree._Element]]
) -> Iterator[LeftOut]:
    """Put the paragraphs of inserted documents in their places, and their notes among `notes`, by kind."""
    for chunk in list(tree.iter(f"{W}altChunk")):
        found = inserted(archive, chunk, ids)
        _replace(chunk, found.paragraphs if found else [])
        for kind, of_chunk in found.notes.items() if found else ():
            notes.setdefault(kind, []).extend(of_chunk)
        if found is None:
            yield UNREAD


def _notes_of(archive: zipfile.ZipFile) -> Iterator[str]:
    """The notes that the file has, such as "footnote-2"."""
    for part in archive.infolist():
        body = BODY.fullmatch(part.filename)
        if body and body[1] != "document":
            yield from _ids_in({body[1].removesuffix("s"): list(_tree(archive.read(part)))})


def _ids_in(notes: Mapping[str, Sequence[etree._Element]]) -> Iterator[str]:
    for kind, of_kind in notes.items():
        yield from (f"{kind}-{note.get(f'{W}id', '')}" for note in of_kind)


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


def _make_plain(tree: etree._Element, levels: dict[str, int], raising: Set[str]) -> None:
    _write_characters(tree)
    for run in tree.iter(f"{W}r"):
        _raise_marks(run, raising)
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
    for reference in tree.iter(*MARKED):
        if is_on(reference.get(f"{W}customMarkFollows", "0")):
            for mark in list(marks_after(reference)):
                mark.text = ""


def _write_characters(tree: etree._Element) -> None:
    """Write the characters and breaks for which Word has elements that mammoth does not know."""
    for hyphen in list(tree.iter(f"{W}noBreakHyphen")):
        _replace(hyphen, list(_run("-")))
    for soft in list(tree.iter(f"{W}softHyphen")):
        _replace(soft, [])
    for text in tree.iter(f"{W}t"):
        text.text = (text.text or "").replace(SOFT_HYPHEN, "")
    for known, other in (("br", "cr"), ("tab", "ptab")):
        for one in list(tree.iter(f"{W}{other}")):
            _replace(one, [etree.Element(f"{W}{known}")])
    for choices in tree.iter(f"{W}ddList"):
        _write_choice(choices)


def _write_choice(choices: etree._Element) -> None:
    """Write what was chosen of the choices of a form before the field that offers them."""
    entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
    chosen = [choices.find(f"{W}{tag}") for tag in ("result", "default")]
    place = next((one.get(f"{W}val", "") for one in chosen if one is not None), "0")
    run = next(choices.iterancestors(f"{W}r"), None)
    parent = run.getparent() if run is not None else None
    if run is not None and parent is not None and place.isdecimal() and int(place) < len(entries):
        parent.insert(parent.index(run), _run(entries[int(place)]))


def _raise_marks(run: etree._Element, raising: Set[str]) -> None:
    """Raise figures that a style raises, or that are set higher than their line: they are marks."""
    style, position = run.find(f"{W}rPr/{W}rStyle"), run.find(f"{W}rPr/{W}position")
    higher = position is not None and re.fullmatch(r"[1-9]\d*", position.get(f"{W}val", ""))
    if higher or (style is not None and style.get(f"{W}val") in raising):
        properties = run.find(f"{W}rPr")
        if properties is not None and properties.find(f"{W}vertAlign") is None:
            etree.SubElement(properties, f"{W}vertAlign", {f"{W}val": "superscript"})


def _styles_with(styles: etree._Element | None, property: str, value: str) -> frozenset[str]:
    """The ids of the styles of characters with this property and value, of their own or of what they are based on."""
    own: dict[str, bool | None] = {}
    bases: dict[str, str] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        found, base = style.find(f"{W}rPr/{W}{property}"), style.find(f"{W}basedOn")
        identity = style.get(f"{W}styleId", "")
        if style.get(f"{W}type") == "character":
            own[identity] = None if found is None else found.get(f"{W}val", "1") in (value, "true", "on")
            bases[identity] = base.get(f"{W}val", "") if base is not None else ""
    chosen: set[str] = set()
    for identity in own:
        at, seen = identity, set[str]()
        while own.get(at) is None and at in bases and at not in seen:
            seen.add(at)
            at = bases[at]
        if own.get(at):
            chosen.add(identity)
    return frozenset(chosen)


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
    if alternative is not None and next(alternative.iterfind(f"{MC}Fallback//{W}txbxContent"), None) is not None:
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
