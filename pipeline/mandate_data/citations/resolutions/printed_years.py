"""The years that a text prints with numbers of resolutions: `1973 (2011)`, `1244/99`, `1325 of 2000`."""

from __future__ import annotations

import re

from mandate_data.citations.symbols.session_years import assembly_session, security_council_year

_TWO_FIGURES = 2
_BY_YEAR = re.compile(r"\d{3}\s?\(((?:19|20)\d\d)\)")


def years_printed(plain: str, start: int, end: int) -> frozenset[int]:
    """Those in [start, end), of the Security Council.

    >>> sorted(years_printed("resolutions 1970 (2011) and 2056 (2012)", 0, 40))
    [2011, 2012]
    """
    return frozenset(int(year[1]) for year in _BY_YEAR.finditer(plain, start, end))


def year_of(number: int, printed: str | None) -> int | None:
    """The year that is printed with a number, in two figures (1244/99) that of the Security Council if it fits."""
    if printed is None or len(printed) > _TWO_FIGURES:
        return int(printed) if printed else None
    year = security_council_year(number)
    return year if year is not None and year % 100 == int(printed) else 0


def year_told(number: int, behind: re.Match[str] | None) -> int | None:
    """The year behind a number, if a resolution of the Security Council or the Assembly has the number in it."""
    year = int(behind[1]) if behind is not None else None
    fits = year is not None and (security_council_year(number) == year or assembly_session(number, year))
    return year if fits else None
