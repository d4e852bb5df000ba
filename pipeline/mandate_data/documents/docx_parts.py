"""The XML of a Word document is made plain before mammoth reads it, which leaves out what it does not know.

Fields, formulas, text of either direction and text boxes become runs and paragraphs; headings of any style become
headings; notes and paragraphs get the numbers that Word prints. What still can't be read is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from mandate_data.documents.docx_characters import write_characters
from mandate_data.documents.docx_elements import (
    STRICT,
    VML,
    Bookmarks,
    LeftOutAt,
    W,
    read_tree,
    remove,
    replace,
    run_of,
)
from mandate_data.documents.docx_fields import without_instructions
from mandate_data.documents.docx_inserted import UNREAD, inserted
from mandate_data.documents.docx_notes import (
    MARKED,
    marks_after,
    note_numbers,
    own_marks,
    without_lost,
    without_repeated,
)
from mandate_data.documents.docx_numbering import Counter, Numbering, is_on, numbering_of
from mandate_data.documents.docx_styles import (
    NO_STYLES,
    heading_level,
    heading_levels,
    mark_heading,
    numbered_by,
    styles_with,
    with_headings,
)
from mandate_data.documents.docx_tables import fill_rows
from mandate_data.documents.docx_unprinted import beside_the_text, count_part, separators, take_out, unmarked_notes
from mandate_data.documents.docx_wrappers import (
    join_bodies,
    join_drop_caps,
    without_alternatives,
    without_loose_runs,
    without_unknown,
    without_wrappers,
)

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
BODY = re.compile(r"word/(document|footnotes|endnotes)\d*\.xml")
STYLES = "word/styles.xml"
HEADER = re.compile(r"word/header\d*\.xml")
FIRST_ID = 1_000_000
"""Of the notes of inserted documents: Word counts those of a document from 1."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The document made plain; the number of each note by its id; lines of page heads; what is left out."""

    data: bytes
    numbers: dict[str, str]
    heads: tuple[str, ...]
    left_out: tuple[LeftOutAt, ...]


def made_plain(archive: zipfile.ZipFile) -> Plain:
    """Read the parts of a Word document.

    Raises etree.XMLSyntaxError for a part that is not XML, and what zipfile raises for one that is damaged.
    """
    styles = _part(archive, STYLES)
    maker = _Maker(
        archive,
        levels=heading_levels(styles),
        numbering=numbering_of(_part(archive, "word/numbering.xml"), styles),
        raising=styles_with(styles, "vertAlign", "superscript", ("character",)),
        hiding=styles_with(styles, "vanish", "1", ("character", "paragraph")),
    )
    out = io.BytesIO()
    heads: list[str] = []
    beside: dict[str, int] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as written:
        # The text comes first: its marks tell which notes are read.
        for part in sorted(archive.infolist(), key=lambda part: not part.filename.startswith("word/document")):
            data = archive.read(part)
            if body := BODY.fullmatch(part.filename):
                data = maker.body(read_tree(data), body[1].removesuffix("s"))
            elif part.filename == "word/numbering.xml":
                data = _without_styles(data, numbered_by(styles))
            elif part.filename == STYLES:
                data = with_headings(data)
            elif what := beside_the_text(part.filename):
                tree = read_tree(data)
                maker.left_out += without_alternatives(tree, maker.bookmarks)
                heads += _texts(tree) if HEADER.fullmatch(part.filename) else []
                beside[what] = beside.get(what, 0) + count_part(tree)
            elif STRICT in data and part.filename.endswith(".xml"):
                data = etree.tostring(read_tree(data))
            written.writestr(part.filename, data)
        if styles is None:
            written.writestr(STYLES, with_headings(NO_STYLES))
        for kind, of_inserted in maker.notes.items():  # the document itself has none
            tree = etree.Element(f"{W}{kind}s")
            tree.extend(of_inserted)
            written.writestr(f"word/{kind}s.xml", maker.plain(tree))
    maker.left_out += [LeftOutAt(what, beside[what]) for what in sorted(beside) if beside[what]]
    return Plain(out.getvalue(), maker.numbers, tuple(heads), tuple(maker.left_out))


@dataclass(slots=True)
class _Maker:
    """Makes the parts with text plain, and gathers what they leave out, the numbers of notes, and inserted notes."""

    archive: zipfile.ZipFile
    levels: Mapping[str, int]
    numbering: Numbering
    raising: Set[str]
    hiding: Set[str]
    bookmarks: Bookmarks = field(default_factory=Bookmarks)
    left_out: list[LeftOutAt] = field(default_factory=list)
    numbers: dict[str, str] = field(default_factory=dict)
    own: dict[str, str] = field(default_factory=dict)
    notes: dict[str, list[etree._Element]] = field(default_factory=dict)
    ids: Iterator[int] = field(default_factory=lambda: count(FIRST_ID))

    def body(self, tree: etree._Element, kind: str) -> bytes:
        """The part with the text ("document") or the notes ("footnote", "endnote") made plain."""
        bookmarks = self.bookmarks
        join_bodies(tree)
        self.left_out += without_alternatives(tree, bookmarks)
        without_wrappers(tree)
        without_loose_runs(tree)
        join_drop_caps(tree)
        self.left_out += take_out(tree, self.hiding, bookmarks)
        tree.extend(self.notes.pop(kind, ()))
        self.left_out += _read_inserted(tree, self.archive, self.ids, self.notes, bookmarks)
        self.left_out += write_characters(tree, bookmarks)
        self.left_out += without_instructions(tree, bookmarks)
        if kind == "document":
            self.numbers |= note_numbers(tree, _part(self.archive, "word/settings.xml"))
            self.own |= own_marks(tree, self.numbers)
            there = {*_notes_of(self.archive), *_ids_in(self.notes)}
            self.left_out += without_lost(tree, there, self.numbers, bookmarks)
            self.left_out += _print_numbers(tree, self.numbering, self.levels, bookmarks)
        else:
            without_repeated(tree, kind, self.own)
            self.left_out += unmarked_notes(tree, kind, self.numbers.keys())
            self.left_out += separators(tree, kind)
        return self.plain(tree)

    def plain(self, tree: etree._Element) -> bytes:
        """What is left of a part, in forms that are read."""
        fill_rows(tree)
        _make_plain(tree, self.levels, self.raising)
        without_unknown(tree)
        return bytes(etree.tostring(tree))


def _texts(tree: etree._Element) -> Iterator[str]:
    for paragraph in tree.iter(f"{W}p"):
        if text := " ".join("".join(one.text or "" for one in paragraph.iter(f"{W}t")).split()):
            yield text


def _read_inserted(
    tree: etree._Element,
    archive: zipfile.ZipFile,
    ids: Iterator[int],
    notes: dict[str, list[etree._Element]],
    bookmarks: Bookmarks,
) -> Iterator[LeftOutAt]:
    """Put the paragraphs of inserted documents in their places, and their notes among `notes`, by kind."""
    for chunk in list(tree.iter(f"{W}altChunk")):
        found = inserted(archive, chunk, ids)
        if found is None:
            yield from bookmarks.at([chunk], UNREAD)
        for what, words in found.left_out if found else ():
            yield from bookmarks.at([chunk], what, words)
        replace(chunk, found.paragraphs if found else [])
        for kind, of_chunk in found.notes.items() if found else ():
            notes.setdefault(kind, []).extend(of_chunk)


def _notes_of(archive: zipfile.ZipFile) -> Iterator[str]:
    """The notes that the file has, such as "footnote-2"."""
    for part in archive.infolist():
        body = BODY.fullmatch(part.filename)
        if body and body[1] != "document":
            yield from _ids_in({body[1].removesuffix("s"): list(read_tree(archive.read(part)))})


def _ids_in(notes: Mapping[str, Sequence[etree._Element]]) -> Iterator[str]:
    for kind, of_kind in notes.items():
        yield from (f"{kind}-{note.get(f'{W}id', '')}" for note in of_kind)


def _part(archive: zipfile.ZipFile, name: str) -> etree._Element | None:
    return read_tree(archive.read(name)) if name in archive.namelist() else None


def _print_numbers(
    tree: etree._Element, numbering: Numbering, levels: Mapping[str, int], bookmarks: Bookmarks
) -> Iterator[LeftOutAt]:
    """Write the numbers of paragraphs into their text, as Word prints them; those of the items of lists are left out.

    A list numbers paragraphs if a style or a heading has its numbers, or if it goes on behind a heading.
    """
    paragraphs = [(paragraph, numbering.of(paragraph)) for paragraph in tree.iter(f"{W}p")]
    headed = [bool(heading_level(paragraph, levels)) for paragraph, _ in paragraphs]
    running = _running(numbering, paragraphs, headed)
    counter, items = Counter(numbering), list[etree._Element]()
    for (paragraph, place), heading in zip(paragraphs, headed, strict=True):
        if place is None:
            continue
        number = counter.next(place)
        by_style = paragraph.find(f"{W}pPr/{W}numPr/{W}numId") is None
        if number and (by_style or heading or numbering.lists[place[0]].definition in running):
            _set_place(paragraph, None)
            if any((one.text or "").strip() for one in paragraph.iter(f"{W}t")):
                begin = 0 if paragraph.find(f"{W}pPr") is None else 1
                paragraph.insert(begin, run_of(f"{number} "))
        else:
            _set_place(paragraph, place)
            items += [paragraph] if numbering.counts(place) else []
    yield from bookmarks.at(items, "the number that Word gives to a paragraph")


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


def _without_styles(data: bytes, styles: Set[str]) -> bytes:
    """The lists, of which none is tied to a style of paragraphs, as each paragraph says to which it belongs.

    What points to a definition that the file does not have is taken away, as Word does; `styles` are those of lists.
    """
    tree = read_tree(data)
    for tie in list(tree.iter(f"{W}pStyle", f"{W}numStyleLink")):
        if tie.tag == f"{W}pStyle" or tie.get(f"{W}val") not in styles:
            remove(tie)
    for one in list(tree.iter(f"{W}num")):
        if one.find(f"{W}abstractNumId[@{W}val]") is None:
            remove(one)
    return bytes(etree.tostring(tree))


def _make_plain(tree: etree._Element, levels: Mapping[str, int], raising: Set[str]) -> None:
    for run in tree.iter(f"{W}r"):
        _raise_marks(run, raising)
    for formula in list(tree.iter(f"{M}oMathPara", f"{M}oMath")):
        if formula.getparent() is not None and next(formula.iterancestors(f"{M}oMathPara"), None) is None:
            replace(formula, [run_of(" ".join(one.text or "" for one in formula.iter(f"{M}t")))])
    for ruby in list(tree.iter(f"{W}ruby")):
        pieces = ["".join(one.text or "" for one in ruby.iterfind(f"{W}{part}//{W}t")) for part in ("rubyBase", "rt")]
        replace(ruby, list(run_of(" ".join(pieces))))  # a text, and how it is said
    for box in list(tree.iter(f"{W}txbxContent")):
        _place_box(box)
    for paragraph in tree.iter(f"{W}p"):
        mark_heading(paragraph, levels)
    for reference in tree.iter(*MARKED):
        if is_on(reference.get(f"{W}customMarkFollows", "0")):
            for mark in list(marks_after(reference)):
                mark.text = ""


def _raise_marks(run: etree._Element, raising: Set[str]) -> None:
    """Raise figures that a style raises, or that are set higher than their line: they are marks."""
    style, position = run.find(f"{W}rPr/{W}rStyle"), run.find(f"{W}rPr/{W}position")
    higher = position is not None and re.fullmatch(r"[1-9]\d*", position.get(f"{W}val", ""))
    if higher or (style is not None and style.get(f"{W}val") in raising):
        properties = run.find(f"{W}rPr")
        if properties is not None and properties.find(f"{W}vertAlign") is None:
            etree.SubElement(properties, f"{W}vertAlign", {f"{W}val": "superscript"})


def _place_box(box: etree._Element) -> None:
    """A text box that mammoth would not read: its paragraphs follow the paragraph that it is fixed to."""
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
