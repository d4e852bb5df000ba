"""What a reader can't understand is a finding on its line, with a message that helps; it is never dropped."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from changed_together import Changed, change_together, document, line_of, new_findings
from conftest import ProjectCopy, copy_project
from hypothesis import given, settings
from hypothesis import strategies as st
from mandate_data.errors import InputError
from mandate_data.extract import Extracted

HANDBOOK, LEIDEN = "handbook-2016", "leiden-2015"
VISIT_FORM = "expected: Mission to COUNTRY (1-10 May 2011) (SYMBOL)"
REPORT_FORM = "expected: 2016 31st HRC session | title | one UN symbol"
COUNTRY_HINT = "correct the name, or add it to pipeline/mandate_data/extract/reference/country_names.csv"
HOLDER_HINT = "correct the name, or give the person an id in raw/identifiers.yaml"
NAME = "name the organ, or say which is meant, and why, under `citations` in the source's extraction.yaml"
CORRECT = "correct the edition, or the pattern in the guide; if the source prints it, record an erratum on it"
REPORT = "Child pornography on the Internet | A/HRC/12/23"
THEME = "sale and sexual exploitation following\x20humanitarian crises due to natural disasters"


# Source, what stands there, what instead; code, message, hint, table and value of the one finding.
UNREADABLE = [
    pytest.param(
        HANDBOOK, "Mission to Mauritius", "Mission to Atlantis",
        "unreadable-row", "unknown country 'Atlantis'", COUNTRY_HINT, "country_visits", "Atlantis",
        id="visit to an unknown country"),
    pytest.param(
        HANDBOOK, "Mission to Mexico (May 2007)", "Mission to Mexico (31 June-2 July 2007)",
        "unreadable-row", "'31 June-2 July 2007': June 2007 has no day 31", "correct the date of the visit",
        "country_visits", "31 June-2 July 2007", id="visit on an impossible day"),
    pytest.param(
        HANDBOOK, "Mission to Mexico (May 2007)", "Mission to Mexico (spring of 2007)",
        "unreadable-row", "'spring of 2007' is not a date; expected 8 May 2014, May 2014 or 2014",
        "correct the date of the visit", "country_visits", "spring of 2007", id="visit without a date"),
    pytest.param(
        HANDBOOK, "Visit to Brazil", "Excursion to Brazil",
        "unreadable-row", "unknown kind of visit 'Excursion'",
        "expected one of: mission, visit, visited, joint mission, joint visit, follow-up mission, follow-up visit",
        "country_visits", "Excursion",
        id="visit of an unknown kind"),
    pytest.param(
        HANDBOOK, "(June 1993) (E/CN.4/1994/84/Add.1)", "(June 1993) (not yet)",
        "unreadable-row", "neither a UN symbol nor 'Yet to be published': 'not yet'", VISIT_FORM,
        "country_visits", "not yet", id="visit without a symbol"),
    pytest.param(
        HANDBOOK, "Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1)", "Nepal, June 1993",
        "unreadable-row", "not a country visit: 'Nepal, June 1993'", VISIT_FORM,
        "country_visits", "Nepal, June 1993", id="row that is not a visit"),
    pytest.param(
        HANDBOOK, "2011 16th HRC session | Report of", "2011 HRC session | Report of",
        "unreadable-row", "not a report: '2011 HRC session | Report of activities | A/HRC/16/57'", REPORT_FORM,
        "thematic_reports", "2011 HRC session", id="report with a broken session"),
    pytest.param(
        HANDBOOK, "| Report of activities | A/HRC/16/57 |", "| Report of activities | see there |",
        "unreadable-row", "not a report: '2011 16th HRC session | Report of activities | see there'", REPORT_FORM,
        "thematic_reports", "2011 16th HRC session", id="report without a symbol"),
    pytest.param(
        HANDBOOK, "| Report of activities |", "| |",
        "unreadable-row", "not a report: '2011 16th HRC session |  | A/HRC/16/57'", REPORT_FORM,
        "thematic_reports", "2011 16th HRC session", id="report without a title"),
    pytest.param(
        LEIDEN, "- 2012 report: Child participation", "- Some report: Child participation",
        "unreadable-row", "not a report: 'Some report: Child participation (see UN document A/67/291);'",
        "expected: YEAR: TITLE (UN Doc. SYMBOL), as many years as symbols",
        "thematic_reports", "Some report: Child participation (see UN", id="example without a year"),
    pytest.param(
        HANDBOOK, "## Mr Juan Miguel Petit, United", "## Mr Xx Yy, United",
        "unknown-holder", "'Xx Yy' is not a known mandate holder", HOLDER_HINT, "people", "Xx Yy",
        id="biography of an unknown person"),
    pytest.param(
        LEIDEN, "Mr. Vitit Muntarbhorn (1991", "Mr. Xx Yy (1991",
        "unknown-holder", "'Xx Yy' is not a known mandate holder", HOLDER_HINT, "people", "Xx Yy",
        id="unknown person in the note on mandate holders"),
    pytest.param(
        HANDBOOK, "Juan Miguel Petit (Uruguay) holds", "Juan Miguel Petit (Atlantis) holds",
        "unreadable-value", "can't read Atlantis", COUNTRY_HINT,
        "people", "Atlantis", id="unknown country of a mandate holder"),
    pytest.param(
        HANDBOOK, "### F. Protection of children from sale", "### F. Care of children from sale",
        "unreadable-row", f"unknown theme 'Care of children from {THEME}'",
        "correct the heading, or give the theme an id in raw/identifiers.yaml",
        "themes", f"Care of children from {THEME}", id="unknown theme"),
    pytest.param(
        HANDBOOK, "Ghana, Ireland, Kenya", "Ghana, Atlantis, Kenya",
        "unreadable-row", "unknown country 'Atlantis'", COUNTRY_HINT, "non_parties", "Atlantis",
        id="unknown State in the list of those not party"),
    pytest.param(
        HANDBOOK, "which entered into force on 14 April", "which entered into force on 31 April",
        "unreadable-value", "'31 April 2014': April 2014 has no day 31",
        CORRECT,
        "events", "31 April 2014", id="event on an impossible day"),
    pytest.param(
        HANDBOOK, "last accessed on 2 May 2016. Barbados", "last accessed on 32 May 2016. Barbados",
        "unreadable-value", "'32 May 2016': May 2016 has no day 32",
        CORRECT,
        "non_parties", "32 May 2016", id="list of States on an impossible day"),
    pytest.param(
        LEIDEN, "A/67/291 of 10 August 2012", "A/67/291 of 70 August 2012",
        "unreadable-value", "'70 August 2012': August 2012 has no day 70",
        CORRECT,
        "documents", "70 August 2012", id="document of an impossible day"),
    pytest.param(
        HANDBOOK, "[^13]: E/CN.4/1996/101.", "[^13]: Resolution 1996/101.",
        "citation-unresolved",
        "which UN document is meant is not clear from 'Resolution 1996/101': the organ is not named",
        NAME, "citations", "Resolution 1996/101", id="resolution of no organ"),
    pytest.param(
        HANDBOOK, "Child marriage, which can amount", "Child marriage,[^99] which can amount",
        "note-missing", "there is no note 99 for this mark", "correct the mark, or restore the note",
        "citations", "99", id="mark without a note"),
]  # fmt: skip


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> list[Changed]:
    changes = [(str(case.values[0]), str(case.values[1]), str(case.values[2])) for case in UNREADABLE]
    return change_together(tmp_path_factory.mktemp("unreadable"), changes)


@pytest.mark.parametrize(("source_id", "old", "new", "code", "message", "hint", "table", "value"), UNREADABLE)
def test_what_is_unreadable_is_an_error_on_its_line(
    source_id: str, old: str, new: str, code: str, message: str, hint: str, table: str, value: str,
    unreadable: list[Changed], extracted: Extracted,
) -> None:  # fmt: skip
    (changed,) = [one for one in unreadable if new in one.lines]
    at = (str(changed.project.document(source_id)), changed.lines[new])
    (found,) = [
        one for one in new_findings(extracted, changed.after) if one.table == table and (one.file, one.line) == at
    ]
    assert (found.code, found.severity, found.message) == (code, "error", message)
    assert (found.hint, found.value) == (hint, value)


def test_each_unreadable_value_is_found_once(unreadable: list[Changed], extracted: Extracted) -> None:
    expected = Counter((str(case.values[3]), str(case.values[6])) for case in UNREADABLE)
    found = Counter((one.code, one.table) for changed in unreadable for one in new_findings(extracted, changed.after))
    assert {kind: found[kind] for kind in expected} == expected


def test_one_unreadable_row_takes_no_other_with_it(project: ProjectCopy, extracted: Extracted) -> None:
    project.edit(document(HANDBOOK), "Mission to Mauritius", "Mission to Atlantis")
    after = project.extract()
    for table in ("country_visits", "visit_countries"):
        kept = [row for row in extracted.tables[table] if row["visit_id"] != "sale-of-children/2011-mus"]
        assert after.tables[table] == kept
    assert after.tables["thematic_reports"] == extracted.tables["thematic_reports"]


def test_an_unreadable_row_stops_the_build_and_is_reported(project: ProjectCopy) -> None:
    line = project.edit(document(HANDBOOK), "Mission to Mauritius", "Mission to Atlantis")
    built = project.build()
    assert not built.accepted
    report = (built.folder / "findings.txt").read_text(encoding="utf-8")
    place = f"{project.document(HANDBOOK)}:{line}"
    assert f"{place}: error: unknown country 'Atlantis' [unreadable-row]\n" in report
    assert f"    = help: {COUNTRY_HINT}\n" in report


# What is taken away; code, message, the hint's beginning and the line of the guide that it ends with, the table; the
# words on the line where the section, in which it was looked for, begins.
MISSING = [
    pytest.param(
        HANDBOOK, "two joint press releases", "joint press releases", "passage-missing",
        "nothing in section part-2/D matches the passage 'press-releases-abduction' of statistics",
        "restore the passage, or change or delete its pattern at ", "- id: press-releases-abduction",
        "### D. Awareness-raising", id="passage"),
    pytest.param(
        HANDBOOK, "pledged to establish", "decided to establish", "list-missing",
        "no list matches 'the-code-commitments'",
        "restore the list, or change its rule at ", "- id: the-code-commitments",
        "### E. Sexual exploitation", id="list in a sentence"),
    pytest.param(
        HANDBOOK, "Under the renewal, the Special Rapporteur was mandated", "Under the renewal, she was asked",
        "list-missing", "no list matches 'mandate-tasks'",
        "restore the list, or change its rule at ", "- id: mandate-tasks",
        "### A. The mandate", id="list of bullets"),
    pytest.param(
        HANDBOOK, "New instruments came at the regional level too, namely the", "Regional level: the",
        "passage-missing", "nothing in section part-1/B matches the enumeration of legal_instruments",
        "restore it, or change its pattern at ",
        "- table: legal_instruments\n    within: part-1/B\n    pattern: 'namely",
        "### B. The evolving", id="enumeration"),
    pytest.param(
        HANDBOOK, "still need to ratify the Optional", "have not joined the Optional", "passage-missing",
        "no list of States matches the rule for opsc",
        "restore the list, or change its pattern at ", "- table: non_parties",
        "# UNITED NATIONS", id="list of States"),
    pytest.param(
        LEIDEN, "The Mandate holders since 1990 were", "The Mandate holders were", "passage-missing",
        "no footnote lists the mandate holders since the beginning",
        "restore the note that begins: The Mandate holders since", "",
        "# 1. Introduction", id="note on the mandate holders"),
]  # fmt: skip


@pytest.fixture(scope="module")
def missing(tmp_path_factory: pytest.TempPathFactory) -> list[Changed]:
    changes = [(str(case.values[0]), str(case.values[1]), str(case.values[2])) for case in MISSING]
    return change_together(tmp_path_factory.mktemp("missing"), changes)


@pytest.mark.parametrize(("source_id", "old", "new", "code", "message", "hint", "rule", "section"), MISSING)
def test_what_is_missing_is_an_error_that_names_its_rule(
    source_id: str, old: str, new: str, code: str, message: str, hint: str, rule: str, section: str,
    missing: list[Changed], extracted: Extracted,
) -> None:  # fmt: skip
    (changed,) = [one for one in missing if new in one.lines]
    guide = f"raw/{source_id}/extraction.yaml"
    if rule:
        hint += f"{changed.project.root / guide}:{line_of(changed.project, guide, rule)}"
    (found,) = [
        one
        for one in new_findings(extracted, changed.after)
        if (one.code, one.message, one.hint) == (code, message, hint)
    ]
    assert found.severity == "error"
    assert found.line == line_of(changed.project, document(source_id), section)


def test_each_missing_passage_is_found_once(missing: list[Changed], extracted: Extracted) -> None:
    expected = Counter(str(case.values[3]) for case in MISSING)
    found = Counter(one.code for changed in missing for one in new_findings(extracted, changed.after))
    assert {code: found[code] for code in expected} == expected


def test_a_missing_list_leaves_no_items(project: ProjectCopy) -> None:
    project.edit(document(HANDBOOK), "pledged to establish", "decided to establish")
    tables = project.extract().tables
    assert [row for row in tables["list_items"] if row["list_id"] == "handbook-2016/the-code-commitments"] == []


def test_an_item_of_an_enumeration_that_nobody_reads_is_an_error(project: ProjectCopy, extracted: Extracted) -> None:
    line = project.edit(document(HANDBOOK), "the African Charter", "the Nowhere Convention, the African Charter")
    (found,) = new_findings(extracted, project.extract())
    assert (found.code, found.severity) == ("unread-item", "error")
    assert found.message == "no passage of the extraction guide reads 'Nowhere Convention'"
    guide = project.root / "raw/handbook-2016/extraction.yaml"
    assert found.hint == f"add a passage for it under legal_instruments in {guide}"
    assert (found.line, found.value, found.table) == (line, "Nowhere Convention", "legal_instruments")


def test_a_number_in_prose_that_nobody_reads_is_a_warning(project: ProjectCopy, extracted: Extracted) -> None:
    line = project.edit(document(HANDBOOK), "The next chapter sets them out.", "The next 77 pages set them out.")
    (found,) = new_findings(extracted, project.extract())
    assert (found.code, found.severity, found.line) == ("unread-number", "warning", line)
    assert found.message == "no passage reads the number 77"
    guide = project.root / "raw/handbook-2016/extraction.yaml"
    assert found.hint == f"add a passage for it, or list it as unread with a reason, in {guide}"


@pytest.mark.quick(1)
@pytest.mark.parametrize("words", ["77 YEARS OF talks", "Goal 77 of the talks"])
def test_a_number_that_the_guide_lists_as_unread_is_no_finding(
    words: str, project: ProjectCopy, extracted: Extracted
) -> None:
    project.edit(
        document(HANDBOOK), "The next chapter sets them out.", f"After {words} the next chapter sets them out."
    )
    assert new_findings(extracted, project.extract()) == []


@pytest.mark.quick(1)
@pytest.mark.parametrize(
    ("source", "old", "new", "severity", "message", "hint", "at"),
    [
        (HANDBOOK, "owned and acted upon.[^45]", "owned and acted upon.", "warning",
         "nothing in the text is marked with note 45", "restore the mark, or record an erratum", "[^45]: "),
        (HANDBOOK, "also drew diagrams", "also[^45] drew diagrams", "warning",
         "the mark of note 45 appears again", "correct the mark, or record an erratum", "also[^45] drew"),
        (LEIDEN, "Human Rights Council[^3]", "Human Rights Council", "note",
         "nothing in the text is marked with note 3", "restore the mark, or record an erratum", "[^3]: "),
    ],
    ids=["note without a mark", "mark that stands twice", "note without a mark that cites nothing"],
)  # fmt: skip
def test_marks_and_notes_that_do_not_match(
    source: str, old: str, new: str, severity: str, message: str, hint: str, at: str,
    project: ProjectCopy, extracted: Extracted,
) -> None:  # fmt: skip
    project.edit(document(source), old, new)
    (found,) = new_findings(extracted, project.extract())
    assert (found.severity, found.message, found.hint) == (severity, message, hint)
    assert (found.table, found.field, found.line) == ("citations", "note", line_of(project, document(source), at))


# What is put in place of what; the messages of the errors, in their order on the line.
CONFLICTS = [
    pytest.param(
        "| Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1) |",
        "| Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1) |\n"
        "| Mission to Nepal (June 1993) (E/CN.4/1994/84/Add.1) |",
        ["sale-of-children/1993-npl appears twice; first on line {line}"], 1, id="visit that stands twice"),
    pytest.param(
        "Visit to Brazil (January 1992)", "Visit to Brazil (January 1990)",
        ["nobody held the mandate at the time of the visit sale-of-children/1990-bra"], 0,
        id="visit before the mandate"),
    pytest.param(
        "| Child participation | A/67/291 |", "| Child participation | A/67/292 |",
        ["A/67/291 is called a report of the mandate, but no list of reports has it"], None,
        id="report that only the other source has"),
    pytest.param(
        "- Bring a gender perspective into all work of the mandate.",
        "- Bring a gender perspective into all work of the mandate;\n"
        "- Bring a gender perspective into all work of the mandate.",
        ["the same item is there twice in handbook-2016/mandate-tasks"], 1, id="item that stands twice"),
]  # fmt: skip


@pytest.mark.quick(3)
@pytest.mark.parametrize(("old", "new", "messages", "below"), CONFLICTS)
def test_rows_that_can_not_both_be_right_are_errors(
    old: str, new: str, messages: list[str], below: int | None, project: ProjectCopy, extracted: Extracted
) -> None:
    line = project.edit(document(HANDBOOK), old, new)
    known = {finding.message for finding in extracted.findings}
    found = [item for item in project.extract().findings if item.severity == "error" and item.message not in known]
    assert [item.message for item in found] == [message.format(line=line) for message in messages]
    if below is not None:
        assert [item.line for item in found] == [line + below]


@pytest.mark.parametrize(
    ("source_id", "old", "new", "message"),
    [
        (HANDBOOK, "# ANNEX 2\n", "# VISITS\n",
         "{document}: no heading that matches '^ANNEX 2$' (section 'annex-2'); this is not the document that the "
         "source handbook-2016 describes, or its heading has changed: correct the heading at {guide}:15"),
        (LEIDEN, "# 3. Achievements\n", "# Achievements\n",
         "{document}: no heading that matches '^3\\\\. Achievements$' (section 'achievements'); this is not the "
         "document that the source leiden-2015 describes, or its heading has changed: correct the heading at "
         "{guide}:12"),
        (HANDBOOK, "### B. Addressing the demand", "### Addressing the demand",
         "{document}: no section 'part-3/B'; the heading that opens it is missing or has changed: restore it, or "
         "change the section at {guide}:143"),
    ],
    ids=["annex", "chapter", "lettered section"],
)  # fmt: skip
def test_a_missing_section_means_that_this_is_another_document(
    source_id: str, old: str, new: str, message: str, project: ProjectCopy
) -> None:
    project.edit(document(source_id), old, new)
    with pytest.raises(InputError) as raised:
        project.extract()
    guide = project.root / "raw" / source_id / "extraction.yaml"
    assert str(raised.value) == message.format(document=project.document(source_id), guide=guide)


@pytest.mark.parametrize("share", [0, *(pytest.param(share, marks=pytest.mark.slow) for share in range(1, 12))])
def test_a_line_that_alone_carries_a_row_is_missed_when_it_is_gone(
    share: int, project: ProjectCopy, extracted: Extracted
) -> None:
    lines: dict[tuple[str, str], set[tuple[str, int, int]]] = {}
    for row in extracted.tables["provenance"]:
        if row["source_id"] is None:
            continue
        place = (str(row["source_id"]), int(str(row["line"])), int(str(row["end_line"])))
        lines.setdefault((str(row["table"]), str(row["row_key"])), set()).add(place)
    alone = {
        (source, first)
        for places in lines.values()
        for source, first, last in places
        if len(places) == 1 and first == last
    }
    texts = {source: project.document(source).read_text(encoding="utf-8").split("\n") for source in (HANDBOOK, LEIDEN)}
    # Without the heading of a section there is no reading at all.
    candidates = [(source, line) for source, line in sorted(alone) if not texts[source][line - 1].startswith("#")]
    source_id, line = candidates[len(candidates) * share // 12]
    file, kept = project.document(source_id), texts[source_id]
    del kept[line - 1]
    file.write_text("\n".join(kept), encoding="utf-8")
    after = project.extract()
    tables = set(extracted.tables) - {"provenance", "sources", "rules"}
    assert any(after.tables[name] != extracted.tables[name] for name in tables)


PLAIN = st.text("abcdefgMVJF 0123456789(),./-", min_size=1, max_size=50).map(str.strip).filter(bool)
VISITS = st.builds(
    "{} to {} ({}) ({})".format,
    st.sampled_from(["Mission", "Visit", "Joint mission", "mission", "Trip"]),
    st.sampled_from(["Fiji", "the Fiji", "Peru and Togo", "Atlantis", "Chad, Mali and Nowhere", "Xx"]),
    st.sampled_from(["May 2007", "1-10 May 2011", "30 February 2012", "31 June-2 July 2007", "2009", "Mai 2009"]),
    st.sampled_from(["A/HRC/22/54/Add.7", "Yet to be published", "A/HRC/", "see there", "E/CN.4/2005/78/Add.9"]),
)


@pytest.mark.slow
@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(st.one_of(VISITS, PLAIN), min_size=20, max_size=40, unique=True))
def test_each_row_of_the_annex_is_a_visit_or_an_error(rows: list[str]) -> None:
    with TemporaryDirectory() as folder:
        copy_project(Path(folder))
        project = ProjectCopy(Path(folder))
        text = project.document(HANDBOOK).read_text(encoding="utf-8")
        annex = "# ANNEX 2\n\n## LIST OF COUNTRY VISITS\n\n| Visit |\n|---|\n"
        start, end = text.index("# ANNEX 2\n"), text.index("# ANNEX 3\n")
        table = annex + "".join(f"| {row} |\n" for row in rows) + "\n"
        project.document(HANDBOOK).write_text(text[:start] + table + text[end:], encoding="utf-8")
        after = project.extract()
    first = (text[:start] + annex).count("\n") + 1
    read = {row["line"] for row in after.tables["provenance"] if row["table"] == "country_visits"}
    wrong = {finding.line for finding in after.findings if finding.severity == "error" or "caption" in finding.code}
    assert set(range(first, first + len(rows))) <= read | wrong


def test_what_a_note_says_of_others_is_held_against_the_lists(project: ProjectCopy, extracted: Extracted) -> None:
    line = project.edit(document(LEIDEN), "[^16]: Ibid., para. 8.", "[^16]: Convention against Torture, art. 3.")
    project.edit(document(LEIDEN), "the report of Maud de Boer-Buquicchio", "the report of Juan Miguel Petit")
    found = {item.code: item for item in new_findings(extracted, project.extract())}
    unlisted, another = found["treaty-unlisted"], found["report-of-another"]
    assert (unlisted.line, unlisted.message) == (
        line, "'Convention against Torture' is cited and is not in legal_instruments"
    )  # fmt: skip
    assert another.message == "A/69/262 is called a report of petit, but de-boer-buquicchio was in office"


# What is easily lost on the way to the readers, and how grave the finding on it has to be.
LOST = [
    pytest.param("\n| Visit to Brazil (January 1992)", "\n\n| Visit to Brazil (January 1992)", "error",
                 id="visit after a gap in the table"),
    pytest.param("\n| 1991 47th CHR session", "\n\n| 1991 47th CHR session", "error",
                 id="report after a gap in the table"),
    pytest.param("Renewal of the mandate was continuous:",
                 "    There were 77 of them.\n\nRenewal of the mandate was continuous:", "warning",
                 id="indented number"),
    pytest.param("Mission to Mexico (May 2007)", "Mission to Mexico (May 0000)", "error", id="year 0"),
    pytest.param("[^2]: Geneva Declaration of the Rights of the Child (1924)", "[^2]: Declaration (1924)", "error",
                 id="untitled instrument with a date"),
]  # fmt: skip


@pytest.mark.quick(2)
@pytest.mark.parametrize(("old", "new", "severity"), LOST)
def test_nothing_is_lost_in_silence(
    old: str, new: str, severity: str, project: ProjectCopy, extracted: Extracted
) -> None:
    project.edit(document(HANDBOOK), old, new)
    known = {finding.message for finding in extracted.findings}
    assert severity in {item.severity for item in project.extract().findings if item.message not in known}
