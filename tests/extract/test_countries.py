"""Printed names of countries become codes: exact names and listed aliases, never a guess."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.extract.countries import UnknownCountryError, all_countries, countries_in, country_code

# A row of names is cut at commas, so the three names that hold one can't stand in it.
PLAIN_NAMES = sorted(country.name for country in all_countries().values() if "," not in country.name)


def codes_in(text: str) -> list[str]:
    return [country_code(name) for name, _, _ in countries_in(text)]


def test_codes_of_regions_are_text() -> None:
    honduras = all_countries()["HND"]
    assert (honduras.name, honduras.region_code, honduras.region) == ("Honduras", "019", "Americas")
    assert (honduras.subregion_code, honduras.subregion) == ("419", "Latin America and the Caribbean")


def test_namibia_is_no_missing_value() -> None:
    assert country_code("Namibia") == "NAM"


def test_every_m49_name_is_known_in_any_capitals_and_with_the_article() -> None:
    for code, country in all_countries().items():
        assert country_code(country.name) == code
        assert country_code(f"the {country.name}") == code
        assert country_code(country.name.upper()) == code


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Lao People's Democratic Republic", "LAO"),
        ("Lao People’s Democratic Republic", "LAO"),
        ("the\nUnited Arab\u00a0Emirates", "ARE"),
        ("The Kingdom of Morocco", "MAR"),
        ("  Ivory  Coast ", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("Cote d’Ivoire", "CIV"),
    ],
)
def test_quotes_blanks_and_the_article_do_not_matter(printed: str, code: str) -> None:
    assert country_code(printed) == code


@pytest.mark.parametrize("printed", ["", "the", "Atlantis", "Hondura", "Hondurass", "Theodor", "Congo and Fiji", "HND"])
def test_an_unknown_name_is_not_guessed(printed: str) -> None:
    with pytest.raises(UnknownCountryError) as unknown:
        country_code(printed)
    assert str(unknown.value) == printed


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fiji", ["Fiji"]),
        ("Belgium and the Netherlands", ["Belgium", "the Netherlands"]),
        ("Fiji, Tonga and Zambia", ["Fiji", "Tonga", "Zambia"]),
        ("Fiji, Tonga, and Zambia", ["Fiji", "Tonga", "Zambia"]),
        ("Saint Kitts and Nevis", ["Saint Kitts and Nevis"]),
        ("Trinidad and Tobago and Sao Tome and Principe", ["Trinidad and Tobago", "Sao Tome and Principe"]),
        ("Tonga and Trinidad and Tobago", ["Tonga", "Trinidad and Tobago"]),
        ("Fiji, Saint Kitts and Nevis and Zambia", ["Fiji", "Saint Kitts and Nevis", "Zambia"]),
        ("Palau and Papua\nNew Guinea", ["Palau", "Papua\nNew Guinea"]),
        ("", []),
    ],
)
def test_a_row_of_countries_is_cut_into_names(text: str, names: list[str]) -> None:
    found = countries_in(text)
    assert [name for name, _, _ in found] == names
    assert [text[start:end] for _, start, end in found] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Fiji, Atlantis and Zambia", ["Fiji", "Atlantis and Zambia"]),
        ("Fiji and Atlantis", ["Fiji", "Atlantis"]),
        ("Atlantis", ["Atlantis"]),
    ],
)
def test_a_name_that_is_not_known_is_returned_as_it_stands(text: str, names: list[str]) -> None:
    assert [name for name, _, _ in countries_in(text)] == names


@settings(deadline=None)  # the first example loads the names
@given(st.lists(st.sampled_from(PLAIN_NAMES), min_size=1, max_size=8), st.sampled_from([" and ", ", and ", ", "]))
def test_any_row_of_countries_is_read_back(names: list[str], last: str) -> None:
    printed = ", ".join(names[:-1]) + (last if len(names) > 1 else "") + names[-1]
    assert [name for name, _, _ in countries_in(printed)] == names
    assert [all_countries()[code].name for code in codes_in(printed)] == names


@settings(deadline=None)
@given(st.text(max_size=40))
def test_names_stand_in_order_where_they_are_said_to(text: str) -> None:
    last = 0
    for name, start, end in countries_in(text):
        assert last <= start < end <= len(text)
        assert text[start:end] == name
        last = end
