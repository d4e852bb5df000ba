"""How each organ numbers its resolutions and decisions: the symbol of a number, and who may have adopted it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from mandate_data.citations.bodies import Body, table
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import (
    LAST_YEAR,
    assembly_had_reached,
    assembly_session,
    commission_year,
    ecosoc_had_reached,
    is_of_a_special_session,
    roman,
    security_council_year,
)
from mandate_data.citations.symbols.symbols import read

BY_NUMBER = "security_council"
"""The organ whose resolutions are called by their number alone, which never begins again."""
SUB_COMMISSION = "sub_commission_on_the_promotion_and_protection_of_human_rights"
MOST_OF_A_COMMISSION = 30
ECOSOC_DECISIONS_FROM = 201
ECOSOC_SECOND_HUNDRED = 1990
"""The first year in which its decisions begin at 201, and no longer at 101."""
ECOSOC_FIRST_DECISION = 101
ECOSOC_FIRST_HUNDRED = 1980
"""The first year in which they begin at 101, and no longer at 1."""
FIRST_BY_YEAR = 1978
COMMISSION_BY_YEAR = 1982
"""The first year in which the Commission and its Sub-Commission numbered by year, as the council had since 1978."""
ECOSOC_UNTIL_AUGUST = 1980
"""Before this year the second session of the Economic and Social Council went on into August."""
LAST_OF_THE_COMMISSION = 2006
LAST_IN_ROMAN = 30
MOST_ELSEWHERE = {"RES": 60, "DEC": 200}
"""The highest number at a session of organs whose resolutions have no symbol."""
MOST_NUMBERED_ON = 800
"""No organ whose resolutions have no symbol came to a higher number by numbering on from session to session."""
EMERGENCY = "ES-"
"""Before the number of an emergency special session, which only the Assembly has."""
ASSEMBLY_DECISIONS_FROM = 301
COUNCIL_DECISIONS_FROM = 101
MOST_OF_THE_COUNCIL = 50
"""The Human Rights Council has adopted no more than 44 resolutions at a session."""
MOST_WITHOUT_THE_COUNCIL = 45
"""A higher number, without an organ, is taken for the Assembly's."""
LAST_COUNCIL_DECISION = 250
MOST_OF_ECOSOC = 200
MOST_OF_THE_COMMISSION = 120
"""More resolutions than the Economic and Social Council and the Commission have adopted in a year."""
COMMISSION_DECISIONS_FROM = 101
MOST_OF_A_SESSION = 60
"""More resolutions than the Commission has adopted at a session with a Roman numeral."""
_REMEMBERED = 1 << 16
"""As many numbers as the organs have given."""
MOST_OF_THE_ASSEMBLY = 599
"""No session of the Assembly has come to a higher number of a resolution: the 56th has come to 56/509."""
_LAST_DECISION_OF_A_YEAR = 399
"""No year of the Economic and Social Council has come to a higher number of a decision."""
_LAST_SESSION = 84
"""Nobody has cited a resolution of a later session of the Assembly yet: it will meet in 2030."""
_FIRST_TO_DECIDE = 50
"""No session of the Economic and Social Council before it numbered its decisions."""
_LAST_DECISION_IN_ROMAN, _A_YEAR, _FIRST_YEAR = 400, 50, 1945


def symbol_of(kind: str, organ: str, number: Number, year: int | None = None) -> str | None:
    """The symbol of a number as a resolution (`RES`) or decision (`DEC`) of an organ, or None if it has none.

    The Assembly numbers by session from the 31st on and by a Roman numeral before; the Human Rights Council
    by session; the Economic and Social Council and the Commission by year, and by a Roman numeral before
    1978. A number without a session has the one of its `year`, `217 A (1948)`, or of the date behind it.
    """
    year = year or number.year
    session, adopted = number.session, (year, None) if year else number.adopted
    return _symbol_of(kind, organ, session, number.number, number.letter, None if session else adopted)


@lru_cache(maxsize=_REMEMBERED)
def _symbol_of(
    kind: str, organ: str, session: str | None, number: int, letter: str, adopted: tuple[int, int | None] | None
) -> str | None:
    body = table().by_slug.get(organ)
    if body is None or not body.adopts:
        return None
    prefix, scheme = body.prefix, body.scheme
    if scheme == "security_council":
        apart = session is not None or kind == "DEC" or letter
        return None if apart else _security_council(number, adopted and adopted[0])
    if session is None and adopted and scheme == "assembly" and kind == "RES":
        session = assembly_session(number, *adopted)
    if session is None or (session.startswith(EMERGENCY) and scheme != "assembly"):
        return None
    if "/S-" in session:
        session = session.partition("/")[2]
        return _checked(f"{prefix}/{kind}/{session}/{number}") if scheme == "commission" else None
    if session[0] in "SE" and session[-1].isdigit():
        if scheme == "commission" and commission_year(session) is None:
            return None
        letter = "" if scheme == "council" else letter  # S-12/1 B is a part of S-12/1
        return _checked(f"{prefix}/{kind}/{session}/{number}{letter}")
    if session.isdigit():
        year = int(session) if len(session) == 4 else None
        if not _BY_SESSION[scheme](kind, year, int(session), number):
            return None
        return _checked(f"{prefix}/{kind}/{session}/{number}{letter}")
    ordinal = 1 if (special := "S-" in session) else roman(session)
    if ordinal is None or ordinal > _LAST_IN_ROMAN[scheme]:
        return None
    if not special and not _had_reached(kind, scheme, session, number):
        return None
    if special and kind == "RES" and (scheme == "assembly") != is_of_a_special_session(number):
        return None  # 2046 (S-III) is of the Economic and Social Council
    return _checked(f"{prefix}/{kind}/{number}({_IN_FIGURES.get(session, session)}){letter}")


def _had_reached(kind: str, scheme: str, session: str, number: int) -> bool:
    """Whether the bodies of a way of numbering had come to a number by a session in Roman numerals."""
    if kind == "DEC":
        first = _FIRST_TO_DECIDE if scheme == "ecosoc" else 1
        return number <= _LAST_DECISION_IN_ROMAN and (roman(session) or 0) >= first
    if scheme == "commission":
        return number <= MOST_OF_A_SESSION
    if scheme == "assembly":
        return assembly_had_reached(session, number)
    return scheme != "ecosoc" or ecosoc_had_reached(session, number)


def _first_decision(year: int) -> int:
    """The lowest number of a decision of the Economic and Social Council in a year."""
    if year < ECOSOC_FIRST_HUNDRED:
        return 1
    return ECOSOC_DECISIONS_FROM if year >= ECOSOC_SECOND_HUNDRED else ECOSOC_FIRST_DECISION


def _of_the_assembly(kind: str, year: int | None, session: int, number: int) -> bool:
    """Whether the Assembly, whose decisions begin at 301, numbers so since its 31st session."""
    if year is not None or not LAST_IN_ROMAN < session <= _LAST_SESSION:
        return False
    return number <= MOST_OF_THE_ASSEMBLY if kind == "RES" else number >= ASSEMBLY_DECISIONS_FROM


def _of_the_council(kind: str, year: int | None, session: int, number: int) -> bool:
    """Whether the Human Rights Council, whose decisions begin at 101, adopts so many at a session."""
    if kind == "RES":
        return year is None and number <= MOST_OF_THE_COUNCIL
    return year is None and COUNCIL_DECISIONS_FROM <= number <= LAST_COUNCIL_DECISION


def _of_ecosoc(kind: str, year: int | None, session: int, number: int) -> bool:
    """Whether the Economic and Social Council numbers so by year, as it has done since 1978."""
    if year is None or year < FIRST_BY_YEAR:
        return False
    return number <= MOST_OF_ECOSOC if kind == "RES" else _first_decision(year) <= number <= _LAST_DECISION_OF_A_YEAR


def _of_the_commission(kind: str, year: int | None, session: int, number: int) -> bool:
    """Whether the Commission on Human Rights or its Sub-Commission numbers so by year."""
    if year is None or not COMMISSION_BY_YEAR <= year <= LAST_OF_THE_COMMISSION:
        return False
    if kind == "RES":
        return number <= MOST_OF_THE_COMMISSION
    return COMMISSION_DECISIONS_FROM <= number < ECOSOC_DECISIONS_FROM


def _of_none(kind: str, year: int | None, session: int, number: int) -> bool:
    """The Trusteeship Council numbers by sessions in Roman numerals alone."""
    return False


_BY_SESSION = {
    "assembly": _of_the_assembly,
    "council": _of_the_council,
    "ecosoc": _of_ecosoc,
    "commission": _of_the_commission,
    "trusteeship": _of_none,
}
"""Whether the bodies of a way of numbering have such a number at a session or in a year."""
_LAST_IN_ROMAN = {"assembly": LAST_IN_ROMAN, "council": 0, "ecosoc": 63, "commission": 37, "trusteeship": 60}
"""The last session of theirs that has a Roman numeral in its symbols; the Council has none."""


def _security_council(number: int, year: int | None) -> str | None:
    """A number as a resolution of the Security Council, if it had come to it in its year; or if the table has it."""
    actual_year = security_council_year(number)
    if year is None:
        return None if actual_year is None else _checked(f"S/RES/{number}")
    if number > _A_YEAR * (year - _FIRST_YEAR) or (actual_year is not None and abs(actual_year - year) > 1):
        return None
    return _checked(f"S/RES/{number}({actual_year or year})")


def _checked(symbol: str) -> str | None:
    found = read(symbol)
    return found.canonical if found else None


def fits_beside(body: Body, kind: str, number: Number) -> bool:
    """Whether an organ whose resolutions have no symbol may have adopted one of this form: the functional commissions
    number theirs by session or by year, and adopt few. Emergency special sessions are the Assembly's alone."""
    if (number.session or "").startswith(EMERGENCY):
        return False
    if not body.prefix.startswith("E/CN."):
        return True
    most = MOST_OF_A_COMMISSION if kind == "RES" else ECOSOC_DECISIONS_FROM - 1
    return number.session is not None and number.number <= most


def had_reached(body: Body, number: Number, year: int | None) -> bool:
    """Whether an organ that meets once a year at most had come to the session of a number by a year, or by the last
    one that an undated text can be of."""
    session = number.session or ""
    if body.year_before_first is None or not session.isdigit():
        return True
    return body.year_before_first + int(session) <= (year or LAST_YEAR)


def is_of_its_year(number: Number) -> bool:
    """Whether the year printed behind a number without session is that in which the Security Council came to it."""
    return number.session is None and number.year == security_council_year(number.number)


def is_of_no_other(kind: str, number: Number, candidates: Sequence[str]) -> bool:
    """Whether only the one candidate can have such a number: one of the Security Council in the year printed, or one
    higher than other organs have at a session, or with a letter."""
    if number.session is None:
        return is_of_its_year(number)
    high = number.number > MOST_ELSEWHERE[kind] or number.session.startswith(EMERGENCY)
    high = high or (number.letter != "" and number.session.isdigit())
    return high and len(candidates) == 1


def fits_apart(organ: str, kind: str, number: Number, year: int | None = None) -> bool:
    """Whether an organ whose resolutions have no symbol, named in the sentence but not beside the number, may have
    adopted it by a `year`: few of them have met in more than thirty sessions, and none adopts many resolutions at one.
    "The Council" may, if one of that kind has a symbol of the number."""
    body = table().by_slug.get(organ)
    if body is not None and body.adopts:
        return True
    if body is not None and (body.adopts_nothing or not had_reached(body, number, year)):
        return False
    if body is None and any(symbol_of(kind, usual, number) for usual in of_the_kind(organ)):
        return True
    session = number.session
    most = MOST_OF_A_COMMISSION if kind == "RES" else ECOSOC_DECISIONS_FROM - 1
    if number.number > most and session is not None and session.isdigit() and (len(session) < 4 or kind == "DEC"):
        return False
    old = body is not None and body.prefix.startswith(("E/CN.", "E/ES"))
    old = old or organ.endswith(_ASSEMBLIES)
    return old or session is None or not session.isdigit() or int(session) <= LAST_IN_ROMAN or len(session) == 4


def is_rivalled(organ: str, kind: str, number: Number, candidates: Sequence[str], year: int | None = None) -> bool:
    """Whether an organ whose resolutions have no symbol may have a number: by session as the Assembly does, or on and
    on through sessions in Roman numerals, as the Economic and Social Council did."""
    body, session = table().by_slug.get(organ), number.session or ""
    if table().adopts(organ) or not fits_apart(organ, kind, number, year):
        return False
    if number.roman:
        return number.number <= MOST_NUMBERED_ON and all(symbol.startswith("E/") for symbol in candidates)
    return session.isdigit() and (body is None or fits_beside(body, kind, number))


_ASSEMBLIES = ("_assembly", "_conference", "_committee")
"""How the slugs of organs end that have met every year for long, as the World Health Assembly has."""


@cache
def of_the_kind(head: str) -> tuple[str, ...]:
    """The organs of a kind whose resolutions have symbols: the form of the number decides between them."""
    return tuple(
        body.slug
        for body in table().bodies
        if body.adopts and head in body.title.lower() and not body.title.startswith("Sub")
    )


def may_be_called(organ: str, number: Number) -> str | None:
    """The symbol that a resolution of an organ without a rule of its own may have: of the Environment Assembly."""
    body = table().by_slug.get(organ)
    if body is None or body.resolution_form is None or number.session is None:
        return None
    return _checked(body.resolution_form.format(session=number.session, number=number.number))


_IN_FIGURES = {"S-I": "S-1", "S-II": "S-2"}
"""The first special sessions, which symbols have in figures, and all later ones in Roman numerals."""
