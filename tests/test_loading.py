"""docs/loading.md: every block runs in the folder of a release, and all of them give the same answer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from conftest import NODE_MODULES, ROOT, Once
from mandate_data.package.read import read_package

VERSION = "2.0.0"
PAGE = (ROOT / "docs" / "loading.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^## ([^\n]+)\n\n```(\w+)\n(.*?)^```$", PAGE, flags=re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="session")
def release(once: Once, dist: Path) -> Path:
    """A release, with its binary forms in `dist/`."""

    def make(root: Path) -> None:
        shutil.copytree(ROOT / "build" / "releases", root / "build" / "releases")
        shutil.copytree(ROOT / "schemas", root / "schemas")
        shutil.copytree(dist, root / "build" / "releases" / VERSION / "dist")

    return once("loading", make) / "build" / "releases" / VERSION


def answer(folder: Path) -> list[str]:
    """The answer from the rows themselves."""
    tables = {name: table.cells for name, table in read_package(folder).tables.items()}
    regions = {row["country_code"]: row["region"] for row in tables["countries"]}
    names = {row["person_id"]: row["name"] for row in tables["people"]}
    holders = {row["visit_id"]: names[row["person_id"]] for row in tables["country_visits"]}
    counted = Counter((regions[row["country_code"]], holders[row["visit_id"]]) for row in tables["visit_countries"])
    return [f"{region},{holder},{count}" for (region, holder), count in sorted(counted.items())]


def test_the_page_shows_blocks_and_a_line_of_the_answer(release: Path) -> None:
    assert len(BLOCKS) == PAGE.count("\n## ") == 11
    assert re.findall(r"^```\n(.+)\n```$", PAGE, flags=re.MULTILINE)[0] in answer(release)


COMMANDS = {
    "python": [sys.executable, "-W", "ignore", "-c"],
    "sh": ["bash", "-c"],
    "js": ["node", "-e"],
    "r": ["Rscript", "--vanilla", "-e"],
}


# Other languages, and what takes long to start.
LONG = {"js", "r", "Croissant", "Datasette"}


@pytest.mark.parametrize(
    ("tool", "language", "code"),
    [pytest.param(*block, id=block[0], marks=[pytest.mark.slow] if {*block[:2]} & LONG else []) for block in BLOCKS],
)
def test_each_tool_gives_the_same_answer(tool: str, language: str, code: str, release: Path) -> None:
    needed = "sqlite3" if tool == "SQLite" else COMMANDS[language][0]
    if shutil.which(needed) is None:
        pytest.skip(f"the program {needed} is not installed")
    if language == "js" and not NODE_MODULES.is_dir():
        pytest.skip("npm, which installs the packages of tests/node, was not there when the environment was made")
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "HOME": str(release), "NODE_PATH": str(NODE_MODULES)}
    command = [*COMMANDS[language], code]
    done = subprocess.run(command, cwd=release, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == answer(release)
