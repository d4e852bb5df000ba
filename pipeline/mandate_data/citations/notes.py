"""Finds the footnotes of a text by their marks.

Notes are set in many ways: as Markdown or HTML, on lines of their own, or, where a PDF was dumped as text, run
into the sentence in which the page ended. What they share is that their marks count up.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, overload

import re2

from mandate_data.citations.languages import Words
from mandate_data.citations.prepared_text import PreparedText, abbreviated, fragment, linear, month


class Note(NamedTuple):
    """A footnote: its `number` as printed, and the stretch [start, end) of its text, without the mark."""

    number: str
    start: int
    end: int


class Notes(Sequence[Note]):
    """The notes of a text in the order of the text."""

    def __init__(self, notes: Sequence[Note] = ()) -> None:
        self._notes = tuple(notes)
        self._starts = [note.start for note in self._notes]
        self._places: dict[str, list[int]] = {}
        for index, note in enumerate(self._notes):
            self._places.setdefault(note.number, []).append(index)

    def __len__(self) -> int:
        return len(self._notes)

    @overload
    def __getitem__(self, index: int) -> Note: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Note]: ...
    def __getitem__(self, index: int | slice) -> Note | Sequence[Note]:
        return self._notes[index]

    def at(self, position: int) -> int | None:
        """The index of the note that contains `position`."""
        index = bisect_right(self._starts, position) - 1
        return index if index >= 0 and position < self._notes[index].end else None

    def between(self, start: int, end: int) -> Sequence[Note]:
        """The notes that reach into [start, end), in order."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        return [note for note in self._notes[first : bisect_right(self._starts, end)] if note.end > start]

    def numbered(self, number: str, before: int) -> Note | None:
        """The note of this number: the last one before the index `before`, or else the first one after it."""
        places = self._places.get(number, [])
        at = bisect_left(places, before)
        return self._notes[places[max(at - 1, 0)]] if places and places[max(at - 1, 0)] != before else None


_DEFINED = re.compile(r"^[ \t]{0,3}(?:\[\^(\w{1,8})\]:|<sup>\[?(\d{1,3})\]?</sup>)[ \t]*", re.MULTILINE)


@cache
def _mark(words: Words) -> re2._Regexp:
    begins = r"A-Z\"'(\[<*_" + ("" if words.capitals else r"\x02-\x08\x0e-\x1b\x80-\xff")
    return linear(
        rf"(?:^|[\s.,;:)\"'\]_-])(?:(?:[1-9][0-9]{{0,2}}/?|[a-z]/)[ \t\r\n]{{1,3}}(?:[{begins}]|https?:|www\.|ibid)"
        r"|[1-9][0-9]{0,2}(?:Ibid|See |A/[A-Z0-9]|E/[A-Z0-9]|S/[A-Z0-9]))"
    )


# Marks with a full stop number paragraphs, too: they count only where one introduces an ibid. or a supra.
_DOTTED_BEFORE = re.compile(r"[ \t]{0,3}[1-9]\d{0,2}\.\s{1,3}(?:see\s(?:also\s)?|[^\n]{1,40},\s)?", re.IGNORECASE)
_DOTTED = re.compile(r"^[ \t]{0,3}([1-9]\d{0,2})\.\s{1,3}", re.MULTILINE)


@cache
def _citing(words: Words) -> re.Pattern[str]:
    """How the text of a note begins."""
    return re.compile(rf"(?i:{fragment(words, words.note_begins)})\b|(?:A|S|E|ST|C[A-Z]{{2,4}}|HRI)/|https?:|www\.")


@cache
def _marked(words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:([1-9]\d{{0,2}})/?|([a-z])/)\s{{0,3}}+(?!{month(words)}\b)(?=({_citing(words).pattern})?)")


_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_FULL_STOP = re.compile(r"\.[)\]\"']{0,2}\s+")

LONGEST = 1500
"""Greatest length of a note: if the next mark is further away, running text lies between."""
_SHORTEST_MORE = 4
"""How many marks a second count must have, before or after the longest one."""
_SKIP = 3
"""How many notes in a row may be without a mark that can be read."""


def find_notes(text: PreparedText, pointers: Iterable[int] = ()) -> Notes:
    """The notes of `text`: those that Markdown or HTML defines, or else those whose marks count up.

    `pointers` are the places of its `ibid.` and `supra`: numbers with a full stop mark notes only if one stands at
    the beginning of a line that points back.
    """
    plain = text.plain
    if "[^" in plain or "<sup>" in plain:
        defined = list(_defined(plain))
        if defined:
            return Notes(defined)
    if any(_DOTTED_BEFORE.fullmatch(plain, plain.rfind("\n", 0, at) + 1, at) for at in pointers):
        marks = [_Mark(match[1], int(match[1]), match.start(1), match.end()) for match in _DOTTED.finditer(plain)]
    else:
        marks = _candidates(text)
    figures = _chains([mark for mark in marks if mark.label.isdigit()])
    letters = _chains([mark for mark in marks if not mark.label.isdigit()], more=2)
    return Notes(list(_counted(text, sorted(figures + letters, key=lambda mark: mark.start))))


def _defined(plain: str) -> Iterator[Note]:
    """Notes that a mark at the beginning of a line defines, up to the next one or a blank line."""
    marks = list(_DEFINED.finditer(plain))
    for mark, following in pairwise([*marks, None]):
        assert mark is not None
        limit = following.start() if following else len(plain)
        blank = _BLANK_LINE.search(plain, mark.end(), limit)
        yield Note(mark[1] or mark[2], mark.end(), blank.start() if blank else limit)


class _Mark(NamedTuple):
    """A number that may mark a note; one that a citation follows weighs more."""

    label: str
    number: int
    start: int
    end: int
    weight: float = 1.0


def _candidates(text: PreparedText) -> list[_Mark]:
    """Every number that may mark a note: before a capital, and not part of a date or of a reference."""
    plain = text.plain
    marks = []
    for match in _mark(text.words).finditer(text.data):
        start = match.span()[0]
        start += not plain[start].isalnum()
        mark = _marked(text.words).match(plain, start)
        if mark is None or not _may_mark(plain, start, text.words):
            continue
        figure, letter, citing = mark.groups()
        number = int(figure) if figure else ord(letter) - ord("a") + 1
        marks.append(_Mark(figure or letter, number, start, mark.end(), 1.25 if citing else 1.0))
    return marks


def _may_mark(plain: str, start: int, words: Words) -> bool:
    """Whether the text before a number allows it to be a mark: not `para.`, a currency sign, a dash or a slash."""
    before = plain[max(0, start - 12) : start]
    last = before.split()
    if not last or before.endswith(("\n\n", "\r\n\r\n")):
        return True
    return last[-1][-1] not in "$\xa4/-" and last[-1].lower() not in words.no_mark_after


def _chains(marks: Sequence[_Mark], shortest: int = 2, skip: int = _SKIP, more: int = _SHORTEST_MORE) -> list[_Mark]:
    """The marks that count up through the text, in order, the longest count first and then others around it that
    have `more` marks.

    A number is printed twice, at the annotated word and before its note; the later place is taken. If the count
    starts again, a new chain starts.
    """
    weight: dict[int, float] = {}
    last: dict[int, int] = {}
    before: list[int | None] = []
    for index, mark in enumerate(marks):
        chosen, best_weight = None, 0.0
        for previous in range(mark.number - 1, mark.number - skip - 2, -1):
            if weight.get(previous, 0.0) > best_weight:
                best_weight, chosen = weight[previous], last[previous]
        before.append(chosen)
        if best_weight + mark.weight >= weight.get(mark.number, 0.0):
            weight[mark.number], last[mark.number] = best_weight + mark.weight, index
    best = max(weight.values(), default=0.0)
    chain: list[int] = []
    cursor = max((index for number, index in last.items() if weight[number] == best), default=None)
    while cursor is not None:
        chain.append(cursor)
        cursor = before[cursor]
    if len(chain) < shortest:
        return []
    chain.reverse()
    return [
        *_chains(marks[: chain[0]], more, 0, more),
        *(marks[index] for index in chain),
        *_chains(marks[chain[-1] + 1 :], more, 0, more),
    ]


def _counted(text: PreparedText, marks: Sequence[_Mark]) -> Iterator[Note]:
    """The notes behind marks that count up, each up to the next mark or to where running text goes on."""
    for mark, following in pairwise([*marks, None]):
        assert mark is not None
        limit = min(following.start if following else len(text.plain), mark.end + LONGEST)
        yield Note(mark.label, mark.end, _note_end(text, mark.end, limit))


def _note_end(text: PreparedText, start: int, limit: int) -> int:
    """Where the note ends: at a blank line, where a sentence goes on in lower case, or before the first
    sentence that does not look like a note's."""
    plain = text.plain
    line_end = plain.find("\n", start, limit)
    blank = _BLANK_LINE.search(plain, line_end, limit) if line_end >= 0 else None
    if blank:
        limit = blank.start()
    at = plain.find(".", start, limit)
    while at >= 0:
        full_stop = _FULL_STOP.match(plain, at, limit)
        if full_stop and not abbreviated(plain, at, text.words) and _goes_on(text, full_stop.end()):
            return full_stop.end()
        at = plain.find(".", at + 1, limit)
    return limit


def _goes_on(text: PreparedText, position: int) -> bool:
    """Whether the text here, after a full stop, is running text and no longer the note."""
    return not text.plain[position : position + 1].isdigit() and _citing(text.words).match(text.plain, position) is None
