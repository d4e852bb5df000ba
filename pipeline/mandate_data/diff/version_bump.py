"""Versions by the Data Package standard's recipe for data versions: computed from a difference, with the reason.

https://datapackage.org/recipes/data-package-version/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from mandate_data.diff.changes import Difference, SchemaKind
from mandate_data.diff.compare import compare
from mandate_data.diff.plain_values import with_plain_values
from mandate_data.diff.render import schema_change_text
from mandate_data.package.tables import KEY_SEPARATOR, Package

Weight = Literal["major", "minor", "patch", "none"]
WEIGHTS: tuple[Weight, ...] = ("major", "minor", "patch", "none")
FIRST = "1.0.0"

OF_SCHEMAS: Mapping[SchemaKind, Weight] = {
    "package-renamed": "major",
    "table-removed": "major",
    "file-removed": "major",
    "file-added": "minor",
    "file-changed": "patch",
    "column-added": "major",
    "column-removed": "major",
    "column-renamed": "major",
    "columns-reordered": "major",
    "type-changed": "major",
    "constraint-tightened": "major",
    "constraint-changed": "major",  # it may be stricter
    "primary-key-changed": "major",
    "foreign-key-added": "major",
    "missing-values-changed": "major",
    "table-added": "minor",
    "constraint-loosened": "minor",
    "foreign-key-removed": "minor",
    "description-changed": "patch",
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The weight of a difference, and why: a reason for each kind of change, the weightiest first."""

    weight: Weight
    reasons: tuple[str, ...]

    def after(self, version: str) -> str:
        """The version that follows. Raises ValueError for one that is not three numbers."""
        major, minor, patch = (int(part) for part in version.split("."))
        following = {
            "major": (major + 1, 0, 0),
            "minor": (major, minor + 1, 0),
            "patch": (major, minor, patch + 1),
            "none": (major, minor, patch),
        }
        return ".".join(map(str, following[self.weight]))


@dataclass(frozen=True, slots=True, repr=False)
class Comparison(Difference):
    """A difference and its weight: `bump` is `major`, `minor`, `patch`, or `""` where nothing has changed."""

    bump: Literal["major", "minor", "patch", ""]
    reasons: Sequence[str]

    def __repr__(self) -> str:
        bump = self.bump or "no change"
        return f"<Comparison: {bump}; {len(self.schema)} changes of schemas, {len(self.rows)} of rows>"

    def as_dict(self) -> dict[str, Any]:
        return {**Difference.as_dict(self), "bump": self.bump}


def compared(old: Package, new: Package) -> Comparison:
    """The difference between two packages, weighed."""
    difference = compare(old, new)
    judgement = judge(difference, old)
    return Comparison(
        difference.schema,
        difference.rows,
        "" if judgement.weight == "none" else judgement.weight,
        judgement.reasons,
        names=difference.names,
    )


def judge(difference: Difference, old: Package) -> Judgement:
    """How weighty a difference is. `old` is the package that it starts from, for what its rows referred to."""
    reasons = [(OF_SCHEMAS[change.kind], schema_change_text(change)) for change in difference.schema]
    reasons += _of_rows(difference, old)
    ordered = sorted(reasons, key=lambda reason: WEIGHTS.index(reason[0]))
    weight: Weight = ordered[0][0] if ordered else "none"
    return Judgement(weight, tuple(f"{weight}: {text}" for weight, text in ordered))


def _of_rows(difference: Difference, old: Package) -> Iterator[tuple[Weight, str]]:
    referred = _referred(old)
    known = {change.table for change in difference.schema if change.kind in ("table-added", "table-removed")}
    counts: Counter[tuple[Weight, str]] = Counter()
    for change in difference.rows:
        if change.table in known:
            continue  # said of the table as a whole
        weight: Weight = "minor" if change.kind == "added" else "patch"
        verb = _VERBS[change.kind].format(table=change.table)
        is_referred = (change.old_key or change.key) in referred.get(change.table, set())
        if change.kind in ("removed", "rekeyed") and is_referred:
            weight, verb = "major", f"{verb} that others referred to"
        counts[weight, verb] += 1
    for (weight, verb), count in counts.items():
        yield weight, f"{count} row{'s' if count != 1 else ''} {verb}"


_VERBS = {
    "added": "added to {table}",
    "removed": "removed from {table}",
    "changed": "changed in {table}",
    "rekeyed": "of {table} under another key",
}


def _referred(package: Package) -> dict[str, set[str]]:
    """By table the keys, as text, of the rows to which rows of other tables refer."""
    found: dict[str, set[str]] = {}
    for table in package.tables.values():
        plain = with_plain_values(table) if table.foreign_keys else table
        for key in table.foreign_keys:
            target = package.tables.get(key.resource or table.name)
            if target is None or key.reference_fields != target.primary_key:
                continue
            keys = {KEY_SEPARATOR.join(row[name] for name in key.fields) for row in plain.cells}
            found.setdefault(target.name, set()).update(keys)
    return found
