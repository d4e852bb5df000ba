"""The mutants: drawn with a seed, each a change of one line, judged by the line on which a finding stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import mutants
import pytest
from conftest import ROOT

HANDBOOK = "handbook-2016"


def fault(old: str, new: str | None) -> mutants.Fault:
    lines = (ROOT / "raw" / HANDBOOK / "document.md").read_text(encoding="utf-8").split("\n")
    (number,) = [number for number, line in enumerate(lines, 1) if old in line]
    before = lines[number - 1]
    return mutants.Fault("any", HANDBOOK, number, before, None if new is None else before.replace(old, new))


def test_the_same_seed_plants_the_same_faults() -> None:
    assert mutants.faults(7, 2) == mutants.faults(7, 2)
    assert mutants.faults(7, 2) != mutants.faults(8, 2)
    assert mutants.cells(7, 20) == mutants.cells(7, 20)
    assert mutants.cells(7, 20) != mutants.cells(8, 20)


def test_there_are_as_many_faults_of_each_kind_as_asked_for() -> None:
    assert Counter(one.kind for one in mutants.faults(7, 3)) == dict.fromkeys(mutants.KINDS, 3)


def test_a_fault_changes_the_line_that_it_names() -> None:
    for one in mutants.faults(7, 3):
        lines = Path(ROOT / "raw" / one.source / "document.md").read_text(encoding="utf-8").split("\n")
        assert lines[one.line - 1] == one.before != one.after


@pytest.mark.parametrize(
    ("old", "new", "caught"),
    [
        ("Mission to Georgia (11-18 April 2016)", "Mission to Georgia (11-18 April 2006)", (True, True)),
        ("Mission to Georgia (11-18 April 2016)", None, (True, False)),
        ("Its renewal in 2017 is", "Its renewal in 2018 is", (False, False)),
    ],
)
def test_a_fault_is_caught_where_a_finding_covers_its_line(
    old: str, new: str | None, caught: tuple[bool, bool]
) -> None:
    assert mutants.found_in_source(fault(old, new)) == caught
