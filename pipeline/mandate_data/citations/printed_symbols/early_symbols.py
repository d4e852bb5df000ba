"""Tells early symbols, which are as short as codes of things, where they stand alone in a note, an item or a cell of a
table (`A/777.`), or are cited by a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from mandate_data.citations.bodies import root_pattern, table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.headings import TEXTS
from mandate_data.citations.pinpoints.pinpoint_words import pinpoint_words
from mandate_data.citations.pinpoints.pinpoints import end_of_announced
from mandate_data.citations.reading.columns import heading_above
from mandate_data.citations.reading.prepared_text import Linear, PreparedText, date, fragment
from mandate_data.note_headings import is_notes_heading, is_rule

_LEAST = 100
"""A lower number is a document only with its title: sizes, seats and blocks are numbered so."""
_REACH = 120
"""How far before a symbol its item may begin."""
_WIDEST = 400
"""How far before an item the line above it begins."""
_MOST = 12
"""At most so many items above one are passed over to the heading of the list."""
_LONGEST_HEADING = 100
_NEAR = 3000
"""Characters before and behind an item in which the United Nations are named."""
_DATE = 32
"""How far before a symbol the date before it begins."""
_ISSUING = ("A", "S", "E", "T")
"""The organs of the early documents."""
_BLOCK = 1000
"""Characters before and behind a cell in which there is a year."""
_EARLY_YEAR = re.compile(r"\b19(?:4[5-9]|[5-7]\d)\b")
"""One in which documents were still numbered so."""
_CELL_BEFORE = re.compile(r"(?:^|\n)[ \t|>]*(?P<head>[^|\n\t]{2,40}?)[ \t:]*[|\t][ \t|]*$")
"""The cell before one in its row."""
_CELL_ENDS = re.compile(r"[ \t]*(?:[|\n\t]|$)")
_NUMBERED = r"(?:\[?\^?\(?[1-9]\d{0,2}[\])./:]{0,3}|[a-z]/)[ \t]{1,6}"
_BULLET = r"(?:[\xa4*-]|\(?[a-z][).]|[IVX]{1,5}\.)[ \t]{1,6}"
"""What a note or an item begins with; \xa4 stands for any other sign."""
_ITEM = re.compile(rf"[ \t|>]*(?:{_NUMBERED}|{_BULLET}|[A-Z]{{1,5}}/[A-Z0-9])")
_CLOSES = re.compile(r"[.;,!?)\]\"'\d]$")
"""How a line of running text ends, its note's mark included, but for one that announces a list."""

_REVISED = Linear(r"[A-Z][A-Z.()-]{0,19}/[ ]?[0-9]{1,6}/(?:Rev|Add|Corr)\.")


@lru_cache(maxsize=TEXTS)
def revised(plain: str) -> frozenset[str]:
    """The short symbols of which a text prints a revision, an addendum or a corrigendum: S/96 for `S/96/Rev.7`."""
    data = plain.encode("latin-1")
    return frozenset(plain[start:end].rpartition("/")[0] for start, end in _REVISED.spans(data, 0, len(data)))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is around an early symbol, in one language."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]
    titled: re.Pattern[str]
    nations: re.Pattern[str]
    documents: re.Pattern[str]
    heads: re.Pattern[str]
    """What a cell or a column of symbols is headed by."""
    dated: re.Pattern[str]
    """A date, or the session or the year of a resolution, before a document that is cited by a page."""
    things: re.Pattern[str]
    issuer_alone: re.Pattern[str]
    """A heading that only names whose documents follow."""


@cache
def _patterns(words: Words) -> _Patterns:
    def said(*several: str) -> str:
        known = [one for one in several if one and one != NEVER]
        return "|".join(known if words.shares_signs else (fragment(words, one) for one in known)) or NEVER

    bodies = [words.name(table().by_prefix[root].named.get(words.code, "")) for root in _ISSUING]
    edge = r"\b" if words.edge else ""
    documents = said(words.numbered_document, words.document)
    title = rf"(?:[A-Z][\w'-]*\s){{0,3}}(?i:{documents}){edge}"
    things = said(words.not_a_document, words.never_a_document, words.elsewhere_a_thing, words.heads_codes)
    symbol = rf"(?:{root_pattern()})/\d{{1,4}}"
    return _Patterns(
        re.compile(rf"(?:^|\n)[ \t|>]*(?:(?P<note>{_NUMBERED})|{_BULLET})?(?:{symbol}[;,]\s){{0,6}}$"),
        re.compile(
            rf"[.;,]?[ \t]*(?:\n|$)|\.\s(?=[^a-z])|;\s|\s{title}"
            rf"|,?\s(?i:(?:(?:{fragment(words, words.dated)})\s)?{date(words)})|\s\((?:19|20)\d\d\)|\u3002"
        ),
        re.compile(rf"(?:[;,]\s{symbol}){{0,6}}(?:,\s|\uff0c|[ ]{{2,}}|\t){title}"),
        re.compile(
            rf"{edge}(?:{said(words.united_nations, *bodies)}){edge}|(?<![\w/])(?:{root_pattern()})/[A-Z]{{1,9}}[./]"
        ),
        re.compile(rf"{edge}(?:{documents}|{said(words.cited_by)}){edge}", re.IGNORECASE),
        re.compile(rf"(?:(?:\w+ )?(?:{documents})|{said(words.heads_codes)})[ .:]*", re.IGNORECASE),
        re.compile(rf"(?:{date(words)}|(?P<bracket>\((?:[IVX]+|19\d\d)\)))[,;]?\s$", re.IGNORECASE),
        re.compile(rf"{edge}(?:{things}){edge}", re.IGNORECASE),
        re.compile(rf"[\W\d_]*(?:\w{{1,3}}[' ])?(?:{said(words.united_nations, *bodies)})[\W\d_]*", re.IGNORECASE),
    )


def is_an_item(text: PreparedText, start: int, end: int) -> bool:
    """Whether the early symbol at [start, end) is all that a note or an item of a list of documents has, in a text
    about the United Nations, or has its title behind it: `E/800, Report of the Commission`."""
    patterns = _patterns(text.words)
    begins = None if text.part else patterns.begins.search(text.plain, max(0, start - _REACH), start)
    if begins is None:
        return False
    printed = text.printed
    if patterns.titled.match(printed, end):
        return True
    root, _, figures = text.plain[start:end].partition("/")
    if int(figures) < _LEAST or root in text.words.prices or not patterns.ends.match(printed, end):
        return False
    if not text.names_near(patterns.nations, start, _NEAR):
        return False
    return _is_below_documents(text, begins.start() + (text.plain[begins.start()] == "\n"), bool(begins["note"]))


def is_at_a_page(text: PreparedText, start: int, end: int) -> bool:
    """Whether the early symbol at [start, end) is cited by a page behind a date of the time, or behind a resolution:
    `10 December 1948, A/810 at 71`, `217 A (III), A/810 at 71 (1948)`."""
    if text.part or not _is_of_an_organ(text, start, end):
        return False
    patterns = _patterns(text.words)
    at_page = pinpoint_words(text.words).at_page.match(text.plain, end) or end_of_announced(text.plain, end, text.words)
    dated = patterns.dated.search(text.plain, max(0, start - _DATE), start) if at_page else None
    if dated is None or dated["bracket"] is None:
        return dated is not None and _EARLY_YEAR.search(dated[0]) is not None
    return text.names_near(_EARLY_YEAR, start, _BLOCK)


def is_a_cell(text: PreparedText, start: int, end: int) -> bool:
    """Whether the early symbol at [start, end) is all that a cell of a table has, the one before it or its column being
    headed as one of documents or codes, in a text about the United Nations with a year when they had such symbols."""
    if text.part or not _is_of_an_organ(text, start, end) or _CELL_ENDS.match(text.plain, end) is None:
        return False
    patterns = _patterns(text.words)
    before = _CELL_BEFORE.search(text.printed, max(0, start - _REACH), start)
    if before is None or patterns.heads.fullmatch(before["head"]) is None:
        heading = heading_above(text.shown, text.shown_cuts.given(start))
        if heading is None or patterns.heads.fullmatch(heading) is None:
            return False
    return text.names_near(_EARLY_YEAR, start, _BLOCK) and text.names_near(patterns.nations, start, _NEAR)


def _is_of_an_organ(text: PreparedText, start: int, end: int) -> bool:
    """Whether a short symbol is of an organ of the early years, and no price."""
    root, _, figures = text.plain[start:end].partition("/")
    return root in _ISSUING and root not in text.words.prices and int(figures) >= _LEAST


def _is_below_documents(text: PreparedText, line: int, note: bool) -> bool:
    """Whether the list in whose line at `line` a symbol stands is headed as one of documents or of notes; a note may
    also follow upon running text."""
    known = text.lists_of_documents
    printed, above = text.printed, line
    for _ in range(_MOST):
        stop = above - 1
        while stop >= 0 and printed[stop].isspace():
            stop -= 1
        low = max(0, stop + 1 - _WIDEST)
        above = printed.rfind("\n", low, stop + 1) + 1
        if stop < 0 or above < low:
            return known.setdefault(line, note)
        if above in known:
            return known.setdefault(line, known[above])
        if not _ITEM.match(text.plain, above):
            return known.setdefault(line, _heads_documents(text, above, stop + 1, note))
    return known.setdefault(line, note)


def _heads_documents(text: PreparedText, start: int, end: int, note: bool) -> bool:
    """Whether the line [start, end) above a list says that it is one of documents or notes."""
    line = text.raw[start:end].strip()
    if is_notes_heading(line) or is_rule(line):
        return True
    patterns, heading = _patterns(text.words), text.printed[start:end]
    if patterns.things.search(heading):
        return False
    if note and (len(heading) > _LONGEST_HEADING or _CLOSES.search(heading)):
        return True
    return patterns.documents.search(heading) is not None or patterns.issuer_alone.fullmatch(heading) is not None
