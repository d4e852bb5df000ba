"""Finding the records of meetings that a text lists by their number alone: `CRC/C/SR.1500 and 1501`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.prepared_text import PreparedText, fragment
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols import Symbol, read

_KINDS = ("summary_record", "verbatim_record")
_APART = 30
"""Meetings on one matter are no further apart: a higher number is a year or a count."""
_SMALL = 100
"""A lower number may count things, which the word after it tells."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What joins two numbers, and what follows one that counts things, in one language."""

    following: re.Pattern[str]
    counted: re.Pattern[str]


@cache
def _patterns(words: Words) -> _Patterns:
    joined = f"{fragment(words, words.conjunction)}|{fragment(words, words.to)}"
    joints = rf"\b(?:{joined})\b" if words.edge else joined
    return _Patterns(
        re.compile(
            rf"(?:\s{{0,2}}(?:,|;|-|{joints}|&)\s{{0,2}}){{1,2}}((?:SR\.\s?|PV\.\s?)?(\d{{1,4}}))(?!\w|/|\.\d|,\d)",
            re.IGNORECASE,
        ),
        re.compile(rf"\s{{1,2}}(?!(?:{joined}|{fragment(words, words.go_on)})\b)\w|%", re.IGNORECASE),
    )


def further_records(text: PreparedText, symbol: Symbol, position: int, antecedent: int) -> list[Reference]:
    """The records that follow the one whose `symbol` ends at `position`, up to the first number that is none.

    Of a range, the last one; a number may leave out the figures that it shares with the one before (`1500-01`).
    """
    if symbol.kind not in _KINDS or symbol.modifiers or symbol.number is None:
        return []
    patterns, number = _patterns(text.words), symbol.number
    stem = symbol.canonical.removesuffix(number)
    found: list[Reference] = []
    while (match := patterns.following.match(text.plain, position)) is not None:
        printed = match[2]
        following = number[: len(number) - len(printed)] + printed
        counts = int(following) < _SMALL and patterns.counted.match(text.plain, match.end())
        record = read(stem + following)
        if record is None or counts or not int(number) < int(following) <= int(number) + _APART:
            break
        start, position = match.start(1), match.end()
        place, stop = start + text.offset, position + text.offset
        found.append(
            Reference(
                place,
                stop,
                text.raw[start:position],
                "symbol",
                record.canonical,
                antecedent=antecedent,
                line=text.line,
            )
        )
        number = following
    return found
