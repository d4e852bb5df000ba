"""What texts tell of mandate holders in passing: their number in the order of terms, their country."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from mandate_data.extract.countries import UnknownCountryError
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell, Extraction, Record
from mandate_data.extract.values import ORDINAL_WORDS

_COUNTRY = r" \((?:of )?(?P<country>(?!hereinafter)[^()\d]+)\)"


def read_people(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """`mandate_holders` and `people` records; `holders` maps printed names to ids."""
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    result = Extraction()
    result.extend(_ordinals(parsed, holders, names))
    result.extend(_countries(parsed, holders, names))
    return result


def person(parsed: ParsedSource, person_id: str, index: int, span: tuple[int, int], **cells: Cell) -> Record:
    """A `people` record for somebody who is named at `span` of a block, with what is told there."""
    key = {"person_id": parsed.assigned(person_id, index, *span)}
    return Record("people", {**key, **cells}, parsed.place(index, *span))


def _ordinals(parsed: ParsedSource, holders: Mapping[str, str], names: str) -> Extraction:
    """`the third Special Rapporteur, Mr …`: the source's own count of its mandate holders."""
    words = "|".join(ORDINAL_WORDS)
    pattern = re.compile(rf"\b(?P<word>{words}) Special Rapporteur,? (?:Mr|Ms|Mrs)\.? (?P<name>{names})")
    result = Extraction()
    for index, block in enumerate(parsed.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        for found in pattern.finditer(parsed.text[index]):
            cells = {
                "mandate_id": parsed.about("mandate_id", index, *found.span()),
                "person_id": parsed.assigned(holders[found["name"]], index, *found.span("name")),
                "ordinal": parsed.normalised("ordinal", index, *found.span("word")),
            }
            result.records.append(Record("mandate_holders", cells, parsed.place(index, *found.span())))
    return result


def _countries(parsed: ParsedSource, holders: Mapping[str, str], names: str) -> Extraction:
    """`Mr … (of Uruguay)`: the country, wherever it stands behind the name."""
    pattern = re.compile(rf"(?P<name>{names}){_COUNTRY}")
    result = Extraction()
    for index, text in enumerate(parsed.text):
        for found in pattern.finditer(text):
            person_id = holders[found["name"]]
            try:
                country = parsed.normalised("country", index, *found.span("country"))
            except UnknownCountryError:
                result.findings.append(
                    parsed.finding(
                        "unreadable-value/country",
                        index,
                        found.span("country"),
                        table="people",
                        row_key=person_id,
                        field="country_code",
                        value=found["country"],
                    )
                )
                continue
            record = person(parsed, person_id, index, found.span("name"), country_code=country)
            result.records.append(replace(record, place=parsed.place(index, *found.span())))
    return result
