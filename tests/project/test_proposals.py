"""Proposed passages: each country that was visited has its own year or is told, and a pattern reads one fact alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from calling import call_with_bytes
from conftest import ROOT
from mandate_data.propose_passages import NotProposed, Proposal, propose

GUIDE = """names_itself: A report
about: {mandate_id: health}
sections: []
"""
UNSETTLED = "the text does not settle its year"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proposals")
    shutil.copytree(ROOT / "schemas", folder / "schemas", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def proposed(root: Path, text: str, guide: str = GUIDE) -> tuple[list[Proposal], list[NotProposed]]:
    source = root / "raw" / "report"
    source.mkdir(parents=True, exist_ok=True)
    (source / "document.md").write_text(f"# A report\n\n{text}\n", encoding="utf-8")
    (source / "extraction.yaml").write_text(guide, encoding="utf-8")
    return propose(root, "report")


def told(found: tuple[list[Proposal], list[NotProposed]]) -> tuple[dict[str, str], list[str]]:
    """The visits by id, each as its pattern, and what is not proposed."""
    visits = {one.entry["id"]: one.entry["pattern"] for one in found[0] if one.table == "country_visits"}
    return visits, [f"{one.what}: {one.why}" for one in found[1]]


KIND, BEGUN = "(?P<kind>mission)s to ", "(?P<kind>Mission)s to "


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
        ("Missions to Peru and Gabon were asked for.", {}, ["Peru", "Gabon"]),
    ],
)  # fmt: skip
def test_each_country_has_its_own_year_or_is_told(
    text: str, visits: dict[str, str], others: list[str], root: Path
) -> None:
    assert told(proposed(root, text)) == (
        {f"health/{key}": pattern for key, pattern in visits.items()},
        [f"a visit to {country}: {UNSETTLED}" for country in others],
    )


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


def test_a_fact_that_is_printed_twice_is_proposed_once_with_its_places(root: Path) -> None:
    text = "A mission to Georgia (May 2014) was made.\n\nOnce more: the mission to Georgia (May 2014)."
    assert places(proposed(root, text)) == [("(?P<kind>mission) to Georgia \\(<span>", (3, 5), True)]


def test_a_pattern_that_can_not_be_told_apart_says_where_it_reads(root: Path) -> None:
    text = "".join(f"In May {year}, he began.\n\nHe visited Georgia on 3 May.\n\n" for year in (2012, 2016))
    found = [one for one in proposed(root, text)[0] if one.table == "country_visits"]
    assert [(one.entry["id"], one.places, one.alike) for one in found] == [
        ("health/2012-geo", (5, 9), False),
        ("health/2016-geo", (5, 9), False),
    ]


def test_the_command_says_what_is_not_proposed_and_what_is_read_twice(root: Path) -> None:
    text = "Missions to Peru (2013) and Romania.\n\nHe visited Chile in May 2014. Again: he visited Chile in May 2014."
    proposed(root, text)
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"\n\n")
    assert done.returncode == 0
    assert b"read at 2 places, lines 5, 5, alike\n" in done.stdout
    assert done.stderr.decode() == (
        "raw/report/document.md:3: not proposed: a visit to Romania: the text does not settle its year\n"
        "1 fact not proposed\n"
        "0 passages added to raw/report/extraction.yaml\n"
    )
    proposed(root, "".join(f"In May {year}, he began.\n\nHe visited Chile on 3 May.\n\n" for year in (2012, 2016)))
    done = call_with_bytes("new-source", "report", "--propose", folder=root, given=b"\n\n\n\n")
    assert b"read at 2 places, lines 5, 9, and not alike: correct the pattern in the guide\n" in done.stdout
