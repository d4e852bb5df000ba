"""The processes in which files are read: limits of time and memory, readers that break down, runs that are killed."""

from __future__ import annotations

import contextlib
import io
import os
import random
import signal
import subprocess
import sys
import threading
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import psutil
import pytest
from conftest import ROOT
from corpus_support import Watched, assert_same, make, reasons, report, write_reports
from mandate_data.corpus.build_corpus import make_corpus
from mandate_data.corpus.find_files import Item, find_items
from mandate_data.corpus.local_engine import local_engine
from mandate_data.corpus.parts import Part
from mandate_data.corpus.read_part import read_part
from mandate_data.corpus.worker_pool import Child, Limits
from mandate_data.errors import InputError

SLOW = "resolution 55/2, " * 120_000
"""Text that takes long: it has nothing but references."""


def bomb(size: int) -> bytes:
    """A PDF of one page whose content is so many bytes long, and much shorter when packed."""
    packer = zlib.compressobj(1)
    packed = packer.compress(b"BT /F 10 Tf ET\n")
    for _ in range(size >> 20):
        packed += packer.compress(b" " * (1 << 20))
    packed += packer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"xref\n0 5\n0000000000 65535 f \n%strailer\n<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        entries,
        len(data),
    )


@pytest.fixture
def child() -> Iterator[Child]:
    child = Child(Limits(seconds=3, megabytes=200))
    yield child
    child.close()


def part_of(folder: Path) -> Part:
    return Part(tuple(sorted(find_items([str(folder)], folder / "none"), key=lambda item: item.name)))


def unread_in(child: Child, part: Part) -> dict[str, str]:
    """The reasons that the child gives; the other files of the part are as they would be alone."""
    made, findings = child.read(part)
    assert findings == []
    unread = pl.read_parquet(io.BytesIO(made.tables["unread"]))
    documents = pl.read_parquet(io.BytesIO(made.tables["documents"]))
    assert documents.height + unread.height == len(part.items)
    return dict(zip(unread["file"], unread["reason"], strict=True))


BROKEN_DOWN = "its reader broke down (SIGABRT)"


@pytest.mark.slow
def test_hostile_files_are_listed_and_the_others_read(tmp_path: Path) -> None:
    child = Child(Limits(seconds=2, megabytes=350))  # a fast machine, too, has taken its time before the memory
    folder = write_reports(tmp_path / "reports", 2)
    (folder / "bomb.pdf").write_bytes(bomb(800 << 20))
    (folder / "slow.txt").write_text(SLOW * 8, encoding="utf-8")
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("page.pdf", bytes(400 << 20))
    start = time.monotonic()
    unread = unread_in(child, part_of(folder))
    # A library that gets no memory may end the process, too.
    assert unread.pop("reports/bomb.pdf") in ("reading it takes more memory than a file may have", BROKEN_DOWN)
    assert unread == {
        "reports/bomb.zip/page.pdf": "reading it takes more memory than a file may have",
        "reports/slow.txt": "it takes more than 2 seconds of CPU time",
    }
    assert time.monotonic() - start < 60
    child.close()


@pytest.mark.slow
def test_a_reader_that_breaks_down_costs_one_file(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    (folder / "B.txt").write_text(SLOW * 8, encoding="utf-8")
    child = Child(Limits(seconds=60))
    killer = threading.Thread(target=break_down, args=(folder / "B.txt",))
    killer.start()
    assert unread_in(child, part_of(folder)) == {"reports/B.txt": "its reader broke down (SIGSEGV)"}
    killer.join()
    child.close()


def break_down(file: Path) -> None:
    """Break the process that reads a file, once there is one."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        for opened in Path("/proc").glob("[0-9]*/fd/*"):
            with contextlib.suppress(OSError):
                if opened.readlink() == file:
                    os.kill(int(opened.parts[2]), signal.SIGSEGV)
                    return
        time.sleep(0.05)


@pytest.mark.slow
@pytest.mark.parametrize("is_waited_for", [True, False])
def test_a_child_that_was_killed_while_it_waited_costs_nothing(
    child: Child, tmp_path: Path, is_waited_for: bool
) -> None:
    part = part_of(write_reports(tmp_path / "reports", 2))
    first = child.read(part)
    killed = psutil.Process().children()
    for process in killed:
        process.kill()
    if is_waited_for:  # so that nothing can be written to it any more
        psutil.wait_procs(killed)
    assert child.read(part) == first


def test_a_child_gives_what_is_read_in_this_process(child: Child, tmp_path: Path) -> None:
    part = part_of(write_reports(tmp_path / "reports", 3))
    assert child.read(part) == read_part(part)


def test_a_child_that_cannot_start_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(InputError) as raised:
        Child(Limits()).read(Part((Item("a.txt", str(tmp_path / "a.txt")),)))
    assert (
        str(raised.value)
        == "no process to read files can be started: its reader broke down (exit code 1); allow more memory"
    )


def test_a_file_that_is_gone_meanwhile_is_listed(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    engine = local_engine(Limits(), 1)

    def gone(parts, on_file):  # type: ignore[no-untyped-def]
        for part in parts:
            (folder / "A_HRC_2_7.txt").unlink()
            yield from engine([part], on_file)

    outcome = make_corpus([str(folder)], tmp_path / "out", gone, Watched())
    assert outcome.rows["documents"] == 1
    assert reasons(tmp_path / "out") == {"reports/A_HRC_2_7.txt": "it can't be read (No such file or directory)"}


@pytest.mark.slow
def test_a_file_that_only_waits_is_not_given_up(tmp_path: Path) -> None:
    # The limit is CPU time: a process that rests for two seconds spends none of it.
    path = tmp_path / "slow.txt"
    path.write_text("See A/HRC/38/36.\n", encoding="utf-8")

    def rest(item: Item) -> None:
        read.append(item.name)
        (process,) = psutil.Process().children()
        process.suspend()
        threading.Timer(2, process.resume).start()

    child = Child(Limits(seconds=1))
    read: list[str] = []
    made, _ = child.read(Part((Item("slow.txt", str(path)), Item("again.txt", str(path)))), rest)
    child.close()
    assert made.rows == {"documents": 2, "citations": 2, "edges": 2, "unread": 0}
    assert read == ["slow.txt", "again.txt"]


def command(folder: Path, out: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "mandate_data", "corpus", str(folder), "--out", str(out), *options]


def children_of(folder: Path) -> list[int]:
    """The child processes that run for a parent in this folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if (process / "cwd").readlink() == folder and b"mandate_data.child_worker" in (
                process / "cmdline"
            ).read_bytes():
                found.append(int(process.name))
    return found


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 120, paragraphs=120)
    out, chance = tmp_path / "out", random.Random(7)
    killed = 0
    while True:
        running = subprocess.Popen(
            command(folder, out, "--workers", "2"),
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stderr=subprocess.PIPE,
        )
        try:
            _, said = running.communicate(timeout=1.4 + chance.random() / 2 if killed < 2 else None)
        except subprocess.TimeoutExpired:
            running.kill()
            running.communicate()
            killed += 1
            continue
        assert running.returncode == 0, said
        break
    assert killed > 0
    assert b"120 documents" in said
    make(folder, out=tmp_path / "fresh")
    assert_same(out, tmp_path / "fresh")
    end = time.monotonic() + 10
    while children_of(tmp_path) and time.monotonic() < end:
        time.sleep(0.1)
    assert children_of(tmp_path) == []


def test_interrupted_it_says_so_and_goes_on_next_time(tmp_path: Path) -> None:
    folder = write_reports(tmp_path / "reports", 2)
    (folder / "slow.txt").write_text(SLOW * 8, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(
        command(folder, tmp_path / "out"),
        cwd=tmp_path,
        env=environment,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Who starts the tests in the background has them, and what they start, ignore interruptions.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    end = time.monotonic() + 20
    while not children_of(tmp_path) and time.monotonic() < end:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=20)
    assert (running.returncode, said.decode().lstrip("\n")) == (  # the terminal's ^C may get a line of its own
        130,
        "mandate-data: interrupted; what was there before is unchanged\n",
    )
    assert children_of(tmp_path) == []


@pytest.mark.slow
def test_a_file_of_a_size_is_read_within_the_memory_of_its_text(tmp_path: Path) -> None:
    """A text is read piece by piece, so that a long one needs no more than its citations."""
    (tmp_path / "reports").mkdir()
    with (tmp_path / "reports" / "long.txt").open("w", encoding="utf-8") as stream:
        for _ in range(200):
            stream.write("Nothing is cited in these words at all. " * 5_000 + "\n")
        stream.write(report(1))
    child = Child(Limits(seconds=60, megabytes=200))
    try:
        made, _ = child.read(part_of(tmp_path / "reports"))
    finally:
        child.close()
    assert made.rows["citations"] == 60
    assert made.rows["unread"] == 0
