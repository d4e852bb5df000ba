"""Engines: who reads the parts. This one: the cores of this machine, a child process each."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from queue import SimpleQueue

from mandate_data.corpus.find_files import Item
from mandate_data.corpus.parts import BuiltPart, Part
from mandate_data.corpus.reading import USUAL, Reading
from mandate_data.corpus.worker_pool import Child, Limits
from mandate_data.findings.finding import Finding

AHEAD = 2
"""Parts that wait for each worker: with more, memory would depend on how many there are."""
GLANCE = 0.2
"""Seconds after which to look up from waiting: polars handles signals so that Ctrl-C alone would wake nobody."""


@dataclass(frozen=True, slots=True)
class Result:
    """A part that was read, its tables, and what the contract has against them."""

    part: Part
    made: BuiltPart
    findings: Sequence[Finding]


Engine = Callable[[Iterable[Part], Callable[[Item], object]], Generator[Result, None, None]]
"""Reads parts and hands them out as they are done, in any order; the function gets each file once it is read."""


def local_engine(limits: Limits, workers: int | None = None, reading: Reading = USUAL) -> Engine:
    """All cores of this machine, or so many workers."""
    count = workers or len(os.sched_getaffinity(0))

    def read(parts: Iterable[Part], on_file: Callable[[Item], object]) -> Generator[Result, None, None]:
        children = [Child(limits, reading) for _ in range(count)]
        idle: SimpleQueue[Child] = SimpleQueue()
        for child in children:
            idle.put(child)

        read_files: SimpleQueue[Item] = SimpleQueue()

        def report_files() -> None:
            while not read_files.empty():
                on_file(read_files.get())

        def read_one(part: Part) -> Result:
            child = idle.get()
            try:
                return Result(part, *child.read(part, read_files.put))
            finally:
                idle.put(child)

        remaining = iter(parts)
        # A thread only waits for its child: the work is done there.
        pool = ThreadPoolExecutor(count)
        try:
            running: set[Future[Result]] = {pool.submit(read_one, part) for part in islice(remaining, count * AHEAD)}
            while running:
                done, running = wait(running, timeout=GLANCE, return_when=FIRST_COMPLETED)
                running |= {pool.submit(read_one, part) for part in islice(remaining, len(done))}
                report_files()
                for future in done:
                    yield future.result()
        finally:
            # What is running is broken off; nobody waits for it.
            for child in children:
                child.stop()
            pool.shutdown(wait=True, cancel_futures=True)
            for child in children:
                child.close()

    return read
