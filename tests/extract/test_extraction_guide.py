"""Extraction guides: what patterns stand for, and the one line that says where a guide is broken."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mandate_data.errors import InputError
from mandate_data.extract.extraction_guide import Guide, compile_pattern, groups_of, load_guide
from mandate_data.package.table_schemas import load_contract

if TYPE_CHECKING:
    from conftest import ProjectCopy

ROOT = Path(__file__).parents[2]
CONTRACT = load_contract(ROOT / "schemas")
GUIDES = ["handbook-2016", "leiden-2015"]
DATES = {
    "events": ["date"],
    "non_parties": ["as_of"],
    "statistics": ["period", "period_start", "period_end"],
    "mandate_holders": ["term_start", "term_end"],
}
KNOWN = "period, period_end, period_start, value, value_to"

# Four lines with which every made-up guide begins.
START = """\
# A made-up guide.
names_itself: 'This is made up'
sections:
  - {heading: '^One$', section: one}
"""


def loaded(folder: Path, text: str) -> Guide:
    path = folder / "extraction.yaml"
    path.write_text(text, encoding="utf-8")
    return load_guide(path, CONTRACT)


def refusal(folder: Path, text: str) -> str:
    """What a guide is refused with, without the folder."""
    with pytest.raises(InputError) as refused:
        loaded(folder, text)
    message = str(refused.value)
    assert "\n" not in message
    return message.removeprefix(f"{folder}/")


def found(pattern: str, text: str, table: str = "statistics") -> dict[str, str] | None:
    match = compile_pattern(pattern, "guide", groups_of(CONTRACT.tables[table])).search(text)
    return match.groupdict() if match else None


@pytest.mark.parametrize(("table", "group"), [(table, group) for table, groups in DATES.items() for group in groups])
@pytest.mark.parametrize("printed", ["8 May 2014", "May 2014", "2014"])
def test_groups_of_dates_stand_for_a_printed_date(table: str, group: str, printed: str) -> None:
    assert found(f"since <{group}>, she", f"since {printed}, she", table) == {group: printed}
    assert found(f"since <{group}>, she", "since then, she", table) is None


@pytest.mark.parametrize(("table", "group"), [("statistics", "value"), ("claims", "claimed")])
@pytest.mark.parametrize("printed", ["7", "960,000", "48.28", "8.4 million", "five", "Five"])
def test_groups_of_numbers_stand_for_a_printed_number(table: str, group: str, printed: str) -> None:
    assert found(f"of <{group}> States", f"of {printed} States", table) == {group: printed}
    assert found(f"of <{group}> States", "of some States", table) is None


def test_several_groups_stand_side_by_side() -> None:
    assert found("from <period_start> to <period_end>", "from 1994 to June 2001") == {
        "period_start": "1994",
        "period_end": "June 2001",
    }


@pytest.mark.parametrize("pattern", ["one ... two", "one...two", "one ...two"])
@pytest.mark.parametrize(("gap", "matches"), [("", True), (" ", True), ("x" * 300, True), ("x" * 301, False)])
def test_three_dots_stand_for_up_to_300_characters(pattern: str, gap: str, matches: bool) -> None:
    assert (found(pattern, f"one{gap}two") is not None) is matches


def test_three_dots_stand_for_as_little_as_they_can() -> None:
    match = compile_pattern("one ... <value>", "guide", groups_of(CONTRACT.tables["statistics"])).search(
        "one or 2 or 3"
    )
    assert match is not None
    assert match.group() == "one or 2"


@pytest.mark.parametrize(
    ("pattern", "text", "groups"),
    [
        ("(?P<list>[^.]+)\\.", "one, two.", {"list": "one, two"}),
        ("(?P<value>x+) of", "xx of", {"value": "xx"}),
        ("(?<=a)b", "ab", {}),
        ("a(?=b)", "ab", {}),
        ("a{3}", "aaa", {}),
    ],
)
def test_other_regular_expressions_are_left_alone(pattern: str, text: str, groups: dict[str, str]) -> None:
    assert found(pattern, text) == groups


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("since <day>", f"<day> is not a known group; known: {KNOWN}"),
        ("a (b", "broken pattern 'a (b': missing ), unterminated subpattern at position 2"),
        ("a [b", "broken pattern 'a [b': unterminated character set at position 2"),
        ("* a", "broken pattern '* a': nothing to repeat at position 0"),
    ],
)
def test_a_broken_pattern_says_where_and_why(pattern: str, said: str) -> None:
    with pytest.raises(InputError) as refused:
        compile_pattern(pattern, "guide.yaml:7", groups_of(CONTRACT.tables["statistics"]))
    assert str(refused.value) == f"guide.yaml:7: {said}"


def test_a_group_may_stand_in_a_pattern_once() -> None:
    with pytest.raises(InputError, match=r"^guide\.yaml:7: broken pattern '<date> <date>': redefinition of group name"):
        compile_pattern("<date> <date>", "guide.yaml:7", groups_of(CONTRACT.tables["events"]))


def test_the_smallest_guide(tmp_path: Path) -> None:
    guide = loaded(tmp_path, START)
    assert guide.path == tmp_path / "extraction.yaml"
    assert guide.names_itself.pattern == "This is made up"
    (section,) = guide.sections
    assert (section.pattern.pattern, section.section) == ("^One$", "one")
    assert (section.inside, section.required, section.columns) == (False, True, False)
    assert guide.lists == guide.passages == guide.enumerations == guide.rows == guide.unread == ()
    assert guide.unread_sections == frozenset()


PASSAGES = """\
passages:
  events:
    - id: first
      pattern: 'in <date>'
      kind: other
      title: Something
    - id: second
      patterns: ['a b', 'c d']
      within: one
      where: [footnote]
      symbol: note
      kind: other
  statistics:
    - id: third
      pattern: <value> States
      within: [one, two]
"""


def test_a_passage_holds_our_words_and_its_patterns(tmp_path: Path) -> None:
    first, second, third = loaded(tmp_path, START + PASSAGES).passages
    assert (first.table, first.key, first.line) == ("events", "first", 7)
    assert first.values == {"kind": "other", "title": "Something"}
    assert (first.within, first.where, first.symbol) == ((), ("paragraph", "item"), "")
    assert [pattern.pattern for pattern in second.patterns] == ["a b", "c d"]
    assert (second.within, second.where, second.symbol, second.line) == (("one",), ("footnote",), "note", 11)
    assert second.values == {"kind": "other"}
    assert (third.table, third.within, third.values) == ("statistics", ("one", "two"), {})


def test_what_is_unread_on_purpose_is_a_pattern_or_a_section(tmp_path: Path) -> None:
    unread = "unread:\n  - {pattern: 'page \\d+', reason: a page}\n  - {section: one, reason: not of interest}\n"
    guide = loaded(tmp_path, START + unread.replace("a page", "the number of a page"))
    assert [pattern.pattern for pattern in guide.unread] == ["page \\d+"]
    assert guide.unread_sections == {"one"}


LIST = """\
lists:
  - id: tasks
    kind: task
    title: Tasks of nobody
    within: one
    form: {form}
    start: '{start}'
    separator: '{separator}'
"""
ENUMERATION = """\
enumerations:
  - table: initiatives
    within: one
    pattern: '{pattern}'
    separator: '{separator}'
"""
ROWS = """\
rows:
  - table: {table}
    column: {column}
    values: {{instrument_id: opsc}}
    pattern: '{pattern}'
"""
LISTED = "(?P<list>[^.]+)"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "names_itself: '(This'\nsections: [{heading: '^One$', section: one}]\n",
            "extraction.yaml:1: broken pattern '(This': missing ), unterminated subpattern at position 0",
        ),
        (
            START + "  - {heading: '^Two($', section: two}\n",
            "extraction.yaml:5: broken pattern '^Two($': missing ), unterminated subpattern at position 4",
        ),
        (
            START + "\n\n  - heading: '^(.)$'\n    section: '\\2'\n",
            "extraction.yaml:7: broken section '\\\\2': invalid group reference 2 at position 1",
        ),
        (
            START + PASSAGES.replace("<date>", "<day>"),
            "extraction.yaml:7: <day> is not a known group; known: date, span",
        ),
        (
            START + PASSAGES.replace("'c d'", "'c d)'"),
            "extraction.yaml:11: broken pattern 'c d)': unbalanced parenthesis at position 3",
        ),
        (
            START + LIST.format(form="items", start="following[", separator=","),
            "extraction.yaml:6: broken pattern 'following[': unterminated character set at position 9",
        ),
        (
            START + LIST.format(form="enumeration", start="such as", separator=","),
            "extraction.yaml:6: the pattern 'such as' has no group 'list', which this rule needs",
        ),
        (
            START + LIST.format(form="enumeration", start=LISTED, separator=",("),
            "extraction.yaml:6: broken separator ',(': missing ), unterminated subpattern at position 1",
        ),
        (
            START + ENUMERATION.format(pattern="such as", separator=","),
            "extraction.yaml:6: the pattern 'such as' has no group 'list', which this rule needs",
        ),
        (
            START + ENUMERATION.format(pattern=LISTED, separator="*"),
            "extraction.yaml:6: broken separator '*': nothing to repeat at position 0",
        ),
        (
            START + ROWS.format(table="non_parties", column="country_code", pattern="on <as_of>"),
            "extraction.yaml:6: the pattern 'on <as_of>' has no group 'list', which this rule needs",
        ),
        (
            START + ROWS.format(table="non_parties", column="country", pattern=LISTED),
            "extraction.yaml:6: non_parties has no column 'country'",
        ),
        (
            START + ROWS.format(table="non_members", column="country_code", pattern=LISTED),
            "extraction.yaml:6: there is no table 'non_members'",
        ),
        (
            START + PASSAGES.replace("  events:", "  event:"),
            "extraction.yaml:7: there is no table 'event'; did you mean 'events'?",
        ),
        (
            START + PASSAGES.replace("  events:", "  occurrences:"),
            "extraction.yaml:7: there is no table 'occurrences'",
        ),
        (
            START + ENUMERATION.format(pattern=LISTED, separator=",").replace("initiatives", "programmes"),
            "extraction.yaml:6: there is no table 'programmes'",
        ),
        (
            START + "unread:\n  - {pattern: 'a+++', reason: none at all}\n",
            "extraction.yaml:6: broken pattern 'a+++': multiple repeat at position 3",
        ),
    ],
)
def test_a_broken_rule_is_named_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "extraction.yaml:1: the file: is empty; fill it in"),
        (
            START.replace("names_itself", "itself"),
            "extraction.yaml:2: itself: is not known; did you mean 'names_itself'?",
        ),
        (
            START + "passages:\n  Themes: []\n",
            "extraction.yaml:5: passages: 'Themes' does not match '^[a-z][a-z0-9_]*$'",
        ),
        (
            START + PASSAGES.replace("    - id: second\n", "    - id: Second one\n"),
            "extraction.yaml:11: passages/events/1/id: 'Second one' does not match "
            "'^(?:[A-Za-z0-9]+(?:[-./][A-Za-z0-9]+)*)$'",
        ),
        (START + PASSAGES.replace("symbol: note", "symbol: notes"), "extraction.yaml:15: passages/events/1/symbol: "),
        (
            START + PASSAGES.replace("[footnote]", "[notes]"),
            "extraction.yaml:14: passages/events/1/where/0: 'notes' is ",
        ),
        (
            START + LIST.format(form="headings", start="One", separator=","),
            "extraction.yaml:6: lists/0: lacks 'items'; add it",
        ),
        (
            START + LIST.format(form="columns", start="One", separator=","),
            "extraction.yaml:10: lists/0/form: 'columns' is not one of ['items', 'headings', 'enumeration', 'senten",
        ),
        (
            START + "unread:\n  - {pattern: 'a page', reason: none}\n",
            "extraction.yaml:6: unread/0/reason: 'none' is too short",
        ),
    ],
)
def test_a_guide_that_breaks_its_schema_is_refused_at_the_place(text: str, said: str, tmp_path: Path) -> None:
    assert refusal(tmp_path, text).startswith(said)


@pytest.mark.parametrize("source_id", GUIDES)
def test_our_guides_know_the_line_of_every_rule(source_id: str) -> None:
    path = ROOT / "raw" / source_id / "extraction.yaml"
    guide = load_guide(path, CONTRACT)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert len(guide.passages) > 20
    for passage in guide.passages:
        assert f"id: {passage.key}" in lines[passage.line - 1]
    for rule in guide.lists:
        assert f"id: {rule.list_id}" in lines[rule.line - 1]
    for enumeration in guide.enumerations:
        assert f"table: {enumeration.table}" in lines[enumeration.line - 1]
    for rows in guide.rows:
        assert f"table: {rows.table}" in lines[rows.line - 1]


def test_a_mistake_in_one_of_our_guides_stops_the_reading(project: ProjectCopy) -> None:
    path = "raw/leiden-2015/extraction.yaml"
    line = project.edit(path, "'^1\\. Introduction$'", "'^1\\. Introduction($'")
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == (
        f"{project.root / path}:{line}: broken pattern '^1\\\\. Introduction($': "
        "missing ), unterminated subpattern at position 17"
    )


def test_a_guide_that_is_missing(project: ProjectCopy) -> None:
    path = project.root / "raw/leiden-2015/extraction.yaml"
    path.unlink()
    with pytest.raises(InputError) as refused:
        project.extract()
    assert str(refused.value) == f"{path}: no such file; the project needs one"
