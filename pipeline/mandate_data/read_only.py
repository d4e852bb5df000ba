"""Read-only mappings: what a project's code may look at, and must not change behind the program's back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn, TypeVar

from mandate_data.errors import MisuseError

K = TypeVar("K")
V = TypeVar("V")


class ReadOnly(dict[K, V]):
    """A dict that can't be changed: each attempt raises MisuseError. Copies of it are plain dicts.

    The program itself changes one by the methods of `dict`.

    >>> row = ReadOnly({"year": 2016})
    >>> row["year"] += 1
    Traceback (most recent call last):
    mandate_data.errors.MisuseError: this is read-only; change a copy of it, dict(…)
    """

    __slots__ = ()
    ADVICE = "this is read-only; change a copy of it, dict(…)"

    def _refuse(self, *arguments: Any, **named: Any) -> NoReturn:
        raise MisuseError(self.ADVICE)

    __setitem__ = __delitem__ = __ior__ = _refuse
    update = setdefault = pop = popitem = clear = _refuse

    def __reduce__(self) -> tuple[type[dict[K, V]], tuple[dict[K, V]]]:
        return dict, (dict(self),)


class ReadOnlyRow(ReadOnly[str, Any]):
    """A row that a project's code gets to look at."""

    __slots__ = ()
    ADVICE = "rows are read-only; change a copy of the row, dict(row)"


def read_only_rows(rows: Any) -> tuple[Mapping[str, Any], ...]:
    """Read-only copies of rows."""
    return tuple(map(ReadOnlyRow, rows))
