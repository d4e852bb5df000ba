"""What may change between two packages, as plain data; render.py has its texts, version_bump.py its weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from mandate_data.diff.row_names import RowNames

SchemaKind = Literal[
    "package-renamed",
    "table-added",
    "table-removed",
    "file-added",
    "file-removed",
    "file-changed",
    "column-added",
    "column-removed",
    "column-renamed",
    "columns-reordered",
    "type-changed",
    "constraint-tightened",
    "constraint-loosened",
    "constraint-changed",
    "primary-key-changed",
    "foreign-key-added",
    "foreign-key-removed",
    "missing-values-changed",
    "description-changed",
]
RowKind = Literal["added", "removed", "changed", "rekeyed"]


@dataclass(frozen=True, slots=True)
class SchemaChange:
    """One change of what a package says of itself: `table` and `column` are empty where it is of neither."""

    kind: SchemaKind
    table: str = ""
    column: str = ""
    property: str = ""
    before: Any = None
    after: Any = None


@dataclass(frozen=True, slots=True)
class CellChange:
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row: `key` are its primary-key values joined by `|`; `old_key` is another one for a row with a new key.

    `cells` are those that differ; for a row that was added or removed, all that have a value.
    """

    kind: RowKind
    table: str
    key: str
    old_key: str = ""
    cells: tuple[CellChange, ...] = ()


@dataclass(frozen=True, slots=True, repr=False)
class Difference:
    """All changes from one package to another: of schemas and descriptions, then of rows, by table and key."""

    schema: Sequence[SchemaChange]
    rows: Sequence[RowChange]
    names: RowNames = field(default_factory=RowNames, compare=False, kw_only=True)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.schema)} changes of schemas, {len(self.rows)} of rows>"

    @property
    def empty(self) -> bool:
        return not self.schema and not self.rows

    def as_dict(self) -> dict[str, Any]:
        return {
            "schema": [asdict(change) for change in self.schema],
            "rows": [asdict(change) for change in self.rows],
        }
