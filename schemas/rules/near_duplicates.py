"""Near-duplicates: texts that a slip may have made two of one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mandate_data.validate.rule import Index, Row, RowsTest, Rule

SHORTEST_NAME = 8  # characters; shorter ones, such as acronyms, may well be alike
HYPHEN = re.compile(r"(?<=\w)-(?=\w)")
NAMES = {
    "thematic_reports": "title",
    "legal_instruments": "title",
    "people": "name",
    "organisations": "name",
    "works": "title",
    "initiatives": "name",
    "list_items": "label",
    "events": "title",
}


def one_apart(one: str, other: str) -> bool:
    """Whether two texts differ in one character, one that is left out, or two neighbours that are swapped."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = next((at for at, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), len(one))
    left, right = one[start:], other[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[1::-1] == right[:2] and left[2:] == right[2:])
    )


def one_part_apart(one: str, other: str) -> bool:
    """Whether two symbols have as many parts, and all but one of them are the same."""
    left, right = one.split("/"), other.split("/")
    return len(left) == len(right) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _no_similar_name(column: str) -> RowsTest:
    """No name is one character from another of its table.

    Numbers count what is called alike, and a hyphen between words is spelling: neither makes another name.
    """

    def check(rows: Sequence[Row], index: Index) -> list[bool]:
        names = [HYPHEN.sub(" ", re.sub(r"\d+", "0", row[column] or "")) for row in rows]
        by_length: dict[int, set[str]] = {}
        for name in names:
            by_length.setdefault(len(name), set()).add(name)
        similar = {
            one
            for length, alike in by_length.items()
            if length >= SHORTEST_NAME
            for one in alike
            if any(
                one_apart(one, other) for near in (length - 1, length, length + 1) for other in by_length.get(near, ())
            )
        }
        return [name not in similar for name in names]

    return check


RULES: tuple[Rule, ...] = tuple(
    Rule(
        "name-near-another",
        table,
        column,
        _no_similar_name(column),
    )
    for table, column in NAMES.items()
)
