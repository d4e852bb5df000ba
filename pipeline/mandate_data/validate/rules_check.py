"""The project's rules, run over the rows of its tables; rows that fail are findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from mandate_data.errors import InputError, MisuseError
from mandate_data.extract.records import kind_of
from mandate_data.findings import Finding, finding
from mandate_data.findings.registry import fill
from mandate_data.package.tables import Package, Table, Tables, text_of
from mandate_data.project import Project
from mandate_data.validate.rule import Index, Row, RowsTest, Rule


def rules_of(project: Project) -> tuple[Rule, ...]:
    """The rules of `schemas/rules/`, which a project may lack, each with its check.

    Raises InputError for code that can't be run, for a rule whose code is not a check, and for one (or its text) on a
    table or column that the contract does not have.
    """
    folder = project.schemas / "rules"
    if not folder.is_dir():
        return ()
    rules = getattr(project.code(folder), "RULES", None)
    if not isinstance(rules, tuple) or not all(isinstance(rule, Rule) for rule in rules):
        raise InputError(f"{folder / '__init__.py'}: RULES must be a tuple of rules (mandate_data.validate.rule.Rule)")
    return tuple(_ready(rule, project) for rule in rules)


def _ready(rule: Rule, project: Project) -> Rule:
    """A rule with its check, its place as the project's root is named, and a test whose mistakes are one line."""
    file, _, line = rule.place.rpartition(":")
    place = f"{project.as_named(file) or file}:{line}"
    if mistake := _mistake(rule, project):
        raise InputError(f"{place}: rule {rule.code}: {mistake}")

    def test(rows: Sequence[Row], index: Index) -> list[bool]:
        named = f"rule {rule.code}"
        right: list[bool] = project.run(
            "correct the rule", place, _answers, rule.test, rows, index, what=named, passed_on=ValueError
        )
        if len(right) != len(rows):
            given = "more" if len(right) > len(rows) else str(len(right))
            raise InputError(f"{place}: {named}: {given} answers for {len(rows)} rows; correct the rule")
        return right

    return replace(rule, check=project.checks[rule.code], place=place, test=test)


def _answers(test: RowsTest, rows: Sequence[Row], index: Index) -> list[bool]:
    """What a test says of each row; no more answers than are needed to see that there are too many."""
    given = test(rows, index)
    if not isinstance(given, Iterable) or isinstance(given, str | bytes | Mapping):
        raise MisuseError(f"it gives {kind_of(given)}; it must give True or False for each row")
    return list(islice(given, len(rows) + 1))


def _mistake(rule: Rule, project: Project) -> str:
    """What a rule names that the project does not have; empty if nothing."""
    if not all(isinstance(name, str) for name in (rule.code, rule.table, rule.field)):
        return "its code, table and column must be texts"
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
    too. Raises InputError, with file and line, for any other error in a rule of `rules_of`: that is a mistake in its
    code.
    """
    index = Index(tables)
    return [finding for rule in rules for finding in _broken(rule, tables, contract, index)]


def _broken(rule: Rule, tables: Tables, contract: Package, index: Index) -> Iterator[Finding]:
    try:
        right = rule.test(index.rows(rule.table), index)
    except ValueError as error:
        yield _not_run(rule, f'{type(error).__name__}("{error}")')
        return
    for row, is_right in zip(tables[rule.table], right, strict=True):
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


def _not_run(rule: Rule, why: str) -> Finding:
    """A rule that could not be checked, for example over a day that doesn't exist, is never taken for a kept one."""
    return finding("rule-not-run", table=rule.table, rule=rule.code, reason=why)
