"""Values of keys: the sign that joins them in `provenance.row_key` is in none of them."""

from __future__ import annotations

from mandate_data.extract import Extracted
from mandate_data.package.tables import Package, Tables
from mandate_data.validate.row_key_check import check_row_keys


def test_a_value_of_a_key_with_the_sign_that_joins_keys_is_found(extracted: Extracted, contract: Package) -> None:
    first, *others = extracted.tables["visit_partners"]
    row = {**first, "partner": "Bell | Son"}
    tables: Tables = {**extracted.tables, "visit_partners": [row, *others]}
    (found,) = check_row_keys(tables, contract)
    assert (found.code, found.severity) == ("key-separator", "error")
    assert found.message == "partner is 'Bell | Son', and a value of a key may not have '|'"
    assert (found.table, found.field, found.row_key) == (
        "visit_partners", "partner", f"{first['visit_id']}|Bell | Son",
    )  # fmt: skip


def test_keys_of_this_project_have_none_and_other_columns_may(extracted: Extracted, contract: Package) -> None:
    first, *others = extracted.tables["events"]
    tables: Tables = {**extracted.tables, "events": [{**first, "title": "a | b"}, *others]}
    assert check_row_keys(tables, contract) == []
