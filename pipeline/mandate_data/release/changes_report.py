"""What a release reports of its changes: rows one by one, or their counts where a list of them would say nothing.

report = changes_report(compare(old, new), old, new)
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Literal

from mandate_data.diff.changes import Difference, RowChange, RowKind, SchemaChange
from mandate_data.diff.render import HEADINGS, as_markdown, escaped
from mandate_data.package.tables import KEY_SEPARATOR, Package
from mandate_data.printable import printable_json

Group = tuple[str, RowKind, str, str]
"""Rows counted together: their table, what became of them; of provenance the table and the column they are about."""
PROVENANCE = "provenance"
Because = Literal["provenance", "table-added", "table-removed", "primary-key-changed"]
REASONS: Mapping[Because, str] = {
    "provenance": "its rows follow from those of the other tables",
    "table-added": "the table is new",
    "table-removed": "the table is gone",
    "primary-key-changed": "its primary key is another one",
}
HOW_TO_LIST = "Rows that are counted here are listed by `mandate-data diff OLD NEW`, cell by cell."


@dataclass(frozen=True, slots=True)
class CountedRows:
    """Changes of one kind that are counted: `cells` says in how many rows each column differs.

    Rows of `provenance` are counted for each table and column that they are about, `of_table` and `of_column`.
    """

    table: str
    kind: RowKind
    because: Because
    rows: int
    of_table: str = ""
    of_column: str = ""
    cells: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class ChangesReport:
    """A difference with the rows that are listed, and those that are counted."""

    listed: Difference
    counted: Sequence[CountedRows]

    def as_json(self, reasons: Sequence[str] = ()) -> str:
        """As `diff --format json`, and in `counted` what is not in `rows`, with the reason."""
        content = {
            **self.listed.as_dict(),
            "counted": [asdict(rows) for rows in self.counted],
            "counted_because": {rows.because: REASONS[rows.because] for rows in self.counted},
            "reasons": list(reasons),
        }
        return printable_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"

    def as_markdown(self) -> str:
        """As `diff --format markdown`, then a line for each table whose rows are counted."""
        if not self.counted:
            return as_markdown(self.listed)
        lines = [] if self.listed.empty else [as_markdown(self.listed)]
        lines += [f"{HOW_TO_LIST}\n", *_counted_lines(self.counted)]
        return "\n".join(lines) + "\n"


NOTHING = ChangesReport(Difference((), ()), ())
"""What the first release reports."""


def changes_report(difference: Difference, old: Package, new: Package) -> ChangesReport:
    """What a release reports of a difference from the package `old` to the package `new`.

    Rows of `provenance` are counted, and those of tables that are new, gone, or of another primary key.
    """
    reasons = _reasons(difference.schema)
    listed = [change for change in difference.rows if change.table not in reasons]
    others = [change for change in difference.rows if change.table in reasons]
    before, after = _about(old), _about(new)
    groups: dict[Group, list[RowChange]] = {}
    for change in others:
        about = (before if change.kind == "removed" else after).get(change.key, ("", ""))
        of_table, of_column = about if change.table == PROVENANCE else ("", "")
        groups.setdefault((change.table, change.kind, of_table, of_column), []).append(change)
    return ChangesReport(
        Difference(difference.schema, listed, names=difference.names),
        [
            CountedRows(table, kind, reasons[table], len(groups[group]), of_table, of_column, _cells(groups[group]))
            for group in sorted(groups, key=_order)
            for table, kind, of_table, of_column in [group]
        ],
    )


def _reasons(schema: Sequence[SchemaChange]) -> dict[str, Because]:
    """By table, why its rows are counted."""
    found: dict[str, Because] = {}
    for change in schema:
        if change.kind in ("table-added", "table-removed", "primary-key-changed"):
            found[change.table] = change.kind
    return {**found, PROVENANCE: "provenance"}


def _about(package: Package) -> dict[str, tuple[str, str]]:
    """By the key of a row of `provenance`, the table and the column that it is about."""
    table = package.tables.get(PROVENANCE)
    if table is None:
        return {}
    return {
        KEY_SEPARATOR.join(row[part] for part in table.primary_key or row): (row.get("table", ""), row.get("field", ""))
        for row in table.cells
    }


def _cells(changes: Sequence[RowChange]) -> Mapping[str, int] | None:
    """In how many rows each column differs; None for provenance, and for rows that are new or gone."""
    if changes[0].table == PROVENANCE or changes[0].kind in ("added", "removed"):
        return None
    return dict(sorted(Counter(cell.column for change in changes for cell in change.cells).items()))


def _order(group: Group) -> tuple[bool, str, str, str, int]:
    table, kind, of_table, of_column = group
    return table == PROVENANCE, table, of_table, of_column, list(HEADINGS).index(kind)


def _counted_lines(counted: Sequence[CountedRows]) -> Iterator[str]:
    for table, group in groupby(counted, key=lambda rows: rows.table):
        changes = list(group)
        yield f"- **{escaped(table)}**: {_counts(changes)}; {REASONS[changes[0].because]}"
        cells: Counter[str] = Counter()
        for rows in changes:
            cells.update(rows.cells or {})
        if cells:
            yield "  - cells that differ: " + ", ".join(f"{escaped(column)} {count}" for column, count in cells.items())
        for about, rows_about in groupby(changes, key=lambda rows: rows.of_table):
            if about:
                yield f"  - of {escaped(about)}: {_counts(list(rows_about))}"


def _counts(changes: Sequence[CountedRows]) -> str:
    """`4 added, 1 removed`."""
    counts = Counter[RowKind]()
    for rows in changes:
        counts[rows.kind] += rows.rows
    return ", ".join(f"{counts[kind]} {text}" for kind, text in HEADINGS.items() if counts[kind])
