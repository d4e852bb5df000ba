"""Rows of names in prose: each name of an enumeration becomes a row of a table."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from mandate_data.extract.countries import countries_in, is_known
from mandate_data.extract.extraction_guide import NORMALISED_BY, RowList
from mandate_data.extract.parsed_source import ParsedSource, unreadable_value
from mandate_data.extract.passages import UnreadableGroupError, read_groups
from mandate_data.extract.records import Extraction, Record, Span
from mandate_data.extract.sequences import longest_rising
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package

ALPHABETICAL = 0.8
"""The share of a list's names that keep the order of the alphabet, if it is meant to be kept."""


def read_row_lists(source: ParsedSource, contract: Package) -> Extraction:
    """One record per name of each row list of the guide."""
    result = Extraction()
    for rule in source.guide.rows:
        table = contract.tables[rule.table]
        found = False
        for index in range(len(source.blocks)):
            for match in rule.pattern.finditer(source.text[index]):
                found = True
                result.spans.append(Span(index, *match.span()))
                try:
                    shared = read_groups(source, table, index, match, ignored="list")
                except UnreadableGroupError as error:
                    key = next(iter(rule.values.values()), "")
                    result.findings.append(unreadable_value(source, error, index, error.span, rule.table, str(key)))
                    continue
                shared |= {name: source.assigned(value, index, *match.span()) for name, value in rule.values.items()}
                offset = match.start("list")
                names = [(name, offset + start, offset + end) for name, start, end in countries_in(match["list"])]
                if rule.alphabetical:
                    result.findings += _out_of_alphabet(source, rule, index, names)
                for name, start, end in names:
                    normalised_by = table.columns[rule.column].extensions.get(NORMALISED_BY)
                    try:
                        cell = (
                            source.normalised(normalised_by, index, start, end)
                            if normalised_by
                            else source.printed(index, start, end)
                        )
                    except ValueError:
                        result.findings.append(_unreadable(source, rule, index, name, (start, end)))
                        continue
                    cells = {**shared, rule.column: cell}
                    result.records.append(Record(rule.table, cells, source.place(index, start, end)))
        if not found:
            result.findings.append(_missing(source, rule))
    return result


def _unreadable(source: ParsedSource, rule: RowList, index: int, name: str, span: tuple[int, int]) -> Finding:
    return source.finding("unreadable-row/country", index, span, table=rule.table, field=rule.column, value=name)


def _missing(source: ParsedSource, rule: RowList) -> Finding:
    return source.finding(
        "passage-missing/states",
        0,
        table=rule.table,
        instrument=", ".join(map(str, rule.values.values())) or rule.table,
        guide=f"{source.guide.path}:{rule.line}",
    )


def _out_of_alphabet(
    source: ParsedSource, rule: RowList, block: int, names: Sequence[tuple[str, int, int]]
) -> Iterator[Finding]:
    """Names out of the alphabetical order of their list: there is one, if nearly all keep it."""
    names = [place for place in names if is_known(place[0])]  # the others have a finding of their own
    keys = [_sort_key(name) for name, _, _ in names]
    ranks = {key: rank for rank, key in enumerate(sorted(keys))}
    in_order = longest_rising([ranks[key] for key in keys], slack=0)
    if len(in_order) < ALPHABETICAL * len(names):
        return
    for place, (name, start, end) in enumerate(names):
        if place not in in_order:
            yield source.finding(
                "country-out-of-order", block, (start, end), table=rule.table, field=rule.column, value=name
            )


def _sort_key(name: str) -> str:
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return text.casefold().removeprefix("the ")
