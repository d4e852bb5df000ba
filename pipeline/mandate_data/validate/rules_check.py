"""The project's rules, run over the tables as Pandera checks; failures are findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import pandera.errors
import pandera.pandas as pa
from pandera.config import ValidationDepth, config_context

from mandate_data.errors import InputError
from mandate_data.findings import Finding, finding
from mandate_data.findings.registry import checks, fill
from mandate_data.package.table_schemas import PackageContract, Row, Tables, text_of
from mandate_data.project import Project
from mandate_data.validate.rule import Frames, Rule


def rules_of(project: Project) -> tuple[Rule, ...]:
    """The rules of `schemas/rules/`, which a project may lack, each with its check.

    Raises InputError for code that can't be run, and for a rule whose code is no check.
    """
    folder = project.schemas / "rules"
    rules: tuple[Rule, ...] = project.code(folder).RULES if folder.is_dir() else ()
    for rule in rules:
        if rule.code not in project.checks:
            raise InputError(f"{folder}: the rule {rule.code} has no texts; list it in {project.schemas}/checks.yaml")
    return tuple(replace(rule, check=project.checks[rule.code]) for rule in rules)


def check_rules(tables: Tables, contract: PackageContract, rules: Sequence[Rule]) -> list[Finding]:
    """A finding for each row that breaks a rule, without lines: `locate` adds them.

    Expects tables that keep the contract (columns and types).
    """
    frames = {
        name: pd.DataFrame(tables[name], columns=list(table.columns), dtype=object)
        for name, table in contract.tables.items()
    }
    findings = []
    named = {(rule.table, rule.name): rule for rule in rules}
    for name, schema in _pandera_schemas(frames, rules).items():
        try:
            # Whatever the environment says: PANDERA_VALIDATION_ENABLED=False would let everything pass.
            with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
                schema.validate(frames[name], lazy=True)
        except pandera.errors.SchemaErrors as errors:
            findings += [_not_run(named[name, check], why) for check, why in _broken(errors.failure_cases)]
            for index, check in sorted(_failures(errors.failure_cases)):
                rule = named[name, check]
                findings.append(_broken_rule(rule, tables[name][index], contract))
    return findings


def _pandera_schemas(frames: Frames, rules: Sequence[Rule]) -> dict[str, pa.DataFrameSchema]:
    """One Pandera schema per table, with one check per rule; rules may look at all the frames."""
    return {table: pa.DataFrameSchema(name=table, checks=_checks(table, frames, rules)) for table in frames}


def _checks(table: str, frames: Frames, rules: Sequence[Rule]) -> list[pa.Check]:
    return [
        pa.Check(lambda frame, rule=rule: rule.holds(frame, frames), name=rule.name, error=rule.name)
        for rule in rules
        if rule.table == table
    ]


def _failures(cases: pd.DataFrame) -> set[tuple[int, str]]:
    """(row, check) pairs: Pandera lists a failing row once for each of its cells."""
    failed = cases[cases["index"].notna()]
    return {(int(index), str(check)) for index, check in zip(failed["index"], failed["check"], strict=True)}


def _broken(cases: pd.DataFrame) -> list[tuple[str, str]]:
    """(check, why) of each check that ended in an exception."""
    broken = cases[cases["index"].isna()]
    return sorted({(str(check), str(why)) for check, why in zip(broken["check"], broken["failure_case"], strict=True)})


def _broken_rule(rule: Rule, row: Row, contract: PackageContract) -> Finding:
    template = (rule.check or checks()[rule.code]).templates[""]
    values: dict[str, Any] = {column: text_of(row[column]) for column in template.names}
    key = contract.tables[rule.table].key_of(row)
    return fill(
        template, rule.code, table=rule.table, row_key=key, field=rule.field, value=text_of(row[rule.field]), **values
    )


def _not_run(rule: Rule, why: str) -> Finding:
    """A rule that could not be checked, for example over a day that doesn't exist, is never taken for a kept one."""
    return finding("rule-not-run", table=rule.table, rule=rule.code, reason=why)
