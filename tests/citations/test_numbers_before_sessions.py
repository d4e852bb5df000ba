"""Numbers whose session stands behind their letters, or is told by a year or a date alone."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import find


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "General Assembly resolutions 181 (II) and 186 (S-2), and Economic and Social Council resolution 415 (S-1)",
            ["A/RES/181(II)", "A/RES/186(S-2)", "E/RES/415(S-1)"],
        ),
        (
            "the Economic and Social Council: decision 1995/221; decision 78 (LVIII) of 8 May 1975.",
            ["E/DEC/1995/221", "E/DEC/78(LVIII)"],
        ),
        ("Economic and Social Council decision 1980/104 of 6 February 1980", ["E/DEC/1980/104"]),
    ],
)
def test_early_special_sessions_and_decisions(text: str, expected: list[str]) -> None:
    assert symbols(text) == expected


@pytest.mark.parametrize("issuer", ["A/C.3/63/L.41", "A/SPC/63/L.41"])
def test_its_resolution_in_a_draft_of_a_main_committee_is_the_assemblys(issuer: str) -> None:
    text = "Reaffirming its resolutions 46/119 of 17 December 1991 and 48/96 of 20 December 1993,"
    assert [one.symbol for one in find(text, issuer=issuer)] == ["A/RES/46/119", "A/RES/48/96"]


def test_what_it_adopted_at_a_session_is_of_the_organ_of_the_sentence_before() -> None:
    text = (
        "The Human Rights Council adopted resolution 12/2 on cooperation. At its tenth special session, it adopted "
        "resolution S-10/1."
    )
    assert [one.symbol for one in find(text, issuer="A/63/332")] == ["A/HRC/RES/12/2", "A/HRC/RES/S-10/1"]


def test_the_assembly_behind_its_resolution_is_meant_in_a_document_of_a_body_without_resolutions() -> None:
    text = "Joint Inspection Unit. In its resolution 50/233 the Assembly asked for a report."
    assert [one.symbol for one in find(text, issuer="JIU/REP/2004/6")] == ["A/RES/50/233"]
