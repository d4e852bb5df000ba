"""The process in which work is done apart: orders come in on standard input, messages go out on standard output.

The parent watches. The limits are set here: CPU time, at whose end the kernel ends the process with SIGPROF, and
memory, on systems that have such a limit (Linux). Run as `python -m mandate_data.child_worker module:function SECONDS
MEGABYTES`. The function gets an order and `tell(message, limited)`, which sends a message, if it is not None, and says
whether what follows has the limits. What the function returns is the answer, and is sent last.
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import struct
import sys
from collections.abc import Callable
from importlib import import_module
from typing import IO, Any

LENGTH = struct.Struct("<Q")
PR_SET_PDEATHSIG = 1
Tell = Callable[[object, bool], None]


def write_message(stream: IO[bytes], message: object) -> None:
    data = pickle.dumps(message, protocol=5)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def read_message(stream: IO[bytes]) -> Any:
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


def limit_memory(megabytes: int | None) -> None:
    """Allow this much memory in addition to what the program uses now; None: what the system allows."""
    if sys.platform != "linux":
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    limit = hard
    if megabytes is not None:
        # The kernel's answer, and no file: pathlib would only be in the way.
        with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123
            limit = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE") + (megabytes << 20)
        limit = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def limit_cpu_time(seconds: float) -> None:
    """Let the kernel end this process after so many seconds of CPU time from now; 0: no limit."""
    signal.setitimer(signal.ITIMER_PROF, seconds)


def main() -> None:
    _die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent handles interruptions
    orders, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not end up among the answers
    module, _, function = sys.argv[1].partition(":")
    work = getattr(import_module(module), function)
    seconds, megabytes = float(sys.argv[2]), int(sys.argv[3])

    def tell(message: object, limited: bool) -> None:
        if message is not None:
            write_message(answers, message)
        limit_cpu_time(seconds if limited else 0)
        limit_memory(megabytes if limited else None)

    write_message(answers, "ready")
    while True:
        try:
            order = read_message(orders)
        except EOFError:
            return
        write_message(answers, work(order, tell))


if __name__ == "__main__":
    main()
