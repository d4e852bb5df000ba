"""Records become rows: what several places tell of one thing is one row, with the evidence of each.

Places may add to each other, and a finer date refines a coarser one. What contradicts is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mandate_data.extract.records import Evidence, Record
from mandate_data.findings.finding import Finding
from mandate_data.package.table_schemas import PackageContract, Row, Value, text_of

DATES = frozenset({"term_start", "term_end", "start_date", "end_date", "date", "as_of", "published"})
# Wording of one title differs from place to place in capitals only; the first source's is published.
TITLES = frozenset({"title", "name"})


@dataclass(slots=True)
class Merged:
    """Rows by table and key, and the evidence of each row."""

    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    evidence: dict[str, dict[str, list[Evidence]]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, table: str, key: str, values: Row, evidence: Iterable[Evidence]) -> None:
        """A derived row, or more evidence for one that is there."""
        self.rows.setdefault(table, {}).setdefault(key, values)
        known = self.evidence.setdefault(table, {}).setdefault(key, [])
        known += [item for item in evidence if item not in known]


def merge(records: Iterable[Record], contract: PackageContract, paths: Mapping[str, str]) -> Merged:
    """Merge records in the order given. `paths` names each source's document, for findings."""
    merged = Merged(rows={name: {} for name in contract.tables}, evidence={name: {} for name in contract.tables})
    listed: set[tuple[str, str, str]] = set()
    stated: dict[tuple[str, str, str], list[tuple[Value, Evidence]]] = {}
    for record in records:
        table = contract.tables[record.table]
        key = table.key_of(record.values)
        row = merged.rows[record.table].get(key)
        if row is None:
            merged.rows[record.table][key] = dict(record.values)
        else:
            _merge_row(row, record)
            if _is_listed(record) and (record.table, key, record.evidence.source_id) in listed:
                merged.findings += _stated_twice(merged, record, key, paths)
        if _is_listed(record):
            listed.add((record.table, key, record.evidence.source_id))
        for column, value in record.values.items():
            if value is not None:
                stated.setdefault((record.table, key, column), []).append((value, record.evidence))
        known = merged.evidence[record.table].setdefault(key, [])
        if record.evidence not in known:
            known.append(record.evidence)
    for cell, statements in stated.items():
        merged.findings += _contradictions(*cell, statements, paths)
    return merged


def _is_listed(record: Record) -> bool:
    """Whether this is a row of a list in which each row stands once; reports are mentioned elsewhere, too, untitled."""
    if record.table == "thematic_reports":
        return record.values.get("title") is not None
    return record.table in ("country_visits", "non_parties", "themes")


def _stated_twice(merged: Merged, record: Record, key: str, paths: Mapping[str, str]) -> list[Finding]:
    place = record.evidence
    same_source = [item for item in merged.evidence[record.table][key] if item.source_id == place.source_id]
    if not same_source or place in same_source:
        return []
    return [
        Finding(
            code="row-twice",
            severity="error",
            table=record.table,
            row_key=key,
            message=f"{key} stands twice; first on line {same_source[0].line}",
            hint="delete one of the two, or correct the one that means something else",
            file=paths[place.source_id],
            line=place.line,
            end_line=place.end_line,
        )
    ]


def _merge_row(row: Row, record: Record) -> None:
    """What a record adds to a row; where it contradicts, what was said first stays, and there is a finding."""
    for column, value in record.values.items():
        if value is not None:
            agreed = _agreed(column, row.get(column), value)
            row[column] = row[column] if agreed is None else agreed


def _contradictions(
    table: str, key: str, column: str, statements: Sequence[tuple[Value, Evidence]], paths: Mapping[str, str]
) -> Iterator[Finding]:
    """Findings where fewer places say so than say otherwise; everywhere if as many say the one as the other."""
    support = [sum(_agreed(column, value, other) is not None for other, _ in statements) for value, _ in statements]
    if min(support) == len(statements):
        return
    least = max(support) if min(support) == max(support) else max(support) - 1
    for (value, place), agreeing in zip(statements, support, strict=True):
        if agreeing > least:
            continue
        other = next(said for said, _ in statements if _agreed(column, value, said) is None)
        yield Finding(
            code="contradiction",
            severity="error",
            table=table,
            row_key=key,
            field=column,
            value=text_of(value),
            message=f"{table} {key}: {column} is {text_of(value)!r} here, {text_of(other)!r} elsewhere",
            hint="correct the wrong one, or record an erratum that says which is published and why",
            file=paths[place.source_id],
            line=place.line,
            end_line=place.end_line,
        )


def _agreed(column: str, known: Value, value: Value) -> Value:
    """The value that both agree on, or None."""
    if known is None or known == value:
        return value
    if column in DATES and isinstance(known, str) and isinstance(value, str):
        if value.startswith(f"{known}-"):
            return value
        if known.startswith(f"{value}-"):
            return known
    if column in TITLES and str(known).casefold() == str(value).casefold():
        return known
    return None
