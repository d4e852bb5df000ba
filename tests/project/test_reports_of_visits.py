"""Of several visits in one sentence, each has the report that the text says is on its country, or none."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposing import proposed

VISITED = "The Special Rapporteur visited Haiti in May 2013 and Ghana in June 2013"
FIRST, SECOND = "A/HRC/26/31/Add.1", "A/HRC/26/31/Add.2"
UNSURE = "several visits are told, and the text does not say which report is whose; add symbol: … to its passage"


@pytest.mark.parametrize(
    ("behind", "haiti", "ghana"),
    [
        (f". The reports are contained in {FIRST} and {SECOND}, respectively.", FIRST, SECOND),
        (f" ({FIRST} and Add.2, respectively).", FIRST, SECOND),
        (f". The reports are, respectively, {FIRST} and {SECOND}.", FIRST, SECOND),
        (f". His reports on Ghana ({FIRST}) and Haiti ({SECOND}) are before the Council.", SECOND, FIRST),
        (f". The report on Haiti is in {FIRST} and that on Ghana in {SECOND}.", FIRST, SECOND),
        (f". The reports are {FIRST} (Haiti) and {SECOND} (Ghana).", FIRST, SECOND),
        (f". The report on the mission to Ghana ({FIRST}) is out.", None, FIRST),
    ],
)
def test_each_of_several_visits_has_the_report_on_its_country(
    behind: str, haiti: str | None, ghana: str | None, root: Path
) -> None:
    found, others = proposed(root, VISITED + behind)
    visits = [one.values["country_visits"] for one in found]
    assert [(one["visit_id"], one.get("report_symbol")) for one in visits] == [
        ("health/2013-hti", haiti), ("health/2013-gha", ghana),
    ]  # fmt: skip
    assert others == []


@pytest.mark.parametrize(
    "behind",
    [
        f". The report on the visit will be presented in 2015 ({FIRST}).",
        f". Her report is still to be published as {FIRST}.",
        f"; the forthcoming report is {FIRST}.",
    ],
)
def test_a_report_that_is_still_to_come_is_no_published_one(behind: str, root: Path) -> None:
    found, _ = proposed(root, f"The Special Rapporteur visited Ghana from 3 to 5 May 2014{behind}")
    (visit,) = [one for one in found if one.table == "country_visits"]
    assert "symbol" not in visit.entry
    assert visit.values["country_visits"]["report_status"] == "forthcoming"
    assert visit.values["country_visits"].get("report_symbol") is None


@pytest.mark.parametrize(
    "behind", [f". The reports on these visits are contained in {FIRST} and {SECOND}.", f". The report is in {FIRST}."]
)
def test_a_report_that_may_be_on_another_visit_is_given_to_none_and_this_is_said(behind: str, root: Path) -> None:
    found, others = proposed(root, VISITED + behind)
    assert [one.values["country_visits"].get("report_symbol") for one in found] == [None, None]
    assert [(one.what, one.why) for one in others] == [
        (f"the report of a visit to {country}", UNSURE) for country in ("Haiti", "Ghana")
    ]
