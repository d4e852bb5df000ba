"""General comments of the treaty bodies: which committee adopted which number when, under which symbol.

The lists are in `bodies.yaml`. Until 2006 the symbols did not carry the number of the comment, so that no rule gives
them; early ones came out in annual reports and have no symbol of their own (there: the report's).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from mandate_data.citations.bodies import Comments, table


@cache
def all_comments() -> Mapping[str, Comments]:
    """The general comments by committee, in the order of the table."""
    return {body.slug: body.comments for body in table().bodies if body.comments}


def symbol_of(committee: str, number: int) -> str | None:
    """The symbol of a committee's general comment: its own, that of the annual report in which it came out where the
    table says so (`E/1991/23`), or None."""
    series = all_comments()[committee]
    return series.symbols.get(number, f"{series.stem}{number}")


def committees(number: int, year: int | None, recommendation: bool) -> tuple[str, ...]:
    """The committees that have a general comment (or recommendation) of this number, of this year if given."""
    found = []
    for committee, series in all_comments().items():
        if recommendation != series.recommendations or number not in series.years:
            continue
        if year is None or year in series.years[number]:
            found.append(committee)
    return tuple(found)
