"""Parquet footer: how many bytes the columns of a file have when they are unpacked, as its metadata say.

The metadata are a structure of Thrift's compact protocol. Only what leads to the sizes is looked at; a file whose
metadata lie is stopped by the limits of the process that reads it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MARK = b"PAR1"
_ROW_GROUPS, _COLUMNS, _METADATA, _UNPACKED = 4, 1, 3, 6
"""Fields of the structures that lead to a column's `total_uncompressed_size`."""
_TRUE, _FALSE, _BYTE, _INTEGERS, _DOUBLE, _BINARY, _LISTS, _STRUCT = 1, 2, 3, (4, 5, 6), 7, 8, (9, 10), 12


class NotParquetError(Exception):
    """A file has no metadata that could be read."""


def unpacked_bytes(data: bytes) -> int:
    """The bytes of all columns of a Parquet file, unpacked. Raises NotParquetError for what is none.

    >>> unpacked_bytes(b"PAR1")
    Traceback (most recent call last):
    mandate_data.package.parquet_footer.NotParquetError: it has no metadata of Parquet
    """
    size = int.from_bytes(data[-8:-4], "little")
    if len(data) < 12 or data[-4:] != MARK or size > len(data) - 8:
        raise NotParquetError("it has no metadata of Parquet")
    try:
        metadata = _Reader(data[-8 - size : -8]).structure()
        chunks = [chunk for group in metadata[_ROW_GROUPS] for chunk in group[_COLUMNS]]
        return sum(max(chunk[_METADATA][_UNPACKED], 0) for chunk in chunks)
    except (IndexError, KeyError, TypeError, RecursionError):
        raise NotParquetError("it has no metadata of Parquet") from None


@dataclass(slots=True)
class _Reader:
    """Values of the compact protocol, one after the other."""

    data: bytes
    at: int = 0

    def structure(self) -> Mapping[int, Any]:
        """The fields by their number."""
        fields: dict[int, Any] = {}
        number = 0
        while head := self._byte():
            number = number + (head >> 4) if head >> 4 else self._signed()
            kind = head & 15
            fields[number] = kind == _TRUE if kind in (_TRUE, _FALSE) else self._value(kind)
        return fields

    def _value(self, kind: int) -> Any:
        if kind in _INTEGERS:
            return self._signed()
        if kind == _BINARY:
            return self._skip(self._unsigned())
        if kind == _DOUBLE:
            return self._skip(8)
        if kind in (_TRUE, _FALSE, _BYTE):
            return self._byte()
        if kind in _LISTS:
            head = self._byte()
            count = head >> 4 if head >> 4 < 15 else self._unsigned()
            return [self._value(head & 15) for _ in range(count)]
        if kind == _STRUCT:
            return self.structure()
        raise TypeError(kind)

    def _byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def _skip(self, count: int) -> None:
        self.at += count

    def _unsigned(self) -> int:
        number = shift = 0
        while True:
            byte = self._byte()
            number |= (byte & 127) << shift
            if byte < 128:
                return number
            shift += 7

    def _signed(self) -> int:
        number = self._unsigned()
        return (number >> 1) ^ -(number & 1)
