"""What can be found in any document: dated events and tables, beside the citations that are read everywhere.

Nobody has told what happened, or what a table is about: an event is named after its day, a table after its first row.
An extraction guide names them better, and what it reads is not found here again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.parsed_source import ParsedSource
from mandate_data.extract.records import Cell, Extraction, Record, Span
from mandate_data.extract.values import slug

from .dates_elsewhere import dates_elsewhere
from .dates_in_text import DATED, OTHER_FORMS, day_of, why_unread
from .dates_of_no_event import no_event, set_aside
from .languages import other_language
from .passages_read import passages_read
from .recommendations import find_recommendations, read_recommendations
from .sentences import overlaps, sentence_around
from .table_heads import has_head

DATE_BEHIND = re.compile(r"(?: ?, | of )" + DATED.pattern)
SHORTEST_LIST = 2
LONGEST_TITLE = 80
"""Characters of a table's first row that name it."""


def read(parsed: ParsedSource, identifiers: Identifiers) -> Extraction:
    """Dated events, recommendations, and the rows of tables as the items of a list each."""
    result = read_dates(parsed)
    result.findings += [found for found in (other_language(parsed),) if found is not None]
    result.extend(read_recommendations(parsed))
    result.extend(read_tables(parsed))
    return result


def read_dates(parsed: ParsedSource) -> Extraction:
    """An event for each day, span of days or month in running text, unless it is a document's or the guide reads it,
    and for each row of a table that opens with one.

    A span counts from its first day. Where the sentence cites one document alone, the event has its symbol. A date of
    no event is told.
    """
    result = Extraction()
    met: dict[str, int] = {}
    taken, recommended = taken_places(parsed), find_recommendations(parsed)
    for index, block in enumerate(parsed.blocks):
        for found, why in dates_elsewhere(parsed, index, taken.get(index, [])):
            if why is None:
                _add_event(parsed, index, found, day_of(parsed, index, found), met, result)
            else:
                result.findings.append(set_aside(parsed, index, found.span(), why))
        if block.kind not in ("paragraph", "item"):
            continue
        others = other_forms(parsed, index, taken.get(index, []))
        result.findings += [set_aside(parsed, index, span, "form") for span in others]
        result.spans += [Span(index, *span) for span in others]
        places = [*taken.get(index, []), *others]
        for found in DATED.finditer(parsed.text[index]):
            if overlaps(found.span(), places):
                continue
            try:
                date = day_of(parsed, index, found)
            except ValueError as error:
                result.findings.append(set_aside(parsed, index, found.span(), why_unread(error, found[0])))
                result.spans.append(Span(index, *found.span()))
                continue
            reason = no_event(parsed, index, found.span(), str(date.value), recommended)
            if reason is not None:
                result.findings.append(set_aside(parsed, index, found.span(), reason))
                result.spans.append(Span(index, *found.span()))
                continue
            _add_event(parsed, index, found, date, met, result)
    return result


def _add_event(
    parsed: ParsedSource, index: int, found: re.Match[str], date: Cell, met: dict[str, int], result: Extraction
) -> None:
    """Add an event on a day, and say that it has no title of a curator's yet."""
    event = _event(parsed, index, found, date, met)
    result.records.append(event)
    key = str(event.cells["event_id"].value)
    untitled = parsed.finding(
        "event-untitled",
        index,
        found.span(),
        table="events",
        row_key=key,
        value=found[0],
        source=parsed.document.source_id,
    )
    result.findings.append(untitled)


def _event(parsed: ParsedSource, index: int, found: re.Match[str], date: Cell, met: dict[str, int]) -> Record:
    """An event on a day, which is named after the day and counted in `met`."""
    cited = parsed.citations_in(index, *sentence_around(parsed.text[index], found.start()))
    met[str(date.value)] = met.get(str(date.value), 0) + 1
    given = {
        "event_id": f"{parsed.document.source_id}-{date.value}-{met[str(date.value)]}",
        "kind": "other",
        "title": f"What the source dates {found[0]}",
    }
    cells = {column: parsed.assigned(value, index, *found.span()) for column, value in given.items()}
    cells["date"] = date
    if len({item.reference.symbol for item in cited}) == 1:
        cells["symbol"] = parsed.symbol(cited[0])
    return Record("events", cells, parsed.place(index, *found.span()))


def other_forms(parsed: ParsedSource, index: int, taken: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where a block has dates of forms that are not read, but for those that are read elsewhere."""
    spans = (found.span() for found in OTHER_FORMS.finditer(parsed.text[index]))
    return [one for one in spans if not overlaps(one, taken)]


def taken_places(parsed: ParsedSource) -> dict[int, list[tuple[int, int]]]:
    """What is read elsewhere, by block: passages of the guide, what it lists as unread, and dates that follow a
    document's symbol."""
    taken: dict[int, list[tuple[int, int]]] = {}
    for pattern in parsed.guide.unread:
        for index, text in enumerate(parsed.text):
            taken.setdefault(index, []).extend(found.span() for found in pattern.finditer(text))
    for index, read in passages_read(parsed).items():
        taken.setdefault(index, []).extend(span for _, span in read)
    for cited in parsed.citations:
        reference = cited.reference
        if reference.kind == "treaty":
            continue
        behind = DATE_BEHIND.match(parsed.text[cited.block], reference.end)
        taken.setdefault(cited.block, []).append((reference.start, behind.end() if behind else reference.end))
    return taken


def read_tables(parsed: ParsedSource) -> Extraction:
    """A list for each table, with an item for each row but the first, if that names its columns."""
    result = Extraction()
    source = parsed.document.source_id
    for number, (rows, headed) in enumerate(_tables(parsed), 1):
        list_id = f"{source}/table-{number}"
        head = " | ".join(cell.value for cell in parsed.blocks[rows[0]].cells) if headed else ""
        title = f"Table of {head[:LONGEST_TITLE]}" if slug(head) else f"Table {number}"
        given = {"list_id": list_id, "source_id": source, "kind": "row", "title": title}
        cells = {column: parsed.assigned(value, rows[0]) for column, value in given.items()}
        result.records.append(Record("lists", cells, parsed.place(rows[0])))
        for ordinal, index in enumerate(rows[headed:], 1):
            item = {
                "list_id": parsed.assigned(list_id, index),
                "ordinal": parsed.assigned(ordinal, index),
                "label": parsed.normalised("row", index),
            }
            result.records.append(Record("list_items", item, parsed.place(index)))
    return result


def _tables(parsed: ParsedSource) -> Iterator[tuple[list[int], bool]]:
    """The indices of the rows of each table that has at least two beside its head, and whether it has a head."""
    rows = (index for index, block in enumerate(parsed.blocks) if block.kind == "row")
    for _, run in groupby(rows, lambda index: parsed.blocks[index].group):
        table = list(run)
        headed = has_head(parsed, table)
        if len(table) >= SHORTEST_LIST + headed:
            yield table, headed
