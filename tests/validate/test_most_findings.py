"""The most findings: of a package that is wrong everywhere, what is left out is said."""

from __future__ import annotations

import pytest
from foreign_packages import ALL_LARGE, ALL_SMALL, Described, field
from mandate_data.findings.reports import as_text
from mandate_data.limits import LONGEST_VALUE
from mandate_data.validate import foreign_package, large

TABLES = {name: ("a\nx\ny\n", {"fields": [field("a", "integer")]}) for name in ("t1", "t2", "t3")}


@pytest.mark.parametrize("size", [ALL_SMALL, ALL_LARGE])
def test_after_the_most_of_a_package_no_table_is_checked(
    size: int, foreign: Described, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign.write(TABLES)
    assert len(foreign.check(size)) == 6
    for module in (foreign_package, large):
        monkeypatch.setattr(module, "MOST_PACKAGE_FAULTS", 4)
    found = foreign.check(size)
    assert [one.table for one in found if one.code == "contract-type-error"] == ["t1", "t1", "t2", "t2"]
    (left_out,) = (one for one in found if one.code == "contract-unfinished")
    assert (left_out.table, left_out.message) == (
        "t3", "more than 4 faults were found; this table and those after it were not checked"
    )  # fmt: skip


def test_a_descriptor_that_is_wrong_everywhere_is_cut(foreign: Described, monkeypatch: pytest.MonkeyPatch) -> None:
    foreign.describe([{"name": f"t{number}", "title": 1, "path": "t.bin"} for number in range(5)])
    (foreign.folder / "t.bin").write_bytes(b"\0")
    assert len([one for one in foreign.check(ALL_SMALL) if one.message.endswith("title is not text")]) == 5
    monkeypatch.setattr(foreign_package, "MOST_FAULTS", 3)
    found = foreign.check(ALL_SMALL)
    assert len([one for one in found if one.message.endswith("title is not text")]) == 3
    assert [one.severity for one in found if one.code == "contract-unfinished"] == ["error"]


def test_a_cell_that_is_very_long_is_cut_in_a_report(foreign: Described) -> None:
    foreign.write({"t": ("a\n" + "x" * 100_000 + "\n", {"fields": [field("a", "integer")]})})
    (found,) = foreign.check(ALL_SMALL)
    assert found.value == "x" * LONGEST_VALUE
    assert len(as_text([found])) < 10 * LONGEST_VALUE


def test_a_foreign_key_that_is_there_twice_is_one(foreign: Described) -> None:
    key = {"fields": ["a"], "reference": {"resource": "", "fields": ["b"]}}
    schema = {"fields": [field("a"), field("b")], "foreignKeys": [key] * 3}
    foreign.write({"t": ("a,b\nx,y\n", schema)})
    assert [one.code for one in foreign.check(ALL_SMALL)] == ["contract-foreign-key"]
