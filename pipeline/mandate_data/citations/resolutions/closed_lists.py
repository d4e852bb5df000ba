"""Lists of numbers that the word for a resolution follows, as in Chinese, and what follows it: `1514号决议(XV)`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.resolutions.meanings import ResolutionKind
from mandate_data.citations.resolutions.number_forms import roman_session, spelled_sessions
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import assembly_had_reached, ecosoc_had_reached, roman


@cache
def _letter_and_session(words: Words) -> re.Pattern[str]:
    return re.compile(rf"\s?([A-Z])?\s?\(\s?({roman_session(words)})\s?\)")


def closed_list(
    text: PreparedText, groups: list[list[Number]], closing: re.Pattern[str], of_sessions: bool
) -> tuple[list[list[Number]], dict[Number, ResolutionKind], int] | None:
    """The numbers of a list that a word follows, each with what this makes it, and where the word ends; None if it
    follows none. Where they may be `of_sessions`, these may stand behind the word; the Security Council has none."""
    numbers, closed = [number for group in groups for number in group], None
    while numbers and (closed := closing.match(text.plain, numbers[-1].end)) is None:
        numbers.pop()  # of a thing of another name: 第12/3号法令
    if closed is None:
        return None
    left, kinds = frozenset(numbers), _closed_kinds(text.plain, numbers, closed, closing)
    kept = [some for group in groups if (some := [number for number in group if number in left])]
    if of_sessions:
        kept = _with_sessions_behind(text.plain, kept, closing, text.words)
    full = [number for group in kept for number in group]
    kinds = {after: kinds[before] for before, after in zip(numbers, full, strict=True)}
    return kept, kinds, max(closed.end(), full[-1].end)


def _closed_kinds(
    plain: str, numbers: list[Number], last: re.Match[str], closing: re.Pattern[str]
) -> dict[Number, ResolutionKind]:
    """What each number of a list is where the word follows it: its own word, or that of the number behind."""
    kinds: dict[Number, ResolutionKind] = {}
    closed, limit = last, 0
    for number in reversed(numbers):
        closed = (closing.match(plain, number.end, limit) if limit else None) or closed
        kinds[number], limit = ("RES" if closed[1] else "DEC"), number.start
    return kinds


def _with_sessions_behind(
    plain: str, groups: list[list[Number]], closing: re.Pattern[str], words: Words
) -> list[list[Number]]:
    """The bare numbers of a list with the session, and the letter, behind the word that closes each of them, or
    several."""
    numbers = [number for group in groups for number in group]
    known: dict[Number, Number] = {}
    session, limit = None, len(plain)
    for number in reversed(numbers):
        closed = closing.match(plain, number.end, limit)
        behind = _letter_and_session(words).match(plain, closed.end(), limit) if closed is not None else None
        limit = number.start
        if closed is not None:
            session = _session_of(number, spelled_sessions(words).get(behind[2], behind[2])) if behind else None
        if session is not None and number.bare:
            known[number] = number._replace(session=session)
            if behind is not None:
                known[number] = known[number]._replace(end=behind.end(), letter=behind[1] or number.letter)
    return [[known.get(number, number) for number in group] for group in groups]


def _session_of(number: Number, session: str) -> str | None:
    """A session in Roman numerals, if an organ had come to the number by then: the mark of a note is none."""
    if roman(session) is None:
        return None
    reached = assembly_had_reached(session, number.number, about=0) or ecosoc_had_reached(session, number.number)
    return session if reached else None
