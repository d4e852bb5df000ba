"""Rules of any project: their texts are in its `schemas/checks.yaml`, and their findings have them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from mandate_data.errors import InputError
from mandate_data.findings import Finding
from mandate_data.package.table_schemas import PackageContract, Tables
from mandate_data.project import Project
from mandate_data.validate.rules_check import check_rules, rules_of

RULE = """\
from mandate_data.validate.rule import Rule, each

RULES = (Rule("event-named", "events", "title", each(lambda row: row["event_id"] != "optional-protocol")),)
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
    (tmp_path / "schemas/rules/__init__.py").write_text(RULE, encoding="utf-8")
    (tmp_path / "schemas/checks.yaml").write_text(CHECKS, encoding="utf-8")
    return Project(tmp_path)


def test_a_rule_of_a_project_has_the_texts_and_the_severity_of_its_list(
    project: Project, tables: Tables, contract: PackageContract
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
    folder = project.schemas
    message = f"{folder / 'rules'}: the rule event-named has no texts; list it in {folder}/checks.yaml"
    with pytest.raises(InputError, match=f"^{re.escape(message)}$"):
        rules_of(project)
