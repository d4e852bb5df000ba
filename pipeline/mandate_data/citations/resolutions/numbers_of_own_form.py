"""Finds numbers that only resolutions have the form of, where no word says so: `2/CP.17`, `2625 (XXV)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.bodies import table
from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.organs.organs import Organs
from mandate_data.citations.pinpoints.joints import counts_things
from mandate_data.citations.reading.prepared_text import PreparedText, date, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.resolutions.meanings import ResolutionKind
from mandate_data.citations.resolutions.number_dates import with_date
from mandate_data.citations.resolutions.numbering import BY_NUMBER, is_of_its_year
from mandate_data.citations.resolutions.possible_organs import possible
from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.resolutions.resolution_numbers import number_at
from mandate_data.citations.resolutions.resolution_references import of_organ, resolution_reference
from mandate_data.citations.resolutions.surrounding_words import surrounding_words
from mandate_data.citations.symbols.session_years import LOOK_OF_A_YEAR
from mandate_data.citations.symbols.symbols import read

_ROMAN = r"(?:X{1,3}(?:IX|IV|V?I{0,3})|IX|IV|V?I{1,3}|V|XL(?:IX|IV|V?I{0,3})|L(?:IX|IV|V?I{0,3})|LX(?:I{1,3})?)"
_OF_THE_COUNCIL = "S/"
"""How the symbols of the Security Council's documents begin."""
_THOUSAND = 1000
"""Such a number, with a session, that begins a line is none of a law."""
_LONG = 4
"""A code so long stands in brackets: 489 (PLEN.19)."""
_PINPOINTS = ("paragraph", "section", "annex", "part")
_REACH = 40
"""How far before a number the words begin that cite it."""
_NEAR = 60
"""How far before it the last of the list stands that a number goes on."""
_IN_A_LIST = 200
"""How far before a number with its date the last one of the same list stands, where a list is torn."""
_LATEST, _FAR = 10, 1000
"""So many references before a number, and so near, tell that the text is about resolutions of the Council."""


def own_forms() -> str:
    """A pattern for these numbers, for the linear engine."""
    return (
        rf"\b[1-9][0-9]{{0,2}}/(?-i:{_codes()})\.[0-9]{{1,2}}\b"
        rf"|\b[1-9][0-9]{{0,3}}[ ]?\((?-i:{_codes(bracketed=True)})\.[0-9]{{1,2}}\)"
        rf"|\b[1-9][0-9]{{2,3}}(?:[ ]?(?-i:[A-H]))?[ \n]?\((?:(?-i:{_ROMAN})|(?:19|20)[0-9][0-9])\)"
    )


def _codes(bracketed: bool = False) -> str:
    """The codes in the numbers of decisions that stand behind a slash, or the `bracketed` ones of resolutions."""
    codes = (code for code in table().by_code if (len(code) >= _LONG) == bracketed)
    return "|".join(sorted(codes, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What stands around such a number, in one language; each but `rest` is right before it."""

    cited: re.Pattern[str]
    """A word or a bracket that cites it, or the beginning of a line."""
    pinpointed: re.Pattern[str]
    """A pinpoint of it: `paragraph 3 of` 1612 (2005)."""
    recalled: re.Pattern[str]
    """A verb that cites it, or its article: `recalls` 1239 (1999), `la` 1325 (2000)."""
    line: re.Pattern[str]
    bracket: re.Pattern[str]
    comma: re.Pattern[str]
    apart: re.Pattern[str]
    """No other part of a number or a symbol."""
    listed: re.Pattern[str]
    """Another number, of whatever, that this one goes on."""
    rest: re.Pattern[str]
    """The numbers of the same form that a list goes on with."""
    resolution: re.Pattern[str]
    dated: re.Pattern[str]
    """The day of adoption right behind it: `187 (1964) of 13 March`."""


@cache
def _patterns(words: Words) -> _Patterns:
    before = (words.introduction, words.conjunction, words.of_organ, words.owner, words.to, words.titled, *words.see)
    joined = "|".join(fragment(words, one) for one in (words.conjunction, words.to) if one)
    cites = "|".join(fragment(words, one) for one in before if one)
    labels = "|".join(fragment(words, label) for label, kind in words.labels if kind in _PINPOINTS)
    of, line = fragment(words, words.pinpoint_of), r"(?:^|\n)[ \t*_#-]{0,8}"
    return _Patterns(
        cited=re.compile(rf"(?:{line}|[(\[]\s{{0,2}}|(?<![\w-])(?:{cites})\s{{1,2}})$", re.IGNORECASE),
        pinpointed=re.compile(rf"(?:{labels})\s?[\dIVX][\w().-]{{0,8}}\s?(?:{of})$", re.IGNORECASE),
        recalled=re.compile(
            rf"(?<![\w-])(?:{fragment(words, words.cited_by)}|{fragment(words, words.elliptic)})\s{{1,2}}$",
            re.IGNORECASE,
        ),
        line=re.compile(f"{line}$"),
        bracket=re.compile(r"\(\s{0,2}$"),
        comma=re.compile(r",\s{0,2}$"),
        apart=re.compile(r"(?:^|[^\w./-])$"),
        listed=re.compile(rf"\d\s?[A-H]?\s?\([IVXL\d]{{1,8}}\)(?P<gap>[,;]?\s?-?\s{{0,2}}(?:(?:{joined})\s{{1,2}})?)$"),
        rest=re.compile(rf"(?:[,;]?\s(?:(?:{joined})\s)?\d{{2,4}}\s?[A-H]?\s?\([IVXL]{{1,8}}\)){{1,12}}"),
        resolution=re.compile(rf"{words.edge}(?:{fragment(words, words.resolution)})", re.IGNORECASE),
        dated=re.compile(
            rf"[)\s]{{0,2}}(?:{fragment(words, words.dated)})\s?{date(words, dated=False)}" if words.edge else NEVER,
            re.IGNORECASE,
        ),
    )


def numbered_so(text: PreparedText, organs: Organs, start: int, before: Sequence[Reference]) -> list[Reference]:
    """The decision or resolution whose number is at `start`; none for one that anything else may be numbered by. The
    references `before` it tell whether it goes on a list."""
    number = number_at(text.plain, start, text.words)
    if number is None or number.start != start or number.bare:
        return []
    patterns, low = _patterns(text.words), max(0, start - _REACH)
    if number.code:
        body = table().by_code.get(number.code)
        if body is None or patterns.apart.search(text.plain, low, start) is None:
            return []
        kind: ResolutionKind = "RES" if len(number.code) >= _LONG else "DEC"
        return [resolution_reference(text, kind, number, of_organ(body.slug, None))]
    candidates = possible("RES", number, text.issued)
    found = read(candidates[0]) if len(candidates) == 1 else None
    if found is None or not organs.is_of_the_nations():
        return []
    ours = _is_of_a_session if number.roman else _is_of_the_council
    if not ours(text, organs, number, before):
        return []
    heads = number.number >= _THOUSAND and patterns.line.search(text.plain, low, start) is not None
    if number.roman and not heads and not organs.names(found.body):
        return []
    return [resolution_reference(text, "RES", number, of_organ(found.body, found.canonical))]


def _is_of_a_session(text: PreparedText, organs: Organs, number: Number, before: Sequence[Reference]) -> bool:
    """Whether a number with a session is cited as a resolution: it begins a line, or a word or a bracket that cites is
    before it, or it goes on another one. What is of an owner, as `302 (IV) and 303 (IV) of the Penal Code`, is none."""
    plain, start = text.plain, number.start
    patterns, low = _patterns(text.words), max(0, start - _REACH)
    rest = patterns.rest.match(plain, number.end)
    end = rest.end() if rest is not None else number.end
    owned = surrounding_words(text.words).unknown.match(plain, end)
    if owned is not None and organs.at(owned.end()) is None:
        return False
    if patterns.line.search(plain, low, start):
        return True
    dated = with_date(plain, number, text.words)
    if dated.adopted is not None and possible("RES", dated, text.issued):
        return True
    listed = patterns.listed.search(plain, low, start)
    if listed is not None and not (before and before[-1].end == listed.start("gap")):
        return False
    ahead = (patterns.cited, patterns.pinpointed, patterns.recalled)
    if listed is None and not any(one.search(plain, low, start) for one in ahead):
        return False
    return counts_things(text.words).match(plain, end) is None  # 302 (IV) IPC


def _is_of_the_council(text: PreparedText, organs: Organs, number: Number, before: Sequence[Reference]) -> bool:
    """Whether a number with its year is plainly that of a resolution of the Security Council: it goes on a list in
    which something could not be read (`1822 (2008), !904 (2009), 2082 (2012)`), has a pinpoint or a verb that cites
    before it, or stands in brackets in a sentence about the Council's resolutions."""
    start, plain = number.start, text.plain
    patterns, low = _patterns(text.words), max(0, start - _REACH)
    joined = bool(before) and before[-1].organ == BY_NUMBER and plain[before[-1].end : start].strip(" \n") == ","
    if (number.number in LOOK_OF_A_YEAR and not joined) or not is_of_its_year(number):
        return False  # 1988 (2011) may be a book that came out again
    if counts_things(text.words).match(plain, number.end):
        return False  # 1200 (1998) cases
    ours = [one for one in before[-_LATEST:] if one.organ == BY_NUMBER and start - one.end <= _FAR]
    near = bool(ours) and start - ours[-1].end <= _NEAR and ". " not in plain[ours[-1].end : start]
    if near and any(one.search(plain, low, start) for one in (patterns.cited, patterns.comma)):
        return True
    first = text.sentences.around(start, number.end)[0]
    if ours and ours[-1].start >= first and patterns.cited.search(plain, low, start):
        return True  # recalling resolutions 501 (1982) and 508 (1982), and the force approved in 426 (1978)
    printed = any((one.symbol or "").startswith(_OF_THE_COUNCIL) for one in before[-_LATEST:])
    named = bool(ours) or printed or organs.names(BY_NUMBER)
    if ours and start - ours[-1].end <= _IN_A_LIST and patterns.dated.match(plain, number.end):
        return any(one.search(plain, low, start) for one in (patterns.cited, patterns.comma))
    if patterns.pinpointed.search(plain, low, start) or patterns.recalled.search(plain, low, start):
        return named
    if not named or not patterns.bracket.search(plain, low, start):
        return False
    council = (one.end for one in organs.within(first, start) if one.slug == BY_NUMBER)
    return any(patterns.resolution.search(plain, first, start) for _ in council)
