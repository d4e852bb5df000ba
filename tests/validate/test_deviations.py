"""Deviations from Frictionless: each is tried on both engines and on Frictionless itself, and is in the docs."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from calling import call
from conftest import ROOT
from foreign_packages import ALL_LARGE, ALL_SMALL
from frictionless import Package
from mandate_data.validate.deviations import Deviation, as_markdown, deviations
from mandate_data.validate.foreign_package import Judging, check_described

ALL = deviations()
AT_ADDRESSES = ('"dialect": "https:', '"schema": "https:')
FOREIGN = {"fields": ["a"], "reference": {"resource": "", "fields": ["c"]}}


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
    except Exception:  # noqa: BLE001  it may crash, which is not a verdict that anybody can use
        valid = False
    assert ("valid" if valid else "invalid") == item.frictionless


def test_the_page_has_a_row_for_each() -> None:
    assert as_markdown() in (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")
    assert call("checks", "--format", "deviations", folder=ROOT).stdout == as_markdown()


@pytest.mark.parametrize("written", ALL, indirect=True, ids=[item.what for item in ALL])
def test_like_frictionless_takes_its_verdict(written: tuple[Deviation, Path]) -> None:
    item, folder = written
    found = check_described(folder, item.descriptor, judging=Judging(like="frictionless"))
    errors = [finding for finding in found if finding.severity == "error"]
    if any(text in json.dumps(item.descriptor) for text in AT_ADDRESSES):
        assert errors == []  # Frictionless would fetch it
    else:
        assert ("invalid" if errors else "valid") == item.frictionless, errors


TWO = {"fields": [{"name": "a", "type": "string"}, {"name": "b", "type": "string"}]}
MORE: list[tuple[str, dict[str, Any], bytes]] = [
    ("a digest in capitals", {"hash": hashlib.md5(b"a,b\nx,y\n").hexdigest().upper()}, b"a,b\nx,y\n"),
    ("a right digest", {"hash": hashlib.md5(b"a,b\nx,y\n").hexdigest()}, b"a,b\nx,y\n"),
    ("a wrong size", {"bytes": 5}, b"a,b\nx,y\n"),
    ("no rows in the descriptor", {"path": None, "data": []}, b""),
    ("rows in the descriptor", {"path": None, "data": [["a", "b"], ["x", "y"]]}, b""),
    ("a format in capitals", {"format": "CSV"}, b"a,b\nx,y\n"),
    ("a table without the schema of its profile", {"profile": "tabular-data-resource", "schema": None}, b"a\nx\n"),
    ("a foreign key to no field", {"schema": {**TWO, "foreignKeys": [FOREIGN]}}, b"a,b\nx,y\n"),
    ("a lone surrogate", {}, b"a,b\nx,\xed\xa0\x80\n"),
    ("a schema in a file", {"schema": "schema.json"}, b"a,b\nx,y\n"),
    ("a schema in a file, and another column", {"schema": "schema.json"}, b"a,c\nx,y\n"),
    ("a table in two parts", {"path": ["t.csv", "more.csv"]}, b"a,b\nx,y\n"),
    ("a table in gz", {"path": "t.csv.gz"}, gzip.compress(b"a,b\nx,y\n")),
    ("a table in gz with a cell too many", {"path": "t.csv.gz"}, gzip.compress(b"a,b\nx,y,z\n")),
]


@pytest.mark.parametrize(("stated", "content"), [case[1:] for case in MORE], ids=[case[0] for case in MORE])
@pytest.mark.parametrize("version_2", [True, False], ids=["2", "1"])
def test_what_is_no_deviation_is_left_to_frictionless_too(
    stated: dict[str, Any], content: bytes, version_2: bool, tmp_path: Path
) -> None:
    (tmp_path / "schema.json").write_text(json.dumps(TWO), encoding="utf-8")
    (tmp_path / "more.csv").write_bytes(b"x,y\n")
    resource = {"name": "t", "path": "t.csv", "schema": TWO, **stated}
    resource = {key: value for key, value in resource.items() if value is not None}
    if content:
        path = resource["path"]
        (tmp_path / (path if isinstance(path, str) else path[0])).write_bytes(content)
    version = {"$schema": "https://datapackage.org/profiles/2.0/datapackage.json"} if version_2 else {}
    descriptor = {**version, "name": "p", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    try:
        valid = Package(str(tmp_path / "datapackage.json")).validate().valid
    except Exception:  # noqa: BLE001  as above
        valid = False
    found = check_described(tmp_path, descriptor, judging=Judging(like="frictionless"))
    assert any(item.severity == "error" for item in found) == (not valid)


def test_like_frictionless_keeps_our_limits(tmp_path: Path) -> None:
    """What is larger than our limits, a link out of the folder, and an address are not given to Frictionless."""
    folder = tmp_path / "package"
    folder.mkdir()
    (tmp_path / "t.csv").write_bytes(b"a,b\nx,y\n")
    (folder / "link.csv").symlink_to(tmp_path / "t.csv")
    (folder / "bomb.csv.gz").write_bytes(gzip.compress(b"a,b\n" + b"x,y\n" * 5_000_000))
    paths = ["link.csv", "bomb.csv.gz", "https://data.example/t.csv", "../t.csv", "none.csv"]
    tables = [{"name": f"t{number}", "path": path, "schema": TWO} for number, path in enumerate(paths)]
    descriptor = {"name": "p", "resources": tables}
    (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    found = check_described(folder, descriptor, judging=Judging(like="frictionless"))
    assert {(item.table, item.code) for item in found if item.severity == "error"} == {
        ("t0", "file-outside"),
        ("t1", "file-compressed"),
        ("t2", "contract-unread"),
        ("t3", "file-outside"),
        ("t4", "file-missing"),
    }


def test_like_frictionless_names_the_line_of_a_file(tmp_path: Path) -> None:
    """One table has a record of two lines; the categories of the other are none by the standard."""
    number, text = {"name": "a", "type": "integer"}, {"name": "b", "type": "string"}
    tables = []
    for name, content, fields in (
        ("t", 'a,b\n1,"x\ny"\nz,\n', [number, text]),
        ("u", "a\n1\nx\n", [{**number, "categories": [1, 1]}]),
    ):
        (tmp_path / f"{name}.csv").write_text(content, encoding="utf-8")
        tables.append({"name": name, "path": f"{name}.csv", "schema": {"fields": fields}})
    descriptor = {"name": "p", "resources": tables}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    found = check_described(tmp_path, descriptor, judging=Judging(like="frictionless"))
    wrong = [(Path(item.file).name, item.line) for item in found if item.severity == "error"]
    assert sorted(wrong) == [("t.csv", 4), ("u.csv", 3)]
