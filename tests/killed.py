"""Processes killed just before the Nth thing that they do with files."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

GROUPS = ("open", "os", "shutil", "tempfile", "sqlite3", "fcntl", "ctypes")
"""What audit events on files begin with."""


def die_at(moment: int) -> Callable[[], int]:
    """Kill this process just before its Nth event on files, never at 0; the result says how many there were so far."""
    done = 0

    def note(event: str, given: object) -> None:
        nonlocal done
        if event.split(".")[0] in GROUPS:
            done += 1
            if done == moment:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(note)
    return lambda: done
