"""A limit of address space that leaves no room for polars: read without it, or one line, but no end without a word."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from foreign_packages import Described, field

NEEDED = "polars needs an address space of 4 GiB, and a limit allows less; raise it with ulimit -v and ulimit -d"


def limited(option: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a process with 2 GB of address space."""
    command = f'ulimit -S {option} 2000000; exec "$@"'
    program = ["bash", "-c", command, "bash", sys.executable, "-m", "mandate_data", *arguments]
    return subprocess.run(program, check=False, capture_output=True, text=True, cwd=ROOT)


@pytest.mark.parametrize("option", ["-v", "-d"])
def test_a_large_table_is_read_without_polars(option: str, tmp_path: Path) -> None:
    rows = "".join(f"{number},{'x' * 90}\n" for number in range(8_000))
    Described(tmp_path).write({"t": (f"a,b\n{rows}y,\n", {"fields": [field("a", "integer"), field("b")]})})
    done = limited(option, "validate", str(tmp_path), "--format", "json")
    found = {item["code"]: item for item in json.loads(done.stdout)["findings"]}
    assert (done.returncode, found["contract-type-error"]["line"]) == (1, 8_002)
    assert found["file-slow"]["message"] == (
        "t is large and was read row by row, which takes longer: a limit leaves no room for polars"
    )


@pytest.mark.parametrize("arguments", [("dist",), ("corpus", "docs", "--out", "somewhere")])
def test_what_can_not_do_without_polars_is_refused(arguments: tuple[str, ...]) -> None:
    done = limited("-v", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {NEEDED}\n")
