"""Runs in a child process: reads one part's files, builds its four tables, validates them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from mandate_data.child_worker import Tell
from mandate_data.corpus.open_files import Opener
from mandate_data.corpus.part_check import check_part
from mandate_data.corpus.parts import BuiltPart, Part, PartBuilder
from mandate_data.corpus.read_file import read_item, unread
from mandate_data.corpus.reading import USUAL, Reading
from mandate_data.findings.finding import Finding


def read_part(
    part: Part,
    given_up: Mapping[int, str] | None = None,
    begin: Callable[[int], None] = lambda index: None,
    reading: Reading = USUAL,
) -> tuple[BuiltPart, list[Finding]]:
    """The tables of a part, and the findings of its validation.

    `given_up` has, by index, the reason for each file that must not be opened again; `begin` gets the index of each
    file before it is opened, and at the end the number of files.
    """
    tables = PartBuilder()
    with Opener() as opener:
        for index, item in enumerate(part.items):
            begin(index)
            reason = (given_up or {}).get(index)
            tables.add(item.name, unread(item, reason) if reason else read_item(item, opener, reading))
    begin(len(part.items))
    part_tables = tables.build()
    return part_tables, check_part(part_tables)


def answer(order: Any, tell: Tell) -> tuple[BuiltPart, list[Finding]]:
    """Does what the child process is asked for; each file is announced by its index before it is opened."""
    part, given_up, reading = order
    # The tables have no limit.
    return read_part(part, given_up, lambda index: tell(index, index < len(part.items)), reading)
