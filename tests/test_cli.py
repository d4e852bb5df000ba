"""The command line: exit codes, one clear line for a mistake, nothing lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from calling import call
from conftest import ROOT, ProjectCopy
from mandate_data.package.table_schemas import load_contract

HANDBOOK = "raw/handbook-2016/document.md"


def start(project: ProjectCopy, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program as a user starts it."""
    return subprocess.run(
        [sys.executable, "-m", "mandate_data", *arguments],
        cwd=project.root,
        env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline"), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def run(project: ProjectCopy, *arguments: str) -> subprocess.CompletedProcess[str]:
    return call(*arguments, folder=project.root)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_a_good_build_says_what_it_wrote_and_nothing_on_standard_output(project: ProjectCopy) -> None:
    done = start(project, "build")
    assert (done.returncode, done.stdout) == (0, "")
    first, *_, last = done.stderr.splitlines()
    assert first.startswith(f"build/package: {len(load_contract(ROOT / 'schemas'))} tables, ")
    assert last == "next: mandate-data validate build/package; mandate-data site shows a release as a website"
    checked = run(project, "validate", "--format", "json")
    assert checked.returncode == 0
    assert json.loads(checked.stdout)["counts"]["error"] == 0


@pytest.mark.slow
def test_a_bad_source_leaves_the_last_good_package_and_reports_the_candidate(project: ProjectCopy) -> None:
    assert run(project, "build", "--quiet").stderr == ""
    before = contents(project.root / "build/package")
    line = project.edit(HANDBOOK, "(19-26 October 2015)", "(29-26 October 2015)")
    done = run(project, "build", "--quiet")
    assert done.returncode == 1
    assert done.stderr.startswith(
        f"{HANDBOOK}:{line}: error: the visit ends (2015-10-26) before it starts (2015-10-29)"
    )
    assert contents(project.root / "build/package") == before
    report = json.loads((project.root / "build/package.rejected/findings.json").read_text(encoding="utf-8"))
    assert report["counts"]["error"] == 1


def in_file(content: bytes | None) -> object:
    def change(project: ProjectCopy) -> None:
        file = project.root / HANDBOOK
        file.unlink()
        if content is not None:
            file.write_bytes(content)

    return change


def without_a_section(project: ProjectCopy) -> None:
    project.edit(HANDBOOK, "# PART 4\n", "")


UNUSABLE = {
    "missing": (in_file(None), f"{HANDBOOK}: no such file for source handbook-2016; check the path"),
    "empty": (in_file(b" \n"), f"{HANDBOOK}: the file is empty; restore it from version control or download it again"),
    "binary": (
        in_file(b"%PDF\n\0\1"),
        f"{HANDBOOK}:2: not a text file: it holds binary data in line 2; give its text",
    ),
    "encoding": (
        in_file("# PR\u00c9FACE\n".encode("cp1252")),
        f"{HANDBOOK}:1: not UTF-8 (byte 0xc9 at offset 4); save the file as UTF-8 and try again",
    ),
    "section": (without_a_section, f"{HANDBOOK}: no section 'part-4/A'"),
}


@pytest.mark.parametrize("case", UNUSABLE)
def test_an_unusable_document_is_one_line_and_exit_code_2(case: str, project: ProjectCopy) -> None:
    change, message = UNUSABLE[case]
    assert callable(change)
    change(project)
    done = run(project, "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"mandate-data: {message}")
    assert done.stderr.count("\n") == 1
    assert not (project.root / "build").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "--source", "nowhere=a.md"], "unknown source 'nowhere'; known sources: handbook-2016, leiden-2015"),
        (["build", "--source", "a.md"], "--source 'a.md': expected ID=FILE, for example handbook-2016=handbook.md"),
        (["build", "--sources", "nowhere"], "nowhere/handbook-2016.md: no such file for source handbook-2016"),
        (["build", "--colour"], "No such option '--colour'"),
        (["bild"], "No such command 'bild'. Did you mean 'build'? See mandate-data --help"),
        (["validate", "nowhere"], "nowhere: no such folder; name the folder of a data package, or build one first"),
        (["validate", "--format", "xml"], "--format 'xml': unknown; known formats: text, json"),
        (["validate", "raw"], "raw/datapackage.json: no such file"),
    ],
)
def test_a_mistake_in_the_call_is_one_line_and_exit_code_2(
    arguments: list[str], message: str, project: ProjectCopy
) -> None:
    done = run(project, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"mandate-data: {message}")
    assert done.stderr.count("\n") == 1


def test_a_folder_that_is_not_ours_is_never_replaced(project: ProjectCopy) -> None:
    foreign = project.root / "precious"
    foreign.mkdir()
    (foreign / "letter.txt").write_text("keep me", encoding="utf-8")
    done = run(project, "build", "--out", "precious")
    assert done.returncode == 2
    assert contents(foreign) == {"letter.txt": b"keep me"}


@pytest.mark.parametrize("command", ["build", "validate"])
def test_the_help_of_every_command_shows_an_example(command: str, project: ProjectCopy) -> None:
    done = run(project, command, "--help")
    assert done.returncode == 0
    assert f"Example: mandate-data {command}" in " ".join(done.stdout.split())


@pytest.mark.slow
def test_the_same_inputs_give_the_same_bytes_wherever_they_are_built(project: ProjectCopy) -> None:
    first = start(project, "build", "-q", "--out", "one/package", TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    other = str(project.root / "deep/er/two")
    second = start(project, "build", "-q", "--out", other, TZ="America/Lima", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert (first.returncode, second.returncode) == (0, 0)
    assert contents(project.root / "one/package") == contents(project.root / "deep/er/two")


def test_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "mandate_data", "checks"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    line = "mandate-data: standard output: No space left on device; mend that and run the command again\n"
    assert (done.returncode, done.stderr) == (2, line)
