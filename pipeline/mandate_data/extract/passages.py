"""Facts in running text: each passage of the reading guide finds its place and becomes a record.

A passage that finds no place is a finding, and so is a number in the text that nobody read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mandate_data.extract.extraction_rules import Enumeration, Passage
from mandate_data.extract.parsed_source import Reading, unreadable_value
from mandate_data.extract.records import Extraction, Record, Scalar
from mandate_data.extract.values import PrintedError, edtf_date, number, split_enumeration
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import Contract, PackageContract
from mandate_data.typography import straighten

NUMERIC_GROUPS = ("value",)
DATE_GROUPS = ("date", "as_of", "period", "period_start", "period_end", "term_start", "term_end")


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a block that a reader understood."""

    block: int
    start: int
    end: int


def read_passages(
    reading: Reading, passages: Sequence[Passage], contract: PackageContract
) -> tuple[Extraction, list[Span]]:
    """The records of all passages, and the spans that they read."""
    result, spans = Extraction(), []
    for passage in passages:
        found = False
        for index, match in matches(reading, passage):
            found = True
            spans.append(Span(index, match.start(), match.end()))
            try:
                result.records.append(_record(reading, passage, index, match, contract.tables[passage.table]))
            except PrintedError as error:
                found_here = unreadable_value(reading, error, index, match.span(), passage.table, passage.key)
                result.findings.append(found_here)
        if not found:
            result.findings.append(_missing(reading, passage))
    return result, spans


def matches(reading: Reading, passage: Passage) -> Iterator[tuple[int, re.Match[str]]]:
    """Every place where one of the passage's patterns stands, in reading order."""
    sections = {section for section in set(reading.sections) if _inside(section, passage.within)}
    for index, block in enumerate(reading.blocks):
        if block.kind not in passage.where or reading.sections[index] not in sections:
            continue
        for pattern in passage.patterns:
            for match in pattern.finditer(reading.text[index]):
                yield index, match


def _inside(section: str, within: Sequence[str]) -> bool:
    return not within or any(section == name or section.startswith(name + "/") for name in within)


def _record(reading: Reading, passage: Passage, index: int, match: re.Match[str], table: Contract) -> Record:
    values: dict[str, Scalar] = {table.primary_key[0]: passage.key, **passage.values}
    if "source_id" in table.columns:
        values["source_id"] = reading.document.source_id
    groups = {name: text for name, text in match.groupdict().items() if text is not None}
    for name, text in groups.items():
        if name in NUMERIC_GROUPS:
            values[name] = number(text)
        elif name == "claimed":
            values[name] = re.sub(r"\s*[–—]\s*", "-", " ".join(text.split()))
        elif name in DATE_GROUPS:
            values[name] = edtf_date(text)
        else:
            values[name] = straighten(" ".join(text.split()))
    if "period_start" in values and "period_end" in values:
        values["period"] = f"{values.pop('period_start')}/{values.pop('period_end')}"
    if passage.symbol in ("note", "last_note"):
        symbols = reading.note_symbols(index, match.end())
        values["symbol"] = (symbols[-1] if passage.symbol == "last_note" else symbols[0]) if symbols else None
    elif passage.symbol == "here":
        values["symbol"] = next(iter(reading.symbols_in(index, *match.span())), None)
    return Record(passage.table, values, reading.evidence(index, *match.span()))


def _missing(reading: Reading, passage: Passage) -> Finding:
    within = passage.within[0] if passage.within else ""
    index = next((i for i in reading.within(within)), 0) if within else 0
    place = f"section {' or '.join(passage.within)}" if passage.within else "the document"
    return reading.finding(
        "passage-missing",
        f"nothing in {place} matches the passage {passage.key!r} of {passage.table}",
        index,
        table=passage.table,
        row_key=passage.key,
        hint=f"restore the passage, or change or delete its pattern at {reading.guide.path}:{passage.line}",
    )


def check_enumerations(reading: Reading, enumerations: Sequence[Enumeration], spans: Sequence[Span]) -> Extraction:
    """A finding for every item of an enumeration that no passage read."""
    result = Extraction()
    for enumeration in enumerations:
        found = False
        for index in reading.within(enumeration.within):
            for match in enumeration.pattern.finditer(reading.text[index]):
                found = True
                start = match.start("list")
                for left, right in split_enumeration(match.group("list"), enumeration.separator):
                    left, right = left + start, right + start
                    if not any(span.block == index and span.start < right and span.end > left for span in spans):
                        item = reading.text[index][left:right]
                        result.findings.append(
                            reading.finding(
                                "unread-item",
                                f"no passage of the reading guide reads {item!r}",
                                index,
                                span=(left, right),
                                table=enumeration.table,
                                value=item,
                                hint=f"add a passage for it under {enumeration.table} in {reading.guide.path}",
                            )
                        )
        if not found:
            where = next(iter(reading.within(enumeration.within)), 0)
            result.findings.append(
                reading.finding(
                    "passage-missing",
                    f"nothing in section {enumeration.within} matches the enumeration of {enumeration.table}",
                    where,
                    table=enumeration.table,
                    hint=f"restore it, or change its pattern at {reading.guide.path}:{enumeration.line}",
                )
            )
    return result


FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def unread_numbers(reading: Reading, spans: Sequence[Span], special: Extraction) -> Extraction:
    """A finding for every number in running text that no passage, list or citation read.

    Footnotes and headings carry the numbers of books and chapters and are left out; so are the lines that the
    source's own reader read (`special`), and what the guide lists as unread, with its reason.
    """
    result = Extraction()
    read_lines = {
        line for record in special.records for line in range(record.evidence.line, record.evidence.end_line + 1)
    }
    read = list(spans) + [Span(cited.block, cited.reference.start, cited.reference.end) for cited in reading.citations]
    for index, block in enumerate(reading.blocks):
        if block.kind not in ("paragraph", "item") or reading.sections[index] in reading.guide.unread_sections:
            continue
        text = reading.text[index]
        known = [span for span in read if span.block == index]
        known += [Span(index, *match.span()) for pattern in reading.guide.unread for match in pattern.finditer(text)]
        for match in FIGURE.finditer(text):
            if block.text.line_at(match.start()) in read_lines:
                continue
            if not any(span.start <= match.start() and match.end() <= span.end for span in known):
                result.findings.append(
                    reading.finding(
                        "unread-number",
                        f"the number {match.group()} was read by nothing",
                        index,
                        span=match.span(),
                        value=match.group(),
                        severity="warning",
                        hint=f"add a passage for it, or list it as unread with a reason, in {reading.guide.path}",
                    )
                )
    return result
