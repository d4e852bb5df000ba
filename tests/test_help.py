"""The help of the command line: whole sentences, no types, one version, completion for shells."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from calling import all_commands, call
from conftest import ROOT, ProjectCopy
from mandate_data import __version__
from mandate_data.cli import COMMANDS
from mandate_data.cli.option_values import NamedPath

GROUP = all_commands()
NOISE = re.compile(r"\b(TEXT|INTEGER|FLOAT|PATH|BOOLEAN|FILENAME)\b(?!…)|<bool>|<str>|\[\[|x>=|<=x")


@pytest.mark.parametrize("name", COMMANDS)
def test_help_is_in_whole_sentences_without_types(name: str) -> None:
    command = GROUP.commands[name]
    shown = command.get_help(click.Context(command, info_name=name))
    assert NOISE.findall(shown) == []
    assert command.help is not None
    texts = [*command.help.split("\n\n"), *(getattr(item, "help", "") or "" for item in command.params)]
    assert [text for text in texts if not re.fullmatch(r"[A-Z].*\.", text.strip(), re.DOTALL)] == []
    assert command.help.splitlines()[0] == COMMANDS[name]


def test_the_version_is_printed(tmp_path: Path) -> None:
    done = call("--version", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, f"mandate-data {__version__}\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes(shell: str, tmp_path: Path) -> None:
    done = call("completion", shell, folder=tmp_path)
    assert done.returncode == 0
    assert "_MANDATE_DATA_COMPLETE" in done.stdout
    assert call("completion", "csh", folder=tmp_path).returncode == 2


def test_formats_are_completed(tmp_path: Path) -> None:
    asked = {"_MANDATE_DATA_COMPLETE": "bash_complete", "COMP_WORDS": "mandate-data diff --format m", "COMP_CWORD": "3"}
    assert call("diff", folder=tmp_path, environment=asked).stdout == "plain,markdown\n"


def test_a_mistake_names_the_help_of_its_command(tmp_path: Path) -> None:
    done = call("cite", "--quite", "x", folder=tmp_path)
    assert (
        done.stderr == "mandate-data: No such option '--quite'. Did you mean '--quiet'? See mandate-data cite --help\n"
    )


def test_where_there_are_no_releases_nothing_is_verified(tmp_path: Path) -> None:
    done = call("verify", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "mandate-data: build/releases: no releases; make one (mandate-data release), or name the project with --root\n"
    )


def test_verify_says_how_many_releases_it_verified() -> None:
    done = call("verify", "1.0.0", "1.1.0", "--no-rebuild", folder=ROOT)
    assert (done.returncode, done.stderr) == (0, "2 releases verified (1.0.0, 1.1.0): every file is as in the ledger\n")


def test_validate_says_which_checks_could_not_run_and_why(package: Path, project: ProjectCopy, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    elsewhere = call("validate", str(package), folder=empty)
    assert elsewhere.stderr == (
        "not checked: meaning and sources, as the rules and sources of this package are not in the project\n"
    )
    (project.root / "raw").rename(project.root / "elsewhere")
    without = call("validate", str(package), folder=project.root)
    assert without.stderr.startswith("not checked: sources (evidence-missing, ")
    assert without.stderr.endswith("), as raw does not exist; name the project with --root\n")
    older = call("validate", str(ROOT / "build/releases/1.1.0"), folder=ROOT)
    assert older.stderr == (
        "not checked: meaning and sources, as the release is of an older contract "
        "(verify compares it with the ledger)\n"
    )


@pytest.mark.slow
def test_what_errata_explain_is_shown_on_request(package: Path) -> None:
    short = call("validate", str(package), folder=ROOT)
    assert re.fullmatch(
        r"no findings; \d+ findings explained by errata, not shown \(--show-explained shows them\)\n", short.stdout
    )
    assert short.stderr == ""
    long = call("validate", str(package), "--show-explained", folder=ROOT)
    assert long.stdout.count("(explained by erratum ") > 3
    assert "help: " not in long.stdout  # there is nothing left to do


def test_no_option_takes_an_empty_path_or_a_number_that_is_none() -> None:
    kinds = {param: param.type for command in all_commands().commands.values() for param in command.params}
    for param, kind in kinds.items():
        if isinstance(kind, click.Path):
            assert isinstance(kind, NamedPath), param
        numbers = (click.types.IntParamType, click.types.FloatParamType)
        assert not isinstance(kind, numbers) or getattr(param, "count", False), param
