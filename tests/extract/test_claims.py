"""Claims: every number of a source about what the tables hold is recomputed by SQL that cannot see what is claimed."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from changed_together import Changed, change_together
from conftest import ROOT, ProjectCopy
from mandate_data.errors import InputError
from mandate_data.extract import Extracted
from mandate_data.extract.claim_queries import Query, answer_of, blind_database, load_queries
from mandate_data.extract.claimed_values import agrees, normal
from mandate_data.package.read import read_package
from mandate_data.package.sqlite import write_database
from mandate_data.package.tables import Package, Row

HANDBOOK, LEIDEN = "handbook-2016", "leiden-2015"
HINT = "correct the number or the rows, or record an erratum on claims that explains the difference"

PETIT_VISITED = "Albania, Brazil, France, Greece, Mexico, Paraguay, Romania, South Africa, Ukraine"
# What the source says, and what the tables give, worked out by hand.
AGREE = {
    "communications-reports-a-year": ("3", "3"),  # sessions 4 of 2007 to 31 of 2016
    "first-annual-report": ("1", "1"),
    "leiden-comment-year-business": ("2013", "2013"),
    "leiden-comment-year-heard": ("2009", "2009"),
    "leiden-last-report": ("A/HRC/25/48", "A/HRC/25/48"),
    "leiden-major-concerns": ("2", "2"),
    "leiden-report-year-awareness": ("2001", "2001"),
    "mandate-created-year": ("1990", "1990"),
    "programmes-of-action-year": ("1992", "1992"),
    "protocols-before-communications": ("2", "2"),
    "special-procedures-year": ("1967", "1967"),
    "convention-to-mandate-years": ("1", "1"),  # 1989, 1990
    "later-world-congresses": ("2", "2"),  # Yokohama, Rio de Janeiro
    "leiden-communications-reports": ("2005, 2006, 2007, 2008", "2005, 2006, 2007, 2008"),
    "leiden-convention-to-mandate-months": ("less than 4", "2"),  # from December 1989 at the latest to March 1990
    "leiden-report-year-approach": ("2014", "2014"),
    "leiden-report-year-coordination": ("2001", "2001"),
    "leiden-report-year-participation": ("2012", "2012"),
    "leiden-report-year-vision": ("2008", "2008"),
    "leiden-working-methods": ("5", "5"),
    "leiden-world-congress-anniversary": ("20", "20"),  # 1996, seen from the year after the assessment
    "leiden-years-of-mandate": ("25", "25"),
    "mandate-holders": ("5", "5"),
    "mandate-session": ("46", "46"),
    "nigeria-visit-year": ("2016", "2016"),
    "opsc-non-parties": ("24", "24"),
    "petit-france": ("2002", "2002"),
    "petit-migration-visits": ("Mexico, Greece", PETIT_VISITED),
    "petit-period": ("2001-2008", "2001-2008"),
    "petit-transition-visits": ("Albania, Romania, Ukraine, Paraguay, South Africa", PETIT_VISITED),
    "prevention-layers": ("3", "3"),
    "protocols": ("3", "3"),
    "report-year-demand": ("2006", "2006"),
    "report-year-internet": ("2005", "2005"),  # that of 2009 is by his successor
    "report-year-prevention": ("2004", "2004"),
    "report-year-prevention-strategies": ("2013", "2013"),
    "response-rate": ("48.28", "48.28"),  # 84 of 174
    "tenure": ("6", "6"),
    "visit-length": ("1-2", "1.3"),  # nine days is the median of the 20 visits dated to the day
    "working-methods-heading": ("4", "4"),
    "working-methods-text": ("4", "4"),
    "world-congress-anniversary": ("20", "20"),
    "years-left": ("14", "14"),
}  # fmt: skip
# The same with the erratum that explains it.
DISAGREE = {
    "half-decades-of-mandate": ("25", "26", "handbook-half-decades-of-mandate"),
    "years-between-estimates": ("10", "12", "handbook-years-between-estimates"),  # 2000, 2012
    "countries-visited": ("34", "35", "handbook-countries-visited"),
    "follow-up-visits": ("2 or more", "1", "handbook-follow-up-visits"),
    "leiden-follow-up-visits": ("2 or more", "1", "leiden-follow-up-visits"),
    "leiden-report-year-december": ("2013", "2014", "leiden-report-year-december"),
    "leiden-report-year-grooming": ("2004", "2005", "leiden-report-year-grooming"),
    "leiden-report-year-reflection": ("2013", "2014", "leiden-report-year-reflection"),
    "march-session": ("March", "March, another month", "handbook-march-session"),
    "muntarbhorn-first-year": ("1990", "1991", "handbook-first-holder-1990"),
    "petit-period-policies": ("2001-2007", "2001-2008", "handbook-petit-period"),
    "report-year-ict": ("2014", "2015", "handbook-ict-study-year"),
    "visits-a-year": ("2-3", "1.5", "handbook-visits-a-year"),  # 40 visits in 26 years
    "years-of-mandate": ("25", "26", "handbook-years-of-mandate"),  # from its creation in 1990 to 2016
}


# A claim, its words in the source, other words, what is claimed then, and the verdict.
FLIPS = [
    ("communications-reports-a-year", HANDBOOK, "three times a year", "four times a year", "4", "disagrees"),
    ("first-annual-report", HANDBOOK, "First Annual Report", "Second Annual Report", "2", "disagrees"),
    ("years-between-estimates", HANDBOOK, "in the last ten years is", "in the last twelve years is", "12", "agrees"),
    ("mandate-created-year", HANDBOOK, "in 1990 at its", "in 1991 at its", "1991", "disagrees"),
    ("special-procedures-year", HANDBOOK, "back to 1967, when", "back to 1968, when", "1968", "disagrees"),
    ("programmes-of-action-year", HANDBOOK, "In 1992, the Commission", "In 1993, the Commission", "1993", "disagrees"),
    ("protocols-before-communications", HANDBOOK, "first two Protocols", "first three Protocols", "3", "disagrees"),
    ("leiden-comment-year-business", LEIDEN, "In 2013, the CRC", "In 2012, the CRC", "2012", "disagrees"),
    ("leiden-comment-year-heard", LEIDEN, "In 2009 the CRC", "In 2010 the CRC", "2010", "disagrees"),
    ("leiden-report-year-awareness", LEIDEN, "noted in 2001", "noted in 2002", "2002", "disagrees"),
    ("leiden-major-concerns", LEIDEN, "two major issues of concern", "three major issues of concern", "3", "disagrees"),
    ("leiden-last-report", LEIDEN, "in 2013 (UN Doc. A/HRC/25/48)", "in 2013 (UN Doc. A/HRC/22/54)", "A/HRC/22/54",
     "disagrees"),
    ("mandate-holders", HANDBOOK, "all five Special Rapporteurs", "all six Special Rapporteurs", "6", "disagrees"),
    ("working-methods-heading", HANDBOOK, "FOUR WORKING METHODS", "FIVE WORKING METHODS", "5", "disagrees"),
    ("prevention-layers", HANDBOOK, "three layers identified", "four layers identified", "4", "disagrees"),
    ("working-methods-text", HANDBOOK, "their four working methods", "their three working methods", "3", "disagrees"),
    ("protocols", HANDBOOK, "the three Protocols", "the four Protocols", "4", "disagrees"),
    ("mandate-session", HANDBOOK, "at its 46th session", "at its 47th session", "47", "disagrees"),
    ("years-left", HANDBOOK, "With 14 years left", "With 15 years left", "15", "disagrees"),
    ("world-congress-anniversary", HANDBOOK, "twentieth anniversary", "tenth anniversary", "10", "disagrees"),
    ("tenure", HANDBOOK, "6-year tenure", "5-year tenure", "5", "disagrees"),
    ("opsc-non-parties", HANDBOOK, "24 States still need", "25 States still need", "25", "disagrees"),
    ("response-rate", HANDBOOK, "48.28%", "48.3%", "48.3", "disagrees"),
    ("visit-length", HANDBOOK, "one to two weeks", "two to three weeks", "2-3", "disagrees"),
    ("petit-migration-visits", HANDBOOK, "Missions to Mexico and Greece",
     "Missions to Mexico and Kenya", "Mexico, Kenya", "disagrees"),
    ("petit-transition-visits", HANDBOOK, "Visits in Albania, Romania, Ukraine,",
     "Visits in Albania, Romania, Japan,", "Albania, Romania, Japan, Paraguay, South Africa", "disagrees"),
    ("petit-france", HANDBOOK, "visit to France in 2002", "visit to France in 2003", "2003", "disagrees"),
    ("nigeria-visit-year", HANDBOOK, "In January 2016, the", "In January 2015, the", "2015", "disagrees"),
    ("report-year-prevention", HANDBOOK, "comprehensively in 2004", "comprehensively in 2005", "2005", "disagrees"),
    ("report-year-prevention-strategies", HANDBOOK, "In 2013, the mandate's",
     "In 2012, the mandate's", "2012", "disagrees"),
    ("report-year-demand", HANDBOOK, "In 2006, the then", "In 2007, the then", "2007", "disagrees"),
    ("report-year-internet", HANDBOOK, "In 2005 came a", "In 2006 came a", "2006", "disagrees"),
    ("leiden-working-methods", LEIDEN, "A fifth working", "A sixth working", "6", "disagrees"),
    ("leiden-communications-reports", LEIDEN, "2005, 2006, 2007, 2008 on",
     "2005, 2006, 2007 on", "2005, 2006, 2007", "disagrees"),
    ("leiden-world-congress-anniversary", LEIDEN, "that, 20 years ago", "that, 21 years ago", "21", "disagrees"),
    ("leiden-report-year-participation", LEIDEN, "In 2012, Ms. Najat", "In 2011, Ms. Najat", "2011", "disagrees"),
    ("leiden-report-year-reflection", LEIDEN, "in 2013 (UN Doc.", "in 2014 (UN Doc.", "2014", "agrees"),
    ("leiden-report-year-vision", LEIDEN, "Assembly in 2008", "Assembly in 2007", "2007", "disagrees"),
    ("leiden-report-year-approach", LEIDEN, "Assembly in 2014", "Assembly in 2015", "2015", "disagrees"),
    ("leiden-report-year-december", LEIDEN, "December 2013 report", "December 2014 report", "2014", "agrees"),
    ("leiden-report-year-grooming", LEIDEN, "Already in 2004", "Already in 2005", "2005", "agrees"),
    ("leiden-report-year-coordination", LEIDEN, "In 2001, the Special", "In 2002, the Special", "2002", "disagrees"),
    ("countries-visited", HANDBOOK, "34 different countries", "35 different countries", "35", "agrees"),
    ("visits-a-year", HANDBOOK, "two to three country visits", "one to two country visits", "1-2", "agrees"),
    ("muntarbhorn-first-year", HANDBOOK, "In 1990, the mandate's", "In 1991, the mandate's", "1991", "agrees"),
    ("petit-period-policies", HANDBOOK, "of 2001-2007", "of 2001-2008", "2001-2008", "agrees"),
    ("report-year-ict", HANDBOOK, "study of 2014", "study of 2015", "2015", "agrees"),
    ("convention-to-mandate-years", HANDBOOK, "Only one year later", "Only two years later", "2", "disagrees"),
    ("later-world-congresses", HANDBOOK, "two more congresses", "three more congresses", "3", "disagrees"),
    ("leiden-convention-to-mandate-months", LEIDEN, "less than four months",
     "less than two months", "less than 2", "disagrees"),
    ("march-session", HANDBOOK, "session in March", "session in June", "June", "disagrees"),
]  # fmt: skip

# A claim, what it rests on in the source, other words there, and what is computed then.
RESTS_ON = [
    ("response-rate", "84 Government replies", "87 Government replies", "50", "disagrees"),
    ("prevention-layers", "tertiary prevention, which works", "the rest; tertiary prevention, which works", "4",
     "disagrees"),
    ("countries-visited", "| Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1) |\n", "", "34", "agrees"),
    ("opsc-non-parties", "Ghana, Ireland, Kenya", "Ghana, Kenya", "23", "disagrees"),
    ("response-rate", "84 Government replies", "84 answers", "not in the tables", "disagrees"),
]  # fmt: skip


def claim(extracted: Extracted, claim_id: str) -> Row:
    (row,) = [row for row in extracted.tables["claims"] if row["claim_id"] == claim_id]
    return row


def test_every_claim_has_the_numbers_and_the_verdict_worked_out_by_hand(extracted: Extracted) -> None:
    rows = extracted.tables["claims"]
    agreeing = {row["claim_id"]: (row["claimed"], row["computed"]) for row in rows if row["verdict"] == "agrees"}
    others = {
        row["claim_id"]: (row["claimed"], row["computed"], row["erratum_id"])
        for row in rows
        if row["verdict"] == "disagrees"
    }
    assert (agreeing, others) == (AGREE, DISAGREE)


CAVEATS = {
    "leiden-convention-to-mandate-months": "The sources give only the year of the Convention, so that from 2 to 14"
    " months are possible. The fewest are computed; that there were less than 4 is possible by the sources, not"
    " confirmed by them.",
    "visit-length": "It rests on the 20 of 40 visits whose days annex 2 prints; of the others it prints no days.",
}


def test_a_note_says_why_a_claim_disagrees_as_its_erratum_does(extracted: Extracted) -> None:
    reasons = {row["erratum_id"]: row["reason"] for row in extracted.tables["errata"]}
    for row in extracted.tables["claims"]:
        assert row["note"] == (reasons[row["erratum_id"]] if row["erratum_id"] else CAVEATS.get(row["claim_id"])), row
        assert (row["erratum_id"] is None) == (row["verdict"] == "agrees"), row
        assert len(str(row["statement"]).split()) >= 3, row


def test_anybody_can_run_a_query_on_the_database_of_the_package_and_gets_what_is_published(
    package: Path, tmp_path: Path
) -> None:
    published = read_package(package)
    write_database(published, tmp_path / "package.sqlite")
    with closing(sqlite3.connect(tmp_path / "package.sqlite")) as database:
        for row in published["claims"].rows:
            ((computed,),) = database.execute(str(row["query"])).fetchall()
            assert str(computed) == row["computed"], row["claim_id"]


def test_queries_hold_nothing_of_what_is_claimed_and_ask_no_table_that_does(extracted: Extracted) -> None:
    for row in extracted.tables["claims"]:
        assert str(row["claimed"]) not in str(row["query"]).split("'"), row["claim_id"]
        assert not {"claims", "errata", "provenance"} & set(str(row["query"]).split()), row["claim_id"]


def test_every_claim_but_five_is_changed_below() -> None:
    changed = {claim_id for claim_id, *_ in FLIPS} | {claim_id for claim_id, *_ in RESTS_ON}
    # Three are printed more than once, so that to change one place is a contradiction; the others are a plural in both
    # sources and half a decade.
    assert {*AGREE, *DISAGREE} - changed == {
        "petit-period", "years-of-mandate", "leiden-years-of-mandate", "follow-up-visits", "leiden-follow-up-visits",
        "half-decades-of-mandate",
    }  # fmt: skip


@pytest.fixture(scope="module")
def flipped(tmp_path_factory: pytest.TempPathFactory) -> list[Changed]:
    """Every number that is claimed, changed: all together, but for those on one line."""
    return change_together(tmp_path_factory.mktemp("flipped"), [tuple(change[:3]) for _, *change in FLIPS])


def test_no_claim_is_computed_from_what_any_claim_prints(flipped: list[Changed], extracted: Extracted) -> None:
    def computed(one: Extracted) -> dict[str, str]:
        return {str(row["claim_id"]): str(row["computed"]) for row in one.tables["claims"]}

    before = computed(extracted).items()
    assert [sorted(computed(changed.after).items() - before) for changed in flipped] == [[]] * len(flipped)


@pytest.mark.parametrize(("claim_id", "source_id", "old", "new", "claimed", "verdict"), FLIPS)
def test_another_number_in_the_source_changes_the_verdict_and_not_what_is_computed(
    claim_id: str, source_id: str, old: str, new: str, claimed: str, verdict: str,
    flipped: list[Changed], extracted: Extracted,
) -> None:  # fmt: skip
    (changed,) = [one for one in flipped if new in one.lines]
    before, after = claim(extracted, claim_id), claim(changed.after, claim_id)
    assert (after["claimed"], after["verdict"]) == (claimed, verdict)
    assert (after["computed"], after["query"]) == (before["computed"], before["query"])
    assert (after["erratum_id"], after["note"]) == (None, CAVEATS.get(claim_id))


@pytest.mark.quick(1)
@pytest.mark.parametrize(("claim_id", "old", "new", "computed", "verdict"), RESTS_ON)
def test_other_rows_change_what_is_computed(
    claim_id: str, old: str, new: str, computed: str, verdict: str, project: ProjectCopy, extracted: Extracted
) -> None:
    project.edit("raw/handbook-2016/document.md", old, new)
    after = claim(project.extract(), claim_id)
    assert (after["claimed"], after["computed"], after["verdict"]) == (
        claim(extracted, claim_id)["claimed"], computed, verdict,
    )  # fmt: skip


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("source_id", "old", "new", "claim_id", "value", "message"),
    [
        (HANDBOOK, "all five Special Rapporteurs", "all six Special Rapporteurs", "mandate-holders", "6",
         "the source says 6, the tables give 5"),
        (HANDBOOK, "6-year tenure", "5-year tenure", "tenure", "5",
         "the source says 5, the tables give 6"),
        (LEIDEN, "Assembly in 2008", "Assembly in 2007", "leiden-report-year-vision", "2007",
         "the source says 2007, the tables give 2008"),
    ],
    ids=["in prose", "in a table", "in a note"],
)  # fmt: skip
def test_a_disagreement_that_nothing_explains_is_an_error_on_the_line_of_the_claim(
    source_id: str, old: str, new: str, claim_id: str, value: str, message: str, project: ProjectCopy
) -> None:
    line = project.edit(f"raw/{source_id}/document.md", old, new)
    built = project.build()
    assert not built.accepted
    (found,) = [item for item in built.findings if item.code == "claim-disagrees" and item.severity == "error"]
    assert (found.message, found.hint) == (message, HINT)
    assert (found.table, found.row_key, found.field, found.value) == ("claims", claim_id, "claimed", value)
    assert (found.file, found.line) == (str(project.document(source_id)), line)


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("source_id", "old", "new", "message"),
    [
        (HANDBOOK, "In the last 25 years, knowledge", "In the last 26 years, knowledge", "26"),
        (LEIDEN, "In the course of 25 years", "In the course of 85 years", "85"),
    ],
)
def test_a_number_printed_in_several_places_is_a_contradiction_where_one_differs(
    source_id: str, old: str, new: str, message: str, project: ProjectCopy
) -> None:
    line = project.edit(f"raw/{source_id}/document.md", old, new)
    found = [item for item in project.build().findings if item.code == "contradiction"]
    assert [(item.table, item.field, item.line) for item in found] == [("claims", "claimed", line)]
    assert message in found[0].message


@pytest.mark.parametrize(
    ("claimed", "computed", "comparison", "agree"),
    [
        ("34", "34", "equal", True),
        ("48.3", "48.28", "equal", False),
        ("2001-2008", "2001-2008", "equal", True),
        ("2005", "2005, 2009", "equal", False),
        ("2-3", "2", "within_range", True),
        ("2-3", "3.1", "within_range", False),
        ("less than 4", "3.9", "within_range", True),
        ("less than 4", "4", "within_range", False),
        ("2 or more", "2", "within_range", True),
        ("2 or more", "1", "within_range", False),
        ("2005, 2006", "2006, 2005", "same_set", True),
        ("Russia, Syria", "Syrian Arab Republic, Russian Federation", "same_set", True),
        ("Mexico", "Greece, Mexico", "same_set", False),
        ("Mexico", "Greece, Mexico", "subset", True),
        ("Syria, Mexico", "Greece, Mexico, Syrian Arab Republic", "subset", True),
        ("Kenya, Mexico", "Greece, Mexico", "subset", False),
    ],
)
def test_when_a_claim_agrees(claimed: str, computed: str, comparison: str, agree: bool) -> None:
    assert agrees(claimed, computed, comparison) is agree


@pytest.mark.parametrize(
    ("printed", "value"),
    [("less than four", "less than 4"), ("Less than 4", "less than 4"), ("two to three", "2-3"), ("46th", "46"),
     ("March", "March")],
)  # fmt: skip
def test_what_is_claimed_is_written_in_figures(printed: str, value: str) -> None:
    assert normal(printed) == value


@pytest.mark.parametrize("table", ["claims", "errata", "rules", "provenance"])
def test_the_tables_that_know_the_claim_are_out_of_sight(table: str, extracted: Extracted, contract: Package) -> None:
    with blind_database(extracted.tables, contract) as database:
        assert answer_of(database, "SELECT count(*) FROM mandate_holders", "here") == "5"
        with pytest.raises(
            InputError, match=rf"^here: SQLite can't run the query \(no such table: {table}\); correct it$"
        ):
            answer_of(database, f"SELECT count(*) FROM {table}", "here")


@pytest.mark.parametrize(
    ("sql", "message"),
    [
        ("SELECT 1, 2", "here: the query gives 2 columns; expected one"),
        (
            "DELETE FROM countries",
            "here: SQLite can't run the query (attempt to write a readonly database); correct it",
        ),
        ("SELEC 1", 'here: SQLite can\'t run the query (near "SELEC": syntax error); correct it'),
    ],
)
def test_a_query_that_is_no_query_is_one_clear_line(
    sql: str, message: str, extracted: Extracted, contract: Package
) -> None:
    with blind_database(extracted.tables, contract) as database, pytest.raises(InputError) as refused:
        answer_of(database, sql, "here")
    assert str(refused.value) == message


def test_several_answers_are_joined_and_none_is_empty(extracted: Extracted, contract: Package) -> None:
    with blind_database(extracted.tables, contract) as database:
        years = "SELECT year FROM thematic_reports WHERE title = 'Child pornography on the Internet' ORDER BY year"
        assert answer_of(database, years, "here") == "2005, 2009"
        assert answer_of(database, "SELECT year FROM thematic_reports WHERE symbol = ''", "here") == ""
        assert answer_of(database, "SELECT NULL", "here") == ""
        assert answer_of(database, "SELECT 2.0", "here") == "2"


def test_options_become_literals_of_the_sql() -> None:
    query = Query("q", "equal", "SELECT ':a', :a, :b, :c WHERE x = :source", "claims.yaml:7")
    sql = query.with_options({"a": "it's", "b": 3, "c": None}, "one", {"source": "s", "mandate_id": "m"})
    assert sql == "SELECT ':a', 'it''s', 3, NULL WHERE x = 's'"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "claims.yaml:7: the query q needs list; correct it, or the claim one"),
        ({"list": "a", "claimed": "5"}, "claims.yaml:7: the query q knows no claimed; correct it, or the claim one"),
    ],
)
def test_an_option_too_few_or_too_many(options: dict[str, str], message: str) -> None:
    query = Query("q", "equal", "SELECT count(*) FROM x WHERE list = :list", "claims.yaml:7")
    with pytest.raises(InputError) as refused:
        query.with_options(options, "one", {"source": "s"})
    assert str(refused.value) == message


def test_queries_of_a_project_are_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "claims.yaml"
    assert load_queries(path) == {}
    path.write_text("- name: one\n  comparison: equal\n  sql: |\n    SELECT 1 -- of many\n    AS '--one';\n")
    assert load_queries(path) == {"one": Query("one", "equal", "SELECT 1 AS '--one'", f"{path}:1")}
    path.write_text(path.read_text() * 2)
    with pytest.raises(InputError, match=r"claims\.yaml:6: the query one stands twice; rename or delete one of them$"):
        load_queries(path)
    assert len(load_queries(ROOT / "schemas" / "claims.yaml")) > 20


def test_a_claim_of_a_query_that_is_not_there(project: ProjectCopy) -> None:
    project.edit("raw/handbook-2016/extraction.yaml", "query: mandate_holders", "query: rapporteurs")
    with pytest.raises(
        InputError, match=r"/extraction\.yaml:\d+: the claim mandate-holders: there is no query 'rapporteurs'; known: "
    ):
        project.extract()
