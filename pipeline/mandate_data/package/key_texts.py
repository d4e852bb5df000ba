"""Key texts: a value as the text that is equal where values are, for keys and lists of allowed values."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from typing import Any

from mandate_data.package.native_cells import NativeCell

NATIVE = "\0"
"""What the text of a value begins with that is of no type in a column of any type: 1 is not "1"."""
_LONGEST_PLAIN = 50
_LARGEST_PLAIN = 10**_LONGEST_PLAIN
_EXACT = Context(prec=MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX)


def key_text(value: Any) -> str | None:
    """A value as text that is equal where values are; None for none.

    A value of JSON, Parquet or Excel in a column of any type is a `NativeCell`, and differs from the text that looks
    alike.
    """
    if value is None or type(value) is str:
        return value
    if type(value) is int and -_LARGEST_PLAIN < value < _LARGEST_PLAIN:
        return str(value)
    if isinstance(value, NativeCell):
        return NATIVE + (key_text(value.value) or "") if value.is_typed else str(value)
    if isinstance(value, float) and math.isfinite(value):
        value = Decimal(repr(value))
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return _number_text(value)
    if isinstance(value, list | tuple | Mapping):
        return json.dumps(_comparable(value), sort_keys=True, default=key_text)
    return str(value)


def _number_text(number: int | Decimal) -> str:
    """The same for 1, 1.0 and 1E0; exact, however many digits there are."""
    number = Decimal(number)
    if not number.is_finite():
        return str(number)
    if not number:
        return "0"
    plain = _EXACT.normalize(number)
    return format(plain, "f") if abs(plain.adjusted()) < _LONGEST_PLAIN else str(plain)


def _comparable(value: Any) -> Any:
    """What JSON holds, its whole numbers written alike."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list | tuple):
        return [_comparable(item) for item in value]
    if isinstance(value, Mapping):
        return {name: _comparable(item) for name, item in value.items()}
    return value
