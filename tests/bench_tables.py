"""Measures the validation of small packages and large tables beside other programs, each as a whole process.

The table has ten columns with keys, enums, patterns, ranges, dates and a foreign key, and no fault. Frictionless
reads the same descriptor; pandera, DuckDB and qsv, where they are installed, are given the same rules by
`bench_tables_others.py`, but for the foreign key. Part of `make bench`; asserts nothing.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REGIONS = ["Africa", "Americas", "Asia", "Europe", "Oceania"]
ROWS = (1_000_000, 10_000_000)
SMALL_TABLES, SMALL_ROWS = 20, 100


def field(name: str, kind: str, **constraints: object) -> dict[str, object]:
    return {"name": name, "type": kind, "constraints": constraints}


SCHEMAS = {
    "countries": {"fields": [field("iso3", "string"), field("name", "string")], "primaryKey": ["iso3"]},
    "visits": {
        "fields": [
            field("visit_id", "string", required=True, pattern="v-[0-9]{8}"),
            field("symbol", "string", pattern=r"A/HRC/[0-9]+/[0-9]+(/Add\.[0-9]+)?"),
            field("country", "string", required=True),
            field("region", "string", enum=REGIONS),
            field("status", "string", enum=["done", "planned"]),
            field("year", "year", minimum=1990, maximum=2026),
            field("start_date", "date", minimum="1990-01-01"),
            field("days", "integer", minimum=1, maximum=60),
            field("rate", "number", minimum=0, maximum=1),
            field("remark", "string", maxLength=80),
        ],
        "primaryKey": ["visit_id"],
        "foreignKeys": [{"fields": ["country"], "reference": {"resource": "countries", "fields": ["iso3"]}}],
    },
}


def write_rows(path: Path, rows: int, countries: list[str], chance: random.Random) -> None:
    with path.open("w", encoding="utf-8") as stream:
        stream.write(",".join(str(column["name"]) for column in SCHEMAS["visits"]["fields"]) + "\n")  # type: ignore[index]
        for number in range(rows):
            year = chance.randrange(1990, 2020)
            stream.write(
                f"v-{number:08d},A/HRC/{number % 60}/{number % 100}/Add.{number % 9 + 1},{chance.choice(countries)},"
                f"{REGIONS[number % 5]},{'done' if number % 3 else 'planned'},{year},"
                f"{year}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d},{chance.randrange(1, 30)},"
                f"{chance.random():.3f},{'a remark' if number % 7 else ''}\n"
            )


def write_package(folder: Path, rows: int, tables: int = 1) -> None:
    """A package of countries and tables of visits, `visits.csv`, `visits-2.csv`, …, of so many rows each."""
    chance = random.Random(2026)
    countries = [f"C{number:03d}" for number in range(200)]
    with (folder / "countries.csv").open("w", encoding="utf-8") as stream:
        stream.write("iso3,name\n" + "".join(f"{code},Country {code[1:]}\n" for code in countries))
    names = ["visits", *(f"visits-{number}" for number in range(2, tables + 1))]
    for name in names:
        write_rows(folder / f"{name}.csv", rows, countries, chance)
    schemas = {"countries": SCHEMAS["countries"], **dict.fromkeys(names, SCHEMAS["visits"])}
    resources = [
        {"name": name, "path": f"{name}.csv", "format": "csv", "encoding": "utf-8", "schema": schema}
        for name, schema in schemas.items()
    ]
    (folder / "datapackage.json").write_text(json.dumps({"name": "bench", "resources": resources}), encoding="utf-8")


def measured(command: list[str], runs: int = 1) -> tuple[float, float]:
    """The median wall time in seconds, and the peak memory in MB, of runs of a process that must find no fault."""
    seconds, memory = [], 0.0
    for _ in range(runs):
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0, command
        seconds.append(time.perf_counter() - start)
        memory = max(memory, usage.ru_maxrss / 1024)
    return statistics.median(seconds), memory


def commands(folder: Path) -> dict[str, list[str] | None]:
    """The command of each program that validates the package; None for one that is not installed."""
    others = [sys.executable, str(ROOT / "tests/bench_tables_others.py")]
    qsv = shutil.which("qsv")
    return {
        "mandate-data": [sys.executable, "-m", "mandate_data", "validate", str(folder), "--quiet"],
        "frictionless": [
            str(Path(sys.executable).with_name("frictionless")),
            "validate",
            str(folder / "datapackage.json"),
        ],
        "pandera": [*others, "pandera", str(folder)],
        "duckdb": [*others, "duckdb", str(folder)] if importlib.util.find_spec("duckdb") else None,
        "qsv": [*others, "qsv", str(folder)] if qsv else None,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="*", default=ROWS, help="sizes of the large table")
    sizes = [(SMALL_ROWS, SMALL_TABLES), *((rows, 1) for rows in parser.parse_args().rows)]
    names = list(commands(ROOT))
    print(
        f"\n{'wall time of a process':<24}" + "".join(f"{name:>14}" for name in names) + f"{'times':>8}{'memory':>10}"
    )
    for rows, tables in sizes:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_package(folder, rows, tables)
            ours, memory = measured(commands(folder)["mandate-data"] or [], runs=5)
            line, theirs = [f"{ours:>12.2f} s"], 0.0
            for program, command in list(commands(folder).items())[1:]:
                seconds = measured(command)[0] if command else None
                theirs = seconds or theirs if program == "frictionless" else theirs
                line.append(f"{seconds:>12.2f} s" if seconds is not None else f"{'not here':>14}")
        what = f"{rows:,} rows" if tables == 1 else f"{tables} tables of {rows} rows"
        print(f"{what:<24}" + "".join(line) + f"{theirs / ours:>8.1f}{memory:>7.0f} MB", flush=True)


if __name__ == "__main__":
    main()
