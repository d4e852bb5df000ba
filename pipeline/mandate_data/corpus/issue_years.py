"""The year in which a document was adopted or came out: what its symbol fixes, or what is printed right behind it.

A symbol with a year need not tell it. Reports for a session in March are dated December, views have the year in which a
communication was registered, and a session may go on into another year. Then there is no year, rather than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from mandate_data.citations import Reference, Symbol, parse
from mandate_data.citations.general_comments.general_comment_list import all_comments, symbol_of
from mandate_data.citations.languages import LANGUAGES, words_of
from mandate_data.citations.reading.prepared_text import plain_text
from mandate_data.citations.resolutions.number_dates import with_date
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import ecosoc_year, roman
from mandate_data.roman_numerals import to_roman

_ADOPTED = ("resolution", "decision", "presidential_statement")
_DIRECT = ("symbol", "resolution", "decision", "addendum", "general_comment")
"""Kinds of references behind which a date is that of the document; behind a communication it may be that of another."""
_LATER = ("Add.", "Corr.", "Rev.", "Amend.")
"""What comes out after the document itself, maybe in another year."""
_ECOSOC_FROM_JULY = 2015
"""Since then the sessions of the Economic and Social Council begin in July, and go on until the next one."""
_COMMISSION_ONCE_A_YEAR = 5
"""The first session from which the number of a session of the Commission on Human Rights tells its year for sure."""
_YEAR = r"((?:19|20)\d\d)"
_IN_BRACKETS = re.compile(rf"\s?\({_YEAR}\)")
_ENDS_SO = re.compile(rf"\({_YEAR}\)$")
_ANY_YEAR = re.compile(r"\d{4}")
_BEGINNING = Number(0, 0, None, 0, "", None)


def year_of(symbol: Symbol) -> int | None:
    """The year that a symbol fixes; None for one that doesn't."""
    if str(symbol) in _years_of_comments():
        return _years_of_comments()[str(symbol)]
    if symbol.twin or any(one.startswith(_LATER) for one in symbol.modifiers):
        return None
    if symbol.body == "security_council":  # which numbers what comes out by the calendar
        return symbol.year
    return _year_of_adoption(symbol) if symbol.kind in _ADOPTED else None


def _year_of_adoption(symbol: Symbol) -> int | None:
    """The year of a resolution, a decision or a statement; None where its session was in two."""
    if symbol.session is None:
        two = symbol.body == "economic_and_social_council" and (symbol.year or 0) >= _ECOSOC_FROM_JULY
        return None if two else symbol.year
    if symbol.session.startswith(("S-", "ES-")):
        return symbol.year
    match symbol.body:
        case "human_rights_council":
            return None if "/OS/" in str(symbol) else symbol.year  # organizational sessions have a count of their own
        case "commission_on_human_rights":
            return symbol.year if (roman(symbol.session) or 0) >= _COMMISSION_ONCE_A_YEAR else None
        case "economic_and_social_council":
            return symbol.year if _ends_in_its_year(symbol.session) else None
    return None


def _ends_in_its_year(session: str) -> bool:
    """Whether another session of the Economic and Social Council followed in the same year: the last ones of a year
    were resumed, some of them in January."""
    ordinal = roman(session) or 0
    return ordinal > 0 and ecosoc_year(session) == ecosoc_year(to_roman(ordinal + 1))


@cache
def _years_of_comments() -> Mapping[str, int]:
    """The year of each general comment that has a symbol of its own, by that; without those that are dated twice."""
    own = {}
    for committee, comments in all_comments().items():
        for number, years in comments.years.items():
            symbol = symbol_of(committee, number)
            if symbol is not None and len(years) == 1 and parse(symbol).body == committee:
                own[symbol] = years[0]
    return own


def year_printed(reference: Reference, behind: str) -> int | None:
    """The year of the date of adoption, or of issue, that is printed right behind a reference, or in brackets at its
    end; `behind` is the text that follows it."""
    if reference.symbol is None or reference.kind not in _DIRECT:
        return None
    symbol = parse(reference.symbol)
    if reference.kind == "general_comment" and symbol.body not in all_comments():
        return None  # the year is that of the comment, and the symbol that of the report in which it came out
    year = _year_at(reference.text, behind)
    return year if year is not None and _is_likely(symbol, year) else None


def _year_at(text: str, behind: str) -> int | None:
    bracketed = _ENDS_SO.search(text) or _IN_BRACKETS.match(behind)
    if bracketed is not None:
        return int(bracketed[1])
    if _ANY_YEAR.search(behind) is None:
        return None
    for code in LANGUAGES:
        words = words_of(code)
        adopted = with_date(plain_text(behind, words), _BEGINNING, words).adopted
        if adopted is not None:
            return adopted[0]
    return None


def _is_likely(symbol: Symbol, year: int) -> bool:
    """Whether a document of this symbol can be of that year, as far as the symbol tells."""
    if symbol.year is None:
        return True
    latest = symbol.year + 1 if symbol.kind in _ADOPTED else year
    return symbol.year - 1 <= year <= latest
