"""Types of the project's code: readers lie in folders whose names are not Python's, so they are checked in a copy."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]


def main() -> int:
    """Run mypy over a copy of `raw/*/reader.py` and `schemas/` as one package; returns its exit code."""
    with tempfile.TemporaryDirectory() as folder:
        package = Path(folder) / "project"
        shutil.copytree(ROOT / "schemas", package / "schemas", ignore=shutil.ignore_patterns("__pycache__"))
        for reader in sorted((ROOT / "raw").glob("*/reader.py")):
            target = package / "raw" / reader.parent.name.replace("-", "_")
            target.mkdir(parents=True)
            (target / "__init__.py").touch()
            shutil.copy(reader, target)
        for part in (package, package / "raw"):
            (part / "__init__.py").touch()
        command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(ROOT / "pyproject.toml")]
        environment = {**os.environ, "MYPYPATH": os.pathsep.join([folder, str(ROOT / "pipeline")])}
        done = subprocess.run([*command, "--package", "project"], cwd=folder, env=environment, check=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
