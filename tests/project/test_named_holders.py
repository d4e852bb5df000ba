"""Holders in the words of reports, lists and tables, with the full name that another place of the text has."""

from __future__ import annotations

from pathlib import Path

import pytest
from mandate_data.propose_passages import NotProposed, Proposal
from proposing import proposed

ALONE = "no other place of the text has it, and people.name is the family name alone; correct it in the guide"


def holders(found: list[Proposal]) -> list[tuple[str, str, str]]:
    """Of each holder: the name that is read, the first and the last day."""
    said = [(one.values["mandate_holders"], one.values.get("people", {})) for one in found if one.table != "events"]
    return [(who.get("name", ""), term.get("term_start", ""), term.get("term_end", "")) for term, who in said]


def names(others: list[NotProposed]) -> list[tuple[str, str]]:
    return [(one.what, one.why) for one in others if one.what.startswith("the full name of ")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The first mandate holder, Mr. Bob Sample (Norway), served from 2001 to 2008.",
         [("Bob Sample", "2001", "2008")]),
        ("The mandate is old. Ms. Ana Example served from May 2001 to June 2008.",
         [("Ana Example", "2001-05", "2008-06")]),
        ("He was succeeded by Ms. Ana Example (Chile), who held the mandate from 2004 to 2010, and by Mr. Bob Sample "
         "(Tunisia), from 2010 to 2020.", [("Ana Example", "2004", "2010"), ("Bob Sample", "2010", "2020")]),
        ("The mandate was held by Ms. Ana Example from 2004 to 2010 and by Mr. Bob Sample (Ghana) since 2010.",
         [("Ana Example", "2004", "2010"), ("Bob Sample", "2010", "")]),
        ("The current mandate holder was appointed in October 2020 and took up her functions on 1 November 2020.",
         [("", "2020-11-01", "")]),
        ("Ms. Ana Example was appointed in June 2008 and took up her functions on 1 August 2008.",
         [("Ana Example", "2008-08-01", "")]),
        ("Since 2014, the mandate has been held by Ms. Ana Example.", [("Ana Example", "2014", "")]),
        ("Since 2014 the mandate has been held by Ms. Ana Example.", [("Ana Example", "2014", "")]),
        ("The mandate has been held since 1 May 2014 by Ms. Ana Example.", [("Ana Example", "2014-05-01", "")]),
        ("From 2008 to 2014, the mandate was held by Ana Example.", [("Ana Example", "2008", "2014")]),
        ("## Mandate holders\n\n- Ana Example (2008–2014)\n- Bob Sample (Ghana) (since 2014)",
         [("Ana Example", "2008", "2014"), ("Bob Sample", "2014", "")]),
        ("## Mandate holders\n\n| Name | Country |\n|---|---|\n| Ms. Ana Example (2008–2014) | Ghana |",
         [("Ana Example", "2008", "2014")]),
        ("The Working Group has five members. Ms. Ana Example has been a member since 1 October 2017.",
         [("Ana Example", "2017-10-01", "")]),
    ],
)  # fmt: skip
def test_a_holder_is_proposed(text: str, expected: list[tuple[str, str, str]], root: Path) -> None:
    found, others = proposed(root, text)
    assert holders(found) == expected
    assert {one.table for one in found} == {"mandate_holders"}
    assert others == []


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Ana Example served from May 2001 to June 2008 in the army, and knows the mandate.",
        "Ms. Ana Example served from May 2001 to June 2008 as Minister of Health.",
        "A book of 1990. Ms. Ana Example served from 2001 to 2008.",
        "The chair has been held by Ms. Ana Example since 2014.",
        "The Working Group met a judge. Ms. Ana Example has been a member of the Committee since 1 October 2017.",
        "Ms. Ana Example has been a member since 1 October 2017.",
        "Letters were sent by Mr. Bob Sample (Ghana) since 2010.",
    ],
)
def test_other_posts_are_those_of_no_holder(text: str, root: Path) -> None:
    found, _ = proposed(root, text)
    assert [one.table for one in found if one.table == "mandate_holders"] == []


@pytest.mark.parametrize(
    "text",
    [
        "The Special Rapporteur, Ms. Ana Example, reports.\n\nMs. Example took office on 1 May 2021.",
        "Ms. Example took office on 1 May 2021. The members were Mr. Bob Example and Ms. Ana Example (Ghana).",
        "The Independent Expert on health, Ana Example (Ghana), reports. Ms. Example took office on 1 May 2021.",
    ],
)
def test_the_full_name_of_another_place_is_read(text: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert holders(found) == [("Ana Example", "2021-05-01", "")]
    assert names(others) == []


@pytest.mark.parametrize(("said", "country"), [("Norway", "NOR"), ("a lawyer", None)])
def test_the_country_behind_a_name_goes_with_the_person(said: str, country: str | None, root: Path) -> None:
    (one,), _ = proposed(root, f"The first mandate holder, Mr. Bob Sample ({said}), served from 2001 to 2008.")
    assert one.values["people"].get("country_code") == country


def test_of_several_people_of_one_family_name_none_is_taken(root: Path) -> None:
    text = "Ms. Ana Example and Ms. Eve Example spoke. Ms. Example took office on 1 May 2021."
    found, others = proposed(root, text)
    assert holders(found) == [("Example", "2021-05-01", "")]
    several = (
        "several people of the text have this family name: Ana Example, Eve Example; correct the passage under people"
    )
    assert names(others) == [("the full name of Example", several)]


def test_a_family_name_that_stands_alone_is_told_once(root: Path) -> None:
    text = "Ms. Example took office on 1 May 2021.\n\nMs. Example has held the mandate since 1 May 2021."
    assert names(proposed(root, text)[1]) == [("the full name of Example", ALONE)]


def test_a_visitor_who_is_named_in_full_elsewhere_needs_no_passage(root: Path) -> None:
    text = "The mandate holders are Ms. Ana Example and Mr. Bob Sample.\n\nMs. Example visited Fiji in May 2021."
    (one,), _ = proposed(root, text)
    assert one.question == "person_id, such as example"
    assert sorted(one.introduced) == ["example", "sample"]
    assert one.introduced["example"] == {"id": "example", "pattern": r"(?P<name>Ana Example)(?![\w-])"}


def test_of_two_people_of_one_family_name_none_is_introduced(root: Path) -> None:
    text = (
        "The mandate holders are Ms. Ana Example and Mr. Bob Example.\n\nThe mandate holder visited Fiji in May 2021."
    )
    (one,), _ = proposed(root, text)
    assert dict(one.introduced) == {}


def test_a_holder_whose_term_began_later_is_not_offered(root: Path) -> None:
    text = (
        "The Special Rapporteur on health, Ms. Ana Example, took up her functions on 1 August 2010.\n\n"
        "She visited Fiji in May 2011. Her predecessor visited Chad in May 2008. The previous report was on prisons "
        "(A/HRC/8/10)."
    )
    asked = {one.entry["id"]: one.likely for one in proposed(root, text)[0] if one.asked == "person_id"}
    assert asked == {"health": "", "health/2011-fji": "example", "health/2008-tcd": "", "A/HRC/8/10": ""}
