"""Foreign keys: Frictionless reads a table anew for each key that refers to it; here it is read once for all of them.

package = reading_once(Package.from_descriptor(...))
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from frictionless import FrictionlessException, Package, Resource, Row


def reading_once(package: Package) -> Package:
    """The same package, whose validation says the same."""
    return _ReadingOnce(resources=package.resources, basepath=package.basepath)


class _ReadingOnce(Package):
    """What a foreign key asks a package for is a resource of which it may read a copy."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._referred: dict[str, _Referred] = {}

    def get_resource(self, name: str) -> Any:
        if name not in self._referred:
            self._referred[name] = _Referred(super().get_resource(name))
        return self._referred[name]


class _Referred:
    """A table to which foreign keys refer: read at first, then told again, as is the reason why it can't be read."""

    schema = None  # its own foreign keys are nobody's matter here, which Frictionless asks of the schema of a copy

    def __init__(self, resource: Resource) -> None:
        self._resource = resource
        self._rows: Sequence[Row] | None = None
        self._failure: FrictionlessException | None = None

    def to_copy(self) -> _Referred:
        return self

    def __enter__(self) -> _Referred:
        if self._failure is not None:
            raise self._failure
        if self._rows is None:
            try:
                self._rows = self._read()
            except FrictionlessException as failure:
                self._failure = failure
                raise
        return self

    def __exit__(self, *reason: object) -> None:
        pass

    @property
    def row_stream(self) -> Iterator[Row]:
        return iter(self._rows or ())

    def _read(self) -> list[Row]:
        copy: Any = self._resource.to_copy()
        copy.schema.foreign_keys = []
        with copy:
            return list(copy.row_stream)
