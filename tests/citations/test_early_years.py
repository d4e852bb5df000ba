"""From 1978 on the Economic and Social Council numbered by year, and from 1982 on the Commission on Human Rights."""

from __future__ import annotations

import pytest
from citation_support import symbols


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resolution 1978/68 of 4 August 1978", ["E/RES/1978/68"]),
        (
            "the Economic and Social Council in resolution 671 (XXV) of 29 April 1958, amended by its resolutions"
            " 1343 (XLV) of 18 July 1968 and 1978/68 of 4 August 1978",
            ["E/RES/671(XXV)", "E/RES/1343(XLV)", "E/RES/1978/68"],
        ),
        ("resolution 1979/36 of 10 May 1979", ["E/RES/1979/36"]),
        ("resolution 1984/27 of 6 March 1984", ["E/CN.4/RES/1984/27"]),
        ("Commission on Human Rights resolution 1980/5", [None]),
        (
            "The Economic and Social Council,\nRecalling its resolutions 1989/69 of 25 July 1989 and 1992/2 of"
            " 10 February 1992,",
            ["E/RES/1989/69", "E/RES/1992/2"],
        ),
        ("The Economic and Social Council, in its resolution 1992/2 of 10 February 1992, agreed.", ["E/RES/1992/2"]),
    ],
)
def test_who_numbered_by_year(text: str, expected: list[str | None]) -> None:
    assert symbols(text) == expected
