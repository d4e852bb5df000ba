"""Changes in words: for a terminal, for a changelog in Markdown, as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from textwrap import shorten

from mandate_data.diff.changes import CellChange, Difference, RowChange, RowKind, SchemaChange
from mandate_data.diff.row_names import RowNames
from mandate_data.package.tables import KEY_SEPARATOR
from mandate_data.printable import printable_json, printable_line

MOST_ROWS = 20
"""Of one kind and table, so that a changelog stays short; `diff --format json` has them all."""
MOST_NEW_KEYS = 3
MOST_CELLS = 3
"""Of a row that is new, in a changelog."""
LONGEST_CELL = 60
"""Characters."""


def schema_change_text(change: SchemaChange) -> str:
    """One change of a schema in words, for example `column visits.days added`."""
    where = f"{change.table}.{change.column}" if change.column else change.table
    match change.kind:
        case "package-renamed":
            return f"the package is called {change.after}, no longer {change.before}"
        case "table-added" | "table-removed":
            return f"table {where} {change.kind.removeprefix('table-')}"
        case "file-added" | "file-removed" | "file-changed":
            return f"file {where} {change.kind.removeprefix('file-')}"
        case "column-added" | "column-removed":
            return f"column {where} {change.kind.removeprefix('column-')}"
        case "column-renamed":
            return f"column {change.table}.{change.before} renamed to {change.after}"
        case "columns-reordered":
            return f"columns of {where} in another order: {', '.join(change.after)}"
        case "primary-key-changed":
            return f"primary key of {where} is {_list(change.after)}, was {_list(change.before)}"
        case "foreign-key-added" | "foreign-key-removed":
            key = change.after or change.before
            target = f"{key['resource'] or where} ({_list(key['reference_fields'])})"
            return f"foreign key {where} ({_list(key['fields'])}) to {target} {change.kind.rsplit('-', 1)[1]}"
        case "missing-values-changed":
            return f"missing values of {where} are {_said(change.after)}, were {_said(change.before)}"
        case "description-changed":
            return f"{change.property} of {where or 'the package'} changed"
        case _ if change.property == "enum" and isinstance(change.before, list) and isinstance(change.after, list):
            added, removed = _without(change.after, change.before), _without(change.before, change.after)
            parts = [f"{_list(values)} {how}" for values, how in ((added, "added"), (removed, "removed")) if values]
            return f"values allowed in {where}: {'; '.join(parts) or 'in another order'}"
        case _:
            how = {"constraint-tightened": " (stricter)", "constraint-loosened": " (less strict)"}.get(change.kind, "")
            return f"{change.property} of {where} is {_said(change.after)}, was {_said(change.before)}{how}"


def _list(values: Sequence[str]) -> str:
    return ", ".join(map(str, values)) or "none"


def _without(values: Sequence[object], others: Sequence[object]) -> list[str]:
    return [str(value) for value in values if value not in others]


def _said(value: object) -> str:
    return "not set" if value is None else json.dumps(value, ensure_ascii=False)


def row_change_text(change: RowChange) -> str:
    """One change of a row in words, on one line."""
    cells = "; ".join(f"{cell.column}: {cell.before or '(none)'} -> {cell.after or '(none)'}" for cell in change.cells)
    return _on_one_line(_row_text(change, cells))


def _on_one_line(text: str) -> str:
    """No cell ends the line, or has a terminal do something."""
    return "".join(character if character.isprintable() else repr(character)[1:-1] for character in text)


def _row_text(change: RowChange, cells: str) -> str:
    match change.kind:
        case "added" | "removed":
            return change.key
        case "changed":
            return f"{change.key}: {cells}"
        case "rekeyed":
            return f"{change.old_key} -> {change.key}" + (f" ({cells})" if cells else "")


_SIGNS: Mapping[str, str] = {"added": "+", "removed": "-", "changed": "~", "rekeyed": ">"}
HEADINGS: Mapping[RowKind, str] = {
    "added": "added",
    "removed": "removed",
    "changed": "changed",
    "rekeyed": "with a new key",
}


def as_text(difference: Difference, reasons: Sequence[str] = ()) -> str:
    """For a terminal: one line per change, `+` added, `-` removed, `~` changed, `>` with a new key."""
    if difference.empty:
        return "no difference\n"
    lines = [printable_line(schema_change_text(change)) for change in difference.schema]
    for table, changes in groupby(difference.rows, key=lambda change: change.table):
        lines.append(printable_line(table))
        lines += [f"  {_SIGNS[change.kind]} {row_change_text(change)}" for change in changes]
    return "\n".join([*lines, *map(printable_line, reasons)]) + "\n"


def as_json(difference: Difference, reasons: Sequence[str] = ()) -> str:
    """Every change with every cell, and the reasons for the version."""
    content = {**difference.as_dict(), "reasons": list(reasons)}
    return printable_json(json.dumps(content, ensure_ascii=False, indent=2)) + "\n"


def as_markdown(difference: Difference, reasons: Sequence[str] = ()) -> str:
    """For a changelog: what changed in the tables, then by table and kind the rows, up to twenty of each.

    Tables and columns have their titles, rows and what they refer to their names; descriptions are in one line.
    """
    if difference.empty:
        return "No difference.\n"
    described = [change for change in difference.schema if change.kind == "description-changed"]
    others = [change for change in difference.schema if change.kind != "description-changed"]
    lines = [f"- {escaped(schema_change_text(change))}" for change in others]
    lines += [f"- {escaped(_described(described))}"] if described else []
    tables = list(dict.fromkeys(change.table for change in difference.rows))
    ordered = sorted(
        difference.rows, key=lambda change: (tables.index(change.table), list(HEADINGS).index(change.kind))
    )
    for (table, kind), group in groupby(ordered, key=lambda change: (change.table, change.kind)):
        changes = list(group)
        shown = changes[: MOST_NEW_KEYS if kind == "rekeyed" else MOST_ROWS]
        lines += ["", f"**{escaped(difference.names.table(table))}**: {len(changes)} {HEADINGS[kind]}", ""]
        lines += [f"- {escaped(_named(change, difference.names))}" for change in shown]
        if len(changes) > len(shown):
            lines.append(f"- and {len(changes) - len(shown)} more")
    return "\n".join(lines).strip("\n") + "\n"


def _described(changes: Sequence[SchemaChange]) -> str:
    """What is described in other words, in one line: `description of visits (day, kind) and people changed`."""
    columns: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        columns.setdefault((change.property, change.table), []).append(change.column)
    texts = []
    for kind, of_kind in groupby(sorted(columns), key=lambda key: key[0]):
        tables = [_columns_of(table, columns[kind, table]) for _, table in of_kind]
        texts.append(f"{kind} of {', '.join(tables)} changed")
    return "; ".join(texts)


def _columns_of(table: str, columns: Sequence[str]) -> str:
    named = ", ".join(filter(None, columns))
    return f"{table or 'the package'} ({named})" if named else table or "the package"


def _named(change: RowChange, names: RowNames) -> str:
    """A row by its name; a new one with the first of its cells, so that a reader knows what it is about."""
    table, naming = change.table, names.naming_column(change.table, change.key)
    renamed = change.kind == "changed" and any(cell.column == naming for cell in change.cells)
    row = change.key if renamed else names.row(table, change.key)
    if change.kind == "removed":
        return _on_one_line(row)
    if change.kind == "added":
        said = (*change.key.split(KEY_SEPARATOR), *re.findall(r"\w+", row))
        new = [cell for cell in change.cells if cell.column != naming and cell.after not in said]
        about = [
            f"{names.column(table, cell.column)}: "
            + shorten(names.value(table, cell.column, cell.after), LONGEST_CELL, placeholder=" …")
            for cell in new[:MOST_CELLS]
        ]
    else:
        about = [_changed(table, cell, names) for cell in change.cells]
    key = f"{change.old_key} -> {row}" if change.kind == "rekeyed" else row
    return _on_one_line(f"{key}: {'; '.join(about)}" if about else key)


def _changed(table: str, cell: CellChange, names: RowNames) -> str:
    before, after = (
        names.value(table, cell.column, value) if value else "(none)" for value in (cell.before, cell.after)
    )
    return f"{names.column(table, cell.column)}: {before} -> {after}"


def escaped(text: str) -> str:
    """No cell is taken for Markdown or HTML."""
    for character in "\\`*_[]<>|#":
        text = text.replace(character, f"\\{character}")
    return printable_line(" ".join(text.split()))


FORMATS: Mapping[str, Callable[[Difference, Sequence[str]], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
