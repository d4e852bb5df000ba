"""Documents that a Word document inserts as files of their own: their paragraphs and notes are read at their place."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from mandate_data.archives import open_archive
from mandate_data.documents.document import Block, Mark
from mandate_data.documents.docx_elements import W, read_tree, run_of
from mandate_data.documents.docx_notes import MARKED
from mandate_data.documents.file_kinds import marked_encoding
from mandate_data.documents.html_in_markdown import HtmlBlocks
from mandate_data.documents.text_decoder import text_encoding
from mandate_data.limits import LARGEST_INSERTED

RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
RELATIONS = "word/_rels/document.xml.rels"
UNREAD = "a document that is inserted as a file of its own"
HEAD = 2048  # bytes of a web page that may name its encoding
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.IGNORECASE)
PARTS = {"": "word/document.xml", "footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
KEPT = tuple(f"{W}{tag}" for tag in ("t", "tab", "br", "cr", "ptab", "noBreakHyphen", "softHyphen"))

Ids = Mapping[tuple[str, str], str]
"""The new id of each note by its kind and its own, which notes of the document may have, too."""


@dataclass(frozen=True, slots=True)
class Inserted:
    """What a file that is inserted holds: its paragraphs, the notes of each kind that these mark, and what is left out
    of it, with the number of words."""

    paragraphs: list[etree._Element]
    notes: dict[str, list[etree._Element]] = field(default_factory=dict)
    left_out: tuple[tuple[str, int], ...] = ()


def inserted(archive: zipfile.ZipFile, chunk: etree._Element, ids: Iterator[int]) -> Inserted | None:
    """What the file that `chunk` inserts holds; None where it is not read. `ids` are for its notes.

    Read are texts, web pages and Word documents: of these the paragraphs and cells, and the notes.
    """
    name = _target(archive, chunk.get(RELATION, ""))
    if name not in archive.namelist() or archive.getinfo(name).file_size > LARGEST_INSERTED:
        return None
    data = archive.read(name)
    match posixpath.splitext(name)[1].lower():
        case ".txt":
            return Inserted([_paragraph(text) for text in _decoded(data).split("\n")])
        case ".htm" | ".html" | ".xhtml":
            page = HtmlBlocks(0, boxed=False)
            page.read(_decoded(data), 1)
            blocks = page.end()
            left_out = tuple((f"{one.what} in a web page that is inserted", one.words) for one in page.left_out)
            return Inserted([_marked_paragraph(block) for block in blocks], left_out=left_out)
        case ".docx":
            return _word(data, ids)
        case _:
            return None


def _target(archive: zipfile.ZipFile, identity: str) -> str:
    if RELATIONS not in archive.namelist():
        return ""
    for one in read_tree(archive.read(RELATIONS)):
        if one.get("Id") == identity and one.get("TargetMode") != "External":
            return posixpath.normpath(posixpath.join("/word", one.get("Target", ""))).lstrip("/")
    return ""


def _decoded(data: bytes) -> str:
    """The text of a file: in the encoding of its byte order mark, in UTF-8, or in what it names, as web pages do.

    Latin-1 is what programs call Windows-1252, in which they write.
    """
    if marked := marked_encoding(data):
        return data.decode(marked, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        named = CHARSET.search(data[:HEAD])
        return data.decode(_known(named[1].decode("ascii")) if named else "cp1252", "replace")


def _known(name: str) -> str:
    try:
        encoding = text_encoding(name)
    except LookupError:
        return "cp1252"
    return "cp1252" if encoding in ("iso8859-1", "ascii", "utf-8") else encoding


def _paragraph(text: str) -> etree._Element:
    paragraph = etree.Element(f"{W}p")
    paragraph.append(run_of(text))
    return paragraph


def _marked_paragraph(block: Block) -> etree._Element:
    """A paragraph with the text of a block, in which its marks are raised; a note begins with its own."""
    paragraph, done = etree.Element(f"{W}p"), 0
    marks = [*((Mark(0, block.number),) if block.number else ()), *block.marks]
    for place, mark in enumerate(marks):
        said = block.text.value[done : mark.offset]
        beside = place > 0 and not said
        paragraph.extend([run_of(said), _raised(f", {mark.number}" if beside else mark.number)])
        done = mark.offset
    paragraph.append(run_of(block.text.value[done:]))
    return paragraph


def _raised(text: str) -> etree._Element:
    run, properties = run_of(text), etree.Element(f"{W}rPr")
    etree.SubElement(properties, f"{W}vertAlign", {f"{W}val": "superscript"})
    run.insert(0, properties)
    return run


def _word(data: bytes, ids: Iterator[int]) -> Inserted | None:
    try:
        with open_archive(io.BytesIO(data)) as archive:
            parts = [archive.getinfo(name) for name in PARTS.values() if name in archive.namelist()]
            if not parts or sum(part.file_size for part in parts) > LARGEST_INSERTED:
                return None
            trees = {kind: read_tree(archive.read(name)) for kind, name in PARTS.items() if name in archive.namelist()}
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return None
    new = defaultdict[tuple[str, str], str](lambda: str(next(ids)))
    text = list(_paragraphs(trees.pop(""), new)) if "" in trees else []
    return Inserted(text, {kind: list(_notes(tree, kind, new)) for kind, tree in trees.items()})


def _notes(tree: etree._Element, kind: str, new: Ids) -> Iterator[etree._Element]:
    for note in tree.iter(f"{W}{kind}"):
        if note.get(f"{W}type", "normal") == "normal":
            copy = etree.Element(f"{W}{kind}", {f"{W}id": new[kind, note.get(f"{W}id", "")]})
            copy.extend(_paragraphs(note, new))
            yield copy


def _paragraphs(tree: etree._Element, new: Ids) -> Iterator[etree._Element]:
    """The paragraphs of an inserted document that say something, without what refers to its styles and lists."""
    for paragraph in tree.iter(f"{W}p"):
        copy = etree.Element(f"{W}p")
        for run in paragraph.iter(f"{W}r"):
            moved = next(run.iterancestors(f"{W}moveFrom"), None) is not None
            if not moved and next(run.iterancestors(f"{W}p"), None) is paragraph:
                copy.append(_run(run, new))
        if any((one.text or "").strip() for one in copy.iter(f"{W}t")):
            yield copy


def _run(run: etree._Element, new: Ids) -> etree._Element:
    copy = etree.Element(f"{W}r")
    raised = run.find(f"{W}rPr/{W}vertAlign")
    if raised is not None:
        etree.SubElement(copy, f"{W}rPr").append(deepcopy(raised))
    for one in run:
        if one.tag in KEPT:
            copy.append(deepcopy(one))
        elif one.tag in MARKED:
            kind = str(one.tag).removeprefix(W).removesuffix("Reference")
            mark = etree.SubElement(copy, one.tag, dict(one.attrib))
            mark.set(f"{W}id", new[kind, one.get(f"{W}id", "")])
    return copy
