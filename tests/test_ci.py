"""The workflows and the pre-commit hooks that we offer: their commands run here, on good and on bad input."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from calling import call
from conftest import ROOT, ProjectCopy

HANDBOOK = "raw/handbook-2016/document.md"
OURS = ROOT / ".github" / "workflows" / "validate.yml"
DATA = ROOT / "docs" / "ci" / "data-repository.yml"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def steps(workflow: Path) -> list[dict[str, Any]]:
    content = yaml.safe_load(workflow.read_text(encoding="utf-8"))
    assert content[True]  # `on`, which YAML reads as a boolean
    (job,) = content["jobs"].values()
    return list(job["steps"])


def run(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of ours as the workflow has it, with the program from this checkout."""
    words = shlex.split(command)
    assert words[0] == "mandate-data"
    return call(*words[1:], folder=folder, environment=environment)


def recipe(target: str) -> str:
    """What a target of the Makefile calls, with the installed program's name."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    found = re.search(rf"^{target}:.*\n(?:\t@.*\n)?\t\$\(RUN\) ([^>\n]*)", text, flags=re.MULTILINE)
    assert found, target
    return f"mandate-data {found[1]}"


def test_our_workflow_calls_targets_that_exist() -> None:
    commands = [line for step in steps(OURS) for line in step.get("run", "").splitlines()]
    assert commands == ["make annotate", "make sarif", "make check", "make test"]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert all(re.search(rf"^{command.split()[1]}:", makefile, flags=re.MULTILINE) for command in commands)


@pytest.mark.slow
def test_a_wrong_year_in_a_source_is_annotated_on_its_line(project: ProjectCopy, tmp_path: Path) -> None:
    page = tmp_path / "summary.md"
    good = run(recipe("annotate"), project.root, GITHUB_STEP_SUMMARY=str(page))
    assert good.returncode == 0
    assert "::error" not in good.stdout
    line = project.edit(HANDBOOK, "Mission to Georgia (11-18 April 2016)", "Mission to Georgia (11-18 April 2006)")
    bad = run(recipe("annotate"), project.root, GITHUB_STEP_SUMMARY=str(page))
    assert bad.returncode == 1
    errors = [text for text in bad.stdout.splitlines() if text.startswith("::error")]
    assert any(text.startswith(f"::error file={HANDBOOK},line={line},") for text in errors), errors
    assert f"| error | `{HANDBOOK}:{line}` |" in page.read_text(encoding="utf-8")
    sarif = run(recipe("sarif"), project.root)
    assert (sarif.returncode, f'"uri": "{HANDBOOK}"' in sarif.stdout) == (1, True)


def test_the_workflow_for_data_turns_red_on_an_edited_cell(package: Path, tmp_path: Path) -> None:
    command = steps(DATA)[-1]["run"]
    copy = tmp_path / "package"
    subprocess.run(["cp", "-r", str(package), str(copy)], check=True)
    assert run(command, tmp_path).returncode == 0
    file = copy / "data" / "country_visits.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("2016-04-11", "2016-04-12"), encoding="utf-8")
    done = run(command, tmp_path)
    assert done.returncode == 1
    assert "::error file=package/data/country_visits.csv,title=contract-hash-count::" in done.stdout


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_is_complete(hook: dict[str, Any]) -> None:
    assert {"id", "name", "description", "entry", "language", "files", "pass_filenames"} == set(hook)
    assert hook["language"] == "python"


@pytest.mark.slow
def test_the_hooks_stop_a_commit_with_a_wrong_date(project: ProjectCopy) -> None:
    build, validate = (hook["entry"] for hook in HOOKS)
    assert re.search(HOOKS[0]["files"], HANDBOOK)
    assert re.search(HOOKS[1]["files"], "data/events.csv")
    assert (run(build, project.root).returncode, run(validate, project.root).returncode) == (0, 0)
    project.edit(HANDBOOK, "(19-26 October 2015)", "(29-26 October 2015)")
    assert run(build, project.root).returncode == 1


@pytest.mark.parametrize(
    ("path", "is_checked"),
    [
        ("path/to/package/t.csv", True),
        ("datapackage.json", True),
        ("t.csv.gz", True),
        ("t.parquet", True),
        ("README.md", False),
        ("src/code.py", False),
    ],
)
def test_a_hook_runs_where_a_file_of_anybodys_package_has_changed(path: str, is_checked: bool) -> None:
    assert (re.search(HOOKS[1]["files"], path) is not None) == is_checked


ACTION = ROOT / "action.yml"


def test_the_action_annotates_a_package_of_somebody_else(tmp_path: Path) -> None:
    package = tmp_path / "data"
    package.mkdir()
    schema = {"fields": [{"name": "year", "type": "integer"}]}
    resource = {"name": "years", "path": "years.csv", "schema": schema}
    descriptor = {"name": "made-up", "resources": [resource]}
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    content = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    assert content["runs"]["using"] == "composite"
    assert "[large,typed]" in content["runs"]["steps"][1]["run"]
    step = content["runs"]["steps"][-1]
    assert step["env"] == {"PACKAGE": "${{ inputs.package }}", "OPTIONS": "${{ inputs.options }}"}

    program = tmp_path / "bin" / "mandate-data"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m mandate_data "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    found = {**os.environ, "PATH": f"{program.parent}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT / "pipeline")}

    def validated(options: str) -> subprocess.CompletedProcess[str]:
        environment = {**found, "PACKAGE": "data", "OPTIONS": options}
        command = ["bash", "-eo", "pipefail", "-c", step["run"]]
        return subprocess.run(command, check=False, capture_output=True, text=True, cwd=tmp_path, env=environment)

    (package / "years.csv").write_text("year\n1999\n", encoding="utf-8")
    assert validated("").returncode == 0
    (package / "years.csv").write_text("year\n19x9\n", encoding="utf-8")
    bad = validated("--allow-unread")
    assert bad.returncode != 0
    assert "::error file=data/years.csv,line=2," in bad.stdout
    assert validated("--ignore contract-type-error").returncode == 0
    (tmp_path / "a copy.json").write_text(json.dumps({"fields": [{"name": "year"}]}), encoding="utf-8")
    assert validated('--schema "years=a copy.json"').returncode == 0


def test_what_fails_is_a_choice_and_a_baseline_lets_old_findings_pass(tmp_path: Path) -> None:
    schema = {"fields": [{"name": "Year", "type": "integer"}]}
    resource = {"name": "years", "path": "years.csv", "schema": schema}
    descriptor = {"name": "made-up", "resources": [resource]}
    (tmp_path / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    (tmp_path / "years.csv").write_text("year\n19x9\n", encoding="utf-8")

    def code(*options: str) -> int:
        return call("validate", ".", *options, folder=tmp_path).returncode

    assert code() == 1
    assert code("--headers", "any-case", "--ignore", "contract-type-error") == 0
    assert code("--ignore", "contract") == 0
    assert code("--ignore", "contract", "--fail-on", "note") == 1
    assert code("--ignore", "no-such-code") == 2
    assert code("--fail-on", "sometimes") == 2
    assert code("--format", "json", "--output", "old.json") == 1
    assert code("--baseline", "old.json") == 0
    (tmp_path / "years.csv").write_text("year\n2000\n19x9\n20x0\n", encoding="utf-8")
    assert code("--baseline", "old.json") == 1
    (tmp_path / "mandate-data.toml").write_text('[validate]\nignore = ["contract"]\n', encoding="utf-8")
    assert code() == 0
    (tmp_path / "mandate-data.toml").write_text("[validate]\nignored = 1\n", encoding="utf-8")
    assert code() == 2
