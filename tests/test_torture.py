"""A few tries of each kind that `make torture` makes: nothing hangs, nothing is half there, nothing is believed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from conftest import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["environments", "packages", "YAML", "forgeries"])
def test_a_few_tries_end_as_they_should(kind: str) -> None:
    command = [sys.executable, "-m", "torture", "--kind", kind, "--every", "40"]
    path = os.pathsep.join(str(ROOT / name) for name in ("tests", "pipeline"))
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
