"""Validates the tables of `bench_tables.py` with another library, given the same rules: PROGRAM FOLDER.

Each exits with an error where a rule is broken, as a bench of a program that checks nothing would say nothing.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

DTYPES = {"integer": "Int64", "year": "Int64", "number": "Float64", "date": "datetime64[ns]"}


def tables(folder: Path) -> list[tuple[Path, dict[str, Any]]]:
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    return [(folder / resource["path"], resource["schema"]) for resource in resources]


def by_pandera(path: Path, schema: dict[str, Any]) -> None:
    import pandas
    import pandera.pandas as pandera

    columns, dtypes = {}, {}
    for field in schema["fields"]:
        rules = field.get("constraints", {})
        checks = []
        if "pattern" in rules:
            checks.append(pandera.Check.str_matches(f"(?:{rules['pattern']})$"))
        if "enum" in rules:
            checks.append(pandera.Check.isin(rules["enum"]))
        if "maxLength" in rules:
            checks.append(pandera.Check.str_length(max_value=rules["maxLength"]))
        of_dates = field["type"] == "date"
        for name, check in (("minimum", pandera.Check.ge), ("maximum", pandera.Check.le)):
            if name in rules:
                checks.append(check(pandas.Timestamp(rules[name]) if of_dates else rules[name]))
        dtype = {"integer": "Int64", "year": "Int64", "number": "Float64", "date": "datetime64[ns]"}.get(
            field["type"], "string"
        )
        dtypes[field["name"]] = dtype
        columns[field["name"]] = pandera.Column(
            dtype, checks, nullable=not rules.get("required"), unique=[field["name"]] == schema.get("primaryKey")
        )
    dates = [name for name, dtype in dtypes.items() if dtype == "datetime64[ns]"]
    read = {name: dtype for name, dtype in dtypes.items() if name not in dates}
    frame = pandas.read_csv(path, dtype=read, parse_dates=dates, date_format="%Y-%m-%d")
    pandera.DataFrameSchema(columns, strict=True, ordered=True).validate(frame.astype(dtypes), lazy=True)


def by_duckdb(path: Path, schema: dict[str, Any]) -> None:
    import duckdb

    kinds = {"integer": "BIGINT", "year": "BIGINT", "number": "DOUBLE", "date": "DATE"}
    rules = []
    for field in schema["fields"]:
        name, constraints = f'"{field["name"]}"', field.get("constraints", {})
        rules += [f"{name} IS NOT NULL"] if constraints.get("required") else []
        if "pattern" in constraints:
            rules.append(f"regexp_full_match({name}, '{constraints['pattern']}')")
        if "enum" in constraints:
            rules.append(f"{name} IN ({', '.join(repr(value) for value in constraints['enum'])})")
        if "maxLength" in constraints:
            rules.append(f"length({name}) <= {constraints['maxLength']}")
        rules += [f"{name} >= {constraints['minimum']!r}"] if "minimum" in constraints else []
        rules += [f"{name} <= {constraints['maximum']!r}"] if "maximum" in constraints else []
    columns = {field["name"]: kinds.get(field["type"], "VARCHAR") for field in schema["fields"]}
    broken = " OR ".join(f"NOT coalesce({rule}, true)" for rule in rules if "IS NOT NULL" not in rule)
    missing = " OR ".join(f"NOT ({rule})" for rule in rules if "IS NOT NULL" in rule)
    key = f'"{schema["primaryKey"][0]}"'
    found = duckdb.sql(
        f"SELECT count(*) FILTER ({broken or 'false'}), count(*) FILTER ({missing or 'false'}), "
        f"count(*) - count(DISTINCT {key}) FROM read_csv('{path}', header=true, columns={columns})"
    ).fetchall()
    if found != [(0, 0, 0)]:
        raise SystemExit(f"{path}: {found}")


def by_qsv(path: Path, schema: dict[str, Any]) -> None:
    kinds = {"integer": "integer", "year": "integer", "number": "number"}
    properties = {}
    for field in schema["fields"]:
        constraints = field.get("constraints", {})
        rules = {name: constraints[name] for name in ("enum", "maxLength") if name in constraints}
        if "pattern" in constraints:
            rules["pattern"] = f"^(?:{constraints['pattern']})$"
        if field["type"] in kinds:
            rules |= {name: constraints[name] for name in ("minimum", "maximum") if name in constraints}
        if field["type"] == "date":
            rules["format"] = "date"
        kind = kinds.get(field["type"], "string")
        properties[field["name"]] = {"type": kind if constraints.get("required") else [kind, "null"], **rules}
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "schema.json"
        described.write_text(json.dumps({"type": "object", "properties": properties}), encoding="utf-8")
        subprocess.run(["qsv", "validate", str(path), str(described)], check=True)


PROGRAMS = {"pandera": by_pandera, "duckdb": by_duckdb, "qsv": by_qsv}

if __name__ == "__main__":
    for table in tables(Path(sys.argv[2])):
        PROGRAMS[sys.argv[1]](*table)
