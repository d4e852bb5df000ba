"""Finding what a text lists by number behind a printed symbol of its series: `A/RES/44/25, 54/263 and 66/138`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.languages.groups_of_words import NEVER
from mandate_data.citations.pinpoints.joints import counts_things, ends_a_range, joint, next_item
from mandate_data.citations.reading.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.symbols import Symbol, read

_NUMBERED = re.compile(r"(?P<stem>.*/(?:RES|DEC)/)(?P<number>(?:E?S-)?\d{1,4}(?:/\d{1,3}[A-Z]?|\(\d{4}\)))")
"""A resolution or decision of a session, or of a year."""
_COMMENT = re.compile(r"(?P<stem>.*/GC/)(?P<number>\d{1,2})")
_OF_A_STATE = re.compile(r"(?P<stem>[A-Z]{3,5}/C/(?:[A-Z]+/)?[A-Z]{3}/)(?P<number>\d{1,2})")
"""The reports of a State to a treaty body: `CEDAW/C/LKA/3` and 4."""
_STATEMENT = re.compile(r"(?P<stem>S/PRST/\d{4}/)(?P<number>\d{1,2})")
_PAPER = re.compile(r"(?P<stem>(?!.*/(?:CO|GC|PRST|Q)/)[A-Z].*/)(?P<number>\d{1,4})")
"""A document of a session or a year, which the end of a range may go on."""
_DOCUMENT = re.compile(r"(?P<stem>(?!.*/(?:CO|GC|PRST|Q)/)[A-Z].*/)(?P<number>[1-9]\d{2,4})")
"""A document whose number has three figures, as no page has that is cited without a word."""
_FEW = re.compile(r"(?P<stem>(?!.*/(?:CO|GC|PRST|Q)/)[A-Z].*/(?:19|20)\d\d/)(?P<number>[1-9]\d?)")
"""A document of a year with fewer: it goes on with several others only, `E/CN.4/1994/3, 4 and 47`, as no page does."""
_SEVERAL = 2
_NEAR = 200
"""Documents that are listed so are near each other in their series."""
_END_OF_RANGE = r"(?<=\d-)(?!(?:19|20)\d\d)\d{1,4}(?!-)"
_FORMS = (
    (_NUMBERED, r"(?:E?S-)?\d{1,4}(?:/\d{1,3}(?:[A-Z](?!\w))?|\s?\((?:19|20)\d\d\))"),
    (_COMMENT, r"\d{1,2}(?!\s?\(|\s(?-i:[A-Z])[a-z])"),
    (_OF_A_STATE, r"\d{1,2}(?!\s?\(|\s(?-i:[A-Z])[a-z])"),
    (_STATEMENT, r"\d{1,2}(?!\s?\(|\s(?-i:[A-Z])[a-z])"),
    (_DOCUMENT, r"[1-9]\d{2,4}(?!\s?\(|\s(?-i:[A-Z])[a-z]|-)"),
    (_FEW, r"[1-9]\d{0,2}(?!\s?\(|\s(?-i:[A-Z])[a-z]|-)"),
)
"""How a symbol is written, and how the number of the next one of its series."""


@cache
def _following(form: str, words: Words) -> re.Pattern[str]:
    return re.compile(rf"(?:\s{{0,2}}{joint(words)}\s{{0,2}}){{1,2}}({form})(?![\w/]|[.,]\d|\s?%)", re.IGNORECASE)


@cache
def _of(words: Words) -> re.Pattern[str]:
    """What tells whose a number is, behind it."""
    return re.compile(rf"\s(?:{fragment(words, words.of_organ) or NEVER})\s")


def further_numbers(text: PreparedText, symbol: Symbol, position: int, antecedent: int) -> list[Reference]:
    """The resolutions or general comments that follow the one whose `symbol` ends at `position`, up to the first number
    that is none; those of general comments rise."""
    paper = _PAPER.fullmatch(symbol.canonical) if text.plain.startswith("-", position) else None
    if paper is not None and (ends := _listed(text, paper, _END_OF_RANGE, position, antecedent)):
        return ends
    for written, form in _FORMS:
        match = written.fullmatch(symbol.canonical)
        if match is not None:
            return _listed(text, match, form, position, antecedent)
    return []


def _listed(text: PreparedText, first: re.Match[str], form: str, position: int, antecedent: int) -> list[Reference]:
    found: list[Reference] = []
    number = first["number"]
    following = _following(form, text.words)
    while (match := next_item(text, following, position)) is not None:
        printed = match[1].replace(" ", "")
        if first.re is _NUMBERED and _of(text.words).match(text.plain, match.end()):
            break  # A/HRC/RES/24/35 and 61/24 of the General Assembly
        counts = counts_things(text.words).match(text.plain, match.end()) and not ends_a_range(match, text.words)
        if printed.isdigit() and (int(printed) <= int(number) or counts):
            break
        if first.re is _DOCUMENT and (len(printed) != len(number) or int(printed) > int(number) + _NEAR):
            break
        symbol = read(first["stem"] + printed)
        if symbol is None:
            break
        start, position = match.span(1)
        place, stop = start + text.offset, position + text.offset
        printed_there = text.raw[start:position]
        found.append(
            Reference(place, stop, printed_there, "symbol", symbol.canonical, antecedent=antecedent, line=text.line)
        )
        number = printed
    return found if first.re is not _FEW or len(found) >= _SEVERAL else []
