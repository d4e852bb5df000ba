"""What a pattern lets through, as far as its alternatives show it."""

from __future__ import annotations

import re
from itertools import pairwise

_PIECE = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?:|.", re.DOTALL)
"""A sign that is escaped, a set of signs, the beginning of a group, or one sign."""
_COUNTED_GROUP = re.compile(r"\\[1-9]")
"""What stands for the text of a group, and for another one where there are more."""


def lets_more_through(before: object, after: object) -> bool:
    """Whether the second of two patterns `^(…|…)$` has all alternatives of the first, and others."""
    one, other = _alternatives(before), _alternatives(after)
    return bool(one) and one < other


def _alternatives(pattern: object) -> frozenset[str]:
    """The alternatives of a pattern that is one group from end to end; none of any other."""
    if not isinstance(pattern, str):
        return frozenset()
    pieces = ["(" if piece == "(?:" else piece for piece in _PIECE.findall(pattern)]
    framed = (pieces[:2], pieces[-2:]) == (["^", "("], [")", "$"])
    if not framed or any(one == ("(", "?") for one in pairwise(pieces)) or any(map(_COUNTED_GROUP.match, pieces)):
        return frozenset()
    found, depth = [""], 0
    for piece in pieces[2:-2]:
        depth += {"(": 1, ")": -1}.get(piece, 0)
        if depth < 0:  # the first group ends before the pattern does
            return frozenset()
        if piece == "|" and not depth:
            found.append("")
        else:
            found[-1] += piece
    return frozenset(found) if not depth else frozenset()
