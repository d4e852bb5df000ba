"""An Assembly resolution printed without its session gets it from the official records or the date beside it."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See G.A. Res. 2625, U.N. GAOR, 25th Sess., Supp. No. 28.", ["A/RES/2625(XXV)"]),
        ("See G.A. Res. 2625, 25 U.N. GAOR Supp. (No. 28) at 121.", ["A/RES/2625(XXV)"]),
        ("GA Res 2625, UNGAOR, 25th Sess, Supp No 28.", ["A/RES/2625(XXV)"]),
        ("G.A. Res. 3314, UN GAOR, 29th Session; G.A. Res. 44/25.", ["A/RES/3314(XXIX)", "A/RES/44/25"]),
        ("See U.N. Doc. A/RES/3314 (Dec. 14, 1974).", ["A/RES/3314(XXIX)"]),
        ("See UN Doc A/RES/2625 (24 October 1970), principle 3.", ["A/RES/2625(XXV)"]),
        ("See U.N. Doc. A/RES/3314 (1974).", ["A/RES/3314(XXIX)"]),
        ("G.A. Res. 3314 (XXIX), U.N. Doc. A/RES/3314.", ["A/RES/3314(XXIX)", "A/RES/3314(XXIX)"]),
        ("See U.N. Doc. A/RES/3314 and others.", ["A/RES/3314(XXIX)"]),
        ("See U.N. Doc. A/RES/501 and others.", [None]),
        ("See G.A. Res. 2625, U.N. GAOR, 3d Sess.", [None]),
        ("See U.N. Doc. A/RES/3314 (1950).", [None]),
    ],
)
def test_the_session_is_taken_from_beside(text: str, expected: list[str | None]) -> None:
    references = cite(text)
    assert [reference.symbol for reference in references] == expected
    assert all(text[one.start : one.end] == one.text for one in references)


@pytest.mark.parametrize("text", ["A/RES/33140 (1974)", "the path A/RES/3314/x", "A/RES/7 (1974)"])
def test_what_no_resolution_is_called(text: str) -> None:
    assert cite(text) == []
