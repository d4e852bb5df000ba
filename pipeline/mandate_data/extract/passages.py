"""Facts in running text: each passage of the extraction guide finds its place and becomes a record.

A passage that finds no place is a finding, and so is a number in the text that nobody read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from mandate_data.documents.cut_words import cut_word
from mandate_data.extract.carried_years import date_at
from mandate_data.extract.extraction_guide import (
    ENDS,
    INTERVAL,
    NORMALISED_BY,
    SPAN_GROUP,
    Enumeration,
    Passage,
    column_of,
    parts_of,
    span_columns,
)
from mandate_data.extract.guide_places import line_in_entry
from mandate_data.extract.misprinted_values import read_or_corrected
from mandate_data.extract.parsed_source import ParsedSource, unreadable_value
from mandate_data.extract.records import Cell, ClaimRule, Evidence, Extraction, Record, Span
from mandate_data.extract.reference_lists import SYMBOLS
from mandate_data.extract.source_citations import Citation
from mandate_data.extract.values import split_enumeration
from mandate_data.findings.finding import Finding, Location
from mandate_data.package.tables import Package, Table

_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_WORD_BEHIND = re.compile(r"[^\W\d_]+")


class UnreadableGroupError(ValueError):
    """A group of a match has no value of the kind that its column takes; `span` is where it is in the block."""

    def __init__(self, message: str, span: tuple[int, int]) -> None:
        super().__init__(message)
        self.span = span


class CutGroupError(UnreadableGroupError):
    """A group of a match has a part of a word or a number."""


def read_passages(source: ParsedSource, passages: Sequence[Passage], contract: Package) -> Extraction:
    """The records of all passages, the spans that they read, and how the claims among them are recomputed."""
    result = Extraction()
    for passage in passages:
        found = False
        for index, match in matches(source, passage):
            found = True
            result.spans.append(Span(index, match.start(), match.end()))
            try:
                result.records.append(_record(source, passage, index, match, contract))
            except CutGroupError as error:
                result.findings.append(_cut(source, passage, index, error))
                continue
            except UnreadableGroupError as error:
                unreadable = unreadable_value(source, error, index, error.span, passage.table, passage.key)
                result.findings.append(unreadable)
                continue
            if passage.above is not None and _above(source, index, passage.above) is None:
                result.findings.append(_missing_above(source, passage, index, match))
            if passage.query:
                result.claims.append(_claim(source, passage, index, match))
        if not found:
            result.findings.append(_missing(source, passage))
    return result


def _cut(source: ParsedSource, passage: Passage, index: int, error: CutGroupError) -> Finding:
    return source.finding(
        "unreadable-value/cut",
        index,
        error.span,
        table=passage.table,
        row_key=passage.key,
        value=source.text[index][slice(*error.span)],
        problem=error,
        guide=f"{source.guide.path}:{passage.line}",
    )


def matches(source: ParsedSource, passage: Passage) -> Iterator[tuple[int, re.Match[str]]]:
    """Every place where one of the passage's patterns stands, in reading order."""
    known = source.found.get(id(passage))
    if known is not None and known[0] is passage:
        yield from known[1]
        return
    for index in source.within_any(passage.within):
        if source.blocks[index].kind not in passage.where:
            continue
        for pattern in passage.patterns:
            for match in pattern.finditer(source.text[index]):
                yield index, match


def _record(source: ParsedSource, passage: Passage, index: int, match: re.Match[str], contract: Package) -> Record:
    table = contract.tables[passage.table]
    given = {table.primary_key[0]: passage.key, **passage.values}
    span = match.span()
    if "source_id" in table.columns:
        given["source_id"] = source.document.source_id
    cells = {
        column: source.assigned(_value_of(table, column, value) if column in table.columns else value, index, *span)
        for column, value in given.items()
    }
    if passage.above is not None and (higher := _above(source, index, passage.above)) is not None:
        cells |= read_groups(source, table, *higher)
    cells |= read_groups(source, table, index, match)
    column = symbol_column(table, contract)
    if passage.symbol and column is not None and not passage.query:
        cited = _cited(source, passage, index, match)
        if cited is not None:
            cells[column] = source.symbol(cited)
    return Record(passage.table, cells, source.place(index, *match.span()))


def _value_of(table: Table, column: str, value: Any) -> Any:
    """A value of ours as its column has it; one that the column can't have stays as it is, and is reported as such."""
    try:
        return table.columns[column].value_of(value)
    except (ValueError, TypeError):
        return value


def _above(source: ParsedSource, index: int, pattern: re.Pattern[str]) -> tuple[int, re.Match[str]] | None:
    """The last match of a pattern in the nearest block above, of any kind, that has one."""
    last = source.last_matches(pattern)
    place = bisect_left(last, index, key=lambda one: one[0])
    return last[place - 1] if place else None


def read_groups(
    source: ParsedSource, table: Table, index: int, match: re.Match[str], ignored: str = ""
) -> dict[str, Cell]:
    """The groups of a match that are named as columns, each read as its column says.

    Both ends of an interval are one value, and so are the parts `name`, `name_2` and so on, wherever they are printed.
    Raises UnreadableGroupError for a text that has no value of the kind, and for a part of a word.
    """
    cells: dict[str, Cell] = {}
    for name, text in match.groupdict().items():
        rule = table.columns[name].extensions.get(NORMALISED_BY) if name in table.columns else None
        if name == SPAN_GROUP and text is not None:
            cells |= _span_cells(source, table, index, match.span(name))
            continue
        if text is None or name == ignored or (rule is None and name.endswith(ENDS) and name not in table.columns):
            continue
        if name not in table.columns and column_of(name, table) is not None:
            continue  # read with the first part
        span = _whole(source, rule, index, name, match.span(name))
        parts = [span, *(match.span(part) for part in parts_of(name, match.re) if match[part] is not None)]
        try:
            cells[name] = read_or_corrected(source, index, span, partial(_read, source, rule, index, span, parts))
        except ValueError as error:
            raise UnreadableGroupError(str(error), span) from None
    for column in table.columns:
        spans = [match.span(f"{column}{end}") for end in ENDS if f"{column}{end}" in match.re.groupindex]
        if len(spans) == len(ENDS) and all(start >= 0 for start, _ in spans):
            places = tuple(place for span in spans for place in source.places(index, *span))
            text = " ".join(source.text[index][slice(*span)] for span in spans)
            try:
                value = source.normalisations[INTERVAL].read(text)
            except ValueError as error:
                raise UnreadableGroupError(str(error), spans[0]) from None
            cells[column] = Cell(value, Evidence("normalised", places, INTERVAL))
    return cells


def _read(
    source: ParsedSource, rule: str | None, index: int, span: tuple[int, int], parts: Sequence[tuple[int, int]]
) -> Cell:
    """The value of a group, or of several that are parts of it."""
    return date_at(source, index, *span) if rule in ("date", INTERVAL) else source.in_parts(rule, index, parts)


def _whole(source: ParsedSource, rule: str | None, index: int, name: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where a group is; of one that has a part of a word, the whole word if its rule reads the same in it.

    Raises CutGroupError for any other part of a word or a number.
    """
    documents = {source.document.source_id: source.document}
    around = cut_word(source.places(index, *span), documents) if span[0] < span[1] else ""
    if not around:
        return span
    text = source.text[index]
    before, behind = _WORD_BEFORE.search(text, 0, span[0]), _WORD_BEHIND.match(text, span[1])
    whole = (before.start() if before else span[0], behind.end() if behind else span[1])
    if rule is not None and whole != span:
        read = source.normalisations[rule].read
        try:
            if read(text[slice(*whole)]) == read(text[slice(*span)]):
                return whole
        except ValueError:
            pass
    said = text[slice(*span)]
    why = f"the group {name} has {said!r}, which begins or ends within a word or a number: {around!r}"
    raise CutGroupError(why, span)


def _span_cells(source: ParsedSource, table: Table, index: int, span: tuple[int, int]) -> dict[str, Cell]:
    """The columns that a printed span of days fills, each read by its rule."""
    rules = span_columns(table)
    try:
        return {
            name: read_or_corrected(source, index, span, partial(date_at, source, index, *span, rule=rule))
            for name, rule in rules.items()
        }
    except ValueError as error:
        raise UnreadableGroupError(str(error), span) from None


def symbol_column(table: Table, contract: Package) -> str | None:
    """The column of a table that names a United Nations document, None where there is none."""
    documents = contract.reference_table(SYMBOLS)
    columns = (
        [column for name, column in contract.references_to(documents.name) if name == table.name] if documents else []
    )
    return columns[0] if columns else None


def _cited(source: ParsedSource, passage: Passage, index: int, match: re.Match[str]) -> Citation | None:
    """The citation that a passage has its symbol from."""
    if passage.symbol in ("here", "last_here"):
        cited = source.citations_in(index, *match.span())
        return (cited[-1] if passage.symbol == "last_here" else cited[0]) if cited else None
    cited = source.note_citations(index, match.end())
    if not cited:
        return None
    return cited[-1] if passage.symbol == "last_note" else cited[0]


def _claim(source: ParsedSource, passage: Passage, index: int, match: re.Match[str]) -> ClaimRule:
    cited = _cited(source, passage, index, match) if passage.symbol else None
    symbol = {"symbol": cited.reference.symbol if cited else None} if passage.symbol else {}
    at = f"{source.guide.path}:{passage.line}"
    return ClaimRule(passage.key, passage.query, {**passage.options, **symbol}, source.guide.about, at)


def _missing(source: ParsedSource, passage: Passage) -> Finding:
    """At the beginning of the section in which the passage was looked for, or else where the guide asks for it."""
    index = next(iter(source.within(passage.within[0])), 0) if passage.within else 0
    place = f"section {' or '.join(passage.within)}" if passage.within else "the document"
    guide = f"{source.guide.path}:{passage.line}"
    found = source.finding("passage-missing", index, table=passage.table, row_key=passage.key, place=place, guide=guide)
    at = line_in_entry(source.guide.path, passage.line, "pattern")
    return found if passage.within else found.at(Location(str(source.guide.path), at))


def _missing_above(source: ParsedSource, passage: Passage, index: int, match: re.Match[str]) -> Finding:
    return source.finding(
        "passage-missing/above",
        index,
        match.span(),
        table=passage.table,
        row_key=passage.key,
        guide=f"{source.guide.path}:{passage.line}",
    )


def check_enumerations(source: ParsedSource, enumerations: Sequence[Enumeration], spans: Sequence[Span]) -> Extraction:
    """A finding for every item of an enumeration that no passage read."""
    result = Extraction()
    for enumeration in enumerations:
        found = False
        for index in source.within(enumeration.within):
            for match in enumeration.pattern.finditer(source.text[index]):
                found = True
                start = match.start("list")
                for left, right in split_enumeration(match.group("list"), enumeration.separator):
                    left, right = left + start, right + start
                    if not any(span.block == index and span.start < right and span.end > left for span in spans):
                        item = source.text[index][left:right]
                        result.findings.append(
                            source.finding(
                                "unread-item",
                                index,
                                (left, right),
                                table=enumeration.table,
                                value=item,
                                guide=source.guide.path,
                            )
                        )
        if not found:
            where = next(iter(source.within(enumeration.within)), 0)
            result.findings.append(
                source.finding(
                    "passage-missing/enumeration",
                    where,
                    table=enumeration.table,
                    section=enumeration.within,
                    guide=f"{source.guide.path}:{enumeration.line}",
                )
            )
    return result


FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def unread_numbers(source: ParsedSource, read: Extraction, special: Extraction) -> Extraction:
    """A finding for every number in running text that nothing read, neither a passage nor a citation.

    `read` has the spans that were read. Footnotes and headings carry the numbers of books and chapters and are left
    out; so are the lines that the source's own reader read (`special`), and what the guide lists as unread, with its
    reason.
    """
    result = Extraction()
    read_lines = {line for record in special.records for line in range(record.place.line, record.place.end_line + 1)}
    spans = list(read.spans) + [
        Span(cited.block, cited.reference.start, cited.reference.end) for cited in source.citations
    ]
    for index, block in enumerate(source.blocks):
        if block.kind not in ("paragraph", "item") or source.sections[index] in source.guide.unread_sections:
            continue
        text = source.text[index]
        known = [span for span in spans if span.block == index]
        known += [Span(index, *match.span()) for pattern in source.guide.unread for match in pattern.finditer(text)]
        for match in FIGURE.finditer(text):
            if block.text.line_at(match.start()) in read_lines:
                continue
            if not any(span.start <= match.start() and match.end() <= span.end for span in known):
                result.findings.append(
                    source.finding("unread-number", index, match.span(), value=match.group(), guide=source.guide.path)
                )
    return result
