"""Names of organs are read in headings that are all in capitals."""

from __future__ import annotations

import pytest
from citation_support import symbols
from mandate_data.citations import cite


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FOLLOW-UP TO GENERAL ASSEMBLY RESOLUTION 60/1", "A/RES/60/1"),
        ("REPORT UNDER HUMAN RIGHTS COUNCIL RESOLUTION 7/13 ON CHILDREN", "A/HRC/RES/7/13"),
        ("SUITE DONNÉE À LA RÉSOLUTION 60/1 DE L'ASSEMBLÉE GÉNÉRALE", "A/RES/60/1"),
        ("Le présent rapport est soumis.\n\nSUITE DONNEE A LA RESOLUTION 60/1 DE L'ASSEMBLEE GENERALE", "A/RES/60/1"),
        ("SEGUIMIENTO DE LA RESOLUCIÓN 60/1 DE LA ASAMBLEA GENERAL", "A/RES/60/1"),
    ],
)
def test_the_organ_beside_the_number(text: str, expected: str) -> None:
    assert symbols(text) == [expected]


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("RESOLUTION 5/1 OF THE COMMISSION ON THE STATUS OF WOMEN", "commission_on_the_status_of_women"),
        (
            "RESOLUTION 90 (IV), RELATING TO ITS INSTITUTIONS, ADOPTED BY THE UNITED NATIONS CONFERENCE ON TRADE AND"
            " DEVELOPMENT. The Economic and Social Council met.",
            None,
        ),
        ("RESOLUTION 90 (IV) ADOPTED BY THE UNITED NATIONS CONFERENCE ON TRADE AND DEVELOPMENT",
         "united_nations_conference_on_trade_and_development"),
        ("RESOLUTION 60/1 OF THE GENERAL ASSEMBLY OF THE ORGANIZATION OF AMERICAN STATES",
         "organization_of_american_states"),
    ],
)  # fmt: skip
def test_of_an_organ_without_symbols_it_is_open(text: str, organ: str | None) -> None:
    found = cite(text)
    assert [(one.symbol, one.organ) for one in found] == [(None, organ)]


def test_a_name_alone_in_its_line_may_be_the_head_of_anybodys_document() -> None:
    assert symbols("STATE OF VIRGINIA\nGENERAL ASSEMBLY\nRESOLUTION 60/1") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "HUMAN RIGHTS COUNCIL\n\nRESOLUTION 5/1\nInstitution-building",
        "2 October 2012\n\nHUMAN RIGHTS COUNCIL\nResolution 5/1",
        "UNITED NATIONS\nHUMAN RIGHTS COUNCIL\nRESOLUTION 5/1",
    ],
)
def test_a_heading_of_two_lines_names_whose_it_is(text: str) -> None:
    assert symbols(text) == ["A/HRC/RES/5/1"]


def test_one_of_a_country_is_none() -> None:
    assert cite("NATIONAL ASSEMBLY RESOLUTION 12/3 OF RURITANIA") == []


def test_one_of_others_is_named_with_its_owner() -> None:
    (found,) = cite("THE GENERAL ASSEMBLY OF THE STATE OF RURITANIA, RESOLUTION 60/1")
    assert (found.symbol, found.organ) == (None, "general_assembly_of_the_state_of_ruritania")


@pytest.mark.parametrize(
    "text",
    [
        "GENERAL ASSEMBLY OF VIRGINIA\nRESOLUTION 60/147",
        "SECURITY COUNCIL OF RURITANIA RESOLUTION 1808 (2008)",
        "HUMAN RIGHTS COUNCIL OF RURITANIA\nRESOLUTION 5/1\nThe United Nations Human Rights Council was informed.",
        "Resolution 1373 was adopted by the Security Council of Ruritania on 3 May 2001.",
        "Resolución 1373 de 2001 del Consejo de Seguridad Nacional",
        "Congress passed House Joint Resolution 1970 (2011) before the Security Council acted.",
    ],
)
def test_a_body_of_a_country_has_no_symbol(text: str) -> None:
    assert [one.symbol for one in cite(text) if one.symbol] == []
