"""What a rule of a project is: a check of the rows of one table, which may look at the other tables.

RULES = (
    Rule("visit-order", "visits", "end", each_row(lambda row: row["start"] <= row["end"])),
    Rule("visit-unlisted", "visits", "country",
         each_row_with(lambda row, index: index.only("countries", code=row["country"]) is not None)),
    Rule("visit-gap", "visits", "n", consecutive("n")),
    Rule("visit-twice", "visits", "symbol", unique("symbol")),
)

The texts of the findings are those of the checks with these codes in the project's `schemas/checks.yaml`.
"""

from __future__ import annotations

import dataclasses
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mandate_data.findings.registry import Check
from mandate_data.read_only import read_only_rows

Row = Mapping[str, Any]


class Index:
    """The rows of all tables, read-only, found by what they have in some columns without a search through the table.

    >>> index = Index({"visits": [{"id": "2016-geo", "year": 2016}, {"id": "2016-jpn", "year": 2016}]})
    >>> len(index.find("visits", year=2016)), index.only("visits", id="2016-jpn")
    (2, {'id': '2016-jpn', 'year': 2016})
    """

    def __init__(self, tables: Mapping[str, Sequence[Row]]) -> None:
        self._tables = dict(tables)
        self._rows: dict[str, Sequence[Row]] = {}
        self._groups: dict[tuple[str, ...], dict[tuple[object, ...], list[Row]]] = {}

    def rows(self, table: str) -> Sequence[Row]:
        """All rows of a table, in its order. Raises KeyError for a table that is not in the contract."""
        if table not in self._rows:
            self._rows[table] = read_only_rows(self._tables[table])
        return self._rows[table]

    def find(self, table: str, /, **values: object) -> Sequence[Row]:
        """The rows that have these values; an empty value (None) is found nowhere. Raises KeyError as `rows` does."""
        columns = tuple(values)
        groups = self._groups.get((table, *columns))
        if groups is None:
            groups = self._groups[table, *columns] = {}
            for row in self.rows(table):
                groups.setdefault(tuple([row[column] for column in columns]), []).append(row)
        wanted = tuple(values.values())
        return () if None in wanted else tuple(groups.get(wanted, ()))

    def only(self, table: str, /, **values: object) -> Row | None:
        """The only row that has these values; None where there is no such row, or more than one."""
        rows = self.find(table, **values)
        return rows[0] if len(rows) == 1 else None


RowsTest = Callable[[Sequence[Row], Index], Iterable[bool]]


def _where_defined() -> str:
    """File and line of the call of `Rule`: two frames up, above this one and that of the generated `__init__`."""
    frame = sys._getframe(2)
    return f"{frame.f_code.co_filename}:{frame.f_lineno}"


@dataclass(frozen=True, slots=True)
class Rule:
    """A check of the rows of `table`; a row that fails gives a finding on its cell in the column `field`.

    `code` is that of a check in `schemas/checks.yaml`, or of the program; its texts may name columns of the table in
    braces. `test` gets the rows of the table, read-only, and the index of all tables, and gives True for each row that
    is right, in order; a row that lacks the values that are compared is right. It may raise ValueError for data that it
    cannot judge. `place` is where the rule is defined, `file:line`; `check` is added by `rules_of`.
    """

    code: str
    table: str
    field: str
    test: RowsTest
    check: Check | None = None
    place: str = dataclasses.field(default_factory=_where_defined, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The name of the rule, unique among those of a table: `visit-order:end`."""
        return f"{self.code}:{self.field}"


def each_row(test: Callable[[Row], bool]) -> RowsTest:
    """Each row on its own."""
    return lambda rows, index: [test(row) for row in rows]


def each_row_with(test: Callable[[Row, Index], bool]) -> RowsTest:
    """Each row, with a look at other rows and tables."""
    return lambda rows, index: [test(row, index) for row in rows]


def consecutive(column: str, within: str = "") -> RowsTest:
    """The numbers in `column` run from 1 without a gap, within each value of another column if one is named.

    >>> consecutive("n")([{"n": 1}, {"n": 3}, {"n": 2}, {"n": 5}], Index({}))
    [True, True, True, False]
    """

    def check(rows: Sequence[Row], index: Index) -> list[bool]:
        right = [False] * len(rows)
        passed: Counter[object] = Counter()
        for position in sorted(range(len(rows)), key=lambda position: rows[position][column]):
            group = rows[position][within] if within else ""
            passed[group] += 1
            right[position] = rows[position][column] == passed[group]
        return right

    return check


def unique(column: str) -> RowsTest:
    """No two rows have the same value in `column`; empty cells do not count.

    >>> unique("a")([{"a": "x"}, {"a": None}, {"a": "x"}, {"a": None}], Index({}))
    [False, True, False, True]
    """

    def check(rows: Sequence[Row], index: Index) -> list[bool]:
        times = Counter(row[column] for row in rows)
        return [row[column] is None or times[row[column]] == 1 for row in rows]

    return check
