"""A second mandate fits: its source adds rows of its own, and changes none of the other mandate's."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Once, ProjectCopy, copy_project
from mandate_data.build_package import BuildResult

DESCRIPTOR = """\
source_id: oceans-2016
title: Twenty years of the mandate on the oceans
publisher: Made up
published: '2016'
media_type: text/markdown
document: document.md
language: en
rights: Made up for a test.
full_text: {media_type: text/markdown, file: oceans-2016.md}
"""
GUIDE = r"""
names_itself: 'the mandate on the oceans'
about: {mandate_id: oceans}

sections:
  - {heading: '^PART (\d)$', section: 'part-\1'}
  - {heading: '^([A-Z])\. ', section: '\1', inside: true}
  - {heading: '^BIOGRAPHIES$', section: biographies}
  - {heading: '^ANNEX 2$', section: annex-2}
  - {heading: '^ANNEX 3$', section: annex-3}

passages:
  mandates:
    - id: oceans
      pattern: 'In <created>, the (?P<appointing_body>Human Rights Council) made'
    - id: oceans
      pattern: 'made the mandate of the (?P<title>Special Rapporteur on the oceans)'
  events:
    - id: oceans-mandate-created
      pattern: 'In <date>, the Human Rights Council made'
      kind: resolution
      title: Human Rights Council makes the mandate on the oceans
  claims:
    - id: oceans-mandate-holders
      pattern: '(?P<claimed>\w+) mandate holders have'
      query: mandate_holders
      statement: Mandate holders so far
    - id: oceans-countries-visited
      pattern: 'visited (?P<claimed>\w+) countries'
      query: countries_visited
      statement: Different countries visited so far
    - id: oceans-visit-to-japan
      pattern: 'Japan in (?P<claimed>\d{4})'
      query: years_of_visits
      country: JPN
      statement: Year of the visit to Japan
    - id: oceans-report-on-technologies
      pattern: 'technologies in (?P<claimed>\d{4})'
      query: report_years_by_title
      title: Information and Communication Technologies
      statement: Year of the report on technologies
"""
# Japan and Armenia were visited in the same year for the mandate that is there; terms overlap, and one changes hands
# where no term of the other mandate does.
DOCUMENT = """\
# PART 1

In 2011, the Human Rights Council made the mandate of the Special Rapporteur on the oceans.
Two mandate holders have visited two countries, Japan in 2015 among them, and reported on technologies in 2016.

# PART 3

### A. Plastics in the sea

The first report is about them.[^1]

[^1]: A/HRC/31/61, p. 3.

# BIOGRAPHIES

## Ms Ada Okafor, United Nations Special Rapporteur on the oceans (2011-2015)

Ada Okafor (Nigeria) was Special Rapporteur between June 2011 and August 2015.

## Mr Tomas Lind, United Nations Special Rapporteur on the oceans (2015-present)

Tomas Lind (Norway) was appointed Special Rapporteur on 1 September 2015.

# ANNEX 2

| Visit |
|---|
| Mission to Japan (20-24 October 2015) (A/HRC/31/61/Add.1) |
| Mission to Armenia (14-17 May 2015) (A/HRC/31/61/Add.2) |

# ANNEX 3

| Session | Report title | Symbol |
|---|---|---|
| 2016 31st HRC session | Information and Communication Technologies at sea | A/HRC/31/61 |
"""
DOCUMENT_PATH = "raw/oceans-2016/document.md"
IDENTIFIERS = {
    "people:\n": "people:\n  okafor: [Ada Okafor]\n  lind: [Tomas Lind]\n",
    "themes:\n": "themes:\n  plastics: Plastics in\n",
}  # The keys of the rows that the source adds, by table.
NEW = {
    "citations": "oceans-2016/annex-2/a-hrc-31-61-add-1 oceans-2016/annex-2/a-hrc-31-61-add-2"
    " oceans-2016/annex-3/a-hrc-31-61 oceans-2016/n1/a-hrc-31-61",
    "claims": "oceans-countries-visited oceans-mandate-holders oceans-report-on-technologies oceans-visit-to-japan",
    "countries": "NOR",  # all others are there
    "country_visits": "oceans/2015-arm oceans/2015-jpn",
    "documents": "A/HRC/31/61 A/HRC/31/61/Add.1 A/HRC/31/61/Add.2",
    "events": "appointment-oceans-lind appointment-oceans-okafor end-of-term-oceans-okafor oceans-mandate-created"
    " report-a-hrc-31-61 visit-oceans-2015-arm visit-oceans-2015-jpn",
    "mandate_holders": "oceans",
    "mandates": "oceans",
    "people": "lind okafor",
    "rules": "order-of-terms",  # the handbook prints the order of its mandate holders, the new source does not
    "sources": "oceans-2016",
    "thematic_reports": "A/HRC/31/61",
    "theme_reports": "plastics",
    "themes": "plastics",
    "visit_countries": "oceans/2015-arm oceans/2015-jpn",
}


@dataclass(frozen=True)
class Both:
    """The project before and after the second mandate came."""

    before: ProjectCopy
    after: ProjectCopy


def add_second_mandate(project: ProjectCopy) -> None:
    """Add a source about another mandate, laid out as the handbook and read by the same reader."""
    folder = project.root / "raw" / "oceans-2016"
    folder.mkdir()
    for name, text in {
        "source.yaml": DESCRIPTOR, "extraction.yaml": GUIDE, "document.md": DOCUMENT, "errata.yaml": "[]\n",
    }.items():  # fmt: skip
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(project.root / "raw" / "handbook-2016" / "reader.py", folder)
    for old, new in IDENTIFIERS.items():
        project.edit("raw/identifiers.yaml", old, new)


def errors_of(built: BuildResult) -> list[str]:
    return [finding.message for finding in built.findings if finding.severity == "error"]


@pytest.fixture(scope="module")
def both(once: Once) -> Both:
    def make(folder: Path) -> None:
        for name in ("before", "after"):
            (folder / name).mkdir()
            copy_project(folder / name)
        add_second_mandate(ProjectCopy(folder / "after"))
        for name in ("before", "after"):
            assert errors_of(ProjectCopy(folder / name).build()) == []

    folder = once("second-mandate", make)
    return Both(ProjectCopy(folder / "before"), ProjectCopy(folder / "after"))


def tables(project: ProjectCopy) -> list[str]:
    return sorted(path.stem for path in (project.root / "build" / "package" / "data").iterdir())


def rows_of(project: ProjectCopy, table: str) -> list[dict[str, str]]:
    """The rows of a table but the provenance of countries: a country has each place that names it."""
    return [row for row in project.table(table) if table != "provenance" or row["table"] != "countries"]


@pytest.mark.slow
def test_every_row_of_the_other_mandate_stays_as_it_was(both: Both) -> None:
    assert tables(both.after) == tables(both.before)
    for table in tables(both.before):
        after = rows_of(both.after, table)
        assert [row for row in rows_of(both.before, table) if row not in after] == [], table


@pytest.mark.slow
def test_what_is_new_is_of_the_new_source_alone(both: Both) -> None:
    grown = {}
    for table in tables(both.before):
        before = both.before.table(table)
        new = [row for row in both.after.table(table) if row not in before]
        grown[table] = {next(iter(row.values())) if table != "provenance" else row["source_id"] for row in new}
    assert grown.pop("provenance") == {"oceans-2016", ""}
    assert {table: " ".join(sorted(keys)) for table, keys in grown.items() if keys} == NEW


def test_visits_to_one_country_in_one_year_are_two(both: Both) -> None:
    visits = {
        row["visit_id"]: row["person_id"]
        for row in both.after.table("country_visits")
        if row["visit_id"].endswith(("/2015-jpn", "/2015-arm"))
    }
    assert visits == {
        "oceans/2015-arm": "okafor",
        "oceans/2015-jpn": "lind",
        "sale-of-children/2015-arm": "de-boer-buquicchio",
        "sale-of-children/2015-jpn": "de-boer-buquicchio",
    }


def test_reports_to_one_session_are_each_put_down_to_their_own_mandate_holder(both: Both) -> None:
    assert {
        row["symbol"]: (row["mandate_id"], row["person_id"])
        for row in both.after.table("thematic_reports")
        if row["session"] == "31"
    } == {
        "A/HRC/31/58": ("sale-of-children", "de-boer-buquicchio"),
        "A/HRC/31/61": ("oceans", "lind"),
    }  # fmt: skip


def test_mandate_holders_are_numbered_for_each_mandate(both: Both) -> None:
    holders = [row for row in both.after.table("mandate_holders") if row["mandate_id"] == "oceans"]
    assert [(row["person_id"], row["ordinal"], row["term_start"], row["term_end"]) for row in holders] == [
        ("lind", "2", "2015-09-01", ""),
        ("okafor", "1", "2011-06", "2015-08"),
    ]


def test_claims_count_what_is_of_their_own_mandate(both: Both) -> None:
    claims = {row["claim_id"]: (row["computed"], row["verdict"]) for row in both.after.table("claims")}
    assert {claim_id: claims[claim_id] for claim_id in claims if claim_id.startswith("oceans-")} == {
        "oceans-countries-visited": ("2", "agrees"),
        "oceans-mandate-holders": ("2", "agrees"),
        "oceans-report-on-technologies": ("2016", "agrees"),
        "oceans-visit-to-japan": ("2015", "agrees"),
    }
    for row in both.before.table("claims"):
        assert claims[row["claim_id"]] == (row["computed"], row["verdict"]), row["claim_id"]


def test_who_holds_one_mandate_is_never_put_down_for_the_other(project: ProjectCopy) -> None:
    add_second_mandate(project)
    project.edit(DOCUMENT_PATH, "was appointed Special Rapporteur on 1 September 2015", "follows")
    project.edit(DOCUMENT_PATH, "Mr Tomas Lind, United Nations Special Rapporteur on the oceans (2015-present)", "More")
    extracted = project.extract()
    (visit,) = [row for row in extracted.tables["country_visits"] if row["visit_id"] == "oceans/2015-jpn"]
    assert visit["person_id"] is None
    assert [(found.row_key, found.message) for found in extracted.findings if found.table == "country_visits"] == [
        ("oceans/2015-jpn", "nobody held the mandate at the time of the visit oceans/2015-jpn")
    ]
