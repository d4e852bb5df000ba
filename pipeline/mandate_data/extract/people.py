"""What texts tell of mandate holders in passing: their number in the order of terms, their country."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.extract.countries import UnknownCountryError, country_code
from mandate_data.extract.parsed_source import Reading
from mandate_data.extract.records import Extraction, Record, Scalar
from mandate_data.extract.values import ORDINAL_WORDS

_COUNTRY = r" \((?:of )?(?P<country>(?!hereinafter)[^()\d]+)\)"


def read_people(reading: Reading, holders: Mapping[str, str]) -> Extraction:
    """`mandate_holders` records; `holders` maps printed names to ids."""
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    result = Extraction()
    result.extend(_ordinals(reading, holders, names))
    result.extend(_countries(reading, holders, names))
    return result


def _ordinals(reading: Reading, holders: Mapping[str, str], names: str) -> Extraction:
    """`the third Special Rapporteur, Mr …`: the source's own count of its mandate holders."""
    words = "|".join(ORDINAL_WORDS)
    pattern = re.compile(rf"\b(?P<word>{words}) Special Rapporteur,? (?:Mr|Ms|Mrs)\.? (?P<name>{names})")
    result = Extraction()
    for index, block in enumerate(reading.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        for found in pattern.finditer(reading.text[index]):
            values: dict[str, Scalar] = {"holder_id": holders[found["name"]], "ordinal": ORDINAL_WORDS[found["word"]]}
            result.records.append(Record("mandate_holders", values, reading.evidence(index, *found.span())))
    return result


def _countries(reading: Reading, holders: Mapping[str, str], names: str) -> Extraction:
    """`Mr … (of Uruguay)`: the country, wherever it stands behind the name."""
    pattern = re.compile(rf"(?P<name>{names}){_COUNTRY}")
    result = Extraction()
    for index, text in enumerate(reading.text):
        for found in pattern.finditer(text):
            holder_id = holders[found["name"]]
            try:
                values: dict[str, Scalar] = {"holder_id": holder_id, "country_code": country_code(found["country"])}
            except UnknownCountryError as error:
                result.findings.append(
                    reading.finding(
                        "unreadable-value",
                        f"can't read {error}",
                        index,
                        span=found.span("country"),
                        table="mandate_holders",
                        row_key=holder_id,
                        field="country_code",
                        value=found["country"],
                        hint="correct the name, or add it to mandate_data/extract/reference/country_names.csv",
                    )
                )
                continue
            result.records.append(Record("mandate_holders", values, reading.evidence(index, *found.span())))
    return result
