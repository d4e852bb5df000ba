"""Who may have adopted a resolution or a decision where no organ is named: by form, size and date of its number."""

from __future__ import annotations

from functools import lru_cache

from mandate_data.citations.resolutions.numbering import (
    ASSEMBLY_DECISIONS_FROM,
    BY_NUMBER,
    COMMISSION_BY_YEAR,
    COUNCIL_DECISIONS_FROM,
    ECOSOC_DECISIONS_FROM,
    ECOSOC_UNTIL_AUGUST,
    EMERGENCY,
    LAST_COUNCIL_DECISION,
    LAST_OF_THE_COMMISSION,
    MOST_OF_A_SESSION,
    MOST_WITHOUT_THE_COUNCIL,
    SUB_COMMISSION,
    symbol_of,
)
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import (
    LAST_YEAR,
    assembly_year,
    commission_year,
    council_sessions,
    council_year,
    ecosoc_had_reached,
    ecosoc_met,
    roman,
    security_council_year,
)
from mandate_data.citations.symbols.symbols import read

_REMEMBERED = 1 << 16
"""As many numbers as the organs have given."""
_AUGUST = 8
LAST_OF_THE_FIRST_SESSION = 13
MOST_OF_A_FIRST_COMMISSION = 10
_FIRST_OF_THE_COMMISSION = 1947
"""The year in which the Commission first met."""
_DECIDES_EARLY = "economic_and_social_council"
"""It meets in January or February, too, and adopts nothing but decisions then."""
_ANEW = ("commission_on_human_rights", SUB_COMMISSION)
"""The organs that began to number anew every year."""


def possible(kind: str, number: Number, year: int | None = None) -> tuple[str, ...]:
    """The symbols a number may have where no organ is named, in a text of a `year`: one past the sessions that the
    Human Rights Council has held by the last year of the table, or by that of a later text, is not the Council's."""
    return _possible(kind, Number(0, 0, *number[2:]), council_sessions(max(year or 0, LAST_YEAR)))


@lru_cache(maxsize=_REMEMBERED)
def _possible(kind: str, number: Number, sessions: int) -> tuple[str, ...]:
    session = number.session
    organs: tuple[str, ...]
    if number.bare or number.code is not None:
        organs = ()
    elif session is None:
        organs = (BY_NUMBER,) if security_council_year(number.number) in (None, number.year) else ()
        organs = (*organs, *(("general_assembly",) if symbol_of(kind, "general_assembly", number) else ()))
    elif session.startswith(EMERGENCY):
        organs = ("general_assembly",)
    elif session[-1].isdigit() and session[0] == "S":
        # decisions of the Council's and the Commission's special sessions run from 101
        assembly = ("general_assembly",) if kind == "RES" or number.number < COUNCIL_DECISIONS_FROM else ()
        organs = (*assembly, "human_rights_council", "commission_on_human_rights")
    elif "/S-" in session:
        organs = ("commission_on_human_rights",)
    elif len(session) == 4 and session.isdigit():
        organs = _by_year(kind, int(session), number.number, number.adopted[1] if number.adopted else None)
    elif session.isdigit():
        most = MOST_WITHOUT_THE_COUNCIL if kind == "RES" else LAST_COUNCIL_DECISION
        low = number.number <= most and int(session) <= sessions
        high = kind == "RES" or number.number >= ASSEMBLY_DECISIONS_FROM
        organs = (("general_assembly",) if high else ()) + (("human_rights_council",) if low else ())
    elif kind == "DEC":
        organs = ("economic_and_social_council", *(_ANEW if number.number <= MOST_OF_A_SESSION else ()))
    else:
        organs = _by_size(session, number.number, number.letter)
    if number.adopted is not None:
        early = kind == "DEC" and number.number < ECOSOC_DECISIONS_FROM  # of organizational sessions
        organs = tuple(
            organ
            for organ in organs
            if (early and organ == _DECIDES_EARLY) or _was_in_session(organ, session or "", *number.adopted)
        )
    found = (symbol_of(kind, organ, number) for organ in organs)
    return tuple(symbol for symbol in found if symbol)


def adopted_by(candidates: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """Those of several candidates that had been adopted by a year; all of them where it is not known."""
    if year is None or len(candidates) < 2:
        return candidates
    years = {symbol: found.year for symbol in candidates if (found := read(symbol))}
    return tuple(symbol for symbol in candidates if (years[symbol] or 0) <= year) or candidates


def _by_year(kind: str, year: int, number: int, month: int | None) -> tuple[str, ...]:
    """Organs that have such a number in a year: of decisions from 201 on, the Economic and Social Council alone."""
    if not COMMISSION_BY_YEAR <= year <= LAST_OF_THE_COMMISSION or (kind == "DEC" and number >= ECOSOC_DECISIONS_FROM):
        return ("economic_and_social_council",)
    if month in (_AUGUST, _AUGUST + 1):
        return ("economic_and_social_council", SUB_COMMISSION)
    return ("economic_and_social_council", "commission_on_human_rights")


def _was_in_session(organ: str, session: str, year: int, month: int) -> bool:
    """Whether an organ can have adopted a text of this session then.

    The Assembly's sessions run from September to September. The Commission met in spring, the Economic and Social
    Council from May on but for August, in which the Sub-Commission met.
    """
    if organ == "general_assembly":
        opened = assembly_year(session)
        return opened is None or year in (opened, opened + 1)
    if organ == "human_rights_council":
        return council_year(session) in (None, year)
    if organ == "economic_and_social_council":
        met = month > 4 and (month != _AUGUST or year < ECOSOC_UNTIL_AUGUST)
        return met if session.isdigit() else ecosoc_met(session, year, month)
    if session.startswith("S-"):
        return commission_year(session) == year
    if not session.isdigit():
        opened = commission_year(session)
        return opened is None or (year >= _FIRST_OF_THE_COMMISSION and abs(year - opened) <= 1)
    return month in (_AUGUST, _AUGUST + 1) if organ == SUB_COMMISSION else month < 5


def _by_size(session: str, number: int, letter: str) -> tuple[str, ...]:
    """Organs that had reached this number by this session before 1978.

    The Assembly numbered on from session to session, more than fifty resolutions each; so did the Economic
    and Social Council, about thirty; the Commission and its Sub-Commission began anew every year.
    """
    if "S-" in session:
        return ("general_assembly", "economic_and_social_council")
    ordinal = roman(session) or 1
    if ordinal == 1:
        return _of_a_first_session(number, letter)
    if number > 42 * ordinal:
        return ("general_assembly",)
    if number > 10 * ordinal or number > 60:
        return ("economic_and_social_council",) if ecosoc_had_reached(session, number) else ()
    return _ANEW if ordinal > 5 else ("economic_and_social_council", *_ANEW)


def _of_a_first_session(number: int, letter: str) -> tuple[str, ...]:
    """Organs that may have adopted a text at their first session: the Assembly went on to more than a hundred then, the
    Economic and Social Council to about ten, as its second one had 11 (II)."""
    if letter or number > LAST_OF_THE_FIRST_SESSION:
        return ("general_assembly",)
    anew = _ANEW if number <= MOST_OF_A_FIRST_COMMISSION else ()
    return ("general_assembly", "economic_and_social_council", *anew)
