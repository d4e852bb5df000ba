"""What can be found in any document: dated events and tables, beside the citations that are read everywhere.

Nobody has told what happened, or what a table is about: an event is named after its day, a table after its first row.
A reading guide names them better, and what it reads is not found here again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import Reading, unreadable_value
from mandate_data.extract.passages import matches
from mandate_data.extract.records import Extraction, Record, Scalar
from mandate_data.extract.values import MONTHS, PrintedError, edtf_date, slug

_MONTH = "|".join(MONTHS)
DATED = re.compile(rf"(?<![\d–-])(?:\d{{1,2}} )?(?:{_MONTH}) \d{{4}}(?!\d)")
DATE_BEHIND = re.compile(r"(?: ?, | of )" + DATED.pattern)
SENTENCE = re.compile(r"(?<=[.;:?!])\s+(?=[A-Z(])")
LONGEST_TITLE = 80
"""Characters of a table's first row that name it."""


def read(reading: Reading, known: Identifiers) -> Extraction:
    """Dated events, and the rows of tables as the items of a list each."""
    result = read_dates(reading)
    result.extend(read_tables(reading))
    return result


def read_dates(reading: Reading) -> Extraction:
    """An event for each day or month in running text, unless it is a document's or the guide reads it.

    Where the sentence cites one document alone, the event has its symbol.
    """
    result = Extraction()
    met: dict[str, int] = {}
    taken = _taken(reading)
    for index, block in enumerate(reading.blocks):
        if block.kind not in ("paragraph", "item"):
            continue
        for found in DATED.finditer(reading.text[index]):
            if any(start < found.end() and found.start() < end for start, end in taken.get(index, [])):
                continue
            try:
                date = edtf_date(found[0])
            except PrintedError as error:
                result.findings.append(unreadable_value(reading, error, index, found.span(), "events", found[0]))
                continue
            symbols = set(reading.symbols_in(index, *_sentence(reading.text[index], found.start())))
            met[date] = met.get(date, 0) + 1
            values: dict[str, Scalar] = {
                "event_id": f"{reading.document.source_id}-{date}-{met[date]}",
                "date": date,
                "kind": "other",
                "title": f"What the source dates {found[0]}",
                "symbol": symbols.pop() if len(symbols) == 1 else None,
            }
            result.records.append(Record("events", values, reading.evidence(index, *found.span())))
    return result


def _taken(reading: Reading) -> dict[int, list[tuple[int, int]]]:
    """What is read elsewhere, by block: passages of the guide, and dates that follow a document's symbol."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for passage in reading.guide.passages:
        for index, match in matches(reading, passage):
            taken.setdefault(index, []).append(match.span())
    for cited in reading.citations:
        reference = cited.reference
        behind = DATE_BEHIND.match(reading.text[cited.block], reference.end)
        taken.setdefault(cited.block, []).append((reference.start, behind.end() if behind else reference.end))
    return taken


def _sentence(text: str, place: int) -> tuple[int, int]:
    """Where the sentence around a place begins and ends."""
    cuts = [0, *(found.end() for found in SENTENCE.finditer(text)), len(text)]
    return max(cut for cut in cuts if cut <= place), min(cut for cut in cuts if cut > place)


def read_tables(reading: Reading) -> Extraction:
    """A list for each table, with an item for each row but the first, which names its columns."""
    result = Extraction()
    source = reading.document.source_id
    for number, rows in enumerate(_tables(reading), 1):
        list_id = f"{source}/table-{number}"
        head = " | ".join(cell.value for cell in reading.blocks[rows[0]].cells)
        title = f"Table of {head[:LONGEST_TITLE]}" if slug(head) else f"Table {number}"
        values: dict[str, Scalar] = {"list_id": list_id, "source_id": source, "kind": "row", "title": title}
        result.records.append(Record("lists", values, reading.evidence(rows[0])))
        for ordinal, index in enumerate(rows[1:], 1):
            item: dict[str, Scalar] = {
                "list_id": list_id,
                "ordinal": ordinal,
                "label": reading.blocks[index].text.value,
            }
            result.records.append(Record("list_items", item, reading.evidence(index)))
    return result


def _tables(reading: Reading) -> Iterator[list[int]]:
    """The indices of the rows of each table that has more than one."""
    rows = (index for index, block in enumerate(reading.blocks) if block.kind == "row")
    for _, run in groupby(rows, lambda index: reading.blocks[index].group):
        table = list(run)
        if len(table) > 1:
            yield table
