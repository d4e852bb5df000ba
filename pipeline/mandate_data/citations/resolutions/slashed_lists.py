"""Numbers of the Security Council that slashes part: UNSCR 1718/1737/1747, the 1267/1989/2253 Committee."""

from __future__ import annotations

import re
from itertools import pairwise

from mandate_data.citations.resolutions.printed_number import Number
from mandate_data.citations.symbols.session_years import LOOK_OF_A_YEAR, security_council_year

_SLASHED = re.compile(r"[1-9]\d{2,3}(?:\s?/\s?[1-9]\d{2,3}){1,9}(?![\w/-])")
_NUMBER = re.compile(r"\d+")


def slashed_at(plain: str, position: int) -> list[Number]:
    """The numbers of the list at `position`; none where the Council has not come to them, or the second of two may
    be a year: 1325/1999.

    >>> [number.number for number in slashed_at("1267/1989/2253 Committee", 0)]
    [1267, 1989, 2253]
    """
    found = _SLASHED.match(plain, position)
    if found is None:
        return []
    printed = _NUMBER.finditer(plain, position, found.end())
    numbers = [Number(one.start(), one.end(), None, int(one[0]), "", None) for one in printed]
    if any(first.number >= second.number for first, second in pairwise(numbers)):
        return []
    if any(security_council_year(one.number) is None for one in numbers):
        return []
    if len(numbers) == 2 and numbers[1].number in LOOK_OF_A_YEAR:
        return []
    return numbers
