"""Dask: a scheduler and workers as processes of their own on the loopback interface; the same package, to the byte."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import ROOT
from corpus_support import Watched, assert_same, make, write_reports
from mandate_data.corpus.build_corpus import make_corpus
from mandate_data.corpus.dask_engine import dask_engine
from mandate_data.corpus.worker_pool import Limits
from mandate_data.errors import InputError

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@contextmanager
def started(*arguments: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "pipeline"),
        "DASK_DISTRIBUTED__ADMIN__LARGE_GRAPH_WARNING_THRESHOLD": "1GB",
    }
    running = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    address = f"tcp://127.0.0.1:{free_port()}"
    scheduler = ("scheduler", "--host", "127.0.0.1", "--port", address.rsplit(":")[-1], "--no-dashboard")
    worker = ("worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    with (
        started(*scheduler, folder=tmp_path),
        started(*worker, "--local-directory", str(tmp_path / "a"), folder=tmp_path) as one,
        started(*worker, "--local-directory", str(tmp_path / "b"), folder=tmp_path) as other,
    ):
        yield address, [one, other]


class Killing(Watched):
    """Kills a worker after the first part."""

    def __init__(self, worker: subprocess.Popen[bytes]) -> None:
        super().__init__()
        self.worker = worker

    def advance(self, amount: int, size: int = 0) -> None:
        super().advance(amount, size)
        if self.worker.poll() is None:
            self.worker.send_signal(signal.SIGKILL)
            self.worker.wait()


def test_two_workers_one_killed_half_way_give_the_same_to_the_byte(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    folder = write_reports(tmp_path / "reports", 64, paragraphs=60)
    address, workers = cluster
    progress = Killing(workers[0])
    outcome = make_corpus([str(folder)], tmp_path / "out", dask_engine(Limits(), address), progress)
    assert (workers[0].returncode, workers[1].poll()) == (-signal.SIGKILL, None)
    assert (outcome.read.files, progress.files) == (64, 64)
    make(folder, out=tmp_path / "local")
    assert_same(tmp_path / "out", tmp_path / "local")
    for path in [*(tmp_path / "local" / "data").rglob("*.parquet"), tmp_path / "local" / "datapackage.json"]:
        assert path.read_bytes() == (tmp_path / "out" / path.relative_to(tmp_path / "local")).read_bytes()


def test_a_scheduler_that_is_not_there_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mandate_data.corpus.dask_engine.PATIENCE", 1)
    folder = write_reports(tmp_path / "reports", 1)
    address = f"tcp://127.0.0.1:{free_port()}"
    with pytest.raises(InputError) as raised:
        make_corpus([str(folder)], tmp_path / "out", dask_engine(Limits(), address), Watched())
    assert str(raised.value).startswith(f"no Dask scheduler answers at {address} (")
