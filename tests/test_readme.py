"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from calling import call
from conftest import ROOT, ProjectCopy
from mandate_data.cli import COMMANDS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, containing: str) -> str:
    """The README's code block of a language that contains some words."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
    found = [text for kind, text in fences if kind == language and containing in text]
    assert len(found) == 1, f"{len(found)} blocks contain {containing!r}"
    return found[0]


def test_the_pandas_example_runs_as_printed(
    package: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (package.parent / "build").mkdir(exist_ok=True)
    link = package.parent / "build" / "package"
    if not link.exists():
        link.symlink_to(package)
    monkeypatch.chdir(package.parent)
    names: dict[str, object] = {}
    exec(block("python", "md.load"), names)
    visits = names["visits"]
    assert isinstance(visits, pd.DataFrame)
    assert str(visits["visit_id"].iloc[0]) in capsys.readouterr().out


def test_the_trace_example_shows_what_the_command_prints(package: Path) -> None:
    command = block("sh", "mandate-data trace").split()[1:]
    run = call(*command, "--package", str(package), folder=ROOT)
    assert run.stdout == block("", "2016-geo\n\nstart_date")


def test_the_example_of_a_finding_is_what_the_command_prints(project: ProjectCopy) -> None:
    project.edit("raw/handbook-2016/document.md", "(19-26 October 2015)", "(29-26 October 2015)")
    run = call("build", "--root", ".", "--quiet", folder=project.root)
    assert run.returncode == 1
    assert run.stderr == block("", "[visit-order]") + "1 error\n"


def test_the_citations_example_prints_what_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    code = block("python", "from mandate_data.citations")
    assert len([line for line in code.splitlines() if line]) <= 10
    exec(code, {})
    assert capsys.readouterr().out == block("", "A/HRC/19/63/Add.1")


def test_every_command_is_in_the_readme() -> None:
    listed = set(re.findall(r"^\| `([\w-]+)` \|", README, flags=re.MULTILINE))
    assert listed == set(COMMANDS)


def test_every_make_target_of_the_readme_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make (\w+)`", README):
        assert re.search(rf"^{target}:.*## ", makefile, flags=re.MULTILINE), target


def test_the_readme_opens_with_what_it_is_a_picture_and_the_data() -> None:
    opening = README[: README.index("\n## ")]
    assert "**Download**" in opening
    assert "docs/value-to-line.png" in opening
    for target in re.findall(r"\]\((?!https://)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_files_that_people_look_for_are_there() -> None:
    assert "take" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    for name in ("CODE_OF_CONDUCT.md", "CITATION.cff", "docs/roadmap.md"):
        assert (ROOT / name).is_file(), name
