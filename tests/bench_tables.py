"""Measures the validation of large tables beside `frictionless validate`, each as a whole process: `make bench`.

The table has ten columns with keys, enums, patterns, ranges, dates and a foreign key, and no fault. Asserts nothing.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
REGIONS = ["Africa", "Americas", "Asia", "Europe", "Oceania"]
ROWS = (1_000_000, 10_000_000)


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


def write_package(folder: Path, rows: int) -> None:
    chance = random.Random(2026)
    countries = [f"C{number:03d}" for number in range(200)]
    with (folder / "countries.csv").open("w", encoding="utf-8") as stream:
        stream.write("iso3,name\n" + "".join(f"{code},Country {code[1:]}\n" for code in countries))
    with (folder / "visits.csv").open("w", encoding="utf-8") as stream:
        stream.write(",".join(str(column["name"]) for column in SCHEMAS["visits"]["fields"]) + "\n")  # type: ignore[index]
        for number in range(rows):
            year = chance.randrange(1990, 2020)
            stream.write(
                f"v-{number:08d},A/HRC/{number % 60}/{number % 100}/Add.{number % 9 + 1},{chance.choice(countries)},"
                f"{REGIONS[number % 5]},{'done' if number % 3 else 'planned'},{year},"
                f"{year}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d},{chance.randrange(1, 30)},"
                f"{chance.random():.3f},{'a remark' if number % 7 else ''}\n"
            )
    resources = [
        {"name": name, "path": f"{name}.csv", "format": "csv", "encoding": "utf-8", "schema": schema}
        for name, schema in SCHEMAS.items()
    ]
    (folder / "datapackage.json").write_text(json.dumps({"name": "large", "resources": resources}), encoding="utf-8")


def measured(command: list[str]) -> tuple[float, float]:
    """Wall time in seconds and peak memory in MB of a process that must find no fault."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    frictionless = str(Path(sys.executable).with_name("frictionless"))
    print(f"\n{'validating a table':<22}{'frictionless':>14}{'mandate-data':>14}{'times':>8}{'memory':>10}")
    for rows in ROWS:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_package(folder, rows)
            ours = [measured([sys.executable, "-m", "mandate_data", "validate", name, "--quiet"]) for _ in range(5)]
            seconds = sorted(second for second, _ in ours)[2]
            theirs, _ = measured([frictionless, "validate", str(folder / "datapackage.json")])
        print(
            f"{f'{rows:,} rows':<22}{theirs:>12.1f} s{seconds:>12.2f} s{theirs / seconds:>8.1f}"
            f"{max(memory for _, memory in ours):>7.0f} MB",
            flush=True,
        )


if __name__ == "__main__":
    main()
