"""A visit is proposed where the mandate or its holder made it, in whatever words; visits of others are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from proposing import proposed

OTHERS = "others made it, or it is not said that the mandate did"
NOT_MADE = "it did not take place, or was only asked for"
HOLDER = "Ms. Ana Example has held the mandate since 1 May 2010.\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "UNICEF visited Haiti in May 2013.",
        "The Minister of Justice visited Haiti in May 2013.",
        "The Special Rapporteur notes that UNICEF visited Haiti in May 2013.",
        "The Special Rapporteur spoke. The Working Group on Arbitrary Detention visited Haiti in May 2013.",
        "The Special Rapporteur spoke. The Special Rapporteur on torture visited Haiti in May 2013.",
        "A delegation of the State party visited Haiti in May 2013.",
        "Her team visited Haiti in May 2013.",
        "The Minister of Health resigned. He visited Haiti in May 2013.",
        "Experts of the Committee visited Haiti in May 2013.",
        "An assessment team conducted a mission to Haiti in May 2013.",
        "The mission of the World Bank to Haiti in May 2013 was long.",
        "UNICEF's visit to Haiti in May 2013 was long.",
        "A United Nations peacekeeping mission to Haiti in May 2013 was long.",
        "The visit to Haiti in May 2013 was undertaken by UNICEF.",
        "A visit to Haiti in May 2013 by the Under-Secretary-General was long.",
        "Haiti was visited by UNICEF in May 2013.",
        "After visiting Haiti in May 2013, UNICEF left.",
        "Mr. Ban visited Haiti in May 2013.",
        "The Committee carried out two missions, one to Haiti in May 2013.",
        "The Special Rapporteur, Amnesty International, and he spoke. Amnesty International visited Haiti in May 2013.",
    ],
)
def test_a_visit_of_others_is_told_and_an_event_is_made_of_its_date(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [(one.table, one.values[one.table]["date"]) for one in found] == [("events", "2013-05")]
    assert [(one.what, one.why) for one in others] == [("a visit to Haiti", OTHERS)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Special Rapporteur on the right to health visited Haiti in May 2013.", "visit"),
        ("The former Special Rapporteur visited Haiti in May 2013.", "visit"),
        ("Her predecessor visited Haiti in May 2013.", "visit"),
        ("Ms. Example visited Haiti in May 2013.", "visit"),
        ("I visited Haiti in May 2013.", "visit"),
        ("She met experts and visited Haiti in May 2013.", "visit"),
        ("The Special Rapporteur, together with UNICEF, visited Haiti in May 2013.", "visit"),
        ("The Working Group on Arbitrary Detention and the Special Rapporteur visited Haiti in May 2013.", "visit"),
        ("The Special Rapporteur and the Special Rapporteur on torture visited Haiti in May 2013.", "visit"),
        ("The Government wrote. She visited Haiti at the invitation of the Government in May 2013.", "visit"),
        ("She carried out a mission to Haiti in May 2013.", "mission"),
        ("She conducted a country visit to Haiti in May 2013.", "visit"),
        ("She undertook an official visit to Haiti in May 2013.", "visit"),
        ("She paid a visit to Haiti in May 2013.", "visit"),
        ("She went on a fact-finding mission to Haiti in May 2013.", "mission"),
        ("In May 2013, the mandate holder was on mission in Haiti.", "mission"),
        ("Haiti was visited by the Special Rapporteur in May 2013.", "visit"),
        ("In May 2013, Haiti was visited by the mandate holder.", "visit"),
        ("Haiti hosted a visit of the Special Rapporteur in May 2013.", "visit"),
        ("She was in Haiti in May 2013.", "visit"),
        ("She spent five days in Haiti in May 2013.", "visit"),
        ("She toured Haiti in May 2013.", "visit"),
        ("At the invitation of the Government, the mandate holder travelled to Haiti in May 2013.", "visit"),
        ("She travelled, at the invitation of the Government, to Haiti in May 2013.", "visit"),
        ("The visit to Haiti in May 2013 was undertaken by her successor.", "visit"),
        ("The visit to Haiti by the Special Rapporteur took place in May 2013.", "visit"),
        ("The visit in May 2013 to Haiti was long.", "visit"),
        ("She visited Haiti. The visit took place in May 2013.", "visit"),
        ("He spoke of his mission to Haiti,2 which was conducted in May 2013.", "mission"),
        ("Country visits: Haiti (May 2013).", "visit"),
        ("The Special Rapporteur had the honour to visit Haiti in May 2013.", "visit"),
        ("The Government of Haiti, which she visited in May 2013, replied.", "visit"),
        ("The country visit to Haiti of the Special Rapporteur took place in May 2013.", "visit"),
        ("She visited Haiti (including its islands) in May 2013.", "visit"),
        ("The Special Rapporteur was received in Haiti in May 2013.", "visit"),
        ("She was received in Haiti by the President in May 2013.", "visit"),
        ("The Government of Haiti received the Special Rapporteur in May 2013.", "visit"),
        ("She travelled through Haiti in May 2013.", "visit"),
        ("In May 2013, in the aftermath of 12 January, she visited Haiti.", "visit"),
        ("The Special Rapporteur, Ana Trial (Ghana), spoke. Ana Trial visited Haiti in May 2013.", "visit"),
        ("He undertook a visit to refugee camps in Haiti (May 2013).", "visit"),
        ("Since then, she has been to Haiti (May 2013).", "visit"),
        ("Her mission took her to Haiti in May 2013.", "mission"),
        ("The Special Rapporteur's trip to Haiti took place in May 2013.", "visit"),
        ("She carried out two missions in the year, one to Haiti in May 2013.", "mission"),
        ("A visit with the Working Group to Haiti was made in May 2013.", "visit"),
        ("Ms. Example, who visited Haiti in May 2013, said so.", "visit"),
        ("He left in March 2011, and in 2013 she visited Haiti (May 2013).", "visit"),
    ],
)
def test_a_visit_of_the_mandate_is_proposed(text: str, kind: str, root: Path) -> None:
    found, others = proposed(root, HOLDER + text)
    visits = [one.values["country_visits"] for one in found if one.table == "country_visits"]
    assert [(one["visit_id"], one["kind"], one["start_date"]) for one in visits] == [
        ("health/2013-hti", kind, "2013-05")
    ]
    assert [one for one in others if "visit" in one.what] == []


@pytest.mark.parametrize(
    "text",
    [
        "From 5 to 9 June 2012, she visited Chad (A/HRC/23/36/Add.1).",
        "During her visit to Chad (A/HRC/23/36/Add.1) from 5 to 9 June 2012, she met experts.",
        "Chad was visited by the Special Rapporteur from 5 to 9 June 2012 (A/HRC/23/36/Add.1).",
        "From 5 to 9 June 2012, she was in Chad; the report is contained in document A/HRC/23/36/Add.1.",
        "She visited Chad from 5 to 9 June 2012, her report on which is before the Council in A/HRC/23/36/Add.1.",
        "She visited Chad from 5 to 9 June 2012. The report on the visit is contained in document A/HRC/23/36/Add.1.",
        "The visit of the Special Rapporteur to Chad, 5-9 June 2012, is described in A/HRC/23/36/Add.1.",
        "She visited Chad (A/HRC/23/36/Add.1, 5-9 June 2012).",
        "Her visit to Chad from 5 to 9 June 2012 (see document A/HRC/23/36/Add.1) was the first.",
        "She visited Chad (5-9 June 2012) and rested. The report on Chad (see also A/HRC/23/36/Add.1) is out.",
        "She visited Chad (5-9 June 2012) and rested. Her report on the visit to Chad is A/HRC/23/36/Add.1.",
        "She visited Chad (June 5, 2012 to June 9, 2012) (A/HRC/23/36/Add.1).",
    ],
)
def test_the_report_of_a_visit_is_read_wherever_it_is_named(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    visits = [one.values["country_visits"] for one in found]
    assert [(one["start_date"], one["end_date"], one.get("report_symbol")) for one in visits] == [
        ("2012-06-05", "2012-06-09", "A/HRC/23/36/Add.1")
    ]
    assert others == []


def test_countries_of_one_year_have_that_year(root: Path) -> None:
    found, others = proposed(root, "In March 2014 he left, and in 2015 he visited Fiji (4-12 August) and Uruguay.")
    visits = [one.values["country_visits"] for one in found if one.table == "country_visits"]
    assert [(one["visit_id"], one["start_date"]) for one in visits] == [
        ("health/2015-fji", "2015-08-04"), ("health/2015-ury", "2015"),
    ]  # fmt: skip
    assert others == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("She visited Cuba from 28 February to 31 April 2013.", "its date is not a day of the calendar"),
        ("The visit to Cuba from 5 to 3 May 2013 was short.", "it would end before it begins"),
        ("The visit to Cuba in May 2013 did not take place.", NOT_MADE),
        ("She cancelled her planned visit to Cuba in May 2013.", NOT_MADE),
        ("She was invited to conduct a visit to Cuba in May 2013.", NOT_MADE),
        ("She visited Cuba; she had been there before 2013, too.",
         "its date stands where none is read, or is of a form that is not read; write a passage for it"),
        ("She visited Cuba.", "the text does not settle its year"),
    ],
)  # fmt: skip
def test_why_a_visit_is_not_proposed_is_true(text: str, why: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [one for one in found if one.table == "country_visits"] == []
    assert [(one.what, one.why) for one in others if "visit" in one.what] == [("a visit to Cuba", why)]


def test_what_stands_between_a_visit_and_its_report_is_still_read(root: Path) -> None:
    text = (
        "He went to Chad (7-16 June 2012) and met experts on 17 June 2012. The report on Chad (A/HRC/2/6/Add.1) is out."
    )
    found, others = proposed(root, text)
    assert [one.table for one in found] == ["country_visits", "events"]
    assert found[0].values["country_visits"]["report_symbol"] == "A/HRC/2/6/Add.1"
    assert others == []


@pytest.mark.parametrize(
    "text",
    [
        "The Minister of Justice was received in Haiti in May 2013.",
        "UNICEF travelled through Haiti in May 2013.",
        "The report was received in Haiti in May 2013.",
        "Haiti received her letter in May 2013.",
        "Haiti received the report in May 2013.",
    ],
)
def test_who_was_received_somewhere_may_be_anybody_or_anything(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [one.table for one in found] == ["events"]
    assert others == []


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        (
            "She made two missions, one to France in May 2010 and the other to Ghana in June 2010.",
            ("2010-05", "2010-06"),
        ),
        ("She visited two countries, namely France (May 2010) and Ghana (June 2010).", ("2010-05", "2010-06")),
        ("In 2010, she made official visits to two countries: France in May and Ghana in June.", ("2010", "2010")),
    ],
)
def test_countries_are_named_one_by_one_behind_their_number(text: str, begun: tuple[str, str], root: Path) -> None:
    found, others = proposed(root, text)
    visits = [one.values["country_visits"] for one in found]
    assert [(one["visit_id"], one["start_date"]) for one in visits] == [
        ("health/2010-fra", begun[0]), ("health/2010-gha", begun[1]),
    ]  # fmt: skip
    assert others == []
