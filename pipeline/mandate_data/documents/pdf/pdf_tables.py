"""Ruled tables of a page: rows of cells, each cell the lines in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from mandate_data.documents.document import Mark
from mandate_data.documents.pdf.pdf_cell_tables import inner_tables
from mandate_data.documents.pdf.pdf_drawings import Drawings
from mandate_data.documents.pdf.pdf_lines import Line, Words, lines_of
from mandate_data.documents.pdf.pdf_pieces import Piece, pieces_of
from mandate_data.documents.pdf.pdf_words import Word
from mandate_data.documents.pdf.ruled_cells import Box, Grid, grids_of

Row = tuple[tuple[Line, ...], ...]
OPEN = "/,-\u2013"
FEWEST_WORDS = 3  # of a cell with a table in it: more
LEAST = 4.0  # points: what is lower or narrower is a rule, not a cell


@dataclass(frozen=True, slots=True)
class Table:
    """A table, and the pages it begins and ends on; each row has the same number of cells, empty ones included.

    `cut` says that no line is drawn below its last row, which goes on on the next page.
    """

    page: int
    end_page: int
    top: float
    rows: tuple[Row, ...]
    cut: bool = False


def tables_of(drawings: Drawings, words: Words, number: int) -> tuple[list[Table], list[list[Word]], list[Word]]:
    """The tables of a page; the words of each frame that has no cells; those that stand in neither."""
    found = _tables_of(drawings, words, number, open_sides=True)
    # A chart has rules as well, and few words between them.
    return found if all(map(_is_filled, found[0])) else _tables_of(drawings, words, number, open_sides=False)


def _is_filled(table: Table) -> bool:
    return 2 * sum(sum(map(bool, row)) > 1 for row in table.rows) >= len(table.rows)


def _tables_of(
    drawings: Drawings, words: Words, number: int, open_sides: bool
) -> tuple[list[Table], list[list[Word]], list[Word]]:
    tables: list[Table] = []
    boxes: list[list[Word]] = []
    rest = list(words)
    ends = _open_ends(drawings)
    grids = grids_of(drawings, ends, open_sides)
    for grid in grids:
        inside = [word for word in rest if _within(word, grid.box)]
        cells = {cell for cell in grid.cells if cell[2] - cell[0] > LEAST and cell[3] - cell[1] > LEAST}
        if not inside or not cells:
            continue
        if len(cells) == 1:
            if not _is_in_line(grid.box, inside, rest):
                boxes.append(inside)
                rest = [word for word in rest if not _within(word, grid.box)]
            continue
        kept = [[cell for cell in row if cell in cells or cell is None] for row in grid.rows]
        inner = [one for one in (*grids, *grid.inner) if one is not grid and len(one.cells) > 1]
        rows = tuple(tuple(_cell(cell, inside, number, inner) for cell in row) for row in kept if any(row))
        if not any(cell for row in rows for cell in row):
            continue  # a drawing that words lie across
        # What stands in no cell, as in the gap of an outline, is text beside the table.
        rest = [word for word in rest if not any(_within(word, cell) for cell in cells)]
        cut = any(abs(grid.box[3] - end) < LEAST for end in ends)
        tables.append(Table(number, number, grid.box[1], rows, cut))
    return tables, boxes, rest


def _is_in_line(box: Box, inside: Words, words: Words) -> bool:
    """Whether a frame is around words of a line, which goes on close beside it."""
    first, size = inside[0], inside[0].size
    if any(abs(word.bottom - first.bottom) > size / 2 for word in inside):
        return False
    level = [word for word in words if abs(word.bottom - first.bottom) < size / 2 and any(map(str.isalpha, word.text))]
    level = [word for word in level if word not in inside]
    return any(0 <= gap < size for word in level for gap in (word.x0 - box[2], box[0] - word.x1))


def _open_ends(drawings: Drawings) -> list[float]:
    """Heights at which vertical lines end and no horizontal one is drawn: where the end of a page cuts a row."""
    drawn = [edge[0] for edge in drawings.horizontal]
    ends = {round(end, 1) for edge in drawings.vertical for end in edge[1:]}
    return sorted(end for end in ends if all(abs(end - height) > LEAST for height in drawn))


def _cell(cell: Box | None, words: Words, page: int, grids: Sequence[Grid] = ()) -> tuple[Line, ...]:
    """The lines of a cell; a place that a wider or higher cell covers is an empty one.

    A row of a table that is in the cell, one of the `grids`, is a line, in which bars part its cells.
    """
    if cell is None:
        return ()
    words = [word for word in words if _within(word, cell)]
    lines: list[Line] = []
    for grid in grids:
        if words and _is_inside(grid.box, cell):
            inner: list[Line] = []
            for row in grid.rows:
                cells = [_cell(one, words, page) for one in row if one is not None]
                words = [word for word in words if not any(one and _within(word, one) for one in row)]
                inner += [_with_bars(cells)] if any(cells) else []
            lines += [*inner[:-1], *map(_closed, inner[-1:])]
    return tuple(sorted([*lines_of_cell(words, page), *lines], key=lambda line: line.top))


def lines_of_cell(words: Words, page: int) -> list[Line]:
    """The lines of a cell, given its words in the order of the file; a row of a table in it is one."""
    lines: list[Line] = []
    for run in inner_tables(list(pieces_of(words))) if len(words) > FEWEST_WORDS else ():
        rows = [[tuple(lines_of(_words(part), page)) for part in row.cells.values()] for row in run]
        inside = {word for row in run for word in _words(row.pieces)}
        words = [word for word in words if word not in inside]
        lines += [*map(_with_bars, rows[:-1]), _closed(_with_bars(rows[-1]))]
    return sorted([*lines_of(words, page), *lines], key=lambda line: line.top) if lines else lines_of(words, page)


def _words(pieces: Sequence[Piece]) -> list[Word]:
    return [word for piece in pieces for word in piece.words]


def _closed(line: Line) -> Line:
    """The last row of a table within a cell, with a bar behind it."""
    return line._replace(text=f"{line.text} |")


def _is_inside(inner: Box, outer: Box) -> bool:
    """Whether a table is drawn in a cell, and is not the one that has the cell."""
    inside = all(one >= other - LEAST for one, other in zip(inner[:2], outer[:2], strict=True))
    inside = inside and all(one <= other + LEAST for one, other in zip(inner[2:], outer[2:], strict=True))
    return inside and inner != outer


def _with_bars(cells: Sequence[tuple[Line, ...]]) -> Line:
    """The cells of a row as one line."""
    text = ""
    marks: list[Mark] = []
    for cell in cells:
        text += " | " if text else "| "
        for place, line in enumerate(cell):
            text += " " if place else ""
            marks += [Mark(len(text) + mark.offset, mark.number) for mark in line.marks]
            text += line.text
    lines = [line for cell in cells for line in cell]
    x0, x1 = min(line.x0 for line in lines), max(line.x1 for line in lines)
    return lines[0]._replace(text=text, marks=tuple(marks), x0=x0, x1=x1, second=x1)


def _within(word: Word, box: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def join_tables(elements: Iterable[Line | Table]) -> tuple[list[Line | Table], list[int]]:
    """The same elements, in which a table that goes on on the next page is one, without its head repeated; and the
    pages with whose first row it is not sure whether it is the rest of the last one."""
    joined: list[Line | Table] = []
    unsure: list[int] = []
    for element in elements:
        last = joined[-1] if joined else None
        if isinstance(last, Table) and isinstance(element, Table) and _goes_on(last, element):
            joined[-1], is_sure = _joined(last, element)
            unsure += [] if is_sure else [element.page]
        else:
            joined.append(element)
    return joined, unsure


def _joined(last: Table, following: Table) -> tuple[Table, bool]:
    """Both parts of a table as one; and whether it is sure that the first row of the latter is, or is not, the rest of
    the last row of the first."""
    rows = following.rows[_repeated(last.rows, following.rows) :]
    others = [*last.rows[1:-1], *rows[1:]]
    is_sure = True
    if rows and (last.cut or _is_rest(rows[0], last.rows[-1], others)):
        rows = (_join_rows(last.rows[-1], rows[0]), *rows[1:])
    else:
        is_sure = not rows or rows[0][0] != () or last.rows[-1][0] == ()
        rows = (last.rows[-1], *rows)
    return replace(last, end_page=following.end_page, rows=(*last.rows[:-1], *rows), cut=following.cut), is_sure


def _goes_on(last: Table, following: Table) -> bool:
    in_next_column = following.page == last.end_page and following.top < last.top
    on = following.page == last.end_page + 1 or in_next_column
    return on and len({len(row) for row in (*last.rows, *following.rows)}) == 1


def _repeated(rows: Sequence[Row], following: Sequence[Row]) -> int:
    """How many rows of a head are printed again: the first, and one below it that has no first cell."""
    if _texts(following[0]) != _texts(rows[0]):
        return 0
    second = len(rows) > 1 and len(following) > 1 and rows[1][0] == () and _texts(following[1]) == _texts(rows[1])
    return 2 if second else 1


def _is_rest(row: Row, last: Row, others: Sequence[Row]) -> bool:
    """The rest of a row that the end of a page cut: one of its cells goes on in small letters, none begins anew; or one
    goes on behind a sign that ends none, or one is empty that is so in no other row."""
    pairs = [(above, text) for above, text in zip(_texts(last), _texts(row), strict=True) if text]
    if not all(above for above, _ in pairs):
        return False
    small = [text[0].islower() for _, text in pairs]
    if any(small) and all(one or row[0] == () for one in small):
        return True
    if any(_is_open(above) for above, _ in pairs):
        return True
    empty = [column for column, cell in enumerate(row) if not cell and last[column]]
    return bool(others) and any(all(other[column] for other in others) for column in empty)


def _is_open(text: str) -> bool:
    """Whether a cell ends with a sign behind which it goes on."""
    return (len(text) > 1 and text[-1] in OPEN) or text.count("(") > text.count(")")


def _join_rows(first: Row, rest: Row) -> Row:
    return tuple((*one, *other) for one, other in zip(first, rest, strict=True))


def _texts(row: Row) -> list[str]:
    return [" ".join(line.text for line in cell) for cell in row]
