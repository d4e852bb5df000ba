"""The words of a page, in the order of the file, in pieces: where the pen moved, a cell or a line may begin."""

from __future__ import annotations

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
LEAST_GAP = 0.12  # of the size: what parts two words


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
    """The pieces of one line, parted at each word that begins where a column does."""
    parted: list[Piece] = []
    for piece in pieces:
        start = 0
        for place in range(1, len(piece.words)):
            word, last = piece.words[place], piece.words[place - 1]
            apart = word.x0 - last.x1 >= LEAST_GAP * piece.size
            if apart and any(abs(word.x0 - begin) <= SAME_PLACE for begin in begins):
                parted.append(_piece(piece.move if not start else "near", piece.words[start:place]))
                start = place
        parted.append(piece if not start else _piece("near", piece.words[start:]))
    return parted
