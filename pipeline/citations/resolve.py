"""Settling `ibid.` and `supra` over a whole document, note by note, in order.

An `ibid.` stands for the one source cited right before it: in its own note, or else in the note before. It
never gets a symbol when that source is a book, a web page or a treaty, or when the note before cites several
sources.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.citations.find import find_prepared
from pipeline.citations.references import Reference
from pipeline.citations.sources import OTHER, Source, cited, last_cited, running_heads
from pipeline.citations.text import Prepared

NO_NOTE_BEFORE = "no note stands before it"
CITES_NOTHING = "the note before cites nothing"
CITES_OTHER = "the source before is no United Nations document"
CITES_SEVERAL = "the note before cites several sources"
AUTHOR_ONLY = "stands for the author; the reference after it names the document"
NOTHING_BEFORE = "nothing is cited right before it"
NOTE_NOT_TOLD = "the note before cannot be told from the running text"
NOTE_MISSING = "the note it points to is not there"
NO_WORK_BEFORE = "names a work by its author or title"

BODY_REACH = 1
"""How many pieces of running text an `ibid.` in running text may reach back."""
RUN_IN_REACH = 800
"""How long a note that ran into the text may be."""
PARENTHESIS_REACH = 2000
"""How far back in running text the citation before an `ibid.` may stand."""

_FOLLOWED = re.compile(r",\s{1,2}")
_RUN_IN = re.compile(r"(?:^|[\s.\"')\]_])(\d{1,3})\s{1,3}(?:see\s(?:also\s)?|cf\.\s)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a document in reading order: a footnote with its number in `note`, or running text
    (None)."""

    text: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A reference of the segment with this index; its offsets and `antecedent` count from the segment's
    start.

    `antecedent_segment` is the index of the segment in which the antecedent stands.
    """

    segment: int
    note: str | None
    reference: Reference
    antecedent_segment: int | None = None


def cite_document(segments: Iterable[Segment]) -> list[Located]:
    """Every reference of a document given as segments, in order, settled over all of them."""
    pieces = list(segments)
    text = Prepared(*(piece.text for piece in pieces))
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.text) + 1)
    located: list[Located] = []
    index = 0
    for reference in find_prepared(text):
        while reference.start >= starts[index + 1]:
            index += 1
        located.append(_located(reference, index, pieces[index].note, starts))
    return _resolve(located, [piece.note for piece in pieces], [piece.text for piece in pieces])


def resolve(segments: Sequence[tuple[str | None, Sequence[Reference]]], texts: Sequence[str]) -> list[Located]:
    """The references of a document's segments, with `ibid.` and `supra` settled.

    `segments` holds for each piece of the document, in order, its note number (None for running text) and
    what `find` found in it; `texts` the same pieces' texts. Raises ValueError if their numbers differ.
    """
    if len(segments) != len(texts):
        raise ValueError(f"{len(segments)} segments, but {len(texts)} texts")
    located = [
        Located(index, note, reference, index if reference.antecedent is not None else None)
        for index, (note, references) in enumerate(segments)
        for reference in references
    ]
    return _resolve(located, [note for note, _ in segments], texts)


def _located(reference: Reference, index: int, note: str | None, starts: list[int]) -> Located:
    """A reference of the joined text as one of its segment."""
    offset, antecedent = starts[index], reference.antecedent
    where = None
    if antecedent is not None:
        where = bisect_right(starts, antecedent) - 1
        antecedent -= starts[where]
    moved = replace(reference, start=reference.start - offset, end=reference.end - offset, antecedent=antecedent)
    return Located(index, note, moved, where)


@dataclass(slots=True)
class _Document:
    """A document on its way: its notes, texts and references by segment, settled from first to last.

    `citable` are the references without the page's own symbol that the extraction left in running text.
    """

    notes: list[str | None]
    texts: list[Prepared]
    references: list[list[Reference]]
    citable: list[list[Reference]]

    @classmethod
    def of(cls, located: Iterable[Located], notes: list[str | None], texts: Sequence[str]) -> _Document:
        prepared = [Prepared(text) for text in texts]
        references: list[list[Reference]] = [[] for _ in texts]
        for item in located:
            references[item.segment].append(item.reference)
        heads = running_heads(prepared, references)
        citable = [
            [item for item in found if notes[segment] is not None or (segment, item.start) not in heads]
            for segment, found in enumerate(references)
        ]
        return cls(notes, prepared, references, citable)

    def replace(self, segment: int, position: int, reference: Reference) -> None:
        """Put a settled reference in the place of the open one."""
        self.references[segment][position] = reference
        citable = self.citable[segment]
        citable[bisect_left(citable, reference.start, key=lambda item: item.start)] = reference

    def sources(self, segment: int, start: int = 0, end: int | None = None) -> list[Source]:
        """What a note cites, or a part of it."""
        text = self.texts[segment]
        stop = len(text.plain) if end is None else end
        return cited(text, self.citable[segment], segment, start, stop, note=True)

    def last_source(self, segment: int, start: int, end: int) -> Source | None:
        """The last source that a segment cites between two offsets."""
        note = self.notes[segment] is not None
        return last_cited(self.texts[segment], self.citable[segment], segment, start, end, note)

    def note_segments(self, segment: int) -> list[int]:
        """The segments up to this one that belong to the same note."""
        found = [segment]
        while found[0] and self.notes[found[0] - 1] == self.notes[segment]:
            found.insert(0, found[0] - 1)
        return found

    def previous_note(self, segment: int) -> list[int]:
        """The segments of the note before the one this segment belongs to; none if there is none."""
        first = self.note_segments(segment)[0]
        for index in range(first - 1, -1, -1):
            if self.notes[index] is not None:
                return self.note_segments(index)
        return []


def _resolve(located: list[Located], notes: list[str | None], texts: Sequence[str]) -> list[Located]:
    document = _Document.of(located, notes, texts)
    settled: list[Located] = []
    seen = [0] * len(texts)
    for item in located:
        position, reference, where = seen[item.segment], item.reference, item.antecedent_segment
        seen[item.segment] += 1
        if reference.kind in ("ibid", "supra"):
            source = (_ibid if reference.kind == "ibid" else _supra)(document, item.segment, position, reference)
            reference = replace(
                reference,
                symbol=source.symbol,
                candidates=source.candidates,
                reason=None if source.symbol else source.reason,
                antecedent=source.place[1] if source.symbol and source.place else None,
            )
            where = source.place[0] if source.symbol and source.place else None
            document.replace(item.segment, position, reference)
        settled.append(Located(item.segment, item.note, reference, where))
    return settled


def _ibid(document: _Document, segment: int, position: int, reference: Reference) -> Source:
    """What an `ibid.` stands for; without symbol, the reason why not."""
    following = document.references[segment][position + 1 : position + 2]
    plain = document.texts[segment].plain
    if following and _FOLLOWED.fullmatch(plain, reference.end, following[0].start):
        return Source(reason=AUTHOR_ONLY)
    if document.notes[segment] is None:
        return _ibid_in_text(document, segment, reference)
    for index in reversed(document.note_segments(segment)):
        end = reference.start if index == segment else len(document.texts[index].plain)
        before = document.last_source(index, 0, end)
        if before:
            return _one([before])
    previous = document.previous_note(segment)
    if not previous:
        return Source(reason=NO_NOTE_BEFORE)
    return _one([source for index in previous for source in document.sources(index)])


def _ibid_in_text(document: _Document, segment: int, reference: Reference) -> Source:
    """An `ibid.` of running text: a note that ran into it, or a citation in parentheses."""
    text = document.texts[segment]
    mark = _RUN_IN.search(text.plain, max(0, reference.start - 20), reference.start)
    if mark is not None and (reference.text[0].isupper() or mark[0].rstrip()[-1].isalpha()):
        return _run_in_ibid(document, segment, int(mark[1]) - 1, mark.start(1))
    for index in range(segment, max(-1, segment - BODY_REACH - 1), -1):
        if document.notes[index] is not None:
            continue
        end = reference.start if index == segment else len(document.texts[index].plain)
        found = document.last_source(index, max(0, end - PARENTHESIS_REACH), end)
        if found:
            return _one([found])
    return Source(reason=NOTHING_BEFORE)


def _run_in_ibid(document: _Document, segment: int, number: int, end: int) -> Source:
    """What the note of this number cites, whose text ran into the text up to `end` of the segment."""
    bounds = _run_in_note(document.texts[segment], number, end)
    if bounds is not None:
        return _one(document.sources(segment, *bounds))
    alone = not document.texts[segment].plain[:end].strip()
    if alone and segment and document.notes[segment - 1] is None:
        before = document.texts[segment - 1]
        bounds = _run_in_note(before, number, len(before.plain))
        if bounds is not None:
            return _one(document.sources(segment - 1, *bounds))
    return Source(reason=NOTE_NOT_TOLD)


def _run_in_note(text: Prepared, number: int, end: int) -> tuple[int, int] | None:
    """The bounds of note `number`, whose text runs up to `end`; None if its mark cannot be found."""
    if number < 1:
        return None
    low = max(0, end - RUN_IN_REACH)
    marks = list(re.finditer(rf"(?:^|[\s_])({number})\s{{1,3}}(?=[A-Z\"'(\[*\ue000\ue001])", text.plain[low:end]))
    return (low + marks[-1].end(1), end) if marks else None


def _supra(document: _Document, segment: int, position: int, reference: Reference) -> Source:
    """What a `supra` stands for: the note it names, or the document named right before it."""
    if reference.points_to is None:
        before = document.references[segment][position - 1] if position else None
        plain = document.texts[segment].plain
        if before and before.symbol and re.fullmatch(r"[)\s,]{1,4}", plain[before.end : reference.start]):
            return Source(before.symbol, (segment, before.start))
        return Source(reason=NO_WORK_BEFORE)
    for index in range(segment, -1, -1):
        if document.notes[index] == reference.points_to and index != segment:
            return _one([source for place in document.note_segments(index) for source in document.sources(place)])
    return Source(reason=NOTE_MISSING)


def _one(sources: Sequence[Source]) -> Source:
    """The one source among `sources`, or an open one that says why there is none."""
    if not sources:
        return Source(reason=CITES_NOTHING)
    documents = tuple(dict.fromkeys(source.symbol for source in sources if source.symbol))
    still_open = [source for source in sources if source.symbol is None and source.reason]
    if len(documents) + bool(still_open) + (OTHER in sources) > 1:
        candidates = (*documents, *(symbol for source in still_open for symbol in source.candidates))
        return Source(candidates=tuple(dict.fromkeys(candidates)), reason=CITES_SEVERAL)
    if documents:
        return next(source for source in reversed(sources) if source.symbol)
    if still_open:
        return still_open[-1]
    return Source(reason=CITES_OTHER)
