"""Claims: every number of a source about what the tables hold is recomputed, and the verdict follows the numbers."""

from __future__ import annotations

import pytest
from conftest import ProjectCopy
from mandate_data.extract import Extracted
from mandate_data.package.tables import Row

HANDBOOK, LEIDEN = "handbook-2016", "leiden-2015"
HINT = "correct the number or the rows, or record an erratum on claims that explains the difference"

# What the source says, and what the tables give, worked out by hand.
AGREE = {
    "leiden-communications-reports": ("2005, 2006, 2007, 2008", "2005, 2006, 2007, 2008"),
    "leiden-report-year-approach": ("2014", "2014"),
    "leiden-report-year-coordination": ("2001", "2001"),
    "leiden-report-year-december": ("2013", "2013"),  # dated December 2013, presented in 2014
    "leiden-report-year-grooming": ("2004", "2004"),  # dated December 2004, presented in 2005
    "leiden-report-year-participation": ("2012", "2012"),
    "leiden-report-year-reflection": ("2013", "2013"),
    "leiden-report-year-vision": ("2008", "2008"),
    "leiden-working-methods": ("5", "5"),
    "leiden-world-congress-anniversary": ("20", "20"),  # 1996, seen from the year after the assessment
    "leiden-years-of-mandate": ("25", "25"),
    "mandate-holders": ("5", "5"),
    "mandate-session": ("46", "46"),  # 1990 - 1944
    "nigeria-visit-year": ("2016", "2016"),
    "opsc-non-parties": ("24", "24"),
    "petit-france": ("2002", "2002"),
    "petit-migration-visits": ("Mexico, Greece", "Mexico, Greece"),
    "petit-period": ("2001-2008", "2001-2008"),
    "petit-transition-visits": (
        "Albania, Romania, Ukraine, Paraguay, South Africa", "Albania, Romania, Ukraine, Paraguay, South Africa",
    ),
    "prevention-layers": ("3", "3"),
    "protocols": ("3", "3"),
    "report-year-demand": ("2006", "2006"),
    "report-year-internet": ("2005", "2005"),
    "report-year-prevention": ("2004", "2004"),
    "report-year-prevention-strategies": ("2013", "2013"),
    "response-rate": ("48.28", "48.28"),  # 84 of 174
    "tenure": ("6", "6"),
    "visit-length": ("1-2", "1.3"),  # nine days is the median of the 20 visits dated to the day
    "working-methods-heading": ("4", "4"),
    "working-methods-text": ("4", "4"),
    "world-congress-anniversary": ("20", "20"),
    "years-left": ("14", "14"),
    "years-of-mandate": ("25", "25"),  # from the first term, in 1991, to 2016
}  # fmt: skip
DISAGREE = {
    "countries-visited": ("34", "35"),
    "leiden-working-methods-in-handbook": ("5", "4"),
    "muntarbhorn-first-year": ("1990", "1991"),
    "opsc-parties-and-non-parties": ("196", "197"),  # 173 and 24
    "petit-period-policies": ("2001-2007", "2001-2008"),
    "report-year-ict": ("2014", "2015"),
    "visits-a-year": ("2-3", "1.5"),  # 40 visits in 26 years
}


# A claim, its words in the source, other words, and what is claimed and computed then.
FLIPS = [
    ("mandate-holders", HANDBOOK, "all five Special Rapporteurs", "all six Special Rapporteurs", "6", "5"),
    ("working-methods-heading", HANDBOOK, "FOUR WORKING METHODS", "FIVE WORKING METHODS", "5", "4"),
    ("prevention-layers", HANDBOOK, "three layers identified", "four layers identified", "4", "3"),
    ("working-methods-text", HANDBOOK, "their four working methods", "their three working methods", "3", "4"),
    ("protocols", HANDBOOK, "the three Protocols", "the four Protocols", "4", "3"),
    ("mandate-session", HANDBOOK, "at its 46th session", "at its 47th session", "47", "46"),
    ("years-of-mandate", HANDBOOK, "In the last 25 years, knowledge", "In the last 30 years, knowledge", "30", "25"),
    ("years-left", HANDBOOK, "With 14 years left", "With 15 years left", "15", "14"),
    ("world-congress-anniversary", HANDBOOK, "twentieth anniversary", "tenth anniversary", "10", "20"),
    ("tenure", HANDBOOK, "6-year tenure", "5-year tenure", "5", "6"),
    ("opsc-non-parties", HANDBOOK, "24 States still need", "25 States still need", "25", "24"),
    ("response-rate", HANDBOOK, "48.28%", "48.3%", "48.3", "48.28"),
    ("visit-length", HANDBOOK, "one to two weeks", "two to three weeks", "2-3", "1.3"),
    ("petit-migration-visits", HANDBOOK, "Missions to Mexico and Greece", "Missions to Mexico and Kenya",
     "Mexico, Kenya", "Mexico"),
    ("petit-transition-visits", HANDBOOK, "Visits in Albania, Romania, Ukraine,", "Visits in Albania, Romania, Japan,",
     "Albania, Romania, Japan, Paraguay, South Africa", "Albania, Romania, Paraguay, South Africa"),
    ("petit-france", HANDBOOK, "visit to France in 2002", "visit to France in 2003", "2003", "2002"),
    ("nigeria-visit-year", HANDBOOK, "In January 2016, the", "In January 2015, the", "2015", "2016"),
    ("report-year-prevention", HANDBOOK, "comprehensively in 2004", "comprehensively in 2005", "2005", "2004"),
    ("report-year-prevention-strategies", HANDBOOK, "In 2013, the mandate's", "In 2012, the mandate's", "2012", "2013"),
    ("report-year-demand", HANDBOOK, "In 2006, the then", "In 2007, the then", "2007", "2006"),
    ("report-year-internet", HANDBOOK, "In 2005 came a", "In 2006 came a", "2006", "2005, 2009"),
    ("leiden-years-of-mandate", LEIDEN, "in the 25 years since", "in the 24 years since", "24", "25"),
    ("leiden-working-methods", LEIDEN, "A fifth working", "A sixth working", "6", "5"),
    ("leiden-communications-reports", LEIDEN, "2005, 2006, 2007, 2008 on", "2005, 2006, 2007 on",
     "2005, 2006, 2007", "2005, 2006, 2007, 2008"),
    ("leiden-world-congress-anniversary", LEIDEN, "that 20 years ago", "that 21 years ago", "21", "20"),
    ("leiden-report-year-participation", LEIDEN, "In 2012, Ms. Najat", "In 2011, Ms. Najat", "2011", "2012"),
    ("leiden-report-year-reflection", LEIDEN, "in 2013 (UN Doc.", "in 2012 (UN Doc.", "2012", "2014"),
    ("leiden-report-year-vision", LEIDEN, "Assembly in 2008", "Assembly in 2007", "2007", "2008"),
    ("leiden-report-year-approach", LEIDEN, "Assembly in 2014", "Assembly in 2015", "2015", "2014"),
    ("leiden-report-year-december", LEIDEN, "December 2013 report", "December 2012 report", "2012", "2014"),
    ("leiden-report-year-grooming", LEIDEN, "Already in 2004", "Already in 2003", "2003", "2005"),
    ("leiden-report-year-coordination", LEIDEN, "In 2001, the Special", "In 2002, the Special", "2002", "2001"),
    ("countries-visited", HANDBOOK, "34 different countries", "35 different countries", "35", "35"),
    ("visits-a-year", HANDBOOK, "two to three country visits", "one to two country visits", "1-2", "1.5"),
    ("muntarbhorn-first-year", HANDBOOK, "In 1990, the mandate's", "In 1991, the mandate's", "1991", "1991"),
    ("opsc-parties-and-non-parties", HANDBOOK, "196 Governments", "197 Governments", "197", "197"),
    ("petit-period-policies", HANDBOOK, "of 2001-2007", "of 2001-2008", "2001-2008", "2001-2008"),
    ("report-year-ict", HANDBOOK, "study of 2014", "study of 2015", "2015", "2015"),
    ("leiden-working-methods-in-handbook", LEIDEN, "A fifth working", "A fourth working", "4", "4"),
]  # fmt: skip

# A claim, what it rests on in the source, other words there, and what is computed then.
RESTS_ON = [
    ("response-rate", "84 Government replies", "87 Government replies", "50", "disagrees"),
    ("prevention-layers", "tertiary prevention, which works", "the rest; tertiary prevention, which works", "4",
     "disagrees"),
    ("countries-visited", "| Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1) |\n", "", "34", "agrees"),
    ("opsc-parties-and-non-parties", "Ghana, Ireland, Kenya", "Ghana, Kenya", "196", "agrees"),
    ("response-rate", "84 Government replies", "84 answers", "not in the tables", "disagrees"),
]  # fmt: skip


def claim(extracted: Extracted, claim_id: str) -> Row:
    (row,) = [row for row in extracted.tables["claims"] if row["claim_id"] == claim_id]
    return row


def test_every_claim_has_the_numbers_and_the_verdict_worked_out_by_hand(extracted: Extracted) -> None:
    verdicts = dict.fromkeys(AGREE, "agrees") | dict.fromkeys(DISAGREE, "disagrees")
    assert {row["claim_id"]: row["verdict"] for row in extracted.tables["claims"]} == verdicts
    numbers = {row["claim_id"]: (row["claimed"], row["computed"]) for row in extracted.tables["claims"]}
    assert numbers == AGREE | DISAGREE


def test_every_claim_says_in_words_how_it_was_computed(extracted: Extracted) -> None:
    for row in extracted.tables["claims"]:
        assert len(str(row["computed_from"]).split()) >= 3, row
        assert len(str(row["statement"]).split()) >= 3, row


def test_every_claim_but_one_is_flipped_below() -> None:
    flipped = {getattr(flip, "values", flip)[0] for flip in FLIPS} | {claim_id for claim_id, *_ in RESTS_ON}
    assert {*AGREE, *DISAGREE} - flipped == {"petit-period"}  # printed twice: to change one is a contradiction


@pytest.mark.parametrize(("claim_id", "source_id", "old", "new", "claimed", "computed"), FLIPS)
def test_another_number_in_the_source_flips_the_verdict(
    claim_id: str, source_id: str, old: str, new: str, claimed: str, computed: str,
    project: ProjectCopy, extracted: Extracted,
) -> None:  # fmt: skip
    project.edit(f"raw/{source_id}/document.md", old, new)
    before, after = claim(extracted, claim_id), claim(project.extract(), claim_id)
    assert (after["claimed"], after["computed"]) == (claimed, computed)
    assert {before["verdict"], after["verdict"]} == {"agrees", "disagrees"}


@pytest.mark.parametrize(("claim_id", "old", "new", "computed", "verdict"), RESTS_ON)
def test_other_rows_change_what_is_computed(
    claim_id: str, old: str, new: str, computed: str, verdict: str, project: ProjectCopy, extracted: Extracted
) -> None:
    project.edit("raw/handbook-2016/document.md", old, new)
    after = claim(project.extract(), claim_id)
    assert (after["claimed"], after["computed"], after["verdict"]) == (
        claim(extracted, claim_id)["claimed"], computed, verdict,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source_id", "old", "new", "claim_id", "value", "message"),
    [
        (HANDBOOK, "all five Special Rapporteurs", "all six Special Rapporteurs", "mandate-holders", "6",
         "the source says 6, the tables give 5 (rows of mandate_holders)"),
        (HANDBOOK, "6-year tenure", "5-year tenure", "tenure", "5",
         "the source says 5, the tables give 6 (year of the term's end minus the year of its start)"),
        (LEIDEN, "Assembly in 2008", "Assembly in 2007", "leiden-report-year-vision", "2007",
         "the source says 2007, the tables give 2008 (year in thematic_reports of the report cited, or of its date in "
         "documents)"),
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
