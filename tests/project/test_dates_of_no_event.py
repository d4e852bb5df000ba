"""Dates that tell no event, as those of publications, are neither built nor proposed as events, but told."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ProjectCopy
from mandate_data.propose_passages import NotProposed, Proposal
from proposing import GUIDE, begin_report, proposed

PUBLICATION = "is the date of a publication, a citation or a note"
DOCUMENT = "is the date of a judgment, a law, a letter or another document"
LIMIT = "is a deadline, the day of a state of things, or a period that is reported on"
SINCE = "is the day since when something has gone on"
PERIOD = "is a period, or the first or last day of one"
EITHER = "is one of two dates, and which is meant is not said"
UNMADE = "is the date of what did not take place"
UNSAID = "is next to no words that say what happened then"
DAYS = "is the first or last of several days that are not read as one date"
HEADING = "date-set-aside/heading"
TO_COME = "is a date of what was still to come"


def of_events(found: tuple[list[Proposal], list[NotProposed]]) -> tuple[list[str], list[str]]:
    """The sentences of proposed events, and what of dates is not proposed."""
    return [one.sentence for one in found[0] if one.table == "events"], [one.sentence for one in found[1]]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The guidelines were published in March 2014.", PUBLICATION),
        ("The rate is 29.1 per cent, compared with 33.5 per cent in March 2014.", LIMIT),
        ("That is a decrease from the 14,087 officers who served in March 2014.", LIMIT),
        ("The ratio in March 2014 was at the level of 1.1 officers per 1,000 people.", LIMIT),
        ("The authorization is for twelve months from 1 March 2014.", PERIOD),
        ("The study was published online in March 2014.", PUBLICATION),
        ("A statement on schools was issued in March 2014.", PUBLICATION),
        ("Much is known (see Nobody, On Schools, Oslo, March 2014, p. 5).", PUBLICATION),
        ("It is old. 6 Nobody, On Schools, Lancet, vol. 360, 7 March 2014, p. 1682.", PUBLICATION),
        ("They met. See www.example.org (accessed on 3 March 2014).", PUBLICATION),
        ("They met. See www.example.org (last visited 3 March 2014).", PUBLICATION),
        ("They met, as in “Plan for schools: January to March 2014”.", PUBLICATION),
        ("They met. 6 World Bank, at its meeting of March 2014. 7 Ibid. 8 See also the next.", PUBLICATION),
        ("They met. ______ 16 The Court sat in March 2014.", PUBLICATION),
        ("The reports of the conference, Oslo, 3 March 2014, are long.", PUBLICATION),
        ("The Court said so in its Judgment of 3 March 2014.", DOCUMENT),
        ("Example v. Nobody, No. 33394/96, judgment of 3 March 2014, is known.", DOCUMENT),
        ("3 March 2014", DOCUMENT),
        ("Distr.: General 3 March 2014 Original: English", DOCUMENT),
        ("3 March 2014 Original: English Human Rights Council", DOCUMENT),
        ("Printed in Geneva on 3 March 2014", PUBLICATION),
        ("Published by the United Nations in March 2014.", PUBLICATION),
        ("Reissued for technical reasons on 3 March 2014.", PUBLICATION),
        ("Act No. 61 of 3 March 2014 regulates schools.", DOCUMENT),
        ("In a letter dated 3 March 2014, the Government replied.", DOCUMENT),
        ("The press remarks of 1 March 2014 and 3 March 2014 say so.", DOCUMENT),
        ("As of 3 March 2014, twenty States had ratified it.", LIMIT),
        ("By 3 March 2014, all will be well.", LIMIT),
        ("Replies were asked for no later than 3 March 2014.", LIMIT),
        ("The report covers the period from 1 July 2013 to 3 March 2014.", LIMIT),
        ("Comments were possible until the end of March 2014.", LIMIT),
        ("The deadline is 3 March 2014.", LIMIT),
        ("The closing date for replies was 3 March 2014.", LIMIT),
        ("The mandate expires on 3 March 2014.", LIMIT),
        ("At the latest on 3 March 2014, all were in.", LIMIT),
        ("They extended it through 3 March 2014.", LIMIT),
        ("The rate is 5 per cent compared with 7 per cent in March 2014.", LIMIT),
        ("Replies should arrive by Monday, 3 March 2014.", LIMIT),
        ("The war goes on since March 2014.", SINCE),
        ("Since March 2014, there is a war.", SINCE),
        ("Rates effective 1 March 2014 apply.", SINCE),
        ("From 3 March 2014 onwards, it rained.", SINCE),
        ("From 1 January to 31 March 2014, 30 letters were sent.", PERIOD),
        ("From December 2013 to March 2014, a survey was run.", PERIOD),
        ("In the period from 2009 to March 2014, letters were sent.", PERIOD),
        ("On 3 or 4 March 2014, a panel met.", EITHER),
        ("In February or March 2014, a panel met.", EITHER),
        ("On 3 April or 5 March 2014, a panel met.", EITHER),
        ("The Act is one to which 77 States were party on 3 March 2014.", LIMIT),
        ("The number of parties rose from 117 (2008) to 158 on 3 March 2014.", LIMIT),
        ("The Treaty had 148 parties on 3 March 2014.", LIMIT),
        ("The number of parties stood at 158 on 3 March 2014.", LIMIT),
        ("The visit to Malaysia, due in March 2014, did not take place.", UNMADE),
        ("The conference of 3 March 2014 was cancelled.", UNMADE),
        ("A reply, due in March 2014, was long.", TO_COME),
        ("Gabon: 3–8 March 2014 (A/HRC/23/48/Add.2).", UNSAID),
        ("Between 27 February and 5 March 2014 a mission took her there.", DAYS),
        ("3–8 March 2014", "stands alone, and what it is the date of is not said"),
        ("The day is celebrated annually on 3 March 2014.", "is a day that comes every year"),
        ("The 31 March 2014 agreement is good.", DOCUMENT),
        ("A panel is foreseen for 3 March 2014.", TO_COME),
        ("A summit is set for March 2014.", TO_COME),
        ("The forum will take place on 3 March 2014.", TO_COME),
        ("A panel, to be held on 3 March 2014, is prepared.", TO_COME),
        ("If a panel meets on 3 March 2014, it will be good.", TO_COME),
        ("She will visit Nowhere in March 2014.", TO_COME),
        ("In March 2014, she will visit Nowhere.", TO_COME),
        ("A conference is scheduled for 3 March 2014.", TO_COME),
        ("She planned to go there in March 2014 but could not.", TO_COME),
        ("She looks forward to the forthcoming session, in Oslo, in March 2014.", TO_COME),
        ("The children were born in March 2014.", "is a date of birth"),
        ("Between January and March 2014, he spoke.", "is the last of several months, the first of which has no year"),
    ],
)  # fmt: skip
def test_a_date_of_no_event_is_told_and_not_proposed(text: str, why: str, root: Path) -> None:
    events, others = of_events(proposed(root, text))
    assert events == []
    assert {other.partition("' ")[2] for other in others} == {f"{why}: no event is made of it"}
    assert {"March 2014" in other for other in others[-1:]} == {True}


def test_a_period_in_figures_is_told(root: Path) -> None:
    text = "2013-09-01/2014-03-31 was a time of letters."
    assert of_events(proposed(root, text)) == ([], [f"'2013-09-01/2014-03-31' {PERIOD}: no event is made of it"])


@pytest.mark.parametrize(
    "text",
    [
        "On 26 August 2014, he met the Minister of Justice.",
        "The number of visitors was the subject of a meeting in March 2014.",
        "The total was told in March 2014 by the Minister, who came from Oslo.",
        "The Protocol entered into force on 14 April 2014.",
        "1. In May 2014, the Council published guidelines.",
        "A law was adopted in May 2014.",
        "The events of 10 and 11 April 2014 were a turning point.",
        "An attack (Oslo, 3 May 2014) followed.",
        "26 August 2014: meeting with the Minister.",
        "On 26 August 2014, he met the Minister, who will visit him.",
        "He met experts on 3 May, 4 June and 5 July 2014.",
        "Since presenting his report to the Council, he has been on missions to the World Bank (April 2014).",
        "On 3 May 2014 a report was launched.",
        "On the 3rd of May 2014 the law was adopted.",
        "He was told on 3 May 2014 that the visit was cancelled.",
        "The visit was cancelled on 3 May 2014.",
        "The Fund grew, and experts met in May 2014.",
        "On Monday, 3 May 2014, she spoke.",
        "Monday, 3 May 2014, was rainy.",
        "It was 3 May 2014 when the law entered into force.",
        "The centre was dissolved on 3 May 2014 by a decree.",
    ],
)
def test_what_happened_on_a_date_is_proposed(text: str, root: Path) -> None:
    events, others = of_events(proposed(root, text, published="2014"))
    assert events != []
    assert [other for other in others if "2014" in other] == []


def test_a_day_without_a_year_has_none_where_another_year_is_nearer(root: Path) -> None:
    text = "In May 2014, he began.\n\nThe 2019 Summit was opened on 23 September."
    events, others = of_events(proposed(root, text))
    assert events == ["In May 2014, he began."]
    assert others == [
        "'23 September' is a day without a year, and the text before it doesn't settle the year: no event is made of it"
    ]
    assert of_events(proposed(root, text.replace("The 2019", "The 2014")))[1] == []
    assert of_events(proposed(root, text.replace("2019", "Agenda 2030"), published="2014-12"))[1] == []


@pytest.mark.parametrize(
    "before",
    [
        "In June 2014, 5 officers left, compared with 7 in June 2013.",
        "He began in May 2014.\n\nOn 3 June, he recalled his report of October 2013.",
    ],
)
def test_a_day_has_not_the_year_of_an_aside_in_the_paragraph_before(before: str, root: Path) -> None:
    events, others = of_events(proposed(root, f"{before}\n\nOn 25 June, she arrived."))
    assert "On 25 June, she arrived." not in events
    assert others[-1] == (
        "'25 June' is a day without a year, and the text before it doesn't settle the year: no event is made of it"
    )


def test_a_date_after_the_documents_own_is_to_come(root: Path) -> None:
    text = "On 26 August 2014, he met the Minister."
    assert of_events(proposed(root, text, published="2014-08-25")) == (
        [], [f"'26 August 2014' {TO_COME}: no event is made of it"]
    )  # fmt: skip
    assert of_events(proposed(root, text, published="2014-08"))[1] == []


def test_dates_in_recommendations_are_told(root: Path) -> None:
    text = "## Recommendations\n\nStates ratified it on 3 May 2014 and go on.\n\nStates should act on 4 May 2014."
    events, others = of_events(proposed(root, text, GUIDE.replace("[]", "[{heading: Rec, section: recommendations}]")))
    assert (events, others) == (
        [],
        [f"'{day} May 2014' is a date in a recommendation: no event is made of it" for day in (3, 4)],
    )


def test_the_build_makes_no_event_of_them_and_has_a_note_with_the_line(project: ProjectCopy) -> None:
    begin_report(
        project,
        "# A report\n\nOn 3 May 2014, he met experts. A study was published in March 2014.\n\nOn 5 June, she left.\n",
        published="2014-05-20",
    )
    extracted = project.extract()
    found = [one for one in extracted.findings if one.code == "date-set-aside"]
    assert [(one.severity, one.line, one.start, one.end, one.message) for one in found] == [
        ("note", 3, 56, 66, f"'March 2014' {PUBLICATION}: no event is made of it"),
        ("note", 5, 3, 9, f"'5 June' {TO_COME}: no event is made of it"),
    ]
    assert found[0].hint == "if something happened then, add a passage for it to the guide, under passages: events"
    dates = [one.cells["date"].value for one in extracted.records["report"] if one.table == "events"]
    assert dates == ["2014-05-03"]
    assert [one for one in extracted.findings if one.code == "unread-number" and one.line in (3, 5)] == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On May 3, 2014, she met experts.", "2014-05-03"),
        ("From May 3-7, 2014, she met experts.", "2014-05-03"),
        ("From April 28 to May 3, 2014, she met experts.", "2014-04-28"),
        ("On 2014-05-03, she met experts.", "2014-05-03"),
        ("On 3 Sept. 2014, she met experts.", "2014-09-03"),
        ("On 12 Dec 2013, she met experts.", "2013-12-12"),
        ("In Sept. 2014, she met experts.", "2014-09"),
        ("On the 3rd of May 2014, she met experts.", "2014-05-03"),
        ("On 3 MAY 2014, she met experts.", "2014-05-03"),
        ("From 28 April to 3 May 2014, she met experts.", "2014-04-28"),
        ("From 28 December 2013 to 3 January 2014, she met experts.", "2013-12-28"),
        ("On 1 and 2, 5 and 6 May 2014, she met experts.", "2014-05-01"),
        ("On 3rd May, 2014 she met experts.", "2014-05-03"),
        ("On 3, 5 and 7 May 2014, she met experts.", "2014-05-03"),
        ("On 3 to 5 and 7 May 2014, she met experts.", "2014-05-03"),
    ],
)
def test_a_day_is_read_in_each_form_that_means_one_day(text: str, date: str, root: Path) -> None:
    found, others = proposed(root, text)
    assert [one.values["events"]["date"] for one in found] == [date]
    assert others == []


def test_a_year_alone_is_no_event(root: Path) -> None:
    assert proposed(root, "In 2014, and in 1990-1994, there were wars.") == ([], [])


def test_days_have_the_year_behind_the_last_of_them(root: Path) -> None:
    found, others = proposed(root, "In May 2012, he left. She met experts on 28 April and 3 May 2014.")
    assert [one.values["events"]["date"] for one in found] == ["2012-05", "2014-04-28", "2014-05-03"]
    assert others == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In May, 2014 people came.", "May, 2014"),
        ("In May 3 to 7 people came.", "May 3 to 7"),
        ("She met experts. On the 9th, she left.", "9th"),
    ],
)
def test_what_may_be_another_number_is_told(text: str, date: str, root: Path) -> None:
    assert of_events(proposed(root, text)) == (
        [],
        [f"{date!r} is a date of a form that is not read: no event is made of it"],
    )


@pytest.mark.parametrize("day", ["31 April", "31 June 2007", "30-31 June 2007", "29 February 2014"])
def test_a_day_that_is_none_of_the_calendar_is_told(day: str, root: Path) -> None:
    assert of_events(proposed(root, f"On {day}, he met experts.")) == (
        [], [f"{day!r} is not a day of the calendar: no event is made of it"]
    )  # fmt: skip


@pytest.mark.parametrize(
    "day",
    [
        "4.6.2019",
        "04/06/2018",
        "2019/06/04",
        "3-May-2014",
        "4 june 2015",
        "june 4, 2015",
        "May 4",
        "twenty-third of May 2014",
    ],
)
def test_a_date_of_a_form_that_is_not_read_is_told(day: str, root: Path) -> None:
    assert of_events(proposed(root, f"On {day}, he met experts.")) == (
        [], [f"{day!r} is a date of a form that is not read: no event is made of it"]
    )  # fmt: skip


def test_of_a_date_that_the_guide_lists_as_unread_no_event_is_made(root: Path) -> None:
    guide = GUIDE + "unread: [{pattern: 'On 3 May 2014', reason: nothing happened}]\n"
    text = "On 3 May 2014, all was calm. On 4 May 2014, he met experts."
    assert of_events(proposed(root, text, guide)) == (["On 4 May 2014, he met experts."], [])


def test_a_date_in_a_heading_is_told(root: Path) -> None:
    text = "## Meeting of 5 June 2014\n\nShe met experts.\n\n## The visit, May 2014"
    assert proposed(root, text) == (
        [],
        [
            NotProposed("'5 June 2014'", "'5 June 2014' is in a heading: no event is made of it", 3, HEADING),
            NotProposed("'May 2014'", "'May 2014' is in a heading: no event is made of it", 7, HEADING),
        ],
    )


ROWS = """| Date | What |
|---|---|
| 3 May 2014 | Meeting with the Minister |
| May 4-5, 2014 | Visit to a school |
| 31 June 2014 | Visit to a prison |
| 03/05/2014 | Visit to a court |
| 6 May 2014 | Ghana |
| Law on schools | 7 May 2014 |
| 8 May 2014 | Report A/HRC/26/18 |
| 8 May 2015 | Meeting with the Minister |
"""


def test_a_row_that_opens_with_a_day_tells_an_event_and_all_other_dates_of_rows_are_told(project: ProjectCopy) -> None:
    begin_report(project, f"# A report\n\n{ROWS}\n## Meeting of 5 June 2014\n\nShe met experts.\n")
    extracted = project.extract()
    assert [(one.line, one.message) for one in extracted.findings if one.code == "date-set-aside"] == [
        (7, "'31 June 2014' is not a day of the calendar: no event is made of it"),
        (8, "'03/05/2014' is in a row of a table: no event is made of it"),
        (9, "'6 May 2014' is in a row of a table: no event is made of it"),
        (10, "'7 May 2014' is in a row of a table: no event is made of it"),
        (11, "'8 May 2014' is in a row of a table: no event is made of it"),
        (12, f"'8 May 2015' {TO_COME}: no event is made of it"),
        (14, "'5 June 2014' is in a heading: no event is made of it"),
    ]
    events = [one for one in extracted.records["report"] if one.table == "events"]
    assert [(one.place.line, one.cells["date"].value) for one in events] == [(5, "2014-05-03"), (6, "2014-05-04")]
