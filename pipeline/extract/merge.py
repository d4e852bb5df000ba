"""Records become rows: what several places tell of one thing is one row, with the evidence of each.

Places may add to each other, and a finer date refines a coarser one. What contradicts is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.extract.records import Evidence, Record
from pipeline.findings import Finding
from pipeline.tables import Contract, PackageContract, Row, Value, text_of

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
    for record in records:
        table = contract.tables[record.table]
        key = table.key_of(record.values)
        row = merged.rows[record.table].get(key)
        if row is None:
            merged.rows[record.table][key] = dict(record.values)
        else:
            merged.findings += _merge_row(table, key, row, record, paths)
            if _is_listed(record) and (record.table, key, record.evidence.source_id) in listed:
                merged.findings += _stated_twice(merged, record, key, paths)
        if _is_listed(record):
            listed.add((record.table, key, record.evidence.source_id))
        known = merged.evidence[record.table].setdefault(key, [])
        if record.evidence not in known:
            known.append(record.evidence)
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


def _merge_row(table: Contract, key: str, row: Row, record: Record, paths: Mapping[str, str]) -> list[Finding]:
    findings = []
    for column, value in record.values.items():
        if value is None:
            continue
        known = row.get(column)
        merged_value = _agreed(column, known, value)
        if merged_value is None:
            findings.append(
                Finding(
                    code="contradiction",
                    severity="error",
                    table=table.name,
                    row_key=key,
                    field=column,
                    value=text_of(value),
                    message=f"{table.name} {key}: {column} is {text_of(value)!r} here, {text_of(known)!r} elsewhere",
                    hint="correct the wrong one, or record an erratum that says which is published and why",
                    file=paths[record.evidence.source_id],
                    line=record.evidence.line,
                    end_line=record.evidence.end_line,
                )
            )
        else:
            row[column] = merged_value
    return findings


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
