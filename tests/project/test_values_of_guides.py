"""Typing errors in a guide are one finding each, at their line, and nothing else is called wrong for them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ProjectCopy
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding
from proposing import begin_report
from reading_rooms import change, refused

GUIDE = """about: {mandate_id: health}
passages:
  mandates:
    - {id: health, pattern: '(?P<title>Special Rapporteur on health)'}
    - {id: health, pattern: 'created by the (?P<appointing_body>Council) in <created>'}
  people:
    - {id: example, pattern: '(?P<name>Ana Example)'}
  mandate_holders:
    - {id: health, pattern: 'Ana Example took up the post on <term_start>', person_id: example}
  country_visits:
    - id: health/2014-geo
      mandate_id: health
      person_id: example
      pattern: 'She (?P<kind>visited) Georgia in <span> \\(A/HRC/27/58/Add\\.1'
      symbol: here
  visit_countries:
    - id: health/2014-geo
      pattern: 'visited (?P<name_as_printed>Georgia)'
      country_code: GEO
  events:
    - id: minister
      pattern: 'On <date>, she met'
      kind: other
      title: She meets a minister
"""
TEXT = (
    "# A report\n\nThe post of Special Rapporteur on health was created by the Council in 2010. Ana Example took up "
    "the post on 1 August 2011.\n\nShe visited Georgia in May 2014 (A/HRC/27/58/Add.1). On 3 June 2014, she met "
    "the Minister.\n"
)
CODES = "pipeline/mandate_data/extract/reference/m49.csv has all of them"
KINDS = (
    "write one of: resolution, adoption, entry_into_force, conference, appointment, publication, visit, press_release, "
    "report, statement, award, end_of_term, crisis, other"
)


def errors(project: ProjectCopy) -> list[Finding]:
    return [one for one in project.build().findings if one.severity == "error"]


def said(project: ProjectCopy) -> list[tuple[str, int, str, str, str]]:
    return [(Path(one.file).name, one.line, one.message, one.hint, one.code) for one in errors(project)]


def test_a_guide_without_a_mistake_is_accepted(project: ProjectCopy) -> None:
    begin_report(project, TEXT, guide=GUIDE)
    assert errors(project) == []


@pytest.mark.quick(3)
@pytest.mark.parametrize(
    ("old", "new", "line", "message", "hint"),
    [
        ("country_code: GEO", "country_code: GE", 22, "there is no country with the country_code 'GE'",
         f"did you mean 'GEO'? {CODES}"),
        ("country_code: GEO", "country_code: XXX", 22, "there is no country with the country_code 'XXX'", CODES),
        ("kind: other", "kind: party", 26, "events can't have the kind 'party'", KINDS),
        ("kind: other", "kind: confrence", 26, "events can't have the kind 'confrence'",
         f"did you mean 'conference'? {KINDS}"),
        ("id: minister", "id: The.Minister", 24, "events can't have the event_id 'The.Minister'",
         "expected: Short name of the event, for example mandate-created (of the form ^([a-z0-9]+(-[a-z0-9]+)*)$)"),
        ("kind: other", "kind: other\n      year: someday", 27, "events can't have the year 'someday'",
         "expected: Year of the date as a number, for sorting (a whole number, not below 1900, not above 2100)"),
        ("kind: other", "kind: other\n      year: '2200'", 27, "events can't have the year '2200'",
         "expected: Year of the date as a number, for sorting (a whole number, not below 1900, not above 2100)"),
    ],
)  # fmt: skip
def test_a_value_that_its_column_can_not_have_is_told_once_at_its_line(
    old: str, new: str, line: int, message: str, hint: str, project: ProjectCopy
) -> None:
    begin_report(project, TEXT, guide=GUIDE.replace(old, new))
    assert said(project) == [("extraction.yaml", line, message, hint, "value-not-allowed")]


def test_a_date_of_ours_that_no_rule_can_use_is_told_at_its_line(project: ProjectCopy) -> None:
    old = "took up the post on <term_start>', person_id: example}"
    begin_report(
        project, TEXT, guide=GUIDE.replace(old, "took up the post', person_id: example, term_start: 31-04-2011}")
    )
    with pytest.raises(InputError) as refused:
        project.build()
    said = str(refused.value)
    assert said.startswith(
        f"{project.root / 'raw/report/extraction.yaml'}:12: mandate_holders can't have the term_start '31-04-2011'; "
    )


def test_an_id_of_two_passages_is_told_once(project: ProjectCopy) -> None:
    second = (
        "    - id: minister\n      pattern: 'took up the post on <date>'\n      kind: other\n      title: A start\n"
    )
    begin_report(project, TEXT, guide=GUIDE + second)
    assert said(project) == [
        (
            "extraction.yaml",
            28,
            "events has the id 'minister' twice: the title is 'A start' here, and 'She meets a minister' at line 24",
            "give one of the passages an id of its own, or a number in the list, or both the same values",
            "id-twice",
        )
    ]


def test_a_number_of_a_list_that_two_passages_have_is_told_once(project: ProjectCopy) -> None:
    items = (
        "  lists:\n    - {id: tasks, pattern: 'took up (?P<title>the post)', kind: task}\n"
        "  list_items:\n"
        "    - {id: tasks, pattern: took up, ordinal: '1', label: A task}\n"
        "    - id: tasks\n      pattern: the post\n      ordinal: '1'\n      label: Another\n"
    )
    begin_report(project, TEXT, guide=GUIDE + items)
    lines = (GUIDE + items).splitlines()
    found = [one for one in said(project) if one[4] in ("id-twice", "contradiction")]
    assert found == [
        (
            "extraction.yaml",
            found[0][1],
            "list_items has the id 'tasks|1' twice: the label is 'Another' here, and 'A task' at line "
            f"{found[0][1] - 3}",
            "give one of the passages an id of its own, or a number in the list, or both the same values",
            "id-twice",
        )
    ]
    assert lines[found[0][1] - 4].strip() == "ordinal: '1'"  # below the three lines that the guide begins with


def test_a_pattern_that_matches_nothing_is_reported_at_its_line(project: ProjectCopy) -> None:
    passage = "    - id: nothing\n      kind: other\n      title: Nothing\n      pattern: 'is nowhere on <date>'\n"
    begin_report(project, TEXT, guide=GUIDE + passage)
    (found,) = [one for one in said(project) if one[4] == "passage-missing"]
    assert found[:3] == (
        "extraction.yaml",
        len((GUIDE + passage).splitlines()) + 3,
        "nothing in the document matches the passage 'nothing' of events",
    )


def test_a_value_that_stands_at_several_lines_is_told_at_each(project: ProjectCopy) -> None:
    second = GUIDE[GUIDE.index("    - id: minister") :].replace("minister", "again", 1)
    begin_report(project, TEXT, guide=(GUIDE + second).replace("kind: other", "kind: party"))
    assert [one[:3] for one in said(project)] == [
        ("extraction.yaml", 26, "events can't have the kind 'party'"),
        ("extraction.yaml", 30, "events can't have the kind 'party'"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "line", "code"),
    [
        ("      person_id: example", "      person_id: nobody", 16, "id-unknown"),
        ("      mandate_id: health", "      mandate_id: wealth", 15, "id-unknown"),
    ],
)
def test_an_unknown_id_calls_no_erratum_of_other_sources_stale(
    old: str, new: str, line: int, code: str, project: ProjectCopy
) -> None:
    begin_report(project, TEXT, guide=GUIDE.replace(old, new))
    assert [(Path(one.file).name, one.line, one.code) for one in errors(project)] == [("extraction.yaml", line, code)]


def test_what_could_not_be_read_calls_no_erratum_stale(project: ProjectCopy) -> None:
    printed = "Mission to Fiji (October 1999) (E/CN.4/2000/73/Add.3)"
    line = project.edit(
        "raw/handbook-2016/document.md", printed, "Mission to Fiji (October 1999): E/CN.4/2000/73/Add.3"
    )
    assert [(one.line, one.code) for one in errors(project)] == [(line, "unreadable-row")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("# a\n# é\n".encode("cp1252"), "2: not UTF-8 (byte 0xe9 at offset 6); save the file as UTF-8 and try again"),
        ("# a\n".encode("utf-16"), "1: not UTF-8 but UTF-16; save the file as UTF-8 and try again"),
    ],
)
@pytest.mark.parametrize("name", ["extraction.yaml", "errata.yaml", "source.yaml"])
def test_a_file_of_a_source_in_another_encoding_is_told_with_its_line(
    name: str, data: bytes, message: str, rooms: Path
) -> None:
    path = rooms / "raw/first-source" / name
    text = data if data[:1] == b"\xff" else data + path.read_bytes()
    path.write_bytes(text)
    assert refused(rooms) == f"raw/first-source/{name}:{message}"


def test_a_heading_that_is_missing_is_told_with_the_line_of_the_guide(rooms: Path) -> None:
    path = rooms / "raw/first-source/extraction.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("\nsections:\n") == 1
    path.write_text(text.replace("\nsections:\n", "\nsections:\n  - section: roms\n    heading: ^Roms$\n"), "utf-8")
    line = text[: text.index("\nsections:\n")].count("\n") + 4
    assert refused(rooms) == (
        "raw/first-source/document.md: no heading that matches '^Roms$' (section 'roms'); this is not the document "
        "that the source first-source describes, or its heading has changed: correct the heading at "
        f"raw/first-source/extraction.yaml:{line}"
    )


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("'In <date> it kept <value> volumes'", "'^(a+)+$'", "pattern: '^(a+)+$'"),
        ("'opened on 3 May 2021'", "'^(a+)+$'", "{pattern: '^(a+)+$'"),
        ("names_itself: ", "names_itself: '^(a+)+$' # ", "names_itself:"),
    ],
)
def test_a_pattern_that_runs_away_is_told_at_its_line(
    old: str, new: str, key: str, rooms: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mandate_data.extract.pattern_limits.PATTERN_SECONDS", 0.2)
    document = rooms / "raw/first-source/document.md"
    document.write_text(document.read_text(encoding="utf-8") + f"\n{'a' * 60}b\n", encoding="utf-8")
    path = rooms / "raw/first-source/extraction.yaml"
    change(path, old, new)
    text = path.read_text(encoding="utf-8")
    line = text[: text.index(key)].count("\n") + 1
    assert refused(rooms) == (
        f"raw/first-source/extraction.yaml:{line}: searches with this pattern take more than 0.2 seconds of CPU time; "
        "simplify it: a group that repeats must not have within it what repeats the same characters"
    )
