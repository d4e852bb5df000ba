"""The other engine: workers of Dask, on this machine or on others, each with child processes of its own.

A worker must see the files under the same paths or URLs, and have this program installed. Needs the extra `dask`.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import islice
from queue import Empty, SimpleQueue
from typing import Any

from distributed import Client, KilledWorker, LocalCluster, Worker, WorkerPlugin, as_completed, get_worker

from mandate_data.corpus.find_files import Item
from mandate_data.corpus.local_engine import AHEAD, Engine, Result
from mandate_data.corpus.parts import BuiltPart, Part, reader_digest
from mandate_data.corpus.reading import USUAL, Reading
from mandate_data.corpus.worker_pool import Child, Limits
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding

PLUGIN = "mandate-data-children"
PATIENCE = 30
"""Seconds to wait for a scheduler, and for its first worker."""


class Children(WorkerPlugin):
    """The child processes of a worker: one per thread, kept from part to part, ended with the worker."""

    name = PLUGIN

    def __init__(self, limits: Limits, reading: Reading) -> None:
        self.limits, self.reading = limits, reading

    def setup(self, worker: Worker) -> None:
        self.idle: SimpleQueue[Child] = SimpleQueue()
        self.all: list[Child] = []

    def teardown(self, worker: Worker) -> None:
        for child in self.all:
            child.stop()

    def take(self) -> Child:
        try:
            return self.idle.get_nowait()
        except Empty:
            child = Child(self.limits, self.reading)
            self.all.append(child)
            return child


def read_on_worker(part: Part) -> tuple[BuiltPart, Sequence[Finding]]:
    """Read a part in a child process of this worker: its tables and its findings."""
    plugin: Any = get_worker().plugins[PLUGIN]
    child = plugin.take()
    try:
        return child.read(part)  # type: ignore[no-any-return]
    finally:
        plugin.idle.put(child)


def dask_engine(
    limits: Limits, scheduler: str | None = None, workers: int | None = None, reading: Reading = USUAL
) -> Engine:
    """The workers of a scheduler, or of one that is started on this machine for this run."""

    def read(parts: Iterable[Part], on_file: Callable[[Item], object]) -> Generator[Result, None, None]:
        cluster = None
        if scheduler is None:
            cluster = LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        try:
            with _client(scheduler, cluster) as client:
                yield from _read(client, Children(limits, reading), parts, on_file)
        finally:
            if cluster is not None:
                cluster.close()

    return read


def _client(scheduler: str | None, cluster: LocalCluster | None) -> Client:
    try:
        return Client(cluster if cluster is not None else scheduler, timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise InputError(f"no Dask scheduler answers at {scheduler} ({' '.join(str(error).split())})") from None


def _read(
    client: Client, plugin: Children, parts: Iterable[Part], on_file: Callable[[Item], object]
) -> Iterator[Result]:
    try:
        client.wait_for_workers(1, timeout=PATIENCE)
    except TimeoutError:
        raise InputError("the scheduler of Dask has no worker; start one, or name more with --workers") from None
    client.register_plugin(plugin)
    remaining = iter(parts)
    submitted: dict[Any, Part] = {}

    def submit(count: int) -> list[Any]:
        futures = []
        for part in islice(remaining, count):
            futures.append(client.submit(read_on_worker, part, pure=False))
            submitted[futures[-1].key] = part
        return futures

    running = as_completed(submit(AHEAD * _threads(client)))
    for future in running:
        part = submitted.pop(future.key)
        try:
            made, findings = future.result()
        except KilledWorker as error:
            raise InputError(
                f"workers break down again and again ({error}); what was read is kept: run again"
            ) from None
        if made.reader != reader_digest():
            raise InputError("a worker has another version of this program; install the same one everywhere")
        # Workers come and go: there is always as much to do as those there are can take.
        for one in submit(max(1, AHEAD * _threads(client) - len(submitted))):
            running.add(one)
        future.release()
        for item in part.items:
            on_file(item)
        yield Result(part, made, findings)


def _threads(client: Client) -> int:
    count: int = sum(client.nthreads().values())
    return max(1, count)
