"""A source file's bytes become checked text: one clear line for everything that can be wrong with a file."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import BinaryIO

from mandate_data.documents.text_decoder import NoTextError, WrongEncodingError, decoded
from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.regular_files import NotRegularError, TooLargeError, open_regular, read_regular

_OF_PATHS = (errno.ENOTDIR, errno.ENAMETOOLONG, errno.EINVAL)
"""Faults of paths that lead nowhere."""
EMPTY = "{path}: the file is empty; restore it from version control or download it again"


def has_text(piece: str) -> bool:
    """Whether a piece of a text has more than blanks and a byte order mark."""
    return bool(piece.removeprefix("\ufeff").strip())


def open_file(path: Path) -> BinaryIO:
    """The file opened for reading its bytes.

    Raises InputError where there is no such file, or it can't be read.
    """
    try:
        return open_regular(path)
    except OSError as error:
        raise unreadable(path, error) from None


def unreadable(path: Path, error: OSError) -> InputError:
    """The line that says why a file can't be opened or read."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{path}: no such file; check the path")
    if isinstance(error, IsADirectoryError):
        return InputError(f"{path}: is a folder; name the document in it")
    if isinstance(error, NotRegularError):
        return InputError(f"{path}: can't be read ({error.strerror}); name a file")
    if isinstance(error, TooLargeError):
        most = LARGEST_DOCUMENT >> 20
        return InputError(f"{path}: has more than {most} MiB, more than any document that is read")
    if error.errno == errno.ELOOP:
        return InputError(f"{path}: is a link that leads back to itself; name the file that is meant")
    if isinstance(error, PermissionError):
        advice = "check its permissions"
    else:
        advice = "check the path" if error.errno in _OF_PATHS else "mend that, or name another file"
    return InputError(f"{path}: can't be read ({error.strerror}); {advice}")


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises InputError where there is no such file, it can't be read, or it is empty.
    """
    try:
        data = read_regular(path, LARGEST_DOCUMENT)
    except OSError as error:
        raise unreadable(path, error) from None
    if not data.strip():
        raise InputError(EMPTY.format(path=path))
    return data


def decode(data: bytes, path: Path) -> str:
    """The bytes as text with LF line ends: UTF-8, or UTF-16 or UTF-32 with a byte order mark.

    Raises InputError for what is not text, and for any other encoding, with the line of the first bad byte.
    """
    try:
        text = "".join(decoded([data]))
    except WrongEncodingError as error:
        raise InputError(f"{path}:{error.line}: {error}; save the file as UTF-8 and try again") from None
    except NoTextError as error:
        raise InputError(f"{path}:{error.line}: {error}") from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
