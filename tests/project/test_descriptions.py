"""Descriptions of columns hold against the data: their examples are values of it, and what never varies says why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mandate_data.package.read import read_package
from mandate_data.package.tables import Package

REASON = re.compile(r"the same in all rows|the only one|as in our editions")
EXAMPLES = re.compile(r"for example (.+?)(?:;|\.$|, where |, the | where )")
VALUE = re.compile(r"[A-Z]?[\w'().]*[\d/|_-][\w'()./|_-]*|[A-Z]{3}")
"""What can only be a value: it has a digit, a stroke or a hyphen, or is a code of three letters."""


@pytest.fixture(scope="module")
def data(package: Path) -> Package:
    return read_package(package)


def examples(description: str) -> Iterator[str]:
    for found in EXAMPLES.finditer(description):
        for word in re.split(r",? or |,? and |, ", found[1]):
            if VALUE.fullmatch(word.strip("()")):
                yield word.strip("()")


def test_examples_are_told_from_other_words() -> None:
    text = "Its symbol, for example E/CN.4/RES/1990/68 or A/70/222; its kind, for example mission, or 28 (a session)."
    assert list(examples(text)) == ["E/CN.4/RES/1990/68", "A/70/222"]


def test_every_example_is_in_the_data(data: Package) -> None:
    known = {cell for table in data.tables.values() for row in table.cells for cell in row.values()}
    found = [
        (table.name, name, example)
        for table in data.tables.values()
        for name, column in table.columns.items()
        for example in examples(column.description)
    ]
    assert len(found) > 60
    assert [one for one in found if one[2] not in known] == []


def test_a_column_that_never_varies_says_why(data: Package) -> None:
    silent = [
        (table.name, name)
        for table in data.tables.values()
        for name, column in table.columns.items()
        if len(table.cells) > 2
        and len({row[name] for row in table.cells}) == 1
        and not REASON.search(column.description)
    ]
    assert silent == []


def test_a_column_that_may_be_empty_says_when(data: Package) -> None:
    silent = [
        (table.name, name)
        for table in data.tables.values()
        for name, column in table.columns.items()
        if not column.constraints.get("required") and "empty" not in column.description
    ]
    assert silent == []
