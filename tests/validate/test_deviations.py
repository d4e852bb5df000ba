"""Deviations from Frictionless: each is tried on both engines and on Frictionless itself, and is in the docs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT
from foreign_packages import ALL_LARGE, ALL_SMALL
from frictionless import Package
from mandate_data.validate.deviations import Deviation, as_markdown, deviations
from mandate_data.validate.foreign_package import check_described

ALL = deviations()


@pytest.fixture
def written(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Deviation, Path]:
    item: Deviation = request.param
    (tmp_path / "datapackage.json").write_text(json.dumps(item.descriptor), encoding="utf-8")
    (tmp_path / "t.csv").write_bytes(item.csv.encode(item.written))
    return item, tmp_path


@pytest.mark.parametrize("written", ALL, indirect=True, ids=[item.what for item in ALL])
@pytest.mark.parametrize("large", [ALL_SMALL, ALL_LARGE])
def test_both_engines_judge_by_the_standard(written: tuple[Deviation, Path], large: int) -> None:
    item, folder = written
    found = check_described(folder, item.descriptor, large)
    errors = [finding for finding in found if finding.severity == "error"]
    assert ("invalid" if errors else "valid") == item.ours, errors


@pytest.mark.parametrize("written", ALL, indirect=True, ids=[item.what for item in ALL])
def test_version_1_says_the_same_but_for_what_is_of_version_2(written: tuple[Deviation, Path]) -> None:
    item, folder = written
    descriptor = {key: value for key, value in item.descriptor.items() if key != "$schema"}
    errors = [finding for finding in check_described(folder, descriptor) if finding.severity == "error"]
    assert (("invalid" if errors else "valid") == item.ours) == (item.since == 1), errors


@pytest.mark.parametrize("written", ALL, indirect=True, ids=[item.what for item in ALL])
def test_frictionless_judges_as_the_page_says(written: tuple[Deviation, Path]) -> None:
    item, folder = written
    try:
        valid = Package(str(folder / "datapackage.json")).validate().valid
    except Exception:  # noqa: BLE001  it may crash, which is no verdict that anybody can use
        valid = False
    assert ("valid" if valid else "invalid") == item.frictionless


def test_the_page_has_a_row_for_each() -> None:
    assert as_markdown() in (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
    assert call("checks", "--format", "deviations", folder=ROOT).stdout == as_markdown()


def test_like_frictionless_takes_its_verdict(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("d\n2020-1-1\n", encoding="utf-8")
    schema = {"fields": [{"name": "d", "type": "date"}]}
    descriptor = {"name": "p", "resources": [{"name": "t", "path": "t.csv", "schema": schema}]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    assert call("validate", str(tmp_path), folder=tmp_path).returncode == 1
    assert call("validate", str(tmp_path), "--like", "frictionless", folder=tmp_path).returncode == 0
