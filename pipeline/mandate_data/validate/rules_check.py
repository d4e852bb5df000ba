"""The project's rules, run over the rows of its tables; rows that fail are findings."""

from __future__ import annotations

import sysconfig
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from mandate_data.errors import InputError
from mandate_data.findings import Finding, finding
from mandate_data.findings.registry import fill
from mandate_data.package.tables import Package, Row, Table, Tables, text_of
from mandate_data.project import Project
from mandate_data.validate.rule import Index, Rule

NOT_THE_PROJECT = (str(Path(__file__).parents[1]), *map(sysconfig.get_path, ("stdlib", "purelib", "platlib")))
"""Folders of code that a rule may call, but that is not the project's."""


def rules_of(project: Project) -> tuple[Rule, ...]:
    """The rules of `schemas/rules/`, which a project may lack, each with its check.

    Raises InputError for code that can't be run, for a rule whose code is no check, and for one (or its text) on a
    table or column that the contract does not have.
    """
    folder = project.schemas / "rules"
    if not folder.is_dir():
        return ()
    rules = getattr(project.code(folder), "RULES", None)
    if not isinstance(rules, tuple) or not all(isinstance(rule, Rule) for rule in rules):
        raise InputError(f"{folder / '__init__.py'}: RULES must be a tuple of rules (mandate_data.validate.rule.Rule)")
    for rule in rules:
        if mistake := _mistake(rule, project):
            raise InputError(f"{rule.place}: rule {rule.code}: {mistake}")
    return tuple(replace(rule, check=project.checks[rule.code]) for rule in rules)


def _mistake(rule: Rule, project: Project) -> str:
    """What a rule names that the project does not have; empty if nothing."""
    if rule.code not in project.checks:
        return f"it has no texts; list it in {project.schemas / 'checks.yaml'}"
    if rule.table not in project.contract.tables:
        return f"there is no table {rule.table!r}; name one of {project.schemas / 'package.yaml'}"
    named = [rule.field, *sorted(project.checks[rule.code].templates[""].names)]
    unknown = next((name for name in named if name not in project.contract.tables[rule.table].columns), None)
    if unknown is None:
        return ""
    schema = project.schemas / "tables" / f"{rule.table}.yaml"
    return f"{rule.table} has no column {unknown!r}; name one of {schema}, here or in checks.yaml"


def check_rules(tables: Tables, contract: Package, rules: Sequence[Rule]) -> list[Finding]:
    """A finding for each row that breaks a rule, without lines: `locate` adds them.

    Expects tables that keep the contract (columns and types). Data that a rule cannot judge (ValueError) is a finding,
    too. Raises InputError, with file and line, for any other error in a rule: that is a mistake in its code.
    """
    index = Index(tables)
    return [finding for rule in rules for finding in _broken(rule, tables, contract, index)]


def _broken(rule: Rule, tables: Tables, contract: Package, index: Index) -> Iterator[Finding]:
    rows = tables[rule.table]
    try:
        right = list(rule.test(rows, index))
    except ValueError as error:
        yield _not_run(rule, f'{type(error).__name__}("{error}")')
        return
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise InputError(f"{_place(error, rule)}: rule {rule.code}: {what}; correct the rule") from error
    if len(right) != len(rows):
        raise InputError(f"{rule.place}: rule {rule.code}: {len(right)} answers for {len(rows)} rows; correct the rule")
    for row, is_right in zip(rows, right, strict=True):
        if not is_right:
            yield finding_of_row(rule, row, contract.tables[rule.table])


def finding_of_row(rule: Rule, row: Row, table: Table) -> Finding:
    """The finding that a row breaks a rule."""
    if rule.check is None:
        raise ValueError(f"{rule.code}: the rule has no check; take it from rules_of")
    template = rule.check.templates[""]
    values: dict[str, Any] = {column: text_of(row[column]) for column in template.names}
    return fill(
        template,
        rule.code,
        table=table.name,
        row_key=table.key_of(row),
        field=rule.field,
        value=text_of(row[rule.field]),
        **values,
    )


def _place(error: Exception, rule: Rule) -> str:
    """The line of the project's code in which an error arose; where there is none, that of the rule."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if not frame.filename.startswith(NOT_THE_PROJECT)
    ]
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else rule.place


def _not_run(rule: Rule, why: str) -> Finding:
    """A rule that could not be checked, for example over a day that doesn't exist, is never taken for a kept one."""
    return finding("rule-not-run", table=rule.table, rule=rule.code, reason=why)
