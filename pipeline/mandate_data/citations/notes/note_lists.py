"""Lists of notes under a heading or a rule: one note alone, and the paragraphs behind the last one of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from mandate_data.citations.reading.line_marks import (
    BRACKETED,
    RAISED_FIGURES,
    SHARED,
    WITH_A_STROKE,
    LineMark,
    numbered_lines,
)
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.note_headings import HEADING, RULE, is_notes_heading, is_rule
from mandate_data.typography import LOWERED

_BEHIND_A_WORD = r"[^\W\d_]|[.,;:)\]”\"’']"
_LONE = (
    (re.compile(f"\n{BRACKETED}"), rf"(?:{_BEHIND_A_WORD}|\d) ?\[{{0}}\]"),
    (re.compile(f"\n{RAISED_FIGURES}"), rf"(?:{_BEHIND_A_WORD}){{0}}"),
    (re.compile(rf"\n{WITH_A_STROKE}(?=\S)"), rf"(?:{_BEHIND_A_WORD}) ?{{0}}/"),
)
"""How one note may be set whose sign is no other thing's, with the line end before it, and its mark behind a word."""
_ENDS = r"(?=[\s.,;:)]|\Z)"
_GLUED = re.compile(rf"([1-9](?:(?<=[^\W\d_]\d)|(?<=[.,;:)\]”\"’']\d))\d{{0,2}}){_ENDS}")
"""The mark of a note behind a word: a figure alone."""
_IN_TAGS = re.compile(r"<sup\b[^<>]{0,200}>\[?([1-9]\d{0,2})\]?(?=<)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\[(?:(?<=\S\[)|(?<=\S \[))([1-9]\d{0,2})\]")
_NUMBERED = re.compile(r"^[ \t]{0,12}([1-9]\d{0,2})[.)]?[ \t]{1,8}(?=\S)", re.MULTILINE)
_ABOVE = re.compile(rf"\n[ \t]*(?:(?i:{HEADING})|{RULE}[\r]?)(?=\n)")
"""A heading for notes or a rule, with the line end before it: what begins with one sign is found fast."""
_EMPTY_LINES = re.compile(r"(?:[ \t\r]*\n)*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_ENDED = re.compile(r"[.!?:;)\]\"”’']\Z")
_PARAGRAPH = re.compile(r"[ \t]*(?:\d{1,3}|[A-Z]|[IVX]{1,6})\\?\.?\s|#")


def list_begins(text: PreparedText) -> list[int]:
    """Where the first line below each heading for notes or rule begins, but for empty ones."""
    raw = f"\n{text.raw}"
    ends = (_EMPTY_LINES.match(raw, one.end() + 1) for one in _ABOVE.finditer(raw))
    return [one.end() - 1 for one in ends if one is not None]


def lone_mark(text: PreparedText, begins: Sequence[int]) -> LineMark | None:
    """The mark of the one note of a text, which has it behind a word, too.

    The note begins a paragraph; if its mark is no more than a number, it stands under a rule or a heading for notes, in
    one of the lines that `begins` names.
    """
    lines = f"\n{text.raw}"
    for pattern, called in _LONE:
        found = pattern.search(lines)
        if not found or pattern.search(lines, found.end()) or not _begins_paragraph(text, found.start()):
            continue
        before = max(found.start() - 1, 0)  # in `shown`, as the text to search in is free of marks right behind a word
        called_here = rf"{called.format(re.escape(found[1]))}(?![\w/])"
        if re.search(called_here, text.shown[: text.shown_cuts.given(before)]):
            return LineMark(int(found[1].translate(LOWERED)), found.start(1) - 1, found.end() - 1)
    numbered = [found for begin in begins if (found := _NUMBERED.match(text.plain, begin))]
    marked = called_first(text) if numbered else {}
    for found in numbered:
        if marked.get(int(found[1]), len(text.plain) + 1) <= found.start():
            return LineMark(int(found[1]), found.start(1), found.end())
    return None


def listed_marks(text: PreparedText, begins: Sequence[int]) -> list[LineMark]:
    """The marks of notes that are numbered as paragraphs are, in lists that begin in one of these lines, under a
    heading for notes or a rule: the text has each of them behind a word before."""
    found: set[LineMark] = set()
    marked: dict[int, int] = {}
    for form in SHARED:
        firsts = {one.start(1) for begin in begins if (one := form.match(text.plain, begin))}
        if firsts:
            marked = marked or _first_places(text.shown, _GLUED, _IN_BRACKETS, _IN_TAGS)
            for run in _runs(numbered_lines(form, text.plain, begins[0])):
                found.update(_marked_part(text, run, firsts, marked))
    return sorted(found, key=lambda mark: mark.start)


def _runs(marks: Iterable[LineMark]) -> Iterator[list[LineMark]]:
    """The marks parted into lists in which one number follows another."""
    run: list[LineMark] = []
    for mark in marks:
        if run and mark.number != run[-1].number + 1:
            yield run
            run = []
        run.append(mark)
    yield run


def _marked_part(
    text: PreparedText, run: Sequence[LineMark], firsts: Set[int], marked: Mapping[int, int]
) -> Sequence[LineMark]:
    """The longest end of a list that begins at one of the places `firsts`, and of which the text has each number
    before, behind a word; `marked` says where it has it first."""
    begin, latest = len(run), 0
    for place in reversed(range(len(run))):
        latest = max(latest, marked.get(run[place].number, len(text.shown) + 1))
        start = run[place].start
        if start in firsts and latest <= text.shown_cuts.given(start):
            begin = place
    return run[begin:]


def called_first(text: PreparedText) -> Mapping[int, int]:
    """Where each number that stands behind a word, as the mark of a note does, ends for the first time."""
    return _first_places(text.plain, _GLUED)


def _first_places(printed: str, *forms: re.Pattern[str]) -> dict[int, int]:
    """Where each number that is set in one of these forms ends for the first time."""
    places: dict[int, int] = {}
    for found in (one for form in forms for one in form.finditer(printed)):
        number = int(found[1])
        places[number] = min(places.get(number, len(printed)), found.end())
    return places


def _begins_paragraph(text: PreparedText, start: int) -> bool:
    before = text.raw[max(0, start - 200) : start]
    above = before.rstrip("\n").rsplit("\n", 1)[-1]
    return not before.strip() or before.endswith(("\n\n", "\r\n\r\n", "\f")) or not above.strip() or is_rule(above)


def under_heading(text: PreparedText, start: int, only_headings: bool = False) -> bool:
    """Whether the line above, but for empty ones, is a heading for notes or a rule."""
    before = text.raw[max(0, start - 200) : start].rstrip(" \t([")
    if before and before[-1] not in "\r\n":
        return False
    before = before.rstrip()
    line = before[before.rfind("\n") + 1 :].strip()
    return is_notes_heading(line) or (not only_headings and is_rule(line))


def end_of_last(text: PreparedText, first: int, end: int, limit: int) -> int:
    """Where the last note of a list ends, whose first paragraph ends at `end`: paragraphs below are the note's up to
    `limit` if the list, which begins at `first`, stands under a heading for notes; a heading below ends it."""
    if not under_heading(text, first, only_headings=True):
        return end
    begin = end
    while begin < limit:
        blank = _BLANK_LINE.search(text.plain, begin + 1, limit)
        stop = blank.start() if blank else limit
        said = text.plain[begin:stop].strip()
        if said and (_PARAGRAPH.match(said) or not _ENDED.search(said) or "\f" in text.raw[begin:stop]):
            return end
        end, begin = (stop if said else end), stop
    return end
