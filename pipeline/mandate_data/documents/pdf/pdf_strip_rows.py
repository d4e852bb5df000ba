"""The rows that pieces of a page make, in the order of the file, between strips that no cell reaches into."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby, islice, pairwise

from mandate_data.documents.pdf.pdf_drawings import Edge
from mandate_data.documents.pdf.pdf_lines import lines_of
from mandate_data.documents.pdf.pdf_pieces import LEAST_GAP, Move, Piece
from mandate_data.documents.pdf.pdf_strips import Strip
from mandate_data.documents.pdf.pdf_words import Word

SAME_PLACE = 1.0  # points
APART = 1.8  # of the size: what is so much further below begins a row
OVERLAP = 0.3  # of the size: rows share no more of their height
LEVEL_OF_RULE = 1.5  # points by which a rule may cut into the height of the lines that it parts

Fits = Callable[[Piece, int], bool]


@dataclass(slots=True)
class StripRow:
    """Cells by column, each the pieces of its lines.

    `broken`: they are not a row of a table; `across`: one line that reaches over a strip; `narrow`: columns whose
    cell no more than a gap between words parts from the one before.
    """

    cells: dict[int, list[Piece]] = field(default_factory=dict)
    column: int = -1
    broken: bool = False
    across: bool = False
    narrow: set[int] = field(default_factory=set)
    top: float = 0.0
    bottom: float = 0.0

    def add(self, piece: Piece, column: int) -> None:
        self.top = min(self.top, piece.top) if self.cells else piece.top
        self.bottom = max(self.bottom, piece.bottom) if self.cells else piece.bottom
        self.cells.setdefault(column, []).append(piece)
        self.column = column

    @property
    def pieces(self) -> list[Piece]:
        return [piece for cell in self.cells.values() for piece in cell]

    @property
    def is_solid(self) -> bool:
        """Whether it has several cells."""
        return len(self.cells) > 1 and not self.broken and not self.across

    @property
    def is_parted(self) -> bool:
        """Whether more than a gap between words parts some of its cells."""
        return any(cell[0].move in ("up", "gap") for cell in islice(self.cells.values(), 1, None))

    @property
    def texts(self) -> dict[int, str]:
        """The text of each cell."""
        return {
            column: " ".join(line.text for line in lines_of([word for piece in cell for word in piece.words], 0))
            for column, cell in self.cells.items()
        }

    @property
    def ups(self) -> int:
        """How many cells behind the first the pen went up to."""
        return sum(cell[0].move == "up" for cell in islice(self.cells.values(), 1, None))


def row_of(cells: Mapping[int, Sequence[Piece]], narrow: Set[int] = frozenset()) -> StripRow:
    """The row that these cells make."""
    row = StripRow(narrow=set(narrow))
    for column, cell in sorted(cells.items()):
        for piece in cell:
            row.add(piece, column)
    return row


def lines_in(cell: Sequence[Piece]) -> int:
    """How many lines a cell has."""
    return len(list(groupby(cell, lambda piece: round(piece.bottom))))


def strip_rows(
    pieces: Sequence[Piece], strips: Sequence[Strip], rules: Sequence[Edge], fits: Fits = lambda piece, column: True
) -> Iterator[StripRow]:
    """The rows that pieces make, given in the order of the file; `fits` says whether a part of one may be a cell of a
    column that no more than a gap between words parts from the one before."""
    middles = [strip.middle for strip in strips]
    row, ceiling = StripRow(), float("-inf")
    last: Piece | None = None
    for piece in (part for whole in pieces for part in _parted(whole, strips, middles, fits)):
        column, over = _column_of(piece, strips, middles)
        beside = 0 <= row.column < column and not row.across
        across = over and not (beside or (column == row.column > 0 and piece.move == "down"))
        if row.cells and last is not None and not _goes_on(row, last, piece, column, across, ceiling, rules):
            within = column == row.column and piece.move == "up" and piece.top > ceiling
            row.broken = row.broken or piece.move == "back" or within
            yield row
            ceiling = row.bottom
            row = StripRow(broken=piece.move == "back", across=across)
        row.across = across
        row.narrow |= {column} if piece.move == "near" and column not in row.cells else set()
        row.add(piece, column)
        last = piece
    if row.cells:
        yield row


def _column_of(piece: Piece, strips: Sequence[Strip], middles: Sequence[float]) -> tuple[int, bool]:
    """The column in which a piece begins, and whether it reaches over a strip, not only into it."""
    first, last = bisect_right(middles, piece.x0), bisect_right(middles, piece.x1)
    least = LEAST_GAP * piece.size
    if first < last and piece.x0 - strips[first].left >= least:
        first += 1
    if first < last and strips[last - 1].right - piece.x1 >= least:
        last -= 1
    return first, first != last


def _goes_on(
    row: StripRow, last: Piece, piece: Piece, column: int, across: bool, ceiling: float, rules: Sequence[Edge]
) -> bool:
    """Whether a piece belongs to the row of the one before it."""
    if across or row.across or column < row.column or piece.move == "back":
        return False
    if column == row.column:
        return piece.move != "up" and not _are_apart(last, piece, rules)
    if piece.move == "up":
        highest = ceiling if ceiling <= row.top + OVERLAP * piece.size else row.top  # the first row of a column
        return piece.top >= highest - OVERLAP * piece.size and piece.top < row.bottom
    return piece.move in ("gap", "near") or piece.top < last.bottom - OVERLAP * piece.size


def _are_apart(upper: Piece, lower: Piece, rules: Sequence[Edge]) -> bool:
    """Whether a line that is below another in one column begins a row of its own."""
    if lower.bottom - upper.bottom > APART * max(upper.size, lower.size):
        return True
    first = bisect_left(rules, (upper.bottom - LEVEL_OF_RULE,))
    last = bisect_right(rules, (lower.top + LEVEL_OF_RULE, float("inf"), 0.0))
    return any(left < lower.x1 and right > lower.x0 for _, left, right in islice(rules, first, last))


def _parted(piece: Piece, strips: Sequence[Strip], middles: Sequence[float], fits: Fits) -> list[Piece]:
    """A piece, parted at gaps between words that lie in the strips that it goes over, if each has one."""
    if not _column_of(piece, strips, middles)[1]:
        return [piece]
    crossed = strips[bisect_right(middles, piece.x0) : bisect_right(middles, piece.x1)]
    shared = [
        max(
            (min(other.x0, strip.right) - max(word.x1, strip.left), index)
            for index, (word, other) in enumerate(pairwise(piece.words), 1)
        )
        for strip in (crossed if len(piece.words) > 1 else ())
    ]
    if not shared or min(shared)[0] < LEAST_GAP * piece.size / 2:
        return [piece]
    places = sorted({place for _, place in shared})
    ends = [0, *places, len(piece.words)]
    parts = [piece.words[begin:end] for begin, end in pairwise(ends)]
    cells = [_piece(part, "near" if number else piece.move) for number, part in enumerate(parts) if part]
    return cells if all(fits(cell, _column_of(cell, strips, middles)[0]) for cell in cells[1:]) else [piece]


def _piece(words: Sequence[Word], move: Move) -> Piece:
    return Piece(move, tuple(words), words[0].x0, max(word.x1 for word in words), words[0].bottom, words[0].size)
