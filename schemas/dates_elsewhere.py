"""Dates in headings and in rows of tables: a row that opens with one is an event, all others are reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from mandate_data.extract.parsed_source import ParsedSource

from .dates_in_text import DATED, OTHER_FORMS, day_of, why_unread
from .dates_of_no_event import Reason, is_to_come
from .sentences import overlaps
from .table_cells import cell_spans

ELSEWHERE: Mapping[str, Reason] = {"heading": "heading", "row": "row"}
"""Kinds of blocks, beside running text, that may have dates, and why these are set aside."""
WORDS = re.compile(r"[^\W\d]{2,} .*[^\W\d]{2,}")
WITH_YEAR = re.compile(r"\d{4}")


def dates_elsewhere(
    parsed: ParsedSource, index: int, taken: Sequence[tuple[int, int]]
) -> Iterator[tuple[re.Match[str], Reason | None]]:
    """The dates of a heading or a row, in whatever form, but for those that are read elsewhere; and why each is no
    event, None where it is one."""
    if parsed.blocks[index].kind not in ELSEWHERE:
        return
    text = parsed.text[index]
    end = 0
    found = chain(OTHER_FORMS.finditer(text), DATED.finditer(text))
    for one in sorted(found, key=lambda match: (match.start(), -match.end())):
        if one.start() >= end and not overlaps(one.span(), taken):
            end = one.end()
            yield one, _why_no_event(parsed, index, one)


def _why_no_event(parsed: ParsedSource, index: int, found: re.Match[str]) -> Reason | None:
    """None where a date is the whole first cell of a row that says in words, and cites nothing, what happened then."""
    kind, text = parsed.blocks[index].kind, parsed.text[index]
    if not WITH_YEAR.search(found[0]) or not DATED.fullmatch(found[0]):
        return ELSEWHERE[kind]
    try:
        date = str(day_of(parsed, index, found).value)
    except ValueError as error:
        return why_unread(error, found[0])
    first = cell_spans(parsed, index)[0] if kind == "row" else None
    if found.span() != first or not WORDS.search(text, found.end()) or parsed.citations_in(index):
        return ELSEWHERE[kind]
    return "to-come" if is_to_come(parsed, index, found.span(), date) else None
