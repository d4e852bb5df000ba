"""What differs from machine to machine costs no test: warnings of libraries, and programs that are not there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT

OLD = "import warnings\nwarnings.warn('this is old', DeprecationWarning)"


@pytest.mark.parametrize(
    "module",
    [
        "mandate_data.build",
        "mandate_data_project_0.raw.reader",
        "schemas.rules",
        "conftest",
        "test_cli",
        "website.test_pages",
    ],
)
def test_a_warning_of_our_own_is_an_error(module: str) -> None:
    with pytest.raises(DeprecationWarning, match="this is old"):
        exec(OLD, {"__name__": module})


@pytest.mark.parametrize("module", ["weasyprint.text.ffi", "frictionless", "polars.testing"])
def test_a_warning_of_a_library_is_none(module: str) -> None:
    exec(OLD, {"__name__": module})
    exec(OLD.replace("DeprecationWarning", "UserWarning"), {"__name__": module})


def test_without_npm_the_environment_is_made_all_the_same(tmp_path: Path) -> None:
    """The recipe alone: what it depends on is given as made."""
    venv = tmp_path / "venv"
    command = ["make", "-o", f"{venv}/requirements.txt", f"VENV={venv}", f"{venv}/node/package-lock.json"]
    for program in ("mkdir", "cp", "sh"):
        (tmp_path / program).symlink_to(Path("/bin") / program)
    make = next(path for folder in os.get_exec_path() if (path := Path(folder) / "make").exists())
    done = subprocess.run(
        [str(make), *command[1:]], cwd=ROOT, env={"PATH": str(tmp_path)}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("npm is not installed: what needs its packages is not tested\n")
    assert sorted(path.name for path in (venv / "node").iterdir()) == ["package-lock.json", "package.json"]
