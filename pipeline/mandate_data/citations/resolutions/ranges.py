"""Ranges of resolutions at one session, of which both ends are read: `Res. 50/43-55`."""

from __future__ import annotations

import re

ABBREVIATED = (". ", ".")
"""How an abbreviated word for resolutions ends, which may be one for several."""
RANGE = re.compile(r"-(\d{1,3})(?![\w/(-])")
"""The last of a range, right behind the first."""


def begins_a_range(plain: str, number: re.Match[str]) -> bool:
    """Whether what follows a number is the last one of a range, 50/43-55, and not of an organization: 2/38-12."""
    last = RANGE.match(plain, number.end())
    return last is not None and number["number"] is not None and int(last[1]) > int(number["number"])
