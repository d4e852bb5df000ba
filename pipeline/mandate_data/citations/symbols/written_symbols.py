"""What a canonical symbol looks like: the one pattern of all columns of symbols, in any contract."""

from __future__ import annotations

import re

_COMPONENT = r"[A-Za-z0-9.()-]+"
WRITTEN = (
    rf"[A-Z]+(/{_COMPONENT})+"
    rf"|[A-Z]+([.-][A-Z0-9]+|\([A-Z0-9-]+\))*(/{_COMPONENT}( {_COMPONENT})?)+"
)
"""Most symbols: `A/HRC/31/58`. Or with more than letters before the first slash, `ICC-ASP/3/25`, `MP.WAT/2003/2`,
`TD(XIV)/1`, or with two words in a component: `A/78/6(Plan outline)`, `UNEP/MED IG.25/27`."""
_WRITTEN = re.compile(WRITTEN)


def is_written(symbol: str) -> bool:
    """Whether a text is written as symbols are. What `parse` gives is."""
    return _WRITTEN.fullmatch(symbol) is not None
