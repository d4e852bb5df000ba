"""What is read of every source of this data set: citations, dates of documents, whose a report is, lists, people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from mandate_data.extract.identifiers import Identifiers
from mandate_data.extract.lists import PrintedList, last_named, next_named, read_lists
from mandate_data.extract.misprinted_values import read_or_corrected
from mandate_data.extract.parsed_source import ParsedSource, unreadable_value
from mandate_data.extract.records import Cell, Extraction, Record
from mandate_data.extract.values import DATE
from mandate_data.findings.finding import Finding

from .named_authors import read_named_authors
from .people import read_people
from .read_citations import read_citations

DATED = re.compile(rf"(?: of the [A-Z][A-Za-z ]{{5,60}}?)?(?: ?, (?:dated )?| of {{1,2}}| )(?P<date>{DATE})\b")
"""The day behind a symbol, or behind the number of a resolution and its organ."""
EXACT_DAY = 10
"""Characters of an EDTF date that names a day."""


def read(parsed: ParsedSource, identifiers: Identifiers) -> Extraction:
    """Records and findings of one source."""
    holders = identifiers.of("people")
    result = read_citations(parsed, identifiers)
    result.extend(read_document_dates(parsed))
    result.extend(read_report_holders(parsed, holders))
    result.extend(read_named_authors(parsed, holders))
    result.extend(read_people(parsed, holders))
    result.extend(read_all_lists(parsed, holders))
    return result


def read_document_dates(parsed: ParsedSource) -> Extraction:
    """A `documents` record for each symbol that is followed by the day of the document."""
    result = Extraction()
    for cited in parsed.citations:
        reference, block = cited.reference, cited.block
        if reference.symbol is None or cited.context == "table" or reference.kind == "ibid":
            continue
        match = DATED.match(parsed.text[block], reference.end)
        if not match:
            continue
        start, end = match.span("date")
        try:
            date = read_or_corrected(parsed, block, (start, end), partial(parsed.normalised, "date", block, start, end))
        except ValueError as error:
            result.findings.append(unreadable_value(parsed, error, block, (start, end), "documents", reference.symbol))
            continue
        if len(str(date.value)) == EXACT_DAY or date.evidence.kind == "printed":
            cells = {"symbol": parsed.symbol(cited), "date": date}
            result.records.append(Record("documents", cells, parsed.place(block, reference.start, end)))
    return result


def read_report_holders(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """A `thematic_reports` record for each "report of <mandate holder> … <symbol>" of a footnote."""
    names = "|".join(re.escape(name) for name in sorted(holders, key=len, reverse=True))
    pattern = re.compile(rf"[Rr]eport of (?:(?:Mr|Ms|Mrs)\.? )?(?P<name>{names})")
    result = Extraction()
    for index, block in enumerate(parsed.blocks):
        if block.kind != "footnote":
            continue
        for match in pattern.finditer(parsed.text[index]):
            cited = next(iter(parsed.citations_in(index, match.end())), None)
            if cited is not None:
                holder = parsed.assigned(holders[match["name"]], index, *match.span("name"))
                cells = {"symbol": parsed.symbol(cited), "person_id": holder}
                result.records.append(Record("thematic_reports", cells, parsed.place(index, match.start())))
    return result


def read_all_lists(parsed: ParsedSource, holders: Mapping[str, str]) -> Extraction:
    """A `lists` record for each list of the guide, and a `list_items` record for each of its items."""
    lists, result = read_lists(parsed, "lists", "list_items")
    for printed in lists:
        intro = printed.intro
        span = (intro.block, intro.start, intro.end)
        given = {
            "list_id": printed.list_id,
            "source_id": parsed.document.source_id,
            "kind": printed.rule.kind,
            "title": printed.rule.title,
        }
        cells: dict[str, Cell] = {column: parsed.assigned(value, *span) for column, value in given.items()}
        proposed_by = _proposed_by(parsed, printed, holders)
        if proposed_by is not None:
            cells["proposed_by"] = proposed_by
        elif printed.rule.proposed_by:
            result.findings.append(_proposer_unnamed(parsed, printed))
        if printed.cited is not None:
            cells["symbol"] = parsed.symbol(printed.cited)
        result.records.append(Record("lists", cells, parsed.place(*span)))
        parts = zip(printed.items, printed.labels, printed.groups, strict=True)
        for ordinal, (item, label, group) in enumerate(parts, 1):
            place = (item.block, item.start, item.end)
            item_cells = {
                "list_id": parsed.assigned(printed.list_id, *place),
                "ordinal": parsed.assigned(ordinal, *place),
                "label": label,
            }
            if group is not None:
                item_cells["group"] = group
            result.records.append(Record("list_items", item_cells, parsed.place(*place)))
    return result


def _proposed_by(parsed: ParsedSource, printed: PrintedList, holders: Mapping[str, str]) -> Cell | None:
    """Whoever is named last before the list; or the one whom the rule names, before or after it, or in a note."""
    match printed.rule.proposed_by:
        case str() as person:
            names = {name: person_id for name, person_id in holders.items() if person_id == person}
            return (
                last_named(parsed, printed.intro, names)
                or next_named(parsed, printed.intro, names)
                or next_named(parsed, printed.intro, names, in_notes=True)
            )
        case wanted:
            return last_named(parsed, printed.intro, holders) if wanted else None


def _proposer_unnamed(parsed: ParsedSource, printed: PrintedList) -> Finding:
    """The guide says that somebody proposed a list, but its section does not name the person."""
    rule, intro = printed.rule, printed.intro
    person = rule.proposed_by if isinstance(rule.proposed_by, str) else ""
    return parsed.finding(
        "proposer-unnamed/person" if person else "proposer-unnamed/anybody",
        intro.block,
        (intro.start, intro.end),
        table="lists",
        row_key=printed.list_id,
        field="proposed_by",
        value=person,
        guide=f"{parsed.guide.path}:{rule.line}",
    )
