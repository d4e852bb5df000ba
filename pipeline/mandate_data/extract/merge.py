"""Records become rows: what several places say of one thing is one row, each cell with the evidence for it.

Places may add to each other, and a finer date refines a coarser one. What contradicts is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mandate_data.documents import Place
from mandate_data.extract.extraction_guide import NORMALISED_BY
from mandate_data.extract.records import Cell, CellName, Evidence, Record
from mandate_data.findings import Finding, Location
from mandate_data.findings.registry import Check, checks, fill, finding, template_of
from mandate_data.package.tables import Package, Row, Table, Value, text_of

DATE_RULES = frozenset({"date", "span-start", "span-end"})
LISTED = "x-listed"
"""The property of a table in whose lists each row is once; if it names a column, only rows that have it are listed."""
IN_ANY_CAPITALS = "x-in-any-capitals"
"""The property of a column whose wording differs from place to place in capitals only; the first one is published."""
Statement = tuple[Value, Evidence, Place]


@dataclass(slots=True)
class Merged:
    """Rows by table and key; the evidence of each cell; the passages that each row was read from.

    `paths` names each source's document, for findings; `checks` are those of the program and the project.
    """

    paths: Mapping[str, str]
    checks: Mapping[str, Check] = field(default_factory=checks)
    rows: dict[str, dict[str, Row]] = field(default_factory=dict)
    evidence: dict[CellName, list[Evidence]] = field(default_factory=dict)
    places: dict[tuple[str, str], list[Place]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, table: str, key: str, cells: Mapping[str, Cell]) -> None:
        """A row that follows from others, or more evidence for the cells of one that is there."""
        row = self.rows.setdefault(table, {}).setdefault(key, {})
        for column, cell in cells.items():
            if row.get(column) is None:
                row[column] = cell.value
            if cell.value is not None and row[column] == cell.value:
                self._note(CellName(table, key, column), cell.evidence)

    def put(self, table: str, key: str, column: str, cell: Cell) -> None:
        """A cell's value and the only evidence for it, in place of what was there."""
        self.rows[table][key][column] = cell.value
        self.evidence[CellName(table, key, column)] = [] if cell.value is None else [cell.evidence]

    def copied(self, rule: str, table: str, key: str, column: str) -> Cell:
        """A cell that takes the value of another one by a rule."""
        evidence = Evidence("derived", (), rule, (CellName(table, key, column),))
        return Cell(self.rows[table][key].get(column), evidence)

    def delete(self, table: str, key: str) -> None:
        """Take a row out, with its evidence."""
        for column in self.rows[table].pop(key):
            self.evidence.pop(CellName(table, key, column), None)
        self.places.pop((table, key), None)

    def place_of(self, table: str, key: str) -> Place | None:
        """The first passage that a row rests on, if need be by way of the rows from which it follows."""
        seen: set[tuple[str, str]] = set()
        rows = [(table, key)]
        while rows:
            row = rows.pop(0)
            seen.add(row)
            if self.places.get(row):
                return min(self.places[row])
            for column in self.rows.get(row[0], {}).get(row[1], {}):
                for evidence in self.evidence.get(CellName(*row, column), []):
                    rows += [(cell.table, cell.row_key) for cell in evidence.origins]
            rows = [other for other in rows if other not in seen]
        return None

    def location(self, place: Place | None) -> Location:
        """The lines of a place in the document of its source; nowhere without a place."""
        return Location(self.paths[place.source_id], place.line, place.end_line) if place else Location()

    def finding(self, code: str, table: str, key: str, column: str, value: str = "", **values: object) -> Finding:
        """A finding in a row, on the passage that the row rests on; its texts are those of the check `code`.

        Raises KeyError for a code that is no check, and ValueError for values that its texts do not name.
        """
        template = template_of(code, self.checks)
        at = self.location(self.place_of(table, key))
        return fill(template, code, at, table=table, row_key=key, field=column, value=value, **values)

    def _note(self, cell: CellName, evidence: Evidence) -> None:
        known = self.evidence.setdefault(cell, [])
        if evidence not in known:
            known.append(evidence)


def merge(
    records: Iterable[Record],
    contract: Package,
    paths: Mapping[str, str],
    known_checks: Mapping[str, Check] | None = None,
) -> Merged:
    """Merge records in the order given. `paths` names each source's document, for findings of the checks known."""
    merged = Merged(paths, checks() if known_checks is None else known_checks, {name: {} for name in contract.tables})
    listed: set[tuple[str, str, str]] = set()
    stated: dict[CellName, list[Statement]] = {}
    for record in records:
        table = contract.tables[record.table]
        key = table.key_of(record.values)
        row = merged.rows[record.table].setdefault(key, {})
        if _is_listed(record, table):
            if (record.table, key, record.place.source_id) in listed:
                merged.findings += _stated_twice(merged, record, key)
            listed.add((record.table, key, record.place.source_id))
        for column, cell in record.cells.items():
            agreed = _agreed(table, column, row.get(column), cell.value)
            row[column] = row.get(column) if agreed is None else agreed
            if cell.value is not None:
                stated.setdefault(CellName(record.table, key, column), []).append(
                    (cell.value, cell.evidence, record.place)
                )
        places = merged.places.setdefault((record.table, key), [])
        if record.place not in places:
            places.append(record.place)
    for cell_name, statements in stated.items():
        table = contract.tables[cell_name.table]
        merged.findings += _contradictions(merged, table, cell_name, statements)
        published = merged.rows[cell_name.table][cell_name.row_key][cell_name.field]
        for value, evidence, _ in statements:
            if _agreed(table, cell_name.field, value, published) is not None:
                merged._note(cell_name, _as_published(evidence, value, published))
    return merged


def _as_published(evidence: Evidence, value: Value, published: Value) -> Evidence:
    """Evidence for the value that is published, which may differ from the printed one in capitals."""
    if evidence.kind == "printed" and value != published and str(value).casefold() == str(published).casefold():
        return evidence._replace(kind="normalised", rule="capitals")
    return evidence


def _is_listed(record: Record, table: Table) -> bool:
    """Whether the record is of a list in which each row is once."""
    listed = table.extensions.get(LISTED, False)
    return listed is True or (isinstance(listed, str) and record.values.get(listed) is not None)


def _stated_twice(merged: Merged, record: Record, key: str) -> list[Finding]:
    place = record.place
    same_source = [item for item in merged.places[record.table, key] if item.source_id == place.source_id]
    if not same_source or place in same_source:
        return []
    at = merged.location(place)
    return [finding("row-twice", at, table=record.table, row_key=key, first_line=same_source[0].line)]


def _contradictions(merged: Merged, table: Table, cell: CellName, statements: Sequence[Statement]) -> Iterator[Finding]:
    """Findings where fewer places say so than say otherwise; everywhere if as many say the one as the other."""
    values = [value for value, _, _ in statements]
    support = [sum(_agreed(table, cell.field, value, other) is not None for other in values) for value in values]
    if min(support) == len(statements):
        return
    least = max(support) if min(support) == max(support) else max(support) - 1
    for (value, _, place), agreeing in zip(statements, support, strict=True):
        if agreeing > least:
            continue
        other = next(said for said in values if _agreed(table, cell.field, value, said) is None)
        yield finding(
            "contradiction",
            merged.location(place),
            table=cell.table,
            row_key=cell.row_key,
            field=cell.field,
            value=text_of(value),
            other=text_of(other),
        )


def _agreed(table: Table, column: str, known: Value, value: Value) -> Value:
    """The value that both agree on, or None."""
    if known is None or known == value:
        return value
    if value is None:
        return known
    extensions = table.columns[column].extensions if column in table.columns else {}
    if extensions.get(NORMALISED_BY) in DATE_RULES and isinstance(known, str) and isinstance(value, str):
        if value.startswith(f"{known}-"):
            return value
        if known.startswith(f"{value}-"):
            return known
    if extensions.get(IN_ANY_CAPITALS) and str(known).casefold() == str(value).casefold():
        return known
    return None
