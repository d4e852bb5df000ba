"""Ids stay: a citation, a row or a note that is added to an edition adds what it says, and moves nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ProjectCopy
from mandate_data.diff.compare import compare
from mandate_data.diff.render import as_text
from mandate_data.package.read import read_package

HANDBOOK, LEIDEN = "raw/handbook-2016/document.md", "raw/leiden-2015/document.md"
# What is added where: the edition, what is replaced by what, and the rows that come.
ADDITIONS = {
    "citation": (
        HANDBOOK,
        [("applying measures of prevention.", "applying measures of prevention (A/HRC/17/31).")],
        ["citations + handbook-2016/part-5-d/a-hrc-17-31"],
    ),
    "row": (
        HANDBOOK,
        [("| Mission to Armenia (", "| Mission to Peru (June 2015) (Yet to be published) |\n| Mission to Armenia (")],
        [
            "countries + PER",
            "country_visits + sale-of-children/2015-per",
            "visit_countries + sale-of-children/2015-per|PER",
            "events + visit-sale-of-children-2015-per",
        ],
    ),
    "note": (
        LEIDEN,
        [
            ("pose new risks and challenges.[^22]", "pose new risks and challenges.[^22] They are known.[^23]"),
            ("[^22]: Ibid., para. 29ff.", "[^22]: Ibid., para. 29ff.\n\n[^23]: UN Doc. A/67/291, para. 4."),
        ],
        ["citations + leiden-2015/n23/a-67-291"],
    ),
}  # fmt: skip


def keys_that_differ(before: Path, after: Path) -> list[str]:
    """The rows that came, went or got another key, as the difference reports them; places of cells are not meant."""
    table, found = "", []
    for line in as_text(compare(read_package(before), read_package(after))).splitlines():
        if not line.startswith(" "):
            table = line
        elif line.startswith(("  + ", "  - ", "  > ")) and table != "provenance":
            found.append(f"{table}{line[1:]}")
    return found


@pytest.mark.quick(1)
@pytest.mark.parametrize("what", ADDITIONS)
def test_what_is_added_moves_no_other_id(what: str, package: Path, project: ProjectCopy) -> None:
    edition, edits, come = ADDITIONS[what]
    for old, new in edits:
        project.edit(edition, old, new)
    built = project.build()
    assert [finding.message for finding in built.findings if finding.severity == "error"] == []
    assert keys_that_differ(package, project.root / "build" / "package") == come
