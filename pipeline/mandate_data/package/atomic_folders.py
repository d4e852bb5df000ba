"""Folders and files are written aside and then put in place: a reader sees the old one or the new one, never half."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DESCRIPTOR
from mandate_data.regular_files import read_regular_text
from mandate_data.write_locks import hold, partial_name, remove_leftovers, taking_turns

AT_CURRENT_FOLDER = -100  # AT_FDCWD of Linux
SWAP = 2  # RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS


@contextmanager
def scratch_folder(beside: Path) -> Iterator[Path]:
    """A new folder next to `beside`, on the same disk; gone at the end unless it was moved away.

    Raises InputError where nothing can be written there.
    """
    if beside.name in ("", ".."):
        raise InputError(f"{beside}: a folder with a name of its own is needed; name one, for example build/package")
    try:
        beside.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(beside.parent)
        handle = None
        while handle is None:
            scratch = partial_name(beside)
            scratch.mkdir(mode=0o700)
            handle = hold(scratch)
    except OSError as error:
        raise InputError(f"{beside.parent}: can't write there ({error.strerror}); name another folder") from None
    try:
        yield scratch
    finally:
        os.close(handle)  # first, as the system may allow us no more files
        shutil.rmtree(scratch, ignore_errors=True)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file aside and put it in its place in one step. Raises OSError; then all is as it was."""
    remove_leftovers(path.parent)
    handle = None
    while handle is None:
        partial = partial_name(path)
        partial.touch(exist_ok=False)
        handle = hold(partial)
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
        os.close(handle)


def replace_folder(new: Path, target: Path) -> None:
    """Put `new` in the place of `target`; what stood there is deleted last. Two at once wait for each other.

    Raises InputError where `target` is there and is none of ours.
    """
    new.chmod(0o755)
    with taking_turns(target.parent):
        _put(new, target)


def _put(new: Path, target: Path) -> None:
    if not os.path.lexists(target):
        new.rename(target)
        return
    if not target.is_dir() or not may_replace(target, new):
        raise InputError(f"{target} exists and was not made by this program; name another folder, or delete it")
    with scratch_folder(target) as grave:
        if not _swap(new, target):
            # Two steps where the system has no single one: for a moment there is no folder of that name.
            target.rename(grave / "old")
            new.rename(target)
        else:
            new.rename(grave / "old")


def may_replace(folder: Path, new: Path) -> bool:
    """Whether a folder is an earlier one of the same kind, or empty: nobody else's files may be lost.

    A data package, and a website with one in `downloads`, is known by the name in its descriptor; any other folder by
    holding nothing that `new` doesn't.
    """
    held = {path.name for path in folder.iterdir()}
    if not held:
        return True
    for part in (".", "downloads"):
        if (name := _package_name(new / part)) is not None:
            return _package_name(folder / part) == name
    return held <= {path.name for path in new.iterdir()}


def _package_name(folder: Path) -> str | None:
    try:
        content = json.loads(read_regular_text(folder / "datapackage.json", LARGEST_DESCRIPTOR))
    except (OSError, ValueError, RecursionError):
        return None
    name = content.get("name") if isinstance(content, dict) else None
    return name if isinstance(name, str) else None


def _swap(one: Path, other: Path) -> bool:
    """Swap two folders in a single step; False where the system or the file system can't."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        return bool(libc.renameat2(AT_CURRENT_FOLDER, first, AT_CURRENT_FOLDER, second, SWAP) == 0)
    if hasattr(libc, "renamex_np"):
        return bool(libc.renamex_np(first, second, SWAP) == 0)
    return False
