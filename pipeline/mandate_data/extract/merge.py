"""Records become rows: what several places say of one thing is one row, each cell with the evidence for it.

Places may add to each other, a finer date refines a coarser one, and an exact word a general one. What contradicts is
a finding.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar, cast

from mandate_data.documents import Place
from mandate_data.errors import MisuseError
from mandate_data.extract.extraction_guide import NORMALISED_BY
from mandate_data.extract.records import Cell, CellName, Evidence, Record, kind_of
from mandate_data.findings import Finding, Location
from mandate_data.findings.registry import Check, checks, fill, finding, template_of
from mandate_data.package.tables import Package, Table, Value, text_of
from mandate_data.read_only import ReadOnly

DATE_RULES = frozenset({"date", "span-start", "span-end"})
LISTED = "x-listed"
"""The property of a table in whose lists each row is once; if it names a column, only rows that have it are listed."""
GENERAL = "x-general"
"""The property of a column that names a value which any other value says more exactly, such as visit: mission."""
IN_ANY_CAPITALS = "x-in-any-capitals"
"""The property of a column whose wording differs from place to place in capitals only; the first one is published."""
Statement = tuple[Value, Evidence, Place]
K = TypeVar("K")
V = TypeVar("V")


class OnlyByMethods(ReadOnly[K, V]):
    """Rows, evidence and places: changed by the methods of `Merged` alone, which look at what they get."""

    __slots__ = ()
    ADVICE = "this is read-only; change rows by merged.add, merged.put and merged.delete"


Rows = Mapping[str, Mapping[str, Mapping[str, Value]]]
"""Rows by table and key."""


def _set(mapping: Mapping[K, V], key: K, value: V) -> None:
    """Change what is read-only for others."""
    dict.__setitem__(cast("dict[K, V]", mapping), key, value)


def _drop(mapping: Mapping[K, V], key: K) -> None:
    dict.pop(cast("dict[K, V]", mapping), key, None)


@dataclass(frozen=True, slots=True)
class Merged:
    """Rows by table and key; the evidence of each cell; the passages that each row was read from.

    `paths` names each source's document, for findings; `checks` are those of the program and the project. `rules` are
    the ids of the rules by which values may come about; None: any. Rows, evidence and places are changed by the methods
    alone, which raise MisuseError for what can't be.
    """

    contract: Package
    paths: Mapping[str, str]
    checks: Mapping[str, Check] = field(default_factory=checks)
    rules: Collection[str] | None = None
    findings: tuple[Finding, ...] = ()
    rows: Rows = field(default_factory=OnlyByMethods)
    evidence: Mapping[CellName, Sequence[Evidence]] = field(default_factory=OnlyByMethods)
    places: Mapping[tuple[str, str], Sequence[Place]] = field(default_factory=OnlyByMethods)

    def __post_init__(self) -> None:
        for table in self.contract.tables:
            if table not in self.rows:
                _set(self.rows, table, OnlyByMethods())

    def add(self, table: str, key: str, cells: Mapping[str, Cell]) -> None:
        """A row that follows from others, or more evidence for the cells of one that is there; its values stay."""
        known = self._table(table)
        if not isinstance(cells, Mapping):
            raise MisuseError(f"the cells of a row of {table} are {kind_of(cells)}; give Cells by column")
        for column, cell in cells.items():
            self._check_cell(known, key, column, cell)
        rows = self.rows[table]
        if key not in rows:
            lacking = [column for column in known.primary_key if column not in cells or cells[column].value is None]
            if lacking:
                raise MisuseError(f"the new row {key!r} of {table} has no {lacking[0]}, which is part of its key")
            has = known.key_of({column: cell.value for column, cell in cells.items()})
            if has != key:
                raise MisuseError(f"the new row {key!r} of {table} has the key {has!r} by its values; give that key")
        row = self._row(table, key)
        for column, cell in cells.items():
            if row.get(column) is None:
                _set(row, column, cell.value)
            if cell.value is not None and row[column] == cell.value:
                self._note(CellName(table, key, column), cell.evidence)

    def put(self, table: str, key: str, column: str, cell: Cell, *more: Evidence) -> None:
        """A cell's value and the only evidence for it, or `more` of it as well, in place of what was there."""
        known = self._table(table)
        self._check_row(table, key)
        for evidence in more:
            self._check_cell(known, key, column, Cell(cell.value, evidence))
        self._check_cell(known, key, column, cell)
        if column in known.primary_key and cell.value != self.rows[table][key].get(column):
            raise MisuseError(f"{column} is part of the key of {table}; delete the row and add one with another key")
        _set(self.rows[table][key], column, cell.value)
        _set(self.evidence, CellName(table, key, column), () if cell.value is None else (cell.evidence, *more))

    def copied(self, rule: str, table: str, key: str, column: str) -> Cell:
        """A cell that takes the value of another one by a rule."""
        self._check_column(self._table(table), column)
        self._check_row(table, key)
        evidence = Evidence("derived", (), rule, (CellName(table, key, column),))
        return Cell(self.rows[table][key].get(column), evidence)

    def delete(self, table: str, key: str) -> None:
        """Take a row out, with its evidence."""
        self._table(table)
        self._check_row(table, key)
        for column in self.rows[table][key]:
            _drop(self.evidence, CellName(table, key, column))
        _drop(self.places, (table, key))
        _drop(self.rows[table], key)

    def _table(self, table: str) -> Table:
        if table not in self.contract.tables:
            raise MisuseError(f"there is no table {table!r}; tables are {', '.join(self.contract.tables)}")
        if table in ("provenance", "rules"):
            raise MisuseError(f"the program fills {table} itself, from the evidence of each cell")
        return self.contract.tables[table]

    def _check_row(self, table: str, key: str) -> None:
        if key not in self.rows[table]:
            raise MisuseError(f"{table} has no row {key!r}; merged.add makes one")

    def _check_column(self, table: Table, column: str) -> None:
        if column not in table.columns:
            raise MisuseError(f"{table.name} has no column {column!r}; it has {', '.join(table.columns)}")

    def _check_cell(self, table: Table, key: str, column: str, cell: Cell) -> None:
        """Raises MisuseError for a cell that the table has no place for, or that follows from what is not there."""
        if not isinstance(key, str):
            raise MisuseError(f"the key of a row of {table.name} is {kind_of(key)}; it must be a text")
        self._check_column(table, column)
        if not isinstance(cell, Cell):
            raise MisuseError(f"the {column} of {table.name} is {kind_of(cell)}; it must be a Cell")
        rule = cell.evidence.rule
        if rule and self.rules is not None and rule not in self.rules:
            raise MisuseError(f"the rule {rule!r} is described nowhere; say in DERIVATIONS what it does")
        for place in cell.evidence.places:
            if place.source_id not in self.paths:
                raise MisuseError(f"there is no source {place.source_id!r}; sources are {', '.join(self.paths)}")

    def _row(self, table: str, key: str) -> Mapping[str, Value]:
        """A row, a new one if there is none."""
        if key not in self.rows[table]:
            _set(self.rows[table], key, OnlyByMethods())
        return self.rows[table][key]

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

        Raises KeyError for a code that is not a check, and ValueError for values that its texts do not name.
        """
        template = template_of(code, self.checks)
        at = self.location(self.place_of(table, key))
        return fill(template, code, at, table=table, row_key=key, field=column, value=value, **values)

    def _note(self, cell: CellName, evidence: Evidence) -> None:
        known = self.evidence.get(cell, ())
        if evidence not in known:
            _set(self.evidence, cell, (*known, evidence))

    def rest_on(self, table: str, key: str, places: Sequence[Place]) -> None:
        """The passages that a row was read from, besides those known."""
        known = self.places.get((table, key), ())
        _set(self.places, (table, key), (*known, *(place for place in places if place not in known)))


def merge(
    records: Iterable[Record],
    contract: Package,
    paths: Mapping[str, str],
    known_checks: Mapping[str, Check] | None = None,
    rules: Collection[str] | None = None,
) -> Merged:
    """Merge records in the order given. `paths` names each source's document, for findings of the checks known; `rules`
    are the ids of the rules by which values may come about; None: any."""
    merged = Merged(contract, paths, checks() if known_checks is None else known_checks, rules)
    findings: list[Finding] = []
    listed: set[tuple[str, str, str]] = set()
    stated: dict[CellName, list[Statement]] = {}
    for record in records:
        table = contract.tables[record.table]
        key = table.key_of(record.values)
        row = merged._row(record.table, key)
        if _is_listed(record, table):
            if (record.table, key, record.place.source_id) in listed:
                findings += _stated_twice(merged, record, key)
            listed.add((record.table, key, record.place.source_id))
        for column, cell in record.cells.items():
            both = agreed(table, column, row.get(column), cell.value)
            _set(row, column, row.get(column) if both is None else both)
            if cell.value is not None:
                stated.setdefault(CellName(record.table, key, column), []).append(
                    (cell.value, cell.evidence, record.place)
                )
        merged.rest_on(record.table, key, [record.place])
    for cell_name, statements in stated.items():
        table = contract.tables[cell_name.table]
        findings += _contradictions(merged, table, cell_name, statements)
        published = merged.rows[cell_name.table][cell_name.row_key][cell_name.field]
        for value, evidence, _ in statements:
            if value != published and value == _general(table, cell_name.field):
                continue
            if agreed(table, cell_name.field, value, published) is not None:
                merged._note(cell_name, _as_published(evidence, value, published))
    return replace(merged, findings=tuple(findings))


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
    support = [sum(agreed(table, cell.field, value, other) is not None for other in values) for value in values]
    if min(support) == len(statements):
        return
    least = max(support) if min(support) == max(support) else max(support) - 1
    for (value, _, place), agreeing in zip(statements, support, strict=True):
        if agreeing > least:
            continue
        other = next(said for said in values if agreed(table, cell.field, value, said) is None)
        yield finding(
            "contradiction",
            merged.location(place),
            table=cell.table,
            row_key=cell.row_key,
            field=cell.field,
            value=text_of(value),
            other=text_of(other),
        )


def _general(table: Table, column: str) -> Value:
    """The value of a column that any other says more exactly, or None."""
    general = table.columns[column].extensions.get(GENERAL) if column in table.columns else None
    return general if isinstance(general, str) else None


def agreed(table: Table, column: str, known: Value, value: Value) -> Value:
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
    general = _general(table, column)
    if general is not None and general in (known, value):
        return value if known == general else known
    if extensions.get(IN_ANY_CAPITALS) and str(known).casefold() == str(value).casefold():
        return known
    return None
