"""The number of a resolution or decision as it is printed, in its parts."""

from __future__ import annotations

from typing import NamedTuple

_THREE_FIGURES = 100
OF_A_YEAR = "year/"
"""In place of the session of a number with its year behind it, as other organizations have: 8/2009, 28/04."""


class Number(NamedTuple):
    """A resolution's number as printed at [start, end)."""

    start: int
    end: int
    session: str | None
    number: int
    letter: str
    year: int | None
    adopted: tuple[int, int] | None = None
    """Year and month of adoption, where a date follows (see `with_date`)."""

    @property
    def roman(self) -> bool:
        """Whether the session is a Roman numeral, as before 1978."""
        return self.session is not None and not self.session[-1].isdigit()

    @property
    def code(self) -> str | None:
        """`CP` in a conference's decision 1/CP.21, empty in one numbered XIII/5 or A (65); None in a number of another
        form."""
        if self.session is None or not (self.session.endswith("/") or "." in self.session):
            return None
        return "" if self.session.endswith("/") else self.session.partition(".")[0]

    @property
    def lettered(self) -> bool:
        """Whether a letter stands for the number: A (65)."""
        return self.number == 0

    @property
    def bare(self) -> bool:
        """Whether the number stands alone, without session or year."""
        return self.session is None and self.year is None

    @property
    def is_small(self) -> bool:
        """Whether it stands alone and has two figures, as only the first resolutions of the Security Council may."""
        return self.bare and self.number < _THREE_FIGURES
