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
        "The General Assembly spoke of the report of the Human Rights Council, as asked in resolution 48/13.",
    ],
)
def test_what_is_not_clear_stays_open(text: str) -> None:
    assert last(text) == (None, ("A/RES/48/13", "A/HRC/RES/48/13"))


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (
            "The General Assembly,\nWelcoming the work of the Human Rights Council, in particular its"
            " resolution 35/16 of 22 June 2017,",
            "A/HRC/RES/35/16",
        ),
        (
            "The General Assembly,\nWelcoming the work of the Human Rights Council, in particular its"
            " resolution 35/16,",
            "A/HRC/RES/35/16",
        ),
        (
            "The General Assembly,\n\nNoting the efforts of the Human Rights Council, including its resolution 35/16,",
            "A/HRC/RES/35/16",
        ),
        (
            "Having considered the views of the Commission on Human Rights, expressed in its resolution"
            " 1993/77, the Economic and Social Council took no action.",
            "E/CN.4/RES/1993/77",
        ),
        (
            "Considering the request of the Human Rights Council, made in its resolution 46/4, the General"
            " Assembly decides",
            "A/HRC/RES/46/4",
        ),
        ("The Human Rights Council, which the General Assembly created, adopted resolution 34/16.", "A/HRC/RES/34/16"),
        (
            "The Human Rights Council, which the General Assembly had established, adopted resolution 34/16.",
            "A/HRC/RES/34/16",
        ),
        (
            "El Consejo de Derechos Humanos, que la Asamblea General creó, aprobó la resolución 34/16.",
            "A/HRC/RES/34/16",
        ),
        (
            "The Human Rights Council, which the General Assembly created in 2006, adopted resolution 34/16"
            " on 24 March 2017.",
            "A/HRC/RES/34/16",
        ),
        (
            "The Human Rights Council, to which the General Assembly had referred the question, decided by"
            " resolution 46/4 to act.",
            "A/HRC/RES/46/4",
        ),
        (
            "The Commission on Human Rights, which the Economic and Social Council had established,"
            " appointed by resolution 1985/33 an expert.",
            "E/CN.4/RES/1985/33",
        ),
        (
            "In resolution 2005/74, which the Economic and Social Council never considered, the Commission"
            " on Human Rights dealt with it.",
            "E/CN.4/RES/2005/74",
        ),
        (
            "In resolution 2005/74, of which the Economic and Social Council took note, the Commission on"
            " Human Rights dealt with it.",
            "E/CN.4/RES/2005/74",
        ),
        (
            "Dans la résolution 2001/39, dont le Conseil économique et social a pris note, la Commission"
            " des droits de l'homme a agi.",
            "E/CN.4/RES/2001/39",
        ),
        (
            "In resolution 1992/76, and with the approval of the Economic and Social Council, the"
            " Commission on Human Rights extended it.",
            "E/CN.4/RES/1992/76",
        ),
        (
            "In resolution 46/4, with the support of the General Assembly, the Human Rights Council extended it.",
            "A/HRC/RES/46/4",
        ),
        (
            "In resolution 46/4, after a debate in the General Assembly, the Human Rights Council extended it.",
            "A/HRC/RES/46/4",
        ),
        (
            "Resolution 46/4, later cited by the General Assembly, was adopted by the Human Rights Council.",
            "A/HRC/RES/46/4",
        ),
        (
            "Resolution 46/4 was cited by the General Assembly and adopted by the Human Rights Council.",
            "A/HRC/RES/46/4",
        ),
        (
            "The Human Rights Council recommended to the General Assembly the adoption of the declaration"
            " in resolution 39/12.",
            "A/HRC/RES/39/12",
        ),
        (
            "The Human Rights Council transmitted the text to the General Assembly in its resolution 39/12.",
            "A/HRC/RES/39/12",
        ),
        (
            "The General Assembly,\nRecalling its resolution 60/251, in which it established the Human"
            " Rights Council, and its resolution 61/295,",
            "A/RES/61/295",
        ),
        (
            "The General Assembly,\nTaking note of Human Rights Council resolution 34/16 and its own"
            " resolution 61/295,",
            "A/RES/61/295",
        ),
        (
            "The Human Rights Council, which reports to the General Assembly, adopted resolution 34/16.",
            "A/HRC/RES/34/16",
        ),
        (
            "The General Assembly, welcoming the work of the Human Rights Council, in its resolution"
            " 61/295, adopted it.",
            "A/RES/61/295",
        ),
        (
            "At the request of the Human Rights Council in its resolution 34/16, the General Assembly met.",
            "A/HRC/RES/34/16",
        ),
        (
            "Resolution 60/251, by which the General Assembly established the Human Rights Council, is clear.",
            "A/RES/60/251",
        ),
        ("In resolution 60/251, adopted by the General Assembly, the Council is described.", "A/RES/60/251"),
        ("Resolution 60/251 was adopted by the General Assembly, and the Human Rights Council met.", "A/RES/60/251"),
    ],
)
def test_an_organ_in_a_clause_or_a_phrase_beside_the_subject_does_not_act(text: str, symbol: str) -> None:
    assert last(text) == (symbol, ())


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 46/4 was ignored by the General Assembly.",
        "Members of the General Assembly and of the Human Rights Council referred to resolution 35/16.",
        "Members of the Human Rights Council and of the General Assembly referred to resolution 35/16.",
        "With spatial resolution 1/16 of a degree, the model A/B performs better.",
        "The Synod adopted resolution 12/3, and decision 4/101.",
        "La résolution 12/3 a été adoptée par le Synode.",
        "Resolution 12/3 was adopted by the Synod.",
    ],
)
def test_where_it_is_not_clear_who_acted_the_resolution_stays_open(text: str) -> None:
    assert last(text)[0] is None


def test_an_organization_named_in_the_text_below_a_heading_adopted_none_of_its_resolutions() -> None:
    heading = "Authorizations set out in resolutions 2357 (2017) and 2733 (2024)"
    text = f"{heading}\nThe text names, for one, the European Union."
    assert [one.symbol for one in cite(text)] == ["S/RES/2357(2017)", "S/RES/2733(2024)"]
