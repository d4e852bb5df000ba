"""Tables about the data: columns and keys of the five tables that the engine fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mandate_data.package.addresses import TABLE
from mandate_data.package.field_mistakes import Mistake
from mandate_data.package.tables import Table

KEYS: Mapping[str, tuple[str, ...]] = {
    "sources": ("source_id",),
    "rules": ("rule_id",),
    "errata": ("erratum_id",),
    "claims": ("claim_id",),
    TABLE: ("table", "row_key", "field", "n"),
}
"""The primary key of each of the five tables."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sources": (
        *("source_id", "title", "alternative_title", "publisher", "published", "edition", "media_type", "sha256"),
        *("lines", "rights", "url"),
    ),
    "rules": ("rule_id", "kind", "description"),
    "errata": (
        *("erratum_id", "source_id", "kind", "table", "row_key", "field", "as_printed", "published", "status"),
        "reason",
    ),
    "claims": (
        *("claim_id", "source_id", "statement", "claimed", "query", "computed", "comparison", "verdict", "note"),
        "erratum_id",
    ),
    TABLE: (
        *("table", "row_key", "field", "n", "statement", "kind", "rule_id", "erratum_id", "source_id", "line", "start"),
        *("end_line", "end", "page", "from_table", "from_row_key", "from_field"),
    ),
}
"""The columns that the engine fills."""
WITH_MORE = ("sources",)
"""Tables that may have further columns, as a project's readers can fill them."""
INTEGERS = frozenset({"lines", "n", "statement", "line", "start", "end_line", "end", "page"})
"""Columns of whole numbers, but for the statement of a claim; all others are texts."""


def mistakes_about_the_data(table: Table) -> Iterator[Mistake]:
    """What a table about the data lacks, has beyond what is filled, or has of another type."""
    known = COLUMNS.get(table.name)
    if known is None:
        return
    for column in known:
        if column not in table.columns:
            yield (
                ("fields",),
                f"lacks the column {column!r}, which the program fills; add it, as `mandate-data init` has it",
            )
    for at, field in enumerate(table.schema["fields"]):
        name = field["name"]
        if name not in known:
            if table.name not in WITH_MORE:
                yield (
                    ("fields", at, "name"),
                    f"nothing fills the column {name!r} of {table.name}; it has {', '.join(known)}",
                )
        elif field["type"] != type_of(table.name, name):
            yield ("fields", at, "type"), f"{name} is of type {type_of(table.name, name)}; write that"
    if table.primary_key != KEYS[table.name]:
        yield (
            ("primaryKey",),
            f"the key of {table.name} is {', '.join(KEYS[table.name])}; write [{', '.join(KEYS[table.name])}]",
        )


def type_of(table: str, column: str) -> str:
    """The type of a column that the engine fills."""
    return "integer" if column in INTEGERS and (table, column) != ("claims", "statement") else "string"
