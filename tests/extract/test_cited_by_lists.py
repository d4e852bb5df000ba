"""The document that a list comes from is the one cited where its rule says."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.extract import Extracted

GUIDE = "raw/handbook-2016/extraction.yaml"
LIST = "handbook-2016/second-holder-internet"
RULE = "(?=The private sector and computer)'\n    symbol: "


def symbol(found: Extracted) -> object:
    (row,) = [row for row in found.tables["lists"] if row["list_id"] == LIST]
    return row["symbol"]


def test_the_first_note_after_the_introduction(extracted: Extracted) -> None:
    assert symbol(extracted) == "E/CN.4/1998/101"


@pytest.mark.parametrize("where", ["note", "intro", "items"])
def test_elsewhere_this_list_cites_nothing(project: ProjectCopy, where: str) -> None:
    project.edit(GUIDE, f"{RULE}first_note", f"{RULE}{where}")
    assert symbol(project.extract()) is None
