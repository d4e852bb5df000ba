"""Patterns of somebody else: searched in linear time where that says the same, refused where they are too large."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandate_data.package.xsd_patterns import SlowPatternError, compiled, matches

PIECES = st.sampled_from(
    ["a", "b", "[ab]", "[^a]", "\\d", "\\w", ".", "(a|ab)", "(a|b)*", "a{2,3}", "b?", "\\s", "[a-c-[b]]"]
)


@given(st.lists(PIECES, max_size=6).map("".join), st.text("ab1 _\n", max_size=8))
def test_both_engines_say_the_same(pattern: str, text: str) -> None:
    assert matches(pattern, text) == (compiled(pattern).fullmatch(text) is not None)


def test_repetitions_within_repetitions_take_no_time() -> None:
    assert not matches("(.*a){20}x", "a" * 5_000)


@pytest.mark.slow
def test_what_takes_too_long_is_given_up() -> None:
    with pytest.raises(SlowPatternError):
        matches("(.*é){20}x", "é" * 5_000)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("a" * 10_001, "a pattern has 10,001 characters, more than 10,000"),
        ("(" * 4_000 + ")" * 4_000, "a pattern has groups within each other 4,000 deep, more than 100"),
    ],
)
def test_a_pattern_beyond_the_limits_is_refused(pattern: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        compiled(pattern)
