"""Meaning: the Pandera schemas of `schemas/meaning/` run over the tables, failures as findings."""

from __future__ import annotations

import pandas as pd
import pandera.errors

from pipeline.findings import Finding
from pipeline.tables import PackageContract, Tables, text_of
from schemas.meaning import RULES, pandera_schemas


def check_meaning(tables: Tables, contract: PackageContract) -> list[Finding]:
    """A finding for each row that breaks a rule, without lines: `locate` adds them.

    Expects tables that keep the contract (columns and types).
    """
    frames = {
        name: pd.DataFrame(tables[name], columns=list(table.columns), dtype=object)
        for name, table in contract.tables.items()
    }
    findings = []
    rules = {(rule.table, rule.name): rule for rule in RULES}
    for name, schema in pandera_schemas(frames).items():
        try:
            schema.validate(frames[name], lazy=True)
        except pandera.errors.SchemaErrors as errors:
            for index, check in sorted(_failures(errors.failure_cases)):
                rule = rules[name, check]
                row = tables[name][index]
                findings.append(
                    Finding(
                        code=rule.code,
                        severity="error",
                        table=name,
                        row_key=contract.tables[name].key_of(row),
                        field=rule.field,
                        value=text_of(row[rule.field]),
                        message=rule.says.format_map({column: text_of(value) for column, value in row.items()}),
                        hint=rule.hint,
                    )
                )
    return findings


def _failures(cases: pd.DataFrame) -> set[tuple[int, str]]:
    """(row, check) pairs: Pandera lists a failing row once for each of its cells.

    Raises RuntimeError where a check itself broke, so that a broken check is never taken for a passed one.
    """
    broken = cases[cases["index"].isna()]
    if len(broken):
        raise RuntimeError(f"a check could not run: {broken.iloc[0]['check']}: {broken.iloc[0]['failure_case']}")
    return {(int(index), str(check)) for index, check in zip(cases["index"], cases["check"], strict=True)}
