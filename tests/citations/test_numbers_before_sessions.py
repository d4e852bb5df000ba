"""Numbers whose session stands behind their letters, or is told by a year or a date alone."""

from __future__ import annotations

import pytest
from citation_support import found


def symbols(text: str) -> list[str | None]:
    return [symbol for _, _, symbol in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See resolutions 3411 A and B (XXX).", ["A/RES/3411(XXX)A", "A/RES/3411(XXX)B"]),
        (
            "General Assembly resolutions 1721 A, B and C (XVI) and 2826 (XXVI)",
            ["A/RES/1721(XVI)A", "A/RES/1721(XVI)B", "A/RES/1721(XVI)C", "A/RES/2826(XXVI)"],
        ),
        ("résolutions 1721 A et B (XVI) de l'Assemblée générale", ["A/RES/1721(XVI)A", "A/RES/1721(XVI)B"]),
        ("las resoluciones 1721 A y B (XVI) de la Asamblea General", ["A/RES/1721(XVI)A", "A/RES/1721(XVI)B"]),
        (
            "резолюции 1721 А и В (XVI) Генеральной Ассамблеи и 33/28 А и В",
            ["A/RES/1721(XVI)A", "A/RES/1721(XVI)B", "A/RES/33/28A", "A/RES/33/28B"],
        ),
        (
            "قرارا الجمعية العامة 1721 ألف وباء (د-16) و 33/28 ألف وباء",
            ["A/RES/1721(XVI)A", "A/RES/1721(XVI)B", "A/RES/33/28A", "A/RES/33/28B"],
        ),
        ("大会第1721 A和B(XVI)号决议", ["A/RES/1721(XVI)A", "A/RES/1721(XVI)B"]),
    ],
)
def test_letters_stand_before_a_session(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UNGA Res 217A (1948), art 2.", "A/RES/217(III)A"),
        ("Definition of Aggression, GA Res 3314 (1974).", "A/RES/3314(XXIX)"),
        ("General Assembly resolution 1514 (1960)", "A/RES/1514(XV)"),
        ("General Assembly resolution 3201 (1974)", None),  # of the sixth special session
        ("General Assembly resolution 194 of December 1948", "A/RES/194(III)"),
        ("the General Assembly, in resolution 2625 of 24 October 1970,", "A/RES/2625(XXV)"),
        ("Security Council resolution 242 (1967)", "S/RES/242(1967)"),
        ("Security Council resolution 242 of 22 November 1967", "S/RES/242(1967)"),
    ],
)
def test_a_session_follows_from_a_year_or_a_date(text: str, expected: str | None) -> None:
    assert symbols(text) == [expected]


def test_a_resolution_of_another_date_is_not_the_security_councils() -> None:
    text = "The Assembly's Resolution 181 (II), and Resolution 194 of December 1948 were before the Security Council."
    assert symbols(text) == ["A/RES/181(II)", "A/RES/194(III)"]


def test_the_security_council_never_numbered_by_session() -> None:
    text = (
        "L'Assemblée a invité les États à dire comment renforcer l'efficacité du Conseil de sécurité. Les États ont "
        "donné leur avis sur les travaux du Conseil (résolutions 2864 (XXVI) et 2991 (XXVII))."
    )
    assert symbols(text) == ["A/RES/2864(XXVI)", "A/RES/2991(XXVII)"]
