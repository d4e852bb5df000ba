"""Finding the records of meetings that a text lists by their number alone: `CRC/C/SR.1500 and 1501`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.pinpoints.joints import counts_things, ends_a_range, joint, next_item
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.symbols import Symbol, read

_KINDS = ("summary_record", "verbatim_record")
_APART = 30
"""Meetings on one matter are no further apart, but for those of a session, which has fewer than a hundred: a higher
number is a year or a count."""
_SMALL = 100
"""A lower number may count things, which the word after it tells."""


@cache
def _following(words: Words) -> re.Pattern[str]:
    """The next number of a list; behind a pinpoint it is printed as a record: `SR.16, para. 23; SR.17, para. 4`."""
    return re.compile(
        rf"(?:\s{{0,2}}{joint(words)}\s{{0,2}}){{1,2}}((?:SR\.\s?|PV\.\s?)?(\d{{1,4}}))(?!\w|/|\.\d|,\d{{3}})",
        re.IGNORECASE,
    )


def further_records(text: PreparedText, symbol: Symbol, position: int, antecedent: int) -> list[Reference]:
    """The records that follow the one whose `symbol` ends at `position`, up to the first number that is none.

    Of a range, the last one; a number may leave out the figures that it shares with the one before (`1500-01`).
    """
    if symbol.kind not in _KINDS or symbol.modifiers or symbol.number is None:
        return []
    number = symbol.number
    stem = symbol.canonical.removesuffix(number)
    found: list[Reference] = []
    listed = _following(text.words)
    while (match := next_item(text, listed, position)) is not None:
        printed = match[2]
        following = number[: max(0, len(number) - len(printed))] + printed
        small = int(following) < _SMALL and not ends_a_range(match, text.words)
        counts = small and counts_things(text.words).match(text.plain, match.end())
        record = read(stem + following)
        furthest = max(int(number) + (_SMALL if ends_a_range(match, text.words) else _APART), _SMALL - 1)
        if record is None or counts or not int(number) < int(following) <= furthest:
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
