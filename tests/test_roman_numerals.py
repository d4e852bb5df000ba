"""Roman numerals are read as they are written, and nothing else is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.citations.symbols.session_years import roman
from mandate_data.roman_numerals import from_roman, to_roman


@given(st.integers(1, 3999))
def test_a_numeral_is_read_as_it_is_written(value: int) -> None:
    assert from_roman(to_roman(value)) == from_roman(to_roman(value).lower()) == value


@given(st.text(alphabet="IVXLCDMA", max_size=8))
def test_what_is_read_is_in_normal_form(text: str) -> None:
    value = from_roman(text)
    assert value is None or to_roman(value) == text


@pytest.mark.parametrize(("text", "value"), [("XXIII", 23), ("S", None), ("IIII", None), ("CD", None), ("", None)])
def test_the_number_of_a_session_is_a_small_one(text: str, value: int | None) -> None:
    assert roman(text) == value
