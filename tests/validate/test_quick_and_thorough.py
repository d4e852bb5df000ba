"""What the quick check of a contract accepts, Frictionless and Pandera accept; what they refuse, it doubts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandera.errors
import pytest
from mandate_data.findings import Finding
from mandate_data.package.tables import Package, Tables
from mandate_data.package.write import write_package
from mandate_data.validate.contract_check import check_contract
from mandate_data.validate.own_package import validate_package
from mandate_data.validate.pandera_schemas import check_by_pandera, frame_of, pandera_schema
from mandate_data.validate.rules_check import check_rules

from .conftest import FEW
from .editing import RULES

FAULTS: dict[str, tuple[str, Callable[[Tables], object]]] = {
    "required": ("contract-constraint-error", lambda tables: tables["themes"][0].update(title=None)),
    "enum": ("contract-constraint-error", lambda tables: tables["country_visits"][0].update(kind="tour")),
    "pattern": ("contract-constraint-error", lambda tables: tables["countries"][0].update(region_code="2")),
    "minimum": ("contract-constraint-error", lambda tables: tables["provenance"][0].update(statement=0)),
    "type": ("contract-type-error", lambda tables: tables["country_visits"][0].update(year="MMXVI")),
    "primary key": ("contract-primary-key", lambda tables: tables["themes"].append(tables["themes"][-1])),
    "foreign key": ("contract-foreign-key", lambda tables: tables["country_visits"][0].update(person_id="nobody")),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    folder.mkdir()
    return folder


@pytest.mark.quick(2)
@pytest.mark.parametrize("fault", FAULTS)
def test_fault_of_each_kind_is_found_quickly_and_thoroughly(
    fault: str, tables: Tables, contract: Package, folder: Path
) -> None:
    code, plant = FAULTS[fault]
    del tables["provenance"][FEW:]
    plant(tables)
    write_package(tables, contract, folder)
    quick, _ = check_contract(folder, contract)
    assert code in {one.code for one in quick if one.severity == "error"}
    assert quick == check_contract(folder, contract, thorough=True)[0]


@pytest.mark.slow
def test_package_as_built_is_accepted_by_all(tables: Tables, contract: Package, folder: Path) -> None:
    write_package(tables, contract, folder)
    quick = validate_package(folder, contract, RULES)
    assert quick == validate_package(folder, contract, RULES, thorough=True)
    assert not [one for one in quick if one.code.startswith("contract-")]


@pytest.mark.quick(2)
@pytest.mark.parametrize("fault", ["required", "enum", "pattern", "minimum", "primary key"])
def test_pandera_refuses_what_breaks_a_column_or_a_key(fault: str, tables: Tables, contract: Package) -> None:
    FAULTS[fault][1](tables)
    found: list[Finding] = check_by_pandera(tables, contract, ())
    assert {one.code for one in found} == {"contract-constraint-error"}


def test_pandera_joins_the_rules_of_the_project(tables: Tables, contract: Package) -> None:
    tables["country_visits"][0]["year"] = 1999
    found = check_rules(tables, contract, RULES)
    assert "visit-year" in {one.code for one in found}
    assert set(check_by_pandera(tables, contract, RULES)) == set(found)


def test_pandera_schema_has_typed_columns(tables: Tables, contract: Package) -> None:
    table = contract.tables["country_visits"]
    frame = frame_of(tables["country_visits"], table)
    assert frame.shape == (len(tables["country_visits"]), len(table.columns))
    pandera_schema(table).validate(frame)
    with pytest.raises(pandera.errors.SchemaError):
        pandera_schema(table).validate(frame.astype({"year": "string"}))
