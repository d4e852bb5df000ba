"""The command `corpus`: what it says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from calling import call
from corpus_support import write_reports


def test_it_says_what_it_read_and_what_it_could_not(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    (folder / "a.html").write_bytes(b"")
    done = call("corpus", "reports", "--out", "out", "--workers", "1", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "3 files read, 0 unchanged, 0 gone: 2 documents, 120 citations, 120 edges in out\n"
        "1 file, page or part of one was not read: see its table unread\n"
    )
    again = call("corpus", "reports", "--out", "out", "--quiet", folder=tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    checked = call("validate", "out", folder=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "no findings\n")


def test_one_is_one(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("See A/HRC/16/57.\n", encoding="utf-8")
    done = call("corpus", "one.txt", "--out", "out", folder=tmp_path)
    assert done.stderr == "1 file read, 0 unchanged, 0 gone: 1 document, 1 citation, 1 edge in out\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none", "--out", "out"], "none: no such file or folder; check the path"),
        (["reports"], "Missing option '--out'; see mandate-data corpus --help"),
        (["reports", "--out", "out", "--engine", "spark"], "--engine 'spark': unknown; known engines: local, dask"),
        (["reports", "--out", "out", "--scheduler", "tcp://x:1"], "--scheduler: is for --engine dask"),
        (["reports", "--out", "reports"], "reports: is there and is no corpus of ours; name another folder"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], said: str, tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 1)
    done = call("corpus", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {said}\n")
    assert not (tmp_path / "out").exists()
