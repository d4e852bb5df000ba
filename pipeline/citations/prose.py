"""Finding resolutions and decisions that running text names by their numbers, and the organ that is meant."""

from __future__ import annotations

import re

from pipeline.citations.calendar import security_council_year
from pipeline.citations.numbering import possible, symbol_of
from pipeline.citations.numbers import Number, numbers_at
from pipeline.citations.organs import OTHER, Mention, Organs
from pipeline.citations.references import Reference
from pipeline.citations.text import CLOSING, DATE, Prepared

_LEAD = re.compile(
    r"\b(?:(resolu(?:-\s{1,2})?tions?|res\b\.?)|(?:deci(?:-\s{1,2})?sions?|dec\b\.?))[\s:,]{0,3}"
    r"(?:nos?\.?\s{0,2}|n\xa4\s?)?[*_\[(]{0,2}",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?:'s)?\s{1,2}(?:res|dec)", re.IGNORECASE)
_NOT_BEFORE = "/.-_"
BEFORE = re.compile(
    r"(?:'s)?[)\]\s,:*_\"'(\[]{1,4}(?:(?:in|by|its|the|an?|through|under|see|also|annual|draft|recent"
    r"|relevant|landmark"
    r"|adopted|passed|unanimously|subsequent|latest|first|earlier|new|binding"
    r"|similar)\s{1,2}){0,5}[*_\[(\"']{0,2}",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"{CLOSING}(?:,?\s{{1,2}}(?:of\s|dated\s)?\(?{DATE}\)?)?"
    r"(?:,?\s{1,2}\(?(?:as\s)?(?:adopted\s|passed\s|approved\s)?(?:of|by|from)|\s\()\s{0,2}(?:the\s)?"
    r"(?:(?:United\sNations|UN|U\.N\.)\s)?",
    re.IGNORECASE,
)
INTRODUCED = re.compile(rf"{CLOSING}(?:,?\s{{1,2}}(?:of\s)?{DATE})?,\s{{1,2}}(?:the\s)?", re.IGNORECASE)
_INTRODUCTION = re.compile(r"\b(?:in|by|under|through|with|per|pursuant\sto)\s(?:its\s|the\s|that\s)?$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"\b(?:its|that|this|the\ssame|said|above-mentioned)\s{1,2}$", re.IGNORECASE)

_GENERIC = {
    "council": ("human_rights_council", "security_council", "economic_and_social_council"),
    "commission": ("commission_on_human_rights",),
}
_COMMISSIONS = frozenset((OTHER, "commission_on_human_rights"))
FORGET = 400
"""How far back the organ behind `its resolution` may be named."""


def resolutions(text: Prepared, organs: Organs, start: int) -> list[Reference]:
    """The resolutions or decisions that the word at `start` introduces by number, each with its symbol if the
    organ is told."""
    lead = _LEAD.match(text.plain, start)
    if start and text.plain[start - 1] in _NOT_BEFORE:
        return []  # CM/Res.1472, AG/RES.1044: another organization's symbol
    numbers = numbers_at(text.plain, lead.end()) if lead else []
    if lead is None or not numbers:
        return []
    kind = "RES" if lead[1] else "DEC"
    found = []
    for index, number in enumerate(numbers):
        first = number.start if index else start
        reference = _reference(text, organs, kind, start, first, number, numbers[-1])
        if reference is not None:
            found.append(reference)
    return found


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
    adjacent = [
        organs.just_before(lead, BEFORE),
        organs.just_after(number.end, AFTER),
        organs.just_after(last.end, AFTER),
    ]
    if _INTRODUCTION.search(plain, max(0, lead - 20), lead):
        adjacent.append(organs.just_after(last.end, INTRODUCED))
    if any(mention and _under(organs, mention, kind, number)[1] for mention in adjacent[:3]):
        return None, (), None
    for mention in adjacent:
        if mention is None:
            continue
        symbol, foreign = _under(organs, mention, kind, number)
        if symbol or foreign:
            return symbol, (), None
    if number.bare and not number.adopted:
        return None, (), None
    first, end = text.sentence(lead, last.end)
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
        if symbol and (number.bare or symbol in candidates or (mention.slug == "sub_commission" and not number.roman)):
            return symbol, (), None
    if number.bare:
        return None, (), None
    possessive = _POSSESSIVE.search(plain, max(0, lead - 30), lead) is not None
    if foreign_named:
        exact = number.session is None and number.year == security_council_year(number.number)
        if not exact and (not candidates or possessive or number.session is None):
            return None, (), None
        if not exact:
            return None, candidates, "the sentence names an organ that has no resolutions of this form"
    if len(candidates) == 1:
        return candidates[0], (), None
    if possessive:
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
        named = organs.last_near(mention.start, _COMMISSIONS)
        if named and named.slug == OTHER and "Commission" in organs.plain[named.start : named.end]:
            return None, True
    for organ in _GENERIC.get(mention.slug, (mention.slug,)):
        symbol = symbol_of(kind, organ, number)
        if symbol:
            return symbol, False
    return None, False
