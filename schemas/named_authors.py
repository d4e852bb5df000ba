"""Whom running text names as the author of a report whose symbol is in the note behind it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Extraction, Record
from mandate_data.extract.source_citations import Citation

from .sentences import sentence_around, sentence_cuts

REPORT = re.compile(r"\bone of (?:her|his) (?:reports|studies)\b|\b(?:report|study|studied)\b")
"""One report or study, or that somebody studied something; several are not one note's."""
OF_THE_NAMED = re.compile(r"\b(?:[Hh]er|[Hh]is|[Tt]he) (?:\w+ )?(?:report|study)\b")
"""The report of whoever is named in a sentence before."""
PRESENTS = re.compile(r"\bpresent(?:s|ed)?\b[^.]*\breport\b")
"""A note behind such a sentence says where the report was presented: it need not be the report."""


def read_named_authors(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """A `thematic_reports` record for each report of one who is named before it, in the same paragraph.

    The symbol is that of the first note behind, the only one that it cites; nobody else may be named in between.
    """
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    named = re.compile(rf"\b(?:{names})")
    result = Extraction()
    for index, block in enumerate(parsed.blocks):
        if block.kind != "paragraph":
            continue
        for name, start, end in _reports(parsed.text[index], named):
            cited = _cited(parsed, index, end, named)
            if cited is not None:
                author = parsed.assigned(holders[name[0]], index, *name.span())
                cells = {"symbol": parsed.symbol(cited), "person_id": author}
                place = parsed.place(index, min(start, name.start()), max(end, name.end()))
                result.records.append(Record("thematic_reports", cells, place))
    return result


def _reports(text: str, named: re.Pattern[str]) -> list[tuple[re.Match[str], int, int]]:
    """Each author who is named, with the words that say that there is a report, and where these begin and end."""
    found = []
    cuts = sentence_cuts(text)
    for left, right in pairwise(cuts):
        here = list(named.finditer(text, left, right))
        before = list(named.finditer(text, 0, left))
        report = (REPORT if here else OF_THE_NAMED).search(text, left, right)
        if report is not None and (here or before):
            name = here[0] if here else before[-1]
            found.append((name, report.start(), max(report.end(), name.end())))
    return found


def _cited(parsed: ParsedSource, index: int, offset: int, named: re.Pattern[str]) -> Citation | None:
    """What the first note behind a place cites, if it is one document: in the block, or in the list that it opens."""
    text = parsed.text[index]
    for mark in parsed.blocks[index].marks:
        if mark.offset >= offset:
            left, _ = sentence_around(text, max(0, mark.offset - 1))
            if named.search(text, offset, mark.offset) or PRESENTS.search(text, left, mark.offset):
                return None
            return _only(parsed.note_citations(index, offset))
    for later in range(index + 1, len(parsed.blocks)):
        block = parsed.blocks[later]
        goes_on = block.kind in ("item", "footnote") or (block.kind == "paragraph" and parsed.text[later][:1].islower())
        if not goes_on:
            return None
        if block.kind != "footnote" and block.marks:
            return _only(parsed.note_citations(later, 0))
    return None


def _only(cited: list[Citation]) -> Citation | None:
    return cited[0] if len(cited) == 1 else None
