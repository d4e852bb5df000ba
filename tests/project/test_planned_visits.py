"""A visit that is only planned, agreed, put off or asked for is none that was made, and is told with the reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposing import proposed

TO_COME = "it was still to come"
NOT_MADE = "it did not take place, or was only asked for"


@pytest.mark.parametrize(
    "text",
    [
        "In May 2013 she will go on mission to Haiti.",
        "In May 2013, the Special Rapporteur will undertake an official visit to Haiti.",
        "The Special Rapporteur is to undertake a visit to Haiti in May 2013.",
        "The Special Rapporteur plans to conduct a country visit to Haiti in May 2013.",
        "She is planning a visit to Haiti in May 2013.",
        "She hopes to carry out a mission to Haiti from 6 to 10 May 2013.",
        "In May 2013 she would like to undertake a mission to Haiti.",
        "She looks forward to her visit to Haiti in May 2013.",
        "She is due to go on a mission to Haiti in May 2013.",
        "She is scheduled to conduct a visit to Haiti from 6 to 10 May 2013.",
        "A visit to Haiti in May 2013 is planned.",
        "The Government has agreed in principle to a visit to Haiti in May 2013.",
        "The Government has accepted a visit to Haiti in May 2013.",
        "The Special Rapporteur's forthcoming mission to Haiti in May 2013 is on cybercrime.",
        "The mission to Haiti in May 2013 (postponed) is on cybercrime.",
        "She has confirmed her visit to Haiti in May 2013.",
        "In May 2013, she is also going to conduct a follow-up visit to Haiti.",
    ],
)
def test_a_visit_that_was_still_to_come_is_not_proposed(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [one.table for one in found if one.table == "country_visits"] == []
    assert [(one.what, one.why) for one in others if "visit" in one.what] == [("a visit to Haiti", TO_COME)]


@pytest.mark.parametrize(
    "text",
    [
        "She has been invited to undertake a mission to Haiti in May 2013.",
        "She has been invited by the Government of Haiti to undertake an official mission to Haiti in May 2013.",
        "The visit to Haiti in May 2013 was postponed.",
        "The visit to Haiti in May 2013 has been cancelled.",
        "She requested a visit to Haiti in May 2013.",
    ],
)
def test_a_visit_that_was_asked_for_or_called_off_is_not_proposed(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [one.table for one in found if one.table == "country_visits"] == []
    assert [one.what for one in others if "visit" in one.what] == ["a visit to Haiti"]
    assert {one.why for one in others if "visit" in one.what} <= {NOT_MADE, TO_COME}


@pytest.mark.parametrize(
    "text",
    [
        "A visit to Haiti is scheduled for May 2013.",
        "The visit to Haiti will take place in May 2013.",
        "A mission to Haiti, scheduled for May 2013, is in preparation.",
        "A mission to Haiti has been agreed in principle for May 2013.",
        "The mission to Haiti has been rescheduled for May 2013.",
        "The visit to Haiti of May 2013 was deferred.",
        "She will be visiting Haiti in May 2013.",
        "She plans on visiting Haiti in May 2013.",
        "A visit to Haiti is due to take place in May 2013.",
        "The visit to Haiti that was agreed in principle for May 2013 is on cybercrime.",
    ],
)
def test_of_what_was_still_to_come_nothing_is_proposed(text: str, root: Path) -> None:
    found, _ = proposed(root, text)
    assert found == []


@pytest.mark.parametrize(
    "text",
    [
        "During her visit to Haiti in May 2013, a seminar was planned.",
        "She wishes to thank all whom she met on her mission to Haiti in May 2013.",
        "As she will say in a report, she conducted a visit to Haiti in May 2013.",
        "She visited Haiti in May 2013 and will visit Chad.",
        "She conducted a visit to Haiti in May 2013, and plans a second one.",
        f"Reports were due in {', '.join(map(str, range(1980, 2013)))} for each; she visited Haiti in May 2013.",
    ],
)
def test_a_visit_that_was_made_is_proposed(text: str, root: Path) -> None:
    found, _ = proposed(root, text)
    assert [one.entry["id"] for one in found if one.table == "country_visits"] == ["health/2013-hti"]


def test_of_a_visit_that_was_still_to_come_no_event_is_made(root: Path) -> None:
    found, others = proposed(root, "In May 2013 she will go on mission to Haiti. On 3 June 2013, she met experts.")
    assert [(one.table, one.values[one.table].get("date")) for one in found] == [("events", "2013-06-03")]
    assert [(one.what, one.why) for one in others] == [("a visit to Haiti", TO_COME)]
