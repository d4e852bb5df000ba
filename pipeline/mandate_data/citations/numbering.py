"""How each organ numbers its resolutions and decisions: the symbol of a number, and who may have adopted it."""

from __future__ import annotations

from mandate_data.citations.resolution_numbers import Number
from mandate_data.citations.session_years import assembly_year, council_year, roman, security_council_year
from mandate_data.citations.symbols import read

PREFIXES = {
    "general_assembly": "A",
    "human_rights_council": "A/HRC",
    "security_council": "S",
    "economic_and_social_council": "E",
    "commission_on_human_rights": "E/CN.4",
    "sub_commission": "E/CN.4/Sub.2",
    "trusteeship_council": "T",
}
LAST_COUNCIL_SESSION = 63
"""The Council's last session of 2026: a number past it, without an organ, is taken for the Assembly's."""


def symbol_of(kind: str, organ: str, number: Number) -> str | None:
    """The symbol of a number as a resolution (`RES`) or decision (`DEC`) of an organ, or None if it has none.

    The Assembly numbers by session from the 31st on and by a Roman numeral before; the Human Rights Council
    by session; the Economic and Social Council and the Commission by year, and by a Roman numeral before
    1978.
    """
    session, prefix = number.session, PREFIXES.get(organ)
    if prefix is None:
        return None
    if organ == "security_council":
        if session is not None or kind == "DEC":
            return None
        return _security_council(number)
    if session is None:
        return None
    if "/S-" in session:
        session = session.partition("/")[2]
        return _checked(f"{prefix}/{kind}/{session}/{number.number}") if organ == "commission_on_human_rights" else None
    if session[0] in "SE" and session[-1].isdigit():
        return _checked(f"{prefix}/{kind}/{session}/{number.number}{number.letter}")
    if session.isdigit():
        by_year = len(session) == 4
        fits = {
            "general_assembly": not by_year,
            "human_rights_council": not by_year,
            "economic_and_social_council": by_year and int(session) >= 1978,
            "commission_on_human_rights": by_year and 1978 <= int(session) <= 2006,
            "sub_commission": by_year and 1978 <= int(session) <= 2006,
        }
        if not fits.get(organ, False):
            return None
        return _checked(f"{prefix}/{kind}/{session}/{number.number}{number.letter}")
    highest = {"general_assembly": 30, "economic_and_social_council": 63, "commission_on_human_rights": 37}
    ordinal = 1 if session.startswith("S-") else roman(session)
    if organ == "human_rights_council" or ordinal is None or ordinal > highest.get(organ, 60):
        return None
    return _checked(f"{prefix}/{kind}/{number.number}({session}){number.letter}")


def _security_council(number: Number) -> str | None:
    """A number as a resolution of the Security Council, if it had reached it in the year printed."""
    if number.year is None:
        return _checked(f"S/RES/{number.number}")
    actual_year = security_council_year(number.number)
    if actual_year is not None and abs(actual_year - number.year) > 1:
        return None
    return _checked(f"S/RES/{number.number}({number.year})")


def _checked(symbol: str) -> str | None:
    found = read(symbol)
    return found.canonical if found else None


def possible(kind: str, number: Number) -> tuple[str, ...]:
    """The symbols a number may have where no organ is named."""
    session = number.session
    organs: tuple[str, ...]
    if number.bare:
        organs = ()
    elif session is None:
        organs = ("security_council",)
    elif session.startswith("ES-"):
        organs = ("general_assembly",)
    elif session[-1].isdigit() and session[0] == "S":
        # decisions of the Council's and the Commission's special sessions run from 101
        assembly = ("general_assembly",) if kind == "RES" or number.number < 100 else ()
        organs = (*assembly, "human_rights_council", "commission_on_human_rights")
    elif "/S-" in session:
        organs = ("commission_on_human_rights",)
    elif len(session) == 4 and session.isdigit():
        organs = ("economic_and_social_council", "commission_on_human_rights")
        if number.adopted and number.adopted[1] in (8, 9):
            organs = ("sub_commission",)
    elif session.isdigit():
        # the Council's resolutions stay below 46 a session; its decisions run from 101, those of the Assembly
        # from 401
        low = number.number < (46 if kind == "RES" else 300) and int(session) <= LAST_COUNCIL_SESSION
        high = kind == "RES" or number.number > 300
        organs = (("general_assembly",) if high else ()) + (("human_rights_council",) if low else ())
    else:
        organs = _by_size(session, number.number)
    if len(organs) > 1 and number.adopted is not None:
        organs = tuple(organ for organ in organs if _was_in_session(organ, session or "", *number.adopted)) or organs
    found = (symbol_of(kind, organ, number) for organ in organs)
    return tuple(symbol for symbol in found if symbol)


def _was_in_session(organ: str, session: str, year: int, month: int) -> bool:
    """Whether an organ can have adopted a text of this session then.

    The Assembly's sessions run from September to September. The Commission met in spring, the Economic and Social
    Council in May and July.
    """
    if organ == "general_assembly":
        opened = assembly_year(session)
        return opened is None or year in (opened, opened + 1)
    if organ == "human_rights_council":
        return council_year(session) in (None, year)
    return (month < 5) == (organ == "commission_on_human_rights")


def _by_size(session: str, number: int) -> tuple[str, ...]:
    """Organs that had reached this number by this session before 1978.

    The Assembly numbered on from session to session, more than fifty resolutions each; so did the Economic
    and Social Council, about thirty; the Commission and its Sub-Commission began anew every year.
    """
    if session.startswith("S-"):
        return ("general_assembly",)
    ordinal = roman(session) or 1
    if number > 42 * ordinal:
        return ("general_assembly",)
    if number > 10 * ordinal or number > 60:
        return ("economic_and_social_council",)
    small = ("commission_on_human_rights", "sub_commission")
    return small if ordinal > 5 else ("economic_and_social_council", *small)
