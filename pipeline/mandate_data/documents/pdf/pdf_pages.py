"""A page of a PDF: lines and tables in reading order, rules and pictures, and whether all of it could be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from mandate_data.documents.document import LeftOut, Recognised, count_words
from mandate_data.documents.pdf.pdf_characters import Characters, Fonts
from mandate_data.documents.pdf.pdf_columns import arranged
from mandate_data.documents.pdf.pdf_directions import in_order
from mandate_data.documents.pdf.pdf_drawings import Drawings, Edge, drawings_of
from mandate_data.documents.pdf.pdf_drawn_tables import drawn_tables
from mandate_data.documents.pdf.pdf_drop_capitals import with_drop_capitals
from mandate_data.documents.pdf.pdf_figure_tables import figure_tables
from mandate_data.documents.pdf.pdf_groups import Group, framed_group, lines_beside, with_framed
from mandate_data.documents.pdf.pdf_line_numbers import line_numbers
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_missing_glyphs import shows_boxes
from mandate_data.documents.pdf.pdf_remarks import notes_of_readers
from mandate_data.documents.pdf.pdf_scans import scanned_page
from mandate_data.documents.pdf.pdf_sign_tables import sign_tables
from mandate_data.documents.pdf.pdf_tables import Table, tables_of
from mandate_data.documents.pdf.pdf_words import Frame, Word, words_of
from mandate_data.documents.text_recognition import Recogniser
from mandate_data.documents.text_tables import DRAWN

UNREADABLE = 0.2  # of a page's words: with more of these it has no text
SHORTEST_RULE = 40.0  # points
MOST_OF_PAGE = 0.5  # of the page
FEW_WORDS = 60  # besides a picture: with more the page is text
FOOT = 3  # lines at most
SMALL_PICTURE = 0.02  # of the page: a logo or an ornament
MAY_BE_TABLE = "that may be a table"
BOXES = "letters that may be lost beside those that the page shows as empty boxes, as their font lacks them"


@dataclass(frozen=True, slots=True)
class PageText:
    """What stands on a page, in reading order; `readable` says that all of it is text that was read."""

    number: int
    height: float
    body: list[Line | Table]
    rules: list[Edge]
    pictures: list[tuple[float, float, float]]
    """Left and right edge and foot of each."""
    readable: bool
    left_out: list[LeftOut]
    recognised: Recognised | None = None
    margins: tuple[float, ...] = ()
    """Where numbers of its lines ended."""


def read_page(
    page: Any,
    number: int,
    fonts: Fonts,
    recogniser: Recogniser | None = None,
    force: bool = False,
    form: Any = None,
    columns: Sequence[float] = (),
    margins: Sequence[float] = (),
    before: Table | None = None,
) -> PageText:
    """Read a page of PDFium; `fonts` says how the fonts are that its document was seen to have.

    `recogniser` reads what is a picture or has a font without meaning; with `force`, any page. `form` is the form that
    the document has; `columns` where columns of text began on the page before, `margins` where numbers of lines ended,
    and `before` is the table at its end.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    try:
        characters = Characters(page, text_page, fonts)
        found, lacks_letters = words_of(characters), shows_boxes(characters)
        left_out = notes_of_readers(page, number, form, found.words, found.frame)
    finally:
        pdfium.FPDFText_ClosePage(text_page)
    frame = found.frame
    drawings = drawings_of(page, frame)
    without_meaning = found.unreadable > UNREADABLE * len(found.words)
    words, mixed = in_order([] if without_meaning else found.words, frame.mirrored)
    words = with_drop_capitals(words)
    scanned = None
    if recogniser is not None and (force or (not words and (drawings.pictures or found.words))):
        scanned = scanned_page(page, number, recogniser)
        words, frame = scanned.words, scanned.frame
        drawings = replace(drawings, pictures=[])  # the page itself is one
    rules = _rules(drawings)
    numbering = line_numbers(words, margins)
    if numbering:
        words = [word for word in words if word not in numbering]
        left_out.append(LeftOut("numbers of lines in the margin", len(numbering), page=number))
    signed, others, doubtful_signs = sign_tables(words, number)
    tables, boxes, rest = tables_of(drawings, others, number)
    drawn, rest, unsure = _unruled_tables(rest, rules, number, before)
    framed = [framed_group(arranged(inside, number, rules)) for inside in boxes]
    framed += [Group(table.top, (table,)) for table in (*tables, *drawn, *signed)]
    groups = with_framed(arranged(rest, number, rules, columns), framed)
    pictures = [
        (left, right, foot)
        for left, right, top, foot in drawings.pictures
        if (right - left) * (foot - top) > SMALL_PICTURE * frame.height * frame.width
    ]
    body = [one for group in sorted(groups, key=_height) for one in group.elements]
    if lacks_letters and scanned is None:
        left_out.append(LeftOut(BOXES, page=number))
    if found.turned and scanned is None:
        left_out.append(LeftOut("text that is set at an angle", found.turned, page=number))
    if mixed and scanned is None:
        lines = "a line" if mixed == 1 else f"{mixed} lines"
        left_out.append(LeftOut(f"the order of the words in {lines} with text from right to left", page=number))
    doubtful = max(sum(group.doubtful for group in groups), lines_beside(drawn, groups))
    if doubtful > unsure:
        lines = "a line" if doubtful == 1 else f"{doubtful} lines"
        left_out.append(LeftOut(f"the order of the words in {lines} that may be columns of text", page=number))
    if doubtful_signs:
        left_out.append(LeftOut(DRAWN, page=number))
    if unsure:
        left_out.append(LeftOut(f"the columns of {unsure} lines {MAY_BE_TABLE}", page=number))
    if without_meaning and not words:
        unsaid = sum(count_words(word.text) for word in found.words)
        left_out.append(LeftOut("text in a font without meaning", unsaid, page=number))
    elif scanned is None and (untrusted := found.unreadable + found.doubtful):
        left_out.append(
            LeftOut("what words say whose font names their letters wrongly or not at all", untrusted, page=number)
        )
    if scanned is None and words and len(words) < FEW_WORDS and _pictured(drawings, frame) > MOST_OF_PAGE:
        left_out.append(LeftOut("a picture over most of the page, in which text may be", page=number))
    blank = not found.words and not pictures and not left_out
    readable = blank or (bool(words) and (scanned is not None or not found.unreadable))
    margins_of = tuple(sorted({round(word.x1, 1) for word in numbering}))
    recognised = scanned.recognised if scanned is not None and words else None
    return PageText(number, frame.height, body, rules, pictures, readable, left_out, recognised, margins_of)


def _unruled_tables(
    words: Sequence[Word], rules: Sequence[Edge], number: int, before: Table | None
) -> tuple[list[Table], list[Word], int]:
    """The tables without vertical rules among the words of a page; the other words; and how many lines may be rows of
    others. Where a table of numbers is known by their places and by the order in which it was drawn, the wider one is
    taken."""
    figures = figure_tables(words, rules, number, before)
    drawn = drawn_tables(words, rules, number, before)
    kept = [one for one in figures if not _is_as_wide(one.table, drawn[0])]
    if not kept:
        return drawn[0], drawn[1], drawn[2]
    taken = {word for one in kept for word in one.words}
    tables, rest, unsure = drawn_tables([word for word in words if word not in taken], rules, number, before)
    return [*(one.table for one in kept), *tables], rest, unsure


def _is_as_wide(table: Table, others: Sequence[Table]) -> bool:
    """Whether the tables at the height of a table are as wide, and have as many rows; or as many words, in cells of
    several lines."""
    foot = _foot(table)
    near = [other for other in others if other.top <= foot and _foot(other) > table.top]
    width = len(table.rows[0])
    several = sum(any(len(row[column]) > 1 for row in table.rows[1:]) for column in range(width)) > 1
    deep = any(len(cell) > 1 for other in near for row in other.rows for cell in row)
    if deep and sum(map(_words_of, near)) >= _words_of(table):
        return True
    near = [other for other in near if len(other.rows[0]) >= width]
    wider = all(len(other.rows[0]) >= width + (not several) for other in near)
    long = sum(len(other.rows) for other in near) >= len(table.rows)
    return bool(near) and wider and long


def _foot(table: Table) -> float:
    return max(line.bottom for row in table.rows for cell in row for line in cell)


def _words_of(table: Table) -> int:
    return sum(line.text.count(" ") + 1 for row in table.rows for cell in row for line in cell)


def _pictured(drawings: Drawings, frame: Frame) -> float:
    """How much of a page pictures cover, which may be the strips of one."""
    widths = [min(right, frame.width) - max(left, 0.0) for left, right, _, _ in drawings.pictures]
    heights = [min(foot, frame.height) - max(top, 0.0) for _, _, top, foot in drawings.pictures]
    areas = (max(width, 0.0) * max(height, 0.0) for width, height in zip(widths, heights, strict=True))
    return sum(areas) / max(frame.width * frame.height, 1.0)


def _height(group: Group) -> float:
    one = group.elements[0]
    return float(round(one.bottom)) if isinstance(one, Line) and one.edges is None else group.top


def _rules(drawings: Drawings) -> list[Edge]:
    """Horizontal rules, be they drawn as lines or as edges of boxes."""
    return sorted(
        {(round(one[0], 1), one[1], one[2]) for one in drawings.horizontal if one[2] - one[1] >= SHORTEST_RULE}
    )


def columns_of(page: PageText) -> list[float]:
    """Where the columns of text of a page begin, from left to right; none where it has one or they are several."""
    edges = sorted({one.edges for one in page.body if isinstance(one, Line) and one.edges is not None})
    apart = all(left[1] < right[0] for left, right in pairwise(edges))
    return [edge[0] for edge in edges] if len(edges) > 1 and apart else []


def table_at_end(page: PageText) -> Table | None:
    """The table with which a page ends, but for its foot; None for another page."""
    tables = [index for index, one in enumerate(page.body) if isinstance(one, Table)]
    last = page.body[tables[-1]] if tables and len(page.body) - tables[-1] - 1 <= FOOT else None
    widths = {len(row) for row in last.rows} if isinstance(last, Table) else set[int]()
    return last if isinstance(last, Table) and len(widths) == 1 and widths != {1} else None
