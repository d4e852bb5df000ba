"""A claim that disagrees with the tables is an error in every project, unless an erratum explains it."""

from __future__ import annotations

from mandate_data.package.tables import Tables
from mandate_data.validate.claims_check import check_claims_agree


def test_a_claim_that_disagrees_is_an_error_and_one_that_agrees_is_none(tables: Tables) -> None:
    known = {found.row_key for found in check_claims_agree(tables)}
    assert known == {row["claim_id"] for row in tables["claims"] if row["verdict"] == "disagrees"}
    row = next(row for row in tables["claims"] if row["claim_id"] == "leiden-working-methods")
    row |= {"computed": "6", "verdict": "disagrees"}
    (found,) = [found for found in check_claims_agree(tables) if found.row_key not in known]
    assert (found.code, found.severity, found.field, found.value, found.message) == (
        "claim-disagrees",
        "error",
        "claimed",
        "5",
        "the source says 5, the tables give 6",
    )


def test_a_package_without_claims_has_none_that_disagree() -> None:
    assert list(check_claims_agree({})) == []
