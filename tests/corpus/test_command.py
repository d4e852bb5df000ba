"""The command `corpus`: what it says, and how it ends."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from calling import call
from corpus_support import table, write_reports
from mandate_data.corpus.local_engine import Engine, Result
from mandate_data.corpus.parts import Part


def test_it_says_what_it_read_and_what_it_could_not(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    (folder / "a.txt").write_bytes(b"")
    done = call("corpus", "reports", "--out", "out", "--workers", "1", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "2 files read, 1 not read, 0 unchanged, 0 gone: 2 documents, 120 citations, 120 edges in out\n"
        "1 file, page or part of one was not read: see its table unread\n"
    )
    again = call("corpus", "reports", "--out", "out", "--quiet", folder=tmp_path)
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    checked = call("validate", "out", folder=tmp_path)
    assert (checked.returncode, checked.stdout) == (0, "no findings\n")


def test_a_damaged_part_is_made_anew(tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 3)
    arguments = ("corpus", "reports", "--out", "out", "--workers", "1")
    call(*arguments, folder=tmp_path)
    for damage in ("changed", "gone"):
        part = next((tmp_path / "out" / "data" / "citations").glob("*.parquet"))
        if damage == "gone":
            part.unlink()
        else:
            part.write_bytes(part.read_bytes()[:-9] + b"\0" * 9)
        assert call("validate", "out", folder=tmp_path).returncode == 1
        done = call(*arguments, folder=tmp_path)
        assert done.stderr == (
            "1 part of the package was damaged: its files are read again\n"
            "3 files read, 0 unchanged, 0 gone: 3 documents, 180 citations, 180 edges in out\n"
        )
        assert call("validate", "out", folder=tmp_path).returncode == 0


TREATY = "See A/HRC/7/8, the Convention on the Rights of the Child, article 3, and by a Committee general comment No. 4"


def citations(folder: Path, *options: str, code: int = 0) -> list[tuple[str, str | None, str | None]]:
    done = call("corpus", "texts", "--out", "out", "--workers", "1", *options, folder=folder)
    assert done.returncode == code, done.stderr
    return list(table(folder / "out", "citations").select("kind", "symbol", "identifier").iter_rows())


def test_it_has_the_options_of_cite(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(f"{TREATY}, said so.\n", encoding="utf-8")
    plain = citations(tmp_path)
    assert [kind for kind, _, _ in plain] == ["symbol", "general_comment"]
    assert plain[1][1] is None
    assert citations(tmp_path, "--issuer", "CRC/C")[1][1] == "CRC/GC/2003/4"
    treaty = ("treaty", None, "treaty:crc")
    assert citations(tmp_path, "--kinds", "all") == [plain[0], treaty, plain[1]]
    assert citations(tmp_path) == plain  # with other options all is read anew
    assert call("validate", "out", folder=tmp_path).returncode == 0
    (tmp_path / "texts" / "a.txt").write_text("Der Bericht Nr. é A/HRC/7/9", encoding="cp1252")
    assert citations(tmp_path, code=1) == []
    assert [symbol for _, symbol, _ in citations(tmp_path, "--encoding", "cp1252")] == ["A/HRC/7/9"]
    (tmp_path / "texts" / "a.txt").write_text("Résolution 25/2 du Conseil des droits de l’homme", encoding="utf-8")
    assert citations(tmp_path, "--language", "en") != citations(tmp_path, "--language", "fr")


def test_the_graph_of_a_corpus_is_that_of_cite(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "texts", 3, paragraphs=3)
    (folder / "b.txt").write_text(f"{TREATY}.\n", encoding="utf-8")
    for _ in range(2):  # the graph of a run before is replaced
        citations(tmp_path, "--kinds", "all", "--graphml", "graph.xml")
    names = sorted(f"texts/{path.name}" for path in folder.iterdir())
    of_cite = call("cite", *names, "--kinds", "all", "--format", "graphml", folder=tmp_path).stdout
    assert (tmp_path / "graph.xml").read_text(encoding="utf-8") == of_cite
    assert [path.name for path in tmp_path.iterdir() if "partial" in path.name] == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--kinds", "some"], "--kinds 'some': unknown; known are documents, all"),
        (["--encoding", "utf-9"], "--encoding 'utf-9': unknown; for example utf-8, cp1252 or latin-1"),
        (["--graphml", "none/graph.xml"], "none/graph.xml: can't be written (No such file or directory); name another "
         "file for --graphml"),
        (["--graphml", "."], ".: is a folder; name another file for --graphml"),
        (["--graphml", "reports"], "reports: is a folder; name another file for --graphml"),
        (["--graphml", "own.txt"], "own.txt: is there and is not GraphML; name another file for --graphml"),
        (["--graphml", "pipe"], "pipe: is there and is not GraphML; name another file for --graphml"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_option_is_one_line(options: list[str], said: str, tmp_path: Path) -> None:
    write_reports(tmp_path / "reports", 1)
    (tmp_path / "own.txt").write_text("A text of somebody's.", encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    done = call("corpus", "reports", "--out", "out", *options, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {said}\n")
    assert (tmp_path / "own.txt").read_text(encoding="utf-8") == "A text of somebody's."
    assert not (tmp_path / "out").exists()


def no_reading(*arguments: object) -> Engine:
    """An engine that is never to begin."""

    def read(parts: Iterator[Part], on_file: object) -> Generator[Result, None, None]:
        raise AssertionError("it was read before all was checked")
        yield

    return read


def test_a_package_that_can_not_be_written_is_told_before_anything_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path / "reports", 1)
    arguments = ("corpus", "reports", "--out", "out", "--workers", "1")
    assert call(*arguments, folder=tmp_path).returncode == 0
    write_reports(tmp_path / "reports", 2)
    edges = tmp_path / "out" / "data" / "edges"
    for part in edges.iterdir():
        part.unlink()
    edges.rmdir()
    edges.symlink_to("/proc")
    monkeypatch.setattr("mandate_data.corpus.local_engine.local_engine", no_reading)
    done = call(*arguments, folder=tmp_path)
    said = "out/data/edges: can't write there (No such file or directory); name another folder"
    assert (done.returncode, done.stderr) == (2, f"mandate-data: {said}\n")


def test_a_run_that_read_no_file_ends_with_1(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.jpg").write_bytes(b"x")
    (folder / "b.txt").write_bytes(b"")
    for options in ((), ("--quiet",)):
        done = call("corpus", "reports", "--out", "out", "--workers", "1", *options, folder=tmp_path)
        assert done.returncode == 1
        assert done.stderr.endswith("no file could be read: the table unread in out says why\n")
    assert len(table(tmp_path / "out", "unread")) == 2
    assert call("validate", "out", folder=tmp_path).returncode == 0
    (folder / "c.txt").write_text("No citation.", encoding="utf-8")
    for _ in range(2):
        assert call("corpus", "reports", "--out", "out", "--workers", "1", folder=tmp_path).returncode == 0


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
        *(
            (["reports", "--out", "out", "--timeout", value], f"Invalid value for '--timeout': '{value}' is not a "
             "number from 0.1 to 1,000,000; see mandate-data corpus --help")
            for value in ("nan", "-nan", "inf", "-inf", "x", "0", "2e6")
        ),
        *(
            (["reports", "--out", "out", option, value], f"Invalid value for '{option}': '{value}' is not a whole "
             f"number of at least {least}; see mandate-data corpus --help")
            for option, least in (("--workers", 1), ("--memory", 64))
            for value in ("nan", "inf", "x", "0", "1.5")
        ),
        *(
            (arguments, f"Invalid value for '{named}': it is empty; name a file or a folder; see mandate-data corpus "
             "--help")
            for arguments, named in (
                (["reports", "--out", ""], "--out"),
                (["reports", "--out", "out", "--graphml", ""], "--graphml"),
                (["", "--out", "out"], "PATH…"),
            )
        ),
        (["reports", "--out", "circle"], "circle: is a link that leads back to itself; name another folder"),
        (["reports", "--out", "kernel/out"], "kernel/out: can't write there (No such file or directory); name another "
         "folder"),
        (["reports", "--out", "out", "--graphml", "kernel/x.graphml"], "kernel/x.graphml: can't be written (No such "
         "file or directory); name another file for --graphml"),
        (["reports", "--out"], "Option '--out' requires an argument; see mandate-data corpus --help"),
        (["reports", "--out", "reports"], "reports: is there and is not a corpus of ours; name another folder"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_line(
    arguments: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path / "reports", 1)
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    (tmp_path / "kernel").symlink_to("/proc")  # where nobody can make a file
    with monkeypatch.context() as patched:
        patched.setattr("mandate_data.corpus.local_engine.local_engine", no_reading)
        done = call("corpus", *arguments, folder=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"mandate-data: {said}\n")
    assert not (tmp_path / "out").exists()
