"""The work itself: the files of a part read one after the other, their tables made and held against the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mandate_data.corpus.open_files import Opener
from mandate_data.corpus.part_check import check_made
from mandate_data.corpus.parts import Made, Part, Tables
from mandate_data.corpus.read_file import read_item, unread
from mandate_data.findings.finding import Finding


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
