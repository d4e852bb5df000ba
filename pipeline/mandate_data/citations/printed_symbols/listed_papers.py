"""Finding the papers that a text lists behind one of their body by their last part: `A/C.2/64/L.18 and L.19/Rev.1`."""

from __future__ import annotations

import re
from functools import cache

from mandate_data.citations.languages import Words
from mandate_data.citations.pinpoints.joints import joint, next_item
from mandate_data.citations.printed_symbols.addenda import addenda
from mandate_data.citations.reading.prepared_text import PreparedText
from mandate_data.citations.references import Reference
from mandate_data.citations.symbols.series import written_modifier
from mandate_data.citations.symbols.symbols import Symbol, read

_PAPER = re.compile(r"(?P<stem>.+/)(?P<type>L|WP|CRP|INF|NGO|R|W|MISC)\.\d{1,4}", re.IGNORECASE)
"""A paper whose number follows its type."""

PAPER_NUMBER = r"(?!(?:19|20)\d\d(?!\d))\d{1,4}(?:/(?:Rev|Add|Corr)\.\d{1,3}){0,2}"
"""The number of a paper with its suffixes; one with the look of a year is none."""

LAST_OF_A_RANGE = re.compile(r"-(\d{1,4})(?![\w/])")
"""The end of a range of papers: `L.70-72`."""


@cache
def _following(words: Words, kind: str) -> re.Pattern[str]:
    """The next paper of a list, its type printed again."""
    return re.compile(rf"(?:\s{{0,2}}(?i:{joint(words)})\s{{0,2}}){{1,2}}({kind}\.\s?{PAPER_NUMBER})(?!\w|/|\.\d|,\d)")


def further_papers(text: PreparedText, symbol: Symbol, position: int, antecedent: int) -> list[Reference]:
    """The papers that follow the one whose `symbol` ends, with what is chained to it, at `position`; each with the
    addenda chained to it."""
    bare = symbol.canonical.removesuffix("".join(map(written_modifier, symbol.modifiers)))
    first = _PAPER.fullmatch(bare)
    if first is None or symbol.twin:
        return []
    following = _following(text.words, first["type"])
    found: list[Reference] = []
    while (match := next_item(text, following, position)) is not None:
        paper = read(first["stem"] + match[1].replace(" ", ""))
        if paper is None:
            break
        start, position = match.span(1)
        place, stop = start + text.offset, position + text.offset
        printed = text.raw[start:position]
        found.append(Reference(place, stop, printed, "symbol", paper.canonical, antecedent=antecedent, line=text.line))
        chained = addenda(text, paper, place, position) or _end_of_range(text, first["stem"], match[1], place, position)
        found += chained
        position = chained[-1].end - text.offset if chained else position
    return found


def _end_of_range(text: PreparedText, stem: str, printed: str, place: int, position: int) -> list[Reference]:
    """The last paper of a range that begins with the one which ends at `position`: `L.70-72`."""
    last = LAST_OF_A_RANGE.match(text.plain, position)
    if last is None or int(last[1]) <= int(number_of(printed)):
        return []
    paper = read(f"{stem}{printed.partition('.')[0]}.{last[1]}")
    if paper is None:
        return []
    start, end = (one + text.offset for one in last.span(1))
    return [Reference(start, end, text.raw[start:end], "symbol", paper.canonical, antecedent=place, line=text.line)]


def number_of(printed: str) -> str:
    """The figures of a paper named by its last part: 42 of `L.42/Rev.1`."""
    return printed.partition(".")[2].strip().partition("/")[0]
