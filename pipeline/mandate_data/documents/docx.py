"""A Word document becomes blocks: headings, paragraphs, lists, tables, and footnotes after the block with their mark.

A Word document has no lines. Each of its blocks is a line of its own here, in reading order, so that evidence can name
it. Pictures are not read; the line of a caption is there, but empty, as captions may identify a child.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from xml.parsers.expat import ExpatError

import mammoth
from lxml import etree

from mandate_data.archives import open_archive
from mandate_data.documents.document import Block, BlockKind, LeftOut, Mark, Text, row_of, with_marks
from mandate_data.documents.docx_elements import BOOKMARK, LeftOutAt
from mandate_data.documents.docx_parts import made_plain
from mandate_data.documents.html_grid import Grid
from mandate_data.documents.raised_marks import kept_raised, raised_marks
from mandate_data.limits import LARGEST_WORD

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Image Caption'] => p.caption:fresh
p[style-name='Captioned Figure'] => p.caption:fresh
"""
HEADING = re.compile(r"h([1-6])")
NOTE = re.compile(r"((?:foot|end)note)-(-?\d+)")
REFERENCE = re.compile(r"((?:foot|end)note)-ref-(-?\d+)")
UNSAID = ("image", "Image", " style", "Unrecognised", "An unrecognised element", "complex field")


class DocxError(ValueError):
    """Why a file can't be read as a Word document."""


NO_DOCUMENT = "it has no part with the text of a document, as a workbook has none"
# What zipfile, the XML parser and mammoth end in on files that are damaged or made up.
FAULTS = (
    zipfile.BadZipFile, zlib.error, ExpatError, EOFError, KeyError, IndexError, AttributeError, TypeError, ValueError,
    OSError, NotImplementedError, RuntimeError, etree.XMLSyntaxError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A Word document: blocks in reading order; one line per block; those of captions; those after a picture."""

    blocks: list[Block]
    lines: list[str]
    captions: list[tuple[int, int]]
    after_picture: frozenset[int]
    left_out: list[LeftOut]
    heads: tuple[str, ...]


def parse_docx(data: bytes, safeguarded: bool = True) -> Word:
    """Read a Word document, its captions only if it is not `safeguarded`.

    Raises DocxError for anything else. Nothing outside the file is opened.
    """
    try:
        with open_archive(io.BytesIO(data)) as archive:
            size = sum(part.file_size for part in archive.infolist())
            if size > LARGEST_WORD:
                raise DocxError(f"unpacked it has {size:,} bytes")
            plain = made_plain(archive)
        converted = mammoth.convert_to_html(
            io.BytesIO(plain.data), style_map=STYLES, convert_image=mammoth.images.img_element(_no_image)
        )
    except DocxError:
        raise
    except FAULTS as error:
        said = " ".join(str(error).split()) or type(error).__name__
        raise DocxError(NO_DOCUMENT if "main document part" in said else said) from None
    left_out = [*plain.left_out, *_untold(converted.messages)]
    reader = _Reader(plain.numbers)
    reader.feed(converted.value)
    reader.close()
    return _on_lines(_with_notes(reader.blocks, reader.notes), safeguarded, left_out, plain.heads)


def _untold(messages: Sequence[object]) -> Iterator[LeftOutAt]:
    """What mammoth says that it did not read, but for what has no text, such as styles that it has no form for."""
    for message in dict.fromkeys(str(getattr(message, "message", message)) for message in messages):
        if not any(said in message for said in UNSAID):
            yield LeftOutAt(f"something that is not known ({message})")


def _no_image(image: object) -> dict[str, str]:
    """Pictures may show children; nothing of them is read."""
    return {}


@dataclass(slots=True)
class _Open:
    """A block being put together; `struck` says whether all of its text so far was bold or in italics.

    `noted` has the ids of the notes that it marks, `bookmarks` those of what is left out of it.
    """

    kind: BlockKind
    level: int = 0
    number: str = ""
    group: int = 0
    boxed: bool = False
    value: str = ""
    marks: list[Mark] = field(default_factory=list)
    noted: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    struck: bool = True
    caption: bool = False
    after_picture: bool = False
    cells: list[_Open] = field(default_factory=list)


@dataclass(slots=True)
class _Outer:
    """What is open where a table begins, which may be in a cell of another: see `_Reader`."""

    row: _Open | None
    cell: _Open | None
    parts: list[_Open]
    grid: Grid


class _Reader(HTMLParser):
    """Collects the blocks of mammoth's HTML, and its notes by their ids."""

    def __init__(self, numbers: dict[str, str]) -> None:
        super().__init__()
        self.blocks: list[_Open] = []
        self.notes: dict[str, list[_Open]] = {}
        self.open: _Open | None = None
        self.row: _Open | None = None
        self.parts: list[_Open] = []  # of the row, between the tables in its cells
        self.outer: list[_Outer] = []
        self.lists: list[int] = []
        self.items: list[bool] = []  # whether each that is open is a note
        self.tables: list[int] = []
        self.numbers = numbers
        self.grid = Grid()
        self.group = self.quotes = self.struck = self.raised = 0
        self.begins_item = self.pictured = self.inside = False
        self.waiting: list[str] = []  # bookmarks between blocks
        self.reference = self.note = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.row is not None and (tag in ("p", "li") or HEADING.fullmatch(tag)):
            self.handle_data(" ")  # what is a block elsewhere is text in a cell
            self.items += [False] if tag == "li" else []
            return
        if match := HEADING.fullmatch(tag):
            self._begin(_Open("heading", level=int(match[1])))
        match tag:
            case "p":
                kind: BlockKind = "item" if self.begins_item else "paragraph"
                group = self.lists[-1] if kind == "item" else 0
                caption = given.get("class") == "caption"
                level = len(self.lists) - 1 if kind == "item" else 0
                self._begin(_Open(kind, level, group=group, boxed=bool(self.quotes), caption=caption))
                self.begins_item = False
            case "li":
                note = NOTE.fullmatch(given.get("id") or "")
                self.items.append(note is not None)
                if note:
                    self.note = f"{note[1]}-{note[2]}"
                else:
                    self._begin(_Open("item", len(self.lists) - 1, group=self.lists[-1], boxed=bool(self.quotes)))
                    self.begins_item = True
            case "ul" | "ol":
                self.group += 1
                self.lists.append(self.group)
            case "blockquote":
                self.quotes += 1
            case "table":
                self.group += 1
                self.tables.append(self.group)
                self.outer.append(_Outer(self.row, self.open, self.parts, self.grid))
                self.grid = Grid()
            case "tr":
                self.row = _Open("row", group=self.tables[-1])
                self.parts = [self.row]
                self._add(self.row)
            case "td" | "th":
                self._skip_covered()
                self.open, self.inside = _Open("row"), True
                self.grid.begin(given)
            case "strong" | "em":
                self.struck += 1
            case "sup":
                self.raised += 1
            case "img":
                self.pictured = True
            case "br":
                self.handle_data(" ")
            case "a" if (given.get("id") or "").startswith(BOOKMARK):
                bookmarks = self.open.bookmarks if self.inside and self.open is not None else self.waiting
                bookmarks.append(str(given["id"]))
            case "a":
                match = REFERENCE.fullmatch(given.get("id") or "")
                self.reference = (
                    f"{match[1]}-{match[2]}" if match else "back" if "note-ref-" in (given.get("href") or "") else ""
                )

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and (self.row is not None or not (tag in ("p", "li") or HEADING.fullmatch(tag)))
        match tag:
            case "td" | "th" if self.row is not None and self.open is not None:
                wide = self.grid.end(len(self.row.cells))
                self.row.cells += [self.open, *(_Open("row") for _ in range(wide - 1))]
                self.open = None
            case "tr" if self.row is not None:
                self._skip_covered()
                self._end_parts(len(self.row.cells))
                self.row = None
            case "table":
                self.tables.pop()
                outer = self.outer.pop()
                self.row, self.open, self.parts = outer.row, outer.cell, outer.parts
                self.grid = outer.grid
                if self.row is not None and self.open is not None:
                    self._begin_part(self.row, self.open)
            case "ul" | "ol":
                self.lists.pop()
            case "blockquote":
                self.quotes -= 1
            case "strong" | "em":
                self.struck -= 1
            case "sup":
                self.raised -= 1
            case "a":
                self.reference = ""
            case "li":
                self.begins_item = False
                if self.items.pop():
                    self.note = ""

    def handle_data(self, data: str) -> None:
        if self.reference == "back" or self.open is None:
            return
        if self.reference:
            number = self.numbers.setdefault(self.reference, data.strip("[]"))
            self.open.marks.append(Mark(len(self.open.value.rstrip()), number))
            self.open.noted.append(self.reference)
            return
        if self.raised and (numbers := raised_marks(self.open.value, data)):
            place = len(self.open.value.rstrip())
            self.open.marks += [Mark(place, number) for number in numbers]
            self.open.value += " " if data[-1:].isspace() and place == len(self.open.value) > 0 else ""
            return
        text = re.sub(r"\s+", " ", kept_raised(self.open.value, data) if self.raised else data)
        self.open.value += text.lstrip() if not self.open.value or self.open.value.endswith(" ") else text
        self.open.struck = self.open.struck and (bool(self.struck) or not data.strip())

    def _begin_part(self, row: _Open, cell: _Open) -> None:
        """Go on with a row behind a table in one of its cells: what follows comes after that table."""
        self.row = _Open("row", group=row.group, cells=[_Open("row") for _ in row.cells])
        row.cells.append(cell)
        self.open = _Open("row")
        self.parts.append(self.row)
        self._add(self.row)

    def _end_parts(self, width: int) -> None:
        """Make all parts of a row as wide as it is; those without text are none."""
        filled = [any(cell.value.strip() or cell.marks for cell in part.cells) for part in self.parts]
        for index, part in enumerate(self.parts):
            if filled[index] or (not index and not any(filled)):
                part.cells += [_Open("row") for _ in range(width - len(part.cells))]
            else:
                part.cells = []

    def _skip_covered(self) -> None:
        """Where a cell of a row above reaches down, the row has an empty one."""
        if self.row is not None:
            self.row.cells += [_Open("row") for _ in range(self.grid.covered(len(self.row.cells)))]

    def _begin(self, block: _Open) -> None:
        if self.open is not None and self.begins_item and block.kind == "item" and not self.open.value:
            return  # the first paragraph of an item is the item
        self.open, self.inside = block, True
        block.after_picture, self.pictured = self.pictured, False
        self._add(block)

    def _add(self, block: _Open) -> None:
        """Add a block to the text, or to the note that is open, of which a heading, an item or a row is a part."""
        block.bookmarks, self.waiting = self.waiting, []
        if self.note:
            block.kind, block.number = "footnote", self.numbers.get(self.note, "")
            blocks = self.notes.setdefault(self.note, [])
            block.group = len(self.notes)
            blocks.append(block)
        else:
            self.blocks.append(block)


def _with_notes(blocks: Sequence[_Open], notes: dict[str, list[_Open]]) -> list[_Open]:
    """Each note after the block with its mark, or the table; those without mark, and endnotes beside footnotes, last.

    Endnotes are printed there: what "ibid." says in one goes back to the endnote before it.
    """
    placed: list[_Open] = []
    held: list[_Open] = []  # until the table ends
    left = dict(notes)
    ends = {block.group: index for index, block in enumerate(blocks) if block.kind == "row"}
    end = -1
    several = len({identity.split("-")[0] for identity in notes}) > 1
    for index, block in enumerate(blocks):
        placed.append(block)
        end = max(end, ends[block.group]) if block.kind == "row" else end
        for identity in [*block.noted, *(identity for cell in block.cells for identity in cell.noted)]:
            at_end = several and identity.startswith("end")
            held += [] if at_end else left.pop(identity, [])
        if index >= end:
            placed += held
            held = []
    return [*placed, *(note for several in left.values() for note in several)]


def _on_lines(opened: Sequence[_Open], safeguarded: bool, unread: list[LeftOutAt], heads: tuple[str, ...]) -> Word:
    blocks: list[Block] = []
    lines: list[str] = []
    captions: list[tuple[int, int]] = []
    after_picture: set[int] = set()
    places: dict[str, int] = {}
    pictured = False
    for opened_block in opened:
        line = len(lines) + 1
        within = [one for part in (opened_block, *opened_block.cells) for one in part.bookmarks]
        places |= dict.fromkeys(within, line)
        block = _row(opened_block, line) if opened_block.cells else _block(opened_block, line)
        pictured = pictured or opened_block.after_picture
        if block.text.value and pictured:
            after_picture.add(line)
            pictured = opened_block.caption  # what follows a caption may still be about the picture
        if block.text.value and opened_block.caption and safeguarded:
            captions.append((line, line))
            lines.append("")
        elif block.text.value:
            blocks.append(block)
            number = f"[^{block.number}]: " if block.kind == "footnote" else ""
            lines.append(number + with_marks(block.text.value, block.marks))
    left_out = [_left_out(one, min(places.get(f"{BOOKMARK}{one.place}", 0), len(lines))) for one in unread]
    if not blocks and not captions:
        left_out = [*left_out, LeftOut("all that it holds: there is no text in it, as in a scan")]
    return Word(blocks, lines, captions, frozenset(after_picture), left_out, heads)


def _left_out(one: LeftOutAt, line: int) -> LeftOut:
    others = f", {'here and ' if line else ''}in {one.times - 1} other place{'s' if one.times > 2 else ''}"
    return LeftOut(f"{one.what}{others if one.times > 1 else ''}", one.words, line=line)


def _block(opened: _Open, line: int) -> Block:
    value = opened.value.rstrip()
    return Block(
        kind=opened.kind,
        text=Text(value, ((0, line),)),
        level=opened.level,
        number=opened.number,
        marks=tuple(replace(mark, offset=min(mark.offset, len(value))) for mark in opened.marks),
        group=opened.group,
        boxed=opened.boxed or (opened.kind == "paragraph" and opened.struck),
    )


def _row(opened: _Open, line: int) -> Block:
    row = row_of([_block(cell, line) for cell in opened.cells], opened.group)
    row = replace(row, text=Text(row.text.value, ((0, line),)))
    if opened.kind == "footnote":  # the row of a table in a note
        return replace(row, kind="footnote", number=opened.number, cells=())
    return row
