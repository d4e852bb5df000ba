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
    return last is not None and number["number"] is not None and upper_end(number["number"], last[1]) is not None


def upper_end(first: str, last: str) -> int | None:
    """The last number of a range, which may leave out the figures that it shares with the first one; None if it is no
    higher.

    >>> upper_end("43", "55"), upper_end("423", "26"), upper_end("423", "4")
    (55, 426, 424)
    """
    whole = first[: max(0, len(first) - len(last))] + last
    return int(whole) if int(whole) > int(first) else None
