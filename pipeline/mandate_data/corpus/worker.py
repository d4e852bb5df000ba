"""The process in which files are read: parts come in on standard input, tables go out on standard output.

The parent watches: each file is announced before it is opened. The limits of a file are set here: CPU time, at
whose end the kernel ends the process with SIGPROF, and memory, on systems that have such a limit (Linux). Run as
`python -m mandate_data.corpus.worker SECONDS MEGABYTES`.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import struct
import sys
from typing import Any, BinaryIO

LENGTH = struct.Struct("<Q")
PR_SET_PDEATHSIG = 1


def write_message(stream: BinaryIO, message: object) -> None:
    data = pickle.dumps(message, protocol=5)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def read_message(stream: BinaryIO) -> object:
    """The next message. Raises EOFError at the end."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    return pickle.loads(stream.read(LENGTH.unpack(head)[0]))


def _die_with_parent() -> None:
    """A killed parent can't stop its children, so Linux is asked to."""
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(megabytes: int | None) -> None:
    """Allow this much memory in addition to what the program uses now; None: no limit."""
    limit = resource.RLIM_INFINITY
    if megabytes is not None:
        # The kernel's answer, and no file: pathlib would only be in the way.
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
            limit = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE") + (megabytes << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, resource.RLIM_INFINITY))


def _limit_cpu_time(seconds: float) -> None:
    """Let the kernel end this process after so many seconds of CPU time from now; 0: no limit."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> None:
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles interruptions
    orders, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    from mandate_data.corpus.read_part import read_part

    seconds = float(sys.argv[1])
    megabytes = int(sys.argv[2]) if sys.platform == "linux" else None
    write_message(answers, "ready")
    while True:
        try:
            order: Any = read_message(orders)
        except EOFError:
            return
        part, given_up = order
        count = len(part.items)

        def begin(index: int, count: int = count) -> None:
            write_message(answers, index)
            # The tables have no limit.
            _limit_cpu_time(seconds if index < count else 0)
            _limit_memory(megabytes if index < count else None)

        write_message(answers, read_part(part, given_up, begin))


if __name__ == "__main__":
    main()
