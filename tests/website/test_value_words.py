"""Values as people read them."""

from __future__ import annotations

import pytest
from mandate_data.package.tables import Column
from mandate_data.package.value_words import in_words, shorter_dates


@pytest.mark.parametrize(
    ("value", "kind", "shown"),
    [
        ("2016-04-11", "string", "11 April 2016"),
        ("2016-04", "string", "April 2016"),
        ("2016", "string", "2016"),
        ("1990/2016-04", "string", "1990 to April 2016"),
        ("joint_mission", "string", "joint mission"),
        ("follow_up_mission", "string", "follow-up mission"),
        ("A/HRC/25/48", "string", "A/HRC/25/48"),
        ("2016-13-01", "string", "2016-13-01"),
        ("1500000", "integer", "1,500,000"),
        ("2016", "integer", "2016"),
        ("48.28", "number", "48.28"),
        ("true", "boolean", "yes"),
        ("", "string", ""),
    ],
)
def test_a_value_in_words(value: str, kind: str, shown: str) -> None:
    assert in_words(value, Column({"name": "c", "type": kind})) == shown


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("May 2016 to May 2016", "May 2016"),
        ("11 April 2016 to 18 April 2016", "11 to 18 April 2016"),
        ("28 May 2016 to 2 June 2016", "28 May to 2 June 2016"),
        ("28 December 2015 to 2 January 2016", "28 December 2015 to 2 January 2016"),
        ("from 2001 to 2008", "from 2001 to 2008"),
    ],
)
def test_a_span_says_each_month_and_year_once(text: str, shorter: str) -> None:
    assert shorter_dates(text) == shorter
