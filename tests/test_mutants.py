"""The mutants: drawn with a seed, each a change of one line, judged by the line on which a finding stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
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


@pytest.mark.slow
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


@pytest.mark.slow
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


Counts = dict[str, tuple[int, int, int]]  # by kind: planted, caught, on the right line


def documented(names: Iterable[str]) -> Counts:
    """The rows of a table of docs/mutants.md."""
    text = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([\w ,]+) \| (\d+) \| (\d+) \| (\d+) \|$", text, flags=re.MULTILINE)
    known = set(names)
    return {kind: (int(planted), int(caught), int(right)) for kind, planted, caught, right in rows if kind in known}


def test_the_report_in_the_documentation_is_of_these_faults() -> None:
    text = (ROOT / "docs" / "mutants.md").read_text(encoding="utf-8")
    totals = re.findall(r"^\| all \| (\d+) \| (\d+) \| (\d+) \|$", text, flags=re.MULTILINE)
    tables = documented(mutants.KINDS), documented(load_contract(ROOT / "schemas").tables)
    assert list(tables[0]) == list(mutants.KINDS)
    for table, total in zip(tables, totals, strict=True):
        assert [sum(counts) for counts in zip(*table.values(), strict=True)] == [int(number) for number in total]
    assert [int(total[0]) for total in totals] == [len(mutants.KINDS) * mutants.PER_KIND, mutants.PACKAGE_FAULTS]
    assert f"the seed {mutants.SEED}" in text


def caught_less(sample: Sequence[tuple[str, bool]], claimed: Counts) -> list[str]:
    """Where a sample is caught less often than is claimed: kinds that never pass, and all kinds together."""
    less = [kind for kind, caught in sample if not caught and claimed[kind][0] == claimed[kind][1]]
    expected = sum(claimed[kind][1] / claimed[kind][0] for kind, _ in sample)
    # A sample differs from the whole by chance; three standard deviations of it are let pass.
    variance = sum(
        claimed[kind][1] / claimed[kind][0] * (1 - claimed[kind][1] / claimed[kind][0]) for kind, _ in sample
    )
    if sum(caught for _, caught in sample) < expected - 3 * variance**0.5:
        less.append("all")
    return less


def test_a_sample_that_is_caught_less_often_is_noticed() -> None:
    claimed = {"sure": (30, 30, 30), "even": (30, 15, 15), "never": (30, 0, 0)}
    good = [("sure", True)] * 5 + [("even", True), ("even", False)] * 9 + [("never", False)] * 5
    assert caught_less(good, claimed) == []
    assert caught_less([*good, ("sure", False)], claimed) == ["sure"]
    assert caught_less([("even", False)] * 18, claimed) == ["all"]


@pytest.mark.slow
def test_a_sample_of_the_faults_in_the_editions_is_caught_as_often_as_the_documentation_says() -> None:
    planted = mutants.faults()[:: mutants.PER_KIND]
    assert [one.kind for one in planted] == list(mutants.KINDS)
    sample = [(one.kind, mutants.found_in_source(one)[0]) for one in planted]
    assert caught_less(sample, documented(mutants.KINDS)) == []


@pytest.mark.slow
def test_a_sample_of_the_faults_in_the_package_is_caught_as_often_as_the_documentation_says() -> None:
    planted = mutants.cells()[::30]
    claimed = documented(load_contract(ROOT / "schemas").tables)
    sample = [(one.table, mutants.found_in_package(one)[1]) for one in planted]
    assert caught_less(sample, claimed) == []
