"""The standard streams made safe: closed ones are open again, any path can be printed, no input controls a terminal."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from contextlib import suppress

from mandate_data.printable import printable

_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")


class _Terminal(io.TextIOWrapper):
    """Standard output on a terminal: colours pass, whatever else it would act on is written as an escape."""

    def write(self, text: str) -> int:
        if not text.isprintable():
            parts = _COLOUR.split(text)
            text = "".join(part if index % 2 else printable(part) for index, part in enumerate(parts))
        return super().write(text)


class _Closed(io.TextIOBase):
    """A standard stream that was closed before the program began: what is written to it is lost, and that is said."""

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "it is closed", "standard output")


def prepare_streams() -> None:
    """Make the standard streams usable, however the program was started."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # or else the next file that is opened would be the stream
    if sys.stdout is None:
        sys.stdout = _Closed()
    elif type(sys.stdout) is io.TextIOWrapper:
        sys.stdout.reconfigure(errors="backslashreplace")
        if sys.stdout.isatty():
            encoding = sys.stdout.encoding
            sys.stdout = _Terminal(sys.stdout.detach(), encoding, "backslashreplace", line_buffering=True)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  as long as the program runs


def does_output_fail() -> bool:
    """Whether what was printed so far can't be written: it stays in the buffer, and fails again."""
    try:
        sys.stdout.flush()
    except OSError:
        return True
    return False


def give_up_output() -> None:
    """After a failure to write: what is left in the buffers goes nowhere, so that the program can end."""
    try:
        number = sys.stdout.fileno()
    except (OSError, ValueError):  # it is none of the system's
        return
    with suppress(OSError):  # too many files are open: nothing is left to be written, then
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)
