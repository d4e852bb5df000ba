"""Hard-wrapped text becomes blocks: paragraphs between empty lines, and pages as `pdftotext -layout` writes them.

Empty lines, numbers of paragraphs and short lines end paragraphs; a form feed ends a page, whose running head, foot and
page number are left out and counted; the notes at its end are told by their numbers and their marks in its text. Text
in two columns is read one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from mandate_data.documents.broken_rows import broken_rows
from mandate_data.documents.document import Block, BlockKind, LeftOut, Text, count_words, row_of
from mandate_data.documents.drawn_tables import rows_of
from mandate_data.documents.page_breaks import join_broken
from mandate_data.documents.page_furniture import furniture
from mandate_data.documents.page_notes import first_note, notes_of
from mandate_data.documents.plain_marks import with_marks_of
from mandate_data.documents.printed_heads import HEADS
from mandate_data.documents.printed_lines import (
    LABEL,
    OpenBlock,
    PrintedLine,
    in_columns,
    printed_lines,
    usual_width,
    with_labels,
)
from mandate_data.documents.printed_words import PrintedWords
from mandate_data.documents.text_columns import ENDED, PAGE_END, columns_of
from mandate_data.documents.text_forms import ENDED_EARLY, LONGEST_HEADING, LONGEST_PRINTED
from mandate_data.documents.text_tables import is_tabbed
from mandate_data.note_headings import is_rule
from mandate_data.typography import BULLETS, RAISED_LETTERS, UNSPACED

BEGINS = re.compile(rf"(?:\d{{1,3}}\.|[IVX]{{1,6}}\.|[A-Z]\.|\([a-z]{{1,4}}\)|\(\d{{1,3}}\)|[-–*{BULLETS}])\s+\S")
LISTED = re.compile(rf"(?:\(?(?:[a-z]{{1,2}}|[ivxl]{{1,6}}|\d{{1,3}})\)|[a-z][./]|\d{{1,3}}\.)\s|[{RAISED_LETTERS}]")
ITEM = re.compile(rf"[-–*{BULLETS}]\s+")
SET_IN = 2  # characters by which the items of an inner list are further in
LETTERED_HEADING = re.compile(r"(?:[IVX]{1,6}|[A-Z])\.\s+[A-Z]")
OPEN = re.compile(rf".{{60}}[^\W\d_][,-]?$|[{UNSPACED}]{{19}}[^\W\d_]$")  # so a paragraph ends that goes on
COLUMNS = re.compile(r"\s{3,}|\s*\t\s*|\s*\.{4,}\s*")
HEADING = re.compile(r"(?!.*[.;:,?!’”\d-](?:\[\d{1,3}\])?$)")


def is_printed(lines: Sequence[str]) -> bool:
    """Whether the lines are printed pages, or wrapped paragraphs with empty lines between them, or columns of text."""
    if any(PAGE_END in line for line in lines):
        return True
    if any(len(line) > LONGEST_PRINTED for line in lines):
        return False  # each line holds a paragraph
    if any(is_tabbed(one) and is_tabbed(other) and _as_wide(one, other) for one, other in pairwise(lines)):
        return True
    gaps = continued = touching = 0
    before, empty = "", False
    for line in lines:
        text = line.strip()
        if is_rule(text):
            gaps += empty and before != ""
            before = ""
            continue
        if line and not text:
            return False  # a line of blanks: a dump that has an empty line after every printed one
        if text and before:
            gaps += empty
            continued += empty and _goes_on(before, text)
            touching += not empty and not (LABEL.fullmatch(text) or LABEL.fullmatch(before))
        before, empty = text or before, not text
    return (gaps > 0 and (continued * 5 <= gaps or touching > gaps)) or bool(columns_of(lines))


def _as_wide(one: str, other: str) -> bool:
    return one.strip().count("\t") == other.strip().count("\t")


def _goes_on(before: str, text: str) -> bool:
    """Whether a line goes on behind an empty one: a clause that begins with a mark or a capital is one of a list."""
    if LISTED.match(text):
        return False
    return (
        before.endswith("-")
        or (text[0].islower() and before[-1] not in ";:")
        or (before[-1] == "," and text[0].isdigit())
    )


def parse_printed(lines: Sequence[str]) -> tuple[list[Block], list[LeftOut]]:
    """The blocks of hard-wrapped text, the notes of each page after its text; running heads are left out."""
    printed = printed_lines(lines)
    pages = [list(page) for _, page in groupby(printed, key=lambda line: line.page)]
    edges = furniture(pages)
    pages = [with_labels([line for line in page if line.number not in edges]) for page in pages]
    left_out = []
    if count := sum(count_words(line.text) for line in printed if line.number in edges):
        left_out.append(LeftOut(HEADS, count))
    width = usual_width(printed)
    columns = [column for page in pages for column in in_columns(page)]
    words = PrintedWords(line.text for column in columns for line in column)
    blocks: list[Block] = []
    expected = 1
    for page in columns:
        place = first_note(page, expected)
        notes = list(notes_of(page[place:], words))
        numbers = [note.number for note in notes]
        found = with_marks_of(list(_blocks(page[:place], width, words)), numbers)
        _append(blocks, found)
        blocks += [note.block() for note in notes]
        expected = int(numbers[-1]) + 1 if numbers else expected
    return _grouped(blocks, {line.number: line.indent for column in columns for line in column}), left_out


def _append(blocks: list[Block], page: Sequence[Block]) -> None:
    """Add the blocks of a page, the first to the last of the page before if that goes on there."""
    last = next((index for index in reversed(range(len(blocks))) if blocks[index].kind != "footnote"), None)
    if last is not None and page and OPEN.search(blocks[last].text.value) and not BEGINS.match(page[0].text.value):
        joined = join_broken([blocks[last], page[0]])
        if len(joined) == 1:
            blocks[last], page = joined[0], page[1:]
    blocks += page


def _blocks(lines: Sequence[PrintedLine], width: int, words: PrintedWords) -> Iterator[Block]:
    """The paragraphs, headings, items and rows of a page."""
    open_block: OpenBlock | None = None
    last: PrintedLine | None = None
    listed = sum(line.text.startswith("* ") for line in lines) > 1  # one star alone marks a note
    broken = _broken(lines, words)
    covered = 0
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        if index in broken:
            if open_block is not None:
                yield open_block.block()
            open_block, last = None, line
            row, covered = broken[index]
            yield row
        if index < covered:
            continue
        cells = _cells(line, last, following)
        begins = (
            open_block is None
            or last is None
            or is_rule(last.text)
            or is_rule(line.text)
            or line.after_gap
            or bool(cells)
            or BEGINS.match(line.text) is not None
            or (last.width < ENDED_EARLY * width and ENDED.search(last.text) is not None)
            or open_block.kind == "heading"
        )
        if begins:
            if open_block is not None:
                yield open_block.block()
            open_block = None
        if cells:
            yield _row(cells, line.number)
        elif open_block is None:
            heading = _is_heading(line, following, width)
            item = ITEM.match(line.text) if listed or line.text[0] != "*" else None
            open_block = OpenBlock("heading" if heading else "item" if item else "paragraph")
            open_block.level = 0 if not heading else 1 if LETTERED_HEADING.match(line.text) else 2
            open_block.add(line.text[item.end() :] if item and not heading else line.text, line.number, words)
        else:
            open_block.add(line.text, line.number, words)
        last = line
    if open_block is not None:
        yield open_block.block()


def _is_heading(line: PrintedLine, following: PrintedLine | None, width: int) -> bool:
    """A short line without a full stop that nothing continues."""
    ends = (
        following is None or following.after_gap or is_rule(following.text) or BEGINS.match(following.text) is not None
    )
    goes_on = following is not None and not following.text[0].isupper()
    alone = ends or (LETTERED_HEADING.match(line.text) is not None and not goes_on)
    return (
        alone
        and len(line.text) <= LONGEST_HEADING
        and line.width < max(ENDED_EARLY * width, 1) + 1
        and line.text[0].isupper()
        and HEADING.match(line.text) is not None
    )


def _cells(line: PrintedLine, last: PrintedLine | None, following: PrintedLine | None) -> list[str]:
    """The cells of a line that is set in columns, as its neighbour is, or whose columns dots join; else none."""
    cells = COLUMNS.split(line.text)
    if len(cells) < 2:
        return []
    dotted = re.search(r"\.{4,}", line.text) is not None
    beside = any(one is not None and len(COLUMNS.split(one.text)) == len(cells) for one in (last, following))
    return cells if dotted or (beside and not BEGINS.match(line.text)) else []


def _broken(lines: Sequence[PrintedLine], words: PrintedWords) -> dict[int, tuple[Block, int]]:
    """The rows whose symbols the ends of lines break, by where they begin among the lines, and where they end there."""
    printed: list[str] = []
    places: list[int] = []
    for index, line in enumerate(lines):
        apart = bool(printed) and (line.after_gap or line.number != lines[index - 1].number + 1)
        printed += [*([""] if apart else []), " " * line.indent + line.text]
        places += [*([index] if apart else []), index]
    rows: dict[int, tuple[Block, int]] = {}
    for table in broken_rows(printed):
        first = places[table.first]
        row = rows_of(table, printed, words, begin=lines[first].number - table.first)[0]
        rows[first] = row, first + table.last - table.first
    return rows


def _row(cells: Sequence[str], line: int) -> Block:
    row = row_of([Block("row", Text(" ".join(cell.split()), ((0, line),))) for cell in cells])
    return replace(row, text=Text(row.text.value, ((0, line),)))


def _grouped(blocks: Sequence[Block], indents: Mapping[int, int]) -> list[Block]:
    """The same blocks; items and rows that follow one another have a group of their own, items that are set in further
    are an inner list. `indents` has how far each line is set in."""
    grouped: list[Block] = []
    group = 0
    lists: list[tuple[int, int]] = []  # how far those that are open are set in, and their groups; the innermost last
    last: BlockKind | None = None
    for block in blocks:
        if block.kind == "row":
            group += block.kind != last
            block = replace(block, group=group)
        elif block.kind == "item":
            indent = indents[block.line]
            lists = [one for one in lists if one[0] < indent + SET_IN] if last == "item" else []
            if not lists or lists[-1][0] + SET_IN <= indent:
                group += 1
                lists.append((indent, group))
            block = replace(block, group=lists[-1][1], level=len(lists) - 1)
        grouped.append(block)
        last = last if block.kind == "footnote" else block.kind
    return grouped
