"""Child processes that read parts, each watched: a file that takes too long or crashes its reader is given up."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.corpus.find_files import Item
from mandate_data.corpus.parts import BuiltPart, Part
from mandate_data.corpus.worker import LENGTH, write_message
from mandate_data.errors import InputError
from mandate_data.findings.finding import Finding

START = 120.0
"""Seconds within which a child must have loaded its libraries."""
TABLES = 600.0
"""Seconds within which a child must have built the tables of what it read."""
WAITING = 10.0
"""How many times its CPU time a file may take by the clock: on a busy machine, or from a slow store."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits per file: seconds of CPU time, and megabytes of memory in addition to the program's own."""

    seconds: float = 120.0
    megabytes: int = 2048


class _TooLongError(Exception):
    pass


class StoppedError(Exception):
    """The child was stopped for good while it read."""


class Child:
    """A process that reads parts, started when first needed and again after each file that crashes it."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def read(
        self, part: Part, on_file: Callable[[Item], object] = lambda item: None
    ) -> tuple[BuiltPart, Sequence[Finding]]:
        """The tables of a part, and the findings of its validation; `on_file` gets each file once it is read.

        Raises InputError if no child can be started, and StoppedError after `stop`.
        """
        given_up: dict[int, str] = {}
        anew = False
        done = 0
        while True:
            current, seconds = -1, START
            try:
                self._ensure()
                self._send((part, given_up))
                while isinstance(message := self._receive(seconds), int):
                    current = message
                    seconds = self.limits.seconds * WAITING if current < len(part.items) else TABLES
                    for item in part.items[done:current]:
                        on_file(item)
                    done = max(done, current)
                made, findings = message
                return made, findings
            except _TooLongError:
                reason = f"reading it takes longer than {self.limits.seconds * WAITING:g} seconds by the clock"
            except (EOFError, OSError):
                if self._stopped:
                    raise StoppedError from None
                why = self._why()
                reason = (
                    f"reading it takes more than {self.limits.seconds:g} seconds of CPU time"
                    if why == signal.SIGPROF.name
                    else f"its reader broke down ({why})"
                )
            self.close()
            if current < 0 and not anew:  # it was killed while it waited: no file is to blame
                anew = True
                continue
            if not 0 <= current < len(part.items) or current in given_up:
                raise InputError(f"the part of {part.items[0].name} and others can't be made ({reason}); run again")
            given_up[current] = reason

    def stop(self) -> None:
        """End the process, whatever it is doing, and start no other; may be called while another thread reads."""
        self._stopped = True
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> None:
        """End the process; the next part starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    stream.close()
            self._process = None

    def _ensure(self) -> None:
        if self._stopped:
            raise StoppedError
        if self._process is not None:
            return
        # One thread per child: there are as many children as cores.
        environment = os.environ | {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        root = str(Path(__file__).parents[2])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mandate_data.corpus.worker", str(self.limits.seconds), str(self.limits.megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )
        if self._stopped:  # meanwhile
            self._process.kill()
        try:
            self._receive(START)
        except (_TooLongError, EOFError):
            if self._stopped:
                raise StoppedError from None
            why = self._why()
            self.close()
            raise InputError(f"no process to read files can be started ({why}); allow more with --memory") from None

    def _send(self, message: object) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        write_message(self._process.stdin, message)  # type: ignore[arg-type]

    def _receive(self, seconds: float) -> Any:
        """The next message. Raises EOFError if the process has ended, and _TooLongError if none comes in time."""
        import pickle

        end = time.monotonic() + seconds
        (length,) = LENGTH.unpack(self._bytes(LENGTH.size, end))
        return pickle.loads(self._bytes(length, end))

    def _bytes(self, count: int, end: float) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        data = bytearray()
        while len(data) < count:
            if not select.select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
                raise _TooLongError
            piece = os.read(pipe, min(count - len(data), 1 << 20))
            if not piece:
                raise EOFError
            data += piece
        return bytes(data)

    def _why(self) -> str:
        assert self._process is not None
        code = self._process.wait()
        return signal.Signals(-code).name if code < 0 else f"exit code {code}"
