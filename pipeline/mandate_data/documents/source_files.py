"""A source file's bytes become checked text: one clear line for everything that can be wrong with a file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

from mandate_data.errors import InputError
from mandate_data.limits import LARGEST_DOCUMENT
from mandate_data.regular_files import NotRegularError, open_regular


def open_file(path: Path) -> BinaryIO:
    """The file opened for reading its bytes.

    Raises InputError where there is no such file, or it can't be read.
    """
    try:
        return open_regular(path)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{path}: is a folder; name the document in it") from None
    except NotRegularError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); name a file") from None
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror}); check its permissions") from None


def read_bytes(path: Path) -> bytes:
    """The file's bytes.

    Raises InputError where there is no such file, it can't be read, or it is empty.
    """
    with open_file(path) as stream:
        size = os.fstat(stream.fileno()).st_size
        data = b"" if size > LARGEST_DOCUMENT else stream.read()
    if size > LARGEST_DOCUMENT:
        raise InputError(f"{path}: has more than {LARGEST_DOCUMENT >> 20} MiB, more than any document that is read")
    if not data.strip():
        raise InputError(f"{path}: the file is empty; restore it from version control or download it again")
    return data


def decode(data: bytes, path: Path) -> str:
    """The bytes as text with LF line ends.

    Raises InputError for binary data and for any encoding but UTF-8, with the line of the first bad byte.
    """
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise InputError(f"{path}:{line}: not a text file (it holds NUL bytes); give the Markdown or text version")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"{path}:{line}: not UTF-8 (byte 0x{data[error.start]:02x} at offset {error.start}); "
            "save the file as UTF-8 and try again"
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
