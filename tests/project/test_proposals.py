"""Proposed passages: each country that was visited has its own year or is told, and a pattern reads one fact alone."""

from __future__ import annotations

from pathlib import Path
from unittest import mock

import pytest
import yaml
from calling import call_with_bytes
from mandate_data.propose_passages import NotProposed, Proposal
from proposing import GUIDE, proposed

UNSETTLED = "the text does not settle its year"


def told(found: tuple[list[Proposal], list[NotProposed]]) -> tuple[dict[str, str], list[str]]:
    """The visits by id, each as its pattern, and what is not proposed."""
    visits = {one.entry["id"]: one.entry["pattern"] for one in found[0] if one.table == "country_visits"}
    return visits, [f"{one.what}: {one.why}" for one in found[1]]


KIND, BEGUN = "(?P<kind>mission)s to ", "(?P<kind>Mission)s to "


def test_proposals_are_made_of_no_other_file(root: Path) -> None:
    proposed(root, SESSION)
    done = call_with_bytes("new-source", "report", "other.txt", "--propose", folder=root)
    assert (done.returncode, done.stderr.decode()) == (
        2, "mandate-data: --propose reads the edition of report, and no other file; leave out other.txt\n"
    )  # fmt: skip


@pytest.mark.parametrize(
    "option", [("--title", "T"), ("--publisher", "P"), ("--published", "2018"), ("--language", "en"), ("--ocr", "auto")]
)
def test_what_only_begins_a_source_is_refused_where_passages_are_proposed(option: tuple[str, str], root: Path) -> None:
    proposed(root, SESSION)
    done = call_with_bytes("new-source", "report", "--propose", *option, folder=root)
    assert (done.returncode, done.stderr.decode()) == (
        2, f"mandate-data: {option[0]} is for a source that is begun with a file; leave it out\n"
    )  # fmt: skip


def test_what_was_done_is_not_printed_on_request(root: Path) -> None:
    proposed(root, SESSION)
    done = call_with_bytes("new-source", "report", "--propose", "--quiet", folder=root, given=b"\n\n\n")
    assert (done.returncode, done.stderr) == (0, b"")
    done = call_with_bytes("new-source", "report", "--propose", "--quiet", folder=root, given=b"\n")
    assert done.stderr == b"0 passages added to raw/report/extraction.yaml; 2 proposals not asked, as the input ended\n"


@pytest.mark.parametrize(
    ("text", "visits", "others"),
    [
        ("Missions to Peru (2013) and Romania were made.", {"2013-per": "(?P<kind>Mission)s to Peru \\(<span>"},
         ["Romania"]),
        ("On missions to Peru, Gabon and Romania in 2013, he left.",
         {f"2013-{code}": f"{KIND}Peru, Gabon and Romania in <span>" for code in ("per", "gab", "rou")}, []),
        ("On missions to Peru (3-10 May 2013; A/HRC/25/48/Add.1), the Republic of Korea (May 2014) and Bosnia and "
         "Herzegovina (A/HRC/25/48/Add.3), he left.",
         {"2013-per": f"{KIND}Peru \\(<span>; A/HRC/25/48/Add\\.1",
          "2014-kor": f"{KIND}Peru \\(3\\-10 May 2013; A/HRC/25/48/Add\\.1\\), the Republic of Korea \\(<span>"},
         ["Bosnia and Herzegovina"]),
        ("On missions to Peru and Gabon in 2013 and 2014, respectively, he left.",
         {"2013-per": f"{KIND}Peru and Gabon in <span>", "2014-gab": f"{KIND}Peru and Gabon in 2013 and <span>"}, []),
        ("On missions to Peru and Gabon in 2013 and 2014, he left.", {}, ["Peru", "Gabon"]),
        ("On missions to Peru, Gabon and Chile in 2013 and 2014, respectively, he left.", {},
         ["Peru", "Gabon", "Chile"]),
        ("On missions to Peru and Gabon (2013), he left.", {"2013-gab": f"{KIND}Peru and Gabon \\(<span>"}, ["Peru"]),
        ("On missions to Peru in 2013, Gabon and Chile in 2014, he left.",
         {"2013-per": f"{KIND}Peru in <span>", "2014-chl": f"{KIND}Peru in 2013, Gabon and Chile in <span>"},
         ["Gabon"]),
        # Days that several share are of none alone; days without a year may be of another year than the text before.
        ("On missions to Peru and Gabon from 3 to 10 May 2013, he left.",
         {f"2013-{code}": f"{KIND}Peru and Gabon from 3 to 10 May <span>" for code in ("per", "gab")}, []),
        ("In June 2011, he began. Missions to Peru from 3 to 10 May and to Gabon from 12 to 20 May 2013 followed.",
         {"2013-gab": f"{BEGUN}Peru from 3 to 10 May and to Gabon from <span>"}, ["Peru"]),
        ("On missions to Peru from 3 to 10 May 2013 and Gabon from 12 to 20 May, he left.",
         {"2013-per": f"{KIND}Peru from <span>", "2013-gab": f"{KIND}Peru from 3 to 10 May 2013 and Gabon from <span>"},
         []),
        ("In June 2011, he began. Missions to Peru (2013) and Gabon (3-10 May) followed.",
         {"2013-per": f"{BEGUN}Peru \\(<span>"}, ["Gabon"]),
        # One country, in one year or several.
        ("He visited Peru in 2013 and 2014.",
         {"2013-per": "(?P<kind>visited) Peru in <span>", "2014-per": "(?P<kind>visited) Peru in 2013 and <span>"}, []),
        ("A mission to Peru was asked for.", {}, []),
    ],
)  # fmt: skip
def test_each_country_has_its_own_year_or_is_told(
    text: str, visits: dict[str, str], others: list[str], root: Path
) -> None:
    assert told(proposed(root, text)) == (
        {f"health/{key}": pattern for key, pattern in visits.items()},
        [f"a visit to {country}: {UNSETTLED}" for country in others],
    )


@pytest.mark.parametrize(
    ("text", "visits"),
    [
        ("A follow-up visit to Ghana took place in 2012.", [("2012-gha", "follow_up_mission", "2012", "2012")]),
        ("The visit to Chile was conducted in 2010.", [("2010-chl", "visit", "2010", "2010")]),
        ("Visits took place to Haiti (2011) and to Mexico (2012).",
         [("2011-hti", "visit", "2011", "2011"), ("2012-mex", "visit", "2012", "2012")]),
        ("A visit of the Special Rapporteur to Peru was made in May 2013.",
         [("2013-per", "visit", "2013-05", "2013-05")]),
        ("The visit to Armenia, which took place in June 2013, was short.",
         [("2013-arm", "visit", "2013-06", "2013-06")]),
        ("She travelled to Togo from 3 to 7 May 2013.", [("2013-tgo", "visit", "2013-05-03", "2013-05-07")]),
        ("The Special Rapporteur went to Cuba in May 2013.", [("2013-cub", "visit", "2013-05", "2013-05")]),
        ("In 2011, she undertook a mission to Nepal.", [("2011-npl", "mission", "2011", "2011")]),
        ("From 3 to 7 May 2013, she visited Fiji.", [("2013-fji", "visit", "2013-05-03", "2013-05-07")]),
        ("In 2013, she visited Ghana and Mali.",
         [("2013-gha", "visit", "2013", "2013"), ("2013-mli", "visit", "2013", "2013")]),
        ("After visiting Ghana between 28 April and 3 May 2014, she left.",
         [("2014-gha", "visit", "2014-04-28", "2014-05-03")]),
        ("She visited Samoa from April 28 to May 3, 2014.", [("2014-wsm", "visit", "2014-04-28", "2014-05-03")]),
    ],
)  # fmt: skip
def test_a_visit_is_proposed_in_whatever_words(text: str, visits: list[tuple[str, ...]], root: Path) -> None:
    found, others = proposed(root, text)
    values = [one.values["country_visits"] for one in found]
    columns = ("visit_id", "kind", "start_date", "end_date")
    assert [tuple(one[column] for column in columns) for one in values] == [
        (f"health/{key}", *rest) for key, *rest in visits
    ]
    assert others == []


def test_who_is_not_of_the_mandate_makes_no_visit(root: Path) -> None:
    assert [one.table for one in proposed(root, "Many refugees went to Greece in May 2013.")[0]] == ["events"]


def test_a_visit_without_a_date_is_told(root: Path) -> None:
    assert told(proposed(root, "She visited Bulgaria.")) == ({}, [f"a visit to Bulgaria: {UNSETTLED}"])


def test_a_name_among_countries_that_is_none_is_told(root: Path) -> None:
    found = proposed(root, "On missions to Peru (2013), Atlantis (2014) and Gabon (2015), Ms. Example left.")
    assert told(found) == (
        {
            "health/2013-per": f"{KIND}Peru \\(<span>",
            "health/2015-gab": f"{KIND}Peru \\(2013\\), Atlantis \\(2014\\) and Gabon \\(<span>",
        },
        ["a visit to Atlantis: no country of this name is known"],
    )
    assert found[1][0].line == 3


@pytest.mark.parametrize(
    "text",
    ["She planned a mission to Peru in May 2013.", "A joint visit to Peru in May 2013 is planned."],
)
def test_a_visit_to_come_is_told(text: str, root: Path) -> None:
    assert told(proposed(root, text)) == ({}, ["a visit to Peru: it was still to come"])
    past = told(proposed(root, "He was on a mission to Peru in May 2013.", published="2012"))
    assert past == ({}, ["a visit to Peru: it was still to come"])


def test_the_country_of_a_visit_and_its_report_go_with_it(root: Path) -> None:
    (one, _), _ = proposed(root, "He went on missions to Peru (May 2013) (A/HRC/25/48/Add.1) and Gabon (2014).")
    assert one.entry["symbol"] == "here"
    pattern = "missions to (?P<name_as_printed>Peru) \\(May 2013"
    assert one.others == (("visit_countries", {"id": "health/2013-per", "pattern": pattern, "country_code": "PER"}),)


def test_visits_that_the_guide_reads_are_not_proposed_again(root: Path) -> None:
    passages = "passages:\n  country_visits:\n    - {id: health/2014-gab, pattern: 'Gabon \\(<span>'}\n"
    text = "He went on missions to Peru (2013) and Gabon (2014)."
    assert list(told(proposed(root, text, GUIDE + passages))[0]) == ["health/2013-per"]


def places(found: tuple[list[Proposal], list[NotProposed]]) -> list[tuple[str, tuple[int, ...], bool]]:
    return [(one.entry["pattern"], one.places, one.alike) for one in found[0]]


def test_a_pattern_that_reads_other_facts_elsewhere_is_made_longer(root: Path) -> None:
    text = (
        "The mission to Georgia (11-18 April 2014) was first.\n\nThe next mission to Georgia (3-7 May 2017) was short."
    )
    assert places(proposed(root, text)) == [
        ("The (?P<kind>mission) to Georgia \\(<span>\\) was first\\.", (), True),
        ("The next (?P<kind>mission) to Georgia \\(<span>\\) was short\\.", (), True),
    ]


def test_where_the_words_around_are_the_same_the_pattern_has_the_date(root: Path) -> None:
    text = "A mission to Georgia (May 2014).\n\nA mission to Georgia (May 2017)."
    assert places(proposed(root, text)) == [
        ("(?P<kind>mission) to Georgia \\((?P<span>May 2014)", (), True),
        ("(?P<kind>mission) to Georgia \\((?P<span>May 2017)", (), True),
    ]


def test_a_visit_that_is_printed_twice_is_proposed_once_at_one_place(root: Path) -> None:
    text = "A mission to Georgia (3-5 May 2014) was made.\n\nOnce more: the mission to Georgia (May 2014)."
    found, others = proposed(root, text)
    assert [(one.entry["id"], one.line, one.places, one.alike) for one in found] == [("health/2014-geo", 3, (), True)]
    assert others == []


def test_a_second_visit_of_a_year_is_told(root: Path) -> None:
    text = "A mission to Georgia (3-5 May 2014) was made. A mission to Georgia (6-8 June 2014) was made."
    found, others = proposed(root, text)
    assert [one.values["country_visits"]["start_date"] for one in found] == ["2014-05-03"]
    assert [(one.what, one.why) for one in others] == [
        (
            "a visit to Georgia",
            "another passage reads health/2014-geo; if this is another visit of that year, write a passage with "
            "another id for it",
        )
    ]


def test_a_fact_that_is_printed_twice_is_proposed_once_with_its_places(root: Path) -> None:
    text = "Ms. Example took up the mandate on 1 May 2014.\n\nMs. Example took up the mandate on 1 May 2014."
    assert places(proposed(root, text)) == [("Ms\\. Example took up the mandate on <term_start>", (3, 5), True)]


def test_a_pattern_that_can_not_be_told_apart_says_where_it_reads(root: Path) -> None:
    text = "".join(f"In May {year}, he began.\n\nHe visited Georgia on 3 May.\n\n" for year in (2012, 2016))
    found = [one for one in proposed(root, text)[0] if one.table == "country_visits"]
    assert [(one.entry["id"], one.places, one.alike) for one in found] == [
        ("health/2012-geo", (5, 9), False),
        ("health/2016-geo", (5, 9), False),
    ]


def test_the_command_says_what_is_not_proposed_and_what_is_read_twice(root: Path) -> None:
    twice = "Ms. Example took up the mandate on 1 May 2014."
    text = f"Missions to Peru (2013) and Romania.\n\n{twice} {twice}"
    proposed(root, text)
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"\n\n")
    assert done.returncode == 0
    assert b"read at 2 places, lines 5, 5, alike\n" in done.stdout
    assert done.stderr.decode() == (
        "raw/report/document.md:3: not proposed: a visit to Romania: the text does not settle its year\n"
        "raw/report/document.md:5: not proposed: the full name of Example: no other place of the text has it, and "
        "people.name is the family name alone; correct it in the guide\n"
        "2 facts not proposed\n"
        "0 passages added to raw/report/extraction.yaml\n"
    )
    proposed(root, "".join(f"In May {year}, he began.\n\nHe visited Chile on 3 May.\n\n" for year in (2012, 2016)))
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"\n\n\n\n")
    assert b"read at 2 places, lines 5, 9, and not alike: correct the pattern in the guide\n" in done.stdout


def test_a_new_person_is_confirmed_once_and_named_again_by_a_sign(root: Path) -> None:
    other = root / "raw" / "other"
    other.mkdir(exist_ok=True)
    people = "passages:\n  people:\n    - {id: petit, pattern: Petit}\n"
    (other / "extraction.yaml").write_text(f"names_itself: Other\nsections: []\n{people}", encoding="utf-8")
    proposed(root, "He visited Chile in May 2013. He visited Peru in May 2014. He visited Fiji in May 2015.")
    given = b"example\nexample\n=\nexample\n"
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=given)
    (other / "extraction.yaml").unlink()
    other.rmdir()
    assert done.stderr == b"3 passages added to raw/report/extraction.yaml\n"
    said = done.stdout.decode()
    assert said.count("people has no 'example' yet") == 1
    assert said.count("person_id, = for example (empty: leave it out): ") == 2
    guide = yaml.safe_load((root / "raw" / "report" / "extraction.yaml").read_text(encoding="utf-8"))
    assert [entry["person_id"] for entry in guide["passages"]["country_visits"]] == ["example"] * 3


def test_a_person_whom_the_text_names_need_not_be_typed(root: Path) -> None:
    text = "The Special Rapporteur, Ms. Ana Example, met experts. She visited Chile in May 2013 and Peru in May 2014."
    proposed(root, text)
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"=\n=\n")
    assert b"person_id, = for example (empty: leave it out; -: and all others of country_visits): " in done.stdout
    assert done.stderr == b"2 passages added to raw/report/extraction.yaml\n"
    guide = yaml.safe_load((root / "raw" / "report" / "extraction.yaml").read_text(encoding="utf-8"))
    assert [entry["person_id"] for entry in guide["passages"]["country_visits"]] == ["example"] * 2
    assert guide["passages"]["people"] == [{"id": "example", "pattern": "(?P<name>Ana Example)(?![\\w-])"}]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The Special Rapporteur on the right to health, Ana Example, spoke.", ["example"]),
        ("Ms. Ana Example, Special Rapporteur on the right to health, spoke.", ["example"]),
        ("The Special Rapporteur, Ms. Ana Example, and her predecessor, Special Rapporteur Mr. Ben Trial, spoke.",
         ["example", "trial"]),
        ("The Special Rapporteur on torture, Mr. Ben Trial, spoke.", []),
        ("The Special Rapporteur, United Nations agencies and others spoke.", []),
        ("The Minister, Mr. Ben Trial, met the Special Rapporteur.", []),
    ],
)  # fmt: skip
def test_who_is_named_beside_the_office_of_the_mandate_is_suggested(text: str, named: list[str], root: Path) -> None:
    (visit,), _ = proposed(root, f"{text} She visited Chile in May 2013.")
    assert list(visit.introduced) == named


def test_what_is_not_wanted_of_a_table_is_left_out_by_one_answer(root: Path) -> None:
    proposed(
        root, "On 3 May 2013, he met experts. On 4 May 2014, he met others.\n\nStates should act. States must pay."
    )
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"-\nAct\n\n")
    assert done.stdout.count(b"title (empty") == 1
    assert done.stdout.count(b"label (empty") == 2
    assert done.stderr == b"1 passage added to raw/report/extraction.yaml\n"


def test_what_is_not_proposed_for_one_cause_is_together(root: Path) -> None:
    text = "He visited Chile. The study was published in May 2014. He visited Peru. It was published in June 2015."
    proposed(root, text)
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"")
    assert done.stderr.decode().splitlines() == [
        "raw/report/document.md:3: not proposed: a visit to Chile: the text does not settle its year",
        "raw/report/document.md:3: likewise: a visit to Peru",
        "raw/report/document.md:3: not proposed: 'May 2014' is the date of a publication, a citation or a note: no "
        "event is made of it",
        "raw/report/document.md:3: likewise: 'June 2015'",
        "4 facts not proposed",
        "0 passages added to raw/report/extraction.yaml",
    ]


SESSION = """On 3 May 2014, he met
Mr. Nobody (see art. 3 of the law).

Ms. Maria Example took up the mandate on 1 May 2012.

He was on a joint visit to Peru from 3 to 5 June 2013 (A/HRC/25/48/Add.1).
"""
SHOWN = """
raw/report/document.md:3: On 3 May 2014, he met Mr. Nobody (see art. 3 of the law).
  events: event_id report-line-3-3, date 2014-05-03, kind other
  read by: On <date>, he met Mr\\. Nobody \\(see art\\. \

  title (empty: leave it out): \

raw/report/document.md:6: Ms. Maria Example took up the mandate on 1 May 2012.
  mandate_holders: mandate_id health, term_start 2012-05-01
  people: name Maria Example
  read by: Ms\\. Maria Example took up the mandate on <term_start>
  person_id, such as example (empty: leave it out): \
  'Maria Example' is not a value of person_id; a right one looks like \
"""
SHOWN_VISIT = """
raw/report/document.md:8: He was on a joint visit to Peru from 3 to 5 June 2013 (A/HRC/25/48/Add.1).
  country_visits: visit_id health/2013-per, mandate_id health, kind joint_mission, start_date 2013-06-03, \
end_date 2013-06-05, report_symbol A/HRC/25/48/Add.1
  visit_countries: visit_id health/2013-per, country_code PER, name_as_printed Peru
"""


def test_what_would_be_written_is_shown_and_kept_when_the_input_ends(root: Path) -> None:
    proposed(root, SESSION)
    given = b"He meets a nobody\nMaria Example\nexample\n"
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=given)
    assert (done.returncode, done.stderr.decode()) == (
        0, "2 passages added to raw/report/extraction.yaml; 1 proposal not asked, as the input ended\n"
    )  # fmt: skip
    shown = done.stdout.decode()
    assert shown.startswith(SHOWN.rstrip("\n"))
    assert SHOWN_VISIT in shown
    guide = yaml.safe_load((root / "raw" / "report" / "extraction.yaml").read_text(encoding="utf-8"))
    assert [entry["title"] for entry in guide["passages"]["events"]] == ["He meets a nobody"]
    assert [entry["person_id"] for entry in guide["passages"]["mandate_holders"]] == ["example"]


def test_what_was_accepted_before_an_interruption_is_kept(root: Path) -> None:
    proposed(root, SESSION)
    answers = mock.Mock(side_effect=["He meets a nobody", KeyboardInterrupt])
    with mock.patch("click.termui.visible_prompt_func", answers):
        done = call_with_bytes("new-source", "report", "--propose", folder=root)
    assert (done.returncode, done.stderr.decode()) == (
        130, "1 passage added to raw/report/extraction.yaml; 2 proposals not asked, as you interrupted\n"
    )  # fmt: skip
    assert "He meets a nobody" in (root / "raw" / "report" / "extraction.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "sentence",
    [
        "On 3 May 2014, Mr. A. B. Nobody met Dr. Example of St. Example, Inc. Oslo.",
        "Under art. 3, para. 2, of Act No. 5 and pp. 3 ff., he met experts on 3 May 2014.",
        "On 3 May 2014, he met experts, i.e. U.S. Government officials, e.g. Ms. Example, at p. 5.",
        "On 3 May 2014 he met\nexperts over\na line end.",
    ],
)
def test_a_proposed_passage_is_a_whole_sentence(sentence: str, root: Path) -> None:
    found, _ = proposed(root, f"He came. {sentence} He left.")
    assert [one.sentence for one in found] == [" ".join(sentence.split())]


def test_a_visit_is_not_given_the_report_of_another(root: Path) -> None:
    text = "He visited Fiji in May 2017 (A/HRC/40/62/Add.1), and Kenya in May 2018 (A/HRC/43/42/Add.1)."
    found, others = proposed(root, text)
    visits = [one.values["country_visits"] for one in found if one.table == "country_visits"]
    assert [(one["visit_id"], one["report_symbol"]) for one in visits] == [
        ("health/2017-fji", "A/HRC/40/62/Add.1"), ("health/2018-ken", "A/HRC/43/42/Add.1"),
    ]  # fmt: skip
    assert others == []
