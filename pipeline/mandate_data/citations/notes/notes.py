"""Finds the footnotes of a text by their marks.

Notes are set in many ways: as Markdown or HTML, on lines of their own, or, where a PDF was dumped as text, run
into the sentence in which the page ended. What they share is that their marks count up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from string import ascii_lowercase, ascii_uppercase
from typing import NamedTuple

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.notes.defined_notes import defined_notes, may_define
from mandate_data.citations.notes.found_notes import Note, Notes
from mandate_data.citations.notes.note_columns import Columns
from mandate_data.citations.notes.note_lists import end_of_last, list_begins, listed_marks, lone_mark, under_heading
from mandate_data.citations.reading.abbreviations import abbreviated_in_note
from mandate_data.citations.reading.line_marks import citing, line_marks, star_marks
from mandate_data.citations.reading.prepared_text import PreparedText, fragment, month, plain_text
from mandate_data.note_headings import is_rule
from mandate_data.typography import RAISED


@cache
def _classes(words: Words) -> bytes:
    """A table that reads a text as the signs that marks are told by: `0` a digit, `A` what a note begins with, `a`
    another letter, `i` one that begins `ibid.` or an address, `"` what stands before a mark or begins a note, `.` what
    only stands before a mark."""
    table = bytearray(b"x" * 256)
    alphabetic = words.capitals and all(map(str.isascii, words.letters.values()))
    others = b"" if alphabetic else bytes((*range(2, 9), *range(14, 27), *range(128, 256)))
    for signs, sign in (
        (b"0123456789", b"0"),
        (ascii_lowercase.encode(), b"a"),
        (b"ihsw", b"i"),
        (ascii_uppercase.encode() + b"([<*" + others, b"A"),
        (b"\"'_", b'"'),
        (b" \t\r\n", b" "),
        (b".,;:)]-", b"."),
        (b"/", b"/"),
    ):
        for code in signs:
            table[code] = sign[0]
    return bytes(table)


_FIGURE = re.compile(rb'0(?<![^ ."]0)0{0,2}(?:/? {1,3}["Ai]|(?=A))')
_LETTER = re.compile(rb'/(?<=[ ."][ai]/) {1,3}["Ai]')


@cache
def _treaty(words: Words) -> re.Pattern[str]:
    """A sentence of a note that begins with a treaty and its article: `OPSC, article 6`."""
    articles = "|".join(fragment(words, label) for label, kind in words.labels if kind == "article") or NEVER
    named = rf"[A-Z]{{3,8}}|(?:[A-Z][\w'-]{{1,20}}\s){{0,3}}(?i:{fragment(words, words.treaty)})[^.,;\d]{{0,120}}"
    return re.compile(rf"(?:{named})(?:\s\([A-Z-]{{2,10}}\))?,?\s(?i:{articles})\s?\d")


_OF_A_RESOLUTION = r"\((?:E?S-)?(?:[IVXLC]{1,8}|(?:19|20)\d\d)\)"
"""The session or the year behind the number of a resolution: 194 `(III)`."""


_LISTED = r"\([a-z](?:[a-z]{0,3}\)|[^()\n]{0,30}\)(?:[,;.]|\s[a-z]{1,3}\s\d))"
"""What is in brackets behind a number of a list: paragraphs 2 `(e)` and 3, annexes 1 `(rules),` 2 and 3."""


@cache
def _marked(words: Words) -> re.Pattern[str]:
    """A mark and what follows it: a space and no month, or right away how notes begin; the last group is there if a
    citation follows."""
    no_month, ibid = (
        rf"\s{{1,3}}+(?!{month(words)}\b|{_OF_A_RESOLUTION}|{_LISTED}|{fragment(words, words.volumes)})",
        fragment(words, words.ibid),
    )
    back = rf"{ibid}|{fragment(words, words.supra)}\b"
    see = "|".join(plain_text(word, words) for word in words.new_clause if word[0].isupper()) or NEVER
    return re.compile(
        rf"(?:([1-9]\d{{0,2}})/?|([a-z])/)"
        rf"(?:{no_month}(?=[^a-z]|https?:|www\.|(?i:{back}))|(?=(?=[A-Z])(?i:{ibid})|{see}|[AES]/[A-Z0-9]))"
        rf"(?:(?={citing(words).pattern})())?"
    )


_PARAGRAPH = re.compile(r"^[ \t]*(?:\d{1,3}|[A-Z]|[IVX]{1,6})\\?\.\s", re.MULTILINE)
"""A numbered paragraph or heading."""
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

    `pointers` are the places of its `ibid.` and `supra`, by which notes at the beginning of lines are told from
    paragraphs.
    """
    if defined := _defined(text):
        return Notes.of(defined)
    lines = line_marks(text, pointers)
    begins = [] if lines else list_begins(text)
    lines = lines or listed_marks(text, begins)
    marks = [_Mark(str(number), number, start, end) for number, start, end in lines]
    marks = marks or _candidates(text)
    figures = _chains([mark for mark in marks if mark.label.isdigit()])
    if not figures and (lone := lone_mark(text, begins or list_begins(text))):
        figures = [_Mark(str(lone.number), *lone)]
    letters = _chains([mark for mark in marks if not mark.label.isdigit()], more=2)
    stars = [_Mark(one.label, _NO_NUMBER, one.start, one.end) for one in star_marks(text.plain)]
    return _counted(text, sorted(figures + letters + stars, key=lambda mark: mark.start))


def _defined(text: PreparedText) -> list[Note]:
    """The notes that the text defines, of HTML by its tags as they are printed."""
    if not text.marked_up:
        return [Note(*one) for one in defined_notes(text.plain, text.raw)] if may_define(text.plain) else []
    plain, left = plain_text(text.given, text.words), text.cuts.left
    if not may_define(plain):
        return []
    return [Note(number, left(start), left(end)) for number, start, end in defined_notes(plain, text.given)]


class _Mark(NamedTuple):
    """A number that may mark a note; one that a citation follows weighs more."""

    label: str
    number: int
    start: int
    end: int
    weight: float = 1.0


def _candidates(text: PreparedText) -> list[_Mark]:
    """Every number that may mark a note: before a capital, and not part of a date or of a reference."""
    plain, match = text.plain, _marked(text.words).match
    classes = b" " + text.data.translate(_classes(text.words))
    places = [place.start() - 1 for place in _FIGURE.finditer(classes)]
    if letters := [place.start() - 2 for place in _LETTER.finditer(classes)]:
        places = sorted(places + letters)
    marks: list[_Mark] = []
    paged, cut, columns = "\f" in text.raw, bool(text.shown_cuts.places), Columns(text)
    for start in places:
        mark = match(plain, start)
        if mark is None:
            continue
        figures, letter, cites = mark.groups()
        if not _may_mark(text, start) and (cites is None or not _ALONE.match(plain, plain.rfind("\n", 0, start) + 1)):
            continue
        if cites is None and text.words.capitals and (first := text.raw[mark.end()]).islower() and not first.isascii():
            continue  # capitals of some scripts are told from small letters only as they are printed
        label, number = (figures, int(figures)) if figures else (letter, ord(letter) - _BEFORE_A)
        if paged and _PAGE_END.match(text.raw, start + len(label)):
            continue  # the number of a page, or a mark whose note is not behind it
        end = mark.end()
        wide = cut or plain[end - 1] == "\t" or (plain[end - 1] == " " and plain[end - 2] in _BLANKS)
        if wide and figures and columns.have(start, label):
            continue
        marks.append(_Mark(label, number, start, end, 1.0 if cites is None else _HEAVY))
    return marks


_ALONE = re.compile(r"[ \t]{0,12}\d{1,3}[ \t\r]*\n")
"""A mark on a line of its own."""
_PAGE_END = re.compile(r"/?\s{0,200}\f")
_BEFORE_A = ord("a") - 1
_HEAVY = 1.25
"""The weight of a mark that a citation follows."""
_TRIFLE = 0.125
_NO_NUMBER = -9
"""Of a star, which neither follows a number nor is followed by one."""
_NOTHING: tuple[float, int | None] = (float("-inf"), None)


@cache
def _no_mark_after(words: Words) -> frozenset[str]:
    return frozenset(plain_text(word, words).lower() for word in words.no_mark_after)


def _may_mark(text: PreparedText, start: int) -> bool:
    """Whether the text before a number allows it to be a mark: not `para.`, a currency sign, a dash or a slash, the end
    of a symbol (`/Add.`, `and Add.`), nor what begins the number of a paragraph with a point in it (`138.`); a heading
    for notes on a line of its own does."""
    plain, not_after = text.plain, _no_mark_after(text.words)
    before = plain[max(0, start - _REACH) : start]
    words = before.rsplit(None, 1)
    if not words:
        return True
    last = words[-1]
    drawn = last[-1] in _DRAWN and before[-1] in "\r\n"
    if last[-1] in _ENDS_NO_WORD or (drawn and is_rule(text.raw[max(0, start - _REACH) : start].split()[-1])):
        return True
    if last[-1] not in _NO_MARK_AFTER and last.lower().lstrip(_OPENING) not in not_after:
        # few are right behind a point after a figure or a slash, and the search takes its time
        if before[-1] == "." and last.lower().endswith(_SUFFIXES):
            return False
        pointed = before[-1] == "." and ("/" in before or before[-2:-1].isdigit())
        return not pointed or _GOES_ON_AFTER.search(plain, max(0, start - _WITH_POINTS), start) is None
    return before.endswith(("\n\n", "\r\n\r\n")) or ("\n" in before and under_heading(text, start, only_headings=True))


_BLANKS = frozenset(" \t")
_REACH = 12
_NO_MARK_AFTER = frozenset("$\xa4/-")
_ENDS_NO_WORD = frozenset(",;:)\"'")
_DRAWN = "-\xa4"
"""What signs of rules are read as."""
_OPENING = "([\"'"
_SUFFIXES = ("add.", "corr.", "rev.", "amend.")
_WITH_POINTS = 40
"""How far before the last figure of a paragraph's number its line begins, at most."""
_GOES_ON_AFTER = re.compile(r"/[A-Z]{1,4}[a-z]{0,4}\.\Z|^[ \t]*\d{1,3}\.(?:\d{1,3}\.){0,2}\Z", re.MULTILINE)


def _chains(marks: Sequence[_Mark], shortest: int = 2, more: int = _SHORTEST_MORE) -> list[_Mark]:
    """The marks that count up through the text, in no order: the longest count, and the others before and after it.

    A number is printed twice, at the annotated word and before its note; the later place is taken. If the count
    starts again, a new chain starts, if it has `more` marks (at most four).
    """
    chain = _longest_chain(marks, _SKIP)
    if len(chain) < shortest:
        return []
    parts = marks[: chain[0]], marks[chain[-1] + 1 :]
    return [marks[index] for index in chain] + [part[index] for part in parts for index in _counts(part, more)]


def _longest_chain(marks: Sequence[_Mark], skip: int) -> list[int]:
    """The indices of the marks that count up furthest, in order."""
    weight: dict[int, float] = {}
    last: dict[int, int] = {}
    before: list[int | None] = []
    weigh = weight.get
    for index, mark in enumerate(marks):
        number, chosen, best_weight = mark.number, None, 0.0
        for previous in range(number - 1, number - skip - 2, -1):
            counted = weigh(previous, 0.0)
            if counted > best_weight:
                best_weight, chosen = counted, last[previous]
        before.append(chosen)
        if best_weight + mark.weight >= weigh(number, 0.0):
            weight[number], last[number] = best_weight + mark.weight, index
    best = max(weight.values(), default=0.0)
    return _path(before, max((index for number, index in last.items() if weight[number] == best), default=None))


def _counts(marks: Sequence[_Mark], shortest: int) -> list[int]:
    """The indices of the marks that count up without a gap, one count behind the other, in order.

    In one pass: of all ways to cut the marks into counts, the one of the greatest weight, where each count costs a
    little more than it weighs with one mark too few.
    """
    cost = _HEAVY * (shortest - 1) + _TRIFLE
    done: float = 0
    end: int | None = None
    counting: dict[int, tuple[float, int | None]] = {}
    before: list[int | None] = []
    for index, mark in enumerate(marks):
        weight, previous = counting.get(mark.number - 1, _NOTHING)
        if weight < done - cost:
            weight, previous = done - cost, end
        before.append(previous)
        weight += mark.weight
        if weight >= counting.get(mark.number, _NOTHING)[0]:
            counting[mark.number] = weight, index
        if weight >= done:
            done, end = weight, index
    return _path(before, end)


def _path(before: Sequence[int | None], end: int | None) -> list[int]:
    """The indices from the first one to `end`, where each index has the one before it."""
    path: list[int] = []
    while end is not None:
        path.append(end)
        end = before[end]
    return path[::-1]


def _counted(text: PreparedText, marks: Sequence[_Mark]) -> Notes:
    """The notes behind marks that count up, each up to the next mark or to where running text goes on."""
    limits = [mark.start for mark in marks[1:]] + [len(text.plain)]

    def end(index: int) -> int:
        found = _note_end(text, marks[index].end, min(limits[index], marks[index].end + LONGEST))
        following = marks[index + 1] if index + 1 < len(marks) else None
        if following is not None and _are_paragraphs(text, marks[index], found, following):
            return len(text.plain[: following.start].rstrip(" \t\r\n[("))
        if following is None and marks[index].number > 0:
            return end_of_last(text, _list_begins(text, marks), found, marks[index].end + LONGEST)
        return found

    return Notes([(mark.label, mark.end) for mark in marks], end)


def _are_paragraphs(text: PreparedText, mark: _Mark, end: int, following: _Mark) -> bool:
    """Whether the paragraphs between the end of a note and the next one are the note's: in a list of notes, the text,
    which has the mark of the next one, is not between them."""
    plain = text.plain
    if following.number != mark.number + 1 or following.start - mark.end > LONGEST:
        return False
    between = plain[end : following.start]
    paged = "\f" in text.raw[end : following.start]  # the text goes on on the next page
    if not between.strip() or paged:
        return False
    if not all(_begins_line(plain, one.start) for one in (mark, following)) or _PARAGRAPH.search(between):
        return False
    called = re.compile(rf"(?:(?<=[^\W\d_])|(?<=[.,;:)\]\"'])[ \[]?){re.escape(following.label)}(?![\w/])")
    calls = called.finditer(plain, mark.end, following.start)
    if _RAISED_CALL.search(text.shown, text.shown_cuts.given(end), text.shown_cuts.given(following.start - 1)):
        return False
    return not any(_may_mark(text, call.start()) for call in calls)


_RAISED_CALL = re.compile(rf"(?<=\S) ?\[\^?\d{{1,3}}\]|(?<=\S)[{RAISED}]|<sup|\^\d")
"""A mark within a text, which is cut out of what is searched."""


def _begins_line(plain: str, at: int) -> bool:
    return not plain[plain.rfind("\n", 0, at) + 1 : at].strip(" \t\r[(")


def _list_begins(text: PreparedText, marks: Sequence[_Mark]) -> int:
    """Where the line begins with which the list of notes begins that the last of the marks ends."""
    first = marks[-1]
    for mark in reversed(marks[:-1]):
        if not 0 < first.number - mark.number <= _SKIP + 1 or not _begins_line(text.plain, mark.start):
            break
        first = mark
    return text.plain.rfind("\n", 0, first.start) + 1


def _note_end(text: PreparedText, start: int, limit: int) -> int:
    """Where the note ends: at a blank line, where a sentence goes on in lower case, or before the first
    sentence that does not look like a note's."""
    plain = text.plain
    line_end = plain.find("\n", start, limit)
    blank = _BLANK_LINE.search(plain, line_end, limit) if line_end >= 0 else None
    if blank:
        limit = blank.start()
    cites, treaty = citing(text.words).match, _treaty(text.words).match
    for full_stop in _FULL_STOP.finditer(plain, start, limit):
        end = full_stop.end()
        is_note = plain[end : end + 1].isdigit() or (cites(plain, end) or treaty(plain, end)) is not None
        if not is_note and not abbreviated_in_note(plain, full_stop.start(), text.words):
            return end
    return limit
