"""A project that is begun builds at once; nothing that is there is written over."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import mandate_data as md
import pytest
from calling import call


def test_a_project_that_is_begun_builds_at_once(tmp_path: Path) -> None:
    done = call("init", "reading-rooms", "--title", "Reading rooms", folder=tmp_path)
    assert done.returncode == 0
    root = tmp_path / "reading-rooms"
    written = [line.removeprefix("reading-rooms/") for line in done.stdout.splitlines()]
    assert sorted(written) == sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    built = call("build", folder=root)
    assert (built.returncode, built.stdout) == (0, "")
    assert built.stderr.splitlines()[0] == "build/package: 6 tables, 8 rows"
    errata = md.load(root / "build" / "package")["errata"]
    assert errata.columns["table"].constraints["enum"] == ["sources", "facts", "claims"]
    assert "# Reading rooms\n" in (root / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "title"),
    [("yes", 'A: b # c "d"'), ("1e3", "no"), ("null", "$name \\n 'x'"), ("0.1", "\u2014 lights: {all} [1]")],
)
def test_a_name_and_a_title_are_text_whatever_they_hold(name: str, title: str, tmp_path: Path) -> None:
    assert call("init", "rooms", "--name", name, "--title", title, "--quiet", folder=tmp_path).returncode == 0
    built = call("build", folder=tmp_path / "rooms")
    assert (built.returncode, built.stdout) == (0, "")
    metadata = md.load(tmp_path / "rooms" / "build" / "package").metadata
    assert (metadata["name"], metadata["title"]) == (name, title)
    assert metadata["contributors"][0]["title"] == f"{title} contributors"
    assert f"# {title}\n" in (tmp_path / "rooms" / "README.md").read_text(encoding="utf-8")


def test_where_nothing_can_be_written_is_one_line(tmp_path: Path) -> None:
    done = call("init", "/proc/rooms", "--quiet", folder=tmp_path)
    assert done.returncode == 2
    assert re.fullmatch(r"mandate-data: /proc: can't write there \(.*\); name another folder\n", done.stderr)


def test_a_folder_may_be_there_if_it_is_empty(tmp_path: Path) -> None:
    (tmp_path / "rooms").mkdir()
    assert call("init", "rooms", folder=tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["rooms"], "rooms: is not empty; name a new folder"),
        (["rooms/kept.txt"], "rooms/kept.txt: is a file; name a new folder"),
        (["rooms/gone"], "rooms/gone: is a link to nothing; name a new folder"),
        (["new", "--title", " "], "' ': not a title; use one line of text: --title"),
        (["new", "--title", "a\nb"], "'a\\nb': not a title; use one line of text: --title"),
        (["far/away"], "far: no such folder"),
        (["Rooms!"], "'rooms!': not a name for a data package; use small letters, figures and hyphens: --name"),
        (
            ["new", "--name", "A B"],
            "'A B': not a name for a data package; use small letters, figures and hyphens: --name",
        ),
    ],
)
def test_a_mistake_is_one_line_and_nothing_is_written(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "rooms").mkdir()
    (tmp_path / "rooms" / "kept.txt").write_text("kept", encoding="utf-8")
    (tmp_path / "rooms" / "gone").symlink_to("nowhere")
    done = call("init", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {message}\n")
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["rooms", "gone", "kept.txt"]


def test_what_cannot_be_printed_is_not_written(tmp_path: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        command = [sys.executable, "-m", "mandate_data", "init", "rooms"]
        done = subprocess.run(command, cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (
        2,
        "mandate-data: standard output: No space left on device; mend that and run the command again\n",
    )
    assert list(tmp_path.iterdir()) == []
