"""Resolutions of the Assembly that are printed as symbols without their session: `A/RES/3314 (Dec. 14, 1974)`."""

from __future__ import annotations

import re

from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.meanings import NO_SESSION
from mandate_data.citations.resolutions.number_dates import with_date
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import (
    LAST_OF_A_ROMAN_SESSION,
    assembly_session,
    assembly_sessions,
)
from mandate_data.citations.symbols.symbols import read

_PRINTED = re.compile(r"A/RES/([1-9]\d{2,3})(?![\w/(-]|\.\d|\s\([IVXLCES])", re.IGNORECASE)
_YEAR = re.compile(r",?\s?\(?((?:19|20)\d\d)\b")
_REACH = 160
"""How far before a symbol the same resolution may be named with its session."""


def sessionless(text: PreparedText, start: int) -> Reference | None:
    """The resolution whose symbol without session is printed at `start`: its session follows from the date behind it,
    from the same number, named with it right before, or from the number, if only one session came to it; otherwise it
    stays open."""
    match = _PRINTED.match(text.plain, start)
    if match is None or int(match[1]) > LAST_OF_A_ROMAN_SESSION:
        return None
    session = _session(text, match)
    symbol = read(f"{match[0].upper()}({session})") if session else None
    return Reference(
        start + text.offset,
        match.end() + text.offset,
        text.raw[start : match.end()],
        "symbol",
        symbol.canonical if symbol else None,
        repaired=True,
        reason=None if symbol else NO_SESSION,
        line=text.line,
    )


def _session(text: PreparedText, match: re.Match[str]) -> str | None:
    plain, number, end = text.plain, int(match[1]), match.end()
    dated = with_date(plain, Number(match.start(), end, None, number, "", None), text.words)
    if dated.adopted is not None:
        return assembly_session(number, *dated.adopted)
    if year := _YEAR.match(plain, end):
        return assembly_session(number, int(year[1]))
    named = re.compile(rf"(?<!\d){number}(?:\s?[A-Z])?\s?\(([IVX]{{1,5}})\)")
    found = list(named.finditer(plain, max(0, match.start() - _REACH), match.start()))
    if found:
        return found[-1][1]
    sessions = assembly_sessions(number)
    return sessions[0] if len(sessions) == 1 else None
