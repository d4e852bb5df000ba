"""Reader of the 2015 Leiden assessment: the note on the mandate holders, the examples of thematic reports."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import Reading
from mandate_data.extract.records import Extraction, Record

METHODS = "mandate/working-methods"
HOLDERS_NOTE = re.compile(r"\bmandate holders since\b", re.IGNORECASE)
HOLDER = re.compile(
    r"(?:Mr|Ms|Mrs)\. (?P<name>[^,(]+?)(?: \((?P<start>\d{4})-(?P<end>\d{4})\)|, since (?P<since>\d{4}))"
)
EXAMPLE = re.compile(r"^(?P<years>\d{4}(?: and \d{4})*)(?: reports?)?: (?P<title>[^()]+?) \(")


def read(reading: Reading, known: Identifiers) -> Extraction:
    """Everything that only the assessment has."""
    result = read_holders(reading, known.holders)
    result.extend(read_examples(reading))
    return result


def read_holders(reading: Reading, holders: Mapping[str, str]) -> Extraction:
    """Mandate holders and the years of their terms, from the note that lists them."""
    result = Extraction()
    for index, block in enumerate(reading.blocks):
        if block.kind != "footnote" or not HOLDERS_NOTE.search(reading.text[index]):
            continue
        for found in HOLDER.finditer(reading.text[index]):
            name = found["name"].strip()
            if name not in holders:
                result.findings.append(
                    reading.finding(
                        "unknown-holder",
                        f"{name!r} is no known mandate holder",
                        index,
                        span=found.span(),
                        table="mandate_holders",
                        field="name",
                        value=name,
                        hint="correct the name, or give the person an id in raw/identifiers.yaml",
                    )
                )
                continue
            values = {
                "holder_id": holders[name],
                "name": name,
                "term_start": found["start"] or found["since"],
                "term_end": found["end"],
            }
            result.records.append(Record("mandate_holders", values, reading.evidence(index, *found.span())))
    if not result.records:
        result.findings.append(
            reading.finding(
                "passage-missing",
                "no footnote lists the mandate holders since the beginning",
                0,
                table="mandate_holders",
                hint="restore the note that begins: The Mandate holders since",
            )
        )
    return result


def read_examples(reading: Reading) -> Extraction:
    """Reports given as examples: `2005 and 2009: TITLE (UN Doc. SYMBOL and SYMBOL)`, one row a year."""
    result = Extraction()
    for index in reading.within(METHODS):
        if reading.blocks[index].kind != "item":
            continue
        found = EXAMPLE.match(reading.text[index])
        years = found["years"].split(" and ") if found else []
        symbols = reading.symbols_in(index)
        if found is None or len(years) != len(symbols):
            result.findings.append(
                reading.finding(
                    "unreadable-row",
                    f"not a report: {reading.text[index]!r}",
                    index,
                    table="thematic_reports",
                    value=reading.text[index][:40],
                    hint="expected: YEAR: TITLE (UN Doc. SYMBOL), as many years as symbols",
                )
            )
            continue
        for year, symbol in zip(years, symbols, strict=True):
            values = {"symbol": symbol, "year": int(year), "title": found["title"]}
            result.records.append(Record("thematic_reports", values, reading.evidence(index)))
    return result
