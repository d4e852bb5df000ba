"""Rows out of the order of their list, rows listed twice, and what looks like a symbol but is none."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.extract import Extracted
from mandate_data.extract.sequences import longest_rising, surely_rising
from mandate_data.findings.finding import Finding

HANDBOOK = "raw/handbook-2016/document.md"


def found(project: ProjectCopy, code: str) -> list[Finding]:
    return [finding for finding in project.extract().findings if finding.code == code]


@pytest.mark.parametrize(
    "code", ["visit-out-of-order", "unread-symbol", "row-twice", "country-out-of-order", "list-ordinal"]
)
def test_the_sources_as_they_are_give_none(code: str, extracted: Extracted) -> None:
    assert [finding for finding in extracted.findings if finding.code == code] == []


@pytest.mark.parametrize(
    ("years", "places"),
    [
        ([2016, 2015, 2015, 2013], [0, 1, 2, 3]),
        ([1998, 1999, 1999, 1998], [0, 1, 2, 3]),  # reported on together
        ([2006, 2016, 2015, 2013], [1, 2, 3]),
        ([2016, 2015, 2019, 2013], [0, 1, 3]),
        ([2016], [0]),
        ([], []),
    ],
)
def test_the_longest_run_that_rises(years: list[int], places: list[int]) -> None:
    assert longest_rising([-year for year in years], slack=1) == places


@pytest.mark.parametrize(
    ("numbers", "places"),
    [([1, 2, 3], [0, 1, 2]), ([1, 3, 3, 5], [0, 3]), ([1, 7, 3, 5], [0, 2, 3]), ([2, 1], []), ([4], [0]), ([], [])],
)
def test_what_every_longest_run_holds(numbers: list[int], places: list[int]) -> None:
    assert surely_rising(numbers, slack=-1) == places


def test_a_wrong_year_stands_out_of_the_order(project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, "Mission to Georgia (11-18 April 2016)", "Mission to Georgia (11-18 April 2006)")
    (finding,) = found(project, "visit-out-of-order")
    assert (finding.row_key, finding.value, finding.line) == ("sale-of-children/2006-geo", "2006", line)
    assert finding.message == "the visit of 2006 is out of order: the list begins with the latest year"


@pytest.mark.quick(1)
@pytest.mark.parametrize("wrong", ["A/HRC2/2/54", "/AHRC/22/54", "AH/RC/22/54", "A/99/22/54"])
def test_what_looks_like_a_symbol_and_is_none(wrong: str, project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, "[^34]: A/HRC/22/54,", f"[^34]: {wrong},")
    (finding,) = found(project, "unread-symbol")
    assert (finding.value, finding.line) == (wrong, line)
    assert finding.message == f"{wrong} looks like a document symbol, but is not one"


def test_a_report_that_is_listed_twice(project: ProjectCopy) -> None:
    row = "| 1999 55th CHR session | Sale and trafficking of children |"
    text = (project.root / HANDBOOK).read_text(encoding="utf-8")
    (whole,) = [line for line in text.split("\n") if line.startswith(row)]
    line = project.edit(HANDBOOK, whole, f"{whole}\n{whole}")
    (finding,) = found(project, "row-twice")
    assert (finding.table, finding.line) == ("thematic_reports", line + 1)


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("old", "new", "value"),
    [
        ("Nauru, Niue, Palau", "Nauru, Uruguay, Palau", "Uruguay"),
        ("Barbados, Cameroon, the Cook Islands", "Barbados, Yemen, the Cook Islands", "Yemen"),
        ("Tonga, Trinidad and Tobago, Tuvalu", "Trinidad and Tobago, Tonga, Tuvalu", "Tonga"),
    ],
)
def test_a_state_out_of_the_order_of_the_alphabet(old: str, new: str, value: str, project: ProjectCopy) -> None:
    line = project.edit(HANDBOOK, old, new)
    (finding,) = found(project, "country-out-of-order")
    assert (finding.severity, finding.value, finding.line) == ("warning", value, line)
    assert finding.message == f"{value} is out of the alphabetical order of the list"


def test_a_list_that_was_never_in_the_order_of_the_alphabet_gives_none(project: ProjectCopy) -> None:
    project.edit(HANDBOOK, "Barbados, Cameroon, the Cook Islands, Fiji, Ghana, Ireland, Kenya,", "Kenya, Tonga, Fiji,")
    project.edit(HANDBOOK, "Tonga, Trinidad and Tobago, Tuvalu and Zambia", "Barbados, Ghana and Cameroon")
    assert found(project, "country-out-of-order") == []


@pytest.mark.quick(1)
@pytest.mark.parametrize(("old", "new"), [("second", "sixth"), ("first", "ninth")])
def test_an_item_of_a_list_with_another_number(old: str, new: str, project: ProjectCopy) -> None:
    line = project.edit("raw/leiden-2015/document.md", f"The {old} working method", f"The {new} working method")
    (finding,) = found(project, "list-ordinal")
    assert (finding.table, finding.field, finding.value, finding.line) == ("list_items", "ordinal", new, line)
    assert finding.message == f"the item is called the {new}, but those before and behind it say otherwise"
