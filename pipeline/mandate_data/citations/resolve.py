"""Settling `ibid.` and `supra` over a whole document, in the order of its text.

An `ibid.` stands for the one source cited right before it: in its own note, or else in the note before; in
running text, in the text before. It never gets a symbol when that source is a book, a web page or a treaty, or
when the note before cites several sources.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from mandate_data.citations.find import as_given, find_prepared, prepare
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.notes.antecedents import AUTHOR_ONLY, OTHER, CitedWork, cited, last_cited, running_heads
from mandate_data.citations.notes.back_references import OPEN_ADDENDUM
from mandate_data.citations.notes.found_notes import Notes
from mandate_data.citations.notes.notes import find_notes
from mandate_data.citations.notes.run_on_notes import marked_before, note_before
from mandate_data.citations.notes.short_titles import titled_in
from mandate_data.citations.printed_symbols.addenda import with_suffix
from mandate_data.citations.reading.layout import Layout
from mandate_data.citations.reading.prepared_text import PreparedText, fragment, plain_text
from mandate_data.citations.references import Kinds, Reference, in_note, pointing

NO_NOTE_BEFORE = "no note stands before it"
CITES_NOTHING = "the note before cites nothing"
CITES_OTHER = "the source before is not a United Nations document"
CITES_SEVERAL = "the note before cites several sources"
NOTHING_BEFORE = "nothing is cited right before it"
ONLY_NAMED = "what stands before it is a resolution that another paragraph names"
NOTE_NOT_TOLD = "it is not clear where the note before ends"
NOTE_MISSING = "the note it points to is not there"
NO_WORK_BEFORE = "names a work by its author or title"

AUTHOR_REACH = 200
"""How many notes back the work of an `op. cit.` may stand."""
_PINPOINT_REACH = 40
_ONLY_A_PINPOINT = re.compile(r"[^A-Z\"]*")
NEARBY = 250
BODY_REACH = 2500
"""How far back in running text the citation before an `ibid.` may stand."""

_FIGURES = re.compile(r"\d{1,4}(?!\s?[/(\d])")
"""The last figures of a document, alone."""
_ADOPTED = frozenset(("resolution", "decision"))
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")
_POINTING = frozenset(("ibid", "supra"))
_IN_BRACKETS = re.compile(r"[,\s]{0,3}(?:\([^()]{2,40}\)\s?)?[,\s]{0,2}")
"""Between a document and its short title: a date in brackets."""
_NAMED = re.compile(r"[()\s,]{1,4}")
"""Between a document and the `supra` that repeats it: `S/RES/1373 (2001), supra note 4`."""
_AUTHOR = re.compile(r"([A-Z][\w'-]{2,})(?:\set\sal\.?)?,?\s$")


@cache
def _op_cit(words: Words) -> re.Pattern[str]:
    """Words for a work cited before."""
    return re.compile(rf"\b(?:{fragment(words, words.op_cit)})\b", re.IGNORECASE)


@cache
def _note_follows(words: Words) -> re.Pattern[str]:
    """Between such words and the note of the work."""
    see = "|".join(plain_text(word, words) for word in words.see)
    return re.compile(rf",?\s\(?(?:(?:{see or NEVER})\s)?")


@cache
def _note_behind(words: Words) -> re.Pattern[str]:
    """The note of the work without a word that points back: Op. cit., `note 1`."""
    return re.compile(rf",?\s\(?(?:{fragment(words, words.note)})\s(\d{{1,3}})(?=[,.;)\s]|$)", re.IGNORECASE)


@cache
def _mark_before(words: Words) -> re.Pattern[str]:
    """The mark of a note right before an `ibid.`, words like "see also" between."""
    announces = fragment(words, words.announces)
    return re.compile(rf"(?:^|[\s.\"')\]_])(\d{{1,3}})/?\s{{1,3}}(?:{announces})?$", re.IGNORECASE)


def cite(
    text: str, *, issuer: str | None = None, language: str | None = None, kinds: Kinds = "documents"
) -> list[Reference]:
    """Every reference in a document's text, in order, with the note it stands in, `ibid.` and `supra` settled.

    The notes are told from the text; where that fails, the reference stays open and says so. `issuer` is the body that
    issued the document, as a symbol of the document or a slug: "the Commission" and "its resolution" are its.
    `language` is one of `LANGUAGES`; without it, it is detected, and passages in another one are read in that. `kinds`
    "all" adds treaties, cases and letters. Raises ValueError for an unknown issuer or language.
    """
    return cite_printed(text, (), issuer=issuer, language=language, kinds=kinds)


def cite_printed(
    text: str,
    lines: Sequence[int],
    *,
    issuer: str | None = None,
    language: str | None = None,
    kinds: Kinds = "documents",
) -> list[Reference]:
    """Like `cite`, for a text in which printed lines begin behind blanks at the offsets `lines`."""
    return cite_prepared(prepare(text, issuer=issuer, language=language), lines, kinds)


def cite_prepared(prepared: PreparedText, lines: Sequence[int] = (), kinds: Kinds = "documents") -> list[Reference]:
    """The same, for a text that is prepared."""
    references = find_prepared(prepared, kinds, Layout(lines=left_of(prepared, lines)))
    pointers = [reference.start for reference in references if reference.kind in _POINTING]
    return as_given(prepared, resolve(prepared, references, find_notes(prepared, pointers)))


def left_of(text: PreparedText, places: Sequence[int]) -> Sequence[int]:
    """Places of the given text in what is left of it."""
    return [text.cuts.left(place) for place in places]


def resolve(text: PreparedText, references: Sequence[Reference], notes: Notes) -> list[Reference]:
    """References in the order of the text, each with its note, and what points back settled."""
    document = _Document(text, references, notes)
    settled = document.references
    for position, reference in enumerate(references):
        index = notes.at(reference.start)
        document.noted.append(index)
        if index is not None:
            reference = settled[position] = in_note(reference, notes.number(index))
        if reference.kind in _POINTING:
            source = (_ibid if reference.kind == "ibid" else _supra)(document, position, reference, index)
            back, reason = (None, source.reason) if source.symbol is None else (source.place, None)
            settled[position] = pointing(reference, source.symbol, source.candidates, reason, back)
        elif reference.reason == OPEN_ADDENDUM:
            settled[position - 1], settled[position] = _addendum(settled[position - 1], reference)
    return settled


def _addendum(ibid: Reference, addendum: Reference) -> tuple[Reference, Reference]:
    """An `Ibid., Add.1`: the document that the first part stands for, and its addendum."""
    found = with_suffix(ibid.symbol, addendum.text) if ibid.symbol else None
    if found is None:
        return ibid, addendum._replace(reason=ibid.reason or OPEN_ADDENDUM)
    return ibid._replace(symbol=found[0]), addendum._replace(symbol=found[1], reason=None, antecedent=ibid.start)


class _Document:
    """A document on its way: its `references` are settled from first to last."""

    def __init__(self, text: PreparedText, references: Sequence[Reference], notes: Notes) -> None:
        self.text = text
        self.notes = notes
        self.references = list(references)
        self.noted: list[int | None] = []  # the index of the note of each that is settled
        self.after_author = _after_the_author(text.words)
        self._starts = [reference.start for reference in references]

    @cached_property
    def _heads(self) -> set[int]:
        """Where a page's own symbol stands, left in the text by an extraction."""
        return running_heads(self.text, self.references)

    def citable(self, start: int, end: int) -> list[Reference]:
        """The references in [start, end) that cite, in order."""
        low, high = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [item for item in self.references[low:high] if item.start not in self._heads and item.end <= end]

    def at(self, place: int) -> Reference:
        """The reference that begins at a place."""
        return self.references[bisect_left(self._starts, place)]

    def sources(self, start: int, end: int, note: bool = True) -> list[CitedWork]:
        """What a stretch of text cites."""
        return cited(self.text, self.citable(start, end), start, end, note)

    def last_source(self, start: int, end: int, note: bool) -> CitedWork | None:
        """The last source that a stretch of text cites; it is looked for nearby first, as most stand there."""
        near = self.text.sentences.start(max(start, end - NEARBY), NEARBY) if end - start > 2 * NEARBY else start
        near = max(start, near)
        for low, high in ((near, end), (start, near)):
            found = last_cited(self.text, self.citable(low, high), low, high, note) if low < high else None
            if found:
                return found
        return None

    def body_before(self, position: int) -> Iterable[tuple[int, int]]:
        """The stretches of running text between notes before `position`, nearest first, as far as its reach."""
        low = max(0, position - BODY_REACH)
        end = position
        for note in reversed(list(self.notes.between(low, position))):
            if note.end < end:
                yield note.end, end
            end = min(end, note.start)
        if low < end:
            yield low, end


@cache
def _after_the_author(words: Words) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What follows an `ibid.` that stands for the author alone: another document, or another volume of a series."""
    document, series = fragment(words, words.document), fragment(words, words.series)
    before = r"[^,.;\n]{0,12}?" if words.shares_signs else r"(?:(?:[\w-]+|[A-Z][a-z]+\.)\s){0,4}"
    return (
        re.compile(rf",\s{{1,2}}(?:(?:{document})\s{{1,2}})?", re.IGNORECASE),
        re.compile(rf"(?:,\s?|\s(?=\d{{1,3}}[a-z]{{2}}\s))(?:\d{{4}},\s)?{before}(?:{series}){words.edge}"),
    )


def _ibid(document: _Document, position: int, reference: Reference, index: int | None) -> CitedWork:
    """What an `ibid.` stands for; without symbol, the reason why not."""
    spans, plain = reference.pinpoint_spans, document.text.plain
    pinned = spans and spans[0][0] >= reference.end  # what follows at once is its pinpoint
    following = () if pinned else document.references[position + 1 : position + 2]
    followed, series = document.after_author
    names_it = (
        following
        and following[0].reason != OPEN_ADDENDUM
        and followed.fullmatch(plain, reference.end, following[0].start)
    )
    if names_it or series.match(plain, reference.end):
        return CitedWork(reason=AUTHOR_ONLY)
    if position and document.noted[position - 1] == index:
        chained = _after_another(document, document.references[position - 1], reference)
        if chained is not None:
            return chained
    if index is None:
        return _ibid_in_text(document, reference)
    note = document.notes[index]
    before = document.last_source(note.start, reference.start, note=True)
    if before:
        return _last_of_them(document, before)
    if not index:
        return CitedWork(reason=NO_NOTE_BEFORE)
    previous = document.notes[index - 1]
    if note.number.isdigit() and previous.number.isdigit() and int(previous.number) + 1 != int(note.number):
        return CitedWork(reason=NOTE_NOT_TOLD)
    return _one(document.sources(previous.start, previous.end))


def _after_another(document: _Document, previous: Reference, reference: Reference) -> CitedWork | None:
    """What the `ibid.` right before this one, in the same note, stands for, if nothing but its pinpoint is between."""
    if previous.kind != "ibid":
        return None
    between = reference.start - previous.end
    if between > _PINPOINT_REACH or not _ONLY_A_PINPOINT.fullmatch(document.text.plain, previous.end, reference.start):
        return None
    return CitedWork(previous.symbol, previous.start, previous.candidates, previous.reason)


def _ibid_in_text(document: _Document, reference: Reference) -> CitedWork:
    """An `ibid.` of running text: a citation in parentheses, unless a note's mark stands before it."""
    plain = document.text.plain
    if _mark_before(document.text.words).search(plain, max(0, reference.start - 20), reference.start):
        return CitedWork(reason=NOTE_NOT_TOLD)
    noted = note_before(document.text, reference.start)
    if noted is not None:
        return _one(document.sources(noted, reference.start))
    marked, noted = marked_before(document.text, reference.start)
    if marked:
        return CitedWork(reason=NOTE_NOT_TOLD) if noted is None else _one(document.sources(noted, reference.start))
    for start, end in document.body_before(reference.start):
        found = document.last_source(start, end, note=False)
        if found:
            if found.place is not None and _is_only_named(document, found.place, reference.start):
                return CitedWork(candidates=(found.symbol,) if found.symbol else found.candidates, reason=ONLY_NAMED)
            return _last_of_them(document, found)
    return CitedWork(reason=NOTHING_BEFORE)


def _is_only_named(document: _Document, place: int, before: int) -> bool:
    """Whether what the reference at `place` cites is a resolution that another paragraph names in its prose: an `ibid.`
    in brackets means what is cited in brackets, or by its symbol."""
    plain, reference = document.text.plain, document.at(place)
    if reference.kind not in _ADOPTED or _PARAGRAPH_END.search(plain, reference.end, before) is None:
        return False
    return plain.rfind("(", _paragraph(plain, place), place) <= plain.rfind(")", _paragraph(plain, place), place)


def _paragraph(plain: str, place: int) -> int:
    """Where the paragraph of a place begins."""
    return max(plain.rfind("\n\n", 0, place), plain.rfind("\r\n\r\n", 0, place), 0)


def _last_of_them(document: _Document, source: CitedWork) -> CitedWork:
    """The source right before an `ibid.`; open where it is one of a list, printed by its last figures alone: `Add.1-7`,
    which no `ibid.` singles out."""
    alone = source.place is not None and _FIGURES.match(document.text.plain, source.place) is not None
    if source.symbol is not None and alone:
        return CitedWork(candidates=(source.symbol,), reason=CITES_SEVERAL)
    return _one([source])


def _supra(document: _Document, position: int, reference: Reference, index: int | None) -> CitedWork:
    """What a `supra` stands for: the document named right before it, the note it names, or its author's work."""
    plain = document.text.plain
    before = document.references[position - 1] if position else None
    if before and before.symbol and _NAMED.fullmatch(plain, before.end, reference.start):
        return CitedWork(before.symbol, before.start)
    number = reference.points_to
    if number is None:
        following = document.references[position + 1 : position + 2]
        if following and _note_follows(document.text.words).fullmatch(plain, reference.end, following[0].start):
            number = following[0].points_to  # op. cit. (note 17 above)
        elif (named := _note_behind(document.text.words).match(plain, reference.end)) is not None:
            number = named[1]
    if number is None:
        alone = index is not None and not plain[document.notes[index].start : reference.start].strip()
        if alone and _op_cit(document.text.words).match(plain, reference.start):
            return _ibid(document, position, reference, index)
        return _by_author(document, reference, index)
    note = document.notes.numbered(number, len(document.notes) if index is None else index)
    if note is None:
        return CitedWork(reason=NOTE_MISSING)
    given = titled_in(plain, note.start, note.end, reference.start, document.text.words)
    titled = document.citable(note.start, given)[-1:] if given is not None else []
    if given is not None and titled and titled[0].symbol and _IN_BRACKETS.fullmatch(plain, titled[0].end, given):
        return CitedWork(titled[0].symbol, titled[0].start)
    return _one(document.sources(note.start, note.end))


def _by_author(document: _Document, reference: Reference, index: int | None) -> CitedWork:
    """The work of the author named before an `op. cit.`, cited in full in an earlier note."""
    plain = document.text.plain
    author = _AUTHOR.search(plain, max(0, reference.start - 60), reference.start)
    if author is None or index is None:
        return CitedWork(reason=NO_WORK_BEFORE)
    for note in reversed(document.notes[max(0, index - AUTHOR_REACH) : index]):
        named = re.search(rf"\b{re.escape(author[1])}\b", plain[note.start : note.end])
        if named and not _op_cit(document.text.words).search(plain, note.start, note.end):
            return _one(document.sources(note.start, note.end))
    return CitedWork(reason=NO_WORK_BEFORE)


def _one(sources: Sequence[CitedWork]) -> CitedWork:
    """The one source among `sources`, or an open one that says why there is none."""
    if not sources:
        return CitedWork(reason=CITES_NOTHING)
    documents = tuple(dict.fromkeys(source.symbol for source in sources if source.symbol))
    still_open = [source for source in sources if source.symbol is None and source.reason]
    if len(documents) + bool(still_open) + (OTHER in sources) > 1:
        candidates = (*documents, *(symbol for source in still_open for symbol in source.candidates))
        return CitedWork(candidates=tuple(dict.fromkeys(candidates)), reason=CITES_SEVERAL)
    if documents:
        return next(source for source in reversed(sources) if source.symbol)
    if still_open:
        return still_open[-1]
    return CitedWork(reason=CITES_OTHER)
