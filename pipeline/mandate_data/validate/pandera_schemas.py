"""A Pandera schema for each table: typed columns and checks from its Table Schema, joined by the project's rules.

schema = pandera_schema(contract.tables["visits"])
schema.validate(frame_of(rows, contract.tables["visits"]), lazy=True)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import pandera.errors
import pandera.pandas as pa
from pandera.config import ValidationDepth, config_context

from mandate_data.findings import Finding, finding
from mandate_data.package.tables import Package, Row, Table, Tables, text_of
from mandate_data.read_only import read_only_rows
from mandate_data.validate.rule import Index, Rule
from mandate_data.validate.rules_check import finding_of_row

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}


def pandera_schema(table: Table, rules: Sequence[Rule] = (), index: Index | None = None) -> pa.DataFrameSchema:
    """The schema of a table: every column with its dtype and constraints, the primary key, and a check for each rule.

    The rules are those of the table; they look at other tables in the `index`. Raises KeyError for a type of field
    that the data model does not use.
    """
    return pa.DataFrameSchema(
        {field["name"]: _column(field) for field in table.schema["fields"]},
        checks=[_rule_check(rule, index or Index({})) for rule in rules],
        strict=True,
        ordered=True,
        unique=list(table.primary_key),
        name=table.name,
    )


def frame_of(rows: Sequence[Row], table: Table) -> pd.DataFrame:
    """Rows as a frame with the dtypes of the schema: shape (rows, columns), empty cells as `<NA>`."""
    return pd.DataFrame(
        {column: pd.Series([row[column] for row in rows], dtype=DTYPES[kind]) for column, kind in table.types.items()}
    )


def _column(field: Mapping[str, Any]) -> pa.Column:
    constraints = field.get("constraints", {})
    checks = {
        "enum": lambda limit: pa.Check.isin(limit),
        "pattern": lambda limit: pa.Check.str_matches(f"^(?:{limit})$"),  # it would look at the beginning only
        "minimum": lambda limit: pa.Check.ge(limit),
        "maximum": lambda limit: pa.Check.le(limit),
        "minLength": lambda limit: pa.Check.str_length(min_value=limit),
        "maxLength": lambda limit: pa.Check.str_length(max_value=limit),
    }
    return pa.Column(
        DTYPES[field["type"]],
        checks=[checks[name](limit) for name, limit in constraints.items() if name not in ("required", "unique")],
        nullable=not constraints.get("required", False),
        unique=constraints.get("unique", False),
    )


def _rule_check(rule: Rule, index: Index) -> pa.Check:
    def check(frame: pd.DataFrame) -> pd.Series[bool]:
        right = rule.test(read_only_rows(rows_of(frame)), index)
        return pd.Series(list(right), index=frame.index, dtype=bool)

    return pa.Check(check, name=rule.name, error=rule.name)


def rows_of(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame by column, with None for empty cells, as rules expect them."""
    columns = {str(name): frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in frame}
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def check_by_pandera(tables: Tables, contract: Package, rules: Sequence[Rule]) -> list[Finding]:
    """What the Pandera schemas of all tables find: broken rules, and cells that break the contract.

    Call `check_rules` first: rules that could not be checked are reported there only.
    """
    index = Index(tables)
    findings: list[Finding] = []
    for name, table in contract.tables.items():
        of_table = {rule.name: rule for rule in rules if rule.table == name}
        frame = frame_of(tables[name], table)
        try:
            # Whatever the environment says: PANDERA_VALIDATION_ENABLED=False would let everything pass.
            with config_context(validation_enabled=True, validation_depth=ValidationDepth.SCHEMA_AND_DATA):
                pandera_schema(table, list(of_table.values()), index).validate(frame, lazy=True)
        except pandera.errors.SchemaErrors as errors:
            findings += _findings(errors.failure_cases, of_table, tables[name], table)
    return findings


def _findings(cases: pd.DataFrame, rules: Mapping[str, Rule], rows: Sequence[Row], table: Table) -> Iterator[Finding]:
    """A finding for each failure case; Pandera lists a row that breaks a rule once for each of its cells.

    A check that ended in an error has no row: `check_rules` tells of it.
    """
    for case in cases[cases["index"].notna()].to_dict("records"):
        row, check = rows[int(case["index"])], str(case["check"])
        if check in rules:
            yield finding_of_row(rules[check], row, table)
            continue
        field = str(case["column"])
        yield finding(
            "contract-constraint-error",
            table=table.name,
            row_key=table.key_of(row),
            field=field if field in table.columns else "",
            value=text_of(row[field]) if field in table.columns else "",
            said=f"Pandera: {field} does not keep {check}",
        )
