"""What texts tell of mandate holders in passing: their number in the order of terms, their country."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from mandate_data.extract.countries import UnknownCountryError
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Extraction, Record
from mandate_data.extract.values import ORDINAL_WORDS

_COUNTRY = r" \((?:of )?(?P<country>(?!hereinafter)[^()\d]+)\)"


def read_people(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """`mandate_holders` records; `holders` maps printed names to ids."""
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    result = Extraction()
    result.extend(_ordinals(parsed, holders, names))
    result.extend(_countries(parsed, holders, names))
    result.records += people_of(result.records)
    return result


def people_of(records: Iterable[Record]) -> list[Record]:
    """A `people` record for each record of a mandate holder that has a name or a country."""
    people = []
    for record in records:
        cells = {column: record.cells[column] for column in ("name", "country_code") if column in record.cells}
        if record.table == "mandate_holders" and cells:
            people.append(Record("people", {"person_id": record.cells["holder_id"], **cells}, record.place))
    return people


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
                "holder_id": parsed.assigned(holders[found["name"]], index, *found.span("name")),
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
            holder_id = holders[found["name"]]
            try:
                country = parsed.normalised("country", index, *found.span("country"))
            except UnknownCountryError:
                result.findings.append(
                    parsed.finding(
                        "unreadable-value/country",
                        index,
                        found.span("country"),
                        table="mandate_holders",
                        row_key=holder_id,
                        field="country_code",
                        value=found["country"],
                    )
                )
                continue
            cells = {"holder_id": parsed.assigned(holder_id, index, *found.span("name")), "country_code": country}
            result.records.append(Record("mandate_holders", cells, parsed.place(index, *found.span())))
    return result
