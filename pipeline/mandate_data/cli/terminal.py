"""The standard streams made safe: closed ones are open again, any path can be printed, no input controls a terminal."""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from mandate_data.printable import printable

OUTPUT = "standard output"
_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")


class _Output(io.TextIOWrapper):
    """Standard output: where it can't be written, the error names it."""

    def write(self, text: str) -> int:
        with _named():
            return super().write(text)

    def flush(self) -> None:
        with _named():
            super().flush()


class _Terminal(_Output):
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
        raise OSError(errno.EBADF, "it is closed", OUTPUT)


@contextmanager
def _named() -> Iterator[None]:
    """An error of the system names standard output. Raises OSError."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, OUTPUT) from None


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
        is_terminal, encoding, through = sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.write_through
        if is_terminal:
            sys.stdout = _Terminal(sys.stdout.detach(), encoding, "backslashreplace", line_buffering=True)
        elif sys.stdout is sys.__stdout__:  # a caller from Python keeps its own
            sys.stdout = _Output(sys.stdout.detach(), encoding, "backslashreplace", write_through=through)
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115  as long as the program runs


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
