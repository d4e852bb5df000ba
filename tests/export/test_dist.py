"""Binary forms of a release: what they hold is what the CSV files hold, and the same release gives the same bytes."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from conftest import ROOT
from foreign_packages import Described, field, refers
from mandate_data.errors import InputError
from mandate_data.export.excel import write_workbook
from mandate_data.export.zip_archive import write_zip
from mandate_data.package.read import read_package
from mandate_data.package.sqlite import write_database
from mandate_data.release.binary_forms import make_dist
from mandate_data.release.release_files import sums
from mandate_data.release.signing import sign
from mandate_data.release.verification import verify

VERSION = "2.0.0"
SMALL = "1.0.0"
NAME = "mandate-data-special-rapporteur-sale-of-children"
"""The only release of a small project."""
LEDGER = Path("build") / "releases" / "index.json"
RELEASE = ROOT / "build" / "releases" / VERSION


def released(root: Path) -> None:
    """The project's releases, and the contract, whose views the database gets."""
    shutil.copytree(ROOT / "build" / "releases", root / "build" / "releases")
    shutil.copytree(ROOT / "schemas", root / "schemas", ignore=shutil.ignore_patterns("__pycache__"))


def rows(table: str) -> list[dict[str, str]]:
    with (RELEASE / "data" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def tables() -> list[str]:
    return [path.stem for path in sorted((RELEASE / "data").glob("*.csv"))]


def text(value: object) -> str:
    """A value as CSV has it; whole numbers have no decimals."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@pytest.fixture(scope="module")
def database(dist: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(dist / f"{NAME}-{VERSION}.sqlite")
    connection.row_factory = sqlite3.Row
    return connection


@pytest.mark.parametrize("table", tables())
def test_every_form_holds_what_the_csv_file_holds(table: str, dist: Path, database: sqlite3.Connection) -> None:
    expected = [list(row.values()) for row in rows(table)]
    stored = database.execute(f'SELECT * FROM "{table}" ORDER BY rowid').fetchall()
    assert [[text(cell) for cell in row] for row in stored] == expected
    frame = pl.read_parquet(dist / "parquet" / f"{table}.parquet")
    assert frame.columns == list(rows(table)[0])
    assert [[text(cell) for cell in row] for row in frame.rows()] == expected
    workbook = openpyxl.load_workbook(dist / f"{NAME}-{VERSION}.xlsx", read_only=True)
    header, *cells = workbook[table].iter_rows(values_only=True)
    assert list(header) == frame.columns
    assert [[text(cell) for cell in row] for row in cells] == expected


def test_types_are_those_of_the_contract(dist: Path) -> None:
    visits = pl.read_parquet(dist / "parquet" / "country_visits.parquet")
    assert (visits.schema["year"], visits.schema["visit_id"]) == (pl.Int64, pl.String)
    assert pl.read_parquet(dist / "parquet" / "statistics.parquet").schema["value"] == pl.Float64


def test_the_database_keeps_the_contract(database: sqlite3.Connection) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    insert = "INSERT INTO visit_countries VALUES (?, ?, ?)"
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"), database:
        database.execute(insert, ("sale-of-children/2016-geo", "XXX", "Nowhere"))
    with pytest.raises(sqlite3.IntegrityError, match="NOT NULL"), database:
        database.execute(insert, ("sale-of-children/2016-geo", "FJI", None))
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"), database:
        database.execute("UPDATE country_visits SET kind = 'tour' WHERE visit_id = 'sale-of-children/2016-geo'")
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"), database:
        database.execute("UPDATE country_visits SET year = 'last' WHERE visit_id = 'sale-of-children/2016-geo'")


def test_views_answer_what_people_ask(database: sqlite3.Connection) -> None:
    regions = {row["country_code"]: row["region"] for row in rows("countries")}
    names = {row["person_id"]: row["name"] for row in rows("people")}
    holders = {row["visit_id"]: names[row["person_id"]] for row in rows("country_visits")}
    visits = rows("visit_countries")  # one to two countries counts for both
    expected = Counter((regions[row["country_code"]], holders[row["visit_id"]]) for row in visits)
    answer = database.execute("SELECT region, holder, visits FROM visits_by_region_and_holder").fetchall()
    assert {(row["region"], row["holder"]): row["visits"] for row in answer} == expected
    visit = dict(database.execute("SELECT * FROM visits WHERE visit_id = 'sale-of-children/2016-geo'").fetchone())
    assert (visit["country"], visit["region"], visit["places"]) == ("Georgia", "Asia", "handbook-2016:867")
    assert database.execute("SELECT count(*) FROM visits").fetchone()[0] == len(rows("visit_countries"))
    query = "SELECT country, partners, report_url FROM visits WHERE visit_id IN (?, ?) ORDER BY year"
    joined = database.execute(query, ("sale-of-children/2015-jpn", "sale-of-children/2016-nga")).fetchall()
    assert [tuple(row) for row in joined] == [
        ("Japan", None, "https://undocs.org/en/A/HRC/31/58/Add.1"),
        (
            "Nigeria",
            "Special Rapporteur on contemporary forms of slavery; Special Rapporteur on the right to health",
            None,
        ),
    ]
    assert database.execute("SELECT count(*) FROM reports").fetchone()[0] == len(rows("thematic_reports"))


def test_views_of_another_contract_are_left_out(tmp_path: Path) -> None:
    Described(tmp_path).write({"t": ("a\nx\n", {"fields": [field("a")]})})
    views = {"all_of_t": "SELECT a FROM t", "of_another": "SELECT b FROM u", "of_no_column": "SELECT b FROM t"}
    write_database(read_package(tmp_path), tmp_path / "t.sqlite", views)
    connection = sqlite3.connect(tmp_path / "t.sqlite")
    assert connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall() == [("all_of_t",)]


def test_words_are_found_in_any_table(database: sqlite3.Connection) -> None:
    found = database.execute('SELECT "table", row_key FROM search WHERE search MATCH ?', ("georgia",)).fetchall()
    assert sorted(tuple(row) for row in found) == [
        ("countries", "GEO"),
        ("events", "visit-sale-of-children-2016-geo"),
        ("visit_countries", "sale-of-children/2016-geo|GEO"),
    ]


def test_the_sqlite_command_reads_it(dist: Path) -> None:
    program = shutil.which("sqlite3")
    if program is None:
        pytest.skip("the program sqlite3 is not installed")
    query = "SELECT holder, sum(visits) FROM visits_by_region_and_holder GROUP BY holder ORDER BY 2 DESC LIMIT 1"
    command = [
        program,
        "-readonly",
        str(dist / f"{NAME}-{VERSION}.sqlite"),
        query,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("Najat Maalla M'jid|")


def test_a_row_that_breaks_a_key_is_refused(tmp_path: Path) -> None:
    schema = {"fields": [field("a"), field("b")], "primaryKey": ["a"], "foreignKeys": [refers("b", "", "a")]}
    Described(tmp_path).write({"t": ("a,b\nx,y\n", schema)})
    with pytest.raises(sqlite3.IntegrityError, match="1 rows break a foreign key, the first of t"):
        write_database(read_package(tmp_path), tmp_path / "t.sqlite")


def test_no_cell_of_the_workbook_is_a_formula_or_a_link(tmp_path: Path) -> None:
    cells = ["=1+1", "+1", "@SUM(A1)", "https://example.org", "0012", "{=1}"]
    Described(tmp_path).write({"t": ("a\n" + "".join(f"{cell}\n" for cell in cells), {"fields": [field("a")]})})
    descriptor = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    descriptor |= {"title": "T", "version": "1.0.0", "created": "2026-01-31T00:00:00Z"}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    write_workbook(read_package(tmp_path), tmp_path / "t.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "t.xlsx")["t"]
    assert [(cell.value, cell.data_type, cell.hyperlink) for (cell,) in sheet.iter_rows(min_row=2)] == [
        (cell, "s", None) for cell in cells
    ]


def test_the_workbook_begins_with_licence_joined_sheets_and_dictionary(dist: Path) -> None:
    workbook = openpyxl.load_workbook(dist / f"{NAME}-{VERSION}.xlsx", read_only=True)
    assert workbook.sheetnames == ["about", *VIEWS, "dictionary", *json_order()]
    about = dict(row[:2] for row in workbook["about"].iter_rows(min_row=2, values_only=True))
    assert about["version"] == VERSION
    assert about["licence"].endswith("https://creativecommons.org/licenses/by/4.0/")
    assert about["cite as"].endswith(f"Version {VERSION}.")
    visits = workbook["visits"].iter_rows(values_only=True)
    assert {"country", "holder", "start_date"} <= set(next(visits))
    entries = [
        row for row in workbook["dictionary"].iter_rows(values_only=True) if row[:2] == ("country_visits", "kind")
    ]
    assert entries[0][3:8] == ("string", "yes", None, None, "mission, visit, joint_mission, follow_up_mission")


VIEWS = ("citations_with_titles", "reports", "visits", "visits_by_region_and_holder")


def json_order() -> list[str]:
    descriptor = json.loads((RELEASE / "datapackage.json").read_text(encoding="utf-8"))
    return [resource["name"] for resource in descriptor["resources"]]


def test_the_zip_holds_the_release(dist: Path, tmp_path: Path) -> None:
    assert list(read_package(dist / f"{NAME}-{VERSION}.zip")) == list(read_package(RELEASE))
    with zipfile.ZipFile(dist / f"{NAME}-{VERSION}.zip") as archive:
        assert archive.testzip() is None
        assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_DEFLATED}
        names = archive.namelist()
        archive.extractall(tmp_path)
    assert names == sorted(names)
    there = {path.relative_to(RELEASE): path.read_bytes() for path in RELEASE.rglob("*") if path.is_file()}
    folder = tmp_path / f"{NAME}-{VERSION}"
    assert {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()} == there


def test_the_zip_does_not_know_when_and_by_whom_it_was_made(tmp_path: Path) -> None:
    made = []
    for name, mode in (("one", 0o644), ("two", 0o755)):
        (tmp_path / name).mkdir()
        for file in ("b", "a") if name == "one" else ("a", "b"):
            (tmp_path / name / file).write_text(file, encoding="utf-8")
            (tmp_path / name / file).chmod(mode)
        write_zip(tmp_path / name, "x", tmp_path / f"{name}.zip")
        made.append((tmp_path / f"{name}.zip").read_bytes())
    assert made[0] == made[1]


@pytest.mark.slow
def test_the_same_release_gives_the_same_bytes(dist: Path, tmp_path: Path) -> None:
    released(tmp_path)
    command = [sys.executable, "-m", "mandate_data", "dist", VERSION, "--root", str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env={"PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"}, capture_output=True, check=False
    )
    assert done.returncode == 0
    again = tmp_path / "build" / "dist" / VERSION
    assert (again / "SHA256SUMS").read_bytes() == (dist / "SHA256SUMS").read_bytes()
    checked = subprocess.run(["sha256sum", "--check", "--quiet", "--strict", "SHA256SUMS"], cwd=again, check=False)
    assert checked.returncode == 0


def test_what_was_not_released_has_no_binary_forms(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing was released; make a release first"):
        make_dist(tmp_path)
    with pytest.raises(InputError, match=r"9\.9\.9: no such release; known: 1\.0\.0"):
        make_dist(ROOT, "9.9.9")


def ssh_key(folder: Path, name: str) -> Path:
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", str(folder / name)]
    subprocess.run(command, check=True)
    return folder / name


@pytest.fixture
def project(tmp_path: Path, small_release: Path) -> Path:
    """A project with a release, whose SIGNERS trust the key in `key`, by which its ledger is signed."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("the program ssh-keygen is not installed")
    root = tmp_path / "project"
    shutil.copytree(small_release, root)
    public = ssh_key(tmp_path, "key").with_suffix(".pub").read_text(encoding="utf-8")
    (root / "SIGNERS").write_text(f"releases@example.org {public}", encoding="utf-8")
    sign(root / LEDGER, tmp_path / "key")
    return root


def test_a_signature_by_a_trusted_key_is_verified(project: Path, tmp_path: Path) -> None:
    out = make_dist(project, SMALL, tmp_path / "key")
    assert (out / "SHA256SUMS.sig").is_file()
    assert verify(project, rebuild=False) == []


def test_forms_that_were_changed_after_they_were_signed_are_named(project: Path, tmp_path: Path) -> None:
    out = project / "build" / "dist" / SMALL
    sign(out / "SHA256SUMS", tmp_path / "key")
    (forged,) = out.glob(f"*-{SMALL}.xlsx")
    forged.write_bytes(forged.read_bytes() + b" ")
    assert verify(project, rebuild=False) == [f"{forged}: was changed"]
    files = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    unsigned = {path: data for path, data in files.items() if not path.startswith("SHA256SUMS")}
    (out / "SHA256SUMS").write_bytes(sums(unsigned))
    assert verify(project, rebuild=False) == [
        f"{out}/SHA256SUMS.sig: is not a signature of SHA256SUMS as it is",
        f"{forged}: is not as this program writes it (it has a comment, or bytes that belong to no entry);"
        " make the binary forms again (mandate-data dist)",
    ]
    (out / "more").write_bytes(b"")
    assert f"{out}/more: is not part of the binary forms of {SMALL}" in verify(project, rebuild=False)


def test_a_signature_by_anybody_else_is_not_trusted(project: Path, tmp_path: Path) -> None:
    out = project / "build" / "dist" / SMALL
    sign(out / "SHA256SUMS", ssh_key(tmp_path, "other"))
    signature = out / "SHA256SUMS.sig"
    assert verify(project, rebuild=False) == [f"{signature}: signed by a key that is not in SIGNERS"]
    (project / "SIGNERS").unlink()
    assert verify(project, rebuild=False) == [
        f"{file}: nobody's key is trusted, as there is no SIGNERS" for file in (project / f"{LEDGER}.sig", signature)
    ]


@pytest.mark.parametrize(("content", "message"), [(None, "the key can't be read"), (b"no key", "nothing was signed")])
def test_a_key_that_can_not_be_used_leaves_nothing_behind(
    project: Path, tmp_path: Path, content: bytes | None, message: str
) -> None:
    key = tmp_path / "broken"
    if content is not None:
        key.write_bytes(content)
    shutil.rmtree(project / "build" / "dist")
    with pytest.raises(InputError, match=message):
        make_dist(project, SMALL, key)
    assert not (project / "build" / "dist" / SMALL).exists()


@pytest.mark.skipif(shutil.which("minisign") is None, reason="the program minisign is not installed")
def test_minisign_does_the_same(project: Path, tmp_path: Path) -> None:
    public = project / "SIGNERS.minisign"
    subprocess.run(["minisign", "-G", "-W", "-p", public, "-s", tmp_path / "mini"], check=True, capture_output=True)
    out = make_dist(project, SMALL, tmp_path / "mini")
    assert verify(project, rebuild=False) == []
    sums_file = out / "SHA256SUMS"
    sums_file.write_bytes(sums_file.read_bytes().replace(b"  parquet/themes", b"  parquet/Themes"))
    assert any("is not a signature of SHA256SUMS as it is" in line for line in verify(project, rebuild=False))
