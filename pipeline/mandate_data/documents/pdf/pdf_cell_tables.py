"""Tables whose cells were drawn one after the other, however their text is aligned: known by the strips between them.

A cell may have any number of lines, at the top, in the middle or at the foot of its row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_gutters import MARKER
from mandate_data.documents.pdf.pdf_line_rows import rows_of_line_order
from mandate_data.documents.pdf.pdf_lines import line_of
from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, Piece, lines_of_pieces
from mandate_data.documents.pdf.pdf_row_runs import (
    FEWEST_ROWS,
    follows,
    runs_of,
    sure_rows,
    without_head,
    without_text_above,
)
from mandate_data.documents.pdf.pdf_strip_rows import OVERLAP, SAME_PLACE, StripRow, lines_in, row_of
from mandate_data.documents.pdf.pdf_strips import Strip, merged, strips_of, turns_of
from mandate_data.documents.pdf.pdf_words import Word

FAR = 15  # pieces between two at which a cell begins beside another: they are of two tables
ABOVE = 40  # pieces before the first of these, at most, that may be of the table
BELOW = 400  # and behind the last
FEWEST_HANGING = 3  # rows of a table in which the pen never went up
HEADS = 2  # lines of running heads above a table that goes on
MOST_LINES = 12  # of a cell in a table of two rows: more are text in columns
PART = 0.25  # of the rows have a cell in each column
WORDY = 3  # letters of a word, which half of the rows have, but formulas don't


class CellTable(NamedTuple):
    """The rows of a table; of how many lines it is not sure to which row they belong."""

    rows: list[StripRow]
    doubtful: int = 0


def cell_tables(pieces: Sequence[Piece], rules: Sequence[Edge], columns: int = 0) -> list[CellTable]:
    """The tables among the pieces of a page, given in the order of the file; `rules` are its horizontal rules, and
    `columns` are those of the table with which the page before ended."""
    found: list[CellTable] = []
    done = 0
    for group in _groups(turns_of(pieces), ABOVE if columns else 0):
        if group[0] < done:
            continue
        start = max(done, group[0] - ABOVE)
        window = pieces[start : group[-1] + BELOW]
        for table in _tables(window, [place - start for place in group], rules, columns if not start else 0):
            found.append(table)
            done = start + _index_of(window, table.rows[-1].pieces[-1]) + 1
    return found


def rows_around(
    pieces: Sequence[Piece],
    strips: Sequence[Strip],
    rules: Sequence[Edge],
    first: int,
    last: int,
    is_stacked: bool = False,
) -> CellTable | None:
    """The table, whose columns these strips part, around the pieces from one place to another; None where no cell has
    several lines and no other table is above or below it."""
    window = pieces[max(0, first - FAR) : last + BELOW]
    for run in runs_of(sure_rows(window, strips, rules)):
        if any(pieces[first].words[0] in piece.words for row in run for piece in row.pieces):
            run = without_head(run)
            run[0] = without_text_above(run[0])
            solid = [row for row in run if row.is_solid]
            used = [sum(column in row.cells for row in solid) for column in range(len(strips) + 1)]
            hanging = any(lines_in(cell) > 1 for row in solid for cell in row.cells.values())
            enough = len(solid) >= (FEWEST_ROWS if is_stacked else FEWEST_HANGING) and 2 * min(used) >= len(solid)
            if not enough or not (hanging or is_stacked) or _are_in(strips, run):
                return None
            is_sure = any(row.ups for row in run) or not is_stacked
            return CellTable(run) if is_sure else _of_lines(run)
    return None


def _are_in(strips: Sequence[Strip], run: Sequence[StripRow]) -> bool:
    """Whether some line of the rows is in one of the strips, which then is not free."""
    pieces = [piece for row in run for piece in row.pieces]
    return any(strip.left <= piece.x0 and piece.x1 <= strip.right for strip in strips for piece in pieces)


def inner_tables(pieces: Sequence[Piece]) -> list[list[StripRow]]:
    """The tables within a cell of another, given its pieces: two rows are enough, of cells of one line, too."""
    turns = [place for place, piece in enumerate(pieces) if piece.move in ("up", "gap")]
    strips = strips_of(pieces, turns) if len(turns) >= FEWEST_ROWS else []
    runs = runs_of(sure_rows(pieces, strips, ())) if strips else ()
    return [run for run in runs if _has_rows(run)]


def _has_rows(run: Sequence[StripRow]) -> bool:
    solid = [row for row in run if row.is_solid]
    return len(solid) >= FEWEST_ROWS and not _reads_on(solid) and not _has_markers(solid)


def _index_of(pieces: Sequence[Piece], last: Piece) -> int:
    word = last.words[-1]
    return next(index for index, piece in enumerate(pieces) if word in piece.words)


def _groups(places: Sequence[int], alone: int) -> Iterator[list[int]]:
    """The places, with those near each other together; one before the place `alone` may be alone."""
    ends = [0, *(at for at, (one, other) in enumerate(pairwise(places), 1) if other - one > FAR), len(places)]
    groups = [list(places[begin:end]) for begin, end in pairwise(ends)]
    yield from (group for group in groups if len(group) > 1 or (group and group[0] < alone))


def _tables(pieces: Sequence[Piece], turns: Sequence[int], rules: Sequence[Edge], columns: int) -> Iterator[CellTable]:
    strips = strips_of(pieces, turns)
    runs = list(runs_of(sure_rows(pieces, strips, rules, known=False))) if strips else []
    more = merged([*strips, *(strip for run in runs for strip in _more_strips(run))])
    found = list(_tables_between(pieces, more, rules, columns)) if runs else []
    if not found and len(more) > len(strips):  # which justified lines seemed to have
        found = list(_tables_between(pieces, strips, rules, columns))
    yield from found


def _tables_between(
    pieces: Sequence[Piece], strips: Sequence[Strip], rules: Sequence[Edge], columns: int
) -> Iterator[CellTable]:
    """The tables whose columns these strips part."""
    rows = sure_rows(pieces, strips, rules)
    runs = list(runs_of(rows))
    place = {id(row): index for index, row in enumerate(rows)}
    ended, width = (-1, columns) if columns else (None, 0)
    for run in map(without_head, runs):
        first, last = place[id(run[0])], place[id(run[-1])]
        run[0] = without_text_above(run[0])
        used = _used(run)
        near = ended is not None and first - ended <= (1 if ended >= 0 else HEADS + 1)
        if not (_is_table(run) or (near and len(used) == width and _goes_on(run))):
            continue
        rest = _rest_of_row(rows, run) if columns == len(used) else []
        whole = [_renumbered(row, used) for row in (*rest, *run)]
        ended, width = last, len(used)
        yield CellTable(whole) if any(row.ups for row in run) else _of_lines(whole)


def _goes_on(run: Sequence[StripRow]) -> bool:
    """Whether rows, however few, may be the rest of a table: the pen went up in one of them."""
    return any(row.ups for row in run) and not _reads_on([row for row in run if row.is_solid])


def _used(run: Sequence[StripRow]) -> list[int]:
    """The columns of a table; one between others that only the head has is none, but words of a justified line."""
    counts = Counter(column for row in run for column in row.cells)
    ends = min(counts), max(counts)
    if sum(row.is_solid for row in run) < FEWEST_HANGING:
        return sorted(counts)
    return sorted(one for one, count in counts.items() if count > 1 or one in ends or one not in run[0].cells)


def _renumbered(row: StripRow, used: Sequence[int]) -> StripRow:
    """The row with the columns that the table uses alone."""
    cells: dict[int, list[Piece]] = {}
    for column, cell in row.cells.items():
        cells.setdefault(max(bisect_right(used, column) - 1, 0), []).extend(cell)
    renumbered = row_of(cells)
    renumbered.across = row.across
    return renumbered


def _of_lines(run: Sequence[StripRow]) -> CellTable:
    """A table in which the pen never went up: it may have been drawn line by line."""
    lines = [cells for row in run for cells in _lines_of(row)]
    rows, is_sure = rows_of_line_order(lines)
    return CellTable(list(map(row_of, rows)), 0 if is_sure else len(lines))


def _lines_of(row: StripRow) -> list[dict[int, list[Piece]]]:
    """The cells of a row; those lines of the first are apart that are above all other cells."""
    column, *others = row.cells
    top = min((row.cells[other][0].top for other in others), default=row.top)
    above = [piece for piece in row.cells[column] if piece.bottom <= top + OVERLAP * piece.size]
    level = row.cells[column][len(above) :]
    return [{column: above}, {**row.cells, column: level}] if above and level else [row.cells]


def _rest_of_row(rows: Sequence[StripRow], run: Sequence[StripRow]) -> list[StripRow]:
    """The rest of a row that the end of a page cut: one cell with which the page begins, above the first row."""
    place = next((index for index, row in enumerate(rows[: HEADS + 2]) if row.top == run[0].top), 0)
    row = rows[place - 1] if place else StripRow()
    is_near = bool(row.cells) and not row.across and follows(row, run[0], [])
    return [row] if is_near and (row.column > 0 or place == 1) else []


def _more_strips(run: Sequence[StripRow]) -> Iterator[Strip]:
    """The strips between cells of one line, which no word of any row reaches into."""
    cells: dict[int, list[list[Piece]]] = {}
    for row in run:
        for column, cell in row.cells.items() if row.is_solid else ():
            cells.setdefault(column, []).append(cell)
    for those in cells.values():
        gaps = [gap for cell in those for gap in _gaps(cell)]
        words = [word for cell in those for piece in cell for word in piece.words]
        for strip in merged(gaps) if len(gaps) >= FEWEST_ROWS else ():
            free = _free_of(strip, gaps, words)
            often = sum(gap.left <= free.left and free.right <= gap.right for gap in gaps)
            if free.right - free.left >= LEAST_GAP * those[0][0].size and often >= FEWEST_ROWS:
                yield free


def _free_of(strip: Strip, gaps: Sequence[Strip], words: Sequence[Word]) -> Strip:
    """The part of a strip that no word reaches into: the widest, or one at the edge where most of the gaps end."""
    inside = sorted((word.x0, word.x1) for word in words if word.x1 > strip.left and word.x0 < strip.right)
    own = [gap for gap in gaps if gap.left < strip.middle < gap.right]
    begun = 2 * sum(gap.right - strip.right <= SAME_PLACE for gap in own) > len(own)
    free: list[Strip] = []
    end = strip.left
    for left, right in [*inside, (strip.right, strip.right)]:
        if left - end >= SAME_PLACE:
            free.append(Strip(end, left))
        end = max(end, right)
    at_edge = [one for one in free if begun and one.right == strip.right]
    return max(at_edge or free, key=lambda one: one.right - one.left, default=Strip(strip.left, strip.left))


def _gaps(cell: Sequence[Piece]) -> Iterator[Strip]:
    """The wide gaps of the last line of a cell: others, of justified lines, part none."""
    lines = lines_of_pieces(cell)
    for place, line in enumerate(lines):
        below = lines[place + 1][0].x0 if place + 1 < len(lines) else float("inf")
        yield from (Strip(one.x1, other.x0) for one, other in pairwise(line) if other.move == "gap" and below >= one.x1)


def _is_table(run: Sequence[StripRow]) -> bool:
    """Whether rows are a table: enough of them have several cells, of which some have several lines."""
    solid = [row for row in run if row.is_solid]
    turned = sum(row.ups > 0 for row in solid)
    hanging = sum(lines_in(cell) > 1 for row in solid for cell in row.cells.values())
    fewest = FEWEST_ROWS if turned >= FEWEST_ROWS else FEWEST_HANGING
    if len(solid) < fewest or hanging < FEWEST_ROWS or _reads_on(solid):
        return False
    longest = max(lines_in(cell) for row in solid for cell in row.cells.values())
    if longest > MOST_LINES and len(solid) < FEWEST_HANGING:
        return False
    used = [sum(column in row.cells for row in solid) for column in {column for row in solid for column in row.cells}]
    wordy = sum(any(_letters(word.text) >= WORDY for piece in row.pieces for word in piece.words) for row in solid)
    return min(used) >= max(1, PART * len(solid)) and 2 * wordy >= len(solid) and not _has_markers(solid)


def _has_markers(rows: Sequence[StripRow]) -> bool:
    """Whether the first column holds no more than bullets or numbers."""
    first = [row.cells[0][0] for row in rows if 0 in row.cells]
    return all(MARKER.fullmatch(line_of(list(piece.words), 0).text) for piece in first)


def _reads_on(rows: Sequence[StripRow]) -> bool:
    """Whether most cells go on with the sentence of the cell before, as columns of text do."""
    pairs = [pair for row in rows for pair in pairwise(row.cells.values())]
    on = sum(one[-1].words[-1].text[-1] not in ".!?;:" and other[0].words[0].text[0].islower() for one, other in pairs)
    return 2 * on > len(pairs)


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
