"""Changes of rows, by key: added, removed, changed cell by cell, or the same row under another key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from mandate_data.diff.changes import CellChange, RowChange
from mandate_data.limits import MOST_ALIGNED
from mandate_data.package.tables import KEY_SEPARATOR, Table

Key = tuple[str, ...]
Row = Mapping[str, str]
Rows = dict[Key, Row]

_NUMBERED = re.compile(r"\d+$")
_IN_TEXT = re.compile(r":0*\d+$")


def renamed_columns(old: Table, new: Table) -> dict[str, str]:
    """Columns with a new name (old: new): of the same type, with the same values in every row that is in both."""
    gone = [column for column in old.columns if column not in new.columns]
    come = [column for column in new.columns if column not in old.columns]
    if not gone or not come:
        return {}
    # Keys are compared by value: a column of the key may be the one that was renamed.
    rows, new_rows = _both_by_key(old, new)
    common = [key for key in rows if key in new_rows]
    same: dict[str, list[str]] = {
        column: [
            other
            for other in come
            if old.columns[column].type == new.columns[other].type
            and common
            and all(rows[key][column] == new_rows[key][other] for key in common)
        ]
        for column in gone
    }
    times = Counter(other for others in same.values() for other in others)
    return {column: others[0] for column, others in same.items() if len(others) == 1 and times[others[0]] == 1}


def row_changes(old: Table, new: Table, renamed: Mapping[str, str]) -> list[RowChange]:
    """All changes of a table's rows, in order of their keys; cells go by the names of the new columns."""
    old_rows, new_rows = _both_by_key(old, new)
    rows: Rows = {
        key: {renamed.get(column, column): cell for column, cell in row.items()} for key, row in old_rows.items()
    }
    # A key that both have is the same row, if numbers of rows are not what the key is made of.
    pairs = (
        {key: key for key in rows if key in new_rows} if not _is_list(rows, new_rows) else _renumbered(rows, new_rows)
    )
    left, right = _others(rows, pairs), _others(new_rows, pairs.values())
    pairs |= {key: key for key in left if key in right}
    left, right = _others(rows, pairs), _others(new_rows, pairs.values())
    kept = [new_rows[key] for key in pairs.values()]
    pairs |= _same_under_another_key(left, right, new, kept)
    changes = [_removed(new.name, key, row) for key, row in _others(rows, pairs).items()]
    changes += [_added(new.name, key, row) for key, row in _others(new_rows, pairs.values()).items()]
    for before, after in pairs.items():
        cells = _differing(rows[before], new_rows[after], new)
        if before != after:
            changes.append(RowChange("rekeyed", new.name, _text(after), _text(before), cells))
        elif cells:
            changes.append(RowChange("changed", new.name, _text(after), cells=cells))
    return sorted(changes, key=lambda change: (change.key, change.kind))


def added_rows(table: Table) -> Iterator[RowChange]:
    """The rows of a table that is new."""
    return (_added(table.name, key, row) for key, row in sorted(_by_key(table).items()))


def removed_rows(table: Table) -> Iterator[RowChange]:
    """The rows of a table that is gone."""
    return (_removed(table.name, key, row) for key, row in sorted(_by_key(table).items()))


def _added(table: str, key: Key, row: Row) -> RowChange:
    cells = tuple(CellChange(name, "", cell) for name, cell in row.items() if cell)
    return RowChange("added", table, _text(key), cells=cells)


def _removed(table: str, key: Key, row: Row) -> RowChange:
    cells = tuple(CellChange(name, cell, "") for name, cell in row.items() if cell)
    return RowChange("removed", table, _text(key), cells=cells)


def _both_by_key(old: Table, new: Table) -> tuple[Rows, Rows]:
    """The rows of both by their keys; where one of them has no key, by that of the other, if it has these columns."""
    if old.primary_key and not new.primary_key and set(old.primary_key) <= set(new.columns):
        return _by_key(old), _by_key(new, old.primary_key)
    if new.primary_key and not old.primary_key and set(new.primary_key) <= set(old.columns):
        return _by_key(old, new.primary_key), _by_key(new)
    return _by_key(old), _by_key(new)


def _by_key(table: Table, columns: Sequence[str] = ()) -> Rows:
    """Rows by their key, or by these columns; without them by all of their cells.

    Rows with the same are numbered.
    """
    seen: Counter[Key] = Counter()
    rows: Rows = {}
    for row in table.cells:
        key = tuple(row[column] for column in columns or table.primary_key or row)
        seen[key] += 1
        rows[key if seen[key] == 1 else (*key, str(seen[key]))] = row
    return rows


def _text(key: Key) -> str:
    return KEY_SEPARATOR.join(key)


def _others(rows: Rows, keys: Iterable[Key]) -> Rows:
    known = set(keys)
    return {key: row for key, row in rows.items() if key not in known}


def _differing(old: Row, new: Row, table: Table) -> tuple[CellChange, ...]:
    """The cells that differ, the key apart: it is told as such."""
    return tuple(
        CellChange(column, old[column], cell)
        for column, cell in new.items()
        if column in old and old[column] != cell and column not in table.primary_key
    )


def _renumbered(old: Rows, new: Rows) -> dict[Key, Key]:
    """Rows of tables that are numbered through (`handbook:0042`), matched by what they hold, in their order.

    Where a row comes in between, those behind it get other numbers, and each would look changed.
    """
    if not all(_NUMBERED.search(key[-1]) for key in (*old, *new)):
        return {}
    before, after = sorted(old, key=_in_order), sorted(new, key=_in_order)
    held, holding = ([_content(rows, key) for key in keys] for rows, keys in ((old, before), (new, after)))
    start = next((at for at, (one, other) in enumerate(zip(held, holding, strict=False)) if one != other), 0)
    if max(len(held), len(holding)) - start > MOST_ALIGNED:
        return {}
    blocks = SequenceMatcher(None, held[start:], holding[start:], autojunk=False).get_matching_blocks()
    return {
        before[start + block.a + step]: after[start + block.b + step] for block in blocks for step in range(block.size)
    }


def _is_list(old: Rows, new: Rows) -> bool:
    """Whether keys are numbers within a text, `handbook:0042`, one after the other: of a list, and no one's names."""
    return all(_IN_TEXT.search(key[-1]) for key in (*old, *new))


def _in_order(key: Key) -> tuple[Key, str, int, str]:
    """A key in the order of its number, of however many digits."""
    found = _NUMBERED.search(key[-1])
    number = found[0] if found else ""
    digits = number.lstrip("0")
    return key[:-1], key[-1].removesuffix(number), len(digits), digits


def _content(rows: Rows, key: Key) -> Key:
    """What a row holds but for its number: its other cells, and the rest of its key."""
    own = _in_order(key)
    return (*own[0], own[1], *(cell for cell in rows[key].values() if cell not in key))


def _same_under_another_key(gone: Rows, come: Rows, table: Table, kept: Sequence[Row]) -> dict[Key, Key]:
    """Rows with another key (old: new).

    Of a key of several parts all may agree but one: first a number, as a row's line or place in a list is, then any
    other. Else the rest of the row agrees, and no row that is `kept` under its key holds the same.
    """
    several = len(table.primary_key) > 1
    numbers = [part for part in table.primary_key if several and table.columns[part].type == "integer"]
    names = [part for part in table.primary_key if several and part not in numbers]
    rest = [column for column in table.columns if column not in table.primary_key]
    pairs: dict[Key, Key] = {}
    for columns in (*_all_but(numbers, table), rest, *_all_but(names, table)):
        common = {tuple(row.get(column, "") for column in columns) for row in kept} if columns is rest else set()
        pairs |= _paired(_others(gone, pairs), _others(come, pairs.values()), columns, common)
    return pairs


def _all_but(parts: Sequence[str], table: Table) -> Iterator[list[str]]:
    return ([column for column in table.primary_key if column != part] for part in parts)


def _paired(gone: Rows, come: Rows, columns: Sequence[str], common: set[Key]) -> dict[Key, Key]:
    """Rows that agree in these columns, one by one in the order of their keys, if there are as many as before."""
    before, after = _grouped(gone, columns), _grouped(come, columns)
    return {
        old: new
        for rest, keys in before.items()
        if any(rest) and rest not in common and len(keys) == len(after.get(rest, []))
        for old, new in zip(sorted(keys, key=_in_order), sorted(after[rest], key=_in_order), strict=True)
    }


def _grouped(rows: Rows, columns: Sequence[str]) -> dict[Key, list[Key]]:
    groups: dict[Key, list[Key]] = {}
    for key, row in rows.items():
        groups.setdefault(tuple(row.get(column, "") for column in columns), []).append(key)
    return groups
