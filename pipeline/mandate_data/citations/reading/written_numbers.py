"""Reads the numbers of resolutions that a text prints in the numerals of its language as figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from mandate_data.citations.languages.groups_of_words import Written

_ONE_BY_ONE = ("letters", "outer", "behind", "year")


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def in_figures(
    pieces: Sequence[str], written: Written | None, shorter: bool
) -> tuple[tuple[str, ...], list[tuple[int, int]]]:
    """The pieces of a text, each as long as before, with these numbers in figures, and the stretches of the joined
    pieces that are left over. Where none may be, as the text may not become `shorter`, such a number is left as it is.
    """
    if written is None:
        return tuple(pieces), []
    done: list[str] = []
    left: list[tuple[int, int]] = []
    offset = 0
    for printed in pieces:
        piece = _pattern(written.year).sub(lambda year: _one_by_one(year[0], written), printed)
        signs: list[str] | None = None
        for match in _pattern(written.pattern).finditer(piece):
            number = _value(match["number"], written)
            spare = len(match["number"]) - len(number)
            if spare < 0 or (spare and not shorter):
                continue
            signs = list(piece) if signs is None else signs
            start, end = match.span("number")
            signs[start:end] = [*number[:-1], *" " * spare, number[-1]]
            if spare:
                left.append((offset + end - spare - 1, offset + end - 1))
            for group in _ONE_BY_ONE:
                if match[group]:
                    signs[slice(*match.span(group))] = _one_by_one(match[group], written)
        done.append(piece if signs is None else "".join(signs))
        offset += len(piece) + 1
    return tuple(done), left


def _one_by_one(printed: str, written: Written) -> str:
    """Figures and letters as what each is read as."""
    return "".join(written.figures.get(sign) or written.letters.get(sign, sign) for sign in printed)


def _value(printed: str, written: Written) -> str:
    """A number in figures: of figures one by one, or in words, with units behind them."""
    if not any(sign in written.units for sign in printed):
        return _one_by_one(printed, written)
    total, count = 0, 0
    for sign in printed:
        if sign in written.units:
            total, count = total + (count or 1) * written.units[sign], 0
        else:
            count = int(written.figures[sign])
    return str(total + count)
