"""Who proposed a list is read where its section names the person; where it names nobody, that is a finding."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.extract import Extracted

GUIDE = "raw/handbook-2016/extraction.yaml"
EDITION = "raw/handbook-2016/document.md"
CODE = "proposer-unnamed"


def proposers(extracted: Extracted) -> dict[str, object]:
    return {str(row["list_id"]): row["proposed_by"] for row in extracted.tables["lists"]}


def test_whoever_is_named_has_proposed_the_list(extracted: Extracted) -> None:
    found = proposers(extracted)
    assert found["handbook-2016/visit-aims"] == "petit"
    assert found["handbook-2016/emergency-staff"] == "maalla-mjid"
    assert found["handbook-2016/sdg-goals"] is None  # its rule does not ask
    assert CODE not in {finding.code for finding in extracted.findings}


def test_a_person_whom_the_section_no_longer_names_is_reported_for_each_list(project: ProjectCopy) -> None:
    project.edit(
        EDITION, "Mr Juan Miguel Petit, former Special Rapporteur, recalled that during", "It was recalled that during"
    )
    after = project.extract()
    found = [one for one in after.findings if one.code == CODE]
    assert [(one.severity, one.table, one.row_key, one.field, one.value) for one in found] == [
        ("error", "lists", f"handbook-2016/{name}", "proposed_by", "petit")
        for name in ("visit-aims", "transition-countries")
    ]
    assert found[0].message == "the section of handbook-2016/visit-aims names no 'petit', who proposed the list"
    assert found[0].hint.startswith(f"restore the name, or correct the id at {project.root / GUIDE}:")
    assert proposers(after)["handbook-2016/visit-aims"] is None


@pytest.mark.quick(1)
@pytest.mark.parametrize("slip", ["petitt", "nobody"])
def test_an_id_of_nobody_is_reported(slip: str, project: ProjectCopy) -> None:
    title = "title: What visits of 2001 to 2008 aimed at, by the third mandate holder\n    proposed_by: "
    project.edit(GUIDE, f"{title}petit", f"{title}{slip}")
    found = [one for one in project.extract().findings if one.code == CODE]
    assert [(one.row_key, one.value) for one in found] == [("handbook-2016/visit-aims", slip)]


def test_a_list_before_which_nobody_is_named_is_reported(project: ProjectCopy) -> None:
    start = "form: items\n    start: '^Committing to protecting children'"
    project.edit(GUIDE, start, f"proposed_by: true\n    {start}")
    (found,) = [one for one in project.extract().findings if one.code == CODE]
    assert (found.row_key, found.field, found.value) == ("handbook-2016/sdg-goals", "proposed_by", "")
    assert found.message == (
        "the section of handbook-2016/sdg-goals names no mandate holder before the list, so nobody has proposed it"
    )
    assert found.hint.startswith(f"restore the name, or take out proposed_by at {project.root / GUIDE}:")
