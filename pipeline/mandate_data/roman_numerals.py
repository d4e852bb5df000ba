"""Roman numerals, read and written in their normal form."""

from __future__ import annotations

from itertools import pairwise

_FIGURES = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
    (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_VALUES = {figure: value for value, figure in _FIGURES if len(figure) == 1}


def to_roman(value: int) -> str:
    """A number as a Roman numeral in capitals; "" below 1.

    >>> to_roman(1994)
    'MCMXCIV'
    """
    written = ""
    for figure, letters in _FIGURES:
        count, value = divmod(value, figure) if value > 0 else (0, value)
        written += letters * count
    return written


def from_roman(text: str) -> int | None:
    """The value of a Roman numeral in capitals or small letters; None for a text that is none in normal form.

    >>> from_roman("xxiii"), from_roman("IIII")
    (23, None)
    """
    values = [_VALUES.get(letter, 0) for letter in text.upper()]
    total = sum(-one if one < following else one for one, following in pairwise([*values, 0]))
    return total if text and to_roman(total) == text.upper() else None
