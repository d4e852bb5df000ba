"""Finding general comments and recommendations that running text names by number and committee."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mandate_data.citations import general_comment_list as general_comments
from mandate_data.citations.general_comment_list import all_comments, symbol_of
from mandate_data.citations.organs import OTHER, Mention, Organs
from mandate_data.citations.pinpoints import pinpoint_at
from mandate_data.citations.prepared_text import CLOSING, DATE, PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.session_years import roman

_LEAD = re.compile(
    r"\b(?:(?P<short>GC)|general\s{1,3}(?:comment"
    r"|(?P<recommendation>recommendation))(?P<plural>s)?)(?:\s?/\s?(?:general\s)?(?:comments?"
    r"|recommendations?))?"
    r"(?:\s{1,3}|[*_\[(]{1,2}|\s[*_\[(]{1,2})(?:nos?\.?\s{0,3}|n\xa4\s?|#\s?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:(?P<figure>[1-9]\d?)|(?P<roman>[IVX]{1,6}\b))(?:\s?\((?:(?P<year>(?:19|20)\d\d)|[1-9]\d)\))?")
_YEAR_AFTER = re.compile(
    rf",?\s(?:of|in)\s(?:{DATE}|(?:19|20)\d\d)|\s(?:on|concerning)\s[^.;()\n]{{1,160}}\s\((?:19|20)\d\d(?=\))"
)
_GLOSS = re.compile(r"\s\([^()\n]{1,80}\)")
_COMMA = re.compile(r",\s{1,2}")
_SEPARATOR = re.compile(
    CLOSING + r"\s{0,2}(?:,|;|&|\band\b|\bor\b|\bto\b|-)\s{0,2}(?:(?:and|or)\s{1,2})?(nos?\.?\s{0,2})?",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"\s(?:on|concerning|regarding)\s(?:[^.;()\n]|\((?:(?:19|20)\d\d|[a-z]{1,3}|\d{1,3})\)|\b(?:paras?|arts?|pp?)\.){1,200}?"
    r"(?:(?:,?\sand|,)\s(?:its\s)?(?:on\s)?Nos?\.\s?|\sand\s(?=\d{1,2}\s(?:on\s|\()))"
)
_WORD_FOLLOWS = re.compile(r"\s{1,2}(?!(?:and|or|to|of|on|in|by|at|as|for|with|which|para|paras)\b)[a-z]|\s?%")

_BEFORE = re.compile(
    r"(?:'s)?[)\]\s.,:;*_\"'(\[]{1,5}(?:(?:in|its|the|their|joint|see|also|has|adopted|adopts|issued"
    r"|published|through|"
    r"under|by|of|recent|respective|latest|with|on|new|revised|and)\s{1,2}){0,6}[*_\[(\"']{0,2}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    CLOSING + r"(?:\s?\((?:19|20)\d\d\))?(?:\s\([^()\n]{1,80}\))?(?:,?\s(?:of|in)\s(?:19|20)\d\d)?"
    r"(?:,?\s{1,2}\(?(?:adopted\s|issued\s)?(?:of|by|from)|\s\()\s{0,2}(?:the\s)?(?:(?:United\sNations|UN"
    r"|U\.N\.)\s)?",
    re.IGNORECASE,
)
_MARGIN = 10
"""How many general comments past the last one listed are believed."""


@dataclass(frozen=True, slots=True)
class _Number:
    start: int
    end: int
    number: int
    year: int | None


def comments(text: PreparedText, committees: Organs, start: int) -> list[Reference]:
    """The general comments or recommendations that the words at `start` introduce by number."""
    lead = _LEAD.match(text.plain, start)
    if lead is None or (lead["short"] and committees.just_before(start, _BEFORE) is None):
        return []  # GC stands for much else
    numbers = _numbers(text.plain, lead.end(), lead["plural"] is not None)
    references = []
    for index, number in enumerate(numbers):
        first = number.start if index else start
        reference = _reference(text, committees, lead["recommendation"] is not None, start, first, number, numbers[-1])
        if reference is not None:
            references.append(reference)
    return references


def _numbers(plain: str, position: int, plural: bool) -> list[_Number]:
    """The list of numbers that begins at `position`; years, titles and pinpoints may stand between."""
    numbers: list[_Number] = []
    number = _number_at(plain, position)
    while number is not None:
        numbers.append(number)
        number = _next_number(plain, number.end, plural)
    return numbers


def _number_at(plain: str, position: int) -> _Number | None:
    match = _NUMBER.match(plain, position)
    if match is None:
        return None
    following = plain[match.end() : match.end() + 1]
    if following.isalnum() or following in ("/", "%"):
        return None
    if match["roman"] and roman(match["roman"]) is None:
        return None
    year = match["year"]
    if year is None and (named := _YEAR_AFTER.match(plain, match.end())):
        year = named[0][-4:]
    number = int(match["figure"]) if match["figure"] else roman(match["roman"]) or 0
    return _Number(match.start(), match.end(), number, int(year) if year else None)


def _next_number(plain: str, position: int, plural: bool) -> _Number | None:
    title = _TITLE.match(plain, position)
    if title is not None and "general" not in title[0].lower():
        return _number_at(plain, title.end())
    gloss = _GLOSS.match(plain, position)
    after_gloss = gloss.end() if gloss else position
    comma = _COMMA.match(plain, after_gloss)
    pinpoint = pinpoint_at(plain, comma.end()) if comma else None
    separator = _SEPARATOR.match(plain, pinpoint.end if pinpoint else after_gloss)
    if separator is None:
        return None
    number = _number_at(plain, separator.end())
    if number is None or (pinpoint and not separator[1] and plain[number.end - 1] != ")"):
        return None
    return number if plural or not _WORD_FOLLOWS.match(plain, number.end) else None


def _reference(
    text: PreparedText,
    committees: Organs,
    recommendation: bool,
    lead: int,
    start: int,
    number: _Number,
    last: _Number,
) -> Reference | None:
    """The reference for one number, or None if another organization's committee is meant."""
    committee = _committee(text, committees, recommendation, lead, number, last)
    if committee == OTHER:
        return None
    candidates: tuple[str, ...] = ()
    if committee is not None:
        symbol = symbol_of(committee, number.number)
        reason = None if symbol else "this general comment has no symbol of its own"
    else:
        possible = general_comments.committees(number.number, number.year, recommendation)
        symbols = tuple(dict.fromkeys(filter(None, (symbol_of(name, number.number) for name in possible))))
        symbol = symbols[0] if len(symbols) == len(possible) == 1 else None
        candidates = () if symbol else symbols
        reason = None if symbol else "the committee is not named"
    return Reference(
        start, number.end, text.raw[start : number.end], "general_comment", symbol, candidates, reason=reason
    )


def _committee(
    text: PreparedText, committees: Organs, recommendation: bool, lead: int, number: _Number, last: _Number
) -> str | None:
    """The committee meant: the one named next to the number, else one of the sentence that fits the year."""
    for mention in _adjacent(committees, lead, number, last):
        named = _named(committees, mention, number) if mention else None
        if named is not None:
            return named
    first, end = text.sentence(lead, last.end)
    near = [mention for mention in reversed(committees.within(first, lead)) if not mention.weak]
    near += [mention for mention in committees.within(last.end, end) if not mention.weak]
    for mention in near:
        named = _named(committees, mention, number)
        if named == OTHER or (named is not None and _agrees(named, number, recommendation)):
            return named
    return None


def _adjacent(committees: Organs, lead: int, number: _Number, last: _Number) -> Iterator[Mention | None]:
    """The committees named next to a number or its list."""
    yield committees.just_after(number.end, _AFTER)
    yield committees.just_before(lead, _BEFORE)
    if last is not number:
        yield committees.just_after(last.end, _AFTER)


def _named(committees: Organs, mention: Mention, number: _Number) -> str | None:
    """The committee behind a mention, if it can have adopted this number."""
    slug = mention.slug
    if slug == "committee":
        last = committees.last_named(mention.start)
        if last is None:
            return None
        slug = last.slug
    if slug == OTHER:
        return OTHER
    return slug if number.number <= max(all_comments()[slug].years) + _MARGIN else None


def _agrees(committee: str, number: _Number, recommendation: bool) -> bool:
    """Whether what is printed fits the committee: its word for general comments, and the year."""
    if recommendation and not all_comments()[committee].recommendations:
        return False
    years = all_comments()[committee].years.get(number.number)
    return number.year is None or years is None or number.year in years
