"""Tables of mandates: rows of bare numbers under a heading that names the organ."""

from __future__ import annotations

import pytest
from citation_support import brief
from mandate_data.citations import find


def test_rows_under_a_heading() -> None:
    text = (
        "Table 1. Mandates\n"
        "General Assembly resolutions\n"
        "41/213 | Review of the efficiency of the functioning of the United\nNations\n"
        "60/251 | Human Rights Council\n"
        "\n"
        "Security Council resolutions\n"
        "1325 (2000)\tWomen and peace and security\n"
        "1612 (2005)\tChildren and armed conflict\n"
        "Economic and Social Council decisions\n"
        "1995/236 Report\n"
        "Economic Commission for Africa resolutions\n"
        "854 (XL) Work programme\n"
    )
    assert [symbol for _, _, symbol in brief(find(text))] == [
        "A/RES/41/213",
        "A/RES/60/251",
        "S/RES/1325(2000)",
        "S/RES/1612(2005)",
        "E/DEC/1995/236",
        None,
    ]
    assert find(text)[-1].organ == "economic_commission_for_africa"


def test_a_table_ends() -> None:
    text = "General Assembly resolutions\n60/251 Council\none\ntwo\nthree\n12/30 people came\n"
    assert [text for _, text, _ in brief(find(text))] == ["resolutions\n60/251"]


def test_other_lines_are_no_heading_and_other_numbers_no_rows() -> None:
    assert find("The General Assembly adopted many resolutions in the course of its long history\n60/251\n") == []
    text = "General Assembly resolutions\n12/05/2009 in Geneva\n3/4 of the States\n"
    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Table. Security Council resolutions on children and armed conflict\nNumber | Year\n{} | 2005\n{} | 2009\n",
        "Table 1.2: Security Council resolutions\n(a) {}, on children\n(b) {}\n",
        "Security Council resolutions\n1. {}\n2. {}\n",
        "Relevant resolutions of the Security Council concerning women and peace and security\n{}\n{}\n",
    ],
)
def test_headings_that_are_counted_or_have_a_subject_and_rows_that_are_counted(text: str) -> None:
    numbers = ("1612 (2005)", "1882 (2009)")
    assert brief(find(text.format(*numbers))) == [
        ("resolution", "1612 (2005)", "S/RES/1612(2005)"),
        ("resolution", "1882 (2009)", "S/RES/1882(2009)"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the many General Assembly resolutions on children in all countries\n60/231 were read\n",
        "General Assembly resolutions\n1. 12 May 2009\n2. 60 States\n",
        "Resolutions: \n",
    ],
)
def test_sentences_are_no_headings_and_counted_lines_no_rows(text: str) -> None:
    assert find(text) == []


def test_in_french() -> None:
    text = "Résolutions de l'Assemblée générale\n60/251 Conseil\n72/233 Programme\n"
    assert [symbol for _, _, symbol in brief(find(text, language="fr"))] == ["A/RES/60/251", "A/RES/72/233"]


def test_a_heading_in_a_table_and_one_of_both_kinds() -> None:
    text = (
        "| General Assembly resolutions | |\n|---|---|\n| 60/1 | Outcome |\n| 61/250 B | Financing |\n\n"
        "| Security Council resolutions | |\n| :--- | ---: |\n| 1645 (2005) | Peacebuilding |\n\n"
        "Economic and Social Council resolutions and decisions\n1982/50 Revitalization\n2004/247 Right to education\n"
    )
    assert [symbol for _, _, symbol in brief(find(text))] == [
        "A/RES/60/1",
        "A/RES/61/250B",
        "S/RES/1645(2005)",
        "E/RES/1982/50",
        "E/DEC/2004/247",
    ]


def test_a_heading_that_names_an_organ_and_its_organization() -> None:
    text = (
        "Governing Council of UN-Habitat resolutions\n20/1\n21/3\n\n"
        "Decisions of the Conference of the Parties to the Convention on Biological Diversity\n10/2\n\n"
        "General Assembly and African Union decisions\n60/401\n60/402\n"
    )
    found = {reference.text: (reference.symbol, reference.organ) for reference in find(text)}
    assert found["21/3"] == (None, "united_nations_human_settlements_programme")
    assert found["10/2"] == (None, "conference_of_the_parties_to_the_convention_on_biological_diversity")
    assert "60/402" not in found
