"""The years that a text prints with numbers of the Security Council: `1973 (2011)`."""

from __future__ import annotations

import re

_BY_YEAR = re.compile(r"\d{3}\s?\(((?:19|20)\d\d)\)")


def years_printed(plain: str, start: int, end: int) -> frozenset[int]:
    """Those in [start, end).

    >>> sorted(years_printed("resolutions 1970 (2011) and 2056 (2012)", 0, 40))
    [2011, 2012]
    """
    return frozenset(int(year[1]) for year in _BY_YEAR.finditer(plain, start, end))
