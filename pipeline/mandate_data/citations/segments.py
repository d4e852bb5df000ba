"""Citing a document that is given in segments: its notes are known, and places are counted in each of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from mandate_data.citations.find import as_given, find_prepared, prepare
from mandate_data.citations.notes.found_notes import Note, Notes
from mandate_data.citations.reading.layout import Layout
from mandate_data.citations.references import Kinds, Reference
from mandate_data.citations.resolve import left_of, resolve
from mandate_data.line_feeds import with_line_feeds


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a document in reading order: a footnote with its number in `note`, or running text (None).

    Pieces of one footnote follow each other and have the same `group`; so two footnotes of one number are told apart.
    `lines` are the offsets at which printed lines begin behind a blank; a piece that is `apart` does not stand behind
    the one before it in the document.
    """

    text: str
    note: str | None = None
    group: int = 0
    lines: tuple[int, ...] = ()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Located:
    """A reference of the segment with this index; its offsets, line and `antecedent` count from the segment's
    start.

    `antecedent_segment` is the index of the segment in which the antecedent stands.
    """

    segment: int
    reference: Reference
    antecedent_segment: int | None = None


def cite_document(
    segments: Iterable[Segment],
    *,
    issuer: str | None = None,
    language: str | None = None,
    kinds: Kinds = "documents",
) -> list[Located]:
    """Every reference of a document given as segments, in order, settled over all of them; the rest as in `cite`."""
    pieces = list(segments)
    text = prepare(*(piece.text for piece in pieces), issuer=issuer, language=language)
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.text) + 1)
    notes = _merged(pieces, left_of(text, starts))
    lines = [start + line for start, piece in zip(starts, pieces, strict=False) for line in piece.lines]
    parts = [start for start, piece in zip(starts, pieces, strict=False) if piece.apart]
    layout = Layout([(note.start, note.end) for note in notes], left_of(text, lines), left_of(text, parts))
    found = resolve(text, find_prepared(text, kinds, layout), Notes.of(notes))
    printed = with_line_feeds(text.given)
    before = list(accumulate((printed.count("\n", *piece) for piece in pairwise(starts)), initial=0))
    return [_located(reference, starts, before) for reference in as_given(text, found)]


def _merged(pieces: Sequence[Segment], starts: Sequence[int]) -> list[Note]:
    """The notes of segments; several pieces in a row with the same number and group are one note."""
    notes: list[Note] = []
    for index, piece in enumerate(pieces):
        if piece.note is None:
            continue
        start, end = starts[index], starts[index + 1] - 1
        before = pieces[index - 1] if index else None
        if notes and before is not None and (before.note, before.group) == (piece.note, piece.group):
            notes[-1] = Note(piece.note, notes[-1].start, end)
        else:
            notes.append(Note(piece.note, start, end))
    return notes


def _located(reference: Reference, starts: Sequence[int], before: Sequence[int]) -> Located:
    """A reference of the joined text as one of its segment, which begins at one of `starts`, `before` it so many line
    ends."""
    index = bisect_right(starts, reference.start) - 1
    offset, antecedent, where = starts[index], reference.antecedent, None
    if antecedent is not None:
        where = bisect_right(starts, antecedent) - 1
        antecedent -= starts[where]
    line = reference.line - before[index]
    start, end = reference.start - offset, reference.end - offset
    pinpoint = tuple((left - offset, right - offset) for left, right in reference.pinpoint_spans)
    moved = reference._replace(start=start, end=end, line=line, antecedent=antecedent, pinpoint_spans=pinpoint)
    return Located(index, moved, where)
