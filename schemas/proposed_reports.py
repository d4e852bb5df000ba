"""Proposes the mandate's own reports: a sentence that gives the subject of a report and its symbol."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mandate_data.citations import parse
from mandate_data.extract.extraction_guide import exactly
from mandate_data.extract.parsed_source import Citation, ParsedSource
from mandate_data.propose_passages import Proposal

from .rules.documents import MANDATE_BODIES
from .sentences import sentence_around, sentence_at

HOLDER = r"Special Rapporteur|Independent Expert|Special Representative|Working Group|mandate[ -]holder"
OWN = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)\b|\b(?:{HOLDER})(?:['’]s|s['’]| (?:presented|submitted|issued))"
    r"|\b(?:[Tt]hematic|[Aa]nnual|[Pp]revious|[Ee]arlier) (?:\w+ )?reports?\b"
)
"""Words that say whose report it is."""
ANOTHERS = re.compile(r"\bpredecessor")
FURNITURE = re.compile(r" (?:\d+/\d+ )?\d\d-\d{5}\b")
"""Behind a symbol at the foot of a page that is run into the text: the page, and the number of the print job."""
SUBJECT = re.compile(
    r"\breports?\b[^.;,()“”\"]{0,120}?(?<!Commission)(?<!Committee)(?<!Council)"
    r" (?:on|concerning|entitled|titled|about|(?:dealing|which deals) with|devoted to|focus\w* on)"
    r" [“\"']?(?P<title>[^.;()“”\"]{8,200}?)[”\"']?,?(?: to the [A-Z][A-Za-z ]+)? ?[(,]?(?:see |document )?$"
)
BEHIND = re.compile(
    r"\)?,?(?: (?:which|that))? (?:on|concerning|entitled|deals with|dealt with|(?:is|was) (?:about|devoted to|on)"
    r"|focus\w* on|addresse[sd]|examine[sd]) [“\"']?(?P<title>[^.;()“”\"]{8,200}?)[”\"']?(?=[.;(,]|$)"
)


def propose_reports(parsed: ParsedSource, index: int) -> Iterator[tuple[tuple[int, int], Proposal]]:
    """A passage for each report of the mandate in a block that the guide does not name, and the place of its symbol."""
    known = {passage.key for passage in parsed.guide.passages if passage.table == "thematic_reports"}
    for cited in parsed.citations_in(index):
        symbol = parse(str(cited.reference.symbol))
        if symbol.kind == "report" and symbol.body in MANDATE_BODIES and symbol.parent is None:
            span = _title(parsed, cited)
            if span is not None and symbol.canonical not in known:
                known.add(symbol.canonical)
                yield (cited.reference.start, cited.reference.end), _report(parsed, cited, span)


def _title(parsed: ParsedSource, cited: Citation) -> tuple[int, int] | None:
    """Where the subject of a report is printed in its sentence, before its symbol or behind it."""
    text, reference = parsed.text[cited.block], cited.reference
    start, end = sentence_around(text, reference.start)
    if not OWN.search(text, start, reference.start) or ANOTHERS.search(text, start, reference.start):
        return None
    if FURNITURE.match(text, reference.end):
        return None
    found = SUBJECT.search(text, start, reference.start) or BEHIND.match(text, reference.end, end)
    if found is None or parsed.citations_in(cited.block, *found.span("title")):
        return None
    return found.span("title")


def _report(parsed: ParsedSource, cited: Citation, title: tuple[int, int]) -> Proposal:
    text, reference = parsed.text[cited.block], cited.reference
    start, end = min(title[0], reference.start), max(title[1], reference.end)
    named = f"(?P<title>{exactly(text[slice(*title)])})"
    entry = {
        "id": str(reference.symbol),
        "pattern": f"{exactly(text[start : title[0]])}{named}{exactly(text[title[1] : end])}",
        "mandate_id": parsed.guide.about["mandate_id"],
        "symbol": "here",
    }
    line, sentence = sentence_at(parsed, cited.block, reference.start)
    return Proposal("thematic_reports", entry, "person_id", line, sentence, at=(cited.block, start))
