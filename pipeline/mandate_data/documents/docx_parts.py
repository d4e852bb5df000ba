"""The XML of a Word document is made plain before mammoth reads it, which leaves out what it does not know.

Fields, formulas, text of either direction and text boxes become runs and paragraphs; headings of any style become
headings; notes get the numbers that Word prints. What still can't be read is counted.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from mandate_data.documents.document import LeftOut, count_words

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
ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


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
    counted = _counted_numberings(archive)
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
                left_out += _left_out(tree, counted)
                if part.filename.startswith("word/document"):
                    numbers = _note_numbers(tree)
                _make_plain(tree, levels)
                data = etree.tostring(tree)
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


def _left_out(tree: etree._Element, counted: frozenset[tuple[str, str]]) -> Iterator[LeftOut]:
    for chunk in list(tree.iter(f"{W}altChunk")):
        _replace(chunk, [])
        yield LeftOut("a document that is inserted as a file of its own")
    numbered = sum(_numbering(paragraph) in counted for paragraph in tree.iter(f"{W}p"))
    if numbered:
        yield LeftOut(f"the number that Word gives to {'a paragraph' if numbered == 1 else f'{numbered} paragraphs'}")
    deleted = [paragraph.iter(f"{W}delText") for paragraph in tree.iter(f"{W}p")]
    if words := sum(count_words("".join(one.text or "" for one in pieces)) for pieces in deleted):
        yield LeftOut("text that a tracked change deletes", words)
    if pictures := sum(1 for _ in tree.iter(f"{PICTURE}pic", f"{VML}imagedata")):
        yield LeftOut("a picture" if pictures == 1 else f"{pictures} pictures")


def _numbering(paragraph: etree._Element) -> tuple[str, str]:
    """The list that a paragraph belongs to, and its level there; "" for both where it has no number or bullet."""
    found = paragraph.find(f"{W}pPr/{W}numPr")
    if found is None:
        return "", ""
    values = [found.find(f"{W}{name}") for name in ("numId", "ilvl")]
    identity, level = (one.get(f"{W}val", "") if one is not None else "0" for one in values)
    return identity, level


def _counted_numberings(archive: zipfile.ZipFile) -> frozenset[tuple[str, str]]:
    """The lists and levels that count, and have no bullets."""
    if "word/numbering.xml" not in archive.namelist():
        return frozenset()
    tree = _tree(archive.read("word/numbering.xml"))
    counting: dict[str, list[str]] = {}
    for abstract in tree.iter(f"{W}abstractNum"):
        formats = [(level.get(f"{W}ilvl", ""), level.find(f"{W}numFmt")) for level in abstract.iter(f"{W}lvl")]
        counting[abstract.get(f"{W}abstractNumId", "")] = [
            level for level, form in formats if form is not None and form.get(f"{W}val") not in ("bullet", "none")
        ]
    found: set[tuple[str, str]] = set()
    for number in tree.iter(f"{W}num"):
        abstract = number.find(f"{W}abstractNumId")
        levels = counting.get(abstract.get(f"{W}val", ""), []) if abstract is not None else []
        found |= {(number.get(f"{W}numId", ""), level) for level in levels}
    return frozenset(found)


def _make_plain(tree: etree._Element, levels: dict[str, int]) -> None:
    for element in list(tree.iter(*WRAPPERS)):
        _unwrap(element)
    for formula in list(tree.iter(f"{M}oMathPara", f"{M}oMath")):
        if formula.getparent() is not None and next(formula.iterancestors(f"{M}oMathPara"), None) is None:
            _replace(formula, [_run(" ".join(one.text or "" for one in formula.iter(f"{M}t")))])
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
    if properties is None:
        return
    style = properties.find(f"{W}pStyle")
    own = properties.find(f"{W}outlineLvl")
    level = _level(own) if own is not None else levels.get(style.get(f"{W}val", ""), 0) if style is not None else 0
    if level:
        if style is None:
            style = etree.Element(f"{W}pStyle")
            properties.insert(0, style)
        style.set(f"{W}val", f"readHeading{level}")


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
            numbers[identity] = _roman(counts[kind]) if both and kind == "endnote" else str(counts[kind])
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


def _roman(number: int) -> str:
    text = ""
    for value, figure in ROMAN:
        while number >= value:
            text, number = text + figure, number - value
    return text
