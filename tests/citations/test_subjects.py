"""A resolution is that of the organ which acts in its sentence, and not of one that the sentence only speaks of."""

from __future__ import annotations

import pytest
from mandate_data.citations import cite


def last(text: str) -> tuple[str | None, tuple[str, ...]]:
    """Symbol and candidates of the last reference."""
    reference = cite(text)[-1]
    return reference.symbol, reference.candidates


COUNCIL = "The Economic and Social Council, on the recommendation of the Commission on Human Rights, "


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (f"{COUNCIL}approved in its resolution 1990/41 a rapporteur.", "E/RES/1990/41"),
        (f"{COUNCIL}in its resolution 1990/41, approved a rapporteur.", "E/RES/1990/41"),
        (f"In 1990 t{COUNCIL[1:]}adopted resolution 1990/41.", "E/RES/1990/41"),
        ("The General Assembly, at the request of the Human Rights Council, adopted resolution 50/7.", "A/RES/50/7"),
        (
            "The Economic and Social Council created the Commission on Human Rights; by its resolution 1984/9, rose.",
            "E/RES/1984/9",
        ),
        (
            "The Commission on Human Rights noted the Sub-Commission's draft and, in its resolution 1996/71, rose.",
            "E/CN.4/RES/1996/71",
        ),
        (
            "The Economic and Social Council endorsed the request of the Commission on Human Rights and, by its"
            " resolution 1996/31, agreed.",
            "E/RES/1996/31",
        ),
        (
            "The Economic and Social Council, on the advice of the Sub-Commission and the Commission on Human Rights,"
            " adopted resolution 1994/31.",
            "E/RES/1994/31",
        ),
        (
            "L'Assemblée générale, saisie du rapport du Conseil des droits de l'homme, a adopté la résolution 53/2.",
            "A/RES/53/2",
        ),
        (
            "El Consejo Económico y Social, por recomendación de la Comisión de Derechos Humanos, aprobó en su"
            " resolución 1990/41 el nombramiento.",
            "E/RES/1990/41",
        ),
    ],
)
def test_the_subject_of_the_sentence_acts(text: str, symbol: str) -> None:
    assert last(text) == (symbol, ())


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("The Human Rights Council was created by the General Assembly in resolution 48/13.", "A/RES/48/13"),
        ("The Human Rights Council noted the decision of the General Assembly in its resolution 48/13.", "A/RES/48/13"),
        ("The Human Rights Council saw that the General Assembly adopted resolution 48/13.", "A/RES/48/13"),
        (
            "In response to the General Assembly, the Human Rights Council adopted resolution 48/13.",
            "A/HRC/RES/48/13",
        ),
        (
            "The Human Rights Council, in its resolution 41/18, and the General Assembly, in its resolution 48/13.",
            "A/RES/48/13",
        ),
        (
            "The General Assembly welcomed Human Rights Council decision 48/115 and resolution 48/13.",
            "A/HRC/RES/48/13",
        ),
    ],
)
def test_an_organ_that_acts_itself_keeps_its_own(text: str, symbol: str) -> None:
    assert last(text) == (symbol, ())


@pytest.mark.parametrize(
    "text",
    [
        "The General Assembly thanked the Human Rights Council in its resolution 48/13.",
        "The General Assembly asked the Human Rights Council to report (resolution 48/13).",
        "The General Assembly spoke of the report of the Human Rights Council, as asked in resolution 48/13.",
    ],
)
def test_what_is_not_clear_stays_open(text: str) -> None:
    assert last(text) == (None, ("A/RES/48/13", "A/HRC/RES/48/13"))
