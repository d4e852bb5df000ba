"""Rules of any project: their texts are in its `schemas/checks.yaml`, and their findings have them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from mandate_data.errors import InputError
from mandate_data.findings import Finding
from mandate_data.package.tables import Package, Tables
from mandate_data.project import Project
from mandate_data.validate.rules_check import check_rules, rules_of

ROOT = Path(__file__).parents[2]
RULE = """\
from mandate_data.validate.rule import Rule, each_row

RULES = (Rule("event-named", "events", "title", each_row(lambda row: row["event_id"] != "optional-protocol")),)
"""
CHECKS = """\
event-named:
  stage: meaning
  severity: warning
  means: "An event has a name that no event has."
  example: "the event of 1999 has a wrong name"
  message: "the event of {date} has a wrong name"
  hint: "correct {event_id}"
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "schemas/rules").mkdir(parents=True)
    shutil.copy(ROOT / "schemas/package.yaml", tmp_path / "schemas")
    shutil.copytree(ROOT / "schemas/tables", tmp_path / "schemas/tables")
    (tmp_path / "schemas/rules/__init__.py").write_text(RULE, encoding="utf-8")
    (tmp_path / "schemas/checks.yaml").write_text(CHECKS, encoding="utf-8")
    return Project(tmp_path)


def test_a_rule_of_a_project_has_the_texts_and_the_severity_of_its_list(
    project: Project, tables: Tables, contract: Package
) -> None:
    event = tables["events"][0]
    text = RULE.replace("optional-protocol", str(event["event_id"]))
    (project.schemas / "rules/__init__.py").write_text(text, encoding="utf-8")
    assert check_rules(tables, contract, rules_of(project)) == [
        Finding(
            code="event-named",
            severity="warning",
            message=f"the event of {event['date']} has a wrong name",
            hint=f"correct {event['event_id']}",
            table="events",
            row_key=str(event["event_id"]),
            field="title",
            value=str(event["title"]),
        )
    ]


def test_a_rule_without_texts_is_refused(project: Project) -> None:
    (project.schemas / "checks.yaml").unlink()
    rules, checks = project.schemas / "rules/__init__.py", project.schemas / "checks.yaml"
    message = f"{rules}:3: rule event-named: it has no texts; list it in {checks}"
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        rules_of(project)


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('"events"', '"happenings"', "there is no table 'happenings'; name one of {schemas}/package.yaml"),
        (
            '"title"',
            '"name"',
            "events has no column 'name'; name one of {schemas}/tables/events.yaml" + ", here or in checks.yaml",
        ),
    ],
    ids=["table", "column"],
)
def test_a_rule_on_what_the_contract_does_not_have_is_refused(
    right: str, wrong: str, message: str, project: Project
) -> None:
    path = project.schemas / "rules/__init__.py"
    path.write_text(RULE.replace(right, wrong), encoding="utf-8")
    expected = f"{path}:3: rule event-named: {message.format(schemas=project.schemas)}"
    with pytest.raises(InputError, match=f"^{re.escape(expected)}$"):
        rules_of(project)


@pytest.mark.parametrize(
    ("test", "message"),
    [
        ("each_row(lambda row: row['wrong'] == 1)", "KeyError: 'wrong'; correct the rule"),
        ("each_row(lambda row: 1 / 0)", "ZeroDivisionError: division by zero; correct the rule"),
        ("lambda rows, index: [True]", "1 answers for {rows} rows; correct the rule"),
    ],
    ids=["column", "raises", "count"],
)
def test_a_mistake_in_a_rule_is_one_line_with_its_place(
    test: str, message: str, project: Project, tables: Tables, contract: Package
) -> None:
    path = project.schemas / "rules/__init__.py"
    start, end = RULE.index("each_row(lambda"), RULE.rindex("),)")
    path.write_text(RULE[:start] + test + RULE[end:], encoding="utf-8")
    expected = f"{path}:3: rule event-named: {message.format(rows=len(tables['events']))}"
    with pytest.raises(InputError, match=f"^{re.escape(expected)}$"):
        check_rules(tables, contract, rules_of(project))


def test_rules_must_be_a_tuple_of_rules(project: Project) -> None:
    path = project.schemas / "rules/__init__.py"
    path.write_text("RULES = 1\n", encoding="utf-8")
    message = f"{path}: RULES must be a tuple of rules (mandate_data.validate.rule.Rule)"
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        rules_of(project)
