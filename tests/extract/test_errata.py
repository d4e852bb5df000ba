"""Errata: corrected values are published, flagged ones kept, and an erratum that no longer fits fails the build."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, ProjectCopy
from mandate_data.build_package import BuildResult, build
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from mandate_data.package.tables import Package

HANDBOOK, LEIDEN = "raw/handbook-2016/document.md", "raw/leiden-2015/document.md"
ERRATA = "raw/handbook-2016/errata.yaml"
CHANGED = "the source has changed: delete the erratum, or say anew what it expects"
MENDED = "the source was mended: delete the erratum"
NO_ROW = "name a row that is there, or delete the erratum"
OTHER_VALUE = "the row has changed: delete the erratum, or say anew what is published"

ERRATA_OF = {
    source_id: yaml.safe_load((ROOT / "raw" / source_id / "errata.yaml").read_text(encoding="utf-8"))
    for source_id in ("handbook-2016", "leiden-2015")
}
LISTED = [(source_id, erratum) for source_id, errata in ERRATA_OF.items() for erratum in errata]
EXPLAINING = [(source_id, erratum) for source_id, erratum in LISTED if "explains" in erratum]


def name(parameter: str | dict[str, str]) -> str:
    return parameter if isinstance(parameter, str) else parameter["erratum_id"]


# Table, row, column, and what is published there although something else is printed.
CORRECTED = [
    ("documents", "E/CN.4/RES/1990/68", "symbol", "E/CN.4/RES/1990/68"),
    ("documents", "A/HRC/4/31/Add.2", "parent_symbol", "A/HRC/4/31"),
    ("documents", "A/HRC/9/21", "body", "human_rights_council"),
    ("country_visits", "sale-of-children/2006-ukr", "report_symbol", "A/HRC/4/31/Add.2"),
    ("events", "mandate-created", "symbol", "E/CN.4/RES/1990/68"),
    ("people", "maalla-mjid", "name", "Najat Maalla M'jid"),
    ("citations", "handbook-2016/n33/a-hrc-28-56", "note", "33"),
]
# The same, where it is published as printed: the sources don't settle what is right.
FLAGGED = [
    ("country_visits", "sale-of-children/1998-lao", "report_symbol", "E/CN.4/2000/73/Add.3"),
    ("country_visits", "sale-of-children/1999-fji", "report_symbol", "E/CN.4/2000/73/Add.3"),
    ("country_visits", "sale-of-children/2014-hnd", "report_symbol", "A/HRC/28/56/Add.1"),
    ("mandate_holders", "sale-of-children|de-boer-buquicchio", "term_start", "2014-05-08"),
    ("statistics", "ilo-forced-labour-age", "value", "17"),
    ("claims", "countries-visited", "claimed", "34"),
    ("claims", "countries-visited", "computed", "35"),
    ("claims", "visits-a-year", "claimed", "2-3"),
]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuildResult:
    return build(ROOT, tmp_path_factory.mktemp("errata") / "package")


def rows(folder: Path, table: str, contract: Package) -> dict[str, dict[str, str]]:
    with (folder / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {"|".join(row[name] for name in contract.tables[table].primary_key): row for row in csv.DictReader(file)}


def line_of(project: ProjectCopy, erratum_id: str, path: str = ERRATA) -> int:
    text = (project.root / path).read_text(encoding="utf-8")
    return text[: text.index(f"- erratum_id: {erratum_id}\n")].count("\n") + 1


def stale(findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code == "erratum-stale"]


@pytest.mark.parametrize(("table", "key", "column", "value"), [*CORRECTED, *FLAGGED])
def test_published_value(table: str, key: str, column: str, value: str, built: BuildResult, contract: Package) -> None:
    assert rows(built.folder, table, contract)[key][column] == value


def test_a_corrected_symbol_stands_in_no_table_but_as_printed(built: BuildResult, contract: Package) -> None:
    misprints = {"E/CN4/RES/1990/68", "E/CN.4/RES.1990/68.E", "A/HRC/4/Add.2"}
    places = {
        (table, column)
        for table in contract.tables
        for row in rows(built.folder, table, contract).values()
        for column, value in row.items()
        if value in misprints
    }
    assert places == {("citations", "as_printed"), ("errata", "as_printed")}


def test_a_misprinted_name_is_read_as_the_person_meant(built: BuildResult) -> None:
    with (built.folder / "data/provenance.csv").open(encoding="utf-8", newline="") as file:
        read = {
            row["line"] for row in csv.DictReader(file)
            if (row["table"], row["row_key"], row["source_id"]) == ("thematic_reports", "A/HRC/25/48", "leiden-2015")
        }  # fmt: skip
    lines = (ROOT / LEIDEN).read_text(encoding="utf-8").split("\n")
    assert any("Njat" in lines[int(line) - 1] for line in read)


@pytest.mark.parametrize(("source_id", "erratum"), LISTED, ids=name)
def test_every_erratum_is_published_with_its_line(
    source_id: str, erratum: dict[str, str], built: BuildResult, contract: Package
) -> None:
    row = rows(built.folder, "errata", contract)[erratum["erratum_id"]]
    assert row["source_id"] == source_id
    for column in ("table", "field", "as_printed", "published", "status"):
        assert row[column] == (erratum[column] or "")  # what is withheld is empty
    assert row["reason"] == " ".join(erratum["reason"].split())
    lines = (ROOT / "raw" / source_id / "document.md").read_text(encoding="utf-8").split("\n")
    with (built.folder / "data/provenance.csv").open(encoding="utf-8", newline="") as file:
        places = [
            place for place in csv.DictReader(file)
            if (place["table"], place["row_key"]) == ("errata", erratum["erratum_id"])
        ]  # fmt: skip
    assert places
    for place in places:
        words = " ".join(lines[int(place["line"]) - 1 : int(place["end_line"])]).replace("’", "'")
        assert erratum["line_contains"] in words


@pytest.mark.parametrize(("source_id", "erratum"), EXPLAINING, ids=name)
def test_an_explained_finding_is_a_note_that_names_the_erratum(
    source_id: str, erratum: dict[str, str], built: BuildResult
) -> None:
    explained = [item for item in built.findings if item.erratum == erratum["erratum_id"]]
    assert (erratum["explains"], "note") in {(item.code, item.severity) for item in explained}
    assert {item.file for item in explained} == {str(ROOT / "raw" / source_id / "document.md")}


def test_with_its_errata_the_package_has_no_errors_or_warnings(built: BuildResult) -> None:
    assert [item for item in built.findings if item.severity != "note"] == []


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("erratum_id", "code", "severity", "message"),
    [
        ("handbook-countries-visited", "claim-disagrees", "error",
         "the source says 34, the tables give 35"),
        ("handbook-hand-over-2014", "terms-follow", "error",
         "the term from 2014-05-08 overlaps the one before, or follows one without an end"),
        ("handbook-fiji-report-symbol", "report-of-two-visits", "error",
         "E/CN.4/2000/73/Add.3 is printed for another visit, too"),
        ("handbook-note-47-mark", "mark-missing", "warning", "nothing in the text is marked with note 47"),
    ],
)  # fmt: skip
def test_without_its_erratum_an_error_of_the_source_comes_up(
    erratum_id: str, code: str, severity: str, message: str, project: ProjectCopy
) -> None:
    file = project.root / ERRATA
    text = file.read_text(encoding="utf-8")
    left = re.sub(rf"(?ms)^- erratum_id: {erratum_id}\n.*?(?=^- |\Z)", "", text)
    assert left != text
    file.write_text(left, encoding="utf-8")
    built = project.build()
    found = [(item.code, item.severity, item.message) for item in built.findings if item.severity != "note"]
    assert found == [(code, severity, message)]
    assert built.accepted == (severity != "error")


# What is changed in which file; the erratum that fails, its message and hint.
SLOW = pytest.mark.slow
STALE = [
    pytest.param(HANDBOOK, "E/CN4/RES/1990/68", "E/CN.4/RES/1990/68", "handbook-mandate-resolution-symbol",
                 ["expected 'E/CN4/RES/1990/68' 1 times in {document}, found it 0 times"], [CHANGED],
                 id="words gone"),
    pytest.param(HANDBOOK, "Change has been too", "Below the age of 17, below the age of 17, change has been too",
                 "handbook-forced-labour-age",
                 ["expected 'below the age of 17' 1 times in {document}, found it 2 times"], [CHANGED],
                 id="words once too often", marks=SLOW),
    pytest.param(ERRATA, "row_key: ilo-forced-labour-age", "row_key: ilo-forced-labour-old",
                 "handbook-forced-labour-age", ["statistics has no row 'ilo-forced-labour-old'"], [NO_ROW],
                 id="row gone", marks=SLOW),
    pytest.param(ERRATA, "as_printed: '17'\n  published: '17'", "as_printed: '17'\n  published: '18'",
                 "handbook-forced-labour-age",
                 ["statistics ilo-forced-labour-age: value is '17', not '18'"], [OTHER_VALUE],
                 id="other value published", marks=SLOW),
    pytest.param(ERRATA, "  field: label\n  as_printed: biannual", "  field: worth\n  as_printed: biannual",
                 "handbook-biannual-renewal",
                 ["list_items has no column 'worth'"], ["name one of its columns"],
                 id="no such column", marks=SLOW),
    pytest.param(HANDBOOK, "Child marriage, which can", "Child marriage,[^47] which can", "handbook-note-47-mark",
                 ["there is no finding 'mark-missing' left for it to explain"], [MENDED],
                 id="finding gone", marks=SLOW),
    pytest.param(HANDBOOK, "34 different countries", "35 different countries", "handbook-countries-visited",
                 ["claims countries-visited: claimed is '35', not '34'",
                  "expected '34 different countries' 1 times in {document}, found it 0 times",
                  "there is no finding 'claim-disagrees' left for it to explain"], [OTHER_VALUE, CHANGED, MENDED],
                 id="number mended"),
]  # fmt: skip


@pytest.mark.quick(1)
@pytest.mark.parametrize(("path", "old", "new", "erratum_id", "messages", "hints"), STALE)
def test_an_erratum_that_no_longer_fits_fails_the_build(
    path: str, old: str, new: str, erratum_id: str, messages: list[str], hints: list[str], project: ProjectCopy
) -> None:
    project.edit(path, old, new)
    built = project.build()
    found = [item for item in built.findings if item.severity == "error"]
    document = project.root / HANDBOOK
    assert not built.accepted
    assert [item.message for item in found] == [
        f"erratum {erratum_id}: {message.format(document=document)}" for message in messages
    ]
    assert [item.hint for item in found] == hints
    assert {item.code for item in found} == {"erratum-stale"}
    assert {(item.file, item.line) for item in found} == {(str(project.root / ERRATA), line_of(project, erratum_id))}


def test_a_symbol_is_corrected_wherever_the_source_prints_it(project: ProjectCopy) -> None:
    project.edit(HANDBOOK, "[^45]: A/HRC/25/48, pp.23-24.", "[^45]: A/HRC/4/Add.2, p.3.")
    project.edit(ERRATA, "line_contains: A/HRC/4/Add.2\n  expects: 1", "line_contains: A/HRC/4/Add.2\n  expects: 2")
    extracted = project.extract()
    cited = [row for row in extracted.tables["citations"] if row["note"] == 45]
    assert [(row["symbol"], row["as_printed"]) for row in cited] == [("A/HRC/4/31/Add.2", "A/HRC/4/Add.2")]
    assert stale(list(extracted.findings)) == []


INVENTED = """
- erratum_id: handbook-invented
  kind: error
  table: statistics
  row_key: travel-countries-with-cases
  field: value
  as_printed: '62'
  published: '63'
  status: corrected
  reason: Invented by a test, with as many words as the rules for errata ask of a reason.
  line_contains: 62 countries
  expects: 1
"""


def test_a_new_correction_changes_its_row(project: ProjectCopy) -> None:
    with (project.root / ERRATA).open("a", encoding="utf-8") as file:
        file.write(INVENTED)
    extracted = project.extract()
    (row,) = [row for row in extracted.tables["statistics"] if row["statistic_id"] == "travel-countries-with-cases"]
    assert str(row["value"]) == "63"
    assert stale(list(extracted.findings)) == []


@pytest.mark.slow
def test_a_corrected_number_is_a_number(project: ProjectCopy) -> None:
    with (project.root / ERRATA).open("a", encoding="utf-8") as file:
        file.write(INVENTED)
    built = project.build()
    assert [item.message for item in built.findings if item.severity == "error"] == []


@pytest.mark.slow
def test_errata_are_not_called_stale_where_nothing_could_be_judged(project: ProjectCopy) -> None:
    project.edit(HANDBOOK, "[^2]: Geneva Declaration of the Rights of the Child (1924)", "[^2]: Declaration (1924)")
    built = project.build()
    assert [item.table for item in built.findings if item.code.startswith("contract")] == ["legal_instruments"]
    assert stale(list(built.findings)) == []


@pytest.mark.quick(1)
@pytest.mark.parametrize("table", ["visits", "provenance", "rules", "errata"])
def test_an_erratum_on_a_table_that_it_can_not_be_about_is_one_line(table: str, project: ProjectCopy) -> None:
    path = project.root / "raw" / "leiden-2015" / "errata.yaml"
    text = path.read_text(encoding="utf-8")
    first = text.index("  table: ")
    line = text[:first].count("\n") - 1
    path.write_text(f"{text[:first]}  table: {table}{text[text.index(chr(10), first) :]}", encoding="utf-8")
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == f"{path}:{line}: there is no table '{table}' that an erratum can be about"
