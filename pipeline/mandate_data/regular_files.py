"""Regular files: opened without waiting for a pipe or a device, and never read beyond a limit."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path


class NotRegularError(OSError):
    """What should be a file is a folder, a pipe, a socket or a device."""


class TooLargeError(OSError):
    """A file has more bytes than are read."""


def open_regular(path: Path | str) -> BufferedReader:
    """A file opened for reading its bytes; what is none is refused before it could make anybody wait.

    Raises NotRegularError, and OSError as `open` does, also for a path that no file can have.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK | os.O_NOCTTY)
    except ValueError:  # a NUL character
        raise OSError(errno.EINVAL, "no file can have this name", str(path)) from None
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket, or a pipe that has no other end
            raise NotRegularError(errno.ENXIO, "is no regular file", str(path)) from None
        raise
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        raise NotRegularError(errno.EINVAL, "is no regular file", str(path))
    os.set_blocking(handle, True)
    return os.fdopen(handle, "rb")


def read_regular(path: Path | str, most: int) -> bytes:
    """The bytes of a regular file. Raises TooLargeError for more than `most`, and what `open_regular` raises."""
    with open_regular(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        data = b"" if size > most else stream.read(size + 1)  # a file may grow meanwhile
    if size > most or len(data) > most:
        raise TooLargeError(errno.EFBIG, f"has more than {most:,} bytes, which is the limit", str(path))
    return data


def read_regular_text(path: Path | str, most: int) -> str:
    """The text of a regular file in UTF-8. Raises UnicodeDecodeError, and what `read_regular` raises."""
    return read_regular(path, most).decode("utf-8")
