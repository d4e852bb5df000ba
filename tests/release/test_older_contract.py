"""Releases of an older contract: one note says so, and their own descriptor is what they are checked by."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT
from mandate_data.findings.finding import Finding
from mandate_data.package.write import to_json
from mandate_data.validation import inspect

VERSION = "1.1.0"
VISITS = "data/country_visits.csv"
NOTE = f"the release {VERSION} is of an older contract: its tables were checked by its own descriptor"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the release that lies nowhere near the project."""
    return Path(shutil.copytree(ROOT / "build" / "releases" / VERSION, tmp_path / "copy"))


def said(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(item.code, item.severity, item.table) for item in findings]


@pytest.mark.parametrize("version", ["1.0.0", "1.0.1", "1.1.0"])
def test_a_release_of_an_older_contract_has_one_finding(version: str) -> None:
    done = call("validate", f"build/releases/{version}", "--format", "json", folder=ROOT)
    findings = json.loads(done.stdout)["findings"]
    assert [(item["code"], item["severity"]) for item in findings] == [("contract-older", "note")]
    assert (done.returncode, findings[0]["message"]) == (0, NOTE.replace(VERSION, version))


def test_a_copy_elsewhere_has_the_same_finding(copy: Path) -> None:
    assert [item.message for item in inspect(copy, ROOT).findings] == [NOTE]


def test_a_changed_cell_is_found_by_its_own_descriptor(copy: Path) -> None:
    file = copy / VISITS
    file.write_text(file.read_text(encoding="utf-8").replace("1992-aus,1992,", "1992-aus,late,", 1), encoding="utf-8")
    found = said(inspect(copy, ROOT).findings)
    assert ("contract-type-error", "error", "country_visits") in found
    assert ("contract-hash-count", "error", "country_visits") in found
    assert found.count(("contract-older", "note", "")) == 1


def test_a_descriptor_that_was_changed_is_found_at_the_table(copy: Path) -> None:
    path = copy / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    themes = next(item for item in descriptor["resources"] if item["name"] == "themes")
    del themes["hash"]
    path.write_bytes(to_json(descriptor))
    found = inspect(copy, ROOT).findings
    assert said(found) == [("descriptor-differs", "error", "themes"), ("contract-older", "note", "")]
    assert found[0].message == f"what it says of the table themes is not what the release {VERSION} says"


@pytest.mark.quick(1)
@pytest.mark.parametrize("version", ["0.1.0", "9.9.9", "../releases/1.1.0"])
def test_a_package_of_no_release_must_keep_the_contract_of_today(copy: Path, version: str) -> None:
    path = copy / "datapackage.json"
    path.write_bytes(to_json(json.loads(path.read_text(encoding="utf-8")) | {"version": version}))
    found = said(inspect(copy, ROOT).findings)
    assert "contract-older" not in {code for code, _, _ in found}
    assert ("descriptor-differs", "error", "rules") in found


def test_a_release_of_the_contract_of_today_that_lacks_a_column_is_faulty_and_not_old(
    package: Path, tmp_path: Path
) -> None:
    shutil.copytree(ROOT / "schemas", tmp_path / "schemas")
    releases = tmp_path / "build" / "releases"
    shutil.copytree(package, releases / VERSION)
    shutil.copy(ROOT / "build" / "releases" / "index.json", releases / "index.json")
    path = releases / VERSION / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8")) | {"version": VERSION}
    path.write_bytes(to_json(descriptor))
    assert "contract-older" not in {item.code for item in inspect(releases / VERSION, tmp_path).findings}
    copy = Path(shutil.copytree(releases / VERSION, tmp_path / "copy"))
    next(item for item in descriptor["resources"] if item["name"] == "themes")["schema"]["fields"].pop()
    (copy / "datapackage.json").write_bytes(to_json(descriptor))
    lines = (copy / "data" / "themes.csv").read_text(encoding="utf-8").splitlines()
    (copy / "data" / "themes.csv").write_text("".join(f"{line.rsplit(',', 1)[0]}\n" for line in lines))
    found = said(inspect(copy, tmp_path).findings)
    assert "contract-older" not in {code for code, _, _ in found}
    assert any(code.startswith("contract-") and table == "themes" for code, _, table in found)


def test_a_release_whose_contract_says_the_same_of_its_tables_is_not_older(small_release: Path, tmp_path: Path) -> None:
    lights = Path(shutil.copytree(small_release, tmp_path / "lights"))

    def codes() -> list[str]:
        done = call("validate", "build/releases/1.0.0", "--format", "json", folder=lights)
        return [item["code"] for item in json.loads(done.stdout)["findings"]]

    assert codes() == []
    path = lights / "schemas" / "tables" / "lighthouses.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("description: ", "description: Once more, ", 1), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert codes() == ["contract-older"]
