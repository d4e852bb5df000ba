"""What a rule is: a check over a whole table, which may look at the other tables too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from mandate_data.findings.registry import Check

Row = Mapping[str, Any]
Frames = Mapping[str, pd.DataFrame]
Holds = Callable[[pd.DataFrame, Frames], "pd.Series[bool]"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A check on `table`; its findings are about the cell in the column `field` of a row.

    `code` is that of a check of the program or of the project (`schemas/checks.yaml`), whose texts may name columns of
    the table in braces; `rules_of` adds that check. `holds` says True for each row
    that is right; a row that lacks the values it compares is right.
    """

    code: str
    table: str
    field: str
    holds: Holds
    check: Check | None = None

    @property
    def name(self) -> str:
        """The name of the rule's Pandera check, unique among all rules of a table."""
        return f"{self.code}:{self.field}"


def each(test: Callable[[Row], bool]) -> Holds:
    """A rule on single rows."""
    return lambda frame, frames: _series(frame, [test(row) for row in rows(frame)])


def with_others(test: Callable[[Row, Frames], bool]) -> Holds:
    """A rule on single rows that looks at other tables."""
    return lambda frame, frames: _series(frame, [test(row, frames) for row in rows(frame)])


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings by column."""
    return [{str(column): value for column, value in row.items()} for row in frame.to_dict("records")]


def _series(frame: pd.DataFrame, right: list[bool]) -> pd.Series[bool]:
    return pd.Series(right, index=frame.index, dtype=bool)


def only(frames: Frames, table: str, **wanted: object) -> Row | None:
    """The only row with these values, or None."""
    frame = frames[table]
    for column, value in wanted.items():
        frame = frame[frame[column] == value]
    return dict(frame.iloc[0]) if len(frame) == 1 else None


def complete(group: str | None, ordinal: str) -> Holds:
    """Ordinals run from 1 without a gap, within each group."""

    def holds(frame: pd.DataFrame, frames: Frames) -> pd.Series[bool]:
        groups = frame[group] if group else pd.Series("", index=frame.index)
        position = frame.assign(_group=groups).groupby("_group")[ordinal].rank(method="first")
        return frame[ordinal].astype(float) == position

    return holds


def unique(column: str) -> Holds:
    """No two rows have the same value; empty cells don't count."""
    return lambda frame, frames: ~(frame[column].notna() & frame[column].duplicated(keep=False))
