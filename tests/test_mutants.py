"""The mutants: drawn with a seed, each a change of one line, judged by the line on which a finding stands."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import mutants
import pytest
from conftest import ROOT
from mandate_data.package.table_schemas import load_contract

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


def test_the_report_in_the_documentation_is_of_these_faults() -> None:
    text = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.split("\n") if line.startswith("| ")]
    tables = [
        [row for row in rows if row[0] in names] for names in (mutants.KINDS, load_contract(ROOT / "schemas").tables)
    ]
    totals = [row for row in rows if row[0] == "all"]
    assert [row[0] for row in tables[0]] == list(mutants.KINDS)
    for table, total in zip(tables, totals, strict=True):
        assert [str(sum(int(row[column]) for row in table)) for column in (1, 2, 3)] == total[1:]
    assert [total[1] for total in totals] == [str(len(mutants.KINDS) * mutants.PER_KIND), str(mutants.PACKAGE_FAULTS)]
    assert f"the seed {mutants.SEED}" in text
