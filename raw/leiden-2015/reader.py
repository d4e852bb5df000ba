"""Reader of the 2015 Leiden assessment: the note on the mandate holders, the examples of thematic reports."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Extraction, Record

from ...schemas.people import person

METHODS = "mandate/working-methods"
HOLDERS_NOTE = re.compile(r"\bmandate holders since\b", re.IGNORECASE)
HOLDER = re.compile(
    r"(?:Mr|Ms|Mrs)\. (?P<name>[^,(]+?)(?: \((?P<start>\d{4})-(?P<end>\d{4})\)|, since (?P<since>\d{4}))"
)
EXAMPLE = re.compile(r"^(?P<years>\d{4}(?: and \d{4})*)(?: reports?)?: (?P<title>[^()]+?) \(")


def read(parsed: ParsedSource, identifiers: Identifiers) -> Extraction:
    """Everything that only the assessment has."""
    result = read_holders(parsed, identifiers.of("people"))
    result.extend(read_examples(parsed))
    return result


def read_holders(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """Mandate holders and the years of their terms, from the note that lists them."""
    result = Extraction()
    for index, block in enumerate(parsed.blocks):
        if block.kind != "footnote" or not HOLDERS_NOTE.search(parsed.text[index]):
            continue
        for found in HOLDER.finditer(parsed.text[index]):
            name = found["name"].strip()
            if name not in holders:
                result.findings.append(
                    parsed.finding("unknown-holder", index, found.span(), table="people", field="name", value=name)
                )
                continue
            cells = {
                "mandate_id": parsed.about("mandate_id", index, *found.span()),
                "person_id": parsed.assigned(holders[name], index, *found.span("name")),
            }
            for column, group in (("term_start", "start"), ("term_start", "since"), ("term_end", "end")):
                if found[group] is not None:
                    cells[column] = parsed.normalised("date", index, *found.span(group))
            result.records.append(Record("mandate_holders", cells, parsed.place(index, *found.span())))
            printed = parsed.printed(index, *found.span("name"))
            result.records.append(person(parsed, holders[name], index, found.span("name"), name=printed))
    if not result.records:
        result.findings.append(
            parsed.finding(
                "passage-missing/reader",
                0,
                table="mandate_holders",
                expected="footnote lists the mandate holders since the beginning",
                what="the note that begins: The Mandate holders since",
            )
        )
    return result


def read_examples(parsed: ParsedSource) -> Extraction:
    """Reports given as examples: `2005 and 2009: TITLE (UN Doc. SYMBOL and SYMBOL)`, one row a year."""
    result = Extraction()
    for index in parsed.within(METHODS):
        if parsed.blocks[index].kind != "item":
            continue
        found = EXAMPLE.match(parsed.text[index])
        years = list(re.finditer(r"\d{4}", parsed.text[index][: found.end("years")])) if found else []
        cited = parsed.citations_in(index)
        if found is None or len(years) != len(cited):
            result.findings.append(
                parsed.finding(
                    "unreadable-row",
                    index,
                    table="thematic_reports",
                    value=parsed.text[index][:40],
                    what="a report",
                    text=parsed.text[index],
                    form="YEAR: TITLE (UN Doc. SYMBOL), as many years as symbols",
                )
            )
            continue
        for year, report in zip(years, cited, strict=True):
            cells = {
                "symbol": parsed.symbol(report),
                "mandate_id": parsed.about("mandate_id", index),
                "year": parsed.normalised("number", index, *year.span()),
                "title": parsed.printed(index, *found.span("title")),
            }
            result.records.append(Record("thematic_reports", cells, parsed.place(index)))
    return result
