"""The rows, one below the other, that may be of one table: from the first that surely has several cells to the last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_lines import Line
from mandate_data.documents.pdf.pdf_pieces import Piece
from mandate_data.documents.pdf.pdf_strip_rows import OVERLAP, SAME_PLACE, StripRow, lines_in, row_of, strip_rows
from mandate_data.documents.pdf.pdf_strips import Strip

FEWEST_ROWS = 2
FARTHEST = 3.0  # of the size: rows are no further from each other
MOST_SINGLE = 2  # rows of one cell, one after the other, within a table
ALIKE = 0.6  # of the lines of a column begin, end or have their middles at one place
WIDER = 1.25  # of the usual distance: a line is apart
WIDEST = 2.0  # of the size: a gap between words of justified lines
BEGINS = 0  # the way in which lines of a column are aligned that begin at one place


def sure_rows(
    pieces: Sequence[Piece], strips: Sequence[Strip], rules: Sequence[Edge], known: bool = True
) -> list[StripRow]:
    """The rows that pieces make; where no more than a gap between words parts a cell from the one before, it is aligned
    with the others of its column."""
    columns: dict[int, list[Piece]] = {column: [] for column in range(len(strips) + 1)}
    for row in strip_rows(pieces, strips, rules):
        for column, cell in row.cells.items() if row.is_solid else ():
            columns[column] += cell if column not in row.narrow else []
    places = {column: common_places(cell) for column, cell in columns.items()}
    rows = strip_rows(pieces, strips, rules, lambda piece, column: is_aligned(piece, places[column]))
    return [_across(row) if _is_justified(row, known) else row for row in rows]


def _is_justified(row: StripRow, known: bool) -> bool:
    """Whether what seem to be cells are the words of a justified line; as long as not all columns are `known`, other
    gaps may be between cells, too."""
    if not row.is_solid or row.narrow or row.ups:
        return False
    if known:
        return any(
            other[0].move == "gap" and not _are_parted(one, other) for one, other in pairwise(row.cells.values())
        )
    words = [word for piece in row.pieces for word in piece.words]
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    alike = max(gaps) < min(WIDER * min(gaps), WIDEST * words[0].size)
    return lines_in(row.pieces) == 1 and alike


def _is_sure(row: StripRow) -> bool:
    """Whether a row has several cells even if the one above, or below, is none of the table."""
    if not row.is_solid or not row.narrow:
        return row.is_solid
    if row.ups or lines_in(row.pieces) > 1:
        return row.is_parted
    return len(row.narrow) > 1 or _parts(row)


def _parts(row: StripRow) -> bool:
    """Whether the gaps between the cells of a line are wider than those within them: not so in justified lines."""
    return all(_are_parted(one, other) for one, other in pairwise(row.cells.values()))


def _are_parted(one: Sequence[Piece], other: Sequence[Piece]) -> bool:
    """Whether the gap between two cells is wider than those within the line on which both are."""
    first = other[0]
    level, behind = ([piece for piece in cell if _are_level(piece, first)] for cell in (one, other))
    lines = [[word for piece in part for word in piece.words] for part in (level, behind)]
    within = max((right.x0 - left.x1 for line in lines for left, right in pairwise(line)), default=0.0)
    return not level or first.x0 - level[-1].x1 > WIDER * within


def _are_level(piece: Piece, other: Piece) -> bool:
    return abs(piece.bottom - other.bottom) < OVERLAP * other.size


def _across(row: StripRow) -> StripRow:
    """The row as one line across the columns."""
    whole = row_of({0: row.pieces})
    whole.broken, whole.across = row.broken, True
    return whole


def _places_of(line: Piece | Line) -> tuple[float, float, float]:
    return line.x0, line.x1, (line.x0 + line.x1) / 2


def common_places(lines: Sequence[Piece | Line]) -> Mapping[int, float]:
    """Where most lines begin, end or have their middles."""
    common: dict[int, float] = {}
    for way, values in enumerate(zip(*map(_places_of, lines), strict=True)):
        ordered = sorted(values)
        usual = ordered[len(ordered) // 2]
        if len(ordered) > 1 and sum(abs(value - usual) <= SAME_PLACE for value in ordered) >= ALIKE * len(ordered):
            common[way] = usual
    return common


def is_aligned(piece: Piece, places: Mapping[int, float]) -> bool:
    """Whether a piece begins, ends or has its middle at one of these places."""
    own = _places_of(piece)
    return any(abs(own[way] - place) <= SAME_PLACE for way, place in places.items())


def runs_of(rows: Sequence[StripRow]) -> Iterator[list[StripRow]]:
    """The rows that may be of one table, from the first that surely has several cells to the last."""
    run: list[int] = []  # indices of rows
    single: list[StripRow] = []  # those of one cell since the last that has several
    for index, row in enumerate(rows):
        if run and not follows(rows[run[-1]], row, single):
            yield _whole(rows, run)
            run, single = [], []
        if run or _is_sure(row):
            run.append(index)
            single = [] if row.is_solid else [*single, row]
    if run:
        yield _whole(rows, run)


def _whole(rows: Sequence[StripRow], run: Sequence[int]) -> list[StripRow]:
    """The rows of a run up to the last that surely has several cells, with a head and a last row whose cells no more
    than gaps between words part, if each is nearer to these than to what is beyond it."""
    first, last = run[0], max(index for index in run if _is_sure(rows[index]))
    first -= _is_of(rows, first - 1, 1)
    last += _is_of(rows, last + 1, -1)
    return list(rows[first : last + 1])


def _is_of(rows: Sequence[StripRow], place: int, step: int) -> bool:
    """Whether the row at a place has as many cells as the one that is a step further, and is nearer to it than to the
    one on its other side."""
    if not 0 <= place < len(rows):
        return False
    row, inner = rows[place], rows[place + step]
    alike = row.is_solid and row.cells.keys() == inner.cells.keys()
    if not alike or not follows(*((row, inner) if step > 0 else (inner, row)), ()):
        return False
    outer = place - step
    return not 0 <= outer < len(rows) or _distance(rows[outer], row) > _distance(row, inner) + SAME_PLACE


def _distance(one: StripRow, other: StripRow) -> float:
    return max(one.top, other.top) - min(one.bottom, other.bottom)


def without_head(run: list[StripRow]) -> list[StripRow]:
    """The rows without a running head above the title of the table: its parts are not aligned with the cells below."""
    if len(run) < FEWEST_ROWS or run[1].is_solid:
        return run
    first = next(index for index in range(1, len(run)) if run[index].is_solid)
    cells = {column: [row.cells[column] for row in run[first:] if column in row.cells] for column in run[0].cells}
    places = {
        column: common_places([piece for cell in column_cells for piece in cell])
        for column, column_cells in cells.items()
    }
    fits = all(is_aligned(cell[0], places[column]) for column, cell in run[0].cells.items())
    return run if fits else run[first:]


def follows(upper: StripRow, lower: StripRow, between: Sequence[StripRow]) -> bool:
    """Whether two rows may be of one table; `between` are those of one cell since the last that has several."""
    if upper.broken or lower.broken or len(between) > MOST_SINGLE or sum(row.across for row in between) > 1:
        return False
    size = max(upper.pieces[0].size, lower.pieces[0].size)
    # The first cell may stand in the middle of several rows.
    above = [piece.bottom for column in lower.cells for piece in upper.cells.get(column, ())]
    return -OVERLAP * size <= lower.top - max(above, default=upper.bottom) <= FARTHEST * size


def without_text_above(row: StripRow) -> StripRow:
    """A first row without the lines above it that its first cell seems to have."""
    column = min(row.cells)
    others = [piece for other, cell in row.cells.items() if other != column for piece in cell]
    top, bottom = min(piece.top for piece in others), max(piece.bottom for piece in others)
    kept = _of_one_piece(row.cells[column])
    middle = (kept[0].top + kept[-1].bottom) / 2
    if abs(middle - (top + bottom) / 2) > SAME_PLACE:
        kept = [piece for piece in kept if piece.bottom > top + OVERLAP * piece.size] or kept[-1:]
    return row_of({**row.cells, column: kept}, row.narrow)


def _of_one_piece(cell: Sequence[Piece]) -> list[Piece]:
    """The last lines of a cell that are set alike and near each other."""
    kept = [cell[-1]]
    pitch = 0.0
    for piece in reversed(cell[:-1]):
        below = kept[0]
        distance = below.bottom - piece.bottom
        alike = abs(piece.size - below.size) < 0.1 and _style(piece) == _style(below)
        if not alike or (pitch and distance > WIDER * pitch) or distance > FARTHEST * piece.size:
            break
        pitch = pitch or distance
        kept.insert(0, piece)
    return kept


def _style(piece: Piece) -> tuple[bool, bool]:
    return piece.words[0].bold, piece.words[0].italic
