"""Finding resolutions and decisions that running text names by their numbers, and the organ that is meant."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from mandate_data.citations.numbering import possible, symbol_of
from mandate_data.citations.organs import OTHER, Mention, Organs
from mandate_data.citations.prepared_text import CLOSING, DATE, PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.resolution_numbers import Number, numbers_at
from mandate_data.citations.session_years import security_council_year

Kind = Literal["RES", "DEC"]

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
NOT_NAMED = "the organ is not named"
FORGET = 400
"""How far back the organ behind `its resolution` may be named."""


def resolutions(text: PreparedText, organs: Organs, start: int) -> list[Reference]:
    """The resolutions or decisions that the word at `start` introduces by number, each with its symbol if the
    organ is told."""
    lead = _LEAD.match(text.plain, start)
    if start and text.plain[start - 1] in _NOT_BEFORE:
        return []  # CM/Res.1472, AG/RES.1044: another organization's symbol
    groups = numbers_at(text.plain, lead.end()) if lead else []
    if lead is None or not groups:
        return []
    kind: Kind = "RES" if lead[1] else "DEC"
    before = organs.just_before(start, BEFORE)
    found: list[Reference] = []
    for group in groups:
        behind = organs.just_after(group[-1].end, AFTER)
        references = []
        for number in group:
            after = behind if number is group[-1] else organs.just_after(number.end, AFTER)
            adjacent = (before, after, behind) if group is groups[0] else (after, behind, before)
            meaning = _settled(text, organs, kind, start, number, group[-1], adjacent)
            if meaning is not None:
                first = start if number is groups[0][0] else number.start
                references.append(_reference(text, kind, first, number, meaning))
        found += _alike(kind, references)
    return found


class _Meaning(NamedTuple):
    """What a number stands for: its symbol, or the candidates and the reason why it is open."""

    symbol: str | None
    candidates: tuple[str, ...] = ()
    reason: str | None = None


def _reference(text: PreparedText, kind: Kind, start: int, number: Number, meaning: _Meaning) -> Reference:
    return Reference(
        start,
        number.end,
        text.raw[start : number.end],
        "resolution" if kind == "RES" else "decision",
        meaning.symbol,
        meaning.candidates,
        reason=meaning.reason,
    )


def _alike(kind: Kind, references: list[Reference]) -> list[Reference]:
    """The references of a list, the open ones among them settled by the others: a list is of one organ."""
    organs = {reference.symbol.partition(f"/{kind}/")[0] for reference in references if reference.symbol}
    if len(organs) != 1:
        return references
    prefix = f"{organs.pop()}/{kind}/"
    done = []
    for reference in references:
        fitting = [symbol for symbol in reference.candidates if symbol.startswith(prefix)]
        done.append(reference._replace(symbol=fitting[0], candidates=(), reason=None) if fitting else reference)
    return done


def _settled(
    text: PreparedText,
    organs: Organs,
    kind: Kind,
    lead: int,
    number: Number,
    last: Number,
    adjacent: tuple[Mention | None, ...],
) -> _Meaning | None:
    """What a number stands for, given the organs named beside it; None if it is another organization's."""
    plain = text.plain
    beside = [_under(organs, mention, kind, number) for mention in adjacent if mention]
    if any(foreign for _, foreign in beside):
        return None
    if _INTRODUCTION.search(plain, max(0, lead - 20), lead):
        introduced = organs.just_after(last.end, INTRODUCED)
        beside += [_under(organs, introduced, kind, number)] if introduced else []
    for symbol, foreign in beside:
        if foreign:
            return None
        if symbol:
            return _Meaning(symbol)
    if number.bare and not number.adopted:
        return None
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
            return _Meaning(symbol)
    if number.bare:
        return None
    possessive = _POSSESSIVE.search(plain, max(0, lead - 30), lead) is not None
    if foreign_named:
        exact = number.session is None and number.year == security_council_year(number.number)
        if not exact and (not candidates or possessive or number.session is None):
            return None
        if not exact:
            return _Meaning(None, candidates, "the sentence names an organ that has no resolutions of this form")
    if len(candidates) == 1:
        return _Meaning(candidates[0])
    if possessive:
        for mention in reversed(organs.within(max(0, lead - FORGET), first)):
            symbol, foreign = _under(organs, mention, kind, number)
            if (symbol or foreign) and not mention.weak:
                return _Meaning(None, candidates, NOT_NAMED) if foreign else _Meaning(symbol)
    return _Meaning(None, candidates, NOT_NAMED)


def _under(organs: Organs, mention: Mention, kind: Kind, number: Number) -> tuple[str | None, bool]:
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
