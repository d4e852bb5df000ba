"""Finding resolutions and decisions that running text names by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.citations.calendar import roman
from pipeline.citations.organs import OTHER, Mention, Organs
from pipeline.citations.pinpoints import pinpoint_at
from pipeline.citations.references import Reference
from pipeline.citations.symbols import SymbolError, parse
from pipeline.citations.text import DATE, Prepared

_LEAD = re.compile(
    r"\b(?:(resolutions?|res\b\.?)|(?:decisions?|dec\b\.?))\s{0,3}(?:nos?\.?\s{0,2}|n°\s?)?[*_\[(]{0,2}",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?P<session>E?S-\d{1,2}|(?:19|20)\d\d"
    r"|\d{1,2})/\s?(?P<number>[1-9]\d{0,2})(?P<letter>\s?[A-Z](?:-[A-Z])?)?"
    r"|(?P<old>[1-9]\d{0,3})(?P<inner>\s?[A-Z])?\s?\((?P<roman>(?:S-)?[IVXLC]{1,8})\)(?P<outer>\s?[A-Z])?"
    r"|(?P<count>[1-9]\d{0,3})\s?\((?P<year>(?:19|20)\d\d)\)"
    r"|(?P<bare>[1-9]\d{2,3})"
)
_DATED = re.compile(rf"(?:,?\s{{1,2}}(?:of\s|dated\s)?\(?{DATE}\)?)?")
_COMMA = re.compile(r"(?:,\s{1,2}|\s\(?)?")
_SEPARATOR = re.compile(
    r"[)\]*_\ue000\ue001]{0,200}\s{0,2}(?:,|;|&|\band\b|\bor\b|\bto\b|-)\s{0,2}(?:(?:and|or|also)\s{1,2})?"
    r"(?:nos?\.?\s{0,2})?[*_\[]{0,2}",
    re.IGNORECASE,
)
_LETTER_LIST = re.compile(r"(?:,|\sand|\s&)\s(?:and\s)?([B-Z])(?![\w'-]|\.\w)")
_ATTRIBUTE = re.compile(r"(?:'s)?\s{1,2}(?:res|dec)", re.IGNORECASE)
_WORD_FOLLOWS = re.compile(r"\s{1,2}(?!(?:and|or|to|of|on|in|by|at|as|for|with|which|adopted|concerning|para)\b)[a-z]")
_ROUND_THE_CLOCK = frozenset(("24/7", "9/11"))

BEFORE = re.compile(
    r"(?:'s)?[)\]\s,:*_\"'(\[]{1,4}(?:(?:in|by|its|the|an?|through|under|see|also|annual|draft|recent"
    r"|relevant|landmark"
    r"|adopted|passed|unanimously|subsequent|latest|first|earlier|new|binding"
    r"|similar)\s{1,2}){0,5}[*_\[(\"']{0,2}",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"[)\]*_\ue000\ue001]{{0,200}}(?:,?\s{{1,2}}(?:of\s|dated\s)?\(?{DATE}\)?)?"
    r"(?:,?\s{1,2}\(?(?:as\s)?(?:adopted\s|passed\s|approved\s)?(?:of|by|from)|\s\()\s{0,2}(?:the\s)?"
    r"(?:(?:United\sNations|UN|U\.N\.)\s)?",
    re.IGNORECASE,
)
INTRODUCED = re.compile(
    rf"[)\]*_\ue000\ue001]{{0,200}}(?:,?\s{{1,2}}(?:of\s)?{DATE})?,\s{{1,2}}(?:the\s)?", re.IGNORECASE
)
_INTRODUCTION = re.compile(r"\b(?:in|by|under|through|with|per|pursuant\sto)\s(?:its\s|the\s|that\s)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:its|that|this|the\ssame|said|above-mentioned)\s{1,2}$", re.IGNORECASE)

PREFIXES = {
    "general_assembly": "A",
    "human_rights_council": "A/HRC",
    "security_council": "S",
    "economic_and_social_council": "E",
    "commission_on_human_rights": "E/CN.4",
    "sub_commission": "E/CN.4/Sub.2",
    "trusteeship_council": "T",
}
_GENERIC = {
    "council": ("human_rights_council", "security_council", "economic_and_social_council"),
    "commission": ("commission_on_human_rights",),
}
LAST_COUNCIL_SESSION = 63
"""The Council's last session of 2026: a number past it, without an organ, is taken for the Assembly's."""
FORGET = 400
"""How far back the organ behind `its resolution` may be named."""


@dataclass(frozen=True, slots=True)
class Number:
    """A resolution's number as printed at [start, end)."""

    start: int
    end: int
    session: str | None
    number: int
    letter: str
    year: int | None

    @property
    def roman(self) -> bool:
        """Whether the session is a Roman numeral, as before 1978."""
        return self.session is not None and not self.session[-1].isdigit()

    @property
    def bare(self) -> bool:
        """Whether the number stands alone, without session or year."""
        return self.session is None and self.year is None


def resolutions(text: Prepared, organs: Organs) -> Iterator[Reference]:
    """Every resolution and decision named by number, in text order, with its symbol if the organ is told."""
    position = 0
    while (lead := _LEAD.search(text.plain, position)) is not None:
        position = lead.end()
        numbers = _numbers(text.plain, lead.end())
        if not numbers:
            continue
        position = numbers[-1].end
        kind = "RES" if lead[1] else "DEC"
        for index, number in enumerate(numbers):
            start = number.start if index else lead.start()
            reference = _reference(text, organs, kind, lead.start(), start, number, numbers[-1])
            if reference is not None:
                yield reference


def _numbers(plain: str, position: int) -> list[Number]:
    """The list of numbers that begins at `position`; a bare number goes only with the Security Council's."""
    found: list[Number] = []
    number = _number_at(plain, position)
    while number is not None:
        found.append(number)
        position = number.end
        while number.letter and (more := _LETTER_LIST.match(plain, position)) and more[1] > number.letter:
            number = Number(more.start(1), more.end(1), number.session, number.number, more[1], number.year)
            found.append(number)
            position = more.end()
        number = _next_number(plain, position, found[-1])
    return found


def _next_number(plain: str, position: int, last: Number) -> Number | None:
    dated = _DATED.match(plain, position)
    date_end = dated.end() if dated else position
    comma = _COMMA.match(plain, date_end)
    pinpoint = pinpoint_at(plain, comma.end()) if comma else None
    for start in (pinpoint.end if pinpoint else date_end, date_end, position):
        separator = _SEPARATOR.match(plain, start)
        if separator is None:
            continue
        number = _number_at(plain, separator.end())
        if number is None or plain[number.start : number.end] in _ROUND_THE_CLOCK:
            continue
        if number.bare and (last.session is not None or _WORD_FOLLOWS.match(plain, number.end)):
            continue
        return number
    return None


def _number_at(plain: str, position: int) -> Number | None:
    match = _NUMBER.match(plain, position)
    if match is None:
        return None
    end = match.end()
    letter = match["letter"] or match["outer"] or ""
    if letter and _is_a_word(plain, letter, end):
        end, letter = end - len(letter), ""
    following = plain[end : end + 1]
    if following.isalnum() or following in ("/", "%") or (following == "-" and plain[end + 1 : end + 2].isdigit()):
        return None
    letter = letter.strip() or (match["inner"] or "").strip()
    session = match["session"] or match["roman"]
    figure = match["number"] or match["old"] or match["count"] or match["bare"]
    if session is not None and match["roman"] and roman(session.removeprefix("S-")) is None:
        return None
    return Number(match.start(), end, session, int(figure), letter, int(match["year"]) if match["year"] else None)


def _is_a_word(plain: str, letter: str, end: int) -> bool:
    """Whether a capital after a number belongs to the words that follow: `in resolution 55/2 A new …`."""
    if plain[end : end + 1].isalnum():
        return True
    return letter[0].isspace() and (
        letter.strip() in "AI"
        and plain[end : end + 1] == " "
        and not re.match(r" (?:and|or|of|on|in|to|by|at|annex|para)\b", plain[end : end + 7])
    )


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
        return _checked(f"S/RES/{number.number}({number.year})" if number.year else f"S/RES/{number.number}")
    if session is None:
        return None
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


def _checked(symbol: str) -> str | None:
    try:
        return str(parse(symbol))
    except SymbolError:
        return None


def possible(kind: str, number: Number) -> tuple[str, ...]:
    """The symbols a number may have where no organ is named."""
    session = number.session
    organs: tuple[str, ...]
    if number.bare:
        organs = ()
    elif session is None:
        organs = ("security_council",)
    elif session[-1].isdigit() and session[0] in "SE":
        # decisions of the Council's and the Commission's special sessions run from 101
        assembly = ("general_assembly",) if kind == "RES" or number.number < 100 else ()
        organs = (*assembly, "human_rights_council", "commission_on_human_rights")
    elif len(session) == 4 and session.isdigit():
        organs = ("economic_and_social_council", "commission_on_human_rights")
    elif session.isdigit():
        # the Council's resolutions stay below 60 a session; its decisions run from 101, those of the Assembly
        # from 401
        low = number.number < (60 if kind == "RES" else 300) and int(session) <= LAST_COUNCIL_SESSION
        high = kind == "RES" or number.number > 300
        organs = (("general_assembly",) if high else ()) + (("human_rights_council",) if low else ())
    else:
        organs = _by_size(session, number.number)
    found = (symbol_of(kind, organ, number) for organ in organs)
    return tuple(symbol for symbol in found if symbol)


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


def _reference(
    text: Prepared, organs: Organs, kind: str, lead: int, start: int, number: Number, last: Number
) -> Reference | None:
    """The reference for one number of a list, or None if the list belongs to another organization."""
    symbol, candidates, reason = _settled(text, organs, kind, lead, number, last)
    if symbol is None and not candidates and reason is None:
        return None
    return Reference(
        start,
        number.end,
        text.raw[start : number.end],
        "resolution" if kind == "RES" else "decision",
        symbol,
        candidates,
        reason=reason,
    )


def _settled(
    text: Prepared, organs: Organs, kind: str, lead: int, number: Number, last: Number
) -> tuple[str | None, tuple[str, ...], str | None]:
    """Symbol, candidates and reason for a number; all empty if the organ named is none of ours."""
    plain = text.plain
    first, end = text.sentence(lead, last.end)
    adjacent = [
        organs.just_before(lead, BEFORE),
        organs.just_after(number.end, AFTER),
        organs.just_after(last.end, AFTER),
    ]
    if _INTRODUCTION.search(plain, max(first, lead - 20), lead):
        adjacent.append(organs.just_after(last.end, INTRODUCED))
    if any(mention and _under(organs, mention, kind, number)[1] for mention in adjacent[:3]):
        return None, (), None
    for mention in adjacent:
        if mention is None:
            continue
        symbol, foreign = _under(organs, mention, kind, number)
        if symbol or foreign:
            return symbol, (), None
    if number.bare:
        return None, (), None
    near = [mention for mention in reversed(organs.within(first, lead)) if not mention.weak]
    semicolon = plain.find(";", last.end, end)
    near += [
        mention
        for mention in organs.within(last.end, end if semicolon < 0 else semicolon)
        if not mention.weak and not _ATTRIBUTE.match(plain, mention.end)
    ]
    candidates, foreign_named = possible(kind, number), False
    for mention in near:
        symbol, foreign = _under(organs, mention, kind, number)
        foreign_named = foreign_named or foreign
        if symbol and (symbol in candidates or (mention.slug == "sub_commission" and not number.roman)):
            return symbol, (), None
    if foreign_named:
        if number.session is None:
            return None, (), None
        return None, candidates, "the sentence names an organ that has no resolutions of this form"
    if len(candidates) == 1:
        return candidates[0], (), None
    if _POSSESSIVE.search(plain, max(0, lead - 30), lead):
        for mention in reversed(organs.within(max(0, lead - FORGET), first)):
            symbol, foreign = _under(organs, mention, kind, number)
            if (symbol or foreign) and not mention.weak:
                return symbol, candidates if foreign else (), "the organ is not named" if foreign else None
    return None, candidates, "the organ is not named"


def _under(organs: Organs, mention: Mention, kind: str, number: Number) -> tuple[str | None, bool]:
    """The symbol of a number under the organ mentioned, and whether that organ is a foreign one."""
    if mention.slug == OTHER:
        return None, True
    if mention.slug == "commission":
        named = organs.last_named(mention.start, frozenset((OTHER, "commission_on_human_rights")))
        if named and named.slug == OTHER and "Commission" in organs.plain[named.start : named.end]:
            return None, True
    for organ in _GENERIC.get(mention.slug, (mention.slug,)):
        symbol = symbol_of(kind, organ, number)
        if symbol:
            return symbol, False
    return None, False
