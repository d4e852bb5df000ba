"""The work itself: the files of a part read one after the other, their tables made and held against the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.corpus.checking import check_made
from pipeline.corpus.opening import Opener
from pipeline.corpus.parts import Made, Part, Tables
from pipeline.corpus.reading import read_item, unread
from pipeline.findings import Finding


def read_part(
    part: Part, given_up: Mapping[int, str] | None = None, begin: Callable[[int], None] = lambda index: None
) -> tuple[Made, list[Finding]]:
    """The tables of a part, and what the contract has against them.

    `given_up` has the reason for each file, by its place, that is not to be opened any more; `begin` is told the place
    of each file before it is opened, and at last how many there are.
    """
    tables = Tables()
    with Opener() as opener:
        for index, item in enumerate(part.items):
            begin(index)
            reason = (given_up or {}).get(index)
            tables.add(item.name, unread(item, reason) if reason else read_item(item, opener))
    begin(len(part.items))
    made = tables.made()
    return made, check_made(made)
