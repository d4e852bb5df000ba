"""Regular files: opened without waiting for a pipe or a device, and never read beyond a limit."""

from __future__ import annotations

import errno
import os
import select
import stat
from io import BufferedReader
from pathlib import Path

_PART = 1 << 20


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
            raise NotRegularError(errno.ENXIO, "is not a regular file", str(path)) from None
        raise
    opened = os.fstat(handle)
    if not stat.S_ISREG(opened.st_mode) or (opened.st_size == 0 and not _ready(handle)):
        os.close(handle)
        if stat.S_ISDIR(opened.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        raise NotRegularError(errno.EINVAL, "is not a regular file", str(path))
    os.set_blocking(handle, True)
    return os.fdopen(handle, "rb")


def _ready(handle: int) -> bool:
    """Whether reading would not wait, as it does for some files of the kernel, which call themselves regular."""
    waiting = select.poll()
    waiting.register(handle, select.POLLIN)
    return bool(waiting.poll(0))


def read_regular(path: Path | str, most: int) -> bytes:
    """The bytes of a regular file. Raises TooLargeError for more than `most`, and what `open_regular` raises."""
    with open_regular(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        try:
            data = b"" if size > most else _read_on(stream, size, most)
        except OSError as error:
            raise OSError(error.errno, error.strerror, str(path)) from None
    if size > most or len(data) > most:
        raise TooLargeError(errno.EFBIG, f"has more than {most:,} bytes, which is the limit", str(path))
    return data


def _read_on(stream: BufferedReader, size: int, most: int) -> bytes:
    """The whole content, of which `size` bytes are known of: a file may grow meanwhile, or not know its size."""
    parts = [stream.read(size + 1)]
    while parts[-1] and sum(map(len, parts)) <= most:
        parts.append(stream.read(_PART))
    return b"".join(parts)


def read_regular_text(path: Path | str, most: int) -> str:
    """The text of a regular file in UTF-8. Raises UnicodeDecodeError, and what `read_regular` raises."""
    return read_regular(path, most).decode("utf-8")


def not_utf8(error: UnicodeDecodeError) -> str:
    """What to say behind the name of a file that is not UTF-8: its line, the byte, and what to do.

    >>> try:
    ...     b"a\\ncaf\\xe9".decode()
    ... except UnicodeDecodeError as error:
    ...     print(not_utf8(error))
    :2: not UTF-8 (byte 0xe9 at offset 5); save the file as UTF-8 and try again
    """
    data = bytes(error.object)
    line = data[: error.start].count(b"\n") + 1
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ":1: not UTF-8 but UTF-16; save the file as UTF-8 and try again"
    bad = f"byte {data[error.start]:#04x} at offset {error.start}"
    return f":{line}: not UTF-8 ({bad}); save the file as UTF-8 and try again"
