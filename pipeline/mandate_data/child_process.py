"""Child processes: work done apart and watched, so that what takes too long or too much memory is given up."""

from __future__ import annotations

import os
import pickle
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mandate_data.child_worker import LENGTH, write_message
from mandate_data.errors import InputError
from mandate_data.limits import DOCUMENT_MEGABYTES, DOCUMENT_SECONDS, START_SECONDS, WAITING


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits per file: seconds of CPU time, and megabytes of memory in addition to the program's own."""

    seconds: float = DOCUMENT_SECONDS
    megabytes: int = DOCUMENT_MEGABYTES


class GivenUpError(Exception):
    """The process took too long, or ended before it answered: why."""


class StoppedError(Exception):
    """The process was stopped for good while it worked."""


class ChildProcess:
    """A process that does `work`, a function named as `module:function`; started when first needed.

    The function gets an order and a function `tell`, as `child_worker` says, and gives the answer.
    """

    def __init__(self, work: str, limits: Limits) -> None:
        self.limits = limits
        self._work = work
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def send(self, order: object) -> None:
        """Give the process an order. Raises InputError if none can be started, StoppedError, and GivenUpError."""
        self._ensure()
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            write_message(self._process.stdin, order)
        except OSError:
            raise self._ended() from None

    def receive(self, seconds: float | None = None) -> Any:
        """The next message, awaited so long by the clock. Raises GivenUpError, and StoppedError."""
        allowed = self.limits.seconds * WAITING if seconds is None else seconds
        end = time.monotonic() + allowed
        try:
            (length,) = LENGTH.unpack(self._bytes(LENGTH.size, end))
            return pickle.loads(self._bytes(length, end))
        except TimeoutError:
            raise GivenUpError(f"it takes longer than {allowed:g} seconds by the clock") from None

    def stop(self) -> None:
        """End the process, whatever it is doing, and start no other; may be called while another thread waits."""
        self._stopped = True
        if (process := self._process) is not None:
            process.kill()

    def close(self) -> None:
        """End the process; the next order starts another."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            for stream in (self._process.stdin, self._process.stdout):
                if stream is not None:
                    with suppress(BrokenPipeError):  # what is left of an order goes to nobody
                        stream.close()
            self._process = None

    def _ensure(self) -> None:
        if self._stopped:
            raise StoppedError
        if self._process is not None:
            return
        # One thread per child: there are as many children as cores. Nothing is imported from the current folder.
        environment = os.environ | {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        root = str(Path(__file__).parents[1])
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
        limits = [str(self.limits.seconds), str(self.limits.megabytes)]
        command = [sys.executable, "-P", "-m", "mandate_data.child_worker", self._work, *limits]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
        if self._stopped:  # meanwhile
            self._process.kill()
        try:
            self.receive(START_SECONDS)
        except GivenUpError as error:
            self.close()
            raise InputError(f"no process to read files can be started: {error}; allow more memory") from None

    def _bytes(self, count: int, end: float) -> bytes:
        assert self._process is not None
        assert self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        data = bytearray()
        while len(data) < count:
            if not select.select([pipe], [], [], max(0.0, end - time.monotonic()))[0]:
                raise TimeoutError
            piece = os.read(pipe, min(count - len(data), 1 << 20))
            if not piece:
                raise self._ended()
            data += piece
        return bytes(data)

    def _ended(self) -> Exception:
        if self._stopped:
            return StoppedError()
        assert self._process is not None
        code = self._process.wait()
        if code == -signal.SIGPROF:
            return GivenUpError(f"it takes more than {self.limits.seconds:g} seconds of CPU time")
        why = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return GivenUpError(f"its reader broke down ({why})")


def do_apart(child: ChildProcess, order: object, what: str) -> Any:
    """The answer to an order; `what` is the file that messages name. After a failure the process is a new one.

    Raises InputError with the reason, where the work itself raises one or is given up.
    """
    limits = child.limits
    try:
        child.send(order)
        kind, answer = child.receive()
    except GivenUpError as error:
        child.close()
        raise InputError(f"{what}: not read: {error}; save it anew") from None
    if kind == "refused":
        raise InputError(answer)
    if kind == "memory":
        child.close()
        raise InputError(f"{what}: not read: it takes more than {limits.megabytes} MB of memory; save it anew")
    return answer
