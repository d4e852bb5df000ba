"""A package is compared cell by cell with what its sources give: nothing plausible slips through."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import ROOT, ProjectCopy
from mandate_data.build_package import build
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package
from mandate_data.validation import inspect

from validate.editing import Edited

HANDBOOK = "raw/handbook-2016/document.md"


@dataclass
class Forger:
    """Edits a package as somebody would who wants it to pass: CSV, JSON and every checksum agree."""

    edited: Edited
    contract: Package

    def change(self, table: str, key: str, column: str, value: str) -> None:
        rows = self._rows(table)
        contract = self.contract.tables[table]
        (row,) = [row for row in rows if "|".join(row[name] for name in contract.primary_key) == key]
        row[column] = value
        self._write(table, rows)

    def drop(self, table: str, key: str) -> None:
        contract = self.contract.tables[table]
        rows = self._rows(table)
        self._write(table, [row for row in rows if "|".join(row[name] for name in contract.primary_key) != key])

    def add(self, table: str, row: dict[str, str]) -> None:
        rows = [*self._rows(table), row]
        keys = self.contract.tables[table].primary_key
        self._write(table, sorted(rows, key=lambda row: [row[name] for name in keys]))

    def found(self) -> list[Finding]:
        """What is wrong with it, with the project's sources at hand."""
        self.edited.sign()
        return [finding for finding in inspect(self.edited.folder, ROOT).findings if finding.severity != "note"]

    def _rows(self, table: str) -> list[dict[str, str]]:
        text = (self.edited.folder / f"data/{table}.csv").read_text(encoding="utf-8")
        return list(csv.DictReader(io.StringIO(text)))

    def _write(self, table: str, rows: list[dict[str, str]]) -> None:
        contract = self.contract.tables[table]
        buffer = io.StringIO(newline="")
        writer = csv.DictWriter(buffer, contract.columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        (self.edited.folder / f"data/{table}.csv").write_text(buffer.getvalue(), encoding="utf-8")
        content = [{name: column.value_of(row[name]) for name, column in contract.columns.items()} for row in rows]
        (self.edited.folder / f"json/{table}.json").write_text(
            json.dumps(content, default=float, ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
        )


@pytest.fixture
def forger(edited: Edited, contract: Package) -> Forger:
    return Forger(edited, contract)


def test_the_package_as_it_is_follows_from_its_sources(edited: Edited) -> None:
    assert [finding for finding in inspect(edited.folder, ROOT).findings if finding.severity != "note"] == []


def test_a_plausible_cell_is_found_on_the_line_that_says_otherwise(forger: Forger) -> None:
    forger.change("country_visits", "sale-of-children/2016-geo", "start_date", "2016-04-12")
    found = [finding for finding in forger.found() if finding.code == "cell-differs"]
    assert [(one.table, one.row_key, one.field, one.value, one.message) for one in found] == [
        (
            "country_visits",
            "sale-of-children/2016-geo",
            "start_date",
            "2016-04-11",
            "start_date is '2016-04-12', but the sources give '2016-04-11'",
        )
    ]
    line = (ROOT / HANDBOOK).read_text(encoding="utf-8").split("\n")[found[0].line - 1]
    assert (found[0].file.endswith(HANDBOOK), "Mission to Georgia (11-18 April 2016)" in line) == (True, True)


@pytest.mark.slow
def test_a_row_that_is_missing_stands_on_its_source_line(forger: Forger) -> None:
    forger.drop("organisations", "sename")
    (found,) = [finding for finding in forger.found() if finding.code == "row-missing"]
    assert found.message == "the sources give the row sename, the package has none"
    assert found.file.endswith(("handbook-2016/document.md", "leiden-2015/document.md"))
    assert found.line > 1


@pytest.mark.slow
def test_a_row_that_no_source_gives_stands_in_the_file(forger: Forger) -> None:
    nothing = {"country_code": None, "url": None}
    forger.add("organisations", {"organisation_id": "zz-invented", "name": "Invented", "kind": "ngo", **nothing})
    (found,) = [finding for finding in forger.found() if finding.code == "row-not-in-sources"]
    assert (found.row_key, found.message) == ("zz-invented", "no source gives the row zz-invented")
    assert found.file == str(forger.edited.folder / "data/organisations.csv")
    lines = (forger.edited.folder / "data/organisations.csv").read_text(encoding="utf-8").split("\n")
    assert lines[found.line - 1].startswith("zz-invented,")


@pytest.mark.slow
def test_an_erratum_explains_no_forged_cell(forger: Forger) -> None:
    (row,) = [row for row in forger._rows("claims") if row["claim_id"].endswith("working-methods")][:1]
    forger.change("claims", row["claim_id"], "claimed", "9")
    assert "cell-differs" in {finding.code for finding in forger.found()}


@pytest.mark.slow
def test_a_forged_digest_of_a_source_is_a_cell_like_any_other(forger: Forger) -> None:
    digest = hashlib.sha256(b"another text").hexdigest()
    forger.change("sources", "handbook-2016", "sha256", digest)
    (found,) = forger.found()
    assert (found.code, found.table, found.field) == ("cell-differs", "sources", "sha256")


@pytest.mark.slow
def test_a_forged_cell_does_not_pass_by_naming_another_text(forger: Forger) -> None:
    forger.change("sources", "handbook-2016", "sha256", hashlib.sha256(b"full text").hexdigest())
    forger.change("country_visits", "sale-of-children/2013-ben", "end_date", "2013-11-07")
    (found,) = forger.found()
    assert (found.code, found.severity, found.row_key) == ("source-differs", "error", "handbook-2016")
    assert found.hint == "build the package anew, or name the text that it was made from: --source ID=FILE"


@pytest.mark.slow
def test_a_package_is_compared_with_the_text_it_was_made_from(project: ProjectCopy, tmp_path: Path) -> None:
    copy = tmp_path / "copy.md"
    text = project.document("handbook-2016").read_text(encoding="utf-8")
    copy.write_text(text.replace("Mission to Benin (28 October-8 November", "Mission to Benin (28 October-7 November"))
    package, chosen = tmp_path / "package", {"handbook-2016": copy}
    assert build(project.root, package, chosen=chosen).accepted
    assert {one.code for one in inspect(package, project.root).findings if one.severity == "error"} == {
        "source-differs"
    }
    assert [one for one in inspect(package, project.root, chosen=chosen).findings if one.severity != "note"] == []
