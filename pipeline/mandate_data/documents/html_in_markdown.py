"""HTML between the paragraphs of a Markdown text becomes blocks: tables are rows, lists items, all else paragraphs."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

from mandate_data.documents.document import Block, BlockKind, LeftOut, Mark, Text, count_words, row_of
from mandate_data.documents.html_grid import Grid
from mandate_data.documents.html_tags import COMMENT, INSTRUCTION, VOID, not_shown, said_in
from mandate_data.documents.html_unshown import Unshown
from mandate_data.documents.line_breaks import SOFT_HYPHEN, has_no_blank
from mandate_data.documents.raised_marks import kept_raised, raised_marks
from mandate_data.note_headings import note_of_id
from mandate_data.typography import without_unseen

APART = re.compile(
    r"address|article|aside|blockquote|caption|center|d[dlt]|details|div|fieldset|figcaption|figure|footer|form|h[1-6r]|"
    r"header|legend|li|main|nav|[ou]l|p|pre|section|summary|table|tbody|tfoot|thead|tr"
)
PARTS_WORDS = re.compile(
    r"audio|br|button|canvas|dialog|iframe|listing|input|object|optgroup|option|plaintext|r[pt]|select|text|textarea|tspan|video|xmp"
)
CELL = ("td", "th")
OF_NOTES = ("aside", "dd", "div", "li", "p", "section")
"""Tags that hold a note, if their ids say so."""
ENDED_BY = {
    "p": APART,
    "li": re.compile("li"),
    "dt": re.compile("d[dt]"),
    "dd": re.compile("d[dt]"),
    "option": re.compile("option|optgroup"),
    "tr": re.compile("tr|tbody|tfoot"),
    "td": re.compile("t[dhr]|tbody|tfoot"),
    "th": re.compile("t[dhr]|tbody|tfoot"),
}
"""Tags that may be left open, and those that end them."""


def parts_words(tag: str) -> bool:
    """Whether text before a tag of this name and text behind it are no one word."""
    return tag in CELL or (APART.fullmatch(tag) or PARTS_WORDS.fullmatch(tag)) is not None


class HtmlBlocks(HTMLParser):
    """The blocks of HTML, which `read` is given piece by piece; its tables and lists have groups after `group`.

    What is not shown as text is in `left_out`, counted: comments, scripts, hidden text, descriptions of images.
    """

    def __init__(self, group: int, boxed: bool) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.left_out: list[LeftOut] = []
        self.group = group
        self._first, self._boxed = 1, boxed
        self._value = ""
        self._starts: list[tuple[int, int]] = []
        self._marks: list[Mark] = []
        self._row: list[Block] | None = None
        self._grid = Grid()
        self._in_cell = self._in_item = False
        self._level = 0
        self._note: tuple[str, str] | None = None  # the tag of the note that is open, and its number
        self._notes = 0
        self._raised: str | None = None  # what is raised, until its end
        self._ended = False  # a line has ended, and nothing stands behind it yet
        self._unshown = Unshown()

    def read(self, html: str, line: int) -> None:
        """Go on with a piece that begins on this line."""
        self._first = line - self.getpos()[0] + 1
        self.feed(html)
        self.close()

    def end(self) -> list[Block]:
        """End whatever is open. All blocks."""
        self.left_out += self._unshown.end()
        self._end_row()
        self._end_paragraph()
        return self.blocks

    @property
    def in_cell(self) -> bool:
        """Whether the cell of a table is open, and its text is shown."""
        return self._row is not None and self._in_cell and not self._unshown

    def insert(self, block: Block) -> None:
        """Add the text of a block of Markdown to the cell that is open."""
        self._add(" ")
        begin = len(self._value)
        ends = [*(start for start, _ in block.text.starts[1:]), len(block.text.value)]
        for (start, line), end in zip(block.text.starts, ends, strict=True):
            self._add(block.text.value[start:end], line)
        self._marks += [replace(mark, offset=begin + mark.offset) for mark in block.marks]
        self._add(" ")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self._unshown and (ends := ENDED_BY.get(self._unshown.last)) and ends.fullmatch(tag):
            self._close_unshown(self._unshown.last)
        given = dict(attrs)
        for called, text in said_in(tag, given):
            self._leave_out(called, text)
        if self._unshown:
            self._unshown.open(tag)
        elif (what := not_shown(tag, given)) and tag not in VOID:
            self._unshown.begin(tag, what, self._line())
            self._begin(tag, given)
        else:
            self._begin(tag, given)

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in OF_NOTES and self._row is None and (number := note_of_id(given.get("id") or "")):
            self._end_paragraph()
            self._note, self._notes = (tag, number), self._notes + 1
        if tag == "sup":
            self._raised = ""
        elif tag == "table":
            self._end_row()
            self._end_paragraph()
            self.group += 1
            self._grid = Grid()
        elif tag == "tr":
            self._end_row()
            self._end_paragraph()
            self._row = []
        elif tag in CELL:
            if self._row is None:
                self._end_paragraph()
                self._row = []
            self._end_cell(always=self._in_cell)
            self._skip_covered(self._row)
            self._in_cell = True
            self._grid.begin(given)
        elif PARTS_WORDS.fullmatch(tag) or (APART.fullmatch(tag) and self._row is not None):
            self._add(" ")
            self._ended = False
        elif APART.fullmatch(tag):
            self._end_paragraph()
            self._level = int(tag[1]) if re.fullmatch(r"h[1-6]", tag) else 0
            self.group += tag in ("ul", "ol")
            self._in_item = tag == "li" or (self._in_item and tag == "p")

    def handle_endtag(self, tag: str) -> None:
        if self._unshown:
            if not self._close_unshown(tag) and (APART.fullmatch(tag) or tag in CELL):
                self.left_out += self._unshown.end()  # what is around it ends, too
            if self._unshown:
                return
        if tag == "sup" and self._raised is not None:
            self._end_raised()
        elif tag in CELL and self._row is not None:
            self._end_cell(always=True)
        elif tag in ("tr", "table"):
            self._end_row()
        elif PARTS_WORDS.fullmatch(tag) or (APART.fullmatch(tag) and self._row is not None):
            self._add(" ")
            self._ended = False
        elif APART.fullmatch(tag):
            self._end_paragraph()
            self._level, self._in_item = 0, False
            self._note = None if self._note and tag in (self._note[0], "ol", "ul", "dl") else self._note

    def handle_data(self, data: str) -> None:
        if self._unshown:
            self._unshown.add(data)
            return
        if self._raised is not None:
            self._raised += data
            return
        line = self._line()
        for piece in re.split(r"(\n)", data):
            if piece == "\n":
                self._ended = self._ended or not self._value.endswith(" ")
                self._add(" ")
                line += 1
            elif piece:
                self._add(piece, line)

    def handle_comment(self, data: str) -> None:
        self._leave_out(COMMENT, data)

    def handle_pi(self, data: str) -> None:
        self._leave_out(INSTRUCTION, data)

    def unknown_decl(self, data: str) -> None:
        self._leave_out(INSTRUCTION, data)

    def _leave_out(self, what: str, text: str) -> None:
        if words := count_words(text):
            self.left_out.append(LeftOut(what, words, line=self._line()))

    def _close_unshown(self, tag: str) -> bool:
        """End a tag in what is not shown, and that, if none is left; False if none of this name is open."""
        closed = self._unshown.close(tag)
        if not self._unshown:
            self.left_out += self._unshown.end()
        return closed

    def _end_raised(self) -> None:
        raised, self._raised = self._raised or "", None
        if numbers := raised_marks(self._value, raised):
            self._marks += [Mark(len(self._value.rstrip()), number) for number in numbers]
            self._add(" " if raised[-1:].isspace() else "")
        else:
            self._add(kept_raised(self._value, raised))

    def _line(self) -> int:
        return self._first + self.getpos()[0] - 1

    def _add(self, text: str, line: int = 0) -> None:
        text = re.sub(r"[ \t\f]+", " ", without_unseen(text).replace(SOFT_HYPHEN, ""))
        if not self._value.strip():
            self._value, self._starts = "", []
        if self._ended and text.strip():
            if has_no_blank(self._value.rstrip(), text.lstrip()):
                self._value, text = self._value.rstrip(), text.lstrip()
            self._ended = False
        if not self._value or self._value.endswith(" "):
            text = text.lstrip(" ")
        if text and (not self._starts or (line and self._starts[-1][1] != line)):
            self._starts.append((len(self._value), line or self._line()))
        self._value += text

    def _taken(self, kind: BlockKind) -> Block:
        """The text so far as a block."""
        if self._raised is not None:
            self._end_raised()
        value = self._value.rstrip()
        text = Text(value, tuple(self._starts) if value else ((0, self._line()),))
        marks = tuple(replace(mark, offset=min(mark.offset, len(value))) for mark in self._marks)
        self._value, self._starts, self._marks, self._ended = "", [], [], False
        return Block(kind, text, marks=marks, boxed=self._boxed)

    def _end_paragraph(self) -> None:
        if self._value.strip() or self._marks or self._raised:
            if self._note is not None:
                self.blocks.append(self._of_note(self._note[1]))
                return
            block = self._taken("heading" if self._level else "item" if self._in_item else "paragraph")
            group = self.group if block.kind == "item" else 0
            self.blocks.append(replace(block, level=self._level, group=group))
            self._in_item = False

    def _of_note(self, number: str) -> Block:
        """The text so far as a part of the note that is open, without its own mark."""
        block = self._taken("footnote")
        own = bool(block.marks) and not block.marks[0].offset
        return replace(block, number=number, marks=block.marks[own:], group=self._notes)

    def _end_cell(self, always: bool = False) -> None:
        """End the cell that is open, or what has text without being in one."""
        if self._row is None or not (always or self._value.strip() or self._marks or self._raised):
            return
        wide = self._grid.end(len(self._row))
        cell = self._taken("row")
        self._row += [cell, *(self._taken("row") for _ in range(wide - 1))]
        self._in_cell = False

    def _skip_covered(self, row: list[Block]) -> None:
        """Where a cell of a row above reaches down, the row has an empty one."""
        row += [self._taken("row") for _ in range(self._grid.covered(len(row)))]

    def _end_row(self) -> None:
        if self._row is None:
            return
        self._end_cell(always=self._in_cell)
        self._skip_covered(self._row)
        row, self._row = row_of(self._row, self.group, self._boxed), None
        if row.text.value.strip(" |") or row.marks:
            self.blocks.append(row)
