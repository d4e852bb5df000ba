"""Words of a language that only make sense together: what tells organs of others, how numbers are written in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NEVER = r"(?!)"
"""A pattern that matches nowhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Others:
    """What tells organs of others from ours beside their common names, as patterns for the text as it is printed:
    `before` a name and `behind` it, or only those of a head alone (`Council`)."""

    before: str = NEVER
    behind: str = NEVER
    before_head: str = NEVER
    behind_head: str = NEVER
    free: str = ""
    """Where no space parts words: what stands before a name that is not part of it. Empty: any word may."""
    between: str = ""
    """What may part the name of a body of others from its number: the union `in its` resolution."""
    acts: str = NEVER
    """Where no space parts words: what follows an organ that acts, or whose number follows."""


@dataclass(frozen=True, slots=True, eq=False)
class Written:
    """How a language writes the numbers of resolutions in numerals of its own: `pattern` finds them in the printed
    text, with the groups `number`, `year`, and `letters`, `outer` and `behind` for letters. `figures` are read one by
    one, but with one of the `units` they are a number in words; `sessions` are those from the first on; `year` finds
    that of a date."""

    pattern: str
    figures: Mapping[str, str]
    units: Mapping[str, int]
    letters: Mapping[str, str]
    sessions: tuple[str, ...]
    year: str
