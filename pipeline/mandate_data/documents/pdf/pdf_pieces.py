"""The words of a page, in the order of the file, in pieces: where the pen moved, a cell or a line may begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from mandate_data.documents.pdf.pdf_gutters import GUTTER
from mandate_data.documents.pdf.pdf_lines import SMALL
from mandate_data.documents.pdf.pdf_words import Word

Move = Literal["up", "gap", "down", "back", "near"]
"""How the pen came to a piece: up and to the right; on over a gap; down to another line; back; over no gap at all, to
the place at which a column begins."""

LEVEL = 0.3  # of the size: words whose feet differ less are on one line
UP = 0.45  # of the size: a raised figure is smaller, and not as high
SAME_PLACE = 1.0  # points
MOST = 0.8  # of the lines have words at the edge of a channel
FEWEST_WIDE = 2  # gaps of a channel
LEAST_GAP = 0.12  # of the size: what parts two words


class Gap(NamedTuple):
    """A gap between two words of a line, which has a number."""

    line: int
    left: float
    right: float


class Piece(NamedTuple):
    """Words that were drawn one after the other on one line, and how the pen came there."""

    move: Move
    words: tuple[Word, ...]
    x0: float
    x1: float
    bottom: float
    size: float

    @property
    def top(self) -> float:
        return self.bottom - self.size


def pieces_of(words: Sequence[Word]) -> Iterator[Piece]:
    """The pieces of a page, in the order of the file."""
    move: Move = "down"
    held: list[Word] = []
    bottom = size = end = 0.0
    for word in words:
        if held:
            if word[4] == bottom and 0.0 <= word[1] - end < GUTTER * size:  # as most words do
                held.append(word)
                end = word[2]
                continue
            next_move = _move(word, bottom, size, end, held[0].x0)
            if next_move is None:
                held.append(word)
                end = max(end, word.x1)
                continue
            yield _piece(move, held)
            move = next_move
        held, bottom, size, end = [word], word.bottom, word.size, word.x1
    if held:
        yield _piece(move, held)


def _move(word: Word, bottom: float, size: float, end: float, begin: float) -> Move | None:
    """How the pen moved to a word from a piece; None if it goes on there."""
    rise, gap = bottom - word.bottom, word.x0 - end
    small = word.size < SMALL * size
    if abs(rise) <= LEVEL * size or (small and 0 < rise < size):
        if gap < -size:
            return "back"
        return "gap" if gap >= GUTTER * size else None
    if rise > 0:
        return "up" if rise > UP * size and gap > 0 and word.x0 > begin and not small else "back"
    return "down"


def _piece(move: Move, words: Sequence[Word]) -> Piece:
    first = words[0]
    return Piece(move, tuple(words), first.x0, max([word.x1 for word in words]), first.bottom, first.size)


def parted_at(pieces: Sequence[Piece], begins: Sequence[float]) -> list[Piece]:
    """The pieces of one line, parted at each gap between words in which a column begins."""
    parted: list[Piece] = []
    for piece in pieces:
        start = 0
        for place in range(1, len(piece.words)):
            word, last = piece.words[place], piece.words[place - 1]
            apart = word.x0 - last.x1 >= LEAST_GAP * piece.size
            behind = bisect_left(begins, last.x1) if apart else len(begins)
            if behind < len(begins) and begins[behind] <= word.x0 + SAME_PLACE:
                parted.append(_piece(piece.move if not start else "near", piece.words[start:place]))
                start = place
        parted.append(piece if not start else _piece("near", piece.words[start:]))
    return parted


def lines_of_pieces(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces, with those of one line that were drawn one after the other together."""
    lines: list[list[Piece]] = []
    for piece in pieces:
        if lines and piece.move in ("gap", "near"):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


class Channel(NamedTuple):
    """What no word of several lines reaches into: its edges, and the gaps over it of the lines that have words on both
    sides."""

    left: float
    right: float
    gaps: tuple[Gap, ...]

    @property
    def narrowest(self) -> float:
        return min([gap.right - gap.left for gap in self.gaps])

    @property
    def fit(self) -> tuple[bool, float]:
        """How well it parts columns: words begin or end at its edge, and how wide its narrowest gap is."""
        begun = sum([abs(gap.right - self.right) <= SAME_PLACE for gap in self.gaps])
        ended = sum([abs(gap.left - self.left) <= SAME_PLACE for gap in self.gaps])
        return max(begun, ended) >= MOST * len(self.gaps), self.narrowest


def channels_of(lines: Sequence[Sequence[Piece]]) -> list[Channel]:
    """The channels between words that run through all lines, in which some gaps are wide: half of them, or words begin
    or end at one place."""
    size = lines[0][0].size
    words = sorted((word.x0, word.x1) for line in lines for piece in line for word in piece.words)
    edges = [_edges(line) for line in lines]
    found: list[Channel] = []
    end = words[0][1]
    for left, right in words:
        if left - end >= LEAST_GAP * size:
            gaps = tuple(gap for line, one in enumerate(edges) if (gap := _gap_over(one, line, (end + left) / 2)))
            channel = Channel(end, left, gaps)
            wide = sum(gap.right - gap.left >= GUTTER * size for gap in gaps)
            if wide >= FEWEST_WIDE and (2 * wide >= len(gaps) or channel.fit[0]):
                found.append(channel)
        end = max(end, right)
    return _best(found)


def _best(channels: Sequence[Channel]) -> list[Channel]:
    """The channels, of which those that run through the same gaps of most lines are one column's: the best of them."""
    best: list[Channel] = []
    for channel in channels:
        shared = len({*channel.gaps} & {*best[-1].gaps}) if best else 0
        if shared and 2 * shared >= min(len(channel.gaps), len(best[-1].gaps)):
            best[-1] = max(best[-1], channel, key=lambda one: one.fit)
        else:
            best.append(channel)
    return best


class _Edges(NamedTuple):
    """Where the words of a line begin and where they end, each from left to right."""

    begins: list[float]
    ends: list[float]


def _edges(line: Sequence[Piece]) -> _Edges:
    words = [word for piece in line for word in piece.words]
    return _Edges(sorted([word.x0 for word in words]), sorted([word.x1 for word in words]))


def _gap_over(line: _Edges, number: int, place: float) -> Gap | None:
    """The gap of a line over a place; None where it has no words on one side."""
    before, behind = bisect_right(line.ends, place), bisect_left(line.begins, place)
    if not before or behind == len(line.begins):
        return None
    return Gap(number, line.ends[before - 1], line.begins[behind])
