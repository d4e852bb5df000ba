"""Rows and frames: a cell that `validate` passes is a value for `load`, and the same one."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import mandate_data as md
import pytest
from foreign_packages import Described
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.findings import Location
from mandate_data.package.table_columns import compile_columns
from mandate_data.package.tables import Column
from mandate_data.validate.record_check import check_cell

READ: list[tuple[dict[str, Any], str, Any]] = [
    ({"type": "number", "decimalChar": ","}, "1,5", Decimal("1.5")),
    ({"type": "number", "groupChar": ","}, "1,500.25", Decimal("1500.25")),
    ({"type": "number", "groupChar": ".", "decimalChar": ","}, "1.000,5", Decimal("1000.5")),
    ({"type": "integer", "groupChar": " "}, "1 500", 1500),
    ({"type": "integer", "bareNumber": False}, "€ 95%", 95),
    ({"type": "number"}, "inf", Decimal("Infinity")),
    ({"type": "boolean", "trueValues": ["ja"]}, "ja", True),
    ({"type": "integer", "missingValues": ["-"]}, "-", None),
    ({"type": "string", "missingValues": ["-"]}, "-", None),
    ({"type": "string", "missingValues": [{"value": "-", "label": "none"}]}, "-", None),
    ({"type": "string", "missingValues": ["-"]}, "", ""),
    ({"type": "date", "format": "%d.%m.%Y"}, "31.12.2020", "31.12.2020"),
    ({"type": "integer"}, "123456789012345678901234567890", 123456789012345678901234567890),
]


def _package(folder: Path, field: dict[str, Any], cell: str, **schema: Any) -> Described:
    package = Described(folder)
    quoted = '"' + cell.replace('"', '""') + '"'
    fields = [{"name": "a", **field}, {"name": "z", "type": "string"}]
    package.write({"t": (f"a,z\n{quoted},x\n", {"fields": fields, **schema})})
    return package


@pytest.mark.parametrize(("field", "cell", "value"), READ)
def test_what_validate_passes_is_a_value_of_the_rows(
    field: dict[str, Any], cell: str, value: Any, tmp_path: Path
) -> None:
    _package(tmp_path, field, cell)
    assert [found for found in md.validate(tmp_path) if found.severity == "error"] == []
    assert md.load(tmp_path)["t"].rows == [{"a": value, "z": "x"}]
    frame = md.load(tmp_path)["t"].frame()
    if value is None:
        assert frame["a"].isna().all()
    else:
        assert frame["a"].tolist() == [value]


def test_missing_values_of_the_schema_hold_where_the_field_has_none(tmp_path: Path) -> None:
    _package(tmp_path, {"type": "string"}, "NA", missingValues=["NA"])
    assert md.load(tmp_path)["t"].rows[0]["a"] is None
    _package(tmp_path, {"type": "string", "missingValues": []}, "NA", missingValues=["NA"])
    assert md.load(tmp_path)["t"].rows[0]["a"] == "NA"


def test_a_field_that_the_table_lacks_has_no_value_whatever_is_missing(tmp_path: Path) -> None:
    fields = [{"name": "a", "type": "integer", "missingValues": ["-"]}, {"name": "z", "type": "string"}]
    Described(tmp_path).write({"t": ("z\nx\n", {"fields": fields, "fieldsMatch": ["superset"]})})
    assert md.load(tmp_path)["t"].rows == [{"a": None, "z": "x"}]


def test_an_integer_beyond_64_bits_keeps_its_digits_in_a_frame(tmp_path: Path) -> None:
    _package(tmp_path, {"type": "integer"}, str(2**63))
    assert md.load(tmp_path)["t"].frame()["a"].dtype == object
    _package(tmp_path, {"type": "integer"}, str(2**63 - 1))
    assert md.load(tmp_path)["t"].frame()["a"].dtype == "Int64"


def test_a_typed_value_is_read_as_validate_reads_it(tmp_path: Path) -> None:
    schema = {"fields": [{"name": "a", "type": "integer"}, {"name": "b", "type": "number"}]}
    Described(tmp_path).describe([{"name": "t", "data": [{"a": 2.0, "b": 1.5}, {"a": None, "b": 2}], "schema": schema}])
    assert md.load(tmp_path)["t"].rows == [{"a": 2, "b": Decimal("1.5")}, {"a": None, "b": Decimal(2)}]


@pytest.mark.parametrize(
    ("field", "cell"),
    [({"type": "integer"}, "1_000"), ({"type": "number"}, "1,5"), ({"type": "boolean", "trueValues": ["ja"]}, "true")],
)
def test_what_validate_refuses_the_rows_refuse(field: dict[str, Any], cell: str, tmp_path: Path) -> None:
    _package(tmp_path, field, cell)
    assert [found.code for found in md.validate(tmp_path) if found.severity == "error"] == ["contract-type-error"]
    with pytest.raises(md.InputError) as refused:
        _ = md.load(tmp_path)["t"].rows
    assert str(refused.value) == f"t: row 1: the a {cell!r} is not of the type {field['type']}; validate the package"


MARKS = st.sampled_from([",", ".", " ", "'", ""])
FIELDS = st.fixed_dictionaries(
    {"name": st.just("a"), "type": st.sampled_from(["integer", "number", "boolean"])},
    optional={
        "decimalChar": st.sampled_from([",", "."]),
        "groupChar": MARKS,
        "bareNumber": st.booleans(),
        "missingValues": st.lists(st.sampled_from(["", "-", "1"]), unique=True),
        "trueValues": st.lists(st.sampled_from(["1", "ja", "true"])),
    },
)
CELLS = st.text("0123456789,. '-+eEINFAajtru%_", max_size=8)


@given(FIELDS, CELLS)
def test_the_library_reads_what_validate_reads(field: dict[str, Any], cell: str) -> None:
    (column,) = compile_columns({"fields": [field]}).columns
    found, value = check_cell(cell, column, 1, 1, Location("t.csv"), "t")
    try:
        read = Column(field, missing=column.missing).value_of(cell)
    except ValueError:
        assert found, json.dumps(field)
    else:
        assert not found
        assert str(read) == str(Decimal(value) if isinstance(value, float) else value)
