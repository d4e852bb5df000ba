"""Tables whose rows are lines, with gaps of any width: what parts their columns runs through all of them.

The gap between a cell that is full and the next one may be as narrow as that between words; in other rows it is wide.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from mandate_data.documents.pdf.pdf_gutters import GUTTER, MARKER
from mandate_data.documents.pdf.pdf_lines import line_of
from mandate_data.documents.pdf.pdf_pieces import SAME_PLACE, Channel, Piece, channels_of, lines_of_pieces, parted_at

FEWEST_ROWS = 3
FEWEST_CHANNELS = 2  # between three columns
FARTHEST = 3.0  # of the size: rows are no further from each other
MOST_ABOVE = 2  # lines above a table that have gaps as well
WIDER = 1.1  # than a gap between words
SHORTEST = 2  # characters of a first cell, on average
LEADER = "...."


class Level(NamedTuple):
    """Lines with gaps, one below the other, and the channels that part their columns."""

    lines: list[list[Piece]]
    channels: list[Channel]

    @property
    def begins(self) -> list[float]:
        """Where all columns but the first begin."""
        return [channel.right for channel in self.channels]

    @property
    def is_sure(self) -> bool:
        """Whether only gaps of columns whose words begin or end at one place are as narrow as those between words."""
        return all(channel.fit[0] or _is_wider(channel, self.lines) for channel in self.channels)

    @property
    def is_narrow(self) -> bool:
        """Whether some gap between its cells may be one between words."""
        return min(channel.narrowest for channel in self.channels) < GUTTER * self.lines[0][0].size

    def rows(self) -> list[dict[int, list[Piece]]]:
        """Each line's cells, by column."""
        rows: list[dict[int, list[Piece]]] = []
        begins = self.begins
        for line in self.lines:
            row: dict[int, list[Piece]] = {}
            for piece in parted_at(line, begins):
                row.setdefault(bisect_right(begins, piece.x0), []).append(piece)
            rows.append(row)
        return rows


def levels_of(pieces: Sequence[Piece]) -> Iterator[Level]:
    """The lines that may be rows of a table of three columns or more, table by table; some may be `is_sure`."""
    for run in _runs(lines_of_pieces(pieces)):
        for begin in range(min(MOST_ABOVE, len(run) - FEWEST_ROWS) + 1):
            level = Level(run[begin:], channels_of(run[begin:]))
            if _may_be_table(level):
                yield level
                break


def _runs(lines: Sequence[list[Piece]]) -> Iterator[list[list[Piece]]]:
    """Lines with gaps, one close below the other."""
    run: list[list[Piece]] = []
    bottom = 0.0
    for line in lines:
        above, bottom = bottom, line[0].bottom
        if run and len(line) == 1 and _is_below(line[0], run[-1], above):
            continue  # a further line of a cell
        parted = len(line) > 1 and all(piece.move == "gap" for piece in line[1:])
        if run and not (parted and 0 < bottom - above <= FARTHEST * line[0].size):
            if len(run) >= FEWEST_ROWS:
                yield run
            run = []
        if parted:
            run.append(line)
    if len(run) >= FEWEST_ROWS:
        yield run


def _is_below(piece: Piece, line: Sequence[Piece], bottom: float) -> bool:
    """Whether a piece begins below a cell of a line other than the first, close to the `bottom` of what is above."""
    near = 0 < piece.bottom - bottom <= FARTHEST * piece.size
    return near and any(abs(piece.x0 - cell.x0) <= SAME_PLACE for cell in line[1:])


def _may_be_table(level: Level) -> bool:
    """Whether no gap within a cell is wide, and the first cells are neither labels nor dots nor single letters."""
    channels = level.channels
    if len(channels) < FEWEST_CHANNELS:
        return False
    if not all(_is_over(channels, left.x1, right.x0) for line in level.lines for left, right in pairwise(line)):
        return False
    first = ["".join(line_of(list(piece.words), 0).text for piece in row.get(0, ())) for row in level.rows()]
    words = [word.text for line in level.lines for piece in line for word in piece.words]
    led = any(LEADER in word for word in words) or words.count(".") > len(level.lines)
    short = sum(map(len, first)) < SHORTEST * len(first)
    return not (led or short or all(not text or MARKER.fullmatch(text) for text in first))


def _is_wider(channel: Channel, lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether the gaps of a channel are wider than all within the pieces of their lines that it does not part."""
    for gap in channel.gaps:
        pieces = [piece.words for piece in lines[gap.line]]
        others = [right.x0 - left.x1 for words in pieces for left, right in pairwise(words) if left.x1 != gap.left]
        if others and gap.right - gap.left < WIDER * min(others):
            return False
    return True


def _is_over(channels: Sequence[Channel], left: float, right: float) -> bool:
    """Whether a gap is over one of the channels, given from left to right."""
    first = bisect_left(channels, left, key=lambda channel: channel.left)
    return first < len(channels) and channels[first].right <= right
