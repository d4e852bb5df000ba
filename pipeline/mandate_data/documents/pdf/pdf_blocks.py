"""Passages and tables become blocks: which are headings, of what level; which items form a list; whole texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mandate_data.documents.document import Block, Mark, Text, row_of
from mandate_data.documents.line_breaks import before_next_line
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_notes import LARGER, Note
from mandate_data.documents.pdf.pdf_paragraphs import Passage
from mandate_data.documents.pdf.pdf_tables import Row, Table
from mandate_data.documents.printed_words import PrintedWords

BOLD_LARGER = 1.02  # of the size of the running text: a heading, if it is bold
QUOTED = 2.5  # of the size: what is set so much further in stands apart
INDENT = 0.8  # of the size: an item so much further in belongs to an inner list
LONGEST_HEADING = 300  # characters
LONGEST_BOLD = 150  # characters of a heading that is no larger than the running text
SAME_LEVEL = 0.3  # points


def blocks_of(found: Sequence[Passage | Table], notes: Sequence[Note], body: float) -> list[Block]:
    """The blocks in reading order, each note after the passage that the end of its page interrupts.

    `body` is the size of the running text, in points.
    """
    words = _words(found, notes)
    levels = _levels([one for one in found if isinstance(one, Passage) and _is_heading(one, body)], body)
    groups = _Groups()
    blocks: list[Block] = []
    left = list(enumerate(notes, 1))
    for position, one in enumerate(found):
        if isinstance(one, Table):
            blocks += _rows(one, groups.table(), words)
        else:
            blocks.append(_block(one, body, levels, groups, words))
        # Notes come when the next passage begins on a later page.
        ahead = found[position + 1].page if position + 1 < len(found) else None
        while left and (ahead is None or left[0][1].lines[0].page < ahead):
            place, note = left.pop(0)
            text, marks = _joined(note.lines, words, note.cut)
            own = marks and marks[0].offset == 0
            blocks.append(Block("footnote", text, number=note.number, marks=marks[1:] if own else marks, group=place))
    return blocks


class _Groups:
    """Numbers for lists and tables: items at one indent, one after another, form a list; deeper ones an inner one."""

    def __init__(self) -> None:
        self.last = 0
        self.open: list[tuple[float, int]] = []

    def table(self) -> int:
        self.open.clear()
        self.last += 1
        return self.last

    def item(self, indent: float, size: float) -> int:
        while self.open and indent < self.open[-1][0] - size * INDENT:
            self.open.pop()
        if not self.open or indent > self.open[-1][0] + size * INDENT:
            self.last += 1
            self.open.append((indent, self.last))
        return self.open[-1][1]

    def end(self) -> None:
        self.open.clear()


def _block(
    passage: Passage, body: float, levels: Mapping[tuple[float, bool], int], groups: _Groups, words: PrintedWords
) -> Block:
    text, marks = _joined(passage.lines, words, passage.cut)
    first = passage.lines[0]
    if passage.kind == "item":
        group, label = groups.item(first.indent, first.size), first.text[: passage.cut].strip()
        level = len(groups.open) - 1
        labelled = any(map(str.isalnum, label))
        return Block("item", text, level, marks=marks, group=group, boxed=first.boxed, label=label if labelled else "")
    groups.end()
    if _is_heading(passage, body):
        return Block("heading", text, level=levels[_type(passage, body)], marks=marks)
    return Block("paragraph", text, marks=marks, boxed=_is_boxed(passage))


def _is_heading(passage: Passage, body: float) -> bool:
    """Larger than the running text, or bold and short; a long text is none."""
    text = " ".join(line.text for line in passage.lines)
    if passage.kind != "paragraph" or len(text) > LONGEST_HEADING:
        return False
    bold = all(line.bold for line in passage.lines)
    if passage.lines[0].size > body * LARGER:
        return bold or len(passage.lines) == 1 or not text.endswith(".")
    if bold and passage.lines[0].size > body * BOLD_LARGER:
        return True
    return bold and len(text) <= LONGEST_BOLD and text[-1] not in '.;:,”"'


def _type(passage: Passage, body: float) -> tuple[float, bool]:
    line = passage.lines[0]
    return (round(line.size, 1), True) if line.size > body * BOLD_LARGER else (body, False)


def _levels(headings: Sequence[Passage], body: float) -> dict[tuple[float, bool], int]:
    """The level of each type of heading: the larger, the higher."""
    levels: dict[tuple[float, bool], int] = {}
    level, last = 0, float("inf")
    for kind in sorted({_type(one, body) for one in headings}, reverse=True):
        if last - kind[0] > SAME_LEVEL:
            level, last = level + 1, kind[0]
        levels[kind] = min(level, 6)
    return levels


def _is_boxed(passage: Passage) -> bool:
    """In a frame, set wholly in bold or italics, or set in on the left and, where that can be told, on the right."""
    lines = passage.lines
    if lines[0].boxed or all(line.bold for line in lines) or all(line.italic for line in lines):
        return True
    quoted = QUOTED * lines[0].size
    return all(line.indent >= quoted for line in lines) and all(line.room >= quoted / 2 for line in lines)


def _rows(table: Table, group: int, words: PrintedWords) -> list[Block]:
    return [row for row in (_row(row, group, words) for row in table.rows) if row.text.value.strip(" |")]


def _row(row: Row, group: int, words: PrintedWords) -> Block:
    # An empty cell has no line of its own: it stands where the row begins.
    first = min(line.number for cell in row for line in cell) if any(row) else 0
    read = [_joined(cell, words) if cell else (Text("", ((0, first),)), ()) for cell in row]
    return row_of([Block("row", text, marks=marks) for text, marks in read], group)


def _joined(lines: Sequence[Line], words: PrintedWords, cut: int = 0) -> tuple[Text, tuple[Mark, ...]]:
    """The text of lines, without the first `cut` characters; a word that a line's end broke is whole again."""
    value = ""
    starts: list[tuple[int, int]] = []
    marks: list[Mark] = []
    for line in lines:
        text = line.text[cut:] if line is lines[0] else line.text
        shift = len(line.text) - len(text)
        value = before_next_line(value, text, words)
        starts.append((len(value), line.number))
        marks += [Mark(max(len(value) + mark.offset - shift, 0), mark.number) for mark in line.marks]
        value += text
    return Text(value, tuple(starts)), tuple(marks)


def _words(found: Sequence[Passage | Table], notes: Sequence[Note]) -> PrintedWords:
    """The words that are printed within lines."""
    lines = [line for one in found if isinstance(one, Passage) for line in one.lines]
    lines += [line for one in found if isinstance(one, Table) for row in one.rows for cell in row for line in cell]
    lines += [line for note in notes for line in note.lines]
    return PrintedWords(line.text for line in lines)
