"""Numbers that only one organ can have, in sentences that name others, too; and later numbers of statements."""

from __future__ import annotations

import pytest
from citation_support import pinpoint, symbols


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Совет Безопасности,\nпринимая к сведению доклад МАГАТЭ о нераспространении,\nссылаясь на свои резолюции "
            "1696 (2006), 1737 (2006)",
            ["S/RES/1696(2006)", "S/RES/1737(2006)"],
        ),
        (
            "The General Assembly endorsed the recommendations of the Board of Auditors (resolution 57/278 B).",
            ["A/RES/57/278B"],
        ),
        ("The Human Rights Council noted the report of the Commission on Narcotic Drugs (resolution 12/3).", [None]),
        ("ولا سيما القراران 1626 (2005) و1638 (2005) لمجلس الأمن", ["S/RES/1626(2005)", "S/RES/1638(2005)"]),
        (
            "la resolución 1982/29 de la Comisión de Derechos Humanos3.\n3 Véase E/CN.4/1983/16.",
            ["E/CN.4/RES/1982/29", "E/CN.4/1983/16"],
        ),
        ("See S/PRST/2006/39, 45 and 57.", ["S/PRST/2006/39", "S/PRST/2006/45", "S/PRST/2006/57"]),
        ("See S/PRST/2006/39, 12 and 45 States.", ["S/PRST/2006/39"]),
    ],
)
def test_the_number_decides(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected


def test_a_paragraph_may_have_three_numbers() -> None:
    assert pinpoint("(CEDAW/C/36/D/6/2005, para. 12.1.2)") == ("paragraph", "12.1.2")


@pytest.mark.parametrize("preamble", [" rappelant", "\nRappelant"])
def test_its_own_resolution_is_that_of_the_subject(preamble: str) -> None:
    text = (
        f"La Conférence des ministres africains,{preamble} la résolution 671 A (XXV) du Conseil économique et social "
        "et sa propre résolution 809 (XXXI)"
    )
    assert symbols(text) == ["E/RES/671(XXV)A", None]


def test_its_resolution_behind_what_an_organ_adopted_is_that_organs() -> None:
    text = (
        "The Conference of Ministers,\nRecalling the terms of reference as adopted by the Economic and Social Council "
        "in resolution 671 A (XXV) and amended by its resolutions 1343 (XLV) and 1978/68;"
    )
    assert symbols(text) == ["E/RES/671(XXV)A", "E/RES/1343(XLV)", "E/RES/1978/68"]
