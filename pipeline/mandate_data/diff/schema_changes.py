"""Changes of schemas: tables, columns, types, constraints, keys, and how strict they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from mandate_data.diff.changes import SchemaChange, SchemaKind
from mandate_data.diff.pattern_reach import lets_more_through
from mandate_data.package.cell_values import FALSE, TRUE
from mandate_data.package.tables import Column, ForeignKey, Package, Table

# Properties of a package that are not a change of what it holds: a new name is a change of its own.
UNCOMPARED = ("name", "version", "created")
USUAL = {"profile": "data-package"}
"""What a package is where nothing is said: to spell it out is not a change."""
_STRICTER_IF_HIGHER = ("minimum", "exclusiveMinimum", "minLength")
_STRICTER_IF_LOWER = ("maximum", "exclusiveMaximum", "maxLength")
WRITTEN = ("dialect", "encoding", "compression", "format")
"""Properties of a resource by which programs read it."""
DESCRIPTIVE = ("title", "description", "example", "rdfType", "categories")


def schema_changes(old: Package, new: Package, renamed: Mapping[str, Mapping[str, str]]) -> list[SchemaChange]:
    """All changes but those of rows; `renamed` are the columns with new names, by table, as (old: new)."""
    return [*_package_changes(old, new), *_changes_of_tables(old, new, renamed), *_file_changes(old, new)]


def _file_changes(old: Package, new: Package) -> Iterator[SchemaChange]:
    for name in sorted({*old.files, *new.files}):
        before, after = old.files.get(name), new.files.get(name)
        if before != after:
            kind: SchemaKind = "file-added" if before is None else "file-removed" if after is None else "file-changed"
            yield SchemaChange(kind, name, before=before, after=after)


def _package_changes(old: Package, new: Package) -> Iterator[SchemaChange]:
    if old.name != new.name:
        yield SchemaChange("package-renamed", before=old.name, after=new.name)
    for name in sorted({*old.metadata, *new.metadata} - {*UNCOMPARED}):
        before, after = (package.metadata.get(name, USUAL.get(name)) for package in (old, new))
        if before != after:
            yield SchemaChange("description-changed", property=name, before=before, after=after)


def _changes_of_tables(old: Package, new: Package, renamed: Mapping[str, Mapping[str, str]]) -> Iterator[SchemaChange]:
    for name in old.tables:
        if name not in new.tables:
            yield SchemaChange("table-removed", name)
    for name, table in new.tables.items():
        if name not in old.tables:
            yield SchemaChange("table-added", name)
        else:
            yield from _table_changes(old.tables[name], table, renamed.get(name, {}))


def _table_changes(old: Table, new: Table, renamed: Mapping[str, str]) -> Iterator[SchemaChange]:
    name = new.name
    for column in old.columns:
        if column in renamed:
            yield SchemaChange("column-renamed", name, renamed[column], before=column, after=renamed[column])
        elif column not in new.columns:
            yield SchemaChange("column-removed", name, column)
    for column in new.columns:
        if column not in old.columns and column not in renamed.values():
            yield SchemaChange("column-added", name, column)
    kept = {column: renamed.get(column, column) for column in old.columns if renamed.get(column, column) in new.columns}
    before, after = list(kept.values()), [column for column in new.columns if column in kept.values()]
    if before != after:
        yield SchemaChange("columns-reordered", name, before=before, after=after)
    for was, column in kept.items():
        one, other = old.columns[was], new.columns[column]
        own_missing = "missingValues" in one.descriptor or "missingValues" in other.descriptor
        yield from _column_changes(name, column, _stated(old, one, own_missing), _stated(new, other, own_missing))
        yield from _constraint_changes(name, column, one.constraints, other.constraints)
    yield from _key_changes(old, new, kept)


def _stated(table: Table, column: Column, own_missing: bool) -> dict[str, Any]:
    """What a field says, its defaults spelled out; the table's missing values, too, where a field has its own."""
    inherited = {"missingValues": table.schema.get("missingValues", [""])} if own_missing else {}
    return {**DEFAULTS, **inherited, **column.descriptor, **column.extensions}


def _column_changes(table: str, column: str, was: dict[str, Any], now: dict[str, Any]) -> Iterator[SchemaChange]:
    for one, other in ((was, now), (now, was)):
        if "type" not in one:  # any, by version 2 of the standard; string, by version 1
            one["type"] = other.get("type") if other.get("type") in ("any", "string") else "string"
    for name in sorted({*was, *now} - {"name", "constraints"}):
        before, after = was.get(name), now.get(name)
        if name == "format":  # the prefix is of an older version, and is to be taken away
            before, after = (str(format).removeprefix("fmt:") for format in (before, after))
        if before != after:
            kind: SchemaKind = "description-changed" if name in DESCRIPTIVE else "type-changed"
            values, new_values = _categories(before), _categories(after)
            if name == "categories" and values != new_values:
                kind = _strictness("enum", values, new_values)
            yield SchemaChange(kind, table, column, name, before, after)


def _constraint_changes(
    table: str, column: str, rules: Mapping[str, Any], new_rules: Mapping[str, Any]
) -> Iterator[SchemaChange]:
    for name in sorted({*rules, *new_rules}):
        before, after = rules.get(name), new_rules.get(name)
        if not _same_limit(name, before, after):
            yield SchemaChange(_strictness(name, before, after), table, column, name, before, after)


def _categories(content: Any) -> set[str] | None:
    """The values of a field's categories, without their labels."""
    if not isinstance(content, list):
        return None
    return {str(item.get("value") if isinstance(item, Mapping) else item) for item in content}


DEFAULTS: Mapping[str, Any] = {
    "format": "default",
    "bareNumber": True,
    "decimalChar": ".",
    "trueValues": list(TRUE),
    "falseValues": list(FALSE),
    "delimiter": ",",
    "itemType": "string",
    "categoriesOrdered": False,
}
"""What a field is where nothing is said: to spell it out is not a change."""


def _same_limit(name: str, before: Any, after: Any) -> bool:
    """Whether a constraint says the same: false where there may be none, values in another order, 0 and "0"."""
    if name in ("required", "unique"):
        return bool(before) == bool(after)
    if name == "enum" and before is not None and after is not None:
        return set(map(str, before)) == set(map(str, after))
    if name == "pattern" and isinstance(before, str) and isinstance(after, str):
        # All groups are alike, as nothing is captured.
        return before.replace("(?:", "(") == after.replace("(?:", "(")
    if name in (*_STRICTER_IF_HIGHER, *_STRICTER_IF_LOWER) and before is not None and after is not None:
        return bool(_number(before) == _number(after))
    return bool(before == after)


def _strictness(name: str, before: Any, after: Any) -> SchemaKind:
    """Whether a constraint lets less through than before, or more; of patterns only alternatives can be compared."""
    if after is None or (name in ("required", "unique") and not after):
        return "constraint-loosened"
    if before is None or name in ("required", "unique"):
        return "constraint-tightened"
    tests: dict[str, Callable[[], bool]] = {"enum": lambda: not set(map(str, before)) <= set(map(str, after))}
    tests |= dict.fromkeys(_STRICTER_IF_HIGHER, lambda: _number(after) > _number(before))
    tests |= dict.fromkeys(_STRICTER_IF_LOWER, lambda: _number(after) < _number(before))
    if name not in tests:
        wider = name == "pattern" and lets_more_through(before, after)
        return "constraint-loosened" if wider else "constraint-changed"
    return "constraint-tightened" if tests[name]() else "constraint-loosened"


def _number(value: Any) -> Any:
    """Bounds are numbers, as text, too, or dates as text: numbers come before them."""
    try:
        return 0, Decimal(str(value)), ""
    except InvalidOperation:
        return 1, Decimal(0), str(value)


def _key_changes(old: Table, new: Table, kept: Mapping[str, str]) -> Iterator[SchemaChange]:
    before = [kept.get(column, column) for column in old.primary_key]
    if before and not new.primary_key:  # values may now be missing or the same: less strict, as the recipe has it
        yield SchemaChange("constraint-loosened", new.name, "", "primaryKey", before)
    elif before != list(new.primary_key):
        yield SchemaChange("primary-key-changed", new.name, before=before, after=list(new.primary_key))
    keys = [_foreign_key(key, kept, old.name) for key in old.foreign_keys]
    new_keys = [_foreign_key(key, {}, new.name) for key in new.foreign_keys]
    yield from (SchemaChange("foreign-key-removed", new.name, before=key) for key in keys if key not in new_keys)
    yield from (SchemaChange("foreign-key-added", new.name, after=key) for key in new_keys if key not in keys)
    missing, new_missing = (table.schema.get("missingValues", [""]) for table in (old, new))
    if missing != new_missing:
        same = [_categories([value]) for value in missing] == [_categories([value]) for value in new_missing]
        what: SchemaKind = "description-changed" if same else "missing-values-changed"
        yield SchemaChange(what, new.name, "", "missingValues" if same else "", missing, new_missing)
    unique, new_unique = _unique_keys(old, kept), _unique_keys(new, {})
    if unique != new_unique:
        less = all(key in unique for key in new_unique)
        kind: SchemaKind = "constraint-loosened" if less else "constraint-tightened"
        yield SchemaChange(kind, new.name, "", "uniqueKeys", unique, new_unique)
    match, new_match = (table.schema.get("fieldsMatch", "exact") for table in (old, new))
    if match != new_match:
        yield SchemaChange("constraint-changed", new.name, "", "fieldsMatch", match, new_match)
    yield from _described_changes(old, new)


def _described_changes(old: Table, new: Table) -> Iterator[SchemaChange]:
    """What a table says of itself to people, and how its file is written."""
    for name in sorted({*old.resource, *new.resource}):
        before, after = old.resource.get(name), new.resource.get(name)
        if name == "encoding" and None in (before, after):
            continue  # one of the files is not text
        if before != after:
            kind: SchemaKind = "type-changed" if name in WRITTEN else "description-changed"
            yield SchemaChange(kind, new.name, "", name, before, after)


def _unique_keys(table: Table, kept: Mapping[str, str]) -> list[list[str]]:
    keys = [[key] if isinstance(key, str) else key for key in table.schema.get("uniqueKeys", [])]
    return sorted([kept.get(column, column) for column in key] for key in keys)


def _foreign_key(key: ForeignKey, kept: Mapping[str, str], table: str) -> dict[str, Any]:
    return {
        "fields": [kept.get(column, column) for column in key.fields],
        "resource": "" if key.resource == table else key.resource,
        "reference_fields": list(key.reference_fields),
    }
