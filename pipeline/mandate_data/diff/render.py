"""Changes in words: for a terminal, for a changelog in Markdown, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from textwrap import shorten

from mandate_data.diff.changes import Difference, RowChange, RowKind, SchemaChange
from mandate_data.printable import printable_json, printable_line

MOST_ROWS = 20
"""Of one kind and table: a changelog that nobody reads to the end tells nothing. `diff --format json` has them all."""
MOST_NEW_KEYS = 3
MOST_CELLS = 3
"""Of a row that is new, told in a changelog."""
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
        case _:
            how = {"constraint-tightened": " (stricter)", "constraint-loosened": " (less strict)"}.get(change.kind, "")
            return f"{change.property} of {where} is {_said(change.after)}, was {_said(change.before)}{how}"


def _list(values: Sequence[str]) -> str:
    return ", ".join(map(str, values)) or "none"


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
    """For a changelog: what changed in the tables, then by table and kind the rows, up to twenty of each."""
    if difference.empty:
        return "No difference.\n"
    lines = [f"- {escaped(schema_change_text(change))}" for change in difference.schema]
    tables = list(dict.fromkeys(change.table for change in difference.rows))
    ordered = sorted(
        difference.rows, key=lambda change: (tables.index(change.table), list(HEADINGS).index(change.kind))
    )
    for (table, kind), group in groupby(ordered, key=lambda change: (change.table, change.kind)):
        changes = list(group)
        shown = changes[: MOST_NEW_KEYS if kind == "rekeyed" else MOST_ROWS]
        lines += ["", f"**{table}**: {len(changes)} {HEADINGS[kind]}", ""]
        lines += [f"- {escaped(_told(change))}" for change in shown]
        if len(changes) > len(shown):
            lines.append(f"- and {len(changes) - len(shown)} more")
    return "\n".join(lines).strip("\n") + "\n"


def _told(change: RowChange) -> str:
    """A row that is new with the first of its cells, so that a reader knows what it is about."""
    if change.kind != "added":
        return row_change_text(change)
    cells = [cell for cell in change.cells if cell.after not in change.key.split("|")][:MOST_CELLS]
    about = "; ".join(f"{cell.column}: {shorten(cell.after, LONGEST_CELL, placeholder=' …')}" for cell in cells)
    return f"{change.key} ({about})" if about else change.key


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
