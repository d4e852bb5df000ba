"""What the number of a resolution stands for, and the reasons why one stays open."""

from __future__ import annotations

from typing import Literal, NamedTuple

ResolutionKind = Literal["RES", "DEC"]

NOT_NAMED = "the organ is not named"
OF_ANOTHER = "another body is named as having adopted it"
"""For this reason a number is open for good: a mention of it elsewhere in the text settles nothing."""
NO_SYMBOL = "the resolutions of this organ have no symbol that follows from their number"
DRAFT = "it is a draft, which is not numbered as the resolution that it becomes"
NO_SESSION = "the session or the year is not named"
ANOTHER_NEAR = "the sentence names an organ that has no resolutions of this form"


class Meaning(NamedTuple):
    """What a number stands for: its symbol and organ, or the candidates and the reason why it is open."""

    symbol: str | None
    candidates: tuple[str, ...] = ()
    reason: str | None = None
    organ: str | None = None
