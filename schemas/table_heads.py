"""Whether the first row of a table names its columns, or is a row like the others: told by what its cells hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandate_data.extract.parsed_source import ParsedSource

from .dates_in_text import DATED
from .table_cells import cell_spans

NUMBER = re.compile(r"(?!(?:19|20)\d\d$)[-–+$€]?\d[\d.,  ]*(?: ?%)?")
"""A number in a cell of its own, but for a year, which may head a column."""
MOST = 0.5  # of the other rows hold the same in this column


def has_head(parsed: ParsedSource, rows: Sequence[int]) -> bool:
    """Whether the first of these rows is the head of their table: none of its cells holds what those below it hold."""
    first, *others = [_held(parsed, index) for index in rows]
    return not any(
        held and sum(held <= row[column] for row in others if column < len(row)) >= MOST * len(others)
        for column, held in enumerate(first)
    )


def _held(parsed: ParsedSource, index: int) -> list[frozenset[str]]:
    """What each cell of a row holds: a document's symbol, a date, a number."""
    cited = [one.reference.start for one in parsed.citations_in(index)]
    held: list[frozenset[str]] = []
    for begin, end in cell_spans(parsed, index):
        text = parsed.text[index][begin:end]
        kinds = {
            "symbol": any(begin <= start < end for start in cited),
            "date": DATED.search(text) is not None,
            "number": NUMBER.fullmatch(text) is not None,
        }
        held.append(frozenset(kind for kind, there in kinds.items() if there))
    return held
