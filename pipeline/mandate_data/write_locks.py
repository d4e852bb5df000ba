"""Write locks: what is being written is held by its process, so that what is not held is a leftover of a killed one.

A lock goes with its process, however that ends, and leaves no file behind.
"""

from __future__ import annotations

import fcntl
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.limits import LOCK_SECONDS

PARTIAL = ".partial"
_LEFTOVER = re.compile(r"\..+\.[0-9a-f]{8}\.partial")
_GLANCE = 0.05
"""Seconds between two tries."""


def partial_name(path: Path) -> Path:
    """A new name beside a path for what is to take its place."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}{PARTIAL}")


def hold(path: Path) -> int | None:
    """Hold a file or folder that was just made; None if it was taken for a leftover and is gone. To be closed."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    except FileNotFoundError:
        return None
    with suppress(OSError):  # a file system without locks
        fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        if os.path.samestat(os.fstat(handle), os.stat(path)):  # noqa: PTH116  a Path has no such question
            return handle
    except FileNotFoundError:
        pass
    os.close(handle)
    return None


def remove_leftovers(folder: Path) -> None:
    """Delete what killed runs had begun to write in a folder; what a running one holds stays."""
    try:
        names = [entry.name for entry in os.scandir(folder) if _LEFTOVER.fullmatch(entry.name)]
    except OSError:
        return
    for name in sorted(names):
        with suppress(OSError):  # it is held, or somebody else's
            _remove(folder / name)


def _remove(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if path.is_dir():
            from shutil import rmtree  # takes long to load, and is seldom needed

            rmtree(path)
        else:
            path.unlink()
    finally:
        os.close(handle)


@contextmanager
def taking_turns(folder: Path, seconds: float = LOCK_SECONDS) -> Iterator[None]:
    """Only one process at a time changes what lies in a folder; others wait.

    Raises InputError where that takes too long.
    """
    handle = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    try:
        end = time.monotonic() + seconds
        while not _is_free(handle):
            if time.monotonic() > end:
                raise InputError(f"{folder}: another command is writing there; wait for its end and run this again")
            time.sleep(_GLANCE)
        yield
    finally:
        os.close(handle)


def _is_free(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks
        return True
    return True
