"""Where a guide says something: the line of a value of ours, or of a key of an entry, for messages about it."""

from __future__ import annotations

from pathlib import Path

from mandate_data.findings.finding import Location
from mandate_data.package.tables import Table
from mandate_data.yaml_files import plain_values

PASSAGES = "passages"
OTHERS = ("about", "lists", "rows", "enumerations")
"""Parts of a guide, besides its passages, that have values of ours."""


def places_of(guide: Path, table: Table, column: str, value: object) -> list[Location]:
    """The lines at which a guide gives a value of ours to a column of a table; none where it does not.

    An id is given as `id`. What stands in no passage of the table, as the kind of a list, is looked for in the other
    parts of the guide: under its own name first.
    """
    keys = {column, "id"} if column in table.primary_key else {column}
    own: list[int] = []
    named: list[int] = []
    others: list[int] = []
    for one in plain_values(guide):
        if str(one.value) != str(value):
            continue
        if one.steps[:2] == (PASSAGES, table.name):
            own += [one.line] if one.steps[-1] in keys else []
        elif one.steps[0] in OTHERS:
            (named if one.steps[-1] in keys else others).append(one.line)
    return [Location(str(guide), line) for line in dict.fromkeys(own or named or others)]


def line_in_entry(guide: Path, first: int, *keys: str, number: int = 0) -> int:
    """The line of one of these keys in the entry that begins on the line `first`, or of the item `number` of a list
    that the entry has under it; that of the entry where it has none."""
    for one in plain_values(guide):
        if one.first == first and (
            one.steps[-1] in keys or (one.steps[-2:-1] and (one.steps[-2] in keys) and one.steps[-1] == number)
        ):
            return one.line
    return first


def lines_of_part(guide: Path, part: str, key: str) -> list[int]:
    """The lines of a key in all entries of a part of the guide."""
    return [one.line for one in plain_values(guide) if one.steps[0] == part and one.steps[-1] == key]
