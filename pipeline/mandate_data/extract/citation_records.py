"""The `citations` table, and what a citation tells of the document it cites: its date, whose report it is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mandate_data.extract.parsed_source import Reading, unreadable_value
from mandate_data.extract.records import Extraction, Record
from mandate_data.extract.values import DATE, PrintedError, edtf_date

# A supra ("the reports mentioned in footnote 6") prints no symbol of its own and has no form in the data model.
UNLISTED_KINDS = ("supra",)
DATED = re.compile(rf"^(?: ?, | of )(?P<date>{DATE})\b")
EXACT_DAY = 10  # characters of an EDTF date that names a day


def read_citations(reading: Reading) -> Extraction:
    """One record a printed symbol, resolution, general comment or ibid., numbered body, notes, tables."""
    result = Extraction()
    listed = [cited for cited in reading.citations if cited.reference.kind not in UNLISTED_KINDS]
    for ordinal, cited in enumerate(listed, 1):
        reference = cited.reference
        values = {
            "citation_id": f"{reading.document.source_id}:{ordinal:04d}",
            "source_id": reading.document.source_id,
            "context": cited.context,
            "note": int(cited.note) if cited.note else None,
            "form": "ibid" if reference.kind == "ibid" else "explicit",
            "symbol": reference.symbol,
            "pinpoint_kind": reference.pinpoint_kind,
            "pinpoint": reference.pinpoint,
            "as_printed": reference.text,
        }
        span = (reference.start, reference.end)
        result.records.append(Record("citations", values, reading.evidence(cited.block, *span)))
        if reference.symbol is None and reference.kind != "ibid":
            result.findings.append(
                reading.finding(
                    "citation-unresolved",
                    f"no UN document can be told from {reference.text!r}: {reference.reason}",
                    cited.block,
                    span=span,
                    table="citations",
                    row_key=str(values["citation_id"]),
                    field="symbol",
                    value=reference.text,
                    hint="name the organ, or record an erratum",
                )
            )
    return result


def read_document_dates(reading: Reading) -> Extraction:
    """A `documents` record for each symbol that is followed by the day of the document."""
    result = Extraction()
    for cited in reading.citations:
        reference = cited.reference
        if reference.symbol is None or cited.context == "table" or reference.kind == "ibid":
            continue
        found = DATED.match(reading.text[cited.block][reference.end :])
        if not found:
            continue
        start, end = reference.end + found.start("date"), reference.end + found.end()
        try:
            date = edtf_date(found["date"])
        except PrintedError as error:
            result.findings.append(
                unreadable_value(reading, error, cited.block, (start, end), "documents", reference.symbol)
            )
            continue
        if len(date) == EXACT_DAY:
            evidence = reading.evidence(cited.block, reference.start, end)
            result.records.append(Record("documents", {"symbol": reference.symbol, "date": date}, evidence))
    return result


def read_report_holders(reading: Reading, holders: Mapping[str, str]) -> Extraction:
    """A `thematic_reports` record for each "report of <mandate holder> … <symbol>" of a footnote."""
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    pattern = re.compile(rf"[Rr]eport of (?:(?:Mr|Ms|Mrs)\.? )?(?P<name>{names})")
    result = Extraction()
    for index, block in enumerate(reading.blocks):
        if block.kind != "footnote":
            continue
        for match in pattern.finditer(reading.text[index]):
            symbol = next(iter(reading.symbols_in(index, match.end())), None)
            if symbol is not None:
                values = {"symbol": symbol, "holder_id": holders[match["name"]]}
                result.records.append(Record("thematic_reports", values, reading.evidence(index, match.start())))
    return result
