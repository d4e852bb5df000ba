"""Archives that hide nothing: entries one after the other, each once, and no byte before, between or behind them."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass
from typing import BinaryIO

from mandate_data.archives import open_archive

_HEAD = struct.Struct("<4s5H3I2H")
_END = 22
"""Bytes of the record that ends an archive without a comment."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An entry: `size` bytes when it is unpacked, `packed` bytes from `start` on."""

    name: str
    size: int
    crc: int
    method: int
    start: int
    packed: int


def strict_entries(stream: BinaryIO) -> list[Packed]:
    """The entries of an archive in their order. Raises zipfile.BadZipFile with what it has other than plain files."""
    with open_archive(stream) as archive:
        listed, begin, comment = sorted(archive.infolist(), key=lambda one: one.header_offset), 0, archive.comment
        directory = archive.start_dir
    for name, count in Counter(entry.filename for entry in listed).items():
        if count > 1:
            raise zipfile.BadZipFile(f"{name} is there {count} times")
    entries = []
    for entry in listed:
        _check_plain(entry)
        if entry.header_offset != begin:
            raise zipfile.BadZipFile(f"bytes before {entry.filename} belong to no entry")
        stream.seek(begin)
        *_, crc, packed, size, length, extra = _HEAD.unpack(stream.read(_HEAD.size))
        name = stream.read(length).decode("utf-8", errors="replace")
        if (crc, packed, size, name, extra) != (entry.CRC, entry.compress_size, entry.file_size, entry.filename, 0):
            raise zipfile.BadZipFile(f"{entry.filename} is called or measured otherwise in the directory")
        start = begin + _HEAD.size + length
        entries.append(Packed(name, size, crc, entry.compress_type, start, packed))
        begin = start + packed
    names = sum(46 + len(entry.filename.encode()) for entry in listed)
    if directory != begin or comment or stream.seek(0, 2) != begin + names + _END:
        raise zipfile.BadZipFile("it has a comment, or bytes that belong to no entry")
    return entries


def _check_plain(entry: zipfile.ZipInfo) -> None:
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG) or entry.is_dir():
        raise zipfile.BadZipFile(f"{entry.filename} is not a regular file")
    if entry.extra or entry.comment or entry.flag_bits & ~0x800:
        raise zipfile.BadZipFile(f"{entry.filename} has more than a name and content")


def unpacked(stream: BinaryIO, entry: Packed) -> bytes:
    """What an entry holds, of which never more is unpacked than it says. Raises zipfile.BadZipFile, and zlib.error."""
    stream.seek(entry.start)
    data = stream.read(entry.packed)
    if entry.method == zipfile.ZIP_DEFLATED:
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        data = inflate.decompress(data, entry.size + 1)
        if not inflate.eof or inflate.unused_data or inflate.unconsumed_tail:
            raise zipfile.BadZipFile(f"{entry.name} has more than its content")
    elif entry.method != zipfile.ZIP_STORED:
        raise zipfile.BadZipFile(f"{entry.name} is packed in an unknown way")
    if len(data) != entry.size or zlib.crc32(data) != entry.crc:
        raise zipfile.BadZipFile(f"{entry.name} is not what its sum says")
    return data
