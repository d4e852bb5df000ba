"""R's package frictionless reads a release and writes a copy that is whole, where R is installed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

CODE = """
library(frictionless)
package <- read_package("datapackage.json")
for (resource in package$resources) {
  if (!is.null(resource$schema)) cat(resource$name, nrow(read_resource(package, resource$name)), "\\n")
}
write_package(package, "copy")
"""


@pytest.mark.slow
def test_r_reads_and_writes_a_release(package: Path, tmp_path: Path) -> None:
    if shutil.which("Rscript") is None:
        pytest.skip("the program Rscript is not installed")
    has = subprocess.run(["Rscript", "-e", "library(frictionless)"], capture_output=True, check=False)
    if has.returncode:
        pytest.skip("the R package frictionless is not installed")
    folder = tmp_path / "release"
    shutil.copytree(package, folder)
    done = subprocess.run(["Rscript", "--vanilla", "-e", CODE], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    counted = dict(line.split() for line in done.stdout.splitlines())
    described = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    for resource in described:
        if resource["name"] in counted:
            rows = (package / resource["path"]).read_bytes().count(b"\n") - 1
            assert int(counted[resource["name"]]) <= rows
            assert (folder / "copy" / resource["path"]).read_bytes() == (package / resource["path"]).read_bytes()
