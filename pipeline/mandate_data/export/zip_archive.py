"""The whole release in one zip: compressed, the same bytes wherever and whenever it is made. Needs the extra `dist`."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache
from pathlib import Path

from zopfli.zlib import compress

from mandate_data.limits import LARGEST_HASHED
from mandate_data.regular_files import read_regular

VERSION, UNIX = 20, 3
UTF8, DEFLATE = 1 << 11, 8
EARLIEST = (0, (1 << 5) | 1)  # time and date: 1 January 1980, the earliest that a zip can have
FILE = 0o100644 << 16


SMALL = 1 << 20
"""Bytes: what is compressed of smaller files is kept for who makes the zip again, as a website after `dist` does."""


def _compressed(content: bytes) -> bytes:
    return bytes(compress(content, numiterations=1)[2:-4])  # without the frame of zlib


_kept = lru_cache(maxsize=256)(_compressed)


def write_zip(folder: Path, name: str, path: Path) -> None:
    """Write all files of a folder below `name/`, sorted.

    Zopfli compresses: what zlib gives differs from one of its versions to another.
    """
    parts, entries, offset = list[bytes](), list[bytes](), 0
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        content = read_regular(file, LARGEST_HASHED)
        data = _kept(content) if len(content) <= SMALL else _compressed(content)
        called = f"{name}/{file.relative_to(folder).as_posix()}".encode()
        shared = (UTF8, DEFLATE, *EARLIEST, zlib.crc32(content), len(data), len(content), len(called), 0)
        head = struct.pack("<4s5H3I2H", b"PK\3\4", VERSION, *shared) + called
        made_by = (UNIX << 8) | VERSION
        entries.append(struct.pack("<4s6H3I5H2I", b"PK\1\2", made_by, VERSION, *shared, 0, 0, 0, FILE, offset) + called)
        parts += [head, data]
        offset += len(head) + len(data)
    index = b"".join(entries)
    count = len(entries)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(index), offset, 0)
    path.write_bytes(b"".join([*parts, index, end]))
