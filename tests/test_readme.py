"""What the README shows is what happens."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pandas as pd
import pytest
from calling import call
from conftest import ROOT, ProjectCopy
from mandate_data.cli import COMMANDS
from mandate_data.release.ledger import read_ledger

README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(language: str, containing: str) -> str:
    """The README's code block of a language that contains some words."""
    fences = re.findall(r"^```(\w*)\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE)
    found = [text for kind, text in fences if kind == language and containing in text]
    assert len(found) == 1, f"{len(found)} blocks contain {containing!r}"
    return found[0]


def after(language: str, containing: str) -> str:
    """What the README says that a block prints: the block without a language that follows it."""
    code = block(language, containing)
    return README.split(f"```{language}\n{code}```\n\n```\n", 1)[1].split("```", 1)[0]


def counted(text: str) -> str:
    """A text whose numbers are not compared: they grow with the data."""
    return re.sub(r"\d[\d,]*", "N", text)


def test_the_download_link_leads_to_the_latest_release() -> None:
    latest = read_ledger(ROOT / "build" / "releases")[-1].version
    assert f"[release {latest}](build/releases/{latest})" in README


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
    assert capsys.readouterr().out == after("python", "md.load")


def test_the_trace_example_shows_what_the_command_prints(package: Path) -> None:
    command = block("sh", "mandate-data trace").split()[1:]
    run = call(*command, "--package", str(package), folder=ROOT)
    assert run.stdout == block("", "2016-geo\n\nstart_date")


@pytest.mark.parametrize("command", ["diff", "verify"])
def test_releases_never_change_and_so_does_what_is_printed_of_them(command: str) -> None:
    run = call(*block("sh", f"mandate-data {command}").split()[1:], folder=ROOT)
    assert run.stdout + run.stderr == after("sh", f"mandate-data {command}")


@pytest.mark.slow
def test_what_make_and_validate_print_is_shown(package: Path, project: ProjectCopy) -> None:
    built = call("build", folder=project.root)
    assert built.stderr == after("sh", "make\n")
    checked = call("validate", str(package), folder=ROOT)
    assert counted(checked.stdout) == counted(after("sh", "mandate-data validate"))


def test_publish_prints_what_is_shown(tmp_path: Path) -> None:
    command = block("sh", "mandate-data publish").split()[1:]
    target = str(tmp_path / "published")
    run = call(*(target if word == "build/published" else word for word in command), folder=ROOT)
    assert run.stderr.replace(target, "build/published") == after("sh", "mandate-data publish")


EXAMPLES = (
    ("python", "md.load"),
    ("sh", "mandate-data trace"),
    ("sh", "mandate-data validate"),
    ("sh", "mandate-data diff"),
    ("sh", "mandate-data release"),
    ("sh", "mandate-data verify"),
    ("sh", "mandate-data publish"),
    ("python", "from mandate_data.citations"),
)


@pytest.mark.slow
def test_the_examples_need_nothing_that_make_does_not_install(package: Path, project: ProjectCopy) -> None:
    shutil.copytree(package, project.root / "build" / "package")
    shutil.copytree(ROOT / "build" / "releases", project.root / "build" / "releases")
    shutil.copy2(ROOT / "LICENSE-DATA.md", project.root)
    pinned = (ROOT / "requirements-dev.txt").read_text(encoding="utf-8")
    on_top = set(re.findall(r"^([\w.-]+)==", pinned, flags=re.MULTILINE))
    owners = packages_distributions().items()
    absent = sorted(module for module, distributions in owners if on_top.issuperset(distributions))
    assert {"polars", "s3fs"} <= set(absent)
    failed = []
    for language, containing in EXAMPLES:
        example = block(language, containing)
        if language == "sh":
            example = f"import sys\nsys.argv = {example.split()}\nfrom mandate_data.cli.main import main\nmain()\n"
        hidden = f"import sys\nsys.modules.update(dict.fromkeys({absent}))\n"
        done = subprocess.run(
            [sys.executable, "-c", hidden + example],
            check=False,
            capture_output=True,
            text=True,
            cwd=project.root,
            env={**os.environ, "PYTHONPATH": str(ROOT / "pipeline")},
        )
        failed += [(containing, done.stderr)] * (done.returncode != 0)
    assert failed == []


def test_no_example_writes_into_files_under_version_control() -> None:
    for code in re.findall(r"^```sh\n(.*?)^```$", README, flags=re.DOTALL | re.MULTILINE):
        for line in code.splitlines():
            assert "mandate-data release" not in line or "--dry-run" in line
            assert not line.startswith("make release")


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
